"""The data service of the European Central Bank: SDMX 2.1, https://data.ecb.europa.eu/help/api/data.

The exchange rates (``EXR``) have no area of reference: their currency stands for the country that uses it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest, HttpService, Quota
from indicators.providers.services.catalogues import CatalogueEntry, read_flow_list
from indicators.providers.services.sdmx_csv import SdmxKey
from indicators.providers.services.sdmx_service import SdmxService
from indicators.providers.services.sdmx_structures import FlowStructure, SdmxDimension
from indicators.providers.services.service import FetchedTable, FetchQuery, split_url

_HOST: Final = HttpService("ecb", "ECB", "https://data-api.ecb.europa.eu/service/", Quota(5, 1))
_RATES: Final = "EXR"
_RATE_TYPES: Final = "SP"  # spot
_REFERENCE_RATES: Final = "EXR.D..EUR.SP00.A"
_PER_EURO: Final = " per EUR"
_RATE_DIMENSIONS: Final = ("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX")
_FLOWS: Final = {_RATES: FlowStructure("Exchange Rates", tuple(map(SdmxDimension, _RATE_DIMENSIONS)))}
_AREA_DIMENSIONS: Final = {_RATES: "CURRENCY"}
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


class EcbService(SdmxService):
    """Series by their keys, such as ``EXR.D.USD.EUR.SP00.A``; dataflows with open places in the key."""

    hosts = (_HOST,)
    example = "EXR.D.USD.EUR.SP00.A"
    pattern = re.compile(r"(?P<flow>[A-Z][A-Z0-9_]{1,19})(?:[/.](?P<key>[\w.+*\-]*))?")
    areas = _AREA_CODES
    units = _UNITS
    area_dimensions = _AREA_DIMENSIONS
    structures = _FLOWS
    marks_forecasts = True

    def _make_structure_path(self, flow: str) -> str:
        return f"dataflow/ECB/{flow}/latest?references=descendants"

    def _make_data_path(self, flow: str, key: str, query: FetchQuery) -> str:
        return f"data/{flow}/{quote(key, safe='.+')}?format=csvdata{query.limits}".replace("/?", "?")

    def _make_page(self, flow: str) -> str:
        return f"https://data.ecb.europa.eu/data/datasets/{flow}"

    def _find_area_codes(self, area: Area, flow: str) -> tuple[str, ...]:
        if flow == _RATES:
            return tuple(currency for currency, code in CURRENCY_AREAS.items() if code == area.code)
        return ("U2",) if area.code == "EMU" else (area.alpha2,) if area.alpha2 else ()

    def _refine(self, rows: pa.Table, key: SdmxKey, structure: FlowStructure) -> pa.Table:
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
        return rows.append_column("REF_AREA", pa.array(areas)).append_column(
            "UNIT_MEASURE", pa.array(units, pa.string())
        )

    def _finish(self, fetched: FetchedTable, flow: str) -> FetchedTable:
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

    def list_catalogue(self) -> Conversation[list[CatalogueEntry]]:
        """Ask for the dataflows; see `ListedService.list_catalogue`."""
        answer = yield HttpRequest(_HOST, "dataflow/ECB/all/latest?detail=allstubs", "xml", is_download=False)
        return read_flow_list(answer, with_agency=False)

    def read_address(self, address: str) -> FetchQuery | None:
        """Read ``data.ecb.europa.eu/data/datasets/EXR/EXR.D.USD.EUR.SP00.A`` or an address of the service."""
        host, path, given = split_url(address)
        if host == "data.ecb.europa.eu":
            page = re.fullmatch(r"/data/datasets/[A-Z0-9_]+/([A-Z0-9_]+\.[\w.]+)/?", path)
            return FetchQuery(page[1]) if page else None
        if host == "data-api.ecb.europa.eu":
            data = re.fullmatch(r"/service/data/(?:ECB,)?([A-Z0-9_]+)(?:,[\d.]+)?/([\w.+*\-]+)/?", path)
            start, end = given.get("startPeriod", ""), given.get("endPeriod", "")
            return FetchQuery(f"{data[1]}.{data[2]}", start=start, end=end) if data else None
        return None
