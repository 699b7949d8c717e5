"""Russian."""

from __future__ import annotations

from typing import Final

from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role
from indicators.language.russian.inflection import decline_name, is_russian_noun, stem_russian_word
from indicators.language.russian.nouns import RUSSIAN_NOUNS
from indicators.language.russian.numbers import (
    RUSSIAN_FRACTIONS,
    RUSSIAN_NUMBERS,
    read_russian_fraction,
    read_russian_number,
)
from indicators.language.russian.patterns import RUSSIAN_PATTERNS
from indicators.language.russian.phrases import RUSSIAN_PHRASES
from indicators.language.russian.words import RUSSIAN_COMMON_WORDS, RUSSIAN_WORDS

__all__ = ["RUSSIAN"]

_ENDINGS: Final = Endings(
    adjective=tuple("ых их ые ие ого его ой ей ую юю ая яя ое ым им ыми ими".split()),
    relational=tuple("ских ские ного ной ный ская льных льные вых вые".split()),
    participle=tuple("ена ено ены ана ано аны состоит состоят занят заняты".split()),
    genitive=tuple("ов ев ей ий ых их ого его ой ии ы и а я ти".split()),
    name=tuple("ия ии ства тва ой ого ых их ов ики ции".split()),
    locative=tuple("е и ой ом ых их ах ях".split()),
    accusative=tuple("ие ые ое".split()),
    area=tuple(
        "ий ого ому им ая ой ую ое ие их ими ым ые ых ко й цы цев цам цами ец ян яне янам янами янин ане ан ов ки ок "
        "ды ны ры сы зы".split()
    ),
    acronym_plural=("в", "ы", "а"),
)

RUSSIAN: Final = Language(
    code="ru",
    name="Russian",
    letters=("а", "я"),
    capitals="А-ЯЁ",
    is_inflected=True,
    grouping_mark=" ",
    common_words=RUSSIAN_COMMON_WORDS,
    no_data=("н/д", "нет данных"),
    yes=("да", "истина"),
    no=("нет", "ложь"),
    column_names={
        "total flag": ("итог", "итого", "это итог", "всего", "агрегат", "сумма"),
        "lower": ("нижняя граница", "нижний предел", "нижняя граница ди"),
        "upper": ("верхняя граница", "верхний предел", "верхняя граница ди"),
        "dimension": ("волна", "раунд", "этап"),
        "coded dimension": ("волна", "раунд", "этап"),
        "area_name": ("страна", "регион"), "indicator_name": ("показатель",),
        "period": ("год", "дата", "период", "месяц", "квартал"),
        "value": ("значение",), "unit": ("единица", "ед изм", "единица измерения", "единицы измерения", "ед измерения"),
    },
    phrases=RUSSIAN_PHRASES,
    nouns=RUSSIAN_NOUNS,
    words=RUSSIAN_WORDS,
    patterns=RUSSIAN_PATTERNS,
    endings=_ENDINGS,
    office_stems=tuple(
        "министр вице президент директор глава председат губернатор замглав замминистр аналитик эксперт гендиректор "
        "руководител ректор пресс мэр депутат сенатор экономист премьер начальник раис заместител компан ведомств "
        "агентств служб министерств банк росс ассоциац управлен фонд бюро центр".split()
    ),
    world_stems=("мир", "еврозон", "зон"),
    figure_adjective_stems=("процентн", "миллион", "миллиард", "кратн", "тысячн"),
    number_starts=RUSSIAN_NUMBERS,
    fraction_starts=RUSSIAN_FRACTIONS,
    read_number=read_russian_number,
    read_fraction=read_russian_fraction,
    stem=stem_russian_word,
    name_forms=decline_name,
    is_counted_noun=is_russian_noun,
    no_noun_roles=(
        Role.RISE, Role.FALL, Role.SAY, Role.FORECAST, Role.PAST, Role.SPAN, Role.MONTH, Role.TIMES, Role.SHARE,
    ),
)  # fmt: skip
