"""The data service of the European Central Bank: SDMX 2.1, https://data.ecb.europa.eu/help/api/data.

The exchange rates (``EXR``) have no area of reference: their currency stands for the country that uses it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit

import pyarrow as pa
import pyarrow.compute as pc

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

__all__ = ["CURRENCY_AREAS", "EcbService"]

_HOST: Final = HttpService("ecb", "ECB", "https://data-api.ecb.europa.eu/service/", Quota(5, 1))
_SERIES: Final = re.compile(r"(?P<flow>[A-Z][A-Z0-9_]{1,19})(?:[/.](?P<key>[\w.+*\-]*))?")
_RATES: Final = "EXR"
_RATE_TYPES: Final = "SP"  # spot
_REFERENCE_RATES: Final = "EXR.D..EUR.SP00.A"
_PER_EURO: Final = " per EUR"
_EXCHANGE_RATES: Final = FlowStructure(
    "Exchange Rates",
    tuple(SdmxDimension(id) for id in ("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX")),
)
_AREA_CODES: Final = {"U2": "EMU"}  # I8, I9 and others are the area with the members of some year
CURRENCY_AREAS: Final = {
    "AUD": "AUS", "BGN": "BGR", "BRL": "BRA", "CAD": "CAN", "CHF": "CHE", "CNY": "CHN", "CYP": "CYP",
    "CZK": "CZE", "DKK": "DNK", "EEK": "EST", "GBP": "GBR", "HKD": "HKG", "HRK": "HRV", "HUF": "HUN",
    "IDR": "IDN", "ILS": "ISR", "INR": "IND", "ISK": "ISL", "JPY": "JPN", "KRW": "KOR", "LTL": "LTU",
    "LVL": "LVA", "MTL": "MLT", "MXN": "MEX", "MYR": "MYS", "NOK": "NOR", "NZD": "NZL", "PHP": "PHL",
    "PLN": "POL", "ROL": "ROU", "RON": "ROU", "RUB": "RUS", "SEK": "SWE", "SGD": "SGP", "SIT": "SVN",
    "SKK": "SVK", "THB": "THA", "TRL": "TUR", "TRY": "TUR", "USD": "USA", "ZAR": "ZAF",
}  # fmt: skip
"""The area whose currency each is."""
_UNITS: Final = {"PCPA": "% per year", "PCCH": "%", "PC": "%", "PURE_NUMB": "units", "POINTS": "percentage points"}


class EcbService:
    """Series by their keys, such as ``EXR.D.USD.EUR.SP00.A``; dataflows with open places in the key."""

    hosts = (_HOST,)
    example = "EXR.D.USD.EUR.SP00.A"

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for the series of a key; see `PublisherService.fetch`."""
        return fetch_flow(_PROTOCOL, query)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask for series of the same dataflow together; see `ComparedService.compare`."""
        return compare_flows(_PROTOCOL, known)

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "dataflow/ECB/all/latest?detail=allstubs", "xml", is_download=False)
        return read_flow_list(answer, with_agency=False)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.ecb.europa.eu/data/datasets/EXR/EXR.D.USD.EUR.SP00.A`` or an address of the service."""
        parts = urlsplit(address)
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.hostname == "data.ecb.europa.eu":
            page = re.fullmatch(r"/data/datasets/[A-Z0-9_]+/([A-Z0-9_]+\.[\w.]+)/?", parts.path)
            return FetchQuery(page[1]) if page else None
        if parts.hostname == "data-api.ecb.europa.eu":
            data = re.fullmatch(r"/service/data/(?:ECB,)?([A-Z0-9_]+)(?:,[\d.]+)?/([\w.+*\-]+)/?", parts.path)
            start, end = given.get("startPeriod", ""), given.get("endPeriod", "")
            return FetchQuery(f"{data[1]}.{data[2]}", start=start, end=end) if data else None
        return None


def _split(series: str) -> tuple[str, str]:
    found = match_series(_SERIES, series, _HOST.name, EcbService.example)
    return found["flow"], found["key"] or ""


def _make_data_path(flow: str, key: str, query: FetchQuery) -> str:
    limits = "".join(
        f"&{name}={text}" for name, text in (("startPeriod", query.start), ("endPeriod", query.end)) if text
    )
    return f"data/{flow}/{quote(key, safe='.+')}?format=csvdata{limits}".replace("/?", "?")


def _refine(rows: pa.Table, key: SdmxKey, structure: FlowStructure) -> pa.Table:
    """Give exchange rates their areas and units: ``USD per EUR`` where the unit is one of the currencies alone."""
    if key.flow != _RATES:
        return rows
    fixed = key.list_fixed(structure.ids)
    columns = {name: rows[name].to_pylist() for name in rows.column_names}
    for name in ("CURRENCY", "CURRENCY_DENOM", "EXR_TYPE"):
        columns.setdefault(name, [fixed.get(name, "")] * rows.num_rows)
        rows = rows if name in rows.column_names else rows.append_column(name, pa.array(columns[name], pa.string()))
    areas = [CURRENCY_AREAS.get(code, code) for code in columns["CURRENCY"]]
    given = columns.get("UNIT", [""] * rows.num_rows)
    kinds = zip(columns["CURRENCY"], columns["CURRENCY_DENOM"], columns["EXR_TYPE"], given, strict=True)
    units = [f"{one} per {per}" if kind.startswith(_RATE_TYPES) else unit for one, per, kind, unit in kinds]
    if "UNIT" in rows.column_names:
        rows = rows.drop_columns("UNIT")
    return rows.append_column("REF_AREA", pa.array(areas)).append_column("UNIT_MEASURE", pa.array(units, pa.string()))


def _name_reference_rates(fetched: FetchedTable, flow: str) -> FetchedTable:
    """Give daily rates of the euro the code by which the embedded ones are known; their units tell them apart."""
    if flow != _RATES:
        return fetched
    table = fetched.table
    units, frequencies = pc.unique(table["UNIT_MEASURE"]).to_pylist(), pc.unique(table["FREQ"]).to_pylist()
    if frequencies != ["D"] or not all(unit.endswith(_PER_EURO) for unit in units):
        return fetched
    code = pa.array([_REFERENCE_RATES] * table.num_rows)
    table = table.set_column(table.column_names.index("INDICATOR"), "INDICATOR", code)
    return replace(fetched, table=table, dimensions=())


def _make_page(key: SdmxKey) -> str:
    return f"https://data.ecb.europa.eu/data/datasets/{key.flow}"


def _find_area_codes(area: Area, flow: str) -> tuple[str, ...]:
    if flow == _RATES:
        return tuple(currency for currency, code in CURRENCY_AREAS.items() if code == area.code)
    return ("U2",) if area.code == "EMU" else (area.alpha2,) if area.alpha2 else ()


_PROTOCOL: Final = SdmxProtocol(
    _HOST,
    _split,
    SdmxCodes(_AREA_CODES, _UNITS),
    structure_path=lambda flow: f"dataflow/ECB/{flow}/latest?references=descendants",
    data_path=_make_data_path,
    page=_make_page,
    find_area_codes=_find_area_codes,
    area_dimensions={_RATES: "CURRENCY"},
    dimensions={_RATES: _EXCHANGE_RATES},
    refine=_refine,
    marks_forecasts=True,
    finish=_name_reference_rates,
)
