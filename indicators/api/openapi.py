"""Describe the API for programs (OpenAPI 3.1) and for people, from the registry of operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any, Final, get_args

from indicators.analysis.transforms import AGGREGATIONS
from indicators.api import messages
from indicators.api.operations import OPERATIONS, Operation
from indicators.api.problems import PROBLEM_TYPE
from indicators.view.fields import ChartType, FrequencyCode, RankingEnds, Scale, Stacking, Tab

_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; } body { max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; } h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; } code { font-size: .95em; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .2rem .6rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); overflow-wrap: anywhere; }
"""
_TEXT: Final = {"type": "string"}
_SOME_TEXT: Final = {"type": "string", "minLength": 1}
_CHOICES: Final = {
    "everyVintage": ("true", "false"), "forecasts": ("true", "false"), "embed": ("true", "false"),
    "deflator": ("gdp", "cpi"), "aggregate": tuple(AGGREGATIONS), "tab": get_args(Tab), "chart": get_args(ChartType),
    "yScale": get_args(Scale), "stackMode": get_args(Stacking), "ends": get_args(RankingEnds),
    "uniformYAxis": ("1", "0"), "frequency": tuple(filter(None, get_args(FrequencyCode))),
}  # fmt: skip
_NUMBERS: Final = {"limit": (1, 10_000), "offset": (0, 10**9)}
_EXAMPLES: Final = {
    "indicators": "gdp~population", "country": "RUS~CHN", "time": "2020..2024", "search": "inflation",
    "amount": "24 trillion", "from": "RUB", "to": "USD", "period": "2024",
}  # fmt: skip
_FAULTS: Final = {
    "400": "The request is not understood.", "401": "The server asks for a token.",
    "404": "There is nothing of this name.", "422": "It can't be calculated.", "429": "Too many requests.",
    "501": "A program is missing on the server.", "503": "The server can't answer now.",
}  # fmt: skip
_LISTS: Final = {
    "listIndicators": "indicators",
    "listCountries": "countries",
    "listReleases": "releases",
    "listBoards": "boards",
}


def describe_api(address: str = "", version: str = "1") -> dict[str, Any]:
    """Return the OpenAPI document.

    >>> document = describe_api()
    >>> document["openapi"], "/api/v1/figures" in document["paths"]
    ('3.1.0', True)
    """
    paths: dict[str, Any] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.lower()] = _describe(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": messages.TITLE, "version": version, "description": messages.ABOUT},
        "servers": [{"url": address or "/"}],
        "paths": paths,
        "components": {"schemas": _describe_schemas()},
    }


def _describe(one: Operation) -> dict[str, Any]:
    in_path = re.findall(r"{(\w+)}", one.path)
    described: dict[str, Any] = {
        "operationId": one.id,
        "summary": one.summary,
        "parameters": [
            *(_describe_parameter(name, one, "path") for name in in_path),
            *(_describe_parameter(name, one, "query") for name in one.parameters),
        ],
        "responses": {"200": {"description": one.summary, "content": _describe_content(one)}},
    }
    if one.method == "POST":
        described["requestBody"] = {
            "required": True,
            "content": {
                "text/plain": {"schema": _SOME_TEXT},
                "application/json": {"schema": {"$ref": "#/components/schemas/Text"}},
            },
        }
    fault = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    more = {"413": "The body is too large.", "415": "The type of the body is not understood."}
    for status, words in {**_FAULTS, **(more if one.method == "POST" else {})}.items():
        described["responses"][status] = {"description": words, "content": fault}
    return described


def _describe_parameter(name: str, one: Operation, place: str) -> dict[str, Any]:
    choices = dict(one.choices).get(name) or _CHOICES.get(name)
    schema: dict[str, Any] = {"type": "string", "enum": list(choices)} if choices else dict(_TEXT)
    if name in _NUMBERS:
        least, most = _NUMBERS[name]
        schema = {"type": "integer", "minimum": least, "maximum": most}
    described = {"name": name, "in": place, "required": place == "path" or name in one.required, "schema": schema}
    if words := messages.PARAMETERS.get(name):
        described["description"] = words.format(formats=", ".join(choices or ()))
    if name in _EXAMPLES:
        described["example"] = _EXAMPLES[name]
    return described


def _describe_content(one: Operation) -> dict[str, Any]:
    if one.kind == "file":
        return {"*/*": {"schema": {}}}
    if one.kind == "text":
        return {"text/plain": {"schema": _TEXT}, "application/json": {"schema": {"type": "array"}}}
    names = {"list": "List", "figures": "Figures", "table": "Table", "report": "Report"}
    schema: dict[str, Any] = {"type": "object"}
    if one.kind in names:
        schema = {"$ref": f"#/components/schemas/{names[one.kind]}"}
    return {"application/json": {"schema": schema}}


def _describe_schemas() -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    maybe = {"type": ["string", "null"]}
    objects = {"type": "array", "items": {"type": "object"}}
    paging = {"total": whole, "offset": whole, "next": maybe}
    observation = _make_object(
        {"indicator": _TEXT, "value": {"type": ["number", "null"]}, "unit": _TEXT, "status": _TEXT, "source": _TEXT},
        ["indicator", "value", "unit"],
    )
    return {
        "Problem": _make_object(
            {
                "type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT, "instance": _TEXT,
                "found": _TEXT, "expected": _TEXT, "hint": _TEXT, "nearest": {"type": "array", "items": _TEXT},
            },
            ["type", "title", "status", "detail"],
        ),
        "Text": _make_object({"text": _SOME_TEXT, "published": _TEXT, "language": _TEXT}, ["text"]),
        "List": _make_object({**paging, **dict.fromkeys(_LISTS.values(), objects)}, list(paging)),
        "Figures": _make_object(
            {
                **paging, "page": _TEXT, "missing": {"type": "array", "items": _TEXT}, "indicators": objects,
                "observations": {"type": "array", "items": observation}, "rates": objects, "origins": objects,
                "steps": objects,
            },
            [*paging, "observations", "origins", "steps"],
        ),
        "Table": _make_object({"title": _TEXT, "figures": objects, "sources": objects}, ["title", "figures"]),
        "Report": _make_object(
            {"schema": _TEXT, "verdicts": {"type": "object"}, "findings": objects, "claims": objects},
            ["schema", "verdicts", "findings", "claims"],
        ),
    }  # fmt: skip


def _make_object(properties: dict[str, Any], required: Iterable[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def render_docs(address: str = "") -> str:
    """Return the page that describes the API for people; it asks no other machine for anything."""
    sections = []
    for one in OPERATIONS:
        described = _describe(one)
        rows = "".join(
            f"<tr><td><code>{escape(each['name'])}</code></td><td>{escape(each.get('description', ''))}</td></tr>"
            for each in described["parameters"]
        )
        table = f"<table><tbody>{rows}</tbody></table>" if rows else ""
        title = f"{one.method} <code>{escape(one.path)}</code>"
        sections.append(f'<section><h2 id="{one.id}">{title}</h2><p>{escape(one.summary)}</p>{table}</section>')
    spec = f"{address}/api/v1/openapi.json"
    link = f'{messages.DOCS_START}<a href="{escape(spec)}">openapi.json</a>'
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{messages.DOCS_TITLE}</title>'
    )
    body = f"<h1>{messages.DOCS_TITLE}</h1><p>{escape(messages.ABOUT)}</p><p>{link}</p>{''.join(sections)}"
    return f'<!doctype html><html lang="en"><head>{head}<style>{_STYLE}</style></head><body>{body}</body></html>\n'
