"""Countries and groups as the files of publishers write them: Eurostat's ``EL``, the IMF's ``Egypt, Arab Rep. of``.

Only whole names count. ``England`` is a part of a country and no spelling of it, and a total is not an area.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from indicators.errors import UsageError, suggest_nearest
from indicators.importing import messages
from indicators.importing.area_code_lists import name_code_list, read_code_list
from indicators.importing.batches import clean_text
from indicators.importing.column_contents import is_number
from indicators.importing.column_names import rank_name
from indicators.importing.mapping import ColumnMapping
from indicators.model.codelists import Area, AreaList, fold_name

_SHORT_FORMS: Final = {
    "rep": "republic", "dem": "democratic", "fed": "federated", "isl": "islands", "is": "islands", "st": "saint",
    "ste": "saint", "sts": "states", "isds": "islands", "neth": "netherlands", "fs": "federated states of",
    "terr": "territory", "plur": "plurinational",
}  # fmt: skip
_FORMS_OF_STATE: Final = "|republic|kingdom|state|union|commonwealth|principality|sultanate|grand duchy"
_OWNERS: Final = re.compile(
    r"(united kingdom )?british overseas territory|kingdom of( the)? netherlands|people s republic of china|"
    r"(french|france) overseas (territory|collectivity|department|region)|(united states|us) territory"
)
_OTHER_STATES: Final = frozenset(("china", "viet nam", "vietnam", "yemen", "germany"))
"""Countries whose ``Republic of …`` was or is another state."""
_FOOTNOTE: Final = re.compile(r"\s*(?:\*+|\d+/|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹†‡]+)$")
_TWO_SPELLINGS: Final = (
    re.compile(r"(.+?)\s+[-–:]\s*(.+)"), re.compile(r"(.+?):\s*(.+)"), re.compile(r"(.+?)\s*[(\[](.+)[)\]]"),
)  # fmt: skip
_LANGUAGES: Final = (
    "it pt nl pl cs hu ro tr sv da nb fi uk el sk sl hr sr_Latn sr et lv lt is ca "
    "vi id ko ja fa he ar bg fr de es ru zh"
)
_SHORTEST_NAME: Final = 4  # in the letters of Europe
_LAST_LETTERS: Final = "\u0590"
_LONGEST = 120
_MOST_KEPT: Final = 200_000
_LONGEST_CODE = 40
_OWN_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


class AreaReader:
    """Reads the cells of columns of areas.

    Args:
        areas: The known areas.
        given: Texts of the file, with the code or name to use; empty for an area to leave out.
        own: Areas that the user declares: code and name; or ``all`` that are not countries or groups.
        codes: The list of their codes, as `ColumnMapping.area_codes` has it.

    >>> from indicators.files import read_embedded_catalogue
    >>> reader = AreaReader(read_embedded_catalogue().areas, codes="M49")
    >>> names = ("EL", "Egypt, Arab Rep. of", "Congo, Dem. Rep. of the", "China, P.R.: Hong Kong", "004", "France 1/")
    >>> [reader.find(name) for name in names]
    ['GRC', 'EGY', 'COD', 'HKG', 'AFG', 'FRA']
    >>> [reader.find(name) for name in ("Niemcy", "Alemanha", "Japonya")]
    ['DEU', 'DEU', 'JPN']
    >>> [reader.find(name) for name in ("England", "Total", "EA19", "Germany, Dem. Rep.", "Republic of China")]
    [None, None, None, None, None]
    """

    def __init__(
        self,
        areas: AreaList,
        given: Mapping[str, str] | None = None,
        own: Mapping[str, str] | Literal["all"] | None = None,
        *,
        codes: str = "",
    ) -> None:
        self._areas, self._given, self._numeric = areas, given or {}, codes == "M49"
        self._listed = read_code_list(codes)
        self._takes_all = own == "all"
        declared = own if isinstance(own, Mapping) else {}
        self._declared = {code: name for code, name in declared.items() if code not in areas.by_code}
        self._own = {fold_name(text): code for code, name in declared.items() for text in (name, code)}
        self._found: dict[str, str | None] = {}  # a name is looked up in several columns, and again in each row

    @classmethod
    def of_mapping(cls, areas: AreaList, mapping: ColumnMapping) -> AreaReader:
        """Make the reader for a file: its own areas, and the list of its codes."""
        return cls(areas, mapping.areas, mapping.own_areas, codes=name_code_list(mapping))

    def find(self, text: str) -> str | None:
        """Return the code of an area, or ``None`` if the text is not one."""
        found = self.find_known(text) or (self._declare(text) if self._takes_all else None)
        area = self._areas.by_code.get(found or "")
        if area is not None and area.kind == "own":
            self._declared.setdefault(area.code, area.name)  # of another dataset of the user
        return found

    def find_known(self, text: str) -> str | None:
        """Return the code of an area that is known or declared."""
        name = self._given.get(text, text).strip()
        own = self._find_own(name)
        if own is None and name not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[name] = self._find_known(name)
        return own or self._found[name]

    def find_pair(self, code: str, name: str) -> str | None:
        """Return the code of an area given by a code and a name, one of which may be unknown.

        ``None`` if they are of different areas, or the name is that of a part of a country. Where all areas that are
        not countries are taken, the name declares one, with its code if that is none yet.
        """
        by_code, by_name = self.find_known(code), self.find_known(name)
        if by_code and by_name and by_code != by_name:
            # publishers give one name to different groups, such as "Advanced economies"; their codes tell them apart
            return (
                by_code if {by_code, by_name} <= {area.code for area in self._areas if area.kind == "group"} else None
            )
        if not self._takes_all:
            return None if by_name is None and find_country_of_part(name) else by_code or by_name
        if by_name is None and find_country_of_part(name):
            by_code = None
        return by_code or by_name or self._declare(name or code, code)

    @property
    def declared(self) -> tuple[Area, ...]:
        """The areas of the user's own, in the order in which they were declared or found."""
        return tuple(Area(code, name, "own") for code, name in self._declared.items())

    def _declare(self, text: str, code: str = "") -> str | None:
        """Take a text as an area of the user's own, with its code in the file if it is one; a total is none."""
        name = clean_text(text)
        if not fold_name(name) or rank_name("total", name) is not None or is_number(name):
            return None
        code = code if _OWN_CODE.fullmatch(code) else make_area_code(name)
        code = f"OWN_{code}" if code in self._areas.by_code else code
        self._declared.setdefault(code, name)
        self._own[fold_name(name)] = code
        return code

    def find_one(self, text: str) -> str:
        """Return the code of an area that the user names.

        Raises:
            UsageError: It is a part of a country.
            UnknownNameError: There is no such area.
        """
        found = self.find(text)
        if found is None and find_country_of_part(text):
            raise UsageError(messages.NO_AREA.format(area=text), hint=self.suggest(text))
        return found or self._areas.find(text).code

    def suggest(self, text: str) -> str:
        """Say how to fix a text that is not an area."""
        country = find_country_of_part(text)
        if country:
            known = self._areas.get(country)
            return messages.PART_OF_COUNTRY.format(part=text, country=known.name if known else country)
        if self._numeric is False and text.isdigit():
            return messages.NUMERIC_AREAS
        nearest = suggest_nearest(text, [area.name for area in self._areas]) or ""
        is_total = rank_name("total", text) is not None or is_number(text)
        return " ".join(filter(None, (nearest, "" if is_total else messages.DECLARE_AREA)))

    def _find_own(self, name: str) -> str | None:
        return self._own.get(fold_name(name)) if self._own else None

    def _find_known(self, name: str) -> str | None:
        if not fold_name(name) or len(name) > _LONGEST:
            return None
        if name.strip("'").isdigit():
            return _read_numeric_codes().get(name.strip("'").zfill(3)) if self._numeric else None
        if name in self._listed or (self._listed and re.fullmatch(r"[A-Z0-9]{2}", name)):
            return self._listed.get(name)
        for spelling in (name, _FOOTNOTE.sub("", name)):
            found = self._find_spelling(spelling) or self._find_variant(spelling) or self._find_twice(spelling)
            if found:
                return found
        code = _read_names_of_languages().get(fold_name(name))
        return code if code in self._areas.by_code and find_country_of_part(name) in ("", code) else None

    def _find_spelling(self, name: str) -> str | None:
        area = self._areas.get(name)
        return area.code if area is not None else _read_spellings().get(fold_name(name))

    def _find_variant(self, name: str) -> str | None:
        """Find a name with its words in another order, abbreviated, or with its form of state."""
        known = _fold_spellings(self._areas)
        return next((known[key] for key in _list_variants(name) if key in known), None)

    def _find_twice(self, name: str) -> str | None:
        """Find an area that is written twice: ``FRA - France``, ``France (FR)``."""
        for pattern in _TWO_SPELLINGS:
            found = pattern.fullmatch(name)
            if found:
                first, second = (self._find_spelling(part) for part in found.groups())
                if first and first == second:
                    return first
        return None


