"""Which of the latest values are recent enough to be compared: the one rule for maps, charts, tables and notes.

The latest values of countries can be decades apart. One counts as recent if it is at most the tolerance (five years
unless the view says otherwise) older than the newest actual value of the indicator, of any country. A panel of the
latest values keeps all of them and knows from which year on they are recent; charts leave the others out, tables flag
them, and a note counts them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from indicators.model.panel import Panel

DEFAULT_TOLERANCE: Final = 5
"""How many years a latest value may be older than the newest of its indicator."""


def find_outdated(panel: Panel) -> pd.Series:
    """Find the latest values that are too old to be compared with the others.

    Returns:
        A truth value for each row; all false unless only the latest values were asked for.

    >>> import indicators as ind
    >>> debt = ind.get("government-debt", "DEU~GBR", "latest")
    >>> debt.frame["year"].tolist(), find_outdated(debt).tolist()
    ([1990, 2024], [True, False])
    """
    since = panel.frame["indicator"].map(panel.recent_since).astype("float64").fillna(0)
    return (panel.frame["year"] < since) & panel.frame["value"].notna()


def drop_outdated(panel: Panel) -> Panel:
    """Return the panel without the latest values that are too old; unchanged if no other value would be left."""
    if not panel.recent_since:
        return panel
    old = find_outdated(panel)
    kept = panel.frame[~old]
    if not old.any() or kept["value"].isna().all():
        return panel
    return replace(panel, frame=kept.reset_index(drop=True)).drop_unused_origins()
