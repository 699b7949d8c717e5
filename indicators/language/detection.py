"""Detect the language of a text, be it one that is read or one that is refused.

A script of its own tells a language at once. Languages that share one are told by their words: a word counts the less
the more languages have it, so that near relatives are told by what only one of them says.

>>> detect_language("Рост составил 5% (GDP)"), detect_language("增长5% (GDP)"), detect_language("5 %")
('ru', 'zh', 'en')
>>> detect_language("Umsatz: 5 Mrd. €"), detect_language("Население: 6,4 млн. души")
('de', 'bg')
>>> find_other_language("O PIB do Brasil cresceu 2,9% em 2023."), find_other_language("El PIB creció un 2,9% en 2023.")
('Portuguese', '')
>>> find_other_language("Sales at Banco de la Nación rose 12.5 percent to 3.4 billion."), find_other_language("5%")
('', '')
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from indicators.language.languages import LANGUAGES
from indicators.language.other_languages import OTHER_WORDS, OWN_LETTERS, SCRIPTS

_LEAST_OF_SCRIPT: Final = 0.15
_LONGEST: Final = 20_000  # characters that are looked at
_FEWEST: Final = 2  # words of a language that is refused
_FEW: Final = 4  # words of a text that one word may be enough for
_SHORT: Final = 3  # letters of a word that many languages may have
_MOST_UNKNOWN: Final = 7  # words for each of them
_OF_ENDING: Final = 0.4  # what an ending counts, as against a word
_OF_LETTER: Final = 1.0
_DIGITS: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"(?<![^\W\d_][./])[^\W\d_]+(?![./][^\W\d_])")  # the letters of *U.S.* and *y/y* are no words


class _Tables(NamedTuple):
    """What the words and endings of a script count for each language, by its English name."""

    words: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, str]


def detect_language(text: str) -> str:
    """The language that most letters of a text are in; of those with these letters, the one with most of its words."""
    return _detect(_DIGITS.sub("0", text[:_LONGEST].lower()))


@lru_cache(maxsize=1024)  # the headings of a wide table often differ only in their numbers
def _detect(start: str) -> str:
    counts: dict[tuple[str, str], int] = {}
    for language in LANGUAGES.values():
        low, high = language.letters
        counts[language.letters] = len(re.findall(f"[{low}-{high}]", start)) * language.letter_weight
    most = max(counts, key=lambda letters: counts[letters])
    alike = [language for language in LANGUAGES.values() if language.letters == most]
    if len(alike) == 1:
        return alike[0].code
    scores = _score(_WORD.findall(start))[0]
    return max(alike, key=lambda language: scores[language.name]).code


def find_other_language(text: str) -> str:
    """Return the English name of the language of a text that is not read; empty if the text may be in one that is.

    Args:
        text: The text.
    """
    start = text[:_LONGEST].lower()
    letters = sum(character.isalpha() for character in start)
    for name, pattern in SCRIPTS:
        if len(pattern.findall(start)) > _LEAST_OF_SCRIPT * letters:
            return name
    words = _WORD.findall(start)
    scores, own = _score(words)
    read = {language.name for language in LANGUAGES.values()}
    others = [name for name in OTHER_WORDS.keys() | OWN_LETTERS.keys() if name not in read]
    best = max(sorted(others), key=lambda name: scores[name])
    is_most = scores[best] > max(scores[name] for name in read)
    is_sure = len(own[best]) >= _FEWEST and _MOST_UNKNOWN * len(own[best]) >= len(set(words))
    is_sure = is_sure or (len(set(words)) <= _FEW and _is_only_in(best, set(words)))
    return best if is_most and is_sure else ""


def _is_only_in(name: str, words: set[str]) -> bool:
    """Whether some of a few words are of this language, and none is of one that is read: *Bezrobocie 5%*."""
    tables, read = _load_tables(), {language.name for language in LANGUAGES.values()}
    found = [word for word in words if len(word) > _SHORT]
    known = [set(tables.words.get(word, ())) for word in found]
    own = {tables.letters.get(letter, "") for word in found for letter in word if not letter.isascii()}
    is_own_letter = name in own and not any("a" <= letter <= "z" for word in found for letter in word)
    surely = is_own_letter or any(name in names for names in known)
    return surely and not any(names & read for names in known) and not any(word in _load_read_words() for word in found)


@cache
def _load_read_words() -> frozenset[str]:
    """All words of the tables of the languages that are read."""
    tables = (
        f"{one.phrases} {one.nouns.things} {one.nouns.money} {one.nouns.areas} {one.nouns.indicators}"
        for one in LANGUAGES.values()
    )
    return frozenset(word for table in tables for word in _WORD.findall(table.lower()))


def _score(words: list[str]) -> tuple[dict[str, float], dict[str, set[str]]]:
    """How much the words of a text count for each language, and which of them each has."""
    tables = _load_tables()
    scores: dict[str, float] = defaultdict(float)
    own: dict[str, set[str]] = {name: set() for name in (*OTHER_WORDS, *OWN_LETTERS)}
    for word, times in Counter(words).items():
        names, weight = tables.words.get(word, ()), 1.0
        if not names:
            found = next((tables.endings[word[-n:]] for n in (6, 5, 4, 3, 2) if word[-n:] in tables.endings), ())
            names, weight = found if len(word) > 4 else (), _OF_ENDING
        for name in names:
            scores[name] += times * weight / len(names)
            own.setdefault(name, set()).add(word)
        for name in {tables.letters[letter] for letter in word if letter in tables.letters}:
            scores[name] += _OF_LETTER
            own.setdefault(name, set()).add(word)
    return scores, own


@cache
def _load_tables() -> _Tables:
    known = {name: frozenset(words.split()) for name, words in OTHER_WORDS.items()}
    known |= {language.name: language.common_words for language in LANGUAGES.values() if language.common_words}
    words: dict[str, list[str]] = {}
    for name, table in known.items():
        for word in table:
            words.setdefault(word, []).append(name)
    return _Tables(
        {word: tuple(names) for word, names in words.items() if not word.startswith("*")},
        {word[1:]: tuple(names) for word, names in words.items() if word.startswith("*")},
        {letter: name for name, letters in OWN_LETTERS.items() for letter in letters},
    )
