"""The roles of a file's columns, recognised by the names that publishers use and by what the columns hold.

Columns that are years or other periods make a wide table, and so do columns that are countries. A column without a
role is left aside only if this joins no series; `series_columns` finds those that tell series apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from indicators.errors import UsageError, suggest_nearest
from indicators.importing import messages
from indicators.importing.area_checks import check_areas, list_area_headings
from indicators.importing.area_columns import check_one_table, split_areas
from indicators.importing.batches import Source, collect_rows
from indicators.importing.beside_columns import add_beside, find_beside
from indicators.importing.cells import read_day
from indicators.importing.column_contents import ColumnContents, drop_notes, read_heading_period, split_heading
from indicators.importing.column_names import find_shared_name, fold_heading, guess_kind, is_label_of, rank_name
from indicators.importing.decisions import Decision
from indicators.importing.details import check_details, find_details
from indicators.importing.header_checks import check_values_differ
from indicators.importing.mapping import SINGLE_ROLES, ColumnMapping
from indicators.importing.numbered_parts import are_fractions, list_fraction_headings
from indicators.importing.second_periods import check_second_periods
from indicators.importing.series_columns import (
    SeriesColumns,
    SeriesPlaces,
    find_series_columns,
    is_total_flag,
    make_series_error,
)
from indicators.importing.status_cells import is_yes_or_no, name_flag, read_status
from indicators.importing.status_notes import take_statuses
from indicators.importing.unit_columns import (
    check_currencies,
    find_plain_units,
    find_scales,
    find_title_column,
    find_units,
    keep_rates_apart,
)
from indicators.importing.value_columns import ValueColumns
from indicators.importing.year_parts import are_within, find_part_columns, is_part_of_year

_FindArea = Callable[[str], str | None]
_WEAK_ROLES = frozenset("vintage counterpart indicator indicator_name".split())
_WEAK_NAMES = frozenset("code name region territory location ar data day rok land status".split())
_PARTS_OF_COUNTRIES = frozenset("state states province provinces county counties city municipality district".split())
_DECIMAL, _CODE = re.compile(r"[+-]?\d+[.,]\d+"), re.compile(r"(?=\S*[\d._:/-])\S+")
_ENOUGH, _LONGEST_CODE = 0.8, 3


@dataclass(frozen=True, slots=True)
class Recognition:
    """How the columns of a file are read.

    Attributes:
        mapping: The role of each column.
        series: The columns without another role: which tell series apart, and why the others don't.
    """

    mapping: ColumnMapping
    series: SeriesColumns = field(default_factory=SeriesColumns)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided about columns whose role nobody gave."""
        found = [
            Decision(messages.COLUMN.format(column=name), messages.IS_DIMENSION, evidence, f"--ignore {name!r}")
            for name, evidence in self.series.dimensions.items()
        ]
        found += [
            Decision(messages.COLUMN.format(column=name), messages.IS_ASIDE, evidence, f"--dimension {name!r}")
            for name, evidence in self.series.aside.items()
            if evidence not in (messages.IS_EMPTY, messages.IS_CONSTANT)
        ]
        if self.mapping.area_columns:
            evidence = messages.ARE_COUNTRIES.format(names=", ".join([*self.mapping.area_columns][:3]))
            found.append(Decision(messages.COUNTRIES, messages.AS_COLUMNS, evidence))
        return tuple(found)


def recognise_columns(
    header: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    *,
    find_area: _FindArea = lambda _: None,
    given: ColumnMapping | None = None,
) -> Recognition:
    """Recognise columns by their names and contents; if none is named as a value, columns of numbers are values.

    Args:
        header: The names of the columns.
        rows: Some rows, the more the better.
        find_area: Finds the code of an area, by which columns of areas are recognised.
        given: The roles that the user gives.

    >>> recognise_columns(["Entity", "Code", "Year", "GDP"], [["Russia", "RUS", "2020", "10.5"]]).mapping.values
    {'GDP': 'GDP'}
    >>> recognise_columns(["Country Name", "Country Code", "1960", "1961"]).mapping.periods
    {'1960': '1960', '1961': '1961'}
    >>> recognise_columns(["Country", "Year", "Sex", "Value"], [["Peru", "2020", "F", "1"]]).mapping.dimensions
    ('Sex',)
    """
    rows = [row for row in rows if any(row)]
    return _Recogniser(header, ColumnContents(header, drop_notes(rows), find_area), given or ColumnMapping()).run()


