"""Amounts of two years converted at one exchange rate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from indicators.claims import messages
from indicators.claims.checks.implied_rate import make_rate_figure
from indicators.claims.findings import Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.currency_pairs import find_currency_pairs, format_rate
from indicators.exchange import RateKind
from indicators.model.periods import Frequency


def check_single_rate(context: CheckContext) -> Iterator[Finding]:
    """Find amounts of two years that imply one rate, though the averages of the years differ."""
    pairs = [pair for pair in find_currency_pairs(context) if pair.period and pair.period.frequency is Frequency.ANNUAL]
    distinct = {(pair.unit, pair.period, pair.rate): pair for pair in reversed(pairs)}.values()
    for one, two in combinations(reversed(distinct), 2):
        is_shared = one.unit == two.unit and one.period != two.period and one.rate.overlaps(two.rate)
        if not is_shared or one.period is None or two.period is None:
            continue
        averages = context.evidence.find_rates(one.one, one.other, RateKind.AVERAGE, [one.period, two.period])
        if len(averages) < 2 or (averages[0].value in one.rate and averages[1].value in two.rate):
            continue
        reason = messages.SINGLE_RATE_USED.format(
            implied=one.text, first=one.period.label, second=two.period.label,
            first_rate=format_rate(averages[0].value), second_rate=format_rate(averages[1].value),
        )  # fmt: skip
        own = (make_rate_figure(averages[0], one), make_rate_figure(averages[1], two))
        ids = (one.second.id, two.second.id, one.first.id, two.first.id)
        yield Finding(Verdict.EXPLAINED, reason, ids, (*one.chain, *two.chain, *own))
