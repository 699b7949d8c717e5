"""The metadata of an archive: ``metadata.json`` in the format of Our World in Data, and ``datapackage.json``.

The second is a Frictionless Tabular Data Package, so that programs can check the table against its description.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from indicators.charts.parts.headings import name_indicators
from indicators.exports import messages
from indicators.exports.ages import describe_ages
from indicators.exports.data_tables import LONG_COLUMNS
from indicators.exports.extract import Extract
from indicators.model.observations import Indicator
from indicators.model.origins import Origin

_DAYS: Final = ("Day", "Vintage")


def describe_chart(extract: Extract) -> dict[str, Any]:
    """Describe the chart, a column for each indicator, and what was selected."""
    chosen_areas = () if extract.view is None else extract.view.areas
    chart = {
        "title": extract.title,
        "subtitle": extract.subtitle,
        "note": extract.processing,
        "citation": extract.short_citation,
        "originalChartUrl": extract.link,
        "selection": list(extract.panel.order_entities(chosen_areas)),
    }
    ages = describe_ages(extract.panel)
    columns = {one.id: _describe_column(extract, one, ages[one.id]) for one in extract.panel.indicators}
    chosen = {} if extract.view is None else extract.view.parameters
    return {
        "chart": chart,
        "columns": columns,
        "dateDownloaded": extract.day.isoformat(),
        "activeFilters": chosen,
        "steps": [step.description for step in extract.panel.steps],
    }


def _describe_column(extract: Extract, indicator: Indicator, age: Mapping[str, Any]) -> dict[str, Any]:
    part = extract.panel.select_indicator(indicator.id)
    years = part.frame["year"]
    one = Extract(part, day=extract.day)
    return {
        "titleShort": name_indicators(part),
        "titleLong": one.data_title,
        "descriptionShort": indicator.description,
        "unit": ", ".join(part.units) or indicator.unit,
        "shortUnit": part.units[0] if len(part.units) == 1 else "",
        "timespan": f"{years.min()}-{years.max()}" if len(years) else "",
        "type": "Numeric",
        "shortName": indicator.id,
        "lastUpdated": age.get("updated") or max((str(day) for day in part.frame["vintage"]), default=""),
        **({"lastActualYears": age["last_actual_years"]} if "last_actual_years" in age else {}),
        **({"withdrawn": indicator.withdrawn} if indicator.withdrawn else {}),
        "citationShort": one.short_citation,
        "citationLong": one.full_citation,
        "origins": [_describe_origin(origin) for origin in one.figure_origins],
    }


def _describe_origin(origin: Origin) -> dict[str, Any]:
    licence = origin.licence
    fields = {
        "producer": origin.producer,
        "title": origin.title,
        "datePublished": origin.date_published,
        "dateAccessed": origin.date_accessed,
        "citationFull": origin.full,
        "attribution": origin.short,
        "urlMain": origin.url_main,
        "urlDownload": origin.url_download,
        "license": {} if licence is None else {"name": licence.name, "url": licence.url},
    }
    return {name: value for name, value in fields.items() if value}


def describe_package(
    extract: Extract, tables: Mapping[str, pd.DataFrame], files: Mapping[str, bytes]
) -> dict[str, Any]:
    """Describe the tables of an archive, and the content of its CSV files, by file name."""
    optional = {"homepage": extract.link} if extract.link.startswith(("http://", "https://")) else {}
    licences = {licence["title"]: licence for origin in extract.origins if (licence := _describe_licence(origin))}
    return {
        "profile": "tabular-data-package",
        "name": extract.name,
        "title": extract.data_title,
        "description": extract.processing or messages.AS_PUBLISHED,
        "created": f"{extract.day.isoformat()}T00:00:00Z",
        **optional,
        **({"licenses": list(licences.values())} if licences else {}),
        "sources": [_describe_source(origin) for origin in extract.origins],
        "resources": [_describe_resource(name, tables[name], content) for name, content in files.items()],
    }


def _describe_resource(name: str, table: pd.DataFrame, content: bytes) -> dict[str, Any]:
    return {
        "name": name.removesuffix(".csv"),
        "path": name,
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": [_describe_field(table, str(column)) for column in table.columns], "missingValues": [""]},
    }


def _describe_field(table: pd.DataFrame, name: str) -> dict[str, str]:
    described = LONG_COLUMNS.get(name, "")
    return {
        "name": name,
        "type": _find_type(table[name], name),
        **({"description": described} if described else {}),
    }


def _find_type(column: pd.Series, name: str) -> str:
    if pd.api.types.is_float_dtype(column):
        return "number"
    if pd.api.types.is_integer_dtype(column):
        return "year" if name == "Year" else "integer"
    is_day = name in _DAYS and bool(column.astype("str").str.fullmatch(r"\d{4}-\d\d-\d\d").all())
    return "date" if is_day else "string"


def _describe_licence(origin: Origin) -> dict[str, str] | None:
    """The licence, if it has an address: the standard requires one."""
    licence = origin.licence
    if licence is None or not licence.url:
        return None
    return {"path": licence.url, "title": licence.name}


def _describe_source(origin: Origin) -> dict[str, str]:
    source = {"title": origin.full, "path": origin.url_main}
    return {name: text for name, text in source.items() if text}
