"""Messages of charts and tables, of what is below them, and of downloads and citations."""

from __future__ import annotations

from typing import Final, Literal

from indicators.model.origins import CitationStyle

# What is shown
CHOOSE_INDICATOR: Final = "Choose an indicator on the left, such as GDP, inflation or the digital economy."
CHOOSE_COUNTRY: Final = "Choose at least one country or group under Where."
COUNTRY_ADDED: Final = "Added {names}."
MORE_OPTIONS: Final = "More options"
CHARTS_LEFT_OUT: Final = "Showing the first {shown} of {count} indicators."
STACKED_BY_COUNTRY: Final = "Each indicator is stacked by country. To stack the indicators, choose a single country."
NO_DATA_FOR_COUNTRIES: Final = "{indicators}: no data for {countries}."
NO_DATA_EXCEPT: Final = "{indicators}: no data for {countries}. Available for {others}."
NO_DATA_BECAUSE: Final = "{indicators}: {reasons}"
SHOW_LATEST_DATA: Final = "Show the latest data"
SHOW_NEAREST: Final = "Show {name}"
SHOW_COUNTRIES: Final = "Show {countries}"
WITHOUT_INDICATOR: Final = "Without {name}"
SHOW_PERIOD: Final = "Show {period}"
REGION: Final = "Zoom to a region"
REGIONS: Final = {
    "europe": "Europe", "africa": "Africa", "asia": "Asia", "north-america": "North America",
    "south-america": "South America", "oceania": "Oceania",
}  # fmt: skip
INTERACTIVE: Final = "Interactive chart"
INTERACTIVE_HELP: Final = "Shows each value with its source when you point at it."
ANIMATE: Final = "Animate years"
ANIMATE_HELP: Final = "Adds a play button and a slider below the map."
OPEN_DASHBOARD: Final = "Open in Indicators"

# Below a chart
MORE_NOTES: Final = "More notes"
ABOUT: Final = "About the data and sources"
CONFUSED_WITH: Final = "Not to be confused with: {text}"
INDICATOR_PAGE: Final = "All about {name}: coverage, rivals, citation"
SHARE_OF: Final = "Share of: {whole}"
NOTE_ON: Final = "{name}: {note}"
CALCULATION: Final = "How it was calculated"
MISSING_VALUES: Final = "{values} could not be calculated. {reasons}"
DOWNLOAD_RATES: Final = "Download exchange rates"
OTHER_RATES: Final = "Other exchange rates: {series}, {period}"
DATA_REVISED: Final = "Data {when}. {changes}"
REVISIONS: Final = "Revisions since then"
REVISION_KINDS: Final = {
    "revised": "revised",
    "actual": "forecast replaced by actual",
    "withdrawn": "withdrawn",
    "new": "new",
}
DOWNLOAD_REVISIONS: Final = "Download revisions"
VALUE_WITH_STATUS: Final = "{value} ({status})"
REVISION_HISTORY: Final = "Revisions from edition to edition"
NEVER_REVISED: Final = "None of these figures is stored in more than one edition."
REVISIONS_AS: Final = "Show as"
REVISION_WAYS: Final = {"path": "One period", "heatmap": "Heat map", "table": "Triangle", "averages": "Averages"}
SERIES_CHOICE: Final = "Series"
PERIOD_CHOICE: Final = "Period"
EACH_COUNTRY: Final = "Each country separately"
FORECASTS_MARKED: Final = "f: forecast."
DOWNLOAD_TRIANGLE: Final = "Download triangle"
DOWNLOAD_VINTAGES: Final = "Download every edition"
FORECAST_RECORD: Final = "Forecast accuracy"
COMPARE_WITH: Final = "Compare with"
EDITIONS: Final = "Editions"
SEASONS: Final = {"": "All", "spring": "Spring", "autumn": "Autumn"}
COMPARE_HELP: Final = (
    "Data are revised for years. The latest values are the most accurate; forecasters tried to predict the "
    "first published ones."
)
NO_OUTCOMES: Final = "None of these forecasts has an actual value to compare with yet."
ERROR_UNITS: Final = "Errors in {units}. {explanation}"
PERCENT_OF_ACTUAL: Final = "percent of the actual value"
FORECAST_NOUN: Final = ("forecast has", "forecasts have")
VALUE_NOUN: Final = ("value", "values")
OPEN_FORECASTS: Final = "{forecasts} no actual value yet."
COMPARE_NAIVE: Final = "Compare with naive forecasts"
COMPARE_NAIVE_HELP: Final = "No change, the five-year mean, a drift and AR(1), made from what was known on each day."
NO_NAIVE: Final = "Too few values were known on the days of these forecasts for a naive one."
FORECASTS_SIDE_BY_SIDE: Final = "Forecasts side by side"
EDITIONS_SHOWN: Final = "Newest editions of each publisher"
PAST_YEARS: Final = "Show past years"
ADD_NAIVE: Final = "Add naive forecasts"
ADD_BANDS: Final = "Add 80% bands"
NO_FORECASTS_SHOWN: Final = "No forecast without an outcome for this choice. Show past years to see earlier ones."
RANKED_ON: Final = "Rank the publishers by how far off they were from the actual values of"
RANK_NONE: Final = "– (no ranking)"
RANK_COMMON: Final = "Use only the cases that all of them forecast"
DOWNLOAD_SIDE_BY_SIDE: Final = "Download forecasts"
DOWNLOAD_FORECASTS: Final = "Download forecasts and outcomes"

