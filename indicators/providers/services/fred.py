"""FRED, the service of the Federal Reserve Bank of St. Louis: https://fred.stlouisfed.org/docs/api/fred/.

With ``vintages=all`` every figure comes as it was published each time (ALFRED); one that a later edition no longer has
is withdrawn on that day. It asks for a key. The country of a series is known from its tags alone; the multiplier stands
in the words of its unit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import pyarrow as pa

from indicators.errors import UsageError
from indicators.model.periods import Frequency, TimePeriod
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import ApiKey, HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.publishing_days import find_publishing_days
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry
from indicators.providers.services.checked_tables import (
    check_distinct,
    check_fetched,
    explain_form,
    make_contradiction,
    make_table,
)
from indicators.providers.services.comparisons import KnownSeries
from indicators.providers.services.service import FetchedTable, FetchQuery, choose_filter, match_series, split_url

_HOST: Final = HttpService(
    "fred", "FRED", "https://api.stlouisfed.org/fred/", Quota(2, 1),
    ApiKey("FRED_API_KEY", "api_key", "https://fred.stlouisfed.org/docs/api/api_key.html"),
)  # fmt: skip
_CODE: Final = re.compile(r"[A-Za-z0-9_]{1,40}")
_ROWS: Final = 100_000
_PERIODS: Final = {
    "A": Frequency.ANNUAL, "SA": Frequency.HALF_YEARLY, "Q": Frequency.QUARTERLY, "M": Frequency.MONTHLY,
    "D": Frequency.DAILY,
}  # fmt: skip
_MISSING: Final = "."
_ALL: Final = "all"
_EVERY_EDITION: Final = "&realtime_start=1776-07-04&realtime_end=9999-12-31"
_KEY: Final = ("date", "realtime_start")
_NO_CALENDAR: Final = (400, 403, 404, 410, 500, 502, 503, 504)
_DATES: Final = 100
_UPDATES: Final = 1000
_MOST_PAGES: Final = 10
_DELAY: Final = timedelta(hours=1)  # after which an update is surely in the answers
_PAGE: Final = "https://fred.stlouisfed.org/series/{code}"


class FredService:
    """Series by their codes, such as ``GDP``."""

    hosts = (_HOST,)
    example = "GDP"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for a series: what it is, where it is of, and its figures; see `PublisherService.fetch`."""
        match_series(_CODE, query.series, _HOST.name, self.example)
        vintages = choose_filter(query, _HOST.name, "vintages", (_ALL,))
        code = query.series.upper()
        described = yield _ask("series", code)
        tagged = yield _ask("series/tags", code)
        with explain_form(_HOST.name):
            about = json.loads(described.read_text())["seriess"][0]
            tags = json.loads(tagged.read_text())["tags"]
            area, remarks = _find_area(code, tags, query), _list_rights(tags)
        next_release = yield from _find_next_release(code, query.day)
        answers, rows = yield from _read_rows(code, query, _EVERY_EDITION if vintages else "")
        with explain_form(_HOST.name):
            table = _make_table(code, area, about, rows)
            table = _add_vintages(table, rows) if vintages else table
        fetched = FetchedTable(
            table, str(about["title"]), _HOST.name, updated=str(about.get("last_updated") or "")[:10],
            next_release=next_release, page=_PAGE.format(code=code), answers=(described, *answers), remarks=remarks,
        )  # fmt: skip
        return check_fetched(fetched, query, _HOST.name, marks_forecasts=True)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask which series were updated lately; the others are as they were. See `ComparedService.compare`."""
        told: dict[str, datetime] = {}
        oldest, since, rows = min(one.checked for one in known) - _DELAY, datetime.max.replace(tzinfo=UTC), 0
        for _ in range(min(len(known), _MOST_PAGES)):
            path = f"series/updates?limit={_UPDATES}&offset={rows}&file_type=json"
            answer = yield HttpRequest(_HOST, path, "json", is_fresh=True)
            with explain_form(_HOST.name):
                days = [(str(one["id"]), _read_time(one["last_updated"])) for one in _read_listed(answer)]
            for code, day in days:
                if day > since:
                    raise make_contradiction(_HOST.name, messages.NOT_NEWEST_FIRST)
                told.setdefault(code, day)
                since = day
            rows += len(days)
            if not days or since < oldest:
                break
        return {
            place: False
            for place, one in enumerate(known)
            if told.get(one.query.series.upper(), since) < one.checked - _DELAY
        }

    def search(self, words: str) -> Conversation[list[CatalogueEntry]]:
        """Ask for the series that FRED finds; see `SearchedService.search`."""
        answer = yield HttpRequest(_HOST, f"series/search?search_text={quote(words)}&file_type=json&limit=100", "json")
        with explain_form(_HOST.name):
            return [
                CatalogueEntry(
                    str(one["id"]), str(one["title"]), str(one["frequency_short"]), str(one["observation_start"]),
                    str(one["observation_end"]), str(one["units"]), str(one["last_updated"])[:10],
                )
                for one in _read_listed(answer)
            ]  # fmt: skip

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``fred.stlouisfed.org/series/CODE`` or an address of the service, whose key is passed over."""
        host, path, given = split_url(address)
        if host == "api.stlouisfed.org" and path in ("/fred/series", "/fred/series/observations"):
            return FetchQuery(given["series_id"]) if "series_id" in given else None
        found = re.fullmatch(r"/series/(\w+)/?", path) if host == "fred.stlouisfed.org" else None
        return FetchQuery(found[1]) if found else None


def _ask(path: str, code: str, more: str = "") -> HttpRequest:
    return HttpRequest(_HOST, f"{path}?series_id={quote(code)}&file_type=json{more}", "json")


