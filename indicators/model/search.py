"""Search for indicators by part of a word, synonym and code, forgiving slips, in a few milliseconds.

An index of all words is made once per catalogue. Each word of a query is compared with each different word of the
catalogue once: it may be the word, its plural, its beginning, a part of it, share its stem (inflected forms), or have
a wrong letter, two in a long word. Names are then ranked by the worst of their words: an exact name or synonym first,
then all of a topic or section, then names that begin with the query, then by words, and last what only resembles it.

Words of other languages and everyday synonyms are in ``search_words.csv``: ``chomage`` is looked for as unemployment,
too.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path
from typing import Final

from rapidfuzz.distance import OSA

from indicators.model.codelists import fold_name
from indicators.model.dimensions import read_code
from indicators.model.observations import Indicator

_LONGEST: Final = 200
_FILLING: Final = frozenset("a an and by data figures for in level of on per rate statistic the to vs".split())
_LONG_WORD: Final = 9  # letters from which two may be wrong, otherwise one: "interest" doesn't match "internet"
_SHORT_WORD: Final = 6  # below, the first letter must be right: "wages" doesn't match "pages"
_SHORTEST_SLIP: Final = 4  # two of three letters are not a match
_SHORTEST_PLURAL: Final = 5  # AIDS isn't aid
_STEM, _SHORTEST_STEM = 0.8, 5  # "unemployed" matches "unemployment"; "internet" doesn't match "international"
_FIRST_CHINESE: Final = "\u2e80"
_SHORTEST_PART: Final = 4  # letters of a part inside a word
_EXACT, _TOPIC, _BEGINS = 100.0, 90.0, 80.0
_SAME, _INFLECTED, _BEGINNING, _PART, _AKIN, _SLIP = 70.0, 69.0, 60.0, 50.0, 40.0, 30.0
_SCATTERED: Final = 8.0  # less if the words are in several names of an indicator
_FOREIGN: Final = 1.0  # less for words that had to be translated
_SHORTENED: Final = 5.0  # less without the words that nothing matches


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name of an indicator: its words, and what it counts less than the first name."""

    text: str
    words: tuple[str, ...]
    place: int


class IndicatorIndex:
    """All words of the names, codes, synonyms, topics and sections of indicators, and the names of areas.

    >>> from indicators.files import read_embedded_catalogue
    >>> [one.id for one in read_embedded_catalogue().search("inlfation in Germany")][:1]
    ['inflation']
    """

    def __init__(self, indicators: Sequence[Indicator], areas: Collection[str] = ()) -> None:
        self._indicators = tuple(indicators)
        self._areas = areas
        self._spellings = [_list_spellings(indicator) for indicator in self._indicators]
        self._groups = [{_join(fold_name(one.topic)), _join(fold_name(one.section))} for one in self._indicators]
        self._group_words = [tuple(_split(f"{one.topic} {one.section}")) for one in self._indicators]
        words = {word for some in self._spellings for spelling in some for word in spelling.words}
        self._words = tuple(words.union(*self._group_words))
        self._places: dict[str, set[int]] = {word: set() for word in self._words}
        for place, some in enumerate(self._spellings):
            for word in {*self._group_words[place], *(word for spelling in some for word in spelling.words)}:
                self._places[word].add(place)

    def search(self, text: str) -> tuple[Indicator, ...]:
        """Return the indicators that match the words, best first; without words, all of them in order."""
        words = _split(text[:_LONGEST])
        if not words:
            return self._indicators
        typed = dict(zip(words, fold_name(text[:_LONGEST]).split(), strict=True))
        found = self._rank(words, typed)
        if not found:  # what nothing matches may be filling, a country, a year, or the women or men of an indicator
            telling = [
                word for word in words if not (word in _FILLING or word.isdigit() or read_code("SEX", word) != word)
            ]
            for left in (telling, [word for word in telling if word not in self._words_of_areas]):
                if left and left != words and not found:
                    found = {place: score - _SHORTENED for place, score in self._rank(left, typed).items()}
        order = sorted(found, key=lambda place: (-found[place], bool(self._indicators[place].preferred), place))
        return tuple(self._indicators[place] for place in order)

    @cached_property
    def _words_of_areas(self) -> frozenset[str]:
        return frozenset(word for name in self._areas for word in _split(name))

    def _rank(self, words: Sequence[str], typed: Mapping[str, str]) -> dict[int, float]:
        """Return the score of each indicator that matches, by its place; words are also given as typed."""
        scores: dict[int, float] = {}
        for less, variant in ((less, tuple(variant)) for less, variant in _translate(words)):
            likeness = [self._compare(word, typed.get(word, word)) for word in variant]
            every = (set().union(*(self._places[word] for word in like)) for like in likeness)
            for place in set.intersection(*every):
                score = self._score(place, variant, likeness) - less
                if score > scores.get(place, 0.0):
                    scores[place] = score
        # What only resembles the words is shown if nothing has them.
        return {place: score for place, score in scores.items() if score > _AKIN or max(scores.values()) < _PART}

    def _compare(self, word: str, typed: str) -> dict[str, float]:
        """Return how much each word of the catalogue is like this one; only those that are."""
        found = {other: score for other in self._words if (score := _compare_words(word, other))}
        if typed != word and not found:  # the last letter may be part of the slip: "businses"
            found = {other: score for other in self._words if (score := _compare_words(typed, other))}
        if not found and typed.endswith("s"):  # or the plural: "gropus"
            found = {other: score for other in self._words if (score := _compare_words(typed, _pluralize(other)))}
        return found

    def _score(self, place: int, words: tuple[str, ...], likeness: Sequence[Mapping[str, float]]) -> float:
        wanted = " ".join(words)
        best = _TOPIC if wanted in self._groups[place] else 0.0
        for spelling in self._spellings[place]:
            best = max(best, _score_spelling(spelling, wanted, likeness))
        if not best:
            pooled = {word for spelling in self._spellings[place] for word in spelling.words}
            worst = _find_worst(pooled.union(self._group_words[place]), likeness)
            best = max(0.0, worst - _SCATTERED) if worst else 0.0
        return best


