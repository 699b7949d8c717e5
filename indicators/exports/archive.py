"""A zip to keep: the data, what describes it to a program, and what describes it to a person."""

from __future__ import annotations

import io
import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from indicators.exports.data_tables import LONG_COLUMNS, format_csv, make_long_table, make_wide_table
from indicators.exports.extract import Extract
from indicators.exports.metadata import describe_chart, describe_package

__all__ = ["to_zip"]


def to_zip(extract: Extract) -> bytes:
    """A zip with ``data.csv`` and ``wide.csv``, ``metadata.json``, ``datapackage.json``, ``README.md`` and citations.

    The rates of a conversion are in ``rates.csv``. Two zips of the same figures on the same day are the same bytes.
    """
    tables = {"data.csv": make_long_table(extract.panel), "wide.csv": make_wide_table(extract.panel)}
    if len(extract.panel.rates):
        tables["rates.csv"] = extract.panel.rates
    data = {name: format_csv(table).encode() for name, table in tables.items()}
    texts = {
        "README.md": _readme(extract, list(data), list(map(str, tables["data.csv"].columns))),
        "metadata.json": _json(describe_chart(extract)),
        "datapackage.json": _json(describe_package(extract, tables, data)),
        "citations.txt": extract.cite("text"),
        "citations.bib": extract.cite("bibtex"),
        "citations.ris": extract.cite("ris"),
        "citations.csl.json": extract.cite("csl"),
    }
    return _zipped(extract, data | {name: f"{text.rstrip()}\n".encode() for name, text in texts.items()})


def _zipped(extract: Extract, files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    moment = (extract.day.year, extract.day.month, extract.day.day, 0, 0, 0)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


_FILES = {
    "data.csv": "one row an observation, with unit, status, rate and source in each",
    "wide.csv": "one row a country and period, one column an indicator",
    "rates.csv": "the rates of exchange that were used",
}


_ABOUT_CELLS = (
    "An empty cell is a figure that is missing, never zero. A text that begins like a formula has an apostrophe before "
    "it, so that no spreadsheet runs it."
)


def _readme(extract: Extract, files: list[str], columns: list[str]) -> str:
    steps = [f"- {step.description}" for step in extract.panel.steps]
    again = [f"Seen again at {extract.link}", ""] if extract.link else []
    if extract.view is not None:
        again += ["```sh", extract.view.command, "```", ""]
    described = [
        f"- **{indicator.name}** (`{indicator.id}`): {indicator.description}"
        + (f" Not to be confused: {indicator.not_to_confuse}" if indicator.not_to_confuse else "")
        for indicator in extract.panel.indicators
    ]
    sources = [f"- {origin.full}" for origin in extract.origins]
    return "\n".join(
        [
            f"# {extract.data_title}", "", f"{extract.subtitle}. Taken on {extract.day.isoformat()}.", "", *again,
            "## What is measured", "", *described, "",
            "## How it was made", "", *steps, "",
            "## Files", "", *(f"- `{name}`: {_FILES[name]}" for name in files),
            "- `metadata.json`: title, units and citations, in the shape of Our World in Data",
            "- `datapackage.json`: the tables described for a program (Frictionless)",
            "- `citations.txt`, `.bib`, `.ris`, `.csl.json`: how to cite, as text and for reference managers", "",
            _ABOUT_CELLS, "",
            "## How to cite", "", extract.cite("text"), "",
            "## Sources and their terms", "", *sources, "",
            "## Columns of data.csv", "", *(f"- `{name}`: {LONG_COLUMNS[name]}" for name in columns),
        ]
    )  # fmt: skip
