"""The names of months, and periods in words, as tables write them in many languages.

A word that only begins like a month is a word: marriages are not in March, and no decade is in December.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from indicators.language.dates import find_periods
from indicators.language.detection import detect_language
from indicators.language.languages import LANGUAGES, MONTHS, load_vocabulary, tag_sentence
from indicators.language.lexicon import parse_rows
from indicators.language.tokens import normalize
from indicators.model.periods import TimePeriod

_PARTS_OF_YEAR: Final = frozenset("month quarter half months q h half_first half_second".split())
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_QUARTER_WORDS: Final = frozenset(
    "kwartaal kwartał kw kvartal* kvartál čtvrtletí štvrťrok neljännes çeyrek çeyreği trim trimestr* negyedév "
    "ceturksnis ketvirtis τρίμηνο qtr".split()
)
_SHORTENED: Final = ((re.compile(r"\bn\. ?év\b"), "negyedév"),)
_YEAR_WORDS: Final = frozenset("year annee année ano año anno jahr rok".split())
_LONGEST_ORDINAL: Final = 2
_FIRST_WORD: Final = re.compile(r"\s*([^\W\d_]+)(?![-'’.])")
_ROMAN_LETTERS: Final = frozenset("ivx")
_WEEKS: Final = ("week", "wk", "fiscal", "financial")
_SHORT: Final = 24  # characters
_SHORTEST_MONTH: Final = 3
_LONGEST_ENDING: Final = 3
_LOCALES_OF_MONTHS: Final = "en de fr es it pt nl pl cs sk sv da nb fi ro hu tr el bg uk ru id"


@lru_cache(maxsize=4_096)
def parse_month(word: str) -> int | None:
    """Parse the name of a month in any language, or its usual abbreviation; words that only begin like one are words.

    >>> parse_month("Sept"), parse_month("Januar"), parse_month("мая"), parse_month("août"), parse_month("Marketing")
    (9, 1, 5, 8, None)
    """
    key = normalize(word).casefold().rstrip(".")
    if len(key) < _SHORTEST_MONTH:
        return None
    for name, month in MONTHS.items():
        stem = name.rstrip("*")
        if key == stem or (stem != name and key.startswith(stem) and len(key) - len(stem) <= _LONGEST_ENDING):
            return month
    return _load_month_names().get(key)


@cache
def _load_month_names() -> dict[str, int]:
    """The names and abbreviations of months in the languages of most tables; ambiguous ones are left out."""
    from babel.dates import get_month_names

    found: dict[str, set[int]] = {}
    for locale in _LOCALES_OF_MONTHS.split():
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, locale).items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(month)
    return {name: min(months) for name, months in found.items() if len(months) == 1 and len(name) >= _SHORTEST_MONTH}


@lru_cache(maxsize=65_536)  # the headings of a wide table are looked at from several sides
def parse_period_text(text: str) -> TimePeriod | None:
    """Parse a text that is one period in words of any language; ``None`` when it is not, or leaves something open.

    >>> [str(parse_period_text(text)) for text in ("June 5, 2020", "2020年1月", "январь 2020 года", "GDP 2020")]
    ['2020-06-05', '2020-01', '2020-01', 'None']
    """
    detected = detect_language(text)
    is_short = len(text) <= _SHORT and any(map(str.isalpha, text)) and any(map(str.isdigit, text))
    others = [code for code in LANGUAGES if code != detected and _may_name_period(text, code)] if is_short else []
    periods = (_parse_period_in(text, code) for code in (detected, *others))
    found = next((period for period in periods if period is not None), None)
    return _parse_numbered(text) if found is None and is_short else found


@lru_cache(maxsize=4_096)
def may_name_part(word: str) -> bool:
    """Return whether a word may be that of a year or a part of one in any language, or a number of one.

    >>> [may_name_part(word) for word in ("Quartal", "sept", "week", "VIII", "Series")]
    [True, True, True, True, False]
    """
    plain = word.casefold()
    is_short = len(word) < _SHORTEST_MONTH or _ROMAN_LETTERS.issuperset(plain)
    if is_short or plain.startswith(_WEEKS) or parse_month(word) is not None:
        return True
    names = _list_words("quarter") | _list_words("half") | _list_words("year")
    return _begins_any(plain, names) or any(_may_name_period(word, code) for code in LANGUAGES)


def _parse_numbered(text: str) -> TimePeriod | None:
    """Parse a year with its word, or a numbered quarter or half with its word, as tables write them.

    >>> [str(_parse_numbered(text)) for text in ("Année 2023", "1 quarter, 2023", "2023, Halbjahr 2", "2023 t")]
    ['2023', '2023-Q1', '2023-S2', 'None']
    >>> [str(_parse_numbered(text)) for text in ("Mar-2023 qtr", "June quarter 2023", "May quarter 2023")]
    ['2023-Q1', '2023-Q2', 'None']
    """
    plain = normalize(text).casefold()
    for pattern, word in _SHORTENED:
        plain = pattern.sub(word, plain)
    words = re.findall(r"\d+|[^\W\d_]+", plain)
    years = [word for word in words if _YEAR.fullmatch(word)]
    if len(years) != 1:
        return None
    rest = [word for word in words if word not in years and not _begins_any(word, _list_words("year"))]
    rest = [_ROMAN.get(word, word) for word in rest]
    numbers = [word for word in rest if word in ("1", "2", "3", "4")]
    parts = _list_words("quarter") | _list_words("half")
    others = [word for word in rest if word not in numbers and (len(word) > _LONGEST_ORDINAL or word in parts)]
    if not rest:
        return TimePeriod.parse(years[0])
    if len(rest) == len(others) == 2:
        return _parse_last_month(years[0], others)
    if len(numbers) != 1 or len(others) != 1:
        return None
    if _begins_any(others[0], _list_words("quarter")):
        return TimePeriod.parse(f"{years[0]}-Q{numbers[0]}")
    is_half = numbers[0] in ("1", "2") and _begins_any(others[0], _list_words("half"))
    return TimePeriod.parse(f"{years[0]}-S{numbers[0]}") if is_half else None


def _parse_last_month(year: str, words: list[str]) -> TimePeriod | None:
    """Parse a quarter that is called after its last month, as in Australia and New Zealand."""
    months = [month for word in words if (month := parse_month(word))]
    is_quarter = any(_begins_any(word, _list_words("quarter")) for word in words)
    is_last = len(months) == 1 and months[0] % 3 == 0
    return TimePeriod.parse(f"{year}-Q{months[0] // 3}") if is_quarter and is_last else None


@lru_cache(maxsize=16_384)
def _begins_any(word: str, stems: frozenset[str]) -> bool:
    return word in stems or any(stem.endswith("*") and word.startswith(stem[:-1]) for stem in stems)


@cache
def _list_words(role: str) -> frozenset[str]:
    """The words of a year, a quarter or a half in all languages; a star stands for any ending."""
    rows = [row for language in LANGUAGES.values() for row in parse_rows(language.phrases)]
    found = {phrase.casefold().strip(".") for head, several in rows if head == role for phrase in several}
    found |= _QUARTER_WORDS if role == "quarter" else frozenset()
    if role == "year":
        names = [name for one in LANGUAGES.values() for name in one.column_names.get("period", ())]
        found |= {name for name in names if _begins_any(name, frozenset(_YEAR_WORDS))} | _YEAR_WORDS
        found |= {name for name in names if len(name) <= 2 and not name.isascii()}
    return frozenset(word for word in found if word.rstrip("*").isalpha())


def _may_name_period(text: str, language: str) -> bool:
    """Whether a text has a word of a part of the year, as *Janv. 2020*; far quicker than reading it in the language."""
    return _compile_period_words(language).search(text.casefold()) is not None


@cache
def _compile_period_words(language: str) -> re.Pattern[str]:
    """The words of months, quarters and halves: by their beginnings, if these are longer than two letters."""
    rows = parse_rows(LANGUAGES[language].phrases)
    phrases = [phrase for head, several in rows if head.partition(" ")[0] in _PARTS_OF_YEAR for phrase in several]
    stems = {re.sub(r"[\d.]", "", phrase.split()[0].partition("*")[0].casefold()) for phrase in phrases} - {""}
    if not LANGUAGES[language].is_spaced:
        return re.compile("|".join(map(re.escape, sorted(stems))))
    words = (re.escape(stem) + (r"(?![^\W\d_])" if len(stem) <= 2 else "") for stem in sorted(stems))
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(words)})")


def _may_begin_with_period(text: str, language: str) -> bool:
    """Whether a text could begin with a time: it has a word of a part of the year, or begins with no word.

    >>> [_may_begin_with_period(text, "en") for text in ("Series 2012 (EUR)", "June 2020", "2020 (EUR)")]
    [False, True, True]
    """
    first = _FIRST_WORD.match(text)
    if first is None or not LANGUAGES[language].is_spaced:
        return True
    return first[1].casefold() in load_vocabulary(language).date_starts or _may_name_period(text, language)


def _parse_period_in(text: str, language: str) -> TimePeriod | None:
    if not _may_begin_with_period(text, language):
        return None
    sentence = tag_sentence(text, language)
    found = find_periods(sentence, None)
    if len(found) != 1 or found[0].first or found[0].is_inferred:
        return None
    rest = {sentence.key(at) for at in range(found[0].last, len(sentence))}
    return found[0].period if rest <= sentence.words.before_its_year | {"."} else None
