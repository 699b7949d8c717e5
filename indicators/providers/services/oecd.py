"""The data service of the OECD: SDMX 2.1, https://gitlab-docs.oecd.org (Data Explorer, developer API).

It allows 60 downloads an hour; descriptions of dataflows are not counted. Its period filter isn't always obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from indicators.errors import UsageError
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry, read_flow_list
from indicators.providers.services.comparisons import KnownSeries
from indicators.providers.services.sdmx_comparisons import compare_flows
from indicators.providers.services.sdmx_csv import SdmxCodes, SdmxKey
from indicators.providers.services.sdmx_service import SdmxProtocol, fetch_flow
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series

__all__ = ["OecdService"]

_HOST: Final = HttpService("oecd", "OECD", "https://sdmx.oecd.org/public/rest/", Quota(60, 3600))
_SERIES: Final = re.compile(
    r"(?P<flow>[A-Z][A-Z0-9.]*,[A-Z0-9_]+(?:@[A-Z0-9_]+)?(?:,[\d.]*)?)(?:/(?P<key>[\w.+*\-]*))?", re.IGNORECASE
)
_AREAS: Final = {"EU27_2020": "EUU", "EA": "EMU", "W": "WLD", "OECD": "OED"}
_UNITS: Final = {
    "PA": "% per year", "H": "hours", "XDC": "LCU", "USD_PPP": "international dollars", "PT_POP": "% of population",
    "GR": "%", "IX": "index", "PS": "persons",
}  # fmt: skip


class OecdService:
    """Dataflows with a key, such as ``OECD.SDD.STES,DSD_STES@DF_CLI,4.1/USA.M.LI...AA...H``."""

    hosts = (_HOST,)
    example = "OECD.SDD.STES,DSD_STES@DF_CLI,4.1/USA.M.LI...AA...H"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for the series of a key; see `PublisherService.fetch`."""
        return fetch_flow(_PROTOCOL, query)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask for series of the same dataflow together; see `ComparedService.compare`."""
        return compare_flows(_PROTOCOL, known)

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "dataflow/all/all/latest", "xml", is_download=False)
        return read_flow_list(answer, with_agency=True)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read an address of the Data Explorer (``df[id]``, ``df[ag]``, ``dq``) or of the service.

        Raises:
            UsageError: It is one of the archive.
        """
        parts = urlsplit(address)
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        _refuse_archive(parts, given)
        if parts.hostname == "data-explorer.oecd.org" and {"df[id]", "df[ag]"} <= given.keys():
            flow = ",".join([given["df[ag]"], given["df[id]"], given.get("df[vs]", "")])
            start, _, end = given.get("pd", "").partition(",")
            return FetchQuery(f"{flow}/{given.get('dq', '')}", start=start, end=end)
        if parts.hostname == "sdmx.oecd.org":
            found = re.fullmatch(r"/public/rest/data/([\w.,@]+)/([\w.+*\-]*)/?", unquote(parts.path))
            start, end = given.get("startPeriod", ""), given.get("endPeriod", "")
            return FetchQuery(f"{found[1]}/{found[2]}", start=start, end=end) if found else None
        return None


def _split(series: str) -> tuple[str, str]:
    found = match_series(_SERIES, series, _HOST.name, OecdService.example)
    return found["flow"], found["key"] or ""


def _refuse_archive(parts: SplitResult, given: Mapping[str, str]) -> None:
    """Refuse the old editions by name: their dataflows have the names of current ones, with other figures."""
    is_old = parts.hostname == "sdmx.oecd.org" and parts.path.casefold().startswith("/archive/")
    if is_old or (parts.hostname == "data-explorer.oecd.org" and "archive" in given.get("df[ds]", "").casefold()):
        found = f"{parts.hostname}{unquote(parts.path)}"
        raise UsageError(messages.OECD_ARCHIVE, found=found, hint=messages.OECD_CURRENT)


def _make_structure_path(flow: str) -> str:
    agency, id, version = (*flow.split(","), "")[:3]
    return f"dataflow/{agency}/{id}/{version or 'latest'}?references=descendants"


def _make_data_path(flow: str, key: str, query: FetchQuery) -> str:
    limits = "".join(
        f"{name}={text}&" for name, text in (("startPeriod", query.start), ("endPeriod", query.end)) if text
    )
    return f"data/{flow}/{quote(key, safe='.+*') or 'all'}?{limits}format=csv"


def _find_area_codes(area: Area, _flow: str) -> tuple[str, ...]:
    return next(((code,) for code, ours in _AREAS.items() if ours == area.code), (area.code,))


def _make_page(key: SdmxKey) -> str:
    return f"https://data-explorer.oecd.org/?tm={quote(key.flow)}"


_PROTOCOL: Final = SdmxProtocol(
    _HOST,
    _split,
    SdmxCodes(_AREAS, _UNITS),
    structure_path=_make_structure_path,
    data_path=_make_data_path,
    page=_make_page,
    find_area_codes=_find_area_codes,
)
