"""International Monetary Fund: the World Economic Outlook with its earlier editions, and annual average rates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from indicators.files.folder import CodeLists
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers.assembly import assemble_annual_figures
from indicators.providers.imf_rates import RATES_INDICATOR, read_annual_rates
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form
from indicators.providers.services.imf import ImfService
from indicators.providers.weo_editions import WEO_FILES, read_editions
from indicators.providers.weo_series import make_series

_OUTLOOK_DATASET: Final = "imf-weo"
_RATES: Final = "fx/imf/imf_exchangerates_A_ENDA_USD.csv"
_RATES_DATASET: Final = "imf-annual-average-rates"  # the id of its origin, too


class InternationalMonetaryFund:
    """The Outlook as every edition gave it, and annual average rates against the US dollar."""

    description = ProviderDescription(
        id="imf",
        name="IMF",
        website="https://www.imf.org/en/Publications/WEO",
        licence=Licence("IMF terms: free with attribution", "https://www.imf.org/external/terms.htm"),
        files=(*WEO_FILES, _RATES),
        datasets=(_OUTLOOK_DATASET, _RATES_DATASET),
    )
    service = ImfService()

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build both datasets; see `Provider.build`."""
        yield self._build_outlook(upstream, lists)
        yield self._build_rates(upstream / _RATES, lists)

    def _build_outlook(self, upstream: Path, lists: CodeLists) -> BuiltDataset:
        with expect_form(_RATES):
            rates = read_annual_rates(upstream / _RATES, lists.areas)
        groups = [area.code for area in lists.areas if area.kind == "group"]
        table = make_series(read_editions(upstream), rates, lists.indicators, groups)
        origins = sorted(set(table.column("ORIGIN").to_pylist()))
        dataset = Dataset(
            id=_OUTLOOK_DATASET,
            title="World Economic Outlook",
            publisher=self.description.name,
            description=(
                "Forecasts to 2030 and figures since 1980 of the World Economic Outlook. The edition of October 2025 "
                "is complete; those of April 2025 (years from 2021) and April 2015 (22 subjects) and, for GDP growth "
                "and inflation, all editions since 1990 are earlier vintages. A figure is actual up to the last "
                "actual year that the edition gives for its series; after it, an estimate before the edition's own "
                "year and a forecast from that year on. Where an edition gives no such year, the status of past "
                "figures is not stated. Levels of earlier editions on another basis (currency, base year) are left out."
                " Groups of countries are the IMF's own and differ from those of the World Bank."
            ),
            origins=tuple(lists.origins[id] for id in origins),
            indicators=tuple(sorted(set(table.column("INDICATOR").to_pylist()))),
        )
        return BuiltDataset("datasets", dataset, table)

    def _build_rates(self, path: Path, lists: CodeLists) -> BuiltDataset:
        with expect_form(_RATES):
            table = assemble_annual_figures(read_annual_rates(path, lists.areas), _RATES_DATASET)
        dataset = Dataset(
            id=_RATES_DATASET,
            title="Exchange rates, annual averages",
            publisher=self.description.name,
            description=(
                "Units of national currency per US dollar, annual average; past redenominations are applied to the "
                "figures before them. Those of the special drawing right begin in 1970 and have the world as their "
                "area."
            ),
            origins=(lists.origins[_RATES_DATASET],),
            indicators=(RATES_INDICATOR,),
        )
        return BuiltDataset("rates", dataset, table)
