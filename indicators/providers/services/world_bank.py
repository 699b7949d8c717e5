"""The World Bank's API, version 2: `https://datahelpdesk.worldbank.org/knowledgebase/topics/125589`.

Its errors have status 200, and its pages the newest figures first. The frequency is seen from the shape of a period.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import quote

import pyarrow as pa

from indicators.errors import ProviderError, UsageError
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry
from indicators.providers.services.checked_tables import (
    check_distinct,
    check_fetched,
    explain_form,
    make_contradiction,
    make_table,
)
from indicators.providers.services.service import FetchedTable, FetchQuery, choose_filter, match_series, split_url
from indicators.providers.services.world_bank_doubts import read_doubts

_HOST: Final = HttpService("world-bank", "World Bank", "https://api.worldbank.org/v2/", Quota(4, 1))
_ROWS: Final = 20_000
_LISTED: Final = 10_000
_LONGEST_PATH: Final = 1_300  # the server fails beyond some 1,500 characters
_CODE: Final = re.compile(r"[A-Za-z0-9_.\-]{2,80}")
_FREQUENCIES: Final = {"M": "M", "Q": "Q"}
_UNKNOWN: Final = ("120", "175")
_COUNTS: Final = ("total", "pages", "page")
_HEAD: Final = ("total", "pages", "lastupdated")


class WorldBankService:
    """Indicators by their codes, such as ``NY.GDP.MKTP.CD``, of countries and groups."""

    hosts = (_HOST,)
    example = "NY.GDP.MKTP.CD"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for an indicator, or several joined by ``~``, page by page; see `PublisherService.fetch`."""
        codes = query.series.split("~")
        for code in codes:
            match_series(_CODE, code, _HOST.name, self.example)
        parts, remarks = [], []
        for code in codes:
            try:
                parts.append((yield from _fetch_one(replace(query, series=code))))
            except UsageError as error:  # withdrawn since it was asked for first
                if len(codes) == 1:
                    raise
                remarks.append(str(error))
        if not parts:
            raise UsageError(messages.NO_SERIES.format(provider=_HOST.name), found=query.series)
        fetched = parts[0] if len(parts) == 1 else _join(parts)
        checked = check_fetched(fetched, query, _HOST.name, areas=_list_codes(query))
        return replace(checked, remarks=(*remarks, *checked.remarks))

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for all indicators, page by page; see `ListedService.list_catalogue`."""
        entries: list[CatalogueEntry] = []
        page, pages = 1, 1
        while page <= pages:
            answer = yield HttpRequest(_HOST, f"indicator?format=json&per_page={_LISTED}&page={page}", "json")
            with explain_form(_HOST.name):
                head, rows = json.loads(answer.read_text())
                pages, page = int(head["pages"]), page + 1
                entries += [
                    CatalogueEntry(str(row["id"]), str(row["name"]), unit=str(row.get("unit") or "")) for row in rows
                ]
        return entries

    def list_changes(self) -> Conversation[dict[str, str]]:
        """Ask for the databases, each with the day of its last update; see `DatedService.list_changes`."""
        answer = yield HttpRequest(_HOST, "source?format=json&per_page=1000", "json")
        with explain_form(_HOST.name):
            _, rows = json.loads(answer.read_text())
            return {str(row["id"]): str(row["lastupdated"])[:10] for row in rows}

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.worldbank.org/indicator/CODE?locations=RU-CN`` or an address of the API."""
        host, path, given = split_url(address)
        if host == "data.worldbank.org" and (found := re.fullmatch(r"/indicator/([\w.]+)/?", path)):
            areas = tuple(Area(code, code) for code in given.get("locations", "").split("-") if code)
            return FetchQuery(found[1], areas, given.get("start", ""), given.get("end", ""))
        if host == "api.worldbank.org":
            found = re.fullmatch(r"/v2/(?:\w\w/)?countr(?:y|ies)/([\w;]+)/indicators?/([\w.]+)/?", path)
            start, _, end = given.get("date", "").partition(":")
            if alone := re.fullmatch(r"/v2/(?:\w\w/)?indicators?/([\w.]+)/?", path):
                return FetchQuery(alone[1], (), start, end or start)
            if found:
                codes = [code for code in found[1].split(";") if code.casefold() != "all"]
                return FetchQuery(found[2], tuple(Area(code, code) for code in codes), start, end or start)
        return None


def _fetch_one(query: FetchQuery) -> Conversation[FetchedTable]:
    pages = yield from _read_pages(query, is_fresh=False)
    if pages is None:  # it changed while it was read: once more, without what an interrupted fetch kept
        pages = yield from _read_pages(query, is_fresh=True)
    if pages is None:
        raise ProviderError(messages.CHANGED_WHILE_READ.format(provider=_HOST.name), hint=messages.FETCH_AGAIN)
    with explain_form(_HOST.name):
        return _make_fetched(query, pages)


def _join(parts: list[FetchedTable]) -> FetchedTable:
    """Join the tables of several indicators."""
    return FetchedTable(
        pa.concat_tables(one.table for one in parts), messages.WORLD_BANK_SERIES, _HOST.name,
        updated=max(one.updated for one in parts), part=parts[0].part if len({one.part for one in parts}) == 1 else "",
        page="https://data.worldbank.org/indicator",
        answers=tuple(answer for one in parts for answer in one.answers),
    )  # fmt: skip


def _list_codes(query: FetchQuery) -> tuple[str, ...]:
    return tuple(area.code for area in query.areas)


