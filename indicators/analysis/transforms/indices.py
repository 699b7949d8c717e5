"""Index each series: the value of one year is 100, every other is in proportion."""

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
from indicators.model.periods import PERIOD_MONTHS
from indicators.model.precision import add_widths, count_digits, measure_relative_width
from indicators.model.steps import Step

__all__ = ["index_series"]


def index_series(panel: Panel, base: int | None = None, since: int | None = None) -> Panel:
    """Turn every series into an index with one base year for all.

    Args:
        panel: Series of any frequency; of periods shorter than a year, the average of the base year is 100.
        base: The year that is 100. If left out, the first common year: the first that all series have, or else the
            first that most of them have.
        since: The earliest year that may be chosen.

    Returns:
        As many rows in units such as ``index, 2015 = 100``; a series without a whole base year, or with one of zero
        or below, is NaN, with a ``reason``.
    """
    frame = panel.frame.reset_index(drop=True).assign(series=number_series)
    year, sentence = (base, messages.INDEX_STEP) if base is not None else _find_first_common_year(frame, since)
    of_year = frame[(frame["year"] == year) & frame["value"].notna()]
    bases = of_year.groupby("series")["value"].agg(["mean", "size"])
    wanted = 12 / frame.drop_duplicates("series").set_index("series")["frequency"].map(PERIOD_MONTHS)
    whole = bases["size"] >= wanted.reindex(bases.index).fillna(1)
    hundred = bases["mean"].where(whole & (bases["mean"] > 0)).reindex(frame["series"]).to_numpy()
    first_of_base = of_year.drop_duplicates("series").set_index("series")
    other = first_of_base.reindex(frame["series"]).reset_index(drop=True)
    made = inherit_provenance(frame, other)
    for name in ("value", "lower", "upper"):
        made[name] = frame[name].to_numpy(np.float64, na_value=np.nan) / hundred * 100
    width = add_widths(*(measure_relative_width(part["value"], part["digits"]) for part in (frame, other)))
    made["digits"] = count_digits(made["value"], width * made["value"].abs().to_numpy())
    made["unit"] = unit = f"index, {year} = 100"
    why = np.full(len(frame), messages.NO_BASE_YEAR.format(year=year))
    made = add_reasons(made.drop(columns="series"), np.where(frame["value"].isna(), "", why))
    step = Step("transform", sentence.format(year=year, since=since))
    indicators = []
    for one in panel.indicators:
        rows = frame[frame["indicator"] == one.id]
        name = f"{one.name}{describe_money(rows, one.prices)}{describe_share(rows, one.name)}"
        indicators.append(replace(one, name=name, measure=Measure.INDEX, unit=unit, prices=None))
    return replace(panel.with_frame(made, step), indicators=tuple(indicators))


def _find_first_common_year(frame: pd.DataFrame, since: int | None) -> tuple[int, str]:
    """Return the first year for which as many series as possible have a value, and the sentence for the step."""
    known = frame[(frame["value"] > 0) & (frame["year"] >= (since or 0))]
    if known.empty:
        return int(frame["year"].min()), messages.INDEX_STEP
    counts = known.groupby("year")["series"].nunique()
    year = int(counts.index[counts == counts.max()].min())
    if counts.max() < frame["series"].nunique():
        return year, messages.INDEX_OF_MOST if since is None else messages.INDEX_OF_MOST_SINCE
    return year, messages.INDEX_OF_ALL if since is None else messages.INDEX_OF_ALL_SINCE
