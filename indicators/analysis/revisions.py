"""Compare figures as known on two days: revised, replaced by actual values, new or withdrawn.

Publishers rewrite history without notice. To see whether a cited figure is still current, each value known then is put
beside the value known now, of the same series and period.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.model.formatting import count_noun, join_names
from indicators.model.panel import SERIES_COLUMNS, Panel

_KEYS: Final = [*SERIES_COLUMNS, "period"]
_SHOWN: Final = ["entity", "publisher", "first", "value", "digits", "status", "vintage"]
_SENTENCES: Final = {
    "revised": messages.REVISED,
    "actual": messages.NOW_ACTUAL,
    "withdrawn": messages.VALUES_WITHDRAWN,
    "new": messages.NEW,
}


@dataclass(frozen=True)
class PanelChanges:
    """The differences between two states of the same figures.

    Attributes:
        frame: One row per value that differs: the key columns of a series, ``period``, ``entity``, ``publisher``,
            ``before`` and ``after`` (float64 in ``unit``, NaN where there was none), ``digits_before`` and
            ``digits_after``, ``status_before``, ``status_after``, ``vintage_after`` and ``change``: ``revised``,
            ``actual`` (a forecast then, an actual value now), ``new`` or ``withdrawn``.
        known: How many values there were before.
    """

    frame: pd.DataFrame
    known: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return self.frame.empty

    @property
    def rewrites(self) -> bool:
        """Whether a value that was published as actual was changed or withdrawn."""
        return bool(self.frame["change"].isin(["revised", "withdrawn"]).any())

    @property
    def sentence(self) -> str:
        """A sentence on how many values changed, and how."""
        counts = self.frame["change"].value_counts()
        values = count_noun(self.known, "value", "values")
        changes = [
            sentence.format(count=f"{counts[kind]:,}") for kind, sentence in _SENTENCES.items() if counts.get(kind, 0)
        ]
        if not changes:
            return messages.NO_REVISIONS.format(values=values)
        return messages.CHANGES.format(values=values, changes=join_names(changes))

    @property
    def largest(self) -> pd.DataFrame:
        """The rows, the largest relative changes first."""
        moved = (self.frame["after"] - self.frame["before"]).abs() / self.frame["before"].abs().replace(0, np.nan)
        return self.frame.assign(moved=moved).sort_values("moved", ascending=False, kind="stable").drop(columns="moved")


def compare_panels(before: Panel, after: Panel, *, with_new: bool = True) -> PanelChanges:
    """Compare figures as known on an earlier day with the same figures as known now.

    Args:
        before: The figures as known then.
        after: The figures as known now, of the same areas and time, with the same settings.
        with_new: Whether values that did not exist then count; they should not where those were of one edition only.

    >>> import indicators as ind
    >>> then = ind.get("gdp-growth-weo", "RUS", "2015..2016", as_of="2016-05-01")
    >>> found = compare_panels(then, ind.get("gdp-growth-weo", "RUS", "2015..2016"))
    >>> found.sentence
    'Since then: 1 revised and 1 replaced by actual values (of 2 values).'
    >>> found.frame[["period", "before", "after", "change"]].round(1).to_dict("records")[0]
    {'period': '2015', 'before': -3.7, 'after': -2.0, 'change': 'revised'}
    """
    sides = [_select_known(panel) for panel in (before, after)]
    both = sides[0].merge(sides[1], on=_KEYS, how="outer", suffixes=("_before", "_after"), indicator=True)
    both = both.rename(columns={"value_before": "before", "value_after": "after"})
    for name in ("entity", "publisher", "first"):
        both[name] = both[f"{name}_after"].fillna(both[f"{name}_before"])
    came = (both["status_before"] == "F") & ~both["status_after"].isin(["F", "E"])
    same = (both["before"] == both["after"]) & ~came
    kinds = [both["_merge"] == "left_only", both["_merge"] == "right_only", came, ~same]
    both["change"] = np.select(kinds, ["withdrawn", "new", "actual", "revised"], "")
    is_told = (both["change"] != "") & (with_new | (both["change"] != "new"))
    changed = both[is_told].sort_values(["indicator", "entity", "publisher", "first"], kind="stable")
    return PanelChanges(changed[_COLUMNS].reset_index(drop=True), len(sides[0]))


_COLUMNS: Final = [
    *_KEYS, "entity", "publisher", "before", "after", "digits_before", "digits_after", "status_before", "status_after",
    "vintage_after", "change",
]  # fmt: skip


def _select_known(panel: Panel) -> pd.DataFrame:
    rows = panel.frame.dropna(subset="value")
    return rows[[*_KEYS, *_SHOWN]].drop_duplicates(_KEYS, keep="last")
