"""A chart of one indicator with what belongs to it: title, unit, rule, sources, table and downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from indicators.charts.drawing import draw
from indicators.charts.parts.headings import subtitle, title
from indicators.exchange import Rule, restatements
from indicators.exports.conversions import rates_to_csv
from indicators.model.codelists import ObservationStatus
from indicators.model.observations import Event
from indicators.model.panel import Panel, format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.model.units import parse
from indicators.ui import loaders, state
from indicators.ui.components.expander import folded
from indicators.ui.components.rules_table import rules_side_by_side
from indicators.ui.components.text import escaped
from indicators.view import View

__all__ = ["chart", "conversion", "heading", "notes", "other_rules", "rate_table", "table"]

_MOST_REASONS = 2
_HEIGHT, _HEAD, _ROW = 440, 38, 35  # in pixels: of a table at most, of its head, of a row


def heading(panel: Panel, view: View) -> None:
    """Title and subtitle, written from what is shown, the countries in the order chosen."""
    _heading(title(panel), subtitle(panel, order=view.areas, known=view.known))


def _heading(first: str, second: str) -> None:
    st.markdown(f"#### {escaped(first)}\n\n:small[{escaped(second)}]" if second else f"#### {escaped(first)}")


def chart(
    panel: Panel,
    view: View,
    *,
    key: str,
    events: Iterable[Event] = (),
    headed: bool = False,
    chosen: Callable[[Any], None] | None = None,
) -> None:
    """A panel as the view asks for it, its source below, with a sentence for what could not be drawn.

    Args:
        panel: The figures.
        view: What was asked for.
        key: Tells it from others on the page.
        events: What it marks.
        headed: Whether its title stands above it.
        chosen: Called with the selection when a country of a map is clicked.
    """
    playable = view.tab == "map" and bool(st.session_state.get(f"{key} years"))
    drawing = draw(panel, view, ground=state.ground(), narrow=state.is_narrow(), events=events, playable=playable)
    if headed:
        _heading(drawing.title, drawing.subtitle)
    for remark in drawing.remarks:
        st.caption(escaped(remark))
    words, config = drawing.alternative_text, drawing.config
    if view.tab == "map" and chosen is not None:

        def clicked() -> None:
            chosen(st.session_state[key])

        st.plotly_chart(
            drawing.figure, key=key, theme=None, alt=words, config=config, on_select=clicked, selection_mode="points"
        )
    else:
        st.plotly_chart(drawing.figure, key=key, theme=None, alt=words, config=config)
    if view.tab == "map" and view.time.only is None and len(panel.frame["period"].unique()) > 1:
        st.toggle("Play through the years", key=f"{key} years", help="Adds a button and a slider below the map.")
    if headed and not view.embed:  # within another page it stands beside the way to the dashboard
        st.caption(escaped(drawing.source))


def table(panel: Panel, *, order: Sequence[str] = (), locale: str = "") -> None:
    """The figures as a table: as printed and in full, with status, publisher, note and source.

    Args:
        panel: The figures.
        order: Codes of areas in the order chosen, in which their rows stand.
        locale: A locale of CLDR, for the marks between digits.
    """
    place = {code: number for number, code in enumerate(order)}
    rows = panel.frame.sort_values("code", key=lambda codes: codes.map(place).fillna(len(place)), kind="stable")
    shown = pd.DataFrame(
        {
            "Country": rows["entity"],
            "Period": [TimePeriod.parse(period).label for period in rows["period"]],
            "Figure": [format_observation(row, locale=locale or "en") for row in to_records(rows)],
            "In full": rows["value"],
            "Unit": rows["unit"],
            "Rate": _rates_beside(rows),
            "Why empty": rows.get("reason", ""),
            "Status": [ObservationStatus(status).word for status in rows["status"]],
            "Publisher": rows["publisher"],
            "Said by": rows["said_by"],
            "Known since": rows["vintage"],
            "Note": rows["note"],
            "Source": _first_address(panel.with_frame(rows)),
        }
    )
    empty = [name for name in ("Rate", "Why empty", "Said by", "Note") if (shown[name] == "").all()]
    columns = {
        "In full": st.column_config.NumberColumn(format="localized"),
        "Source": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
    }
    height = min(_HEIGHT, _HEAD + _ROW * len(shown))
    st.dataframe(shown.drop(columns=empty), hide_index=True, column_config=columns, height=height, placeholder="")


def _first_address(panel: Panel) -> list[str]:
    """The page of the first origin of each row; the others stand among the sources."""
    return [text.split("; ")[0] for text in panel.describe_origins(lambda origin: origin.url_main)]


def _rates_beside(rows: pd.DataFrame) -> list[str]:
    """The rate of each row in words; empty where none was used."""
    if "rate" not in rows:
        return [""] * len(rows)
    return [
        "" if pd.isna(row["rate"]) else f"{row['rate']:.6g} {row['rate_unit']}, {row['rate_publisher']}"
        for row in to_records(rows)
    ]


def notes(panel: Panel) -> None:
    """What the indicator is and what it is mistaken for, and who belongs to the groups that are shown as a whole."""
    several = len(panel.indicators) > 1
    for indicator in panel.indicators:
        name = f"**{escaped(indicator.name)}.** " if several else ""
        st.markdown(f"{name}{escaped(indicator.description)}")
        if indicator.not_to_confuse:
            st.caption(f"Not to be confused: {escaped(indicator.not_to_confuse)}")
        if indicator.denominator:
            st.caption(f"A share of: {escaped(indicator.denominator)}")
    codes = set(panel.frame["code"])
    for group in loaders.catalogue().groups:
        if group.note and group.aggregate in codes:
            st.caption(escaped(f"{group.name}: {group.note}"))


def conversion(panel: Panel, *, key: str) -> None:
    """How the figures were converted: the steps, and the rates with their publishers and dates, to download."""
    steps = [step.description for step in panel.steps if step.name != "read"]
    if not steps:
        return
    for caution in dict.fromkeys(step.caution for step in panel.steps if step.caution):
        st.caption(escaped(caution))
    folded("How this was made", partial(_made, steps, panel.rates, key=key), key=f"{key} made")
    missing = panel.frame[panel.frame["value"].isna() & (panel.frame.get("reason", "") != "")]
    if len(missing):
        reasons = missing["reason"].value_counts()
        shown = " ".join(str(reason) for reason in reasons.index[:_MOST_REASONS])
        count = "One figure is" if len(missing) == 1 else f"{len(missing)} figures are"
        st.caption(escaped(f"{count} left empty. {shown}"))


def _made(steps: Sequence[str], rates: pd.DataFrame, *, key: str) -> None:
    st.markdown("\n".join(f"- {escaped(step)}" for step in steps))
    if len(rates):
        rate_table(rates)
        st.download_button(
            "Download the rates", lambda: rates_to_csv(rates), "rates.csv", "text/csv", key=f"{key}-rates",
            on_click="ignore",
        )  # fmt: skip


def other_rules(panel: Panel, target: str, *, key: str) -> None:
    """What other rules of exchange would give for the last figure of the first series.

    Args:
        panel: The figures as published.
        target: The unit they are converted to; only for a currency is there more than one rule.
        key: Tells it from others on the page.
    """
    rows = panel.frame[(panel.frame["status"] != "F") & panel.frame["value"].notna()]
    if rows.empty or parse(target).currency is None:
        return
    row = to_records(rows[rows["code"] == rows["code"].iloc[0]].sort_values("last").tail(1))[0]
    if parse(row["unit"]).currency in (None, parse(target).currency):
        return
    period = TimePeriod.parse(row["period"])
    wanted = parse(target).plain.text
    per = parse(row["unit"]).denominator
    wanted = f"{wanted} per {per}" if per and not parse(wanted).denominator else wanted
    digits = 4 if pd.isna(row["digits"]) else int(row["digits"])

    def draw() -> None:
        rates = loaders.store().rates
        found = restatements(row["value"], row["unit"], wanted, rates=rates, period=period, area=row["code"])
        rules_side_by_side(found, wanted, digits=digits)

    names = {one.id: f"{one.name}, " for one in panel.indicators}
    name = names.get(row["indicator"], "") if len(names) > 1 else ""
    folded(f"What other rules would give: {escaped(name + row['entity'])}, {period.label}", draw, key=f"{key} rules")


def rate_table(rates: pd.DataFrame) -> None:
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
