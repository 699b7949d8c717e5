"""A panel as an Excel workbook: the figures, their sources, how they were calculated, and the exchange rates.

Numbers are numbers and dates are dates. A text never turns into a formula or a link: it is written as text, and one
that starts like a formula stays text when it is edited. Only web pages of sources are links.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pandas as pd

from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.ages import make_age_table
from indicators.exports.data_tables import LONG_COLUMNS, make_long_table
from indicators.exports.extract import Extract
from indicators.model.origins import Origin
from indicators.model.safe_texts import escape_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WorkbookSheet: TypeAlias = "tuple[str, Iterable[str], Iterable[Sequence[Any]]]"
"""A sheet of a workbook: its name, its columns and its rows."""

_DAYS: Final = ("Day", "First", "Last", "Updated", "RateDate", "Vintage", "date", "Published", "Accessed")
_MOST_ROWS: Final = 1_048_575  # of a sheet, below its heading
_MOST_LETTERS: Final = 32_767  # of a cell
_WIDEST: Final = 40


def to_xlsx(extract: Extract) -> bytes:
    """Write a workbook: ``Data``, ``Sources``, ``How calculated``, ``Age`` and, after a conversion, ``Rates``.

    Raises:
        UsageError: There are more figures than a sheet has rows.
    """
    table = make_long_table(extract.panel)
    if len(table) > _MOST_ROWS:
        raise UsageError(
            messages.TOO_MANY_ROWS, found=f"{len(table):,}", expected=messages.MOST_ROWS.format(count=_MOST_ROWS),
            hint=messages.FEWER_ROWS,
        )  # fmt: skip
    data, _, steps, age, used_rates = messages.SHEETS
    rates, ages = extract.panel.rates, make_age_table(extract.panel)
    sheets: list[WorkbookSheet] = [
        (data, table.columns, table.itertuples(index=False, name=None)),
        make_source_sheet(extract.origins),
        (steps, messages.STEP_HEADINGS, _describe_steps(extract)),
    ]
    sheets += [(age, ages.columns, ages.itertuples(index=False, name=None))] if len(ages) else []
    sheets += [(used_rates, rates.columns, rates.itertuples(index=False, name=None))] if len(rates) else []
    properties = {"title": extract.data_title, "subject": extract.subtitle, "comments": extract.cite("text")}
    return write_workbook(sheets, properties)


def make_source_sheet(origins: Iterable[Origin]) -> WorkbookSheet:
    """Make the sheet that lists sources."""
    return messages.SHEETS[1], _SOURCE_COLUMNS, map(_describe_source, origins)


def write_workbook(sheets: Iterable[WorkbookSheet], properties: Mapping[str, str]) -> bytes:
    """Write sheets of figures and texts as an Excel workbook."""
    import xlsxwriter

    file = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as workbook:
        workbook.set_properties(dict(properties))
        writer = _Sheets(workbook)
        for name, columns, rows in sheets:
            writer.add(name, columns, rows)
    return file.getvalue()


class _Number(float):
    """A number that is written with all its digits: XlsxWriter formats to 16 of up to 17 and loses the last bit."""

    def __format__(self, _format: str) -> str:
        return repr(float(self))


class _Sheets:
    """The sheets of a workbook and its cell formats."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head: Format = workbook.add_format({"bold": True, "bottom": 1})
        self._day: Format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._text: Format = workbook.add_format({"quote_prefix": True})
        self._whole: Format = workbook.add_format({"num_format": "#,##0"})
        self._broken: Format = workbook.add_format({"num_format": "#,##0.00"})  # the cell keeps all digits

    def add(self, name: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
        """Add a sheet whose heading stays visible and has filters."""
        sheet = self._workbook.add_worksheet(name)
        names = [str(column) for column in columns]
        sheet.write_row(0, 0, names, self._head)
        widths = [len(text) for text in names]
        count = 0
        for count, row in enumerate(rows, start=1):
            for place, (column, value) in enumerate(zip(names, row, strict=True)):
                self._write_cell(sheet, count, place, column, value)
                widths[place] = max(widths[place], min(_WIDEST, len(str(value)))) if count <= 200 else widths[place]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(_WIDEST, width + 2))
        sheet.freeze_panes(1, 0)
        if count:
            sheet.autofilter(0, 0, count, len(names) - 1)

    def _write_cell(self, sheet: Worksheet, row: int, place: int, column: str, value: Any) -> None:
        if value is None or value is pd.NA or value == "" or (isinstance(value, float) and math.isnan(value)):
            return
        if isinstance(value, str):
            self._write_text(sheet, row, place, column, value)
        elif column in ("Value", "Previous", "Forecast", "Lower", "Upper") and abs(value) >= 1000:
            style = self._whole if float(value).is_integer() else self._broken
            sheet.write_number(row, place, _Number(value), style)
        else:
            sheet.write_number(row, place, _Number(value))

    def _write_text(self, sheet: Worksheet, row: int, place: int, column: str, text: str) -> None:
        if column in _DAYS and (day := _parse_day(text)) is not None:
            sheet.write_datetime(row, place, day, self._day)
        elif column == "Page" and text.startswith(("https://", "http://")) and len(text) < 2_000:
            sheet.write_url(row, place, text, string=text)
        elif escape_formula(text) != text:
            sheet.write_string(row, place, text[:_MOST_LETTERS], self._text)
        else:
            sheet.write_string(row, place, text[:_MOST_LETTERS])


_SOURCE_COLUMNS = (
    "Key", "Producer", "Title", "Published in", "Published", "Accessed", "Licence", "Terms", "Page", "File",
    "SHA-256", "Citation",
)  # fmt: skip


def _describe_source(origin: Origin) -> tuple[str, ...]:
    licence = origin.licence
    terms = ("", "") if licence is None else (licence.name, licence.url)
    return (
        origin.id, origin.producer, origin.title, origin.published_in, origin.date_published, origin.date_accessed,
        *terms, origin.url_main, origin.url_download, origin.sha256, origin.full,
    )  # fmt: skip


def _describe_steps(extract: Extract) -> list[tuple[str, str]]:
    """Describe how the figures were calculated, how to reproduce them, and the columns."""
    rows = [
        (messages.STEP_TITLE, extract.data_title), (messages.STEP_SUBTITLE, extract.subtitle),
        (messages.STEP_DOWNLOADED, extract.day.isoformat()),
    ]  # fmt: skip
    rows += [(messages.STEP_LINK, extract.link)] if extract.link else []
    if extract.view is not None:
        rows += [(messages.STEP_COMMAND, extract.view.command), (messages.STEP_PYTHON, extract.view.python)]
    rows += [(messages.STEP, step.description) for step in extract.panel.steps]
    for one in extract.panel.indicators:
        rows += [(one.id, one.description)]
        rows += [(messages.STEP_NOT_TO_CONFUSE.format(id=one.id), one.not_to_confuse)] if one.not_to_confuse else []
    rows += [(messages.CITE_AS, extract.cite("text"))]
    return rows + [(messages.STEP_COLUMN.format(name=name), text) for name, text in LONG_COLUMNS.items()]


def _parse_day(text: str) -> date | None:
    """The date in a text, if Excel has it: from 1901 on."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1900 else None  # Excel counts 29 February 1900, which did not exist
