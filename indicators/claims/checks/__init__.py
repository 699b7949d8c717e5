"""The checks: one module each, registered here with a name, a label and a rule.

To add a check, write its function in a module of its own, which yields a `Finding` for each result, add its sentences
to `indicators.claims.messages` and an entry to `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.checks.averages import check_averages
from indicators.claims.checks.balances import check_balances
from indicators.claims.checks.compound_growth import check_compound_growth
from indicators.claims.checks.conversions import check_conversions
from indicators.claims.checks.forecast_outcome import check_forecast_outcome
from indicators.claims.checks.forecast_record import check_forecast_record
from indicators.claims.checks.gdp import check_gdp
from indicators.claims.checks.implied_levels import check_implied_levels
from indicators.claims.checks.implied_rate import check_implied_rate
from indicators.claims.checks.levels_and_growth import check_levels_and_growth
from indicators.claims.checks.missing_facts import check_forecaster, check_share_base, check_year
from indicators.claims.checks.parts_and_whole import check_parts_and_whole
from indicators.claims.checks.parts_of_a_year import check_parts_of_a_year
from indicators.claims.checks.per_person import check_per_person
from indicators.claims.checks.percentage_points import check_percentage_points
from indicators.claims.checks.published_figures import check_published_figures
from indicators.claims.checks.ranks import check_ranks
from indicators.claims.checks.rates_of_time import check_rates_of_time
from indicators.claims.checks.repeated_figures import check_repeated_figures
from indicators.claims.checks.scale import check_scale
from indicators.claims.checks.series_scale import check_series_scale
from indicators.claims.checks.share_of_share import check_share_of_share
from indicators.claims.checks.single_rate import check_single_rate
from indicators.claims.checks.stocks_and_flows import check_stocks_and_flows
from indicators.claims.evidence.messages import FORECAST_RECORD, FORECAST_RECORD_RULE
from indicators.claims.findings import Finding, Verdict
from indicators.claims.relations.context import CheckContext

__all__ = ["CHECKS", "Check", "run_checks"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Attributes:
        name: Its name in reports for machines: ``implied-rate``.
        label: What users see.
        rule: What it compares, and when it gives which verdict.
        function: Yields its findings.
    """

    name: str
    label: str
    rule: str
    function: Callable[[CheckContext], Iterable[Finding]] = field(repr=False)


_MOST_OTHERS: Final = 6
"""The most other figures in a text in which the places of figures show that they belong together.

In news with more of them, hardly one such contradiction in ten was real.
"""


def _among_few(rule: str, what: str = messages.ANY_CONTRADICTION) -> str:
    return f"{rule} {messages.AMONG_FEW.format(most=_MOST_OTHERS, what=what)}"


CHECKS: Final = (
    Check("implied-rate", messages.IMPLIED_RATE, messages.IMPLIED_RATE_RULE, check_implied_rate),
    Check("single-rate", messages.SINGLE_RATE, messages.SINGLE_RATE_RULE, check_single_rate),
    Check(
        "levels-and-growth",
        messages.LEVELS_AND_GROWTH,
        _among_few(messages.LEVELS_AND_GROWTH_RULE, messages.DIRECTION_ALONE),
        check_levels_and_growth,
    ),
    Check("percentage-points", messages.PERCENT_OR_POINTS, messages.PERCENT_OR_POINTS_RULE, check_percentage_points),
    Check(
        "parts-and-whole",
        messages.PARTS_AND_WHOLE,
        _among_few(messages.PARTS_AND_WHOLE_RULE, messages.PART_OR_SHARES),
        check_parts_and_whole,
    ),
    Check("balances", check_messages.BALANCES, check_messages.BALANCES_RULE, check_balances),
    Check(
        "stocks-and-flows",
        check_messages.STOCKS_AND_FLOWS,
        _among_few(check_messages.STOCKS_AND_FLOWS_RULE),
        check_stocks_and_flows,
    ),
    Check("conversions", check_messages.CONVERSIONS, check_messages.CONVERSIONS_RULE, check_conversions),
    Check("averages", check_messages.AVERAGES, _among_few(check_messages.AVERAGES_RULE), check_averages),
    Check(
        "parts-of-a-year",
        check_messages.PARTS_OF_A_YEAR,
        _among_few(check_messages.PARTS_OF_A_YEAR_RULE),
        check_parts_of_a_year,
    ),
    Check("rates-of-time", check_messages.RATES_OF_TIME, check_messages.RATES_OF_TIME_RULE, check_rates_of_time),
    Check(
        "compound-growth", check_messages.COMPOUND_GROWTH, check_messages.COMPOUND_GROWTH_RULE, check_compound_growth
    ),
    Check("per-person", check_messages.PER_PERSON, _among_few(check_messages.PER_PERSON_RULE), check_per_person),
    Check("ranks", check_messages.RANKS, _among_few(check_messages.RANKS_RULE), check_ranks),
    Check("series-scale", check_messages.SERIES_SCALE, check_messages.SERIES_SCALE_RULE, check_series_scale),
    Check(
        "share-of-share",
        check_messages.SHARE_OF_SHARE,
        _among_few(check_messages.SHARE_OF_SHARE_RULE),
        check_share_of_share,
    ),
    Check(
        "repeated-figures",
        messages.REPEATED_FIGURES,
        _among_few(messages.REPEATED_FIGURES_RULE),
        check_repeated_figures,
    ),
    Check("implied-levels", messages.IMPLIED_LEVELS, messages.IMPLIED_LEVELS_RULE, check_implied_levels),
    Check("scale", messages.SCALE_WORD, messages.SCALE_RULE, check_scale),
    Check("published-figures", messages.PUBLISHED_FIGURES, messages.PUBLISHED_FIGURES_RULE, check_published_figures),
    Check("forecast-outcome", messages.FORECAST_OUTCOME, messages.FORECAST_OUTCOME_RULE, check_forecast_outcome),
    Check("forecast-record", FORECAST_RECORD, FORECAST_RECORD_RULE, check_forecast_record),
    Check("gdp", messages.GDP_COMPARISON, messages.GDP_RULE, check_gdp),
    Check("share-base", messages.SHARE_BASE, messages.SHARE_BASE_RULE, check_share_base),
    Check("missing-year", messages.MISSING_YEAR, messages.MISSING_YEAR_RULE, check_year),
    Check("missing-forecaster", messages.MISSING_FORECASTER, messages.MISSING_FORECASTER_RULE, check_forecaster),
)
"""All checks, in the order in which they are made."""


def run_checks(context: CheckContext) -> Iterator[Finding]:
    """Make every check, and name it in its findings."""
    for check in CHECKS:
        for finding in check.function(context):
            yield replace(_doubt_places(finding, context), check=check.name, label=check.label)


def _doubt_places(finding: Finding, context: CheckContext) -> Finding:
    """Leave open what would be inconsistent if only places join its figures, in a text with many others."""
    if finding.verdict is not Verdict.INCONSISTENT or not finding.is_by_place:
        return finding
    others = len({claim.id for claim in context.claims} - set(finding.claims))
    if others <= _MOST_OTHERS:
        return finding
    reason = messages.MAY_BE_OF_OTHERS.format(reason=finding.reason, count=others)
    return replace(finding, verdict=Verdict.UNCHECKED, reason=reason)
