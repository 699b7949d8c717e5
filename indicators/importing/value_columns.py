"""The columns of figures: what is named as the value, and columns of numbers that are no codes, ranks or years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from indicators.importing.column_contents import ColumnContents
from indicators.importing.column_names import fold_heading, guess_kind, list_labels, rank_name
from indicators.importing.details import DETAILS
from indicators.language.unit_titles import read_title_unit

_MANY_ROWS: Final = 10
_FEWEST_COUNTED: Final = 3  # *NO* over a single 1 is Norway
_MOST_LEVELS: Final = 20  # of a list whose items have parts
_SIDE_BY_SIDE: Final = ("obs value",)
_NAMELESS: Final = re.compile(r"column \d+|(X|V|\.\.\.|_c)\d*|__index_level_\d+__")  # as R, Spark and pandas name it
_PLAIN: Final = re.compile(r"-?\d+(\.\d+)?")
_REMARK: Final = re.compile(r"(^| )(footnotes?|flags?|notes?|comments?|decimals)$")


class ValueColumns:
    """Finds the columns of values of a file.

    Args:
        contents: The rows.
        used: The columns that have a role.
    """

    def __init__(self, contents: ColumnContents, used: Iterable[str]) -> None:
        self._contents, self._header, self._used = contents, list(contents.header), set(used)
        self._headings: dict[str, list[str]] = {}
        for name in self._header:
            self._headings.setdefault(fold_heading(name), []).append(name)

    def find(self, free: list[str]) -> dict[str, str]:
        """Find the columns of values, each with the name of its indicator; none if a column is named as the value.

        >>> contents = ColumnContents(["Area", "Rank", "Milk"], [["Peru", "1", "5"], ["Chile", "2", "6"]])
        >>> ValueColumns(contents, ["Area"]).find(["Rank", "Milk"])
        {'Milk': 'Milk'}
        """
        plain = {name.partition("(")[0]: name for name in reversed(free)}
        ranks = {name: rank for name in plain if (rank := rank_name("value", name)) is not None}
        fits = [plain[name] for name in sorted(ranks, key=ranks.__getitem__)]
        numeric = [name for name in fits if not self._contents.length or self._contents.is_numeric(name)]
        value = next(iter(numeric or fits), "")
        if value and (fold_heading(value) in _SIDE_BY_SIDE or not self._contents.length):
            return {value: ""}
        shown = {name for name in fits if name != value and self._shows(name, value)}
        free = [name for name in free if name != value and name not in shown]
        numbers = [name for name in free if self.is_value(name, value)]
        figures = [name for name in numbers if not self.counts(name)]
        proper = [name for name in figures if guess_kind(name) != "interval"]
        unsure = [name for name in numbers if rank_name("weak counter", name) is not None]  # *Index* beside *id*
        further = proper or ([] if value else figures or unsure or numbers)
        return ({value: ""} if value else {}) | {name: name for name in further}

    def _shows(self, name: str, value: str) -> bool:
        """Return whether a column has the numbers of another as they are printed: *54.2* for 54.23."""
        pairs = [*zip(self._contents.cells(name), self._contents.cells(value), strict=True)]
        told = [(shown.split()[0], exact) for shown, exact in pairs if shown and _PLAIN.fullmatch(exact)]
        places = (len(shown.partition(".")[2]) for shown, _ in told)
        return bool(told) and all(
            _PLAIN.fullmatch(shown) and abs(float(shown) - float(exact)) <= 0.51 * 10.0**-decimals
            for (shown, exact), decimals in zip(told, places, strict=True)
        )

    def is_value(self, name: str, value: str = "") -> bool:
        """Return whether a column may have figures.

        Args:
            name: The column.
            value: The one that is named as the value, if any.
        """
        contents = self._contents
        if not contents.is_numeric(name) or self._is_code(name) or self._is_other_year(name):
            return False
        if self._is_point_in_time(name) or self._numbers_labels(name):
            return False
        if value and (self._numbers_texts(name) or any(rank_name(role, name) is not None for role in DETAILS)):
            return False
        roles = [role for role in self._used if role in contents.header]
        if value and any(self._follows(name, role) and not self._follows(value, role) for role in roles):
            return False
        kind = guess_kind(name)
        if kind == "dimension":  # energy may be a kind of thing or a number of it, an age only the former
            return rank_name("coded dimension", name) is None and not (value and self._tells_rows_apart(name))
        is_about = rank_name("about", name) is not None or _REMARK.search(fold_heading(name))
        return kind != "about" or not is_about or self._is_level(name)

    def counts(self, name: str) -> bool:
        """Return whether a column counts or ranks the rows: as the first one, by its name, or without one.

        >>> rows = [[f"{n + 1}", f"{1960 + n}", f"{n + 1}"] for n in range(12)]
        >>> columns = ValueColumns(ColumnContents(["rownames", "Year", "Milk"], rows), ["Year"])
        >>> columns.counts("rownames"), columns.counts("Milk")
        (True, False)
        """
        cells, is_first = self._contents.cells(name), name == self._header[0]  # as pandas and R write it
        if is_first and len(cells) >= _MANY_ROWS and cells[0] in ("0", "1") and self._contents.counts_rows(name):
            return read_title_unit(name).found is None
        if self._is_index(name):
            return True
        if _NAMELESS.fullmatch(name) or rank_name("weak counter", name) is not None:
            is_area = self._contents.length < _FEWEST_COUNTED and self._contents.is_area(name)
            return not is_area and self._contents.counts_rows(name)
        is_counter = guess_kind(name) == "counter" and self._contents.is_whole(name)
        return is_counter and read_title_unit(name).found is None  # Number (thousands)

    def _is_index(self, name: str) -> bool:
        """Return whether a column at the edge has no name among others that have, and other whole numbers in each row.

        >>> rows = [["2", "1960", "7"], ["0", "1961", "7"], ["1", "1962", "8"]]
        >>> ValueColumns(ColumnContents(["column 1", "Year", "Milk"], rows), ["Year"]).counts("column 1")
        True
        """
        if name not in (self._header[0], self._header[-1]):
            return False
        is_alone = [one for one in self._header if _NAMELESS.fullmatch(one)] == [name]
        is_whole = self._contents.length >= _FEWEST_COUNTED and self._contents.is_whole(name)
        return is_alone and is_whole and self._contents.count([name]) == self._contents.length

    def _is_level(self, name: str) -> bool:
        """Return whether a column called *Level* has figures beside their growth, and no level in a list of parts."""
        texts = self._contents.texts(name)
        is_large = all(re.fullmatch(r"\d+", text) is None or int(text) > _MOST_LEVELS for text in texts)
        return fold_heading(name) == "level" and self._contents.is_numeric(name) and is_large

    def _follows(self, name: str, other: str) -> bool:
        """Return whether a column says the same in all rows with the same text in another, which has some twice."""
        is_repeated = self._contents.count([other]) < self._contents.length
        return is_repeated and self._contents.is_determined(name, [other])

    def _tells_rows_apart(self, name: str) -> bool:
        """Return whether rows that are the same in all other roles differ in a column: it has codes, not figures."""
        roles = [role for role in self._used if role in self._contents.header]
        return self._contents.count([*roles, name]) > self._contents.count(roles)

    def _numbers_texts(self, name: str) -> bool:
        """Return whether a column has the codes of the texts in the next one: *1* beside *men*, *2* beside *women*."""
        contents, place = self._contents, self._header.index(name) + 1
        label = self._header[place] if place < len(self._header) else ""
        if not label or contents.is_numeric(label) or not contents.is_whole(name):
            return False
        return 1 < contents.count([name]) == contents.count([label]) == contents.count([name, label])

    def _numbers_labels(self, name: str) -> bool:
        """Return whether a column numbers the texts of another one, from 1 on, or has what is called their code.

        >>> rows = [["Peru", "1", "7"], ["Peru", "1", "8"], ["Chile", "2", "7"], ["Cuba", "3", "9"]]
        >>> values = ValueColumns(ColumnContents(["Country", "countrycode", "Milk"], rows), ["Country"])
        >>> values.is_value("countrycode"), values.is_value("Milk")
        (False, True)
        """
        contents, count = self._contents, self._contents.count([name])
        if not contents.is_whole(name) or not _FEWEST_COUNTED <= count < contents.length:
            return False
        numbers = sorted(map(float, contents.texts(name)))
        if numbers != [*range(1, count + 1)] and not fold_heading(name).endswith("code"):
            return False
        texts = (one for one in self._header if one != name and not contents.is_numeric(one))
        return any(count == contents.count([one]) == contents.count([name, one]) for one in texts)

    def _is_code(self, name: str) -> bool:
        is_padded = any(
            re.fullmatch(r"0\d+", text) for text in self._contents.texts(name)
        )  # a figure has no 0 before it
        is_called_so = f" {fold_heading(name)}".endswith((" code", " codes"))
        labels = (one for heading in list_labels(name) for one in self._headings.get(heading, ()) if one != name)
        return is_padded or is_called_so or any(self._has_names_of(label, name) for label in labels)

    def _has_names_of(self, label: str, code: str) -> bool:
        """Return whether a column has the names of the codes in another, or the same numbers."""
        contents = self._contents
        return not contents.is_numeric(label) or contents.cells(label) == contents.cells(code)

    def _is_point_in_time(self, name: str) -> bool:
        """Return whether a column has points within the years of another one: *2021.5* beside *2021*."""
        points = self._contents.cells(name)
        if not points or not all(re.fullmatch(r"\d{4}\.\d+", point) for point in points):
            return False
        years = [point.partition(".")[0] for point in points]
        return any(self._contents.cells(other) == years for other in self._used if other in self._contents.header)

    def _is_other_year(self, name: str) -> bool:
        """Return whether a column of years or of a trend is not the period: *Base year*, *Time* from 1 on."""
        is_named = any(rank_name("period", word) is not None for word in set(fold_heading(name).split()))
        is_trend = self._contents.length >= _FEWEST_COUNTED and self._contents.counts_rows(name)
        is_years = self._contents.is_whole(name) and self._contents.share_of_periods(name) == 1.0
        return is_named and (is_years or is_trend)
