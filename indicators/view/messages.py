"""Messages of views, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Why there are no figures
NO_DATA_ON_INDICATORS: Final = "No data on {indicators}."
NO_DATA_FOR_AREAS: Final = "No data on {indicators} for {areas}."
NO_DATA_IN_PERIOD: Final = "No data on {indicators} {when}. Nearest: {first}–{last}."
NOT_KNOWN_THEN: Final = "No data {known}. Data from other dates are available."

# Reading a view
NOT_A: Final = "This is not a valid {what}."
MORE_NAMES: Final = "{count} more names were left out."
ONLY_FIRST: Final = "Only the first {count} are used."
NO_NAME: Final = "It contains no name."
EMPTY_NAME: Final = "A name in the list is empty."
EMPTY_LIST: Final = "The list of {what} is empty."
LEAVE_OUT_FOR_ALL: Final = "Leave it out for all countries."
TOO_MANY_REFERENCES: Final = "There are too many reference lines."
TOO_MANY_NOTES: Final = "There are too many notes."
IGNORED: Final = "Ignored in the address: {name}={text}. {reason}"
IGNORED_PART: Final = "Ignored in the address, a part of {name}: {reason}"
TOO_MANY_PARAMETERS: Final = "Ignored the address: it has more than {count} parameters."
GIVEN_TWICE: Final = "{name} is given twice in the address; the last one counts."
NOT_A_COMMAND: Final = "This command can't be read."
OTHER_COMMAND: Final = "This is a different command."
NOT_A_CALL: Final = "This call can't be read."
TOO_MANY_ARGUMENTS: Final = "This call has too many arguments."
NOT_A_FILE: Final = "This file is not a saved view."
OPTION_WITHOUT_VALUE: Final = "This option needs a value."
UNKNOWN_NAME: Final = "A view has no {kind} {name!r}."
NO_SUCH_DIMENSION: Final = "These indicators are not divided by {name!r}."
NO_DIMENSIONS: Final = "no dimension, because they have none"
OTHER_SERIES: Final = "{code} chooses one series by {dimension}, but another indicator or the choice asks for others."
ASK_SEPARATELY: Final = "Ask for them one by one, or give the ids of the indicators and the dimension."
NO_SUCH_OUTCOME: Final = "This is not a valid outcome."
NO_SUCH_SEASON: Final = "This is not a valid season of editions."

# Converting an amount
SPOT_NEEDS_DATE: Final = "A spot rate needs a date."
RULE_NEEDS_PERIOD: Final = "The rule {rule} needs a period."
NO_TIME: Final = "Give a period or a date."
YEAR_IS_A_PERIOD: Final = "A whole year or month is a period."
NO_CURRENCY: Final = "Name the currency."
TWO_CURRENCIES: Final = "The amount is in {currency}, but its unit is {unit}."
TWO_SCALES: Final = "Both the amount and its unit ({unit}) have a scale word."
RATE_STEP: Final = "Average of each {period} ({rates})."
RATE_OF: Final = "{publisher}: {basis}"

# Tables of several indicators
GROUP_HAS_NO_FIGURES: Final = "No publisher has figures for {group} as a whole."
COMPARE_MEMBERS_HINT: Final = "Compare its members: `indicators compare gdp~population --country {group}`."
COMPARE_TITLE: Final = "Comparison"
COMPARE_NEEDS: Final = "A comparison needs at least one indicator and one country."
COMPARE_HINT: Final = "For example: `indicators compare gdp~inflation --country RUS~CHN`."
COMPARE_ONE_PERIOD: Final = "A comparison is about the latest figures or one period."

# Entries of lists
SYNONYM_ENTRY: Final = "{synonym} → {name}"
MEMBERS_ENTRY: Final = "{group}: {members}"

# The description of an indicator
DEFINITION: Final = "Definition"
IS_NOT: Final = "Not to be confused with"
UNIT: Final = "Unit"
MEASURE: Final = "Measure"
PRICES: Final = "Prices"
CONSTANT_PRICES: Final = "constant {year} prices"
SHARE_OF: Final = "Share of"
FREQUENCY: Final = "Frequency"
ADJUSTMENT: Final = "Adjustment"
DIVIDED_BY: Final = "Divided by"
GROUPS: Final = "How groups are totalled"
NOT_STATED: Final = "not stated by the publisher"
PUBLISHER: Final = "Publisher"
LICENCE: Final = "Licence"
CODES: Final = "Publisher's codes"
COVERAGE: Final = "Coverage"
COVERAGE_IN: Final = "{areas}, {first}–{last}"
AREA_NOUN: Final = ("country or group", "countries and groups")
NO_FIGURES: Final = "no figures"
UPDATED: Final = "Last update"
LAST_ACTUAL: Final = "Last actual year"
EDITIONS: Final = "Editions"
EDITION_NOUN: Final = ("edition", "editions")
EDITION_OF: Final = "{editions}, {day}"
EDITIONS_FROM: Final = "{editions}, {first} to {last}"
WITHDRAWN: Final = "No longer updated since"
RIVALS: Final = "Rival figures"
PREFERRED: Final = "Preferred"
PREFERRED_BECAUSE: Final = "{name}: {reason}"
RELATED: Final = "Related"
CITE_AS: Final = "Cite as"
BANDS_NEED_LEVEL: Final = "Bands are scored at the levels you name, in percent."
FORECASTS_NEED_AREA: Final = "Forecasts are put side by side for the countries you name."
REVISIONS_NEED_SPAN: Final = "Revisions are followed over a span of time."

# Fetching
NAME_SERIES: Final = "Name a series or a dataset of {provider}."
UNKNOWN_PAGE: Final = "No provider shows a series at this address."
PAGES_OF: Final = "a page of {providers}"
NOTHING_FETCHED: Final = "No dataset was fetched yet."
FETCH_FIRST: Final = "Fetch one: `indicators fetch PROVIDER SERIES`."
NEW_DATA: Final = "New data from {publisher}."
RELEASE_CHANGES: Final = "{changes}."
WATCHED: Final = "Watched"
HAS_NEWS: Final = "There is something new."
UPDATED_SINCE: Final = "The publisher updated it on {day}."
HAS_NO_NEWS: Final = "Nothing is new."
NEWS: Final = "New: {new}; changed: {changed}; withdrawn: {withdrawn}."
NO_WORDS: Final = "Say what to look for."

# Watching
WATCH_DAMAGED: Final = "What was seen of watched figures in {file} is damaged: this look counts as the first."
WATCH_RULE: Final = "The watched figures of {indicator} can't be read."
UNREACHABLE: Final = "{dataset} can't be updated since {since}: {error}"
WATCH_EVENTS: Final = {
    "new": "{name}, {area}, {period}: {value} is new.",
    "revised": "{name}, {area}, {period}: revised from {before} to {value}.",
    "withdrawn": "{name}, {area}, {period}: {before} was withdrawn.",
    "above": "{name}, {area}, {period}: {value} is above {limit}.",
    "below": "{name}, {area}, {period}: {value} is below {limit}.",
    "missed": "{name}, {area}, {period}: {value}, while {before} was forecast.",
}
