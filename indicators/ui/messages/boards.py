"""Messages of the page Boards and of the menu that adds to a board."""

from __future__ import annotations

from typing import Final

INTRO: Final = (
    "Charts with text, collected on one page. Change the countries and the time for all of them at once, download the "
    "board as a web page or a PDF, or copy it and make it your own."
)
EMBEDDED: Final = "Ready-made"
YOURS: Final = "Yours"
NO_BOARDS_YET: Final = "None yet. Use “Add to board” below a chart, or duplicate a board."
CHART_NOUN: Final = ("chart", "charts")
ALL_BOARDS: Final = "All boards"
COUNTRIES: Final = "Countries for all charts"
COUNTRIES_OF_BOARD: Final = "Those of the board"
TIME: Final = "Time for all charts"
TIME_EXAMPLE: Final = "2010–2025, or since 2010"
EDIT: Final = "Edit"
OPEN: Final = "Open in Explore"
DUPLICATE: Final = "Duplicate"
UNDO: Final = "Undo"
CHANGED_SINCE: Final = "The board has been changed since, so this can't be undone."
FORMATS: Final = {
    "html": ("Download web page", "text/html"),
    "pdf": ("Download PDF", "application/pdf"),
    "zip": ("Download archive", "application/zip"),
}
YAML: Final = "Download YAML"
IMPORT_BOARD: Final = "Import a board (YAML)"
BOARD_TITLE: Final = "Title of the board"
BOARD_TEXT: Final = "Text"
BOARD_TEXT_HELP: Final = "Markdown, without HTML and pictures."
COLUMNS: Final = "Columns"
SHARED_COUNTRIES: Final = "Countries of the board"
SHARED_TIME: Final = "Time of the board"
CHART_TITLE: Final = "Title"
CHART_NOTE: Final = "Note"
UP: Final = "Move up"
DOWN: Final = "Move down"
REMOVE: Final = "Remove"
DELETE_BOARD: Final = "Delete this board"
ADD_TO_BOARD: Final = "Add to board"
BOARD: Final = "Board"
NEW_BOARD: Final = "New board"
NEW_TITLE: Final = "Title of the new board"
ADD: Final = "Add"
ADDED: Final = "Added to {title}"
