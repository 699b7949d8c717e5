"""A first look at a whole file, which decides how it is read: nothing is decided from its first rows alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.importing import messages, period_messages
from indicators.importing.affixes import read_affix
from indicators.importing.area_cells import AreaReader
from indicators.importing.batches import Batch, FileOptions, Source
from indicators.importing.cells import read_power
from indicators.importing.column_names import rank_name
from indicators.importing.dates_among_figures import DateEvidence
from indicators.importing.decimal_marks import Counted, MarkEvidence, decide_marks
from indicators.importing.decisions import Decision
from indicators.importing.eaten_marks import EatenMarks
from indicators.importing.file_kinds import open_source
from indicators.importing.home_money import NO_HOME, HomeMoney, find_home_money
from indicators.importing.inner_headers import drop_headers
from indicators.importing.mapping import ColumnMapping
from indicators.importing.missing_codes import read_missing_codes
from indicators.importing.number_columns import ColumnMark, are_typed, split_cells
from indicators.importing.parentheses import SignEvidence
from indicators.importing.period_reading import PeriodEvidence, PeriodReading
from indicators.importing.period_rules import parse_period_rules
from indicators.importing.status_notes import check_forecasts, find_note_mark, read_status_notes
from indicators.importing.unit_columns import may_give_units
from indicators.importing.unit_decisions import list_unit_decisions
from indicators.importing.unit_mentions import UnitMentions
from indicators.importing.value_units import (
    read_dimension_unit,
    read_given_unit,
    read_lines_above,
    read_lines_below,
    read_title,
)
from indicators.language.unit_texts import BRACKETS, UnitText, read_unit_text
from indicators.language.unit_titles import TitleUnit
from indicators.model.codelists import fold_name
from indicators.model.formatting import join_names
from indicators.model.unit_names import find_noun

FindArea = Callable[[str], "str | None"]

_DAYS: Final = ("day", "jour", "tag", "dia", "giorno", "dag")
_TIMES: Final = ("days", "weeks", "months", "quarters", "years")
_MOST_TEXTS: Final = 200
_MOST_LISTED: Final = 5
_FEWEST_TORN: Final = 4  # lines with other cells than the header has
_MOST_REMARKS: Final = 30
_MOST_BYTES: Final = 50_000_000
_DESCRIBES: Final = re.compile(r"(?:\s*[,:;=]|\s+[–—-])\s*(?P<text>.+)")  # what follows the name of a column


@dataclass(frozen=True, slots=True)
class FileReading:
    """How a file is read, as decided from all of it.

    Attributes:
        marks: The decimal mark of each column of values.
        headers: The unit in the header of each column of values.
        above: The unit in the lines above the header.
        with_units: Columns of values some of whose cells have units: those of their cells that have none are refused
            where nothing else gives a unit.
        periods: How its periods are read.
        has_negatives: Whether numbers in parentheses are negative.
        has_factors: Whether the column of powers of ten has factors: 1,000 and not 3.
        missing: The numbers that stand for a missing value, as the file says.
        home: Whose money a word such as dollars means.
        notes: The status that each mark behind a number stands for, as the letter of a flag; or nothing.
        decisions: What was decided, for the report.
    """

    marks: dict[str, ColumnMark] = field(default_factory=dict)
    headers: dict[str, TitleUnit] = field(default_factory=dict)
    above: UnitText | None = None
    with_units: frozenset[str] = frozenset()
    periods: PeriodReading = field(default_factory=PeriodReading)
    has_negatives: bool = False
    has_factors: bool = False
    missing: frozenset[float] = frozenset()
    home: HomeMoney = NO_HOME
    notes: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()


@dataclass(slots=True)
class _Evidence:
    """What the rows of a file say that no single one of them decides."""

    marks: dict[str, MarkEvidence] = field(default_factory=dict)
    units: dict[str, bool] = field(default_factory=dict)  # texts that may give one, and whether they are titles
    areas: dict[str, None] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)  # lines of one cell
    with_units: set[str] = field(default_factory=set)
    around: set[UnitText] = field(default_factory=set)  # units that are written around numbers
    divided: dict[str, None] = field(default_factory=dict)  # values of dimensions
    powers: dict[str, None] = field(default_factory=dict)
    signs: SignEvidence = field(default_factory=SignEvidence)
    dates: DateEvidence = field(default_factory=DateEvidence)
    note_marks: set[str] = field(default_factory=set)  # behind numbers
    has_factors: bool = False

    def add(self, batch: Batch, mapping: ColumnMapping) -> None:
        """Look at a batch."""
        values = [batch.table.column(name) for name in self.marks]
        self.signs.add(pa.chunked_array([chunk for cells in values for chunk in cells.chunks], pa.string()))
        for name, marks in self.marks.items():
            cells, typed = batch.table.column(name).combine_chunks(), batch.typed.get(name)
            if typed is not None and are_typed(cells, typed):
                continue
            self.dates.add(name, cells)
            split = split_cells(cells, is_negative=True)
            marks.add(split.cells if typed is None else split.cells.filter(pa.array(~typed)))
            if split.before is not None and split.after is not None:
                self.note_marks |= {*map(find_note_mark, pc.unique(cells).to_pylist()[:_MOST_TEXTS])}
                pairs = pa.table([split.before, split.after], ["before", "after"]).group_by(["before", "after"])
                found = [read_affix(*pair.values()) for pair in pairs.aggregate([]).to_pylist()[:_MOST_TEXTS]]
                units = {affix.unit for affix in found if affix and affix.unit}
                self.around |= units
                self.with_units |= {name} if any(unit.unit for unit in units) else set()
        if mapping.multiplier and not self.has_factors:
            texts = pc.unique(batch.table.column(mapping.multiplier)).to_pylist()
            self.has_factors = any(re.fullmatch(r"10{2,}|1(?:[ ,.]?000)+", text.strip()) for text in texts)
        for column in filter(None, (mapping.multiplier,)):
            self._keep(batch, column, self.powers, value=None)
        for column in mapping.dimensions:
            if may_give_units(column, filter(None, pc.unique(batch.table.column(column)).to_pylist())):
                self._keep(batch, column, self.divided, value=None)
        beside = mapping.value_units.values()
        for column in filter(None, (mapping.unit, mapping.unit_name, mapping.indicator_name, *beside)):
            self._keep(batch, column, self.units, value=column == mapping.indicator_name)
        for column in filter(None, (mapping.area, mapping.area_name)):
            self._keep(batch, column, self.areas, value=None)
        self.remarks += [text.strip().strip('"') for _, text, count in batch.refused[-_MOST_REMARKS:] if count == 1]
        last = batch.table.slice(max(0, batch.table.num_rows - _MOST_REMARKS)).to_pylist()
        rows = [[cell for cell in row.values() if cell and cell.strip()] for row in last]
        self.remarks += [row[0].strip() for row in rows if len(row) == 1]

    @staticmethod
    def _keep(batch: Batch, column: str, texts: dict[str, Any], *, value: bool | None) -> None:
        for text in pc.unique(batch.table.column(column)).to_pylist():
            if text and len(texts) < _MOST_TEXTS:
                texts.setdefault(text.strip(), value)

    def give_units(self, units: Mapping[str, UnitText]) -> bool:
        """Return whether all rows have a unit: a column of units has some, or the names of all indicators do."""
        columns = [text in units for text, is_title in self.units.items() if not is_title]
        return any(columns) or all(text in units for text in self.units)

    def list_taken(self, said: Iterable[UnitText], above: UnitText | None) -> set[UnitText]:
        """List all units that figures of the file have: those that are said, and those in cells."""
        powers = (read_power(text, is_factor=self.has_factors) for text in self.powers)
        divided = (read_dimension_unit(text, above) for text in self.divided)
        return {*said, *self.around, *filter(None, divided), *(UnitText("", power) for power in powers if power)}

    def read_units(self, mapping: ColumnMapping, home: HomeMoney) -> dict[str, UnitText]:
        """Read the texts that give units."""
        found = {}
        for text, is_title in self.units.items():
            spelled = home.name_money(text) if text not in mapping.units else text
            unit = (
                read_title(spelled, mapping.units).found
                if is_title
                else read_unit_text(mapping.units.get(text, spelled))
            )
            if unit is not None:
                found[text] = unit
        return found


def survey_file(source: Source, mapping: ColumnMapping, options: FileOptions, find_area: FindArea) -> FileReading:
    """Read a file once and decide how its numbers and units are meant.

    Args:
        source: The file.
        mapping: Which column contains what.
        options: What the user decided.
        find_area: Finds the code of an area.

    Raises:
        UsageError: The file leaves something open that changes its figures; the hint names the option.
        DataError: The file is damaged.
    """
    columns = mapping.value_columns
    days = [name for name in source.columns if fold_name(name) in _DAYS]
    if mapping.subperiod and days:
        message = period_messages.DAYS_APART.format(file=source.name, day=days[0], part=mapping.subperiod)
        raise UsageError(message, hint=period_messages.JOIN_DATES)
    evidence = _Evidence({name: MarkEvidence() for name in columns})
    periods, mentions, eaten = PeriodEvidence(mapping), UnitMentions(mapping), EatenMarks(mapping)
    mentions.add_source(source)
    whole = torn = 0
    for read in source.read_batches():
        torn += len([count for _, _, count in read.refused if count > 1])
        whole += read.table.num_rows
        batch = drop_headers(read, mapping, source.name)
        evidence.add(batch, mapping)
        eaten.add(batch)
        mentions.add(batch)
        periods.add(batch.table)
    if torn > max(whole, _FEWEST_TORN):
        message = messages.OTHER_WIDTHS.format(
            file=source.name, torn=torn, rows=torn + whole, cells=len(source.columns)
        )
        raise DataError(message, hint=messages.GIVE_HEADER)
    evidence.dates.check(source.name)
    if options.decimal is None:
        eaten.check(source.name)
    areas = (*evidence.areas, *mapping.area_columns.values(), mapping.one_area)
    home = find_home_money(areas, find_area, read_embedded_catalogue())
    headers, above, told = _read_around(source, mapping, home, evidence.remarks, find_area)
    if not mapping.all_units:
        _check_units(source, mapping, {**headers, "": above}, evidence, home)
    units = evidence.read_units(mapping, home)
    for name, marks in evidence.marks.items():
        if headers[name].found or mapping.all_units or evidence.give_units(units):
            marks.counted = _find_counted([headers[name].found, *units.values()], mapping)
    decided, decisions = decide_marks(
        evidence.marks,
        given=options.decimal,
        delimiter=source.delimiter,
        file=source.name,
        writes_points=_writes_points(source),
    )
    read_periods, dated = periods.decide(parse_period_rules(options.dates), source.above, evidence.remarks)
    around = (source.title, *source.above, *source.aside)
    notes = read_status_notes((*source.above, *evidence.remarks))
    periods.has_forecasts |= any(notes.get(mark) == "f" for mark in evidence.note_marks)
    if not (periods.has_forecasts or mapping.status or mapping.value_statuses or mapping.estimates_after):
        dated = (*dated, *check_forecasts((*around, *evidence.remarks), periods.list_texts(), source.name))
    others = {text: unit for text, unit in units.items() if text not in home.used}
    listed = [*list_unit_decisions(told, others, _read_given(mapping)), *_list_home(home)]
    said = [*(title.found for title in headers.values()), above.found, *units.values()]
    sign = evidence.signs.decide(said, given=options.negative_parentheses)
    if not (mapping.all_units or mapping.trust_units):
        mentions.add_remarks(evidence.remarks)
        said += [read_title(source.title, mapping.units).found]  # where nothing else names the indicator
        listed += mentions.decide(evidence.list_taken(filter(None, said), above.found), source.name)
    missing, coded = read_missing_codes((*around, *evidence.remarks))
    found = (*decisions, *filter(None, [sign]), *dated, *listed)
    with_units = frozenset(evidence.with_units)
    return FileReading(
        decided, headers, above.found, with_units, read_periods, sign is not None, evidence.has_factors, missing, home,
        notes, (*found, *coded),
    )  # fmt: skip


def _list_corner(source: Source, mapping: ColumnMapping) -> list[str]:
    """The heading of a column of areas that is no name for one, or of items with a unit: it is that of the table."""
    area = mapping.area_name or mapping.area
    values = {*mapping.value_columns}
    corners = [area] if area and all(rank_name(role, area) is None for role in ("area", "area_name", "period")) else []
    for place, name in enumerate(source.columns):
        if BRACKETS.fullmatch(name) and name not in values:
            corners += [name] if read_dimension_unit(name) else []
        elif mapping.periods or mapping.area_columns or name == mapping.period:
            cells = [row[place] for row in source.sample if place < len(row) and row[place]]
            are_classes = name != mapping.period and sum(any(map(str.isdigit, cell)) for cell in cells) * 2 > len(cells)
            is_label = name in (*mapping.dimensions, mapping.period, mapping.indicator_name)
            corners += [name] if is_label and not are_classes and read_dimension_unit(name) else []
    return corners


def _writes_points(source: Source) -> bool:
    """Return whether a file has the header of SDMX-CSV, of tables of the IMF or BLS, or of one this product saved."""
    names = {name.strip() for name in source.columns}
    is_sdmx = {"OBS_VALUE", "TIME_PERIOD"} <= names and source.delimiter == ","
    is_table = {"WEO Country Code", "WEO Subject Code"} <= names or {"series_id", "footnote_codes"} <= names
    return is_sdmx or is_table or any(name.endswith("RateRule") for name in source.columns)


def _check_units(
    source: Source, mapping: ColumnMapping, titles: dict[str, TitleUnit], evidence: _Evidence, home: HomeMoney
) -> None:
    """Refuse units that can't be read or may be two.

    Raises:
        UsageError: There is one; the hint names the option.
    """
    if unclear_titles := {name: title.unclear for name, title in titles.items() if title.unclear}:
        raise _build_unclear_error(source.name, unclear_titles)
    texts = (*(text for text in evidence.units if text not in mapping.units), *titles, *source.above)
    if unclear := next(filter(home.is_unclear, texts), ""):
        hint = messages.GIVE_UNIT.format(text=unclear)
        raise UsageError(messages.DOLLARS_IN_DOUBT.format(file=source.name), found=unclear, hint=hint)


def _list_home(home: HomeMoney) -> list[Decision]:
    if not home.used:
        return []
    texts = join_names([f"“{text}”" for text in list(home.used)[:_MOST_LISTED]])
    evidence = messages.HOME_MONEY.format(country=home.country, texts=texts)
    return [Decision(messages.UNIT, home.code, evidence, messages.UNIT_OPTION)]


def preview_decisions(path: Path, mapping: ColumnMapping, options: FileOptions) -> tuple[Decision, ...]:
    """Return what an import would decide about a file; nothing for a file that takes long to read.

    Raises:
        DataError: The file can't be read.
        UsageError: The file leaves something open; the hint names the option.
    """
    with open_source(path, options) as source:
        find_area = AreaReader.of_mapping(read_embedded_catalogue().areas, mapping).find_known
        is_short = path.stat().st_size < _MOST_BYTES
        read = survey_file(source, mapping, options, find_area).decisions if is_short else ()
        return *source.decisions, *read


def _read_around(
    source: Source, mapping: ColumnMapping, home: HomeMoney, remarks: Sequence[str], find_area: FindArea
) -> tuple[dict[str, TitleUnit], TitleUnit, dict[str, UnitText]]:
    """Read the units of columns, the one above or below the table, and all of them by what is said of their places."""
    columns = mapping.value_columns
    legend, rest = _split_legend(source.above, [name for name in columns if name not in mapping.periods])
    rest = [line for line in rest if not _lists_periods(line, find_area)]
    lines = [home.name_money(line) for line in (*rest, *_list_corner(source, mapping))]
    above, place = read_lines_above(lines, mapping.units), messages.UNIT_ABOVE
    if above.found is None and not above.unclear:
        above, place = read_lines_below(list(map(home.name_money, remarks)), mapping.units), messages.UNIT_BELOW
    headers = {name: _read_header(name, mapping, home, above.found) for name in columns}
    told = {messages.UNIT_IN_HEADER.format(column=name): one.found for name, one in headers.items()}
    told[place] = above.found
    for name, line in legend.items():
        if headers[name].found is None and not headers[name].unclear:
            found = read_lines_above([home.name_money(line)], mapping.units)
            headers[name] = found._replace(name=headers[name].name)
            told[messages.UNIT_IN_LEGEND.format(column=name)] = found.found
    return headers, above, {place: unit for place, unit in told.items() if unit}


def _lists_periods(line: str, find_area: FindArea) -> bool:
    """Return whether a line names an area and then what its rows are, as in *Germany, years*, which is no unit."""
    area, _, rest = line.partition(", ")
    units = (read_unit_text(part.strip()) for part in rest.split(","))
    return find_area(area.strip()) is not None and any(unit and unit.unit in _TIMES for unit in units)


def _split_legend(lines: Sequence[str], columns: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Split the lines above a header into those that each describe a column, by column, and those about all of them.

    >>> _split_legend(["GDP, Output, Billions of Dollars", "GDPC1: Output", "GDP of all"], ["GDP", "GDPC1", "CPI"])
    ({'GDP': 'Output, Billions of Dollars', 'GDPC1': 'Output'}, ['GDP of all'])
    """
    legend, rest, names = dict[str, str](), list[str](), [*filter(None, columns)]
    for line in lines:
        told = {name: _DESCRIBES.fullmatch(line[len(name) :]) for name in names if line.startswith(name)}
        found = {name: match["text"] for name, match in told.items() if match}
        legend |= found
        rest += [] if found else [line]
    return legend, rest


