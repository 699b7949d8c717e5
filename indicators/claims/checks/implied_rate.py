"""An amount in two currencies implies an exchange rate: which published rate is it, and was it known to the writer?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.evidence.store_evidence import DatedRate
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval, are_worlds_apart
from indicators.claims.relations.context import CheckContext, shift_year
from indicators.claims.relations.currency_pairs import CurrencyPair, find_currency_pairs, format_rate
from indicators.claims.wording import format_claim
from indicators.exchange import RateKind
from indicators.language.languages import compile_pattern
from indicators.model.formatting import format_quantity
from indicators.model.observations import Measure
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import parse_unit

_NEAREST_DAYS: Final = 7
_LOOK_BACK: Final = timedelta(days=730)
_YEAR_BEFORE: Final = timedelta(days=365)
_FIRST_DAY: Final = date(1999, 1, 1)
_ZEROS: Final = re.compile("100+")
_OLDEST: Final = date(1990, 1, 1)
_SINCE_REFORM: Final = Interval(Decimal("0.1"), Decimal(10))
"""By which factors today's rates may differ from those at the time of a reform."""
_MOST_LOST: Final = 3
"""By which factor a currency may have weakened since the last rate, where only yearly averages are known."""
_MARGIN: Final = Interval(Decimal("0.9"), Decimal("1.1"))
"""How far outside the official rates of its time a market or bank rate may be."""
_MARGIN_UNDATED: Final = Interval(Decimal("0.6"), Decimal("1.6"))
"""The same where the time is unknown, which may be before the first day."""
_MARGIN_OF_YEAR: Final = Interval(Decimal("0.85"), Decimal("1.16"))
"""The same where only the year of the amount is known, which may be converted at a later rate."""
_MARGIN_STATED: Final = Interval(Decimal("0.97"), Decimal("1.03"))
"""The same where the sentence states the rate."""
_LEAST_ALIKE: Final = Decimal("0.9")
"""The smallest ratio of two rates that are the same but for rounding."""
_MOST_OFF: Final = 20_000
"""The largest factor by which a wrong word of scale makes an amount wrong: 万 for 亿."""
_BACK_THEN: Final = compile_pattern("back_then")
_RATE: Final = compile_pattern("rate_name")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_THOUSAND: Final = Interval.exactly(1000)
_CONVERSION: Final = re.compile(r"[(（][^()（）]*=\s*\S?$")
_DIGIT_AHEAD: Final = re.compile(r"\d[.,] $")
_DIGIT_BEHIND: Final = re.compile(r" [.,]\d{3}")
_THREE_DIGITS_BEHIND: Final = re.compile(r"[.,] \d{3}(?!\d)")  # "$700, 000"
_AHEAD: Final = 20  # characters
_MOST_AHEAD: Final = 1000  # of a thousands mark
_BRACKET_END: Final = re.compile(r"[()（）,.;]")


def check_implied_rate(context: CheckContext) -> Iterator[Finding]:
    """Compare the rate that an amount in two currencies implies with the rates a writer could have used."""
    pairs = [pair for pair in find_currency_pairs(context) if not _is_cut_off(context, pair)]
    for pair in pairs:
        finding = _check_pair(context, pair)
        if finding.verdict is Verdict.INCONSISTENT and any(_confirms(other, pair) for other in pairs):
            finding = replace(
                finding, verdict=Verdict.UNCHECKED, reason=messages.RATE_OF_TEXT.format(implied=pair.text)
            )
        yield finding


def _is_cut_off(context: CheckContext, pair: CurrencyPair) -> bool:
    """Whether a blank may have cut digits off an amount: ``2, 936 yuan``, ``3. 46 trillion won``, ``$6,183 ,643``."""
    text = context.reading.document.text
    return any(_has_digits_beside(text, claim) for claim in (pair.first, pair.second))


def _has_digits_beside(text: str, claim: Claim) -> bool:
    place = claim.place
    if place is None or place.start is None or place.end is None:
        return False
    is_short = not claim.multiplier and claim.value < _MOST_AHEAD
    behind = _DIGIT_BEHIND.match(text, place.end) or (is_short and _THREE_DIGITS_BEHIND.match(text, place.end))
    return bool(behind) or _DIGIT_AHEAD.search(text[max(0, place.start - _AHEAD) : place.start]) is not None


