"""Refuse what an axis would make of values that are not levels, or that were published at different times."""

from __future__ import annotations

from typing import Final

import pandas as pd

from indicators.charts.guards.refusal import GuardContext, Offer, Refusal

__all__ = ["every_vintage", "no_logarithm"]

_MOST_NAMED: Final = 3


def every_vintage(case: GuardContext) -> Refusal | None:
    """What was said at different times stands side by side only along the time it is about."""
    if not case.view.every_vintage or case.kind == "line":
        return None
    sentence = "What each edition said is drawn as lines over time, and in no other chart."
    return Refusal(sentence, (case.as_lines, case.offer("The newest figures only", every_vintage=False)))


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
