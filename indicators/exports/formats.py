"""The registry of file formats, read by the command line, by Python and by the dashboard.

A new format is one function that writes it and one entry in `FILE_FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Final, Literal

from indicators.errors import UsageError, suggest_nearest
from indicators.exports import messages


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A file format for figures or for their chart.

    Attributes:
        id: Its name on the command line.
        label: Its name on the screen.
        description: What it contains or is good for, in a few words.
        suffix: The ending of its files.
        media_type: Its MIME type.
        writer: The function that writes it, as ``module:function`` of this package; imported when first used. The
            function of a ``data`` format takes an `Extract`; of a ``page`` a `Drawing` and an `Extract`; of a
            ``picture`` both, the id of the format, a `PictureSize` and a `Camera`.
        kind: Whether it holds the data, or the chart as a picture or as a web page. Pictures need a browser.
        is_text: Whether it can be printed in a terminal.
    """

    id: str
    label: str
    description: str
    suffix: str
    media_type: str
    writer: str
    kind: Literal["data", "picture", "page"] = "data"
    is_text: bool = False

    def load_writer(self) -> Callable[..., str | bytes]:
        """Import the function that writes it."""
        module, _, name = self.writer.partition(":")
        writer: Callable[..., str | bytes] = getattr(import_module(f"indicators.exports.{module}"), name)
        return writer


FILE_FORMATS: Final = (
    FileFormat(
        "csv", "CSV", "One row per observation, with its source", "csv", "text/csv", "data_formats:to_csv", is_text=True
    ),
    FileFormat(
        "wide", "CSV (wide)", "One row per country and year, one column per indicator", "wide.csv", "text/csv",
        "data_formats:to_wide_csv", is_text=True,
    ),
    FileFormat(
        "xlsx", "Excel", "A workbook with sheets for the figures, the sources and the steps", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "spreadsheets:to_xlsx",
    ),
    FileFormat(
        "across", "CSV (years across)", "One row per series, one column per year or other period", "across.csv",
        "text/csv", "data_formats:to_csv_across", is_text=True,
    ),
    FileFormat(
        "zip", "Zip archive", "Data, metadata, a README and citations", "zip", "application/zip", "archive:to_zip"
    ),
    FileFormat(
        "parquet", "Parquet", "For pandas, R, DuckDB and Spark", "parquet", "application/vnd.apache.parquet",
        "data_formats:to_parquet",
    ),
    FileFormat(
        "json", "JSON", "Figures, indicators, exchange rates, sources and steps", "json", "application/json",
        "data_formats:to_json", is_text=True,
    ),
    FileFormat(
        "sdmx-csv", "SDMX-CSV", "For statistical software", "sdmx.csv", "application/vnd.sdmx.data+csv",
        "data_formats:to_sdmx_csv", is_text=True,
    ),
    FileFormat(
        "table", "Text", "For reading in a terminal", "txt", "text/plain", "data_formats:to_text", is_text=True
    ),
    FileFormat(
        "png", "PNG image", "Includes title, source and link", "png", "image/png", "pictures:take_picture", "picture"
    ),
    FileFormat(
        "svg", "SVG image", "Scales to any size and can be edited", "svg", "image/svg+xml", "pictures:take_picture",
        "picture",
    ),
    FileFormat(
        "pdf", "PDF document", "The chart on one page, for print", "pdf", "application/pdf", "pictures:take_picture",
        "picture",
    ),
    FileFormat(
        "html", "Web page (works offline)", "Chart, table, sources and steps in one file", "html", "text/html",
        "webpages:to_html", "page",
    ),
    FileFormat(
        "frozen", "Frozen citation", "A web page that can tell later what has changed since", "frozen.html",
        "text/html", "frozen:to_frozen_html", "page",
    ),
)  # fmt: skip
"""Every file format, the most common first."""


def find_format(id: str) -> FileFormat:
    """Return the format of this name.

    Raises:
        UsageError: The format is unknown; the message suggests the nearest.

    >>> find_format("xlsx").label
    'Excel'
    """
    formats = {format.id: format for format in FILE_FORMATS}
    return formats.get(id) or _refuse(id, formats)


def find_format_of_file(path: PurePath) -> FileFormat:
    """Return the format of a file by its ending; the longest ending that fits.

    Raises:
        UsageError: The ending is not known.

    >>> [find_format_of_file(PurePath(name)).id for name in ("gdp.wide.csv", "GDP.CSV", "gdp.svg")]
    ['wide', 'csv', 'svg']
    """
    formats = {format.suffix: format for format in FILE_FORMATS}
    for suffix in sorted(formats, key=len, reverse=True):
        if path.name.lower().endswith(f".{suffix}"):
            return formats[suffix]
    return _refuse(path.suffix.lstrip("."), formats)


def _refuse(name: str, valid: dict[str, FileFormat]) -> FileFormat:
    raise UsageError(
        messages.UNKNOWN_FORMAT, found=name or messages.NO_FORMAT, expected=", ".join(valid),
        hint=suggest_nearest(name, valid),
    )  # fmt: skip
