"""Which of several times and countries of a sentence belongs to which of its figures.

``3.1% in Germany and 7.3% in France`` gives each figure its own country, and *respectively* its own time.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.languages import tag_sentence
>>> sentence = tag_sentence("Unemployment was 3.1% in Germany and 7.3% in France.")
>>> areas = [("DEU", 5), ("FRA", 10)]
>>> [own.area for own in share_out(sentence, find_figures(sentence)[0], [], areas)]
['DEU', 'FRA']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from indicators.claims.reading.counterparts import is_counterpart
from indicators.claims.reading.listed_times import (
    find_parallel_lists,
    is_only_joint,
    list_over_years,
    list_times,
    list_years,
)
from indicators.claims.reading.named_areas import find_figure_of_part, is_of_part
from indicators.language.areas import ELSEWHERE
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind
from indicators.model.periods import TimePeriod

_BEHIND: Final = 4  # tokens between a figure and its country
_DASHES: Final = frozenset("—–")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_LONGEST_NAME: Final = 5  # tokens from a name to the figure behind *with*
_LONGEST_CITY: Final = 4  # tokens
_JOINED: Final = 4  # tokens between two countries that are named together
_PAIR: Final = 2
_WORLD: Final = "WLD"
_SMALL: Final = 3  # letters of the words between a conjunction and a country


@dataclass(frozen=True, slots=True)
class OwnContext:
    """What a sentence gives one of its figures and not the others.

    Attributes:
        time: Its time, if *respectively* gives it one.
        area: The code of its country; empty if it shares that of the others.
        is_elsewhere: Whether the countries of the sentence are those of other figures.
    """

    time: Mention | None = None
    area: str = ""
    is_elsewhere: bool = False


def share_out(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], times: Sequence[Mention], areas: list[tuple[str, int]],
    *, before: Sequence[Mention] = (),
) -> list[OwnContext]:  # fmt: skip
    """Share out the times and countries of a sentence among its figures.

    Args:
        sentence: The sentence.
        figures: Its figures.
        times: The times it names.
        areas: The codes of the countries it names, each with its token.
        before: The times that the sentence before named, which *respectively* may be about.

    Returns:
        One context for each figure; an empty one where nothing is surely its own.
    """
    if len(figures) < 2:
        return [OwnContext() for _ in figures]
    word = _find_respectively(sentence)
    in_order = word is not None
    stated = [time for time in times if not time.is_inferred]
    if in_order:
        stated = list_years(sentence, stated, len(figures)) or stated
    ends = _find_ends(sentence, figures, stated)
    own_times: list[Mention | None] = [None] * len(figures)
    if ends:
        own_times[:_PAIR] = ends
    elif (in_order or _take_turns(figures, stated)) and len(stated) == len(figures):
        own_times = list(stated)
    elif word is None and (parallel := find_parallel_lists(sentence, figures, stated)):
        own_times = parallel
    elif word is not None and (spread := list_over_years(sentence, figures, times)):
        own_times = spread
    elif word is not None:
        listed = _find_list(sentence, figures, word)
        own_times[listed.start : listed.stop] = list_times(
            sentence, [figures[at] for at in listed], times, [] if times or len(areas) > 1 else before
        )
    codes = _share_areas(sentence, figures, areas, in_order=in_order)
    return [OwnContext(time, code, any(codes) and not code) for time, code in zip(own_times, codes, strict=True)]


def _find_respectively(sentence: TaggedSentence) -> int | None:
    """The token *respectively*, or ``None``."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    found = sentence.vocabulary.pattern("respectively").search(sentence.view, start, end)
    return found and next(at for at in range(len(sentence)) if sentence.tokens[at].end >= found.end())


def _find_list(sentence: TaggedSentence, figures: Sequence[ParsedFigure], word: int) -> range:
    """The figures that are listed right before a word: ``41 and 53 billion, respectively``."""
    last = sum(figure.last <= word for figure in figures)
    first = last
    end = word
    while first and is_only_joint(sentence, figures[first - 1].last, end):
        first -= 1
        end = figures[first].first
    return range(first, last)


