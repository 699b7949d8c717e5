"""Messages of exported files and printed answers, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

NOT_A_PUBLIC_URL: Final = "The public address of the dashboard must be a web address."

# Formats and files
UNKNOWN_FORMAT: Final = "Unknown file format."
NO_FORMAT: Final = "no extension"
UNWRITABLE_FILE: Final = "The file can't be written."
WRITABLE_PLACE: Final = "a writable folder ({reason})"
POSSIBLE_INSTEAD: Final = "Available instead: {offers}."
TOO_MANY_ROWS: Final = "There are more figures than an Excel sheet has rows."
MOST_ROWS: Final = "at most {count:,}"
FEWER_ROWS: Final = "Choose CSV or Parquet, or fewer countries."

# Pictures
INVALID_SIZE: Final = "Invalid image size."
EXPECTED_SIZE: Final = "width and height from 300 to 8000 pixels, such as 1200x675"
KALEIDO_MISSING: Final = "Images of charts need the package kaleido: pip install kaleido."
INSTALL_BROWSER: Final = "Install Chromium or Chrome on this machine (on Debian: apt-get install chromium)."
BROWSER_MISSING: Final = "Images of charts need a browser. {hint}"
BROWSER_SILENT: Final = "The browser that draws images doesn't respond."
BROWSER_DEADLINE: Final = "a response within {seconds} seconds"
BROWSER_FAILED: Final = "The browser couldn't draw this chart."
BROWSER_NOT_STARTED: Final = "The browser that draws images couldn't be started."
BROWSER_EXPECTED: Final = "Chromium or Chrome on this machine"

# Text tables
NO_FIGURES: Final = "No figures."
OUTDATED: Final = "Too old to be compared with the other latest values."
OUTDATED_STATUS: Final = "{status}, old"
NOTES_HEADING: Final = "Notes:"
HOW_CALCULATED: Final = "How it was calculated"
SOURCES_HEADING: Final = "Sources"

# Web page
INDICATORS: Final = "Indicators"
FIGURES: Final = "Figures"
CITE_AS: Final = "Cite as"
TABLE: Final = "Data table"
WITH_COUNTERPART: Final = "{entity} with {counterpart}"

# Conversions
AMOUNT_IS: Final = "{amount} is"
RESULTS_DIFFER: Final = "The results differ by {spread}."
NO_RATE: Final = "no rate"

# Forecast scores
LATEST_VALUE: Final = "the latest actual value"
FIRST_VALUE: Final = "the first published value"
VALUE_A_YEAR_LATER: Final = "the value known one year later"
SCORES_HEADING: Final = "{editions} of {indicators} compared with {outcome}; errors in {units}."
EDITIONS: Final = {"": "Forecasts", "spring": "Spring forecasts", "autumn": "Autumn forecasts"}
PERCENT_OF_OUTCOME: Final = "percent of the actual value"
NO_OUTCOME_YET: Final = "{forecasts} no outcome yet."
NOTHING_TO_SCORE: Final = "None of these figures is a forecast with an outcome."
EXTREMES_LEFT_OUT: Final = (
    "Means leave out {forecasts} for which the forecast or the outcome is {extreme}% or more (hyperinflation and the "
    "like): {cases}. Medians include them."
)
GROUPS_LEFT_OUT: Final = "{groups} is not counted beside its members."
SEVERAL_GROUPS_LEFT_OUT: Final = "{groups} are not counted beside their members."
ALL_FORECASTS: Final = "all"
INSIDE_BAND: Final = "{level}% band"
BAND_SCORE_HEADS: Final = ("By", "Group", "Forecasts")
BAND_ALTERNATIVES: Final = ("vs. normal", "vs. own errors")
BAND_SCORES_HEADING: Final = (
    "{indicator}: the share of outcomes inside bands around forecasts, tested on the editions since 2005."
)
BAND_SCORES_EXPLAINED: Final = (
    "Each band was made from what was known on the day of its edition, and the outcome is the last value published "
    "within a year after the end of the period. After ± is the standard error of the share, from the differences "
    "between the years that were forecast: they are few, and the forecasts of one year share its shocks. The last two "
    "columns compare the interval score of {level}% bands, the median over countries, with that of a normal "
    "distribution with the country's own past errors and with that of its last ten absolute errors: below 1, the bands "
    "are better. Crises such as 2009, 2020 and 2022 are included."
)
NO_BANDS_TO_SCORE: Final = "{indicator}: no bands, as too few past errors of its forecasts are known."
BAND_END: Final = "{end} end of the band that should hold {level}% of outcomes, from the publisher's past errors"
SCORES_EXPLAINED: Final = (
    "Median error: half of the errors were lower; negative if most forecasts were too low. Median abs. error: half of "
    "the errors were smaller. vs. no change: the median absolute error relative to a forecast of no change; below 1 is "
    "better. Bias: the average error. Mean abs. error: the average size of the errors."
)
NAIVE_HEADING: Final = "Compared with naive forecasts, which are only a comparison:"
NAIVE_EXPLAINED: Final = (
    "Naive forecasts are made from the values known on the day of each edition, and compared on the forecasts for "
    "which all of them can be made. Median and mean: the publisher's absolute error relative to theirs; below 1, the "
    "publisher was closer. Drift goes on as in the last fifteen years, AR(1) is a first-order autoregression of these. "
    "p-value: the probability of such a difference of mean absolute errors by chance (Diebold and Mariano, with the "
    "correction of Harvey, Leybourne and Newbold)."
)
TOO_FEW_FOR_TEST: Final = "{found} of {least} {periods} needed"
BELOW_P: Final = "< 0.001"
NAIVE_BANDS_HEADING: Final = (
    "{indicator}: the share of outcomes inside the bands of a naive forecast ({baseline}), made from its own errors "
    "and tested on the editions since 2005. It is a comparison, not a forecast."
)

# Forecasts side by side
FORECAST_TEXT_HEADS: Final = ("Country", "Forecaster", "Published")
NO_FORECASTS: Final = "None of these figures is a forecast without an outcome. Name the years to see past forecasts."
FORECASTS_HEADING: Final = "Forecasts of {indicators}, in {units}."
FORECASTS_EXPLAINED: Final = (
    "Each row is one publisher's edition. The range and the median are those of the newest edition of each; nothing is "
    "averaged. Naive forecasts are only a comparison and don't count."
)
BANDS_IN_BRACKETS: Final = "In brackets: the {level}% band."
RANGE_LABEL: Final = "Range"
MEDIAN_LABEL: Final = "Median"
RANGE_OF: Final = "{lowest} to {highest}"
FIGURE_WITH_ENDS: Final = "{figure} ({lower} to {upper})"
OUTCOME_OF: Final = "Outcome, {publisher}"
NAIVE_LABEL: Final = "{name} (naive)"
RANKS_HEADING: Final = "Forecasters ranked by their mean absolute error, on the same outcomes and cases."
RANKS_EXPLAINED: Final = (
    "A case is a country, a period and how far ahead it was forecast, in half-years for annual figures. vs. no change: "
    "the median absolute error relative to a forecast of no change. p-value: the probability of such a difference from "
    "the best by chance (Diebold and Mariano, with the correction of Harvey, Leybourne and Newbold)."
)

# Revisions
REVISIONS_HEADING: Final = "{title}, from {since} to {until}: {counts}."
MORE_REVISIONS: Final = "And {count:,} more; --format csv lists all of them."

# Revisions through the vintages
NOTHING_REVISED: Final = "None of these figures is stored in more than one vintage."
TRIANGLE_HEADING: Final = "{series}, in {unit}, {publisher}: what each edition said. f: forecast."
FORECAST_MARK: Final = "{value} f"
REVISIONS_BY_TIME: Final = "Revisions from one stored edition to the next, by when they came; in {units}."
PERCENT_OF_EARLIER: Final = "percent of the earlier value"
AFTER_PERIOD: Final = "{periods} after"
OR_LATER: Final = "{when} or later"
FIRST_ACTUAL_STAGE: Final = "first actual value"
FORECAST_STAGE: Final = "forecast, {when}"
REVISIONS_EXPLAINED: Final = (
    "Up, down, unchanged: the shares of revisions. Median and mean size: without their sign. Mean: above zero if "
    "figures were raised. Means leave out rates of 100% or more."
)
TESTS_HEADING: Final = "Revisions to the newest actual value: news or noise?"
TESTS_EXPLAINED: Final = (
    "Mean: the average revision from each stage to the newest actual value, with the probability that it differs from "
    "zero by chance. News: the publisher used all it knew, so revisions can't be predicted from the preliminary value. "
    "Noise: revisions only remove errors of measurement, so they don't depend on the newest value. Each is rejected "
    "where its p-value is below 0.05 (Mankiw and Shapiro, 1986; regressions of Mincer and Zarnowitz, 1969)."
)
READINGS: Final = {
    "news": "news", "noise": "noise", "neither": "neither: predictable", "undecided": "undecided: both possible",
}  # fmt: skip

# Archive
FILES: Final = "Files"
SOURCES_AND_TERMS: Final = "Sources and terms of use"
COLUMNS: Final = "Columns of data.csv"
VIEW_AT: Final = "Available at {link}"
DOWNLOADED_ON: Final = "{subtitle}. Downloaded on {date}."
NOT_TO_CONFUSE: Final = "Not to be confused with: {other}"
AS_PUBLISHED: Final = "As published."
ARCHIVE_FILES: Final = {
    "data.csv": "one row per observation, with its unit, status, exchange rate and source",
    "wide.csv": "one row per country and period, one column per indicator",
    "rates.csv": "the exchange rates that were used",
}
ARCHIVE_METADATA: Final = (
    "- `metadata.json`: title, units and citations, in the format of Our World in Data",
    "- `datapackage.json`: a description of the tables for programs (Frictionless)",
    "- `citations.txt`, `.bib`, `.ris`, `.csl.json`: citations as text and for reference managers",
)
ABOUT_CELLS: Final = (
    "An empty cell is a missing value, never zero. Text that starts like a formula has an apostrophe before it so that "
    "spreadsheets don't run it."
)

# Citation
PROCESSED_BY: Final = "processed by {name}"
PROCESSED: Final = "Processed by {name}: {steps}"
NOT_PROCESSED: Final = "As published, obtained through {name}."

# Workbook
SHEETS: Final = ("Data", "Sources", "How calculated", "Age", "Rates")
STEP_HEADINGS: Final = ("Item", "Text")
STEP_TITLE: Final = "Title"
STEP_SUBTITLE: Final = "Areas and time"
STEP_DOWNLOADED: Final = "Downloaded on"
STEP_LINK: Final = "Link"
STEP_COMMAND: Final = "Command"
STEP_PYTHON: Final = "Python"
STEP: Final = "Step"
STEP_NOT_TO_CONFUSE: Final = "{id}: not to be confused with"
STEP_COLUMN: Final = "Column {name}"

# Snippets
NEEDS_SERVER: Final = "It works where this dashboard can be reached, while it runs."
EXCEL_QUERY: Final = "Paste it under Data > Get Data > Blank Query > Advanced Editor."
SHEETS_NEED_PUBLIC: Final = (
    "Google must reach this dashboard: start it with --public-url and --host. Until then, download the CSV and "
    "import that."
)

# Tables of several indicators
TABLE_HEADINGS: Final = (
    "Indicator", "Country", "Latest", "Period", "Change", "Rank", "Next forecast", "Publisher",
)  # fmt: skip
RANK_OF: Final = "{rank} of {count}"
RANKED_AMONG: Final = "Ranks: among {group}, largest first."
FIGURE_AND_PERIOD: Final = "{figure} ({period})"
OLD_FIGURE: Final = "old"
NO_TABLE_FORMAT: Final = "Tables can't be written in this format."

# Boards
NO_BOARD_FORMAT: Final = "Boards can't be written in this format."
BOARD_MADE: Final = "Made with indicators on {day}."

# Frozen citations
FROZEN_NEEDS_VIEW: Final = "These figures are not those of a view, so they can't be frozen."
FROZEN_NOTE: Final = (
    "Frozen on {day}. SHA-256 of the data: {sha256}. “indicators compare-frozen FILE” shows what has changed since."
)
NOT_FROZEN: Final = "This is not a frozen page."
FROZEN_EXPECTED: Final = "a page written by `indicators freeze` or downloaded as a frozen citation"
FROZEN_CHANGED: Final = "The data of this page were changed after it was frozen."
FROZEN_SAME: Final = "Nothing has changed since {day}."
FROZEN_DIFFERS: Final = "Since {day}: {changes}."
DIMENSION_COLUMN: Final = "A dimension that tells series apart"

# Feeds
FEED_TITLE: Final = "Watched figures: {name}"

# Tables of periods and series
PERIOD: Final = "Period"
SERIES_IN: Final = "{series}, {unit}"
NO_VALUE_SIGN: Final = "–"
NUMBERS_IN: Final = "In {unit}."
STATUSES_OF: Final = {
    "F": "Forecasts: {periods}.",
    "E": "Estimates: {periods}.",
    "P": "Provisional: {periods}.",
    "B": "Break in the series: {periods}.",
}
SERIES_SPAN: Final = "{series} {periods}"
PUBLISHED_BY: Final = "Published by {publishers}."

# Reports on checked texts
NO_FIGURES_FOUND: Final = "No figures found."
REPORT_SUMMARY: Final = "{figures}. Findings: {verdicts}."
SUMMARY_NOTHING_TO_CHECK: Final = "{figures}; nothing to check them against."
REPORT_FINDING: Final = "{check}: {figures}"
NOT_CHECKED: Final = "{figures} not checked; see --json."
REPORT_TITLE: Final = "Checked text"
REPORT_CITATION: Final = "“{title}”, SHA-256 {sha256}, checked with indicators {version}."
REPORT_CITATION_DATED: Final = "“{title}” ({day}), SHA-256 {sha256}, checked with indicators {version}."
REPORT_SOURCE: Final = "source"
REPORT_SILENCED: Final = "Silenced"
REPORT_SILENCED_FINDING: Final = "{sign} {heading} ({id}): {reason}"
REPORT_EARLIER: Final = "Checked before"
EARLIER_VERDICT: Final = "{sign} {figure}: {verdict} when “{title}” was checked on {day}. {reason}"
REPORT_ID: Final = "Finding {id}"
FILES_SUMMARY: Final = "{files} checked. Findings: {verdicts}."
FILES_WITHOUT_FINDINGS: Final = "{files} checked. No findings."
REPORT_CITATION_HEADING: Final = "Citation"
PLACE_IN_TEXT: Final = "paragraph {paragraph}, sentence {sentence}"
FIGURE_FITS: Final = " · matches"
FIGURE_DOES_NOT_FIT: Final = " · does not match"
