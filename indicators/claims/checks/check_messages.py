"""Messages of the checks of figures that belong together: what adds up, what is larger, what is left."""

from __future__ import annotations

from typing import Final

# Balances
BALANCES: Final = "Balance and its two sides"
BALANCES_RULE: Final = (
    "A trade balance is exports minus imports, and a budget balance is revenue minus spending. Both are compared with "
    "the stated surplus or deficit."
)
LABEL_BALANCE: Final = "stated balance"
BALANCE_IS: Final = "{more} less {less} is {difference}."
BALANCE_IS_NOT: Final = "{more} less {less} is {difference}, not {stated}."
TURNOVER_IS: Final = "{more} and {less} are {difference} together."
TURNOVER_IS_NOT: Final = "{more} and {less} are {difference} together, not {stated}."

# Conversions of units
CONVERSIONS: Final = "One figure in two units"
CONVERSIONS_RULE: Final = (
    "A figure that the text gives in two units of measure, such as miles and kilometres, is converted, allowing for "
    "rounding."
)
LABEL_CONVERTED: Final = "converted"
CONVERSION_IS: Final = "{one} is {two}."
CONVERSION_IS_NOT: Final = "{one} is {two}, not {stated}."

# What came and went
STOCKS_AND_FLOWS: Final = "What came and went"
STOCKS_AND_FLOWS_RULE: Final = (
    "What there was, with what came and without what went, is compared with what is left, or the difference of what "
    "came and went with the stated change."
)
LABEL_THEN: Final = "calculated"
LABEL_STATED_THEN: Final = "stated"
FLOWS_GIVE: Final = "{flows} is {sum}."
FLOWS_GIVE_NOT: Final = "{flows} is {sum}, not {stated}."

# Rates of two lengths of time
RATES_OF_TIME: Final = "Per day, month and year"
RATES_OF_TIME_RULE: Final = (
    "What is made, sold or paid in a day, a week or a month is compared with the same for a longer time. A day may be "
    "a working day, and a month of pay may be one of 13 to 15 a year."
)
LABEL_FOR_LONGER: Final = "in the longer time"
RATE_IS: Final = "{rate} {short} is {sum} {long}."
RATE_IS_NOT: Final = "{rate} {short} is {sum} {long}, not {stated}."
EACH_TIME: Final = {
    "hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "quarter": "a quarter", "year": "a year"
}  # fmt: skip

# Averages
AVERAGES: Final = "Average and members"
AVERAGES_RULE: Final = "If the text names all members of an average, it lies between the smallest and the largest."
LABEL_AVERAGE: Final = "average"
AVERAGE_FITS: Final = "The average, {average}, is between {low} and {high}."
AVERAGE_OUTSIDE: Final = "The average, {average}, is outside the range of its members, {low} to {high}."

# Parts of a year
PARTS_OF_A_YEAR: Final = "Year and its parts"
PARTS_OF_A_YEAR_RULE: Final = (
    "What is produced, sold or traded in a year is at least as much as in the months or quarters of that year."
)
YEAR_TOO_SMALL: Final = "{year} ({whole}) is less than {periods} alone ({parts})."
YEAR_TOO_SMALL_FOR_SOME: Final = "{year} ({whole}) is less than {periods} together ({parts})."
YEAR_TOO_LARGE: Final = "{year} ({whole}) is more than {periods} together ({parts})."

# Growth per year
COMPOUND_GROWTH: Final = "Growth per year"
COMPOUND_GROWTH_RULE: Final = (
    "Stated growth per year (CAGR, annual average) is compared with the compound growth between two levels."
)
LABEL_GROWTH_PER_YEAR: Final = "growth per year"
YEARLY_GROWTH_IS: Final = "That is {growth} a year over {years} years."
YEARLY_GROWTH_IS_NOT: Final = "That is {growth} a year over {years} years, not {stated}."

# For each
PER_PERSON: Final = "Total and per person"
PER_PERSON_RULE: Final = (
    "A total divided by the number of those who share it is compared with the stated value per person."
)
LABEL_FOR_EACH: Final = "total divided by number"
FOR_EACH_IS: Final = "{total} divided by {count} is {each}."
FOR_EACH_IS_NOT: Final = "{total} divided by {count} is {each}, not {stated}."

# Ranks
RANKS: Final = "Ranks and values"
RANKS_RULE: Final = "If the text calls one thing larger than another, or the largest, their stated values are compared."
LABEL_RANKED_FIRST: Final = "ranked first"
LABEL_RANKED_NEXT: Final = "ranked next"
RANK_FITS: Final = "The values, {first} and {second}, are in the stated order."
RANK_TOO_SMALL: Final = "The text ranks {first} above {second}, which is larger."
RANK_TOO_LARGE: Final = "The text ranks {first} below {second}, which is smaller."

# One member of a series
SERIES_SCALE: Final = "Scale within a series"
SERIES_SCALE_RULE: Final = (
    "One figure of a series that is about a thousand times larger or smaller than the others has the wrong scale word."
)
SERIES_TOO_LARGE: Final = "{value} is about {factor} times as large as the other figures of the series."
LEVELS_APART: Final = "The text compares {larger} with {smaller}, which is about {factor} times smaller."
SERIES_TOO_SMALL: Final = "{value} is about 1/{factor} of the other figures of the series."

# A share of a share
SHARE_OF_SHARE: Final = "Share of a share"
SHARE_OF_SHARE_RULE: Final = "A share of a share is compared with their product: 40% of 50% is 20% of the whole."
LABEL_SHARE_OF_SHARE: Final = "share of a share"
SHARE_OF_SHARE_IS: Final = "Together the two shares are {share} of the whole."
SHARE_OF_SHARE_IS_NOT: Final = "Together the two shares are {share} of the whole, not {stated}."
