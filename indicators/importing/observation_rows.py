"""Turns rows of text into observations, or refuses them with the reason; whole columns at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.importing import cells, messages
from indicators.importing.affixes import NO_AFFIX, Affix, read_affixes
from indicators.importing.area_cells import AreaReader
from indicators.importing.batches import Batch
from indicators.importing.cells import EncodedColumn, TextLookup
from indicators.importing.column_names import rank_name
from indicators.importing.details import FigureDetails, join_inferred, read_details, read_digits
from indicators.importing.doubts import UNKNOWN_DOUBT, make_doubts
from indicators.importing.indicator_ids import IndicatorNames
from indicators.importing.mapping import ColumnMapping
from indicators.importing.missing_codes import find_missing_codes
from indicators.importing.number_columns import NOTHING, ColumnMark, read_numbers, scale_numbers, split_cells
from indicators.importing.parentheses import find_in_parentheses
from indicators.importing.period_cells import read_period
from indicators.importing.period_reading import PeriodReader
from indicators.importing.row_cells import CellRefusal, RowCells
from indicators.importing.series_names import SeriesName, add_heading, read_series
from indicators.importing.shifted_rows import refuse_shifted
from indicators.importing.staging import STAGED_SCHEMA
from indicators.importing.status_cells import add_flags, mark_forecast, name_flag, read_status
from indicators.importing.status_notes import replace_marks
from indicators.importing.survey import FileReading
from indicators.importing.unit_columns import may_give_units
from indicators.importing.value_cells import ValueCells, group_columns, stack_cells
from indicators.importing.value_units import (
    FigureUnits,
    UnitSources,
    read_dimension_unit,
    read_given_unit,
    read_title,
)
from indicators.language.unit_texts import UnitText, combine_units, read_unit_text
from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimePeriod
from indicators.model.unit_names import get_currency_codes

_NO_UNIT = "units"


@dataclass(frozen=True, slots=True)
class CheckedBatch:
    """The result of checking a batch.

    Attributes:
        taken: The observations, of `STAGED_SCHEMA`; without a value if the cell was refused.
        refusals: The refused cells.
        empty: How many cells say that there is no figure.
        doubts: The figures that refused rows may be, of `DOUBT_SCHEMA`.
    """

    taken: list[pa.Table]
    refusals: list[CellRefusal]
    empty: int
    doubts: list[pa.Table]


class RowChecker:
    """Checks the batches of a file with a mapping.

    Args:
        mapping: Which column contains what.
        catalogue: The known indicators.
        areas: Reads the areas.
        reading: How the file is read, as decided from all of it.
        names: Gives the indicators of the file their ids.

    Raises:
        UsageError: The unit, area or period that the mapping gives for all rows is not valid.
    """

    def __init__(
        self,
        mapping: ColumnMapping,
        catalogue: Catalogue,
        areas: AreaReader,
        reading: FileReading,
        names: IndicatorNames,
    ) -> None:
        self._mapping, self._reading, self._names = mapping, reading, names
        self._known_units = {indicator.id: indicator.unit for indicator in catalogue.indicators}
        self._area_reader, self._known_areas = areas, TextLookup(areas.find_known)
        self._areas = TextLookup(areas.find, areas.suggest)
        self._counterparts = TextLookup(lambda text: "" if text in _NO_AREA else areas.find(text), areas.suggest)
        name = reading.home.name_money
        self._units = TextLookup(lambda text: _read_unit(mapping.units.get(text) or name(text)), cells.hint_unit)
        self._powers = TextLookup(lambda text: cells.read_power(text, is_factor=reading.has_factors))
        self._days = TextLookup(cells.read_day)
        self._figure_units = FigureUnits(read_given_unit(mapping.all_units) if mapping.all_units else None)
        self._titles = TextLookup(lambda title: read_title(name(title), mapping.units, above=reading.above))
        self._one_area = areas.find_one(mapping.one_area) if mapping.one_area else None
        one_period = TimePeriod.parse(mapping.one_period) if mapping.one_period else None
        self._periods = PeriodReader(mapping, reading.periods, one_period)
        is_rate = any(rank_name("exchange rate", name) is not None for name in mapping.values)
        self._prices_money = bool(mapping.unit or mapping.unit_name or is_rate)
        self.units: dict[str, str] = {}
        """The first unit of each indicator, by id."""
        self.assumed: dict[str, str] = {}
        """The units that only the name of a known indicator gives, by title."""
        self.withdrawn = 0
        """How many rows withdraw figures and were left out."""

    def check(self, batch: Batch) -> CheckedBatch:
        """Turn a batch into observations and refused cells."""
        rows, mapping = RowCells(batch), self._mapping
        self.withdrawn += rows.leave_out(mapping.action, lambda text: text.casefold() in _WITHDRAWS)
        refuse_shifted(rows, mapping)
        described, taken, empty = self._read_attributes(rows), [], 0
        doubts = [UNKNOWN_DOUBT] if batch.refused else []  # of a row with too many cells, nothing can be told
        known = [column for column in mapping.value_columns if not self._lacks_area(column)]
        unknown = [column for column in mapping.value_columns if self._lacks_area(column)]
        doubts += [self._refuse_column(rows, batch, described, column) for column in unknown]
        for columns in group_columns(known, mapping, rows.length, self._get_mark):
            cells, mark = self._stack(rows, batch, columns), self._get_mark(columns[0])
            texts = replace_marks(cells.texts, self._reading.notes)
            split = split_cells(texts, is_negative=self._reading.has_negatives)
            values, wrong = read_numbers(split.cells, mark, cells.typed)
            values[np.isin(values, [*self._reading.missing])] = np.nan
            codes = find_missing_codes(values, self._group(cells, described["series"]), cells.find_signed()) & ~wrong
            cells.refuse(codes & cells.good, lambda _: messages.EXPECTED_NO_CODE)
            around = read_affixes(split, len(values), self._reading.home)
            wrong |= around.unread | codes
            in_parentheses = find_in_parentheses(cells.texts)
            cells.refuse(wrong & cells.good & ~in_parentheses & ~codes, lambda _: messages.EXPECTED_NUMBER)
            cells.refuse(wrong & cells.good & in_parentheses, lambda _: messages.EXPECTED_SIGN)
            about = mapping.value_details.get(columns[0], mapping.details)
            details = read_details(rows, about, values, mark, batch.typed)
            readable, filled = cells.good & ~wrong, wrong | ~np.isnan(values)
            empty += cells.blank + int((readable & np.isnan(values)).sum())
            here = {name: cells.spread(one) for name, one in (described | self._read_beside(rows, columns[0])).items()}
            here |= self._read_headings(cells, here["series"])
            here["period"] = self._periods.restate(cells, described["period"])
            cells.refuse(here["period"].unread & readable & ~np.isnan(values), self._periods.explain_header)
            wrong |= here["period"].unread
            here["identity"] = self._identify(cells.columns, here, around)
            has_unit = ~here["identity"].map(lambda one: one.unit).unread | ~(readable & (values != 0))
            cells.refuse(cells.good & ~has_unit & ~np.isnan(values), lambda _: messages.EXPECTED_ONE_UNIT)
            wrong |= ~has_unit
            doubts.append(make_doubts(here, self._names.find_series, filled & (cells.refused | (cells.good & wrong))))
            gone = ~wrong & here["status"].tell(lambda one: one[0] == _GONE) if self._mapping.vintage else wrong
            chosen = np.flatnonzero(cells.good & (gone | ~np.isnan(values)) & ~here["period"].unread)
            values = np.where(wrong, np.nan, values)
            here = {name: spread.rows(chosen) for name, spread in here.items()}
            here["column"] = cells.columns.rows(chosen)
            behind = around.rows(chosen).map(lambda affix: affix.flags if affix else "")
            for flags in (here["column"].map(self._periods.header_flag), here["period flag"], behind):
                here["status"] = here["status"].pair(flags).map(lambda one: add_flags(*one))
            if mapping.estimates_after:
                pairs = here["status"].pair(here["period"]).pair(here["after"])
                here["status"] = pairs.map(lambda one: mark_forecast(one[0][0], one[0][1], one[1]))
            lines = rows.lines[cells.places[chosen]]
            taken.append(self._make_table(here, values[chosen], details.rows(chosen), lines))
        return CheckedBatch(taken, rows.refusals, empty, doubts)

    def _get_mark(self, column: str) -> ColumnMark:
        return self._reading.marks.get(column, ColumnMark())

    def _stack(self, rows: RowCells, batch: Batch, columns: list[str]) -> ValueCells:
        """Put the cells of columns below each other; of a figure without a value, an empty cell tells something."""
        mapping = self._mapping
        has_more = mapping.vintage or mapping.value_details.get(columns[0], mapping.details)
        return stack_cells(rows, batch, columns, keep_blank=bool(has_more))

    def _group(self, cells: ValueCells, series: EncodedColumn) -> npt.NDArray[np.intp]:
        """Number the series that cells belong to, of all areas and periods."""
        found = cells.spread(series)
        column, mapping = cells.columns.answers[0], self._mapping
        is_alone = column in mapping.values and column not in {**mapping.periods, **mapping.part_columns}
        return (found.pair(cells.columns) if is_alone else found).places

    def _lacks_area(self, column: str) -> bool:
        return column in self._mapping.area_columns and not self._areas.find(self._mapping.area_columns[column])

    def _refuse_column(
        self, rows: RowCells, batch: Batch, described: dict[str, EncodedColumn], column: str
    ) -> pa.Table:
        """Refuse a column whose area is not known; return the doubts."""
        rows.refuse_column(column, messages.EXPECTED_AREA, self._areas.find_hint)
        cells = stack_cells(rows, batch, [column], keep_blank=True)
        here = described | self._read_headings(cells, described["series"])
        filled = ~rows.texts(column).map(lambda text: text or None).unread
        return make_doubts(here, self._names.find_series, filled & (rows.good | rows.refused))

    def _read_beside(self, rows: RowCells, column: str) -> dict[str, EncodedColumn]:
        """Read the columns that describe only one column of values."""
        unit, status = self._mapping.value_units.get(column, ""), self._mapping.value_statuses.get(column, "")
        found = {}
        if unit:
            found["unit"] = rows.read(unit, self._units, messages.EXPECTED_UNIT, None, may_be_blank=True)
        if status:
            found["status"] = rows.texts(status).map(lambda text: read_status(name_flag(status, text)))
        if note := self._mapping.value_details.get(column, {}).get("note", ""):
            found["note"] = rows.words(note)
        return found

    def _read_headings(self, cells: ValueCells, series: EncodedColumn) -> dict[str, EncodedColumn]:
        """Read what the columns of values say about all their figures: their series and area."""
        areas = self._mapping.area_columns
        headings = cells.columns.map(self._get_heading)
        found = {"name": series.pair(headings).map(lambda pair: add_heading(*pair))}
        if areas:
            found["area"] = cells.columns.map(lambda column: self._areas.find(areas[column]))
        return found

    def _get_heading(self, column: str) -> str:
        """Return what a column of values measures; not what is only the unit below an area."""
        heading = self._mapping.values.get(column, "")
        return "" if column in self._mapping.area_columns and re.fullmatch(r"\([^()]*\)", heading) else heading

    def _read_attributes(self, rows: RowCells) -> dict[str, EncodedColumn]:
        """Read everything in the rows except their values."""
        mapping = self._mapping
        return {
            "area": self._read_areas(rows),
            "counterpart": rows.read(mapping.counterpart, self._counterparts, messages.EXPECTED_AREA, ""),
            "status": rows.words(mapping.status)
            .pair(rows.words(mapping.status_name))
            .map(lambda pair: read_status(name_flag(mapping.status, pair[0]), pair[1])),
            "vintage": rows.read(mapping.vintage, self._days, messages.EXPECTED_DATE, None, may_be_blank=True),
            "power": rows.read(mapping.multiplier, self._powers, messages.EXPECTED_POWER, 0),
            "period": self._periods.read(rows),
            "period flag": self._periods.read_flags(rows),
            "unit": self._read_units(rows),
            "note": rows.words(mapping.note),
            "after": rows.texts(mapping.estimates_after).map(read_period),
            "series": read_series(rows, mapping, self._names.dimensions),
            "divided": self._read_divided_units(rows),
        }

    def _read_divided_units(self, rows: RowCells) -> EncodedColumn:
        """Read the units that the values of dimensions give: *Exports (EUR mn)*; ``None`` where they disagree."""
        found = EncodedColumn.of_one(UnitText(""), rows.length)
        for column in self._mapping.dimensions:
            cells = rows.texts(column)
            if column not in (self._mapping.unit, self._mapping.unit_name) and may_give_units(column, cells.answers):
                texts = cells.map(self._reading.home.name_money)
                above = self._reading.above
                read = _read_scaled_unit if self._prices_money else partial(read_dimension_unit, above=above)
                found = found.pair(texts.map(read)).map(lambda pair: combine_units(*pair))
        return found

    def _read_units(self, rows: RowCells) -> EncodedColumn:
        mapping = self._mapping
        if not mapping.unit_name:
            return rows.read(mapping.unit, self._units, messages.EXPECTED_UNIT, None, may_be_blank=True)
        pairs = rows.texts(mapping.unit).pair(rows.texts(mapping.unit_name))
        found, shown = pairs.map(lambda pair: self._find_unit(*pair)), pairs.map(lambda pair: pair[1] or pair[0])
        blank = ~shown.map(lambda text: text or None).unread
        rows.refuse(mapping.unit_name, found.unread & blank, shown, messages.EXPECTED_UNIT, self._units.find_hint)
        return found

    def _find_unit(self, code: str, name: str) -> UnitText | None:
        """Return the unit of a code or, if that says none, of its name."""
        found: UnitText | None = self._units.find(code) if code else None
        return found if found and (found.unit or not name) else self._units.find(name)

    def _identify(
        self, columns: EncodedColumn, here: dict[str, EncodedColumn], affixes: EncodedColumn
    ) -> EncodedColumn:
        """Find the id and the unit of each figure; the unit is ``None`` if it is contradictory or can't be read."""

        def find(one: tuple[_Attributes, tuple[str, Affix | None]]) -> _Identity:
            (((unit, power), name), divided), (column, affix) = one[0], (one[1][0], one[1][1] or NO_AFFIX)
            header = self._reading.headers.get(column)
            id, series = self._names.find_series(name)
            if self._mapping.trust_units and unit is not None and unit.unit:
                return _Identity(id, series, combine_units(unit, UnitText("", power)) if power else unit)
            title = self._titles.find(self._names.find_title(name))
            sources = UnitSources(
                affix.unit, unit, power, title.found, divided, None if header is None else header.found,
                self._reading.above,
            )  # fmt: skip
            found = self._figure_units.join(sources)
            if divided is None:
                return _Identity(id, series, None)
            if title.unclear and not self._mapping.all_units and (unit is None or not unit.unit):
                return _Identity(id, series, None)
            if found is not None and not found.unit and (known := self._known_units.get(id)):
                found = UnitText(known, found.power)
                self.assumed.setdefault(self._names.find_title(name), known)
            bare = column in self._reading.with_units and (found is None or not found.unit)
            return _Identity(id, series, None if bare else found)

        attributes = here["unit"].pair(here["power"]).pair(here["name"]).pair(here["divided"])
        return attributes.pair(columns.pair(affixes)).map(find)

    def _make_table(
        self,
        here: dict[str, EncodedColumn],
        values: npt.NDArray[np.float64],
        details: FigureDetails,
        lines: npt.NDArray[np.int64],
    ) -> pa.Table:
        named = here["identity"]
        for id, series, unit in (named.answers[place] for place in np.unique(named.places)):
            self._names.dimensions.note_series(id, series)
            if self.units.get(id, _NO_UNIT) == _NO_UNIT:
                self.units[id] = (unit and unit.unit) or _NO_UNIT
        powers = np.array([one.unit.power if one.unit else 0 for one in named.answers], dtype=np.float64)[named.places]
        text, period, none = pa.string(), here["period"], EncodedColumn.of_one("", len(lines))
        lower, upper = (scale_numbers(ends, powers) if len(ends) else values * np.nan for ends in details[:2])
        told = {
            name: details.texts.get(name, none) for name in ("qualifier", "digits", "said_by", "locator", "inferred")
        }
        inferred = named.map(lambda one: "" if one.unit and one.unit.unit else "UNIT_MEASURE").pair(told["inferred"])
        return pa.table(
            {
                "INDICATOR": named.to_arrow(text, lambda one: one.id),
                "REF_AREA": here["area"].to_arrow(text),
                "COUNTERPART_AREA": here["counterpart"].to_arrow(text),
                "DIMENSIONS": named.to_arrow(text, lambda one: one.dimensions),
                "FREQ": period.to_arrow(text, lambda one: one and one.frequency.value),
                "TIME_PERIOD": period.to_arrow(text, lambda one: one and str(one)),
                "OBS_VALUE": pa.array(scale_numbers(values, powers), from_pandas=True),  # NaN is null
                "UNIT_MEASURE": named.to_arrow(text, lambda one: (one.unit and one.unit.unit) or _NO_UNIT),
                "OBS_STATUS": here["status"].to_arrow(text, lambda pair: pair[0]),
                "INFERRED": inferred.to_arrow(text, join_inferred),
                "VINTAGE": here["vintage"].to_arrow(pa.date32()),
                "NOTE": here["note"].pair(here["status"]).to_arrow(text, _join_notes),
                "TIME_START": period.to_arrow(pa.date32(), lambda one: one and one.first),
                "TIME_END": period.to_arrow(pa.date32(), lambda one: one and one.last),
                "LOWER": pa.array(lower, from_pandas=True),
                "UPPER": pa.array(upper, from_pandas=True),
                "QUALIFIER": told["qualifier"].to_arrow(text),
                "DIGITS": told["digits"].to_arrow(pa.int64(), read_digits),
                "SAID_BY": told["said_by"].to_arrow(text),
                "LOCATOR": told["locator"].to_arrow(text),
                "LINE": lines,
                "COLUMN": here["column"].to_arrow(text),
            },
            schema=STAGED_SCHEMA,
        )

    def _read_areas(self, rows: RowCells) -> EncodedColumn:
        mapping = self._mapping
        if not (mapping.area or mapping.area_name):
            return EncodedColumn.of_one(self._one_area, rows.length)
        if not (mapping.area and mapping.area_name):
            return rows.read(mapping.area or mapping.area_name, self._areas, messages.EXPECTED_AREA, None)
        pairs = rows.texts(mapping.area).pair(rows.texts(mapping.area_name))
        found = pairs.map(lambda pair: self._area_reader.find_pair(*pair))
        shown = pairs.map(
            lambda pair: f"{pair[0]}, {pair[1]}" if all(map(self._known_areas.find, pair)) else pair[1] or pair[0]
        )
        rows.refuse(mapping.area_name, found.unread, shown, messages.EXPECTED_AREA, self._suggest_area)
        return found

    def _suggest_area(self, text: str) -> str:
        code, _, name = text.partition(", ")
        if self._known_areas.find(code) and self._known_areas.find(name):
            return messages.AREAS_DIFFER.format(code=self._mapping.area)
        return self._areas.find_hint(text)


_NO_AREA = frozenset(("_Z", "_X", "_T"))  # of SDMX: not applicable, not specified, all
_WITHDRAWS, _GONE = frozenset(("d", "delete", "deleted")), "O"  # rows; figures of an earlier vintage


def _join_notes(given: tuple[str, tuple[str, str]]) -> str:
    note, (_, about_status) = given
    return "; ".join(filter(None, (note, about_status)))


_Attributes: TypeAlias = "tuple[tuple[tuple[UnitText | None, int], SeriesName], UnitText | None]"


class _Identity(NamedTuple):
    """The indicator, the dimensions and the unit of a figure."""

    id: str
    dimensions: str
    unit: UnitText | None


def _read_scaled_unit(text: str) -> UnitText | None:
    """Read the unit of a dimension beside a column of units or an exchange rate: a currency there is what is priced."""
    found = read_dimension_unit(text)
    return None if found is not None and not found.power and found.unit in get_currency_codes() else found


def _read_unit(text: str) -> UnitText | None:
    """Read a cell of a column of units; ``n/a`` and the like give no unit."""
    return UnitText("") if text.casefold() in (*NOTHING, "na", "not applicable") else read_unit_text(text)