@lru_cache(maxsize=4)  # it takes as long as the rest of a small import
def _fold_spellings(areas: AreaList) -> Mapping[str, str]:
    """Return the codes of areas by their spellings, folded loosely."""
    found = {}
    for area in reversed(list(areas)):  # so that the first one wins, as in the list itself
        for name in (*reversed(area.aliases), area.name):
            found[_fold_loosely(name)] = area.code
    return found | {_fold_loosely(name): code for name, code in _read_spellings().items()}


def _list_variants(name: str) -> Iterator[str]:
    key = _fold_loosely(name)
    yield key
    for pattern in (r"(.*?),\s*(.*)", r"(.*?)\s*\((.*)\)"):
        found = re.fullmatch(pattern, name)
        if found:
            yield _fold_loosely(f"{found[2]} {found[1]}")
            yield _fold_loosely(f"{found[2]} of {found[1]}")
            if _OWNERS.fullmatch(_fold_loosely(found[2])):
                yield _fold_loosely(found[1]).removesuffix(" special administrative region")
            if _is_form_of_state(found[2]) and fold_name(found[1]) not in _OTHER_STATES:
                yield _fold_loosely(found[1])
    before, of, rest = key.partition(" of ")
    if of and _is_form_of_state(before) and rest not in _OTHER_STATES:
        yield rest


