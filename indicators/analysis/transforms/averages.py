"""Average over time: take a moving average, or aggregate shorter periods to longer ones.

Both need a value for every period they cover: a year with three quarters, or an average across a gap, is missing and
has a reason. A new aggregation is one entry of `AGGREGATIONS` (and its name in `AggregationName`) and a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.typing import DataFrameGroupBy, SeriesGroupBy

from indicators.analysis import messages
from indicators.analysis.transforms.neighbours import NO_ROW, find_previous_period
from indicators.analysis.transforms.provenance import (
    add_reasons,
    find_worst_status,
    inherit_provenance,
    leave_out_rates,
    name_period,
)
from indicators.errors import UsageError
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import PERIOD_MONTHS, Frequency, TimePeriod, label_runs
from indicators.model.precision import count_digits, measure_last_digit
from indicators.model.steps import Step
from indicators.model.units import parse_unit

AggregationName = Literal["avg", "sum", "eop"]

_DAYS_LEFT_OUT: Final = 10  # a month of days is complete if it lacks no more than holidays at its ends
_NUMBERS: Final = ["value", "lower", "upper"]


@dataclass(frozen=True, slots=True)
class Aggregation:
    """A way to aggregate shorter periods to a longer one.

    Attributes:
        name: Its name in addresses, on the command line and in Python, as in FRED.
        label: Its name in a list of choices, and in a sentence.
        combine: Combines the values of each longer period; ``None`` takes the last one.
        only_flows: Whether it suits nothing but flows.
    """

    name: AggregationName
    label: str
    combine: Callable[[SeriesGroupBy[Any, Any]], pd.Series] | None = None
    only_flows: bool = False


AGGREGATIONS: Final[dict[str, Aggregation]] = {
    entry.name: entry
    for entry in (
        Aggregation("avg", "average", lambda values: values.mean()),
        Aggregation("sum", "sum", lambda values: values.sum(), only_flows=True),
        Aggregation("eop", "end of period"),
    )
}
"""The aggregations by name (FRED's ``aggregation_method``)."""


def take_moving_average(panel: Panel, periods: int) -> Panel:
    """Replace each value by the mean of it and of the values of the periods before.

    Args:
        panel: Series of any frequency.
        periods: How many periods are averaged, the value's own among them; two or more.

    Returns:
        As many rows; where a period has no value, NaN and a ``reason``.
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
    made["digits"] = count_digits(
        made["value"], np.fmax.reduce([measure_last_digit(p["value"], p["digits"]) for p in parts])
    )
    why = np.where(frame["value"].isna(), "", messages.SHORT_OF_AVERAGE.format(periods=periods))
    length = f"{periods}-{name_period(frame)}"
    indicators = tuple(replace(one, name=f"{one.name}, {length} moving average") for one in panel.indicators)
    step = Step("average", messages.AVERAGE_STEP.format(length=length.capitalize()))
    return replace(panel.with_frame(add_reasons(made, why), step), indicators=indicators)


def choose_aggregation(indicator: Indicator | None, unit: str) -> Aggregation:
    """Choose how an indicator is aggregated by default.

    Flows are summed, stocks taken at the end of the period, all else is averaged, and so are flows per month.
    """
    denominator = parse_unit(unit).denominator or ""
    if indicator is None or any(word in denominator for word in ("month", "quarter", "year", "day")):
        return AGGREGATIONS["avg"]
    return AGGREGATIONS[{Measure.FLOW: "sum", Measure.STOCK: "eop"}.get(indicator.measure, "avg")]


def aggregate_periods(panel: Panel, frequency: str, how: str = "") -> Panel:
    """Aggregate shorter periods to longer ones; series of that frequency or a lower one stay as they are.

    Args:
        panel: Series of any frequency.
        frequency: The code of the frequency wanted: ``A``, ``S``, ``Q`` or ``M``.
        how: The name of an aggregation; if left out, `choose_aggregation` decides.

    Returns:
        A row for each longer period of each series; if a shorter period is missing, NaN and a ``reason``.

    Raises:
        UsageError: The sum of an indicator that does not add up over time.
    """
    months = PERIOD_MONTHS[frequency]
    frame = panel.frame.reset_index(drop=True)
    shorter = frame["frequency"].map(lambda code: code == "D" or PERIOD_MONTHS.get(code, 99) < months)
    if not shorter.any():
        return panel
    indicators = {indicator.id: indicator for indicator in panel.indicators}
    parts = [frame[~shorter]]
    ways: dict[str, None] = {}
    for (id, unit), rows in frame[shorter].groupby(["indicator", "unit"], sort=False):
        indicator = indicators.get(str(id))
        way = AGGREGATIONS[how] if how else choose_aggregation(indicator, str(unit))
        if way.only_flows and indicator is not None and indicator.measure is not Measure.FLOW:
            sentence = messages.NO_SUM_OVER_TIME.format(indicator=indicator.name)
            raise UsageError(sentence, hint=messages.USE_AVERAGE_OR_END)
        ways[way.label] = None
        parts.append(_aggregate_rows(rows, frequency, way))
    made = pd.concat([part for part in parts if len(part)])
    made = made.sort_values([*SERIES_COLUMNS, "first"], kind="stable") if len(parts) > 2 else made
    step = Step(
        "aggregate", messages.AGGREGATE_STEP.format(adverb=Frequency(frequency).adjective, ways=" and ".join(ways))
    )
    return panel.with_frame(made.reset_index(drop=True), step)


def match_frequency(panel: Panel, other: Panel) -> Panel:
    """Aggregate the shorter periods of a panel to the frequency of another, if that has only one."""
    frequencies = set(other.frame["frequency"]) & set(PERIOD_MONTHS)
    return aggregate_periods(panel, frequencies.pop()) if len(frequencies) == 1 else panel


def _aggregate_rows(rows: pd.DataFrame, frequency: str, way: Aggregation) -> pd.DataFrame:
    length = PERIOD_MONTHS[frequency]
    first, last = rows["first"].dt, rows["last"].dt
    rows = rows.assign(
        start=first.year * 12 + (first.month - 1) // length * length,
        last_digit=measure_last_digit(rows["value"], rows["digits"]),
    )
    inside = (last.year * 12 + (last.month - 1) // length * length) == rows["start"]
    grouped = rows[inside].sort_values("first", kind="stable").groupby([*SERIES_COLUMNS, "start"], sort=False)
    made = grouped.tail(1).set_index([*SERIES_COLUMNS, "start"], drop=False).copy()
    if way.combine is not None:
        for name in _NUMBERS:
            ends = rows[inside].assign(end=rows[name].fillna(rows["value"]))
            by_bin = ends.groupby([*SERIES_COLUMNS, "start"], sort=False)["end"]
            made[name] = way.combine(by_bin).where(grouped[name].count() > 0)
        last = grouped["last_digit"].max().reindex(made.index).to_numpy()
        made["digits"] = count_digits(made["value"], last).set_axis(made.index)
    whole = _find_complete(grouped, made, length, way)
    made.loc[~whole, _NUMBERS] = np.nan
    for name in ("status", "origin", "vintage"):
        texts = grouped[name].agg(lambda column: tuple(dict.fromkeys(column)))
        made[name] = texts.map({key: _merge_texts(name, key) for key in texts.unique()})
    if way.combine is not None and "rate" in made:
        made = leave_out_rates(made, (grouped["rate"].max() > grouped["rate"].min()).reindex(made.index).to_numpy())
    made = made.reset_index(drop=True)
    starts = {start: date(int(start) // 12, int(start) % 12 + 1, 1) for start in made["start"].unique()}
    periods = {start: TimePeriod.containing(day, frequency) for start, day in starts.items()}
    made["period"] = made["start"].map({start: str(period) for start, period in periods.items()})
    for name in ("first", "last"):
        made[name] = pd.to_datetime(
            made["start"].map({start: getattr(period, name) for start, period in periods.items()})
        )
    made["year"] = made["last"].dt.year.astype("int64")
    why = _explain_incomplete(rows[inside], made, frequency, way)
    return add_reasons(made.assign(frequency=frequency).drop(columns=["start", "last_digit"]), why)


def _explain_incomplete(
    rows: pd.DataFrame, made: pd.DataFrame, frequency: str, way: Aggregation
) -> npt.NDArray[np.object_]:
    """Name for each longer period without a value the shorter ones that lack it."""
    keys = [*SERIES_COLUMNS, "start"]
    why = np.full(len(made), "", dtype=object)
    empty = made[made["value"].isna()]
    known = rows[rows["value"].notna()].groupby(keys, sort=False)["period"].agg(set).to_dict() if len(empty) else {}
    columns = empty.index, empty["frequency"], empty["start"], empty[keys].itertuples(index=False, name=None)
    for place, shorter, start, key in zip(*columns, strict=True):
        months = PERIOD_MONTHS.get(shorter)
        if months is None:
            why[place] = messages.INCOMPLETE_PERIOD.format(period=Frequency(frequency).noun)
            continue
        parts = [
            TimePeriod.containing(date(number // 12, number % 12 + 1, 1), shorter)
            for number in range(start, start + PERIOD_MONTHS[frequency], months)
        ]
        needed = parts if way.combine is not None else parts[-1:]
        missing = [part for part in needed if str(part) not in known.get(key, ())]
        why[place] = messages.MISSING_PARTS.format(periods=join_names(label_runs(missing), most=6))
    return why


def _find_complete(grouped: DataFrameGroupBy[Any, Any], made: pd.DataFrame, length: int, way: Aggregation) -> pd.Series:
    """Tell which longer periods have every shorter one; of days, holidays at the ends may be missing."""
    first, last = grouped["first"].min().reindex(made.index), grouped["last"].max().reindex(made.index)
    begins = pd.to_datetime({"year": made["start"] // 12, "month": made["start"] % 12 + 1, "day": 1})
    ends = begins + pd.DateOffset(months=length) - pd.Timedelta(days=1)
    room = pd.Timedelta(days=_DAYS_LEFT_OUT)
    until_the_end: pd.Series = last >= ends - room
    if way.combine is None:
        return until_the_end & made["value"].notna()
    shorter = made["frequency"].map(PERIOD_MONTHS)
    count = grouped["value"].count().reindex(made.index)
    every: pd.Series = count >= (length / shorter).fillna(1)
    return every.where(shorter.notna(), until_the_end & (first <= begins + room))


def _merge_texts(name: str, texts: tuple[str, ...]) -> str:
    if name == "vintage":
        return max(texts)
    if name == "origin":
        return " ".join(dict.fromkeys(word for text in texts for word in text.split()))
    return find_worst_status(texts)
