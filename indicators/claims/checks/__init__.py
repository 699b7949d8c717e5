"""The checks: each a small function with a name and a rule, which gives verdicts with their reasons and numbers.

`implied_rate` and `growth` reckon within a text and ask which rate was known; `shares` and `repeats` ask nothing of
anybody; `base_and_target`, `rivals` and `gdp` hold a text against what others published; `openings` says what it leaves
open.
"""

from typing import Final

from indicators.claims.checks.base_and_target import BASE_AND_TARGET
from indicators.claims.checks.gdp import AGAINST_GDP
from indicators.claims.checks.growth import LEVEL_AGAINST_GROWTH, PER_CENT_OR_POINTS
from indicators.claims.checks.implied_rate import IMPLIED_RATE, SAME_RATE
from indicators.claims.checks.missing_facts import ISSUER_OPEN, YEAR_OPEN
from indicators.claims.checks.repeats import GIVEN_TWICE
from indicators.claims.checks.rivals import FORECAST_AND_OUTCOME, MILLION_OR_BILLION, RIVALS
from indicators.claims.checks.shares import PARTS_AND_WHOLE, SHARE_OF_WHAT
from indicators.claims.relations.context import Check

__all__ = ["CHECKS"]

CHECKS: Final[tuple[Check, ...]] = (
    IMPLIED_RATE,
    SAME_RATE,
    LEVEL_AGAINST_GROWTH,
    PER_CENT_OR_POINTS,
    PARTS_AND_WHOLE,
    GIVEN_TWICE,
    BASE_AND_TARGET,
    MILLION_OR_BILLION,
    RIVALS,
    FORECAST_AND_OUTCOME,
    AGAINST_GDP,
    SHARE_OF_WHAT,
    YEAR_OPEN,
    ISSUER_OPEN,
)
