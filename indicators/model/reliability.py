"""Figures that can't be right as published: kept digit for digit in tables and files, left out of charts.

A figure counts as such if its status is low reliability and it has a note that says why. Statistical offices give the
status without a note to figures from small samples; these are drawn, and so is a series that is doubted throughout.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.model.codelists import ObservationStatus
from indicators.model.panel import Panel


def find_unreliable(panel: Panel) -> pd.Series:
    """Find the values that can't be right.

    Returns:
        A truth value for each row.

    >>> import indicators as ind
    >>> panel = ind.get("stock-market-capitalisation", "ITA", "1997..1999")
    >>> find_unreliable(panel).tolist()
    [False, True, False]
    """
    frame = panel.frame
    return (frame["status"] == ObservationStatus.LOW_RELIABILITY) & (frame["note"] != "") & frame["value"].notna()


def hide_unreliable(panel: Panel) -> Panel:
    """Return the panel with empty values where they can't be right, in each series that has other values."""
    doubted = find_unreliable(panel)
    if not doubted.any():
        return panel
    value = panel.frame["value"].mask(doubted, np.nan)
    others = value.groupby([panel.frame[name] for name in ("indicator", "code", "dataset")]).transform("count")
    value = panel.frame["value"].mask(doubted & (others > 0), np.nan)
    if value.count() == panel.frame["value"].count():
        return panel
    return replace(panel, frame=panel.frame.assign(value=value))
