"""The texts that the fields of a view are written as, in an address, a command, a call or a file: read strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from indicators.analysis.transforms import LEVEL, TRANSFORMS
from indicators.errors import UnknownNameError, ViewError, suggest_nearest
from indicators.exchange import Rule
from indicators.model.catalogue import Catalogue
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import SCALES, parse_unit

__all__ = [
    "MOST_REFERENCES",
    "areas",
    "day",
    "divisor",
    "frequency",
    "indicators",
    "joined",
    "locale",
    "names_in",
    "one_of",
    "period",
    "references",
    "rule",
    "transforms",
    "truth",
    "unit",
    "window",
    "year",
]  # fmt: skip

MOST_REFERENCES = 3
"""The most reference lines of one chart."""

_PERSON = "person"
_TOTAL = "total"
_POPULATION = "population"
_LONGEST_WINDOW = 120
_LONGEST_NUMBER = 30
_LEVELS = {"mean": "average"} | {name: name for name in ("average", "median")}
_NUMBER = re.compile(
    r"(?P<number>[-+]?(?:\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.\d+)?)"
    r"\s*(?P<word>thousand|million|billion|trillion)?\s*%?",
    re.ASCII,
)


def names_in(text: str) -> list[str]:
    """The names in a text that joins them by ``~``."""
    return [part.strip() for part in text.split("~") if part.strip()]


def indicators(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Ids of the indicators named in a text.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return tuple(dict.fromkeys(catalogue.find_indicator(name).id for name in names_in(text)))


def areas(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes of the areas named in a text, a group such as ``G7`` or ``EU:2003`` by those who belonged to it.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return tuple(dict.fromkeys(code for name in names_in(text) for code in catalogue.resolve_areas(name)))


def day(text: str, _: Catalogue) -> date:
    """A day.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ViewError("This is not a day.", found=text, expected="a day such as 2019-04-30") from None


def unit(text: str, _: Catalogue) -> str:
    """The one spelling of a unit.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return parse_unit(text).text


def rule(text: str, _: Catalogue) -> str:
    """The one spelling of a rule of exchange.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return Rule.parse(text).text


def year(text: str, _: Catalogue) -> int:
    """A year.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    if not re.fullmatch(r"(1[89]|20)\d\d", text.strip(), re.ASCII):
        raise ViewError("This is not a year.", found=text, expected="a year such as 2015")
    return int(text)


def period(text: str, _: Catalogue) -> TimePeriod:
    """A period of time.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return TimePeriod.parse(text)


def frequency(text: str, _: Catalogue) -> str:
    """The code of a frequency that figures can be brought to, in capitals; FRED writes it small, and ``sa``.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    code = text.strip().upper().replace("SA", Frequency.HALF_YEARLY)
    valid = (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY, Frequency.MONTHLY)
    if code not in valid:
        expected = ", ".join(f"{one.value} ({one.noun})" for one in valid)
        raise ViewError("This is no frequency.", found=text, expected=expected)
    return code


def divisor(text: str, catalogue: Catalogue) -> str:
    """What figures are divided by: ``person``, ``total``, the code of an area or the id of an indicator.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    name = text.strip()
    if name.casefold() in (_PERSON, "capita", "head", _POPULATION):
        return _PERSON
    if name.casefold() == _TOTAL:
        return _TOTAL
    if area := catalogue.areas.get(name):
        return area.code
    try:
        return catalogue.find_indicator(name).id
    except UnknownNameError as error:
        raise UnknownNameError("indicator, area, person or total", name, error.nearest) from None


def window(text: str, _: Catalogue) -> int:
    """The number of periods of a moving average.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    if not re.fullmatch(r"\d{1,3}", text.strip(), re.ASCII) or not 2 <= int(text) <= _LONGEST_WINDOW:
        expected = f"a number of periods from 2 to {_LONGEST_WINDOW}"
        raise ViewError("This is no moving average.", found=text, expected=expected)
    return int(text)


def transforms(text: str, _: Catalogue) -> tuple[str, ...]:
    """The names of transformations in a text; ``lin`` changes nothing and is left out.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    valid = tuple(TRANSFORMS)
    for name in names_in(text):
        if name not in valid:
            hint = suggest_nearest(name, valid)
            raise ViewError("This is no transformation.", found=name, expected=" or ".join(valid), hint=hint)
    return tuple(dict.fromkeys(name for name in names_in(text) if name != LEVEL))


def references(text: str, _: Catalogue) -> tuple[str, ...]:
    """The levels at which lines are drawn: ``average``, ``median``, or numbers such as ``2`` or ``20 trillion``.

    Raises:
        UsageError: The text is not understood; it says what is.

    >>> references("average~20 trillion~2.50%", None)
    ('average', '20000000000000', '2.5')
    """
    levels = tuple(dict.fromkeys(_level(name) for name in names_in(text)))
    if len(levels) > MOST_REFERENCES:
        raise ViewError("These are too many reference lines.", found=text, expected=f"{MOST_REFERENCES} at most")
    return levels


def _level(name: str) -> str:
    word = name.casefold()
    word = _LEVELS.get(word, word)
    if word in _LEVELS.values():
        return word
    found = _NUMBER.fullmatch(word.replace("\N{MINUS SIGN}", "-"))
    digits = re.sub(r"[,\s\u00a0\u202f]", "", found["number"]) if found else ""
    number = Decimal(digits) if digits and len(digits) <= _LONGEST_NUMBER else None
    if found is None or number is None or abs(number.adjusted()) > _LONGEST_NUMBER:
        expected = "average, median, or a number such as 2, 0.5 or 20 trillion"
        raise ViewError("There is no such reference line.", found=name, expected=expected)
    powers = {said: power for power, said in SCALES.items() if said}
    plain = format(number.scaleb(powers.get(found["word"] or "", 0)).normalize(), "f")
    return "0" if plain == "-0" else plain


def locale(text: str, _: Catalogue) -> str:
    """The one spelling of a locale of CLDR, such as ``de`` or ``pt-BR``.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(text.strip().replace("_", "-"), sep="-")).replace("_", "-")
    except (ValueError, UnknownLocaleError):
        raise ViewError("This is no locale.", found=text, expected="a locale such as en, de or pt-BR") from None


def one_of(*valid: str) -> Callable[[str, Catalogue], str]:
    """A reader of texts that must be one of a few words."""

    def read(text: str, _: Catalogue) -> str:
        if text not in valid:
            raise ViewError("This is not a choice.", found=text, expected=" or ".join(valid))
        return text

    return read


def truth(text: str, catalogue: Catalogue) -> bool:
    """Whether a text says yes.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return one_of("true", "false")(text.strip().lower(), catalogue) == "true"


def joined(names: Iterable[str]) -> str:
    """Names as one text, the way `names_in` reads them."""
    return "~".join(names)