def complete_mapping(given: ColumnMapping | None, source: Source, find_area: _FindArea) -> Recognition:
    """Complete a mapping with the columns that are recognised in a file.

    Args:
        given: The user's mapping, which may leave out what is recognised.
        source: The file.
        find_area: Finds the code of an area.

    Raises:
        UsageError: A given column doesn't exist, a required one was not recognised, or a column may tell series apart
            and nothing decides whether it does.
    """
    header, file = source.columns, source.name
    if unknown := sorted({*given.used, *given.ignore} - set(header)) if given is not None else []:
        hint = suggest_nearest(unknown[0], header)
        expected = messages.ONE_OF.format(names=", ".join(header))
        raise UsageError(messages.NO_COLUMN.format(file=file, column=unknown[0]), expected=expected, hint=hint)
    rows = collect_rows(source)
    contents = ColumnContents(header, rows, find_area)
    check_details(given or ColumnMapping(), file)
    if given is None or given.recognise:
        found = recognise_columns(header, rows, find_area=find_area, given=given)
    else:
        found = Recognition(given)
    columns, figures = ", ".join(header), [*filter(_DECIMAL.fullmatch, {*header} - {*found.mapping.periods})]
    if figures or (find_area(found.mapping.area_name) and not found.mapping.periods):
        raise UsageError(messages.NO_HEADER.format(file=file), found=columns, hint=messages.USE_NO_HEADER)
    if found.mapping.missing:
        missing = found.mapping.missing[0]
        roles = ("own area", "area_name", "area") if missing == messages.AREA_COLUMN else ()
        own = [name for role in roles for name in header if rank_name(role, name) is not None]
        hint = messages.DECLARE_AREAS.format(column=own[0]) if own else messages.GIVE_COLUMN
        if missing == messages.AREA_COLUMN and (named := list_area_headings(contents)):
            hint = messages.CHOOSE_COLUMNS.format(name=named[0])
        hint = " ".join((hint, *source.remarks))
        raise UsageError(messages.NOT_RECOGNISED.format(file=file, role=missing), found=columns, hint=hint)
    check_areas(contents, found.mapping, given, file)
    check_currencies(contents, found.mapping, given or ColumnMapping(), file)
    check_one_table(contents, found.mapping, given, file)
    check_values_differ(header, found.mapping.values, (given or ColumnMapping()).values, file)
    check_second_periods(contents, found.mapping, given or ColumnMapping(), file)
    if found.series.undecided:
        raise make_series_error(file, found.series.undecided[0])
    return found


