"""Dimensions: what divides an indicator into series beyond area and period, such as sex and age.

The dimensions of a figure are one text that is part of its key: ``AGE=Y15T24;SEX=F``, in the order of the ids. The
total of a dimension, ``_T`` in SDMX, is left out, so a figure for everybody has the empty text, as has a figure of an
indicator without dimensions. Sex and age have the codes of SDMX (``CL_SEX``, ``CL_AGE``); any other dimension has the
words of its source as codes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from indicators.errors import UsageError, suggest_nearest
from indicators.model import messages
from indicators.model.codelists import fold_name

TOTAL_CODE: Final = "_T"
"""SDMX's code of the total of a dimension."""
KNOWN_DIMENSIONS: Final = {"SEX": "sex", "AGE": "age"}
"""The dimensions whose codes are SDMX's, with their names."""

DimensionChoice = tuple[tuple[str, tuple[str, ...]], ...]
"""The chosen codes of dimensions, by id: ``(("SEX", ("F", "M")),)``."""

RESERVED_IDS: Final = frozenset(
    """
    AREAS ASOF AS_OF EVERYVINTAGE EVERY_VINTAGE INDICATORS COUNTRY TIME FORECASTS PRICES DEFLATOR AGGREGATE PER
    AVERAGE TRANSFORM BASE TAB CHART SCALE YSCALE STACKING STACKMODE REFERENCE REFERENCES OVERLAY LOCALE EMBED
    EMBED_OPTIONS DIMENSION DIMENSIONS ENTITY CODE COUNTERPART PERIOD FIRST LAST YEAR FREQUENCY INDICATOR VALUE
    LOWER UPPER UNIT STATUS QUALIFIER DIGITS CONVERTED_FROM INFERRED SAID_BY NOTE LOCATOR VINTAGE DATASET
    PUBLISHER ORIGIN RULE RATE RATE_UNIT RATE_DATE RATE_PUBLISHER RATE_PATH REASON NUMBER TITLE EXACT_VALUE
    TOLERANCE ENDS BANDS SCENARIO NOTES LOCK HIGHLIGHT FOCUS AXES UNIFORMYAXIS
    """.split()
)
"""Ids that no dimension has, because tables, addresses and calls have other things of that name."""

