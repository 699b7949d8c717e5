"""The data service of the IMF: SDMX 3.0 as JSON, https://datasupport.imf.org/knowledge?id=knowledge_article_view.

Values are texts, attributes are places or texts, and the order of a key differs from dataflow to dataflow. An unknown
dataflow has no body, an unknown code no series. Forecasts are not marked.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pyarrow as pa

from indicators.errors import ProviderError
from indicators.importing.batches import FileOptions
from indicators.importing.formats.sdmx_json import read_sdmx_json
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry
from indicators.providers.services.checked_tables import explain_form
from indicators.providers.services.sdmx_csv import SdmxKey
from indicators.providers.services.sdmx_service import SdmxService
from indicators.providers.services.sdmx_structures import FlowStructure, SdmxDimension
from indicators.providers.services.service import FetchQuery

_HOST: Final = HttpService("imf", "IMF", "https://api.imf.org/external/sdmx/3.0/", Quota(2, 1))
_AGENCIES: Final = {
    "WEO": "IMF.RES", "PCPS": "IMF.RES", "FM": "IMF.FAD", "APDREO": "IMF.APD", "AFRREO": "IMF.AFR", "WHDREO": "IMF.WHD",
    "MCDREO": "IMF.MCD",
}  # fmt: skip
"""The agencies of dataflows that are not of the statistics department."""
_STATISTICS: Final = "IMF.STA"
_RENAMED: Final = {"SCALE": "UNIT_MULT", "STATUS": "OBS_STATUS", "COUNTRY": "REF_AREA", "FREQUENCY": "FREQ"}
_AREA_CODES: Final = {"G001": "WLD", "G163": "EMU", "G998": "EUU"}
_UNITS: Final = {"PT": "%", "IX": "index", "XDC": "LCU", "USD": "USD", "PS": "persons", "PCH": "%"}


class ImfService(SdmxService):
    """Dataflows with a key, such as ``CPI/USA.CPI._T.IX.M``; with the agency where it is not known: ``IMF.STA,CPI``."""

    hosts = (_HOST,)
    example = "CPI/USA.CPI._T.IX.M"
    pattern = re.compile(r"(?P<flow>(?:[A-Z.]+[,:])?[A-Z][A-Z0-9_]*)(?:/(?P<key>[\w.+*\-]*))?")
    areas = _AREA_CODES
    units = _UNITS
    kind = "any"  # an answer without a body says that there is no such dataflow

    def _split(self, series: str) -> tuple[str, str]:
        """Return the dataflow, with its agency, and the key; see `SdmxService`."""
        flow, key = super()._split(series)
        agency, _, id = flow.replace(":", ",").rpartition(",")
        return f"{agency or _AGENCIES.get(id, _STATISTICS)},{id}", key

    def _make_structure_path(self, flow: str) -> str:
        return f"structure/dataflow/{flow.replace(',', '/')}/+?references=descendants"

    def _make_data_path(self, flow: str, key: str, query: FetchQuery) -> str:
        places = ".".join(part or "*" for part in key.split(".")) if key.strip(".") else "*"
        limits = [f"{sign}:{text}" for sign, text in (("ge", query.start), ("le", query.end)) if text]
        period = f"&c%5BTIME_PERIOD%5D={quote('+'.join(limits), safe='')}" if limits else ""
        told = "dimensionAtObservation=TIME_PERIOD&attributes=dsd&measures=all"
        return f"data/dataflow/{flow.replace(',', '/')}/+/{quote(places, safe='.+*')}?{told}{period}"

    def _make_page(self, flow: str) -> str:
        return f"https://data.imf.org/en/Data-Explorer?datasetUrn={flow}"

    def _find_area_codes(self, area: Area, _flow: str) -> tuple[str, ...]:
        own = tuple(code for code, ours in _AREA_CODES.items() if ours == area.code)
        return own or ((area.code,) if area.kind == "country" else ())

    def _read_rows(self, answer: HttpAnswer) -> pa.Table:
        """Read a message of SDMX-JSON; one without a body or a series has no figures.

        Raises:
            ProviderError: There are no figures.
        """
        nothing = messages.NO_FIGURES.format(provider=_HOST.name, series=answer.request.path.split("/")[3])
        if not answer.size:
            raise ProviderError(nothing, hint=messages.WIDEN)
        content = json.loads(answer.read_text())
        if not any(one.get("series") or one.get("observations") for one in content["data"]["dataSets"]):
            raise ProviderError(nothing, hint=messages.WIDEN)
        read = read_sdmx_json(content, _HOST.name, FileOptions())
        rows = pa.concat_tables(batch.table for batch in read.batches)
        return rows.rename_columns([_RENAMED.get(name, name) for name in rows.column_names])

    def _refine(self, rows: pa.Table, _key: SdmxKey, _structure: FlowStructure) -> pa.Table:
        """Give the units that only the transformation tells: an index with its base, a percentage, a currency."""
        there = set(rows.column_names)
        if {"UNIT", "UNIT_MEASURE"} & there or "TYPE_OF_TRANSFORMATION" not in there:
            return rows
        bases = (
            rows["COMMON_REFERENCE_PERIOD"].to_pylist() if "COMMON_REFERENCE_PERIOD" in there else [""] * rows.num_rows
        )
        kinds = rows["TYPE_OF_TRANSFORMATION"].to_pylist()
        units = [_name_unit(kind, base) for kind, base in zip(kinds, bases, strict=True)]
        return rows.append_column("UNIT_MEASURE", pa.array(units, pa.string()))

    def _read_structure(self, body: bytes, flow: str) -> FlowStructure:
        """Read the structure of a dataflow; one that can't be read is none."""
        try:
            data = json.loads(body)["data"]
            flows = [one for one in data.get("dataflows", []) if one["id"] == flow]
            components = data["dataStructures"][0]["dataStructureComponents"]
            dimensions = sorted(components["dimensionList"]["dimensions"], key=lambda one: int(one.get("position", 0)))
            labels = {
                one["id"]: {code["id"]: _name(code) for code in one.get("codes", [])}
                for one in data.get("codelists", [])
            }
            found = tuple(
                SdmxDimension(_RENAMED.get(one["id"], one["id"]), labels=labels.get(_find_codelist(one), {}))
                for one in dimensions
            )
            attributes = (components.get("attributeList") or {}).get("attributes", [])
            described = {one["id"]: labels.get(_find_codelist(one), {}) for one in attributes}
            return FlowStructure(_name(flows[0]) if flows else "", found, described)
        except (ValueError, LookupError, TypeError, AttributeError):
            return FlowStructure()

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows, without the frozen monthly copies; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "structure/dataflow/all/*/+", "json", is_download=False)
        with explain_form(_HOST.name):
            flows = json.loads(answer.read_text())["data"]["dataflows"]
            return [
                CatalogueEntry(f"{one['agencyID']},{one['id']}", _name(one))
                for one in flows
                if not str(one["id"]).endswith("_VINTAGE")
            ]

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.imf.org/…?datasetUrn=IMF.STA:CPI(5.0.0)`` or an address of the service."""
        parts = urlsplit(address)
        if parts.hostname == "data.imf.org":
            urn = re.fullmatch(r"([A-Z.]+):(\w+)\([\d.+]*\)", parse_qs(parts.query).get("datasetUrn", [""])[0])
            return FetchQuery(f"{urn[1]},{urn[2]}") if urn else None
        if parts.hostname == "api.imf.org":
            path = r"/external/sdmx/3\.0/data/dataflow/([A-Z.]+)/(\w+)/[^/]+/([\w.+*\-]+)"
            found = re.fullmatch(path, unquote(parts.path))
            return _add_choices(FetchQuery(f"{found[1]},{found[2]}/{found[3]}"), parts.query) if found else None
        return None


def _add_choices(query: FetchQuery, parameters: str) -> FetchQuery:
    """Add what an address chooses beside the key: ``c[COUNTRY]=USA``, ``c[TIME_PERIOD]=ge:2020+le:2024``."""
    chosen = {name[2:-1]: values[0] for name, values in parse_qs(parameters).items() if name.startswith("c[")}
    limits = dict(part.split(":", 1) for part in re.split(r"[+ ]", chosen.pop("TIME_PERIOD", "")) if ":" in part)
    filters = {_RENAMED.get(name, name): codes.replace("+", "~").replace(" ", "~") for name, codes in chosen.items()}
    return replace(query, filters=filters, start=limits.get("ge", ""), end=limits.get("le", ""))


def _name_unit(kind: str, base: str) -> str:
    """Return the unit of a transformation; what is not known stays as it is, to be refused by name.

    >>> _name_unit("IX", "2010A"), _name_unit("YOY_PCH_PA_PT", ""), _name_unit("XDC", "")
    ('index, 2010 = 100', '%', 'LCU')
    """
    if kind == "IX" or kind.endswith("_IX"):
        year = re.fullmatch(r"(\d{4})A?", base)
        return f"index, {year[1]} = 100" if year else "index"
    return "%" if kind.endswith(("_PT", "_PC")) else _UNITS.get(kind, kind)


def _name(one: dict[str, Any]) -> str:
    names = one.get("names") or {}
    return " ".join(str(names.get("en") or one.get("name") or one["id"]).split())


def _find_codelist(component: dict[str, Any]) -> str:
    """Return the id of the code list of a dimension or an attribute, given by its URN."""
    told = (component.get("localRepresentation") or {}).get("enumeration") or ""
    found = re.search(r":(\w+)\([^)]*\)$", str(told))
    return found[1] if found else ""
