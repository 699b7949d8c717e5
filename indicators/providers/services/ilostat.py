"""ILOSTAT, the service of the International Labour Organization: https://ilostat.ilo.org/data/bulk/.

The last letter of an id is its frequency. Units stand in the labels of the catalogue; the statuses are the ILO's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError, suggest_nearest
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService, Quota
from indicators.providers.services import messages
from indicators.providers.services.catalogues import CatalogueEntry
from indicators.providers.services.checked_tables import check_fetched, explain_form, join_texts, spell_codes
from indicators.providers.services.sdmx_csv import parse_csv_rows
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series, split_url

_HOST: Final = HttpService("ilostat", "ILOSTAT", "https://rplumber.ilo.org/", Quota(1, 1))
_CATALOGUE: Final = "metadata/toc/indicator?lang=en&format=.json"
_GOOD_FOR: Final = 600.0  # seconds: it is the same for all series
_ID: Final = re.compile(r"[A-Z0-9_]+_[AQM]", re.IGNORECASE)
_STATUSES: Final = {
    "A": "A", "B": "B", "C": "Status C: corrected", "D": "Status D: difference", "E": "E", "F": "F", "I": "I",
    "L": "Status L: computed", "M": "E", "P": "P", "R": "E", "S": "U", "T": "Status T: tentative", "U": "U",
}  # fmt: skip
_NOTES: Final = {"A": "Adjusted", "M": "Modelled by the ILO", "R": "Real value", "L": "Calculated by the ILO"}
_NOTE_COLUMNS: Final = ("source.label", "note_indicator.label", "note_source.label")
_AREAS: Final = {"X01": "WLD"}
_RENAMED: Final = {"ref_area": "REF_AREA", "time": "TIME_PERIOD", "obs_value": "OBS_VALUE", "obs_status": "OBS_STATUS"}


class IlostatService:
    """Indicators by the ids of the catalogue, such as ``UNE_DEAP_SEX_AGE_RT_A``."""

    hosts = (_HOST,)
    example = "UNE_DEAP_SEX_AGE_RT_A"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for the catalogue, which has the unit, and for an indicator; see `PublisherService.fetch`."""
        id = query.series.upper()
        match_series(_ID, id, _HOST.name, self.example)
        listed = yield HttpRequest(_HOST, _CATALOGUE, "json", is_download=False, good_for=_GOOD_FOR)
        about = _find_entry(listed, id)
        answer = yield HttpRequest(_HOST, _make_path(id, query), "csv")
        with explain_form(_HOST.name):
            rows = parse_csv_rows(_fold_header(answer.read_text()), _HOST.name)
            table, dimensions = _shape(rows, id, about, query)
        day, month, year = str(about.get("last.update") or "//")[:10].split("/")
        updated = f"{year}-{month}-{day}" if year else ""
        fetched = FetchedTable(
            table, str(about["indicator.label"]), _HOST.name, dimensions, updated=updated, part=id.casefold(),
            page=f"https://rshiny.ilo.org/dataexplorer/?id={id}", answers=(answer,),
        )  # fmt: skip
        return check_fetched(fetched, query, _HOST.name, areas=query.spellings)

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the catalogue; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, _CATALOGUE, "json", is_download=False)
        with explain_form(_HOST.name):
            return [
                CatalogueEntry(
                    str(one["id"]), str(one["indicator.label"]), str(one.get("freq") or ""),
                    str(one.get("data.start") or ""), str(one.get("data.end") or ""),
                    updated="-".join(reversed(str(one.get("last.update") or "")[:10].split("/"))),
                )
                for one in json.loads(answer.read_text())
            ]  # fmt: skip

    def list_changes(self) -> Conversation[dict[str, str]]:
        """Ask for the day of the last update of each dataset; see `DatedService.list_changes`."""
        entries = yield from self.list_catalogue()
        return {one.code.casefold(): one.updated for one in entries}

    def read_address(self, address: str) -> FetchQuery | None:
        """Read an address of the data explorer or of the service."""
        host, _, given = split_url(address)
        if host not in ("rshiny.ilo.org", "rplumber.ilo.org") or not _ID.fullmatch(given.get("id", "")):
            return None
        areas = tuple(Area(code, code) for code in given.get("ref_area", "").split() if code)
        return FetchQuery(given["id"], areas, given.get("timefrom", ""), given.get("timeto", ""))


