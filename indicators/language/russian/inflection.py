"""Russian stems, cases of names, and what may be a noun."""

from __future__ import annotations

from typing import Final

_ENDINGS: Final = tuple(
    "ами ями ого ему ому ыми ими ия ии ию ие ей ой ий ый ая яя ое ее ые ов ев "
    "ам ям ах ях ом ем ых их а я ы и у ю е о ь й".split()
)
_OF_SHORT_WORDS: Final = frozenset("ая ий ый ое ые".split())
_WITHOUT_STEM: Final = frozenset("чад мали того оман куба гана перу чили ирак иран йемен".split())
_CASES: Final = {
    "ия": "ия ии ию ией",
    "я": "я и е ю ей",
    "а": "а ы и е у ой",
    "й": "й я ю ем е",
    "ы": "ы ов ам ами ах",
    "ь": "ь и ю я ем е ью",
}
_BARE: Final = frozenset("ы")  # of plurals, whose genitive may be the stem
_NO_NOUNS: Final = tuple(  # endings of verbs, and of *каждому*
    "лся лась лось лись ется утся ются ится ятся ает яет ают яют ует уют дет дут ить ать ять еть ил ала или али ила "
    "шло шла шли ено ены аны ано ому ему".split()
)


def stem_russian_word(word: str) -> str:
    """A word with a star for its ending, if enough is left.

    >>> stem_russian_word("россия"), stem_russian_word("ввп"), stem_russian_word("мали")
    ('росс*', 'ввп', 'мали')
    """
    if word in _WITHOUT_STEM:
        return word
    for ending in _ENDINGS:
        left = len(word) - len(ending)
        if word.endswith(ending) and (left >= 4 or (left == 3 and ending in _OF_SHORT_WORDS)):
            return word[: -len(ending)] + "*"
    return f"{word}*" if len(word) > 4 else word


def decline_name(name: str) -> list[str]:
    """A name of one word in all its cases.

    >>> decline_name("индия"), decline_name("чад"), decline_name("перу")
    (['индия', 'индии', 'индию', 'индией'], ['чад', 'чада', 'чаду', 'чадом', 'чаде'], ['перу'])
    >>> decline_name("филиппины")
    ['филиппины', 'филиппинов', 'филиппинам', 'филиппинами', 'филиппинах', 'филиппин']
    """
    for ending, cases in _CASES.items():
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            bare = [stem] if ending in _BARE else []
            return [*(stem + case for case in cases.split()), *bare]
    return [name] if name[-1] in "аеиоуыэю" else [name + case for case in ("", "а", "у", "ом", "е")]


def is_russian_noun(word: str) -> bool:
    """Whether a word may be a noun by its length and ending; verbs are not."""
    return len(word) >= 3 and not word.endswith(_NO_NOUNS)
