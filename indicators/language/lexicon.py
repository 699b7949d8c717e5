"""Phrases and what they do beside a number, found in tokens by the longest phrase.

A word of a phrase that ends in ``*`` stands for any ending, which covers the cases of inflected languages.

>>> lexicon = Lexicon([("per cent", Role.PERCENT, None), ("руб*", Role.MONEY, "RUB?")])
>>> [(match.role.value, match.value) for match in lexicon.at(tokenize("трлн рублей"), 1)]
[('money', 'RUB?')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

from indicators.language.tokens import Kind, Token, normalize, tokenize

_SHORTEST_STEM: Final = 3
_LONGEST_PHRASE: Final = 8
_NOTHING: Final = ()


class Role(StrEnum):
    """What a phrase does beside a number; named as in the tables of phrases."""

    SCALE = "scale"
    PERCENT = "percent"
    POINTS = "points"
    BPS = "bps"
    TENTHS = "tenths"
    MONEY = "money"
    SUBUNIT = "subunit"
    THING = "thing"
    BEFORE = "before"
    AFTER = "after"
    MINUS = "minus"
    RISE = "rise"
    FALL = "fall"
    GROWTH = "growth"
    DROP = "drop"
    MORE = "more"
    LESS = "less"
    YOY = "yoy"
    TIMES = "times"
    DOUBLE = "double"
    HALVE = "halve"
    SHARE = "share"
    RATE = "rate"
    INDEX = "index"
    FORECAST = "forecast"
    PAST = "past"
    SAY = "say"
    ACCORDING = "according"
    MONTH = "month"
    ORDINAL = "ordinal"
    QUARTER = "quarter"
    HALF = "half"
    MONTHS = "months"
    Q = "q"
    H = "h"
    HALF_FIRST = "half_first"
    HALF_SECOND = "half_second"
    RELATIVE = "relative"
    FULL_YEAR = "full_year"
    QUARTER_AWAY = "quarter_away"
    MONTH_AWAY = "month_away"
    FIVE_YEARS = "five_years"
    RESULTS = "results"
    QUARTER_BEFORE = "quarter_before"
    MONTH_BEFORE = "month_before"
    YEAR_BEFORE = "year_before"
    YEAR_AFTER = "year_after"
    WEEKDAY = "weekday"
    SPAN = "span"
    YEAR = "year"
    ENDS = "ends"
    SINCE = "since"
    BY = "by"
    TO = "to"
    FROM = "from"
    OF = "of"
    PER = "per"
    PER_DAY = "per_day"
    AND = "and"
    BETWEEN = "between"
    BETWEEN_AFTER = "between_after"
    REFER = "refer"
    NAME = "name"


class Match(NamedTuple):
    """A phrase found in tokens.

    Attributes:
        role: What it does.
        value: A power of ten, a unit, a currency, a month …; ``None`` for most roles.
        start: Its first token.
        end: The token after its last.
    """

    role: Role
    value: Any
    start: int
    end: int


class _Node:
    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.entries: list[tuple[Role, Any]] = []


class Lexicon:
    """A trie of phrases with their roles."""

    def __init__(self, phrases: Iterable[tuple[str, Role, Any]]) -> None:
        self._root = _Node()
        self._stems: set[str] = set()
        for phrase, role, value in phrases:
            self._add(phrase, role, value)
        self._stem_lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        self._keys = lru_cache(maxsize=65536)(self._keys_of)

    def _add(self, phrase: str, role: Role, value: Any) -> None:
        node = self._root
        for key in _keys_in(phrase):
            if key.endswith("*") and len(key) > 1:
                self._stems.add(key)
            node = node.children.setdefault(key, _Node())
        if (role, value) not in node.entries:
            node.entries.append((role, value))

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """The word itself and every stem of the tables that it begins with."""
        stems = (word[: length - 1] + "*" for length in self._stem_lengths if length - 1 <= len(word))
        return word, *(stem for stem in stems if stem in self._stems)

    def at(self, tokens: list[Token], index: int) -> Sequence[Match]:
        """Find the phrases that begin at a token: the longest of each role."""
        token = tokens[index]
        first = self._root.children
        keys = self._keys(token.key) if token.kind is Kind.WORD else (token.key,)
        frontier = [(first[key], index + 1) for key in reversed(keys) if key in first]  # the longest stem comes first
        if not frontier:
            return _NOTHING
        longest: dict[Role, Match] = {}
        while frontier:
            node, place = frontier.pop()
            for role, value in node.entries:
                if role is Role.MONEY and value[0] == "=" and not tokens[index].text.isupper():
                    continue  # "all" and "try" are words
                known = longest.get(role)
                if known is None or known.end < place:
                    longest[role] = Match(role, _code(role, value), index, place)
            if place >= len(tokens) or place - index >= _LONGEST_PHRASE:
                continue
            token = tokens[place]
            keys = self._keys(token.key) if token.kind is Kind.WORD else (token.key,)
            frontier += [(node.children[key], place + 1) for key in reversed(keys) if key in node.children]
        return list(longest.values())

    def scan(self, tokens: list[Token], accept: Callable[[Match], bool] = bool) -> Iterator[Match]:
        """Find the accepted phrases one after the other, without overlaps."""
        index = 0
        while index < len(tokens):
            match = next(filter(accept, self.at(tokens, index)[:1]), None)
            if match is not None:
                yield match
            index = index + 1 if match is None else match.end


def _code(role: Role, value: Any) -> Any:
    """The value without the mark of a code that counts in capitals only."""
    return value.removeprefix("=") if role is Role.MONEY else value


def _keys_in(phrase: str) -> list[str]:
    """The keys of the tokens of a phrase; a star sticks to the word before it."""
    keys: list[str] = []
    for token in tokenize(normalize(phrase)):
        if token.text == "*" and token.glued and keys and token.start and len(keys[-1]) >= _SHORTEST_STEM - 1:
            keys[-1] += "*"
        else:
            keys.append(token.key)
    return keys


def parse_rows(table: str) -> list[tuple[str, list[str]]]:
    """Parse a table of a language: each row ``head | phrase; phrase``.

    >>> parse_rows("scale 6 | million; mln")
    [('scale 6', ['million', 'mln'])]
    """
    rows: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, phrases = line.partition("|")
            rows.append((head.strip(), [phrase.strip() for phrase in phrases.split(";") if phrase.strip()]))
    return rows