def _list_spellings(indicator: Indicator) -> list[_Spelling]:
    codes = (code for _, code in indicator.codes)
    names = (indicator.name, indicator.id, indicator.code, *codes, *indicator.aliases)
    texts = dict.fromkeys(fold_name(name) for name in names if name)
    return [_Spelling(_join(text), tuple(_split(text)), number) for number, text in enumerate(texts) if text]


def _score_spelling(spelling: _Spelling, wanted: str, likeness: Sequence[Mapping[str, float]]) -> float:
    """Score a name from 0 to 100: exact, beginning with the query, by words; shorter and earlier names are better."""
    length = len(wanted) / max(len(spelling.text), len(wanted))
    less = min(spelling.place, 30) / 100
    if spelling.text == wanted:
        return _EXACT - less
    if spelling.text.startswith(f"{wanted} "):
        return _BEGINS + 4 * length - less
    worst = _find_worst(spelling.words, likeness)
    return worst + 4 * length - less if worst else 0.0


def _find_worst(words: Collection[str], likeness: Sequence[Mapping[str, float]]) -> float:
    """Return how well the word of a query that fits worst is found among these; 0 if one isn't."""
    return min((max((one.get(word, 0.0) for word in words), default=0.0) for one in likeness), default=0.0)


def _compare_words(word: str, other: str) -> float:
    """Return how much a word of the catalogue is like a word of a query; 0 if not at all."""
    if word == other:
        return _SAME
    if other.startswith(word) and (len(word) > 1 or _is_chinese(word)):
        return _BEGINNING
    if word in other and (len(word) >= _SHORTEST_PART or _is_chinese(word)):
        return _PART
    if len(other) > 1 and other in word and _is_chinese(other):
        return _PART  # Chinese has no spaces: 美国失业率 has 失业率
    return _compare_letters(word, other) if min(len(word), len(other)) >= _SHORTEST_SLIP else 0.0


def _compare_letters(word: str, other: str) -> float:
    """Compare words that differ in their ending or in a letter."""
    if other[0] == word[0] and _shares_stem(other, word):
        return _AKIN if word.isascii() else _INFLECTED
    allowed = 1 if len(word) < _LONG_WORD else 2
    if abs(len(word) - len(other)) > allowed or (len(word) < _SHORT_WORD and other[0] != word[0]):
        return 0.0
    wrong = OSA.distance(word, other, score_cutoff=allowed)
    return _SLIP - wrong if wrong <= allowed else 0.0


def is_slip(typed: str, name: str) -> bool:
    """Return whether a text is a name with a wrong, missing, further or swapped letter; two in a long one.

    >>> is_slip("gdpp", "gdp"), is_slip("pib", "ptimbw")
    (True, False)
    """
    allowed = 1 if len(typed) < _LONG_WORD else 2
    return len(typed) >= _SHORTEST_SLIP and OSA.distance(typed, name, score_cutoff=allowed) <= allowed


def _pluralize(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _is_chinese(word: str) -> bool:
    return word[0] >= _FIRST_CHINESE


def _shares_stem(other: str, word: str) -> bool:
    """Return whether two words differ only in their endings."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(other, word, strict=False)))
    return common >= max(_SHORTEST_STEM, _STEM * len(word))


def _split(text: str) -> list[str]:
    """Split a text into folded words without English plurals."""
    return [_drop_plural(word) for word in fold_name(text).split()]


def _join(text: str) -> str:
    return " ".join(_split(text))


def _drop_plural(word: str) -> str:
    """Drop the ending of an English plural.

    >>> [_drop_plural(word) for word in ("rates", "economies", "gas", "gross", "crisis")]
    ['rate', 'economie', 'gas', 'gross', 'crisis']
    """
    is_plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural and word.isascii() else word


def _translate(words: Sequence[str]) -> Iterator[tuple[float, list[str]]]:
    """Yield the words of a query, and again with each phrase of `search_words.csv` that they contain replaced."""
    yield 0.0, list(words)
    table, longest = _read_words()
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            for meaning in table.get(tuple(words[start : start + length]), ()):
                left = [word for word in words[start + length :] if word not in _FILLING]
                before = [word for word in words[:start] if word not in _FILLING]
                yield _FOREIGN, [*before, *meaning, *left]


@cache
def _read_words() -> tuple[dict[tuple[str, ...], list[list[str]]], int]:
    """Read the phrases with their meanings, and the number of words of the longest."""
    table: dict[tuple[str, ...], list[list[str]]] = {}
    with Path(__file__).with_name("search_words.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for phrase in row["WORDS"].split("|"):
                table.setdefault(tuple(_split(phrase)), []).append(_split(row["MEANING"]))
    return table, max(map(len, table))
