"""Figures without a unit of their own: the second of two sums, a PMI, an exchange rate, a ratio.

What such a number counts is taken from the figure next to it or from the noun before it, and the claim marks this as
inferred; a number that nothing explains is passed over with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from indicators.claims.reading import messages
from indicators.claims.reading.exchange_rates import is_base_of_rate, name_money_of_rate, read_exchange_rate
from indicators.claims.reading.exclusions import is_length_of_life
from indicators.claims.reading.grammar import Passed
from indicators.claims.reading.matching import names_people_at
from indicators.claims.reading.neighbours import (
    find_coordinated,
    find_counted_before,
    is_beside,
    is_multiplied,
    is_next_of_list,
    name_what_is_counted,
    read_item,
    read_item_of_place,
    share_units_of_moves,
    take_from_behind,
)
from indicators.language.denominators import name_plural_thing
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind

_FEWEST: Final = 100  # people of a village
_FAR_WHOLE: Final = 6  # tokens from a part to its whole
_MILLIONS: Final = 6  # the power of ten
_POINTS: Final = (Role.THING, "index points")


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
    figures = share_units_of_moves(sentence, figures)
    for position, parsed in enumerate(figures):
        figure = name_what_is_counted(sentence, _as_years_of_life(sentence, parsed), done)
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
        return name_money_of_rate(sentence, figure) or _share_of_sum(sentence, figure, done)
    lives = sentence.vocabulary.pattern("place_of").search(f"{sentence.text(max(0, figure.first - 5), figure.first)} ")
    is_people = figure.multiplier and names_people_at(sentence, range(max(0, figure.first - 2), figure.first))
    if is_people or (lives and figure.value.scaleb(figure.multiplier) >= _FEWEST):
        return replace(figure, unit=(Role.THING, "persons"), unit_from="noun")  # "for a population of 15 million"
    index = _index_noun(sentence, figure)
    is_again = index is None and _is_index_again(sentence, figure, memory, paragraph)
    if (index is not None or is_again) and not figure.multiplier and not figure.in_words:
        return replace(figure, unit=_POINTS, form="index", unit_from="earlier" if is_again else "")
    if _is_ratio(sentence, figure):
        return replace(figure, unit=(Role.TIMES, "ratio"), form="ratio")
    if (
        counted := _counted_part(sentence, figures, position)
        or read_item(sentence, figure, done)
        or read_item_of_place(sentence, figure, done)
    ):
        return counted
    following = find_coordinated(sentence, figures, position)
    if following is not None:
        return replace(
            figure, unit=following.unit, counted=following.counted, unit_from="after",
            currency_before=following.currency_before, multiplier=figure.multiplier or following.multiplier,
        )  # fmt: skip
    if again := find_counted_before(sentence, figure, done):
        return replace(figure, unit=again.unit, counted=again.counted, unit_from="before")
    if not (_is_large(sentence, figure) or is_beside(sentence, figure, done) or is_multiplied(sentence, figure, done)):
        return None
    if (
        _is_earned(sentence, figure, memory)
        or _is_measured_in_money(sentence, figure, memory, done)
        or _is_for_each(sentence, figure, done)
    ):
        return _take_money(sentence, figure, figures[position + 1 :], memory, done)
    before = _from_before(sentence, figure, memory, paragraph, done)
    return before or take_from_behind(sentence, figure, figures, position)


def _is_earned(sentence: TaggedSentence, figure: ParsedFigure, memory: Memory) -> bool:
    """Whether a verb of money is right before millions: ``the firm earned 74 million``."""
    if figure.multiplier < _MILLIONS or (memory.unit is not None and memory.unit[0] is Role.THING):
        return False  # "has 40 million users and lost 4 million"
    return (
        sentence.vocabulary.pattern("earns").search(sentence.text(max(0, figure.first - 6), figure.first)) is not None
    )


def _is_measured_in_money(
    sentence: TaggedSentence, figure: ParsedFigure, memory: Memory, done: list[ParsedFigure]
) -> bool:
    """Whether millions are of sales or profit, and the figures before were money: ``Sales reached 18,351 million``."""
    if figure.multiplier < _MILLIONS or not memory.currency or memory.unit is None or memory.unit[0] is Role.THING:
        return False
    floor = done[-1].last if done else 0
    return sentence.vocabulary.pattern("nominal_measure").search(sentence.text(floor, figure.first)) is not None


def _is_for_each(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> bool:
    """Whether each of those counted gets so much of a sum: ``of 90 million euros for 45 towns, 3 million each``."""
    is_shared = [one.money != "" for one in done] == [True, False] and done[1].has(Role.THING)
    beside = (sentence.text(figure.first - 2, figure.first), sentence.text(figure.last, figure.last + 2))
    each = sentence.vocabulary.pattern("each_word")
    return is_shared and figure.multiplier > 0 and any(map(each.search, beside))


def _take_money(
    sentence: TaggedSentence, figure: ParsedFigure, behind: list[ParsedFigure], memory: Memory, done: list[ParsedFigure]
) -> ParsedFigure | None:
    """The money of the sum before in the sentence, else of the first behind, else of the sentences before."""
    sources = {
        "before": next((other.money for other in _leave_out_repeated(sentence, done) if other.money), ""),
        "after": next((other.money for other in behind if other.money), ""),
        "earlier": memory.currency,
    }
    source = next((name for name, money in sources.items() if money), "")
    return replace(figure, unit=(Role.MONEY, sources[source]), unit_from=source) if source else None


def _share_of_sum(sentence: TaggedSentence, figure: ParsedFigure, done: list[ParsedFigure]) -> ParsedFigure | None:
    """``4 billion roubles were spent on roads, or 5,000 per person``: the money is that of the sum before."""
    sums = [other for other in done if other.money]
    if not sums or sums[-1] is not done[-1] or sums[-1].per or not sums[-1].multiplier:
        return None
    is_conclusion = sentence.vocabulary.pattern("comes_to").search(sentence.text(sums[-1].last, figure.first))
    return replace(figure, unit=sums[-1].unit, unit_from="before") if is_conclusion else None


def _counted_part(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> ParsedFigure | None:
    """``2.9 million of the 5.5 million farms``; ``of which 3.2 million were sold`` after a sum counts what was sold."""
    figure, words = figures[position], sentence.words
    is_out_of = sentence.key(figure.last) in words.out_of or (
        sentence.key(figure.last - 1) in words.out_of and sentence.key(figure.last) in words.article
    )
    if position + 1 < len(figures) and is_out_of:
        whole = figures[position + 1]
        is_near = whole.first - figure.last <= _FAR_WHOLE
        if whole.has(Role.THING) and is_near and not sentence.within(figure.last + 1, whole.first, Role.TO):
            is_of_its_scale = whole.first == figure.last + 1 and not figure.multiplier and figure.value < whole.value
            scale = whole.multiplier if is_of_its_scale else figure.multiplier  # "20 of 50 million tonnes"
            return replace(figure, unit=whole.unit, counted=whole.counted, unit_from="after", multiplier=scale)
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


def _is_large(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether the number is printed as a figure: with a scale, in thousands, or as a part of the one before."""
    compared = sentence.at(figure.last, Role.MORE, Role.LESS) is not None and not figure.in_words and figure.value > 1
    text = sentence.tokens[figure.number].text
    mark = "." if sentence.language.has_grouping_points else ","
    grouped = mark in text and (mark == "." or "." not in text.split(",")[-1]) and figure.value >= 1000
    spaced = figure.value >= 1000 and {sentence.kind(figure.number), sentence.kind(figure.number + 1)} == {Kind.NUMBER}
    of_which = any(sentence.key(at) in sentence.words.of_which for at in range(figure.first - 3, figure.first))
    ahead = sentence.text(max(0, figure.first - 3), figure.first)  # "Of these, 600", "the remaining 250"
    of_which = of_which or any(sentence.vocabulary.pattern(name).search(ahead) for name in ("of_before", "the_rest"))
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


