"""The times that a sentence names: years, halves, quarters, months, days, and words such as *last year*.

What the words leave out is filled from the day of publication and marked as inferred: "in September" is the latest
September that had begun, "last year" the calendar year before.

>>> from indicators.language.languages import tag_sentence
>>> def read(text, language="en"):
...     sentence = tag_sentence(text, language)
...     return [(str(found.period), found.is_inferred) for found in find_periods(sentence, date(2025, 9, 29))]
>>> read("the first half of 2025, up from Q3 2024"), read("in September, as in the past year")
([('2025-S1', False), ('2024-Q3', False)], [('2025-09', True), ('2024', True)])
>>> read("за январь–сентябрь 2025 года и к концу 2026 года", "ru"), read("截至2025年6月，前三季度", "zh")
([('2025-01-01/P9M', False), ('2026', False)], [('2025-06', False), ('2025-01-01/P9M', True)])
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.relative_dates import (
    RELATIVE_ROLES,
    Mention,
    find_nearest_year,
    find_relative_period,
    make_mention,
)
from indicators.language.tokens import Kind
from indicators.language.years import ends_span_of_years, is_bare_year, is_year
from indicators.model.periods import Frequency

_DASHES: Final = frozenset("-–—")
_MARKS: Final = frozenset((".", ",", ";", "", "and"))
_LONGEST_TIME: Final = 6  # tokens
_PARTS: Final = {Frequency.QUARTERLY: ("Q", 4), Frequency.HALF_YEARLY: ("S", 2)}
_BEGIN: Final = frozenset((Role.MONTH, Role.ORDINAL, Role.Q, Role.H, Role.QUARTER, Role.HALF, *RELATIVE_ROLES))


@dataclass(frozen=True, slots=True)
class _Form:
    """A time without its year: the forms of `TimePeriod` with ``{}`` for the year."""

    last: int
    text: str


def find_periods(sentence: TaggedSentence, published: date | None, *, carried: Mention | None = None) -> list[Mention]:
    """Find the times named in a sentence, in order.

    Args:
        sentence: The sentence.
        published: The day of publication, which fills in what the words leave out.
        carried: The time named before, whose year a month without one has if the day of publication is unknown.
    """
    found: list[Mention] = []
    index = 0
    while index < len(sentence):
        before = found[-1] if found else None if published is not None else carried
        mention = _mention_at(sentence, index, published, before, found[-1] if found else carried)
        if mention is not None:
            found.append(mention)
        index = max(index + 1, 0 if mention is None else mention.last)
    return found


def _mention_at(
    sentence: TaggedSentence, index: int, published: date | None, before: Mention | None, base: Mention | None
) -> Mention | None:
    word = sentence.kind(index) is Kind.WORD
    starts = sentence.vocabulary.date_starts
    if word and sentence.key(index) not in starts and not sentence.begins(index, _BEGIN):
        return None
    return (
        _second_of_two(sentence, index, published)
        or _unspaced_year_first(sentence, index)
        or _ended_span(sentence, index, published)
        or _with_year(sentence, index, published, before)
        or find_relative_period(sentence, index, published, base)
        or _year(sentence, index)
        or _relative(sentence, index, published)
    )


def _second_of_two(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``rose 0.3% from March to April``: the second of two times, one right after the other, is that of the change."""
    words = sentence.words
    if sentence.key(index) not in words.stepped_from or not sentence.before(index, Role.PERCENT):
        return None
    ends = words.range_to | words.until
    joint = next((at for at in range(index + 1, index + _LONGEST_TIME) if sentence.key(at) in ends), index)
    second = _with_year(sentence, joint + 1, published, None) or _year(sentence, joint + 1)
    first = second and (_with_year(sentence, index + 1, published, second) or _year(sentence, index + 1))
    if first is None or second is None or first.last != joint or first.period.frequency is not second.period.frequency:
        return None
    is_next = first.period.last + timedelta(days=1) == second.period.first
    return Mention(index, second.last, second.period, second.is_inferred) if is_next else None


