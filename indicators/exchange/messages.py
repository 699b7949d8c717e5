"""Messages of conversions, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# ------------------------------------------------------------------------------------------------- units and periods
COUNTRY_NOT_GIVEN: Final = "The country is missing: LCU is the currency of a country."
NOT_MONEY: Final = "{unit} is not a unit of money."
ONLY_MONEY_HAS_RATES: Final = "Only money has an exchange rate."
NOT_A_CURRENCY: Final = "{code} {meaning}, so it has no exchange rate."
GIVE_A_CURRENCY: Final = "Give a currency code, such as USD."
DAY_NEEDED: Final = "A daily rate needs a date."
DAY_EXPECTED: Final = "a date such as 2025-09-29"
STATED_NEEDS_SOURCE: Final = "Only a source can state an amount in another currency."
STATED_EXPECTED: Final = "average, end, spot or ppp; for `stated` use the figures of a source: Panel.to"
NOT_BY_EXCHANGE_RATE: Final = "{source} can't be converted to {target} by an exchange rate."
DEFLATE_FIRST: Final = "They are at the prices of different years. Deflate first, then convert."
NO_CONVERSION: Final = "{source} can't be converted to {target}."
GIVE_PPP: Final = "This needs a purchasing power parity: use the rule ppp."
INTERNATIONAL_DOLLARS: Final = (
    "{indicators}: international dollars can't be converted to {unit} by an exchange rate. They measure what money "
    "buys at US prices."
)
INTERNATIONAL_DOLLARS_HINT: Final = (
    "Leave out the unit, use LCU with the rule ppp for each country's own currency at its own prices, or choose an "
    "indicator in a currency."
)
NO_SUCH_RULE: Final = "There is no such conversion rule."
RULES_EXPECTED: Final = "{rules}, or a date such as 2025-09-29"
NO_SUCH_PUBLISHER: Final = "There is no publisher of rates with this name."
ONE_DIMENSION: Final = "An array must have one dimension."
ARRAYS_DIFFER_IN_LENGTH: Final = "The arrays differ in length."
SAME_LENGTH: Final = "the same length, or one for all"

# --------------------------------------------------------------------------------------------------- missing rates
NOT_OF_A_COUNTRY: Final = "{code} ({name}) is not the currency of any country, and no publisher has {rate} for it."
NEVER_PUBLISHED: Final = "No publisher has a rate for {code} ({name}) for any period."
NO_RATE_AT_ALL: Final = "No publisher has {rate} for {name}."
NO_RATE_THEN: Final = "There is no {rate} for {name} {when}. Available: {spans}."
SPAN: Final = "{publisher}, {first} to {last}"
NO_PATH: Final = "No published rates connect {source} and {target} {when}."
NO_PATH_OF_PUBLISHER: Final = "The rates of {publisher} don't connect {source} and {target} {when}."
MIXED_MONEY: Final = "The published average rates of {year} mix {name} with the currency before it."
NO_OWN_CURRENCY: Final = "{area} has no currency of its own."
SHARED_CURRENCY: Final = "{name} is used by several countries with different prices. Choose the country."
BEFORE_ITS_TIME: Final = "{name} was introduced on {day}."
NO_STATED_AMOUNT: Final = "The source states no amount in {unit}."

# ------------------------------------------------------------------------------------------------ how a rate was made
BY_LAW: Final = "{currency} (by law)"
FIXED_BY_LAW: Final = "fixed by law"
SAME_CURRENCY: Final = "the same currency"
PUBLISHED_AVERAGE: Final = "average as published"
RATE_AS_PUBLISHED: Final = "as published"
QUOTIENT: Final = "calculated: the same amount as published in dollars and at purchasing power parity"
CALENDAR_AVERAGE: Final = "calculated: average over calendar days, each at the rate in force"
PUBLICATION_AVERAGE: Final = "calculated: average over publication days"
IN_FORCE: Final = "in force on the day"
LAST_PUBLISHED: Final = "the last published on or before the day"

# --------------------------------------------------------------------------------------------------------------- steps
CONVERTED: Final = "Converted from {source} to {target} {rule}."
PARITY_GAPS: Final = (
    "Some values were converted with the World Bank's PPP conversion factors, which are not of the same edition as its "
    "amounts at purchasing power parity. Largest differences, in the nearest year with both: {cases}."
)
GAP: Final = "{area} in {year} ({difference})"
TIMES_TOO_HIGH: Final = "{times:,.0f} times as much"
FIXED_PRICES_RULE: Final = "at the {rate} for all periods"
OWN_CURRENCY: Final = "each country's own currency"
STAYS_AS_PUBLISHED: Final = "{indicators} is not an amount of money and stays as published."
STAY_AS_PUBLISHED: Final = "{indicators} are not amounts of money and stay as published."
