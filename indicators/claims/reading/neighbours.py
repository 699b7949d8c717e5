"""Numbers that take their unit from the figure beside them: the next of a list, one compared, the one that follows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind

_COMMAS: Final = frozenset(",、")
_DASHES: Final = frozenset("—–")
_MILLIONS: Final = 6  # the power of ten
_DAYS: Final = 31  # a larger number beside a month can't be a day
_BILLION: Final = Decimal(10**9)
_THOUSAND: Final = 1000
_LONGEST_NAME: Final = 2  # tokens
_AHEAD: Final = 4  # tokens before a number that may call it an average
_LONGEST_COMPARISON: Final = 6  # tokens between a multiple and its base
_PAIR: Final = 2
_LONGEST_ITEM: Final = 8  # tokens between two numbers of a list


def share_units_of_moves(sentence: TaggedSentence, figures: list[ParsedFigure]) -> list[ParsedFigure]:
    """Give the first level the unit printed behind the second: ``slipped to 13.9 from 14.4 percent``.

    So it is with ``from 500,000 to 1.2 million tonnes`` and ``from €10 to €12 per square metre``.
    """
    words, shared = sentence.words, list(figures)
    for at, (new, old) in enumerate(pairwise(figures)):
        is_move = sentence.key(new.first - 1) in words.to_level and old.first == new.last + 1
        is_move = is_move and sentence.key(new.last) in words.compared_level | words.from_if_changed
        is_bare = new.unit is None and not new.money and not new.in_words
        if is_move and is_bare and old.has(Role.PERCENT):
            shared[at] = replace(new, unit=old.unit, unit_from="after")
        elif _is_from_to(sentence, new, old):
            shared[at] = _take_what_it_is_of(new, old)
    return shared


def _is_from_to(sentence: TaggedSentence, one: ParsedFigure, two: ParsedFigure) -> bool:
    """Whether two figures are a level before and after: ``from 5 to 6``."""
    words, between = sentence.words, range(one.last, two.first)
    is_from = sentence.key(one.first - 1) in words.from_level | words.from_if_changed
    return is_from and len(between) == 1 and sentence.key(one.last) in words.range_to | words.to_level


def _take_what_it_is_of(one: ParsedFigure, two: ParsedFigure) -> ParsedFigure:
    """A figure with the thing that the other counts, or with what its money is paid for."""
    is_bare = one.unit is None and not one.money and not one.in_words
    if is_bare and two.has(Role.THING) and (one.multiplier or (one.value >= _THOUSAND and not two.per)):
        return replace(one, unit=two.unit, counted=two.counted, unit_from="after")
    return replace(one, per=two.per) if two.per and not one.per and one.money == two.money != "" else one


def take_from_behind(
    sentence: TaggedSentence, figure: ParsedFigure, figures: list[ParsedFigure], position: int
) -> ParsedFigure | None:
    """``Exports of 50 billion and imports of 40 billion, so 10 billion euros``: billions are money if the next are.

    So are millions in ``from 100 million in 2015 to 200 million euros``.
    """
    words, is_first = sentence.words, figure.multiplier >= _MILLIONS
    is_first = is_first and sentence.key(figure.first - 1) in words.from_level | words.from_if_changed
    for one, following in pairwise(figures[position:]):
        is_move = is_first and sentence.key(following.first - 1) in words.range_to | words.to_level
        is_item = figure.multiplier >= _MILLIONS and is_next_of_list(sentence, one, following)
        if is_item and not following.money and not following.has(Role.THING):
            continue  # "45 million in January, 50 million in February and 55 million euros in March"
        if is_item and one is figure and following.has(Role.THING):
            return replace(figure, unit=following.unit, counted=following.counted, unit_from="after")
        if following.has(Role.THING) or (
            min(map(_measure_size, (one, following))) < _BILLION and not (is_move or is_item)
        ):
            return None
        if following.money:
            return replace(figure, currency_before=following.money, unit_from="after")
    return None


def _measure_size(figure: ParsedFigure) -> Decimal:
    """The size of a number with a scale word; 0 without one, or of a percentage."""
    is_large = figure.multiplier >= _MILLIONS and not figure.has(Role.PERCENT, Role.POINTS)
    return figure.value.scaleb(figure.multiplier) if is_large else Decimal(0)


def read_item(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> ParsedFigure | None:
    """``48 schools: 20 in towns and 28 in villages``: a number of what is counted before the colon."""
    if not done or figure.in_words or figure.multiplier or not done[-1].has(Role.THING) or done[-1].multiplier:
        return None
    between = [sentence.key(at) for at in range(done[-1].last, figure.first)]
    opens = between[-1:] in ([":"], ["："]) or (
        between[-1:] == [","] and done[-1].first in (1, 2) and sentence.key(0) in sentence.words.out_of
    )  # "Of the 240 aircraft, 150 are for Delta"
    goes_on = (
        done[-1].unit_from == "list" and len(between) <= _LONGEST_ITEM and {",", *sentence.words.and_} & set(between)
    )
    is_next = len(between) <= _LONGEST_ITEM and bool({",", *sentence.words.and_}.intersection(between[-1:]))
    is_in_place = is_next and sentence.key(figure.last) in sentence.words.where_in  # "300 in France"
    is_in_place = is_in_place and figure.last + 1 < len(sentence)
    is_in_place = is_in_place and (_is_name(sentence, figure.last + 1) or _is_time(sentence, figure.last + 1))
    is_part = is_in_place or (figure.value <= done[-1].value if opens else bool(goes_on))
    is_time = sentence.at(figure.last, Role.SPAN, Role.MONTH, Role.YEAR, Role.MONTHS) is not None
    follows = sentence.kind(figure.last) in (Kind.WORD, Kind.HAN) and not is_time
    if not is_part or not (follows or (goes_on and figure.last >= len(sentence) - 1)):
        return None
    return replace(figure, unit=done[-1].unit, counted=done[-1].counted, unit_from="list")


def read_item_of_place(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> ParsedFigure | None:
    """``Thailand with 5,807 cars, China with 480, and Mexico 271``: what another place of a list has."""
    if not done or not done[-1].has(Role.THING) or figure.in_words or done[-1].multiplier or figure.multiplier:
        return None
    gap, words = range(done[-1].last, figure.first), sentence.words
    joints = words.and_ | words.beside | words.article | words.where_in | {",", "(", ")", ";"}
    names = [at for at in gap if sentence.key(at) not in joints]
    are_names = bool(names) and len(names) <= _LONGEST_NAME + 1 and all(_is_name(sentence, at) for at in names)
    is_list = any(sentence.key(at) in words.and_ | {",", ";"} for at in gap if at < names[0]) if are_names else False
    ends = sentence.key(figure.last) in words.and_ | {"", ",", ".", ")", ";"}
    is_time = any(sentence.at(at, Role.MONTH, Role.YEAR, Role.WEEKDAY) for at in gap)
    if not is_list or not ends or is_time or sentence.language.has_capital_nouns:
        return None
    return replace(figure, unit=done[-1].unit, counted=done[-1].counted, unit_from="list")


def _is_time(sentence: TaggedSentence, at: int) -> bool:
    """Whether a month or the whole of a year is at a token: ``640 bikes in May and 590 in the whole year``."""
    at += sentence.key(at) in sentence.words.article
    return sentence.at(at, Role.MONTH, Role.FULL_YEAR, Role.RELATIVE) is not None


def is_beside(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> bool:
    """``742 рубля (в рознице — 398)``, ``$64 against 71``, ``17.8% (12.9)``: of the size of the one before it."""
    if not done or figure.in_words or figure.multiplier or done[-1].multiplier:
        return False
    alike = done[-1].value < 10 * figure.value < 100 * done[-1].value
    words = sentence.words
    joined = sentence.key(figure.first - 1) in words.compared_level | _DASHES
    is_in_brackets = sentence.key(figure.first - 1) == "(" and sentence.key(figure.last) == ")"
    joined = joined or (is_in_brackets and figure.value % 1 > 0 and done[-1].last == figure.first - 1)
    is_from = sentence.key(done[-1].first - 1) in words.compared_level | words.from_if_changed | words.from_level
    joined = joined or (is_from and sentence.key(figure.first - 1) in words.range_to | words.to_level)
    ends = sentence.key(figure.last) in ("", ".", ",", ";")  # "had 71 stores; by 2023 there were 50."
    is_average = sentence.vocabulary.pattern("average").search(sentence.text(figure.first - _AHEAD, figure.first))
    joined = joined or (figure.value > _DAYS and is_next_of_list(sentence, done[-1], figure))  # ", in March 150"
    joined = joined or (ends and (is_average is not None or sentence.before(figure.first, Role.PAST) is not None))
    is_unit = bool(done[-1].money) or done[-1].has(Role.PERCENT, Role.THING)
    return alike and joined and figure.first - done[-1].last <= _LONGEST_ITEM and is_unit


def find_counted_before(
    sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]
) -> ParsedFigure | None:
    """Find what is counted again, its noun left out: ``opened 30 shops and now has 410``."""
    if not done or not done[-1].has(Role.THING) or figure.in_words or figure.multiplier or figure.value < _PAIR:
        return None
    is_near = figure.first - done[-1].last <= _LONGEST_ITEM + 2 and not done[-1].multiplier
    is_end = sentence.key(figure.last) in ("", ".", ",", ";", ")")
    words = f"{sentence.text(done[-1].last, figure.first)} "
    return done[-1] if is_near and is_end and sentence.vocabulary.pattern("so_many_now").search(words) else None


def name_what_is_counted(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> ParsedFigure:
    """Give a counting word alone the noun that it had before: 新开30家门店，共有410家."""
    if not done or len(figure.counted) != 1 or not sentence.has_han(figure.last - 1) or not figure.has(Role.THING):
        return figure
    same = done[-1].has(Role.THING) and len(done[-1].counted) > 1 and done[-1].counted.startswith(figure.counted)
    same = same and sentence.vocabulary.pattern("occasions").search(done[-1].counted) is None
    return replace(figure, unit=done[-1].unit, counted=done[-1].counted) if same else figure


def is_multiplied(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> bool:
    """Whether a number is what a multiple is of: ``900 tractors, three times as many as the 300 of 2023``."""
    if len(done) < _PAIR or figure.in_words or not done[-1].has(Role.TIMES) or not done[-2].has(Role.THING):
        return False
    between = sentence.text(done[-1].last, figure.first)
    is_near = figure.first - done[-1].last <= _LONGEST_COMPARISON
    return is_near and sentence.vocabulary.pattern("as_many_as").fullmatch(between) is not None


def is_next_of_list(sentence: TaggedSentence, last: ParsedFigure, figure: ParsedFigure) -> bool:
    """Whether only a time is between two numbers: ``330,000 in the second, 350 million in the third``."""
    small = (
        sentence.words.where_in | sentence.words.article | sentence.words.and_ | sentence.words.before_year | _COMMAS
    )
    times = (Role.ORDINAL, Role.QUARTER, Role.HALF, Role.MONTH, Role.YEAR, Role.RELATIVE)
    gap = range(last.last, figure.first)
    return len(gap) <= _LONGEST_ITEM and all(
        sentence.key(at) in small or sentence.at(at, *times) or sentence.kind(at) is Kind.NUMBER for at in gap
    )


def find_coordinated(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> ParsedFigure | None:
    """The next figure with a unit, if only commas and *and* are between: ``5, 6 and 7%``."""
    joints = sentence.words.joints | _COMMAS
    last = figures[position].last
    if sentence.key(last) == "," and sentence.key(last + 1) in sentence.words.or_:
        return None  # "500, or 35%": the same again
    for here, after in pairwise(figures[position:]):
        gap = [at for at in range(here.last, after.first) if sentence.key(at) not in joints]
        are_names = here.multiplier and len(gap) <= _LONGEST_NAME and all(_is_name(sentence, at) for at in gap)
        if gap and not (are_names and sentence.key(here.last) in joints):
            return None
        is_again = here.value > 100 or here.multiplier
        if after.has(Role.PERCENT) and is_again and sentence.key(after.first - 1) in sentence.words.or_:
            return None  # "150, or 30%"
        if after.has(Role.TIMES) and after.in_words:
            return None  # "hat sich auf 650 verdoppelt"
        if after.unit is not None or after.money:
            return after if sentence.key(after.first - 1) != "," else None
    return None


def _is_name(sentence: TaggedSentence, at: int) -> bool:
    """Whether a word is a name: the givers of ``Denmark gave 310 million and Norway 560 million``."""
    return sentence.kind(at) is Kind.WORD and sentence.tokens[at].text[0].isupper()
