"""A sum in two currencies implies a rate of exchange: which dated rate is it, and could the writer have known it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.evidence.store_evidence import DatedRate
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import Check, CheckContext, shift_year
from indicators.claims.wording import format_claim
from indicators.exchange import RateKind
from indicators.model.formatting import format_quantity
from indicators.model.observations import Measure, Qualifier
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import parse_unit

__all__ = ["IMPLIED_RATE", "SAME_RATE"]

_NEAREST_DAYS: Final = 7
_LOOK_BACK: Final = timedelta(days=730)
_FIRST_DAY: Final = date(2010, 1, 1)
_SLACK: Final = Interval(Decimal("0.9"), Decimal("1.1"))
"""How far beyond the official rates of its time a rate may lie, as one of a market or a bank."""


@dataclass(frozen=True)
class _Pair:
    """A sum in two currencies.

    Attributes:
        first: The claim as it was made.
        second: The same in another currency.
        one: The money of which there are more.
        other: The other.
        best: The rate that the printed numbers imply, units of `one` for one of `other`.
        rate: What it can be, the printed numbers being what was converted.
        widest: What it can be, "more than" and its like being of the number behind the printed one.
        period: What the sums are about.
        why: How the period is known, where the text does not say it.
    """

    first: Claim
    second: Claim
    one: str
    other: str
    best: Decimal
    rate: Interval
    widest: Interval
    period: TimePeriod | None
    why: str

    @property
    def unit(self) -> str:
        return f"{self.one} per {self.other}"

    @property
    def implied(self) -> Figure:
        more, less = (
            (self.first, self.second) if parse_unit(self.first.unit).currency == self.one else (self.second, self.first)
        )
        made_of = f"{format_claim(more)} / {format_claim(less)}"
        return derive_figure(
            self.rate, self.unit, label="the rate that both sums imply", made_of=made_of, best=self.best, digits=4
        )


def _pairs(case: CheckContext) -> Iterator[_Pair]:
    for second in case.claims:
        first = case.by_id.get(second.restates)
        if first is None or not (first.kind is second.kind is ClaimKind.AMOUNT):
            continue
        units = [parse_unit(claim.unit) for claim in (first, second)]
        codes = [unit.currency for unit in units]
        if None in codes or codes[0] == codes[1] or units[0].denominator != units[1].denominator:
            continue
        if first.plain_value <= 0 or second.plain_value <= 0:
            continue
        more, less = (first, second) if first.plain_value >= second.plain_value else (second, first)
        one, other = (parse_unit(claim.unit).currency or "" for claim in (more, less))
        period, why = case.period_of(first)
        best = more.plain_value / less.plain_value
        rate = _as_converted(more) / _as_converted(less)
        yield _Pair(first, second, one, other, best, rate, more.interval / less.interval, period, why)


def _as_converted(claim: Claim) -> Interval:
    """What is converted is the printed number: of "more than 9 trillion" it is 9 trillion."""
    if claim.qualifier is Qualifier.ABOUT or claim.lower is not None:
        return claim.interval
    return replace(claim, qualifier=None).interval


def _implied_rates(case: CheckContext) -> Iterator[Finding]:
    for pair in _pairs(case):
        yield _judged(case, pair)


def _judged(case: CheckContext, pair: _Pair) -> Finding:
    day = case.day_of(pair.first)
    customary = _customary(case, pair)
    candidates = _candidates(case, pair, day)
    usual = [rate for rate in candidates if rate.kind is customary and rate.period == pair.period]
    fitting = [rate for rate in candidates if rate.value in pair.rate]
    shown = _shown(usual, fitting, candidates, day)
    chain = [Figure.of(pair.first), Figure.of(pair.second), pair.implied]
    chain += [_figure(rate, pair, fits=rate in fitting) for rate in shown]
    alternative = _alternative(pair, usual[0] if usual else _average_before(candidates, day))
    chain += [alternative] if alternative else []
    claims = (pair.second.id, pair.first.id)
    said = f"{_implied(pair)} {pair.unit}"
    if usual and usual[0] in fitting:
        reason = f"{said} fits the {usual[0].label}, {_short(usual[0].value)}"
        return Finding(NAME, Verdict.CONSISTENT, reason, claims, tuple(chain), pair.why)
    if fitting:
        reason = f"the {fitting[0].label}, {_short(fitting[0].value)} {pair.unit}"
        if alternative is not None:
            reason += f"; at the {alternative.label} it would be {alternative.text}"
        return Finding(NAME, Verdict.EXPLAINED, reason, claims, tuple(chain), pair.why)
    return _unexplained(case, pair, tuple(chain), day)


def _customary(case: CheckContext, pair: _Pair) -> RateKind:
    meant = case.indicator(pair.first)
    return RateKind.END if meant is not None and meant.measure is Measure.STOCK else RateKind.AVERAGE


def _candidates(case: CheckContext, pair: _Pair, day: date | None) -> list[DatedRate]:
    """The rates a writer may have used, the likeliest first; none that was not yet known on the day of printing."""
    period = pair.period
    spots, averages = [], []
    if day is not None:
        spots = [TimePeriod.of_day(day - timedelta(back)) for back in range(_NEAREST_DAYS + 1)]
        before = day.replace(day=1) - timedelta(days=1)
        averages = [TimePeriod.parse(f"{before.year:04d}-{before.month:02d}"), TimePeriod.of_year(day.year - 1)]
    if period is not None:
        around = [year for n in (-1, 1) if (year := shift_year(period, n))]
        averages = [period, *averages, *around, TimePeriod.of_year(period.year)]
    of_period = [period] if period is not None else []
    found = [
        *case.known.rates(pair.one, pair.other, RateKind.SPOT, spots),
        *case.known.rates(pair.one, pair.other, RateKind.END, of_period),
        *case.known.rates(pair.one, pair.other, RateKind.AVERAGE, list(dict.fromkeys(averages))),
    ]
    return list(dict.fromkeys(rate for rate in found if day is None or rate.was_known_on(day)))


def _shown(
    usual: list[DatedRate], fitting: list[DatedRate], candidates: list[DatedRate], day: date | None
) -> list[DatedRate]:
    """The rates worth showing: the customary one, that which explains, that of the day of printing, the end."""
    of_day = [rate for rate in candidates if day is not None and rate.period == TimePeriod.of_day(day)]
    ends = [rate for rate in candidates if rate.kind is RateKind.END]
    before = _average_before(candidates, day)
    chosen = [*fitting[:1], *of_day, *usual, *ends, *([before] if before else [])]
    return list(dict.fromkeys(chosen))[:4]


def _average_before(candidates: list[DatedRate], day: date | None) -> DatedRate | None:
    """The average of the last whole year before printing: what a sum of no named year is likely to be about."""
    for rate in candidates:
        is_year = rate.kind is RateKind.AVERAGE and rate.period.frequency is Frequency.ANNUAL
        if is_year and (day is None or rate.period.year == day.year - 1):
            return rate
    return None


def _figure(rate: DatedRate, pair: _Pair, *, fits: bool) -> Figure:
    exact = Interval.exactly(rate.value)
    text = f"{_short(rate.value)} {pair.unit}"
    return Figure(text, rate.label, exact, pair.unit, origin=rate.origin, fits=fits)


def _alternative(pair: _Pair, rate: DatedRate | None) -> Figure | None:
    """What the restated sum would be at the customary rate."""
    if rate is None:
        return None
    unit = parse_unit(pair.second.unit).plain.text
    upward = parse_unit(pair.second.unit).currency == pair.one
    factor = Interval.exactly(rate.value)
    worth = pair.first.interval * factor if upward else pair.first.interval / factor
    value = pair.first.plain_value * rate.value if upward else pair.first.plain_value / rate.value
    digits = pair.second.digits or len(pair.second.value.normalize().as_tuple().digits)
    made_of = f"{format_claim(pair.first)} {'×' if upward else '/'} {_short(rate.value)}"
    text = format_quantity(value, unit, digits=max(digits, 2))
    return Figure(text, rate.label, worth, unit, origin=rate.origin, made_of=made_of)


def _unexplained(case: CheckContext, pair: _Pair, chain: tuple[Figure, ...], day: date | None) -> Finding:
    claims = (pair.second.id, pair.first.id)
    said = f"{_implied(pair)} {pair.unit}"
    last = day or (pair.period.last + _LOOK_BACK if pair.period else date.max)
    first = min(pair.period.first if pair.period else last - _LOOK_BACK, last - _LOOK_BACK)
    if day is None and pair.period is None:
        first = _FIRST_DAY
    last = min(last, case.known.last_day_of_rates)
    around = case.known.range_of_rates(pair.one, pair.other, min(first, last), last)
    if around is None:
        reason = f"no publisher here has a rate between {pair.one} and {pair.other}"
        return Finding(NAME, Verdict.UNCHECKED, reason, claims, chain, pair.why)
    between = Figure(
        f"{_short(around.low)} to {_short(around.high)} {pair.unit}", f"official rates of {first.year}–{last.year}",
        around, pair.unit, fits=pair.widest.overlaps(around),
    )  # fmt: skip
    if pair.widest.overlaps(around * _SLACK):
        reason = f"{said}{_where(pair, around, between.text)}"
        return Finding(NAME, Verdict.UNCHECKED, reason, claims, (*chain, between), pair.why)
    thousand = Interval(Decimal(1000), Decimal(1000))
    out = any(pair.widest.overlaps(around * _SLACK * scale) for scale in (thousand, Interval.exactly(1) / thousand))
    note = "One of the two is out by a factor of 1,000: million or billion?" if out else pair.why
    reason = f"{said} is no rate of its time: official rates were {between.text}"
    return Finding(NAME, Verdict.INCONSISTENT, reason, claims, (*chain, between), note)


def _where(pair: _Pair, around: Interval, rates: str) -> str:
    """Where a rate lies that is near the official ones of its time, and why nothing follows from that."""
    if not pair.widest.overlaps(around):
        near = "as they are rounded, the sums may imply one within a tenth of them, as those of markets and banks are"
        return f" lies beyond the official rates of its time, {rates}; {near}"
    inside = " lies within" if pair.best in around else ", with the sums rounded as they are, may lie within"
    return f"{inside} the official rates of its time, {rates}, but is none of those looked at"


def _same_rates(case: CheckContext) -> Iterator[Finding]:
    pairs = [pair for pair in _pairs(case) if pair.period is not None and pair.period.frequency is Frequency.ANNUAL]
    unlike = {(pair.unit, pair.period, pair.rate): pair for pair in reversed(pairs)}.values()
    for one, two in combinations(reversed(unlike), 2):
        common = one.rate.intersection(two.rate) if one.unit == two.unit and one.period != two.period else None
        if common is None or one.period is None or two.period is None:
            continue
        averages = case.known.rates(one.one, one.other, RateKind.AVERAGE, [one.period, two.period])
        own = dict(zip((rate.period for rate in averages), averages, strict=True))
        if len(own) < 2 or (own[one.period].value in one.rate and own[two.period].value in two.rate):
            continue
        chain = [Figure.of(one.first), Figure.of(one.second), one.implied, Figure.of(two.first), Figure.of(two.second)]
        rates = ((own[one.period], one), (own[two.period], two))
        chain += [two.implied, *(_figure(rate, pair, fits=rate.value in pair.rate) for rate, pair in rates)]
        both = f"{one.period.label} and {two.period.label}"
        said = " and ".join(_short(own[period].value) for period in (one.period, two.period))
        reason = f"one rate for both years, about {_implied(one)} {one.unit}; the averages of {both} were {said}"
        claims = (one.second.id, two.second.id, one.first.id, two.first.id)
        yield Finding(SAME_NAME, Verdict.EXPLAINED, reason, claims, tuple(chain))


def _implied(pair: _Pair) -> str:
    return format_quantity(pair.best, "ratio", digits=4)


def _short(value: Decimal | None) -> str:
    """A rate in six significant digits, as central banks publish them."""
    return "" if value is None else format_quantity(value, "ratio", digits=6)


NAME: Final = "implied rate"
SAME_NAME: Final = "same rate for two years"
IMPLIED_RATE: Final = Check(
    NAME,
    "A sum given in two currencies implies a rate. It is held against the average and the end of the period the sum is "
    "about, the rate of the day of printing and of the week before; a rate that was not yet known then explains "
    "nothing. It is inconsistent only when it lies more than a tenth beyond all official rates of its time.",
    _implied_rates,
)
SAME_RATE: Final = Check(
    SAME_NAME,
    "Sums of different years that imply one and the same rate were converted at one, though each year has its own.",
    _same_rates,
)
