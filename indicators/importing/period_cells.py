"""Periods as files write them: SDMX, the World Bank's ``2019 [YR2019]``, the IMF's ``2020M01``, ``Jan-20``, ``4Q20``.

What may mean two periods (``03/04/2020``, ``2020/21``, ``2019.1``) is read only by the rules that the whole file, or
the user, gives in `indicators.importing.period_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.errors import PeriodError
from indicators.importing import period_messages
from indicators.importing.period_rules import NO_RULES, ROMAN_NUMBERS, FiscalYears, PeriodRules, is_span
from indicators.language.month_names import may_name_part, parse_month, parse_period_text
from indicators.model.periods import TimePeriod

_CENTURY: Final = 2000
_LAST_SHORT, _FIRST_SHORT = 30, 70  # two-digit years below are of this century, from the second on of the last
_LAST_YEAR: Final = 2200
_DECIMALS: Final = re.compile(r"\d[.,]\d{4}")  # an exchange rate, such as 1.2019
LONGEST_PERIOD: Final = 200
"""The most letters of a period: patterns take long for longer texts."""
_BUDDHIST: Final = 543
_DAYS: Final = re.compile(
    r"[T ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d\d:?\d\d)?$|(?<=\d)T$", re.IGNORECASE
)
_FOOTNOTE: Final = re.compile(
    r"(?:(?<=\w) ?[(\[]?(?:\*+|[†‡¹²³⁴-⁹]+)[)\]]?|(?<=\w) ?[(\[]\d{1,2}[)\]]"
    r"|(?<=\d{4})(?:\d\)| \d{1,2}[/)]| ?\(?[acdg-oqs-z]\)| [acdg-oqs-z]/| /[a-z]))$"
)
_FLAGS: Final = {
    "p": "p", "prov": "p", "provisional": "p", "prel": "p", "preliminary": "p", "e": "e", "est": "e", "estimate": "e",
    "estimated": "e", "f": "f", "forecast": "f", "proj": "f", "projected": "f", "projection": "f", "r": "", "a": "",
    "revised": "", "rev": "", "actual": "", "b": "b",
}  # fmt: skip
_FLAGGED: Final = re.compile(
    rf"(?P<text>.*?\d.*?)[ ]?(?:[(\[]?(?P<in>{'|'.join(_FLAGS)})\.?[)\]/]|(?<=\d),? ?(?P<after>{'|'.join(_FLAGS)})\.?)"
    r"[*†‡]*",
    re.IGNORECASE,
)
_ERA: Final = re.compile(r"(?:\bB\.?E\.? ?|พ\.?ศ\.? ?)(\d{4})|(\d{4}) ?(?:B\.?E\.?)(?![a-z])", re.IGNORECASE)
_NAMED_ERA: Final = re.compile(r"(?<=\u5e74)[(\uff08][^()\uff08\uff09]*\u5e74[)\uff09]")  # of Japan, the year again
_YEARS: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_KIND: Final = re.compile(r"^(?:(?:year|quarter|month|day)/|YR(?:(\d{4})--(?=\1$))?)(?=\d{4})")
"""What may come before a period, as in linked data of British offices and codes of the World Bank."""

Year = Callable[[str], "int | None"]


class _Reader(NamedTuple):
    """Builds periods by the rules of a file."""

    rules: PeriodRules

    def year(self, text: str) -> int | None:
        digits = text.lstrip("'’ ")
        if len(digits) == 4:
            return int(digits)
        short = int(digits)
        if self.rules.pivot is not None:
            return short + (_CENTURY if short < self.rules.pivot else _CENTURY - 100)
        if _LAST_SHORT <= short < _FIRST_SHORT:
            return None
        return short + (_CENTURY if short < _LAST_SHORT else _CENTURY - 100)

    def whole(self, year: str) -> TimePeriod | None:
        kind = self.rules.fractions
        return self.fraction(year[:4], "0") if kind in ("unclear", "fourths", "twelfths") else _parse(year[:4])

    def part(self, year: str, letter: str, number: str) -> TimePeriod | None:
        value = self.year(year)
        kind = {"q": "Q", "s": "S", "h": "S", "m": "M", "p": "M", "t": "Q", "k": "Q"}[letter.casefold()[0]]
        if value is None:
            return None
        return self.month(str(value), number) if kind == "M" else _parse(f"{value:04}-{kind}{int(number)}")

    def month(self, year: str, month: str = "", name: str = "") -> TimePeriod | None:
        value, number = self.year(year), int(month) if month else parse_month(name)
        return None if number is None or value is None else _parse(f"{value:04}-{number:02}")

    def quarter(self, year: str, number: str) -> TimePeriod | None:
        return _parse(f"{year}-Q{number}")

    def dutch(self, year: str, letter: str, number: str) -> TimePeriod | None:
        """``2024JJ00``, ``2024KW01``, ``2024MM01``: a year, a quarter, a month."""
        letter = letter.upper()
        return _parse(year) if letter == "JJ" else self.part(year, {"HJ": "H", "KW": "Q", "MM": "M"}[letter], number)

    def numbered(self, year: str, number: str) -> TimePeriod | None:
        """``2019:3``: a month, or a quarter; ``2000:01`` may be a fiscal year, unless others of the file are months."""
        follows = len(number) == 2 and int(number) == (int(year) + 1) % 100
        if self.rules.is_fiscal or (follows and self.rules.is_fiscal is None):
            return self.fiscal(year, number)
        return None if self.rules.are_spans else self.numbered_before(year, number)

    def numbered_before(self, year: str, number: str) -> TimePeriod | None:
        """``3/2019``: a month, or a quarter, and never a fiscal year."""
        if int(number) > 4 or len(number) == 2 or self.rules.parts == "months":
            return self.month(year, number)
        return _parse(f"{year}-Q{number}") if self.rules.parts == "quarters" else None

    def roman(self, year: str, roman: str) -> TimePeriod | None:
        """``2019-IV``: a quarter, unless others of the file are months."""
        number = ROMAN_NUMBERS[roman.casefold()]
        if number > 4 or self.rules.parts == "months":
            return self.month(year, str(number))
        return _parse(f"{year}-Q{number}") if self.rules.parts == "quarters" else None

    def iso_month(self, year: str, month: str) -> TimePeriod | None:
        follows = int(month) == (int(year) + 1) % 100
        if follows and (self.rules.is_fiscal or int(month) > 12):
            return self.fiscal(year, month)
        return None if self.rules.are_spans else _parse(f"{year}-{month}")

    def fraction(self, year: str, part: str) -> TimePeriod | None:
        kind = self.rules.fractions
        if kind in ("quarters", "fourths"):
            number = {"0": 1, "25": 2, "5": 3, "75": 4}.get(part.rstrip("0") or "0") if kind == "fourths" else int(part)
            return _parse(f"{year}-Q{number}") if number else None
        if kind == "twelfths":
            return self.month(year, str(round(float(f"0.{part}") * 12) + 1))
        if kind == "short months" and part == "1":
            return self.month(year, "10")
        return self.month(year, part) if kind.endswith("months") and int(part) else None

    def day(self, year: str, day: str, month: str = "", name: str = "", mark: str = "") -> TimePeriod | None:
        del mark  # between the parts of a date, always the same
        found = self.month(year, month, name)
        return None if found is None else _parse(f"{found}-{int(day):02}")

    def slashed(self, first: str, mark: str, second: str, year: str) -> TimePeriod | None:
        order = self.rules.date_order
        if len(year) == 2 and mark == "-" and not order and int(year) < 32:
            return None  # 19-12-31
        if not order:
            order = "day" if int(first) > 12 else "month" if int(second) > 12 else "day" if first == second else ""
        if order not in ("day", "month"):
            return None
        return self.day(year, first, second) if order == "day" else self.day(year, second, first)

    def week(self, year: str, week: str) -> TimePeriod | None:
        try:
            return _parse(f"{date.fromisocalendar(int(year), int(week), 1)}/P7D")
        except ValueError:
            return None

    def fiscal(self, year: str, second: str) -> TimePeriod | None:
        """``2019/20``, by the user's rule."""
        begins = self.rules.fiscal
        follows = int(second) == (int(year) + 1 if len(second) == 4 else (int(year) + 1) % 100)
        return self.twelve_months(int(year), begins.month) if begins and follows else None

    def named_fiscal(self, year: str) -> TimePeriod | None:
        """``FY2019``, by the user's rule."""
        begins, value = self.rules.fiscal, self.year(year)
        if begins is None or begins.offset is None or value is None:
            return None
        return self.twelve_months(value + begins.offset, begins.month)

    def months(self, year: str, start: str, end: str) -> TimePeriod | None:
        """``1994/ 1- 3.``: some months that are a quarter, a half or a year, which may end in the next one."""
        first, last = int(start), int(end)
        count = (last - first) % 12 + 1
        kind = {3: "Q", 6: "S"}.get(count, "") if (first - 1) % count == 0 else ""
        if not (1 <= first <= 12 and 1 <= last <= 12) or (not kind and count != 12):
            return None
        return _parse(f"{year}-{kind}{last // count}") if kind else self.twelve_months(int(year), first)

    def twelve_months(self, year: int, month: int) -> TimePeriod | None:
        return _parse(f"{year:04}" if month == 1 else f"{year:04}-{month:02}-01/P12M")


