"""Whose money a word means that many countries use: ``dollars`` in a file about Canada only are Canadian.

Statistical offices write their national currency without its country. A file about several countries has one currency
for all, which for ``dollars`` is that of the United States; if all have dollars of their own, the user is asked.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from indicators.importing.area_cells import find_country_of_part
from indicators.language.unit_texts import read_unit_text
from indicators.model.catalogue import Catalogue
from indicators.model.unit_names import SCALES

_LEADS: Final = frozenset("of in de en current constant chained real nominal mill per and x - – —".split())
_OTHERS: Final = frozenset("us usa u.s hk nz nt a c can au aus s sg int intl int'l international ppp r".split())
_SCALED_CROWNS: Final = re.compile(r"(?<![^\W_])(t|k|m|mn|md|mdr)(?=kr(?![^\W_]))", re.IGNORECASE)  # Mkr, tkr
_SHARED: Final = frozenset(("EUR", "USD"))


@dataclass(frozen=True)
class HomeMoney:
    """The money of the only country of a file.

    Attributes:
        code: Its currency; empty if there is none, or if it is shared with others.
        name: The name of the currency, whose last word other currencies have, too.
        country: The country.
        is_open: Whether the file has several countries, each with dollars of its own.
    """

    code: str = ""
    name: str = ""
    country: str = ""
    is_open: bool = False
    used: dict[str, None] = field(default_factory=dict, compare=False)
    """The texts that were read so."""

    @cached_property
    def _own(self) -> re.Pattern[str] | None:
        """The words and signs of the currency."""
        word = self.name.rpartition(" ")[2].casefold()
        return _compile(word, _read_words().get(word, ("", ()))[1]) if word else None

    @cached_property
    def _doubtful(self) -> re.Pattern[str] | None:
        """The words and signs that may be of another country: ``$`` stands for pesos, too."""
        if self.is_open:
            return _compile("dollar", ("$",))
        return _compile("", ("$",)) if self.name.endswith("Peso") else None

    def name_money(self, text: str) -> str:
        """Return a text with the code of the currency in place of a word that may mean several.

        >>> canada = HomeMoney("CAD", "Canadian Dollar", "Canada")
        >>> [canada.name_money(text) for text in ("Millions of dollars", "Sales ($ million)", "$m", "US dollars")]
        ['Millions of CAD', 'Sales (CAD million)', 'CAD m', 'US dollars']
        >>> HomeMoney("SEK", "Swedish Krona", "Sweden").name_money("Export (Mkr)")
        'Export (million SEK)'
        """
        if self._own is None:
            return text
        spaced = _SCALED_CROWNS.sub(_spell_scale, text)
        named = self._own.sub(lambda match: f"{self.code} " if _is_bare(match) else match[0], spaced)
        if named == spaced:
            return text
        self.used.setdefault(text)
        return re.sub(r" +(?=[\s)\],;:.]|$)", "", named)

    def is_unclear(self, text: str) -> bool:
        """Return whether a text has dollars that may be those of several countries.

        >>> HomeMoney(is_open=True).is_unclear("$ million"), HomeMoney(is_open=True).is_unclear("US$ million")
        (True, False)
        """
        return self._doubtful is not None and any(map(_is_bare, self._doubtful.finditer(text)))


NO_HOME: Final = HomeMoney()
"""Words mean what they usually do."""


@cache
def _read_words() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The words that several currencies share, with their plurals and signs."""
    with Path(__file__).with_name("money_words.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["WORD"]: (row["PLURAL"], tuple(filter(None, row["SIGNS"].split("|")))) for row in rows}


def _compile(word: str, signs: Iterable[str]) -> re.Pattern[str]:
    plural = _read_words().get(word, (word, ()))[0]
    forms = sorted({word, f"{word}s", plural}, key=len, reverse=True) if word else ()
    parts = [rf"(?P<word>(?<![^\W_])(?i:{'|'.join(map(re.escape, forms))})(?![^\W_]))" if forms else "(?P<word>(?!))"]
    for sign in signs:
        is_letters = sign.isalpha() and sign.isascii()
        parts.append(re.escape(sign) + (r"(?![^\W_])\.?" if is_letters else "(?!US)"))
    return re.compile("|".join(parts))


def _spell_scale(match: re.Match[str]) -> str:
    letters = match[1].casefold()
    return f"{SCALES[3 if letters in 'tk' else 6 if letters in ('m', 'mn') else 9]} "


def _is_bare(match: re.Match[str]) -> bool:
    """Return whether nothing before a word or sign says whose money it is: ``US $``, ``Canadian dollars``."""
    before = match.string[: match.start()]
    last = before.split()[-1:] or [""]
    glued = re.split(r"[(),;:/\[\]=%]", last[0])[-1].casefold().strip(".")
    if not match["word"] and (before[-1:].isspace() or not glued):
        return glued not in _OTHERS
    scale = read_unit_text(glued)
    is_scale = scale is not None and scale.power != 0 and not scale.unit
    return not glued or glued in _LEADS or glued[-1].isdigit() or is_scale


def find_home_money(texts: Iterable[str], find_area: Callable[[str], str | None], catalogue: Catalogue) -> HomeMoney:
    """Find the money of the only country that a file is about.

    Args:
        texts: The texts of its areas.
        find_area: Finds the code of an area.
        catalogue: Knows all currencies, with where they are legal tender.
    """
    countries = {find_area(text) or find_country_of_part(text) for text in texts if text} - {""}
    money = {
        tender.area: one
        for one in catalogue.currencies
        for tender in one.tenders
        if tender.last is None and one.valid_to is None
    }
    own = [money.get(country or "") for country in countries]
    if len(countries) == 1 and (found := own[0]) is not None and found.code not in _SHARED:
        area = catalogue.areas.by_code[next(iter(countries)) or ""]
        return HomeMoney(found.code, found.name, area.name)
    dollars = [one.code for one in own if one is not None and one.name.endswith("Dollar")]
    is_open = len(set(dollars)) > 1 and len(dollars) == len(own) and "USD" not in dollars
    return HomeMoney(is_open=True) if is_open else NO_HOME
