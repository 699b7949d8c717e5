"""Index each series: its value in one period is 100, every other is in proportion."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.transforms.neighbours import number_series
from indicators.analysis.transforms.provenance import (
    add_reasons,
    describe_money,
    describe_share,
    inherit_provenance,
)
from indicators.model.observations import Measure
from indicators.model.panel import Panel
from indicators.model.periods import PERIOD_MONTHS, Frequency, TimePeriod
from indicators.model.precision import add_widths, count_digits, measure_relative_width
from indicators.model.steps import Step


def index_series(panel: Panel, base: TimePeriod | None = None, since: int | None = None) -> Panel:
    """Turn every series into an index with one base period for all.

    Args:
        panel: Series of any frequency; the average of all their values in the base period is 100.
        base: The period that is 100. If left out, the first common year: the first for the whole of which all series
            have values, or else the first for which most of them have. Series without a whole year have a first
            common period.
        since: The earliest year that may be chosen.

    Returns:
        As many rows in units such as ``index, 2015 = 100``; a series without values for the whole base period, or with
        an average of zero or below, is NaN, with a ``reason``.
    """
    frame = panel.frame.reset_index(drop=True).assign(series=number_series)
    base, sentence = (base, messages.INDEX_STEP) if base is not None else _find_first_common_base(frame, since)
    of_base = frame[_is_within(frame, base) & frame["value"].notna()]
    bases = of_base.groupby("series")["value"].agg(["mean", "size"])
    wanted = _count_periods(base, frame.drop_duplicates("series").set_index("series")["frequency"])
    whole = bases["size"] >= wanted.reindex(bases.index)
    hundred = bases["mean"].where(whole & (bases["mean"] > 0)).reindex(frame["series"]).to_numpy()
    first_of_base = of_base.drop_duplicates("series").set_index("series")
    other = first_of_base.reindex(frame["series"]).reset_index(drop=True)
    made = inherit_provenance(frame, other)
    for name in ("value", "lower", "upper"):
        made[name] = frame[name].to_numpy(np.float64, na_value=np.nan) / hundred * 100
    width = add_widths(*(measure_relative_width(part["value"], part["digits"]) for part in (frame, other)))
    made["digits"] = count_digits(made["value"], width * made["value"].abs().to_numpy())
    made["unit"] = unit = f"index, {base.label} = 100"
    made = add_reasons(made.drop(columns="series"), np.where(frame["value"].isna(), "", _explain(frame, base)))
    step = Step("transform", sentence.format(base=base.label, since=since, period=base.frequency.noun))
    indicators = []
    for one in panel.indicators:
        rows = frame[frame["indicator"] == one.id]
        name = f"{one.name}{describe_money(rows, one.prices)}{describe_share(rows, one.name)}"
        indicators.append(replace(one, name=name, measure=Measure.INDEX, unit=unit, prices=None))
    return replace(panel.with_frame(made, step), indicators=tuple(indicators))


def _is_within(frame: pd.DataFrame, base: TimePeriod) -> pd.Series:
    return (frame["first"] >= pd.Timestamp(base.first)) & (frame["last"] <= pd.Timestamp(base.last))


def _count_periods(base: TimePeriod, frequencies: pd.Series) -> pd.Series:
    """Count the periods of each frequency that fill a base period; one day or other period is enough."""
    length = PERIOD_MONTHS.get(base.frequency, 0)
    return (length / frequencies.map(PERIOD_MONTHS)).fillna(1).clip(lower=1)


def _explain(frame: pd.DataFrame, base: TimePeriod) -> pd.Series:
    """Say for each row why its series has no base."""
    length = PERIOD_MONTHS.get(base.frequency, 0)
    texts = {
        code: messages.BASE_TOO_SHORT.format(base=base.label, period=Frequency(code).noun)
        if PERIOD_MONTHS.get(code, 0) > length
        else messages.NO_BASE.format(base=base.label)
        for code in frame["frequency"].unique()
    }
    return frame["frequency"].map(texts)


def _find_first_common_base(frame: pd.DataFrame, since: int | None) -> tuple[TimePeriod, str]:
    """Return the first base for which as many series as possible have values, and the sentence for the step."""
    known = frame[(frame["value"] > 0) & (frame["year"] >= (since or 0))]
    if known.empty:
        return TimePeriod.of_year(int(frame["year"].min())), messages.INDEX_STEP
    sizes = known.groupby(["year", "series", "frequency"]).size().reset_index(name="size")
    year = TimePeriod.of_year(int(known["year"].min()))
    whole = sizes[sizes["size"] >= _count_periods(year, sizes["frequency"])]
    counts = whole.groupby("year")["series"].nunique()
    if whole.empty:
        counts = known.groupby("period")["series"].nunique()
        first = known.drop_duplicates("period").set_index("period")["first"]
        counts = counts.loc[first.reindex(counts.index).sort_values().index]
    base = TimePeriod.parse(f"{counts.idxmax():>04}")
    if counts.max() < frame["series"].nunique():
        return base, messages.INDEX_OF_MOST if since is None else messages.INDEX_OF_MOST_SINCE
    return base, messages.INDEX_OF_ALL if since is None else messages.INDEX_OF_ALL_SINCE