def _confirms(other: CurrencyPair, pair: CurrencyPair) -> bool:
    """Whether another amount was converted at the same rate, which suggests another currency and not a slip."""
    are_others = other.first.plain_value != pair.first.plain_value
    return are_others and other.unit == pair.unit and other.best * _LEAST_ALIKE < pair.best < other.best / _LEAST_ALIKE


def _check_pair(context: CheckContext, pair: CurrencyPair) -> Finding:
    if (stated := _find_stated_rate(context, pair)) is not None:
        value = stated.interval if stated.unit == pair.unit else Interval.exactly(1) / stated.interval
        if not pair.widest.overlaps(value * _MARGIN_STATED):
            reason = messages.RATE_NOT_STATED_ONE.format(implied=pair.text, stated=format_claim(stated))
            return Finding(
                Verdict.INCONSISTENT, reason, (*pair.ids, stated.id), (*pair.chain, Figure.from_claim(stated))
            )
    day = None if _is_of_back_then(context, pair) else context.find_publication_day(pair.first)
    indicator = context.find_indicator(pair.first)
    usual_kind = RateKind.END if indicator is not None and indicator.measure is Measure.STOCK else RateKind.AVERAGE
    candidates = _list_candidates(context, pair, day)
    usual = [rate for rate in candidates if rate.kind is usual_kind and rate.period == pair.period]
    fitting = [rate for rate in candidates if rate.value in pair.rate]
    last_average = _find_last_average(candidates, day)
    of_day = [rate for rate in candidates if day is not None and rate.period == TimePeriod.of_day(day)]
    ends = [rate for rate in candidates if rate.kind is RateKind.END]
    shown = dict.fromkeys([*fitting[:1], *of_day, *usual, *ends, *([last_average] if last_average else [])])
    chain = (*pair.chain, *(make_rate_figure(rate, pair) for rate in list(shown)[:4]))
    alternative = _convert_at(pair, usual[0] if usual else last_average)
    chain = chain if alternative is None else (*chain, alternative)
    if usual and usual[0] in fitting:
        reason = messages.RATE_USUAL.format(
            implied=pair.text, label=usual[0].label, rate=format_rate(usual[0].value)
        )  # fmt: skip
        return Finding(Verdict.CONSISTENT, reason, pair.ids, chain, pair.note)
    if fitting:
        rate = f"{format_rate(fitting[0].value)} {pair.unit}"
        if alternative is None:
            reason = messages.RATE_MATCHED.format(label=fitting[0].label, rate=rate)
        else:
            reason = messages.RATE_MATCHED_INSTEAD.format(
                label=fitting[0].label, rate=rate, usual_label=alternative.label, usual_amount=alternative.text
            )
        return Finding(Verdict.EXPLAINED, reason, pair.ids, chain, pair.note)
    return _compare_with_range(context, pair, chain, day)


def _is_of_back_then(context: CheckContext, pair: CurrencyPair) -> bool:
    """Whether words beside the second amount say that its rate is of an older day: ``(then $125)``."""
    place, text = pair.second.place, context.reading.document.text
    if place is None or place.start is None or place.end is None:
        return False
    ahead, behind = text[: place.start][-_AHEAD:], text[place.end : place.end + _AHEAD]
    beside = f"{_BRACKET_END.split(ahead)[-1]} {_BRACKET_END.split(behind)[0]}"
    return _BACK_THEN[context.language].search(beside) is not None


def _find_stated_rate(context: CheckContext, pair: CurrencyPair) -> Claim | None:
    """The only rate of the two currencies that the sentence of the amounts states, or the text as ``$1 = ...``."""
    place, units = pair.first.place, (pair.unit, f"{pair.other} per {pair.one}")
    all_rates = [one for one in context.claims if one.kind is ClaimKind.EXCHANGE_RATE and one.unit in units]
    rates = [
        claim for claim in all_rates
        if place is not None and claim.place is not None and claim.place.locator == place.locator
        and _RATE[context.reading.document.language].search(claim.subject)
    ]  # fmt: skip
    day = context.reading.document.published
    is_of_now = pair.period is None or "period" in pair.first.inferred or (day and day.year == pair.period.year)
    if not rates and len(all_rates) == 1 and is_of_now and _is_conversion(context, all_rates[0]):
        return all_rates[0]
    return rates[0] if len(rates) == 1 else None


def _is_conversion(context: CheckContext, rate: Claim) -> bool:
    """Whether a rate is given in brackets for the sums of the text: ``($1 = 83.3450 rupees)``."""
    start = None if rate.place is None else rate.place.start
    text = context.reading.document.text
    return start is not None and _CONVERSION.search(text[max(0, start - _AHEAD) : start + 1]) is not None


