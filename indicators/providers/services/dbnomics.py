"""DBnomics, which passes on the figures of many publishers: https://api.db.nomics.world/v22/apidocs.

Units, areas and everything else are dimensions of a series, under the names of its first publisher.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Final
from urllib.parse import quote

from indicators.errors import IndicatorsError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.importing.area_cells import AreaReader
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
from indicators.providers.services.comparisons import KnownSeries, compare_joint
from indicators.providers.services.service import LABEL, FetchedTable, FetchQuery, match_series, split_url

_HOST: Final = HttpService("dbnomics", "DBnomics", "https://api.db.nomics.world/v22/", Quota(2, 1))
_SERIES: Final = re.compile(r"(?P<provider>[\w.\-]+)/(?P<dataset>[\w.:@\-]+)(?:/(?P<series>[^/?#\s]+))?")
_AT_ONCE: Final = 1000
_IN_AN_ADDRESS: Final = 50
_MOST: Final = 20_000
_AREAS: Final = (
    "ref_area", "geo", "country", "weo_country", "location", "area", "reporter", "reference_area", "economy", "cou",
    "iso", "weo_countries_group", "ref_area_code",
)  # fmt: skip
_UNITS: Final = ("unit", "unit_measure", "units", "weo_unit", "unit_of_measure")
_FREQUENCIES: Final = ("freq", "frequency")
_FREQUENCY_CODES: Final = {
    "annual": "A", "bi-annual": "S", "quarterly": "Q", "monthly": "M", "weekly": "", "daily": "D",
}  # fmt: skip
_NO_SCALE: Final = ("IMF", "WEO")
_MISSING: Final = ("NA", "NaN", "None", "")


class DbnomicsService:
    """Series and datasets as ``PROVIDER/DATASET/SERIES``; points without a code in the series stand for all."""

    hosts = (_HOST,)
    example = "BIS/WS_CBPOL/M.CH"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for series, a thousand at a time; see `PublisherService.fetch`."""
        match_series(_SERIES, query.series, _HOST.name, self.example)
        answers, content, docs = yield from _read_series(query)
        return _finish(query, content, docs, answers)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask for single series together, whatever their datasets; see `ComparedService.compare`."""
        single = [place for place, one in enumerate(known) if _is_single(one.query)]
        changed: dict[int, bool] = {}
        for start in range(0, len(single), _IN_AN_ADDRESS):
            places = single[start : start + _IN_AN_ADDRESS]
            changed |= yield from self._compare_some(known, places)
        return changed

    def _compare_some(self, known: Sequence[KnownSeries], places: list[int]) -> Conversation[dict[int, bool]]:
        ids = ",".join(dict.fromkeys(quote(known[place].query.series, safe="/:@.") for place in places))
        answer = yield HttpRequest(_HOST, f"series?series_ids={ids}&observations=1&metadata=1&limit={_AT_ONCE}", "json")
        with explain_form(_HOST.name):
            content = _read_content(answer)
            docs = {f"{one['provider_code']}/{one['dataset_code']}/{one['series_code']}": one
                    for one in content["series"]["docs"]}  # fmt: skip
        joint = {}
        for place in places:
            query = known[place].query
            with suppress(IndicatorsError):
                joint[place] = _finish(query, content, [docs[query.series]] if query.series in docs else [], [answer])
        return (yield from compare_joint(known, joint, self.fetch))

    def search(self, words: str) -> Conversation[list[CatalogueEntry]]:
        """Ask for the datasets that DBnomics finds; see `SearchedService.search`."""
        answer = yield HttpRequest(_HOST, f"search?q={quote(words)}&limit=100", "json")
        with explain_form(_HOST.name):
            docs = json.loads(answer.read_text())["results"]["docs"]
            codes = [f"{one['provider_code']}/{one['code']}" for one in docs]
            days = [str(one.get("indexed_at") or "")[:10] for one in docs]
            names = [str(one["name"]) for one in docs]
            found = zip(codes, names, days, strict=True)
            return [CatalogueEntry(code, name, updated=day) for code, name, day in found]

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``db.nomics.world/PROVIDER/DATASET/SERIES`` or an address of the service."""
        host, path, _ = split_url(address)
        if host == "api.db.nomics.world" and path.startswith("/v22/series/"):
            path = path.removeprefix("/v22/series/")
        elif host not in ("db.nomics.world", "www.db.nomics.world"):
            return None
        found = _SERIES.fullmatch(path.strip("/"))
        return FetchQuery(found[0]) if found else None


