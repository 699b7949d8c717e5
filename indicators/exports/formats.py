"""The forms in which figures leave: one table of them, for the command, for Python and for the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indicators.errors import UsageError, suggest_nearest
from indicators.exports.archive import to_zip
from indicators.exports.extract import Extract
from indicators.exports.sdmx_parquet import to_parquet, to_sdmx_csv
from indicators.exports.spreadsheets import to_xlsx
from indicators.exports.text_formats import to_csv, to_json, to_table, to_wide_csv

__all__ = ["CHART_FORMATS", "DATA_FORMATS", "DataFormat", "data_format", "format_of_file"]


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A form of figures.

    Attributes:
        id: Its name on the command line.
        label: Its name on the screen.
        describes: What it is good for.
        suffix: What the name of its file ends in.
        media_type: Its name on the web.
        write: Makes it.
        is_text: Whether it can be printed in a terminal.
    """

    id: str
    label: str
    describes: str
    suffix: str
    media_type: str
    write: Callable[[Extract], str | bytes]
    is_text: bool = True

    def bytes_of(self, extract: Extract) -> bytes:
        """The file, its texts in UTF-8."""
        content = self.write(extract)
        return content if isinstance(content, bytes) else content.encode()


DATA_FORMATS: Final = (
    DataFormat("csv", "CSV", "One row a figure, its source in each row", "csv", "text/csv", lambda e: to_csv(e.panel)),
    DataFormat(
        "wide", "CSV, wide", "One row a country and year, one column an indicator", "wide.csv", "text/csv",
        lambda e: to_wide_csv(e.panel),
    ),
    DataFormat(
        "xlsx", "Excel", "A workbook with sheets for the figures, the sources and how they were made", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx, is_text=False,
    ),
    DataFormat(
        "zip", "Zip with everything", "Data, descriptions for programs and for people, citations", "zip",
        "application/zip", to_zip, is_text=False,
    ),
    DataFormat(
        "parquet", "Parquet", "For pandas, R, DuckDB and Spark", "parquet", "application/vnd.apache.parquet",
        to_parquet, is_text=False,
    ),
    DataFormat(
        "json", "JSON", "Figures, indicators, rates, sources and steps", "json", "application/json",
        lambda e: f"{to_json(e.panel)}\n",
    ),
    DataFormat(
        "sdmx-csv", "SDMX-CSV", "For programs of statistical offices", "sdmx.csv", "application/vnd.sdmx.data+csv",
        to_sdmx_csv,
    ),
    DataFormat(
        "table", "Text", "For reading in a terminal", "txt", "text/plain", lambda e: f"{to_table(e.panel)}\n"
    ),
)  # fmt: skip
"""Every form of figures, those that most people want first."""


CHART_FORMATS: Final = ("png", "svg", "pdf", "html")
"""The forms of a chart: pictures, and a page; their names are their endings too."""


def data_format(id: str) -> DataFormat:
    """The form of this name.

    Raises:
        UsageError: There is none; it names the nearest.

    >>> data_format("xlsx").label
    'Excel'
    """
    return next((form for form in DATA_FORMATS if form.id == id), None) or _refuse(id, [f.id for f in DATA_FORMATS])


def format_of_file(path: Path) -> str:
    """The name of the form that a file's name ends in: the longest ending that fits.

    Raises:
        UsageError: It ends in none that is known.

    >>> format_of_file(Path("gdp.wide.csv")), format_of_file(Path("GDP.CSV")), format_of_file(Path("gdp.svg"))
    ('wide', 'csv', 'svg')
    """
    endings = {form.suffix: form.id for form in DATA_FORMATS} | {name: name for name in CHART_FORMATS}
    for ending in sorted(endings, key=len, reverse=True):
        if path.name.lower().endswith(f".{ending}"):
            return endings[ending]
    return _refuse(path.suffix.lstrip("."), endings).id


def _refuse(name: str, valid: Iterable[str]) -> DataFormat:
    names = list(valid)
    raise UsageError(
        "There is no such format.", found=name or "nothing", expected=", ".join(names),
        hint=suggest_nearest(name, names),
    )  # fmt: skip