def _list_candidates(context: CheckContext, pair: CurrencyPair, day: date | None) -> list[DatedRate]:
    """The rates a writer may have used, the likeliest first; only those known on the day of publication."""
    period = pair.period
    spots, averages = [], []
    if day is not None:
        spots = [TimePeriod.of_day(day - timedelta(back)) for back in range(_NEAREST_DAYS + 1)]
        before = day.replace(day=1) - timedelta(days=1)
        averages = [TimePeriod.parse(f"{before.year:04d}-{before.month:02d}"), TimePeriod.of_year(day.year - 1)]
    if period is not None:
        around = [year for n in (-1, 1) if (year := shift_year(period, n))]
        averages = [period, *averages, *around, TimePeriod.of_year(period.year)]
    periods = {RateKind.SPOT: spots, RateKind.END: [period] if period else [], RateKind.AVERAGE: averages}
    found = [
        rate
        for kind, wanted in periods.items()
        for rate in context.evidence.find_rates(pair.one, pair.other, kind, list(dict.fromkeys(wanted)))
    ]
    return list(dict.fromkeys(rate for rate in found if day is None or rate.was_known_on(day)))


def _find_last_average(candidates: list[DatedRate], day: date | None) -> DatedRate | None:
    """The average of the last full year before publication, which an amount without a year is likely about."""
    for rate in candidates:
        is_year = rate.kind is RateKind.AVERAGE and rate.period.frequency is Frequency.ANNUAL
        if is_year and (day is None or rate.period.year == day.year - 1):
            return rate
    return None


def make_rate_figure(rate: DatedRate, pair: CurrencyPair) -> Figure:
    """Make the figure of a rate, which fits if it can be the implied one."""
    return Figure(
        f"{format_rate(rate.value)} {pair.unit}", rate.label, Interval.exactly(rate.value), pair.unit,
        origin=rate.origin, fits=rate.value in pair.rate,
    )  # fmt: skip


def _convert_at(pair: CurrencyPair, rate: DatedRate | None) -> Figure | None:
    """The amount converted at the usual rate."""
    if rate is None:
        return None
    unit = parse_unit(pair.second.unit)
    multiplies = unit.currency == pair.one
    exact = Interval.exactly(rate.value)
    amount = pair.first.interval * exact if multiplies else pair.first.interval / exact
    value = pair.first.plain_value * rate.value if multiplies else pair.first.plain_value / rate.value
    digits = pair.second.digits or len(pair.second.value.normalize().as_tuple().digits)
    return Figure(
        format_quantity(value, unit.plain.text, digits=max(digits, 2)), rate.label, amount, unit.plain.text,
        origin=rate.origin,
        made_of=f"{format_claim(pair.first)} {'×' if multiplies else '/'} {format_rate(rate.value)}",
    )  # fmt: skip


def _may_be_other_money(pair: CurrencyPair, official: Interval) -> bool:
    """Whether the sign may mean another currency, or the two amounts are too far apart for a slip."""
    is_open = "currency" in (*pair.first.left_open, *pair.second.left_open)
    usual = official.middle or pair.best
    ratio = max(pair.best / usual, usual / pair.best)
    return is_open or are_worlds_apart(pair.best, usual) or ratio > _MOST_OFF


def _may_be_old_money(context: CheckContext, pair: CurrencyPair, official: Interval, day: date | None) -> bool:
    """Whether the text may be older than a reform that took zeros off a currency: roubles at 5,700 to the dollar."""
    for old in context.evidence.catalogue.currencies:
        is_near = (
            old.successor == pair.one
            and _ZEROS.fullmatch(old.ratio)
            and old.valid_to is not None
            and old.valid_to >= _OLDEST
        )
        if is_near and old.valid_to is not None and (day is None or day <= old.valid_to + _LOOK_BACK):
            since = Interval.exactly(pair.best / Decimal(old.ratio))
            return (official * _SINCE_REFORM).overlaps(since)
    return False


def _is_sure(context: CheckContext, pair: CurrencyPair) -> bool:
    """Whether its year is surely that of the rate: the only one its sentence names; on a day, bonds may fall due."""
    sentence = context.find_sentence(pair.first)
    years = set() if sentence is None else set(_YEAR.findall(sentence.plain))
    return pair.period is not None and pair.period.frequency is not Frequency.DAILY and len(years) == 1


