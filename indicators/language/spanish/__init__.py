"""Spanish."""

from __future__ import annotations

from typing import Final

from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role
from indicators.language.spanish.nouns import SPANISH_NOUNS
from indicators.language.spanish.numbers import (
    SPANISH_FRACTIONS,
    SPANISH_NUMBERS,
    read_spanish_fraction,
    read_spanish_number,
)
from indicators.language.spanish.patterns import SPANISH_PATTERNS
from indicators.language.spanish.phrases import SPANISH_PHRASES
from indicators.language.spanish.words import SPANISH_COMMON_WORDS, SPANISH_WORDS

__all__ = ["SPANISH"]


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("más", "menos", "mes", "tras"))


def _stem(word: str) -> str:
    return f"{word.rstrip('s')}*" if len(word) > 4 else word


SPANISH: Final = Language(
    code="es",
    name="Spanish",
    capitals="A-ZÁÉÍÓÚÑÜ",
    has_names_of_areas=True,
    grouping_mark=" ",
    has_grouping_points=True,
    common_words=SPANISH_COMMON_WORDS,
    no_data=("n.d.", "n/d", "s.d.", "s/d", "no disponible", "sin datos"),
    yes=("sí", "verdadero"),
    no=("falso",),
    column_names={
        "total flag": ("es total", "es agregado", "agregado", "es suma", "total"),
        "lower": ("límite inferior", "cota inferior", "ic inferior", "ic inf"),
        "upper": ("límite superior", "cota superior", "ic superior", "ic sup"),
        "dimension": ("ola", "ronda", "oleada", "fase"),
        "coded dimension": ("ola", "ronda", "oleada", "fase"),
        "area_name": ("país", "pais"), "indicator_name": ("indicador",),
        "period": ("año", "periodo", "período", "mes", "fecha"), "value": ("valor",), "unit": ("unidad",),
    },
    phrases=SPANISH_PHRASES,
    nouns=SPANISH_NOUNS,
    words=SPANISH_WORDS,
    patterns=SPANISH_PATTERNS,
    endings=Endings(area=("",), future=("rá", "rán")),
    plural_ending="s",
    world_stems=("mund", "global"),
    number_starts=SPANISH_NUMBERS,
    fraction_starts=SPANISH_FRACTIONS,
    read_number=read_spanish_number,
    read_fraction=read_spanish_fraction,
    stem=_stem,
    is_counted_noun=_is_plural,
    no_noun_roles=(Role.RISE, Role.FALL, Role.SAY, Role.SPAN, Role.PERCENT),
)  # fmt: skip
