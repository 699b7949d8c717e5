"""The columns that tell series apart, such as sex, item or scenario, found among those without another role.

A column is left aside only if this joins no rows that do not belong together: it is constant, follows from the columns
that are kept, or is a text about single figures. What remains open is for the user to decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.cells import EncodedColumn
from indicators.importing.column_contents import ColumnContents, is_number
from indicators.importing.column_names import fold_heading, guess_kind, is_label_of, list_labels, rank_name
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import NOTHING
from indicators.importing.second_periods import has_later_days
from indicators.importing.status_cells import is_yes_or_no
from indicators.language.unit_texts import read_unit_text
from indicators.model.units import parse_unit

_LONG_TEXT = 40
_FEW = 20
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_COUNTED = 2
_KINDS_OF_AREAS = frozenset("country countries area world region subregion territory aggregate economy group".split())


@dataclass(slots=True)
class SeriesColumns:
    """What was found.

    Attributes:
        dimensions: The columns that tell series apart, with the evidence.
        aside: The columns that don't, with the evidence.
        undecided: Columns of which nothing says whether they do.
    """

    dimensions: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    undecided: list[str] = field(default_factory=list)


def is_total(text: str) -> bool:
    """Return whether a value of a dimension means all of it: SDMX ``_T``."""
    return rank_name("total", text) is not None


def is_total_flag(contents: ColumnContents, name: str) -> bool:
    """Return whether a column says which rows are totals: *Is_total*, with answers below it.

    >>> contents = ColumnContents(["Is total", "Total"], [["0", "1"], ["1", "0"]])
    >>> is_total_flag(contents, "Is total"), is_total_flag(contents, "Total")
    (True, False)
    """
    texts = contents.texts(name)
    is_named = rank_name("total flag", name) is not None and (not contents.is_numeric(name) or not is_total(name))
    return is_named and bool(texts) and all(map(is_yes_or_no, texts))


@dataclass(frozen=True, slots=True)
class SeriesPlaces:
    """What the places of columns say about them, as in SDMX-CSV.

    Attributes:
        dimensions: The columns that are dimensions.
        attributes: The columns that describe single figures.
    """

    dimensions: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()

    @classmethod
    def of_header(cls, header: Sequence[str], used: frozenset[str]) -> SeriesPlaces:
        """Find the dimensions of SDMX-CSV and Eurostat's tables: they come before the values, and attributes after.

        >>> places = SeriesPlaces.of_header(["FREQ", "SEX", "TIME_PERIOD", "OBS_VALUE", "TITLE"], frozenset())
        >>> sorted(places.dimensions), sorted(places.attributes)
        (['FREQ', 'SEX', 'TIME_PERIOD'], ['TITLE'])
        """
        plain = [fold_heading(name) for name in header]
        packed = [place for place, name in enumerate(plain) if name.endswith("time period") and name != "time period"]
        values = plain.index("obs value") if "obs value" in plain else None
        before = header[: values if values is not None else packed[0] if packed else 0]
        named = (
            name
            for name in before
            if guess_kind(name) not in ("about", "counter") and not name.startswith("column ")
            and rank_name("key", name) is None
            and not any(is_label_of(name, other) for other in before)
        )  # fmt: skip
        return cls(frozenset(named) - used, frozenset(() if values is None else header[values + 1 :]))


def find_series_columns(
    contents: ColumnContents, mapping: ColumnMapping, candidates: Iterable[str], places: SeriesPlaces
) -> SeriesColumns:
    """Find the columns that tell series apart.

    Args:
        contents: The rows.
        mapping: The columns that have a role.
        candidates: The columns that have none, in their order.
        places: What the places of columns say about them.
    """
    return _Search(contents, mapping, places).run(list(candidates))


def make_series_error(file: str, column: str) -> UsageError:
    """Make the error for a column that may tell series apart."""
    message = messages.MAY_TELL_SERIES_APART.format(file=file, column=column)
    return UsageError(message, hint=messages.DIMENSION_OR_IGNORE.format(column=column))


class SeriesGuard:
    """Watches the columns that were left aside because they follow from others, through the rest of a long file.

    Args:
        file: Name of the file.
        mapping: The columns that have a role.
        found: What the first rows showed.
    """

    def __init__(self, file: str, mapping: ColumnMapping, found: SeriesColumns) -> None:
        self._file, self._series = file, list(filter(None, [*_list_keys(mapping), *mapping.dimensions]))
        self._values = [name for name in mapping.value_columns if name not in mapping.part_columns]
        watched = (messages.IS_CONSTANT, messages.IS_EMPTY, messages.FOLLOWS_FROM_OTHERS)
        self._seen: dict[str, dict[object, str]] = {
            name: {} for name, why in found.aside.items() if why in watched and guess_kind(name) != "about"
        }

    def check(self, batch: Batch) -> None:
        """Check the rows of a batch.

        Raises:
            UsageError: A column says two things about one series.
        """
        if not self._seen:
            return
        series = EncodedColumn.of_one("", batch.table.num_rows)
        for name in self._series:
            series = series.pair(EncodedColumn.of_texts(batch.table.column(name)))
        values = [batch.table.column(name) for name in self._values]
        for name, seen in self._seen.items():
            column = batch.table.column(name)
            filled = np.flatnonzero(np.any([_has_value(value, column) for value in values], axis=0))
            pairs = series.rows(filled).pair(EncodedColumn.of_texts(column).rows(filled))
            if any(seen.setdefault(key, text) != text for key, text in pairs.answers):
                raise make_series_error(self._file, name)


def _has_value(column: pa.ChunkedArray, watched: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    """For each cell of a column of values, whether it says something, and is no note merged with another column."""
    cells = pc.utf8_lower(pc.utf8_trim_whitespace(pc.fill_null(column, "")))
    is_note = pc.fill_null(pc.equal(column, watched), fill_value=False)
    found = pc.and_not(pc.invert(pc.is_in(cells, pa.array(NOTHING))), is_note)
    return np.asarray(found.to_numpy(), dtype=np.bool_)


def _list_keys(mapping: ColumnMapping) -> list[str]:
    roles = ("area", "area_name", "counterpart", "indicator", "indicator_name", "frequency")
    return [getattr(mapping, role) for role in roles]


class _Search:
    def __init__(self, contents: ColumnContents, mapping: ColumnMapping, places: SeriesPlaces) -> None:
        self._places = places
        values = (*mapping.values, *mapping.periods, *mapping.area_columns)
        filled = [contents.cells(name) for name in values if name in contents.header]
        has_value = [any(map(is_number, row)) for row in zip(*filled, strict=True)]
        self._contents = contents.keep(has_value.__getitem__) if any(has_value) else contents
        self._mapping, self.found = mapping, SeriesColumns()
        self._series = [*filter(None, _list_keys(mapping)), *mapping.dimensions]
        self._roles: defaultdict[str, list[str]] = defaultdict(list)
        for name in mapping.used.intersection(contents.header):
            self._roles[fold_heading(name)].append(name)
        times = ("period", "subperiod", "vintage")
        self._times = [name for name in (getattr(mapping, role) for role in times) if name]

    def run(self, candidates: list[str]) -> SeriesColumns:
        labels = self._pair_labels(candidates)
        codes = [name for name in candidates if name not in labels and not self._has_codes_of_role(name)]
        distinct = {name: self._contents.count([name]) for name in codes}
        # measures, keys of series, and answers come last
        codes.sort(
            key=lambda name: (
                self._contents.has_decimals(name),
                guess_kind(name) == "about",
                rank_name("key", name) is not None,
                all(map(is_yes_or_no, self._contents.texts(name))),  # it may follow from what it answers about
                distinct[name],
            )
        )
        for name in codes:
            is_called_so = guess_kind(name) == "dimension" and not is_total_flag(self._contents, name)
            if name in self._places.dimensions or (is_called_so and name not in self._places.attributes):
                self._add_known(name, labels)
        for name in codes:
            if name not in self.found.dimensions and name not in self.found.aside:
                self._decide(name)
        self._decide_units()
        for label, code in labels.items():
            if label not in self.found.dimensions:
                self.found.aside[label] = messages.HAS_NAMES.format(column=code)
        return self.found

    def _has_codes_of_role(self, name: str) -> bool:
        """Return whether a column has the codes of one that has a role: *Year Code* beside *Year*."""
        named = {other for label in list_labels(name) for other in self._roles.get(label, ())} - {name}
        roles = sorted(named, key=self._contents.header.index)
        if roles and self._contents.is_determined(name, roles[:1]):
            self.found.aside[name] = messages.HAS_CODES.format(column=roles[0])
            return True
        return False

    def _pair_labels(self, candidates: list[str]) -> dict[str, str]:
        """Find columns with the names of codes: by its own name, and one for each code."""
        header, labels = self._contents.header, {}
        named: defaultdict[str, list[str]] = defaultdict(list)  # a sheet may have thousands of columns
        for code in header:
            for label in list_labels(code):
                named[label].append(code)
        for name in candidates:
            codes = [code for code in named[fold_heading(name)] if code != name and code not in labels]
            codes = [code for code in codes if header.index(code) < header.index(name) or " code" in code.casefold()]
            if codes and (not self._contents.texts(name) or self._contents.is_determined(name, [codes[0]])):
                labels[name] = codes[0]
        return labels

    def _add_known(self, name: str, labels: dict[str, str]) -> None:
        """Take a column that is known to tell series apart, or its names, unless it has one value for all."""
        texts = self._contents.texts(name)
        if self._is_kind_of_area(name):
            self.found.aside[name] = messages.FOLLOWS_FROM_OTHERS
            return
        shown = next((label for label, code in labels.items() if code == name and self._contents.texts(label)), name)
        if not texts or (len(texts) == 1 and "" not in self._contents.cells(name) and is_total(texts[0])):
            self.found.aside[name] = messages.IS_CONSTANT if texts else messages.IS_EMPTY
            return
        if self._contents.count([name, shown]) != self._contents.count([shown]):
            shown = name
        self._add(shown, messages.IS_CALLED_SO)
        if shown != name:
            self.found.aside[name] = messages.HAS_CODES.format(column=shown)

    def _is_kind_of_area(self, name: str) -> bool:
        """Return whether a column says of each area what it is: a country, a region, the world."""
        areas = [one for one in (self._mapping.area_name, self._mapping.area) if one]
        words = {word for text in self._contents.texts(name) for word in fold_heading(text).split()}
        return (
            bool(areas)
            and 0 < len(words) == len(words & _KINDS_OF_AREAS)
            and (self._contents.is_determined(name, areas))
        )

    def _add(self, name: str, evidence: str) -> None:
        self.found.dimensions[name] = evidence
        self._series.append(name)

    def _decide(self, name: str) -> None:
        """Decide about a column whose name doesn't say that it tells series apart."""
        kind = guess_kind(name)
        if name in self._places.attributes and kind != "dimension":
            kind = "about"
        elif kind == "about" and fold_heading(name).split()[-1:] == ["level"] and self._is_coded(name):
            kind = ""  # a level of a list, and no word about the whole row
        if not kind and self._mapping.periods and self._contents.has_decimals(name) and len(_YEAR.findall(name)) == 1:
            self.found.undecided.append(name)  # beside one column for each period: "31/12/2022 adj."
            return
        why = self._explain_aside(name, kind)
        if why == messages.FOLLOWS_FROM_OTHERS and (coded := self._find_coded(name)):
            self._add(name, messages.HAS_NAMES.format(column=coded))
        elif why:
            self.found.aside[name] = why
        elif self._contents.has_decimals(name) or (
            is_total_flag(self._contents, name) and "" in self._contents.cells(name)  # a blank is no total here
        ):
            self.found.undecided.append(name)
        elif self._repeats() and self._repeats(name) < self._repeats() and (kind != "about" or self._recurs(name)):
            self._add(name, messages.FIGURES_TWICE)
        else:
            self.found.undecided.append(name)

    def _find_coded(self, name: str) -> str:
        """Find a dimension of numbers for each of which a column has another text: the texts say what they are."""
        contents = self._contents
        if contents.is_numeric(name) or guess_kind(name) or self._is_text(contents.texts(name)):
            return ""
        numbers = (one for one in self.found.dimensions if contents.is_numeric(one))
        return next(
            (one for one in numbers if contents.count([one]) == contents.count([name, one]) == contents.count([name])),
            "",
        )

    def _explain_aside(self, name: str, kind: str) -> str:  # noqa: PLR0911  one for each reason
        """Say why a column doesn't tell series apart; nothing if it may."""
        contents, texts = self._contents, self._contents.texts(name)
        if contents.is_determined(name, ()):
            return messages.IS_CONSTANT if texts else messages.IS_EMPTY
        if kind == "counter" or (not kind and contents.length > _MOST_COUNTED and contents.counts_rows(name)):
            return messages.COUNTS_ROWS
        if kind == "interval":
            return messages.IS_INTERVAL
        if contents.is_determined(name, self._series):
            return messages.FOLLOWS_FROM_OTHERS
        if (self._repeats() and self._repeats(name) < self._repeats()) or is_total_flag(contents, name):
            return ""
        if self._mapping.period and has_later_days(contents, name, self._mapping.period):
            return messages.HAS_LATER_DAYS
        is_period = contents.count(self._series) > 1 or contents.share_of_periods(name) == 1.0
        if kind != "about" and contents.is_determined(name, self._times) and is_period:
            return messages.FOLLOWS_FROM_PERIOD
        is_measure = contents.is_numeric(name) and not self._is_coded(name)
        is_remark = kind == "about" or self._is_text(texts) or is_measure or rank_name("value", name) is not None
        return messages.DESCRIBES_FIGURES if is_remark else ""

    def _is_coded(self, name: str) -> bool:
        """Return whether a column has few whole numbers, which recur as codes of series do, and measures don't."""
        few = len(self._contents.texts(name))
        return self._contents.is_whole(name) and few <= _FEW and few * 2 <= self._contents.length

    def _recurs(self, name: str) -> bool:
        """Return whether a column called a description or level has few texts, which leave no figure twice."""
        is_described = fold_heading(name).endswith(("description", "level"))
        is_key = self._contents.length > len(self._contents.texts(name)) or bool(self._mapping.periods)
        return is_described and is_key and not self._repeats(name)

    def _repeats(self, *further: str) -> int:
        """Return how many rows repeat an earlier figure."""
        return self._contents.length - self._contents.count((*self._series, *self._times, *further))

    def _is_text(self, texts: list[str]) -> bool:
        is_long = sum(map(len, texts)) > _LONG_TEXT * len(texts)
        return is_long or len(texts) > max(_FEW, self._contents.length // 2)

    def _decide_units(self) -> None:
        """Series in different units are different ones, unless they are money that changed or differs by country."""
        column = self._mapping.unit_name or self._mapping.unit
        if not column or self._contents.is_determined(column, self._series):
            return
        if self._repeats(column) < self._repeats() or not self._are_money(column):
            self._add(column, messages.SEVERAL_UNITS)

    def _are_money(self, column: str) -> bool:
        units = [read_unit_text(self._mapping.units.get(text, text)) for text in self._contents.texts(column)]
        return all(unit is not None and unit.unit and parse_unit(unit.unit).currency for unit in units)
