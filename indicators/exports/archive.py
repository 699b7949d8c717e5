"""A zip archive: the data, its metadata for programs, and a README and citations for people."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from indicators.exports import messages
from indicators.exports.data_tables import LONG_COLUMNS, format_csv, format_json, make_long_table, make_wide_table
from indicators.exports.extract import Extract
from indicators.exports.metadata import describe_chart, describe_package
from indicators.model.observations import Indicator


def to_zip(extract: Extract) -> bytes:
    """Write ``data.csv``, ``wide.csv``, ``metadata.json``, ``datapackage.json``, ``README.md`` and the citations.

    The exchange rates of a conversion are in ``rates.csv``. The same figures on the same day give the same bytes.
    """
    tables = {"data.csv": make_long_table(extract.panel), "wide.csv": make_wide_table(extract.panel)}
    if len(extract.panel.rates):
        tables["rates.csv"] = extract.panel.rates
    data = {name: format_csv(table).encode() for name, table in tables.items()}
    texts = {
        "README.md": _write_readme(extract, list(data), list(map(str, tables["data.csv"].columns))),
        "metadata.json": format_json(describe_chart(extract)),
        "datapackage.json": format_json(describe_package(extract, tables, data)),
        "citations.txt": extract.cite("text"),
        "citations.bib": extract.cite("bibtex"),
        "citations.ris": extract.cite("ris"),
        "citations.csl.json": extract.cite("csl"),
    }
    return _zip(extract, data | {name: f"{text.rstrip()}\n".encode() for name, text in texts.items()})


def _zip(extract: Extract, files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    moment = (extract.day.year, extract.day.month, extract.day.day, 0, 0, 0)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def _write_readme(extract: Extract, files: list[str], columns: list[str]) -> str:
    steps = [f"- {step.description}" for step in extract.panel.steps]
    again = [messages.VIEW_AT.format(link=extract.link), ""] if extract.link else []
    if extract.view is not None:
        again += ["```sh", extract.view.command, "```", ""]
    sources = [f"- {origin.full}" for origin in extract.origins]
    described = {name: LONG_COLUMNS.get(name, messages.DIMENSION_COLUMN) for name in columns}
    return "\n".join(
        [
            f"# {extract.data_title}", "",
            messages.DOWNLOADED_ON.format(subtitle=extract.subtitle, date=extract.day.isoformat()), "", *again,
            f"## {messages.INDICATORS}", "", *map(_describe, extract.panel.indicators), "",
            f"## {messages.HOW_CALCULATED}", "", *steps, "",
            f"## {messages.FILES}", "", *(f"- `{name}`: {messages.ARCHIVE_FILES[name]}" for name in files),
            *messages.ARCHIVE_METADATA, "", messages.ABOUT_CELLS, "",
            f"## {messages.CITE_AS}", "", extract.cite("text"), "",
            f"## {messages.SOURCES_AND_TERMS}", "", *sources, "",
            f"## {messages.COLUMNS}", "", *(f"- `{name}`: {text}" for name, text in described.items()),
        ]
    )  # fmt: skip


def _describe(indicator: Indicator) -> str:
    line = f"- **{indicator.name}** (`{indicator.id}`): {indicator.description}"
    not_to_confuse = indicator.not_to_confuse
    return f"{line} {messages.NOT_TO_CONFUSE.format(other=not_to_confuse)}" if not_to_confuse else line
