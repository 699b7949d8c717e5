"""English number words and fractions: ``twenty-two``, ``two thirds``, ``a third``, ``every fifth``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from indicators.language.fractions import Fraction, make_fraction
from indicators.language.lexicon import Role
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind, Token

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

ENGLISH_NUMBERS: Final = {
    **dict(zip("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
               "seventeen eighteen nineteen".split(), range(1, 20), strict=True)),
    **dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    "dozen": 12,
}  # fmt: skip
_DENOMINATORS: Final = {
    word: number
    for number, words in (
        (2, "half halves"), (3, "third thirds"), (4, "fourth fourths quarter quarters"), (5, "fifth fifths"),
        (6, "sixth sixths"), (7, "seventh sevenths"), (8, "eighth eighths"), (10, "tenth tenths"),
    )
    for word in words.split()
}  # fmt: skip
_ARTICLES: Final = frozenset(("a", "an", "one"))
ENGLISH_FRACTIONS: Final = _ARTICLES | {"every"} | _DENOMINATORS.keys()
_RANKS: Final = frozenset("third fourth fifth sixth seventh eighth tenth quarter".split())
_BEFORE_RANK: Final = frozenset("first second last latter third fourth other this next each per every".split())
_HALVES: Final = frozenset("quarter quarters half halves".split())
_AFTER_QUARTER: Final = frozenset("year time hour day century decade price term way results earnings".split())
_AFTER_FRACTION: Final = frozenset(
    "of from to in since year on while , . ; the compared last this live lives work works are is were was "
    "have has use uses "
    "go goes come comes lies lie".split()
) | {""}


def read_english_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number below a thousand; larger scales are phrases, not part of it."""
    total, end, seen = 0, index, False
    while end < len(tokens) and end - index < 8:
        key = tokens[end].key
        if key in ENGLISH_NUMBERS and not (seen and total % 10 and total % 100 < 20):
            total, end, seen = total + ENGLISH_NUMBERS[key], end + 1, True
        elif key == "hundred" and 0 < total < 100:
            total, end = total * 100, end + 1
        elif seen and key in ("-", "and") and _continues(tokens, end, total, key):
            end += 1
        else:
            break
    if seen and (behind := _end_of_half(tokens, end)):
        return Number.of_words(total + Decimal("0.5"), behind)
    return Number.of_words(Decimal(total), end) if seen else None


def _end_of_half(tokens: Sequence[Token], end: int) -> int:
    """The token behind the half of ``two and a half million``; 0 if there is none."""
    keys = [token.key for token in tokens[end : end + 7] if token.key != "-"]
    if keys[:3] != ["and", "a", "half"] or keys[3:4] == ["of"]:
        return 0
    return next(at for at in range(end, end + 6) if tokens[at].key == "half") + 1


def _continues(tokens: Sequence[Token], index: int, total: int, key: str) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.key not in ENGLISH_NUMBERS:
        return False
    if key == "-":
        return following.glued and total % 100 >= 20 and total % 10 == 0 and ENGLISH_NUMBERS[following.key] < 10
    return total >= 100 and total % 100 == 0


def read_english_fraction(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read a fraction at a token."""
    if sentence.kind(index) is not Kind.WORD:
        return None
    return _every(sentence, index) or _in_words(sentence, index)


def _in_words(sentence: TaggedSentence, index: int) -> Fraction | None:
    """``a third``, ``two thirds``, ``half a million``."""
    at, numerator = index, 1
    if sentence.key(index) in _ARTICLES:
        at = index + 1
    elif number := _small(sentence, index):
        at, numerator = index + 1, number
    at += at > index and sentence.key(at) == "-" and sentence.glued(at)
    word = sentence.key(at)
    if word not in _DENOMINATORS or sentence.at(at + 1, Role.SPAN) or (word in _RANKS and at == index):
        return None  # half an hour; an ordinal without an article is a rank
    if not _is_part(sentence, index, at, numerator):
        return None
    return make_fraction(sentence, at + 1, numerator, _DENOMINATORS[word])


def _small(sentence: TaggedSentence, index: int) -> int | None:
    number = read_number(sentence, index)
    return int(number.value) if number is not None and number.value <= 9 and number.end == index + 1 else None


def _is_part(sentence: TaggedSentence, index: int, at: int, numerator: int) -> bool:
    """Whether it is a part and not a rank, a quarter of the year or a half of a match."""
    word, before, after = sentence.key(at), sentence.key(index - 1), sentence.key(at + 1)
    compared = sentence.at(at + 1, Role.MORE, Role.LESS) is not None
    if before in _BEFORE_RANK or (before == "-" and sentence.key(index - 2) in _BEFORE_RANK):
        return False  # "first half", "first-half"
    if word in _HALVES:
        is_time = sentence.at(at + 1, Role.SPAN, Role.YEAR) or (before in ("the", "in") and word == "quarter")
        is_time = is_time or (word == "quarters" and (at == index or (before in ("the", "all") and after != "of")))
        is_time = is_time or (word == "quarter" and after != "of" and not compared and _is_figure(sentence, index))
        if is_time or (after == "-" and sentence.glued(at + 1)) or after in _AFTER_QUARTER:
            return False
        return not (word == "quarters" and numerator > 4)
    if at == index + 1 and sentence.key(index) in ("a", "an"):
        return after in _AFTER_FRACTION or compared
    return True


def _is_figure(sentence: TaggedSentence, end: int) -> bool:
    """Whether a figure or what it counts ends there: ``162 a quarter``, ``30 new shops a quarter``."""
    if sentence.at(end - 1, Role.MONEY, Role.PERCENT, Role.SCALE):
        return True
    number = next((at for at in range(end - 1, max(end - 4, -1), -1) if sentence.kind(at) is not Kind.WORD), -1)
    is_year = len(sentence.key(number)) == 4 and sentence.key(number).startswith(("19", "20"))
    return sentence.kind(number) is Kind.NUMBER and not is_year


def _every(sentence: TaggedSentence, index: int) -> Fraction | None:
    ordinal = sentence.key(index + 1)
    fits = sentence.key(index) == "every" and ordinal in ("third", "fourth", "fifth", "tenth")
    if not fits or sentence.at(index + 2, Role.SPAN):
        return None
    return make_fraction(sentence, index + 2, 1, _DENOMINATORS[ordinal])