_Y, _YY, _SEP = r"(?P<year>\d{4})", r"(?P<year>\d{4}|['’]?\d\d)", r"[-_./:,'’ ]*"
_NAME: Final = r"(?P<name>[^\W\d_]{3,})\.?"
_TH: Final = r"(?:st|nd|rd|th|er|º|\.)?"
_DAY: Final = r"(?P<day>\d{1,2})"
_PART: Final = r"(?P<number>[1-4])(?:st|nd|rd|th|er)?[ .]?(?P<letter>q|qtr|quarter|h|half|t(?:rim)?\.?|kv\.?)"
_LETTER: Final = r"(?P<letter>q|s|h|m|qtr|t|k|kv|kw)[-. ]?(?P<number>\d{1,2})"
_ROMAN: Final = r"(?P<roman>x?i{1,3}|x?i?v|vi{1,3}|i?x)"
_CENTURIES: Final = r"(?P<year>(?:17|18|19|20|21)\d\d)(?P<month>0[1-9]|1[0-2])"
_MONTHS: Final = r"(?P<start>\d{1,2}) ?[-–] ?(?P<end>\d{1,2})"
_WEEK: Final = r"(?:w|wk|week|kw)[-_ ]?(?P<week>\d{1,2})"
_SPELLINGS: Final[tuple[tuple[str, Callable[..., TimePeriod | None]], ...]] = (
    (r"(?:yr|f|x|y|cy)?(?P<year>\d{4}(?:\.0)?)", _Reader.whole),
    (rf"{_Y}{_SEP}{_LETTER}", _Reader.part),
    (rf"{_LETTER}{_SEP}{_YY}", _Reader.part),
    (rf"{_PART}{_SEP}(?:of )?{_YY}", _Reader.part),
    (rf"{_Y}{_SEP}{_PART}", _Reader.part),
    (rf"{_Y}\.? ?(?P<number>[1-4])/4", _Reader.quarter),
    (rf"{_Y}[. ] ?(?P<month>\d{{1,2}}) ?월", _Reader.month),
    (rf"{_Y}(?P<letter>JJ|HJ|KW|MM)(?P<number>\d\d)", _Reader.dutch),
    (_CENTURIES, _Reader.month),
    (rf"{_CENTURIES}(?P<day>\d\d)", _Reader.day),
    (rf"{_DAY}\. ?(?P<month>\d{{1,2}})\. ?(?P<year>\d{{4}}|\d\d)", _Reader.day),
    (rf"{_Y}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_DAY}", _Reader.day),
    (r"(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)", _Reader.slashed),
    (rf"(?P<number>\d{{1,2}})[/.-]{_Y}", _Reader.numbered_before),
    (rf"{_Y}[.,](?P<part>\d{{1,17}})", _Reader.fraction),
    (rf"{_Y}-(?P<month>\d\d)", _Reader.iso_month),
    (rf"{_Y}(?:[/:-]| - )(?P<number>\d{{1,2}})", _Reader.numbered),
    (rf"{_Y} ?[-/:. ] ?{_ROMAN}", _Reader.roman),
    (
        rf"{_Y} ?[TQ](?P<number>i{{1,3}}|iv)",
        lambda _, year, number: _parse(f"{year}-Q{ROMAN_NUMBERS[number.casefold()]}"),
    ),
    (rf"{_ROMAN} ?[-/:. ] ?{_Y}", _Reader.roman),
    (rf"{_NAME}{_SEP}(?:de )?{_YY}", _Reader.month),
    (rf"{_Y}{_SEP}{_NAME}", _Reader.month),
    (rf"{_DAY}{_TH}{_SEP}(?:de )?{_NAME}{_SEP}(?:de )?{_YY}", _Reader.day),
    (rf"{_NAME}{_SEP}{_DAY}(?:st|nd|rd|th)?,?[-. ]+{_Y}", _Reader.day),
    (rf"{_Y}[-./ ]{_NAME}[-./ ]{_DAY}", _Reader.day),
    (rf"{_Y}[-_ ]?{_WEEK}", _Reader.week),
    (rf"{_WEEK}[-_/, ]+{_Y}", _Reader.week),
    (rf"{_Y} ?[/. ] ?{_MONTHS}\.?", _Reader.months),
    (rf"(?:fy|fiscal year)? ?{_Y} ?[/–-] ?(?P<second>\d{{4}}|\d\d)", _Reader.fiscal),
    (rf"(?:fy|fiscal year|financial year)[ -]?{_YY}", _Reader.named_fiscal),
)
"""How periods are written; the groups are the arguments of the function."""
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _SPELLINGS)
_IN_WORDS: Final = re.compile(r"(?=.*[^\W\d_])(?=.*(?<!\d)(?:19|20)\d\d(?!\d))[^/]{5,40}")  # a year among words
_FISCAL_LIKE: Final = re.compile(r"fy.*|(\d{4}) ?[/–-] ?(\d{2}|\d{4})", re.IGNORECASE)
_PART_LIKE: Final = re.compile(
    r"\d{4}[.,]\d{1,3}|\d{4}(?:[:/-]| - )\d|\d[/.-]\d{4}|\d{4}[-/:. ]+[ivx]+|[ivx]+[-/:. ]+\d{4}", re.IGNORECASE
)
_YEARS_LIKE: Final = re.compile(r"\d{4} ?[-/–:] ?\d{2}(?:\d\d)?")  # from one to another
_DATE_LIKE: Final = re.compile(r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d\d)")


