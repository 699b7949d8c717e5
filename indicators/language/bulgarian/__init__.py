"""Bulgarian."""

from __future__ import annotations

from typing import Final

from indicators.language.bulgarian.nouns import BULGARIAN_NOUNS
from indicators.language.bulgarian.numbers import (
    BULGARIAN_FRACTIONS,
    BULGARIAN_NUMBERS,
    read_bulgarian_fraction,
    read_bulgarian_number,
)
from indicators.language.bulgarian.patterns import BULGARIAN_PATTERNS
from indicators.language.bulgarian.phrases import BULGARIAN_PHRASES
from indicators.language.bulgarian.words import BULGARIAN_COMMON_WORDS, BULGARIAN_WORDS
from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role

__all__ = ["BULGARIAN"]

_PLURALS: Final = ("и", "ове", "еве", "а", "я", "та", "те", "е")
_ENDINGS: Final = ("ията", "ият", "ата", "ята", "ите", "ото", "ето", "та", "ия", "ът", "ят", "а", "я", "о", "е", "и")
_VERBS: Final = ("ха", "ат", "ят", "ше", "ите", "ява", "яват")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith(_PLURALS) and not word.endswith(_VERBS)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + "*"
    return f"{word}*" if len(word) > 4 else word


BULGARIAN: Final = Language(
    code="bg",
    name="Bulgarian",
    letters=("а", "я"),
    capitals="А-Я",
    has_names_of_areas=True,
    grouping_mark=" ",
    has_grouping_points=True,
    has_points_of_millions=True,
    common_words=BULGARIAN_COMMON_WORDS,
    no_data=("няма данни", "н.д."),
    yes=("да", "истина"),
    no=("не", "лъжа"),
    column_names={
        "total flag": ("общо", "сума", "агрегат", "е общо"),
        "lower": ("долна граница",),
        "upper": ("горна граница",),
        "dimension": ("вълна", "кръг"),
        "coded dimension": ("вълна", "кръг"),
        "area_name": ("държава",), "indicator_name": ("показател",), "period": ("година", "месец", "период"),
        "value": ("стойност",), "unit": ("мерна единица",),
    },
    phrases=BULGARIAN_PHRASES,
    nouns=BULGARIAN_NOUNS,
    words=BULGARIAN_WORDS,
    patterns=BULGARIAN_PATTERNS,
    endings=Endings(area=tuple("ки ка ко кия кият ката кото те ци ри рин зи".split()), acronym_plural=()),
    office_stems=tuple("министър президент премиер директор председател икономист управител анализатор".split()),
    world_stems=("свет", "глобал", "еврозон"),
    figure_adjective_stems=("процент", "милион", "милиард", "кратн"),
    number_starts=BULGARIAN_NUMBERS,
    fraction_starts=BULGARIAN_FRACTIONS,
    read_number=read_bulgarian_number,
    read_fraction=read_bulgarian_fraction,
    stem=_stem,
    is_counted_noun=_is_plural,
    no_noun_roles=(Role.RISE, Role.FALL, Role.SAY, Role.SPAN, Role.PERCENT, Role.FORECAST, Role.PAST, Role.MONTH),
)  # fmt: skip
