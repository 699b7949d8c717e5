"""The texts that the fields of a view are written as, in an address, a command, a call or a file: read strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from indicators.catalogue import Catalogue
from indicators.errors import ViewError
from indicators.exchange import Rule
from indicators.units import parse

__all__ = ["areas", "day", "indicators", "joined", "names_in", "one_of", "rule", "truth", "unit", "year"]


def names_in(text: str) -> list[str]:
    """The names in a text that joins them by ``~``."""
    return [part.strip() for part in text.split("~") if part.strip()]


def indicators(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Ids of the indicators named in a text.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return tuple(dict.fromkeys(catalogue.indicator(name).id for name in names_in(text)))


def areas(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes of the areas named in a text.

    Raises:
        UsageError: The text is not understood; it says what is.
    """
    return tuple(dict.fromkeys(catalogue.area(name).code for name in names_in(text)))


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
    return parse(text).text


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