def _find_ends(sentence: TaggedSentence, figures: Sequence[ParsedFigure], times: Sequence[Mention]) -> list[Mention]:
    """The two ends of a span that the first two figures are of: ``between 2015 and 2020 it fell from 14 to 13``."""
    words = sentence.words
    if not times or times[-1].last > figures[0].first:
        return []
    first, second = (sentence.key(figure.first - 1) for figure in figures[:_PAIR])
    opening, joints = words.from_level | words.from_if_changed, words.and_ | words.range_to
    if first not in opening or second not in words.range_to | words.to_level:
        return []
    if len(times) == 1 and str(span := times[0].period).endswith("Y"):
        return [replace(times[0], period=TimePeriod.of_year(year)) for year in (span.first.year, span.last.year)]
    joined = [sentence.key(one.last) in joints and two.first - one.last == 1 for one, two in pairwise(times)]
    return list(times) if joined == [True] and sentence.key(times[0].first - 1) in opening | words.between else []


def _take_turns(figures: Sequence[ParsedFigure], times: Sequence[Mention]) -> bool:
    """Whether a time is before each figure and behind the one before: ``in 2021 2.1, in 2022 2.3 and in 2023 2.4``."""
    if len(figures) != len(times):
        return False
    ends = [0, *(figure.last for figure in figures)]
    return all(
        end <= time.first and time.last <= figure.first for end, time, figure in zip(ends, times, figures, strict=False)
    )


def is_only_place(sentence: TaggedSentence, start: int, end: int, *, with_names: bool = True) -> bool:
    """Whether there are only places, times and small words between two figures, which then are of one thing.

    Args:
        sentence: The sentence.
        start: The token behind the first figure.
        end: The first token of the second.
        with_names: Whether words with a capital count as places.
    """
    words = sentence.words
    if sentence.has_han(end - 1):
        rest = sentence.text(start, end)
        for name in ("time_or_place", "change_run"):
            rest = sentence.vocabulary.pattern(name).sub("", rest)
        return _HAN.search(rest) is None
    small = words.and_ | words.article | words.where_in | words.before_year | words.joints | words.small
    return not any(
        (sentence.tokens[at].text.islower() or not with_names)
        and len(sentence.key(at)) > 2
        and sentence.key(at) not in small
        for at in range(start, end)
        if sentence.kind(at) is Kind.WORD and sentence.at(at, Role.MONTH, Role.QUARTER, Role.YEAR, Role.SPAN) is None
    )


def _share_areas(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], areas: list[tuple[str, int]], *, in_order: bool
) -> list[str]:
    nothing = [""] * len(figures)
    if any(parts := _find_places_of_parts(sentence, figures, areas)):
        return parts
    beside = [_find_apposed(sentence, figure, areas) for figure in figures]
    if all(beside):
        return beside
    named = [(code, at) for code, at in areas if not is_counterpart(sentence, at)]
    if len(named) != len(areas):
        return nothing
    if len(named) == 1 and (begin := _begin_of_its_clause(sentence, named[0][1], figures[-1].first)):
        return [named[0][0] if figure.first > begin else "" for figure in figures]
    if len(named) == 1:
        others = [_is_in_other_place(sentence, figures, position, named[0][1]) for position in range(len(figures))]
        if any(others):
            return ["" if is_other else named[0][0] for is_other in others]
        return [_find_compared(sentence, figures, position, named) for position in range(len(figures))]
    if len({code for code, _ in named}) < 2:
        return nothing
    if in_order and len(named) == len(figures):
        return [code for code, _ in named]
    if _are_together(sentence, named):
        return nothing
    found = [_find_nearest(sentence, figures, position, named) for position in range(len(figures))]
    return found if len(set(found) - {""}) > 1 else nothing


def _find_places_of_parts(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], areas: list[tuple[str, int]]
) -> list[str]:
    """The places of parts, each for its figure alone: ``600 of them in Austria``; the rest is of the only other."""
    named = [(code, at) for code, at in areas if not is_counterpart(sentence, at)]
    parts = {find_figure_of_part(sentence, figures, at): code for code, at in named}
    others = {code for code, at in areas if find_figure_of_part(sentence, figures, at) is None}
    whole = others.pop() if len(others) == 1 else ""
    found = [parts.get(position, "") for position in range(len(figures))]
    return [code or whole for code in found] if any(found) else found