def _finish(
    query: FetchQuery, content: Mapping[str, Any], docs: list[dict[str, Any]], answers: list[HttpAnswer]
) -> FetchedTable:
    with explain_form(_HOST.name):
        if not docs:
            raise UsageError(messages.NO_SERIES.format(provider=_HOST.name), found=query.series)
        fetched = _make_fetched(query, content, docs, answers)
    return check_fetched(fetched, query, _HOST.name, areas=query.spellings)


def _is_single(query: FetchQuery) -> bool:
    """Whether a query is for one series, by its code.

    >>> [_is_single(FetchQuery(code)) for code in ("BIS/cbpol/M.CH", "BIS/cbpol/M.", "BIS/cbpol/M.CH+US", "BIS/cbpol")]
    [True, False, False, False]
    """
    found = _SERIES.fullmatch(query.series)
    code = (found and found["series"]) or ""
    return not query.filters and bool(code) and "," not in code and _has_every_place(code)


def _has_every_place(code: str) -> bool:
    return all(part and "+" not in part for part in code.split("."))


def _read_content(answer: HttpAnswer) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(answer.read_text(), parse_float=str, parse_int=str)
    return content


def _read_series(query: FetchQuery) -> Conversation[tuple[list[HttpAnswer], dict[str, Any], list[dict[str, Any]]]]:
    answers: list[HttpAnswer] = []
    docs: list[dict[str, Any]] = []
    chosen = {name: codes.split("~") for name, codes in query.filters.items()}
    only = f"&dimensions={quote(json.dumps(chosen))}" if chosen else ""
    path = "/".join(quote(part, safe=":@+.") for part in query.series.split("/"))
    count = 0
    while not answers or len(docs) < count:
        rest = f"observations=1&metadata=1&limit={_AT_ONCE}&offset={len(docs)}{only}"
        answer = yield HttpRequest(_HOST, f"series/{path}?{rest}", "json")
        with explain_form(_HOST.name):
            content = _read_content(answer)
            count, found = int(content["series"]["num_found"]), list(content["series"]["docs"])
        if count > _MOST:
            message = messages.TOO_MANY_SERIES.format(provider=_HOST.name, series=query.series)
            raise UsageError(message, found=f"{count:,}", expected=f"at most {_MOST:,}", hint=messages.CHOOSE_SOME)
        answers.append(answer)
        docs += found
        if not found and len(docs) < count:
            raise make_contradiction(_HOST.name, messages.ROWS_MISSING.format(found=len(docs), expected=count))
    if len(answers) > 1:
        with explain_form(_HOST.name):
            check_distinct(make_table({"series": [str(one["series_code"]) for one in docs]}), _HOST.name)
    return answers, content, docs