@dataclass(slots=True)
class _Pages:
    """The pages read so far."""

    answers: list[HttpAnswer] = field(default_factory=list)
    heads: list[dict[str, Any]] = field(default_factory=list)
    tables: list[pa.Table] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(table.num_rows for table in self.tables)

    @property
    def are_complete(self) -> bool:
        return bool(self.heads) and len(self.heads) >= self.heads[0]["pages"]

    @property
    def are_of_one_state(self) -> bool:
        return all(head.get(name) == self.heads[0].get(name) for head in self.heads for name in _HEAD)


def _read_pages(query: FetchQuery, *, is_fresh: bool) -> Conversation[_Pages | None]:
    """Read all pages; return them, or ``None`` if the service changed the figures meanwhile."""
    pages = _Pages()
    while not pages.are_complete:
        page = len(pages.heads) + 1
        answer = yield HttpRequest(_HOST, _make_path(query, page), "json", is_fresh=is_fresh)
        head, rows = _read_page(answer, query)
        pages.answers.append(answer)
        pages.heads.append(head)
        with explain_form(_HOST.name):
            pages.tables.append(_tabulate(query, rows))
        if not pages.are_of_one_state:
            return None
        if (head["page"] or page) != page:
            raise make_contradiction(_HOST.name, messages.PAGES_DIFFER.format(page=head["page"], expected=page))
        if not rows:
            break
    total = pages.heads[0]["total"]
    if total != pages.rows:
        raise make_contradiction(_HOST.name, messages.ROWS_MISSING.format(found=pages.rows, expected=total))
    if len(pages.tables) > 1:
        check_distinct(pa.concat_tables(pages.tables).select(["REF_AREA", "TIME_PERIOD"]), _HOST.name)
    return pages


def _make_path(query: FetchQuery, page: int) -> str:
    first, last = query.years
    years = f"&date={first or '1900'}:{last or query.day.year}" if first or last else ""
    chosen = choose_filter(query, _HOST.name, "source")
    source = f"&source={quote(chosen)}" if chosen else ""
    countries = ";".join(quote(code) for code in _list_codes(query)) or "all"
    if len(countries) > _LONGEST_PATH:
        countries = "all"
    return f"country/{countries}/indicator/{query.series}?format=json&per_page={_ROWS}&page={page}{years}{source}"


def _read_page(answer: HttpAnswer, query: FetchQuery) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    with explain_form(_HOST.name):
        content = json.loads(answer.read_text(), parse_float=str, parse_int=str)
        if len(content) == 1:
            raise _make_refusal(content[0]["message"][0], query)
        head, rows = content
        counts = {name: int(head.get(name) or 0) for name in _COUNTS}
        return {**head, **counts}, list(rows or [])


def _make_refusal(said: Mapping[str, str], query: FetchQuery) -> ProviderError | UsageError:
    """Return the error for a message with status 200: an unknown code of a country or an indicator, or another one."""
    words = f"{said.get('key', '')}: {said.get('value', '')}".strip(": ")
    if said.get("id") in _UNKNOWN:
        codes = ", ".join((query.series, *_list_codes(query)))
        return UsageError(messages.NO_SERIES.format(provider=_HOST.name), found=codes, hint=words)
    return ProviderError(messages.SAID.format(provider=_HOST.name, words=words))


def _tabulate(query: FetchQuery, rows: list[dict[str, Any]]) -> pa.Table:
    """Make a table of the rows of a page.

    Raises:
        ProviderError: They are of another series.
    """
    others = sorted({str(row["indicator"]["id"]) for row in rows} - {query.series})
    if others:
        raise make_contradiction(_HOST.name, messages.OTHER_SERIES.format(found=", ".join(others[:3])))
    periods = [str(row["date"]) for row in rows]
    areas = [str(row.get("countryiso3code") or row["country"]["id"]) for row in rows]
    doubts = [_find_doubt(query.series, area, period) for area, period in zip(areas, periods, strict=True)]
    return make_table({
        "INDICATOR": [query.series] * len(rows),
        "INDICATOR_NAME": [str(row["indicator"]["value"]) for row in rows],
        "REF_AREA": areas,
        "FREQ": [_FREQUENCIES.get(period[4:5], "A") for period in periods],
        "TIME_PERIOD": periods,
        "OBS_VALUE": [row["value"] for row in rows],
        "UNIT_MEASURE": [row.get("unit") for row in rows],
        "OBS_STATUS": ["U" if doubt else row.get("obs_status") for doubt, row in zip(doubts, rows, strict=True)],
        "NOTE": doubts,
    })  # fmt: skip


def _make_fetched(query: FetchQuery, pages: _Pages) -> FetchedTable:
    table = pa.concat_tables(pages.tables)
    title = str(table["INDICATOR_NAME"][0]) if table.num_rows else query.series
    return FetchedTable(
        table, title, _HOST.name, updated=str(pages.heads[0].get("lastupdated") or "")[:10],
        part=str(pages.heads[0].get("sourceid") or ""),
        answers=tuple(pages.answers), page=f"https://data.worldbank.org/indicator/{query.series}",
    )  # fmt: skip


def _find_doubt(code: str, area: str, period: str) -> str:
    """Return why a figure can't be right; or nothing."""
    known = read_doubts().get(code, ())
    return next((doubt.note for doubt in known if doubt.applies_to(area, int(period[:4]))), "")
