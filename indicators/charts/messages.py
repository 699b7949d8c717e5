"""Messages of charts, as whole sentences with named placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Words around a chart
NO_INDICATOR: Final = "Data"
EDITION_BY: Final = "{publisher}, {edition}"
CURRENT_PRICES: Final = "current prices"
UNIT_AT_PRICES: Final = "{unit}, constant {year} prices"
UNIT_IN_SCALE: Final = "{unit}, in {scale}s"
PARTNERS: Final = "{area} with {partner}"
GROUP: Final = "{group}: {countries}"
GROUP_IN_PART: Final = "{group}: {number} of {all} countries"
AREAS_IN_PART: Final = "{number} of {all} countries and groups"
WORLD: Final = "World"
SOURCE: Final = "Source: {source}"
SOURCES: Final = "Sources: {sources}"
RATE_SOURCES: Final = "Exchange rates: {sources}"
SHAPE_SOURCE: Final = "Country shapes: Natural Earth"
SHARES_TITLE: Final = "{indicators}, share of the total shown (%)"
SHARES_HEADING: Final = "% of the total shown"
SCATTER_TITLE: Final = "{up} vs. {across}"
SCATTER_TITLE_SIZED: Final = "{up} vs. {across}, sized by {size}"
SPAN_LATEST: Final = "{periods}, latest value of each"
SPAN_EARLIEST: Final = "{periods}, earliest value of each"
TWO_PERIODS: Final = "{first} and {last}"
OWN_AXES: Final = "{span} · each with its own axis"
SPAN_WITH_EDITIONS: Final = "{span} · {editions}"
AREA_IN_PERIOD: Final = "{area} ({period})"

NOTE_BELOW: Final = "{period}: {note}"
NUMBERED: Final = "{number}. {period}: {name}"

# Inside a plot
NO_DATA: Final = "No data"
BAR_FILLS: Final[Mapping[tuple[bool, bool], str]] = {  # whether there are forecasts, and estimates
    (False, False): "",
    (True, False): "hatched: forecasts",
    (False, True): "pale: estimates",
    (True, True): "hatched: forecasts, pale: estimates",
}
FORECAST: Final = "forecast"
ONLY_FORECASTS: Final = "only forecasts"
ONLY_FORECASTS_HOVER: Final = "Dashed lines are forecasts. Everything in the shaded area is a forecast."
SHADED_FORECASTS: Final = "shaded: forecasts"
DOTTED: Final = "dotted: {levels}"
PEAK: Final = "{series} {value}, {period}"
CLIPPED: Final = (
    "Values beyond the axis end in an arrowhead with their number. A logarithmic axis, under More options, holds all."
)
EXTREME: Final = (
    "{series} reached {value} {when}, which flattens everything else. Choose other years, or a logarithmic axis under "
    "More options."
)
BREAK_MARKS: Final = "“//” marks a break in the series: the values before and after it are not comparable."
AVERAGE_LEVEL: Final = "average {value}"
MEDIAN_LEVEL: Final = "median {value}"
LEVEL_DESCRIBED: Final = "A line marks {value}."
AVERAGE_DESCRIBED: Final = "A line marks the average of the {number} shown, each counted once: {value}."
MEDIAN_DESCRIBED: Final = "A line marks the median of the {number} shown, each counted once: {value}."
OTHER_REGION: Final = "Other"
MAP_ALL: Final = "all"
LAST_YEAR_WITH_DATA: Final = "last year with data"
MAP_BEFORE: Final = "before {year}"
MAP_UNDER: Final = "under"
MAP_ABOVE: Final = "or more"
MAP_LOWEST: Final = "under {high}"
MAP_BETWEEN: Final = "{low} to {high}"
MAP_HIGHEST: Final = "{low} or more"
PLAY: Final = "Play"
PAUSE: Final = "Pause"

# On hover
MORE_READINGS: Final = "and {count} more"
ACTUAL: Final = "actual"
NO_VALUE: Final = "no data"
NO_VALUE_SINCE: Final = "no data since {year}"
OLD_LEFT_OUT: Final = "{values} left out"
PUBLISHED: Final = "{publisher}, published {date}"
STATED_BY: Final = "according to {name}"
AT_RATE: Final = "At {rate} {unit}, {publisher}"
AT_RATE_OF_DAY: Final = "At {rate} {unit} on {day}, {publisher}"
TOTAL: Final = "Total"
SHARE_OF_TOTAL: Final = "{share} of the total"
PAST_FORECAST: Final = "forecast in {edition}<br>{period}: <b>{value}</b>"
PAST_FORECAST_OUTCOME: Final = "forecast in {edition}<br>{period}: <b>{value}</b><br>Outcome: {outcome}"
PAST_FORECASTS: Final = "thin lines: forecasts from {editions}, {first} to {last}"
PAST_FORECASTS_IN_PART: Final = "thin lines: one edition a year from {first}, and the latest"

# What is shown differently from what was asked, and why
DIFFERENT_UNITS: Final = "The indicators have different units."
ONE_PERIOD: Final = "All values are for {period}."
ALL_BARS_OF_ONE_PERIOD: Final = "All values are for {period}, so they are shown as bars."
BARS_OF_ONE_PERIOD: Final = "Shown as bars, with data for one period only: {plots}."
SCATTER_OF_ONE: Final = "A scatter plot needs two indicators."
SHOWN_INSTEAD: Final[Mapping[str, str]] = {
    "line": "A line chart is shown instead.",
    "bar": "A bar chart is shown instead.",
    "multiples": "Small multiples are shown instead.",
}
FIRST_INDICATOR_ONLY: Final = "Past forecasts are shown for one indicator: {indicator}."
NO_REFERENCE_LINES: Final = "Reference lines are not available for this chart type: {type}."
TOO_MANY: Final = "Showing {shown} of {all}; the table has all of them."
TOO_MANY_RANKED: Final[Mapping[str, str]] = {
    "largest": TOO_MANY,
    "smallest": "Showing the smallest {shown} of {all}; the table has all of them.",
    "both": "Showing {shown} of {all}, from both ends; the table has all of them.",
}
NOT_ON_LOG_AXIS: Final = "A logarithmic axis can't show zero or negative values; the table has them."
BAR_FILL_REMARKS: Final[Mapping[tuple[bool, bool], str]] = {
    (False, False): "",
    (True, False): "Hatched: forecasts.",
    (False, True): "Pale: estimates.",
    (True, True): "Hatched: forecasts. Pale: estimates.",
}
LOG_AXES: Final = "On a logarithmic axis: {indicators}."
MANY_BARS: Final = "{bars} bars in one chart are too many to compare."
BARS_BEGIN_AT_ZERO: Final = "Bars start at zero, so their axis is linear."
DASHED_FORECASTS: Final = "Dashed lines are forecasts."
NO_VALUE_FOR: Final = "No data for {period}: {areas}."
LAST_VALUE: Final = "{area} (last {period})"
NOT_BOTH_VALUES: Final = "One of the two values is missing for {period}: {areas}."
NO_SHARED_PERIOD: Final = "Left out, because their two values are for different periods: {areas}."
MIXED_PAIRS: Final = "Left out, because one value for {period} is a forecast and the other an actual value: {areas}."
NO_PAIRS: Final = "Every pair combines a forecast with an actual value, which can't be compared."
NOT_BOTH_ENDS: Final = "Missing data for {first} or {last}: {areas}."
NO_SPACE_FOR: Final = "Only {most} lines are shown; left out: {areas}."
NOT_ON_MAP: Final = "Not on the map: {areas}."
NO_DATA_OF: Final = "No data on {indicators}."
TOTAL_WITHOUT: Final = "No data on {indicators}; the total leaves this out."
PERIODS_LEFT_OUT: Final = "Left out: {periods} without a value for every series ({series} has only {values})."

# Why values aren't stacked
NEGATIVE: Final = "Negative values can't be stacked."
NOTHING_TO_STACK: Final = "There is nothing to stack."
TOO_MANY_LAYERS: Final = "{number} layers are too many for a stacked chart."
NO_SHARED_PERIODS: Final = "Fewer than two periods have a value for every series."

# Alternative texts
ALT_EMPTY: Final = "An empty chart. {title}."
ALT_HEADING: Final = "{title}. {subtitle}."
ALT_MORE: Final = "And {lines}."
ALT_ONLY_FORECASTS: Final = "{series} has forecasts only."
ALT_SINGLE: Final = "{series}: {value} {when}."
ALT_UP: Final = "{series}: up from {first} {start} to {value} {when}."
ALT_DOWN: Final = "{series}: down from {first} {start} to {value} {when}."
ALT_LITTLE_CHANGED: Final = "{series}: little changed from {first} {start} to {value} {when}."
ALT_UNCHANGED: Final = "{series}: unchanged from {first} {start} to {value} {when}."
ALT_HIGHEST: Final = "Highest {value} {when}."
ALT_LOWEST: Final = "Lowest {value} {when}."
ALT_BREAK: Final = "Break in series {when}."
ALT_FORECAST: Final = "Forecast {value} {when}."
ALT_BANDS: Final = "Bands from past errors {when}: {bands}."
BAND: Final = "{level}% band: {ends}"
ALT_RANKING: Final = "In order: {values}."
ALT_TOP: Final = "Highest: {values}."
ALT_BOTTOM: Final = "Lowest: {values}."
ALT_STACKED: Final = "Total: {first} {start} and {value} {when}."
ALT_ON_MAP: Final = "{areas} with data."
ALT_PLAYABLE: Final = "The years can be animated, starting with {period}."
ALT_POINTS: Final = "{points}."
ALT_STRONG_POSITIVE: Final = "Strong positive correlation."
ALT_WEAK_POSITIVE: Final = "Weak positive correlation."
ALT_STRONG_NEGATIVE: Final = "Strong negative correlation."
ALT_WEAK_NEGATIVE: Final = "Weak negative correlation."
ALT_NO_CORRELATION: Final = "No clear correlation."
ALT_ENDS: Final = "{indicator}: from {low} ({lowest}) to {high} ({highest})."

# Refusals
MIXED_PRICES: Final = (
    "These amounts are at different prices ({prices}); comparing them would mix growth with inflation."
)
MIXED_PRICES_PLAIN: Final = (
    "These amounts are at current and at constant prices; comparing them would mix growth with inflation."
)
CONSTANT_PRICES: Final = "constant {year} prices"
OWN_CURRENCIES: Final = "The amounts are in different currencies ({currencies}), so they can't be compared."
DIFFERENT_LENGTHS: Final = "Different units can't be compared: {one} ({unit}) and {other} ({other_unit})."
SAME_COLOURS: Final = "Bars have the colours of their countries, so {one} and {other} would look the same."
TWO_MAPS: Final = "A map shows one indicator: {one} and {other} need two maps."
GROUPS_ON_MAP: Final = "{indicator} has data for {groups} only; a map needs data for countries."
PAIRS_ON_MAP: Final = "{indicator} is measured between two countries, so a map can't show it."
ONE_OF_SEVERAL: Final = "{indicator} is shown here by {dimension} ({codes}), but this chart has one value per country."
SLOPE_OF_ONE: Final = "A slope chart needs two periods; there is only one here."
NO_DATA_FOR_AXIS: Final = "No data for {indicator} in these countries and years."
FORECAST_AGAINST_ACTUAL: Final = (
    "For {area} {when}, {forecast} is a forecast and {actual} an actual value, so they can't be compared."
)
EDITIONS_AS_LINES: Final = "Past forecasts can only be shown in a line chart."
NO_LOGARITHM: Final = "A logarithmic axis can't show zero or negative values, such as {area} {when}."
NOTHING_LEFT: Final = "No data with these settings. {reason}"

# What is offered instead
OFFER_ONLY: Final = "Only {name}"
OFFER_WITHOUT: Final = "Without {name}"
OFFER_AGAINST: Final = "Compare with {name}"
OFFER_LINES: Final = "Show as lines"
OFFER_LINES_BELOW: Final = "Show as separate line charts"
OFFER_BARS: Final = "Show as bars"
OFFER_MULTIPLES: Final = "Show as small multiples"
OFFER_TABLE: Final = "Show the table"
OFFER_DOLLARS: Final = "Convert to US dollars"
OFFER_PRICES: Final = "Use constant {year} prices"
OFFER_COUNTRIES: Final = "Only the countries"
OFFER_LINEAR: Final = "Use a linear axis"
OFFER_ALL_YEARS: Final = "Show all years"
OFFER_NO_FORECASTS: Final = "Without forecasts"
OFFER_LATEST: Final = "Only the latest values"
OFFER_EDITIONS_AS_PUBLISHED: Final = "Every edition as published"
OFFER_UNDIVIDED: Final = "Without dividing"
OFFER_AS_PUBLISHED: Final = "As published"
OFFER_OWN_FREQUENCY: Final = "At the original frequency"

# Revisions
EDITION_SAID: Final = "{period}, edition of {vintage}<br>{value}{status}<br>{difference} from the newest figure"
STATUS_IN_BRACKETS: Final = " ({word})"
PATH_POINT: Final = "{period}, edition of {vintage}<br>{value}{status}"
DIFFERENCE_IN: Final = "Difference from the newest figure, {unit}"
NEWEST_FIGURE: Final = "Newest: {value}"
HEATMAP_ALT: Final = (
    "Heat map of {series}: one row for each of {vintages}, one column for each of {periods}. Blue cells are below the "
    "newest figure of their period, orange cells above it."
)
PATH_ALT: Final = "{series}, {period}: from {first} in the edition of {start} to {last} in that of {end}."
VINTAGE_NOUN: Final = ("edition", "editions")
PERIOD_NOUN: Final = ("period", "periods")
