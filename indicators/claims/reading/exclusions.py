"""Numbers that are no figures: dates, times, names, versions, telephone numbers, lengths of time, marks of lists.

Each rule looks at a few tokens around the number and gives the reason in words for the reader, or ``None``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind

__all__ = ["LINKS", "exclude_date", "exclude_name", "exclude_sequence", "is_year"]

LINKS: Final = re.compile(
    r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|\b[a-z\d-]{2,40}\.(?:com|org|net|ru|cn|io|gov|eu|de|uk|info)\b(?:/\S*)?"
)
_HYPHENS: Final = frozenset("-–—")
_OF_A_YEAR: Final = frozenset(("mid", "post", "pre", "early", "late", "end"))
_YEAR: Final = re.compile(r"(?:19[3-9]\d|20\d\d|2100)")
_ATTRIBUTES: Final = frozenset(("megawatts", "gigawatts", "kilowatts", "hectares", "tonnes", "barrels", "acres"))
_ORDINALS: Final = frozenset("st nd rd th g d k s x й го м му ый ой ая я е х ти летие".split())


def is_year(marked: TaggedSentence, index: int) -> bool:
    """Whether a token is a number that reads as a calendar year."""
    return marked.kind(index) is Kind.NUMBER and _YEAR.fullmatch(marked.tokens[index].text) is not None


def exclude_date(marked: TaggedSentence, index: int, end: int) -> str | None:
    """Whether the number from ``index`` to ``end`` is a day, a year, a time of day or a length of time."""
    text = marked.tokens[index].text
    thing = marked.at(end, Role.THING)
    if thing is not None and (thing.end > end + 1 or (thing.value == "index points" and Decimal(_plain(text)) > 24)):
        time = marked.at(end, Role.SPAN, Role.QUARTER)
        if time is None or time.end < thing.end or thing.value == "index points":
            return None  # кв. м is no quarter, 26572点 no time of day
    small = marked.kind(index) is Kind.NUMBER and text.isdigit() and int(text[:4]) <= 31 and len(text) <= 2
    if small and (_month_beside(marked, index, end) or _day_of_a_list(marked, index, end)):
        return "a date"
    if marked.kind(index) is Kind.NUMBER and _is_clock(marked, index, end):
        return "a time of day or a ratio"
    after = _past_adjectives(marked, end)
    if is_year(marked, index) and _stands_as_year(marked, index, end):
        return "a year"
    if marked.at(end, Role.SPAN) or marked.at(after, Role.SPAN):
        return None if _is_share_of_time(marked, end) else "a length of time or a date"
    if marked.key(end) in _HYPHENS and marked.glued(end) and marked.at(end + 1, Role.SPAN, Role.MONTHS):
        return "a length of time"
    return "a length of time or a date" if marked.at(end, Role.MONTHS, Role.QUARTER, Role.HALF) else None


def _plain(text: str) -> str:
    digits = "".join(character for character in text if character.isdigit())[:9]
    return digits or "0"


def _month_beside(marked: TaggedSentence, index: int, end: int) -> bool:
    key = marked.key(end)
    if key == "may" and marked.tokens[end].text == "May":  # else it is the verb
        return True
    if key not in ("may", "mar") and marked.at(end, Role.MONTH):
        return True
    before = marked.before(index, Role.MONTH)
    if before is not None and marked.tokens[before.start].text[:1].isupper() and marked.language != "ru":
        return marked.at(end, Role.SCALE, Role.PERCENT, Role.MONEY) is None
    both = marked.key(end) in _HYPHENS or marked.key(end) in ("and", "и", "по", "to", "до")
    return both and marked.kind(end + 1) is Kind.NUMBER and marked.at(end + 2, Role.MONTH) is not None


def _day_of_a_list(marked: TaggedSentence, index: int, end: int) -> bool:
    """The second day of ``September 25–29``."""
    if marked.key(index - 1) not in _HYPHENS or marked.kind(index - 2) is not Kind.NUMBER:
        return False
    return marked.before(index - 2, Role.MONTH) is not None and marked.at(end, Role.PERCENT, Role.SCALE) is None


def _is_clock(marked: TaggedSentence, index: int, end: int) -> bool:
    def beside(at: int, other: int) -> bool:
        return marked.key(at) == ":" and marked.kind(other) is Kind.NUMBER and marked.tokens[other].text.isdigit()

    if beside(end, end + 1) and marked.glued(end) and marked.glued(end + 1):
        return True
    return beside(index - 1, index - 2) and marked.glued(index) and marked.glued(index - 1)


def _stands_as_year(marked: TaggedSentence, index: int, end: int) -> bool:
    """A number of four digits is a year unless it has a unit, a scale or a noun."""
    if marked.at(end, Role.SPAN) is not None or marked.key(end) in ("年", "г"):
        return True
    if marked.at(end, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS, Role.BPS) is not None:
        return False
    if marked.before(index, Role.MONEY) is not None and not marked.tokens[index - 1].text.isalpha():
        return False
    thing = marked.at(end, Role.THING)
    return thing is None or (marked.kind(end) is not Kind.HAN and _preposition_before(marked, index))


def _preposition_before(marked: TaggedSentence, index: int) -> bool:
    return marked.key(index - 1) in frozenset("in since by of until from for through в с за до на к от после".split())


def _is_share_of_time(marked: TaggedSentence, end: int) -> bool:
    return marked.at(end, Role.PERCENT, Role.SCALE, Role.MONEY) is not None


def _past_adjectives(marked: TaggedSentence, end: int) -> int:
    """The token after a word such as consecutive, straight, рабочих, полных that stands before a length of time."""
    if marked.kind(end) is Kind.WORD and marked.at(end + 1, Role.SPAN) and marked.at(end, Role.SPAN) is None:
        unit = marked.at(end, Role.SCALE, Role.PERCENT, Role.MONEY, Role.THING, Role.POINTS, Role.BPS)
        small = marked.key(end) in _BETWEEN_TIMES
        return end + 1 if unit is None and small else end
    return end


_BETWEEN_TIMES: Final = frozenset(
    "full whole more consecutive straight successive last past calendar trading working business fiscal long good "
    "additional полных последних ближайших прошедших первых рабочих календарных с".split()
)


def exclude_name(marked: TaggedSentence, index: int, end: int) -> str | None:
    """Whether the number belongs to a name, a version, a rank or a reference: ``GPT-4``, ``Section 4.2``, ``5G``."""
    if marked.glued(index) and _sticks_to_a_word(marked, index):
        return "part of a name"
    if marked.kind(end) is Kind.WORD and marked.glued(end) and _sticks_to_what_follows(marked, end):
        return "part of a name or an ordinal"
    if (
        marked.key(end) in _HYPHENS
        and marked.glued(end)
        and marked.glued(end + 1)
        and marked.kind(end + 1) is Kind.WORD
    ):
        return _adjective(marked, end + 1)
    if marked.key(index - 1) == "the" and marked.key(end) in _SUPERLATIVES:
        return "names a group"
    if "比" in (marked.key(end), marked.key(index - 1)) and Kind.NUMBER is marked.kind(
        end + 1 if marked.key(end) == "比" else index - 2
    ):
        return "a ratio of two numbers"
    if _has_unit(marked, index, end):
        return None
    if marked.before(index, Role.NAME) is not None or marked.key(index - 1) in ("#", "№"):
        return "part of a name or a reference"
    if marked.key(index - 1) == "第" or marked.key(index - 1) in ("届", "版"):
        return "an ordinal"
    return _after_a_capital(marked, index)


_SUPERLATIVES: Final = frozenset(
    "largest biggest richest poorest leading top wealthiest most major best smallest worst main".split()
)


def _sticks_to_a_word(marked: TaggedSentence, index: int) -> bool:
    before = index - 1
    if marked.kind(before) is Kind.WORD:
        return marked.before(index, Role.MONEY) is None and marked.kind(index) is not Kind.HAN
    hyphenated = marked.key(before) in _HYPHENS and marked.glued(before) and marked.kind(before - 1) is Kind.WORD
    return hyphenated and marked.kind(index) is Kind.NUMBER and marked.key(before - 1) not in _OF_A_YEAR


def _sticks_to_what_follows(marked: TaggedSentence, end: int) -> bool:
    key = marked.key(end)
    if key in ("k", "m", "b", "x"):
        return marked.glued(end + 1) and marked.kind(end + 1) in (Kind.NUMBER, Kind.WORD)
    unit = marked.at(
        end, Role.SCALE, Role.MONEY, Role.THING, Role.PER_DAY, Role.POINTS, Role.BPS, Role.TIMES, Role.PERCENT
    )
    return key in _ORDINALS or unit is None


def _adjective(marked: TaggedSentence, word: int) -> str | None:
    """What a hyphen ties to the number: ``30-year`` is none, ``25-percent`` and ``$40-billion`` are figures."""
    if marked.at(word, Role.SCALE, Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES, Role.DOUBLE) or marked.key(
        word
    ) in ("odd", "strong"):
        return None
    if marked.key(word).startswith(("процентн", "миллион", "миллиард", "кратн", "тысячн")):
        return None
    if marked.at(word, Role.SPAN, Role.MONTHS, Role.YEAR):
        return "a length of time or a date"
    thing = marked.at(word, Role.THING) or marked.at(word, Role.MONEY)
    if thing is not None and (thing.value in _ATTRIBUTES or thing.role is Role.MONEY):
        return None
    singular = marked.key(word)
    if singular in (
        "megawatt",
        "gigawatt",
        "hectare",
        "tonne",
        "acre",
        "barrel",
        "dollar",
        "euro",
        "yuan",
        "ruble",
        "rouble",
    ):
        return None
    return "part of an adjective"


def _has_unit(marked: TaggedSentence, index: int, end: int) -> bool:
    unit = marked.at(end, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS, Role.BPS, Role.TENTHS)
    sign = marked.before(index, Role.MONEY)
    return unit is not None or (sign is not None and not marked.tokens[sign.start].text.islower())


def _after_a_capital(marked: TaggedSentence, index: int) -> str | None:
    """A bare number after a capitalised word within the sentence: ``Boeing 737``, ``RIF 2025``, ``S&P 500``."""
    before = index - 1
    if (
        before < 0
        or marked.kind(index) is not Kind.NUMBER
        or marked.kind(before) is not Kind.WORD
        or marked.glued(index)
    ):
        return None
    word = marked.tokens[before].text
    if not word[0].isupper() or (before == 0 and not word.isupper()) or marked.at(index + 1, Role.THING, Role.PER_DAY):
        return None
    if marked.at(before, Role.MONTH, Role.BEFORE, Role.RISE, Role.FALL, Role.SAY, Role.BY, Role.OF) is not None:
        return None
    return "part of a name" if len(marked.tokens[index].text) <= 4 or word.isupper() else None


def exclude_sequence(marked: TaggedSentence, index: int, end: int) -> tuple[str, int] | None:
    """Telephone numbers, dates in figures, marks of lists and of footnotes: the reason and the token after it."""
    if (
        index == 0
        and marked.key(end) in (")", ".")
        and end == 1
        and marked.glued(end)
        and len(marked.tokens[0].text) <= 2
    ):
        return "the mark of a list", end + 1
    if marked.key(index - 1) == "[" and marked.key(end) == "]":
        return "the mark of a footnote", end
    last, parts = end, 1
    while marked.key(last) in ("-", "/", "–") and marked.glued(last) and marked.glued(last + 1):
        if marked.kind(last + 1) is not Kind.NUMBER:
            break
        last, parts = last + 2, parts + 1
    if parts >= 3:
        return "a telephone number or a date in figures", last
    slash = parts == 2 and marked.key(end) == "/"
    if slash and not marked.at(last, Role.PERCENT, Role.SCALE, Role.THING):
        return "a fraction, a date or a fiscal year", last
    opened = marked.key(end) == "(" and marked.kind(end + 1) is Kind.NUMBER and marked.key(end + 2) == ")"
    if opened and marked.kind(end + 3) is Kind.NUMBER and not marked.at(end + 1, Role.YEAR):
        return exclude_sequence(marked, end + 3, end + 4) or ("a telephone number", end + 4)
    return None
