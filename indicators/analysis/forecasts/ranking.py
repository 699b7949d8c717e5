"""Rank forecasters by their errors, on the same outcomes and the same cases only.

A case is a figure at a distance: a country, a period, and how far before its end the forecast was published (in
half-years for annual figures, so that a spring edition meets no autumn one). Of several forecasts by one publisher for
a case the newest counts. Who forecast only calm years would look good: a ranking of unequal samples is refused, with
the number of cases they have in common.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.equal_accuracy import compare_losses
from indicators.analysis.forecasts.record import TrackRecord
from indicators.errors import UsageError
from indicators.model.formatting import count_noun, join_names

_CASE: Final = ["code", "counterpart", "dimensions", "unit", "frequency", "period", "distance"]
_FORECASTER: Final = ["publisher", "dataset", "indicator"]
_GROUP: Final = ["frequency", "error_unit", "ahead"]
_COLUMNS: Final = [
    *_GROUP, "rank", *_FORECASTER, "forecasts", "median_absolute_error", "mean_absolute_error", "mean_error",
    "relative_error", "extreme", "p_value", "periods", "least_periods",
]  # fmt: skip


def rank_forecasters(record: TrackRecord, *, common: bool = False) -> pd.DataFrame:
    """Rank the forecasters of a record by their mean absolute errors.

    Args:
        record: Forecasts of several publishers scored on the same outcomes: ``score(..., outcome_by=...)``.
        common: Whether to use only the cases that all of them forecast.

    Returns:
        One row for each distance in periods, ``ahead``, and forecaster: ``rank``, ``forecasts`` (int64), the errors as
        in `TrackRecord.group_by_horizon`, ``relative_error`` (the median absolute error over that of no change), and
        the ``p_value`` of the difference from the best by Diebold and Mariano, with the ``periods`` there are for it
        and the ``least_periods`` it needs.

    Raises:
        UsageError: There is one forecaster only, they forecast different cases, or none in common.
    """
    pairs = record.pooled.drop_duplicates([*_FORECASTER, *_CASE], keep="last")
    names = pairs[_FORECASTER].drop_duplicates()
    if len(names) < 2:
        found = join_names(list(names["publisher"])) or messages.NOBODY
        raise UsageError(messages.RANK_NEEDS_TWO, found=found, hint=messages.NAME_OUTCOME)
    count = pairs.groupby(_CASE)["error"].transform("size")
    shared = pairs[count == len(names)]
    if len(shared) < len(pairs) and not common:
        sizes = pairs.groupby(_FORECASTER, sort=False).size()
        publishers = sizes.index.get_level_values("publisher")
        listed = [f"{publisher} {size:,}" for publisher, size in zip(publishers, sizes, strict=True)]
        cases = len(shared) // len(names)
        hint = (
            messages.USE_COMMON.format(cases=count_noun(cases, "case", "cases")) if cases else messages.NONE_IN_COMMON
        )
        raise UsageError(messages.UNEQUAL_SAMPLES, found=join_names(listed), expected="the same cases", hint=hint)
    if shared.empty:
        raise UsageError(messages.NONE_IN_COMMON)
    rows = [row for key, part in shared.groupby(_GROUP, sort=True) for row in _rank(record, part, key)]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _rank(record: TrackRecord, pairs: pd.DataFrame, key: tuple[Any, ...]) -> list[dict[str, Any]]:
    """The rows of one distance, the best first; a case that is extreme for one is left out of the means of all."""
    extreme = record.find_extreme(pairs)
    is_extreme = extreme.groupby([pairs[name] for name in _CASE]).transform("any")
    usual = pairs[~is_extreme]
    rows = []
    for names, part in usual.groupby(_FORECASTER, sort=False):
        every = pairs[(pairs[_FORECASTER] == list(names)).all(axis=1)]
        naive = every["naive_error"].abs().median()
        off = part["error"].abs()
        rows.append(
            dict(zip(_GROUP, key, strict=True)) | dict(zip(_FORECASTER, names, strict=True))
            | {
                "forecasts": len(every), "median_absolute_error": every["error"].abs().median(),
                "mean_absolute_error": off.mean(), "mean_error": part["error"].mean(),
                "relative_error": every["error"].abs().median() / naive if naive > 0 else float("nan"),
                "extreme": int(is_extreme.sum()) // pairs.groupby(_FORECASTER).ngroups,
                "losses": off.set_axis(pd.MultiIndex.from_frame(part[_CASE])), "years": part["year"].to_numpy(),
            }
        )  # fmt: skip
    rows.sort(key=lambda row: row["mean_absolute_error"])
    best = rows[0]["losses"] if rows else None
    for number, row in enumerate(rows):
        difference = (row["losses"] - best).groupby("period").mean() if number else pd.Series(dtype="float64")
        test = compare_losses(difference.to_numpy(), int(row["ahead"]) + 1)
        row |= {"rank": number + 1, "p_value": test.p_value, "periods": test.periods, "least_periods": test.least}
    return rows
