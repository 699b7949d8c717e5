"""The contents of columns: which hold numbers, periods, areas or counts of the rows, and which determine each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from indicators.importing.affixes import splits_off
from indicators.importing.column_names import rank_name
from indicators.importing.number_columns import NOTHING
from indicators.importing.period_cells import LONGEST_PERIOD, is_open_period, read_period

_NUMBER = re.compile(
    r"[+\-−–(]?\s*(?:[$€£¥₽₹]|[A-Z]{3}\s)?\s*[+\-−]?[.,]?\d[\d.,\s\u00a0\u2007\u2009\u202f'’]*(?:[eE][+-]?\d{1,3})?"
    r"\s*(?:%|[a-z*]{1,3}|[-−]|\d/|(?P<after>[^\d)]\D*))?\)?"
)
_PART_OF_YEAR = r"(?:1[5-9]|20)\d\d(?:[-_ ]?[QMSHKTqmshkt]\d{1,2}|-\d\d)?|[QMSHKTqmshkt]\d{1,2}[-_ /](?:1[5-9]|20)\d\d"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WITH_PERIOD = (
    re.compile(
        rf"(?P<title>(?:(?!{_YEAR}).)*[^\W\d_](?:(?!{_YEAR}).)*?)[\s_,;:.(\[|–-]+(?P<period>{_PART_OF_YEAR})[)\]]?"
    ),
    re.compile(rf"(?P<period>{_PART_OF_YEAR})[\s_,;:.)\]|–-]+(?P<title>[^\d].*)"),
    re.compile(
        rf"(?P<title>[^\W\d_](?:(?!{_YEAR}).)*?)[\s_,;:]+(?P<period>{_PART_OF_YEAR})"
        rf"(?P<unit>[\s;]*[(\[](?:(?!{_YEAR})[^()\[\]])*[)\]]|, [^,\d]+)"
    ),
)
_JOINED = re.compile(rf"(?P<title>.{{1,400}}) \[(?P<period>{_PART_OF_YEAR})\]")  # of two rows of a header
_MARKED = re.compile(r"(?P<name>.+?)\s*\[(?:note[^\]]*|(?P<flag>[pefrb]))\]")  # as British offices do
_OTHER_YEAR = re.compile(
    r"\b(constant|prices?|base|basis|index|=|flags?|status|notes?|footnotes?|comments?|unit|source|prix|preise|precios|"
    r"rank|code)\b|\b(since|until|to|before|after|as of|vs)\s*$|[=/–-]\s*$",
    re.IGNORECASE,
)
_CENTURY = r"(?:1[5-9]|2[01])\d\d"
_FIGURE = re.compile(  # none of the numbers that may be periods: 2020, 2020.25, 202003, 20200331, 3.2020
    rf"(?!{_CENTURY}(?:[.,]\d{{1,3}}|(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?$|\d\d?\.{_CENTURY}$)[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?"
)
_DECIMAL = re.compile(r"\d[.,]\d")
_END_OF_SPAN = re.compile(rf"(?:[^\W\d]{{1,5}} )?{_CENTURY}")  # 1995, until 1995
_FIRST_YEAR, _LAST_YEAR = 1500, 2150
_LONGEST = 1_000  # letters of a number or heading; patterns take long for longer texts
_SIGNS = "$€£¥₽₹"
_MISSING = frozenset(NOTHING)


def is_missing(cell: str) -> bool:
    """Return whether a cell says that there is no figure."""
    return cell.casefold() in _MISSING


def is_number(cell: str) -> bool:
    """Return whether a cell looks like a number, with or without its unit or letters behind it.

    >>> [cell for cell in ("1,234.5", "-7,5 %", "(3)", "15-24", "2019-01", "1.5 b", "4Q20", "") if is_number(cell)]
    ['1,234.5', '-7,5 %', '(3)', '1.5 b']
    >>> [cell for cell in ("12,5 mln zł", "33.5 [p]", "15 years", "1 to 5 employees") if is_number(cell)]
    ['12,5 mln zł', '33.5 [p]']
    """
    found = _NUMBER.fullmatch(cell) if len(cell) <= _LONGEST else None
    return found is not None and (not found["after"] or splits_off(found["after"]))


def _is_plain(number: str) -> bool:
    """Return whether a number can't be a code with letters behind it: ``3b``."""
    is_figure = number[-1].isdigit() or number[-1] in "%)-−" or number[0] in _SIGNS
    return is_figure or bool((found := _NUMBER.fullmatch(number)) and found["after"])


