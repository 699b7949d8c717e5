"""What changed in figures between two days on which they were looked at: revised, come, new, withdrawn.

A publisher rewrites its history without a word. Who cited a figure has to know whether it still stands: each figure as
it was known is set beside the same figure as it is known now, of the same series and period.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.model.formatting import join_names
from indicators.model.panel import SERIES_COLUMNS, Panel

__all__ = ["Revisions", "find_revisions"]

_KEYS: Final = [*SERIES_COLUMNS, "period"]
_SHOWN: Final = ["entity", "publisher", "first", "value", "digits", "status", "vintage"]
_WORDS: Final = {
    "revised": ("was revised", "were revised"),
    "come": ("was a forecast and has come", "were forecasts and have come"),
    "withdrawn": ("is not published any more", "are not published any more"),
    "new": ("is new", "are new"),
}


@dataclass(frozen=True)
class Revisions:
    """What differs between two states of the same figures.

    Attributes:
        frame: One row a figure that differs: the key columns of a series, ``period``, ``entity``, ``publisher``,
            ``before`` and ``after`` (float64 in ``unit``, NaN where there was none), ``digits_before`` and
            ``digits_after``, ``status_before``, ``status_after``, ``vintage_after`` and ``change``: ``revised``,
            ``come`` (a forecast then, an actual figure now), ``new`` or ``withdrawn``.
        known: How many figures there were before.
    """

    frame: pd.DataFrame
    known: int

    @property
    def is_empty(self) -> bool:
        """Whether all stands as it stood."""
        return self.frame.empty

    @property
    def rewrites(self) -> bool:
        """Whether a figure that was published as actual does not stand any more as it stood."""
        return bool(self.frame["change"].isin(["revised", "withdrawn"]).any())

    @property
    def sentence(self) -> str:
        """How many changed in which way, such as ``Since then, of 24 figures: 3 were revised and 2 are new.``."""
        counts = self.frame["change"].value_counts()
        said = [
            f"{counts[kind]:,} {one if counts[kind] == 1 else many}"
            for kind, (one, many) in _WORDS.items()
            if counts.get(kind, 0)
        ]
        figures = "figure" if self.known == 1 else "figures"
        if not said:
            return f"Since then none of the {self.known:,} {figures} has changed."
        return f"Since then, of {self.known:,} {figures}: {join_names(said)}."

    @property
    def largest(self) -> pd.DataFrame:
        """The rows, those whose value moved most in relation to what it was first, then the others."""
        moved = (self.frame["after"] - self.frame["before"]).abs() / self.frame["before"].abs().replace(0, np.nan)
        return self.frame.assign(moved=moved).sort_values("moved", ascending=False, kind="stable").drop(columns="moved")


def find_revisions(before: Panel, after: Panel, *, with_new: bool = True) -> Revisions:
    """Compare figures as they were known with the same figures as they are known now.

    Args:
        before: As they were known.
        after: As they are known now, of the same areas, time and terms.
        with_new: Whether figures that were not among those before count; not where those were of one edition only.

    >>> import indicators as ind
    >>> then = ind.get("gdp-growth-weo", "RUS", "2015..2016", as_of="2016-05-01")
    >>> found = find_revisions(then, ind.get("gdp-growth-weo", "RUS", "2015..2016"))
    >>> found.sentence
    'Since then, of 2 figures: 1 was revised and 1 was a forecast and has come.'
    >>> found.frame[["period", "before", "after", "change"]].round(1).to_dict("records")[0]
    {'period': '2015', 'before': -3.7, 'after': -2.8, 'change': 'revised'}
    """
    sides = [_known(panel) for panel in (before, after)]
    both = sides[0].merge(sides[1], on=_KEYS, how="outer", suffixes=("_before", "_after"), indicator=True)
    both = both.rename(columns={"value_before": "before", "value_after": "after"})
    for name in ("entity", "publisher", "first"):
        both[name] = both[f"{name}_after"].fillna(both[f"{name}_before"])
    came = (both["status_before"] == "F") & (both["status_after"] != "F")
    same = (both["before"] == both["after"]) & ~came
    kinds = [both["_merge"] == "left_only", both["_merge"] == "right_only", came, ~same]
    both["change"] = np.select(kinds, ["withdrawn", "new", "come", "revised"], "")
    is_told = (both["change"] != "") & (with_new | (both["change"] != "new"))
    changed = both[is_told].sort_values(["indicator", "entity", "publisher", "first"], kind="stable")
    return Revisions(changed[_COLUMNS].reset_index(drop=True), len(sides[0]))


_COLUMNS: Final = [
    *_KEYS, "entity", "publisher", "before", "after", "digits_before", "digits_after", "status_before", "status_after",
    "vintage_after", "change",
]  # fmt: skip


def _known(panel: Panel) -> pd.DataFrame:
    rows = panel.frame.dropna(subset="value")
    return rows[[*_KEYS, *_SHOWN]].drop_duplicates(_KEYS, keep="last")
