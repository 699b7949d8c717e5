"""Parts of a year without the year: ``the first half``, ``nine months``, ``27 August``, ``前三季度``.

>>> from indicators.language.languages import tag_sentence
>>> read_spelled_part(tag_sentence("second quarter"), 0)
PartOfYear(last=2, text='{}-Q2')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind
from indicators.language.years import is_year

_DASHES: Final = frozenset("-–—")
_MONTHS_OF_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A time without its year: the forms of `TimePeriod` with ``{}`` for the year."""

    last: int
    text: str


def read_spelled_part(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """Read the part of a year that begins at a token.

    Args:
        sentence: The sentence.
        index: The token.
    """
    return (
        _quarter_or_half(sentence, index) or _months_together(sentence, index) or _day_or_month(sentence, index)
        or read_unspaced_part(sentence, index)
    )  # fmt: skip


def _quarter_or_half(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    for role, letter in ((Role.Q, "Q"), (Role.H, "S")):
        match = sentence.at(index, role)
        if match is not None and not _is_fiscal(sentence, index, match.end):
            return (
                PartOfYear(match.end, f"{{}}-{letter}{match.value}") if sentence.tokens[index].text.isupper() else None
            )
    ordinal = sentence.at(index, Role.ORDINAL)
    if ordinal is None:
        return _numbered_part(sentence, index)
    at = ordinal.end + (sentence.key(ordinal.end) in sentence.words.kinds_of_year or sentence.key(ordinal.end) == "-")
    if _is_fiscal(sentence, index, at + 1):
        return None  # nobody's quarter but the firm's
    quarter = sentence.at(at, Role.QUARTER)
    if quarter is not None and _ends_in_month(sentence, quarter.end):
        return None  # "the second quarter ended December 31" is that of the firm's own year
    if quarter is not None:
        return PartOfYear(quarter.end, f"{{}}-Q{ordinal.value}")
    is_last = sentence.key(ordinal.start) in sentence.words.last
    if (
        (half := sentence.at(at, Role.HALF))
        and ordinal.value <= 2
        and not is_last
        and not _is_of_month(sentence, half.end)
    ):
        return PartOfYear(half.end, f"{{}}-S{ordinal.value}")
    if (months_of_part := sentence.at(at, Role.MONTHS)) and months_of_part.value:  # *bimestre*
        count = int(months_of_part.value)
        first = (ordinal.value - 1) * count + 1
        return PartOfYear(at + 1, f"{{}}-{first:02d}-01/P{count}M") if first < _MONTHS_OF_YEAR else None
    months = _first_months(sentence, ordinal.end) if ordinal.value == 1 else None
    return None if months is not None and _is_fiscal(sentence, index, months.last) else months


def _is_of_month(sentence: TaggedSentence, index: int) -> bool:
    """Whether a half is that of a month: ``the first half of November``."""
    index += sentence.key(index) in sentence.words.of
    return sentence.at(index, Role.MONTH) is not None and _is_month(sentence, index)


def _ends_in_month(sentence: TaggedSentence, index: int) -> bool:
    """Whether *ended* with a month is behind a quarter, which tells the quarter better than its number."""
    is_ended = sentence.key(index) in sentence.words.span_ended - sentence.words.until
    return is_ended and any(sentence.at(at, Role.MONTH) for at in (index + 1, index + 2))


def _numbered_part(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """«1 полугодие», «во 2 квартале», «3-й квартал»: the ordinal in figures; not «за 2 квартала», which are two."""
    number, at, words = _day(sentence, index), index + 1, sentence.words
    if not number or not sentence.language.is_inflected:
        return None
    at += 2 * (sentence.key(at) in _DASHES and sentence.key(at + 1) in words.ordinal_endings)
    for role, letter, count in ((Role.QUARTER, "Q", 4), (Role.HALF, "S", 2)):
        part = sentence.at(at, role)
        is_counted = part is not None and sentence.key(part.start) in words.counted_parts
        is_count = is_counted and number > 1 and sentence.key(index - 1) in words.over_months & words.before_year
        if part is not None and number <= count and not is_count:
            return PartOfYear(part.end, f"{{}}-{letter}{number}")
    return None


def _is_fiscal(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether words call a part of a year fiscal: ``fiscal third quarter``, ``third quarter of fiscal 2024``."""
    fiscal = sentence.vocabulary.pattern("fiscal")
    return any(fiscal.search(sentence.text(*span)) for span in ((max(0, first - 1), last), (last, last + 4)))


def _first_months(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """``nine months`` after *first*, or «девять месяцев»."""
    number = read_number(sentence, index)
    if number is None or not 2 <= number.value <= 11 or number.value != int(number.value):
        return None
    months = sentence.at(number.end, Role.MONTHS)
    if months is None and number.value <= 3 and (quarters := sentence.at(number.end, Role.QUARTER)):
        return PartOfYear(quarters.end, f"{{}}-01-01/P{3 * int(number.value)}M")
    return PartOfYear(months.end, f"{{}}-01-01/P{int(number.value)}M") if months else None


def _months_together(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """``January–September``; ``за девять месяцев``."""
    first = sentence.at(index, Role.MONTH)
    if first is not None and _is_month(sentence, index):
        at = first.end
        joint = sentence.key(at) in sentence.words.between_months | sentence.words.and_ | _DASHES
        if is_year(sentence, at) and sentence.key(at + 1) in _DASHES:
            return None
        second = sentence.at(at + 1, Role.MONTH) if joint else None
        is_span = sentence.key(at) not in sentence.words.and_ or sentence.key(index - 1) in sentence.words.between
        end = at + 1 if second is None else second.end
        is_span = (
            is_span or sentence.vocabulary.pattern("taken_together").match(sentence.text(end, end + 2)) is not None
        )
        months = second.value - first.value + 1 if second is not None and is_span else 0
        if second is None or months < 2 or (months == 2 and sentence.before(index - 1, Role.PERCENT)):
            return None  # "rose 0.3% from March to April"
        return PartOfYear(second.end, f"{{}}-{first.value:02d}-01/P{months}M")
    if sentence.key(index - 1) in sentence.words.over_months:
        return _first_months(sentence, index)
    return _number_of_first_months(sentence, index)


def _number_of_first_months(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """``neuf premiers mois``: the ordinal behind the number."""
    number = read_number(sentence, index)
    first = sentence.at(number.end, Role.ORDINAL) if number is not None else None
    months = sentence.at(first.end, Role.MONTHS) if first is not None and first.value == 1 else None
    if number is None or months is None or not 2 <= number.value <= 11 or number.value != int(number.value):
        return None
    return PartOfYear(months.end, f"{{}}-01-01/P{int(number.value)}M")


def _is_month(sentence: TaggedSentence, index: int) -> bool:
    """Where months have capitals, words without one are not months, nor is a verb that begins the sentence."""
    text = sentence.tokens[index].text
    if not sentence.language_of(index).has_capital_months or sentence.has_han(index):
        return True
    is_verb = index == 0 and text.lower() in sentence.words.months_and_verbs and not _is_whose(sentence, index + 1)
    return text[0].isupper() and not is_verb


def _is_whose(sentence: TaggedSentence, index: int) -> bool:
    """Whether what is behind a name shows that it is a month: ``May's gain``, ``March sales``, ``May 2024``."""
    if sentence.key(index) == "'" or is_year(sentence, index) or sentence.at(index, Role.RATE, Role.INDEX, Role.GROWTH):
        return True
    measures = ("nominal_measure", "real_measure")
    return any(sentence.vocabulary.pattern(name).fullmatch(sentence.key(index)) for name in measures)


def _day_or_month(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    month = sentence.at(index, Role.MONTH)
    if month is not None and _is_month(sentence, index):
        if quarter := sentence.at(month.end, Role.QUARTER):  # "the September quarter"
            first = month.value - 2
            return PartOfYear(quarter.end, f"{{}}-{first:02d}-01/P3M") if first > 0 else None
        if is_year(sentence, month.end) and sentence.at(month.end + 1, Role.QUARTER) and month.value % 3 == 0:
            return PartOfYear(month.end, f"{{}}-Q{month.value // 3}")  # "the December 2024 quarter"
        day = _day(sentence, month.end)
        if day and sentence.language.has_month_first:
            return PartOfYear(month.end + 1, f"{{}}-{month.value:02d}-{day:02d}")
        return PartOfYear(month.end, f"{{}}-{month.value:02d}")
    day = _day(sentence, index)
    at = index + 1 + (sentence.key(index + 1) in sentence.words.before_month)
    month = sentence.at(at, Role.MONTH) if day else None
    if month is not None and _is_month(sentence, at):
        return PartOfYear(month.end, f"{{}}-{month.value:02d}-{day:02d}")
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


def read_unspaced_part(sentence: TaggedSentence, index: int) -> PartOfYear | None:
    """``三季度``, ``前三季度``, ``上半年``, ``1至11月``, ``9月``, ``8月27日``."""
    if match := sentence.at(index, Role.HALF_FIRST, Role.HALF_SECOND):
        return PartOfYear(match.end, f"{{}}-S{1 if match.role is Role.HALF_FIRST else 2}")
    if sentence.kind(index) not in (Kind.HAN, Kind.NUMBER):
        return None
    key, words = sentence.key(index), sentence.words
    is_first, together = key in words.first_character, key in words.together
    at = index + (is_first or together or key in words.ordinal_mark)
    if is_first and (quarter := sentence.at(at, Role.QUARTER)):
        return PartOfYear(quarter.end, "{}-Q1")
    number = read_number(sentence, at)
    if number is None or not 1 <= number.value <= 31 or number.value != int(number.value):
        return None
    return _unspaced_unit(sentence, index, number.end, int(number.value), together=together)


def _unspaced_unit(sentence: TaggedSentence, index: int, end: int, value: int, *, together: bool) -> PartOfYear | None:
    words = sentence.words
    quarter = sentence.at(end, Role.QUARTER)
    if quarter is not None and sentence.has_han(end) and value <= 4:
        return PartOfYear(quarter.end, f"{{}}-01-01/P{3 * value}M" if together and value > 1 else f"{{}}-Q{value}")
    if together and sentence.key(end) in words.counter and sentence.key(end + 1) in words.month_mark and value <= 11:
        return PartOfYear(end + 2, f"{{}}-01-01/P{value}M")
    if sentence.key(end) in _DASHES or sentence.key(end) in words.between_months:
        second = read_number(sentence, end + 1)
        if second is not None:
            is_span = sentence.key(second.end) in words.month_mark and value < second.value <= 12
            months = f"{{}}-{value:02d}-01/P{int(second.value) - value + 1}M"
            return PartOfYear(second.end + 1, months) if is_span else None
    if sentence.key(end) not in words.month_mark or value > 12 or sentence.key(index - 1) in words.counter:
        return None
    day = _day(sentence, end + 1)
    if day and sentence.key(end + 2) in words.day_mark:
        return PartOfYear(end + 3, f"{{}}-{value:02d}-{day:02d}")
    end += sentence.key(end + 1) in words.behind_month_mark and sentence.at(end + 1, Role.SHARE) is None
    return PartOfYear(end + 1, f"{{}}-{value:02d}")
