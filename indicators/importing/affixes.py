"""What is written around a number: flags as in ``101.2 p``, a unit or scale as in ``12.5 %`` and ``€ 5 mn``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pyarrow as pa

from indicators.importing.cells import EncodedColumn
from indicators.importing.number_columns import SplitCells
from indicators.language.unit_texts import UnitText, is_note_mark, read_unit_text

if TYPE_CHECKING:
    from indicators.importing.home_money import HomeMoney

_FLAGS: Final = frozenset("bcdefinprsuvz")
_SCALES_OF_LETTERS: Final = frozenset(("bn", "mn", "pc", "ps"))
_RAISED: Final = str.maketrans("ᵇᶜᵈᵉᶠᵖʳˢᵘ", "bcdefprsu")
_RAISED_DIGITS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹, "
_LETTERS: Final = {"k": 3, "K": 3, "M": 6, "B": 9}


class Affix(NamedTuple):
    """What the text around a number says.

    Attributes:
        flags: Letters that give its status.
        unit: Its unit and scale.
    """

    flags: str = ""
    unit: UnitText | None = None


_MOST_FLAGS: Final = 3  # more letters are a word
NO_AFFIX: Final = Affix()
"""A number with nothing around it."""


def read_affix(before: str, after: str) -> Affix | None:
    """Read what is around a number; ``None`` if any of it is unknown, as then the number may mean something else.

    Letters that may be a flag or a unit (``5 m``, ``5 pc``) are not read.

    >>> read_affix("", "%"), read_affix("", "(p)"), read_affix("€", "mn").unit
    (Affix(flags='', unit=UnitText(unit='%', power=0)), Affix(flags='p', unit=None), UnitText(unit='EUR', power=6))
    >>> read_affix("(", "%)") is None, read_affix("", ")") is None  # 5.51)
    (True, True)
    >>> read_affix("", "*"), read_affix("", "ᵖ")  # a footnote
    (Affix(flags='', unit=None), Affix(flags='p', unit=None))
    >>> read_affix("", "(a)"), read_affix("", "a)"), read_affix("", "h").unit
    (Affix(flags='', unit=None), Affix(flags='', unit=None), UnitText(unit='hours', power=0))
    >>> read_affix("", "m"), read_affix("", "bn").unit
    (None, UnitText(unit='', power=9))
    """
    if not before and not after:
        return NO_AFFIX
    if before.endswith(("(", "[")) or after in (")", "]"):  # around a negative number, or behind the mark of a note
        return None
    after = after.strip("*†‡").translate(_RAISED).strip()
    letters = after[1:-1] if after[:1] + after[-1:] in ("()", "[]") else after
    letters = letters if "(" in letters else letters.removesuffix(")")  # a)
    is_note = is_note_mark(letters) and letters not in _FLAGS and (letters != after or letters == "a")
    if not before and (not after or is_note):
        return NO_AFFIX
    is_flag = (
        not before and len(letters) <= _MOST_FLAGS and _FLAGS.issuperset(letters) and len(set(letters)) == len(letters)
    )
    if is_flag and letters not in _SCALES_OF_LETTERS:
        return Affix(letters)
    if not before and after in _LETTERS:
        return Affix(unit=UnitText("", _LETTERS[after]))
    unit = read_unit_text(f"{before} {after}".strip()) or read_unit_text(f"{before}{after}")
    return None if unit is None else Affix(unit=unit)


def splits_off(after: str) -> bool:
    """Return whether a text behind a number belongs to it: flags in brackets, money, a scale or a percentage.

    >>> splits_off("[p]"), splits_off("mln zł"), splits_off("years"), splits_off("¹²")  # marks of notes
    (True, True, False, True)
    """
    if not after.strip(_RAISED_DIGITS):
        return True
    affix = read_affix("", after.strip())
    return affix is not None and (affix.unit is None or affix.unit.is_telling)


def read_affixes(split: SplitCells, length: int, home: HomeMoney) -> EncodedColumn:
    """Read what is around the numbers of a column, in which a word such as dollars is the money of its country."""
    if split.before is None or split.after is None:
        return EncodedColumn.of_one(NO_AFFIX, length)
    before, after = (EncodedColumn.of_texts(pa.chunked_array([texts])) for texts in (split.before, split.after))
    return before.map(home.name_money).pair(after.map(home.name_money)).map(lambda pair: read_affix(*pair))
