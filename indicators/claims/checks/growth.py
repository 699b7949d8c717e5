"""Two levels and what is said of the change between them: in per cent, in points, in times, up or down."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Direction
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.changes import LevelChange
from indicators.claims.relations.context import Check, CheckContext
from indicators.claims.wording import format_claim
from indicators.model.formatting import format_quantity

__all__ = ["LEVEL_AGAINST_GROWTH", "PER_CENT_OR_POINTS"]

_HUNDRED: Final = Interval.exactly(100)
_PERCENTS: Final = (ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH)


def _levels_against_growth(case: CheckContext) -> Iterator[Finding]:
    for change in case.changes:
        found = _in_percent(change) if change.by is not None else _direction_only(change)
        if found is not None:
            yield found


def _points(case: CheckContext) -> Iterator[Finding]:
    for change in case.changes:
        by = change.by
        if by is None or not (_is_percent(change.before) and _is_percent(change.after)):
            continue
        if by.kind is ClaimKind.POINTS or by.kind in _PERCENTS:
            yield _between_percents(change, by)


def _in_percent(change: LevelChange) -> Finding | None:
    """A change of sums, numbers or an index; that of percentages is the other check's."""
    by, before = change.by, change.before
    if by is None or (_is_percent(before) and by.kind is not ClaimKind.MULTIPLE):
        return None
    if by.kind is ClaimKind.POINTS:
        text = "a sum or a number grows by per cent; percentage points are the difference of two percentages"
        is_index = before.kind is ClaimKind.INDEX  # whose points are its own
        return None if is_index else Finding(POINTS_NAME, Verdict.INCONSISTENT, text, _ids(change), _chain(change))
    said = _said(change, by)
    return _in_units(change, by) if said is None else _held(change, by, said)


def _said(change: LevelChange, by: Claim) -> Interval | None:
    """The change in per cent as it is said; one without a sign has that of the words before the levels."""
    if by.kind not in _PERCENTS:
        return by.change
    falls = Direction.FALL in (by.direction, change.direction) and by.value > 0
    return -by.interval if falls else by.interval


def _held(change: LevelChange, by: Claim, said: Interval) -> Finding | None:
    implied, best = _growth(change)
    if implied is None:
        return None
    made_of = f"{format_claim(change.after)} / {format_claim(change.before)}"
    figure = derive_figure(implied, "%", label="what the two levels give", made_of=made_of, best=best, signed=True)
    chain = (*_chain(change), figure)
    if implied.overlaps(said):
        return Finding(NAME, Verdict.CONSISTENT, f"the two levels give {figure.text}", _ids(change), chain)
    if change.is_real:
        reason = f"such growth is real, without that of prices, the levels at current prices; they give {figure.text}"
        return Finding(NAME, Verdict.UNCHECKED, reason, _ids(change), chain)
    reason = f"the two levels give {figure.text}, not {format_claim(by)}"
    return Finding(NAME, Verdict.INCONSISTENT, reason, _ids(change), chain, _possibly(change, implied, said))


def _growth(change: LevelChange) -> tuple[Interval | None, Decimal | None]:
    """The change in per cent that two levels give: what it can be, and what the printed numbers make it."""
    before, after = change.before, change.after
    if before.plain_value <= 0 or before.interval.low is None or before.interval.low <= 0:
        return None, None
    best = after.plain_value / before.plain_value * 100 - 100
    return after.interval / before.interval * _HUNDRED - _HUNDRED, best


def _possibly(change: LevelChange, implied: Interval, said: Interval) -> str:
    for scale in (Decimal(1000), Decimal("0.001")):
        scaled = (implied + _HUNDRED) * Interval.exactly(scale) - _HUNDRED
        if scaled.overlaps(said):
            return "With one level 1,000 times larger or smaller they would agree: million or billion?"
    if not change.in_text:
        return "A revised base of the year before would explain it; that is a possibility, not a fact."
    return ""


def _in_units(change: LevelChange, by: Claim) -> Finding | None:
    """A change said in the unit of the levels: from 50 to 70 billion, up 20 billion."""
    if by.unit != change.before.unit and not by.kind is change.before.kind is ClaimKind.COUNT:
        return None
    difference = change.after.interval - change.before.interval
    best = change.after.plain_value - change.before.plain_value
    made_of = f"{format_claim(change.after)} − {format_claim(change.before)}"
    figure = derive_figure(difference, by.unit, label="the difference of the two levels", made_of=made_of, best=best)
    fits = difference.overlaps(by.interval) or (-difference).overlaps(by.interval)
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    reason = f"the two levels differ by {figure.text}" + ("" if fits else f", not by {format_claim(by)}")
    return Finding(NAME, verdict, reason, _ids(change), (*_chain(change), figure))


