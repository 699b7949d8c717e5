"""Messages of boards, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

BOARD_NOT_VALID: Final = "The board is not valid."
NO_HTML: Final = "Markdown without HTML and pictures"
A_VIEW: Final = "the address of a view, such as indicators=gdp&country=RUS~CHN"
NO_INDICATOR: Final = "a view that names an indicator"
BOARD_UNREADABLE: Final = "The board {id} can't be read and was left out: {fault}"
BOARDS_NEED_FOLDER: Final = "Boards can only be kept in a store that is a folder."
BOARD_NOT_WRITABLE: Final = "The board can't be saved."
EMBEDDED_BOARD: Final = "This board comes with the package and can't be changed."
DUPLICATE_HINT: Final = "Duplicate it and change the copy."
CHART_UNCLEAR: Final = "The chart {view} can't be watched."
NO_CHARTS: Final = "The board {board} has no charts."
ADD_CHARTS: Final = "Add some first, or name another board: indicators board list."
CHART_THERE: Final = "This chart is on the board already."
CHART_GONE: Final = "This chart is no longer on the board."
TOO_MANY_CHARTS: Final = "A board has too many charts."