def _find_apposed(sentence: TaggedSentence, figure: ParsedFigure, areas: Sequence[tuple[str, int]]) -> str:
    """The country right before *with* and a figure: ``Turkey, with 58 million, drew more than Spain, with 60``."""
    is_beside = sentence.key(figure.first - 1) in sentence.words.beside and sentence.key(figure.first - 2) == ","
    near = range(figure.first - _LONGEST_NAME, figure.first - 2)
    names = [code for code, at in areas if at in near and sentence.kind(figure.first - 3) is Kind.WORD]
    return names[-1] if is_beside and names else ""


def _is_in_other_place(sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, country: int) -> bool:
    """Whether a figure has a place of its own, right behind it or ahead of the country: ``in Asia 2, in Mexico 4``."""
    figure = figures[position]
    start = figures[position - 1].last + 1 if position else 0  # a place right behind a figure is that figure's
    if sentence.language.has_capital_nouns:
        return False
    ahead = range(start, figure.first - 1) if country > figure.first else ()
    times = (Role.MONTH, Role.QUARTER, Role.HALF, Role.YEAR, Role.RELATIVE, Role.WEEKDAY)
    return any(
        sentence.key(at) in sentence.words.where_in
        and sentence.kind(at + 1) is Kind.WORD
        and sentence.tokens[at + 1].text[0].isupper()
        and sentence.at(at + 1, *times) is None
        and at + 1 != country
        for at in (*ahead, figure.last)
    )


def _begin_of_its_clause(sentence: TaggedSentence, at: int, last: int) -> int:
    """The conjunction right before a country, small words aside: ``, while in Greece it is 162%``; or 0.

    Before the last figure a comma is enough: ``14% have one, in Greece it is 47%``.
    """
    is_aside = sentence.key(at - 1) in sentence.words.where_in and sentence.key(at - 2) == ","
    verbs = (Role.PAST, Role.TO, Role.RISE, Role.FALL)
    if is_aside and at < last and any(sentence.at(n, *verbs) for n in (at + 1, at + 2)):
        return at - 1
    if sentence.has_han(at):
        return 0
    conjunctions = sentence.words.conjunctions
    stops = conjunctions | sentence.words.and_ | {","}
    while at > 1 and sentence.key(at - 1) not in stops and len(sentence.key(at - 1)) <= _SMALL:
        at -= 1
    is_clause = sentence.key(at - 1) in sentence.words.and_ and sentence.key(at - 2) == ","  # ", and Switzerland's was"
    return at - 1 if is_clause or sentence.key(at - 1) in conjunctions else 0


def _find_compared(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, named: list[tuple[str, int]]
) -> str:
    """The only country, if it is that of a figure that others are compared with: ``below the 4.46 in Germany``."""
    figure, (code, at) = figures[position], named[0]
    if position == 0 or not figure.last < at < figure.last + _BEHIND:
        return ""
    small = sentence.words.where_in | sentence.words.article
    if any(sentence.key(between) not in small for between in range(figure.last, at)):
        return ""
    gap = range(figures[position - 1].last, figure.first + 1)
    compared = sentence.words.compared_surely
    return code if any(sentence.key(n) in compared or sentence.at(n, Role.MORE, Role.LESS) for n in gap) else ""


def _are_together(sentence: TaggedSentence, named: list[tuple[str, int]]) -> bool:
    """Whether countries are named one right after the other, so that a figure may be about all of them."""
    words = sentence.words
    joints = words.and_ | words.joints | {",", "-", "–"}
    gaps = [range(one[1] + 1, two[1]) for one, two in pairwise(named)]
    return any(
        len(gap) < _JOINED
        and any(sentence.key(at) in joints for at in gap)
        and all(sentence.kind(at) is not Kind.NUMBER for at in gap)  # "9 in Germany, 7 in Poland"
        for gap in gaps
    )