def _is_form_of_state(words: str) -> bool:
    """Return whether words say only what kind of state it is: ``Islamic Rep. of``, ``The``."""
    return re.fullmatch(rf"((islamic|arab|united) )?({_FORMS_OF_STATE})( of)?", _fold_loosely(words)) is not None


def _fold_loosely(text: str) -> str:
    """Fold a name with its abbreviations written out and without articles.

    >>> _fold_loosely("The Islamic Rep. of Iran"), _fold_loosely("St. Lucia")
    ('islamic republic of iran', 'saint lucia')
    """
    words = (_SHORT_FORMS.get(word, word) for word in fold_name(text.replace("&", " and ")).split())
    return " ".join(word for word in words if word != "the")


def make_area_code(name: str) -> str:
    """Make the code of an area of the user's own.

    >>> make_area_code("Noord-Holland"), make_area_code("O'Neill & Co."), make_area_code("北京")
    ('NOORD_HOLLAND', 'O_NEILL_CO', 'A_68C77E15')
    """
    words = re.sub(r"[^A-Z0-9]+", "_", fold_name(name).upper()).strip("_")[:_LONGEST_CODE]
    if len(words) > 1 and words[0].isalpha():
        return words
    return f"A_{words or hashlib.sha256(name.encode()).hexdigest()[:8].upper()}"


@cache
def _read_spellings() -> Mapping[str, str]:
    with Path(__file__).with_name("area_spellings.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {fold_name(text): row["CODE"] for row in rows for text in row["SPELLINGS"].split("|")}


@cache
def _read_names_of_languages() -> Mapping[str, str]:
    """Read the names of countries in further languages, from CLDR; one that means two countries is left out."""
    import pycountry
    from babel import Locale

    alpha3 = {one.alpha_2: one.alpha_3 for one in pycountry.countries}
    found: dict[str, set[str]] = {}
    for language in _LANGUAGES.split():
        for code, name in Locale.parse(language).territories.items():
            if code in alpha3 and (len(name) >= _SHORTEST_NAME or name > _LAST_LETTERS):
                found.setdefault(fold_name(name), set()).add(alpha3[code])
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


@cache
def _read_numeric_codes() -> Mapping[str, str]:
    """Read the numbers of UN M49, which for countries are those of ISO 3166."""
    import pycountry

    return {one.numeric: one.alpha_3 for one in pycountry.countries} | {"001": "WLD", "412": "XKX"}


def find_country_of_part(text: str) -> str:
    """Return the code of the country whose part has this name, or nothing: ISO 3166-2.

    >>> find_country_of_part("England"), find_country_of_part("Bayern"), find_country_of_part("Total")
    ('GBR', 'DEU', '')
    """
    return _read_parts().get(fold_name(text), "")


@cache
def _read_parts() -> Mapping[str, str]:
    import pycountry

    alpha3 = {one.alpha_2: one.alpha_3 for one in pycountry.countries}
    parts = list(pycountry.subdivisions)
    named = [(one.name.partition(" [")[0], alpha3.get(one.country_code, "")) for one in reversed(parts)]
    return {fold_name(name): country for name, country in named}
