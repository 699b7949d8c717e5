"""What follows from a level and its growth: the year before, and the year after; held against what others published."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.claims.evidence.store_evidence import PublishedFigure
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import Check, CheckContext, shift_year
from indicators.claims.relations.growths import LevelGrowth, find_growths
from indicators.claims.wording import format_claim
from indicators.model.panel import format_observation
from indicators.model.periods import TimePeriod

__all__ = ["BASE_AND_TARGET", "published_figure"]

_ONE: Final = Interval.exactly(1)
_HUNDRED: Final = Interval.exactly(100)


def _bases_and_targets(case: CheckContext) -> Iterator[Finding]:
    for growth in find_growths(case):
        change = growth.by.change
        if change is None or change.low is None or change.low <= -100 or growth.level.plain_value <= 0:
            continue
        yield _target(case, growth, change) if growth.is_next else _base(case, growth, change)


def _base(case: CheckContext, growth: LevelGrowth, change: Interval) -> Finding:
    level, by = growth.level, growth.by
    when, how = _year(case, growth, -1)
    factor = _ONE + change / _HUNDRED
    best = level.plain_value / (1 + by.plain_value / 100)
    figure = derive_figure(
        level.interval / factor, level.unit, label=f"what it implies for {when.label if when else 'the year before'}",
        made_of=f"{format_claim(level)} / {1 + by.plain_value / 100:.4g}", best=best,
    )  # fmt: skip
    return _against_others(case, growth, figure, when, how, "base")


def _target(case: CheckContext, growth: LevelGrowth, change: Interval) -> Finding:
    level, by = growth.level, growth.by
    when, how = _year(case, growth, 1)
    factor = _ONE + change / _HUNDRED
    best = level.plain_value * (1 + by.plain_value / 100)
    figure = derive_figure(
        level.interval * factor, level.unit, label=f"what it implies for {when.label if when else 'the year after'}",
        made_of=f"{format_claim(level)} × {1 + by.plain_value / 100:.4g}", best=best,
    )  # fmt: skip
    return _against_others(case, growth, figure, when, how, "target")


def _year(case: CheckContext, growth: LevelGrowth, years: int) -> tuple[TimePeriod | None, str]:
    """The year that follows from the level's, or from the growth's own; and how it is known."""
    period, how = case.period_of(growth.level)
    if period is not None:
        return shift_year(period, years), how
    own = growth.by.period
    return (None, "") if own is None else (shift_year(own, 0 if growth.is_next else -1), "")


def _against_others(
    case: CheckContext, growth: LevelGrowth, figure: Figure, when: TimePeriod | None, how: str, word: str
) -> Finding:
    level, by = growth.level, growth.by
    chain = [Figure.of(level, "the level"), Figure.of(by, "its growth" if word == "base" else "the forecast"), figure]
    ids = (by.id, level.id)
    others = _others(case, growth, when)
    label = when.label if when else ""
    if not others or figure.interval is None:
        text = f"nobody's figure for {label or 'that year, which is not said,'} is here to hold it against"
        says = f"it implies {figure.text}; {text}"
        return Finding(NAME, Verdict.UNCHECKED, says, ids, tuple(chain), how, _brief(figure, label))
    fitting = [other for other in others if other.interval.overlaps(figure.interval)]
    chain += [published_figure(other, fits=other in fitting) for other in others]
    named = ", ".join(f"{format_observation(other.row)} ({other.by_edition})" for other in fitting or others)
    came = ", ".join(f"{other.by} has {format_observation(other.row)}" for other in (fitting or others)[:2])
    brief = f"{_brief(figure, label)}; {came}"
    if fitting:
        reason = f"it implies {figure.text} for {label}, and that was {named}"
        return Finding(NAME, Verdict.CONSISTENT, reason, ids, tuple(chain), how, brief)
    day = case.day_of(level)
    if word == "target" and day is not None and all(other.vintage > day for other in others):
        reason = f"its date: it implies {figure.text} for {label}; the outcome, {named}, came after it was printed"
        return Finding(NAME, Verdict.EXPLAINED, reason, ids, tuple(chain), how, brief)
    grown = _grown(level.interval, level.plain_value, others) if word == "base" else None
    chain += [grown] if grown else []
    reason = f"it implies {figure.text} for {label}, which others put at {named}"
    reason += f"; from there the level is {grown.text}" if grown else ""
    possibly = "The two may be of different revisions or definitions; that is a possibility, not a fact."
    note = " ".join(part for part in (how, possibly) if part)
    return Finding(NAME, Verdict.INCONSISTENT, reason, ids, tuple(chain), note, brief)


def _brief(figure: Figure, year: str) -> str:
    return f"Implies {figure.text.partition(' (')[0]}{f' for {year}' if year else ''}"


def _others(case: CheckContext, growth: LevelGrowth, when: TimePeriod | None) -> list[PublishedFigure]:
    """What others published for that year: outcomes and estimates, no forecasts."""
    level = growth.level
    if when is None or not case.is_named(level) or not level.areas:
        return []
    found = case.known.published(level.indicator or "", level.areas, when)
    return [other for other in found if other.unit == level.unit and not other.is_forecast]


def _grown(level: Interval, best: Decimal, others: list[PublishedFigure]) -> Figure | None:
    if len(others) != 1 or others[0].value <= 0:
        return None
    other = others[0]
    change = level / other.interval * _HUNDRED - _HUNDRED
    return derive_figure(
        change, "%", label=f"on the figure of {other.by_edition}", best=best / other.value * 100 - 100, signed=True
    )


def published_figure(other: PublishedFigure, *, fits: bool | None = None) -> Figure:
    """Another publisher's figure in a chain."""
    label = f"{other.by}, {other.period.label}"
    return Figure(
        format_observation(other.row), label, other.interval, other.unit,
        origin=other.origin, vintage=other.vintage.isoformat(), fits=fits,
    )  # fmt: skip


NAME: Final = "implied base and target"
BASE_AND_TARGET: Final = Check(
    NAME,
    "A level and its growth give the year before, a level and a forecast the year after. Both are held against what "
    "others published for these years; what came out only after the day of printing is no fault of the text.",
    _bases_and_targets,
)