def read_heading_period(name: str) -> str:
    """Return the period that a heading names, or nothing; 2710 is a code of goods and no year.

    A heading that is a period only by the rules of its file (``2019/20``, ``2019p``) is returned as it is.

    >>> read_heading_period("2019 [YR2019]"), read_heading_period("2710"), read_heading_period("Sales")
    ('2019', '', '')
    """
    if len(name) > LONGEST_PERIOD or _FIGURE.fullmatch(name):
        return ""  # most cells are figures, and periods are slow to read
    return _read_heading(name)


@lru_cache(maxsize=16_384)  # as each of 4,096 columns is looked at from several sides
def _read_heading(name: str) -> str:
    found = read_period(name)
    if found is None:
        return name if is_open_period(name) else ""
    return str(found) if _FIRST_YEAR <= found.first.year <= _LAST_YEAR else ""


def split_heading(name: str) -> tuple[str, str]:
    """Split a heading into what is measured and the period, each of which may be missing.

    >>> split_heading("Milk 2018"), split_heading("2019-Q1: Milk"), split_heading("2019"), split_heading("Milk")
    (('Milk', '2018'), ('Milk', '2019-Q1'), ('', '2019'), ('', ''))
    >>> split_heading("GDP 2023 (US$ bn)"), split_heading("GDP 2015 (constant prices)")
    (('GDP (US$ bn)', '2023'), ('', ''))
    >>> split_heading("Aged 15 to 64, %, 2021"), split_heading("Growth to 2021")
    (('Aged 15 to 64, %', '2021'), ('', ''))
    >>> split_heading("GDP, 2023, current US$"), split_heading("Volume, 2015=100 [2020]")
    (('GDP, current US$', '2023'), ('Volume, 2015=100', '2020'))
    >>> split_heading("Debt 2022 (£ million) [p]"), split_heading("2022 [note 3]")
    (('Debt (£ million)', '2022p'), ('', '2022'))
    >>> split_heading("GDP (constant 2015 US$)"), split_heading("At prices of 2015"), split_heading("2019 flag")
    (('', ''), ('', ''), ('', ''))
    >>> split_heading("1992 - 1995"), split_heading("1992 to 1995")
    (('', ''), ('', ''))
    """
    mark = _MARKED.fullmatch(name) if len(name) <= _LONGEST else None
    flag, name = (mark["flag"] or "", mark["name"]) if mark else ("", name)
    whole = read_heading_period(name)
    if whole:
        return "", whole + flag
    if joined := _JOINED.fullmatch(name.strip()):
        return joined["title"], joined["period"] + flag
    for pattern in _WITH_PERIOD if len(name) <= _LONGEST else ():
        found = pattern.fullmatch(name.strip())
        if found and not _OTHER_YEAR.search(found["title"]) and (period := read_heading_period(found["period"])):
            unit = found.groupdict().get("unit") or ""
            if not (_OTHER_YEAR.search(unit) or _END_OF_SPAN.fullmatch(found["title"].strip(" –—-"))):
                return found["title"].strip() + unit, period + flag
    return "", ""


