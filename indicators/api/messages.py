"""What the HTTP API says; names in braces are filled in."""

from __future__ import annotations

from typing import Final

__all__: list[str] = []

TITLE: Final = "indicators"
ABOUT: Final = (
    "Economic figures with their units, sources and exchange rates, the same as on the pages. The parameters of "
    "figures are those of the address of a page. Every error is a problem document (RFC 9457) with the "
    "nearest valid value."
)
DOCS_TITLE: Final = "Data for other programs"
DOCS_START: Final = "Every operation answers GET requests unless it says POST. The description for programs: "

GIVEN_TWICE: Final = "The parameter {name} is given twice."
NOT_A_NUMBER: Final = "The parameter {name} is not a number."
MISSING: Final = "The parameter {name} is missing."
NO_SUCH_PAGE: Final = "There is nothing at this address."
WRONG_METHOD: Final = "This address does not answer {method} requests."
NOT_TEXT: Final = "The text to check is not UTF-8."
NO_TEXT: Final = "There is no text to check."
NOT_JSON: Final = "The body is not a JSON object of texts."
WRONG_MEDIA: Final = "A body of this type is not understood."
BODY_TOO_LARGE: Final = "The body is too large."
ADDRESS_TOO_LONG: Final = "The address is too long."
TOO_MANY_REQUESTS: Final = "There were too many requests from this machine."
BUSY: Final = "The server is busy."
TOO_MANY_SESSIONS: Final = "The server has as many open windows as it can serve."
TOO_SLOW: Final = "The answer took too long."
TRY_AGAIN: Final = "Try again in {seconds} s."
ASK_FOR_LESS: Final = "Ask for fewer countries, indicators or years."
NO_SUCH_TOPIC: Final = "There is no such topic with figures for this country."
NO_MCP: Final = "The package mcp is not installed."
INSTALL_MCP: Final = 'Install it: pip install "indicators[mcp]"'
TOOLS_ABOUT: Final = (
    "Economic figures of the world with publisher, edition and source, forecasts with their errors and bands, "
    "conversions with their exchange rates, and checks of the figures in a text. Name the publisher and the period "
    "with every figure, and give its page as a link."
)
FAILED: Final = "The server failed. The reason is in its log."
WRONG_HOST: Final = "This server does not answer to this name."
ALLOW_HOST: Final = "If the name is right, start the server with --allow-host {host}."
WRONG_ORIGIN: Final = "Requests from pages of this site are not allowed."
BOOK_DAMAGED: Final = "The file of tokens can't be read."
NAME_MISSING: Final = "A token needs a name: who or what will use it."
NAME_TAKEN: Final = "There is a token with this name."
NOBODY_KNOWN: Final = "This server gives its data to programs with a token."
SEND_HEADER: Final = (
    "Send the header Authorization: Bearer TOKEN. `indicators tokens add NAME` on the server makes one."
)
ALLOW_ORIGIN: Final = "If the site is yours, start the server with --allow-origin {origin}."

PARAMETERS: Final = {
    "indicators": "Names or publishers' codes of indicators, joined by ~.",
    "country": "Names or codes of countries and groups, joined by ~. All if left out.",
    "time": "2019..2025, 2019..latest, 2024 or latest. All time if left out.",
    "dimensions": "Series by sex, age or another dimension, such as sex=F~M, joined by a semicolon.",
    "asOf": "Only what was known on this day, such as 2019-04-30.",
    "vintage": "Only what was published in this period, such as 2024-10.",
    "everyVintage": "true for each vintage of a figure, not only the newest.",
    "tolerance": "For the latest figures: how many years one may be older than the newest.",
    "forecasts": "false to leave out forecasts.",
    "unit": "The unit of amounts of money, such as billion USD, LCU or international dollars.",
    "rate": "The exchange rate: average, end, stated, ppp, or a day.",
    "prices": "The year of constant prices.",
    "deflator": "What prices are measured by.",
    "frequency": "Aggregate shorter periods to A, S, Q or M.",
    "aggregate": "How they are aggregated: avg, sum or eop (end of period).",
    "per": "Divide by person, total, an area such as WLD, or another indicator.",
    "average": "A moving average of this many periods.",
    "transform": "Transformations named as in FRED, such as pc1, or index; joined by ~.",
    "base": "The base of an index, such as 2015 or 2022-01.",
    "bands": "Bands around forecasts made from past errors: levels in percent, such as 50~80.",
    "scenario": "Growth in percent of a scenario of your own, by years, such as 2026:2.5~2027..2030:3.",
    "editions": "How many of the newest editions of each publisher, such as 4.",
    "naive": "true to add naive forecasts as a comparison.",
    "outcome": "The actual value that forecasts are compared with: the newest, the first or that one year later.",
    "season": "Only the editions of the spring or of the autumn.",
    "baseline": "The bands of this naive forecast instead, from its own errors.",
    "title": "The title of the chart.",
    "note": "Notes on points of the chart, such as 2020:Pandemic, joined by ~.",
    "lock": "true for a chart without controls.",
    "tab": "Chart, map or table.",
    "chart": "The type of the chart.",
    "yScale": "A linear or logarithmic axis.",
    "stackMode": "Whether stacked areas show sums or shares.",
    "ends": "Which end of a long ranking is drawn.",
    "focus": "The countries that have colours in the chart, the others being grey, such as RUS~CHN.",
    "uniformYAxis": "Whether small multiples have the same axis of values (1) or their own (0).",
    "reference": "Reference lines: average, median or numbers, joined by ~.",
    "overlay": "What a page opens over the chart.",
    "locale": "The language of numbers in a chart, such as de.",
    "embed": "true for a chart within another page.",
    "size": "Width and height of a picture in pixels, such as 1200x675.",
    "search": "Words to look for in names, codes, sections and synonyms.",
    "topic": "Only indicators of this topic or section.",
    "kind": "Only countries, or only groups.",
    "limit": "The most entries of one answer.",
    "offset": "How many entries to leave out at the start.",
    "id": "The id or a name.",
    "suffix": "The format: {formats}.",
    "style": "The citation style.",
    "among": "The group that a country is ranked among, such as G20.",
    "format": "The format of the answer.",
    "amount": "The amount, such as 24 trillion or $287 billion.",
    "from": "Its unit, such as RUB; may be left out if the amount names it.",
    "to": "The unit wanted, such as billion USD.",
    "period": "The period it is about, such as 2024.",
    "day": "The day of the exchange rate, such as 2025-09-29.",
    "rule": "The exchange rate: average, end, spot or ppp. All that apply if left out.",
    "by": "Only exchange rates of this publisher.",
    "published": "The publication date of the text, such as 2025-09-29. Looked for in the text if left out.",
    "language": "The code of its language. Detected if left out.",
}
"""What each parameter means, by its name in the address."""
