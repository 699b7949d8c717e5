"""Figures with the wrong scale word, such as million for billion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.evidence.store_evidence import PublishedFigure
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.exchange import RateKind
from indicators.model.formatting import format_quantity
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

_MAX_YEARS_APART: Final = 5
_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_POWERS: Final = (3, 6, 4, -3, -6, -4)  # 4: 亿 for 万亿


def check_scale(context: CheckContext) -> Iterator[Finding]:
    """Find figures that are a thousand or a million times larger or smaller than their own history."""
    for claim in context.list_comparable():
        found = find_scale_error(context, claim)
        if found is None or "areas" in claim.inferred or context.may_be_of_part(claim):
            continue  # such as a city of the country
        other, power = found
        message = messages.SCALE_TOO_LARGE if power > 0 else messages.SCALE_TOO_SMALL
        reason = message.format(
            factor=f"{Decimal(10) ** abs(power):,f}", published=other.cited, year=other.period.label
        )  # fmt: skip
        fitting = format_quantity(claim.plain_value.scaleb(-power), claim.unit, digits=4)
        chain = (Figure.from_claim(claim), other.to_figure(fits=False))
        yield Finding(
            Verdict.INCONSISTENT, reason, (claim.id,), chain, messages.SCALE_FITTING.format(value=fitting),
            is_by_place=True,
        )  # fmt: skip


def find_scale_error(context: CheckContext, claim: Claim) -> tuple[PublishedFigure, int] | None:
    """Find the published figure that a claim differs from by a power of ten, and that power."""
    if claim.kind not in _LEVELS or claim.plain_value <= 0 or claim.is_forecast:
        return None
    period = context.find_period(claim)[0]
    if period is None:
        return None
    published = context.find_published(claim)
    history = [figure for figure in published if figure.unit == claim.unit]
    history = history or _convert_to_currency_of(context, claim, published)
    history = [figure for figure in history if figure.value > 0 and not figure.is_forecast]
    history = [figure for figure in history if _are_about_as_long(figure.period, period)]
    nearest = min(history, key=lambda other: (abs(other.period.year - period.year), -other.period.year), default=None)
    if nearest is None or abs(nearest.period.year - period.year) > _MAX_YEARS_APART:
        return None
    ratio = claim.plain_value / nearest.value
    most = Decimal("1.8") if nearest.period.year == period.year else Decimal("2.5")
    power = next((power for power in _POWERS if 1 / most < ratio.scaleb(-power) < most), None)
    return None if power is None else (nearest, power)


def _convert_to_currency_of(
    context: CheckContext, claim: Claim, published: Sequence[PublishedFigure]
) -> list[PublishedFigure]:
    """Published amounts of one other currency, converted to that of a claim at the average of their year."""
    wanted, given = parse_unit(claim.unit), {parse_unit(figure.unit).currency for figure in published}
    source = given.pop() if len(given) == 1 else None
    if source is None or wanted.currency is None or wanted.text != wanted.currency:
        return []
    amounts = [figure for figure in published if figure.unit == source]
    periods = [figure.period for figure in amounts]
    rates = context.evidence.find_rates(wanted.currency, source, RateKind.AVERAGE, periods)
    by_period = {rate.period: rate.value for rate in rates}
    return [replace(a, value=a.value * by_period[a.period]) for a in amounts if a.period in by_period]


def _are_about_as_long(one: TimePeriod, two: TimePeriod) -> bool:
    """Whether two periods are about as long, so that a month is not compared with a year."""
    days = [(period.last - period.first).days + 1 for period in (one, two)]
    return max(days) < 2 * min(days)
