"""Messages of the controls of Explore."""

from __future__ import annotations

from typing import Final

# Indicators and countries
WHAT: Final = "What"
WHAT_PLACEHOLDER: Final = "inflation, exports, internet …"
WHAT_HELP: Final = (
    "Type any part of a name, a common word such as CPI or prices, or a publisher's code. You can choose several."
)
BROWSE: Final = "Browse indicators"
SEARCH: Final = "Search"
TOPIC: Final = "Topic"
ALL_TOPICS: Final = "All topics"
INDICATOR_SHOWN: Final = "{name} (shown)"
MORE_INDICATORS: Final = "{count} more. Search or choose a topic to narrow the list."
INDICATOR_FOUND: Final = "{name} ({unit})"
NO_INDICATOR_FOUND: Final = "No indicator matches “{text}”. Try another word or all topics."
WHERE: Final = "Where"
WHERE_PLACEHOLDER: Final = "country, group or code"
WHERE_HELP: Final = (
    "Type any part of a country's name, in any language, its code, or a group (UK, Deutschland, BRICS). The members "
    "of a group in other years are under Groups."
)
NO_AREA_FOUND: Final = "No results"
REMOVE_AREA: Final = "Remove {name}"
CLEAR_AREAS: Final = "Clear all"
CHOSEN_AREAS: Final = "Countries chosen"
COUNTRY_NOUN: Final = ("country", "countries")
MEMBER_NOUN: Final = ("member", "members")
GROUPS: Final = "Groups"
GROUP_LABEL: Final = "Group"
MEMBERS_YEAR: Final = "Members at the end of"
MEMBERS_SINCE: Final = "{members} since {date}: {names}."
MEMBERS_IN: Final = "{members} at the end of {year}: {names}."
SHOW_MEMBERS: Final = "Show members"
ADD_MEMBERS: Final = "Add members"
ADD_GROUP_TOTAL: Final = "Add group total"
SIMILAR_TO: Final = "Similar to"
SIMILAR_BY: Final = "Similar by"
SIMILARITY_CHOICES: Final = {
    "region": "region",
    "income": "income",
    "population": "population",
    "economy": "size of the economy",
}
SIMILAR_COUNTRIES: Final = "{countries}. {reason}"
NO_SIMILAR_COUNTRIES: Final = "{reason}"
ADD_SIMILAR: Final = "Add {countries}"

# Time
WHEN: Final = "When"
TIME_CHOICES: Final = {"range": "Range", "year": "One year", "latest": "Latest", "earliest": "Earliest"}
TOLERANCE: Final = "Leave out older values"
TOLERANCE_HELP: Final = "Charts and maps leave out values much older than the newest, so that years stay comparable."
AT_MOST_OLDER: Final = "more than {years} years older"
ANY_AGE: Final = "none, whatever their age"
YEARS: Final = "Years"
YEAR: Final = "Year"

# Transforms
TRANSFORM: Final = "Show as"
TRANSFORM_HELP: Final = (
    "Changes of a percentage are in percentage points. Without an earlier value to compare with, nothing is shown."
)
TRANSFORM_SEQUENCE: Final = "{first}, then {second}"
BASE_PERIOD: Final = "Base period"
FIRST_COMMON_YEAR: Final = "First common year"
DIVIDE_BY: Final = "Divide by"
DIVIDE_HELP: Final = (
    "Divides each value by another of the same period: an indicator of the same country, the value of one country "
    "(= 100%), or a total."
)
DIVISORS: Final = {
    "": "–",
    "person": "population",
    "WLD": "world total",
    "total": "total of the countries shown",
}
VALUE_OF: Final = "value of {area}"
MOVING_AVERAGE: Final = "Moving average"
NO_AVERAGE: Final = "None"
AVERAGE_OF: Final = "{count} periods"
FREQUENCY: Final = "Frequency"
FREQUENCIES: Final = {"": "As published", "A": "Annual", "S": "Half-yearly", "Q": "Quarterly", "M": "Monthly"}
AGGREGATION: Final = "Aggregate by"
DEFAULT: Final = "Default"

