"""The data service of the Bank for International Settlements: SDMX, https://stats.bis.org/api-doc/v2/."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.services.catalogues import CatalogueEntry, read_flow_list
from indicators.providers.services.sdmx_service import SdmxService
from indicators.providers.services.sdmx_structures import FlowStructure, SdmxDimension
from indicators.providers.services.service import FetchQuery, split_url

_HOST: Final = HttpService("bis", "BIS", "https://stats.bis.org/api/v2/", Quota(2, 1))
_CATALOGUE_HOST: Final = HttpService("bis-catalogue", "BIS", "https://stats.bis.org/api/v1/", Quota(2, 1))
BIS_AREAS: Final = {"XM": "EMU", "XW": "WLD", "4T": "BIS4T", "5R": "BIS5R"}
"""The codes of the BIS for groups of countries, and the codes of ``areas.csv`` for them."""
_UNITS: Final = {"368": "% per year", "771": "% per year", "770": "% of GDP", "799": "units"}
_FLOWS: Final = {
    "WS_CBPOL": FlowStructure("Central bank policy rates", tuple(map(SdmxDimension, ("FREQ", "REF_AREA")))),
}  # fmt: skip


class BisService(SdmxService):
    """Dataflows with a key, such as ``WS_CBPOL/D.CH``."""

    hosts = (_HOST, _CATALOGUE_HOST)
    example = "WS_CBPOL/M.US+XM"
    pattern = re.compile(r"(?:BIS,)?(?P<flow>[A-Z][A-Z0-9_]{1,29})(?:,\d+\.\d+)?(?:[/.](?P<key>[\w.+*\-]*))?")
    areas = BIS_AREAS
    units = _UNITS
    structures = _FLOWS
    marks_forecasts = True

    def _make_structure_path(self, flow: str) -> str:
        return f"structure/dataflow/BIS/{flow}/1.0?references=descendants"

    def _make_data_path(self, flow: str, key: str, query: FetchQuery) -> str:
        places = ".".join(part or "*" for part in key.split(".")) if key.strip(".") else "*"
        return f"data/dataflow/BIS/{flow}/1.0/{quote(places, safe='.+*')}?format=csv{query.limits}"

    def _make_page(self, flow: str) -> str:
        return f"https://data.bis.org/topics/{flow.removeprefix('WS_')}"

    def _find_area_codes(self, area: Area, _flow: str) -> tuple[str, ...]:
        own = tuple(code for code, ours in BIS_AREAS.items() if ours == area.code)
        return own or ((area.alpha2,) if area.alpha2 else ())

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_CATALOGUE_HOST, "dataflow/BIS/all/latest", "xml", is_download=False)
        return read_flow_list(answer, with_agency=False)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.bis.org/topics/CBPOL/BIS,WS_CBPOL,1.0/D.CH`` or an address of the service."""
        host, path, _ = split_url(address)
        pattern = {
            "data.bis.org": r"/topics/\w+/BIS,(\w+),[\d.]+/([\w.+*\-]+)/?",
            "stats.bis.org": r"/api/v[12]/data/(?:dataflow/BIS/)?(\w+)(?:/[\d.]+)?/([\w.+*\-]+)(?:/all)?/?",
        }.get(host, "")
        found = re.fullmatch(pattern, path) if pattern else None
        return FetchQuery(f"{found[1]}/{found[2]}") if found else None
