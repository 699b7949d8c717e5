"""The period that a ranking, a map or a scatter plot shows, and the one value of each area in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import numpy as np

from indicators.charts import messages
from indicators.charts.parts.headings import join_periods
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import label_period
from indicators.model.formatting import join_names

Each = Literal["", "latest", "earliest"]
"""Whether a panel holds the latest or earliest value of each area, perhaps for different periods."""

MOST_NAMED_AREAS: Final = 4
_ENOUGH: Final = 0.5  # of the areas of the best covered period
_NEARLY_ALL: Final = 0.9  # of them, or the newest year would show the few that are quick


def list_periods(rows: Rows) -> list[str]:
    """Return the periods with values, in order of time; of two with the same end, the longer is last."""
    places = np.lexsort((rows["first"], rows["last"]))
    return list(dict.fromkeys(rows["period"][places].tolist()))


def list_covered_periods(
    known: Iterable[tuple[str, str]], periods: Sequence[str], *, share: float = _ENOUGH
) -> list[str]:
    """Return the periods for which at least this share of the areas of the best covered one are known.

    What is known are pairs of area and period.
    """
    areas = Counter(period for _, period in set(known))
    enough = share * max(areas.values(), default=0)
    return [period for period in periods if areas[period] >= enough]


def pick_period(rows: Rows) -> str:
    """Return the last of the best covered periods; forecasts count only where there is nothing else."""
    actual = rows.take(rows["status"] != "F")
    known = actual if len(actual) else rows
    pairs = zip(known["code"], known["period"], strict=True)
    covered = list_covered_periods(pairs, list_periods(known), share=_NEARLY_ALL)
    return covered[-1] if covered else ""


def select_period(rows: Rows, period: str, *, rivals: bool = False) -> Rows:
    """Return the values of a period: one for each area, or one for each of its publishers.

    Of several publishers, the one with values for more areas is taken.
    """
    there = rows.take(rows["period"] == period)
    if rivals:
        return there
    reach = Counter(there["dataset"])
    best: dict[tuple[str, str], int] = {}
    for place, key in enumerate(zip(there["indicator"], there["code"], strict=True)):
        if key not in best or reach[there["dataset"][place]] > reach[there["dataset"][best[key]]]:
            best[key] = place
    return there.take(np.array(sorted(best.values()), dtype=int))


def describe_periods(rows: Rows, each: Each = "") -> str:
    """Return the period of rows, or their range: ``2016–2025, latest value of each``."""
    periods = [label_period(period) for period in list_periods(rows)]
    if len(periods) < 2:
        return "".join(periods)
    span = join_periods(periods[0], periods[-1])
    if not each:
        return span
    return (messages.SPAN_LATEST if each == "latest" else messages.SPAN_EARLIEST).format(periods=span)


def date_names(names: Sequence[str], rows: Rows) -> list[str]:
    """Add the period to the names of rows that are not of the most common one: ``Cuba (2020)``."""
    counts = Counter(rows["period"].tolist())
    usual = max(counts, key=lambda period: (counts[period], period), default="")
    pairs = zip(names, rows["period"], strict=True)
    return [
        name if period == usual else messages.AREA_IN_PERIOD.format(area=name, period=label_period(period))
        for name, period in pairs
    ]


def explain_missing_areas(rows: Rows, shown: Rows, order: Sequence[str], period: str) -> tuple[str, ...]:
    """Return a sentence on the chosen areas that have values, but none for the period shown."""
    there = set(shown["code"])
    missing = [code for code in order if code not in there]
    last: dict[str, str] = {}
    theirs = rows.take(np.isin(rows["code"], missing))
    for place in np.argsort(theirs["last"], kind="stable"):
        period_of_it = label_period(theirs["period"][place])
        last[theirs["code"][place]] = messages.LAST_VALUE.format(area=theirs["entity"][place], period=period_of_it)
    lacking = [last[code] for code in missing if code in last]
    if not lacking:
        return ()
    areas = join_names(lacking, most=MOST_NAMED_AREAS)
    return (messages.NO_VALUE_FOR.format(period=label_period(period), areas=areas),)