class _Recogniser:
    def __init__(self, header: Sequence[str], contents: ColumnContents, given: ColumnMapping) -> None:
        self._header, self._contents, self._given = list(header), contents, given
        self._roles = {role: name for role in SINGLE_ROLES if (name := getattr(given, role))}
        self._used = {*given.used, *given.ignore}

    def run(self) -> Recognition:
        for role in SINGLE_ROLES:
            if role not in self._roles:
                self._find_by_name(role)
        self._prefer_known_areas()
        self._find_areas_by_content()
        self._check_indicator()
        self._find_units_by_content()
        self._find_finer_period()
        mapping = take_statuses(self._contents, keep_rates_apart(self._contents, self._find_values(), self._given))
        if len(mapping.value_columns) == 1 and not mapping.details:
            mapping = replace(mapping, details=find_details(set(self._header) - mapping.used))
        aside = {*mapping.used, *mapping.ignore, ""}
        candidates = [name for name in self._header if name not in aside]
        places = SeriesPlaces.of_header(self._header, mapping.used)
        if not self._contents.length:  # only a header: what is called a dimension is one
            named = [name for name in candidates if guess_kind(name) == "dimension" or name in places.dimensions]
            found = SeriesColumns(dimensions=dict.fromkeys(named, ""))
        else:
            found = find_series_columns(self._contents, mapping, candidates, places)
        order = [name for name in self._header if name in found.dimensions and name not in mapping.dimensions]
        return Recognition(replace(mapping, dimensions=(*mapping.dimensions, *order)), found)

    # Roles by name

    def _find_by_name(self, role: str) -> None:
        if (role in ("area", "area_name") and self._given.one_area) or (role == "period" and self._given.one_period):
            return
        fits = self._rank(role, (name for name in self._header if name not in self._used))
        if role == "value" or not fits:
            return
        share = self._contents.share_of_areas if role == "counterpart" else partial(self._fits_content, role)
        fits_content = self._fits_content(role, chosen := max(fits, key=share))  # the first of the best
        is_wide = role == "period" and len(self._find_period_columns(self._header)) > 1
        if role == "period" and not fits_content and (is_wide or self._contents.has_decimals(chosen)):
            return  # months as rows, years as columns; or a change on the month before
        is_weak = role in _WEAK_ROLES or fold_heading(chosen) in _WEAK_NAMES
        if fits_content or not is_weak or not self._contents.length:
            self._take(role, chosen)

    def _rank(self, role: str, names: Iterable[str]) -> list[str]:
        """Return the names that may have a role, the most reliable first."""
        own = {name: find_shared_name(self._header, name) if role == "period" else name for name in names}
        ranks = {name: rank for name in own if (rank := rank_name(role, own[name])) is not None}
        return sorted(ranks, key=ranks.__getitem__)

    def _fits_content(self, role: str, name: str) -> bool:
        if role in ("area", "area_name", "counterpart"):
            takes_all = self._given.own_areas == "all" and not self._contents.is_numeric(name)
            return takes_all or self._contents.share_of_areas(name) > 0
        if role == "period":
            return self._contents.share_of_periods(name) > 0.5 or are_fractions(self._contents.texts(name))
        if role == "status":  # of an observation, not of employed persons
            texts = self._contents.texts(name)
            return not texts or any(len(text) <= _LONGEST_CODE or not read_status(text)[1] for text in texts)
        if role == "vintage":  # an edition may have a number or a name
            return all(read_day(text) is not None for text in self._contents.texts(name))
        return not (role.startswith("indicator") and self._contents.has_decimals(name))  # else its figures

    def _take(self, role: str, name: str) -> None:
        self._roles[role] = name
        self._used.add(name)
        names = {"area": "area_name", "indicator": "indicator_name", "unit": "unit_name", "status": "status_name"}
        named = names.get(role, "")
        labels = [other for other in self._header if is_label_of(other, name) and other not in self._used]
        codes = [other for other in self._header if is_label_of(name, other) and other not in self._used]
        if role == "status" and codes and not labels:
            self._roles["status"] = codes[0]
            self._used.add(codes[0])
            labels = [name]
        if labels and named and named not in self._roles:
            self._take(named, labels[0])
        code = role.removesuffix("_name")
        if role in ("indicator_name", "area_name") and labels and code not in self._roles:
            self._roles |= {code: name, role: labels[0]}
            self._used.add(labels[0])

    # Areas and periods by content

    def _prefer_known_areas(self) -> None:
        """A code without a name beside it could be anything: it is that of areas only if it holds some."""
        area, name = self._roles.get("area", ""), self._roles.get("area_name", "")
        is_given = area == self._given.area
        if area and not is_given and self._contents.length and not self._contents.share_of_areas(area):
            is_vague = fold_heading(area) in ("code", "indicator")
            if name or is_vague or (self._contents.is_numeric(area) and self._list_known_areas()):
                self._roles.pop("area")
                self._used.discard(area)
        elif area and not is_given and not self._contents.length and fold_heading(area) == "code" and not name:
            self._roles.pop("area")
            self._used.discard(area)

    def _find_areas_by_content(self) -> None:
        if self._given.one_area or {"area", "area_name"} & self._roles.keys():
            return
        if known := self._list_known_areas():
            self._take("area_name", known[0])
        elif self._given.own_areas and (named := self._rank("own area", self._list_free_texts())):
            self._take("area_name", named[0])

    def _list_free_texts(self) -> list[str]:
        return [name for name in self._header if name not in self._used and not self._contents.is_numeric(name)]

    def _list_known_areas(self) -> list[str]:
        """List the columns without a role whose cells are mostly areas; one code in all rows may be of a domain."""
        free = [name for name in self._list_free_texts() if not _PARTS_OF_COUNTRIES & set(fold_heading(name).split())]
        enough = _ENOUGH if len(free) > 1 else 0.5  # the only column of texts
        known = [name for name in free if self._contents.share_of_areas(name) >= enough]
        doubts = {name: (guess_kind(name) == "about") + (self._contents.count([name]) == 1) for name in known}
        return sorted((name for name in known if doubts[name] < 2), key=doubts.__getitem__)

    def _check_indicator(self) -> None:
        """A code that contains the area is the key of a series, and a name must belong to its code."""
        code, name = (self._roles.get(role, "") for role in ("indicator", "indicator_name"))
        area = self._roles.get("area", "") or self._roles.get("area_name", "")
        if code and area and code != self._given.indicator and self._is_key(code, area):
            self._roles.pop("indicator")
            self._find_by_name("indicator")
            code = self._roles.get("indicator", "")
        if code and name and name != self._given.indicator_name and not self._contents.is_determined(name, [code]):
            self._roles.pop("indicator_name")
            self._used.discard(name)

    def _is_key(self, code: str, area: str) -> bool:
        if not self._contents.is_determined(area, [code]):
            return False
        has_words = "indicator_name" in self._roles or not all(map(_CODE.fullmatch, self._contents.texts(code)))
        several = self._contents.count([area]) > 1 and not has_words  # a key of series has none, nor beside it
        return several or any(map(self._contents.names_area, *map(self._contents.cells, (code, area))))

    def _find_units_by_content(self) -> None:
        """Find columns of units, scales and titles with units by what they hold; by their names they have no role."""
        contents, units = self._contents, self._given.units
        beside = set(find_beside(self._header, "unit", self._header).values())  # of single columns of values
        free = [name for name in self._header if name and name not in {*self._used, *beside}]
        if not (self._given.all_units or {"unit", "unit_name"} & self._roles.keys()):
            others = [name for name in free if guess_kind(name) not in ("about", "counter")]
            found = find_units(contents, self._rank("unit by content", free), units)
            if found := found or find_plain_units(contents, others, units):
                self._take("unit", found)
        scales = find_scales(contents, set(self._header) - self._used)
        if scales and "multiplier" not in self._roles:
            self._take("multiplier", scales)
        roles = {"unit", "unit_name", "multiplier", "indicator", "indicator_name"}
        if not (self._given.all_units or roles & self._roles.keys()):
            free = [name for name in free if name not in self._used and not guess_kind(name)]
            if title := find_title_column(contents, free, units):
                self._take("indicator_name", title)

    def _find_finer_period(self) -> None:
        """Beside a column of years, one of months or quarters is the period, or says which part of the year it is."""
        period = self._roles.get("period", "")
        if not period or period == self._given.period or not self._contents.length:
            return
        others = self._rank("period", (name for name in self._header if name not in self._used))
        whole = [name for name in (period, *others) if self._contents.share_of_periods(name) == 1.0]
        within = [name for name in whole if are_within(self._contents, name, period)]
        finer = [one for one in within if any("-" in read_heading_period(text) for text in self._contents.texts(one))]
        if period not in finer and finer:
            self._used.discard(period)
            self._take("period", finer[0])
        elif period not in finer:
            free = [name for name in self._header if name and name not in self._used]
            parts = [name for name in dict.fromkeys((*others, *free)) if is_part_of_year(self._contents, name)]
            parts = [name for name in parts if name not in whole]
            if parts and "subperiod" not in self._roles:
                self._take("subperiod", parts[0])

    # Values

    def _find_values(self) -> ColumnMapping:
        given = self._given
        mapping = replace(given, **self._roles)
        if given.value_columns:
            return mapping
        free = [name for name in self._header if name and name not in self._used]
        free = [name for name in free if not is_total_flag(self._contents, name)]
        periods = {} if mapping.period else self._find_period_columns(free)
        if not periods and not mapping.period and not given.one_period:
            figures = self._contents.keep_figures()
            years = [name for name in free if figures.share_of_periods(name) == 1.0]
            if years:
                free.remove(years[0])
                parts = (name for name in free if is_part_of_year(self._contents, name))
                mapping = replace(mapping, period=years[0], subperiod=mapping.subperiod or next(parts, ""))
                free = [name for name in free if name != mapping.subperiod]
        if periods:
            titles = {name: title for name, (title, _) in periods.items() if title}
            found = {name: period for name, (_, period) in periods.items()}
            parts = (name for name in free if name not in found and is_part_of_year(self._contents, name))
            mapping = replace(mapping, subperiod=mapping.subperiod or next(parts, ""))
            mapping = replace(mapping, periods=found, value_statuses=find_beside(found, "status", self._header))
            areas = {} if mapping.has_areas else self._find_area_columns(titles)
            return self._take_areas(mapping, areas) if areas else replace(mapping, values=titles)
        if mapping.period and not mapping.subperiod and (named := self._find_part_columns(mapping.period, free)):
            titles = {name: title for name, (title, _) in named.items()}
            return replace(mapping, values=titles, part_columns={name: part for name, (_, part) in named.items()})
        if not mapping.has_areas and (areas := self._find_area_columns({name: name for name in free})):
            return self._take_areas(mapping, areas)
        flags = [name for name in free if name_flag(name) != "1" and all(map(is_yes_or_no, self._contents.texts(name)))]
        find = ValueColumns(self._contents, self._used).find
        if not (values := find([name for name in free if name not in flags])):
            values, flags = find(free), []  # *Forecast* may be the only column of figures
        return add_beside(replace(mapping, values=values), [n for n in self._header if n not in self._used], flags)

    def _find_part_columns(self, period: str, free: list[str]) -> dict[str, tuple[str, str]]:
        """Find columns of months or quarters beside a column of years."""
        contents = self._contents
        years = [year for text in contents.texts(period) if (year := read_heading_period(text))]  # a footnote is none
        if contents.length and not (years and all(re.fullmatch(r"\d{4}", year) for year in years)):
            return {}
        return find_part_columns(name for name in free if contents.is_numeric(name) or not contents.texts(name))

    def _find_period_columns(self, free: list[str]) -> Mapping[str, tuple[str, str]]:
        flags = set(find_beside(free, "status", free).values())
        found = {name: split_heading(name) for name in free if name not in flags}
        found = {name: one for name, one in found.items() if one[1]} or list_fraction_headings(free)
        if self._contents.length:
            label = self._header[0]  # of which 2024 may only be the corner
            whole = [name for name, one in found.items() if not one[0] and name != label]
            found = {name: one for name, one in found.items() if name in whole or self._contents.is_numeric(name)}
            found = {name: one for name, one in found.items() if self._contents.texts(name) != [one[1]]}  # years
        return found

    def _find_area_columns(self, titles: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """Find columns whose titles are areas, perhaps with what is measured; there is no other column of areas."""
        numbers, columns = list(titles), ValueColumns(self._contents, self._used)
        if self._contents.length:
            numbers = [name for name in titles if columns.is_value(name) and not columns.counts(name)]
        return split_areas({name: titles[name] for name in numbers}, self._contents.is_area)

    @staticmethod
    def _take_areas(mapping: ColumnMapping, found: Mapping[str, tuple[str, str]]) -> ColumnMapping:
        values = {name: title for name, (_, title) in found.items() if title}
        return replace(mapping, values=values, area_columns={name: area for name, (area, _) in found.items()})
