"""Messages of the page that checks an article."""

from __future__ import annotations

from typing import Final

CHECK_INTRO: Final = (
    "Do the figures of an article add up: with each other, with the exchange rates at the time, and with published "
    "data? The text stays on this computer. It is not sent or stored anywhere."
)
TEXT_INPUT: Final = "Text"
TEXT_INPUTS: Final = {
    "paste": "Paste text", "upload": "Upload a file", "stored": "Stored article", "frozen": "Frozen citation",
}  # fmt: skip
FROZEN_INTRO: Final = "Drop a web page that was saved as a frozen citation, to see what has changed since."
FROZEN_FILE: Final = "Frozen citation (HTML)"
FROZEN_COLUMNS: Final = ("Change", "Figure", "Then", "Now")
FROZEN_OPEN: Final = "Open the figures of today in Explore"
TEXT_FILE: Final = "Text, Markdown, HTML, Word or PDF file"
ARTICLE_TEXT: Final = "Article text"
ARTICLE_EXAMPLE: Final = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "Of 500 companies asked, 300 (75%) expect more in 2025."
)
PUBLISHED_ON: Final = "Published on"
PUBLISHED_ON_HELP: Final = (
    "Decides which year “last year” is and which exchange rates the author could have used. If empty, the text is "
    "searched for it."
)
LANGUAGE: Final = "Language"
DETECT_LANGUAGE: Final = "Detect automatically"
CHECK_TEXT: Final = "Check"
NO_TEXT: Final = "There is no text yet. Paste some or choose a file."
STORED_ARTICLE: Final = "Stored article"
CHOOSE_ARTICLE: Final = "Choose an article"
UNSURE_NOUN: Final = ("possible figure", "possible figures")
VERDICT_NOUN: Final = ("new verdict", "new verdicts")
CORRECT_FIGURES: Final = "Correct what was read"
REVIEW_FIGURES: Final = "Untick anything that isn't a figure and correct what was misread. The verdicts follow at once."
DATE_UNKNOWN: Final = (
    "The text doesn't say when it was published. Enter the date above: what depends on it can't be checked without it."
)
NUMBERS: Final = "Numbers and sources"
SOURCE_LINK: Final = "source"
REMEMBER: Final = "Remember these verdicts"
REMEMBER_HELP: Final = (
    "If another text makes the same claim (indicator, country, period and value), these verdicts are shown with it. "
    "The text itself is not stored."
)
REMEMBERED: Final = "Remembered {verdicts}."
UNSURE_FIGURES: Final = "{figures} left out, underlined with dots."
HOW_CHECKED: Final = "How the checks work"
REPORT_AS: Final = "{format} report"
CITE_REPORT: Final = "Cite this report:"
FIGURE_LEFT_OUT: Final = "Left out: {reason}"
COLUMN_KEEP: Final = "Keep"
KEEP_HELP: Final = "Unticked figures are not checked."
COLUMN_NUMBER: Final = "No."
COLUMN_TEXT: Final = "In the text"
COLUMN_QUALIFIER: Final = "Qualifier"
VALUE_HELP: Final = "Use a point for decimals."
COLUMN_SCALE: Final = "Scale"
UNIT_HELP: Final = "RUB, USD per person, % of GDP, companies …"
PERIOD_HELP: Final = "2024, 2024-Q3, 2024-08 or 2024-08-31."
COLUMN_COUNTRIES: Final = "Countries"
COUNTRIES_HELP: Final = "Separate countries with ~, such as Russia~China."
COLUMN_INDICATOR: Final = "Indicator"
INDICATOR_HELP: Final = "The name of an indicator, if the figure belongs to one."
COLUMN_FORECAST: Final = "Forecast"
COLUMN_SHARE_OF: Final = "Share of"
COLUMN_READ_AS: Final = "Read as"
FINDING_TITLE: Final = "{verdict} · {check}: {figures}"
VERDICT_AND_MORE: Final = "{verdict} · {count} more"
FITS: Final = "{text} · matches"
DOES_NOT_FIT: Final = "{text} · does not match"
IN_SENTENCE: Final = "paragraph {paragraph}, sentence {sentence}"
