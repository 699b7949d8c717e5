"""European Central Bank: euro foreign exchange reference rates, daily.

Units of a currency per euro, on the bank's working days. The area is that of the currency priced against the euro;
``N/A`` marks a day without a rate, which gives no row.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from indicators.errors import DataError
from indicators.files.folder import CodeLists
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers import messages
from indicators.providers.assembly import assemble_daily_rates
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form
from indicators.providers.services.ecb import CURRENCY_AREAS, EcbService

_RATES: Final = "fx/ecb/eurofxref-hist.zip"
_DATASET: Final = "ecb-reference-rates"  # the id of its origin, too
_INDICATOR: Final = "exchange-rate-ecb"


class EuropeanCentralBank:
    """Units of a currency per euro."""

    description = ProviderDescription(
        id="ecb",
        name="ECB",
        website="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
        licence=Licence("Free with citation of the ECB"),
        files=(_RATES,),
        datasets=(_DATASET,),
    )
    service = EcbService()

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build the dataset from the zipped table, a row per day and a column per currency; see `Provider.build`."""
        with expect_form(_RATES):
            days, currencies, rates = zip(*_read(upstream / _RATES), strict=True)
            units = [f"{currency} per EUR" for currency in currencies]
            table = assemble_daily_rates(
                _INDICATOR, _DATASET, CURRENCY_AREAS, days=days, currencies=currencies, rates=rates, units=units
            )
        dataset = Dataset(
            id=_DATASET,
            title="Euro foreign exchange reference rates",
            publisher=self.description.name,
            description="Units of a currency per euro, set by the bank on working days.",
            origins=(lists.origins[_DATASET],),
            indicators=(_INDICATOR,),
        )
        yield BuiltDataset("rates", dataset, table)


def _read(path: Path) -> Iterator[tuple[str, str, float]]:
    with zipfile.ZipFile(path) as archive:
        text = archive.read("eurofxref-hist.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if None in row or None in row.values():
            raise DataError(messages.UNEVEN_ROW, found=str(list(row.values())))
        day = row.pop("Date").strip()
        for currency, rate in row.items():
            if currency and rate and rate != "N/A":  # lines end with a comma, which makes an empty column
                yield day, currency, float(rate)
