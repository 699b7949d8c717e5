"""Amounts compared with the GDP of their country: a turnover, for scale, and a stated share of GDP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.change_words import REACHES, is_one_comparison
from indicators.claims.relations.context import CheckContext, shift_year
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.wording import format_claim
from indicators.exchange import RateKind
from indicators.language.languages import PerLanguage, compile_pattern
from indicators.model.formatting import format_quantity
from indicators.model.observations import Measure
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import parse_unit

_NO_VALUE_ADDED: Final = {"turnover", "sales", "trade", "runet"}
_GDP: Final = compile_pattern("gdp")
_EQUALS: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦M\d+⟧[^⟦⟧]{{0,25}}(?:[,(（]|{known.alternatives('equals_share')})[^⟦⟧]{{0,25}}⟦S\d+⟧"
        r"|⟦S\d+⟧[^⟦⟧]{0,25}[,(（][^⟦⟧]{0,15}⟦M\d+⟧",
        re.IGNORECASE,
    )
)
_MARGIN: Final = Interval(Decimal("0.85"), Decimal("1.15"))
"""GDP is revised, and an amount may be of the year before; a share within this margin is not inconsistent."""
_REBASED: Final = Interval(Decimal("0.66"), Decimal("1.5"))
"""GDP may have been rebased since; a share within this margin is left open, and so is one whose year is a guess."""


@dataclass(frozen=True, slots=True)
class _Gdp:
    """The GDP of a country in a year, in the currency of a claim."""

    value: Decimal
    unit: str
    area: str
    year: str
    chain: tuple[Figure, ...]

    @property
    def text(self) -> str:
        return format_quantity(self.value, self.unit, digits=4)


def check_gdp(context: CheckContext) -> Iterator[Finding]:
    """Compare turnovers and stated shares of GDP with GDP."""
    for claim in context.claims:
        if len(claim.areas) == 1 and not claim.restates and _is_turnover(context, claim):
            yield from _show_size(context, claim)
    yield from _check_shares(context)


def _is_turnover(context: CheckContext, claim: Claim) -> bool:
    indicator = context.find_indicator(claim)
    if indicator is None or indicator.measure is not Measure.FLOW or claim.kind is not ClaimKind.AMOUNT:
        return False
    return not _NO_VALUE_ADDED.isdisjoint(indicator.id.split("-"))


def _show_size(context: CheckContext, claim: Claim) -> Iterator[Finding]:
    period, note = context.find_period(claim)
    gdp = None if period is None else _find_gdp(context, claim, claim.areas[0], period)
    if gdp is None:
        return
    share = derive_figure(
        claim.interval.percent_of(Interval.exactly(gdp.value)), "%", label=messages.LABEL_SHARE_OF_GDP,
        made_of=f"{format_claim(claim)} / {gdp.text}", best=claim.plain_value / gdp.value * 100,
    )  # fmt: skip
    reason = messages.TURNOVER_AND_GDP.format(share=share.text, area=gdp.area, year=gdp.year)
    yield Finding(Verdict.UNCHECKED, reason, (claim.id,), (Figure.from_claim(claim), *gdp.chain, share), note)


def _check_shares(context: CheckContext) -> Iterator[Finding]:
    """Compare an amount and its stated share of GDP with the GDP of the year, or of the year before."""
    for sentence in context.sentences:
        amounts = [claim for claim in sentence.read if claim.kind is ClaimKind.AMOUNT and not claim.restates]
        shares = [
            c for c in sentence.read if c.kind is ClaimKind.SHARE and _GDP[context.language].search(c.denominator or "")
        ]
        if len(amounts) != 1 or len(shares) != 1 or amounts[0].indicator == "gdp":
            continue
        amount, share = amounts[0], shares[0]
        areas = amount.areas or share.areas
        period = context.find_period(amount)[0] or share.period
        if (
            len(areas) != 1
            or period is None
            or share.period not in (None, period)
            or share.plain_value <= 0
            or not is_one_comparison(_words_between(sentence, amount, share), context.language)
            or REACHES[context.language].search(_words_between(sentence, amount, share))
            or not _EQUALS[context.language].search(sentence.words)
        ):
            continue
        years = [year for n in (0, -1) if (year := shift_year(period, n))]
        found = [gdp for year in years if (gdp := _find_gdp(context, amount, areas[0], year))]
        if not found:
            continue
        implied = amount.interval.percent_of(share.interval)
        made_of = f"{format_claim(amount)} / {format_claim(share)}"
        figure = derive_figure(implied, amount.unit, label=messages.LABEL_IMPLIED_GDP, made_of=made_of)
        values = [gdp.value for gdp in found]
        published = Interval(min(values), max(values))
        fits = implied.overlaps(published * _MARGIN)
        is_sure = not {"period", "areas"} & {*amount.inferred} and not implied.overlaps(published * _REBASED)
        first = found[0]
        reason = messages.GDP_IMPLIED.format(implied=figure.text, area=first.area, gdp=first.text, year=first.year)
        chain = (Figure.from_claim(amount), Figure.from_claim(share), figure, *first.chain)
        verdict = Verdict.judge(fits=fits) if fits or is_sure else Verdict.UNCHECKED
        yield Finding(verdict, reason, (share.id, amount.id), chain)


def _words_between(sentence: Sentence, one: Claim, two: Claim) -> str:
    """The words between two figures: those of a share right beside its amount, ``49 billion, or 5% of GDP``."""
    numbers = "|".join(str(sentence.claims.index(claim)) for claim in (one, two) if claim in sentence.claims)
    pieces = re.split(rf"⟦[A-Z](?:{numbers})⟧", sentence.words)
    return pieces[1] if len(pieces) > 2 else sentence.plain


def _find_gdp(context: CheckContext, claim: Claim, area: str, period: TimePeriod) -> _Gdp | None:
    """Find the GDP of an area in a year, converted to the currency of a claim at the average of the year."""
    currency = parse_unit(claim.unit).currency
    if period.frequency is not Frequency.ANNUAL or not currency:
        return None
    found = [figure for figure in context.evidence.find_published("gdp", (area,), period) if not figure.is_forecast]
    if not found or (source := parse_unit(found[0].unit).currency) is None:
        return None
    gdp, name = found[0], context.evidence.catalogue.areas.by_code[area].name
    figure = Figure(
        format_quantity(gdp.value, gdp.unit, digits=4),
        messages.LABEL_GDP_OF.format(area=name, year=period.label, publisher=gdp.publisher), gdp.interval, gdp.unit,
        origin=gdp.origin, vintage=gdp.vintage.isoformat(),
    )  # fmt: skip
    if source == currency:
        return _Gdp(gdp.value, currency, name, period.label, (figure,))
    rates = context.evidence.find_rates(currency, source, RateKind.AVERAGE, [period])
    if not rates:
        return None
    rate, unit = rates[0], f"{currency} per {source}"
    text = f"{format_quantity(rate.value, 'ratio', digits=4)} {unit}"
    used = Figure(text, rate.label, Interval.exactly(rate.value), unit, origin=rate.origin)
    return _Gdp(gdp.value * rate.value, currency, name, period.label, (figure, used))
