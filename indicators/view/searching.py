"""What a search asks for: the indicators, and the countries and the year that stand among its words.

*gdp of poland 2023* asks for GDP in Poland in 2023, as *польский ВВП* and 波兰GDP do. Names, adjectives and codes of
countries and groups are found in whatever case they are typed. What is left is looked for among the indicators; if
nothing there fits, the words are looked for as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from indicators.errors import IndicatorsError, UnknownUnitError
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import AreaList, fold_name
from indicators.model.groups import AreaGroup
from indicators.model.observations import Indicator
from indicators.model.units import parse_unit

if TYPE_CHECKING:
    from indicators.language.areas import AreaFinder

_MONTH: Final = r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?"
_YEARS: Final = re.compile(
    _MONTH + r"\b(?P<first>(?:19|20)\d\d)(?:\s*(?:-|–|to|\.\.)\s*(?P<last>(?:19|20)\d\d))?\b", re.ASCII | re.IGNORECASE
)
_LONGEST: Final = 200
_LEADING: Final = frozenset(
    "a an and are at between by during for from has have how in is much of on or since the to v versus vs was what"
    " which with".split()
)
_RANKING: Final = re.compile(
    r"\b(?:(?P<smallest>lowest|smallest|poorest|fewest|least)|top(?:\s+(?:\d+|ten|twenty))?|highest|largest|biggest|richest|most"
    r"|rank(?:ing|ed|s)?|list\s+of|(?:countries|nations)\s+by|by\s+country)\b", re.IGNORECASE
)  # fmt: skip
_COUNTRIES: Final = re.compile(r"\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE)
_RANKED_BY: Final = {"economies": "gdp", "populous": "population", "indebted": "government debt"}
_NO_SYNONYMS: Final[Mapping[str, str]] = {}
_WORD: Final = re.compile(r"\b[^\W\d_]+\b")
_CENTRAL_BANKS: Final = {
    "ecb": "EMU", "european central bank": "EMU", "fed": "USA", "federal reserve": "USA", "boe": "GBR",
    "bank of england": "GBR", "boj": "JPN", "bank of japan": "JPN", "bank of russia": "RUS", "cbr": "RUS",
    "people's bank of china": "CHN", "pboc": "CHN", "reserve bank of india": "IND", "rbi": "IND",
    "swiss national bank": "CHE", "snb": "CHE", "bank of canada": "CAN",
}  # fmt: skip
_BANK: Final = re.compile(rf"\b(?:{'|'.join(sorted(_CENTRAL_BANKS, key=len, reverse=True))})\b", re.IGNORECASE)
_WORDS_LIKE_CODES: Final = frozenset("and are ben can gin mar nor pan per ton".split())


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What the words of a search ask for.

    Attributes:
        indicators: The indicators that were found, the best first.
        areas: The codes of the countries and groups that are named, in the order of the words.
        time: The years that are named, as in an address (``2023``, ``2010..2020``); empty if none is.
        unit: The currency that is named, by its code; empty if none is.
        ends: Which end of a ranking is asked for, ``largest`` or ``smallest``; empty if none is.
    """

    indicators: tuple[Indicator, ...]
    areas: tuple[str, ...] = ()
    time: str = ""
    unit: str = ""
    ends: str = ""

    @property
    def year(self) -> str:
        """The one year that is named; empty if there are several or none."""
        return "" if ".." in self.time else self.time

    @property
    def address(self) -> dict[str, str]:
        """The areas, the time and the currency as in an address of a view."""
        texts = (("country", "~".join(self.areas)), ("time", self.time), ("unit", self.unit))
        return {name: text for name, text in texts if text}


