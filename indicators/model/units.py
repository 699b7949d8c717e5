"""Units of measure: read as people and publishers write them, compared by dimension, converted by a factor.

A text is looked up in the tables of `indicators.model.unit_names` before it becomes a pint expression, because
pint reads "3 $" as 3, "m" as metre, "B" as byte and "ton" as short ton. Every ISO 4217 currency, current or
retired, is a dimension of its own, so none converts to another here. Exchange rates are in `indicators.exchange`.

>>> parse_unit("billions of U.S. dollars").text
'billion USD'
>>> find_factor("billion USD", "million USD")
1000.0
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from indicators.errors import UnitMismatchError, UnknownUnitError
from indicators.model import messages
from indicators.model.unit_names import (
    PHRASES,
    SCALE_LETTERS,
    SCALE_WORDS,
    SCALES,
    Noun,
    find_noun,
    get_currency_codes,
    get_nouns,
    index_nouns,
)
from indicators.model.unknown_units import UNIT_EXAMPLES, build_unknown_error

if TYPE_CHECKING:
    import pint

_LONGEST: Final = 200
_LOCAL: Final = "LCU"

_NOISE: Final = re.compile(
    r"^(?:bop|ppp|purchasing power parity|atlas method|modeled ilo estimate)[,;] *"
    r"|(?:[,;] *| (?=at |in ))(?:period average|end of period|bop|ppp|(?:at |in )?current prices|annual average"
    r"|(?:not )?seasonally adjusted)$"
    r"|^current(?: prices[,;])? +",
    re.IGNORECASE,
)
_BASES: Final = (
    re.compile(r"^(?:constant +)?(?P<base>(?:19|20)\d\d) +(?P<rest>.+)$", re.IGNORECASE),
    re.compile(r"^(?P<rest>.+?),? +\(?(?:at|in)? *(?:constant +)?(?P<base>\d{4}) prices\)?$", re.IGNORECASE),
)
_INDEX: Final = re.compile(
    r"^(?:index)?[,;:]? *\(?(?P<base>(?:previous|same|[^=]{0,20}\d{1,4})[\w .-]{0,20}?) *= *100\)?$",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(r"^(?:%|per ?cent|percentage|pct\.?) +of +(?:the +)?(?P<of>.+)$", re.IGNORECASE)
_PER: Final = re.compile(r"(?:^| )per (?!cent\b|mille?\b)|/", re.IGNORECASE)
_COUNT: Final = re.compile(r"^(?P<count>1(?:[ ,\u00a0\u202f]?0)*) +(?P<noun>.+)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, as read by `parse_unit`.

    Attributes:
        text: The standard English spelling: ``billion USD``, ``% of GDP``, ``index, 2015 = 100``.
        expression: The unit for pint, without multiplier: ``USD / person``.
        multiplier: The power of ten of the scale word (SDMX ``UNIT_MULT``): 9 for ``billion USD``.
        per: The power of ten in the denominator: 2 for ``per 100 persons``.
        of: What a percentage is a share of: ``GDP``; ``None`` if not stated.
        base: The base of an index or of constant prices: ``2015``.
        currency: The ISO 4217 code of the currency, or ``None``.
        denominator: The text after the first "per": ``person``, ``100 persons``, ``USD``.
    """

    text: str
    expression: str
    multiplier: int = 0
    per: int = 0
    of: str | None = None
    base: str | None = None
    currency: str | None = None
    denominator: str | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """The text for people who read it, without the abbreviation ``LCU``.

        >>> parse_unit("LCU per USD").label
        'national currency units per USD'
        """
        return self.text.replace(_LOCAL, messages.LOCAL_CURRENCY)

    @property
    def plain(self) -> Unit:
        """The same unit without its scale word.

        >>> parse_unit("billion USD per year").plain.text
        'USD per year'
        """
        if self.multiplier == 0:
            return self
        return replace(self, text=self.text.removeprefix(SCALES[self.multiplier]).lstrip(), multiplier=0)

    @property
    def singular(self) -> str:
        """The text used after the number one, without a scale word.

        >>> parse_unit("companies").singular
        'company'
        """
        numerator, per, rest = self.plain.text.partition(" per ")
        noun = index_nouns().get(numerator.casefold())
        return (noun.singular if noun else numerator) + per + rest

    @property
    def is_exchange_rate(self) -> bool:
        """Whether it is the price of one currency in another.

        >>> units = map(parse_unit, ("RUB per USD", "LCU per international dollar", "USD per person"))
        >>> [unit.is_exchange_rate for unit in units]
        [True, True, False]
        """
        _, *below = self.expression.split(" / ")
        return any(name in get_currency_codes() or name == "international_dollar" for name in below)


