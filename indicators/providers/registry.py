"""The registry of providers, code lists and shapes: `indicators.providers.build` builds what is listed here."""

from __future__ import annotations

from typing import Final

from indicators.providers.area_names import build_area_list
from indicators.providers.bank_of_russia import BankOfRussia
from indicators.providers.ecb import EuropeanCentralBank
from indicators.providers.imf import InternationalMonetaryFund
from indicators.providers.iso4217 import build_currency_list
from indicators.providers.natural_earth import build_shapes
from indicators.providers.provider import FileSource, Provider
from indicators.providers.series_publishers import SERIES_PUBLISHERS
from indicators.providers.world_bank import WorldBank

__all__ = ["CODE_LISTS", "MAP", "PROVIDERS"]

PROVIDERS: Final[tuple[Provider, ...]] = (
    WorldBank(),
    InternationalMonetaryFund(),
    BankOfRussia(),
    EuropeanCentralBank(),
    *SERIES_PUBLISHERS,
)
"""The publishers of figures, in the order in which their datasets are built."""

CODE_LISTS: Final = (FileSource("wdi-2026-07", build_area_list), FileSource("codes", build_currency_list))
"""The lists that datasets refer to; they are built first."""

MAP: Final = FileSource("geo/ne_50m_admin_0_countries.geojson", build_shapes)
"""The shapes of countries."""
