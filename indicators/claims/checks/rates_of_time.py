"""What is made or paid in a day or a month beside the same in a longer time: ``50 cars a day, 18,000 a year``.

How many of the shorter times the longer one has is a range: a plant may work on 190 days of a year or on all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart
from indicators.claims.relations.change_words import name_subject
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import can_be_levels
from indicators.claims.relations.marked_sentences import MARK, Sentence
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern
from indicators.model.periods import Frequency

_TABLES: Final = {
    "hour": "per_hour", "day": "per_day", "week": "per_week", "month": "per_month", "quarter": "per_quarter",
    "year": "per_year",
}  # fmt: skip
_TIMES: Final = tuple(_TABLES)
_IN: Final = {  # the fewest, usual and most of a time in a longer one
    ("hour", "day"): (6, 24, 24), ("hour", "week"): (30, 168, 168), ("hour", "month"): (120, 730, 744),
    ("hour", "year"): (1200, 2000, 8784), ("day", "week"): (5, 7, 7), ("day", "month"): (18, 30, 31),
    ("day", "quarter"): (54, 91, 92), ("day", "year"): (190, 365, 366), ("week", "month"): (4, 4, 5),
    ("week", "quarter"): (12, 13, 14), ("week", "year"): (40, 52, 53), ("month", "quarter"): (3, 3, 3),
    ("month", "year"): (12, 12, 12), ("quarter", "year"): (4, 4, 4),
}  # fmt: skip
_MONTHS_OF_PAY: Final = (13, 14, 15)  # with those paid as a bonus
_HOURS_OF_WORK: Final = 3000  # at most in a year
_OF_ALL: Final = 100
_DISCOUNT: Final = Decimal("0.6")
_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_CLAUSE_MARK: Final = re.compile(r"[.;:,()。；：，（）—–]")


def _compile_times(known: Vocabulary) -> re.Pattern[str]:
    named = (f"(?P<{time}>{known.alternatives(table)})" for time, table in _TABLES.items())
    return re.compile("|".join(named), re.IGNORECASE)


_EACH_TIME: Final = PerLanguage(_compile_times)
_COMES_TO: Final = compile_pattern("comes_to")
_EACH: Final = compile_pattern("each_word")
_TO: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|\W)(?:{known.alternatives('range_to')})(?:{known.alternatives('about')})?\w* ?$", re.IGNORECASE
    )
)
_IN_PRICES: Final = compile_pattern("current_prices")
_AGAIN: Final = compile_pattern("again")
_THIS_IS: Final = compile_pattern("this_was")


_NEAR: Final = Decimal("0.05")  # as a share
_ROUND_PRICE: Final = Decimal("1.02")


class _Rate(NamedTuple):
    claim: Claim
    time: str


def check_rates_of_time(context: CheckContext) -> Iterator[Finding]:
    """Compare what is stated for a time with what is stated for a longer one."""
    before: Sentence | None = None
    for alone in context.sentences:
        sentence = before.join(alone, as_clause=True) if before is not None and _goes_on(alone, before) else alone
        before = alone
        words, language = sentence.words, sentence.language
        if _EACH_TIME[language].search(words) is None or _IN_PRICES[language].search(words):
            continue  # "40 billion a year, or 615 million a week at today's prices"
        marks = list(MARK.finditer(sentence.words))
        for one, two in pairwise(marks):
            between = sentence.words[one.end() : two.start()]
            is_again = any(pattern[sentence.language].search(between) for pattern in (_COMES_TO, _AGAIN))
            rates = [_read_rate(sentence, mark, may_be_dated=is_again) for mark in (one, two)]
            if not is_again and _TO[sentence.language].search(between):
                continue  # "from 1.4 million cubic metres a day to 3 billion a year"
            is_of_each = _EACH[sentence.language].search(sentence.words[: one.start()]) is not None
            if _names_no_other(between, sentence.language):
                found = sorted(filter(None, rates), key=lambda rate: _TIMES.index(rate.time))
                yield from _compare_rates(*found, is_of_each=is_of_each)


def _goes_on(later: Sentence, before: Sentence) -> bool:
    """Whether a sentence says what the figure before comes to: ``That is 600,000 a year``."""
    return later.follows(before) and _THIS_IS[later.language].match(later.words) is not None


def _read_rate(sentence: Sentence, mark: re.Match[str], *, may_be_dated: bool) -> _Rate | None:
    """A figure with the time that the words right behind it name, or else those of its clause ahead.

    If words say that two figures are the same, one that is dated with a year is for a year.
    """
    claim = sentence.claims[int(mark["number"])]
    if claim.kind not in _LEVELS or claim.restates:
        return None
    behind = sentence.words[mark.end() :].partition("⟦")[0]
    ahead = sentence.words[: mark.start()].rpartition("⟧")[2]
    for words in (_CLAUSE_MARK.split(behind)[0], _CLAUSE_MARK.split(ahead)[-1]):
        times = {match.lastgroup or "" for match in _EACH_TIME[sentence.language].finditer(words)}
        if len(times) == 1:
            return _Rate(claim, times.pop())
    plain, _, per = claim.unit.partition(" per ")
    if per in _TIMES:
        return _Rate(replace(claim, unit=plain), per)
    is_year = claim.period is not None and claim.period.frequency is Frequency.ANNUAL
    return _Rate(claim, "year") if may_be_dated and is_year and "period" not in claim.inferred else None


def _names_no_other(between: str, language: str) -> bool:
    """Whether the words between two figures only say for which time they are, and that the second follows."""
    for pattern in (_EACH_TIME, _COMES_TO, _AGAIN):
        between = pattern[language].sub(" ", f"{between} ")
    return not name_subject(between, language)


def _compare_rates(*rates: _Rate, is_of_each: bool) -> Iterator[Finding]:
    if len(rates) < 2 or rates[0].time == rates[1].time or not can_be_levels(rates[0].claim, rates[1].claim):
        return
    (rate, short), (stated, long) = rates
    if rate.areas != stated.areas:
        return  # "65 million a month in the US and 400 million a year in the world"
    fewest, usual, most = _IN[short, long]
    most = _HOURS_OF_WORK if (short, long) == ("hour", "year") and rate.kind is ClaimKind.AMOUNT else most
    whole = usual * rate.plain_value
    is_price = rate.kind is ClaimKind.AMOUNT  # of a subscription: 4.99 a month, 59.99 a year
    may_differ = is_price and whole * _DISCOUNT < stated.plain_value < whole * _ROUND_PRICE
    is_pay = (short, long) == ("month", "year")
    may_differ |= is_pay and any(stated.plain_value == rate.plain_value * months for months in _MONTHS_OF_PAY)
    may_differ |= is_of_each and stated.plain_value > _OF_ALL * whole  # "each kiosk ... in the aggregate"
    if may_differ or are_worlds_apart(whole, stated.plain_value):
        return
    implied = _multiply(rate, stated.unit, fewest, most)
    if rate.qualifier is not None and abs(whole - stated.plain_value) <= _NEAR * whole:
        return  # "under 200 a month, or 2,500 a year"
    fits = implied.interval is not None and implied.interval.overlaps(stated.interval)
    message = check_messages.RATE_IS if fits else check_messages.RATE_IS_NOT
    reason = message.format(
        rate=format_claim(rate), sum=implied.text, stated=format_claim(stated),
        short=check_messages.EACH_TIME[short], long=check_messages.EACH_TIME[long],
    )  # fmt: skip
    chain = (*map(Figure.from_claim, (rate, stated)), implied)
    yield Finding(Verdict.judge(fits=fits), reason, (stated.id, rate.id), chain)


def _multiply(rate: Claim, unit: str, fewest: int, most: int) -> Figure:
    """What a rate comes to in the longer time, from the fewest to the most of the shorter ones."""
    low, high = (
        derive_figure(
            rate.interval * Interval.exactly(times), unit, label=check_messages.LABEL_FOR_LONGER,
            best=rate.plain_value * times, made_of=f"{times} × {format_claim(rate)}",
        )
        for times in (fewest, most)
    )  # fmt: skip
    if fewest == most or low.interval is None or high.interval is None:
        return high
    plain = (_print(rate.plain_value * times, unit) for times in (fewest, most))
    fewest_text, most_text = plain
    if fewest_text.partition(" ")[2] == most_text.partition(" ")[2]:
        fewest_text = fewest_text.partition(" ")[0]  # the unit once
    text = messages.FROM_TO.format(low=fewest_text, high=most_text)
    return replace(high, text=text, interval=low.interval.span(high.interval), made_of="")


def _print(value: Decimal, unit: str) -> str:
    return derive_figure(Interval.exactly(value), unit, label="").text
