"""One sum in another currency, as JSON and as text for a terminal: the rate, its day and publisher beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.exchange import Restatement
from indicators.exports.data_tables import format_csv, format_plain_number
from indicators.model.formatting import format_quantity
from indicators.model.units import find_factor, parse_unit
from indicators.view.converting import ConversionRequest

__all__ = ["conversions_to_json", "conversions_to_text", "describe_spread", "rates_to_csv"]


def conversions_to_json(asked: ConversionRequest, found: Sequence[Restatement]) -> str:
    """The sum and what each rule makes of it; ``null`` with a reason where there is no rate."""
    content = {
        "amount": float(asked.amount),
        "source": asked.source,
        "target": asked.target,
        "results": [_entry(restatement) for restatement in found],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _entry(restatement: Restatement) -> dict[str, Any]:
    return {
        "rule": restatement.rule.text,
        "label": restatement.label,
        "period": str(restatement.period),
        "value": restatement.value,
        "rate": restatement.rate,
        "rate_unit": restatement.rate_unit,
        "rate_date": restatement.date,
        "publisher": restatement.publisher,
        "path": restatement.path,
        "basis": restatement.basis,
        "reason": restatement.reason,
    }


def rates_to_csv(rates: pd.DataFrame) -> str:
    """A table of rates as `indicators.convert` gives it, as CSV; a missing rate is an empty cell with its reason."""
    return format_csv(rates)


def conversions_to_text(asked: ConversionRequest, found: Sequence[Restatement]) -> str:
    """A line for each rule, and what the choice of the rule is worth."""
    lines = [f"{format_quantity(asked.amount, asked.source, digits=12)} is"]
    texts = [(_sum(restatement, asked.target), restatement.label, _rate(restatement)) for restatement in found]
    width, label_width = (max((len(text[n]) for text in texts), default=0) for n in (0, 1))
    lines += [f"  {value.rjust(width)}  {label.ljust(label_width)}  {rate}" for value, label, rate in texts]
    apart = describe_spread([restatement for restatement in found if restatement.rule.text != "ppp"], asked.target)
    return "\n".join([*(line.rstrip() for line in lines), *([f"Between these rates lie {apart}."] if apart else [])])


def describe_spread(found: Sequence[Restatement], target: str) -> str:
    """How far the results of several rules lie apart, in money and per cent of the least; empty for one."""
    values = sorted(restatement.value for restatement in found if restatement.value is not None)
    if len(values) < 2 or values[0] == values[-1] or values[0] <= 0:
        return ""
    share = format_quantity(100 * (values[-1] / values[0] - 1), "%", digits=2)
    return f"{format_quantity(values[-1] - values[0], target, digits=3)}, {share}"


def _sum(restatement: Restatement, target: str) -> str:
    if restatement.value is None:
        return "no rate"
    unit = parse_unit(target)
    return format_quantity(restatement.value * find_factor(unit, unit.plain), unit.plain, digits=5)


def _rate(restatement: Restatement) -> str:
    if restatement.value is None:
        return restatement.reason
    if restatement.rate is None or not restatement.publisher:
        return restatement.basis
    day = f", of {restatement.date}" if restatement.date else ""
    rate = format_plain_number(float(f"{restatement.rate:.6g}"))
    return f"{rate} {restatement.rate_unit}, {restatement.publisher}{day} ({restatement.basis}; {restatement.path})"
