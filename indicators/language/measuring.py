"""One number with its scale, its unit or noun, and the words before it."""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.language.fractions import Fraction
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import Number, read_number
from indicators.language.scales import THOUSANDS, read_behind_thousands, read_lower_part, read_scale
from indicators.language.tokens import Kind

_HYPHENS: Final = frozenset("-–—")
_UNIT_ROLES: Final = (
    Role.POINTS, Role.BPS, Role.PERCENT, Role.MONEY, Role.SUBUNIT, Role.TIMES, Role.THING, Role.TENTHS,
)  # fmt: skip
_MOST_ADJECTIVES: Final = 3
_HALF_OF_TENTH: Final = 5  # percent
_AHEAD_OF_WEIGHT: Final = 8  # tokens
_BEHIND_WEIGHT: Final = 40  # characters
_SIGNS: Final = {"+": "+", "-": "-", "±": "", "–": "-"}


class UnitFound(NamedTuple):
    """A unit after a number.

    Attributes:
        role: What kind of unit.
        value: The unit, or the currency.
        counted: The noun as printed, for things.
        end: The token after it.
        power: The power of ten that the unit itself says: 6 for Mt, 9 for bcm.
    """

    role: Role
    value: str
    counted: str
    end: int
    power: int = 0


def measure_figure(sentence: TaggedSentence, index: int, number: Number, floor: int, *, power: int = 0) -> ParsedFigure:
    """Read a number with its scale and unit, but not its range."""
    figure = start_figure(sentence, index, number, floor)
    figure.in_words = number.in_words
    end = _read_more(sentence, figure, number.end)
    scale, end = read_scale(sentence, end, money=bool(figure.currency_before))
    if scale == THOUSANDS and (whole := read_behind_thousands(sentence, figure.value, end)) is not None:
        figure.value, scale, end = whole
        figure.digits = len(figure.value.as_tuple().digits)
    if scale and (more_of_it := read_lower_part(sentence, end, scale)) is not None:
        lower, lower_scale, end = more_of_it
        figure.value += lower.value.scaleb(lower_scale - scale)
        figure.digits = len(figure.value.as_tuple().digits)
    end = _read_more(sentence, figure, end) if scale else end
    figure.multiplier, figure.last = power + scale, end
    unit = read_unit_after(sentence, end, in_words=number.in_words and not scale)
    if unit is not None and unit.role is Role.MONEY and sentence.kind(unit.end) is Kind.NUMBER:
        is_of_next = sentence.glued(unit.end) and not sentence.has_han(unit.end - 1)  # "$5-$7", but not 5亿美元4.7%
        unit = None if is_of_next else unit
    if unit is not None and figure.currency_before and unit.role in (Role.THING, Role.TIMES, Role.TENTHS):
        unit = None  # "$5 shares": a noun after money is not counted
    if unit is not None and unit.value == "GBP?" and not figure.currency_before and _is_weight(sentence, figure, unit):
        unit = unit._replace(role=Role.THING, value="pounds of weight", counted=sentence.text(unit.end - 1, unit.end))
    if unit is not None:
        figure.unit, figure.counted, figure.last = (unit.role, unit.value), unit.counted, unit.end
        figure.multiplier += unit.power
        if unit.role is Role.TENTHS:
            figure.value, figure.unit, figure.form = figure.value * 10, (Role.PERCENT, "%"), "tenths"
            _add_hundredths(sentence, figure)
            figure.digits = 1 if figure.value % 10 == 0 else 2
    return figure


def _is_weight(sentence: TaggedSentence, figure: ParsedFigure, unit: UnitFound) -> bool:
    """Whether pounds are a weight: ``weighs 480 pounds``, ``300 pounds of beef``."""
    ahead = sentence.text(max(0, figure.first - _AHEAD_OF_WEIGHT), figure.first)
    behind = sentence.tokens[unit.end - 1].end
    pattern = sentence.vocabulary.pattern
    return bool(
        pattern("weighs").search(f"{ahead} ")
        or pattern("of_weight").match(sentence.view, behind, behind + _BEHIND_WEIGHT)
    )