def drop_notes(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Drop headings within a table and notes below it, which may be merged over columns, unless nothing is left.

    >>> drop_notes([["Europe", ""], ["Peru", "5"], ["Source: us", "Source: us"], ["1) Estimated", "Source: us"]])
    [['Peru', '5']]
    """
    told = [row for row in rows if len({*filter(None, row)}) > 1]
    last = next((place for place, row in enumerate(reversed(told)) if any(map(is_number, row))), 0)
    return told[: len(told) - last] or rows


class ColumnContents:
    """The cells of some rows, by column.

    Args:
        header: The names of the columns.
        rows: The rows; short ones lack their last cells.
        find_area: Finds the code of an area by a cell; by default there are none.
    """

    def __init__(
        self,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        find_area: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self.header, self._rows, self._find_area = tuple(header), [row for row in rows if any(row)], find_area
        self._places = {name: place for place, name in enumerate(self.header)}
        self._cells: dict[str, list[str]] = {}
        self._texts: dict[str, list[str]] = {}
        self._numeric: dict[str, bool] = {}
        self._codes: dict[tuple[str, ...], list[int]] = {}

    @cached_property
    def length(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def cells(self, name: str) -> list[str]:
        """Return the cells of a column, without surrounding spaces."""
        if name not in self._cells:
            place = self._places[name]
            self._cells[name] = list(map(str.strip, self._columns[place])) if self._columns else []
        return self._cells[name]

    @cached_property
    def _columns(self) -> list[Sequence[str]]:
        """The cells by column, as many as the header has."""
        width = len(self.header)
        whole = (row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in self._rows)
        return list(zip(*whole, strict=False))

    def texts(self, name: str) -> list[str]:
        """Return the distinct cells of a column that are not empty."""
        if name not in self._texts:
            self._texts[name] = [text for text in dict.fromkeys(self.cells(name)) if text]
        return self._texts[name]

    def is_numeric(self, name: str) -> bool:
        """Return whether a column holds numbers: most of its cells that say something.

        >>> contents = ColumnContents(["A", "B", "C"], [["1", "..", "x"], ["", "n/a", "2"], ["2,5", "", "y"]])
        >>> [contents.is_numeric(name) for name in "ABC"]
        [True, True, False]
        """
        if name not in self._numeric:
            self._numeric[name] = self._holds_numbers(name)
        return self._numeric[name]

    def _holds_numbers(self, name: str) -> bool:
        texts = self.texts(name)
        said = [text for text in texts if not is_missing(text) and not text.startswith("#")]  # nor an error: #REF!
        numbers = sum(map(is_number, said))
        if not said:
            return bool(texts)
        return numbers * 2 > len(said) and any(_is_plain(text) for text in said if is_number(text))

    def has_decimals(self, name: str) -> bool:
        """Return whether a column holds numbers of which some have decimals, and so no codes."""
        return self.is_numeric(name) and any(map(_DECIMAL.search, self.texts(name)))

    def is_whole(self, name: str) -> bool:
        """Return whether all cells of a column are whole numbers."""
        texts = self.texts(name)
        return bool(texts) and all(re.fullmatch(r"\d+(\.0)?", text) for text in texts)

    def counts_rows(self, name: str) -> bool:
        """Return whether a column counts the rows, from any number."""
        cells = self.cells(name)
        first = int(cells[0]) if cells and re.fullmatch(r"\d{1,9}", cells[0]) else 0
        return all(cell == str(first + n) for n, cell in enumerate(cells))

    def share_of_periods(self, name: str) -> float:
        """Return the share of distinct cells that are periods."""
        texts = [text for text in self.texts(name) if not is_missing(text)]
        return sum(bool(read_heading_period(text)) for text in texts) / len(texts) if texts else 0.0

    def share_of_areas(self, name: str) -> float:
        """Return the share of distinct cells, without totals, that are areas; codes count only in capitals."""
        texts = [text for text in self.texts(name) if not is_missing(text) and rank_name("total", text) is None]
        return sum(self.is_area(text) for text in texts) / len(texts) if texts else 0.0

    def find_area(self, text: str) -> str | None:
        """Return the code of an area."""
        return self._find_area(text)

    def names_area(self, key: str, area: str) -> bool:
        """Return whether a part of a key is the code of an area: ``FRA.CPI.A`` and *France*."""
        parts = (part for part in re.split(r"[._:\-/]", key) if 2 <= len(part) <= 3 and part.isupper())
        return any(self._find_area(part) == self._find_area(area) for part in parts if self._find_area(part))

    def is_area(self, text: str) -> bool:
        """Return whether a text is an area; a code counts only in capitals: ``in (%)`` is not India."""
        name = re.split(r" ?[(\[]", text, maxsplit=1)[0]
        return (len(name) > 3 or name.isupper()) and self._find_area(text) is not None

    def group(self, names: Iterable[str]) -> list[int]:
        """Number the distinct combinations of columns; return the number of each row."""
        key = tuple(names)
        if key not in self._codes:
            numbers: dict[tuple[int, str], int] = {}
            before = self.group(key[:-1]) if len(key) > 1 else [0] * self.length
            last = self.cells(key[-1]) if key else [""] * self.length
            self._codes[key] = [numbers.setdefault(pair, len(numbers)) for pair in zip(before, last, strict=True)]
        return self._codes[key]

    def count(self, names: Iterable[str]) -> int:
        """Return the number of distinct combinations of columns."""
        key = tuple(names)
        return len(set(self.cells(key[0]))) if len(key) == 1 else max(self.group(key), default=-1) + 1

    def is_determined(self, name: str, by: Iterable[str]) -> bool:
        """Return whether a column has one value for each combination of others.

        >>> contents = ColumnContents(["Code", "Name"], [["A", "x"], ["B", "y"], ["A", "x"]])
        >>> contents.is_determined("Name", ["Code"]), contents.is_determined("Name", [])
        (True, False)
        """
        by = tuple(by)
        return self.count((*by, name)) == self.count(by)

    def keep(self, wanted: Callable[[int], bool]) -> ColumnContents:
        """Keep some of the rows, by their places."""
        rows = [row for place, row in enumerate(self._rows) if wanted(place)]
        return ColumnContents(self.header, rows, self._find_area)

    def keep_figures(self) -> ColumnContents:
        """Keep the rows with a number beside another cell: others are notes."""
        return self.keep(lambda n: sum(map(bool, self._rows[n])) > 1 and any(map(is_number, self._rows[n])))
