"""The registry of providers, code lists and shapes: `indicators.providers.build` builds what is listed here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.errors import UnknownNameError
from indicators.model.origins import Licence
from indicators.providers.area_names import build_area_list
from indicators.providers.bank_of_russia import BankOfRussia
from indicators.providers.ecb import EuropeanCentralBank
from indicators.providers.imf import InternationalMonetaryFund
from indicators.providers.iso4217 import build_currency_list
from indicators.providers.natural_earth import build_shapes
from indicators.providers.provider import FileSource, OnlineProvider, Provider, ProviderDescription
from indicators.providers.series_publishers import SERIES_PUBLISHERS
from indicators.providers.services.data360 import Data360Service
from indicators.providers.services.dbnomics import DbnomicsService
from indicators.providers.services.fred import FredService
from indicators.providers.services.ilostat import IlostatService
from indicators.providers.services.oecd import OecdService
from indicators.providers.world_bank import WorldBank

_CC_BY: Final = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
_FRED_TERMS: Final = Licence(
    "FRED terms of use: This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank "
    "of St. Louis.",
    "https://fred.stlouisfed.org/docs/api/terms_of_use.html",
)
_ONLINE: Final = (
    OnlineProvider(
        ProviderDescription("data360", "Data360", "https://data360.worldbank.org/", _CC_BY), Data360Service()
    ),
    OnlineProvider(ProviderDescription("oecd", "OECD", "https://data-explorer.oecd.org/", _CC_BY), OecdService()),
    OnlineProvider(
        ProviderDescription(
            "dbnomics", "DBnomics", "https://db.nomics.world/", Licence("Terms of the first publisher")
        ),
        DbnomicsService(),
    ),
    OnlineProvider(ProviderDescription("fred", "FRED", "https://fred.stlouisfed.org/", _FRED_TERMS), FredService()),
    OnlineProvider(ProviderDescription("ilostat", "ILOSTAT", "https://ilostat.ilo.org/", _CC_BY), IlostatService()),
)
"""Publishers that are only asked over HTTP: no figures of theirs are embedded."""

PROVIDERS: Final[tuple[Provider, ...]] = (
    WorldBank(),
    InternationalMonetaryFund(),
    BankOfRussia(),
    EuropeanCentralBank(),
    *SERIES_PUBLISHERS,
    *_ONLINE,
)
"""The publishers of figures, in the order in which their datasets are built."""

CODE_LISTS: Final = (FileSource("wdi-2026-07", build_area_list), FileSource("codes", build_currency_list))
"""The lists that datasets refer to; they are built first."""

MAP: Final = FileSource("geo/ne_50m_admin_0_countries.geojson", build_shapes)
"""The shapes of countries."""


def find_provider(name: str, providers: Sequence[Provider] = PROVIDERS) -> Provider:
    """Return the provider of this id or name.

    Raises:
        UnknownNameError: There is none; the message suggests the nearest.

    >>> find_provider("World Bank").description.id
    'world-bank'
    """
    by_name = {one.description.name.casefold(): one for one in reversed(providers)}  # the first of a name wins
    by_name |= {one.description.id: one for one in providers}
    if name.casefold() not in by_name:
        raise UnknownNameError("provider", name, [one.description.id for one in providers])
    return by_name[name.casefold()]