def _read_more(sentence: TaggedSentence, figure: ParsedFigure, end: int) -> int:
    """The token after a qualifier between a number and its scale or unit: 多, 余."""
    more = sentence.at(end, Role.AFTER)
    if more is None or sentence.key(end) not in sentence.words.more_inside:
        return end
    figure.qualifier = more.value
    return more.end


def _add_hundredths(sentence: TaggedSentence, figure: ParsedFigure) -> None:
    """八成五 and 八成半 are 85 percent."""
    if sentence.key(figure.last) in sentence.words.half_of_tenth:
        figure.value, figure.last = figure.value + _HALF_OF_TENTH, figure.last + 1
        return
    digit = read_number(sentence, figure.last)
    if digit is not None and digit.in_words and digit.value < 10 and digit.end == figure.last + 1:
        figure.value, figure.last = figure.value + digit.value, digit.end


def start_figure(
    sentence: TaggedSentence, index: int, number: Number | Fraction, floor: int, *, unit: tuple[Role, str] | None = None
) -> ParsedFigure:
    """Start a figure with a number and what precedes it, not further back than ``floor``: currency, sign, qualifier."""
    first, currency, sign = index, "", ""
    for _ in range(3):
        if not sign and (found := _sign_before(sentence, first, floor)):
            sign, first = found
        elif not currency and (money := _currency_before(sentence, first, floor)):
            currency, first = money.value, money.start
        else:
            break
    figure = ParsedFigure(
        first, index, number.end, number.value, number.digits, unit=unit, currency_before=currency, sign=sign
    )
    each = sentence.key(first - 2) in sentence.words.counted_per  # "at most per share 8.5 yuan" in Chinese
    for at in (first, first - 2 if each else first - 1):
        passing = at == first or each or sentence.key(at) in sentence.words.behind_qualifier
        qualifier = sentence.before(at, Role.BEFORE) if passing else None
        if qualifier is not None and qualifier.start >= floor and _is_qualifier(sentence, qualifier):
            figure.first, figure.qualifier = qualifier.start if at == first or each else first, qualifier.value
            break
    return figure


def _sign_before(sentence: TaggedSentence, first: int, floor: int) -> tuple[str, int] | None:
    before = first - 1
    if before < floor:
        return None
    minus, qualifier = sentence.before(first, Role.MINUS), sentence.before(first, Role.BEFORE)
    if minus and sentence.key(minus.start - 1) in sentence.words.not_minus:
        return None
    if minus and not (qualifier and qualifier.start < minus.start):  # «au moins» is at least
        both = sentence.key(minus.start - 1) in sentence.words.or_  # plus or minus 3
        return "" if both else "-", minus.start
    key = sentence.key(before)
    if key in _SIGNS and _is_spaced_sign(sentence, first):
        return _SIGNS[key], before
    if key not in _SIGNS or not sentence.glued(first):
        return None
    words = sentence.words  # 从-0.1%, and not 5月-7%
    is_han = sentence.has_han(before - 1) and before > floor
    is_han = is_han and sentence.key(before - 1) not in words.month_mark | words.day_mark | words.year_mark
    free = (
        is_han
        or not sentence.glued(before)
        or sentence.key(before - 1) in ("(", "/", "«", "“", '"', "[", ",", ";", "~")
    )
    if key in ("-", "–") and not free:
        return None
    return _SIGNS[key], before


def _is_spaced_sign(sentence: TaggedSentence, first: int) -> bool:
    """Whether a sign parted from its number is one: ``en baisse de - 7,8 %``, ``(+ 0.3%)``."""
    number, ahead = read_number(sentence, first), sentence.key(first - 2)
    is_change = number is not None and sentence.at(number.end, Role.PERCENT, Role.POINTS) is not None
    words = sentence.words
    small = words.by_step | words.to_level | words.begins_other_time | words.compared_level
    opens = ahead == "(" or sentence.key(first - 1) == "+" or ahead in small
    return is_change and opens and not sentence.glued(first)


