"""Which indicator of the catalogue a figure belongs to: a sure match or none.

An indicator matches when one of its names is near the figure, its unit and measure fit what the figure states, and, for
indicators of datasets kept by hand, the figure is about an area they have figures of. When two indicators fit equally
well, none is taken, except that forecast growth or inflation is the Outlook's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from indicators.claims.claim import ClaimKind, infer_kind
from indicators.claims.reading.contexts import is_change_of_rate, is_of_last_period, is_step
from indicators.language.languages import Vocabulary
from indicators.language.lexicon import Lexicon, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind, normalize
from indicators.language.years import is_year
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Indicator, Measure
from indicators.model.units import parse_unit

_NEAR: Final = 22
_EACH: Final = parse_unit("USD per person").denominator
_LEVELS: Final = frozenset((ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY))
_GROWTH: Final = ("gdp-growth", "gdp-growth-weo")
_MARKS: Final = frozenset((",", ".", ":", ";", "(", ")", "—", "–"))
_NAME: Final = 5  # tokens
_FIRST_HAN: Final = chr(0x4E00)
_SIDES: Final = ("exports_side", "imports_side", "revenue_side", "spending_side", "surplus", "deficit", "balance")


class IndicatorFinder:
    """Find the indicator of a figure.

    Args:
        catalogue: The indicators, and the datasets with their areas.
        vocabulary: The words that the tokens are read with.
    """

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_id = {indicator.id: indicator for indicator in catalogue.indicators}
        self._areas = _areas_of(catalogue)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._lexicon = Lexicon(self._phrases())
        self._kinds = {
            indicator.id: infer_kind(parse_unit(indicator.unit), indicator) for indicator in catalogue.indicators
        }

    def _phrases(self) -> Iterator[tuple[str, Role, Any]]:
        for indicator in self._by_id.values():
            for name in dict.fromkeys(self._names_of(indicator)):
                lowered = normalize(name.lower())
                if (
                    self._vocabulary.pattern("general_name").fullmatch(lowered)
                    or len(lowered) < (3 if lowered.isascii() or lowered[0] < _FIRST_HAN else 2)
                    or not lowered[0].isalpha()
                ):
                    continue
                phrase = " ".join(self._stemmed(word) for word in lowered.split())
                self._names[phrase].add(indicator.id)
        for phrase in self._names:
            yield phrase, Role.NAME, phrase

    def _names_of(self, indicator: Indicator) -> Iterator[str]:
        """Its names in the language of the text, or those of the catalogue."""
        own = self._vocabulary.own
        yield from self._vocabulary.indicators.get(indicator.id, ())
        for name in (indicator.name, *indicator.aliases):
            low, high = own.letters
            if not self._vocabulary.indicators or not low <= name[0].lower() <= high:
                yield name  # otherwise it is a name in another language of the same script

    def _stemmed(self, word: str) -> str:
        return self._vocabulary.language_of(word).stem(word) if word.isalpha() else word

    def find_names(
        self, sentence: TaggedSentence, areas: Sequence[tuple[str, int]] = ()
    ) -> list[tuple[int, int, frozenset[str]]]:
        """Find the names in a sentence: first token, the one after the last, ids of the indicators.

        Args:
            sentence: The sentence.
            areas: The areas that it names, each with its token; *growth* beside one of them is that of its economy.
        """
        found, longer = self._lexicon.scan(sentence.tokens), self._vocabulary.pattern("longer_name")
        names = [
            (match.start, match.end, frozenset(self._names[match.value]))
            for match in found
            if not (match.start and longer.match(sentence.text(match.start - 1, match.end)))
        ]
        taken = {at for start, end, _ in names for at in range(start, end)}
        growth = frozenset(id for id in _GROWTH if id in self._by_id)
        names += [
            (at, at + 1, growth) for at in range(len(sentence))
            if at not in taken and _is_growth_of_country(sentence, at, areas)
        ]  # fmt: skip
        return sorted(names)

    def find(
        self, names: list[tuple[int, int, frozenset[str]]], first: int, last: int, *,
        floor: int, kind: ClaimKind, unit: str, areas: tuple[str, ...], is_forecast: bool,
    ) -> Indicator | None:  # fmt: skip
        """Find the indicator of the figure between two tokens, by the names before it or right behind it."""
        before = [name for name in names if name[1] <= first and first - name[1] <= _NEAR and name[0] >= floor]
        behind = [name for name in names if 0 <= name[0] - last <= (12 if kind is ClaimKind.SHARE else 3)]
        for name in (*reversed(before), *behind):
            fitting = [id for id in self._related(name[2]) if self._fits(self._by_id[id], kind, unit, areas)]
            one = _the_one(fitting, is_forecast=is_forecast)
            if one is not None:
                return self._by_id[one]
            if fitting:
                return None
        return None

    @property
    def population(self) -> Indicator | None:
        """The indicator of all who live in a country, if the catalogue has it."""
        return self._by_id.get("population")

    def find_nominal_growth(self, indicator: Indicator) -> Indicator | None:
        """Find the nominal counterpart of an indicator of real growth; itself where it is not one, or ``None``."""
        stem = indicator.id.removesuffix("-weo")
        if indicator.growth_of or not stem.endswith("-growth"):
            return indicator
        return self._by_id.get(f"{stem}-nominal")

    def _related(self, ids: frozenset[str]) -> list[str]:
        """The indicators of a name and those of their growth or share of GDP: a text names what has grown."""
        related = set(ids) | ({"gdp"} & self._by_id.keys() if ids & set(_GROWTH) else set())  # of an *economy*
        for id in ids:
            stem = id.removesuffix("-turnover")
            others = (f"{stem}-growth", f"{id}-growth", f"{id}-share-of-gdp")
            related |= {other for other in others if other in self._by_id}
        return sorted(related)

    def _fits(self, indicator: Indicator, kind: ClaimKind, unit: str, areas: tuple[str, ...]) -> bool:
        own = self._kinds[indicator.id]
        known = self._areas.get(indicator.id)
        if known is not None and areas and not set(areas) & known:
            return False
        if kind is ClaimKind.AMOUNT:
            per = parse_unit(indicator.unit).denominator
            return own is ClaimKind.AMOUNT and (bool(per) == (" per " in unit) or (per == _EACH and " " not in unit))
        if kind is ClaimKind.GROWTH:
            return own is ClaimKind.GROWTH or indicator.id.startswith("inflation")
        if kind is ClaimKind.RATE:
            return own is ClaimKind.RATE or (own is ClaimKind.SHARE and indicator.id == "unemployment")
        if kind is ClaimKind.SHARE:
            return own is ClaimKind.SHARE and indicator.id != "unemployment"
        if kind is ClaimKind.COUNT:
            is_counted = indicator.measure is Measure.COUNT or indicator.id == "population" or unit == "years"
            return is_counted and parse_unit(indicator.unit).plain.text == unit
        return own is kind and kind is ClaimKind.INDEX


def _is_growth_of_country(sentence: TaggedSentence, at: int, areas: Sequence[tuple[str, int]]) -> bool:
    """Whether *growth* is that of a country: ``U.S. growth was``, ``Germany's growth``, ``Growth in Germany``."""
    words, starts = sentence.words, {token for _, token in areas}
    if sentence.key(at) not in words.growth_nouns:
        return False
    behind = at + 1 + (sentence.key(at + 1) in words.where_in | words.of)
    while sentence.key(behind) in words.article | {"'"}:  # "la croissance de l'Italie"
        behind += 1
    if behind in starts and (behind > at + 1 or _is_noun(sentence, behind)):  # "la croissance italienne"
        return at == 0 or sentence.key(at - 1) in words.article | _MARKS
    ahead = next((token for token in range(at - 1, max(-1, at - _NAME), -1) if token in starts), None)
    if ahead is None or any(_is_noun(sentence, token) for token in range(ahead + 1, at)):
        return False
    verb = sentence.at(at + 1, Role.PAST, Role.TO, Role.RISE, Role.FALL, Role.FORECAST, Role.OF, Role.BEFORE)
    is_time = sentence.key(at + 1) in words.where_in and _is_time(sentence, at + 2)
    return verb is not None or is_time or sentence.key(at + 1) in _MARKS


