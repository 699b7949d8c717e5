"""Messages of the application, the titles of its pages, and the texts of the short pages."""

from __future__ import annotations

from typing import Final

# Application
TAB_TITLE: Final = "{page} – Indicators"
MENU: Final = "Menu"
NEW_FIGURES: Final = "The figures have changed. This page shows the new ones."
CONTROLS: Final = "Choose data"
NO_DASHBOARD: Final = "The dashboard's script is missing."
REINSTALL: Final = "Reinstall the package."
NO_ORIGIN: Final = "This is not the address of a site."
OPEN_TO_OTHERS: Final = "Other machines can reach this address, and anyone there could change your store."
CHOOSE_ACCESS: Final = (
    "Add --read-only, so that nobody can change anything, or --login with --reader and --editor, so that people log in."
)
NO_LOGIN_SETTINGS: Final = "The settings for logging in are missing."
LOGIN_SETTINGS_EXPECTED: Final = (
    "a section [auth] in ~/.streamlit/secrets.toml with redirect_uri, cookie_secret, client_id, client_secret and "
    "server_metadata_url"
)
NO_ROLES: Final = "Nobody could log in: no reader and no editor is named."
ROLES_EXPECTED: Final = "--reader '*@example.org' or --editor anna@example.org"
ROLES_WITHOUT_LOGIN: Final = "Readers and editors are named, but nobody has to log in."
ADD_LOGIN: Final = "Add --login."
LOGIN_PACKAGE_MISSING: Final = "The package Authlib, with which people log in, is not installed."
INSTALL_LOGIN: Final = 'Install it: pip install "indicators[login]"'
NO_NUMBER: Final = "{variable} must be a whole number above 0."
LOGIN_ENGINE: Final = "A server with login keeps its tokens in a folder, and this store is a database engine."

# Pages
PAGE_TITLES: Final = {
    "overview": "Home",
    "explore": "Explore",
    "countries": "Countries",
    "compare": "Compare",
    "boards": "Boards",
    "check": "Check an article",
    "convert": "Convert",
    "add_data": "Add data",
    "get_data": "Get more data",
    "sources": "Sources",
    "indicator": "Indicator",
    "not_found": "Page not found",
}
"""The title of each page by its script, in the order of the menu."""
UNLISTED_PAGES: Final = frozenset({"indicator", "not_found"})
"""Pages that are not in the menu: about one thing, or about none."""
PAGES_OF_EDITORS: Final = frozenset({"add_data", "get_data"})
"""Pages that change the store."""
PAGES_WITH_NETWORK: Final = frozenset({"get_data"})
"""Pages that ask publishers, in the menu only where that is switched on."""

NO_PAGE: Final = "There is no page “{name}” here. Search for what you were looking for, or start at Home."
NO_PAGE_NAMED: Final = "Search for what you were looking for, or start at Home."
GO_HOME: Final = "Go to Home"
WHATS_NEW: Final = "What’s new"

# Who uses the pages
LOG_IN_TITLE: Final = "Log in to see the figures"
LOG_IN: Final = "Log in"
LOG_OUT: Final = "Log out"
LOGGED_IN_AS: Final = "{name} ({role})"
ROLES: Final = ("reader", "editor")
NOT_A_READER: Final = "{name} has no access to this installation. Ask whoever runs it."
NOBODY: Final = "The login gave no e-mail address."
NOT_VERIFIED: Final = "The login does not say that the address {name} is verified. Ask whoever runs this installation."
NOT_AN_EDITOR: Final = "Only editors can change this installation."

# Home
HOME_TITLE: Final = "Economic figures with their sources"
OVERVIEW_TITLE: Final = "Does “24 trillion roubles, approx. $287 billion” add up?"
OVERVIEW_INTRO: Final = (
    "Figures from an article of 29 September 2025 on the digital economies of Russia and China, as published. The "
    "chart compares them with figures from other publishers."
)
ARTICLE_AMOUNT: Final = "{amount} according to the article"
AMOUNT_AT_RATE: Final = "{amount} at the {rate}"
RATE_MATCHES: Final = "The article doesn't name its exchange rate. Its amount matches the {rates}."
NO_RATE_MATCHES: Final = "The article doesn't name its exchange rate. Its amount matches none of these."
IN_DOLLARS: Final = "{amount} in dollars, by exchange rate"
CONVERT_AGAIN: Final = "Convert with other settings"
ONLINE_ECONOMY: Final = "Online economy of Russia, {unit}"
ONLINE_ECONOMY_NOTE: Final = "By publisher. Dashed: levels implied by each publisher's own growth forecast."
SHOWN_AS_PUBLISHED: Final = "{error} The figures are shown as published."
TABLE_AND_SOURCES: Final = "Table and sources"
OTHER_FIGURES: Final = "Other figures in the article"
INFERRED_YEAR: Final = "year inferred"
VALUE_DERIVED: Final = "value derived"
LOCATION: Final = "Location"
NOT_TO_CONFUSE_LABEL: Final = "Not to be confused with"