def _currency_before(sentence: TaggedSentence, first: int, floor: int) -> Match | None:
    money = sentence.before(first, Role.MONEY)
    if money is None or money.start < floor:
        return None
    while money is not None and any(not sentence.glued(at) for at in range(money.start + 1, money.end)):
        money = sentence.at(money.start + 1, Role.MONEY)  # "a $3 billion hit" is not A$3 billion
        if money is not None and money.end != first:
            money = None
    if money is None:
        return None
    text = sentence.text(money.start, money.end)
    if len(text) == 1 and text.isalpha() and text.isascii() and not _is_sum(sentence, first):
        return None  # the N1 is a road
    is_code = text.isupper() or (len(text) <= 4 and text[0].isupper()) or text.lower() in sentence.words.money_letters
    return money if is_code or not text.isalpha() or sentence.kind(money.start) is not Kind.WORD else None


def _is_sum(sentence: TaggedSentence, index: int) -> bool:
    """Whether a number glued to a letter is surely a sum: ``N3.42 trillion``, ``R12,500``."""
    text = sentence.tokens[index].text if index < len(sentence) else ""
    return sentence.glued(index) and ("," in text or sentence.at(index + 1, Role.SCALE) is not None)


def _is_qualifier(sentence: TaggedSentence, qualifier: Match) -> bool:
    """Whether the word widens the number: *up to* after a verb of motion and *to top* before no money do not."""
    key, words = sentence.key(qualifier.start), sentence.words
    if key in words.of_whole | words.compares and sentence.before(qualifier.start, Role.PERCENT):
        return False  # "25% of 2,000", "up 6% over 2,000"
    if key in words.upward and qualifier.end == qualifier.start + 2:
        return sentence.key(qualifier.start - 1) not in words.goes_up
    if key in words.surpass:
        return sentence.at(qualifier.end, Role.MONEY) is not None
    return key not in words.no_qualifier


def read_unit_after(sentence: TaggedSentence, end: int, *, in_words: bool) -> UnitFound | None:
    """Read the unit or noun after a number and its scale.

    Args:
        sentence: The sentence.
        end: The token after the number and its scale.
        in_words: Whether the number was written in words: then the noun must be a known one.
    """
    hyphen = sentence.key(end) in _HYPHENS and sentence.glued(end) and sentence.glued(end + 1)
    direct = _best(sentence, end + hyphen)
    if direct is not None:
        return None if in_words and direct.role is Role.SUBUNIT and sentence.has_han(end) else direct  # 八角 is a spice
    if (
        sentence.kind(end) is Kind.NUMBER
        and sentence.key(end + 1) == "-"
        and sentence.glued(end + 1)
        and sentence.glued(end + 2)
    ):
        end += 3  # "2.96 million 60-kg bags"
    if sentence.has_han(end):
        return None
    return _after_adjectives(sentence, end) or (None if in_words else _any_noun(sentence, end))


def _value_in_context(sentence: TaggedSentence, unit: Match) -> str:
    """The unit that a word means in its sentence: 度 are kilowatt-hours only beside words of electricity."""
    text = sentence.text(unit.start, unit.end)
    for row in sentence.vocabulary.templates("units_in_context"):
        word, otherwise, context = row.split(" = ")
        if word == text and not any(one in sentence.text(0, len(sentence)) for one in context.split("|")):
            return otherwise
    return unit.value or unit.role.value


def _best(sentence: TaggedSentence, index: int) -> UnitFound | None:
    matches = [match for role in _UNIT_ROLES if (match := sentence.at(index, role))]
    if not matches:
        return None
    best = max(matches, key=lambda match: (match.end, -_UNIT_ROLES.index(match.role)))
    if best.role is Role.POINTS:
        return UnitFound(best.role, best.role.value, "", best.end, best.value or 0)  # a *décima* is a tenth of one
    value = _value_in_context(sentence, best)
    if best.role is not Role.THING:
        return UnitFound(best.role, value, "", best.end)
    if sentence.key(best.end - 1).endswith(sentence.language_of(best.end - 1).endings.relational):
        return None  # bank cards are cards, not banks
    if sentence.is_before_capital_noun(best):  # "befragten Betrieben" are firms, not those who were asked
        return None
    abbreviated = sentence.key(index) in sentence.words.unit_letters and sentence.key(index + 1) == "."
    if abbreviated and sentence.kind(index + 2) is Kind.WORD and sentence.glued(index + 2):
        return None
    counted, end = sentence.text(best.start, best.end), best.end
    if counted in sentence.words.counter:
        counted, end = _noun_after_counter(sentence, best.end)
    value, _, power = value.partition("@")
    return UnitFound(best.role, value, counted, end, 6 if counted == "Mt" else int(power or 0))  # mt is a metric ton


