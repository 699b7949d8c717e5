"""The period of each figure of a file: from its cell or two cells, the rules of the file, and its frequency."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing import messages, period_messages
from indicators.importing.cells import EncodedColumn, TextLookup
from indicators.importing.decisions import Decision
from indicators.importing.frequencies import (
    FrequencyEvidence,
    SeriesKey,
    find_frequency,
    read_frequency,
    restate_period,
)  # fmt: skip
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import NOTHING
from indicators.importing.period_cells import hint_period, read_part_of_year, read_period, split_period_flag
from indicators.importing.period_rules import NO_RULES, PeriodRules, decide_period_rules, names_weeks
from indicators.importing.row_cells import RowCells, give_no_hint
from indicators.importing.status_notes import decide_notes, find_note_mark, read_status_notes
from indicators.importing.value_cells import ValueCells
from indicators.model.periods import Frequency, TimePeriod

_MOST_TEXTS = 100_000


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """How the periods of a file are read, as decided from all of it.

    Attributes:
        rules: What the texts mean that leave something open.
        frequencies: The frequency of series that are dated by days of longer periods.
        headers: The period of each column of values that is named after one, and the status in its name.
        declared: The frequency that the file gives, for periods that are shorter and no days.
        notes: The status that each mark of a note stands for.
    """

    rules: PeriodRules = NO_RULES
    frequencies: Mapping[SeriesKey, Frequency] = field(default_factory=dict)
    headers: Mapping[str, tuple[TimePeriod | None, str]] = field(default_factory=dict)
    declared: Frequency | None = None
    notes: Mapping[str, str] = field(default_factory=dict)

    def find_flag(self, text: str) -> str:
        """Return the status after a period, or that of the note whose mark is there.

        >>> [PeriodReading(notes={"*": "f"}).find_flag(text) for text in ("2019p", "2024*", "2024")]
        ['p', 'f', '']
        """
        return self.notes.get(find_note_mark(text)) or split_period_flag(text)[1]

    def lengthen(self, period: TimePeriod | None) -> TimePeriod | None:
        """Return the period of the declared frequency that a shorter one stands for: the quarter of its last month.

        >>> str(PeriodReading(declared=Frequency.QUARTERLY).lengthen(TimePeriod.parse("2024-09")))
        '2024-Q3'
        """
        if self.declared is None or period is None or period.frequency is Frequency.DAILY:
            return period
        return restate_period(period, self.declared) or period


def _encode_series(texts: Callable[[str], EncodedColumn], mapping: ColumnMapping) -> EncodedColumn:
    """The texts that tell the series of a column of values from each other, each paired with its area."""
    columns = [*filter(None, (mapping.indicator, mapping.indicator_name)), *mapping.dimensions]
    found = texts(columns[0]) if columns else texts("")
    for column in columns[1:]:
        found = found.pair(texts(column))
    return found.pair(texts(mapping.area or mapping.area_name))


@dataclass(slots=True)
class PeriodEvidence:
    """What all periods of a file say about how they are meant.

    Attributes:
        mapping: Which column contains what.
        has_forecasts: Whether a period is marked as that of a forecast.
    """

    mapping: ColumnMapping
    has_forecasts: bool = False
    _texts: set[str] = field(default_factory=set)
    _marks: set[str] = field(default_factory=set)
    _frequencies: FrequencyEvidence = field(default_factory=FrequencyEvidence)

    def add(self, table: pa.Table) -> None:
        """Look at the periods of a batch."""
        column = self.mapping.period
        if not column:
            return
        written = EncodedColumn.of_texts(table.column(column))
        periods = written.map(_strip_flag)
        if len(self._texts) < _MOST_TEXTS:
            self._texts |= set(periods.answers)
            self._marks |= {*map(find_note_mark, written.answers)}
            self.has_forecasts |= any(split_period_flag(text)[1] == "f" for text in written.answers)
        if self.mapping.subperiod or self.mapping.frequency or not self._frequencies.has_days(periods):
            return
        empty = EncodedColumn.of_one("", table.num_rows)
        series = _encode_series(
            lambda name: EncodedColumn.of_texts(table.column(name)) if name else empty, self.mapping
        )
        for name in (*self.mapping.values, *self.mapping.area_columns):
            cells = pc.utf8_lower(pc.utf8_trim_whitespace(pc.fill_null(table.column(name), "")))
            filled = np.flatnonzero(~pc.is_in(cells, pa.array(NOTHING)).to_numpy().astype(bool))
            self._frequencies.add(name, series.rows(filled), periods.rows(filled))

    def list_texts(self) -> list[str]:
        """List the periods of rows and headings, as texts."""
        return [*self._texts, *self.mapping.periods.values()]

    def decide(
        self, given: PeriodRules, above: Sequence[str] = (), remarks: Sequence[str] = ()
    ) -> tuple[PeriodReading, tuple[Decision, ...]]:
        """Decide how the periods are read.

        Args:
            given: What the user decided.
            above: The lines above the header, which may give the frequency.
            remarks: The lines below the table, which may explain marks behind periods.
        """
        notes = read_status_notes(remarks)
        named = {column: split_period_flag(period) for column, period in self.mapping.periods.items()}
        texts = {*self._texts, *(text for text, _ in named.values())}
        rules, decisions = decide_period_rules(texts, given, column=self.mapping.period)
        marks = {column: find_note_mark(column) for column in named}
        headers = {
            column: (read_period(text, rules), notes.get(marks[column]) or flag)
            for column, (text, flag) in named.items()
        }
        across = EncodedColumn([text for text, _ in named.values()], np.arange(len(named)))
        if named:
            self._frequencies.add("", EncodedColumn.of_one("", len(named)), across)
        dated = replace(rules, keep_days=rules.keep_days or names_weeks(self.mapping.period))
        frequencies, spaced = self._frequencies.decide(dated, find_frequency(above))
        if (length := frequencies.get(("", ""))) is not None:
            headers = {column: (one and restate_period(one, length), flag) for column, (one, flag) in headers.items()}
        is_free = rules.frequency is None and not rules.keep_days
        reading = PeriodReading(rules, frequencies, headers, find_frequency(above) if is_free else None, notes)
        noted = (notes.get(mark) for mark in (*marks.values(), *self._marks))
        self.has_forecasts |= "f" in {*noted, *(flag for _, flag in headers.values())}
        read = [read_period(_strip_flag(text), rules) for text in self._texts]
        if reading.declared and any(reading.lengthen(one) != one for one in read):
            option = period_messages.DATES_OPTION.format(rule="days")
            decisions = (
                *decisions,
                Decision(period_messages.FREQUENCY, reading.declared.adjective, period_messages.DECLARED_ABOVE, option),
            )
        return reading, (*decisions, *spaced, *decide_notes(notes, [*marks.values(), *self._marks]))


def _strip_flag(text: str) -> str:
    return split_period_flag(text)[0]


class PeriodReader:
    """Reads the periods of rows.

    Args:
        mapping: Which column contains what.
        reading: How the periods of the file are read.
        one_period: The period of all rows, if the file has none.
    """

    def __init__(self, mapping: ColumnMapping, reading: PeriodReading, one_period: TimePeriod | None) -> None:
        self._mapping, self._reading, self._one = mapping, reading, one_period
        self._lookup = TextLookup(lambda text: read_period(_strip_flag(text), reading.rules), hint_period)

    def read(self, rows: RowCells) -> EncodedColumn:
        """Read the period of each row, and refuse rows whose period can't be read."""
        mapping, rules = self._mapping, self._reading.rules
        if not mapping.period:
            return EncodedColumn.of_one(self._one, rows.length)
        shown = rows.texts(mapping.period)
        found = shown.map(self._lookup.find)
        if mapping.subperiod:
            pairs = shown.pair(rows.texts(mapping.subperiod))
            found = pairs.map(lambda pair: read_part_of_year(pair[0], pair[1], mapping.subperiod, rules))
            shown = pairs.map(" ".join)
        if self._one is not None:
            shown_or_one = shown.pair(found)
            found = shown_or_one.map(lambda pair: pair[1] if pair[0].strip() else self._one)
        column = mapping.subperiod or mapping.period
        rows.refuse(column, found.unread, shown, messages.EXPECTED_PERIOD, self._lookup.find_hint)
        if mapping.frequency:
            declared = found.pair(rows.texts(mapping.frequency).map(read_frequency))
            found = declared.map(lambda pair: restate_period(*pair) if all(pair) else pair[0])
            expected = messages.EXPECTED_FREQUENCY.format(column=mapping.frequency)
            rows.refuse(column, found.unread, shown, expected, give_no_hint)
        return found if mapping.frequency else found.map(self._reading.lengthen)

    def read_flags(self, rows: RowCells) -> EncodedColumn:
        """Read the status after the period of each row: ``2019p``."""
        if not self._mapping.period:
            return EncodedColumn.of_one("", rows.length)
        return rows.texts(self._mapping.period).map(self._reading.find_flag)

    def restate(self, cells: ValueCells, periods: EncodedColumn) -> EncodedColumn:
        """Return the periods of cells: those of their headers, and longer ones for series that are dated by days.

        Args:
            cells: The cells, of columns that are read alike.
            periods: The periods of their rows.
        """
        mapping, reading, rows = self._mapping, self._reading, cells.rows
        here, columns = cells.spread(periods), cells.columns
        if columns.answers[0] in reading.headers:
            parts = cells.spread(rows.texts(mapping.subperiod))
            return columns.map(lambda column: reading.headers[column][0]).pair(parts).map(self._join_part)
        if columns.answers[0] in mapping.part_columns:
            pairs = columns.map(mapping.part_columns.__getitem__).pair(here)
            return pairs.map(lambda pair: pair[1] and read_part_of_year(str(pair[1]), pair[0], "", reading.rules))
        if not reading.frequencies:
            return here
        known: Mapping[SeriesKey, Any] = reading.frequencies
        series = cells.spread(_encode_series(rows.texts, mapping))

        def find(pair: tuple[TimePeriod | None, tuple[str, object]]) -> TimePeriod | None:
            period, frequency = pair[0], known.get(pair[1])
            return period if period is None or frequency is None else restate_period(period, frequency)

        return here.pair(columns.pair(series)).map(find)

    def _join_part(self, pair: tuple[TimePeriod | None, str]) -> TimePeriod | None:
        """Return the period that a header names, or the part of it in another column."""
        (period, part), column = pair, self._mapping.subperiod
        if period is None or not column:
            return period
        return read_part_of_year(str(period), part, column, self._reading.rules)

    def explain_header(self, column: str) -> str:
        """Say what is expected of the name of a column of values that may be several periods."""
        hint = hint_period(self._mapping.periods.get(column, ""))
        return messages.EXPECTED_PERIOD + (f". {hint.removesuffix('.')}" if hint else "")

    def header_flag(self, column: str) -> str:
        """Return the status in the name of a column of values."""
        return self._reading.headers.get(column, (None, ""))[1]