def _is_noun(sentence: TaggedSentence, at: int) -> bool:
    """Whether a word may be what grows; what follows a name within it is not: *U.S.* growth."""
    return sentence.kind(at) is Kind.WORD and sentence.tokens[at].text.islower() and len(sentence.key(at)) > 1


def _is_time(sentence: TaggedSentence, at: int) -> bool:
    at += sentence.key(at) in sentence.words.article
    return is_year(sentence, at) or sentence.at(at, Role.ORDINAL, Role.MONTH, Role.RELATIVE, Role.QUARTER) is not None


def find_growth_noun(
    sentence: TaggedSentence, names: Sequence[tuple[int, int, frozenset[str]]], start: int, end: int
) -> str:
    """Find the noun that names the growth of a country between two tokens; empty if there is none.

    Args:
        sentence: The sentence.
        names: The names of indicators in it.
        start: The first token.
        end: The token behind the last.
    """
    growths = (at for at, last, _ in names if start <= at < end == max(end, last) and last - at == 1)
    return next((sentence.key(at) for at in growths if sentence.key(at) in sentence.words.growth_nouns), "")


def name_denominator(unit: str, indicator: Indicator) -> str:
    """Name for whom a sum is, where the indicator and not the text says so: GDP per capita of 45,000 dollars."""
    return f"{unit} per {_EACH}" if parse_unit(indicator.unit).denominator == _EACH else unit


