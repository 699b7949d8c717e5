"""What a figure states: growth or a level, a share or a rate, up or down; decided by the words around it.

The nearest cue decides, and prepositions before verbs: "rose **by** 5%" and "rose 5%" are growth, "rose **to** 5%" is a
level, whose kind its noun gives (a rate, a share, an index). A figure without a cue of its own has the kind of the one
before it, as in a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import ClaimKind, Direction
from indicators.claims.reading.directions import (
    find_change_directly_before,
    find_clause,
    find_figure_direction,
    find_last,
    find_share_direction,
    gives_level_ahead,
    is_compared_level,
    is_in_points,
    is_participle,
    is_turned_back,
)
from indicators.claims.reading.percent_changes import find_change_of_percent
from indicators.claims.reading.wholes_of_shares import (
    comes_from,
    continues_whole,
    find_group,
    find_whole,
    find_whole_before,
    find_whole_of_list,
    is_beside_a_count,
    is_counted_before,
    is_counted_behind,
    is_of_world,
)
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

_NOUNS: Final = (Role.SHARE, Role.RATE, Role.INDEX, Role.GROWTH, Role.DROP)
_CHANGES: Final = (Role.RISE, Role.FALL)
_OWN_CUES: Final = (
    *_CHANGES, Role.MORE, Role.LESS, Role.GROWTH, Role.DROP, Role.RATE, Role.SHARE, Role.PAST, Role.SAY, Role.FROM,
    Role.FORECAST,
)  # fmt: skip
_WINDOW: Final = 30
_NEAR_NOUN: Final = 6  # tokens
_REACH_OF_NEXT: Final = 8  # tokens to the level that something moves to
_OUTCOME: Final = {
    Role.SHARE: ClaimKind.SHARE, Role.RATE: ClaimKind.RATE, Role.INDEX: ClaimKind.INDEX,
    Role.GROWTH: ClaimKind.GROWTH, Role.DROP: ClaimKind.GROWTH,
}  # fmt: skip
_CLAUSE: Final = frozenset(",;:()。，；、—–")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a figure states.

    Attributes:
        kind: Its kind.
        direction: Up or down, if stated.
        whole: What a share is a share of, in the words of the text; or empty.
    """

    kind: ClaimKind
    direction: Direction | None = None
    whole: str = ""


def classify_statement(
    sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int, before: Statement | None
) -> Statement:
    """Classify a percentage, a change in points or a multiple.

    Args:
        sentence: The sentence.
        figure: The figure.
        floor: The token after the figure before it.
        ceiling: The first token of the figure after it.
        before: What the percentage before it in the text states.
    """
    if figure.has(Role.POINTS, Role.BPS):
        return Statement(ClaimKind.POINTS, find_figure_direction(sentence, figure, floor, ceiling))
    if figure.has(Role.TIMES):
        return _multiple(sentence, figure, floor, ceiling)
    if (
        floor
        and before is not None
        and sentence.vocabulary.pattern("above_another").search(sentence.text(floor, figure.first))
    ):
        is_growth = before.kind is ClaimKind.GROWTH  # 高于上一财年的7%
        return Statement(before.kind, Direction.RISE if is_growth else None, before.whole)
    stated = _percent(sentence, figure, floor, ceiling, before)
    is_in_brackets = floor > 0 and sentence.key(figure.first - 1) in ("(", "（")
    if before is not None and is_in_brackets and stated == Statement(before.kind):
        return before  # "fell by 2.2%, less than in France (5.8%)"
    return stated


# ---------------------------------------------------------------------------------------------------------- percent