# Exchange rate rules
PARITY_NOTE: Final = (
    "Purchasing power parity does not count: it shows what the amount would buy, not what it would exchange for."
)
RULES_DIFFER: Final = "The results differ by {spread}."
RATE_MISSING: Final = "no rate"
RULE_REASON: Final = "{rules}: {reason}"
SEE_BELOW: Final = "see below"
AS_STATED: Final = "As stated"
STATED_IN_SOURCE: Final = "stated in the source"
RATE_METHOD: Final = "{basis}; {path}"
RATE_BESIDE: Final = "{rate} {unit}, {publisher}"

# Tables
EVERY_DETAIL: Final = "Every detail"
SHOW_EMPTY: Final = "Show {rows} without a value"
ROW_NOUN: Final = ("row", "rows")

# Column heads
COLUMN_INDICATOR: Final = "Indicator"
COLUMN_COUNTRY: Final = "Country"
COLUMN_PERIOD: Final = "Period"
COLUMN_VALUE: Final = "Value"
COLUMN_EXACT_VALUE: Final = "Exact value"
COLUMN_BAND: Final = "{level}% band"
COLUMN_UNIT: Final = "Unit"
COLUMN_RATE: Final = "Rate"
COLUMN_RATE_DATE: Final = "Rate date"
COLUMN_REASON_MISSING: Final = "Reason missing"
COLUMN_AGE: Final = "Age"
OLD_VALUE: Final = "too old to compare"
COLUMN_STATUS: Final = "Status"
COLUMN_PUBLISHER: Final = "Publisher"
COLUMN_SPEAKER: Final = "Speaker"
COLUMN_PUBLISHED: Final = "Published"
COLUMN_NOTE: Final = "Note"
COLUMN_SOURCE: Final = "Source"
COLUMN_RULE: Final = "Rule"
COLUMN_RESULT: Final = "Result"
COLUMN_METHOD: Final = "Method"
COLUMN_KIND: Final = "Kind"
COLUMN_PATH: Final = "Path"
COLUMN_THEN: Final = "Then"
COLUMN_NOW: Final = "Now"
COLUMN_CHANGE: Final = "Change"

# Download, share, cite
DOWNLOAD: Final = "Download"
SHARE: Final = "Share"
CITE: Final = "Cite"
WHICH_DATA: Final = "Data"
AS_SHOWN: Final = "As shown"
FULL_SERIES: Final = "Full source series"
SCOPE_HELP: Final = (
    "As shown: the chart's values, converted and transformed. Full source series: every period of the same indicators "
    "and countries, as published."
)
ALL_FORMATS: Final = "All formats"
FORMAT: Final = "Format"
DOWNLOAD_AS: Final = "Download {format}"
DOWNLOAD_SERIES_AS: Final = "Download {format} (full source series)"
DOWNLOAD_PICTURE: Final = "Download {format}, {width} × {height}"
FORMAT_NOTE: Final = "{description}."
PICTURE_SIZE: Final = "Size in pixels"
PICTURE_NOTE: Final = "The first image takes a few seconds."
SHARE_AS: Final = "Share as"
LINK: Final = "Link"
COPY_LINK: Final = "Copy link"
COPIED: Final = "Copied"
EMBED_CODE: Final = "Embed code"
EMBED_NOTE: Final = "Live chart, {height} pixels high. For a static copy, download the web page."
FREEZE: Final = "Freeze today's data"
FREEZE_HELP: Final = "On: the link keeps showing the data as known today. Off: it always shows the latest data."
LOCK: Final = "Lock"
LOCK_HELP: Final = "On: only the chart, its title, notes and source, without controls."
REACHES: Final[dict[str, str]] = {
    "computer": "This address works on this computer only. Start the dashboard with --public-url ADDRESS, or set "
    "INDICATORS_PUBLIC_URL, so that others can open it.",
    "network": "This address works in this network only. Start the dashboard with --public-url ADDRESS, or set "
    "INDICATORS_PUBLIC_URL, so that others can open it.",
}
ANNOTATE: Final = "Title and notes"
STORY_TITLE: Final = "Title"
STORY_TITLE_HELP: Final = "Replaces the title of the chart. What is measured and its unit move to the line below."
STORY_NOTES: Final = "Notes, one per line"
STORY_NOTES_EXAMPLE: Final = "2020: Pandemic"
STORY_NOTES_HELP: Final = "A year, quarter (2008-Q4), month (2022-02) or day, a colon, and a few words."
APPLY: Final = "Apply"
CITATION_STYLE: Final = "Style"
CITATION_STYLES: Final[dict[Literal["short"] | CitationStyle, str]] = {
    "short": "Short",
    "text": "Full",
    "bibtex": "BibTeX",
    "csl": "CSL-JSON",
    "ris": "RIS",
}
