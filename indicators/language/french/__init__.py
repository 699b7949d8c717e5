"""French."""

from __future__ import annotations

from typing import Final

from indicators.language.french.nouns import FRENCH_NOUNS
from indicators.language.french.numbers import (
    FRENCH_FRACTIONS,
    FRENCH_NUMBERS,
    read_french_fraction,
    read_french_number,
)
from indicators.language.french.patterns import FRENCH_PATTERNS
from indicators.language.french.phrases import FRENCH_PHRASES
from indicators.language.french.words import FRENCH_COMMON_WORDS, FRENCH_WORDS
from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role

__all__ = ["FRENCH"]


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith(("s", "x")) and not word.endswith(("ous", "ss", "us", "ois"))


def _stem(word: str) -> str:
    return f"{word.rstrip('s')}*" if len(word) > 4 else word


FRENCH: Final = Language(
    code="fr",
    name="French",
    capitals="A-ZÀ-ÖØ-ÞŒ",
    has_names_of_areas=True,
    grouping_mark=" ",
    has_grouping_points=True,
    common_words=FRENCH_COMMON_WORDS,
    no_data=("n.c.", "nd", "n.d.", "non disponible", "sans objet"),
    yes=("oui", "vrai"),
    no=("non", "faux"),
    column_names={
        "total flag": ("est total", "est un total", "est agrégat", "est un agrégat", "agrégat", "total"),
        "lower": ("borne inférieure", "limite inférieure", "borne inf", "ic inférieur", "ic inf"),
        "upper": ("borne supérieure", "limite supérieure", "borne sup", "ic supérieur", "ic sup"),
        "dimension": ("vague", "vague d'enquête", "phase"),
        "coded dimension": ("vague", "vague d'enquête", "phase"),
        "area_name": ("pays",), "indicator_name": ("indicateur",),
        "period": ("année", "annee", "période", "mois", "date"), "value": ("valeur",), "unit": ("unité", "unite"),
    },
    phrases=FRENCH_PHRASES,
    nouns=FRENCH_NOUNS,
    words=FRENCH_WORDS,
    patterns=FRENCH_PATTERNS,
    endings=Endings(
        area=("",),
        future=("era", "eront", "ira", "iront", "dra", "dront", "tra", "tront", "erait", "eraient", "îtrait"),
    ),
    plural_ending="s",
    world_stems=("mond", "planét"),
    number_starts=FRENCH_NUMBERS,
    fraction_starts=FRENCH_FRACTIONS,
    read_number=read_french_number,
    read_fraction=read_french_fraction,
    stem=_stem,
    is_counted_noun=_is_plural,
    no_noun_roles=(Role.RISE, Role.FALL, Role.SAY, Role.SPAN, Role.PERCENT),
)  # fmt: skip
