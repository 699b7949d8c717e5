"""What each area that a sentence names is there for: subject, place of a part, other side, or named in passing.

Only a subject is the area of all figures and is left to the sentences behind. The place of a part is that of its figure
alone: ``It has 900 shops, 600 of them in Austria``. What a relative clause or the cause of something names is nobody's:
``Toyota, which also sells in China, earned 3 trillion yen``; ``Profit fell 3% amid a dispute with Iran``.

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
>>> is_of_part(tag_sentence("It has 900 shops, 600 of them in Austria"), 9)
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.claims.reading.counterparts import (
    has_share,
    is_counterpart,
    is_only_whole,
    is_ranked_among,
    is_receiver,
    is_share_of_world,
)
from indicators.claims.reading.report_times import find_end_of_places
from indicators.language.areas import ELSEWHERE, AreaFinder
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

_END: Final = re.compile(r"[,;:()。，；—–]")
_NEAR: Final = 5  # tokens between a figure of a list of parts and its place
_LONGEST_OFFICE: Final = 6  # tokens
_BESIDE: Final = 4  # tokens from a place to its figure behind
_MARKS: Final = frozenset(",，、:")
_TIMES: Final = (Role.YEAR, Role.MONTH, Role.QUARTER, Role.HALF, Role.SPAN, Role.WEEKDAY)


def find_named_areas(
    sentence: TaggedSentence, finder: AreaFinder, *, is_set: bool = False
) -> tuple[list[tuple[str, int]], list[str]]:
    """Find the areas that a sentence names, each with its token, and those of them that are its subjects.

    Args:
        sentence: The sentence.
        finder: Finds the areas.
        is_set: Whether the sentences before it are about an area, which then is that of offices that each country has.
    """
    found = finder.find(sentence.tokens)
    if is_set:
        found = [(code, at) for code, at in found if not _is_common_office(sentence, at)]
    areas = [
        (ELSEWHERE if code in finder.groups and is_number_of_members(sentence, at) else code, at)
        for code, at in found
        if not is_only_whole(sentence, code, at, found) and not is_ranked_among(sentence, at)
    ]
    end = find_end_of_places(sentence, [index for _, index in areas]) if areas else 0
    areas = [(code, index) for code, index in areas if index >= end]
    if len(areas) == 1 and is_receiver(sentence, areas[0][1]):
        return areas, [areas[0][0]]
    is_list = bool(areas) and has_share(sentence, areas[0][1])  # "China took 38%, followed by Egypt with 14%"
    subjects = [] if is_list else [
        code for code, index in areas
        if not is_counterpart(sentence, index) and not is_share_of_world(sentence, code, index)
        and not is_of_part(sentence, index)
    ]  # fmt: skip
    return areas, subjects


def _is_common_office(sentence: TaggedSentence, index: int) -> bool:
    offices = sentence.words.common_offices
    return any(sentence.text(index, end) in offices for end in range(index + 1, index + _LONGEST_OFFICE))


def is_of_part(sentence: TaggedSentence, index: int, *, floor: int = 0) -> bool:
    """Whether a place is that of a part: ``900 shops, 600 of them in Austria``, ``Of 900 shops, 600 are in Austria``.

    Args:
        sentence: The sentence.
        index: The first token of its name.
        floor: The first token that may begin the part.
    """
    first, start = sentence.tokens[floor].start, sentence.tokens[index].start
    mark = max((mark for mark in _find_marks_of_parts(sentence) if first <= mark <= start), default=None)
    if mark is None or any(token.text in ";；" for token in sentence.tokens if mark <= token.start < start):
        return False
    numbers = [at for at in range(index) if sentence.kind(at) is Kind.NUMBER and sentence.tokens[at].start >= mark]
    if numbers and any(sentence.key(at) in _MARKS for at in range(numbers[-1], index)):
        return any(sentence.kind(at) is Kind.NUMBER for at in range(index, index + _BESIDE))  # ", Italy 300"
    return len(numbers) < 2 or index - numbers[-1] <= _NEAR


def find_figure_of_part(sentence: TaggedSentence, figures: Sequence[ParsedFigure], index: int) -> int | None:
    """Which figure counts the part that is in the place named at a token; ``None`` if it is not the place of a part.

    Args:
        sentence: The sentence.
        figures: Its figures.
        index: The first token of the name of the place.
    """
    words = sentence.words
    at = index - 1 - (sentence.key(index - 1) in words.article)
    is_place = sentence.has_han(index) or sentence.key(at) in words.where_in
    if not is_place or not is_of_part(sentence, index):
        return None
    mark = max(mark for mark in _find_marks_of_parts(sentence) if mark <= sentence.tokens[index].start)
    before = [n for n, figure in enumerate(figures) if figure.last <= index]
    inside = [n for n in before if sentence.tokens[figures[n].first].start >= mark]
    behind = len(before) if len(before) < len(figures) else None
    if inside and not sentence.has_han(index):
        return inside[-1]
    return before[-1] if behind is None and before else behind


def _find_marks_of_parts(sentence: TaggedSentence) -> list[int]:
    """Where the words end that make what is behind them a part of the number before: *of which*, *davon*, 其中."""
    view, first, last = sentence.view, sentence.tokens[0].start, sentence.tokens[-1].end
    numbers = [token.start for token in sentence.tokens if token.kind is Kind.NUMBER]
    words = sentence.words
    marks = [
        found.span() for name in ("of_which", "of_before")
        for found in sentence.vocabulary.pattern(name).finditer(view, first, last) if found[0]
    ]  # fmt: skip
    marks += [
        (token.start, token.end) for at, token in enumerate(sentence.tokens)
        if token.key in words.of_which and not (sentence.key(at - 1) == "," and token.key in words.pronouns)
    ]  # fmt: skip
    ends = {end for start, end in marks if start == first or (numbers and numbers[0] < start)}
    dated = {
        token.start for at, token in enumerate(sentence.tokens) if sentence.at(at, *_TIMES) and not sentence.has_han(at)
    }  # "of this year"
    ends = {end for end in ends if dated.isdisjoint((end, end + 1))}
    whole = sentence.vocabulary.pattern("of_sum").match(view, first, last)
    if whole is not None and len(numbers) > 1 and numbers[0] == whole.end():
        ends.add(numbers[1])
    return sorted(ends)


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