def read_period(text: str, rules: PeriodRules = NO_RULES) -> TimePeriod | None:
    """Read the period of a cell; ``None`` when it is not a period, or may be more than one.

    >>> [str(read_period(text)) for text in ("2019 [YR2019]", "2020q1", "2020M01", "4Q20", "31.12.2020", "Jan-20")]
    ['2019', '2020-Q1', '2020-01', '2020-Q4', '2020-12-31', '2020-01']
    >>> [str(read_period(text)) for text in ("2020.0", "2020-05-01T00:00:00", "202005", "2021:Q3", "31 December 2019")]
    ['2020', '2020-05-01', '2020-05', '2021-Q3', '2019-12-31']
    >>> [str(read_period(text)) for text in ("2024.10 월", "2024.3/4", "2021年(令和3年)", "2024JJ00", "2024KW01")]
    ['2024-10', '2024-Q3', '2021', '2024', '2024-Q1']
    >>> [str(read_period(text)) for text in ("year/2018", "quarter/2018-Q2", "month/2018-01", "YR2018")]
    ['2018', '2018-Q2', '2018-01', '2018']
    >>> [str(read_period(text)) for text in ("1994/ 1- 3.", "1994/1-12.", "1994/4-3.", "1994/2-3", "2023. I. n.év")]
    ['1994-Q1', '1994', '1994-04-01/P1Y', 'None', '2023-Q1']
    >>> [str(read_period(text)) for text in ("янв 2020", "2020年1月", "first half of 2020", "2020TIV", "Market 2020")]
    ['2020-01', '2020-01', '2020-S1', '2020-Q4', 'None']
    >>> [read_period(text) for text in ("03/04/2020", "2020/21", "2008/09", "FY2019", "2019.1", "2563", "soon", "")]
    [None, None, None, None, None, None, None, None]
    """
    if len(text) > LONGEST_PERIOD:
        return None
    cell = re.sub(r"\s*\[.*\]$", "", " ".join(text.split()))
    cell = _FOOTNOTE.sub("", _DAYS.sub("", _NAMED_ERA.sub("", _KIND.sub("", cell))))
    if era := _ERA.fullmatch(cell):
        cell = str(int(era[1] or era[2]) - _BUDDHIST)
    elif rules.calendar == "buddhist":
        cell = _YEARS.sub(lambda match: str(int(match[1]) - _BUDDHIST), cell)
    found = _read(cell, rules)
    if found is None or rules.refuse_years or (found.first.year > _LAST_YEAR and rules.calendar != "gregorian"):
        return None
    return found


