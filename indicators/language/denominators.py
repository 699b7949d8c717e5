"""What follows the unit of a figure: what a sum or a quantity is for, and a qualifier."""

from __future__ import annotations

from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind
from indicators.model.unit_names import find_noun

_PAID_FOR: Final = frozenset(
    "barrels tonnes kilograms grams litres kilowatt-hours megawatt-hours gigawatt-hours hectares acres "
    "centners persons kilometres metres hours".split()
) | {"cubic metres", "square metres", "troy ounces", "pounds of weight"}


def name_plural_thing(sentence: TaggedSentence, index: int) -> str:
    """Name the unit of a thing in the singular: a passenger is one of persons."""
    plural = sentence.language_of(index).plural_ending
    if sentence.kind(index) is not Kind.WORD or not plural:
        return ""
    token = sentence.tokens[index]
    many = token._replace(text=f"{token.text}{plural}", key=f"{token.key}{plural}")
    return next((match.value for match in sentence.vocabulary.lexicon.at([many], 0) if match.role is Role.THING), "")


def _read_denominator(sentence: TaggedSentence, end: int) -> tuple[str, int] | None:
    """Read what a price or a quantity is for: ``per barrel``, ``за тонну``, ``/吨``; or the currency of a rate."""
    words = sentence.words
    is_rate = sentence.key(end) in words.rate_to and sentence.key(end + 1) in words.article
    if is_rate and (money := sentence.at(end + 2, Role.MONEY)):
        return money.value, money.end
    match = sentence.at(end, Role.PER)
    if match is None:
        return None
    after = match.end
    money = sentence.at(after, Role.MONEY)
    if money is not None and money.value == "GBP?" and not _is_of_sterling(sentence):
        return "pounds of weight", money.end  # "copper averaged $4.23 per pound"
    if money is not None and sentence.key(end) not in words.no_rate:
        return None if sentence.kind(money.end) is Kind.NUMBER else (money.value, money.end)  # "$1.00/N379"
    thing = sentence.at(after, Role.THING)
    if thing is not None and thing.value in _PAID_FOR:
        return thing.value, thing.end
    many = name_plural_thing(sentence, after)
    if many in _PAID_FOR:
        return many, after + 1
    noun = find_noun(sentence.key(after)) if sentence.kind(after) is Kind.WORD else None
    if noun is not None and noun.plural in _PAID_FOR:
        return noun.plural, after + 1
    return None


def _is_of_sterling(sentence: TaggedSentence) -> bool:
    """Whether a sentence is about the exchange rate of a pound, rather than the price of one of weight."""
    return sentence.vocabulary.pattern("sterling").search(sentence.text(0, len(sentence))) is not None


def finish_figure(sentence: TaggedSentence, figure: ParsedFigure) -> ParsedFigure:
    """Add what follows the unit: what it is paid for, and a qualifier."""
    is_next = figure.has(Role.THING) and sentence.has_han(figure.last)  # 500名员工每人获得2000元
    if (figure.money or figure.unit is None or figure.has(Role.THING, Role.SUBUNIT)) and not is_next:
        per = _read_denominator(sentence, figure.last) or _per_before(sentence, figure)
        if per is not None:
            figure.per, figure.last = per[0], max(per[1], figure.last)
    after = sentence.at(figure.last, Role.AFTER)
    if after is not None and figure.qualifier is None and not _opens_next(sentence, after.end):
        figure.qualifier, figure.last = after.value, after.end
    return figure


def _opens_next(sentence: TaggedSentence, end: int) -> bool:
    """Whether what looks like a qualifier is that of the next figure: ``119% or more than 120 million``."""
    is_more_than = sentence.vocabulary.pattern("than").match(sentence.text(end, end + 1)) is not None
    return is_more_than and sentence.language.is_spaced


def _per_before(sentence: TaggedSentence, figure: ParsedFigure) -> tuple[str, int] | None:
    """What it is paid for comes first in Chinese: 每千瓦时400元."""
    thing = sentence.before(figure.first, Role.THING)
    if thing is not None and sentence.key(thing.start - 1) in sentence.words.counted_per and figure.money:
        return (thing.value, figure.last) if thing.value in _PAID_FOR else None
    return None
