"""Areas as columns, and areas of a file that are not what their names say: seen only beside its other areas.

*Georgia* among Alabama and Ohio is a state. *China* and *China, mainland* with figures for the same year differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.area_cells import find_country_of_part
from indicators.importing.column_contents import ColumnContents
from indicators.importing.mapping import ColumnMapping

_FEWEST_PARTS = 2
_JOINTS = re.compile(r", |; ?|: | [–—-] | (?=\()")  # between the parts of a heading
_JOINTS_AT_END = re.compile(rf"(?:{_JOINTS.pattern})$")
_CODE = 3  # letters of a code of ISO 3166
_LONGEST = 1_000  # a longer text is no heading
_FEW = 4  # of so many columns, less than one
_SERIES_KEY = re.compile(r" ?\([\w.-]+(?:/[\w.:-]+)+\)$")  # as DBnomics writes it


def split_area(heading: str, is_area: Callable[[str], bool]) -> tuple[str, str]:
    """Split the heading of a column into its area and what is measured; without an area, all of it comes first.

    >>> known = {"Norway", "Hong Kong SAR, China"}.__contains__
    >>> [split_area(heading, known) for heading in ("Norway, Sales", "Stocks, Hong Kong SAR, China", "Norway (EUR mn)")]
    [('Norway', 'Sales'), ('Hong Kong SAR, China', 'Stocks'), ('Norway', '(EUR mn)')]
    >>> split_area("Annual – GDP – Norway (AMECO/UVGD/NOR.1)", known)
    ('Norway', 'Annual – GDP')
    """
    if len(heading) > _LONGEST:
        return heading, ""
    marks = [match.span() for match in _JOINTS.finditer(_SERIES_KEY.sub("", heading))]
    plain = _SERIES_KEY.sub("", heading)
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(plain)]
    runs = [(start, end) for start in starts for end in ends if start < end]
    runs = [run for run in sorted(runs, key=lambda run: run[0] - run[1]) if is_area(plain[slice(*run)])]
    for start, end in runs[:1]:  # the longest
        if not any(last <= start or first >= end for first, last in runs):  # or it is about two areas
            before, after = _JOINTS_AT_END.sub("", plain[:start]), _JOINTS.sub("", plain[end:], count=1)
            joint = plain[len(before) : start] if before and after else ""
            return plain[start:end], f"{before}{joint}{after}"
    return heading, ""


def split_areas(titles: Mapping[str, str], is_area: Callable[[str], bool]) -> dict[str, tuple[str, str]]:
    """Split the headings of columns as `split_area` does, if half of them have an area; else return nothing.

    A few texts before codes are names that are not known, where the other columns have only names and codes.

    >>> names = ("D.R. Congo - COD", "Peru", "Cuba", "Togo", "Chad")
    >>> split_areas(dict(zip(names, names)), {*names[1:], "COD"}.__contains__)["D.R. Congo - COD"]
    ('COD', '')
    """
    found = {name: split_area(title, is_area) for name, title in titles.items()}
    known = [name for name, (area, _) in found.items() if is_area(area)]
    if not known or len(known) * 2 < len(titles):
        return {}
    titled = [name for name, (_, title) in found.items() if title]
    are_codes = all(found[name][0].isupper() and len(found[name][0]) == _CODE for name in titled)
    are_names = are_codes and len(titled) * _FEW < len(found)
    return found | {name: (found[name][0], "") for name in titled if are_names}


def find_doubtful_areas(contents: ColumnContents, mapping: ColumnMapping) -> tuple[str, str] | None:
    """Find two texts of a column of areas that leave open which areas are meant.

    Args:
        contents: The rows.
        mapping: The roles of the columns.

    >>> known = {"Georgia": "GEO", "China": "CHN", "China, mainland": "CHN"}.get
    >>> states = ColumnContents(["Region"], [["Alabama"], ["Georgia"], ["Ohio"]], known)
    >>> find_doubtful_areas(states, ColumnMapping(area_name="Region"))
    ('Georgia', 'Alabama')
    >>> both = ColumnContents(["Area", "Year"], [["China", "2020"], ["China, mainland", "2020"]], known)
    >>> find_doubtful_areas(both, ColumnMapping(area_name="Area", period="Year"))
    ('China', 'China, mainland')
    """
    column = mapping.area_name or mapping.area
    if not column or not contents.length:
        return None
    codes = {text: contents.find_area(text) for text in contents.texts(column)}
    return _find_part(codes) or _find_two_names(contents, mapping, column, codes)


def check_one_table(contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping | None, file: str) -> None:
    """Check that no second table stands beside the first.

    Raises:
        UsageError: One does; the hint names the options.
    """
    if pair := find_second_key(contents, mapping, given):
        is_dated = pair[0] in mapping.periods  # and what such a column holds is known
        hint = messages.SPLIT_TABLES if is_dated else messages.SEPARATE_TABLES.format(other=pair[1])
        raise UsageError(messages.SIDE_BY_SIDE.format(file=file, key=pair[0], other=pair[1]), hint=hint)


def find_second_key(
    contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping | None
) -> tuple[str, str] | None:
    """Find a column of areas or periods, and another one that has others in the same rows: two tables side by side.

    Args:
        contents: The rows.
        mapping: The roles of the columns.
        given: Those that the user gave.

    >>> contents = ColumnContents(["Year", "Milk", "Year (3)"], [["2001", "5", "2011"], ["2002", "6", "2012"]])
    >>> find_second_key(contents, ColumnMapping(period="Year"), None)
    ('Year', 'Year (3)')

    Codes of other kinds and regions follow from the area, and begin no table.
    """
    area, period = mapping.area_name or mapping.area, mapping.period
    unique = {area, period, *mapping.periods, *mapping.part_columns} - {""}
    ends = {key.rpartition(", ")[2]: key for key in (area, period) if key}  # Milk, Year
    chosen = set() if given is None else {*given.used, *given.ignore}
    used, parts = mapping.used, mapping.part_columns
    for name in (name for name in contents.header if name not in chosen):
        base = re.sub(r" \(\d+\)$", "", name)
        key = base if base in unique else ends.get(base.rpartition(", ")[2], "") if name not in used else ""
        is_other_part = name in parts and parts[name] != parts.get(key)  # J, M and A for several months
        is_finer = name == mapping.subperiod and contents.header[contents.header.index(name) - 1] == key
        if key and key != name and not (is_other_part or is_finer) and contents.cells(name) != contents.cells(key):
            return key, name
        is_about_area = area and contents.is_determined(name, [area]) and contents.count([area]) * 2 <= contents.length
        if area and name not in used and not is_about_area and contents.share_of_areas(name) > 0.5:
            pairs = zip(contents.cells(area), contents.cells(name), strict=True)
            both = [tuple(map(contents.find_area, pair)) for pair in pairs]
            ours, theirs = zip(*both, strict=True)
            if any(one and other and one != other for one, other in both) and len(set(ours) & set(theirs)) * 2 >= len(
                set(theirs)
            ):
                return area, name
    return None


def _find_part(codes: dict[str, str | None]) -> tuple[str, str] | None:
    """Find the name of a country that is also that of a part of another, whose parts are there."""
    unknown = {text: find_country_of_part(text) for text, code in codes.items() if code is None}
    countries = Counter(country for country in unknown.values() if country)
    for text, code in codes.items():
        country = find_country_of_part(text) if code and countries else ""
        if country and country != code and countries[country] >= _FEWEST_PARTS:
            return text, next(part for part, of in unknown.items() if of == country)
    return None


def _find_two_names(
    contents: ColumnContents, mapping: ColumnMapping, column: str, codes: dict[str, str | None]
) -> tuple[str, str] | None:
    """Find two names of one area that have figures for the same thing and period."""
    names = defaultdict(list)
    for text, code in codes.items():
        names[code].append(text)
    several = {text for code, texts in names.items() if code and len(texts) > 1 for text in texts}
    if not several:
        return None
    roles = (mapping.indicator, mapping.indicator_name, mapping.counterpart, mapping.period, mapping.subperiod)
    kept = (*roles, mapping.unit, mapping.unit_name, mapping.vintage, *mapping.dimensions)
    seen: dict[tuple[str | None, int], str] = {}
    for text, group in zip(contents.cells(column), contents.group(filter(None, kept)), strict=True):
        if text in several:
            first = seen.setdefault((codes[text], group), text)
            if first != text:
                return first, text
    return None
