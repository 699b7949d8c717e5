"""The level of the year before or after that a level and its growth imply, compared with published figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.evidence.store_evidence import PublishedFigure, cite_published
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart
from indicators.claims.relations.context import CheckContext, shift_year
from indicators.claims.relations.growths import LevelGrowth, find_growths
from indicators.claims.relations.published_comparison import is_explained
from indicators.claims.wording import format_claim
from indicators.model.periods import TimePeriod

_ONE: Final = Interval.exactly(1)
_HUNDRED: Final = Interval.exactly(100)


def check_implied_levels(context: CheckContext) -> Iterator[Finding]:
    """Calculate the base before a growth or the target of a forecast, and compare it with published figures."""
    for growth in find_growths(context):
        change = growth.by.change
        if change is None or change.low is None or change.low <= -100 or growth.level.plain_value <= 0:
            continue
        year, note = _find_year(context, growth)
        implied = _calculate(growth, change, year)
        others = _list_published(context, growth, year)
        chain = (
            Figure.from_claim(growth.level, messages.LABEL_LEVEL),
            Figure.from_claim(growth.by, messages.LABEL_FORECAST if growth.is_next else messages.LABEL_GROWTH),
            implied,
        )
        if year is None or not others or implied.interval is None:
            message = messages.NOTHING_PUBLISHED_AFTER if growth.is_next else messages.NOTHING_PUBLISHED_BEFORE
            message = messages.NOTHING_PUBLISHED if year else message
            label = year.label if year else ""
            brief = (messages.BRIEF_YEAR if year else messages.BRIEF).format(figure=_shorten(implied), year=label)
            reason = message.format(figure=implied.text, year=label)
            yield Finding(Verdict.UNCHECKED, reason, (growth.by.id, growth.level.id), chain, note, brief)
        else:
            yield _compare(context, growth, implied, year, others, chain, note)


def _find_year(context: CheckContext, growth: LevelGrowth) -> tuple[TimePeriod | None, str]:
    """The year implied by that of the level, or of the growth, and a note if the text does not state it."""
    period, note = context.find_period(growth.level)
    if period is not None:
        return shift_year(period, 1 if growth.is_next else -1), note
    own = growth.by.period
    return (None, "") if own is None else (shift_year(own, 0 if growth.is_next else -1), "")


def _calculate(growth: LevelGrowth, change: Interval, year: TimePeriod | None) -> Figure:
    level, factor, exact = growth.level, _ONE + change / _HUNDRED, 1 + growth.by.plain_value / 100
    label = messages.LABEL_IMPLIED_YEAR_AFTER if growth.is_next else messages.LABEL_IMPLIED_YEAR_BEFORE
    return derive_figure(
        level.interval * factor if growth.is_next else level.interval / factor, level.unit,
        best=level.plain_value * exact if growth.is_next else level.plain_value / exact,
        label=messages.LABEL_IMPLIED_FOR.format(year=year.label) if year else label,
        made_of=f"{format_claim(level)} {'×' if growth.is_next else '/'} {exact:.4g}",
    )  # fmt: skip


def _list_published(context: CheckContext, growth: LevelGrowth, year: TimePeriod | None) -> list[PublishedFigure]:
    """The published figures of that year, without forecasts and those far from the level: it may be a district's."""
    level = growth.level
    if year is None or not context.is_named(level) or not level.areas:
        return []
    return [
        figure
        for figure in context.find_published(level, year)
        if figure.unit == level.unit
        and not figure.is_forecast
        and not are_worlds_apart(figure.value, level.plain_value)
    ]


def _compare(
    context: CheckContext,
    growth: LevelGrowth,
    implied: Figure,
    year: TimePeriod,
    others: list[PublishedFigure],
    chain: tuple[Figure, ...],
    note: str,
) -> Finding:
    level, ids = growth.level, (growth.by.id, growth.level.id)
    fitting = [other for other in others if implied.interval is not None and other.interval.overlaps(implied.interval)]
    chain = (*chain, *(other.to_figure(fits=other in fitting) for other in others))
    published = ", ".join(other.cited for other in fitting or others)
    brief = messages.BRIEF_PUBLISHED.format(
        figure=_shorten(implied), year=year.label, published=cite_published((fitting or others)[:2])
    )
    day = context.find_publication_day(level)
    verdict, grown = Verdict.INCONSISTENT, None
    if fitting:
        verdict, message = Verdict.CONSISTENT, messages.IMPLIED_MATCHES
    elif is_explained(context, level, year, implied.interval):
        verdict, message = Verdict.UNCHECKED, messages.IMPLIED_NEAR
    elif growth.is_next and day is not None and all(other.vintage > day for other in others):
        verdict, message = Verdict.EXPLAINED, messages.IMPLIED_BEFORE_OUTCOME
    elif not growth.is_next and len(others) == 1 and others[0].value > 0:
        message = messages.IMPLIED_DIFFERS_GROWTH
        grown = derive_figure(
            level.interval.percent_change_from(others[0].interval), "%", signed=True,
            label=messages.LABEL_FROM_PUBLISHED.format(publisher=others[0].by_edition),
            best=level.plain_value / others[0].value * 100 - 100,
        )  # fmt: skip
        chain = (*chain, grown)
    else:
        message = messages.IMPLIED_DIFFERS
    if verdict is Verdict.INCONSISTENT:
        note = " ".join(filter(None, (note, messages.POSSIBLY_REVISED)))
    reason = message.format(
        figure=implied.text, year=year.label, published=published, growth=grown.text if grown else ""
    )  # fmt: skip
    return Finding(verdict, reason, ids, chain, note, brief)


def _shorten(figure: Figure) -> str:
    """The figure without its range."""
    return figure.text.partition(" (")[0]
