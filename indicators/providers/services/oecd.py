"""The data service of the OECD: SDMX 2.1, https://gitlab-docs.oecd.org (Data Explorer, developer API).

It allows 60 downloads an hour; descriptions of dataflows are not counted. Its period filter isn't always obeyed.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

from indicators.errors import UsageError
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry, read_flow_list
from indicators.providers.services.sdmx_service import SdmxService
from indicators.providers.services.service import FetchQuery, split_url

_HOST: Final = HttpService("oecd", "OECD", "https://sdmx.oecd.org/public/rest/", Quota(60, 3600))
_AREAS: Final = {"EU27_2020": "EUU", "EA": "EMU", "W": "WLD", "OECD": "OED"}
_UNITS: Final = {
    "PA": "% per year", "H": "hours", "XDC": "LCU", "USD_PPP": "international dollars", "PT_POP": "% of population",
    "GR": "%", "IX": "index", "PS": "persons",
}  # fmt: skip


class OecdService(SdmxService):
    """Dataflows with a key, such as ``OECD.SDD.STES,DSD_STES@DF_CLI,4.1/USA.M.LI...AA...H``."""

    hosts = (_HOST,)
    example = "OECD.SDD.STES,DSD_STES@DF_CLI,4.1/USA.M.LI...AA...H"
    pattern = re.compile(
        r"(?P<flow>[A-Z][A-Z0-9.]*,[A-Z0-9_]+(?:@[A-Z0-9_]+)?(?:,[\d.]*)?)(?:/(?P<key>[\w.+*\-]*))?", re.IGNORECASE
    )
    areas = _AREAS
    units = _UNITS

    def _make_structure_path(self, flow: str) -> str:
        agency, id, version = (*flow.split(","), "")[:3]
        return f"dataflow/{agency}/{id}/{version or 'latest'}?references=descendants"

    def _make_data_path(self, flow: str, key: str, query: FetchQuery) -> str:
        return f"data/{flow}/{quote(key, safe='.+*') or 'all'}?format=csv{query.limits}"

    def _make_page(self, flow: str) -> str:
        return f"https://data-explorer.oecd.org/?tm={quote(flow)}"

    def _find_area_codes(self, area: Area, _flow: str) -> tuple[str, ...]:
        return next(((code,) for code, ours in _AREAS.items() if ours == area.code), (area.code,))

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "dataflow/all/all/latest", "xml", is_download=False)
        return read_flow_list(answer, with_agency=True)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read an address of the Data Explorer (``df[id]``, ``df[ag]``, ``dq``) or of the service.

        Raises:
            UsageError: It is one of the archive.
        """
        host, path, given = split_url(address)
        _refuse_archive(host, path, given.get("df[ds]", ""))
        if host == "data-explorer.oecd.org" and {"df[id]", "df[ag]"} <= given.keys():
            flow = ",".join([given["df[ag]"], given["df[id]"], given.get("df[vs]", "")])
            start, _, end = given.get("pd", "").partition(",")
            return FetchQuery(f"{flow}/{given.get('dq', '')}", start=start, end=end)
        if host == "sdmx.oecd.org":
            found = re.fullmatch(r"/public/rest/data/([\w.,@]+)/([\w.+*\-]*)/?", unquote(path))
            start, end = given.get("startPeriod", ""), given.get("endPeriod", "")
            return FetchQuery(f"{found[1]}/{found[2]}", start=start, end=end) if found else None
        return None


def _refuse_archive(host: str, path: str, source: str) -> None:
    """Refuse the old editions by name: their dataflows have the names of current ones, with other figures."""
    is_old = host == "sdmx.oecd.org" and path.casefold().startswith("/archive/")
    if is_old or (host == "data-explorer.oecd.org" and "archive" in source.casefold()):
        raise UsageError(messages.OECD_ARCHIVE, found=f"{host}{unquote(path)}", hint=messages.OECD_CURRENT)
