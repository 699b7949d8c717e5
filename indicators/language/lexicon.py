"""The words that the reading knows, found in tokens by the longest phrase: one trie for the three languages.

The scripts keep the languages apart, so a Russian text may name its dollars in English. A word of the table that
ends in ``*`` stands for any ending, which is how Russian cases are covered; the names of currencies come from CLDR
too, where the part that all their plural forms share is taken for the stem.

>>> from indicators.language.tokens import tokenize
>>> found = load_lexicon().at(tokenize("трлн рублей"), 1)
>>> [(match.role.value, match.value) for match in found]
[('money', 'RUB?')]
"""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from indicators.language.chinese.phrases import CHINESE
from indicators.language.english.phrases import ENGLISH
from indicators.language.russian.phrases import RUSSIAN
from indicators.language.things import MONEY, NOT_UNITS, SUBUNITS, THINGS
from indicators.language.tokens import Kind, Token, normalize, tokenize
from indicators.model.observations import Qualifier
from indicators.model.unit_names import index_nouns

__all__ = ["Lexicon", "Match", "Role", "load_lexicon"]

_SHORTEST_STEM: Final = 3
_LONGEST_PHRASE: Final = 8
_NOTHING: Final = ()


class Role(StrEnum):
    """What a phrase does beside a number; the names are those of the tables of words."""

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
        value: What it says: a power of ten, a unit, a currency, a month …; ``None`` for most.
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
    """Phrases with their roles."""

    def __init__(self, phrases: Iterator[tuple[str, Role, Any]]) -> None:
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
        """The phrases that begin at a token: the longest of each role."""
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


@cache
def load_lexicon() -> Lexicon:
    """All the words, built when they are first needed."""
    return Lexicon(_phrases())


def _phrases() -> Iterator[tuple[str, Role, Any]]:
    for table in (ENGLISH, RUSSIAN, CHINESE):
        for head, phrases in _rows(table):
            role, _, value = head.partition(" ")
            yield from ((phrase, Role(role), _value(Role(role), value)) for phrase in phrases)
    for unit, phrases in _rows(THINGS):
        yield from ((phrase, Role.THING, unit) for phrase in phrases)
    for code, phrases in _rows(MONEY):
        yield from ((phrase, Role.MONEY, code) for phrase in phrases)
    for code, phrases in _rows(SUBUNITS):
        yield from ((phrase, Role.SUBUNIT, code) for phrase in phrases)
    for spelling, noun in index_nouns().items():
        if spelling not in NOT_UNITS and len(spelling) > 2 and noun.name not in ("LCU", "ratio", "index", "percent"):
            yield spelling, Role.THING, noun.plural
    yield from _currency_names()


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for line in table.strip().splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, phrases = line.partition("|")
            yield head.strip(), [phrase.strip() for phrase in phrases.split(";") if phrase.strip()]


def _value(role: Role, text: str) -> Any:
    if role in (Role.BEFORE, Role.AFTER):
        return Qualifier(text)
    if role is Role.DOUBLE:
        return text
    return int(text) if text else None


def _currency_names() -> Iterator[tuple[str, Role, Any]]:
    """The codes of currencies in use and their full names in three languages."""
    from babel import Locale
    from babel.numbers import get_currency_name, list_currencies

    current = {code for code in list_currencies() if "(" not in get_currency_name(code, locale="en")}
    for code in current:
        yield code, Role.MONEY, f"={code}"
        names = {get_currency_name(code, count, locale="en") for count in (1, 2)}
        yield from ((name, Role.MONEY, code) for name in names if " " in name)
        chinese = Locale("zh").currencies.get(code, "")
        if len(chinese) > 2:
            yield chinese, Role.MONEY, code
        forms = [get_currency_name(code, count, locale="ru").split() for count in (1, 2, 5)]
        if len(forms[0]) > 1 and len({len(form) for form in forms}) == 1:
            stems = [os.path.commonpath(words) for words in zip(*forms, strict=True)]
            if all(len(stem) >= _SHORTEST_STEM for stem in stems):
                yield " ".join(f"{stem}*" for stem in stems), Role.MONEY, code
