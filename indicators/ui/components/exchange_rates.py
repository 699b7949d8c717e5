"""Exchange rates behind the figures: how they were converted, and what other rules would give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from indicators.exchange import RateKind, Restatement, Rule, compare_rules
from indicators.exports.conversions import describe_spread
from indicators.model.formatting import count_noun, format_quantity, join_names
from indicators.model.panel import Panel
from indicators.model.panel_frames import to_records
from indicators.model.periods import TimePeriod
from indicators.model.steps import NOTE, collect_notes
from indicators.model.units import find_factor, parse_unit
from indicators.ui import loaders
from indicators.ui.components.data_grid import DataGrid, GridCell, GridColumn, GridSection, show_grid
from indicators.ui.components.elements import escape_markdown, offer_csv, show_expander, show_rows
from indicators.ui.messages import exploration as messages

_MOST_REASONS = 2
_TELLING = 3  # digits that tell the results of several rules apart
_RULE_COLUMNS: Final = (
    GridColumn(messages.COLUMN_RULE), GridColumn(messages.COLUMN_RESULT, is_number=True),
    GridColumn(messages.COLUMN_RATE, is_number=True), GridColumn(messages.COLUMN_RATE_DATE),
    GridColumn(messages.COLUMN_PUBLISHER), GridColumn(messages.COLUMN_METHOD, is_main=False),
)  # fmt: skip
_RATES_HEIGHT = 300  # in pixels, from which the table of rates scrolls


def format_result(restatement: Restatement, target: str, *, digits: int = 4) -> str:
    """Format what a rule gives; ``no rate`` if there is none."""
    if restatement.value is None:
        return messages.RATE_MISSING
    unit = parse_unit(target)
    return format_quantity(restatement.value * find_factor(unit, unit.plain), unit.plain, digits=digits)


def show_rules(
    found: Sequence[Restatement], target: str, *, key: str, digits: int = 4, stated: tuple[str, str] | None = None
) -> None:
    """Show a row for each rule and, below, why some have no rate and how far the results differ.

    Args:
        found: What each rule gives.
        target: The unit converted to.
        key: Its key on the page.
        digits: Most significant digits of the results.
        stated: The amount as a source states it, and the source's name.
    """
    exact = ["" if one.rate is None else f"{one.rate:.6g}" for one in found]
    decimals = max((len(text.partition(".")[2]) for text in exact), default=0)  # of all alike
    rows = [
        (
            _capitalize(one.label),
            format_result(one, target, digits=digits),
            "" if one.rate is None else f"{text if 'e' in text else f'{one.rate:,.{decimals}f}'} {one.rate_unit}",
            one.date,
            one.publisher,
            messages.SEE_BELOW if one.reason else messages.RATE_METHOD.format(basis=one.basis, path=one.path),
        )
        for one, text in zip(found, exact, strict=True)
    ]
    if stated is not None:
        amount, source = stated
        rows.insert(0, (messages.AS_STATED, amount, "", "", source, messages.STATED_IN_SOURCE))
    cells = tuple(tuple(map(GridCell, row)) for row in rows)
    show_grid(DataGrid(messages.COLUMN_RULE, _RULE_COLUMNS, (GridSection("", cells),)), key=key)
    for reason, labels in _group_reasons(found).items():  # here, since a cell shows only the start of a sentence
        st.caption(escape_markdown(messages.RULE_REASON.format(rules=_capitalize(join_names(labels)), reason=reason)))
    rates = [one for one in found if one.rule.kind is not RateKind.PPP]
    if spread := describe_spread(rates, target):
        has_parity = any(one.rule.kind is RateKind.PPP and one.value is not None for one in found)
        sentences = (messages.RULES_DIFFER.format(spread=spread), messages.PARITY_NOTE if has_parity else "")
        st.caption(escape_markdown(" ".join(sentences).strip()))


def _group_reasons(found: Sequence[Restatement]) -> dict[str, list[str]]:
    """Return each reason for a missing rate once, with the rules it applies to."""
    reasons: dict[str, list[str]] = {}
    for restatement in found:
        if restatement.reason:
            reasons.setdefault(restatement.reason, []).append(restatement.label)
    return reasons


def _capitalize(text: str) -> str:
    return text[:1].upper() + text[1:]


def describe_conversion(panel: Panel) -> tuple[str, ...]:
    """Return what to know about the calculation: cautions, and the values that could not be calculated."""
    notes = collect_notes(panel.steps)
    missing = panel.frame[panel.frame["value"].isna() & (panel.frame.get("reason", "") != "")]
    if missing.empty or not _list_steps(panel):
        return notes
    values = count_noun(len(missing), *messages.VALUE_NOUN)
    reasons = " ".join(missing["reason"].value_counts().index[:_MOST_REASONS])
    return (*notes, messages.MISSING_VALUES.format(values=values, reasons=reasons))


def _list_steps(panel: Panel) -> list[str]:
    return [step.description for step in panel.steps if step.name not in ("read", NOTE)]


def show_conversion(panel: Panel, *, key: str) -> None:
    """Show how the values were calculated: the steps, and the rates with publishers and dates, to download."""
    if steps := _list_steps(panel):
        show_expander(messages.CALCULATION, partial(_show_steps, steps, panel.rates, key=key), key=f"{key} steps")


def _show_steps(steps: Sequence[str], rates: pd.DataFrame, *, key: str) -> None:
    st.markdown("\n".join(f"- {escape_markdown(step)}" for step in steps))
    if len(rates):
        _show_rates(rates)
        offer_csv(messages.DOWNLOAD_RATES, lambda: rates, "rates.csv", key=f"{key}-rates")


def show_other_rules(panel: Panel, target: str, *, key: str) -> None:
    """Show what other exchange rate rules would give for the last value of the first series.

    Args:
        panel: The data as published.
        target: The unit converted to; other rules exist only for a currency.
        key: Its key on the page.
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
    digits = 4 if pd.isna(row["digits"]) else max(_TELLING, int(row["digits"]))

    def draw() -> None:
        rates = loaders.get_store().rates
        found = compare_rules(row["value"], row["unit"], wanted, rates=rates, period=period, area=row["code"])
        show_rules(found, wanted, key=f"{key} rules table", digits=digits)

    names = {one.id: f"{one.name}, " for one in panel.indicators}
    series = (names.get(row["indicator"], "") if len(names) > 1 else "") + row["entity"]
    label = messages.OTHER_RATES.format(series=escape_markdown(series), period=period.label)
    show_expander(label, draw, key=f"{key} rules")


def _show_rates(rates: pd.DataFrame) -> None:
    known = rates[rates["rate"].notna()]
    shown = pd.DataFrame(
        {
            messages.COLUMN_PERIOD: [TimePeriod.parse(period).label for period in known["period"]],
            messages.COLUMN_RATE: known["rate"],
            messages.COLUMN_UNIT: known["unit"],
            messages.COLUMN_KIND: [Rule.parse(kind).label for kind in known["kind"]],
            messages.COLUMN_RATE_DATE: known["date"],
            messages.COLUMN_PUBLISHER: known["publisher"],
            messages.COLUMN_PATH: known["path"],
            messages.COLUMN_METHOD: known["basis"],
        }
    )
    if (shown[messages.COLUMN_RATE_DATE] == "").all():
        shown = shown.drop(columns=messages.COLUMN_RATE_DATE)
    show_rows(shown, most=_RATES_HEIGHT, columns={messages.COLUMN_RATE: st.column_config.NumberColumn(format="%.6g")})