@lru_cache(maxsize=65_536)  # the headings of a wide table, and the dates of a long one, are looked at again and again
def _read(cell: str, rules: PeriodRules) -> TimePeriod | None:
    reader = _Reader(rules)
    for build, groups in _match_spellings(cell):
        found = build(reader, **groups)
        if found is not None:
            return found
    if _FISCAL_LIKE.fullmatch(cell) or _DATE_LIKE.fullmatch(cell):
        return None
    return _parse(cell) or (parse_period_text(cell) if _IN_WORDS.fullmatch(cell) else None)


@lru_cache(maxsize=16_384)  # a heading is read by several rules, of which few match any
def _match_spellings(cell: str) -> list[tuple[Callable[..., TimePeriod | None], dict[str, str]]]:
    matches = ((pattern.fullmatch(cell), build) for pattern, build in _COMPILED)
    return [(build, match.groupdict()) for match, build in matches if match]


@lru_cache(maxsize=65_536)
def split_period_flag(text: str) -> tuple[str, str]:
    """Split a period from the status after it: ``2019p``, ``2019 (forecast)``.

    >>> [split_period_flag(text) for text in ("2019p", "2020Q1 (est.)", "2026-27 (Forecast)", "2019", "4Q")]
    [('2019', 'p'), ('2020Q1', 'e'), ('2026-27', 'f'), ('2019', ''), ('4Q', '')]
    """
    match = None if len(text) > LONGEST_PERIOD else _FLAGGED.fullmatch(text.strip())
    if match is None or read_period(text) is not None:
        return text, ""
    if read_period(match["text"]) is None and not _FISCAL_LIKE.fullmatch(match["text"].strip()):
        return text, ""
    return match["text"].strip(), _FLAGS[(match["in"] or match["after"]).casefold()]


