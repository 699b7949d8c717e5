"""The data service of the Bank for International Settlements: SDMX, https://stats.bis.org/api-doc/v2/."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.services.catalogues import CatalogueEntry, read_flow_list
from indicators.providers.services.comparisons import KnownSeries
from indicators.providers.services.sdmx_comparisons import compare_flows
from indicators.providers.services.sdmx_csv import SdmxCodes, SdmxKey
from indicators.providers.services.sdmx_service import SdmxProtocol, fetch_flow
from indicators.providers.services.sdmx_structures import FlowStructure, SdmxDimension
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series

__all__ = ["BIS_AREAS", "BisService"]

_HOST: Final = HttpService("bis", "BIS", "https://stats.bis.org/api/v2/", Quota(2, 1))
_CATALOGUE_HOST: Final = HttpService("bis-catalogue", "BIS", "https://stats.bis.org/api/v1/", Quota(2, 1))
_SERIES: Final = re.compile(
    r"(?:BIS,)?(?P<flow>[A-Z][A-Z0-9_]{1,29})(?:,(?P<version>\d+\.\d+))?(?:[/.](?P<key>[\w.+*\-]*))?"
)
BIS_AREAS: Final = {"XM": "EMU", "XW": "WLD", "4T": "BIS4T", "5R": "BIS5R"}
"""The codes of the BIS for groups of countries, and the codes of ``areas.csv`` for them."""
_UNITS: Final = {"368": "% per year", "771": "% per year", "770": "% of GDP", "799": "units"}
_FLOWS: Final = {
    "WS_CBPOL": FlowStructure("Central bank policy rates", tuple(map(SdmxDimension, ("FREQ", "REF_AREA")))),
}  # fmt: skip


class BisService:
    """Dataflows with a key, such as ``WS_CBPOL/D.CH``."""

    hosts = (_HOST, _CATALOGUE_HOST)
    example = "WS_CBPOL/M.US+XM"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for the series of a key; see `PublisherService.fetch`."""
        return fetch_flow(_PROTOCOL, query)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask for series of the same dataflow together; see `ComparedService.compare`."""
        return compare_flows(_PROTOCOL, known)

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_CATALOGUE_HOST, "dataflow/BIS/all/latest", "xml", is_download=False)
        return read_flow_list(answer, with_agency=False)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.bis.org/topics/CBPOL/BIS,WS_CBPOL,1.0/D.CH`` or an address of the service."""
        parts = urlsplit(address)
        path = {
            "data.bis.org": r"/topics/\w+/BIS,(\w+),[\d.]+/([\w.+*\-]+)/?",
            "stats.bis.org": r"/api/v[12]/data/(?:dataflow/BIS/)?(\w+)(?:/[\d.]+)?/([\w.+*\-]+)(?:/all)?/?",
        }.get(parts.hostname or "", "")
        found = re.fullmatch(path, parts.path) if path else None
        return FetchQuery(f"{found[1]}/{found[2]}") if found else None


def _split(series: str) -> tuple[str, str]:
    found = match_series(_SERIES, series, _HOST.name, BisService.example)
    return found["flow"], found["key"] or ""


def _make_data_path(flow: str, key: str, query: FetchQuery) -> str:
    limits = "".join(
        f"{name}={text}&" for name, text in (("startPeriod", query.start), ("endPeriod", query.end)) if text
    )
    places = ".".join(part or "*" for part in key.split(".")) if key.strip(".") else "*"
    return f"data/dataflow/BIS/{flow}/1.0/{quote(places, safe='.+*')}?{limits}format=csv"


def _find_area_codes(area: Area, _flow: str) -> tuple[str, ...]:
    own = tuple(code for code, ours in BIS_AREAS.items() if ours == area.code)
    return own or ((area.alpha2,) if area.alpha2 else ())


def _make_page(key: SdmxKey) -> str:
    return f"https://data.bis.org/topics/{key.flow.removeprefix('WS_')}"


_PROTOCOL: Final = SdmxProtocol(
    _HOST,
    _split,
    SdmxCodes(BIS_AREAS, _UNITS),
    structure_path=lambda flow: f"structure/dataflow/BIS/{flow}/1.0?references=descendants",
    data_path=_make_data_path,
    page=_make_page,
    find_area_codes=_find_area_codes,
    dimensions=_FLOWS,
    marks_forecasts=True,
)
