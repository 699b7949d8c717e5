"""German."""

from __future__ import annotations

from typing import Final

from indicators.language.german.nouns import GERMAN_NOUNS
from indicators.language.german.numbers import (
    GERMAN_FRACTIONS,
    GERMAN_NUMBERS,
    read_german_fraction,
    read_german_number,
)
from indicators.language.german.patterns import GERMAN_PATTERNS
from indicators.language.german.phrases import GERMAN_PHRASES
from indicators.language.german.words import GERMAN_COMMON_WORDS, GERMAN_WORDS
from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role

__all__ = ["GERMAN"]

_PLURALS: Final = ("en", "er", "eln", "ern", "e", "s", "n")
_NO_STEM: Final = 6  # letters; a shorter word is looked for as it is


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith(_PLURALS)


def _stem(word: str) -> str:
    return f"{word.rstrip('e')}*" if len(word) > _NO_STEM else word


def _forms(name: str) -> list[str]:
    return [name] if name.endswith("s") else [name, f"{name}s"]


GERMAN: Final = Language(
    code="de",
    name="German",
    capitals="A-ZÄÖÜ",
    has_capital_months=True,
    has_capital_nouns=True,
    has_bare_years=True,
    has_final_verbs=True,
    has_names_of_areas=True,
    grouping_mark=" ",
    has_grouping_points=True,
    common_words=GERMAN_COMMON_WORDS,
    no_data=("k. a.", "k.a.", "keine angabe", "keine angaben"),
    yes=("ja", "wahr"),
    no=("nein", "falsch"),
    column_names={
        "total flag": ("ist summe", "summe", "ist gesamt", "gesamt", "ist aggregat", "aggregat", "ist insgesamt"),
        "lower": ("untergrenze", "untere grenze", "untere konfidenzgrenze", "ki unten", "ki untergrenze"),
        "upper": ("obergrenze", "obere grenze", "obere konfidenzgrenze", "ki oben", "ki obergrenze"),
        "dimension": ("welle", "erhebungswelle", "befragungswelle", "runde", "phase"),
        "coded dimension": ("welle", "erhebungswelle", "befragungswelle", "runde", "phase"),
        "area_name": ("land", "staat"), "indicator_name": ("indikator", "merkmal"),
        "period": ("jahr", "zeitraum", "monat", "datum", "stichtag", "berichtsjahr"), "value": ("wert",),
        "unit": ("einheit",),
    },
    phrases=GERMAN_PHRASES,
    nouns=GERMAN_NOUNS,
    words=GERMAN_WORDS,
    patterns=GERMAN_PATTERNS,
    endings=Endings(area=("e", "en", "er", "es", "em")),
    world_stems=("welt", "global"),
    figure_adjective_stems=("prozent", "million", "milliarde", "fach", "mal"),
    number_starts=GERMAN_NUMBERS,
    fraction_starts=GERMAN_FRACTIONS,
    read_number=read_german_number,
    read_fraction=read_german_fraction,
    stem=_stem,
    name_forms=_forms,
    is_counted_noun=_is_plural,
    no_noun_roles=(Role.RISE, Role.FALL, Role.SAY, Role.SPAN, Role.PERCENT),
)  # fmt: skip