def _read_listed(answer: HttpAnswer) -> list[dict[str, Any]]:
    return list(json.loads(answer.read_text())["seriess"])


def _read_time(text: str) -> datetime:
    """Read a time of FRED.

    >>> _read_time("2025-01-20 08:40:21-06").isoformat()
    '2025-01-20T08:40:21-06:00'
    """
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _find_next_release(code: str, today: date) -> Conversation[str]:
    """Return the day for which the next release is announced; empty if that isn't known, which keeps nothing away.

    The calendar also has days on which nothing comes, such as holidays.
    """
    released = yield replace(_ask("series/release", code), expected=_NO_CALENDAR)
    if released.status in _NO_CALENDAR:
        return ""
    with explain_form(_HOST.name):
        id = int(json.loads(released.read_text())["releases"][0]["id"])
    path = f"release/dates?release_id={id}&include_release_dates_with_no_data=true&sort_order=desc&limit={_DATES}"
    listed = yield HttpRequest(_HOST, f"{path}&file_type=json", "json", expected=_NO_CALENDAR)
    if listed.status in _NO_CALENDAR:
        return ""
    with explain_form(_HOST.name):
        days = [date.fromisoformat(one["date"]) for one in json.loads(listed.read_text())["release_dates"]]
    is_open = find_publishing_days(_HOST.id)
    return min((day.isoformat() for day in days if day > today and is_open(day)), default="")


def _read_rows(
    code: str, query: FetchQuery, editions: str
) -> Conversation[tuple[list[HttpAnswer], list[dict[str, Any]]]]:
    """Read all figures, page by page."""
    limits = [("observation_start", query.start, 0), ("observation_end", query.end, -1)]
    days = "".join(f"&{name}={_find_day(text, last=bool(end))}" for name, text, end in limits if text)
    answers: list[HttpAnswer] = []
    rows: list[dict[str, Any]] = []
    count = 0
    while not answers or len(rows) < count:
        answer = yield _ask("series/observations", code, f"&limit={_ROWS}&offset={len(rows)}{days}{editions}")
        with explain_form(_HOST.name):
            content = json.loads(answer.read_text())
            count, found = int(content["count"]), list(content["observations"])
        answers.append(answer)
        rows += found
        if not found and len(rows) < count:
            raise make_contradiction(_HOST.name, messages.ROWS_MISSING.format(found=len(rows), expected=count))
    if len(answers) > 1:
        with explain_form(_HOST.name):
            check_distinct(make_table({name: [str(row[name]) for row in rows] for name in _KEY}), _HOST.name)
    return answers, rows


def _find_day(text: str, *, last: bool) -> str:
    period = TimePeriod.parse(text)
    return (period.last if last else period.first).isoformat()


def _find_area(code: str, tags: list[Mapping[str, Any]], query: FetchQuery) -> str:
    """Return the country that the tags name, in FRED's words; or the one the user names, if they name none.

    Raises:
        UsageError: Neither does, or they differ.
    """
    kinds = [str(tag["name"]) for tag in tags if tag.get("group_id") == "geot"]
    named = [str(tag["name"]) for tag in tags if tag.get("group_id") == "geo"]
    asked = [area.code for area in query.areas]
    if len(named) == 1 and kinds in ([], ["nation"]):
        return named[0]
    if not named and len(asked) == 1:
        return asked[0]
    found = ", ".join(named) or None
    raise UsageError(
        messages.WHICH_COUNTRY.format(provider=_HOST.name, series=code), found=found, hint=messages.NAME_ONE
    )


def _list_rights(tags: list[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return what the tags say about the rights of others."""
    rights = [str(tag["name"]) for tag in tags if tag.get("group_id") == "cc" and "public domain" not in tag["name"]]
    return tuple(messages.RIGHTS.format(rights=one) for one in rights)


def _make_table(code: str, area: str, about: Mapping[str, Any], rows: list[dict[str, Any]]) -> Any:
    frequency = _PERIODS.get(str(about.get("frequency_short")))
    adjustment = str(about.get("seasonal_adjustment") or "")
    unadjusted = adjustment.casefold().startswith("not ")
    notes = [str(about.get("frequency") or "") if frequency is None else "", "" if unadjusted else adjustment]
    length = len(rows)
    return make_table({
        "INDICATOR": [f"FRED:{code}"] * length,
        "INDICATOR_NAME": [str(about["title"])] * length,
        "REF_AREA": [area] * length,
        "TIME_PERIOD": [_name_period(str(row["date"]), frequency) for row in rows],
        "OBS_VALUE": ["" if row["value"] == _MISSING else str(row["value"]) for row in rows],
        "UNIT_MEASURE": [str(about["units"])] * length,
        "NOTE": ["; ".join(filter(None, notes))] * length,
    })  # fmt: skip


def _add_vintages(table: pa.Table, rows: list[dict[str, Any]]) -> pa.Table:
    """Add the day of the edition that first has each figure; one that an edition no longer has is withdrawn by it."""
    table = table.append_column("VINTAGE", pa.array([str(row["realtime_start"]) for row in rows]))
    published: set[str] = set()
    withdrawn = [""] * len(rows)
    for place in sorted(range(len(rows)), key=lambda place: str(rows[place]["realtime_start"])):
        row = rows[place]
        if row["value"] != _MISSING:
            published.add(row["date"])
        elif row["date"] in published:
            withdrawn[place] = "O"
    return table.append_column("OBS_STATUS", pa.array(withdrawn))


def _name_period(day: str, frequency: Frequency | None) -> str:
    """Return the period that begins on a day; the day itself for weeks.

    >>> _name_period("2024-04-01", Frequency.QUARTERLY)
    '2024-Q2'
    """
    return day if frequency is None else str(TimePeriod.containing(date.fromisoformat(day), frequency))