def _read_header(name: str, mapping: ColumnMapping, home: HomeMoney, above: UnitText | None) -> TitleUnit:
    is_title = name not in mapping.periods and name not in mapping.area_columns
    return read_title(home.name_money(name if is_title else mapping.values.get(name, "")), mapping.units, above=above)


def _read_given(mapping: ColumnMapping) -> UnitText | None:
    return read_given_unit(mapping.all_units) if mapping.all_units else None


def _find_counted(units: list[UnitText | None], mapping: ColumnMapping) -> Counted:
    """What the units say about the figures, if they all say it."""
    found = {unit for unit in (*units, _read_given(mapping)) if unit is not None}
    if found and all(unit.unit == "%" for unit in found):
        return "percent"
    return "whole" if found and all(unit.power == 0 and _is_whole(unit.unit) for unit in found) else ""


def _is_whole(unit: str) -> bool:
    """Whether what is counted can't be divided: persons, not tonnes."""
    noun = find_noun(unit)
    return noun is not None and noun.definition == f"{noun.name} = [{noun.name}]" and noun.name not in _DIVISIBLE


_DIVISIBLE: Final = ("unit", "LCU", "percentage_point", "natural_logarithm", "area")


def _build_unclear_error(file: str, unclear: dict[str, str]) -> UsageError:
    """Name all units that can't be read at once."""
    column, texts = next(iter(unclear)), list(dict.fromkeys(unclear.values()))
    place = messages.IN_COLUMN.format(column=column) if column else messages.ABOVE_HEADER
    place = place if len(unclear) == 1 else messages.IN_COLUMNS.format(count=len(unclear))
    hint = messages.GIVE_UNIT.format(text="': million EUR, '".join(texts[:_MOST_LISTED]))
    return UsageError(
        messages.UNIT_UNCLEAR.format(file=file, place=place), found="; ".join(texts[:_MOST_LISTED]), hint=hint
    )
