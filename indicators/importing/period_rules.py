"""How the periods of a file are meant where a single text leaves it open, as decided from all of them or by the user.

``03/04/2020`` is a day of April or of March, ``2019.5`` a quarter or a month, ``2019/20`` a year that begins in some
month. The other texts of the column decide, or the user does with ``--dates``, or the text is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from indicators.errors import UsageError
from indicators.importing import messages, period_messages
from indicators.importing.decisions import Decision
from indicators.importing.numbered_parts import Part, PartKind, PartName, judge_fractions, judge_numbers, read_fractions
from indicators.model.periods import Frequency


class FiscalYears(NamedTuple):
    """When fiscal years begin.

    Attributes:
        month: Their first month.
        offset: The calendar year of that month less the year in the name: -1 if FY2019 begins in 2018; ``None`` if only
            the form ``2019/20`` is meant.
    """

    month: int
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodRules:
    """How texts are meant that leave their period open.

    Attributes:
        date_order: Whether the day or the month comes first in ``03/04/2020``; ``unclear`` if nothing says so, and then
            ``01/01/2020`` isn't read either, because it may stand for a month.
        fractions: Whether ``2019.1`` is a quarter or a month; ``short months`` if it is October; ``fourths`` if 2019.25
            is the second quarter and ``twelfths`` if 2019.083 is February, so that 2019 is the first one of its year;
            ``unclear`` if that is open, so that 2019.0 is no year either.
        parts: Whether ``2019:1`` and ``1/2019`` are months or quarters.
        pivot: Two-digit years below it are of this century; without it, years from 30 to 69 are not read.
        fiscal: When fiscal years begin.
        is_fiscal: Whether ``2010-11`` is a fiscal year, as beside ``2012-13``, and not a month, as ``2000/01`` beside
            ``2000/02``; ``None`` if nothing says so.
        calendar: ``buddhist`` years are converted; a ``gregorian`` calendar allows years that look like another's.
        keep_days: Whether all dates stay days.
        frequency: Dates stand for the periods of this frequency in which they are.
        refuse_years: Whether all years look like those of another calendar.
    """

    date_order: Literal["", "day", "month", "unclear"] = ""
    fractions: PartName | Literal["unclear"] = ""
    parts: PartName = ""
    pivot: int | None = None
    fiscal: FiscalYears | None = None
    is_fiscal: bool | None = None
    are_spans: bool = False
    calendar: Literal["", "gregorian", "buddhist"] = ""
    keep_days: bool = False
    frequency: Frequency | None = None
    refuse_years: bool = False


NO_RULES: Final = PeriodRules()
"""Every open text is refused."""

ROMAN_NUMBERS: Final = {
    roman: number for number, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)
}
"""The numbers of months and quarters in Roman numerals."""

_WORDS: Final = {
    "day-first": PeriodRules(date_order="day"), "month-first": PeriodRules(date_order="month"),
    "months": PeriodRules(parts="months", fractions="months"),
    "quarters": PeriodRules(parts="quarters", fractions="quarters"), "days": PeriodRules(keep_days=True),
    "gregorian": PeriodRules(calendar="gregorian"), "buddhist": PeriodRules(calendar="buddhist"),
    **{one.adjective: PeriodRules(frequency=one) for one in Frequency if one.months},
}  # fmt: skip
_FISCAL: Final = re.compile(
    r"(?:FY ?)?(?P<named>\d{4})(?P<second>/(?:\d{4}|\d\d))?=(?P<year>\d{4})-(?P<month>\d\d)", re.IGNORECASE
)
_PIVOT: Final = re.compile(r"pivot-(?P<pivot>\d\d)")
_DATE: Final = re.compile(r"(?<![\d.])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_PART: Final = re.compile(
    r"(?P<year>\d{4})(?:[:/-]| - )(?P<after>\d{1,2})|(?P<before>\d{1,2})[/.-](?P<year_after>\d{4})"
    r"|(?P<roman_year>\d{4}) ?[-/:. ] ?(?P<roman>[ivx]+)|(?P<roman_before>[ivx]+) ?[-/:. ] ?(?P<last_year>\d{4})",
    re.IGNORECASE,
)
_TWO_YEARS: Final = re.compile(r"(\d{4})[-/:](\d\d)")
_MOST_YEARS: Final = 50  # from one to another
_SHORT_YEAR: Final = re.compile(r"(?:^|[^\d.:])(\d\d)$|^[1-4][QHqh](\d\d)$")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_WEEKS: Final = re.compile(
    r"(?<![^\W\d_])(?:weeks?|semaines?|kalenderwochen?|wochen?|kw|semanas?|settiman[ae]|veck[ao]r?|uker?|uge[r]?|tydzie[ńn]"
    r"|týden)(?![^\W\d_])",
    re.IGNORECASE,
)
_LIKE_MONTH: Final = re.compile(r"\d{4}[-./ ]?(?:0?[1-9]|1[0-2])")
_HIJRI: Final = range(1300, 1470)
_BUDDHIST: Final = range(2400, 2700)
_REFINED: Final[Mapping[str, tuple[PartName, ...]]] = {
    "months": ("months", "short months", "twelfths"), "quarters": ("quarters", "fourths"),
}  # fmt: skip
"""What the parts of years can be that the user calls so."""


def parse_period_rules(text: str) -> PeriodRules:
    """Read the user's rules, separated by commas.

    Raises:
        UsageError: A rule is unknown.

    >>> parse_period_rules("day-first, 2019/20=2019-04").fiscal
    FiscalYears(month=4, offset=None)
    >>> parse_period_rules("FY2019=2018-10").fiscal
    FiscalYears(month=10, offset=-1)
    """
    rules = NO_RULES
    for word in filter(None, (part.strip() for part in text.split(","))):
        if match := _FISCAL.fullmatch(word):
            offset = None if match["second"] else int(match["year"]) - int(match["named"])
            rules = replace(rules, fiscal=FiscalYears(int(match["month"]), offset))
        elif match := _PIVOT.fullmatch(word):
            rules = replace(rules, pivot=int(match["pivot"]))
        elif word in _WORDS:
            given = _WORDS[word]
            changed = {
                name: getattr(given, name)
                for name in PeriodRules.__slots__
                if getattr(given, name) != getattr(NO_RULES, name)
            }
            rules = replace(rules, **changed)
        else:
            expected = messages.ONE_OF.format(
                names=", ".join((*_WORDS, "pivot-50", "2019/20=2019-04", "FY2019=2018-10"))
            )
            raise UsageError(period_messages.NO_SUCH_DATE_RULE, found=word, expected=expected)
    return rules


def decide_period_rules(
    texts: Iterable[str], given: PeriodRules = NO_RULES, *, column: str = ""
) -> tuple[PeriodRules, tuple[Decision, ...]]:
    """Decide from all texts of the periods of a file how those are meant that leave something open.

    Args:
        texts: The distinct texts.
        given: What the user decided, which comes first.
        column: The name of their column, which may say what they are.

    Raises:
        UsageError: The column is called that of weeks, and its texts are like months.

    >>> rules, decisions = decide_period_rules(["31/12/2019", "05/02/2020"])
    >>> rules.date_order, str(decisions[0])
    ('day', 'Dates: the day comes first. 31/12/2019 can only be read this way. To change it: --dates month-first.')
    """
    found = sorted(texts)
    _check_weeks(found, given, column)
    rules, decisions = given, []
    steps = (_decide_spans, _decide_order, _decide_fractions, _decide_parts, _decide_fiscal)
    for decide in (*steps, _decide_pivot, _decide_calendar):
        rules, decision = decide(found, rules, column)
        decisions += [decision] if decision else []
    return rules, tuple(decisions)


_Decided = tuple[PeriodRules, Decision | None]


def names_weeks(column: str) -> bool:
    """Return whether a column is called that of weeks.

    >>> names_weeks("Week ending"), names_weeks("Weekday")
    (True, False)
    """
    return _WEEKS.search(column) is not None


def _check_weeks(texts: list[str], rules: PeriodRules, column: str) -> None:
    """Refuse weeks that would be read as months: 2023-05 in a column called Week."""
    months = [text for text in texts if _LIKE_MONTH.fullmatch(text)] if names_weeks(column) else []
    if months and rules.parts != "months":
        message, hint = period_messages.WEEKS_LIKE_MONTHS.format(column=column), period_messages.SPELL_WEEKS
        raise UsageError(message, found=months[0], hint=hint)


def _decide_order(texts: list[str], rules: PeriodRules, _column: str) -> _Decided:
    dates = [(text, int(match[1]), int(match[3]), match[4]) for text in texts if (match := _DATE.match(text))]
    if rules.date_order or not dates:
        return rules, None
    day_first = next((text for text, first, second, _ in dates if first > 12 >= second), "")
    month_first = next((text for text, first, second, _ in dates if second > 12 >= first), "")
    evidence = period_messages.ONLY_SO.format(text=day_first or month_first)
    if not day_first and not month_first:
        firsts, seconds, years = ({one[place] for one in dates} for place in (1, 2, 3))
        spread = len(years) > 1 and max(len(firsts), len(seconds)) > 2
        if spread and (firsts == {1}) != (seconds == {1}):  # the first of each month, and not days of January only
            day_first, month_first = (dates[0][0], "") if firsts == {1} else ("", dates[0][0])
            evidence = period_messages.FIRST_OF_MONTHS
    if not day_first and not month_first and any(first != second for _, first, second, _ in dates):
        return replace(rules, date_order="unclear"), None
    if bool(day_first) == bool(month_first):
        return rules, None
    chosen, other = (
        (period_messages.DAY_FIRST, "month-first") if day_first else (period_messages.MONTH_FIRST, "day-first")
    )
    decision = Decision(period_messages.DATES, chosen, evidence, period_messages.DATES_OPTION.format(rule=other))
    return replace(rules, date_order="day" if day_first else "month"), decision


def _decide_fractions(texts: list[str], rules: PeriodRules, column: str) -> _Decided:
    """Decide what decimal numbers are; what the user said of them leaves open whether they lost zeros.

    Raises:
        UsageError: Most texts are such numbers, and nothing says what they are.
    """
    parts = read_fractions(texts)
    if not parts:
        return rules, None
    found, given = judge_fractions(parts, column), rules.fractions
    if given and found.kind not in _REFINED[given]:
        is_half = given == "quarters" and any(part.number == "5" for part in parts)
        return replace(rules, fractions="fourths") if is_half else rules, None
    if not found.kind and len(parts) * 2 > len(texts):
        message = period_messages.PARTS_UNCLEAR
        raise UsageError(message, found=parts[0].text, hint=period_messages.GIVE_PARTS)
    return replace(rules, fractions=found.kind or "unclear"), _describe(found)


def _describe(found: PartKind) -> Decision | None:
    if not found.kind:
        return None
    is_quarter = found.kind in ("quarters", "fourths")
    chosen, other = (period_messages.QUARTERS, "months") if is_quarter else (period_messages.MONTHS, "quarters")
    option = period_messages.DATES_OPTION.format(rule=other)
    return Decision(period_messages.FRACTIONS.format(text=found.example), chosen, found.evidence, option)


def _decide_parts(texts: list[str], rules: PeriodRules, column: str) -> _Decided:
    parts = [part for text in texts if (part := _read_part(text)) is not None]
    is_open = any(part.number in ("1", "2", "3", "4") for part in parts)
    if rules.parts or not is_open:
        return replace(rules, parts=rules.parts or "months"), None
    found = judge_numbers(parts, column)
    return replace(rules, parts=found.kind), _describe(found)


def _read_part(text: str) -> Part | None:
    """Read the year and the number of its part: ``2019:3``, ``2019-IV``; with the text itself."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year = match["year"] or match["year_after"] or match["roman_year"] or match["last_year"]
    roman = (match["roman"] or match["roman_before"] or "").casefold()
    number = match["after"] or match["before"] or str(ROMAN_NUMBERS.get(roman, ""))
    return Part(year, number, text) if number else None


