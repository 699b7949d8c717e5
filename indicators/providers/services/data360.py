"""Data360, the World Bank's service for all its databases: https://data360.worldbank.org/en/api.

It speaks the words of SDMX in JSON; values are texts, and what is missing may be the text ``null``.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import quote

import pyarrow as pa

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
    spell_codes,
)
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series, split_url

_HOST: Final = HttpService("data360", "Data360", "https://data360api.worldbank.org/data360/", Quota(4, 1))
_CODE: Final = re.compile(r"(?P<database>[A-Z0-9]+_[A-Z0-9]+)_\w+")
_JSON: Final = (("Content-Type", "application/json"),)
_MISSING: Final = ("", "null", "NaN", "None")
_MOST_ROWS: Final = 5_000_000
_DIMENSIONS: Final = ("SEX", "AGE", "URBANISATION", "COMP_BREAKDOWN_1", "COMP_BREAKDOWN_2", "COMP_BREAKDOWN_3")
_UNITS: Final = {
    "PT_YR": "%", "PT": "%", "PT_GDP": "% of GDP", "PT_POP": "% of population", "PS": "persons", "COUNT": "units",
    "NUMBER": "units", "USD": "USD", "XDC": "LCU", "INT_DLR": "international dollars", "YR": "years", "IX": "index",
}  # fmt: skip


class Data360Service:
    """Indicators by their ids, which begin with the database: ``WB_WDI_NY_GDP_MKTP_CD``."""

    hosts = (_HOST,)
    example = "WB_WDI_NY_GDP_MKTP_CD"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask what an indicator is, and for its figures; see `PublisherService.fetch`."""
        code = query.series.upper()
        found = match_series(_CODE, code, _HOST.name, self.example)
        wanted = json.dumps({"query": f"&$filter=series_description/idno eq '{code}'"}).encode()
        described = yield HttpRequest(_HOST, "metadata", "json", "POST", wanted, _JSON, is_download=False)
        with explain_form(_HOST.name):
            listed = json.loads(described.read_text()).get("value") or [{}]
            about = listed[0].get("series_description") or {}
        answers, tables = yield from _read_rows(query, code, found["database"], str(about.get("name") or code))
        fetched = FetchedTable(
            pa.concat_tables(tables), str(about.get("name") or code), "World Bank", _DIMENSIONS,
            updated=str(about.get("date_last_update") or "")[:10], answers=tuple(answers),
            page=f"https://data360.worldbank.org/en/indicator/{code}",
        )  # fmt: skip
        spellings = tuple(area.code for area in query.areas)
        return check_fetched(fetched, query, _HOST.name, areas=spellings)

    def search(self, words: str) -> Conversation[list[CatalogueEntry]]:
        """Ask for the indicators that the service finds; see `SearchedService.search`."""
        told = {
            "count": True,
            "search": words,
            "top": 100,
            "select": "series_description/idno, series_description/name",
        }
        answer = yield HttpRequest(_HOST, "searchv2", "json", "POST", json.dumps(told).encode(), _JSON)
        with explain_form(_HOST.name):
            found = [one["series_description"] for one in json.loads(answer.read_text())["value"]]
            return [CatalogueEntry(str(one["idno"]), str(one["name"])) for one in found]

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data360.worldbank.org/en/indicator/CODE`` or an address of the service."""
        host, path, given = split_url(address)
        if host == "data360.worldbank.org":
            found = re.fullmatch(r"/en/indicator/(\w+)/?", path)
            return FetchQuery(found[1]) if found else None
        if host == "data360api.worldbank.org" and given.get("INDICATOR"):
            areas = tuple(Area(code, code) for code in given.get("REF_AREA", "").split(",") if code)
            return FetchQuery(given["INDICATOR"], areas, given.get("timePeriodFrom", ""), given.get("timePeriodTo", ""))
        return None


def _read_rows(
    query: FetchQuery, code: str, database: str, name: str
) -> Conversation[tuple[list[HttpAnswer], list[pa.Table]]]:
    """Read all rows, as many at a time as the service gives."""
    first, last = query.years
    asked = {
        "DATABASE_ID": database, "INDICATOR": code, "REF_AREA": ",".join(area.code for area in query.areas),
        "timePeriodFrom": first, "timePeriodTo": last,
        **{id.upper(): codes.replace("~", ",") for id, codes in query.filters.items()},
    }  # fmt: skip
    path = "&".join(f"{id}={quote(text, safe=',')}" for id, text in asked.items() if text)
    answers: list[HttpAnswer] = []
    tables: list[pa.Table] = []
    done, count = 0, 1
    while done < count:
        answer = yield HttpRequest(_HOST, f"data?{path}&skip={done}", "json")
        with explain_form(_HOST.name):
            content = json.loads(answer.read_text(), parse_float=str, parse_int=str)
            count, rows = int(content["count"]), list(content["value"])
            tables.append(_tabulate(rows, code, name))
        if (done < count and not rows) or count > _MOST_ROWS:
            raise make_contradiction(_HOST.name, messages.ROWS_MISSING.format(found=done, expected=count))
        answers.append(answer)
        done += len(rows)
    if len(answers) > 1:
        told_apart = ["REF_AREA", "FREQ", "TIME_PERIOD", "UNIT_MEASURE", *_DIMENSIONS]
        check_distinct(pa.concat_tables(tables).select(told_apart), _HOST.name)
    return answers, tables


def _tabulate(rows: list[dict[str, Any]], code: str, name: str) -> pa.Table:
    others = sorted({str(row["INDICATOR"]) for row in rows} - {code})
    if others:
        raise make_contradiction(_HOST.name, messages.OTHER_SERIES.format(found=", ".join(others[:3])))
    told = {id: [str(row.get(id) or "") for row in rows] for id in ("REF_AREA", "FREQ", "TIME_PERIOD", "UNIT_MEASURE")}
    told |= {id: [str(row.get(id) or "") for row in rows] for id in ("UNIT_MULT", "OBS_STATUS", *_DIMENSIONS)}
    table = make_table({
        "INDICATOR": [f"Data360:{code}"] * len(rows),
        "INDICATOR_NAME": [name] * len(rows),
        "OBS_VALUE": ["" if str(row["OBS_VALUE"]) in _MISSING else str(row["OBS_VALUE"]) for row in rows],
        "NOTE": [str(row.get("COMMENT_OBS") or "") for row in rows],
        **told,
    })  # fmt: skip
    place = table.column_names.index("UNIT_MEASURE")
    return table.set_column(place, "UNIT_MEASURE", spell_codes(table["UNIT_MEASURE"], _UNITS))
