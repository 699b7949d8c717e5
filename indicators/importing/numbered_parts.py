"""Parts of years that are only numbers: whether ``2019.1`` and ``2019:1`` are quarters or months, by all of them.

Numbers that lost their last zero are seen: 2019.1 is October beside 2019.09, and January beside 2019.10.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal, NamedTuple

from indicators.importing import period_messages

PartName = Literal["", "months", "quarters", "short months", "fourths", "twelfths"]
"""What numbers after years are: ``short months`` lost their last zero, ``fourths`` and ``twelfths`` are of a year."""

FRACTION: Final = re.compile(r"(?P<year>(?:1[5-9]|2[01])\d\d)[.,](?P<part>\d{1,17})")
_YEAR_OR_FRACTION: Final = re.compile(rf"\d{{4}}|{FRACTION.pattern}")
_ZEROS: Final = frozenset(("0", "00", "000"))
_FOURTHS: Final = _ZEROS | {"25", "250", "5", "50", "500", "75", "750"}
_WHOLE_YEARS: Final = 2
_MONTHS: Final = 12
_HALF: Final = 5  # tenths of a year, or May
_FEWEST_HEADINGS: Final = 4
_NAMES: Final[dict[PartName, re.Pattern[str]]] = {
    "quarters": re.compile(r"quarter|quartal|trim|kwarta", re.IGNORECASE),
    "months": re.compile(r"month|monat|mois|\bmes(es)?\b|mese|miesi", re.IGNORECASE),
}


class Part(NamedTuple):
    """A year and the number of its part, with the text itself."""

    year: str
    number: str
    text: str


class PartKind(NamedTuple):
    """What the parts are, if that is certain: the evidence as a sentence, and one of them."""

    kind: PartName = ""
    evidence: str = ""
    example: str = ""


def read_fractions(texts: Iterable[str]) -> list[Part]:
    """Read the texts that are a year and its part as a decimal number, but not the years that are decimal numbers.

    >>> [part.number for part in read_fractions(["2019.0", "2019.1", "2019,25", "2019", "1.2019"])]
    ['1', '25']
    """
    found = (match for text in texts if (match := FRACTION.fullmatch(text)))
    return [Part(match["year"], match["part"], match[0]) for match in found if match["part"] not in _ZEROS]


def are_fractions(texts: Collection[str]) -> bool:
    """Return whether all texts are years, or years and their parts as decimal numbers.

    >>> are_fractions(["2019", "2019.25"]), are_fractions(["2019", "2020"]), are_fractions(["2019.25", "x"])
    (True, False, False)
    """
    return all(map(_YEAR_OR_FRACTION.fullmatch, texts)) and any(map(FRACTION.fullmatch, texts))


def list_fraction_headings(names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """List the headings that are years and their parts as decimal numbers: several in order, which say what they are.

    Each has the two parts that `split_heading` returns: no title, and the period.

    >>> list_fraction_headings(["Area", "2019.09", "2019.1", "2019.11", "2019.12"])["2019.1"]
    ('', '2019.1')
    >>> list_fraction_headings(["Peru", "2019.1", "1875.2", "1930.9", "2204.5"])
    {}
    """
    found = [name for name in names if FRACTION.fullmatch(name)]
    years = [name[:4] for name in found]
    is_ordered = years in (sorted(years), sorted(years, reverse=True))
    is_certain = is_ordered and len(found) >= _FEWEST_HEADINGS and judge_fractions(read_fractions(found)).kind
    return {name: ("", name) for name in found} if is_certain else {}


def judge_fractions(parts: Sequence[Part], column: str = "") -> PartKind:
    """Judge what years with a part as a decimal number are.

    >>> files = "2019.25 2019.5", "2019.09 2019.1", "2019.1", "2019.1 2019.7 2019.10", "2019.083 2019.5"
    >>> [judge_fractions(read_fractions(texts.split())).kind for texts in files]
    ['fourths', 'short months', '', 'months', 'twelfths']
    """
    by_number = {part.number: part.text for part in parts}
    numbers = by_number.keys()
    longest = max(by_number.values(), key=len, default="")
    only_so = period_messages.ONLY_SO.format
    if numbers <= _FOURTHS and any(number.startswith(("25", "75")) for number in numbers):
        return PartKind("fourths", only_so(text=longest), longest)
    if all(len(number) == 2 and "01" <= number <= "12" for number in numbers - {"1"}):
        evidence = period_messages.TWO_DIGITS if "1" not in numbers else only_so(text=longest)
        kind: PartName = "short months" if "1" in numbers else "months"
        return PartKind(kind, evidence, by_number.get("1", longest)) if len(longest) > len("2019.1") else PartKind()
    if all(number[0] != "0" and int(number) <= _MONTHS for number in numbers):
        larger = next((text for number, text in by_number.items() if int(number) > _HALF), "")
        is_lost = "1" in numbers and "10" not in numbers and max(map(int, numbers)) > 10  # January, October, or both
        found = PartKind("months", only_so(text=larger), longest) if larger else _judge_small(parts, column)
        return PartKind() if is_lost else found
    return PartKind("twelfths", period_messages.TWELFTHS, longest) if all(map(_is_twelfth, numbers)) else PartKind()


def judge_numbers(parts: Sequence[Part], column: str = "") -> PartKind:
    """Judge what years with a number after or before them are.

    >>> judge_numbers([Part("2019", "1", "2019:1"), Part("2019", "7", "2019:7")]).kind
    'months'
    >>> judge_numbers([Part("2019", str(quarter), "") for quarter in (1, 2, 3, 4)]).kind
    ''
    """
    months = [one for one in parts if int(one.number) <= _MONTHS]  # the others are ends of several years
    larger = next((one.text for one in months if int(one.number) > 4 or one.number.startswith("0")), "")
    example = next((one.text for one in parts if one.number in ("1", "2", "3", "4")), "")
    if larger:
        return PartKind("months", period_messages.ONLY_SO.format(text=larger), example)
    return _judge_small(parts, column)._replace(example=example)


def _judge_small(parts: Sequence[Part], column: str) -> PartKind:
    """Judge small numbers: by the name of the column, or as they go from 1 to 4 and begin again."""
    years: dict[int, set[int]] = {}
    for one in parts:
        years.setdefault(int(one.year), set()).add(int(one.number))
    example, most = parts[0].text, max(int(one.number) for one in parts)
    is_short = {one.number for one in parts} == {"1"}  # which may be October
    named: PartName = next((kind for kind, pattern in _NAMES.items() if pattern.search(column)), "")
    if (named == "quarters" and most <= 4) or (named == "months" and not is_short):
        return PartKind(named, period_messages.BY_COLUMN_NAME.format(column=column), example)
    whole = [year for year, numbers in sorted(years.items()) if numbers == {1, 2, 3, 4}]
    if most <= 4 and len(whole) >= _WHOLE_YEARS:
        evidence = period_messages.FOUR_A_YEAR.format(first=whole[0], second=whole[1])
        return PartKind("quarters", evidence, example)
    inner = next((y for y in whole if 4 in years.get(y - 1, ()) and 1 in years.get(y + 1, ())), 0)
    if most <= 4 and inner:
        return PartKind("quarters", period_messages.FOUR_BETWEEN.format(year=inner), example)
    return PartKind()


def _is_twelfth(part: str) -> bool:
    """Whether a fraction of a year is a number of months: 2019.083 is February."""
    months = float(f"0.{part}") * 12
    return abs(months - round(months)) < 0.07 and (len(part) > 1 or part in "05")
