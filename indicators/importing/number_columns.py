"""Numbers as people and programs write them, whole columns at once.

Thousands are grouped by the other mark, by spaces or by apostrophes, or as in India; a group never follows a leading
zero. ``..``, ``n/a``, ``-`` and the like mark a missing figure. What is written around a number (``12.5 %``,
``101.2 p``, ``€ 5 mn``) is split off here and read by `indicators.importing.affixes`.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.language.languages import NO_DATA
from indicators.language.numbers import digits_pattern

DecimalMark = Literal[".", ","]

_LARGEST: Final = 1e200
"""No figure is larger, and a power of ten, a sum or a rate must not make one infinite."""

NOTHING: Final = (
    "",
    ".",
    "..",
    "...",
    "....",
    ".....",
    "…",
    "-",
    "–",
    "—",
    "−",
    "--",
    ":",
    "#n/a",
    "nan",
    "null",
    "none",
    "x",
    "*",
    "**",
    "***",
    *NO_DATA,
    *(f"[{code}]" for code in ("b", "c", "e", "f", "k", "low", "ns", "p", "r", "s", "u", "w", "x", "z")),
)  # fmt: skip  the codes in brackets are those of British statistical offices
"""How files mark a missing figure, in lowercase."""

WRITTEN: Final = {mark: rf"^[+-]?{digits_pattern(mark)}([eE][+-]?\d{{1,3}})?$" for mark in (".", ",")}
"""The pattern of a cleaned number for each decimal mark."""

_TYPED: Final = r"^(-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)?$"
_SPACES: Final = "[\t\u00a0\u2007\u2009\u202f]"
IN_PARENTHESES: Final = r"^\( ?([^()+-]*[0-9][^()+-]*?) ?\)"
"""The pattern of a number in parentheses, which accountants write for a negative one."""

_ZEROS: Final = 0x660, 0x6F0, 0x966, 0xFF10  # the Arabic, Persian, Hindi and full-width digits
_SIGN_BEHIND: Final = r"^([0-9][0-9.,']*)-$"
_BARE: Final = r"^[0-9 .,'+-]*([eE][+-]?[0-9]{1,3})?$"
_AROUND: Final = (
    r"^(?P<sign>[+-]?) ?(?P<before>[^0-9.,+-]*) ?(?P<cell>[+-]? ?[0-9.,][0-9.,' ]*?(?:[eE][+-]?[0-9]{1,3})?) ?"
    r"(?P<after>[^0-9., '][^0-9]*)?$"
)
_NO_FIGURE: Final = r"^(?P<cell>:|\.\.?) ?\(?(?P<after>[a-z]{1,3})\)?$"


class ColumnMark(NamedTuple):
    """The decimal mark of a column.

    Attributes:
        mark: The mark.
        is_sure: Whether a cell that both marks allow is read with it; otherwise that cell is refused.
    """

    mark: DecimalMark = "."
    is_sure: bool = True


class SplitCells(NamedTuple):
    """The cells of a column, without what is written around their numbers.

    Attributes:
        cells: The numbers, or the whole text if it has no number.
        before: What precedes each number, such as a currency; ``None`` if no cell has anything around its number.
        after: What follows it, such as a percent sign, a unit or flags.
    """

    cells: pa.Array
    before: pa.Array | None = None
    after: pa.Array | None = None


def clean_cells(column: pa.Array) -> pa.Array:
    """Return cells with plain spaces, apostrophes, minus signs and digits, and nothing around them.

    >>> clean_cells(pa.array([" −1’234 ", "٣", None])).to_pylist()
    ["-1'234", '3', '']
    """
    text = pc.fill_null(column.cast(pa.string()), "")
    if not _any(pc.invert(pc.string_is_ascii(text))):
        return _join_sign(text)
    text = pc.replace_substring_regex(text, _SPACES, " ")
    for found, plain in (("−", "-"), ("’", "'"), ("\u066b", "."), ("\u066c", "'")):
        text = pc.replace_substring(text, found, plain)
    for zero in _ZEROS:
        if _any(pc.match_substring_regex(text, f"[{chr(zero)}-{chr(zero + 9)}]")):
            for digit in range(10):
                text = pc.replace_substring(text, chr(zero + digit), str(digit))
    return _join_sign(text)


def _join_sign(text: pa.Array) -> pa.Array:
    """Return cells without spaces around them and behind their sign: ``- 3,25``."""
    return pc.replace_substring_regex(pc.utf8_trim_whitespace(text), r"^([+-]) +([0-9.,])", r"\1\2")


def split_cells(column: pa.Array, *, is_negative: bool = False) -> SplitCells:
    """Split cells from what is written around their numbers.

    Args:
        column: The cells.
        is_negative: Whether a number in parentheses is negative: ``(5)``.

    >>> split_cells(pa.array(["(1,250.5)", "($3 mn)", "12,5-"]), is_negative=True).cells.to_pylist()
    ['-1,250.5', '-3', '-12,5']
    >>> split = split_cells(pa.array(["101.2 p", ": c", "7", "€ 5 mn", "-$3"]))
    >>> split.cells.to_pylist(), split.before.to_pylist(), split.after.to_pylist()
    (['101.2', ':', '7', '5', '-3'], ['', '', '', '€', '$'], ['p', 'c', '', 'mn', ''])
    """
    text = clean_cells(column)
    if is_negative:
        text = pc.replace_substring_regex(text, IN_PARENTHESES, r"-\1")
    if _any(pc.ends_with(text, "-")):
        text = pc.replace_substring_regex(text, _SIGN_BEHIND, r"-\1")
    if _to_numpy(pc.match_substring_regex(text, _BARE)).all():
        return SplitCells(text)
    parts = pc.extract_regex(text, _AROUND)
    sign, before, cell, after = (pc.struct_field(parts, name) for name in ("sign", "before", "cell", "after"))
    flagged = pc.extract_regex(pc.if_else(pc.starts_with(text, ":"), pc.utf8_lower(text), text), _NO_FIGURE)
    missing = pc.is_in(pc.utf8_lower(text), pa.array(NOTHING))
    has_number = pc.and_(pc.is_valid(parts), pc.match_substring_regex(pc.fill_null(cell, ""), "[0-9]"))
    is_split = pc.and_(has_number, pc.invert(missing))
    number = pc.binary_join_element_wise(
        pc.fill_null(sign, ""), pc.replace_substring_regex(cell, "^([+-]) ", r"\1"), ""
    )
    cells = pc.if_else(is_split, number, pc.coalesce(pc.struct_field(flagged, "cell"), text))
    behind = pc.if_else(is_split, pc.fill_null(after, ""), pc.fill_null(pc.struct_field(flagged, "after"), ""))
    ahead = pc.if_else(is_split, pc.fill_null(before, ""), "")
    return SplitCells(cells, pc.utf8_trim_whitespace(ahead), pc.utf8_trim_whitespace(behind))


def read_numbers(
    column: pa.Array, decimal: ColumnMark | DecimalMark, typed: npt.NDArray[np.bool_] | None = None
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Read a column of numbers; return the numbers, NaN for missing ones, and which cells can't be read.

    Args:
        column: The cells, without anything around the numbers.
        decimal: Its decimal mark.
        typed: Which cells are numbers in the file, with a point whatever the mark of the texts.

    >>> values, wrong = read_numbers(pa.array(["1,234.5", "..", "12O", "0,123", "E5", "1e305"]), ".")
    >>> values.tolist(), wrong.tolist()
    ([1234.5, nan, nan, nan, nan, nan], [False, False, True, True, True, True])
    """
    if typed is not None and are_typed(column, typed):  # as in most columns of workbooks
        numbers = pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
        found = numbers.cast(pa.float64()).to_numpy(zero_copy_only=False)
        return np.where(_is_too_large(found), np.nan, found), _is_too_large(found)
    mark, is_sure = decimal if isinstance(decimal, ColumnMark) else (decimal, True)
    plain = clean_cells(column)
    nothing = pc.is_in(pc.utf8_lower(plain), pa.array(NOTHING))
    right = pc.and_(pc.match_substring_regex(plain, WRITTEN[mark]), pc.match_substring_regex(plain, r"^[^eE]*\d"))
    if not is_sure:
        both = pc.match_substring_regex(plain, WRITTEN["," if mark == "." else "."])
        right = pc.and_(right, pc.invert(pc.and_(both, pc.match_substring_regex(plain, "[.,]"))))
    texts = _write_plainly(plain, mark)
    if typed is not None and typed.any():
        as_typed = pa.array(typed)
        right = pc.or_(pc.and_(right, pc.invert(as_typed)), pc.and_(as_typed, pc.invert(nothing)))
        texts = pc.if_else(as_typed, plain, texts)
    right = pc.and_(right, pc.invert(nothing))
    found = pc.if_else(right, texts, pa.scalar(None, pa.string())).cast(pa.float64()).to_numpy(zero_copy_only=False)
    wrong = ~_to_numpy(pc.or_(right, nothing)) | _is_too_large(found)
    return np.where(_is_too_large(found), np.nan, found), wrong


