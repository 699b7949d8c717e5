"""European Central Bank: euro foreign exchange reference rates, day by day.

Units of a currency for one euro, on the bank's working days. The area is the one whose money is priced
against the euro; ``N/A`` is a day without a rate, and no row is made of it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.observations import Dataset
from indicators.model.origins import Origin

__all__ = ["ORIGIN", "reference_rates"]

ORIGIN = "ecb-reference-rates"
_AREAS = {
    "AUD": "AUS", "BGN": "BGR", "BRL": "BRA", "CAD": "CAN", "CHF": "CHE", "CNY": "CHN", "CYP": "CYP",
    "CZK": "CZE", "DKK": "DNK", "EEK": "EST", "GBP": "GBR", "HKD": "HKG", "HRK": "HRV", "HUF": "HUN",
    "IDR": "IDN", "ILS": "ISR", "INR": "IND", "ISK": "ISL", "JPY": "JPN", "KRW": "KOR", "LTL": "LTU",
    "LVL": "LVA", "MTL": "MLT", "MXN": "MEX", "MYR": "MYS", "NOK": "NOR", "NZD": "NZL", "PHP": "PHL",
    "PLN": "POL", "ROL": "ROU", "RON": "ROU", "RUB": "RUS", "SEK": "SWE", "SGD": "SGP", "SIT": "SVN",
    "SKK": "SVK", "THB": "THA", "TRL": "TUR", "TRY": "TUR", "USD": "USA", "ZAR": "ZAF",
}  # fmt: skip


def reference_rates(path: Path, origins: Mapping[str, Origin]) -> tuple[Dataset, pa.Table]:
    """Units of a currency for one euro.

    Args:
        path: The zip of ``eurofxref-hist.csv``: a row a day, a column a currency.
        origins: Must hold `ORIGIN`.

    Raises:
        DataError: If a row has more or fewer cells than the header, or a currency's area is not known here.
    """
    days, currencies, rates = zip(*_cells(path), strict=True)
    unknown = set(currencies) - set(_AREAS)
    if unknown:
        raise DataError("Currencies of an unknown area.", found=", ".join(sorted(unknown)), expected=", ".join(_AREAS))
    table = assemble_observations(
        {
            "INDICATOR": "exchange-rate-ecb",
            "REF_AREA": pa.array([_AREAS[currency] for currency in currencies]),
            "FREQ": "D",
            "TIME_PERIOD": pa.array(days),
            "OBS_VALUE": pa.array(rates),
            "UNIT_MEASURE": pa.array([f"{currency} per EUR" for currency in currencies]),
            "OBS_STATUS": "A",
            "VINTAGE": pa.array(days),
            "ORIGIN": ORIGIN,
            "TIME_START": pa.array(days),
            "TIME_END": pa.array(days),
        }
    )
    dataset = Dataset(
        id="ecb-reference-rates",
        title="Euro foreign exchange reference rates",
        publisher="ECB",
        description="Units of a currency for one euro, as the bank fixes them on its working days.",
        origins=(origins[ORIGIN],),
        indicators=("exchange-rate-ecb",),
    )
    return dataset, table


def _cells(path: Path) -> Iterator[tuple[str, str, float]]:
    with zipfile.ZipFile(path) as archive:
        text = archive.read("eurofxref-hist.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if None in row or None in row.values():
            raise DataError("A row has other cells than the header.", found=str(list(row.values())))
        day = row.pop("Date").strip()
        for currency, rate in row.items():
            if currency and rate and rate != "N/A":  # each line ends in a comma: one nameless empty column
                yield day, currency, float(rate)