def _leave_out_repeated(sentence: TaggedSentence, done: list[ParsedFigure]) -> list[ParsedFigure]:
    """The figures before, the last first, without those that repeat a sum: ``2 trillion francs ($3.8 billion)``."""
    return [
        figure for position, figure in reversed(list(enumerate(done)))
        if not (position and figure.money and done[position - 1].money and sentence.key(figure.first - 1) == "(")
    ]  # fmt: skip


def _from_before(
    sentence: TaggedSentence, figure: ParsedFigure, memory: Memory, paragraph: tuple[str, int], done: list[ParsedFigure]
) -> ParsedFigure | None:
    noun = _noun_before(sentence, figure, done)
    is_number = noun is not None and _counts(sentence, noun, figure)  # "passenger numbers", "the number of orders"
    is_thing = noun is not None and noun.role is Role.THING
    if is_thing and not is_number and figure.multiplier >= 9 and memory.currency:
        currency = memory.currency  # "the order book is 64 billion": money, not orders
        return replace(figure, unit=(Role.MONEY, currency), unit_from="earlier")
    sums = _leave_out_repeated(sentence, done)
    last = next((other for other in sums if other.money or other.has(Role.THING)), None)
    if done and done[-1].has(Role.PERCENT) and is_beside(sentence, figure, done):
        last = done[-1]  # "4.1 per cent, fertilisers – 4.2"
        return replace(figure, unit=last.unit, unit_from="before")
    if last is not None and last.money and not figure.multiplier and last.multiplier:
        last = None  # after an amount in billions a plain number is not an amount
    floor = next((other.last for other in reversed(done) if not other.has(Role.TIMES)), 0)  # "halved: from 840 to 610"
    number_of = _number_of(sentence, figure, floor)
    is_total = number_of in sentence.words.no_adjective  # "the total for 2023"
    if number_of and not (is_total and last is not None) and (noun is None or not _counts(sentence, noun, figure)):
        counted = "" if is_total or number_of.casefold() in sentence.words.number_of else number_of
        return replace(figure, unit=(Role.THING, "units"), counted=counted, unit_from="noun")
    is_near = noun is not None and (last is None or noun.start >= last.last)
    if noun is not None and is_near and (_counts(sentence, noun, figure) or not (last or sentence.has_han(noun.start))):
        counted = sentence.text(noun.start, noun.end) if noun.role is Role.THING else ""
        return replace(figure, unit=(noun.role, noun.value), counted=counted, unit_from="noun")
    is_next = last is not None and is_next_of_list(sentence, last, figure)
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
    times = figure.value.scaleb(figure.multiplier) / (last.value.scaleb(last.multiplier) or 1)
    return figure.multiplier >= 6 > last.multiplier and times > 1000


