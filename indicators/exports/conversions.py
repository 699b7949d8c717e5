"""An amount of money in another currency, as JSON and as text: with each rate, its date and its publisher."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from indicators.exchange import Restatement
from indicators.exports import messages
from indicators.model.formatting import align_columns, format_plain_number, format_quantity
from indicators.model.units import find_factor, parse_unit
from indicators.view.converting import ConversionRequest


def conversions_to_json(asked: ConversionRequest, found: Sequence[Restatement]) -> str:
    """Write the amount and its conversion under each rule; ``null`` with a reason if there is no rate."""
    content = {
        "amount": float(asked.amount),
        "source": asked.source,
        "target": asked.target,
        "results": [_describe(restatement) for restatement in found],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def conversions_to_text(asked: ConversionRequest, found: Sequence[Restatement]) -> str:
    """Write a line for each rule, and how much the choice of the rule matters."""
    rows = [(_format_result(one, asked.target), one.label, _format_rate(one)) for one in found]
    lines = [messages.AMOUNT_IS.format(amount=format_quantity(asked.amount, asked.source, digits=12))]
    lines += [f"  {line}" for line in align_columns(rows, right=[0])]
    spread = describe_spread([one for one in found if one.rule.text != "ppp"], asked.target)
    return "\n".join(lines + ([messages.RESULTS_DIFFER.format(spread=spread)] if spread else []))


def describe_spread(found: Sequence[Restatement], target: str) -> str:
    """Say how far the results differ, as money and in per cent of the lowest; empty for a single result."""
    values = sorted(restatement.value for restatement in found if restatement.value is not None)
    if len(values) < 2 or values[0] == values[-1] or values[0] <= 0:
        return ""
    share = format_quantity(100 * (values[-1] / values[0] - 1), "%", digits=2)
    return f"{format_quantity(values[-1] - values[0], target, digits=3)} ({share})"


def _describe(restatement: Restatement) -> dict[str, Any]:
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


def _format_result(restatement: Restatement, target: str) -> str:
    if restatement.value is None:
        return messages.NO_RATE
    unit = parse_unit(target)
    return format_quantity(restatement.value * find_factor(unit, unit.plain), unit.plain, digits=5)


def _format_rate(restatement: Restatement) -> str:
    if restatement.value is None:
        return restatement.reason
    if restatement.rate is None or not restatement.publisher:
        return restatement.basis
    rate = f"{format_plain_number(float(f'{restatement.rate:.6g}'))} {restatement.rate_unit}"
    date = f", {restatement.date}" if restatement.date else ""
    return f"{rate}, {restatement.publisher}{date} ({restatement.basis}; {restatement.path})"
