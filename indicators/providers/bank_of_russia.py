"""Bank of Russia: official exchange rates of the rouble, daily.

The date is the day from which a rate is in force; it stays in force until the next one, over weekends and holidays.
Some currencies are quoted per ten or a hundred units (the *nominal*); here each rate is per unit, divided as decimals
so that no digit is lost. The area is that of the priced currency.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from indicators.errors import DataError
from indicators.files.folder import CodeLists
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers import messages
from indicators.providers.assembly import assemble_daily_rates
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form
from indicators.providers.services.bank_of_russia import BankOfRussiaService

_RATES: Final = "fx/cbr/cbr_currency_rates_raw.csv"
_DATASET: Final = "bank-of-russia-daily-rates"  # the id of its origin, too
_INDICATOR: Final = "exchange-rate-bank-of-russia"
_AREAS: Final = {
    "USD": "USA", "EUR": "EMU", "CNY": "CHN", "GBP": "GBR", "JPY": "JPN", "CHF": "CHE", "TRY": "TUR",
    "KZT": "KAZ",
}  # fmt: skip


class BankOfRussia:
    """Roubles per unit of a currency, from the day each rate was in force."""

    description = ProviderDescription(
        id="bank-of-russia",
        name="Bank of Russia",
        website="https://www.cbr.ru/eng/currency_base/daily/",
        licence=Licence("Free with citation of the Bank of Russia"),
        files=(_RATES,),
        datasets=(_DATASET,),
    )
    service = BankOfRussiaService()

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build the dataset from the table of rates; see `Provider.build`."""
        with expect_form(_RATES):
            rows = _read(upstream / _RATES)
            table = assemble_daily_rates(
                _INDICATOR,
                _DATASET,
                _AREAS,
                days=[row["date"] for row in rows],
                currencies=[row["char_code"] for row in rows],
                rates=[_convert_to_unit(row) for row in rows],
                units=[f"RUB per {row['char_code']}" for row in rows],
            )
        dataset = Dataset(
            id=_DATASET,
            title="Official exchange rates of the Bank of Russia",
            publisher=self.description.name,
            description="Roubles per unit of a foreign currency, from the day the rate takes effect.",
            origins=(lists.origins[_DATASET],),
            indicators=(_INDICATOR,),
        )
        yield BuiltDataset("rates", dataset, table)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    uneven = [row for row in rows if None in row or None in row.values()]
    if uneven:
        raise DataError(messages.UNEVEN_ROW, found=str(list(uneven[0].values())))
    return rows


def _convert_to_unit(row: Mapping[str, str]) -> float:
    return float(Decimal(row["value_rub_per_nominal"]) / Decimal(row["nominal"]))
