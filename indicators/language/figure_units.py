"""What stands around a number: its words of scale, its unit or noun, what it is counted for, the words before it."""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.language.lexicon import Match, Role, load_lexicon
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind
from indicators.model.observations import Qualifier
from indicators.model.unit_names import find_noun

__all__ = ["Before", "UnitFound", "read_before", "read_denominator", "read_qualifier_after", "read_scale", "read_unit"]

_HYPHENS: Final = frozenset("-–—")
_UNIT_ROLES: Final = (
    Role.POINTS, Role.BPS, Role.PERCENT, Role.MONEY, Role.SUBUNIT, Role.TIMES, Role.THING, Role.TENTHS,
)  # fmt: skip
_PAID_FOR: Final = frozenset(
    "barrels tonnes kilograms grams litres kilowatt-hours megawatt-hours gigawatt-hours hectares acres "
    "centners persons kilometres metres hours".split()
) | {"cubic metres", "square metres", "troy ounces"}
_MOST_ADJECTIVES: Final = 3
_NO_ADJECTIVE: Final = frozenset(
    "in of to from by for at on with and or as than that which who were was is are had has have will would the "
    "a an its their his her this those these per over under after before during since until between into "
    "within when while but if not also compared against up down more less fewer higher lower above below each "
    "last next year years month months said says according about only just alone worth out off then so because "
    "where whose through among across despite amid via including excluding плюс в на с со за до из от по к ко "
    "у о об и или а но при для над под что который которая которые это эти как чем против после перед около "
    "более менее больше меньше выше ниже раза раз лет года году год через без также уже еще лишь только вместо "
    "ранее сообщил заявил где когда если".split()
)
_VERB_ENDINGS: Final = (
    "лся", "лась", "лось", "лись", "ется", "утся", "ются", "ится", "ятся", "ает", "яет", "ают", "яют", "ует", "уют",
    "ить", "ать", "ять", "еть", "ил", "ала", "ала", "или", "али", "ила", "ено", "ены", "аны", "аны", "ано",
)  # fmt: skip
_RUSSIAN_ADJECTIVES: Final = ("ских", "ские", "ного", "ной", "ный", "ская", "льных", "льные", "вых", "вые")
_ADJECTIVE_ENDINGS: Final = (
    "ых",
    "их",
    "ые",
    "ие",
    "ого",
    "его",
    "ой",
    "ей",
    "ую",
    "юю",
    "ая",
    "яя",
    "ое",
    "ым",
    "им",
    "ыми",
    "ими",
)
_NO_PLURAL: Final = ("ss", "us", "is", "ous", "'s")
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


class Before(NamedTuple):
    """What stands before a number.

    Attributes:
        first: The first token of it.
        currency: The currency before the number, or empty.
        sign: ``+``, ``-`` or empty.
        qualifier: The word before.
    """

    first: int
    currency: str
    sign: str
    qualifier: Qualifier | None


def read_before(marked: TaggedSentence, index: int, floor: int) -> Before:
    """Read backwards from a number, not further than ``floor``: currency, sign, qualifier, and currency again."""
    first, currency, sign = index, "", ""
    for _ in range(3):
        if not sign and (found := _sign_before(marked, first, floor)):
            sign, first = found
        elif not currency and (money := _currency_before(marked, first, floor)):
            currency, first = money.value, money.start
        else:
            break
    each = marked.key(first - 2) == "每"  # 不超过每股8.5元
    for at in (first, first - 2 if each else first - 1):
        passing = at == first or each or marked.key(at) in ("на", "до", "в", "к", "с")
        qualifier = marked.before(at, Role.BEFORE) if passing else None
        if qualifier is not None and qualifier.start >= floor and _is_qualifier(marked, qualifier):
            return Before(qualifier.start, currency, sign, qualifier.value)
    return Before(first, currency, sign, None)


def _sign_before(marked: TaggedSentence, first: int, floor: int) -> tuple[str, int] | None:
    before = first - 1
    if before < floor:
        return None
    if minus := marked.before(first, Role.MINUS):
        return ("", minus.start) if marked.key(minus.start - 1) == "or" else ("-", minus.start)  # plus or minus 3
    key = marked.key(before)
    if key not in _SIGNS or not marked.glued(first):
        return None
    free = not marked.glued(before) or marked.key(before - 1) in ("(", "/", "«", "“", '"', "[", ",", ";", "~")
    if key in ("-", "–") and not free:
        return None
    return _SIGNS[key], before


def _currency_before(marked: TaggedSentence, first: int, floor: int) -> Match | None:
    money = marked.before(first, Role.MONEY)
    if money is None or money.start < floor:
        return None
    while money is not None and any(not marked.glued(at) for at in range(money.start + 1, money.end)):
        money = marked.at(money.start + 1, Role.MONEY)  # "a $3 billion hit" is no A$3 billion
        if money is not None and money.end != first:
            money = None
    if money is None:
        return None
    text = marked.text(money.start, money.end)
    code = (
        text.isupper()
        or (len(text) <= 4 and text[0].isupper())  # KSh
        or marked.kind(money.start) is not Kind.WORD
        or text.lower() in ("rs", "rs.", "rm", "rp", "dh", "kr")
    )
    symbol = not text.isalpha()
    return money if symbol or code else None


