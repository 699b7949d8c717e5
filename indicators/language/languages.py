r"""The languages there are, and the words that a text is read with.

A text is read with its own language and with those of other scripts, so that a Russian text may name its dollars in
English; of the languages that share a script only one is read at a time. To add a language, make its `Language` in a
module of its own and list it in `LANGUAGES`; texts, amounts, files, the command and the dashboard read it from there.

>>> LANGUAGES["ru"].name
'Russian'
>>> compile_pattern("total")["ru"].pattern
'\\b(?:total|all|overall)|\\b(?:всего|общ)|总'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property, lru_cache
from typing import Any, Final, Generic, TypeVar

from indicators.errors import UnknownNameError
from indicators.language.bulgarian import BULGARIAN
from indicators.language.chinese import CHINESE
from indicators.language.english import ENGLISH
from indicators.language.french import FRENCH
from indicators.language.german import GERMAN
from indicators.language.language import Language
from indicators.language.lexicon import Lexicon, Role, parse_rows
from indicators.language.marking import TaggedSentence
from indicators.language.russian import RUSSIAN
from indicators.language.spanish import SPANISH
from indicators.language.tokens import normalize, tokenize
from indicators.language.words import WordTables
from indicators.model.observations import Qualifier
from indicators.model.unit_names import index_nouns

LANGUAGES: Final[dict[str, Language]] = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, BULGARIAN, CHINESE)
}
"""The languages by their codes; of those that share a script, the first is read in texts of another script."""

CAPITALS: Final = "".join(language.capitals for language in LANGUAGES.values())
"""The capital letters of all languages, for a class of characters."""

NO_DATA: Final = tuple(dict.fromkeys(text for language in LANGUAGES.values() for text in language.no_data))
"""How files mark a missing figure, in lowercase."""

MONTHS: Final = {
    phrase.rstrip("."): int(head.partition(" ")[2])
    for language in LANGUAGES.values()
    for head, phrases in parse_rows(language.phrases)
    if head.startswith(f"{Role.MONTH} ")
    for phrase in phrases
}
"""The names of months and their abbreviations in lowercase, a star for any ending, with their numbers."""

_Made = TypeVar("_Made")
_UNSPACED: Final = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST_STEM: Final = 3
_NO_NOUNS: Final = ("LCU", "ratio", "index", "percent", "year", "month", "week", "day", "hour", "minute", "second")
# Spellings of `indicators.model.unit_names` that are not plural nouns after a number in running text.
_NOT_UNITS: Final = frozenset(
    "h d a g t m2 m3 s min hr hrs wk mo mth yr yrs dy head heads state states number num no. count counts pe ps vi "
    "index indices ix share fraction coefficient times ratio second seconds sec minute minutes hour hours day days "
    "miles feet foot inch week weeks month months quarter quarters year years annum capita pd pt pc pct population "
    "area site post points point % ‰ index.number articles article payments payment grant program programs business "
    "firm unit order project car house company person country document application job store item piece server domain "
    "home homes centre center user agreement patent student visit visitor view views view. flight seller shop "
    "merchant".split()
)


class Vocabulary:
    """The tables of the languages that a text is read with, joined.

    Args:
        own: The language of the text.
        languages: All that it is read with, one for each script.

    Attributes:
        own: The language of the text.
        languages: All that it is read with.
        lexicon: Their phrases.
        words: Their small words.
        number_starts: Words that can begin a number.
        date_starts: Words beside those with a role that can begin a time.
        figure_starts: Words that can begin a number, a fraction or a scale.
        indicators: The names of indicators in the language of the text, by their ids.
        made: What `PerLanguage` has made of these tables.
    """

    def __init__(self, own: Language, languages: Sequence[Language]) -> None:
        self.own = own
        self.languages = languages
        self.lexicon = _build_lexicon(tuple(language.code for language in languages))
        self.words = _join([language.words for language in languages])
        self.number_starts = frozenset(word for language in languages for word in language.number_starts)
        fractions = frozenset(word for language in languages for word in language.fraction_starts)
        self.date_starts = self.number_starts | self.words.year_nouns | self.words.stepped_from | self.words.next_one
        self.date_starts |= self.words.ago_ahead
        self.figure_starts = self.number_starts | fractions | self.words.scales_alone | self.words.every
        self._spaced = [(*language.letters, language) for language in languages if language.is_spaced]
        self.indicators: dict[str, tuple[str, ...]] = {
            head: tuple(names) for head, names in parse_rows(own.nouns.indicators)
        }
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.made: dict[PerLanguage[Any], Any] = {}

    def language_of(self, word: str) -> Language:
        """The language of a word by its first letter; that of the first spaced script if none has the letter."""
        first = word[:1]
        return next((one for low, high, one in self._spaced if low <= first <= high), self._spaced[0][2])

    def pattern(self, name: str) -> re.Pattern[str]:
        """One table of patterns of these languages, compiled without regard to capitals."""
        if name not in self._patterns:
            self._patterns[name] = re.compile(self.alternatives(name), re.IGNORECASE)
        return self._patterns[name]

    @cached_property
    def territories(self) -> Mapping[str, str]:
        """The names of countries in the language of the text, by their codes of two letters."""
        from babel import Locale

        names: Mapping[str, str] = Locale(self.own.code).territories if self.own.has_names_of_areas else {}
        return names

    def list_area_names(self, code: str, alpha2: str) -> tuple[str, ...]:
        """The names of a country beside those of the catalogue: adjectives, capitals, institutions."""
        return (self.territories.get(alpha2, ""), *self._area_phrases.get(code, ()))

    @cached_property
    def _area_phrases(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for language in self.languages:
            for code, phrases in parse_rows(language.nouns.areas):
                found.setdefault(code, []).extend(phrase.replace("*", "") for phrase in phrases)
        return found

    def any_word(self, *names: str) -> str:
        """Tables of small words, as alternatives of a regular expression; words written with spaces are whole."""
        found = sorted(frozenset[str]().union(*(getattr(self.words, name) for name in names)))
        return "|".join(word if _UNSPACED.match(word) else rf"\b{re.escape(word)}\b" for word in found) or "(?!)"

    def alternatives(self, name: str) -> str:
        """One table of patterns of these languages, as alternatives of a regular expression."""
        return "|".join(filter(None, (getattr(one.patterns, name) for one in self.languages))) or "(?!)"

    def templates(self, name: str) -> tuple[str, ...]:
        """One table of templates of these languages, in order."""
        return tuple(text for one in self.languages for text in getattr(one.patterns, name))


@lru_cache(maxsize=16)
def load_vocabulary(code: str) -> Vocabulary:
    """The words that a text in a language is read with.

    Raises:
        UnknownNameError: Texts are not read in this language.
    """
    if code not in LANGUAGES:
        raise UnknownNameError("language", code, LANGUAGES)
    own = LANGUAGES[code]
    scripts = {language.letters: language for language in reversed(LANGUAGES.values())} | {own.letters: own}
    return Vocabulary(own, [language for language in LANGUAGES.values() if scripts[language.letters] is language])


def tag_sentence(text: str, language: str = "en") -> TaggedSentence:
    """Tag the tokens of a text that is one sentence.

    >>> tag_sentence("about 24 trillion rubles").at(2, Role.SCALE).value
    12
    """
    view = normalize(text)
    return TaggedSentence(tokenize(view), load_vocabulary(language), view)


class PerLanguage(Generic[_Made]):
    """What is made of the tables that a text is read with: made once for each language, when it is first asked for.

    Args:
        make: Makes it of a vocabulary.

    >>> spaced = PerLanguage(lambda known: known.own.is_spaced)
    >>> spaced["en"], spaced["zh"]
    (True, False)
    """

    def __init__(self, make: Callable[[Vocabulary], _Made]) -> None:
        self._make = make

    def __getitem__(self, code: str) -> _Made:
        vocabulary = load_vocabulary(code)
        if self not in vocabulary.made:
            vocabulary.made[self] = self._make(vocabulary)
        made: _Made = vocabulary.made[self]
        return made


def compile_pattern(name: str) -> PerLanguage[re.Pattern[str]]:
    """One table of `Patterns`, compiled without regard to capitals, by the language of a text."""
    return PerLanguage(lambda known: known.pattern(name))


def _join(tables: Sequence[WordTables]) -> WordTables:
    names = [table.name for table in fields(WordTables)]
    return WordTables(**{name: frozenset[str]().union(*(getattr(one, name) for one in tables)) for name in names})


# ------------------------------------------------------------------------------------------------------------- phrases


@lru_cache(maxsize=8)
def _build_lexicon(codes: tuple[str, ...]) -> Lexicon:
    return Lexicon(_phrases([LANGUAGES[code] for code in codes]))


def _phrases(languages: Sequence[Language]) -> Iterator[tuple[str, Role, Any]]:
    for language in languages:
        for head, phrases in parse_rows(language.phrases):
            name, _, value = head.partition(" ")
            role = Role(name)
            yield from ((phrase, role, _value(role, value)) for phrase in phrases)
    for role, table in ((Role.THING, "things"), (Role.MONEY, "money"), (Role.SUBUNIT, "subunits")):
        for language in languages:
            for head, phrases in parse_rows(getattr(language.nouns, table)):
                yield from ((phrase, role, head) for phrase in phrases)
    for spelling, noun in index_nouns().items():
        if spelling not in _NOT_UNITS and len(spelling) > 2 and noun.name not in _NO_NOUNS:
            yield spelling, Role.THING, noun.plural
    yield from _currency_names(languages)


def _value(role: Role, text: str) -> Any:
    if role in (Role.BEFORE, Role.AFTER):
        return Qualifier(text)
    if role is Role.DOUBLE:
        return text
    return int(text) if text else None


def _currency_names(languages: Sequence[Language]) -> Iterator[tuple[str, Role, Any]]:
    """The codes of currencies in use and their full names in CLDR, inflected ones by the stems of all their forms."""
    from babel.numbers import get_currency_name, list_currencies

    current = {code for code in list_currencies() if "(" not in get_currency_name(code, locale="en")}
    for code in sorted(current):
        yield code, Role.MONEY, f"={code}"
        for language in languages:
            counts = (1, 2, 5) if language.is_inflected else (1, 2) if language.is_spaced else (1,)
            forms = [get_currency_name(code, count, locale=language.code) for count in counts]
            if not language.is_spaced:
                yield from ((name, Role.MONEY, code) for name in forms if len(name) > 2 and name != code)
            elif not language.is_inflected:
                yield from ((name, Role.MONEY, code) for name in sorted(set(forms)) if " " in name)
            elif stems := _shared_stems(language, [form.lower().split() for form in forms]):
                yield stems, Role.MONEY, code


def _shared_stems(language: Language, forms: Sequence[Sequence[str]]) -> str:
    """The stems of a name of several words; empty if the forms share too little."""
    if len(forms[0]) < 2 or len({len(form) for form in forms}) > 1:
        return ""
    stems = [
        _shared_beginning([language.stem(word).rstrip("*") for word in words]) for words in zip(*forms, strict=True)
    ]
    return " ".join(f"{stem}*" for stem in stems) if all(len(stem) >= _SHORTEST_STEM for stem in stems) else ""


def _shared_beginning(words: Sequence[str]) -> str:
    shortest = min(words, key=len)
    lengths = range(len(shortest), 0, -1)
    return next((shortest[:n] for n in lengths if all(word.startswith(shortest[:n]) for word in words)), "")
