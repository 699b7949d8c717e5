"""Tables in the shapes that providers need: exchange rates, annual and other figures, and code lists as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.periods import TimePeriod
from indicators.providers import messages


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
    """Assemble daily exchange rates with the area of each currency, each known from its own day, ``YYYY-MM-DD``.

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
    return assemble_figures(rows.assign(period=rows["year"].astype(int).map("{:04d}".format), origin=origin))


def assemble_figures(rows: pd.DataFrame) -> pa.Table:
    """Assemble figures of any frequency.

    Args:
        rows: A row per figure, with the columns ``indicator``, ``area``, ``period``, ``value``, ``unit``, ``status``,
            ``vintage``, ``origin`` and, if there are any, ``dimensions`` and ``note``. Periods are written as
            `TimePeriod` reads them.

    Raises:
        PeriodError: A period is not valid.
    """
    periods = {text: TimePeriod.parse(text) for text in rows["period"].unique()}
    texts = {text: (period.frequency.value, str(period), period.first, period.last) for text, period in periods.items()}
    frequency, period, first, last = zip(*(texts[text] for text in rows["period"]), strict=True)
    return assemble_observations(
        {
            "INDICATOR": pa.array(rows["indicator"]),
            "REF_AREA": pa.array(rows["area"]),
            "DIMENSIONS": pa.array(rows["dimensions"]) if "dimensions" in rows else "",
            "FREQ": pa.array(frequency),
            "TIME_PERIOD": pa.array(period),
            "OBS_VALUE": pa.array(rows["value"].astype("float64")),
            "UNIT_MEASURE": pa.array(rows["unit"]),
            "OBS_STATUS": pa.array(rows["status"]),
            "VINTAGE": pa.array(rows["vintage"]),
            "ORIGIN": pa.array(rows["origin"]),
            "TIME_START": pa.array(first),
            "TIME_END": pa.array(last),
            "NOTE": pa.array(rows["note"]) if "note" in rows else "",
        }
    )


def encode_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV in UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
