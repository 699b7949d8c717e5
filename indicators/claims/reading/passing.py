"""Countries that a sentence names only in passing: in a relative clause, or for the cause of what its figures say.

``Toyota, which also sells in China, earned 3 trillion yen``; ``Profit fell 3% amid a dispute with Iran``. What a clause
with figures of its own names is left to them.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.languages import tag_sentence
>>> def left(text, word):
...     sentence = tag_sentence(text)
...     named = [("XXX", [token.text for token in sentence.tokens].index(word))]
...     return leave_out_passing(sentence, find_figures(sentence)[0], named) == named
>>> left("The firm, which also sells in China, earned 3 million euros.", "China")
False
>>> left("The firm earned 3 million euros, amid tensions in China.", "China"), left("In China it earned 3%.", "China")
(False, True)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import read_number

_END: Final = re.compile(r"[,;:()。，；—–]")


def leave_out_passing(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], areas: list[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Leave out the areas that are named only in passing.

    Args:
        sentence: The sentence.
        figures: Its figures.
        areas: The areas it names, each with its token.
    """
    clauses = _find_clauses(sentence, figures) if areas and figures else []
    return [
        (code, at) for code, at in areas if not any(start <= sentence.tokens[at].start < end for start, end in clauses)
    ]


def _find_clauses(sentence: TaggedSentence, figures: Sequence[ParsedFigure]) -> list[tuple[int, int]]:
    """Where the clauses without figures begin and end that are not about what the sentence is about."""
    view, first, last = sentence.view, sentence.tokens[0].start, sentence.tokens[-1].end
    places = [sentence.tokens[figure.first].start for figure in figures]
    found: list[tuple[int, int]] = []
    for name in ("relative", "in_passing"):
        for opening in sentence.vocabulary.pattern(name).finditer(view, first, last):
            closing = _END.search(view, opening.end(), last)
            end = closing.start() if closing is not None else last
            if not any(opening.start() <= place < end for place in places):
                found.append((opening.start(), end))
    return found


def is_number_of_members(sentence: TaggedSentence, index: int) -> bool:
    """Whether only some countries of the group named at a token are meant: ``six countries of the EU``.

    Args:
        sentence: The sentence.
        index: The first token of the name of a group of countries.
    """
    start = index - (sentence.key(index - 1) in sentence.words.article)
    start -= sentence.key(start - 1) in sentence.words.of
    before, behind = sentence.before(start, Role.THING), sentence.at(index + 1, Role.THING)
    if before is not None and before.value == "countries":
        return read_number(sentence, before.start - 1) is not None
    is_named = behind is not None and behind.value == "countries"
    return is_named and read_number(sentence, index - 1) is not None
