"""An index of each series: the figure of one year is 100, every other what it is of that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.analysis.transforms.neighbours import number_series
from indicators.analysis.transforms.provenance import (
    count_digits,
    describe_money,
    describe_share,
    find_last_digit,
    inherit_provenance,
    read_significant_digits,
)
from indicators.analysis.transforms.reasons import add_reasons
from indicators.model.observations import Measure
from indicators.model.panel import Panel
from indicators.model.steps import Step

__all__ = ["index_series"]

_PERIODS = {"A": 1, "S": 2, "Q": 4, "M": 12}


def index_series(panel: Panel, base: int | None = None, *, since: int | None = None) -> Panel:
    """Every series as an index.

    Args:
        panel: Series of any frequency; of shorter periods than a year the average of the year is 100.
        base: The year that is 100; if left out the first that all series have, else the first that most have.
        since: The earliest year that is taken for it then.

    Returns:
        As many rows in units such as ``index, 2015 = 100``; a series without a whole base year, or with one of zero
        or below, is NaN, with a ``reason``.
    """
    frame = panel.frame.reset_index(drop=True).assign(series=number_series)
    year = base if base is not None else _first_common(frame, since)
    of_year = frame[(frame["year"] == year) & frame["value"].notna()]
    bases = of_year.groupby("series")["value"].agg(["mean", "size"])
    wanted = frame.drop_duplicates("series").set_index("series")["frequency"].map(_PERIODS)
    whole = bases["size"] >= wanted.reindex(bases.index).fillna(1)
    hundred = bases["mean"].where(whole & (bases["mean"] > 0)).reindex(frame["series"]).to_numpy()
    first_of_base = of_year.drop_duplicates("series").set_index("series")
    other = first_of_base.reindex(frame["series"]).reset_index(drop=True)
    made = inherit_provenance(frame, other)
    for name in ("value", "lower", "upper"):
        made[name] = frame[name].to_numpy(np.float64, na_value=np.nan) / hundred * 100
    digits = np.fmin(read_significant_digits(frame["digits"]), read_significant_digits(other["digits"].astype("Int64")))
    made["digits"] = count_digits(made["value"].to_numpy(), find_last_digit(made["value"].to_numpy(), digits))
    made["unit"] = unit = f"index, {year} = 100"
    why = np.full(len(frame), f"There is no figure above zero for the whole of {year}, which would be 100.")
    step = Step("transform", f"Index: the figure of {year} of each series is 100.")
    own = {one.id: frame[frame["indicator"] == one.id] for one in panel.indicators}
    names = {one.id: f"{one.name}{describe_money(own[one.id], one.prices)}{describe_share(own[one.id], one.name)}"
             for one in panel.indicators}  # fmt: skip
    indicators = tuple(
        replace(one, name=names[one.id], measure=Measure.INDEX, unit=unit, prices=None) for one in panel.indicators
    )
    made = add_reasons(made.drop(columns="series"), np.where(frame["value"].isna(), "", why))
    return replace(panel.with_frame(made, step), indicators=indicators)


def _first_common(frame: pd.DataFrame, since: int | None) -> int:
    """The first year that as many series as possible have a figure of."""
    known = frame[(frame["value"] > 0) & (frame["year"] >= (since or 0))]
    if known.empty:
        return int(frame["year"].min())
    counts = known.groupby("year")["series"].nunique()
    return int(counts.index[counts == counts.max()].min())