def _is_qualifier(marked: TaggedSentence, qualifier: Match) -> bool:
    """Whether the word widens the number: Russian «до» and «от» and comparisons with another thing do not."""
    if marked.key(qualifier.start) == "up" and qualifier.end == qualifier.start + 2:
        return marked.key(qualifier.start - 1) not in _GOES_UP
    if marked.key(qualifier.start) == "top":
        return marked.at(qualifier.end, Role.MONEY) is not None
    return marked.key(qualifier.start) not in ("until", "c")


_GOES_UP: Final = frozenset(
    "edged ticked inched went moved goes go going gone picked pushed crept nudged jumped revised is was rose "
    "climbed shot bumped marched driving drove crawled stepped drifted".split()
)


def read_qualifier_after(marked: TaggedSentence, end: int) -> Match | None:
    """A word after the figure that widens it: ``or more``, ``左右``, ``с лишним``."""
    return marked.at(end, Role.AFTER)


def read_scale(marked: TaggedSentence, end: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of the words of scale after a number, and the token after them.

    Args:
        marked: The sentence.
        end: The token after the number.
        money: Whether a currency stands before the number, so that ``$5 m`` is five million.
    """
    power = 0
    for _ in range(2):
        hyphen = marked.key(end) == "-" and marked.glued(end) and marked.glued(end + 1)
        match = marked.at(end + hyphen, Role.SCALE)
        if match is None or (power and match.value + power > 15) or not _is_scale(marked, match, money=money):
            break
        thing = marked.at(end + hyphen, Role.THING)
        if thing is not None and thing.end > match.end:
            break  # 千瓦 is no thousand
        power, end = power + match.value, match.end
        if marked.key(end) == "of" and marked.at(end + 1, Role.MONEY, Role.THING):
            end += 1
    return power, end


def _is_scale(marked: TaggedSentence, match: Match, *, money: bool) -> bool:
    word = marked.key(match.start)
    if len(word) > 1 or marked.kind(match.start) is Kind.HAN:
        return not (word in ("mm", "mio") and not money and not marked.glued(match.start))
    apart = marked.glued(match.end) and marked.kind(match.end) in (Kind.WORD, Kind.NUMBER)
    return (marked.glued(match.start) or money) and not apart and word in "kmbc"


def read_unit(marked: TaggedSentence, end: int, *, in_words: bool) -> UnitFound | None:
    """The unit or noun after a number and its scale.

    Args:
        marked: The sentence.
        end: The token after the number and its scale.
        in_words: Whether the number was written in words: then the noun must be a known one.
    """
    hyphen = marked.key(end) in _HYPHENS and marked.glued(end) and marked.glued(end + 1)
    direct = _best(marked, end + hyphen)
    if direct is not None:
        return direct
    if (
        marked.kind(end) is Kind.NUMBER
        and marked.key(end + 1) == "-"
        and marked.glued(end + 1)
        and marked.glued(end + 2)
    ):
        end += 3  # "2.96 million 60-kg bags"
    if marked.kind(end) is Kind.HAN:
        return None
    return _after_adjectives(marked, end) or (None if in_words else _any_noun(marked, end))


def _best(marked: TaggedSentence, index: int) -> UnitFound | None:
    matches = [match for role in _UNIT_ROLES if (match := marked.at(index, role))]
    if not matches:
        return None
    best = max(matches, key=lambda match: (match.end, -_UNIT_ROLES.index(match.role)))
    value = best.value or best.role.value
    if best.role is Role.THING and marked.key(best.end - 1).endswith(_RUSSIAN_ADJECTIVES):
        return None  # «банковских карт» are cards, not banks
    if best.role is Role.THING:
        if (
            marked.kind(index) is Kind.WORD
            and marked.key(index) in ("т", "t", "ц", "д")
            and marked.key(index + 1) == "."
            and marked.kind(index + 2) is Kind.WORD
            and marked.glued(index + 2)
        ):
            return None
        counted = marked.text(best.start, best.end)
        end = best.end
        if counted == "个":
            counted, end = _han_noun(marked, best.end)
        value, _, power = value.partition("@")
        million = counted == "Mt"  # Mt is a million tonnes, mt a metric ton
        return UnitFound(best.role, value, counted, end, 6 if million else int(power or 0))
    return UnitFound(best.role, value, "", best.end)


def _han_noun(marked: TaggedSentence, end: int) -> tuple[str, int]:
    """The two to four characters after 个, up to the next known word."""
    last = end
    while last < len(marked) and last - end < 4 and marked.kind(last) is Kind.HAN:
        if last > end and (
            marked.key(last) in "的了和与及是在已将、" or marked.at(last, Role.RISE, Role.FALL, Role.TO, Role.FORECAST)
        ):
            break
        last += 1
    return (marked.text(end, last), last) if last > end else ("个", end)


def _after_adjectives(marked: TaggedSentence, end: int) -> UnitFound | None:
    """A known thing after up to three adjectives: ``1.2 million new private-sector jobs``."""
    index = end
    for _ in range(_MOST_ADJECTIVES):
        if not _is_adjective(marked, index):
            return None
        index += 1
        while marked.key(index) in _HYPHENS and marked.glued(index) and marked.glued(index + 1):
            index += 2
        found = _best(marked, index)
        if found is not None and found.role is Role.THING:
            return found._replace(counted=marked.text(end, found.end))
        if found is not None and found.role is Role.MONEY and index == end + 1:
            return found
    return None


def _is_adjective(marked: TaggedSentence, index: int) -> bool:
    if marked.kind(index) is not Kind.WORD or marked.key(index) in _NO_ADJECTIVE:
        return False
    if marked.at(index, Role.SAY, Role.MONTH, Role.PAST, Role.ACCORDING) is not None:
        return False
    cyrillic = "а" <= marked.key(index)[0] <= "я"
    return not cyrillic or marked.key(index).endswith(_ADJECTIVE_ENDINGS) or marked.tokens[index].text.isupper()


def _any_noun(marked: TaggedSentence, end: int) -> UnitFound | None:
    """A noun that no table knows, by its ending: a plural in English, no verb and no preposition in Russian."""
    index = end
    for _ in range(_MOST_ADJECTIVES):
        key = marked.key(index)
        text = marked.tokens[index].text if index < len(marked) else ""
        if marked.kind(index) is not Kind.WORD or text in _NO_ADJECTIVE or (index > end + 2 and not text.islower()):
            return None
        acronym = text[:2].isupper() and not text.isupper()  # GPUs, ГОСТов
        if acronym and text[-1] in "sвыа" and len(text) > 2:
            return UnitFound(Role.THING, "units", marked.text(end, index + 1), index + 1)  # GPUs
        if not text.islower():
            if marked.at(index, Role.MONTH, Role.SAY) is not None:
                return None
            index = _past_glued(marked, index + 1)
            continue
        if "а" <= key[0] <= "я":
            if not key.endswith(_ADJECTIVE_ENDINGS):
                return _russian_noun(marked, end, index)
        elif (
            len(key) > 3
            and key.endswith("s")
            and not key.endswith(_NO_PLURAL)
            and marked.at(index, Role.RISE, Role.FALL, Role.SAY, Role.SPAN) is None
        ):
            return UnitFound(Role.THING, "units", marked.text(end, index + 1), index + 1)
        index += 1
        while marked.key(index) in _HYPHENS and marked.glued(index) and marked.glued(index + 1):
            index += 2
    return None


def _past_glued(marked: TaggedSentence, index: int) -> int:
    """Past what sticks to a name: the 320neo of A320neo."""
    while marked.glued(index) and marked.kind(index) in (Kind.NUMBER, Kind.WORD):
        index += 1
    return index


def _russian_noun(marked: TaggedSentence, end: int, index: int) -> UnitFound | None:
    key = marked.key(index)
    other = marked.at(
        index, Role.RISE, Role.FALL, Role.SAY, Role.FORECAST, Role.PAST, Role.SPAN, Role.MONTH, Role.TIMES, Role.SHARE
    )
    if len(key) < 3 or key.endswith(_VERB_ENDINGS) or other is not None:
        return None
    return UnitFound(Role.THING, "units", marked.text(end, index + 1), index + 1)


def _plural_thing(marked: TaggedSentence, index: int) -> str:
    """The unit of a thing named in the singular: a passenger is one of persons."""
    if marked.kind(index) is not Kind.WORD:
        return ""
    token = marked.tokens[index]
    plural = token._replace(text=f"{token.text}s", key=f"{token.key}s")
    return next((match.value for match in load_lexicon().at([plural], 0) if match.role is Role.THING), "")


def read_denominator(marked: TaggedSentence, end: int) -> tuple[str, int] | None:
    """What a price or a quantity is for: ``per barrel``, ``за тонну``, ``/吨``; or the currency of a rate."""
    if (
        marked.key(end) in ("to", "against")
        and marked.key(end + 1) == "the"
        and (money := marked.at(end + 2, Role.MONEY))
    ):
        return money.value, money.end
    match = marked.at(end, Role.PER)
    if match is None:
        return None
    after = match.end
    money = marked.at(after, Role.MONEY)
    if money is not None and marked.key(end) not in ("a", "an", "в", "с"):
        return money.value, money.end
    thing = marked.at(after, Role.THING)
    if thing is not None and thing.value in _PAID_FOR:
        return thing.value, thing.end
    many = _plural_thing(marked, after)
    if many in _PAID_FOR:
        return many, after + 1
    noun = find_noun(marked.key(after)) if marked.kind(after) is Kind.WORD else None
    if noun is not None and noun.plural in _PAID_FOR:
        return noun.plural, after + 1
    return None
