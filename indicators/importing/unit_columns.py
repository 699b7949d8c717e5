"""Columns of units and powers of ten that are known by what they hold, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from indicators.errors import UsageError
from indicators.files import read_embedded_catalogue
from indicators.importing import messages
from indicators.importing.cells import read_power
from indicators.importing.column_contents import ColumnContents, is_missing
from indicators.importing.column_names import fold_heading, rank_name
from indicators.importing.mapping import ColumnMapping
from indicators.importing.value_units import read_title
from indicators.language.unit_texts import is_money, read_unit_text
from indicators.model.unit_names import get_currency_codes

_MOST_TITLES = 200
_FEWEST_VALUES = 2
_FEWEST_AREAS = 2
_UNIT_NAMES = frozenset(("unit", "units", "unit measure", "unit of measure"))


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


def find_plain_units(contents: ColumnContents, names: Iterable[str], units: Mapping[str, str]) -> str:
    """Return the first column of texts that are all units, one of them with money, a scale or a percentage; or nothing.

    Whatever it is called, such a column says what its figures are.

    >>> contents = ColumnContents(["Sex", "Jednostki"], [["F", "EUR mn"], ["M", "tonnes"]])
    >>> find_plain_units(contents, contents.header, {})
    'Jednostki'
    """
    for name in names:
        texts = [text for text in contents.texts(name) if not is_missing(text)]
        if not texts or contents.is_numeric(name):
            continue
        found = [read_unit_text(units.get(text, text)) for text in texts]
        if all(found) and any(unit is not None and unit.is_telling for unit in found):
            return name
    return ""


def find_title_column(contents: ColumnContents, names: Iterable[str], units: Mapping[str, str]) -> str:
    """Return the first column of texts with a scale or money in their units: *Sales (EUR mn)*; or nothing."""
    for name in names:
        texts = [] if contents.is_numeric(name) else contents.texts(name)[:_MOST_TITLES]
        titles = [read_title(text, units) for text in texts]
        if any(title.unclear or (title.found is not None and title.found.is_telling) for title in titles):
            return name
    return ""


def keep_rates_apart(contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping) -> ColumnMapping:
    """Take the role of a unit from currencies beside exchange rates: they say which is priced, not in what.

    >>> contents = ColumnContents(["Currency", "Rate"], [["USD", "90.4"], ["EUR", "98.1"]])
    >>> keep_rates_apart(contents, ColumnMapping(unit="Currency", values={"Rate": ""}), ColumnMapping()).unit
    ''
    """
    mapping = _drop_display_scale(contents, mapping) if mapping.multiplier != given.multiplier else mapping
    unit = mapping.unit
    if not unit or unit == given.unit or fold_heading(unit) in _UNIT_NAMES:
        return mapping
    is_rate = any(rank_name("exchange rate", name) is not None for name in mapping.values)
    found = [read_unit_text(text) for text in contents.texts(unit)] if is_rate else []
    is_money = bool(found) and all(one and one.unit in get_currency_codes() and not one.power for one in found)
    return replace(mapping, unit="") if is_money else mapping


def check_currencies(contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping, file: str) -> None:
    """Check that a column of currencies is that of all values, of which none names another.

    Raises:
        UsageError: Which values are in it is open.

    >>> header = ["Country", "currency_code", "local_price", "dollar_price"]
    >>> mapping = ColumnMapping(unit="currency_code", values={"local_price": "", "dollar_price": ""})
    >>> check_currencies(ColumnContents(header, [["Peru", "PEN", "9", "3"]]), mapping, ColumnMapping(), "a.csv")
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: a.csv: the currencies in the column 'currency_code' can't be those of all values: ...
    """
    unit = mapping.unit
    if not unit or unit == given.unit or len(mapping.values) < _FEWEST_VALUES:
        return
    found = [read_unit_text(text) for text in contents.texts(unit)]
    are_money = bool(found) and all(one is not None and one.unit in get_currency_codes() for one in found)
    other = next((name for name in mapping.values if _names_money(name)), "") if are_money else ""
    if other:
        message = messages.CURRENCY_OF_SOME.format(file=file, column=unit, other=other)
        first = next(name for name in mapping.values if name != other)
        raise UsageError(message, hint=messages.SAY_WHICH_VALUES.format(column=unit, first=first))


def _names_money(name: str) -> bool:
    words = [word for word in re.split(r"[\W_]+", name) if len(word) > len("EU") and not word.isdigit()]
    return any((unit := read_unit_text(word)) is not None and is_money(unit.unit) for word in words)


def _drop_display_scale(contents: ColumnContents, mapping: ColumnMapping) -> ColumnMapping:
    """Take the role of a scale from that of display: the IMF gives it, with its decimals, beside full values."""
    is_display = any(fold_heading(name) == "decimals displayed" for name in contents.header)
    value = next(iter(mapping.values), "")
    if not is_display or value not in contents.header:
        return mapping
    pairs = zip(contents.cells(mapping.multiplier), contents.cells(value), strict=True)
    told = [
        (power, cell) for text, cell in pairs if (power := read_power(text)) and re.fullmatch(r"-?[1-9][\d.]*", cell)
    ]
    full = [abs(float(cell)) >= 10.0**power for power, cell in told if cell.count(".") < 2]
    if sum(full) * 2 <= len(full):
        return mapping
    return replace(mapping, multiplier="", ignore=(*mapping.ignore, mapping.multiplier))


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


def may_give_units(heading: str, texts: Iterable[str]) -> bool:
    """Return whether the values of a dimension may be units: not those of partners, nor areas: ``ESP`` is both.

    >>> may_give_units("Nationality", ["ESP", "MKD"]), may_give_units("Currency", ["EUR", "USD", "MKD"])
    (False, True)
    >>> may_give_units("2nd Partner ISO", ["W00", "ESP"])
    False
    """
    find_area = read_embedded_catalogue().areas.get
    kinds = {text.strip() for text in texts} - {""}
    areas = [text for text in kinds if find_area(text) is not None]
    return "partner" not in fold_heading(heading) and (len(areas) < _FEWEST_AREAS or len(areas) * 2 <= len(kinds))
