"""One moment of a panel: the period a ranking, a map or a scatter shows, and the one figure of each area in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import period_label

__all__ = ["absent", "at", "dated", "extent", "moment", "moments"]

_ENOUGH = 0.5  # of the areas of the best covered period: else the newest year would show the few who are quick
_MOST_NAMED = 4


def moments(rows: Rows) -> list[str]:
    """The periods of which there are figures, in order of time; of equal ones the longer is last."""
    places = np.lexsort((rows["first"], rows["last"]))
    return list(dict.fromkeys(rows["period"][places].tolist()))


def moment(rows: Rows) -> str:
    """The last period for which at least half as many areas have an actual figure as for the best covered one.

    Forecasts count only where there is nothing else; empty where there is nothing at all.
    """
    actual = rows.take(rows["status"] != "F")
    known = actual if len(actual) else rows
    if not len(known):
        return ""
    areas = Counter(period for _, period in set(zip(known["code"], known["period"], strict=True)))
    enough = _ENOUGH * max(areas.values())
    return next(period for period in reversed(moments(known)) if areas[period] >= enough)


def at(rows: Rows, period: str, *, rivals: bool = False) -> Rows:
    """The figures of a period: one for each area, or one for each of its publishers.

    Of two publishers that one counts who has figures for more areas.

    Args:
        rows: Any rows.
        period: As it is written in them.
        rivals: Whether all publishers of an area are wanted.
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


def extent(rows: Rows, each: str = "") -> str:
    """The period of rows, or from which to which they are: ``2016–2025, the latest of each``.

    Args:
        rows: Those shown.
        each: ``latest`` or ``earliest``, where that of each area was asked for.
    """
    periods = [period_label(period) for period in moments(rows)]
    if len(periods) < 2:
        return "".join(periods)
    whole = "–" if periods[0].isdigit() and periods[-1].isdigit() else " – "
    return f"{periods[0]}{whole}{periods[-1]}{f', the {each} of each' if each else ''}"


def dated(names: Sequence[str], rows: Rows) -> list[str]:
    """The names of rows, with the period behind those that are not of the period of most: ``Cuba (2020)``."""
    counts = Counter(rows["period"].tolist())
    usual = max(counts, key=lambda period: (counts[period], period), default="")
    pairs = zip(names, rows["period"], strict=True)
    return [name if period == usual else f"{name} ({period_label(period)})" for name, period in pairs]


def absent(rows: Rows, shown: Rows, order: Sequence[str], period: str) -> tuple[str, ...]:
    """A sentence on the chosen areas that have figures, but none for the period shown; none if all have.

    Args:
        rows: All figures.
        shown: Those of the period.
        order: Codes of the areas chosen.
        period: The period.
    """
    there = set(shown["code"])
    missing = [code for code in order if code not in there]
    last: dict[str, str] = {}
    theirs = rows.take(np.isin(rows["code"], missing))
    for place in np.argsort(theirs["last"], kind="stable"):
        last[theirs["code"][place]] = f"{theirs['entity'][place]} (last {period_label(theirs['period'][place])})"
    lacking = [last[code] for code in missing if code in last]
    if not lacking:
        return ()
    more = f" and {len(lacking) - _MOST_NAMED} more" if len(lacking) > _MOST_NAMED else ""
    return (f"No figure for {period_label(period)}: {', '.join(lacking[:_MOST_NAMED])}{more}.",)