def _make_fetched(
    query: FetchQuery, content: Mapping[str, Any], docs: list[dict[str, Any]], answers: list[HttpAnswer]
) -> FetchedTable:
    dataset = _find_dataset(content, docs[0])
    labels: Mapping[str, Mapping[str, str]] = dataset.get("dimensions_values_labels") or {}
    area, unit = _find_area(query, docs), _find(docs[0]["dimensions"], _UNITS)
    kept = [id for id in docs[0]["dimensions"] if id not in (area, unit) and _fold(id) not in _FREQUENCIES]
    title = str(docs[0].get("dataset_name") or dataset.get("name") or query.series)
    code = query.series.split("/", 2)[2:]
    is_one = bool(code) and _has_every_place(code[0])
    columns: dict[str, list[str]] = {}

    def add(name: str, text: str, times: int) -> None:
        columns.setdefault(name, []).extend([text] * times)

    for doc in docs:
        periods, values = doc["period"], doc["value"]
        if len(periods) != len(values):
            raise make_contradiction(_HOST.name, messages.ROWS_MISSING.format(found=len(values), expected=len(periods)))
        columns.setdefault("TIME_PERIOD", []).extend(map(str, periods))
        columns.setdefault("OBS_VALUE", []).extend("" if str(one) in _MISSING else str(one) for one in values)
        length, own = len(periods), doc["dimensions"]
        add("INDICATOR", f"DBnomics:{query.series}", length)
        add("INDICATOR_NAME", str(doc["series_name"]) if is_one else title, length)
        add("REF_AREA", str(own.get(area, "")), length)
        add("FREQ", _FREQUENCY_CODES.get(str(doc.get("@frequency")), ""), length)
        add("UNIT_MEASURE", _name_unit(doc, unit), length)
        add("UNIT_NAME", _name_unit(doc, unit, labels), length)
        for id in [] if is_one else kept:
            add(id, str(own.get(id, "")), length)
            add(f"{id}{LABEL}", str((labels.get(id) or {}).get(own.get(id, ""), own.get(id, ""))), length)
    publisher = messages.PASSED_ON.format(publisher=_find_publisher(content, docs[0]))
    dimensions = () if is_one else (*(["UNIT_MEASURE"] if unit else []), *kept)
    return FetchedTable(
        make_table(columns), title, publisher, dimensions, updated=str(docs[0].get("indexed_at") or "")[:10],
        page=f"https://db.nomics.world/{query.series}", answers=tuple(answers),
    )  # fmt: skip


def _find_dataset(content: Mapping[str, Any], doc: Mapping[str, Any]) -> Mapping[str, Any]:
    many = content.get("datasets") or {}
    key = f"{doc['provider_code']}/{doc['dataset_code']}"
    found: Mapping[str, Any] = content.get("dataset") or many.get(key) or {}
    return found


def _find_publisher(content: Mapping[str, Any], doc: Mapping[str, Any]) -> str:
    one = content.get("provider") or (content.get("providers") or {}).get(doc["provider_code"]) or {}
    return str(one.get("name") or doc["provider_code"])


def _find_area(query: FetchQuery, docs: list[dict[str, Any]]) -> str:
    """Return the dimension that has the areas: by its name, if its codes are areas; or by its codes alone.

    Raises:
        UsageError: None is, or several could be.
    """
    ids = list(docs[0]["dimensions"])
    reader = AreaReader(read_embedded_catalogue().areas)
    codes = {id: {str(doc["dimensions"].get(id, "")) for doc in docs} for id in ids}
    are_areas = [id for id in ids if any(reader.find_known(code) for code in codes[id])]
    named = [id for id in are_areas if _fold(id) in _AREAS]
    found = named[:1] or (are_areas if len(are_areas) == 1 else [])
    if not found:
        message = messages.NO_AREAS.format(provider=_HOST.name, series=query.series)
        raise UsageError(message, found=", ".join(ids))
    return str(found[0])


def _find(dimensions: Sequence[str], names: Sequence[str]) -> str:
    return next((id for id in dimensions if _fold(id) in names), "")


def _fold(id: str) -> str:
    return id.casefold().replace("-", "_").replace(" ", "_")


def _name_unit(doc: Mapping[str, Any], unit: str, labels: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Return the unit of a series; what has lost its scale on the way is named so that it is refused, not misread."""
    code = str(doc["dimensions"].get(unit, "")) if unit else ""
    name: str = str((labels or {}).get(unit, {}).get(code, code))
    provider, dataset = _NO_SCALE
    is_level = not any(word in name.casefold() for word in ("percent", "pcent", "%", "index", "ratio"))
    if doc["provider_code"] == provider and str(doc["dataset_code"]).startswith(dataset) and is_level:
        return str(messages.SCALE_LOST.format(unit=name))
    return name
