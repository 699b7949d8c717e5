"""Numbers as people and programs write them, whole columns at once.

The column, not the cell, decides between ``1,234.5`` and ``1.234,5``: what one cell leaves open another decides.
``..``, ``n/a``, ``-`` and the like mark a missing figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.language.languages import NO_DATA
from indicators.language.numbers import digits_pattern

__all__ = ["NOTHING", "DecimalMark", "find_decimal_mark", "read_numbers", "split_flags"]

DecimalMark = Literal[".", ","]

NOTHING: Final = (
    "", ".", "..", "...", "…", "-", "–", "—", "−", "--", ":", "#n/a", "nan", "null", "none", "x", "*", *NO_DATA,
)  # fmt: skip
"""How files mark a missing figure, in lowercase."""

_SPACES: Final = "[ \t\u00a0\u2007\u2009\u202f'’]"
_FLAGGED: Final = r"^(?P<cell>[+-]?[0-9][0-9.,]*|:) ?(?P<letters>[a-z]{1,3})$"
_WRITTEN: Final = {mark: rf"^[+-]?{digits_pattern(mark)}([eE][+-]?\d{{1,3}})?$" for mark in (".", ",")}


def find_decimal_mark(cells: Iterable[str], *, semicolons: bool) -> DecimalMark:
    """Detect the decimal mark of a column from its unambiguous cells.

    Args:
        cells: Some cells.
        semicolons: Whether semicolons separate the cells, as in countries with a decimal comma; it decides if every
            cell is ambiguous.

    >>> find_decimal_mark(["1,234", "12,5"], semicolons=False), find_decimal_mark(["1,234"], semicolons=False)
    (',', '.')
    """
    commas = points = 0
    for cell in cells:
        text = re.sub(_SPACES, "", cell)
        comma, point = re.match(_WRITTEN[","], text) is not None, re.match(_WRITTEN["."], text) is not None
        commas += comma and not point
        points += point and not comma
    if commas == points:
        return "," if semicolons else "."
    return "," if commas > points else "."


def split_flags(column: pa.Array) -> tuple[pa.Array, pa.Array | None]:
    """Split cells from the letters after their numbers; the letters are ``None`` if no cell has any.

    Eurostat and others write the status of a figure after it: ``101.2 p``.

    >>> cells, letters = split_flags(pa.array(["101.2 p", ": c", "7"]))
    >>> cells.to_pylist(), letters.to_pylist()
    (['101.2', ':', '7'], ['p', 'c', ''])
    """
    text = pc.utf8_trim_whitespace(pc.fill_null(column.cast(pa.string()), ""))
    if not _to_numpy(pc.match_substring_regex(text, _FLAGGED)).any():
        return column, None
    parts = pc.extract_regex(text, f"{_FLAGGED[:-1]}|(?P<whole>.*)$")
    whole, cell, letters = (pc.struct_field(parts, name) for name in ("whole", "cell", "letters"))
    return pc.binary_join_element_wise(pc.fill_null(cell, ""), pc.fill_null(whole, ""), ""), pc.fill_null(letters, "")


def read_numbers(column: pa.Array, mark: DecimalMark) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Read a column of numbers; return the numbers, NaN for missing ones, and which cells can't be read.

    >>> values, wrong = read_numbers(pa.array(["1,234.5", "..", "12O"]), ".")
    >>> values.tolist(), wrong.tolist()
    ([1234.5, nan, nan], [False, False, True])
    """
    text = pc.utf8_trim_whitespace(pc.fill_null(column.cast(pa.string()), ""))
    nothing = pc.is_in(pc.utf8_lower(text), pa.array(NOTHING))
    plain = pc.replace_substring(text, "−", "-")  # the typographic minus
    if _to_numpy(pc.match_substring_regex(plain, rf"\d{_SPACES}+\d")).any():
        plain = pc.replace_substring_regex(plain, _SPACES, "")
    if mark == ",":
        right = pc.match_substring_regex(plain, _WRITTEN[","])
        plain = pc.replace_substring(pc.replace_substring(plain, ".", ""), ",", ".")
    else:
        right = pc.match_substring_regex(plain, _WRITTEN["."])
        plain = pc.replace_substring(plain, ",", "")
    right = pc.and_(right, pc.match_substring_regex(plain, r"\d"))
    right = pc.and_(right, pc.invert(nothing))
    values = pc.if_else(right, plain, pa.scalar(None, pa.string())).cast(pa.float64())
    found = values.to_numpy(zero_copy_only=False)
    wrong = ~_to_numpy(pc.or_(right, nothing)) | np.isinf(found)
    return np.where(np.isinf(found), np.nan, found), wrong


def _to_numpy(array: pa.Array) -> npt.NDArray[np.bool_]:
    flags: npt.NDArray[np.bool_] = array.to_numpy(zero_copy_only=False).astype(bool)
    return flags