def _find_first_day(context: CheckContext, latest: date) -> date:
    """The day from which rates may be those of amounts without a year: that of the oldest year the text names."""
    years = [int(year) for year in _YEAR.findall(context.reading.document.text)]
    return date(min((*years, latest.year)), 1, 1)


def _was_rate_since(context: CheckContext, pair: CurrencyPair, first: date, last: date) -> bool:
    """Whether a rate was one of those since the oldest year that the text names, which may be that of the amounts."""
    official = context.evidence.find_rate_range(pair.one, pair.other, first, last)
    return official is not None and pair.widest.overlaps(official)


def _has_daily_rates(context: CheckContext, pair: CurrencyPair, period: TimePeriod) -> bool:
    """Whether rates of single days in a period are known, and not only its average."""
    middle = period.first + (period.last - period.first) / 2
    days = [TimePeriod.of_day(middle + timedelta(n)) for n in range(_NEAREST_DAYS)]
    return bool(context.evidence.find_rates(pair.one, pair.other, RateKind.SPOT, days))


def _compare_with_range(
    context: CheckContext, pair: CurrencyPair, chain: tuple[Figure, ...], day: date | None
) -> Finding:
    """Compare a rate that is none of the candidates with all official rates of its time."""
    period = pair.period if day or (_is_sure(context, pair) and "period" not in pair.first.inferred) else None
    last = day or (period.last + _LOOK_BACK if period else date.max)
    first = min(period.first if period else last, last - _LOOK_BACK) if day or period else _FIRST_DAY
    named = _find_first_day(context, first)
    first = first if day or period else named
    rates = _list_candidates(context, pair, day)
    if period and not _has_daily_rates(context, pair, period):
        first -= _YEAR_BEFORE  # near whose average those of January were
    last_known = context.evidence.last_day_of_rates
    last = min(last, last_known)
    official = context.evidence.find_rate_range(pair.one, pair.other, min(first, last), last)
    if official is None:
        reason = messages.NO_RATE_FOR_PAIR.format(one=pair.one, other=pair.other)
        return Finding(Verdict.UNCHECKED, reason, pair.ids, chain, pair.note)
    if day is None and first < _FIRST_DAY:  # an old year may not date the amounts: "begun in 1950, it has debts of"
        official = official.span(
            context.evidence.find_rate_range(pair.one, pair.other, _FIRST_DAY, last_known) or official
        )
    ends = messages.FROM_TO.format(low=format_rate(official.low), high=format_rate(official.high))
    label = messages.LABEL_OFFICIAL_RATES.format(first=first.year, last=last.year)
    is_inside = pair.widest.overlaps(official)
    figure = Figure(f"{ends} {pair.unit}", label, official, pair.unit, fits=is_inside)
    near = official * _MARGIN
    is_stated = pair.period is not None and "period" not in pair.first.inferred
    margin = _MARGIN_OF_YEAR if is_stated else _MARGIN_UNDATED
    is_behind = day is not None and all(one.period.year < day.year and one.kind is not RateKind.SPOT for one in rates)
    near = official * Interval(_MARGIN.low, Decimal(_MOST_LOST)) if is_behind else near
    may_be_older = not is_stated and named < first and _was_rate_since(context, pair, named, last)
    if may_be_older or (day is None and pair.widest.overlaps(official * margin)):
        reason = messages.RATE_UNDATED.format(implied=pair.text)
        return Finding(Verdict.UNCHECKED, reason, pair.ids, chain, pair.note)
    if pair.widest.overlaps(near):
        message = messages.RATE_NEAR
        if is_inside:
            message = messages.RATE_WITHIN if pair.best in official else messages.RATE_MAYBE_WITHIN
        verdict, note = Verdict.UNCHECKED, pair.note
    elif _may_be_other_money(pair, official) or _may_be_old_money(context, pair, official, day):
        reason = messages.RATE_CURRENCY_OPEN.format(implied=pair.text)
        return Finding(Verdict.UNCHECKED, reason, pair.ids, (*chain, figure), pair.note)
    else:
        verdict, message = Verdict.INCONSISTENT, messages.RATE_FAR
        is_out = any(pair.widest.overlaps(scaled) for scaled in (near * _THOUSAND, near / _THOUSAND))
        note = messages.MILLION_OR_BILLION if is_out else pair.note
    return Finding(verdict, message.format(implied=pair.text, range=figure.text), pair.ids, (*chain, figure), note)
