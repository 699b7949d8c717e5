"""Messages of the pages Countries and Compare."""

from __future__ import annotations

from typing import Final

INDICATOR: Final = "Indicator"
LATEST: Final = "Latest"
UNIT_COLUMN: Final = "Unit"
WHEN: Final = "When"
PREVIOUS: Final = "Previous"
PREVIOUS_HELP: Final = "The value of the period before that has one."
CHANGE: Final = "Change"
CHANGE_HELP: Final = "From the value before: in percentage points for percentages, otherwise in percent."
HISTORY: Final = "Trend"
HISTORY_HELP: Final = "The last thirty values at most; the next forecast is dashed."
RANK: Final = "Rank"
RANK_HELP: Final = "Among {group}, the largest value first; only values at most five years apart are compared."
FORECAST: Final = "Next forecast"
PUBLISHER: Final = "Publisher"
ABOUT: Final = "About"
ABOUT_HELP: Final = "Definition, publisher, licence, coverage, rival figures and citation."
RIVAL: Final = "{publisher} (one of several)"
WITH: Final = " with {area}"
OLD: Final = "old"
MISSING: Final = "–"
DOWNLOAD_AS: Final = "Download {format}"

# Home
SEARCH: Final = "Search"
SEARCH_EXAMPLE: Final = "Search figures, countries, boards and sources (press /)"
SEARCH_EXAMPLE_PHONE: Final = "Search figures, countries, boards …"
ABOUT_INDICATOR: Final = "About {name}"
FOUND_FIGURE: Final = "{area} {value}, {period}"
FOUND_RANKED: Final = "{figures}, {period}"
FOUND_RANK: Final = "{rank}. {area} {value}"
FOUND_RANK_THEN: Final = "{rank}. {area} {value} ({period})"
FOUND_YEARS: Final = "{area}, {years}"
A_COUNTRY: Final = "country page"
A_BOARD: Final = "board"
A_SOURCE: Final = "source"
MORE_FOUND: Final = "{indicators} in Explore."
MORE_NOUN: Final = ("more indicator", "more indicators")
NOTHING_FOUND: Final = "Nothing matches “{words}”."
AT_A_GLANCE: Final = "At a glance"
COUNTRIES_SHOWN: Final = "Countries shown"
OPEN_IN_COMPARE: Final = "Open in Compare"
TREND_IN_WORDS: Final = "{series}: {first} to {last} over {count} values."
SEPARATOR: Final = " · "
NEXT_OF: Final = "{period} · {forecaster} forecast for {next}: {forecast}"

# Countries
COUNTRY: Final = "Country or group"
AMONG: Final = "Ranked among"
NO_RANKS: Final = "No ranks"
COUNTRY_INTRO: Final = (
    "The latest figure of every indicator. Click a name to see it over time, in other units and beside other countries."
)
NO_FIGURES_AS_A_WHOLE: Final = "Nobody here publishes figures for {group} as a whole. These are its members."
COMPARE_MEMBERS: Final = "Compare its members"
NO_FIGURES_FOR: Final = "There are no figures for {area}."
FIGURES_COUNT: Final = "{figures} from {publishers}."
FIGURE_NOUN: Final = ("figure", "figures")
PUBLISHER_NOUN: Final = ("publisher", "publishers")
CURRENCY: Final = "Currency"
CHARTS: Final = "Charts"
NOTES: Final = "Notes"
NAME_AND_PERIOD: Final = "{name}, {period}"

# Compare
COMPARISON: Final = "Comparison"
COMPARE_INTRO: Final = (
    "Several indicators for several countries in one table: the latest figures, or those of one year."
)
TIME: Final = "Figures of"
LATEST_FIGURES: Final = "Latest"
UNIT: Final = "Amounts of money in"
UNIT_HELP: Final = "Such as billion EUR, USD or LCU (national currency). As published if empty."
AS_PUBLISHED: Final = "As published"
NOTHING_TO_COMPARE: Final = "Choose at least one indicator and one country."
LEFT_OUT: Final = "No figures for {names}."
NO_FIGURES_FOUND: Final = "There are no figures for this choice."
ROWS: Final = "Rows"
ROW_CHOICES: Final = {"indicators": "Indicators", "countries": "Countries"}
COLOURED: Final = "Colour scale"
COLOURED_HELP: Final = "Shades each column from its lowest to its highest value."
SERIES_IN: Final = "{series} ({unit})"
BY: Final = "{series}, {publisher}"
PERIOD_OF: Final = "{period}: {areas}"
