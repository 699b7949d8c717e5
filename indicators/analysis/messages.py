"""Messages of calculations, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Transformations
INDEX_STEP: Final = "Index, {base} = 100."
INDEX_OF_ALL: Final = "Index, {base} = 100, the first common {period}."
INDEX_OF_ALL_SINCE: Final = "Index, {base} = 100, the first common {period} since {since}."
INDEX_OF_MOST: Final = "Index, {base} = 100, the first {period} for which most series have data."
INDEX_OF_MOST_SINCE: Final = "Index, {base} = 100, the first {period} since {since} for which most series have data."
NO_BASE: Final = "No value above zero for the whole of {base}, the base."
BASE_TOO_SHORT: Final = "The base, {base}, is shorter than a {period}, for which this series has values."
INDEX_OF_RATE: Final = "{indicator} is a rate in {unit}; an index of it would follow the rate, not a level."
PERCENT_OF_RATE: Final = "{indicator} is a rate in {unit}, so its change is given in percentage points."
USE_IN_POINTS: Final = "Use {name} ({label})."
CHANGE_STEP: Final = "{change}."
PERCENT_CHANGE_STEP: Final = "{change}, in percent."
LOGARITHM_STEP: Final = "Natural logarithm of each value."
LOGARITHM_OF_ZERO: Final = "Zero and negative values have no logarithm."
NOTHING_TO_COMPARE: Final = {
    False: "No value for the previous period to compare with.",
    True: "No value a year earlier to compare with.",
}
NO_GROWTH_FROM_ZERO: Final = "Growth from or to zero or a negative value is not defined."

# Averages over time
SHORT_OF_AVERAGE: Final = "Fewer than {periods} consecutive values up to this one."
AVERAGE_STEP: Final = "{length} moving average: each value is averaged with those before it."
NO_SUM_OVER_TIME: Final = "{indicator} doesn't add up over time."
USE_AVERAGE_OR_END: Final = "Use the average (avg) or the end of the period (eop)."
AGGREGATE_STEP: Final = "Aggregated to {adverb} values ({ways})."
MISSING_PARTS: Final = "No value for {periods}."
INCOMPLETE_PERIOD: Final = "Some periods of the {period} have no value."

# Ratios and shares
DIVIDE_STEP: Final = "Divided by {divisor} of the same country and period."
DIVIDE_BY_LONGER_STEP: Final = (
    "Divided by {divisor} of the same country; periods without a figure of their own by that of their {period}."
)
SHARE_OF_AREA_STEP: Final = "In percent of the value of {area}, from the same publisher and for the same period."
SHARE_OF_MEMBERS_STEP: Final = "Share of the total of {areas}, for periods in which each has a value."
SHARE_OF_ALL_STEP: Final = "Share of the total of all countries with a value for the period."
NO_DIVISOR: Final = "No data for {divisor} in this period."
DIVISOR_OF_LONGER: Final = "{divisor} is known only for a longer period; aggregate to that first."
NO_DIVISOR_BECAUSE: Final = "No data for {divisor} to divide by: {reason}"
NO_TOTAL: Final = "No total for this period: a country has several values."
INCOMPLETE_TOTAL: Final = "No total for this period: no value for {areas}."
NEGATIVE_PARTS: Final = "No total for this period: some values are negative."
NO_UNIT: Final = "{numerator} can't be divided by {denominator}."
DIVIDE_SUMS: Final = "Divide amounts or counts by amounts or counts."

# What adds up
NO_SHARE: Final = "{indicator} has no share of the total: it doesn't add up."
NO_PERCENT_OF: Final = "{indicator} can't be shown in percent of {other}: it is a rate, a share or an index itself."
SHARES_ARE_OF_SUMS: Final = "Only amounts and counts are parts of a whole."
TOTAL_OF_CURRENCIES: Final = "{indicator} has no total: its values are in {units}."
USE_ONE_CURRENCY: Final = "Choose one currency, such as USD."
LEAVE_ONE_OUT: Final = "Leave one of them out, or divide by {group} ({code})."
GROUP_INCLUDES: Final = "{group} includes {other}, which would be counted twice."
GROUPS_OVERLAP: Final = "{group} and {other} have members in common, which would be counted twice."
MEMBERS_UNKNOWN: Final = "{group} and {other} may overlap, so some countries could be counted twice."
CODES_OVERLAP: Final = "{indicator} of {one} and of {other} may count the same twice, so they don't add up."
TWO_TOTALS: Final = "Several indicators of several countries have no single total. Stack the indicators of one country."
RATES: Final = "{kind} don't add up: {indicator}."
DIFFERENT_WHOLES: Final = "Shares of different wholes don't add up: {wholes}."
WHOLE_OF_EACH: Final = "{indicator} is a share of a different whole in each country ({whole}), so it doesn't add up."
NOT_ADDITIVE: Final = {True: "{indicator} doesn't add up across countries.", False: "{indicator} doesn't add up."}
DIFFERENT: Final = {
    "units": "Amounts in different units don't add up: {one} and {other}.",
    "money": "Amounts in different currencies don't add up: {one} and {other}.",
    "prices": "Amounts at different prices don't add up: {one} and {other}.",
}
STOCK_AND_FLOW: Final = "A flow and a stock don't add up: {flow} is measured over a period, {stock} at a point in time."
RIVAL_INDICATORS: Final = "{one} and {other} measure nearly the same thing, so they don't add up."
COMMON_PART: Final = "{one} and {other} overlap, so part of them would be counted twice."
RIVALS: Final = "Several publishers' figures for the same thing don't add up."
NEGATIVE_VALUES: Final = "Negative values can't be stacked: {series} is below zero {when}."

# The pipeline
VINTAGES_MIXED: Final = "Nothing can be calculated with every vintage: it would mix vintages."
CHOOSE_VINTAGE: Final = "Leave one of the two out, or choose a date (as_of) or an edition (vintage)."
STEP_OF: Final = "{indicator}: {step}"
NO_DIVISOR_AT_ALL: Final = "No data for {divisor} to divide by for these countries."
LOST: Final = "{reason} A published value exists."

# Options without effect
UNUSED_BASE: Final = 'The base {base} has no effect: only an index has a base. Add the transformation "index".'
UNUSED_RATE_WITHOUT_UNIT: Final = "The exchange rate ({rate}) has no effect: no unit to convert to is given."
UNUSED_RATE: Final = "The exchange rate ({rate}) has no effect: no value had to be converted at an exchange rate."
UNUSED_DEFLATOR: Final = "The deflator ({deflator}) has no effect: no year of constant prices is given."
UNUSED_AGGREGATION: Final = "The aggregation method has no effect: no frequency to aggregate to is given."
UNUSED_FREQUENCY: Final = "The frequency has no effect: no value is of a shorter period."
UNUSED_BANDS: Final = "The bands have no effect: there are no forecasts."
UNUSED_TOLERANCE: Final = 'The tolerance has no effect: it applies to the latest values only, with the time "latest".'
TERRITORIES_DIFFER: Final = (
    "GDP and population don't cover the same territory everywhere. The World Bank's own GDP per capita "
    "(gdp-per-capita) counts the people of the territory that GDP covers. Largest differences from it: {cases}."
)

# Coverage
NO_DATA_AT_ALL: Final = "No data for {areas}."
NO_DATA_IN: Final = "No data for {area} {when}. Nearest: {years}."
NO_DATA_SINCE: Final = "No data for {area} since {period}. Nearest: {years}."
NO_DATA_UNTIL: Final = "No data for {area} until {period}. Nearest: {years}."
NO_DATA_SHOWN: Final = "No data for {area} here. Nearest: {years}."
DATA_START: Final = "Data for {areas} start in {year}."
DATA_END: Final = "Data for {areas} end in {year}."

# Revisions
NO_REVISIONS: Final = "None of the {values} has changed since then."
CHANGES: Final = "Since then: {changes} (of {values})."
REVISED: Final = "{count} revised"
NOW_ACTUAL: Final = "{count} replaced by actual values"
VALUES_WITHDRAWN: Final = "{count} withdrawn"
NEW: Final = "{count} new"

# Similar countries
NOT_COMPARABLE: Final = "No data on {indicator} for {area}, so similar countries can't be found."
NEAREST_OF_ALL: Final = "The countries closest to {area} by {indicator} (latest values)."
NEAREST_OF_GROUP: Final = "The countries in {group} closest to {area} by {indicator} (latest values)."
GROUP_NOTE: Final = "{sentence} {group}: {note}"

# Prices and rates
DEFLATOR_NAMES: Final = {"gdp": "GDP deflator", "cpi": "consumer prices"}
DEFLATE_STEP: Final = "Deflated to {year} prices with each country's {deflator}, in its own currency."
DEFLATE_DOLLARS_STEP: Final = (
    "Deflated to {year} prices with each country's {deflator}, in its own currency: dollars were converted to it at "
    "the rates implied by GDP in dollars, its growth and its deflator, and back at the {year} rate."
)
DEFLATE_AT_PARITY_STEP: Final = (
    "Deflated to {year} prices with each country's {deflator}, in its own currency: international dollars were "
    "converted to it at the parity of each year and the rates implied by GDP in dollars, its growth and its deflator, "
    "and back at those of {year}."
)
CHAIN_OF_CPI: Final = "consumer prices, GDP and its growth"
NO_CHAIN: Final = "No unbroken series of {deflator} from {year} to {base} for {area}."
SEVERAL_YEARS: Final = "The period is in two years, whose prices differ."
NO_MONTHLY_PRICES: Final = "No consumer prices for each month of this period and of {base}."
DEFLATED_BY_MONTH: Final = "Months and quarters are deflated with the monthly price index."
DEFLATED_BY_YEAR: Final = (
    "Periods shorter than a year are deflated with the index of their year: there is no monthly one."
)
ALREADY_CONSTANT: Final = "{indicator} is already at {prices} prices."
HAS_NO_PRICES: Final = "{unit} can't be deflated."
ONLY_MONEY: Final = "Only amounts of money can be deflated."
SEVERAL_CURRENCIES: Final = "The values are in several currencies."
NAME_THE_UNIT: Final = "Name the target unit."
AREA_WITHOUT_CURRENCY: Final = "{area} has no currency of its own."
GROUPS_GROW: Final = (
    "Growth of country groups, including the world, is the World Bank's, which adds up their members at {weights} "
    "prices. At the prices of another year the members add up to a different total; the further that year is from "
    "{weights}, the larger the difference."
)
UNLIKE_RATES: Final = (
    "In some years the publisher converted the values to dollars at different rates, as growth and prices show. "
    "Largest differences: {cases}."
)

UNLIKE_OUTLOOK: Final = (
    "In some years the publisher itself converts at other rates, as its GDP in dollars and in local currency shows. "
    "Largest differences: {cases}."
)

# Forecasts
SAME_PERIOD: Final = "same {period}"
AHEAD: Final = "{periods} ahead"
SCORES_NEED_SPAN: Final = "Forecasts are scored over a span of time."
ALL_IF_LEFT_OUT: Final = "All time is scored if it is left out."
NAIVE_NAMES: Final = {"no-change": "No change", "mean": "Five-year mean", "drift": "Drift", "ar1": "AR(1)"}
SEVERAL_DATASETS: Final = "This publisher has several datasets with actual values; name one."
UNLIKE_FORECASTS: Final = "These don't measure the same, so their forecasts have no range."
IMPORT_UNDER_SAME_ID: Final = "To put your own forecasts beside others, import them with the indicator {id}."
RANK_NEEDS_TWO: Final = "A ranking needs the forecasts of at least two publishers with outcomes."
NOBODY: Final = "none"
NAME_OUTCOME: Final = "Name whose actual values all are compared with, such as outcome_by='IMF'."
UNEQUAL_SAMPLES: Final = "The forecasters forecast different cases, so they are not ranked."
USE_COMMON: Final = "They have {cases} in common: choose to use only these (common=True, --common)."
NONE_IN_COMMON: Final = "They have no case in common: no figure was forecast by all of them equally far ahead."
YOUR_SCENARIO: Final = "Your scenario"
SCENARIO_TITLE: Final = "A growth path that the user typed in; nobody published it"
SCENARIO_NOTE: Final = "Your scenario, from the value of {publisher} for {period}; nobody published it."
SCENARIO_FROM_FORECAST: Final = "Your scenario, from the forecast of {publisher} for {period}; nobody published it."
SCENARIO_STEP: Final = (
    "Your scenario, {path}: growth in percent, year by year, from the last actual value of each annual series, or from "
    "the forecast for the year before the scenario. Nobody published these figures."
)
NO_SCENARIO_OF: Final = "{indicator}: no scenario, as a path of growth gives amounts, counts, indices and growth only."
SCENARIO_STARTS_LATE: Final = "Your scenario has no effect: there is no value for the year before it begins."
SCENARIO_OF_PUBLISHED: Final = "No scenario: it follows figures as published, and these are calculated from several."
NO_GROWTH_PATH: Final = "This is not a year or span of years with its growth in percent."
GROWTH_PATH_EXAMPLES: Final = "2026:2.5, 2027..2030:-1 or RUS:2026:2, joined by ~, with growth above -100%"
IMPLY_STEP: Final = "Growth forecasts were applied to the same publisher's level of the previous year."
BAND_LEVELS: Final = (
    "Bands of {levels}% around forecasts of {indicator} are made from the errors of the publisher's earlier forecasts."
)
NAIVE_BAND_LEVELS: Final = (
    "Bands of {levels}% around the naive forecast of {indicator} ({baseline}) are made from the errors that it would "
    "have made."
)
BAND_METHOD: Final = (
    "From past errors known on the day of the forecast, compared with the outcome a year later: scaled by the "
    "country's own ({own} made equally far ahead) and pooled over countries"
)
BAND_HELD: Final = "{level}% bands held {share}% of outcomes"
BANDS_HELD: Final = "{bands} ({first}\N{EN DASH}{last}, {forecasts} forecasts of countries)."
RECENT_BANDS_HELD: Final = "In {first}\N{EN DASH}{last}, they held only {shares}."
BANDS_UNTESTED: Final = "Fewer than {least} such bands have an outcome yet, so how often they hold it is not known."
NO_BANDS_WITHOUT_RECORD: Final = (
    "{indicator}: no bands. Bands need earlier forecasts by the same publisher with outcomes, either in percent or of "
    "amounts above zero."
)
NO_ERRORS: Final = (
    "{indicator}: no bands, as none of the publisher's earlier forecasts has an outcome that was known by then and "
    "published within a year. Bands need past errors of forecasts made equally far ahead: at least {least} for "
    "{periods} different periods."
)
TOO_FEW_ERRORS: Final = (
    "{indicator}: no bands, as too few past errors of the publisher's forecasts were known by then: {errors} of "
    "forecasts made equally far ahead, for {found}. Bands need at least {least} for {periods} different periods."
)
NO_BANDS_FOR_SOME: Final = (
    "{indicator}: some forecasts have no bands, as too few past errors of forecasts made equally far ahead were known "
    "by then. Bands need at least {least} for {periods} different periods, besides the first of each country."
)
BANDS_OF_PUBLISHED: Final = (
    "No bands: they are made for figures as published, and these are calculated from several of them."
)
IMPLIED_NOTE: Final = "Calculated here: the publisher's level of the previous year times its growth forecast."

# Ages
LAST_UPDATED: Final = "Last updated on {day}."
LAST_YEARS: Final = "Last actual values: {years}."
LAST_YEAR_OF: Final = "{year} for {areas}"
LAST_YEARS_BEFORE: Final = "before {year} for {areas}"

# Notes
WITHDRAWN: Final = "{indicator} was withdrawn by its publisher ({when}): no new figures are published."
MEMBERS_OF_A_TIME: Final = "{group}: the {members} {when}, in all years shown."
ADJUSTED: Final = "{adjustment}."
INDICATOR_ADJUSTED: Final = "{indicator}: {adjustment}."
UNRELIABLE: Final = "{indicator}, {entities}, {when}: low reliability. {note}"
UNRELIABLE_LEFT_OUT: Final = " Charts leave it out."
MEDIAN_OF_MEMBERS: Final = (
    "{groups}: the publisher's figure for {indicator} is the median of the members. It can be the value of a single "
    "country and is not an average weighted by size."
)
PREFER_FOR_GROUPS: Final = "For groups, prefer {indicator} ({method})."
OLD_VALUES: Final = "{values} more than {years} older than the newest of {newest}: {named}.{left_out}"
OLD_VALUE_NOUN: Final = ("value is", "values are")
OLD_LEFT_OUT: Final = " Charts of the latest values leave them out."
