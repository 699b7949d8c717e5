"""Which numbers of a sentence are calendar years: four digits, and before 1930 only where the words around say so.

>>> from indicators.language.languages import tag_sentence
>>> sentence = tag_sentence("In 1913 it made 1850 tons, in June, 1925 it made 1913 tons, and 2024 was a record.")
>>> [token.text for index, token in enumerate(sentence.tokens) if is_year(sentence, index)]
['1913', '1925', '2024']
"""

from __future__ import annotations

import re
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind

_YEAR: Final = re.compile(r"(?:19[3-9]\d|20\d\d|2100)")
_DASHES: Final = frozenset("-–—")
_ROUND: Final = 50
_OLD_YEAR: Final = re.compile(r"(?:1[6-8]\d\d|19[0-2]\d)")


def is_year(sentence: TaggedSentence, index: int) -> bool:
    """Whether a token is a number that reads as a calendar year."""
    if sentence.kind(index) is not Kind.NUMBER:
        return False
    text = sentence.tokens[index].text
    if _YEAR.fullmatch(text) is not None and _is_level(sentence, index):
        return False
    return _YEAR.fullmatch(text) is not None or (_OLD_YEAR.fullmatch(text) is not None and _is_dated(sentence, index))


def _is_level(sentence: TaggedSentence, index: int) -> bool:
    """Whether it is the first of two levels, the second of which has a unit: ``2000 to 2300 euros``.

    Before a noun the second may be a year too, as in ``from 2015 to 2020 firms closed``, if it reads as one.
    """
    words, at = sentence.words, index + 2
    joints = words.range_to | words.to_level | _DASHES
    if sentence.key(index + 1) not in (joints | words.and_ if sentence.key(index - 1) in words.between else joints):
        return False
    if sentence.kind(at) is not Kind.NUMBER or not sentence.tokens[at].text.isdigit():
        return False
    texts = [sentence.tokens[place].text for place in (index, at)]
    if len(texts[0]) != len(texts[1]) or sentence.at(at + 1, Role.SPAN):
        return False
    begins = sentence.key(index - 1) in words.from_level | words.from_if_changed
    is_round = begins and all(int(text) % _ROUND == 0 for text in texts)
    is_surely_level = is_round or _YEAR.fullmatch(texts[1]) is None
    roles = (Role.MONEY, Role.SCALE, Role.PERCENT, *((Role.THING,) if is_surely_level else ()))
    return sentence.at(at + 1, *roles) is not None


def _is_dated(sentence: TaggedSentence, index: int) -> bool:
    """Whether the words around make a number a year, however early: ``in 1913``, ``June, 1925``, «1913 году»."""
    words = sentence.words
    if sentence.key(index + 1) in words.year_mark | words.year_mark_unspaced | words.year_nouns:
        return True
    at = index - (sentence.key(index - 1) == ",")
    if sentence.before(at, Role.MONTH) is not None or sentence.before(index, Role.SINCE) is not None:
        return True
    small = words.and_ | words.before_year | words.lead
    is_alone = sentence.kind(index + 1) is not Kind.WORD or sentence.key(index + 1) in small
    return is_alone and sentence.key(index - 1) in words.where_in & words.before_year


def is_bare_year(sentence: TaggedSentence, index: int) -> bool:
    """Whether a year right before a noun is one, and no count of it: a count is round or has a qualifier."""
    return int(sentence.tokens[index].text) % _ROUND != 0 and sentence.before(index, Role.BEFORE) is None


def find_span_end(sentence: TaggedSentence, index: int) -> int | None:
    """Find the last year of a span whose first is at a token: ``between 2015 and 2020``, ``2015年至2020年``."""
    words = sentence.words
    is_marked = sentence.at(index + 1, Role.YEAR) is not None or sentence.key(index + 1) in words.year_mark_unspaced
    at = index + 1 + is_marked
    joint, opening = sentence.key(at), sentence.key(index - 1)
    if joint in words.and_:
        is_span = opening in words.between
    else:
        is_span = joint in words.range_to | words.between_months and (
            not sentence.language.is_spaced or opening in words.from_if_changed | words.from_level
        )
    return at + 1 if is_span and is_year(sentence, index) and is_year(sentence, at + 1) else None


def ends_span_of_years(sentence: TaggedSentence, index: int) -> bool:
    """Whether a token is the second year of ``between 2015 and 2020``, whatever noun follows."""
    return any(find_span_end(sentence, index - back) == index for back in (2, 3))