def _areas_of(catalogue: Catalogue) -> dict[str, set[str]]:
    """The areas of the indicators that only datasets kept by hand have figures of."""
    areas: dict[str, set[str]] = defaultdict(set)
    wide = {id for dataset in catalogue.datasets if dataset.tables for id in dataset.indicators}
    for dataset in catalogue.datasets:
        for seen in dataset.observations:
            areas[seen.indicator] |= {code for code in (seen.area, seen.counterpart) if code}
    return {id: codes for id, codes in areas.items() if id not in wide}


def _the_one(ids: list[str], *, is_forecast: bool) -> str | None:
    if len(ids) == 1:
        return ids[0]
    outlook = {id for id in ids if id.endswith("-weo")}
    rest = [id for id in ids if (id in outlook) == is_forecast]
    return rest[0] if outlook and len(rest) == 1 else None


def is_other_change(
    sentence: TaggedSentence, figure: ParsedFigure, indicator: Indicator, names: list[tuple[int, int, frozenset[str]]],
    *, kind: ClaimKind, floor: int,
) -> bool:  # fmt: skip
    """Whether a figure is a change that its indicator does not measure: of a rate, by a step, in one month."""
    if kind is ClaimKind.GROWTH and is_change_of_rate(sentence, figure, names):
        return True
    if kind is ClaimKind.SHARE and sentence.vocabulary.pattern("asked").search(sentence.text(0, len(sentence))):
        return True  # a share of those asked
    if kind is ClaimKind.SHARE and _is_share_of_them(sentence, figure.last):
        return True  # of what the text has just counted
    if indicator.id.startswith("inflation") and is_of_last_period(sentence, figure, floor):
        return True
    return kind in _LEVELS and is_step(sentence, figure)


def _is_share_of_them(sentence: TaggedSentence, at: int) -> bool:
    """Whether a pronoun names the whole behind a percentage: ``90% of them``, ``90 % davon``."""
    at += sentence.key(at) in sentence.words.of
    return sentence.vocabulary.pattern("whole_pronoun").fullmatch(sentence.key(at)) is not None


def leave_out_bases_of_shares(
    sentence: TaggedSentence, names: list[tuple[int, int, frozenset[str]]]
) -> list[tuple[int, int, frozenset[str]]]:
    """Leave out names that are the base of a percentage right before them: ``39% of GDP, from 414 billion``."""
    return [name for name in names if not _is_base_of_share(sentence, name[0])]


def _is_base_of_share(sentence: TaggedSentence, first: int) -> bool:
    words = sentence.words
    at = first - 1
    while sentence.key(at) in words.of | words.article:
        at -= 1
    return at < first - 1 and sentence.before(at + 1, Role.PERCENT) is not None


def select_names_of_side(
    sentence: TaggedSentence, figure: ParsedFigure, names: list[tuple[int, int, frozenset[str]]], floor: int
) -> list[tuple[int, int, frozenset[str]]]:
    """Leave out earlier names where a figure's own words name another side of a balance: ``, imports 3 billion``.

    Args:
        sentence: The sentence.
        figure: The figure.
        names: The names of indicators.
        floor: The token after the figure before it.
    """
    sides = _find_sides(sentence, floor, figure.first)
    return [name for name in names if name[0] >= floor or not sides or sides & _find_sides(sentence, name[0], name[1])]


def _find_sides(sentence: TaggedSentence, start: int, end: int) -> set[str]:
    words = sentence.text(start, end)
    return {side for side in _SIDES if sentence.vocabulary.pattern(side).search(words)}


def names_people(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether the words before a figure name the population, and not some people."""
    return names_people_at(sentence, range(max(0, figure.first - 12), figure.first))


def names_people_at(sentence: TaggedSentence, tokens: Iterable[int]) -> bool:
    """Whether one of some tokens is *population*, or the second character of 人口."""
    nouns = sentence.words.people_nouns
    return any((sentence.text(at - 1, at + 1) if sentence.has_han(at) else sentence.key(at)) in nouns for at in tokens)