def _noun_after_counter(sentence: TaggedSentence, end: int) -> tuple[str, int]:
    """The two to four characters after a word that only counts, up to the next known word."""
    last = end
    while last < len(sentence) and last - end < 4 and sentence.has_han(last):
        other = sentence.at(last, Role.RISE, Role.FALL, Role.TO, Role.FORECAST)
        if last > end and (other or sentence.key(last) in sentence.words.no_noun):
            break
        last += 1
    return (sentence.text(end, last), last) if last > end else (sentence.key(end - 1), end)


def _after_adjectives(sentence: TaggedSentence, end: int) -> UnitFound | None:
    """A known thing after up to three adjectives: ``1.2 million new private-sector jobs``."""
    index = end
    for _ in range(_MOST_ADJECTIVES):
        if not _is_adjective(sentence, index):
            return None
        index = _past_hyphens(sentence, index + 1)
        found = _best(sentence, index)
        if found is not None and found.role is Role.THING:
            return found._replace(counted=sentence.text(end, found.end))
        if found is not None and found.role is Role.MONEY and index == end + 1:
            return found
        inside = sentence.key(index) in sentence.words.where_in and sentence.language_of(end).endings.adjective
        if found is None and inside:  # a place between the adjective and its noun
            found = _best(sentence, index + 2)
            return found if found is not None and found.role is Role.THING else None
    return None


def _is_adjective(sentence: TaggedSentence, index: int) -> bool:
    if sentence.kind(index) is not Kind.WORD or sentence.key(index) in sentence.words.no_adjective:
        return False
    if sentence.at(index, Role.SAY, Role.MONTH, Role.PAST, Role.ACCORDING) is not None:
        return False
    endings = sentence.language_of(index).endings.adjective
    return not endings or sentence.key(index).endswith(endings) or sentence.tokens[index].text.isupper()


def _any_noun(sentence: TaggedSentence, end: int) -> UnitFound | None:
    """A noun that no table knows, by its ending."""
    index = end
    for _ in range(_MOST_ADJECTIVES):
        key = sentence.key(index)
        text = sentence.tokens[index].text if index < len(sentence) else ""
        is_name = index > end + 2 and not text.islower()
        if sentence.kind(index) is not Kind.WORD or text in sentence.words.no_adjective or is_name:
            return None
        own = sentence.language_of(index)
        noun = UnitFound(Role.THING, "units", sentence.text(end, index + 1), index + 1)
        is_plural = len(text) > 2 and own.endings.acronym_plural and text.endswith(own.endings.acronym_plural)
        if is_plural and not text.isupper() and (text[:2].isupper() or (text[0].islower() and not text.islower())):
            return noun  # GPUs, iPads
        if not text.islower():
            if sentence.at(index, Role.MONTH, Role.SAY) is not None:
                return None
            if own.has_capital_nouns and own.is_counted_noun(key):
                return noun
            index = _past_glued(sentence, index + 1)
            continue
        is_noun = own.is_counted_noun(key) and sentence.at(index, *own.no_noun_roles) is None
        is_noun = is_noun and not own.has_capital_nouns  # in lowercase letters here
        if own.endings.adjective and not key.endswith(own.endings.adjective):
            return noun if is_noun else None
        if is_noun and not own.endings.adjective:
            return noun
        index = _past_hyphens(sentence, index + 1)
    return None


def _past_hyphens(sentence: TaggedSentence, index: int) -> int:
    while sentence.key(index) in _HYPHENS and sentence.glued(index) and sentence.glued(index + 1):
        index += 2
    return index


def _past_glued(sentence: TaggedSentence, index: int) -> int:
    """Past what sticks to a name: the 320neo of A320neo."""
    while sentence.glued(index) and sentence.kind(index) in (Kind.NUMBER, Kind.WORD):
        index += 1
    return index