def is_open_period(text: str) -> bool:
    """Return whether a text is a period by some rule, or with a status after it.

    >>> [text for text in ("2019/20", "03/04/2020", "FY19", "2019p", "2019/25", "Fyn", "2019") if is_open_period(text)]
    ['2019/20', '03/04/2020', 'FY19', '2019p', '2019/25']
    """
    cell = text.strip()
    rules = (PeriodRules(date_order="day", fiscal=FiscalYears(4, 0)), PeriodRules(date_order="month", parts="months"))
    plain, flag = split_period_flag(cell)
    if flag or (plain != cell and read_period(plain) is not None):  # a revised or actual figure needs no mark
        return True
    if read_period(cell) is not None or _DECIMALS.fullmatch(cell):
        return False
    return is_span(cell) or any(read_period(cell, one) is not None for one in rules)


def hint_period(text: str) -> str:
    """Say how to fix a period that can't be read: the option that decides, if one does."""
    cell = text.strip()
    if _DATE_LIKE.match(cell):
        return period_messages.GIVE_DATE_ORDER
    if _FISCAL_LIKE.fullmatch(cell) and is_open_period(cell) and not is_span(cell):
        return period_messages.GIVE_FISCAL_YEAR
    for pattern, hint in ((_PART_LIKE, period_messages.GIVE_PARTS), (_YEARS_LIKE, period_messages.GIVE_ONE_YEAR)):
        if pattern.fullmatch(cell):
            return hint
    if re.search(r"(?:^|\D)[3-6]\d$", cell) and len(cell) < 10:
        return period_messages.GIVE_PIVOT
    if any(int(year) > _LAST_YEAR or 1300 <= int(year) < 1470 for year in _YEARS.findall(cell)):
        return period_messages.GIVE_CALENDAR
    return ""


