"""The services of Eurostat: JSON-stat for direct answers, SDMX with a ticket for large ones.

https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access. The service passes over codes that a dataset
doesn't have, so they are looked for in its answer.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pyarrow as pa

from indicators.errors import ProviderError, UsageError, suggest_nearest
from indicators.importing.batches import FileOptions
from indicators.importing.formats.json_stat import read_json_stat
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.fetching.refusals import make_status_error
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry
from indicators.providers.services.checked_tables import check_fetched, explain_form
from indicators.providers.services.eurostat_cubes import EURO_AREA, shape_cube
from indicators.providers.services.eurostat_tickets import fetch_with_ticket
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series

_HOST: Final = HttpService("eurostat", "Eurostat", "https://ec.europa.eu/eurostat/api/dissemination/", Quota(2, 1))
_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_$\-]{2,60}")
_TOO_LARGE: Final = 413
_LATER: Final = "ASYNCHRONOUS_RESPONSE"
_AREA_CODES: Final = {"GRC": ("EL",), "GBR": ("UK",), "EUU": ("EU27_2020",), "EMU": EURO_AREA}


class EurostatService:
    """Datasets by their codes, such as ``une_rt_m``, with codes of dimensions: ``sex=T``, ``unit=PC_ACT``."""

    hosts = (_HOST,)
    example = "une_rt_m --dimension sex=T"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for a dataset; see `PublisherService.fetch`."""
        match_series(_CODE, query.series, _HOST.name, self.example)
        answer = yield HttpRequest(_HOST, _make_path(query), "json", expected=(_TOO_LARGE,))
        with explain_form(_HOST.name):
            content = json.loads(answer.read_text())
            is_deferred = _is_deferred(answer, content)
        if is_deferred:
            return (yield from fetch_with_ticket(_HOST, query, _list_areas(query)))
        with explain_form(_HOST.name):
            _refuse_absent(content, query)
            fetched = _make_fetched(content, query, answer)
        return check_fetched(fetched, query, _HOST.name, areas=_list_spellings(query), marks_forecasts=True)

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the table of contents; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "catalogue/toc/txt?lang=en", "csv", is_download=False)
        with explain_form(_HOST.name):
            rows = csv.DictReader(io.StringIO(answer.read_text()), delimiter="\t", skipinitialspace=True)
            found = {}
            for row in rows:
                if (row.get("type") or "").strip() in ("dataset", "table"):
                    code = str(row["code"]).strip()
                    day = "-".join(reversed((row.get("last update of data") or "").strip().split(".")))
                    start, end = ((row.get(name) or "").strip() for name in ("data start", "data end"))
                    found[code] = CatalogueEntry(code, str(row["title"]).strip(), "", start, end, "", day)
            return list(found.values())

    def list_changes(self) -> Conversation[dict[str, str]]:
        """Ask for the day of the last update of each dataset; see `DatedService.list_changes`."""
        entries = yield from self.list_catalogue()
        return {one.code.casefold(): one.updated for one in entries}

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``ec.europa.eu/eurostat/databrowser/view/CODE`` or an address of the service."""
        parts = urlsplit(address)
        if parts.hostname != "ec.europa.eu":
            return None
        if page := re.fullmatch(r"/eurostat/databrowser/(?:view|product/view)/([\w$]+)(?:/.*)?", parts.path):
            return FetchQuery(page[1])
        if data := re.fullmatch(r"/eurostat/api/dissemination/statistics/1\.0/data/([\w$]+)/?", parts.path):
            given = {name: "~".join(values) for name, values in parse_qs(parts.query).items()}
            codes = {
                name: text for name, text in given.items() if name.islower() and name not in ("geo", "format", "lang")
            }
            areas = tuple(Area(code, code) for code in given.get("geo", "").split("~") if code)
            start, end = given.get("sinceTimePeriod", ""), given.get("untilTimePeriod", "")
            return FetchQuery(data[1], areas, start, end, codes)
        return None


def _make_path(query: FetchQuery) -> str:
    asked = [("format", "JSON"), ("lang", "EN")]
    asked += [("geo", code) for code in _list_areas(query)]
    asked += [(name, code) for name, codes in query.filters.items() for code in codes.split("~")]
    asked += [("sinceTimePeriod", query.start)] if query.start else []
    asked += [("untilTimePeriod", query.end)] if query.end else []
    return f"statistics/1.0/data/{quote(query.series.lower())}?{urlencode(asked)}"


def _list_areas(query: FetchQuery) -> list[str]:
    """List Eurostat's codes of the areas asked for.

    Raises:
        UsageError: It has none for one of them.
    """
    codes: list[str] = []
    for area in query.areas:
        found = _AREA_CODES.get(area.code) or ((area.alpha2,) if area.alpha2 else ())
        if not found:
            raise UsageError(messages.COUNTRY_UNKNOWN.format(provider=_HOST.name, area=area.name))
        codes += found
    return codes


def _list_spellings(query: FetchQuery) -> tuple[str, ...]:
    return (*_list_areas(query), *query.spellings) if query.areas else ()


def _is_deferred(answer: HttpAnswer, content: Any) -> bool:
    """Return whether the service prepares the answer for later.

    Raises:
        ProviderError: It refuses because the answer would be too large.
    """
    if "value" in content:
        return False
    if _LATER in answer.read_text():
        return True
    refused = (content.get("error") or content.get("warning") or [{}])[0]
    raise make_status_error(_HOST, int(refused.get("status") or answer.status), answer.read())


def _refuse_absent(content: Mapping[str, Any], query: FetchQuery) -> None:
    """Refuse codes and dimensions that the dataset doesn't have: the service passes over them.

    Raises:
        UsageError: It doesn't have one.
    """
    ids = [str(id) for id in content["id"]]
    for name, codes in query.filters.items():
        if name not in ids:
            message = messages.NO_DIMENSION.format(series=query.series, dimension=name)
            raise UsageError(message, expected=", ".join(ids), hint=suggest_nearest(name, ids))
        known = list(content["dimension"][name]["category"]["index"])
        for code in codes.split("~"):
            if code.upper() not in map(str.upper, known):
                message = messages.NO_CODE.format(series=query.series, dimension=name)
                raise UsageError(message, found=code, hint=suggest_nearest(code, known))


def _make_fetched(content: dict[str, Any], query: FetchQuery, answer: HttpAnswer) -> FetchedTable:
    title = " ".join(str(content.get("label") or query.series).split())
    if not content["value"]:
        raise ProviderError(messages.NO_FIGURES.format(provider=_HOST.name, series=query.series), hint=messages.WIDEN)
    read = read_json_stat(content, _HOST.name, FileOptions())
    rows = pa.concat_tables(batch.table for batch in read.batches)
    table, dimensions = shape_cube(rows, query, title)
    return FetchedTable(
        table, title, _HOST.name, dimensions, updated=str(content.get("updated") or "")[:10], answers=(answer,),
        part=query.series.casefold(),
        page=f"https://ec.europa.eu/eurostat/databrowser/view/{query.series.lower()}",
    )  # fmt: skip
