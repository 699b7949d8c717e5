"""What a search asks for: the indicators, and the countries, the years and the currency among its words.

*gdp of poland 2023* asks for GDP in Poland in 2023, as *польский ВВП* and 波兰GDP do. Names, adjectives and codes of
countries and groups are found in whatever case they are typed. The other words are looked up among the indicators. If
none fits, the whole search is looked up; if that fails too, words for a ranking (*highest*), currencies (*in euros*)
and central banks (*ECB*) are taken out and read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from indicators.errors import IndicatorsError, UsageError
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
    r"\b(?:(?P<smallest>lowest|smallest|poorest|fewest|least|slowest|weakest|cheapest)"
    r"|highest|largest|biggest|richest|fastest|strongest|most|top(?:\s+(?:\d+|ten|twenty))?"
    r"|rank(?:ing|ed|s)?|list\s+of|(?:countries|nations)\s+by|by\s+country)\b",
    re.IGNORECASE,
)
_COUNTRIES: Final = re.compile(r"\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE)
_WEALTH: Final = re.compile(r"\b(?:richest|poorest)\b", re.IGNORECASE)
_DEFICIT: Final = re.compile(r"\bdeficits?\b", re.IGNORECASE)
_RANKED_BY: Final = {
    "economies": "gdp", "growing": "growth", "populous": "population", "indebted": "government debt",
}  # fmt: skip
_WEALTH_IS: Final = "gdp per capita"
_WORD: Final = re.compile(r"[^\W\d_]+")
_CONTINENTS: Final = {
    "african": "AFRICA", "asian": "ASIA", "european": "EUROPE", "south american": "SOUTH_AMERICA",
    "latin america": "LCN", "latin american": "LCN",
}  # fmt: skip
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
    named = _load_finder(catalogue.areas, catalogue.groups).find_typed(tokenize(view))
    years = next(_YEARS.finditer(view), None)
    money = _find_money(view, catalogue)
    spans = [one for one in _keep_longest([*(_Span("area", *one) for one in named), *money]) if one.kind == "area"]
    spans += [_Span("time", "", *years.span())] if years else []
    if money and _names_amount(_cut_out(view, priced := _keep_longest([*spans, *money])), catalogue):
        spans = priced
    subject = _cut_out(view, spans)
    indicators = catalogue.search(subject) if spans and fold_name(subject) else ()
    if not indicators and (whole := catalogue.search(words) if words.strip() else ()):
        return SearchQuery(whole, ends=_find_end(view) if _COUNTRIES.search(view) else "")
    is_ranking = not indicators or _COUNTRIES.search(_blank(view, spans)) is not None
    if not indicators:
        indicators, spans = _read_hints(view, spans, money, catalogue)
    if not indicators:
        return SearchQuery(())
    codes = [one.meaning for one in spans if one.kind == "area"]
    first, last = (years["first"], years["last"]) if years else ("", "")
    return SearchQuery(
        indicators,
        tuple(dict.fromkeys(code for name in codes for code in _resolve(name, catalogue))),
        f"{first}..{last}" if last else first,
        next((one.meaning for one in spans if one.kind == "money"), ""),
        _find_end(_blank(view, spans)) if is_ranking else "",
    )


def is_called(indicator: Indicator, words: str) -> bool:
    """Return whether words are exactly the id, the name or another name of an indicator."""
    return fold_name(words) in map(fold_name, (indicator.id, indicator.name, *indicator.aliases))


def _names_amount(words: str, catalogue: Catalogue) -> bool:
    """Whether words are exactly the name of an indicator in money: *gdp us dollars* asks for GDP, not for a rate."""
    if not fold_name(words):
        return False
    units = [parse_unit(one.unit) for one in catalogue.search(words)[:1] if is_called(one, words)]
    return any(unit.currency and not unit.is_exchange_rate for unit in units)


class _Span(NamedTuple):
    """A part of a search that means something: an area, a time or a currency."""

    kind: Literal["area", "time", "money", "ranking"]
    meaning: str
    start: int
    end: int


def _read_hints(
    text: str, spans: list[_Span], money: list[_Span], catalogue: Catalogue
) -> tuple[tuple[Indicator, ...], list[_Span]]:
    """Read words for a ranking, central banks and currencies, no more kinds of them than needed.

    Returns:
        The indicators that the other words mean, and the spans that were read.
    """
    banks, tried = _find_banks(text), {_cut_out(text, spans)}
    for hints in ([], banks, money, [*banks, *money]):
        read = _keep_longest([*spans, *hints])
        subject = _cut_ranking_out(text, read)
        if subject not in tried and fold_name(subject) and (indicators := catalogue.search(subject)):
            return indicators, read
        tried.add(subject)
    return (), spans


def _cut_ranking_out(text: str, spans: Sequence[_Span]) -> str:
    """Return what a ranking is about; the richest countries are those with the highest GDP per capita.

    >>> _cut_ranking_out("most populous countries", []), _cut_ranking_out("richest country", [])
    ('population', 'gdp per capita')
    """
    blanked = _blank(text, spans)
    ranking = [_Span("ranking", "", *one.span()) for one in _RANKING.finditer(blanked)]
    if not ranking:
        return _cut_out(text, spans)
    ranking += [_Span("ranking", "", *one.span()) for one in _COUNTRIES.finditer(blanked)]
    words = _cut_out(text, _keep_longest([*spans, *ranking])).split()
    subject = " ".join(_RANKED_BY.get(word.casefold(), word) for word in words)
    return subject or (_WEALTH_IS if _WEALTH.search(blanked) else "")


def _find_banks(text: str) -> list[_Span]:
    return [_Span("area", _CENTRAL_BANKS[one[0].casefold()], *one.span()) for one in _BANK.finditer(text)]


def _find_money(text: str, catalogue: Catalogue) -> list[_Span]:
    """Find currencies in use, of one word or two: ``euros``, ``swiss francs``.

    >>> from indicators.files import read_embedded_catalogue
    >>> [one.meaning for one in _find_money("gdp in swiss francs", read_embedded_catalogue())]
    ['CHF']
    """
    words = list(_WORD.finditer(text))
    places = [(one.start(), one.end()) for one in words]
    places += [(one.start(), other.end()) for one, other in pairwise(words)]
    in_use = {one.code for one in catalogue.currencies if one.valid_to is None and one.tenders}
    found = ((_read_currency(text[start:end], catalogue), start, end) for start, end in places)
    return [_Span("money", code, start, end) for code, start, end in found if code in in_use]


def _read_currency(words: str, catalogue: Catalogue) -> str:
    from indicators.language.amounts import parse_amount

    try:
        return parse_amount(f"1 {words}", currencies=catalogue.currencies).currency
    except UsageError:
        return ""


def _keep_longest(spans: Iterable[_Span]) -> list[_Span]:
    """Keep the longest of spans that overlap: *US dollars* names no country, and *euro area* no currency."""
    kept: list[_Span] = []
    for one in sorted(spans, key=lambda span: span.start - span.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda span: span.start)


def _blank(text: str, spans: Iterable[_Span]) -> str:
    for one in spans:
        text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
    return text


def _find_end(text: str) -> str:
    """Return which end of a ranking a text asks for; the largest deficit is the smallest balance.

    >>> [_find_end(text) for text in ("lowest gdp", "top 10 by gdp", "biggest trade deficit", "gdp")]
    ['smallest', 'largest', 'smallest', '']
    """
    found = list(_RANKING.finditer(text))
    is_smallest = any(one["smallest"] for one in found) != bool(_DEFICIT.search(text))
    return "" if not found else "smallest" if is_smallest else "largest"


@lru_cache(maxsize=2)  # making it takes half a second, and every letter that is typed asks for it
def _load_finder(areas: AreaList, groups: tuple[AreaGroup, ...]) -> AreaFinder:
    """Make what finds areas and groups in the words of a search."""
    from indicators.language.areas import AreaFinder
    from indicators.language.languages import load_vocabulary

    codes = {code: code for code in areas.by_code if code.lower() not in _WORDS_LIKE_CODES}
    names = {name: one.code for one in groups for name in (*one.aliases, one.name, one.code)}
    return AreaFinder(areas, load_vocabulary("en"), codes | names | _CONTINENTS)


def _resolve(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    try:
        return catalogue.resolve_areas(name)
    except IndicatorsError:  # a group without members today
        return ()


def _cut_out(text: str, spans: Sequence[_Span]) -> str:
    """Return a text without some of its parts and the small words that led to them.

    >>> _cut_out("gdp in Poland in 2023 per capita", [_Span("area", "POL", 7, 13), _Span("time", "", 17, 21)])
    'gdp per capita'
    """
    pieces, at = [], 0
    ends = [(one.start, one.end) for one in spans]
    for start, end in [*sorted(ends), (len(text), len(text))]:
        words = text[at:start].split()
        while spans and words and words[-1].casefold() in _LEADING:
            words.pop()
        while spans and words and words[0].casefold() in _LEADING:
            words.pop(0)
        pieces += words
        at = end
    return " ".join(pieces)
