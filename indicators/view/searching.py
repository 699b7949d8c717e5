"""What a search asks for: the indicators, and the countries and the year that stand among its words.

*gdp of poland 2023* asks for GDP in Poland in 2023, as *польский ВВП* and 波兰GDP do. Names, adjectives and codes of
countries and groups are found in whatever case they are typed. What is left is looked for among the indicators; if
nothing there fits, the words are looked for as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from indicators.errors import IndicatorsError
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import AreaList, fold_name
from indicators.model.groups import AreaGroup
from indicators.model.observations import Indicator

if TYPE_CHECKING:
    from indicators.language.areas import AreaFinder

_MONTH: Final = r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?"
_YEARS: Final = re.compile(
    _MONTH + r"\b(?P<first>(?:19|20)\d\d)(?:\s*(?:-|–|to|\.\.)\s*(?P<last>(?:19|20)\d\d))?\b", re.ASCII | re.IGNORECASE
)
_LONGEST: Final = 200
_LEADING: Final = frozenset(
    "a an and are at between by during for from in is of on or since the to v versus vs was what how much".split()
)
_WORDS_LIKE_CODES: Final = frozenset("and are ben can gin mar nor pan per ton".split())


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What the words of a search ask for.

    Attributes:
        indicators: The indicators that were found, the best first.
        areas: The codes of the countries and groups that are named, in the order of the words.
        time: The years that are named, as in an address (``2023``, ``2010..2020``); empty if none is.
    """

    indicators: tuple[Indicator, ...]
    areas: tuple[str, ...] = ()
    time: str = ""

    @property
    def year(self) -> str:
        """The one year that is named; empty if there are several or none."""
        return "" if ".." in self.time else self.time

    @property
    def address(self) -> dict[str, str]:
        """The areas and the time as in an address of a view."""
        return {name: text for name, text in (("country", "~".join(self.areas)), ("time", self.time)) if text}


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
    subject = _cut_out(view, spans)
    indicators = catalogue.search(subject) if spans and fold_name(subject) else ()
    if not indicators:
        return SearchQuery(catalogue.search(words) if words.strip() else ())
    areas = dict.fromkeys(code for name, _, _ in found for code in _resolve(name, catalogue))
    first, last = (years["first"], years["last"]) if years else ("", "")
    return SearchQuery(indicators, tuple(areas), f"{first}..{last}" if last else first)


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
