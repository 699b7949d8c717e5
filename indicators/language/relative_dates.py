"""Times that words place from the day of publication, or from a time named before: *last month*, *a quarter earlier*.

>>> from indicators.language.languages import tag_sentence
>>> def read(text, base=None):
...     sentence = tag_sentence(text)
...     known = base and Mention(0, 0, TimePeriod.parse(base))
...     found = (find_relative_period(sentence, index, date(2025, 2, 6), known) for index in range(len(sentence)))
...     return [str(mention.period) for mention in found if mention is not None]
>>> read("this month"), read("full-year profit"), read("in the previous quarter", "2024-Q1")
(['2025-02'], ['2024'], ['2023-Q4'])
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from indicators.errors import PeriodError
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.years import is_year
from indicators.model.periods import Frequency, TimePeriod

RELATIVE_ROLES: Final = (
    Role.RELATIVE, Role.FULL_YEAR, Role.QUARTER_AWAY, Role.MONTH_AWAY, Role.QUARTER_BEFORE, Role.MONTH_BEFORE,
    Role.WEEKDAY, Role.YEAR_AFTER, Role.YEAR_BEFORE, Role.RESULTS,
)  # fmt: skip
"""The roles of words that name a time by its distance."""

_MONTHS: Final = re.compile(r"(\d{4})-(\d\d)-01/P(3|6|12)M")
_DAYS_OF_WEEK: Final = 7
_LONGEST_PHRASE: Final = 6  # tokens
_BEHIND: Final = 3  # tokens between a time and the verb behind it
_MAY_COME_OUT: Final = 45  # days until which the figures of a time may still be expected
_OPENING: Final = 1
_MARKS: Final = frozenset((".", ",", ";", ""))
_LAST_MONTH_OF_RESULTS: Final = 6
_NINE_MONTHS: Final = 9
_BESIDE_RESULTS: Final = 5  # tokens
_PARTS_OF_YEARS: Final = {3: (Role.QUARTER, Role.Q), 6: (Role.HALF, Role.H)}
_QUARTER, _NEARLY_OVER = 100, 0.8  # days, and the part of a longer span that is over when figures of it are published
"""Until when in a year its full-year results are those of the year before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time named in a sentence.

    Attributes:
        first: Its first token.
        last: The token after its last.
        period: The time.
        is_inferred: Whether a part of it was filled from the day of publication.
        is_weekday: Whether it is a day of the week, which later sentences are not about.
    """

    first: int
    last: int
    period: TimePeriod
    is_inferred: bool = False
    is_weekday: bool = False


def make_mention(first: int, last: int, text: str, *, inferred: bool = False) -> Mention | None:
    """Make the mention of a period; months that are a quarter, a half or a year are that; ``None`` if there is none.

    >>> str(make_mention(0, 1, "2024-04-01/P3M").period), make_mention(0, 1, "2024-06-31")
    ('2024-Q2', None)
    """
    if match := _MONTHS.fullmatch(text):
        year, month, months = match[1], int(match[2]), int(match[3])
        if (month - 1) % months == 0:
            number = (month - 1) // months + 1
            text = {3: f"{year}-Q{number}", 6: f"{year}-S{number}", 12: year}[months]
    try:
        return Mention(first, last, TimePeriod.parse(text), inferred)
    except PeriodError:
        return None  # 31 June


def find_relative_period(
    sentence: TaggedSentence, index: int, published: date | None, base: Mention | None
) -> Mention | None:
    """Find the time that the words at a token place from the day of publication or from a time named before.

    Args:
        sentence: The sentence.
        index: The token.
        published: The day of publication.
        base: The time named before, in the sentence or in those before it.
    """
    return (
        _month_or_quarter(sentence, index, published, base)
        or _part_of_results(sentence, index, published, base)
        or _full_year(sentence, index, published, base)
        or _years_ago(sentence, index, published)
        or _weekday(sentence, index, published)
        or _year_after(sentence, index, base)
        or _year_before(sentence, index, base)
        or _same_part_of_year(sentence, index, base)
        or _same_part_of_last_year(sentence, index, base)
        or _half_alone(sentence, index, base)
        or _next_one(sentence, index, base)
    )


def _weekday(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``on Thursday``: the last one up to the day of publication."""
    match = sentence.at(index, Role.WEEKDAY)
    if match is None or published is None or sentence.within(0, index, Role.FORECAST):
        return None
    if sentence.has_han(index) and (sentence.before(index, Role.REFER) or read_number(sentence, index - 1)):
        return None  # 上周三, 一周三次
    day = published - timedelta(days=(published.isoweekday() - match.value) % _DAYS_OF_WEEK)
    return Mention(index, match.end, TimePeriod.parse(day.isoformat()), is_inferred=True, is_weekday=True)


