"""The times that a sentence names: years, halves, quarters, months, days, and words such as *last year*.

What the words leave out is filled from the day of publication and marked as inferred: "in September" is the latest
September that had begun, "last year" the calendar year before.

>>> from indicators.language.languages import tag_sentence
>>> def read(text, language="en"):
...     marked = tag_sentence(text, language)
...     return [(str(found.period), found.is_inferred) for found in find_periods(marked, date(2025, 9, 29))]
>>> read("the first half of 2025, up from Q3 2024"), read("in September, as in the past year")
([('2025-S1', False), ('2024-Q3', False)], [('2025-09', True), ('2024', True)])
>>> read("за январь–сентябрь 2025 года и к концу 2026 года", "ru"), read("截至2025年6月，前三季度", "zh")
([('2025-01-01/P9M', False), ('2026', False)], [('2025-06', False), ('2025-01-01/P9M', True)])
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from indicators.errors import PeriodError
from indicators.language.languages import MONTHS, detect_language, tag_sentence
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind, normalize
from indicators.model.periods import Frequency, TimePeriod

__all__ = ["Mention", "find_later_period", "find_periods", "is_year", "parse_month", "parse_period_text"]

_YEAR: Final = re.compile(r"(?:19[3-9]\d|20\d\d|2100)")
_DASHES: Final = frozenset("-–—")
_BEGIN: Final = (Role.MONTH, Role.ORDINAL, Role.Q, Role.H, Role.RELATIVE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A time named in a sentence.

    Attributes:
        first: Its first token.
        last: The token after its last.
        period: The time.
        is_inferred: Whether a part of it was filled from the day of publication.
    """

    first: int
    last: int
    period: TimePeriod
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """A time without its year: the forms of `TimePeriod` with ``{}`` for the year."""

    last: int
    text: str


def is_year(marked: TaggedSentence, index: int) -> bool:
    """Whether a token is a number that reads as a calendar year."""
    return marked.kind(index) is Kind.NUMBER and _YEAR.fullmatch(marked.tokens[index].text) is not None


def parse_month(word: str) -> int | None:
    """Parse the name of a month in any language, or its first letters, three or more.

    >>> parse_month("Sept"), parse_month("Januar"), parse_month("мая"), parse_month("Marketing")
    (9, 1, 5, None)
    """
    key = normalize(word).casefold()
    for name, month in MONTHS.items():
        stem = name.rstrip("*")
        if key == stem or (stem != name and key.startswith(stem)) or (len(key) > 2 and stem.startswith(key)):
            return month
    return None


def parse_period_text(text: str) -> TimePeriod | None:
    """Parse a text that is one period in words of any language; ``None`` when it is not, or leaves something open.

    >>> [str(parse_period_text(text)) for text in ("June 5, 2020", "2020年1月", "январь 2020 года", "GDP 2020")]
    ['2020-06-05', '2020-01', '2020-01', 'None']
    """
    sentence = tag_sentence(text, detect_language(text))
    found = find_periods(sentence, None)
    if len(found) != 1 or found[0].first or found[0].is_inferred:
        return None
    rest = {sentence.key(at) for at in range(found[0].last, len(sentence))}
    return found[0].period if rest <= sentence.words.before_its_year | {"."} else None


def find_periods(marked: TaggedSentence, published: date | None) -> list[Mention]:
    """Find the times named in a sentence, in order."""
    found: list[Mention] = []
    index = 0
    while index < len(marked):
        mention = _mention_at(marked, index, published)
        if mention is None:
            index += 1
        else:
            found.append(mention)
            index = max(mention.last, index + 1)
    return found


def _mention_at(marked: TaggedSentence, index: int, published: date | None) -> Mention | None:
    word = marked.kind(index) is Kind.WORD
    if word and not marked.at(index, *_BEGIN) and marked.key(index) not in marked.vocabulary.number_starts:
        return None
    return (
        _unspaced_year_first(marked, index)
        or _with_year(marked, index, published)
        or _year(marked, index)
        or _years_ago(marked, index, published)
        or _relative(marked, index, published)
    )