# Dimensions
BY_DIMENSION: Final = "By {dimension}"
SERIES_PLACEHOLDER: Final = "The total where there is one"

# Money
CURRENCY: Final = "Currency"
UNITS: Final = {
    "": "As published",
    "LCU": "National currency",
    "international dollars": "International dollars (PPP)",
}
CURRENCY_OPTION: Final = "{code} · {name}"
EXCHANGE_RATE: Final = "Exchange rate"
EXCHANGE_RATE_HELP: Final = "By default, flows are converted at the period average, stocks at the end-of-period rate."
EXCHANGE_RATES: Final = {
    "": DEFAULT,
    "average": "Period average",
    "end": "End of period",
    "stated": "As stated by the source",
    "ppp": "Purchasing power parity",
    "day": "Fixed date",
}
FIXED_RATE_DATE: Final = "Rate date"
PRICES: Final = "Prices"
PRICES_HELP: Final = (
    "Constant prices remove inflation: amounts are deflated in each country's own currency, then converted at the "
    "exchange rate of the chosen year."
)
PRICES_CURRENT: Final = "Current prices"
PRICES_CONSTANT: Final = "Constant {year} prices"
DEFLATOR_LABEL: Final = "Deflator"
DEFLATOR_CHOICES: Final = {"gdp": "GDP deflator", "cpi": "Consumer prices"}

# Chart and options
TABS_LABEL: Final = "View"
TABS: Final = {"chart": "Chart", "map": "Map", "table": "Table", "sources": "Sources"}
TAB_SHORTCUTS: Final = {"chart": "Show chart", "table": "Show table"}
CHART_TYPE: Final = "Chart type"
AXIS: Final = "Axis"
AXES: Final = {"linear": "Linear", "log": "Log"}
REFERENCE_LINES: Final = "Reference lines"
REFERENCE_PLACEHOLDER: Final = "average, 2, 1 million"
REFERENCE_HELP: Final = (
    "Draws a line across the chart: the average or median of the actual values shown, or a level such as 2 or "
    "20 trillion."
)
REFERENCES: Final = {"average": "Average", "median": "Median"}
ENDS: Final = "Of a long ranking, show"
ENDS_CHOICES: Final = {"largest": "Largest", "smallest": "Smallest", "both": "Both ends"}
SMALL_AXES: Final = "Axes of small multiples"
SMALL_AXES_CHOICES: Final = {"": "Automatic", "same": "Same", "own": "Own"}
HIGHLIGHT: Final = "Highlight"
MOST_HIGHLIGHTED: Final = "At most {count} countries can be highlighted."
RELATIVE_STACK: Final = "Show shares of the total"
RELATIVE_STACK_HELP: Final = "Each country's share of the total of those shown, in percent."
SHOW_FORECASTS: Final = "Show forecasts"
SHOW_BANDS: Final = "Show bands from past errors"
BANDS_HELP: Final = (
    "Bands meant to hold 50% and 80% of outcomes. They are made from the errors of the publisher's earlier forecasts "
    "for the same country, made equally far ahead, as known when the forecast was published, and pooled with those of "
    "similar countries."
)
SCENARIO: Final = "Your scenario: growth in %"
SCENARIO_EXAMPLE: Final = "2026: 2.5, 2027..2030: 3"
SCENARIO_HELP: Final = (
    "Years with growth in percent, such as 2026: 2.5, 2027..2030: 3, or RUS:2026: 2 for one country. Levels follow "
    "from the last actual value, or from the forecast for the year before. The figures are marked as yours and are in "
    "the address."
)
SHOW_PAST_FORECASTS: Final = "Show past forecasts"
PAST_FORECASTS_HELP: Final = "Draws the forecasts of every edition, including those that turned out wrong."
EDITION: Final = "Edition"
EDITION_HELP: Final = "Shows one edition only: its forecasts, and earlier years as it reported them."
LATEST: Final = "Latest"
KNOWN_ON: Final = "As known on"
KNOWN_ON_HELP: Final = "Shows the data published by that day, without later revisions."
NUMBER_FORMAT: Final = "Number format"
LOCALE_OPTION: Final = "{language}: {example}"