def _year_after(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """``the following year``: the year after the one named before."""
    match = sentence.at(index, Role.YEAR_AFTER)
    if match is None or base is None or sentence.before(base.first, Role.SINCE):
        return None
    text = str(base.period)
    is_year = base.period.frequency is Frequency.ANNUAL or text.endswith(("P1Y", "P12M"))
    start = f"{base.period.first.year + 1}"
    return make_mention(index, match.end, start + (text[4:] if is_year else ""), inferred=True)


def _year_before(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """``the previous year``: the year before the one named before."""
    match = sentence.at(index, Role.YEAR_BEFORE)
    if match is None or base is None or base.period.frequency is not Frequency.ANNUAL:
        return None
    return make_mention(index, match.end, str(base.period.year - 1), inferred=True)


def _half_alone(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """``30 in the first quarter, 34 in the second, in the half year 64``: the half that the quarters before make."""
    half = sentence.at(index, Role.HALF)
    quarter = str(base.period) if base is not None and base.period.frequency is Frequency.QUARTERLY else ""
    is_whole = half is not None and sentence.key(index - 1) in sentence.words.article | sentence.words.before_year
    if half is None or not is_whole or quarter[-1:] not in ("2", "4"):
        return None
    return make_mention(index, half.end, f"{quarter[:4]}-S{int(quarter[-1]) // 2}", inferred=True)


def _same_part_of_year(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """``the corresponding quarter of 2022``: the part of the year that the time named before is."""
    if base is None or not is_year(sentence, index) or base.period.frequency is Frequency.ANNUAL:
        return None
    ahead = sentence.text(max(0, index - _LONGEST_PHRASE), index)
    if sentence.vocabulary.pattern("same_time_ahead").search(ahead) is None:
        return None
    return make_mention(index, index + 1, sentence.tokens[index].text + str(base.period)[4:], inferred=True)


def _same_part_of_last_year(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """去年同期: the part of the year before that the time named before is."""
    match = sentence.at(index, Role.RELATIVE)
    if match is None or match.value != -1 or base is None or base.period.frequency is Frequency.ANNUAL:
        return None
    same = sentence.vocabulary.pattern("same_time_behind").match(sentence.text(match.end, match.end + 2))
    text = f"{base.period.first.year - 1}{str(base.period)[4:]}"
    return make_mention(index, match.end + 2, text, inferred=True) if same else None


def _next_one(sentence: TaggedSentence, index: int, base: Mention | None) -> Mention | None:
    """``2.1% this year and 2% next``: the year after one named in the sentence."""
    if sentence.key(index) not in sentence.words.next_one or base is None or not 0 < base.last <= index:
        return None
    if base.period.frequency is not Frequency.ANNUAL or sentence.key(index + 1) not in _MARKS:
        return None
    return make_mention(index, index + 1, str(base.period.year + 1), inferred=True)


def _month_or_quarter(
    sentence: TaggedSentence, index: int, published: date | None, base: Mention | None
) -> Mention | None:
    away = sentence.at(index, Role.MONTH_AWAY, Role.QUARTER_AWAY)
    before = sentence.at(index, Role.MONTH_BEFORE, Role.QUARTER_BEFORE)
    match = before or away
    if match is None:
        return None
    is_quarter = match.role in (Role.QUARTER_AWAY, Role.QUARTER_BEFORE)
    frequency = Frequency.QUARTERLY if is_quarter else Frequency.MONTHLY
    if before is None:
        return None if published is None else _shift(match.start, match.end, published, frequency, match.value)
    if base is not None and base.period.frequency is frequency:
        return _shift(match.start, match.end, base.period.first, frequency, -1)
    if published is not None and base is None and sentence.has_han(index):
        return _shift(match.start, match.end, published, frequency, -1)
    return None


def _shift(first: int, last: int, day: date, frequency: Frequency, steps: int) -> Mention | None:
    months = day.year * 12 + day.month - 1 + steps * (frequency.months or 1)
    year, month = months // 12, months % 12 + 1
    part = f"Q{(month - 1) // 3 + 1}" if frequency is Frequency.QUARTERLY else f"{month:02d}"
    return make_mention(first, last, f"{year:04d}-{part}", inferred=True)


def _part_of_results(
    sentence: TaggedSentence, index: int, published: date | None, base: Mention | None
) -> Mention | None:
    """The last quarter, half or nine months that were over: ``quarterly profit``, ``half-year sales``, 半年营收."""
    match = sentence.at(index, Role.RESULTS)
    if match is None or sentence.within(0, len(sentence), Role.FORECAST):
        return None
    others = [*range(index), *range(match.end, len(sentence))]
    beside = sentence.text(max(0, index - _BESIDE_RESULTS), match.end + _BESIDE_RESULTS)
    if not sentence.vocabulary.pattern("nominal_measure").search(beside) or any(
        sentence.at(at, Role.MONTH, *_PARTS_OF_YEARS.get(match.value, ())) for at in others
    ):
        return None
    if base is not None and base.period.frequency.months == match.value:
        return make_mention(index, match.end, str(base.period), inferred=True)
    if published is None:
        return None
    first = ((published.year * 12 + published.month - 1) // match.value - 1) * match.value
    if match.value == _NINE_MONTHS:
        first = (published.year - (published.month <= _NINE_MONTHS)) * 12
    return make_mention(index, match.end, f"{first // 12:04d}-{first % 12 + 1:02d}-01/P{match.value}M", inferred=True)


def _full_year(sentence: TaggedSentence, index: int, published: date | None, base: Mention | None) -> Mention | None:
    """The year of the time named before; else in the first half of a year the one before, unless it is forecast."""
    match = sentence.at(index, Role.FULL_YEAR)
    if match is None or (base is None and (published is None or match.value)):
        return None  # "that year" is one that was named
    is_of_record = base is not None and sentence.before(base.first, Role.SINCE) is not None
    is_known = False
    if base is not None and base.period.frequency is not Frequency.DAILY and not is_of_record:
        year, is_known = base.period.last.year, not base.is_inferred
    elif published is not None:
        is_forecast = sentence.within(0, len(sentence), Role.FORECAST)
        year = published.year - (published.month <= _LAST_MONTH_OF_RESULTS and not is_forecast)
    else:
        return None
    return make_mention(index, match.end, str(year), inferred=not is_known)


def _years_ago(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``two years ago``, «три года назад»: the calendar year so many before."""
    words = sentence.words
    is_ahead = sentence.key(index) in words.ago_ahead  # "hace dos años"
    number = read_number(sentence, index + is_ahead) if published is not None else None
    if number is None or published is None or not 2 <= number.value <= 50 or number.value != int(number.value):
        return None
    end = number.end + 1
    if sentence.key(number.end) not in words.year_nouns or not (is_ahead or sentence.key(end) in words.ago):
        return None
    return make_mention(index, end + (not is_ahead), str(published.year - int(number.value)), inferred=True)


def find_later_period(sentence: TaggedSentence, carried: Mention | None) -> Mention | None:
    """Find the time that is so much after the one the sentence before named: ``Four months later``.

    >>> from indicators.language.languages import tag_sentence
    >>> sentence = tag_sentence("Four months later 22 agreements were signed.")
    >>> str(find_later_period(sentence, Mention(0, 0, TimePeriod.parse("2025-05"))).period)
    '2025-09'
    """
    number = read_number(sentence, 0) if len(sentence) > 2 and carried is not None else None
    if number is None or carried is None or number.value != int(number.value) or not 1 <= number.value <= 99:
        return None
    unit, word = sentence.key(number.end), sentence.key(number.end + 1)
    if word not in sentence.words.later:
        return None
    first = carried.period.first
    if unit in sentence.words.month_nouns and carried.period.frequency in (Frequency.MONTHLY, Frequency.DAILY):
        months = first.year * 12 + first.month - 1 + int(number.value)
        return make_mention(0, number.end + 2, f"{months // 12:04d}-{months % 12 + 1:02d}", inferred=True)
    if unit in sentence.words.year_nouns:
        return make_mention(0, number.end + 2, str(first.year + int(number.value)), inferred=True)
    return None


def find_nearest_year(
    sentence: TaggedSentence, index: int, last: int, text: str, published: date | None
) -> Mention | None:
    """Find a part of a year in the latest year in which it had begun at publication; of a forecast, the nearest one."""
    if published is None:
        return None
    years = (published.year, published.year - 1)
    found = [make_mention(index, last, text.format(year), inferred=True) for year in years]
    opens = index <= _OPENING  # "On March 12, imports will be taxed"
    if sentence.within(0, last + _LONGEST_PHRASE if opens else index, Role.FORECAST):
        ahead = [mention for mention in found if mention is not None]
        nearest = min(ahead, key=lambda mention: abs((mention.period.first - published).days), default=None)
        return _come_again(sentence, nearest, text, published)
    if sentence.within(last, last + _BEHIND, Role.FORECAST):
        return _come_again(sentence, next(filter(None, found), None), text, published)
    return next((mention for mention in found if mention is not None and _has_come(mention, published)), None)


def _come_again(sentence: TaggedSentence, mention: Mention | None, text: str, published: date) -> Mention | None:
    """A part of a year as it comes next, where it is right beside a forecast and was long over at publication.

    ``A rise is expected in December``; figures of last month may still be expected, and those of December may have
    been what *had been expected*.
    """
    if mention is None or (published - mention.period.last).days <= _MAY_COME_OUT:
        return mention
    near = (max(0, mention.first - _LONGEST_PHRASE), mention.last + _BEHIND)
    is_of_outcome = sentence.vocabulary.pattern("expected_before").search(sentence.text(0, len(sentence)))
    if is_of_outcome or not sentence.within(*near, Role.FORECAST):
        return mention
    later = (make_mention(mention.first, mention.last, text.format(published.year + n), inferred=True) for n in (0, 1))
    return next((one for one in later if one is not None and one.period.last >= published), mention)


def _has_come(mention: Mention, published: date) -> bool:
    """Whether a time had begun when the text was published; a half or nine months had to be nearly over."""
    first, last = mention.period.first, mention.period.last
    days = (last - first).days
    return (published - first).days >= (days * _NEARLY_OVER if days > _QUARTER else 0)