def _make_path(id: str, query: FetchQuery) -> str:
    first, last = query.years
    asked = [f"id={id}"]
    asked += [f"ref_area={'+'.join(area.code for area in query.areas)}"] if query.areas else []
    asked += [f"{name.lower()}={'+'.join(map(quote, codes.split('~')))}" for name, codes in query.filters.items()]
    asked += [f"timefrom={first}"] if first else []
    asked += [f"timeto={last}"] if last else []
    return f"data/indicator?{'&'.join(asked)}&format=.csv"


def _find_entry(listed: HttpAnswer, id: str) -> Mapping[str, Any]:
    """Return what the catalogue says about an indicator.

    Raises:
        UsageError: It doesn't have it.
    """
    with explain_form(_HOST.name):
        entries: dict[str, Mapping[str, Any]] = {str(one["id"]): one for one in json.loads(listed.read_text())}
    if id not in entries:
        raise UsageError(messages.NO_SERIES.format(provider=_HOST.name), found=id, hint=suggest_nearest(id, entries))
    return entries[id]


def _fold_header(text: str) -> str:
    """Give the columns of the header the names that all services share."""
    header, newline, rest = text.removeprefix("\ufeff").partition("\n")
    names = [name.strip().strip('"') for name in header.strip("\r").split(",")]
    return ",".join(_RENAMED.get(name, name) for name in names) + newline + rest


def _shape(rows: pa.Table, id: str, about: Mapping[str, Any], query: FetchQuery) -> tuple[pa.Table, tuple[str, ...]]:
    fixed = {name.lower(): codes for name, codes in sorted(query.filters.items()) if "~" not in codes}
    length, label = rows.num_rows, str(about["indicator.label"])
    columns = {
        "INDICATOR": pa.array([".".join([f"ILOSTAT:{id}", *fixed.values()])] * length),
        "INDICATOR_NAME": pa.array([", ".join([label, *fixed.values()])] * length),
        "REF_AREA": spell_codes(rows["REF_AREA"], _AREAS),
        "FREQ": pa.array([id[-1]] * length),
        "TIME_PERIOD": rows["TIME_PERIOD"],
        "OBS_VALUE": rows["OBS_VALUE"],
    }
    notes = [rows[name] for name in _NOTE_COLUMNS if name in rows.column_names]
    if "OBS_STATUS" in rows.column_names:
        statuses = rows["OBS_STATUS"]
        columns["OBS_STATUS"] = spell_codes(statuses, _STATUSES)
        notes.append(spell_codes(statuses, {code: _NOTES.get(code, "") for code in pc.unique(statuses).to_pylist()}))
    columns["NOTE"] = join_texts(notes, length)
    dimensions = {}
    for name in [name for name in rows.column_names if re.fullmatch(r"sex|classif\d", name) and name not in fixed]:
        prefix, codes = _split_codes(rows[name])
        dimensions[prefix or name] = codes
    return pa.table({**columns, **dimensions}), tuple(dimensions)


def _split_codes(column: pa.ChunkedArray) -> tuple[str, pa.ChunkedArray | pa.Array]:
    """Return what the codes of a classification begin with, which is its name, and the codes without it.

    >>> name, codes = _split_codes(pa.chunked_array([["SEX_T", "SEX_F"]]))
    >>> name, codes.to_pylist()
    ('sex', ['T', 'F'])
    """
    texts = pc.unique(column).to_pylist()
    prefixes = {text.partition("_")[0] for text in texts}
    if len(prefixes) != 1 or not all("_" in text for text in texts):
        return "", column
    (prefix,) = prefixes
    return prefix.casefold(), spell_codes(column, {text: text.partition("_")[2] for text in texts})
