"""Messages of the checks of forecasts by past errors and of definitions, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

FORECAST_RECORD: Final = "Forecast and past errors"
FORECAST_RECORD_RULE: Final = (
    "A forecast in percent is compared with what such forecasts missed by: the errors of a publisher with a record of "
    "forecasts for the indicator, of the same country and made equally far ahead, as known on the day of the text. It "
    "is within past errors if the outcome, or the publisher's own forecast, differs from it by no more than the "
    "outcomes of four in five such forecasts did. A forecast that failed is never inconsistent."
)
OUTCOME_INSIDE: Final = (
    "The actual value, {published}, is inside what errors of such forecasts allow: around {claim}, {level}% of "
    "outcomes would be {band} ({publisher}, {indicator}, {errors} errors)."
)
OUTCOME_OUTSIDE: Final = (
    "The actual value, {published}, is further off than in {level}% of such forecasts: around {claim}, these outcomes "
    "would be {band} ({publisher}, {indicator}, {errors} errors). It was published later."
)
INSIDE_RIVAL: Final = (
    "{claim} is inside what errors of such forecasts allow around the forecast of {publisher}, {rival} (edition of "
    "{vintage}): {level}% of outcomes would be {allowed}."
)
OUTSIDE_RIVAL: Final = (
    "There is no outcome yet. {claim} is outside what errors of such forecasts allow around the forecast of "
    "{publisher}, {rival} (edition of {vintage}): {level}% of outcomes would be {allowed}."
)
ALLOWED_ALONE: Final = (
    "There is no outcome yet. Around {claim}, {level}% of outcomes of such forecasts would be {band} ({publisher}, "
    "{indicator}, {errors} errors)."
)
NOT_NAMED: Final = "The sentence doesn't name the indicator in full; it is inferred from the context."
TOO_FEW_MISSES: Final = (
    "There is no outcome yet, and only {count} of {indicator} had one by then, too few for a record. Forecast minus "
    "outcome: {misses}."
)
ALLOWED_BY_ERRORS: Final = "{level}% of outcomes, by the past errors of {publisher}"
RIVAL_FORECAST: Final = "forecast of {publisher}, edition of {vintage}"
MISSED: Final = "forecast of {publisher} for {period}, {miss} off"

# Definitions
PUBLISHED_EARLIER: Final = "It matches {earlier}; later figures say {published}."
PUBLISHED_OTHERWISE_DEFINED: Final = "It matches {definition}: {figures}."
PUBLISHED_PERHAPS_OTHERWISE: Final = (
    "It differs from {published}, but may be {definition}; it depends on the definition."
)
PUBLISHED_BY_ANOTHER_DEFINITION: Final = (
    "It is {definition}, of which there are no figures here; others are {published}."
)
DEFINITION_AND_FIGURE: Final = "{definition}, {figure}"
FISCAL_YEAR: Final = "a fiscal year"
REGISTERED: Final = "registered unemployment"
EXPANDED: Final = "unemployment by the expanded definition"
ONE_MONTH: Final = "the figure of one month"
END_OF_YEAR: Final = "the change to the end of the year"
RETAIL_PRICES: Final = "the index of retail prices (RPI)"
NET_DEBT: Final = "net debt"
NATIONAL: Final = "the figure of the country's own office, by its own definition"
NATIONALS_ALONE: Final = "unemployment among citizens"
CENTRAL_DEBT: Final = "the debt of the central government"
CENTRAL_BUDGET: Final = "the budget of the central government"
AT_PARITY: Final = "GDP at purchasing power parity"
GOODS_AND_SERVICES: Final = "goods and services"
WITHOUT_GOLD: Final = "reserves without gold"
OTHER_POLICY_RATE: Final = "another rate of the central bank"
PUBLISHED_FOR_INFERRED_AREA: Final = (
    "It differs from {published}, but the sentence doesn't say which country it is about."
)
