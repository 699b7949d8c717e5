"""Exchange rates: ``157 yen to the dollar``, ``the peso fell against the dollar to 1,032``, 1美元兑82.87卢布."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence

_MOST_FOR_A_POUND: Final = 10  # dollars for one pound or euro; more is another country's pounds for a dollar
_BASES_OF_RATES: Final = ("EUR", "GBP", "AUD", "NZD", "USD")
"""The currencies of which one unit is quoted in another one, the first of a pair."""


def read_exchange_rate(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> ParsedFigure | None:
    """``1美元兑82.87卢布``, ``157日元兑1美元``, «курс юаня — 11,42 рубля», «за доллар дают 81,1 руб.»."""
    figure = figures[position]
    if figure.multiplier or figure.per or figure.value > 100_000:
        return None
    if against := next((one.money for one in _rate_neighbours(sentence, figures, position) if one.value == 1), ""):
        return replace(figure, per=against)
    if not figure.money and figure.unit is not None:
        return None
    other = _other_money(sentence, figure)
    if other is None:
        return None
    moves = sentence.vocabulary.pattern("moved_against").search(f"{sentence.text(0, figure.first)} ")
    named = moves is not None or _names_rate(sentence)
    if not named and sentence.key(other.start - 1) not in sentence.words.for_one:
        return None
    sign = other.value.strip("?")
    if figure.money:
        return replace(figure, per=other.value) if figure.money.strip("?") != sign else None
    pair = [match for match in _moneys(sentence, 0, figure.first) if match.value.strip("?") != sign]
    if not pair or not named:
        return None
    first = min(pair, key=lambda match: match.start)
    rank, rank_of_other = _rank(first.value), _rank(other.value)
    is_unit = rank > rank_of_other if rank != rank_of_other else sentence.has_han(first.start)
    unit, per = (first.value, other.value) if is_unit else (other.value, first.value)
    return replace(figure, unit=(Role.MONEY, unit), per=per)


def _rank(sign: str) -> int:
    """The place of a currency among those of which markets quote one unit; the last for all others."""
    code = sign.partition("?")[0]
    return _BASES_OF_RATES.index(code) if code in _BASES_OF_RATES else len(_BASES_OF_RATES)


def _are_against(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether words give one sum for another: ``1 dollar = 7 yuan``, ``an exchange rate of $1/N379``."""
    words = {sentence.key(at) for at in range(start, end)}
    is_quotient = words == {"/"} and _names_rate(sentence)
    return 0 < len(words) <= 3 and (is_quotient or bool(words & sentence.words.exchanged_for or "=" in words))


def _names_rate(sentence: TaggedSentence) -> bool:
    return sentence.vocabulary.pattern("exchange_rate").search(sentence.text(0, len(sentence))) is not None


def _rate_neighbours(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> list[ParsedFigure]:
    """The amounts right before and behind one that form an exchange rate with it."""
    figure = figures[position]
    beside = [figures[at] for at in (position - 1, position + 1) if figure.money and 0 <= at < len(figures)]
    ends = [(one, min(figure.last, one.last), max(figure.first, one.first)) for one in beside if one.money]
    return [one for one, start, end in ends if _are_against(sentence, start, end)]


def is_base_of_rate(sentence: TaggedSentence, figures: list[ParsedFigure], position: int) -> bool:
    """Whether a figure is the one unit of a currency that a rate is quoted for."""
    figure = figures[position]
    return figure.value == 1 and not figure.multiplier and bool(_rate_neighbours(sentence, figures, position))


def _moneys(sentence: TaggedSentence, start: int, end: int) -> list[Match]:
    """The names of money between two tokens, none within another (元 in 美元)."""
    found: list[Match] = []
    for match in sentence.within(start, end, Role.MONEY):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


def _other_money(sentence: TaggedSentence, figure: ParsedFigure) -> Match | None:
    named = _moneys(sentence, max(0, figure.first - 16), figure.first)
    names = [one for one in named if len(sentence.text(one.start, one.end)) > 1 or sentence.has_han(one.start)]
    return names[-1] if names else None


def name_money_of_rate(sentence: TaggedSentence, figure: ParsedFigure) -> ParsedFigure | None:
    """``the peso trades at about 1,180 per dollar``: the money is named before."""
    if "?" not in figure.per and len(figure.per) != 3:
        return None
    money = _other_money(sentence, figure)
    if money is None:
        return None
    unit, per = money.value, figure.per
    if _rank(unit) < _rank(per) and figure.value < _MOST_FOR_A_POUND:
        unit, per = per, unit  # "the euro rose to 1.29 against the dollar"
    return replace(figure, unit=(Role.MONEY, unit), per=per, unit_from="noun")
