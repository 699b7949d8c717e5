"""Lists of short area codes: ``GM`` is Gambia in ISO 3166 and Germany in FIPS 10-4, ``CA`` Canada or California.

A column is written in one list. Where another one explains more of its codes than ours, which is meant is asked.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from indicators.importing.column_contents import ColumnContents
from indicators.importing.mapping import ColumnMapping
from indicators.model.codelists import fold_name

AREA_CODE_LISTS: Final = {"FIPS": "FIPS 10-4", "IOC": "the IOC's and FIFA's list", "WB": "the World Bank's list"}
_HEADINGS: Final = {"m49": "M49", "fips": "FIPS", "ioc": "IOC", "noc": "IOC", "fifa": "IOC"}
_CODE: Final = re.compile(r"[A-Z0-9]{1,3}")
_LENGTH: Final = 3  # of the codes of ISO 3166 that are also those of our areas
_FEWEST_PARTS: Final = 4
_MOST_PARTS: Final = 60  # of Italy's 110 provinces, many have the codes of its neighbours
_INSEE: Final = {"FM": "metropolitan France", "F": "FRA", "FE": "FRA", "FR": "FRA", "FRANCE": "FRA"}


@dataclass(frozen=True, slots=True)
class OtherList:
    """Another list in which a column may be written.

    Attributes:
        code: A code of the column that means something else there.
        ours: The area of the code in ISO 3166.
        theirs: What it means there: the code of an area, or the name of a part of a country.
        name: The list, as `ColumnMapping.area_codes` has it; else the words for it.
    """

    code: str
    ours: str
    theirs: str
    name: str


def name_code_list(mapping: ColumnMapping) -> str:
    """Return the list of a mapping's area codes: the given one, or the one that the heading of the codes names.

    >>> name_code_list(ColumnMapping(area="Area Code (M49)")), name_code_list(ColumnMapping(area="Code"))
    ('M49', '')
    """
    words = fold_name(f"{mapping.area} {mapping.area_name}").split()
    return mapping.area_codes or next((_HEADINGS[word] for word in words if word in _HEADINGS), "")


@cache
def read_code_list(name: str) -> Mapping[str, str]:
    """Read a list: the code of each area; nothing for a list that is ours.

    >>> [read_code_list(name)[code] for name, code in (("FIPS", "GM"), ("IOC", "CHI"), ("WB", "XM"))]
    ['DEU', 'CHL', 'LIC']
    """
    import pycountry

    with Path(__file__).with_name("area_code_lists.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["CODE"]: row["AREA"] for row in csv.DictReader(stream) if row["LIST"] == name}
    letters = {"IOC": "alpha_3", "WB": "alpha_2"}.get(name)  # the other codes are those of ISO 3166
    others = {getattr(one, letters): one.alpha_3 for one in pycountry.countries} if letters else {}
    return others | listed


def find_other_list(contents: ColumnContents, mapping: ColumnMapping) -> OtherList | None:
    """Find another list that explains more of a column's codes, one of which means something else there.

    >>> known = {"CA": "CAN", "FR": "FRA", "FM": "FSM"}.get
    >>> def find(*codes):
    ...     contents = ColumnContents(["Geo"], [[code] for code in codes], known)
    ...     found = find_other_list(contents, ColumnMapping(area="Geo"))
    ...     return found and (found.code, found.theirs, found.name)
    >>> find("CA", "TX", "NY"), find("FM", "FR"), find("CA", "FR", "XX")
    (('CA', 'California', 'US'), ('FM', 'metropolitan France', 'INSEE'), None)
    """
    if name_code_list(mapping):
        return None
    columns = filter(None, (mapping.area, mapping.area_name, mapping.counterpart))
    own = mapping.own_areas if isinstance(mapping.own_areas, dict) else {}
    decided = {*mapping.areas, *own, *own.values()}
    for texts in (*map(contents.texts, columns), list(dict.fromkeys(mapping.area_columns.values()))):
        found = _compare(contents, [text for text in texts if text not in decided])
        if found is not None and not _is_named(contents, mapping, found):
            return found
    return None


def _is_named(contents: ColumnContents, mapping: ColumnMapping, other: OtherList) -> bool:
    """Return whether the name beside a code says that it is that of ISO 3166."""
    if not (mapping.area and mapping.area_name):
        return False
    pairs = zip(contents.cells(mapping.area), contents.cells(mapping.area_name), strict=True)
    names = {name for code, name in pairs if code == other.code}
    return bool(names) and all(contents.find_area(name) == other.ours for name in names)


def _compare(contents: ColumnContents, texts: list[str]) -> OtherList | None:
    ours = {text: code for text in texts if (code := contents.find_area(text))}
    codes = [text for text in texts if _CODE.fullmatch(text)]
    is_listed = {text: len(text) != _LENGTH or text == code for text, code in ours.items()}  # UAE is a name, ARE a code
    best, most = None, sum(is_listed.values())
    if "FM" in ours and (sum(map(_is_of_insee, texts)) >= most or "GEO_OBJECT" in contents.header):
        return OtherList("FM", ours["FM"], _INSEE["FM"], "INSEE")
    if all(is_listed.get(code, False) for code in codes):
        return _find_parts(codes, ours)
    for name, listed in _list_codes():
        renamed = {area for code, area in listed.items() if code != area}  # DEU, which is GER there
        count = sum(code in listed and code not in renamed for code in codes)
        differing = [code for code in codes if code in ours and listed.get(code, ours[code]) != ours[code]]
        if differing and count > most:
            best, most = OtherList(differing[0], ours[differing[0]], listed[differing[0]], name), count
    return best


def _find_parts(codes: list[str], ours: Mapping[str, str]) -> OtherList | None:
    """Find the only country whose parts have all codes of a column, though each is that of a country, too."""
    found = [name for name, parts in _read_parts().items() if len(parts) <= _MOST_PARTS and parts.keys() >= {*codes}]
    if len(codes) < _FEWEST_PARTS or not found:
        return None
    return OtherList(codes[0], ours[codes[0]], _read_parts()[found[0]][codes[0]], found[0])


def _is_of_insee(text: str) -> bool:
    return text in _INSEE or re.fullmatch(r"(\d{4}-)?(FRANCE|REG|DEP|COM|ARR|EPCI)-\w+", text) is not None


def _list_codes() -> Iterator[tuple[str, Mapping[str, str]]]:
    for name in AREA_CODE_LISTS:
        yield name, read_code_list(name)
    yield from _read_parts().items()


@cache
def _read_parts() -> Mapping[str, Mapping[str, str]]:
    """Read the codes of the parts of each country, with their names: ISO 3166-2. Its own code is among them."""
    import pycountry

    found: dict[str, dict[str, str]] = {}
    for one in pycountry.subdivisions:
        found.setdefault(one.country_code, {})[one.code.partition("-")[2]] = one.name
    own = {one.alpha_2: one.alpha_3 for one in pycountry.countries}
    return {country: {**parts, country: own[country]} for country, parts in found.items() if country in own}