def _percent(
    sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int, before: Statement | None
) -> Statement:
    kind = None if before is None else before.kind
    change = find_change_of_percent(sentence, figure, floor, ceiling, kind)
    if change is not None and not comes_from(sentence, figure) and not is_of_world(sentence, figure):
        return Statement(ClaimKind.GROWTH, change)
    whole = find_whole(sentence, figure)
    if whole and sentence.key(figure.last) in sentence.words.possessive:
        noun = find_last(sentence, figure.first, max(floor, figure.first - _WINDOW), *_NOUNS)
        whole = "" if noun is not None and noun.role in (Role.RATE, Role.INDEX) else whole  # 3.06%的低位
    if whole:
        return Statement(ClaimKind.SHARE, find_share_direction(sentence, figure, floor, ceiling), whole)
    if _is_part(sentence, figure, floor):
        return Statement(ClaimKind.SHARE, None, find_group(sentence, figure))
    if whole := find_whole_of_list(sentence, figure) or find_group(sentence, figure):
        return Statement(ClaimKind.SHARE, None, whole)
    if before is not None and _goes_on(sentence, figure, floor, before):
        return before
    is_compared = floor > 0 and is_compared_level(sentence, figure.first)  # "3% of GDP, down from 4%"
    if before is not None and before.whole and (is_compared or continues_whole(sentence, figure, floor)):
        return Statement(ClaimKind.SHARE, None, before.whole)
    is_level = gives_level_ahead(sentence, figure) or sentence.within(figure.first - 3, figure.first, Role.RATE)
    if sentence.key(figure.first - 1) in sentence.words.by_step and not is_level:
        way = Direction.FALL if is_turned_back(sentence, figure) else None
        return Statement(ClaimKind.GROWTH, way)  # "beat the plan by 7.5%"
    noun = sentence.before(figure.first - 1, Role.GROWTH, Role.DROP)
    if (
        noun is not None and sentence.key(figure.first - 1) in sentence.words.of
    ):  # "to 4 percent, a rise of 0.5 percent"
        return _of_noun(sentence, figure, noun, None)
    return _level(sentence, figure, floor, ceiling, kind)


def _goes_on(sentence: TaggedSentence, figure: ParsedFigure, floor: int, before: Statement) -> bool:
    """Whether the verb before a change is left out: ``exports fell 14.5%, those to the European Union 20.6%``."""
    if before.kind is not ClaimKind.GROWTH or not sentence.before(floor, Role.PERCENT) or floor >= figure.first:
        return False
    words, last = sentence.words, figure.first - 1
    own = words.to_level | words.compared_level | words.possessive
    if sentence.key(last) in own or _kind_of_noun_behind(sentence, figure.last, len(sentence)):
        return False
    if sentence.key(last) in words.by_step and sentence.key(last - 1) in words.and_:
        return True  # "un alza de 0,13% en los precios de bienes y de 0,31% en servicios"
    return not any(sentence.at(at, *_OWN_CUES) for at in range(floor, figure.first))