# ------------------------------------------------------------------------------------------------- a part of a year


def _with_year(marked: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """A part of a year and the year after it; or the year before, or that of publication."""
    form = _form_at(marked, index)
    if form is None:
        return None
    at, last = form.last, form.last
    for _ in range(4):
        if is_year(marked, at) and not marked.at(at + 1, Role.PERCENT, Role.SCALE):
            return _made(index, at + 1, form.text.format(marked.tokens[at].text))
        if marked.key(at) not in marked.words.before_its_year and marked.key(at) not in (",", "."):
            break
        at += 1
    if form.text == "{}":
        return None
    if is_year(marked, index - 1) or (_ties_year(marked, index - 1) and is_year(marked, index - 2)):
        year = marked.tokens[index - 1 if is_year(marked, index - 1) else index - 2].text
        return _made(index, last, form.text.format(year))
    return _latest(index, last, form.text, published)


def _ties_year(marked: TaggedSentence, index: int) -> bool:
    """Whether a token ties a year before it to what follows: ``2025's third quarter``."""
    return marked.key(index) == "'" or marked.key(index) in marked.words.year_mark_unspaced


def _form_at(marked: TaggedSentence, index: int) -> _Form | None:
    return (
        _quarter_or_half(marked, index) or _months_together(marked, index) or _day_or_month(marked, index)
        or _unspaced_form(marked, index)
    )  # fmt: skip


def _quarter_or_half(marked: TaggedSentence, index: int) -> _Form | None:
    if match := marked.at(index, Role.Q):
        return _Form(match.end, f"{{}}-Q{match.value}") if marked.tokens[index].text.isupper() else None
    if match := marked.at(index, Role.H):
        return _Form(match.end, f"{{}}-S{match.value}") if marked.tokens[index].text.isupper() else None
    ordinal = marked.at(index, Role.ORDINAL)
    if ordinal is None:
        return None
    at = ordinal.end + (marked.key(ordinal.end) in marked.words.kinds_of_year or marked.key(ordinal.end) == "-")
    if quarter := marked.at(at, Role.QUARTER):
        return _Form(quarter.end, f"{{}}-Q{ordinal.value}")
    if (half := marked.at(at, Role.HALF)) and ordinal.value <= 2 and marked.key(ordinal.start) not in marked.words.last:
        return _Form(half.end, f"{{}}-S{ordinal.value}")
    return _first_months(marked, ordinal.end) if ordinal.value == 1 else None


def _first_months(marked: TaggedSentence, index: int) -> _Form | None:
    """``nine months`` after *first*, or «девять месяцев»."""
    number = read_number(marked, index)
    if number is None or not 2 <= number.value <= 11 or number.value != int(number.value):
        return None
    months = marked.at(number.end, Role.MONTHS)
    return _Form(months.end, f"{{}}-01-01/P{int(number.value)}M") if months else None


def _months_together(marked: TaggedSentence, index: int) -> _Form | None:
    """``January–September``; ``за девять месяцев``."""
    first = marked.at(index, Role.MONTH)
    if first is not None and _is_month(marked, index):
        at = first.end
        joint = marked.key(at) in marked.words.between_months or marked.key(at) in _DASHES
        if is_year(marked, at) and marked.key(at + 1) in _DASHES:
            return None
        second = marked.at(at + 1, Role.MONTH) if joint else None
        if second is not None and second.value > first.value and marked.key(at) not in marked.words.and_:
            return _Form(second.end, f"{{}}-{first.value:02d}-01/P{second.value - first.value + 1}M")
        return None
    if marked.key(index - 1) in marked.words.over_months:
        return _first_months(marked, index)
    return None


def _is_month(marked: TaggedSentence, index: int) -> bool:
    """Where months have capitals, words without one are not months, nor is a verb that begins the sentence."""
    text = marked.tokens[index].text
    if not marked.language_of(index).has_capital_months or marked.has_han(index):
        return True
    return text[0].isupper() and not (index == 0 and text.lower() in marked.words.months_and_verbs)


def _day_or_month(marked: TaggedSentence, index: int) -> _Form | None:
    month = marked.at(index, Role.MONTH)
    if month is not None and _is_month(marked, index):
        day = _day(marked, month.end)
        if day and marked.language.has_month_first:
            return _Form(month.end + 1, f"{{}}-{month.value:02d}-{day:02d}")
        return _Form(month.end, f"{{}}-{month.value:02d}")
    day = _day(marked, index)
    month = marked.at(index + 1, Role.MONTH) if day else None
    if month is not None and _is_month(marked, index + 1):
        return _Form(month.end, f"{{}}-{month.value:02d}-{day:02d}")
    return None


def _day(marked: TaggedSentence, index: int) -> int:
    """The number of a day, or 0."""
    if marked.kind(index) is not Kind.NUMBER:
        return 0
    text = marked.tokens[index].text
    if not text.isdigit() or len(text) > 2 or marked.at(index + 1, Role.PERCENT, Role.SCALE, Role.MONEY):
        return 0
    return int(text) if 1 <= int(text) <= 31 else 0


# ---------------------------------------------------------------------------------------------------- without spaces


def _unspaced_form(marked: TaggedSentence, index: int) -> _Form | None:
    """``三季度``, ``前三季度``, ``上半年``, ``1至11月``, ``9月``, ``8月27日``."""
    if match := marked.at(index, Role.HALF_FIRST, Role.HALF_SECOND):
        return _Form(match.end, f"{{}}-S{1 if match.role is Role.HALF_FIRST else 2}")
    if marked.kind(index) not in (Kind.HAN, Kind.NUMBER):
        return None
    key, words = marked.key(index), marked.words
    is_first, together = key in words.first_character, key in words.together
    at = index + (is_first or together or key in words.ordinal_mark)
    if is_first and (quarter := marked.at(at, Role.QUARTER)):
        return _Form(quarter.end, "{}-Q1")
    number = read_number(marked, at)
    if number is None or not 1 <= number.value <= 31 or number.value != int(number.value):
        return None
    return _unspaced_unit(marked, index, number.end, int(number.value), together=together)


def _unspaced_unit(marked: TaggedSentence, index: int, end: int, value: int, *, together: bool) -> _Form | None:
    words = marked.words
    quarter = marked.at(end, Role.QUARTER)
    if quarter is not None and marked.has_han(end) and value <= 4:
        return _Form(quarter.end, f"{{}}-01-01/P{3 * value}M" if together and value > 1 else f"{{}}-Q{value}")
    if together and marked.key(end) in words.counter and marked.key(end + 1) in words.month_mark and value <= 11:
        return _Form(end + 2, f"{{}}-01-01/P{value}M")
    if marked.key(end) in _DASHES or marked.key(end) in words.between_months:
        second = read_number(marked, end + 1)
        if second is not None:
            is_span = marked.key(second.end) in words.month_mark and value < second.value <= 12
            months = f"{{}}-{value:02d}-01/P{int(second.value) - value + 1}M"
            return _Form(second.end + 1, months) if is_span else None
    if marked.key(end) not in words.month_mark or value > 12 or marked.key(index - 1) in words.counter:
        return None
    day = _day(marked, end + 1)
    if day and marked.key(end + 2) in words.day_mark:
        return _Form(end + 3, f"{{}}-{value:02d}-{day:02d}")
    return _Form(end + 1, f"{{}}-{value:02d}")


def _unspaced_year_first(marked: TaggedSentence, index: int) -> Mention | None:
    """``2025年6月``, ``2024年三季度``, ``去年三季度`` is left to the words for years."""
    if not is_year(marked, index) or marked.key(index + 1) not in marked.words.year_mark_unspaced:
        return None
    after = index + 2
    form = _unspaced_form(marked, after) if after < len(marked) else None
    if form is not None:
        return _made(index, form.last, form.text.format(marked.tokens[index].text))
    return _made(index, after, marked.tokens[index].text)


# ----------------------------------------------------------------------------------------------------------- years


def _year(marked: TaggedSentence, index: int) -> Mention | None:
    if not is_year(marked, index) or (marked.glued(index) and marked.kind(index - 1) is Kind.WORD):
        return None
    if marked.at(index + 1, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS) or marked.before(index, Role.MONEY):
        return None
    text = marked.tokens[index].text
    thing = marked.at(index + 1, Role.THING)
    if (
        thing is not None
        and not marked.at(index + 1, Role.SPAN)
        and marked.key(index + 1) not in marked.words.year_mark
    ):
        return None
    if marked.key(index + 1) in ("-", "–", "/") and marked.kind(index + 2) is Kind.NUMBER and marked.glued(index + 1):
        second = marked.tokens[index + 2].text
        if second.isdigit() and len(second) == 2 and int(second) == (int(text) + 1) % 100:
            return _made(
                index, index + 3, f"{text}-04-01/P12M" if marked.language.has_fiscal_years else f"{text}-01-01/P24M"
            )
        if is_year(marked, index + 2) and int(second) > int(text):
            return _made(index, index + 3, f"{text}-01-01/P{int(second) - int(text) + 1}Y")
    return _made(index, index + 1, text)


def _relative(marked: TaggedSentence, index: int, published: date | None) -> Mention | None:
    match = marked.at(index, Role.RELATIVE)
    if match is None or published is None:
        return None
    before = marked.key(index - 2) if marked.key(index - 1) in marked.words.article else marked.key(index - 1)
    if before in marked.words.before_compared_year:
        return None
    year = str(published.year + match.value)
    part = _form_at(marked, match.end) if marked.has_han(index) and match.end < len(marked) else None
    if part is not None:
        return _made(index, part.last, part.text.format(year), inferred=True)
    return _made(index, match.end, year, inferred=True)


def _years_ago(marked: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``two years ago``, «три года назад»: the calendar year so many before."""
    number = read_number(marked, index) if published is not None else None
    if number is None or published is None or not 2 <= number.value <= 50 or number.value != int(number.value):
        return None
    if marked.key(number.end) not in marked.words.year_nouns or marked.key(number.end + 1) not in marked.words.ago:
        return None
    return _made(index, number.end + 2, str(published.year - int(number.value)), inferred=True)


def find_later_period(marked: TaggedSentence, carried: Mention | None) -> Mention | None:
    """Find the time that is so much after the one the sentence before named: ``Four months later``.

    >>> from indicators.language.languages import tag_sentence
    >>> sentence = tag_sentence("Four months later 22 agreements were signed.")
    >>> str(find_later_period(sentence, Mention(0, 0, TimePeriod.parse("2025-05"))).period)
    '2025-09'
    """
    number = read_number(marked, 0) if len(marked) > 2 and carried is not None else None
    if number is None or carried is None or number.value != int(number.value) or not 1 <= number.value <= 99:
        return None
    unit, word = marked.key(number.end), marked.key(number.end + 1)
    if word not in marked.words.later:
        return None
    first = carried.period.first
    if unit in marked.words.month_nouns and carried.period.frequency in (Frequency.MONTHLY, Frequency.DAILY):
        months = first.year * 12 + first.month - 1 + int(number.value)
        return _made(0, number.end + 2, f"{months // 12:04d}-{months % 12 + 1:02d}", inferred=True)
    if unit in marked.words.year_nouns:
        return _made(0, number.end + 2, str(first.year + int(number.value)), inferred=True)
    return None


def _latest(index: int, last: int, text: str, published: date | None) -> Mention | None:
    """The form in the latest year in which it had begun when the text was published."""
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        mention = _made(index, last, text.format(year), inferred=True)
        if mention is not None and mention.period.first <= published:
            return mention
    return None


def _made(first: int, last: int, text: str, *, inferred: bool = False) -> Mention | None:
    try:
        return Mention(first, last, TimePeriod.parse(text), inferred)
    except PeriodError:
        return None  # 31 June
