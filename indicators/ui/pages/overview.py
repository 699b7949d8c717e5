"""Overview: the figures of one article, each with its source, and the economy it speaks of by year."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from indicators.analysis.forecasts import imply_levels
from indicators.analysis.real_terms import restate
from indicators.charts.parts.headings import describe_rule, name_unit
from indicators.errors import IndicatorsError
from indicators.model.formatting import join_names, round_digits
from indicators.model.panel import format_observation, to_records
from indicators.store import Query
from indicators.ui import loaders, state
from indicators.ui.components import controls, figure
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.card import show_card
from indicators.ui.components.conversions import format_result, show_conversion, show_rules
from indicators.ui.components.export_bar import show_export_bar
from indicators.view import View
from indicators.view.converting import ConversionRequest, convert_sum

ARTICLE = "it-russia-2025-09-29"
TURNOVER, GROWTH = "digital-economy-turnover", "digital-economy-growth"
HEADLINES = 4
PRINTED_ON = "2025-09-29"

catalogue = loaders.catalogue()
article = catalogue.find_dataset(ARTICLE)
ids = tuple(dict.fromkeys(observation.indicator for observation in article.observations))
everything = loaders.panel(Query(ids, datasets=(ARTICLE,)))
origins = {origin.id: origin for origin in everything.origins}
figures = to_records(everything.frame)
report = loaders.dataset_report(ARTICLE)
claims = {(claim.indicator, str(claim.period)): claim.id for claim in report.reading.claims if not claim.restates}
own_sums = {(row["indicator"], row["period"]): format_observation(row) for row in to_records(everything.stated)}

st.markdown("## Does “24 trillion roubles, approx. \\$287 billion” add up?")
st.caption(
    "One article of 29 September 2025 on the digital economies of Russia and China. Each figure stands as it was "
    "printed, with what the article leaves open; the chart sets it beside what others published."
)


headline = next(row for row in figures if row["indicator"] == TURNOVER)
own = next(row for row in to_records(everything.stated) if row["period"] == headline["period"])
asked_sum = ConversionRequest.read(
    str(headline["value"]), headline["unit"], own["unit"], period=headline["period"], day=PRINTED_ON
)
by_rule = convert_sum(asked_sum)


def on_the_card(row: dict[str, Any]) -> list[str]:
    """The figure in the article's own dollars, and the headline also at the average of its year."""
    lines = (
        [f"{own_sums[key]}, as the article has it"] if (key := (row["indicator"], row["period"])) in own_sums else []
    )
    found = report.of(claims.get((row["indicator"], row["period"]), ""))
    lines += [finding.brief for finding in found if finding.brief]
    if row is headline:
        lines += [f"{format_result(found, own['unit'], digits=3)} at the {found.label}" for found in by_rule[:1]]
    return lines


def fitting() -> str:
    """Which of the rules give the sum that the article states, in a sentence."""
    printed_sum = round_digits(own["value"], int(own["digits"]))
    fits = [
        r.label for r in by_rule if r.value is not None and round_digits(r.value, int(own["digits"])) == printed_sum
    ]
    found = f"Its sum is that of the {join_names(fits)}." if fits else "No rule gives its sum."
    return f"The article does not say at which rate it counted. {found}"


def cards(shown: list[dict[str, Any]]) -> None:
    """Cards side by side, four in a row; below each other where there is no room."""
    for start in range(0, len(shown), HEADLINES):
        for column, row in zip(st.columns(HEADLINES), shown[start : start + HEADLINES], strict=False):
            with column:
                indicator = catalogue.find_indicator(row["indicator"])
                claim = claims.get((row["indicator"], row["period"]), "")
                show_card(row, indicator, origins[row["origin"]], restated=on_the_card(row), report=report, claim=claim)


cards(figures[:HEADLINES])

st.markdown(f"#### {escape_markdown(format_observation(headline))} in dollars, by rule")
st.caption(escape_markdown(fitting()))
stated = (format_observation(own), headline["publisher"])
show_rules(by_rule, own["unit"], digits=3, stated=stated)

asked = {"amount": f"{headline['value']:.12g}", "from": headline["unit"], "to": "USD", "year": headline["period"]}
st.markdown(f"[Convert it otherwise](convert?{urlencode({**asked, 'date': PRINTED_ON})})")

levels = loaders.panel(Query((TURNOVER,), ("RUS",)))
growth = loaders.panel(Query((GROWTH,), ("RUS",)))
panel = imply_levels(levels, growth)
terms = controls.pick_chart_money(state.read_view(catalogue)[0], first=headline["unit"])
try:
    panel = restate(panel, terms, loaders.store())
except IndicatorsError as error:
    st.warning(f"{escape_markdown(str(error))} The figures are shown as published.")
unit = " ".join(part for part in (name_unit(panel), describe_rule(panel)) if part)
st.markdown(f"#### Online economy of Russia, {escape_markdown(unit)}")
st.caption("By publisher. Forecasts are dashed: the level that follows from a publisher's own forecast of growth.")
events = [event for event in catalogue.events if "RUS" in event.areas]
figure.show_chart(panel, View(), key="turnover", events=events)
heading = f"Online economy of Russia, {unit}"
show_export_bar(panel, None, key="turnover", heading=heading, events=events, behind=lambda: levels)
show_conversion(panel, key="turnover")
with st.expander("Table and sources"):
    figure.show_table(panel)
    figure.show_notes(panel)

st.markdown("#### The other figures of the article")
cards(figures[HEADLINES:])
