"""A panel as an Excel workbook: the figures, their sources, how they were made, and the rates.

Numbers are numbers and days are days. A text never becomes a formula or a link by itself: each cell is written as
text, and one that begins like a formula stays text also when a reader edits it. Only the pages of the sources are
links, and only those of the web.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from indicators.errors import UsageError
from indicators.exports.data_tables import LONG_COLUMNS, escape_formula, make_long_table
from indicators.exports.extract import Extract

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["to_xlsx"]

_DAYS: Final = ("Day", "RateDate", "Vintage", "date", "Published", "Accessed")
_MOST_ROWS: Final = 1_048_575  # of a sheet, below its head
_MOST_LETTERS: Final = 32_767  # of a cell
_WIDEST: Final = 40


def to_xlsx(extract: Extract) -> bytes:
    """The figures as a workbook with the sheets ``Data``, ``Sources``, ``How made`` and, after a conversion, ``Rates``.

    Raises:
        UsageError: There are more figures than a sheet has rows.
    """
    import xlsxwriter

    table = make_long_table(extract.panel)
    if len(table) > _MOST_ROWS:
        raise UsageError(
            "There are more figures than a sheet has rows.",
            found=f"{len(table):,}",
            expected=f"at most {_MOST_ROWS:,}",
            hint="Take CSV or Parquet, or fewer countries.",
        )
    file = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as workbook:
        workbook.set_properties(
            {"title": extract.data_title, "subject": extract.subtitle, "comments": extract.cite("text")}
        )
        sheets = _Sheets(workbook)
        sheets.add("Data", table.columns, table.itertuples(index=False, name=None))
        sheets.add("Sources", _SOURCE_COLUMNS, map(_source, extract.origins))
        sheets.add("How made", ("What", "Text"), _made(extract))
        rates = extract.panel.rates
        if len(rates):
            sheets.add("Rates", rates.columns, rates.itertuples(index=False, name=None))
    return file.getvalue()


class _Sheets:
    """The sheets of one workbook, and its forms of cells."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head: Format = workbook.add_format({"bold": True, "bottom": 1})
        self._day: Format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._text: Format = workbook.add_format({"quote_prefix": True})
        self._whole: Format = workbook.add_format({"num_format": "#,##0"})
        self._broken: Format = workbook.add_format({"num_format": "#,##0.00"})  # as shown; the cell keeps all digits

    def add(self, name: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
        """A sheet with a head that stays in sight and can be filtered by."""
        sheet = self._workbook.add_worksheet(name)
        names = [str(column) for column in columns]
        sheet.write_row(0, 0, names, self._head)
        widths = [len(text) for text in names]
        count = 0
        for count, row in enumerate(rows, start=1):
            for place, (column, value) in enumerate(zip(names, row, strict=True)):
                self._cell(sheet, count, place, column, value)
                widths[place] = max(widths[place], min(_WIDEST, len(str(value)))) if count <= 200 else widths[place]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(_WIDEST, width + 2))
        sheet.freeze_panes(1, 0)
        if count:
            sheet.autofilter(0, 0, count, len(names) - 1)

    def _cell(self, sheet: Worksheet, row: int, place: int, column: str, value: Any) -> None:
        if value is None or value is pd.NA or value == "" or (isinstance(value, float) and math.isnan(value)):
            return
        if isinstance(value, str):
            self._words(sheet, row, place, column, value)
        elif column in ("Value", "Lower", "Upper") and abs(value) >= 1000:
            sheet.write_number(row, place, value, self._whole if float(value).is_integer() else self._broken)
        else:
            sheet.write_number(row, place, value)

    def _words(self, sheet: Worksheet, row: int, place: int, column: str, text: str) -> None:
        if column in _DAYS and (day := _day(text)) is not None:
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


def _source(origin: Any) -> tuple[str, ...]:
    licence = origin.licence
    terms = ("", "") if licence is None else (licence.name, licence.url)
    return (
        origin.id, origin.producer, origin.title, origin.published_in, origin.date_published, origin.date_accessed,
        *terms, origin.url_main, origin.url_download, origin.sha256, origin.full,
    )  # fmt: skip


def _made(extract: Extract) -> list[tuple[str, str]]:
    """How it was made and can be made again, and what its columns hold."""
    rows = [("Title", extract.data_title), ("Where and when", extract.subtitle), ("Taken on", extract.day.isoformat())]
    rows += [("Link", extract.link)] if extract.link else []
    if extract.view is not None:
        rows += [("Command", extract.view.command), ("Python", extract.view.python)]
    rows += [("Step", step.description) for step in extract.panel.steps]
    for indicator in extract.panel.indicators:
        rows += [(indicator.id, indicator.description)]
        rows += [(f"{indicator.id}: not to be confused", indicator.not_to_confuse)] if indicator.not_to_confuse else []
    rows += [("Cite as", extract.cite("text"))]
    return rows + [(f"Column {name}", text) for name, text in LONG_COLUMNS.items()]


def _day(text: str) -> date | None:
    """A day, where the text is one that Excel has: from 1900 on."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1900 else None  # Excel counts a 29 February 1900 that never was
