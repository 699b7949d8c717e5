"""The rules of exchange side by side for one sum: what each makes of it, at which rate, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from indicators.exchange import RateKind, Restatement, Rule, compare_rules
from indicators.exports.conversions import describe_spread, rates_to_csv
from indicators.model.formatting import format_quantity, join_names
from indicators.model.panel import Panel, to_records
from indicators.model.periods import TimePeriod
from indicators.model.units import find_factor, parse_unit
from indicators.ui import loaders
from indicators.ui.components.basics import escape_markdown, show_expander

__all__ = ["format_result", "show_conversion", "show_other_rules", "show_rate_table", "show_rules"]

_MOST_REASONS = 2
_HEAD, _ROW = 38, 35  # in pixels: of the head of a table, of a row

_PARITY_NOTE = " Purchasing power parity says what the sum would buy, not what it would fetch; it is not counted here."


def format_result(restatement: Restatement, target: str, *, digits: int = 4) -> str:
    """What a rule makes of the sum, as people write it; ``no rate`` where there is none."""
    if restatement.value is None:
        return "no rate"
    unit = parse_unit(target)
    return format_quantity(restatement.value * find_factor(unit, unit.plain), unit.plain, digits=digits)


def show_rules(
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
            "Sum": format_result(restatement, target, digits=digits),
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
        st.caption(escape_markdown(f"{_capitalised(join_names(labels))}: {reason}"))
    rates = [restatement for restatement in found if restatement.rule.kind is not RateKind.PPP]
    if apart := describe_spread(rates, target):
        at_parity = any(r.rule.kind is RateKind.PPP and r.value is not None for r in found)
        st.caption(escape_markdown(f"Between these rates of exchange lie {apart}.{_PARITY_NOTE if at_parity else ''}"))


def _reasons(found: Sequence[Restatement]) -> dict[str, list[str]]:
    """Why rules have no rate, each reason once, with the rules that it keeps from having one."""
    reasons: dict[str, list[str]] = {}
    for restatement in found:
        if restatement.reason:
            reasons.setdefault(restatement.reason, []).append(restatement.label)
    return reasons


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def show_conversion(panel: Panel, *, key: str) -> None:
    """How the figures were converted: the steps, and the rates with their publishers and dates, to download."""
    steps = [step.description for step in panel.steps if step.name != "read"]
    if not steps:
        return
    for caution in dict.fromkeys(step.caution for step in panel.steps if step.caution):
        st.caption(escape_markdown(caution))
    show_expander("How this was made", partial(_made, steps, panel.rates, key=key), key=f"{key} made")
    missing = panel.frame[panel.frame["value"].isna() & (panel.frame.get("reason", "") != "")]
    if len(missing):
        reasons = missing["reason"].value_counts()
        shown = " ".join(str(reason) for reason in reasons.index[:_MOST_REASONS])
        count = "One figure is" if len(missing) == 1 else f"{len(missing)} figures are"
        st.caption(escape_markdown(f"{count} left empty. {shown}"))


def _made(steps: Sequence[str], rates: pd.DataFrame, *, key: str) -> None:
    st.markdown("\n".join(f"- {escape_markdown(step)}" for step in steps))
    if len(rates):
        show_rate_table(rates)
        st.download_button(
            "Download the rates", lambda: rates_to_csv(rates), "rates.csv", "text/csv", key=f"{key}-rates",
            on_click="ignore",
        )  # fmt: skip


def show_other_rules(panel: Panel, target: str, *, key: str) -> None:
    """What other rules of exchange would give for the last figure of the first series.

    Args:
        panel: The figures as published.
        target: The unit they are converted to; only for a currency is there more than one rule.
        key: Tells it from others on the page.
    """
    rows = panel.frame[(panel.frame["status"] != "F") & panel.frame["value"].notna()]
    if rows.empty or parse_unit(target).currency is None:
        return
    row = to_records(rows[rows["code"] == rows["code"].iloc[0]].sort_values("last").tail(1))[0]
    if parse_unit(row["unit"]).currency in (None, parse_unit(target).currency):
        return
    period = TimePeriod.parse(row["period"])
    wanted = parse_unit(target).plain.text
    per = parse_unit(row["unit"]).denominator
    wanted = f"{wanted} per {per}" if per and not parse_unit(wanted).denominator else wanted
    digits = 4 if pd.isna(row["digits"]) else int(row["digits"])

    def draw() -> None:
        rates = loaders.store().rates
        found = compare_rules(row["value"], row["unit"], wanted, rates=rates, period=period, area=row["code"])
        show_rules(found, wanted, digits=digits)

    names = {one.id: f"{one.name}, " for one in panel.indicators}
    name = names.get(row["indicator"], "") if len(names) > 1 else ""
    show_expander(
        f"What other rules would give: {escape_markdown(name + row['entity'])}, {period.label}",
        draw,
        key=f"{key} rules",
    )


def show_rate_table(rates: pd.DataFrame) -> None:
    """Rates as a small table: period, rate, day, publisher, path, how it came about."""
    known = rates[rates["rate"].notna()]
    shown = pd.DataFrame(
        {
            "Period": [TimePeriod.parse(period).label for period in known["period"]],
            "Rate": known["rate"],
            "Unit": known["unit"],
            "Kind": [Rule.parse(kind).label for kind in known["kind"]],
            "Of the day": known["date"],
            "Publisher": known["publisher"],
            "Path": known["path"],
            "How": known["basis"],
        }
    )
    if (shown["Of the day"] == "").all():
        shown = shown.drop(columns="Of the day")
    height = min(300, _HEAD + _ROW * len(shown))
    rate = st.column_config.NumberColumn(format="%.6g")
    st.dataframe(shown, hide_index=True, height=height, column_config={"Rate": rate}, placeholder="")