def _find_nearest(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, named: list[tuple[str, int]]
) -> str:
    """The country right behind a figure, as in ``3.1% in Germany``; else the last before it."""
    figure = figures[position]
    end = figures[position + 1].first if position + 1 < len(figures) else len(sentence)
    before = [code for code, at in named if at < figure.first]
    small = sentence.words.where_in | sentence.words.article | _DASHES
    behind = [
        code for code, at in named if figure.last < at < min(end, figure.last + _BEHIND)
        and all(sentence.key(between) in small for between in range(figure.last, at))
    ]  # fmt: skip
    if behind or before:
        return behind[0] if behind else before[-1]
    if sentence.key(figure.last) == "," and end < len(sentence):
        return ""  # "4%, in Spain it is 11%"
    near = [code for code, at in named if figure.last <= at < min(end, figure.last + _BEHIND)]
    return near[0] if len(near) == 1 else ""  # "9 work in Germany, 7 in Poland"


def find_own_areas(
    sentence: TaggedSentence, figure: ParsedFigure, own: OwnContext, named: list[tuple[str, int]], subjects: list[str],
    home: tuple[str, ...],
) -> tuple[tuple[str, ...], bool]:  # fmt: skip
    """Find the areas of a figure, and whether they are inferred; a mere counterpart is joined to the area at home.

    Args:
        sentence: The sentence.
        figure: The figure.
        own: What the sentence gives it and no other.
        named: The areas that the sentence names, each with its token.
        subjects: Those of them that are not only the other side of trade or of a comparison.
        home: The areas that the sentence is about when it names none.
    """
    areas, are_inferred = _find_own_areas(sentence, figure, own, named, subjects, home)
    if ELSEWHERE in areas:
        return (), False
    return areas, are_inferred or _are_named_by_cities(sentence, areas, named)


def _find_own_areas(
    sentence: TaggedSentence, figure: ParsedFigure, own: OwnContext, named: list[tuple[str, int]], subjects: list[str],
    home: tuple[str, ...],
) -> tuple[tuple[str, ...], bool]:  # fmt: skip
    if own.area:
        return (own.area,), False
    if own.is_elsewhere:
        return home, bool(home)
    nearest = _nearest_areas(_leave_out_partners_of_parts(sentence, figure, named), subjects, figure)
    if subjects or (nearest == (_WORLD,) and not home):
        return nearest, False
    if nearest == (_WORLD,):
        return home, True  # "It makes 45% of the world's cobalt"
    if nearest:
        return (tuple(dict.fromkeys((*home[:1], *nearest)))[:2], True) if home else ((), False)
    return home, bool(home)


def _are_named_by_cities(sentence: TaggedSentence, areas: tuple[str, ...], named: list[tuple[str, int]]) -> bool:
    """Whether a sentence names an area only by a city, which may be meant itself: ``London's population``."""
    cities = sentence.vocabulary.pattern("cities")
    names = [at for code, at in named if code in areas]
    texts = ([sentence.text(at, end) for end in range(at + 1, at + _LONGEST_CITY)] for at in names)
    return bool(names) and all(any(cities.fullmatch(text.lower()) for text in of_name) for of_name in texts)


def _leave_out_partners_of_parts(
    sentence: TaggedSentence, figure: ParsedFigure, areas: list[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Leave out the other side of trade of a part behind a figure: ``exported 6, of which 4 went to China``."""
    return [
        (code, at) for code, at in areas
        if at < figure.last or not (is_of_part(sentence, at, floor=figure.last) and is_counterpart(sentence, at))
    ]  # fmt: skip


def _nearest_areas(areas: list[tuple[str, int]], subjects: list[str], figure: ParsedFigure) -> tuple[str, ...]:
    """All areas of a sentence that names one or two; of one that names more, the nearest subject before the figure.

    The other side of trade that is named behind that subject is joined to it.
    """
    codes = dict.fromkeys(code for code, _ in areas)
    if len(codes) <= 2 and ELSEWHERE not in codes:
        return tuple(codes)
    before = [code for code, at in areas if at < figure.first] or [areas[0][0]]
    position = next((n for n in range(len(before) - 1, -1, -1) if before[n] in subjects), len(before) - 1)
    other = before[-1] if before[-1] != ELSEWHERE else before[position]  # "Kazakhstan's exports to the Omsk region"
    return tuple(dict.fromkeys((before[position], other)))
