"""Turns rows of text into observations, or refuses them with the reason; whole columns at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import suggest_nearest
from indicators.importing import cells, messages, period_cells
from indicators.importing.affixes import NO_AFFIX, Affix, read_affix
from indicators.importing.batches import Batch
from indicators.importing.cells import EncodedColumn, TextLookup
from indicators.importing.indicator_ids import IndicatorNames
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import ColumnMark, SplitCells, read_numbers, split_cells
from indicators.importing.survey import FileReading
from indicators.importing.value_units import FigureUnits, UnitSources, read_title
from indicators.language.unit_texts import UnitText, read_unit_text
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import fold_name
from indicators.model.formatting import count_noun
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

__all__ = ["STAGED_SCHEMA", "CellRefusal", "CheckedBatch", "RowChecker"]

_NO_UNIT = "units"
_OWID_CODES = {"OWID_WRL": "WLD", "OWID_KOS": "XKX"}

STAGED_SCHEMA = pa.schema(
    [
        ("INDICATOR", pa.string()),
        ("REF_AREA", pa.string()),
        ("COUNTERPART_AREA", pa.string()),
        ("DIMENSIONS", pa.string()),
        ("FREQ", pa.string()),
        ("TIME_PERIOD", pa.string()),
        ("OBS_VALUE", pa.float64()),
        ("UNIT_MEASURE", pa.string()),
        ("OBS_STATUS", pa.string()),
        ("INFERRED", pa.string()),
        ("VINTAGE", pa.date32()),
        ("NOTE", pa.string()),
        ("TIME_START", pa.date32()),
        ("TIME_END", pa.date32()),
        ("LINE", pa.int64()),
        ("COLUMN", pa.string()),
    ]
)
"""The observations of a file, with their lines and columns, before they are sorted."""


@dataclass(frozen=True, slots=True)
class CellRefusal:
    """Cells of one column that were refused for one reason.

    Attributes:
        lines: Their lines in the file.
        column: Their column.
        found: Their texts.
        expected: What would be valid.
        hints: Says how to fix a text, or nothing.
    """

    lines: npt.NDArray[np.int64]
    column: str
    found: EncodedColumn
    expected: str
    hints: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class CheckedBatch:
    """The result of checking a batch.

    Attributes:
        taken: The observations, of `STAGED_SCHEMA`; without a value if the cell was refused.
        refusals: The refused cells.
        empty: How many cells say that there is no figure.
    """

    taken: list[pa.Table]
    refusals: list[CellRefusal]
    empty: int


class RowChecker:
    """Checks the batches of a file with a mapping.

    Args:
        mapping: Which column contains what.
        catalogue: The known areas and indicators.
        reading: How the file is read, as decided from all of it.
        names: Gives the indicators of the file their ids.

    Raises:
        UsageError: The unit, area or period that the mapping gives for all rows is not valid.
    """

    def __init__(
        self, mapping: ColumnMapping, catalogue: Catalogue, reading: FileReading, names: IndicatorNames
    ) -> None:
        self._mapping, self._catalogue, self._reading, self._names = mapping, catalogue, reading, names
        self._known_units = {indicator.id: indicator.unit for indicator in catalogue.indicators}
        self._areas = TextLookup(self._find_area, self._suggest_area)
        self._periods = TextLookup(period_cells.read_period)
        self._units = TextLookup(lambda text: read_unit_text(mapping.units.get(text, text)), cells.hint_unit)
        self._statuses = TextLookup(cells.read_status, cells.hint_status)
        self._powers, self._days = TextLookup(cells.read_power), TextLookup(cells.read_day)
        self._figure_units = FigureUnits(_read_given_unit(mapping.all_units) if mapping.all_units else None)
        self._titles = TextLookup(lambda title: read_title(title, mapping.units))
        self._one_area = catalogue.find_area(mapping.one_area).code if mapping.one_area else None
        self._one_period = TimePeriod.parse(mapping.one_period) if mapping.one_period else None
        self.units: dict[str, str] = {}
        """The first unit of each indicator, by id."""

    def check(self, batch: Batch) -> CheckedBatch:
        """Turn a batch into observations and refused cells."""
        rows = _Rows(batch)
        described = self._read_attributes(rows)
        taken, empty = [], 0
        for column, title, period in self._list_value_columns():
            split = split_cells(batch.table.column(column).combine_chunks())
            mark = self._reading.marks.get(column, ColumnMark())
            values, wrong = read_numbers(split.cells, mark, batch.typed.get(column))
            around = _read_affixes(split, len(values))
            wrong |= around.unread
            rows.refuse_cells(column, wrong & rows.good, messages.EXPECTED_NUMBER)
            readable = rows.good & ~wrong
            empty += int((readable & np.isnan(values)).sum())
            here = dict(described)
            if title:
                here["name"] = EncodedColumn.of_one(("", title), len(values))
            if period:
                here["period"] = EncodedColumn.of_one(period_cells.read_period(period), len(values))
            here["identity"] = self._identify(column, here, around)
            has_unit = ~here["identity"].map(lambda one: one.unit).unread | ~(readable & (values != 0))
            rows.refuse_cells(column, rows.good & ~has_unit & ~np.isnan(values), messages.EXPECTED_ONE_UNIT)
            wrong |= ~has_unit
            chosen = np.flatnonzero(rows.good & (wrong | ~np.isnan(values)))
            values = np.where(wrong, np.nan, values)
            here = {name: spread.rows(chosen) for name, spread in here.items()}
            affixes = around.rows(chosen)
            flagged = here["status"].pair(affixes)
            here["status"] = flagged.map(lambda pair: cells.apply_flags(pair[0], pair[1].flags if pair[1] else ""))
            if self._mapping.estimates_after:
                pairs = here["status"].pair(here["period"]).pair(here["after"])
                here["status"] = pairs.map(lambda one: _mark_forecast(one[0][0], one[0][1], one[1]))
            taken.append(self._make_table(here, values[chosen], rows.lines[chosen], column))
        return CheckedBatch(taken, rows.refusals, empty)

    def _read_attributes(self, rows: _Rows) -> dict[str, EncodedColumn]:
        """Read everything in the rows except their values."""
        mapping = self._mapping
        area = self._read_areas(rows)
        return {
            "area": area,
            "counterpart": rows.read(mapping.counterpart, self._areas, messages.EXPECTED_AREA, ""),
            "status": rows.read(mapping.status, self._statuses, messages.EXPECTED_STATUS, "A"),
            "vintage": rows.read(mapping.vintage, self._days, messages.EXPECTED_DATE, None, may_be_blank=True),
            "power": rows.read(mapping.multiplier, self._powers, messages.EXPECTED_POWER, 0),
            "period": rows.read(mapping.period, self._periods, messages.EXPECTED_PERIOD, self._one_period),
            "unit": self._read_units(rows),
            "name": self._read_names(rows),
            "note": rows.texts(mapping.note),
            "after": rows.texts(mapping.estimates_after).map(period_cells.read_period),
        }

    def _read_names(self, rows: _Rows) -> EncodedColumn:
        """Read the code and name of each row's indicator, with its dimensions."""
        mapping = self._mapping
        named = rows.texts(mapping.indicator).pair(rows.texts(mapping.indicator_name))
        for dimension in mapping.dimensions:
            named = named.pair(rows.texts(dimension)).map(lambda one: _add_dimension(one[0][0], one[0][1], one[1]))
        return named

    def _read_units(self, rows: _Rows) -> EncodedColumn:
        mapping = self._mapping
        if not mapping.unit_name:
            return rows.read(mapping.unit, self._units, messages.EXPECTED_UNIT, None, may_be_blank=True)
        pairs = rows.texts(mapping.unit).pair(rows.texts(mapping.unit_name))
        found = pairs.map(lambda pair: self._units.find(pair[0]) or self._units.find(pair[1]))
        shown = pairs.map(lambda pair: pair[1] or pair[0])
        blank = ~shown.map(lambda text: text or None).unread
        rows.refuse(mapping.unit_name, found.unread & blank, shown, messages.EXPECTED_UNIT, self._units.find_hint)
        return found

    def _list_value_columns(self) -> Iterator[tuple[str, str, str]]:
        for column, title in self._mapping.values.items():
            yield column, title, ""
        for column, period in self._mapping.periods.items():
            yield column, "", period

    def _identify(self, column: str, here: dict[str, EncodedColumn], affixes: EncodedColumn) -> EncodedColumn:
        """Find the id and the unit of each figure; the unit is ``None`` if it is contradictory or can't be read."""
        header = self._reading.headers.get(column)

        def find(one: tuple[tuple[tuple[UnitText | None, int], tuple[str, str]], Affix | None]) -> _Identity:
            ((unit, power), name), affix = one[0], one[1] or NO_AFFIX
            id = self._names.find_id(*name)
            title = self._titles.find(self._names.find_title(*name))
            sources = UnitSources(
                affix.unit, unit, power, title.found, None if header is None else header.found, self._reading.above
            )
            found = self._figure_units.join(sources)
            if title.unclear and not self._mapping.all_units and (unit is None or not unit.unit):
                return _Identity(id, None)
            if found is not None and not found.unit and (known := self._known_units.get(id)):
                found = UnitText(known, found.power)
            bare = column in self._reading.with_units and (found is None or not found.unit)
            return _Identity(id, None if bare else found)

        return here["unit"].pair(here["power"]).pair(here["name"]).pair(affixes).map(find)

    def _make_table(
        self, here: dict[str, EncodedColumn], values: npt.NDArray[np.float64], lines: npt.NDArray[np.int64], column: str
    ) -> pa.Table:
        named = here["identity"]
        for id, unit in (named.answers[place] for place in np.unique(named.places)):
            if self.units.get(id, _NO_UNIT) == _NO_UNIT:
                self.units[id] = (unit and unit.unit) or _NO_UNIT
        powers = np.array([unit.power if unit else 0 for _, unit in named.answers], dtype=np.float64)[named.places]
        text, period = pa.string(), here["period"]
        return pa.table(
            {
                "INDICATOR": named.to_arrow(text, lambda one: one.id),
                "REF_AREA": here["area"].to_arrow(text),
                "COUNTERPART_AREA": here["counterpart"].to_arrow(text),
                "DIMENSIONS": EncodedColumn.of_one("", len(lines)).to_arrow(text),
                "FREQ": period.to_arrow(text, lambda one: one and one.frequency.value),
                "TIME_PERIOD": period.to_arrow(text, lambda one: one and str(one)),
                "OBS_VALUE": pa.array(_scale(values, powers), from_pandas=True),  # NaN is null
                "UNIT_MEASURE": named.to_arrow(text, lambda one: (one.unit and one.unit.unit) or _NO_UNIT),
                "OBS_STATUS": here["status"].to_arrow(text),
                "INFERRED": named.to_arrow(text, lambda one: "" if one.unit and one.unit.unit else "UNIT_MEASURE"),
                "VINTAGE": here["vintage"].to_arrow(pa.date32()),
                "NOTE": here["note"].to_arrow(text),
                "TIME_START": period.to_arrow(pa.date32(), lambda one: one and one.first),
                "TIME_END": period.to_arrow(pa.date32(), lambda one: one and one.last),
                "LINE": lines,
                "COLUMN": EncodedColumn.of_one(column, len(lines)).to_arrow(text),
            },
            schema=STAGED_SCHEMA,
        )

    def _read_areas(self, rows: _Rows) -> EncodedColumn:
        mapping = self._mapping
        if not (mapping.area or mapping.area_name):
            return EncodedColumn.of_one(self._one_area, rows.length)
        if not (mapping.area and mapping.area_name):
            return rows.read(mapping.area or mapping.area_name, self._areas, messages.EXPECTED_AREA, None)
        pairs = rows.texts(mapping.area).pair(rows.texts(mapping.area_name))
        found = pairs.map(lambda pair: self._areas.find(pair[0]) or self._areas.find(pair[1]))
        shown = pairs.map(lambda pair: pair[1] or pair[0])
        rows.refuse(mapping.area_name, found.unread, shown, messages.EXPECTED_AREA, self._areas.find_hint)
        return found

    def _find_area(self, text: str) -> str | None:
        name = self._mapping.areas.get(text, text).strip()
        name = _OWID_CODES.get(name, name)
        area = self._catalogue.get_area(name) if fold_name(name) else None
        return None if area is None else area.code

    def _suggest_area(self, text: str) -> str:
        return suggest_nearest(text, [area.name for area in self._catalogue.areas]) or ""