def _decide_spans(texts: list[str], rules: PeriodRules, _column: str) -> _Decided:
    """``2010-12`` is no month where ``2013-15`` is beside it, and no year has two months."""
    months = [match[1] for text in texts if (match := _TWO_YEARS.fullmatch(text)) and 1 <= int(match[2]) <= 12]
    are_spans = any(map(is_span, texts)) and len({*months}) == len(months)
    return replace(rules, are_spans=are_spans and rules.parts != "months"), None


def is_span(text: str) -> bool:
    """Return whether a text can only be several years: its second number is no month, and not of the next year.

    >>> [text for text in ("2013-15", "1995-00", "2010-12", "2014-15", "2015-13", "2010/19") if is_span(text)]
    ['2013-15', '1995-00', '2010/19']
    """
    match = _TWO_YEARS.fullmatch(text)
    return (
        match is not None and not 1 <= int(match[2]) <= 12 and 1 < (int(match[2]) - int(match[1])) % 100 < _MOST_YEARS
    )


def _decide_fiscal(texts: list[str], rules: PeriodRules, _column: str) -> _Decided:
    """``2010-11`` is a fiscal year where all texts of its form name two years one after the other."""
    pairs = [match for text in texts if (match := _TWO_YEARS.fullmatch(text))]
    follow = [match for match in pairs if int(match[2]) == (int(match[1]) + 1) % 100]
    if len(follow) != len(pairs):
        return _decide_months(pairs, follow, rules)
    if len(follow) < 2 and not any(int(match[2]) > 12 for match in follow):
        return rules, None
    return replace(rules, is_fiscal=True), None


