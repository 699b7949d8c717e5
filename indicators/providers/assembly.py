"""Tables in the shapes that providers need: daily exchange rates, annual figures, and code lists as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.providers import messages

__all__ = ["assemble_annual_figures", "assemble_daily_rates", "encode_csv"]


def assemble_daily_rates(
    indicator: str,
    origin: str,
    areas: Mapping[str, str],
    *,
    days: Sequence[str],
    currencies: Sequence[str],
    rates: Sequence[float],
    units: Sequence[str],
) -> pa.Table:
    """Assemble daily exchange rates, each known from its own day.

    Args:
        indicator: Id of the indicator.
        origin: Id of the origin.
        areas: The area of each currency; an area that shares its currency has none of its own.
        days: The day of each rate, ``YYYY-MM-DD``.
        currencies: The currency of each rate.
        rates: The rates.
        units: The unit of each rate.

    Raises:
        DataError: The area of a currency is unknown.
    """
    unknown = set(currencies) - set(areas)
    if unknown:
        found, expected = ", ".join(sorted(unknown)), ", ".join(areas)
        raise DataError(messages.UNKNOWN_CURRENCIES, found=found, expected=expected)
    return assemble_observations(
        {
            "INDICATOR": indicator,
            "REF_AREA": pa.array([areas[currency] for currency in currencies]),
            "FREQ": "D",
            "TIME_PERIOD": pa.array(days),
            "OBS_VALUE": pa.array(rates),
            "UNIT_MEASURE": pa.array(units),
            "OBS_STATUS": "A",
            "VINTAGE": pa.array(days),
            "ORIGIN": origin,
            "TIME_START": pa.array(days),
            "TIME_END": pa.array(days),
        }
    )


def assemble_annual_figures(rows: pd.DataFrame, origin: str) -> pa.Table:
    """Assemble annual figures.

    Args:
        rows: A row per figure, with the columns ``indicator``, ``area``, ``year``, ``value``, ``unit``, ``status`` and
            ``vintage``.
        origin: Id of the origin.
    """
    year = rows["year"].astype(str)
    return assemble_observations(
        {
            "INDICATOR": pa.array(rows["indicator"]),
            "REF_AREA": pa.array(rows["area"]),
            "FREQ": "A",
            "TIME_PERIOD": pa.array(year),
            "OBS_VALUE": pa.array(rows["value"].astype("float64")),
            "UNIT_MEASURE": pa.array(rows["unit"]),
            "OBS_STATUS": pa.array(rows["status"]),
            "VINTAGE": pa.array(rows["vintage"]),
            "ORIGIN": origin,
            "TIME_START": pa.array(year + "-01-01"),
            "TIME_END": pa.array(year + "-12-31"),
        }
    )


def encode_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV in UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
