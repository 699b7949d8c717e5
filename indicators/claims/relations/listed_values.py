"""The words that belong to each of several values in a list: ``Tavia has ⟦C0⟧, Orbis ⟦C1⟧ and Lumo ⟦C2⟧``.

What stands between two values belongs to the first up to the first comma or *and*, and to the second from there.

>>> sorted(stem_words("Lumo in 2021")), sorted(stem_words("上海市"))
(['2021', 'in', 'lum'], ['上海', '海市'])
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from indicators.claims.claim import Claim
from indicators.claims.relations.marked_sentences import MARK, Sentence
from indicators.language.languages import PerLanguage, tag_sentence
from indicators.language.numbers import read_number

_JOINT: Final = PerLanguage(lambda known: re.compile(rf"[,;:.(—–，；：、（]|{known.any_word('and_')}", re.IGNORECASE))
_WORD: Final = re.compile(r"[^\W\d_\u4e00-\u9fff]{2,}|(?:19|20)\d\d")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
_SHORT, _ENDING, _NAME = 3, 2, 2
_SMALL: Final = PerLanguage(lambda known: known.words.small | known.words.where_in | known.words.before_year)


def find_own_words(sentence: Sentence, values: Sequence[Claim]) -> list[frozenset[str]]:
    """Return for each value the stems of the words beside it that are beside no other."""
    marks = list(MARK.finditer(sentence.words))
    joint = _JOINT[sentence.language]
    around: dict[str, str] = {}
    end = 0
    for at, mark in enumerate(marks):
        gap = joint.split(sentence.words[end : mark.start()])
        ahead = gap[-1] if at == 0 or len(gap) == 1 else " ".join(gap[1:])
        ahead = " ".join(run[:_NAME] for run in _HAN.findall(ahead)[:1]) or ahead  # a Chinese name comes first
        following = marks[at + 1].start() if at + 1 < len(marks) else len(sentence.words)
        behind = joint.split(sentence.words[mark.end() : following])
        is_shared = len(behind) == 1 and at + 1 < len(marks)  # with the next, to which it belongs
        claim = sentence.claims[int(mark["number"])]
        around[claim.id] = f"{ahead} {'' if is_shared else behind[0]}"
        end = mark.end()
    stems = [stem_words(around.get(value.id, "")) - _SMALL[sentence.language] for value in values]
    counts = Counter(stem for words in stems for stem in words)
    return [frozenset(stem for stem in words if counts[stem] == 1) for words in stems]


def stem_words(text: str) -> frozenset[str]:
    """The words of a text without their endings, and its years; of Chinese, every two neighboring characters."""
    words = [word.casefold() for word in _WORD.findall(text)]
    pairs = [run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)]
    return frozenset(
        (*(word if word.isdigit() else word[: max(_SHORT, len(word) - _ENDING)] for word in words), *pairs)
    )


def share_stem(one: Collection[str], two: Collection[str]) -> bool:
    """Whether two texts have a word in common, given the stems of their words, which may be cut at different places.

    >>> share_stem(stem_words("услуги"), stem_words("половина услуг"))
    True
    """
    return any(first.startswith(second) or second.startswith(first) for first in one for second in two)


def names_number(words: str, number: int, language: str) -> bool:
    """Whether words have a number as a word.

    >>> names_number("The prices of the four hotels were", 4, "en")
    True
    """
    tagged = tag_sentence(words, language)
    found = (read_number(tagged, at) for at in range(len(tagged)))
    return any(one is not None and one.in_words and one.value == number for one in found)


def begin_words(text: str) -> set[str]:
    """The beginnings of the words of a text, five letters each.

    >>> sorted(begin_words("Visitors from abroad"))
    ['abroa', 'from', 'visit']
    """
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}
