"""Messages about the periods of a file: what was decided about them, and what users can say."""

from __future__ import annotations

from typing import Final

WEEKS_LIKE_MONTHS: Final = "The column {column!r} seems to have weeks, which are written like months."
SPELL_WEEKS: Final = "Write weeks as 2023-W05. If they are months: --dates months."
DATES: Final = "Dates"
DAY_FIRST: Final = "the day comes first"
MONTH_FIRST: Final = "the month comes first"
ONLY_SO: Final = "{text} can only be read this way."
FIRST_OF_MONTHS: Final = "They are the first days of months over several years."
TWELFTHS: Final = "All fractions are twelfths of a year."
TWO_DIGITS: Final = "All have two digits from 01 to 12 after the year."
FOUR_A_YEAR: Final = "{first} and {second} have four of them, and none has more."
FOUR_BETWEEN: Final = (
    "{year} has four of them, after the fourth of the year before it and before the first of the next."
)
PARTS_UNCLEAR: Final = "Nothing says whether the numbers after the years are quarters or months."
BY_COLUMN_NAME: Final = "The column is called {column}."
FRACTIONS: Final = "Periods such as {text}"
QUARTERS: Final = "quarters"
MONTHS: Final = "months"
DATES_OPTION: Final = "--dates {rule}"
DAYS_APART: Final = "{file}: the column {day!r} has the days of dates whose months are in the column {part!r}."
JOIN_DATES: Final = "Join year, month and day in one column of dates, such as 2019-01-31, and import that."
NO_SUCH_DATE_RULE: Final = "This is not a rule for dates."
GIVE_DATE_ORDER: Final = "It may be two days: give --dates day-first or --dates month-first."
GIVE_FISCAL_YEAR: Final = (
    "Say when fiscal years begin, by an example: --dates 2019/20=2019-04, or --dates FY2019=2018-10."
)
GIVE_PARTS: Final = "It may be a month or a quarter: give --dates months or --dates quarters."
GIVE_ONE_YEAR: Final = (
    "It seems to be several years, and a figure has one period: give each row the year that stands for them. "
    "If it is a month: --dates months."
)
GIVE_PIVOT: Final = "Its century is open: give --dates pivot-50, so that years below 50 are of this century."
GIVE_CALENDAR: Final = (
    "It looks like a year of another calendar: give --dates gregorian if it isn't, or --dates buddhist."
)
FREQUENCY: Final = "Frequency"
DATED_BY: Final = {
    "first": "All dates of a series are the first day of a {noun}, one for each.",
    "last": "All dates of a series are the last day of a {noun}, one for each.",
    "middle": "All dates of a series are in the middle of a month, one for each {noun}.",
    "first working": "All dates of a series are at the beginning of a {noun}, one for each.",
    "mostly": "A series has one date in each {noun} without a gap, nearly all at the same place in it.",
    "last working": "All dates of a series are at the end of a {noun}, one for each.",
}
DATES_APART: Final = (
    "Its dates are a month or more apart, but the file doesn't show that they stand for longer periods."
)
DECLARED_ABOVE: Final = "A line above the header gives it."
PARTS_WITHOUT_YEAR: Final = "The headings have months or quarters beside years, and nothing shows whose they are."
GIVE_YEARS: Final = "Give each its year, as in “Jan 2022”."
YEAR_BEFORE_PARTS: Final = "The year is in the heading before it."
YEAR_AFTER_PARTS: Final = "The year is in the heading after the months or quarters."
TWO_PERIODS: Final = (
    "{file}: the columns {first!r} and {second!r} both have periods, and nothing says which of them figures belong to."
)
CHOOSE_PERIOD: Final = (
    "To date all figures by {first!r}, use --ignore {second!r}; to date them by {second!r}, use --ignore {first!r}. "
    "If each has figures of its own, give them rows of their own in the file."
)
DATES_AMONG_FIGURES: Final = (
    "{file}: the column {column!r} has dates among its figures, such as {date}, so these may belong to them and not to "
    "the periods of their rows."
)
LEAVE_OUT_DATED: Final = (
    "Leave it out with --ignore {column!r}, or give its figures a table of their own, with the dates in a column."
)
