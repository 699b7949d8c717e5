"""Figures without a unit of their own: the second of two sums, a PMI, an exchange rate, a ratio.

What such a number counts is taken from the figure next to it or from the noun before it, and the claim marks this as
inferred; a number that nothing explains is passed over with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from indicators.claims.reading import messages
from indicators.claims.reading.exchange_rates import is_base_of_rate, name_money_of_rate, read_exchange_rate
from indicators.claims.reading.exclusions import is_length_of_life
from indicators.claims.reading.grammar import Passed
from indicators.claims.reading.matching import names_people_at
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import name_plural_thing
from indicators.language.tokens import Kind

_POINTS: Final = (Role.THING, "index points")
_COMMAS: Final = frozenset(",、")
_DASHES: Final = frozenset("—–")
_MILLIONS: Final = 6  # the power of ten
_DAYS: Final = 31  # a larger number beside a month can't be a day
_BILLION: Final = Decimal(10**9)
_LONGEST_NAME: Final = 2  # tokens
_AHEAD: Final = 4  # tokens before a number that may call it an average
_LONGEST_ITEM: Final = 8  # tokens between two numbers of a list


@dataclass(slots=True)
class Memory:
    """What the sentences before have stated.

    Attributes:
        unit: The unit of the last figure that was not a percentage.
        counted: Its noun.
        currency: The currency of the last sum.
        is_percent: Whether the last figure was a percentage.
        paragraph: Their paragraph.
    """

    unit: tuple[Role, str] | None = None
    counted: str = ""
    currency: str = ""
    is_percent: bool = False
    paragraph: tuple[str, int] = ("", 0)

    def remember(self, figure: ParsedFigure, paragraph: tuple[str, int]) -> None:
        """Keep the unit of a figure."""
        if figure.money:
            self.unit, self.counted, self.currency = (Role.MONEY, figure.money), "", figure.money
        elif figure.has(Role.THING):
            self.unit, self.counted = figure.unit, figure.counted
        self.is_percent = figure.has(Role.PERCENT, Role.POINTS)
        self.paragraph = paragraph


def complete_units(
    sentence: TaggedSentence, figures: list[ParsedFigure], memory: Memory, paragraph: tuple[str, int]
) -> tuple[list[ParsedFigure], list[Passed]]:
    """Complete figures that have no unit of their own; return them, and those that remain without one."""
    done: list[ParsedFigure] = []
    passed: list[Passed] = []
    for position, parsed in enumerate(figures):
        figure = _as_years_of_life(sentence, parsed)
        if is_base_of_rate(sentence, figures, position):
            passed.append(Passed(figure.first, figure.last, messages.RATE_BASE_REASON))
            continue
        if rate := read_exchange_rate(sentence, figures, position):
            done.append(rate)
            continue
        if _counts_what_is_per(sentence, figure):
            passed.append(Passed(figure.first, figure.last, messages.PER_BASE_REASON))
            continue
        has_unit = figure.unit is not None or figure.money != ""
        whole = figure if has_unit else _with_unit(sentence, figures, position, memory, paragraph, done)
        whole = _as_index(sentence, whole, memory, paragraph) if whole is not None else None
        if whole is None:
            passed.append(Passed(figure.first, figure.last, messages.NO_UNIT_REASON, is_unsure=True))
            continue
        done.append(whole)
        memory.remember(whole, paragraph)
    return done, passed


def _as_years_of_life(sentence: TaggedSentence, figure: ParsedFigure) -> ParsedFigure:
    """The years of ``life expectancy was 84 years``, which are no time."""
    behind = figure.last - figure.has(Role.THING)  # *Jahren* is a noun
    if figure.money or not is_length_of_life(sentence, figure.number, behind):
        return figure
    return replace(figure, unit=(Role.THING, "years"), counted="", last=behind + 1)


def _with_unit(
    sentence: TaggedSentence, figures: list[ParsedFigure], position: int, memory: Memory, paragraph: tuple[str, int],
    done: list[ParsedFigure],
) -> ParsedFigure | None:  # fmt: skip
    figure = figures[position]
    if figure.per:
        return name_money_of_rate(sentence, figure)
    if figure.multiplier and names_people_at(sentence, range(max(0, figure.first - 2), figure.first)):
        return replace(figure, unit=(Role.THING, "persons"), unit_from="noun")  # "for a population of 15 million"
    index = _index_noun(sentence, figure)
    if index is not None and not figure.multiplier and not figure.in_words:
        return replace(figure, unit=(Role.THING, "index points"), form="index")
    if _is_ratio(sentence, figure):
        return replace(figure, unit=(Role.TIMES, "ratio"), form="ratio")
    if counted := _counted_part(sentence, figures, position) or _listed_part(sentence, figure, done):
        return counted
    following = _coordinated(sentence, figures, position)
    if following is not None:
        return replace(
            figure, unit=following.unit, counted=following.counted, unit_from="after",
            currency_before=following.currency_before, multiplier=figure.multiplier or following.multiplier,
        )  # fmt: skip
    if not _is_large(sentence, figure) and not _is_beside(sentence, figure, done):
        return None
    return _from_before(sentence, figure, memory, paragraph, done) or _from_behind(sentence, figure, figures, position)


def _from_behind(
    sentence: TaggedSentence, figure: ParsedFigure, figures: list[ParsedFigure], position: int
) -> ParsedFigure | None:
    """``Exports of 50 billion and imports of 40 billion, so 10 billion euros``: billions are money if the next are.

    So are millions in ``from 100 million in 2015 to 200 million euros``.
    """
    words, is_first = sentence.words, figure.multiplier >= _MILLIONS
    is_first = is_first and sentence.key(figure.first - 1) in words.from_level | words.from_if_changed
    for one, following in pairwise(figures[position:]):
        is_move = is_first and sentence.key(following.first - 1) in words.range_to | words.to_level
        is_item = figure.multiplier >= _MILLIONS and _is_next_of_list(sentence, one, following)
        if is_item and not following.money and not following.has(Role.THING):
            continue  # "45 million in January, 50 million in February and 55 million euros in March"
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


def _counted_part(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> ParsedFigure | None:
    """``2.9 million of the 5.5 million farms``; ``of which 3.2 million were sold`` after a sum counts what was sold."""
    figure, words = figures[position], sentence.words
    is_out_of = sentence.key(figure.last) in words.out_of or (
        sentence.key(figure.last - 1) in words.out_of and sentence.key(figure.last) in words.article
    )
    if position + 1 < len(figures) and is_out_of:
        whole = figures[position + 1]
        if (
            whole.has(Role.THING)
            and whole.first - figure.last <= 4
            and not sentence.within(figure.last + 1, whole.first, Role.TO)
        ):
            return replace(figure, unit=whole.unit, counted=whole.counted, unit_from="after")
    behind = sentence.vocabulary.pattern("counted_behind").match(sentence.text(figure.last, figure.last + 4))
    if behind and figure.multiplier:
        return replace(figure, unit=(Role.THING, "units"), counted="", unit_from="noun")
    people = names_people_at(sentence, range(max(0, figure.first - 8), figure.first))
    if (
        people
        and figure.multiplier
        and not any(other.last > figure.first - 8 and not other.has(Role.TIMES) for other in figures[:position])
    ):
        return replace(figure, unit=(Role.THING, "persons"), counted="", unit_from="noun")
    return None


def _listed_part(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> ParsedFigure | None:
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
    is_part = figure.value <= done[-1].value if opens else bool(goes_on)
    is_time = sentence.at(figure.last, Role.SPAN, Role.MONTH, Role.YEAR, Role.MONTHS) is not None
    follows = sentence.kind(figure.last) in (Kind.WORD, Kind.HAN) and not is_time
    if not is_part or not (follows or (goes_on and figure.last >= len(sentence) - 1)):
        return None
    return replace(figure, unit=done[-1].unit, counted=done[-1].counted, unit_from="list")


def _is_large(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether the number is printed as a figure: with a scale, in thousands, or as a part of the one before."""
    compared = sentence.at(figure.last, Role.MORE, Role.LESS) is not None and not figure.in_words and figure.value > 1
    text = sentence.tokens[figure.number].text
    mark = "." if sentence.language.has_grouping_points else ","
    grouped = mark in text and (mark == "." or "." not in text.split(",")[-1]) and figure.value >= 1000
    spaced = figure.value >= 1000 and {sentence.kind(figure.number), sentence.kind(figure.number + 1)} == {Kind.NUMBER}
    of_which = any(sentence.key(at) in sentence.words.of_which for at in range(figure.first - 3, figure.first))
    is_plain = sentence.language.is_spaced and not figure.in_words and figure.value >= 2
    if is_plain and _has_verb_of_number(sentence, figure):
        return True
    return bool(figure.multiplier) or grouped or spaced or compared or (of_which and not figure.in_words)


