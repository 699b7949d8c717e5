"""Percentages that are changes: a verb or noun of change beside them, a sign, brackets, or a step.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.languages import tag_sentence
>>> def read(text):
...     sentence = tag_sentence(text)
...     figures, floor, found = find_figures(sentence)[0], 0, []
...     for figure in figures:
...         found.append(find_change_of_percent(sentence, figure, floor, len(sentence), None))
...         floor = figure.last
...     return found
>>> read("Sales rose 3%."), read("The rate stands at 3%."), read("They were slightly lower (3%) than before.")
([<Direction.RISE: 'rise'>], [None], [<Direction.FALL: 'fall'>])
"""

from __future__ import annotations

from typing import Final

from indicators.claims.claim import ClaimKind, Direction
from indicators.claims.reading.directions import (
    find_change_after,
    find_change_at_a_pace,
    find_change_directly_before,
    find_clause,
    find_comparison_after,
    find_figure_direction,
    find_final_verb,
    find_final_verb_of_percent,
    find_last,
    find_way,
    gives_level_ahead,
    is_compared_level,
    is_in_points,
    is_participle,
)
from indicators.claims.reading.wholes_of_shares import find_whole, first_of_last
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind

_CHANGES: Final = (Role.RISE, Role.FALL)
_WINDOW: Final = 30
_NEAR_NOUN: Final = 6  # tokens


def find_change_of_percent(
    sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int, before: ClaimKind | None
) -> Direction | None:
    """Find the direction of a change in percent; ``None`` when the figure is a level or a part.

    Args:
        sentence: The sentence.
        figure: The percentage.
        floor: The token after the figure before it.
        ceiling: The first token of the figure after it.
        before: The kind of the percentage before it.
    """
    if figure.sign == "+":
        return Direction.RISE
    if in_brackets := _change_in_brackets(sentence, figure, floor):
        return in_brackets
    is_in_brackets = floor > 0 and sentence.key(figure.first - 1) in ("(", "（")
    if figure.sign == "-" and (is_in_brackets or sentence.at(figure.first, Role.MINUS)):
        noun = find_last(sentence, figure.first, floor, Role.RATE, Role.SHARE, Role.INDEX)
        return Direction.FALL if noun is None else None
    after = find_comparison_after(sentence, figure.last, ceiling)
    is_particle = sentence.language.has_final_verbs and sentence.key(figure.first - 1) in sentence.words.to_level
    if after is not None and not sentence.has_han(after.start) and not is_particle:  # "ging auf 5,7 % zurück"
        return find_way(after.role)
    if (grown := find_change_at_a_pace(sentence, figure)) is not None:
        return find_way(grown.role)
    if is_compared_level(sentence, figure.first) or gives_level_ahead(sentence, figure):
        return None  # "down from 6.3%"
    directly = find_change_directly_before(sentence, figure.first, floor)
    if directly is not None and sentence.key(figure.first) in sentence.words.level_prepositions:
        return None  # "slipped under 4%" is a level
    if directly is not None or (directly := find_final_verb_of_percent(sentence, figure)) is not None:
        return find_way(directly.role)
    if (step := _change_by_step(sentence, figure, floor, ceiling, before)) is not None:
        return find_way(step.role)
    return find_figure_direction(sentence, figure, 0, ceiling) if _again_in_percent(sentence, figure, floor) else None


def _change_in_brackets(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> Direction | None:
    """``slightly lower (3%) than``; ``the fall of prices (-9.5%)``."""
    if sentence.key(figure.first - 1) not in ("(", "（"):
        return None
    compared = sentence.before(figure.first - 1, Role.MORE, Role.LESS)
    if compared is not None and not figure.sign:
        return find_way(compared.role)
    near = range(max(floor, figure.first - _NEAR_NOUN), figure.first)
    falls = figure.sign == "-" and any(sentence.at(at, Role.FALL, Role.DROP) for at in near)
    return Direction.FALL if falls else None


def _change_by_step(
    sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int, before: ClaimKind | None
) -> Match | None:
    """The verb or noun of change of a figure that *by* makes the step: ``down by 5%``."""
    inside = sentence.within(figure.first, figure.number, Role.BY)  # «не менее чем **на** 10%»
    if not (inside or sentence.before(figure.first, Role.BY)) or is_participle(sentence, figure.last):
        return None
    step = inside[0].start if inside else figure.first - 1
    if compared := sentence.before(step, Role.MORE, Role.LESS):
        return compared  # «стало больше на 3%»
    window = find_clause(sentence, figure.first, max(0, figure.first - _WINDOW))
    end = len(sentence) if sentence.language.has_final_verbs else ceiling
    change = find_final_verb(sentence, figure.last, floor)
    change = change or find_last(sentence, figure.first, window, *_CHANGES, Role.GROWTH, Role.DROP)
    change = change or find_change_after(sentence, figure.last, end)
    if change is None and window > floor and before is ClaimKind.GROWTH:  # "and in real terms by 3%"
        return find_last(sentence, window, max(0, figure.first - _WINDOW), *_CHANGES)
    return change


def _again_in_percent(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """``increased 10 cents, or 0.3%``: the change repeated in percent."""
    at = figure.first - 1
    is_apposition = sentence.key(at) in sentence.words.one_article and sentence.key(at - 1) == ","  # ", un 3,8%"
    again = sentence.key(at) == "(" or sentence.key(at) in sentence.words.or_ or is_apposition
    is_far = floor == 0 or at - floor > 2 or is_in_points(sentence, floor)  # "fell 0.1 point (4.3%)" is the level
    if is_far or not again or sentence.key(figure.last) in sentence.words.of:
        return False
    if sentence.kind(figure.last) is Kind.WORD and find_whole(sentence, figure):
        return False
    first = first_of_last(sentence, floor)
    step = sentence.before(first, Role.BY)  # «увеличились **на** 1,2 трлн (2,5%)»
    return find_change_directly_before(sentence, step.start if step else first, 0) is not None
