"""Tables of several indicators, such as the profile of a country, as text, CSV, JSON, Excel workbook and web page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from typing import Any, Final

from indicators.analysis.latest_figures import Change, FigureAt, LatestFigure
from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.data_tables import format_csv, format_json
from indicators.exports.number_styles import count_decimals_of_shares
from indicators.exports.printing import PAGE_NUMBERS, print_page
from indicators.exports.spreadsheets import WorkbookSheet, make_source_sheet, write_workbook
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import align_columns, format_quantity
from indicators.model.observations import Indicator
from indicators.model.periods import TimePeriod
from indicators.model.steps import NOTE, Step
from indicators.model.units import parse_unit
from indicators.view.comparing import FigureTable

_COLUMNS: Final = (
    "Indicator", "IndicatorName", "Topic", "Code", "Entity", "Counterpart", "Dimensions", "Value", "Unit", "Period",
    "Status", "Previous", "PreviousPeriod", "Change", "ChangeUnit", "Forecast", "ForecastPeriod", "Rank", "Ranked",
    "Publisher", "Vintage", "IsOld",
)  # fmt: skip
_BRIEF: Final = 3  # digits
_STYLE: Final = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 72rem; margin: 1.5rem auto; padding: 0 1rem; } h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; } .quiet { opacity: .75; } .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { padding: .25rem .6rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
td.number, th.number { text-align: right; white-space: nowrap; } li { overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; font-size: 11px; } body { max-width: none; margin: 0; padding: 0; }
  th, td { padding: .2rem .3rem; } td.number, th.number { white-space: normal; } .scroll { overflow: visible; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def format_figure(figure: FigureAt | None, unit: str, *, brief: bool = False) -> str:
    """Write a value as a cell of a table; empty if there is none.

    Percentages have the decimals of `choose_number_style`.

    Args:
        figure: The value.
        unit: Its unit.
        brief: Whether the table is to be taken in at a glance: three digits instead of four.

    >>> format_figure(FigureAt(2.5617e12, "2025"), "USD"), format_figure(FigureAt(5.852, "2025"), "%", brief=True)
    ('2.562 trillion USD', '5.9%')
    >>> [format_figure(FigureAt(value, "2025"), "%") for value in (4.25, 0.00612, 27.2134)]
    ['4.25%', '0.0061%', '27.21%']
    """
    if figure is None:
        return ""
    digits = _BRIEF if brief else None
    if parse_unit(unit).expression == "percent" and math.isfinite(figure.value):
        exact = Decimal(repr(figure.value))
        digits = max(1, exact.adjusted() + 1 + count_decimals_of_shares([exact], brief=brief))
    return format_quantity(figure.value, unit, digits=digits)


def format_change(change: Change | None) -> str:
    """Write a change with its sign; empty if there is none.

    >>> format_change(Change(1.54321, "percentage points"))
    '+1.5 points'
    """
    if change is None or not math.isfinite(change.value):
        return ""
    size = abs(change.value)
    digits = max(1, (2 if size < 10 else 3) if size >= 1 else 1)
    return format_quantity(change.value, change.unit, digits=digits, signed=True)


def format_rank(figure: LatestFigure) -> str:
    """Write a rank: ``8 of 20``; empty if there is none."""
    return "" if figure.rank is None else messages.RANK_OF.format(rank=figure.rank, count=figure.ranked)


def _make_table(table: FigureTable) -> Any:
    return table.frame.set_axis(list(_COLUMNS), axis="columns")


def _render_csv(table: FigureTable) -> bytes:
    return format_csv(_make_table(table)).encode()


def _render_json(table: FigureTable) -> bytes:
    content = {
        "title": table.title, "among": table.among or None, "figures": table.frame,
        "steps": [step.description for step in table.steps],
        "sources": [{"id": one.id, "citation": one.full, "url": one.url_main or None} for one in table.origins],
    }  # fmt: skip
    return format_json(content).encode()


def _render_xlsx(table: FigureTable) -> bytes:
    rows = _make_table(table).itertuples(index=False, name=None)
    sheets: list[WorkbookSheet] = [(messages.SHEETS[0], _COLUMNS, rows), make_source_sheet(table.origins)]
    steps = [(step.name.capitalize(), step.description) for step in _list_steps(table)]
    sheets += [(messages.SHEETS[2], messages.STEP_HEADINGS, steps)] if steps else []
    return write_workbook(sheets, {"title": table.title})


def _list_rows(table: FigureTable) -> Iterator[tuple[Indicator, list[str]]]:
    """The cells of each figure as people read them."""
    indicators = {one.id: one for one in table.indicators}
    names = {area.code: area.name for area in table.areas}
    for figure in table.figures:
        indicator = indicators[figure.indicator]
        status = ObservationStatus(figure.latest.status)
        word = status.word if status.is_marked else ""
        period = TimePeriod.parse(figure.latest.period).label
        note = ", ".join(filter(None, (period, word, messages.OLD_FIGURE if table.is_old(figure) else "")))
        following = figure.forecast
        forecast = ""
        if following is not None:
            value, when = format_figure(following, figure.unit), TimePeriod.parse(following.period).label
            forecast = messages.FIGURE_AND_PERIOD.format(figure=value, period=when)
        cells = [
            table.name_series(figure), names[figure.area], format_figure(figure.latest, figure.unit), note,
            format_change(figure.change), format_rank(figure), forecast, figure.publisher,
        ]  # fmt: skip
        yield indicator, cells


def _list_columns(rows: list[tuple[Indicator, list[str]]]) -> list[int]:
    """The columns with content; the area only if there are several."""
    areas = {cells[1] for _, cells in rows}
    return [n for n in range(8) if (n != 1 or len(areas) > 1) and any(cells[n] for _, cells in rows)]


def _render_text(table: FigureTable) -> bytes:
    rows = list(_list_rows(table))
    used = _list_columns(rows)
    lines = [[messages.TABLE_HEADINGS[n] for n in used], *([cells[n] for n in used] for _, cells in rows)]
    text = "\n".join(line.rstrip() for line in align_columns(lines, right=[used.index(2)] if rows else []))
    sources = "\n".join(f"  {one.full}" for one in table.origins)
    steps = [f"  {step.description}" for step in _list_steps(table) if step.name != NOTE]
    notes = [f"  {step.sentence}" for step in _list_steps(table) if step.name == NOTE]
    parts = ((messages.HOW_CALCULATED, steps), (messages.NOTES_HEADING, notes))
    about = "".join("\n".join(["", heading, *lines, ""]) for heading, lines in parts if lines)
    return f"{text}\n{about}\n{messages.SOURCES_HEADING}\n{sources}\n".encode()


def _list_steps(table: FigureTable) -> list[Step]:
    """List what was calculated, and the notes."""
    return [step for step in table.steps if step.name != "read"]


def _render_html(table: FigureTable) -> bytes:
    rows = list(_list_rows(table))
    used = _list_columns(rows)
    head = "".join(f'<th scope="col"{_align(n)}>{escape(messages.TABLE_HEADINGS[n])}</th>' for n in used)
    parts = []
    for topic in dict.fromkeys(indicator.topic for indicator, _ in rows):
        body = "".join(
            f"<tr>{''.join(f'<td{_align(n)}>{escape(cells[n])}</td>' for n in used)}</tr>"
            for indicator, cells in rows if indicator.topic == topic
        )  # fmt: skip
        parts.append(
            f'<h2>{escape(topic)}</h2><div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody>'
            "</table></div>"
        )
    about = f'<p class="quiet">{escape(messages.RANKED_AMONG.format(group=table.among))}</p>' if table.among else ""
    steps = "".join(f"<li>{escape(step.description)}</li>" for step in _list_steps(table))
    parts += [f"<h2>{messages.HOW_CALCULATED}</h2><ul>{steps}</ul>"] if steps else []
    sources = "".join(f"<li>{escape(one.full)}</li>" for one in table.origins)
    parts.append(f"<h2>{messages.SOURCES_HEADING}</h2><ul>{sources}</ul>")
    title = escape(table.title)
    start = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    page = f'<!doctype html><html lang="en"><head>{start}<style>{_STYLE}{PAGE_NUMBERS}</style></head>'
    return f"{page}<body><h1>{title}</h1>{about}{''.join(parts)}</body></html>\n".encode()


def _render_pdf(table: FigureTable) -> bytes:
    return print_page(_render_html(table).decode())


def _align(column: int) -> str:
    return ' class="number"' if column in (2, 4, 5, 6) else ""


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A format of tables of several indicators, and whether it can be printed in a terminal."""

    id: str
    label: str
    suffix: str
    media_type: str
    render: Callable[[FigureTable], bytes] = field(repr=False)
    is_text: bool = True


_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE_FORMATS: Final = (
    TableFormat("text", "Text", "txt", "text/plain", _render_text),
    TableFormat("csv", "CSV", "csv", "text/csv", _render_csv),
    TableFormat("xlsx", "Excel workbook", "xlsx", _XLSX, _render_xlsx, is_text=False),
    TableFormat("html", "Web page", "html", "text/html", _render_html),
    TableFormat("pdf", "PDF document", "pdf", "application/pdf", _render_pdf, is_text=False),
    TableFormat("json", "JSON", "json", "application/json", _render_json),
)
"""The formats of tables, the first of them printed by default."""


def find_table_format(name: str) -> TableFormat:
    """Return the format with this id or file ending.

    Raises:
        UsageError: There is none.
    """
    for format in TABLE_FORMATS:
        if name in (format.id, format.suffix):
            return format
    raise UsageError(messages.NO_TABLE_FORMAT, found=name, expected=", ".join(one.id for one in TABLE_FORMATS))