_LABELS: Final = {
    "SEX": {TOTAL_CODE: "all", "F": "women", "M": "men"},
    "AGE": {TOTAL_CODE: "all ages"},
}
_AGE_LABELS: Final = (
    (re.compile(r"Y(\d+)T(\d+)"), "{}–{}"), (re.compile(r"Y_GE(\d+)"), "{} and over"),
    (re.compile(r"Y_LT(\d+)"), "under {}"), (re.compile(r"Y(\d+)"), "{}"),
)  # fmt: skip
_RESERVED: Final = str.maketrans({character: f"%{ord(character):02X}" for character in "%;=~"})
_ESCAPED: Final = re.compile(r"%([0-9A-F]{2})")
_PART: Final = "+"
_LONGEST_CODE: Final = 200
LONGEST_ID: Final = 40


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of an indicator.

    Attributes:
        id: Its id, in capitals as in SDMX: ``SEX``.
        values: The codes that the indicator has figures for, the total first if there is one.
        name: Its name on the screen, if it is not known from the id.
        labels: The codes in the words of a user's file, where it has other words.
        shows_all: Whether all codes are shown without a choice, as of a user's file, even if one is the total.

    >>> sex = Dimension("SEX", ("_T", "F", "M"))
    >>> sex.label, sex.key, [sex.label_code(code) for code in sex.values]
    ('sex', 'sex', ['all', 'women', 'men'])
    """

    id: str
    values: tuple[str, ...]
    name: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    shows_all: bool = False

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name or KNOWN_DIMENSIONS.get(self.id, self.id.replace("_", " ").lower())

    @property
    def key(self) -> str:
        """Its name in tables, addresses and calls."""
        return self.id.lower()

    @property
    def has_total(self) -> bool:
        """Whether there are figures of the total."""
        return TOTAL_CODE in self.values

    @property
    def default(self) -> tuple[str, ...]:
        """The codes that are shown without a choice: the total, or all of them if there is no total."""
        return (TOTAL_CODE,) if self.has_total and not self.shows_all else self.values

    def label_code(self, code: str) -> str:
        """Return a code in words."""
        return dict(self.labels).get(code) or label_code(self.id, code)

    def find_code(self, text: str) -> str:
        """Return the code that a text means: a code, or words such as ``women`` or ``15-24``.

        Raises:
            UsageError: The dimension has no such code.
        """
        by_case = {self.label_code(code).casefold(): code for code in self.values}
        by_case |= {code.casefold(): code for code in self.values}
        found = by_case.get(text.strip().casefold()) or by_case.get(read_code(self.id, text).casefold())
        if found is None:
            expected = ", ".join(
                code if (words := self.label_code(code)) == code else f"{code} ({words})" for code in self.values
            )
            message = messages.NO_SUCH_CODE.format(dimension=self.label)
            raise UsageError(message, found=text, expected=expected, hint=suggest_nearest(text, self.values))
        return found


def read_code(dimension: str, text: str) -> str:
    """Return the code of a text as a source writes it: SDMX's for sex and age, else the text itself.

    >>> read_code("SEX", "Female"), read_code("SEX", "女"), read_code("AGE", "15 to 24 years"), read_code("AGE", "65+")
    ('F', 'F', 'Y15T24', 'Y_GE65')
    >>> read_code("SECTOR", "Retail  trade"), read_code("SECTOR", "Total")
    ('Retail trade', '_T')
    """
    plain = " ".join(text.split())[:_LONGEST_CODE]
    code = _read_words().get((dimension, fold_name(plain))) or _read_words().get(("", fold_name(plain)))
    if code is None and dimension == "AGE":
        code = next((code for shape in _compile_ages() if (code := _read_age(*shape, plain))), None)
    return code or plain


@cache
def _read_words() -> dict[tuple[str, str], str]:
    """Return the code of each word by dimension, and the dimension of each column's name under ``column``."""
    found = {}
    for dimension, code, words in _read_table():
        for word in () if code.startswith(_PART) else words:
            found[dimension if code else "column", fold_name(word)] = code or dimension
    return found


@cache
def _read_table() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the rows of the table of words: dimension, code and words; a code with a plus is a part of a phrase."""
    with Path(__file__).with_name("dimension_words.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (dimension, code, tuple(words.split("; "))) for dimension, code, words in list(csv.reader(file))[1:]
        )


@cache
def _compile_ages() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the phrases for an age group, in the words of each language, with the codes they mean."""
    parts = {
        code.removeprefix(_PART): "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        for dimension, code, words in _read_table() if dimension == "AGE" and code.startswith(_PART)
    }  # fmt: skip
    age, years = r"(\d{1,3})", rf"\s*(?:{parts['years']})?\s*"
    aged, to = rf"(?:(?:{parts['aged']})\s+)?", rf"(?:{parts['to']})\s*"
    phrases = (
        ("Y{}T{}", rf"Y{age}T{age}|{aged}{age}{years}{to}{age}{years}"),
        ("Y_GE{}", rf"Y_GE{age}|{aged}{age}{years}(?:{parts['over']})"),
        ("Y_LT{}", rf"Y_LT{age}|(?:{parts['under']})\s*{age}{years}"),
        ("Y{}", rf"Y{age}|{aged}{age}{years}"),
    )
    return tuple((re.compile(phrase), code) for code, phrase in phrases)


def _read_age(shape: re.Pattern[str], code: str, text: str) -> str:
    found = shape.fullmatch(text) or shape.fullmatch(text.casefold())
    return "" if found is None else code.format(*(int(group) for group in found.groups() if group is not None))


def label_code(dimension: str, code: str) -> str:
    """Return a code of a dimension in words.

    >>> label_code("SEX", "F"), label_code("AGE", "Y15T24"), label_code("SECTOR", "Retail"), label_code("SECTOR", "_T")
    ('women', '15–24', 'Retail', 'total')
    """
    known = _LABELS.get(dimension, {}).get(code)
    if known is None and dimension == "AGE":
        known = next((words.format(*m.groups()) for shape, words in _AGE_LABELS if (m := shape.fullmatch(code))), None)
    return known or ("total" if code == TOTAL_CODE else code)


