"""Columns of units and powers of ten that are known by what they hold, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.importing.cells import read_power
from indicators.importing.column_contents import ColumnContents
from indicators.language.unit_texts import read_unit_text

__all__ = ["find_scales", "find_units"]


def find_units(contents: ColumnContents, names: Iterable[str], units: Mapping[str, str]) -> str:
    """Return the first column all of whose cells are units; or nothing.

    Args:
        contents: The rows.
        names: The columns to look at.
        units: Units in the file, with the spelling to use.

    >>> find_units(ColumnContents(["Sex", "Measure"], [["F", "EUR"], ["M", "USD"]]), ["Sex", "Measure"], {})
    'Measure'
    """
    for name in names:
        texts = contents.texts(name)
        found = [read_unit_text(units.get(text, text)) for text in texts]
        if texts and all(unit is not None and unit.unit for unit in found):
            return name
    return ""


def find_scales(contents: ColumnContents, names: Iterable[str]) -> str:
    """Return the first column all of whose cells are words of scale, such as *millions* and *units*; or nothing.

    >>> contents = ColumnContents(["Area", "Factor"], [["Peru", "millions"], ["Chile", "units"]])
    >>> find_scales(contents, contents.header)
    'Factor'
    >>> find_scales(ColumnContents(["Balance"], [["-1"], ["3"]]), ["Balance"])
    ''
    """
    for name in contents.header:
        texts = contents.texts(name) if name in names else []
        if texts and all(any(letter.isalpha() for letter in text) for text in texts):  # numbers may be figures
            powers = [read_power(text) for text in texts]
            if None not in powers and any(powers):
                return name
    return ""
