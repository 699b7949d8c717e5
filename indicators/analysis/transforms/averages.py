"""Averages over time: a moving average, and figures of shorter periods brought to a longer one.

Both need every period they are made of: a year of three quarters, or an average across a gap, stays empty and says
so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd
from pandas.api.typing import DataFrameGroupBy

from indicators.analysis.transforms.names import Aggregation
from indicators.analysis.transforms.neighbours import NO_ROW, find_previous_period
from indicators.analysis.transforms.provenance import find_worst_status, inherit_provenance
from indicators.analysis.transforms.reasons import add_reasons
from indicators.errors import UsageError
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.steps import Step
from indicators.model.units import parse_unit

__all__ = ["aggregate_periods", "choose_aggregation", "take_moving_average"]

_MONTHS: Final = {"A": 12, "S": 6, "Q": 3, "M": 1}
_DAYS_LEFT_OUT: Final = 10  # a month of days is whole when it lacks no more than holidays at its ends
_NUMBERS: Final = ["value", "lower", "upper"]


def take_moving_average(panel: Panel, periods: int) -> Panel:
    """The mean of each figure and of those of the periods before it.

    Args:
        panel: Series of any frequency.
        periods: How many periods, the figure's own among them; two or more.

    Returns:
        As many rows; where a period has no figure, NaN and a ``reason``.
    """
    frame = panel.frame.reset_index(drop=True)
    if frame.empty:
        return panel
    before = find_previous_period(frame)
    place, parts = np.arange(len(frame)), [frame]
    for _ in range(periods - 1):
        place = np.where(place == NO_ROW, NO_ROW, before[place])
        parts.append(frame.reindex(place).reset_index(drop=True))
    made = inherit_provenance(frame, *parts[1:])
    for name in _NUMBERS:
        ends = [part[name].fillna(part["value"]).to_numpy(np.float64, na_value=np.nan) for part in parts]
        mean = np.mean(ends, axis=0)
        made[name] = mean if name == "value" else np.where(frame[name].notna(), mean, np.nan)
    made["digits"] = pd.concat([part["digits"].astype("Int64") for part in parts], axis=1).min(axis=1).astype("Int64")
    why = np.where(frame["value"].isna(), "", f"There are not {periods} figures in a row up to this one.")
    frequencies = frame["frequency"].unique()
    noun = Frequency(frequencies[0]).noun if len(frequencies) == 1 else Frequency.OTHER.noun
    phrase = f"average of {periods} {noun}s"
    indicators = tuple(replace(one, name=f"{one.name}, {phrase}") for one in panel.indicators)
    step = Step("average", f"Moving average of {periods} {noun}s: each with those before it.")
    return replace(panel.with_frame(add_reasons(made, why), step), indicators=indicators)


def choose_aggregation(indicator: Indicator | None, unit: str) -> Aggregation:
    """How figures of shorter periods are brought to a longer one when nothing is said.

    A flow is summed up, a stock is what stands at the end, all else is averaged; so is a flow counted per month.
    """
    denominator = parse_unit(unit).denominator or ""
    if indicator is None or any(word in denominator for word in ("month", "quarter", "year", "day")):
        return Aggregation.AVERAGE
    return {Measure.FLOW: Aggregation.SUM, Measure.STOCK: Aggregation.END}.get(indicator.measure, Aggregation.AVERAGE)


def aggregate_periods(panel: Panel, frequency: str, how: str = "") -> Panel:
    """Figures of shorter periods brought to a longer one; those of it, or of longer ones, stay as they are.

    Args:
        panel: Series of any frequency.
        frequency: The code of the frequency wanted: ``A``, ``S``, ``Q`` or ``M``.
        how: ``avg``, ``sum`` or ``eop``; when left out the way of the measure.

    Returns:
        A row for each longer period of each series; one that lacks a shorter period is NaN, with a ``reason``.

    Raises:
        UsageError: A sum is asked for of what does not add up over time.
    """
    months = _MONTHS[frequency]
    frame = panel.frame.reset_index(drop=True)
    shorter = frame["frequency"].map(lambda code: code == "D" or _MONTHS.get(code, 99) < months)
    if not shorter.any():
        return panel
    indicators = {indicator.id: indicator for indicator in panel.indicators}
    parts = [frame[~shorter]]
    ways: dict[Aggregation, None] = {}
    for (id, unit), rows in frame[shorter].groupby(["indicator", "unit"], sort=False):
        indicator = indicators.get(str(id))
        way = Aggregation(how) if how else choose_aggregation(indicator, str(unit))
        if way is Aggregation.SUM and indicator is not None and indicator.measure is not Measure.FLOW:
            hint = "Take the average (avg) or the last (eop)."
            raise UsageError(f"{indicator.name} does not add up over time.", hint=hint)
        ways[way] = None
        parts.append(_longer(rows, frequency, way))
    made = pd.concat([part for part in parts if len(part)])
    made = made.sort_values([*SERIES_COLUMNS, "first"], kind="stable") if len(parts) > 2 else made
    said = " and ".join(way.label for way in ways)
    noun = Frequency(frequency).noun
    step = Step("aggregate", f"Brought to one figure a {noun}: {said} of the shorter periods in it.")
    return panel.with_frame(made.reset_index(drop=True), step)


def _longer(rows: pd.DataFrame, frequency: str, way: Aggregation) -> pd.DataFrame:
    length = _MONTHS[frequency]
    first, last = rows["first"].dt, rows["last"].dt
    rows = rows.assign(start=first.year * 12 + (first.month - 1) // length * length)
    inside = (last.year * 12 + (last.month - 1) // length * length) == rows["start"]
    grouped = rows[inside].sort_values("first", kind="stable").groupby([*SERIES_COLUMNS, "start"], sort=False)
    made = grouped.tail(1).set_index([*SERIES_COLUMNS, "start"], drop=False).copy()
    for name in _NUMBERS if way is not Aggregation.END else ():
        ends = rows[inside].assign(end=rows[name].fillna(rows["value"]))
        by_bin = ends.groupby([*SERIES_COLUMNS, "start"], sort=False)["end"]
        numbers = by_bin.mean() if way is Aggregation.AVERAGE else by_bin.sum()
        made[name] = numbers.where(grouped[name].count() > 0)
    whole = _is_whole(grouped, made, length, way)
    made.loc[~whole, _NUMBERS] = np.nan
    made["digits"] = grouped["digits"].min()
    for name in ("status", "origin", "vintage"):
        texts = grouped[name].agg(lambda column: tuple(dict.fromkeys(column)))
        made[name] = texts.map({key: _joined(name, key) for key in texts.unique()})
    made = made.reset_index(drop=True)
    periods = {start: _period(frequency, int(start)) for start in made["start"].unique()}
    made["period"] = made["start"].map({start: str(period) for start, period in periods.items()})
    for name in ("first", "last"):
        made[name] = pd.to_datetime(
            made["start"].map({start: getattr(period, name) for start, period in periods.items()})
        )
    made["year"] = made["last"].dt.year.astype("int64")
    made["frequency"] = frequency
    noun = Frequency(frequency).noun
    why = np.full(len(made), f"Not every period of the {noun} has a figure.")
    return add_reasons(made.drop(columns="start"), why)


def _is_whole(grouped: DataFrameGroupBy[Any, Any], made: pd.DataFrame, length: int, way: Aggregation) -> pd.Series:
    """Whether each longer period has every shorter one; of days, no more than holidays may lack at its ends."""
    first, last = grouped["first"].min().reindex(made.index), grouped["last"].max().reindex(made.index)
    begins = pd.to_datetime({"year": made["start"] // 12, "month": made["start"] % 12 + 1, "day": 1})
    ends = begins + pd.DateOffset(months=length) - pd.Timedelta(days=1)
    room = pd.Timedelta(days=_DAYS_LEFT_OUT)
    until_the_end: pd.Series = last >= ends - room
    if way is Aggregation.END:
        return until_the_end & made["value"].notna()
    shorter = made["frequency"].map(_MONTHS)
    count = grouped["value"].count().reindex(made.index)
    every: pd.Series = count >= (length / shorter).fillna(1)
    return every.where(shorter.notna(), until_the_end & (first <= begins + room))


def _joined(name: str, texts: tuple[str, ...]) -> str:
    if name == "vintage":
        return max(texts)
    if name == "origin":
        return " ".join(dict.fromkeys(word for text in texts for word in text.split()))
    return find_worst_status(texts)


def _period(frequency: str, start: int) -> TimePeriod:
    year, month = divmod(start, 12)
    number = month // _MONTHS[frequency] + 1
    texts = {"A": f"{year}", "S": f"{year}-S{number}", "Q": f"{year}-Q{number}", "M": f"{year}-{number:02d}"}
    return TimePeriod.parse(texts[frequency])
