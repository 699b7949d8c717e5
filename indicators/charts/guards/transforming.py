"""What a transformation or an axis would make of figures that are no levels, or were said at different times."""

from __future__ import annotations

from typing import Final

import pandas as pd

from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.model.observations import Measure
from indicators.model.units import parse_unit

__all__ = ["every_vintage", "index_of_changes", "no_logarithm", "percent_of_percent"]

_MOST_NAMED: Final = 3
_PERCENT_CHANGES: Final = frozenset({"pch", "pc1", "pca", "cch", "cca"})
_IN_POINTS: Final = {"pch": "chg", "pc1": "ch1", "pca": "chg", "cch": "chg", "cca": "chg"}


def every_vintage(case: GuardContext) -> Refusal | None:
    """What was said at different times stands side by side only along the time it is about."""
    if not case.view.every_vintage or case.kind == "line":
        return None
    sentence = "What each edition said is drawn as lines over time, and in no other chart."
    return Refusal(sentence, (case.as_lines, case.offer("The newest figures only", every_vintage=False)))


def percent_of_percent(case: GuardContext) -> Refusal | None:
    """A change of what is in per cent already is said in percentage points."""
    asked = next((name for name in case.view.transform if name in _PERCENT_CHANGES), None)
    if asked is None:
        return None
    for indicator in case.published.indicators:
        if indicator.measure is Measure.RATE and parse_unit(indicator.unit).expression == "percent":
            points = tuple(_IN_POINTS.get(name, name) for name in case.view.transform)
            sentence = f"{indicator.name} is in per cent already: how much it changed is said in percentage points."
            offers = (case.offer("Change in points", transform=points), case.offer("As they are", transform=()))
            return Refusal(sentence, offers)
    return None


def index_of_changes(case: GuardContext) -> Refusal | None:
    """An index of a rate follows the rate, not what it is a change of: 200 would be taken for doubled prices."""
    if "index" not in case.view.transform:
        return None
    for indicator in case.published.indicators:
        if indicator.measure is Measure.RATE and parse_unit(indicator.unit).expression == "percent":
            sentence = f"{indicator.name} is a rate in per cent: an index of it would follow the rate, not a level."
            points = tuple("ch1" if name == "index" else name for name in case.view.transform)
            offers = (case.offer("As they are", transform=()), case.offer("Change in points", transform=points))
            return Refusal(sentence, offers)
    return None


def no_logarithm(case: GuardContext) -> Refusal | None:
    """Zero and below have no logarithm."""
    if case.view.scale != "log" or case.kind == "map":
        return None
    rows = case.panel.frame[case.panel.frame["value"] <= 0]
    if rows.empty:
        return None
    row = rows.iloc[0]
    sentence = f"Zero and below have no place on a logarithmic axis: {row['entity']} has some, as in {row['period']}."
    return Refusal(sentence, (case.offer("Linear axis", scale="linear"), *_without(case, rows)))


def _without(case: GuardContext, rows: pd.DataFrame) -> tuple[Offer, ...]:
    """The other areas, where some are left, of a few that are in the way."""
    in_the_way = dict(zip(rows["code"], rows["entity"], strict=True))
    left = tuple(code for code in case.view.areas if code not in in_the_way)
    if not left or len(in_the_way) > _MOST_NAMED:
        return ()
    return (case.offer(f"Without {' and '.join(in_the_way.values())}", areas=left),)