class _Identity(NamedTuple):
    """The indicator and the unit of a figure."""

    id: str
    unit: UnitText | None


def _read_affixes(split: SplitCells, length: int) -> EncodedColumn:
    """Read what is around the numbers of a column."""
    if split.before is None or split.after is None:
        return EncodedColumn.of_one(NO_AFFIX, length)
    before, after = (EncodedColumn.of_texts(pa.chunked_array([texts])) for texts in (split.before, split.after))
    return before.pair(after).map(lambda pair: read_affix(*pair))


def _read_given_unit(text: str) -> UnitText:
    """Read the unit that the user gives for all values.

    Raises:
        UnknownUnitError: It isn't a unit.
    """
    found = read_unit_text(text)
    if found is None:
        parsed = parse_unit(text)
        return UnitText(parsed.plain.text, parsed.multiplier)
    return found


class _Rows:
    """The rows of a batch, with refused ones marked."""

    def __init__(self, batch: Batch) -> None:
        self.table, self.lines, self.length = batch.table, batch.lines, batch.table.num_rows
        self.good = np.ones(self.length, dtype=bool)
        self.refusals: list[CellRefusal] = []
        if batch.refused:
            lines = np.array([line for line, _, _ in batch.refused], dtype=np.int64)
            found = EncodedColumn(
                [count_noun(count, "cell", "cells") for _, _, count in batch.refused], np.arange(len(lines))
            )
            cells = count_noun(len(batch.table.column_names), "cell", "cells")
            wanted = messages.CELLS_OF_HEADER.format(count=cells)
            self.refusals.append(CellRefusal(lines, "", found, wanted, _give_no_hint))

    def texts(self, column: str) -> EncodedColumn:
        """Return the texts of a column; empty ones if there is no such column."""
        return EncodedColumn.of_texts(self.table.column(column)) if column else EncodedColumn.of_one("", self.length)

    def read(
        self, column: str, lookup: TextLookup, expected: str, default: Any, *, may_be_blank: bool = False
    ) -> EncodedColumn:
        """Read a column and refuse rows that can't be read; without a column or text, use the default."""
        if not column:
            return EncodedColumn.of_one(default, self.length)
        texts = self.texts(column)
        blank = may_be_blank or default is not None
        answers = texts.map(lambda text: default if blank and not text else lookup.find(text))
        wrong = answers.unread
        if blank:
            wrong &= ~texts.map(lambda text: text or None).unread
        self.refuse(column, wrong, texts, expected, lookup.find_hint)
        return answers

    def refuse(
        self,
        column: str,
        wrong: npt.NDArray[np.bool_],
        found: EncodedColumn,
        expected: str,
        hints: Callable[[str], str],
    ) -> None:
        """Refuse whole rows, each once: a row with two faults is reported with the first."""
        places = np.flatnonzero(wrong & self.good)
        self.good &= ~wrong
        if len(places):
            self.refusals.append(CellRefusal(self.lines[places], column, found.rows(places), expected, hints))

    def refuse_cells(self, column: str, wrong: npt.NDArray[np.bool_], expected: str) -> None:
        """Refuse cells of one column; the other values of their rows are kept."""
        places = np.flatnonzero(wrong)
        if len(places):
            found = EncodedColumn.of_texts(self.table.column(column).take(places))
            self.refusals.append(CellRefusal(self.lines[places], column, found, expected, _give_no_hint))


def _add_dimension(code: str, name: str, value: str) -> tuple[str, str]:
    """Add the value of a dimension to a code and a name: each series needs an indicator of its own."""
    return (f"{code}.{value}" if code else ""), ", ".join(part for part in (name, value) if part)


def _mark_forecast(status: str, about: TimePeriod | None, last_actual: TimePeriod | None) -> str:
    is_later = about is not None and last_actual is not None and about.last > last_actual.last
    return "F" if status == "A" and is_later else status


def _give_no_hint(_: str) -> str:
    return ""


def _scale(values: npt.NDArray[np.float64], powers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Multiply by powers of ten exactly, as decimals: 2161.2 billion is 2161200000000.

    >>> _scale(np.array([2161.2, 0.3, np.nan]), np.array([9.0, -1.0, 6.0])).tolist()
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