_building = Lock()


def get_unit_registry() -> pint.UnitRegistry[float]:
    """Return the pint registry that the whole library shares; no context is ever enabled on it.

    >>> get_unit_registry().parse_units("RUB").is_compatible_with("USD")
    False
    """
    with _building:  # two Streamlit threads must not build it twice
        return _build_registry()


@cache
def _build_registry() -> pint.UnitRegistry[float]:
    import pint

    made: pint.UnitRegistry[float] = pint.UnitRegistry(None, on_redefinition="raise")
    for code in sorted(get_currency_codes()):
        made.define(f"{code} = [currency_{code}]")
    for noun in get_nouns():
        if noun.definition is not None:
            made.define(noun.definition)
    return made


class _UnknownPartError(Exception):
    """A part of a text is no unit; finding the nearest ones takes milliseconds, so the message is made when needed."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@lru_cache(maxsize=4096)
def find_unit(text: str) -> Unit | None:
    """Return a unit as `parse_unit` reads it; ``None`` if the text is not one.

    >>> find_unit("bn USD").text, find_unit("florins of gold")
    ('billion USD', None)
    """
    try:
        return _read_unit(text)
    except (UnknownUnitError, _UnknownPartError):
        return None


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """Read a unit as people and publishers write it.

    Args:
        text: ``RUB``, ``USD per person``, ``bn USD``, ``EUR/tonne``, ``% of GDP``, ``index, 2015 = 100``,
            ``per 100 people``, ``current international $``, ``National currency`` ...

    Raises:
        UnknownUnitError: The text is not a unit; the message suggests the nearest ones.

    >>> tuple(parse_unit(text).text for text in ("constant 2015 US$", "trn roubles", "LCU per US$, period average"))
    ('USD at 2015 prices', 'trillion RUB', 'LCU per USD')
    """
    try:
        return _read_unit(text)
    except _UnknownPartError as error:
        raise build_unknown_error(error.part, text) from None


def _read_unit(text: str) -> Unit:
    clean = _clean(text)
    lowered = PHRASES.get(clean.casefold(), clean)
    if share := _SHARE.match(lowered):
        of = share["of"].strip()
        return Unit(f"% of {of}", "percent", of=of)
    if match := _INDEX.match(lowered):
        base = match["base"].strip()
        return Unit(f"index, {base} = 100", "index_point", base=base)
    for pattern in _BASES:
        if match := pattern.match(lowered):
            unit = _read_ratio(match["rest"])
            if unit.expression.split(" / ")[0] not in {unit.currency, "LCU", "international_dollar"}:
                raise _UnknownPartError(lowered)  # only money is valued at the prices of a year
            return replace(unit, text=f"{unit.text} at {match['base']} prices", base=match["base"])
    return _read_ratio(lowered)


def _clean(text: str) -> str:
    if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST or not text.isprintable():
        raise UnknownUnitError(messages.NOT_A_UNIT, found=str(text), expected=UNIT_EXAMPLES)
    plain = " ".join(unicodedata.normalize("NFC", text).replace("_", " ").split()).strip("()").strip()
    while (shorter := _NOISE.sub("", plain)) != plain:
        plain = shorter
    if not plain:
        raise UnknownUnitError(messages.NOT_A_UNIT, found=text, expected=UNIT_EXAMPLES)
    return plain


def _read_ratio(text: str) -> Unit:
    """Read ``X``, ``X per Y``, ``X/Y`` or ``X per Y per Z``."""
    above, *below = [text] if find_noun(text) else [part.strip() for part in _PER.split(text)]
    if len(below) > 3 or not all(below):
        raise _UnknownPartError(text)
    scale, numerator = _split_scale(above) if above else (0, None)
    divisors = [_read_divisor(part) for part in below]
    word = f"{SCALES[scale]} " if scale else ""
    denominator = " per ".join(spelled for _, _, spelled in divisors)
    unit = (word + numerator.plural) if numerator else ""
    return Unit(
        text=f"{unit} per {denominator}".strip() if divisors else unit,
        expression=" / ".join([numerator.name if numerator else "1", *(noun.name for _, noun, _ in divisors)]),
        multiplier=scale,
        per=sum(power for power, _, _ in divisors),
        currency=numerator.currency if numerator else None,
        denominator=denominator or None,
    )


def _read_divisor(text: str) -> tuple[int, Noun, str]:
    """Read a denominator: its power of ten, its noun and its spelling."""
    power = 0
    if match := _COUNT.match(text):
        power, text = sum(character == "0" for character in match["count"]), match["noun"]
    scale, noun = _split_scale(text)
    power += scale
    if power > 15:
        raise _UnknownPartError(text)
    if power == 0:
        return 0, noun, noun.singular
    return power, noun, f"{SCALES.get(power, f'{10**power:,}') if power != 3 else '1,000'} {noun.plural}"


def _split_scale(text: str) -> tuple[int, Noun]:
    """Split scale words from a noun: ``bn USD``, ``dollars, billions``, ``thousands of persons``."""
    power, rest = 0, text.strip()
    for _ in range(3):
        if whole := find_noun(rest):
            break
        head, _, tail = rest.partition(" ")
        body, _, last = rest.replace(",", " ").rpartition(" ")
        if tail and head.casefold() in SCALE_WORDS:
            power, rest = power + SCALE_WORDS[head.casefold()], tail.removeprefix("of ").strip()
        elif body and last.casefold() in SCALE_WORDS:
            power, rest = power + SCALE_WORDS[last.casefold()], body.strip()
        elif glued := _read_attached_scale(rest):
            return _check_scale(power + glued[0], glued[1], text)
        else:
            break
    whole = find_noun(rest)
    if whole is None:
        raise _UnknownPartError(rest)
    return _check_scale(power, whole, text)


def _read_attached_scale(text: str) -> tuple[int, Noun] | None:
    """Read money with an attached scale or a scale letter: ``$bn``, ``€m``, ``RUB B``, ``k USD``."""
    for scales in ({word: power for word, power in SCALE_WORDS.items() if len(word) == 2}, SCALE_LETTERS):
        for word, power in scales.items():
            for body in (text.removesuffix(word), text.removeprefix(word + " ")):
                if text == body + word and body in get_currency_codes():
                    continue  # RUBB is a typo, not a billion roubles
                if body != text and (noun := find_noun(body.strip())) and noun.currency:
                    return power, noun
    return None


def _check_scale(power: int, noun: Noun, original: str) -> tuple[int, Noun]:
    if power and power not in SCALES:
        raise _UnknownPartError(original)
    return power, noun


def have_same_dimension(source: Unit | str, target: Unit | str) -> bool:
    """Return whether a constant factor converts one unit into the other.

    >>> have_same_dimension("billion RUB", "RUB"), have_same_dimension("RUB", "USD")
    (True, False)
    """
    try:
        find_factor(source, target)
    except UnitMismatchError:
        return False
    return True


def find_factor(source: Unit | str, target: Unit | str) -> float:
    """Return the factor that converts a value from ``source`` to ``target``.

    Raises:
        UnknownUnitError: One of them is not a unit.
        UnitMismatchError: They differ in dimension, in what they are a share of, or in their base; the message
            says what the conversion needs: an exchange rate, a common whole, a deflator.

    >>> find_factor("RUB per month", "thousand RUB per year"), find_factor("basis points", "%")
    (0.012, 0.01)
    """
    given = parse_unit(source) if isinstance(source, str) else source
    wanted = parse_unit(target) if isinstance(target, str) else target
    ratio = _find_ratio(given.expression, wanted.expression)
    if ratio is None or (given.of, given.base) != (wanted.of, wanted.base):
        hint = _explain_dimensions(given, wanted) if ratio is None else _explain_reference(given, wanted)
        raise UnitMismatchError(messages.NO_FACTOR.format(source=given.text, target=wanted.text), hint=hint)
    power = given.multiplier - given.per - wanted.multiplier + wanted.per
    return float(f"{ratio * float(f'1e{power}'):.15g}")


@lru_cache(maxsize=4096)
def _find_ratio(source: str, target: str) -> float | None:
    """Return the factor between two expressions, or ``None`` if their dimensions differ."""
    if source == target:  # as in most conversions, which then don't wait for pint
        return 1.0
    if _count_own_dimensions(source) != _count_own_dimensions(target):
        return None
    import pint

    shared = get_unit_registry()
    with _building:  # pint fills its caches as it works
        try:
            one: Any = shared.Quantity(1.0, shared.parse_units(source))
            return float(one.to(shared.parse_units(target)).magnitude)
        except pint.DimensionalityError:
            return None


def _count_own_dimensions(expression: str) -> Counter[str]:
    """Count, below the line as negative, the units in an expression that are the only one of their dimension."""
    above, *below = expression.split(" / ")
    counts = Counter({name: 1 for name in (above,) if name in _list_own_dimensions()})
    counts.subtract(name for name in below if name in _list_own_dimensions())
    return counts


@cache
def _list_own_dimensions() -> frozenset[str]:
    """List the currencies, and the nouns that define a dimension which no other noun refers to."""
    rules = [noun.definition.partition("=") for noun in get_nouns() if noun.definition]
    used = {word for _, _, meaning in rules for word in meaning.split()}
    return get_currency_codes() | {
        name.strip() for name, _, meaning in rules if meaning.strip().startswith("[") and name.strip() not in used
    }


def _explain_dimensions(given: Unit, wanted: Unit) -> str:
    """Say what converts one unit into another of a different dimension."""
    above, *below = given.expression.split(" / ")
    other_above, *other_below = wanted.expression.split(" / ")
    if {above, other_above} == {"percent", "percentage_point"}:
        return messages.POINTS_ARE_NOT_PERCENT
    if below != other_below:
        return messages.NEEDS_QUANTITY.format(source=given.text, target=wanted.text)
    source, target = given.currency or above, wanted.currency or other_above
    names = {"source": source.replace("_", " "), "target": target.replace("_", " ")}
    pair = {source, target}
    if not all(name in get_currency_codes() or name in {"LCU", "international_dollar"} for name in pair):
        return messages.NEEDS_SAME_DIMENSION.format(source=given.text, target=wanted.text)
    if "international_dollar" in pair:
        return messages.NEEDS_PPP.format(**names)
    return messages.NEEDS_COUNTRY if "LCU" in pair else messages.NEEDS_RATE.format(**names)


def _explain_reference(given: Unit, wanted: Unit) -> str:
    """Say what two units of one dimension must share: the whole of a share, the base of an index or of prices."""
    if given.of != wanted.of:
        unknown = messages.NOTHING_NAMED
        return messages.NEEDS_SAME_WHOLE.format(source=given.of or unknown, target=wanted.of or unknown)
    none = messages.NO_BASE if given.expression.startswith("index") else messages.CURRENT_PRICES
    return messages.NEEDS_SAME_BASE.format(source=given.base or none, target=wanted.base or none)
