"""A board as one web page that works offline, as a PDF for print, and as an archive with the data of every chart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Final

from indicators.boards import Board, write_board
from indicators.errors import IndicatorsError, UsageError
from indicators.exports import messages
from indicators.exports.data_formats import to_csv
from indicators.exports.extract import Extract
from indicators.exports.links import make_link
from indicators.exports.pictures import Camera, PictureSize
from indicators.exports.printing import PAGE_NUMBERS, print_page
from indicators.exports.saving import draw_extract
from indicators.exports.value_grids import ValueGrid, list_columns, make_value_grid
from indicators.exports.webpages import (
    PAGE_POLICY,
    PAGE_STYLE,
    embed_outlines,
    render_chart,
    render_panel_table,
    render_source,
)
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod
from indicators.store import Store
from indicators.view.getting import get_panel

if TYPE_CHECKING:
    from indicators.charts.drawing import Drawing

_STYLE: Final = """
.board { display: grid; gap: 1.5rem 2rem; } section { min-width: 0; } section h2 { margin: 0; }
details { font-size: .9rem; } body { max-width: 80rem; } svg { max-width: 100%; height: auto; }
@media screen and (min-width: 60rem) { .board.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .board.three { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
.values { font-size: .75rem; } .values td { text-align: right; } .values :is(th, td) { padding: .1rem .5rem; }
.values th { font-weight: 600; } .values thead th:not(:first-child) { text-align: right; }
@media print { section, tr { break-inside: avoid; } body { max-width: none; padding: 0; } details { display: none; } }
"""
_MOST_ACROSS: Final = 7
_SIZE: Final = PictureSize(800, 500)
_COLUMNS: Final = {1: "one", 2: "two", 3: "three"}


@dataclass(frozen=True)
class BoardFigure:
    """A chart of a board, or why there is none.

    Attributes:
        title: Its title.
        note: The sentence below it.
        extract: Its figures; ``None`` if there are none.
        drawing: The chart; ``None`` if it can't be drawn.
        problem: Why not; empty if it can.
    """

    title: str
    note: str = ""
    extract: Extract | None = None
    drawing: Drawing | None = None
    problem: str = ""


def make_board_figures(
    board: Board, store: Store, *, country: str = "", time: str = "", link: str = ""
) -> Iterator[BoardFigure]:
    """Read the figures of every view of a board and draw them; what can't be drawn says why."""
    views = board.list_views(store.catalogue, country=country, time=time)
    for chart, view in zip(board.charts, views, strict=True):
        address = make_link(link, view) if link else ""
        try:
            extract = Extract(get_panel(view, store), view, address)
            drawing = draw_extract(extract)
        except IndicatorsError as error:
            yield BoardFigure(view.title or view.address, chart.note, problem=str(error))
        else:
            yield BoardFigure(drawing.title, chart.note, extract, drawing)


def render_board(board: Board, figures: list[BoardFigure], format: str) -> bytes:
    """Write a board in a format.

    Raises:
        UsageError: There is no such format.
        ToolMissingError: The browser that draws pictures is missing.
    """
    if format not in BOARD_FORMATS:
        raise UsageError(messages.NO_BOARD_FORMAT, found=format, expected=", ".join(BOARD_FORMATS))
    return BOARD_FORMATS[format](board, figures)


def _render_html(board: Board, figures: list[BoardFigure]) -> bytes:
    first = next((one for one in figures if one.drawing), None)
    parts = [
        _render_section(one, render_chart(one.drawing, plotly=one is first) if one.drawing else "") for one in figures
    ]
    return _render_page(board, figures, parts).encode()


def _render_pdf(board: Board, figures: list[BoardFigure]) -> bytes:
    with Camera() as camera:
        parts = [
            _render_section(one, camera.take(one.drawing, "svg", _SIZE).decode() if one.drawing else "", printed=True)
            for one in figures
        ]
    return print_page(_render_page(replace(board, columns=1), figures, parts))


def _render_zip(board: Board, figures: list[BoardFigure]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("board.yaml", write_board(board))
        archive.writestr("board.html", _render_html(board, figures))
        for number, one in enumerate(figures, 1):
            if one.extract is not None:
                archive.writestr(f"data/{number:02}-{one.extract.name}.csv", to_csv(one.extract))
        archive.writestr("SOURCES.txt", "\n".join(one.full for one in _list_origins(figures)) + "\n")
    return file.getvalue()


def _render_section(one: BoardFigure, picture: str, *, printed: bool = False) -> str:
    if one.drawing is None or one.extract is None:
        return f"<section><h2>{escape(one.title)}</h2><p>{escape(one.problem)}</p></section>"
    if printed:  # the picture has its title and source inside
        alone = f'<div role="img" aria-label="{escape(one.drawing.alternative_text)}">{picture}</div>'
        return f"<section>{alone}{_render_note(one)}</section>{_render_grid(one.extract)}"
    table = f'<div class="table" tabindex="0" role="region">{render_panel_table(one.extract)}</div>'
    remarks = "".join(f"<p class='quiet'>{escape(text)}</p>" for text in (*one.drawing.remarks, *one.drawing.notes))
    return (
        f"<section><h2>{escape(one.title)}</h2><p class='quiet'>{escape(one.drawing.subtitle)}</p>{picture}{remarks}"
        f"{_render_note(one)}<p class='quiet'>{escape(one.drawing.credits)}</p>"
        f"<details><summary>{messages.FIGURES}</summary>{table}</details></section>"
    )


def _render_grid(extract: Extract) -> str:
    """The values for print: periods down and series across, in several tables if there are too many for the paper."""
    panel = extract.panel
    series = list_columns(panel, extract.view.areas if extract.view else ())
    parts = [series[start : start + _MOST_ACROSS] for start in range(0, len(series), _MOST_ACROSS)]
    return "".join(map(_render_values, (make_value_grid(panel, part) for part in parts)))


def _render_values(grid: ValueGrid) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in (messages.PERIOD, *grid.heads))
    rows = "".join(
        f'<tr><th scope="row">{escape(period)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for period, cells in zip(grid.periods, grid.rows, strict=True)
    )
    notes = escape(" ".join(grid.notes))
    return f'<table class="values"><thead><tr>{head}</tr></thead>{rows}</table><p class="quiet">{notes}</p>'


def _render_note(one: BoardFigure) -> str:
    return f"<div>{_render_markdown(one.note)}</div>" if one.note else ""


def _render_markdown(text: str) -> str:
    """Markdown as HTML, with HTML in it as text and without pictures."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": False, "maxNesting": 50}).disable("image").render(text))


def _render_page(board: Board, figures: list[BoardFigure], parts: list[str]) -> str:
    title = escape(board.title)
    day = next((one.extract.day for one in figures if one.extract), None)
    made = escape(messages.BOARD_MADE.format(day=TimePeriod.of_day(day).label)) if day else ""
    sources = "".join(f"<li>{render_source(one)}</li>" for one in _list_origins(figures))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{PAGE_STYLE}{_STYLE}{PAGE_NUMBERS}</style>
{embed_outlines() if any(one.drawing and one.drawing.is_map for one in figures) else ""}
</head>
<body>
<main>
<h1>{title}</h1>
{_render_markdown(board.text)}
<div class="board {_COLUMNS[board.columns]}">{"".join(parts)}</div>
<h2>{messages.SOURCES_HEADING}</h2>
<ul>{sources}</ul>
<p class="quiet">{made}</p>
</main>
</body>
</html>
"""


def _list_origins(figures: list[BoardFigure]) -> list[Origin]:
    """The sources of all charts, each once."""
    found = {one.id: one for figure in figures if figure.extract for one in figure.extract.origins}
    return list(found.values())


BOARD_FORMATS: Final[dict[str, Callable[[Board, list[BoardFigure]], bytes]]] = {
    "html": _render_html, "pdf": _render_pdf, "zip": _render_zip,
}  # fmt: skip
"""The formats of boards by their file ending."""