def _is_part(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """Whether the words make it a part of a whole: «на 80% возмещена», ``62% sold``, a third, 九成."""
    is_done = sentence.key(figure.last) in sentence.words.done or is_participle(sentence, figure.last)
    behind, begins = sentence.text(figure.last, figure.last + 5), sentence.key(figure.first - 1)
    goes = sentence.vocabulary.pattern("part_goes").match(behind) is not None
    if begins in _CLAUSE | sentence.words.and_ | {""}:
        goes = goes or sentence.vocabulary.pattern("part_has").match(behind) is not None
    if (
        is_done
        or goes
        or comes_from(sentence, figure)
        or is_counted_behind(sentence, figure)
        or is_counted_before(sentence, figure, floor)
    ):
        return True
    return figure.form == "fraction" or (
        figure.form == "tenths" and not find_last(sentence, figure.first, floor, *_NOUNS)
    )


def _level(
    sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int, before: ClaimKind | None
) -> Statement:
    """A level, by the noun it is the level of."""
    start = figure.first
    direction = find_figure_direction(sentence, figure, floor, ceiling)
    if (kind := _kind_of_noun_behind(sentence, figure.last, ceiling)) is not None:
        return Statement(kind, direction)
    to = sentence.key(start - 1) in sentence.words.to_level
    was = is_compared_level(sentence, start)
    own = find_last(sentence, start, floor, Role.RATE, Role.SHARE, Role.INDEX)  # "prices rose 3%, inflation from 5%"
    if before is not None and floor and was and own is None:
        way = None if before is ClaimKind.GROWTH else direction  # growth of 2%, down from 6.3%, was a rise before
        return Statement(before, way)  # "27% of purchases, up from 25%"
    nouns = (Role.SHARE, Role.RATE, Role.INDEX, Role.GROWTH) if to or was else _NOUNS
    noun = _find_noun(sentence, start, floor, nouns, before)
    if noun is not None and noun.role in (Role.GROWTH, Role.DROP):
        noun = noun if noun.start >= find_clause(sentence, start, 0) else None  # of another verb
        moves_to = noun is not None and to and _is_verb(sentence, noun, start)
        other = noun and find_last(sentence, noun.start, 0, Role.SHARE, Role.RATE, Role.INDEX)
        is_of_other = noun is not None and (
            _is_of_points(sentence, noun.end)
            or (to and other and any(sentence.key(at) == "," for at in range(noun.end, start)))  # ", to reach 9%"
        )
        if noun is not None and (moves_to or is_of_other or _moves_from_a_level(sentence, noun.end, figure)):
            noun = other
    is_of_time = before is ClaimKind.GROWTH and sentence.key(start - 1) in sentence.words.possessive
    if noun is not None and not (is_of_time and noun.end <= floor):
        return _of_noun(sentence, figure, noun, direction)
    if figure.sign == "-":
        return Statement(before or ClaimKind.GROWTH, Direction.FALL)
    if is_of_time or figure.value == 100 or is_beside_a_count(sentence, start, floor):
        return Statement(ClaimKind.SHARE, direction)  # 恢复到2019年的93.7%
    if to and before is ClaimKind.GROWTH:
        of_forecast = sentence.vocabulary.pattern("of_forecast").search(sentence.text(0, start))
        return Statement(before) if of_forecast else Statement(ClaimKind.RATE, direction)
    return _without_noun(sentence, figure, before, nouns, direction)


def _is_of_points(sentence: TaggedSentence, index: int) -> bool:
    """Whether a noun of change that ends at a token is that of points: ``a rise of 0.3 points``."""
    step = sentence.at(index, Role.BY, Role.OF)
    number = read_number(sentence, index if step is None else step.end)
    return number is not None and any(is_in_points(sentence, number.end + length) for length in (1, 2))


def _without_noun(
    sentence: TaggedSentence, figure: ParsedFigure, before: ClaimKind | None, nouns: tuple[Role, ...],
    direction: Direction | None,
) -> Statement:  # fmt: skip
    """A level that no noun before it names: of those asked, of a noun behind it, or of the kind of the one before."""
    if before in (None, ClaimKind.RATE) and _is_of_those_asked(sentence, figure):
        return Statement(ClaimKind.SHARE)
    if before is not None:
        return Statement(before, direction)
    later = sentence.within(figure.last, figure.last + _WINDOW, *nouns)  # "from 46% to 41%, a drop of"
    return Statement(_OUTCOME[later[0].role] if later else ClaimKind.RATE, direction)


def _is_of_those_asked(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether a percentage in the report of a survey is followed by what those asked do: ``54% have no savings``."""
    small = sentence.words.where_in | sentence.words.article | sentence.words.and_
    follows = sentence.kind(figure.last) is Kind.WORD and sentence.key(figure.last) not in small
    is_verb = follows and not sentence.at(figure.last, Role.FROM, Role.RATE, Role.TO, Role.MONTH, Role.YOY)
    return is_verb and sentence.vocabulary.pattern("asked").search(sentence.text(0, len(sentence))) is not None


def _is_verb(sentence: TaggedSentence, noun: Match, start: int) -> bool:
    """Whether a word is the verb right before the level that it leads to: ``the rate will rise to 3%``."""
    is_noun = any(sentence.key(at) in sentence.words.growth_nouns for at in range(noun.start, noun.end))
    return noun.end == start - 1 and sentence.at(noun.start, *_CHANGES) is not None and not is_noun


def _find_noun(
    sentence: TaggedSentence, start: int, floor: int, nouns: tuple[Role, ...], before: ClaimKind | None
) -> Match | None:
    """The noun that a level is of: the nearest one, or the one that the percentage before it is of."""
    start = _before_relative_clause(sentence, start, floor)
    if near := find_last(sentence, start, max(floor, start - _WINDOW), *nouns):
        return near
    if floor and before not in (None, ClaimKind.GROWTH) and sentence.before(floor, Role.PERCENT, Role.POINTS, Role.BPS):
        nouns = tuple(role for role in nouns if _OUTCOME[role] is not ClaimKind.GROWTH)
    return find_last(sentence, start, 0, *nouns)


def _before_relative_clause(sentence: TaggedSentence, start: int, floor: int) -> int:
    """The token before ``, which makes up half of the basket,`` where the noun before it is followed by the verb."""
    words = sentence.words
    end = next((at for at in range(start - 1, max(floor, start - _REACH_OF_NEXT), -1) if sentence.key(at) == ","), 0)
    first = next((at for at in range(end - 1, 0, -1) if sentence.key(at) == ","), 0) if end else 0
    is_relative = first and sentence.key(first + 1) in words.pronouns | words.relative_clause
    return first if is_relative else start


def _moves_from_a_level(sentence: TaggedSentence, start: int, figure: ParsedFigure) -> bool:
    """``fall from an average of 6.7% to 5.8%``: a verb of change before the level that it starts from."""
    words = sentence.words
    is_from = any(sentence.key(at) in words.compared_level | words.from_level for at in range(start, start + 2))
    behind = range(start, figure.last + _REACH_OF_NEXT)
    return is_from and any(sentence.key(at) in words.range_to | words.to_level - words.where_in for at in behind)


def _of_noun(sentence: TaggedSentence, figure: ParsedFigure, noun: Match, direction: Direction | None) -> Statement:
    kind = _OUTCOME[noun.role]
    if kind is ClaimKind.GROWTH:
        way = Direction.FALL if noun.role is Role.DROP or figure.sign == "-" else Direction.RISE
        return Statement(kind, way)
    if kind is ClaimKind.SHARE:
        whole = find_whole_before(sentence, figure)
        return Statement(kind, find_share_direction(sentence, figure, noun.start, len(sentence)), whole)
    return Statement(kind, direction)


def _kind_of_noun_behind(sentence: TaggedSentence, last: int, ceiling: int) -> ClaimKind | None:
    """``a 25% tariff``, ``an 18% rate``, ``10% stake``, «под 5% годовых»."""
    if sentence.vocabulary.pattern("lent_at").match(sentence.text(last, last + 3)):
        return ClaimKind.RATE  # "a 5% bond"
    for at in range(last, min(last + 3, ceiling)):
        if sentence.kind(at) is not Kind.WORD or sentence.at(at, Role.FROM, Role.SINCE, Role.AND) is not None:
            return None
        found = sentence.at(at, Role.RATE, Role.SHARE)
        if found is not None:
            return _OUTCOME[found.role]
        if sentence.at(at, *_CHANGES, Role.PAST, Role.SAY, Role.TO, Role.MONTH):
            return None
    return None


# -------------------------------------------------------------------------------------------- multiples and directions


def _multiple(sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int) -> Statement:
    """Up or down by a factor; 增长三倍 adds three times the old level, which is growth."""
    if figure.form == "multiple" and sentence.key(figure.last) in sentence.words.after_multiple:
        return Statement(ClaimKind.MULTIPLE, Direction.RISE)  # "lost 700 million, double the 350 million of 2010"
    direction = Direction.FALL if figure.form == "halved" else find_figure_direction(sentence, figure, floor, ceiling)
    directly = find_change_directly_before(sentence, figure.first, floor)
    adds = sentence.has_han(figure.last - 1) and not figure.form and directly is not None and directly.role is Role.RISE
    if adds and directly is not None and not sentence.words.to_level & set(sentence.text(directly.start, figure.first)):
        return Statement(ClaimKind.GROWTH, Direction.RISE)
    return Statement(ClaimKind.MULTIPLE, direction)
