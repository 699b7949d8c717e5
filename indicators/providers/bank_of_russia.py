"""Bank of Russia: official rates of the rouble, day by day.

The date is the day from which a rate is in force; it stays in force until the next one, over weekends and
holidays. Some currencies are quoted for ten or a hundred units (the *nominal*); here each rate is for one
unit, divided in decimal so that no digit is lost. The area is the one whose money is priced.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.observations import Dataset
from indicators.model.origins import Origin

__all__ = ["ORIGIN", "daily_rates"]

ORIGIN = "bank-of-russia-daily-rates"
_AREAS = {
    "USD": "USA", "EUR": "EMU", "CNY": "CHN", "GBP": "GBR", "JPY": "JPN", "CHF": "CHE", "TRY": "TUR",
    "KZT": "KAZ",
}  # fmt: skip


def daily_rates(path: Path, origins: Mapping[str, Origin]) -> tuple[Dataset, pa.Table]:
    """Roubles for one unit of a currency, from the day each rate was in force.

    Args:
        path: The table ``date, currency_id, char_code, currency_name, nominal, value_rub_per_nominal,
            rate_rub``.
        origins: Must hold `ORIGIN`.

    Raises:
        DataError: If a row has more or fewer cells than the header, or a currency's area is not known here.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    uneven = [row for row in rows if None in row or None in row.values()]
    if uneven:
        raise DataError("A row has other cells than the header.", found=str(list(uneven[0].values())))
    unknown = {row["char_code"] for row in rows} - set(_AREAS)
    if unknown:
        raise DataError("Currencies of an unknown area.", found=", ".join(sorted(unknown)), expected=", ".join(_AREAS))
    days = [row["date"] for row in rows]
    table = assemble_observations(
        {
            "INDICATOR": "exchange-rate-bank-of-russia",
            "REF_AREA": pa.array([_AREAS[row["char_code"]] for row in rows]),
            "FREQ": "D",
            "TIME_PERIOD": pa.array(days),
            "OBS_VALUE": pa.array([_for_one_unit(row) for row in rows]),
            "UNIT_MEASURE": pa.array([f"RUB per {row['char_code']}" for row in rows]),
            "OBS_STATUS": "A",
            "VINTAGE": pa.array(days),
            "ORIGIN": ORIGIN,
            "TIME_START": pa.array(days),
            "TIME_END": pa.array(days),
        }
    )
    dataset = Dataset(
        id="bank-of-russia-daily-rates",
        title="Official exchange rates of the Bank of Russia",
        publisher="Bank of Russia",
        description="Roubles for one unit of a foreign currency, from the day the rate comes into force.",
        origins=(origins[ORIGIN],),
        indicators=("exchange-rate-bank-of-russia",),
    )
    return dataset, table


def _for_one_unit(row: Mapping[str, str]) -> float:
    return float(Decimal(row["value_rub_per_nominal"]) / Decimal(row["nominal"]))