def _decide_months(pairs: list[re.Match[str]], follow: list[re.Match[str]], rules: PeriodRules) -> _Decided:
    """``2000/01`` is a month where ``2000/02`` or another month of its year is beside it."""
    years = {match[1] for match in follow}
    others = [match[0] for match in pairs if match[1] in years and match not in follow]
    if not others or rules.fiscal or any(not 1 <= int(match[2]) <= 12 for match in pairs):
        return rules, None
    evidence = period_messages.ONLY_SO.format(text=others[0])
    subject = period_messages.FRACTIONS.format(text=follow[0][0])
    year = follow[0][1]
    option = period_messages.DATES_OPTION.format(rule=f"{year}/{follow[0][2]}={year}-04")
    return replace(rules, is_fiscal=False), Decision(subject, period_messages.MONTHS, evidence, option)


def _decide_pivot(texts: list[str], rules: PeriodRules, _column: str) -> _Decided:
    """Two-digit years between 30 and 69 are of the century with which they are continuous."""
    years = {int(match[1] or match[2]) for text in texts if (match := _SHORT_YEAR.search(text))}
    open_years = {year for year in years if 30 <= year < 70}
    if rules.pivot is not None or not open_years:
        return rules, None
    up = 29 in years and set(range(29, max(open_years) + 1)) <= years
    down = 70 in years and set(range(min(open_years), 71)) <= years
    if up == down:
        return rules, None
    return replace(rules, pivot=70 if up else 30), None


def _decide_calendar(texts: list[str], rules: PeriodRules, _column: str) -> _Decided:
    years = {int(match[1]) for text in texts for match in _YEAR.finditer(text)}
    if rules.calendar or not years:
        return rules, None
    return replace(rules, refuse_years=years <= {*_HIJRI} or years <= {*_BUDDHIST}), None