def _counts(sentence: TaggedSentence, noun: Match, figure: ParsedFigure) -> bool:
    """Whether a noun is what is counted: ``the number of sellers``, ``visitor numbers``, 观影人次."""
    if noun.role is Role.THING and sentence.key(noun.end) in sentence.words.number_of:
        return True
    if sentence.has_han(noun.start):  # 用户达10亿, but not 公司营收有望超过100亿
        return sentence.vocabulary.pattern("counted_then").fullmatch(sentence.text(noun.end, figure.first)) is not None
    return any(sentence.key(at) in sentence.words.number_of for at in range(max(0, noun.start - 6), noun.start))


def _number_of(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> str:
    """The noun of ``the number of properties for sale`` or ``visitor numbers``; empty when there is none."""
    for at in range(figure.first, max(floor, figure.first - 14) - 1, -1):
        if sentence.key(at) in sentence.words.number_of and sentence.kind(at) is Kind.WORD:
            after = at + 1 + (sentence.key(at + 1) in sentence.words.of)
            if sentence.at(after, Role.PAST, Role.RISE, Role.FALL, Role.TO, Role.FORECAST) is not None:
                return sentence.text(at, at + 1)  # "the number fell to 310"
            if sentence.key(after) in sentence.words.no_adjective and after == at + 1:
                return sentence.text(at, at + 1)  # "visitor numbers should top 2 million"
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
        if match is not None and not (sentence.key(at) == "-" and sentence.glued(at)):  # *die Dax-Konzerne*
            return match
        if sentence.key(at - 1) in (";", "。", "；"):
            return None
    return None


def _is_index_again(sentence: TaggedSentence, figure: ParsedFigure, memory: Memory, paragraph: tuple[str, int]) -> bool:
    """``The index rose to 50.2. Services slipped to 50.6 from 51.3``: a level right after that of an index."""
    if memory.unit != _POINTS or memory.paragraph != paragraph:
        return False
    words, before = sentence.words, sentence.key(figure.first - 1)
    is_level = before in words.to_level | words.compared_level | words.from_if_changed
    return is_level and figure.value % 1 > 0 and sentence.language.is_spaced


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


def _counts_what_is_per(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """``每10股``, ``per 100,000 people``, «на 1000 человек» are the base of a rate."""
    key = sentence.key(figure.first - 1)
    if sentence.vocabulary.pattern("per_action").search(sentence.text(max(0, figure.first - 3), figure.first)):
        return figure.has(Role.THING)  # 每卖出两辆新车
    if key in sentence.words.counted_per and not figure.has(Role.PERCENT):
        units = (Role.MONEY, Role.THING, Role.PERCENT)  # "2 Euro je 100 Euro", but "also je 300 Euro"
        return not figure.money or sentence.before(figure.first - 1, *units) is not None
    round_number = figure.value in (10, 100, 1000, 10_000, 100_000) and not figure.multiplier
    return key in sentence.words.counted_per_round and round_number and figure.has(Role.THING)