def _is_too_large(values: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    is_large: npt.NDArray[np.bool_] = np.abs(values) > _LARGEST
    return is_large


def scale_numbers(values: npt.NDArray[np.float64], powers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Multiply by powers of ten exactly, as decimals: 2161.2 billion is 2161200000000.

    >>> scale_numbers(np.array([2161.2, 0.3, np.nan]), np.array([9.0, -1.0, 6.0])).tolist()
    [2161200000000.0, 0.03, nan]
    """
    if not powers.any():
        return values
    texts = pa.array(values).cast(pa.string())
    is_plain = pc.match_substring_regex(texts, r"^[-0-9.]+$")  # a very large number already has a power of ten
    moved = pc.binary_join_element_wise(texts, pa.array(powers.astype(np.int64)).cast(pa.string()), "e")
    exact = pc.if_else(is_plain, moved, texts).cast(pa.float64()).to_numpy(zero_copy_only=False)
    scaled: npt.NDArray[np.float64] = np.where(is_plain.to_numpy(zero_copy_only=False), exact, values * 10.0**powers)
    return scaled


def are_typed(column: pa.Array, typed: npt.NDArray[np.bool_]) -> bool:
    """Return whether all cells of a column are blank or numbers of the file itself: nothing is written around them.

    >>> are_typed(pa.array(["1.5", ""]), np.array([True, False])), are_typed(pa.array(["1 p"]), np.array([False]))
    (True, False)
    """
    is_plain = bool(pc.all(pc.match_substring_regex(column, _TYPED)).as_py())
    return is_plain and bool(np.all(typed | _to_numpy(pc.equal(column, ""))))


def _write_plainly(cells: pa.Array, mark: DecimalMark) -> pa.Array:
    """Write numbers without grouping and with a point."""
    group = "[ ',]" if mark == "." else "[ '.]"
    plain = pc.replace_substring_regex(cells, group, "") if _any(pc.match_substring_regex(cells, group)) else cells
    return pc.replace_substring(plain, ",", ".") if mark == "," else plain


def _any(flags: pa.Array) -> bool:
    return bool(pc.any(flags).as_py())


def _to_numpy(array: pa.Array) -> npt.NDArray[np.bool_]:
    flags: npt.NDArray[np.bool_] = array.to_numpy(zero_copy_only=False).astype(bool)
    return flags