def _parse(text: str) -> TimePeriod | None:
    try:
        return TimePeriod.parse(text) if text else None
    except PeriodError:
        return None


_LETTERS: Final = {
    "W": "week wk",
    "H": "half semest halb",
    "Q": "quarter trim quartal qtr kwarta",
    "M": "month mth monat mois mes maand",
}
_MONTHS_ALONE: Final = re.compile(rf"{_MONTHS}\.")
_WORDS: Final = re.compile(r"[A-Za-z]+")
_NO_DAY: Final = re.compile(r"3[2-9]|[4-9]\d|\d{3}")  # of a month: no part of a year has such a number
_PART_WORDS: Final = re.compile(r"(?P<letter>half|[qmshapw])?[-. ]?(?P<number>\d{1,2})", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def read_part_of_year(year: str, part: str, column: str, rules: PeriodRules = NO_RULES) -> TimePeriod | None:
    """Read a year and the month, quarter or half in another column.

    Args:
        year: The cell of the year.
        part: The cell of its part: ``3``, ``M03``, ``Q1``, ``March``; ``M13``, ``A01`` and nothing are the whole year.
        column: The name of the column of parts, which says what a bare number is.
        rules: How open texts are meant.

    >>> [str(read_part_of_year("2024", part, "period")) for part in ("M01", "Q3", "S02", "M13", "March", "4")]
    ['2024-01', '2024-Q3', '2024-S2', '2024', '2024-03', 'None']
    >>> [str(read_part_of_year("2024", "2", column)) for column in ("Month", "quarter", "Half-year")]
    ['2024-02', '2024-Q2', '2024-S2']
    """
    whole = read_period(year, rules)
    if whole is None or len(str(whole)) != 4 or len(part) > LONGEST_PERIOD:
        return None
    cell = part.strip()
    if cell.casefold() in ("", "a", "annual", "year", "total"):
        return whole
    match = _PART_WORDS.fullmatch(cell.removesuffix(".0"))
    if match is None:
        return _read_named_part(whole, cell, rules)
    letter, number = (match["letter"] or _letter_of(column))[:1].upper(), int(match["number"])
    if letter == "A" or (letter == "M" and number == 13) or (letter == "Q" and number == 5):
        return whole
    if letter == "W":
        return _Reader(rules).week(str(whole), str(number))
    parts = {"M": f"{whole}-{number:02}", "Q": f"{whole}-Q{number}", "S": f"{whole}-S{number}"}
    return _parse(parts.get({"H": "S", "P": "M"}.get(letter, letter), ""))


def _read_named_part(whole: TimePeriod, cell: str, rules: PeriodRules) -> TimePeriod | None:
    words = _WORDS.findall(cell)
    if _NO_DAY.search(cell) or (cell.isascii() and words and not any(map(may_name_part, words))):
        return None  # at once, as all headings of a wide table are read
    month = parse_month(cell.rstrip("."))
    spelled = f"{whole}/{cell}" if _MONTHS_ALONE.fullmatch(cell) else f"{cell} {whole}"
    named = _parse(f"{whole}-{month:02}") if month else read_period(spelled, rules)
    return named if named is not None and named in whole else None


def _letter_of(column: str) -> str:
    """The letter of the parts of a year that the name of a column says, or nothing."""
    name = column.casefold()
    found = (letter for letter, words in _LETTERS.items() if any(word in name for word in words.split()))
    return next(found, "?")