def _direction_only(change: LevelChange) -> Finding | None:
    """A fall from less to more, or a rise from more to less."""
    if change.direction is None or not change.in_text:
        return None
    risen, fallen = (
        _is_surely_below(change.before, change.after),
        _is_surely_below(change.after, change.before),
    )
    contrary = risen if change.direction is Direction.FALL else fallen
    if not contrary:
        return None
    reason = (
        f"it is called a {change.direction.value}, from {format_claim(change.before)} to {format_claim(change.after)}"
    )
    return Finding(NAME, Verdict.INCONSISTENT, reason, _ids(change), _chain(change))


def _is_surely_below(one: Claim, two: Claim) -> bool:
    high, low = one.interval.high, two.interval.low
    return high is not None and low is not None and high < low


def _between_percents(change: LevelChange, by: Claim) -> Finding:
    difference = change.after.interval - change.before.interval
    best = change.after.plain_value - change.before.plain_value
    points = derive_figure(
        difference, "percentage points", label="the difference", best=best, signed=True,
        made_of=f"{format_claim(change.after)} − {format_claim(change.before)}",
    )  # fmt: skip
    relative, best_relative = _growth(change)
    chain = [*_chain(change), points]
    if relative is not None:
        percent = derive_figure(relative, "%", label="the change in per cent", best=best_relative, signed=True)
        chain.append(percent)
    said = by.interval
    fits_points = any(difference.overlaps(end) for end in (said, -said))
    fits_percent = relative is not None and any(relative.overlaps(end) for end in (said, -said))
    if by.kind is ClaimKind.POINTS:
        verdict = Verdict.CONSISTENT if fits_points else Verdict.INCONSISTENT
        reason = f"the difference is {points.text}" + ("" if fits_points else f", not {format_claim(by)}")
    elif relative is None:
        verdict, reason = Verdict.UNCHECKED, "the earlier figure may be zero, from which nothing grows by per cent"
    elif fits_percent and fits_points and best_relative is not None and not _is_near(by, best_relative):
        verdict = Verdict.UNCHECKED
        reason = f"it is the difference in points; as per cent it fits only numbers rounded far, of {chain[-1].text}"
    elif fits_percent:
        verdict, reason = Verdict.CONSISTENT, f"the change is {chain[-1].text}"
    elif fits_points:
        verdict = Verdict.INCONSISTENT
        found = format_quantity(abs(best), "%")
        reason = f"{found} is the difference, in percentage points; in per cent it is {chain[-1].text}"
    else:
        verdict = Verdict.INCONSISTENT
        reason = f"the difference is {points.text}, which {format_claim(by)} is neither in points nor in per cent"
    return Finding(POINTS_NAME, verdict, reason, _ids(change), tuple(chain))


def _is_near(by: Claim, best: Decimal) -> bool:
    """Whether the numbers as they stand give about the change that is said."""
    return abs(abs(by.plain_value) - abs(best)) <= abs(best) / 2


def _is_percent(claim: Claim) -> bool:
    return claim.kind in _PERCENTS


def _ids(change: LevelChange) -> tuple[str, ...]:
    first = [] if change.by is None else [change.by.id]
    return (*first, change.after.id, change.before.id)


def _chain(change: LevelChange) -> tuple[Figure, ...]:
    levels = (Figure.of(change.before, "before"), Figure.of(change.after, "after"))
    return levels if change.by is None else (*levels, Figure.of(change.by, "the change as it is said"))


NAME: Final = "level against growth"
POINTS_NAME: Final = "per cent or points"
LEVEL_AGAINST_GROWTH: Final = Check(
    NAME,
    "The change that two levels give, with what their digits leave open, is held against the change that is said; a "
    "rise is no fall. Real growth, as that of GDP is unless it is called nominal, is not held against sums at current "
    "prices.",
    _levels_against_growth,
)
PER_CENT_OR_POINTS: Final = Check(
    POINTS_NAME,
    "From 20% to 25% is a rise of 5 percentage points or of 25 per cent, not of 5 per cent.",
    _points,
)