def join_dimensions(codes: Mapping[str, str]) -> str:
    """Return the text of dimensions that is part of a key; totals are left out.

    >>> join_dimensions({"SEX": "F", "AGE": "Y15T24"}), join_dimensions({"SEX": "_T"})
    ('AGE=Y15T24;SEX=F', '')
    """
    return ";".join(f"{id}={escape_code(code)}" for id, code in sorted(codes.items()) if code not in ("", TOTAL_CODE))


def split_dimensions(text: str) -> dict[str, str]:
    """Return the codes by the ids of their dimensions, without totals.

    >>> split_dimensions("AGE=Y15T24;SEX=F")
    {'AGE': 'Y15T24', 'SEX': 'F'}
    """
    pairs = (part.partition("=") for part in text.split(";") if part)
    return {id: unescape_code(code) for id, _, code in pairs}


def may_overlap(dimension: str, one: str, other: str) -> bool:
    """Return whether two codes of a dimension may count the same things twice.

    The total includes every other code; two sexes and two age groups without a common year don't overlap; of any other
    dimension this is not known.

    >>> may_overlap("SEX", "F", "M"), may_overlap("SEX", "_T", "F"), may_overlap("AGE", "Y15T24", "Y25T54")
    (False, True, False)
    >>> may_overlap("AGE", "Y15T24", "Y_GE15"), may_overlap("SECTOR", "Retail", "Trade")
    (True, True)
    """
    if dimension == "SEX":
        return {one, other} != {"F", "M"}
    span, other_span = _find_span(one), _find_span(other)
    if dimension != "AGE" or span is None or other_span is None:
        return True
    return span[0] <= other_span[1] and other_span[0] <= span[1]


def _find_span(age: str) -> tuple[int, int] | None:
    """Return the first and the last year of an age group."""
    if found := re.fullmatch(r"Y(\d+)(?:T(\d+))?", age):
        return int(found[1]), int(found[2] or found[1])
    if found := re.fullmatch(r"Y_(GE|LT)(\d+)", age):
        return (int(found[2]), 999) if found[1] == "GE" else (0, int(found[2]) - 1)
    return None


def escape_code(code: str) -> str:
    """Return a code without the characters that separate codes in keys and addresses.

    >>> escape_code("Food, drink; tobacco")
    'Food, drink%3B tobacco'
    """
    return code.translate(_RESERVED)


def unescape_code(text: str) -> str:
    """Return the code that `escape_code` wrote."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def label_dimensions(text: str, dimensions: Sequence[Dimension], totals: Collection[str] = ()) -> str:
    """Return the dimensions of a key in words.

    Args:
        text: The text of the key.
        dimensions: The dimensions of the indicator.
        totals: The ids of dimensions whose total is named too, because other codes are shown beside it.

    >>> sex, age = Dimension("SEX", ("_T", "F", "M")), Dimension("AGE", ("Y15T24",))
    >>> [label_dimensions(text, (sex, age)) for text in ("AGE=Y15T24;SEX=F", "AGE=Y15T24", "")]
    ['women, 15–24', '15–24', '']
    >>> label_dimensions("", (sex,), ("SEX",))
    'all'
    """
    codes = split_dimensions(text)
    shown = [one for one in dimensions if one.id in codes or one.id in totals]
    ordered = sorted(shown, key=lambda one: _place(one.id))
    return ", ".join(one.label_code(codes.get(one.id, TOTAL_CODE)) for one in ordered)


def _place(id: str) -> tuple[int, str]:
    known = list(KNOWN_DIMENSIONS)
    return (known.index(id) if id in known else len(known)), id


def make_dimension_id(column: str) -> str:
    """Return the id of the dimension that a column of a file contains.

    >>> make_dimension_id("Gender"), make_dimension_id("Type of household"), make_dimension_id("Отрасль")
    ('SEX', 'TYPE_OF_HOUSEHOLD', 'ОТРАСЛЬ')
    >>> make_dimension_id("Rate")
    'BY_RATE'
    """
    id = "_".join(re.findall(r"[^\W_]+", column)).upper()[:LONGEST_ID].strip("_")
    id = _read_words().get(("column", fold_name(column)), id or "DIMENSION")
    return f"BY_{id}"[:LONGEST_ID].strip("_") if id in RESERVED_IDS or id[0].isdigit() else id
