"""Messages of the data model, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Formatting
NO_FIGURE: Final = "no data"
TOO_FEW_DIGITS: Final = "A number needs at least one significant digit."
TOO_FEW_MARKS: Final = "An axis needs at least two tick marks."
UNORDERED_AXIS: Final = "An axis needs two finite ends, the lower one first."
NO_ZERO_ON_LOG_AXIS: Final = "A logarithmic axis can't include zero or negative numbers."
NOT_A_NOTE: Final = "This is not a note on a point in time."
TOO_LONG: Final = "The {what} is too long."
AT_MOST_CHARACTERS: Final = "at most {count} characters"
UNKNOWN_LOCALE: Final = "This is not a valid locale."

# Citations
UNKNOWN_STYLE: Final = "This is not a valid citation style."
LICENCE: Final = "Licence: {licence}"
PUBLISHED_IN: Final = "In {container}"
ACCESSED: Final = "Accessed {date}"
NO_DATE: Final = "n.d."
ONE_EDITION: Final = "edition of {edition}"
EDITION_USED: Final = "Edition used: {edition}"
EDITIONS_USED: Final = "Editions used: {edition}"
EDITION_RANGE: Final = "{count}, {first} to {last}"

# Releases
RELEASE_TOLD: Final = "The next release is announced for {day}."
RELEASE_EXPECTED: Final = "The next release is expected about {day}, by the rhythm of the last {past} releases."
RELEASE_OVERDUE: Final = "A newer release was expected about {day}, by the rhythm of the last {past} releases."

# Periods
FOUR_DIGITS: Final = "Write the year with four digits: {year}."
NOT_A_PERIOD: Final = "This is not a valid time period."
NO_SUCH_PERIOD: Final = "This date does not exist."
SPAN_REVERSED: Final = "This time span ends before it begins."
WRITE_SPAN: Final = "Write {first}..{last}."

# Units
NOT_A_UNIT: Final = "This is not a valid unit."
UNKNOWN_UNIT: Final = "There is no unit {unit!r}."
UNKNOWN_UNIT_WITHIN: Final = "There is no unit {unit!r} in {text!r}."
MINOR_UNIT: Final = "{unit} is a minor unit, not the currency: {parts} {unit} are 1 {currency}."
USE_MAJOR_UNIT: Final = "Divide the values by {parts} and use {currency}."
UNKNOWN_CURRENCY: Final = "There is no currency or other unit {unit!r}."
UNKNOWN_CURRENCY_WITHIN: Final = "There is no currency or other unit {unit!r} in {text!r}."
WRITTEN_OUT: Final = "{meanings}, written out"
NEAREST: Final = "Nearest: {names}."
NO_FACTOR: Final = "{source} can't be converted to {target} by a constant factor."
POINTS_ARE_NOT_PERCENT: Final = "Percentage points are the difference between two percentages; no factor converts them."
NEEDS_QUANTITY: Final = "Divide or multiply {source} by another quantity to get {target}."
NEEDS_SAME_WHOLE: Final = "Both must be shares of the same whole (found: {source}; {target})."
NEEDS_SAME_BASE: Final = "Both need the same base (found: {source}; {target}): rebase or deflate first."
NOTHING_NAMED: Final = "not stated"
NO_BASE: Final = "none"
CURRENT_PRICES: Final = "current prices"
NEEDS_SAME_DIMENSION: Final = "{source} and {target} measure different things."
NEEDS_PPP: Final = "This needs a purchasing power parity between {source} and {target}: use the rule ppp."
LOCAL_CURRENCY: Final = "national currency units"
NEEDS_COUNTRY: Final = "Name the country whose currency LCU is; then an exchange rate can be used."
NEEDS_RATE: Final = (
    "This needs an exchange rate from {source} to {target}: give a rule (average, end, spot, stated or ppp)."
)

# Groups
NOT_A_GROUP: Final = "{area} is a country, so it has no members."
MEMBERS_UNKNOWN: Final = "The publisher's files don't list the members of {area}; there are only figures of the whole."
WRITE_AREA: Final = "Write {code}."
NOT_A_TIME: Final = "After the colon comes members, a year or a day."
WRITE_MEMBERS: Final = "{group}:members, {group}:2003 or {group}:2003-12-31"
SINCE_DAY: Final = "since {first}"
FROM_DAY_TO_DAY: Final = "from {first} to {last}"
NO_MEMBERS_THEN: Final = "{group} has no known members at that time."
KNOWN_SINCE: Final = "Its members are known from {first}."

# Dimensions
NO_SUCH_CODE: Final = "There are no such figures by {dimension}."

# Panels
NO_STORE: Final = "This panel was not read from a store, so it has no exchange rates."
UNKNOWN_INDEX: Final = "This is not a valid index."
NO_PERIOD_INDEX: Final = "pandas has no period index for these rows."
ONE_FREQUENCY: Final = "only years, only quarters, only months or only days"
USE_DATES: Final = 'Use index="date".'
PACKAGE_MISSING: Final = "This needs the package {package}, which is not installed."
INSTALL_PACKAGE: Final = "Run: pip install {package}"
NO_INDICATORS: Final = "no indicators"
TABLE_HEAD: Final = ("Indicator", "Area", "Period", "Value", "Status", "Publisher")
ROWS_SHOWN: Final = "Showing {shown} of {all}."
SOURCES_LINE: Final = "Sources: {sources}"