def read_search(words: str, catalogue: Catalogue) -> SearchQuery:
    """Find what the words of a search ask for.

    Args:
        words: What was typed.
        catalogue: Where indicators and areas are looked for.

    >>> from indicators.files import read_embedded_catalogue
    >>> found = read_search("chinese gdp growth 2010-2020", read_embedded_catalogue())
    >>> found.indicators[0].id, found.address
    ('gdp-growth', {'country': 'CHN', 'time': '2010..2020'})
    """
    from indicators.language.tokens import normalize, tokenize

    view = normalize(words[:_LONGEST])
    found = _load_finder(catalogue.areas, catalogue.groups).find_typed(tokenize(view))
    years = next(_YEARS.finditer(view), None)
    spans = [(start, end) for _, start, end in found] + ([years.span()] if years else [])
    asked = SearchQuery(_search(view, spans, catalogue) if spans else ())
    if not asked.indicators and (whole := catalogue.search(words) if words.strip() else ()):
        return SearchQuery(whole, ends=_find_end(view) if _COUNTRIES.search(view) else "")
    if not asked.indicators:
        asked, banks = _read_hints(view, spans, catalogue)
        found = [*found, *banks]
    if not asked.indicators:
        return SearchQuery(())
    if _COUNTRIES.search(view):
        asked = replace(asked, ends=_find_end(view))
    areas = dict.fromkeys(code for name, _, _ in found for code in _resolve(name, catalogue))
    first, last = (years["first"], years["last"]) if years else ("", "")
    return replace(asked, areas=tuple(areas), time=f"{first}..{last}" if last else first)


def _search(
    text: str, spans: list[tuple[int, int]], catalogue: Catalogue, synonyms: Mapping[str, str] = _NO_SYNONYMS
) -> tuple[Indicator, ...]:
    subject = " ".join(synonyms.get(word.casefold(), word) for word in _cut_out(text, spans).split())
    return catalogue.search(subject) if fold_name(subject) else ()


def _read_hints(
    text: str, spans: list[tuple[int, int]], catalogue: Catalogue
) -> tuple[SearchQuery, list[tuple[str, int, int]]]:
    """Read the words for a ranking, a currency and a central bank, and the indicators without them.

    Returns:
        What they ask for, and the areas of the central banks with their places.
    """
    banks = [(_CENTRAL_BANKS[one[0].casefold()], *one.span()) for one in _BANK.finditer(text)]
    money = [(code, *one.span()) for one in _WORD.finditer(text) if (code := _read_currency(one[0], catalogue))]
    ranking = [one.span() for one in _RANKING.finditer(text)]
    hints = [*ranking, *((start, end) for _, start, end in (*banks, *money))]
    if ranking:
        hints += [one.span() for one in _COUNTRIES.finditer(text)]
    indicators = _search(text, [*spans, *hints], catalogue, _RANKED_BY if ranking else {}) if hints else ()
    return SearchQuery(indicators, unit=money[0][0] if money else "", ends=_find_end(text)), banks


def _find_end(text: str) -> str:
    """Return which end of a ranking a text asks for.

    >>> [_find_end(text) for text in ("lowest gdp", "top 10 by gdp", "gdp")]
    ['smallest', 'largest', '']
    """
    found = list(_RANKING.finditer(text))
    return "" if not found else "smallest" if any(one["smallest"] for one in found) else "largest"


def _read_currency(word: str, catalogue: Catalogue) -> str:
    """Return the currency that a word names, if it is in use today."""
    try:
        unit = parse_unit(word)
    except UnknownUnitError:
        return ""
    in_use = {one.code for one in catalogue.currencies if one.valid_to is None and one.tenders}
    return unit.currency if unit.currency in in_use and unit.plain.text == unit.currency else ""


@lru_cache(maxsize=2)  # making it takes half a second, and every letter that is typed asks for it
def _load_finder(areas: AreaList, groups: tuple[AreaGroup, ...]) -> AreaFinder:
    """Make what finds areas and groups in the words of a search."""
    from indicators.language.areas import AreaFinder
    from indicators.language.languages import load_vocabulary

    codes = {code: code for code in areas.by_code if code.lower() not in _WORDS_LIKE_CODES}
    names = {name: one.code for one in groups for name in (*one.aliases, one.name, one.code)}
    return AreaFinder(areas, load_vocabulary("en"), codes | names)


def _resolve(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    try:
        return catalogue.resolve_areas(name)
    except IndicatorsError:  # a group without members today
        return ()


def _cut_out(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text without some of its parts and the small words that led to them.

    >>> _cut_out("gdp in Poland in 2023 per capita", [(7, 13), (17, 21)])
    'gdp per capita'
    """
    pieces, at = [], 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        words = text[at:start].split()
        while spans and words and words[-1].casefold() in _LEADING:
            words.pop()
        while spans and words and words[0].casefold() in _LEADING:
            words.pop(0)
        pieces += words
        at = end
    return " ".join(pieces)