# Convert
CONVERT_TITLE: Final = "Convert an amount"
CONVERT_INTRO: Final = "Compare the result of every exchange rate rule, with each rate, its date and its publisher."
AMOUNT: Final = "Amount"
AMOUNT_HELP: Final = "A number, such as 24e12, 1.5 mln or $287 billion."
FROM: Final = "From"
FROM_HELP: Final = "A current or former currency, such as RUB, DEM or billion EUR."
TO: Final = "To"
TO_HELP: Final = "The currency to convert to, such as USD or million CNY."
CURRENCY_AND_CODE: Final = "{name} ({code})"
SWAP: Final = "Swap"
CONVERT_PERIOD: Final = "Period"
CONVERT_PERIOD_HELP: Final = (
    "The period of the amount: 2024, 2024-Q3 or 2024-08. Gives the average rate, the end-of-period rate and PPP."
)
DATE: Final = "Date"
DATE_HELP: Final = "Adds the rate of one day, such as 2025-09-29."
AMOUNT_IN: Final = "{amount} in {currency}"
NO_HISTORY: Final = "No history is available for this exchange rate."
COMMAND_LINE: Final = "On the command line"

# Get more data
GET_DATA_ON_SERVER: Final = (
    "Fetch newer or further figures from a publisher's service. They become a dataset that everyone here can chart, "
    "convert and cite like all others."
)
GET_DATA_INTRO: Final = (
    "Fetch newer or further figures from a publisher's service. They become a dataset of your own, in {folder}, which "
    "you can chart, convert and cite like all others."
)
GET_DATA_SWITCHED_OFF: Final = (
    "Requests to publishers are switched off: this dashboard sends none. To switch them on, start it with "
    "`indicators serve --allow-network`. On the command line, `indicators fetch` does the same as this page."
)
GET_DATA_PROVIDER: Final = "Publisher"
GET_DATA_SERIES: Final = "Series or dataset"
GET_DATA_SERIES_HELP: Final = "The publisher's code, as its website shows it."
GET_DATA_COUNTRIES: Final = "Countries"
GET_DATA_COUNTRIES_HELP: Final = "Names or codes, joined by ~, such as RUS~CHN. All if left empty."
GET_DATA_FROM_PERIOD: Final = "From"
GET_DATA_TO_PERIOD: Final = "To"
GET_DATA_PERIOD_PLACEHOLDER: Final = "such as 2015"
GET_DATA_DIMENSIONS: Final = "Dimensions"
GET_DATA_DIMENSIONS_HELP: Final = "Codes as the publisher writes them, such as sex=T; unit=PC_ACT."
GET_DATA_UNIT: Final = "Unit"
GET_DATA_UNIT_HELP: Final = "The unit of figures that the publisher gives without one, such as USD or %."
GET_DATA_REQUEST: Final = "This asks {host}:"
GET_DATA_FETCH: Final = "Fetch"
GET_DATA_FETCHING: Final = "Asking {provider}"
STEP_NOUN: Final = ("step", "steps")
GET_DATA_CANCEL: Final = "Cancel"
GET_DATA_CANCELLED: Final = "Cancelled. Nothing was added; fetching again continues with what is missing."
GET_DATA_TERMS: Final = "Terms: {licence}."
GET_DATA_NOT_A_DIMENSION: Final = "A dimension needs a name and a code, such as sex=T."

# Sources
DATASET_NOUN: Final = ("dataset", "datasets")
INDICATOR_NOUN: Final = ("indicator", "indicators")
SOURCES_INTRO: Final = (
    "{datasets}, {indicators}. Texts that figures were read from are not stored: only where each figure appears, and "
    "the SHA-256 of the text."
)
INDICATORS_OF_DATASET: Final = "Indicators"
DATASET: Final = "Dataset"
PUBLISHER: Final = "Publisher"
FIGURES: Final = "Figures"
FIGURES_HELP: Final = "Values of all countries and periods as last published."
AREAS: Final = "Countries and groups"
SPAN: Final = "Years"
UPDATED: Final = "Last update"
WEBSITE: Final = "Link"
LICENCE: Final = "Licence"
RETRIEVED_FROM: Final = "Retrieved from"
TEXT_FILE: Final = "text file"
TECHNICAL_DETAILS: Final = "Technical details"
TEXT_HASH: Final = "SHA-256 of the source text: `{hash}`."

# An indicator
INDICATOR_CHOOSE: Final = "Indicator"
INDICATOR_CHOOSE_EXAMPLE: Final = "Choose an indicator"
INDICATOR_CHOOSE_ONE: Final = "Choose an indicator to see its definition, publisher, coverage and citation."
INDICATOR_OPEN: Final = "Open in Explore"
INDICATOR_FACT: Final = "Fact"
INDICATOR_VALUE: Final = "Details"
INDICATOR_THIS_ONE: Final = "This indicator"
INDICATOR_LAST_YEARS: Final = "Last actual value by country"
INDICATOR_COVERAGE_MAP: Final = "Map of the last year with data on {name}: {oldest} to {newest} for {count} countries."
INDICATOR_LAST_YEAR: Final = "Last year"
INDICATOR_CITE: Final = "Cite"
INDICATOR_NO_FIGURES: Final = "There are no figures for this indicator."
INDICATOR_WITHDRAWN: Final = "The publisher has not updated this indicator since {day}."
INDICATOR_ON_COMMAND_LINE: Final = 'On the command line: `indicators describe {id}`. In Python: `ind.describe("{id}")`.'
