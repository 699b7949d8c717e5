"""The rules of exchange side by side for one sum: what each makes of it, at which rate, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from indicators.exchange import RateKind, Restatement
from indicators.exports.conversions import spread
from indicators.model.formatting import listed, quantity
from indicators.model.units import factor, parse
from indicators.ui.components.text import escaped

__all__ = ["rules_side_by_side", "sum_in_words"]

_PARITY_NOTE = " Purchasing power parity says what the sum would buy, not what it would fetch; it is not counted here."


def sum_in_words(restatement: Restatement, target: str, *, digits: int = 4) -> str:
    """What a rule makes of the sum, as people write it; ``no rate`` where there is none."""
    if restatement.value is None:
        return "no rate"
    unit = parse(target)
    return quantity(restatement.value * factor(unit, unit.plain), unit.plain, digits=digits)


def rules_side_by_side(
    found: Sequence[Restatement], target: str, *, digits: int = 4, stated: tuple[str, str] | None = None
) -> None:
    """A row for each rule, and below them why some have no rate.

    Args:
        found: What each rule makes of the sum.
        target: The unit it is said in.
        digits: Most significant digits of the results.
        stated: The sum as a source states it, and the source's name.
    """
    rows = [
        {
            "Rule": _capitalised(restatement.label),
            "Sum": sum_in_words(restatement, target, digits=digits),
            "Rate": "" if restatement.rate is None else f"{restatement.rate:.6g} {restatement.rate_unit}",
            "Of the day": restatement.date,
            "Publisher": restatement.publisher,
            "How": "see below" if restatement.reason else f"{restatement.basis}; {restatement.path}",
        }
        for restatement in found
    ]
    if stated is not None:
        empty = {"Rate": "", "Of the day": ""}
        rows.insert(0, {"Rule": "As stated", "Sum": stated[0], **empty, "Publisher": stated[1], "How": "as printed"})
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=38 + 35 * len(rows))
    for reason, labels in _reasons(found).items():  # here, since a cell shows the beginning of a sentence only
        st.caption(escaped(f"{_capitalised(listed(labels))}: {reason}"))
    rates = [restatement for restatement in found if restatement.rule.kind is not RateKind.PPP]
    if apart := spread(rates, target):
        at_parity = any(r.rule.kind is RateKind.PPP and r.value is not None for r in found)
        st.caption(escaped(f"Between these rates of exchange lie {apart}.{_PARITY_NOTE if at_parity else ''}"))


def _reasons(found: Sequence[Restatement]) -> dict[str, list[str]]:
    """Why rules have no rate, each reason once, with the rules that it keeps from having one."""
    reasons: dict[str, list[str]] = {}
    for restatement in found:
        if restatement.reason:
            reasons.setdefault(restatement.reason, []).append(restatement.label)
    return reasons


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
