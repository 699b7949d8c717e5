"""Percent and percentage points: from 20% to 25% is 5 points, or 25 percent, and not 5 percent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import LevelChange
from indicators.claims.wording import format_claim, format_level
from indicators.language.languages import compile_pattern

_SET_RATE: Final = compile_pattern("set_rate")
_SURELY_FAR: Final = 5
"""How many times the stated percentage the change in percent has to be, where only rounding would let them agree."""


def check_percentage_points(context: CheckContext) -> Iterator[Finding]:
    """Compare the stated change of a percentage with the difference and with the percent change."""
    is_set = {
        claim.id: bool(_SET_RATE[one.language].search(one.plain)) for one in context.sentences for claim in one.claims
    }
    for change in context.changes:
        before, by = change.before, change.by
        if by is None or not (by.kind is ClaimKind.POINTS or by.kind in PERCENT_KINDS):
            continue
        if all(level.kind in PERCENT_KINDS or level.unit == "%" for level in (before, change.after)):
            if not _is_another_growth(change, by):
                found = _compare(change, by, is_set=is_set.get(by.id, False))
                if change.allows(found):
                    yield found
        elif (
            by.kind is ClaimKind.POINTS
            and before.kind is not ClaimKind.INDEX
            and not by.counted  # points of their own
            and "unit" not in before.inferred + change.after.inferred
        ):
            yield Finding(Verdict.INCONSISTENT, messages.POINTS_OF_AMOUNT, change.ids, change.chain)


def _is_another_growth(change: LevelChange, by: Claim) -> bool:
    """Whether a growth beside another is itself a level: ``growth of 5.4% was above 5.0%, but below the target``."""
    are_growths = by.kind is ClaimKind.GROWTH in (change.before.kind, change.after.kind)
    return are_growths and not _fits(change.calculate_difference("percentage points", signed=True), by)


def _compare(change: LevelChange, by: Claim, *, is_set: bool) -> Finding:
    points = change.calculate_difference("percentage points", signed=True)
    percent = change.calculate_percent(messages.LABEL_PERCENT_CHANGE)
    fits_points, fits_percent = _fits(points, by), _fits(percent, by)
    if by.kind is ClaimKind.POINTS:
        is_plain = not any(claim.qualifier or claim.lower is not None for claim in (change.before, change.after, by))
        fits_points = fits_points and (not is_set or not is_plain or _is_exactly(change, by))
        fits_points = fits_points and not change.goes_other_way
        verdict = Verdict.CONSISTENT if fits_points else Verdict.INCONSISTENT
        message = messages.POINTS_DIFFER if fits_points else messages.POINTS_DIFFER_NOT
    elif percent is None:
        verdict, message = Verdict.UNCHECKED, messages.FROM_ZERO
    elif fits_percent and fits_points and not _is_near(change, by):
        is_surely_points = abs(change.after.plain_value - change.before.plain_value) == abs(by.plain_value)
        verdict, message = Verdict.UNCHECKED, messages.FITS_BY_ROUNDING
        if is_surely_points and abs(change.best_percent) > _SURELY_FAR * abs(by.plain_value) and by.qualifier is None:
            verdict, message = Verdict.INCONSISTENT, messages.PERCENT_FOR_POINTS
    elif fits_percent:
        verdict, message = Verdict.CONSISTENT, messages.PERCENT_CHANGE_IS
    else:
        verdict = Verdict.INCONSISTENT
        message = messages.PERCENT_FOR_POINTS if fits_points else messages.POINTS_NOR_PERCENT
    reason = message.format(
        before=format_level(change.before), after=format_level(change.after), points=points.text,
        percent=percent.text if percent else "", stated=format_claim(by),
    )  # fmt: skip
    chain = (*change.chain, points, *([percent] if percent else []))
    return Finding(verdict, reason, change.ids, chain)


def _fits(figure: Figure | None, by: Claim) -> bool:
    """Whether a calculated change can be the stated one, in either direction."""
    if figure is None or figure.interval is None:
        return False
    stated = _take_points(by)
    return figure.interval.overlaps(stated) or figure.interval.overlaps(-stated)


def _take_points(by: Claim) -> Interval:
    """The stated change in percent or points, whatever its unit: ``50 basis points``, ``grew by one time``."""
    return by.interval.scale({"basis points": -2, "ratio": 2}.get(by.unit, 0))


def _is_exactly(change: LevelChange, by: Claim) -> bool:
    """Whether the printed levels of a rate that somebody sets, which is not rounded, differ by the stated points."""
    stated = by.plain_value.scaleb(-2) if by.unit == "basis points" else by.plain_value
    return abs(change.after.plain_value - change.before.plain_value) == abs(stated)


def _is_near(change: LevelChange, by: Claim) -> bool:
    """Whether the percent change of the printed numbers is about the stated one."""
    best = abs(change.best_percent)
    return abs(abs(by.plain_value) - best) <= best / 2