# ------------------------------------------------------------------------------------------------- spans with an end


def _ended_span(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``the year ended 31 March 2024``, ``three months to June``: so many months up to the end of a month."""
    months, end = _length_in_months(sentence, index)
    end += sentence.key(end) == ","
    if not months or sentence.key(end) not in sentence.words.span_ended or end + 1 >= len(sentence):
        return None
    over = _with_year(sentence, end + 1, published, None)
    if over is None or over.period.frequency not in (Frequency.MONTHLY, Frequency.DAILY):
        return None
    last = over.period.first
    if months == 12 and over.period.frequency is Frequency.MONTHLY and _is_of_change(sentence, index):
        return Mention(index, over.last, over.period, over.is_inferred)
    first = last.year * 12 + last.month - months
    text = f"{first // 12:04d}-{first % 12 + 1:02d}-01/P{months}M"
    return make_mention(index, over.last, text, inferred=over.is_inferred)


def _is_of_change(sentence: TaggedSentence, index: int) -> bool:
    """``rose 3.3% in the year to January``: growth over a year, which is that of its last month."""
    at = index
    while sentence.key(at - 1) in sentence.words.article | sentence.words.before_year | sentence.words.over_year:
        at -= 1
    return sentence.before(at, Role.PERCENT) is not None


def _length_in_months(sentence: TaggedSentence, index: int) -> tuple[int, int]:
    """A year, a half, a quarter or a number of months, with the token behind it; 0 if there is none."""
    if sentence.key(index) in sentence.words.year_nouns:
        return 12, index + 1
    for role, months in ((Role.HALF, 6), (Role.QUARTER, 3)):
        if match := sentence.at(index, role):
            return months, match.end
    number = read_number(sentence, index)
    unit = sentence.at(number.end, Role.MONTHS) if number is not None else None
    is_whole = number is not None and number.value == int(number.value) and 2 <= number.value <= 24
    return (int(number.value), unit.end) if number is not None and unit is not None and is_whole else (0, index)


# ------------------------------------------------------------------------------------------------- a part of a year


def _with_year(sentence: TaggedSentence, index: int, published: date | None, before: Mention | None) -> Mention | None:
    """A part of a year and the year after it; or the year before, or that of publication."""
    form = _form_at(sentence, index) or _quarter_again(sentence, index, before)
    if form is None:
        return None
    at, last = form.last, form.last
    for _ in range(4):
        if is_year(sentence, at) and not sentence.at(at + 1, Role.PERCENT, Role.SCALE):
            return make_mention(index, at + 1, form.text.format(sentence.tokens[at].text))
        relative = sentence.at(at, Role.RELATIVE)
        if relative is not None and published is not None and not sentence.has_han(at):
            year = str(published.year + relative.value)
            return make_mention(index, relative.end, form.text.format(year), inferred=True)
        if sentence.key(at) not in sentence.words.before_its_year and sentence.key(at) not in (",", "."):
            break
        at += 1
    if form.text == "{}" or sentence.at(index, Role.QUARTER_AWAY):
        return None
    is_tied = sentence.key(index - 1) in sentence.words.year_mark_unspaced | {"'"}  # "2025's third quarter"
    if is_year(sentence, at := index - 1 - is_tied):
        return make_mention(index, last, form.text.format(sentence.tokens[at].text))
    if (
        before is not None
        and before.period.frequency is not Frequency.ANNUAL
        and (published is None or not (before.is_inferred or sentence.before(before.first, Role.SINCE)))
    ):
        same = make_mention(index, last, form.text.format(before.period.year), inferred=True)
        if (
            same is None
            or published is None
            or same.period.first <= published
            or sentence.within(0, index, Role.FORECAST)
        ):
            return same
    return find_nearest_year(sentence, index, last, form.text, published)


def _quarter_again(sentence: TaggedSentence, index: int, before: Mention | None) -> _Form | None:
    """``7.8% in the second quarter, in the first 7.4%``: the ordinal of another quarter or half, without the noun."""
    ordinal = sentence.at(index, Role.ORDINAL)
    letter, count = _PARTS.get(before.period.frequency, ("", 0)) if before is not None else ("", 0)
    if ordinal is None or ordinal.value > count:
        return None
    following = sentence.key(ordinal.end)
    is_alone = (
        following in _DASHES | _MARKS | sentence.words.to_level
        or sentence.kind(ordinal.end) is Kind.NUMBER
        or sentence.at(ordinal.end, Role.BY)
    )
    return _Form(ordinal.end, f"{{}}-{letter}{ordinal.value}") if is_alone else None


def _form_at(sentence: TaggedSentence, index: int) -> _Form | None:
    return (
        _quarter_or_half(sentence, index) or _months_together(sentence, index) or _day_or_month(sentence, index)
        or _unspaced_form(sentence, index)
    )  # fmt: skip


def _quarter_or_half(sentence: TaggedSentence, index: int) -> _Form | None:
    for role, letter in ((Role.Q, "Q"), (Role.H, "S")):
        if match := sentence.at(index, role):
            return _Form(match.end, f"{{}}-{letter}{match.value}") if sentence.tokens[index].text.isupper() else None
    ordinal = sentence.at(index, Role.ORDINAL)
    if ordinal is None:
        return None
    at = ordinal.end + (sentence.key(ordinal.end) in sentence.words.kinds_of_year or sentence.key(ordinal.end) == "-")
    if _is_fiscal(sentence, index, at + 1):
        return None  # nobody's quarter but the firm's
    if quarter := sentence.at(at, Role.QUARTER):
        return _Form(quarter.end, f"{{}}-Q{ordinal.value}")
    is_last = sentence.key(ordinal.start) in sentence.words.last
    if (half := sentence.at(at, Role.HALF)) and ordinal.value <= 2 and not is_last:
        return _Form(half.end, f"{{}}-S{ordinal.value}")
    months = _first_months(sentence, ordinal.end) if ordinal.value == 1 else None
    return None if months is not None and _is_fiscal(sentence, index, months.last) else months


def _is_fiscal(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether words call a part of a year fiscal: ``fiscal third quarter``, ``third quarter of fiscal 2024``."""
    fiscal = sentence.vocabulary.pattern("fiscal")
    return any(fiscal.search(sentence.text(*span)) for span in ((max(0, first - 1), last), (last, last + 3)))


def _first_months(sentence: TaggedSentence, index: int) -> _Form | None:
    """``nine months`` after *first*, or «девять месяцев»."""
    number = read_number(sentence, index)
    if number is None or not 2 <= number.value <= 11 or number.value != int(number.value):
        return None
    months = sentence.at(number.end, Role.MONTHS)
    if months is None and number.value <= 3 and (quarters := sentence.at(number.end, Role.QUARTER)):
        return _Form(quarters.end, f"{{}}-01-01/P{3 * int(number.value)}M")
    return _Form(months.end, f"{{}}-01-01/P{int(number.value)}M") if months else None


def _months_together(sentence: TaggedSentence, index: int) -> _Form | None:
    """``January–September``; ``за девять месяцев``."""
    first = sentence.at(index, Role.MONTH)
    if first is not None and _is_month(sentence, index):
        at = first.end
        joint = sentence.key(at) in sentence.words.between_months | sentence.words.and_ | _DASHES
        if is_year(sentence, at) and sentence.key(at + 1) in _DASHES:
            return None
        second = sentence.at(at + 1, Role.MONTH) if joint else None
        is_span = sentence.key(at) not in sentence.words.and_ or sentence.key(index - 1) in sentence.words.between
        months = second.value - first.value + 1 if second is not None and is_span else 0
        if second is None or months < 2 or (months == 2 and sentence.before(index - 1, Role.PERCENT)):
            return None  # "rose 0.3% from March to April"
        return _Form(second.end, f"{{}}-{first.value:02d}-01/P{months}M")
    if sentence.key(index - 1) in sentence.words.over_months:
        return _first_months(sentence, index)
    return _number_of_first_months(sentence, index)


def _number_of_first_months(sentence: TaggedSentence, index: int) -> _Form | None:
    """``neuf premiers mois``: the ordinal behind the number."""
    number = read_number(sentence, index)
    first = sentence.at(number.end, Role.ORDINAL) if number is not None else None
    months = sentence.at(first.end, Role.MONTHS) if first is not None and first.value == 1 else None
    if number is None or months is None or not 2 <= number.value <= 11 or number.value != int(number.value):
        return None
    return _Form(months.end, f"{{}}-01-01/P{int(number.value)}M")


def _is_month(sentence: TaggedSentence, index: int) -> bool:
    """Where months have capitals, words without one are not months, nor is a verb that begins the sentence."""
    text = sentence.tokens[index].text
    if not sentence.language_of(index).has_capital_months or sentence.has_han(index):
        return True
    return text[0].isupper() and not (index == 0 and text.lower() in sentence.words.months_and_verbs)


def _day_or_month(sentence: TaggedSentence, index: int) -> _Form | None:
    month = sentence.at(index, Role.MONTH)
    if month is not None and _is_month(sentence, index):
        if quarter := sentence.at(month.end, Role.QUARTER):  # "the September quarter"
            first = month.value - 2
            return _Form(quarter.end, f"{{}}-{first:02d}-01/P3M") if first > 0 else None
        day = _day(sentence, month.end)
        if day and sentence.language.has_month_first:
            return _Form(month.end + 1, f"{{}}-{month.value:02d}-{day:02d}")
        return _Form(month.end, f"{{}}-{month.value:02d}")
    day = _day(sentence, index)
    at = index + 1 + (sentence.key(index + 1) in sentence.words.before_month)
    month = sentence.at(at, Role.MONTH) if day else None
    if month is not None and _is_month(sentence, at):
        return _Form(month.end, f"{{}}-{month.value:02d}-{day:02d}")
    return None


def _day(sentence: TaggedSentence, index: int) -> int:
    """The number of a day, or 0."""
    if sentence.kind(index) is not Kind.NUMBER:
        return 0
    text = sentence.tokens[index].text
    if not text.isdigit() or len(text) > 2 or sentence.at(index + 1, Role.PERCENT, Role.SCALE, Role.MONEY):
        return 0
    return int(text) if 1 <= int(text) <= 31 else 0


# ---------------------------------------------------------------------------------------------------- without spaces


def _unspaced_form(sentence: TaggedSentence, index: int) -> _Form | None:
    """``三季度``, ``前三季度``, ``上半年``, ``1至11月``, ``9月``, ``8月27日``."""
    if match := sentence.at(index, Role.HALF_FIRST, Role.HALF_SECOND):
        return _Form(match.end, f"{{}}-S{1 if match.role is Role.HALF_FIRST else 2}")
    if sentence.kind(index) not in (Kind.HAN, Kind.NUMBER):
        return None
    key, words = sentence.key(index), sentence.words
    is_first, together = key in words.first_character, key in words.together
    at = index + (is_first or together or key in words.ordinal_mark)
    if is_first and (quarter := sentence.at(at, Role.QUARTER)):
        return _Form(quarter.end, "{}-Q1")
    number = read_number(sentence, at)
    if number is None or not 1 <= number.value <= 31 or number.value != int(number.value):
        return None
    return _unspaced_unit(sentence, index, number.end, int(number.value), together=together)


def _unspaced_unit(sentence: TaggedSentence, index: int, end: int, value: int, *, together: bool) -> _Form | None:
    words = sentence.words
    quarter = sentence.at(end, Role.QUARTER)
    if quarter is not None and sentence.has_han(end) and value <= 4:
        return _Form(quarter.end, f"{{}}-01-01/P{3 * value}M" if together and value > 1 else f"{{}}-Q{value}")
    if together and sentence.key(end) in words.counter and sentence.key(end + 1) in words.month_mark and value <= 11:
        return _Form(end + 2, f"{{}}-01-01/P{value}M")
    if sentence.key(end) in _DASHES or sentence.key(end) in words.between_months:
        second = read_number(sentence, end + 1)
        if second is not None:
            is_span = sentence.key(second.end) in words.month_mark and value < second.value <= 12
            months = f"{{}}-{value:02d}-01/P{int(second.value) - value + 1}M"
            return _Form(second.end + 1, months) if is_span else None
    if sentence.key(end) not in words.month_mark or value > 12 or sentence.key(index - 1) in words.counter:
        return None
    day = _day(sentence, end + 1)
    if day and sentence.key(end + 2) in words.day_mark:
        return _Form(end + 3, f"{{}}-{value:02d}-{day:02d}")
    end += sentence.key(end + 1) in words.behind_month_mark and sentence.at(end + 1, Role.SHARE) is None
    return _Form(end + 1, f"{{}}-{value:02d}")


def _unspaced_year_first(sentence: TaggedSentence, index: int) -> Mention | None:
    """``2025年6月``, ``2024年三季度``, ``去年三季度`` is left to the words for years."""
    if not is_year(sentence, index) or sentence.key(index + 1) not in sentence.words.year_mark_unspaced:
        return None
    after = index + 2
    form = _unspaced_form(sentence, after) if after < len(sentence) else None
    if form is not None:
        return make_mention(index, form.last, form.text.format(sentence.tokens[index].text))
    return make_mention(index, after, sentence.tokens[index].text)


# ----------------------------------------------------------------------------------------------------------- years


def _year(sentence: TaggedSentence, index: int) -> Mention | None:
    if not is_year(sentence, index) or (sentence.glued(index) and sentence.kind(index - 1) is Kind.WORD):
        return None
    money = sentence.before(index, Role.MONEY)
    is_sum = money is not None and sentence.kind(money.start - 1) is not Kind.NUMBER
    is_sum = is_sum and money is not None and sentence.before(money.start, Role.SCALE) is None  # "5 million euros 2023"
    if sentence.at(index + 1, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS) or is_sum:
        return None
    text = sentence.tokens[index].text
    is_counted = sentence.at(index + 1, Role.THING) is not None and not sentence.at(index + 1, Role.SPAN)
    is_marked = sentence.key(index + 1) in sentence.words.year_mark
    is_bare = sentence.language.has_bare_years and is_bare_year(sentence, index)
    if is_counted and not is_marked and not is_bare and not ends_span_of_years(sentence, index):
        return None
    joint = sentence.key(index + 1) in ("-", "–", "/") and sentence.glued(index + 1)
    if joint and sentence.kind(index + 2) is Kind.NUMBER:
        second = sentence.tokens[index + 2].text
        if second.isdigit() and len(second) == 2 and int(second) == (int(text) + 1) % 100:
            return make_mention(
                index, index + 3, f"{text}-04-01/P12M" if sentence.language.has_fiscal_years else f"{text}-01-01/P24M"
            )
        if is_year(sentence, index + 2) and int(second) > int(text):
            return make_mention(index, index + 3, f"{text}-01-01/P{int(second) - int(text) + 1}Y")
    return make_mention(index, index + 1, text)


def _relative(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    match = sentence.at(index, Role.RELATIVE)
    before = sentence.key(index - 1 - (sentence.key(index - 1) in sentence.words.article))
    if match is None or published is None:
        return None
    year = str(published.year + match.value)
    part = _form_at(sentence, match.end) if sentence.has_han(index) and match.end < len(sentence) else None
    if part is not None:
        return make_mention(index, part.last, part.text.format(year), inferred=True)
    is_compared = before in sentence.words.before_compared_year
    return None if is_compared else make_mention(index, match.end, year, inferred=True)