def _has_verb_of_number(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """``the number of branches halved from 420 to 310``: a verb of change or a level right before it."""
    near = range(figure.first - 1, figure.first - 3, -1)
    moves = sentence.key(figure.first - 1) in sentence.words.from_level | sentence.words.from_if_changed
    moves = moves or sentence.key(figure.first - 1) in sentence.words.range_to | sentence.words.to_level
    moves = moves or any(sentence.at(at, Role.PAST) is not None for at in near)
    return moves and _number_of(sentence, figure, 0) != "" and not sentence.before(figure.first, Role.MONTH)


def _is_beside(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> bool:
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
    joined = joined or (figure.value > _DAYS and _is_next_of_list(sentence, done[-1], figure))  # ", in March 150"
    joined = joined or (ends and (is_average is not None or sentence.before(figure.first, Role.PAST) is not None))
    is_unit = bool(done[-1].money) or done[-1].has(Role.PERCENT, Role.THING)
    return alike and joined and figure.first - done[-1].last <= _LONGEST_ITEM and is_unit


def _from_before(
    sentence: TaggedSentence, figure: ParsedFigure, memory: Memory, paragraph: tuple[str, int], done: list[ParsedFigure]
) -> ParsedFigure | None:
    noun = _noun_before(sentence, figure, done)
    if noun is not None and noun.role is Role.THING and figure.multiplier >= 9 and memory.currency:
        currency = memory.currency  # "the order book is 64 billion": money, not orders
        return replace(figure, unit=(Role.MONEY, currency), unit_from="earlier")
    last = next((other for other in reversed(done) if other.money or other.has(Role.THING)), None)
    if done and done[-1].has(Role.PERCENT) and _is_beside(sentence, figure, done):
        last = done[-1]  # "4.1 per cent, fertilisers – 4.2"
        return replace(figure, unit=last.unit, unit_from="before")
    if last is not None and last.money and not figure.multiplier and last.multiplier:
        last = None  # after an amount in billions a plain number is not an amount
    floor = next((other.last for other in reversed(done) if not other.has(Role.TIMES)), 0)  # "halved: from 840 to 610"
    number_of = _number_of(sentence, figure, floor)
    is_total = number_of in sentence.words.no_adjective  # "the total for 2023"
    if number_of and not (is_total and last is not None) and (noun is None or not _counts(sentence, noun)):
        counted = "" if is_total else number_of
        return replace(figure, unit=(Role.THING, "units"), counted=counted, unit_from="noun")
    if noun is not None and (last is None or (noun.start >= last.last and _counts(sentence, noun))):
        counted = sentence.text(noun.start, noun.end) if noun.role is Role.THING else ""
        return replace(figure, unit=(noun.role, noun.value), counted=counted, unit_from="noun")
    is_next = last is not None and _is_next_of_list(sentence, last, figure)
    is_next = is_next or sentence.key(figure.first - 1) in sentence.words.range_to  # "by 24,000 to 30.4 million"
    is_other = last is not None and _is_far_above(figure, last) and not is_next
    if is_other and last is not None and last.has(Role.THING):
        return None  # "employs 340 people and invested 4.2 million"
    if last is not None:
        currency = "" if last.has(Role.MONEY) else last.money
        return replace(figure, unit=last.unit, counted=last.counted, currency_before=currency, unit_from="before")
    same = memory.paragraph == paragraph or (figure.multiplier >= 6 and bool(memory.currency))
    is_money = memory.unit is not None and memory.unit[0] is Role.MONEY
    if memory.unit is not None and same and not (is_money and not figure.multiplier):
        return replace(figure, unit=memory.unit, counted=memory.counted, unit_from="earlier")
    if figure.multiplier or figure.value < 1000:
        return None
    return replace(figure, unit=(Role.THING, "units"), counted=number_of, unit_from="noun")


def _is_far_above(figure: ParsedFigure, last: ParsedFigure) -> bool:
    """Whether a number of millions is so far above a count that it is hardly one of the same things."""
    return figure.multiplier >= 6 > last.multiplier and figure.value.scaleb(figure.multiplier) > last.value * 1000


def _is_next_of_list(sentence: TaggedSentence, last: ParsedFigure, figure: ParsedFigure) -> bool:
    """Whether only a time is between two numbers: ``330,000 in the second, 350 million in the third``."""
    small = (
        sentence.words.where_in | sentence.words.article | sentence.words.and_ | sentence.words.before_year | _COMMAS
    )
    times = (Role.ORDINAL, Role.QUARTER, Role.HALF, Role.MONTH, Role.YEAR, Role.RELATIVE)
    gap = range(last.last, figure.first)
    return len(gap) <= _LONGEST_ITEM and all(
        sentence.key(at) in small or sentence.at(at, *times) or sentence.kind(at) is Kind.NUMBER for at in gap
    )


def _counts(sentence: TaggedSentence, noun: Match) -> bool:
    """Whether a noun is what is counted: ``the number of sellers``, «количество пунктов», 观影人次."""
    if sentence.has_han(noun.start):
        return True
    return any(sentence.key(at) in sentence.words.number_of for at in range(max(0, noun.start - 6), noun.start))


def _number_of(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> str:
    """The noun of ``the number of properties for sale``; empty when there is none."""
    for at in range(figure.first, max(floor, figure.first - 14) - 1, -1):
        if sentence.key(at) in sentence.words.number_of and sentence.kind(at) is Kind.WORD:
            after = at + 1 + (sentence.key(at + 1) in sentence.words.of)
            is_word = sentence.kind(after) in (Kind.WORD, Kind.HAN)  # and not the comma of "of that total, 300"
            return sentence.text(after, min(after + 1, figure.first)) if is_word else ""
    return ""


def _noun_before(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> Match | None:
    """The nearest thing or money named before the figure and not part of another."""
    taken = {at for other in done for at in range(other.first, other.last)}
    for at in range(figure.first - 1, max(-1, figure.first - 25), -1):
        match = sentence.at(at, Role.THING, Role.MONEY) or _thing_of_flow(sentence, at)
        if match is None or match.end > figure.first or at in taken:
            continue
        word = sentence.text(match.start, match.end)
        if len(word) > 2 or (sentence.kind(at) is Kind.HAN and len(word) > 1):
            return match
    return None


def _thing_of_flow(sentence: TaggedSentence, at: int) -> Match | None:
    """The cars of *car sales*."""
    flow = sentence.vocabulary.pattern("flow")
    thing = name_plural_thing(sentence, at) if flow.match(sentence.text(at + 1, at + 2)) else ""
    return Match(Role.THING, thing, at, at + 1) if thing else None


def _index_noun(sentence: TaggedSentence, figure: ParsedFigure) -> Match | None:
    for at in range(figure.first, max(0, figure.first - 14), -1):
        match = sentence.before(at, Role.INDEX)
        if match is not None:
            return match
        if sentence.key(at - 1) in (";", "。", "；"):
            return None
    return None


def _as_index(
    sentence: TaggedSentence, figure: ParsedFigure, memory: Memory, paragraph: tuple[str, int]
) -> ParsedFigure | None:
    """Points count when an index is named, or was just before; otherwise they may be those of a match or a test."""
    if figure.unit != _POINTS or figure.form == "index":
        return figure
    is_here = memory.paragraph == paragraph
    named = (
        sentence.within(0, len(sentence), Role.INDEX) or figure.value >= 1000 or (is_here and memory.unit == _POINTS)
    )
    is_of_percent = bool(sentence.within(0, len(sentence), Role.RATE, Role.SHARE, Role.PERCENT))
    is_of_percent = is_of_percent or (is_here and memory.is_percent and figure.value < 10)
    if not named and figure.value < 100 and is_of_percent:
        return replace(figure, unit=(Role.POINTS, "points"))  # "the savings rate is lower by 2.4 points"
    return replace(figure, form="index") if named else None


def _is_ratio(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    if figure.multiplier or figure.in_words or figure.value > 100:
        return False
    before = sentence.text(max(0, figure.first - 10), figure.first)
    return sentence.vocabulary.pattern("ratio").search(before) is not None


def _coordinated(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> ParsedFigure | None:
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
        if after.unit is not None or after.money:
            return after if sentence.key(after.first - 1) != "," else None
    return None


def _is_name(sentence: TaggedSentence, at: int) -> bool:
    """Whether a word is a name: the givers of ``Denmark gave 310 million and Norway 560 million``."""
    return sentence.kind(at) is Kind.WORD and sentence.tokens[at].text[0].isupper()


def _counts_what_is_per(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """``每10股``, ``per 100,000 people``, «на 1000 человек» are the base of a rate."""
    key = sentence.key(figure.first - 1)
    if key in sentence.words.counted_per and not figure.has(Role.PERCENT):
        return True
    round_number = figure.value in (10, 100, 1000, 10_000, 100_000) and not figure.multiplier
    return key in sentence.words.counted_per_round and round_number and figure.has(Role.THING)
