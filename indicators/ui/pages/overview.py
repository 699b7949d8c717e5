"""Overview: the figures of one article, each with its source, and the economy it speaks of by year."""

from typing import Any

import streamlit as st

from indicators.forecasts import implied_levels
from indicators.money import Sum, convert_sum
from indicators.panel import printed, records
from indicators.store import Query
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.card import card
from indicators.ui.components.comparison import rules_side_by_side
from indicators.ui.components.text import escaped

ARTICLE = "it-russia-2025-09-29"
TURNOVER, GROWTH = "digital-economy-turnover", "digital-economy-growth"
HEADLINES = 4
PRINTED_ON = "2025-09-29"

catalogue = loaders.catalogue()
article = catalogue.dataset(ARTICLE)
ids = tuple(dict.fromkeys(observation.indicator for observation in article.observations))
everything = loaders.panel(Query(ids, datasets=(ARTICLE,)))
origins = {origin.id: origin for origin in everything.origins}
figures = records(everything.frame)
restated = {(row["indicator"], row["period"]): printed(row) for row in records(everything.stated)}

st.markdown("## Does “24 trillion roubles, approx. \\$287 billion” add up?")
st.caption(
    "One article of 29 September 2025 on the digital economies of Russia and China. Each figure stands as it was "
    "printed, with what the article leaves open; the chart sets it beside what others published."
)


def cards(shown: list[dict[str, Any]]) -> None:
    """Cards side by side, four in a row; below each other where there is no room."""
    for start in range(0, len(shown), HEADLINES):
        for column, row in zip(st.columns(HEADLINES), shown[start : start + HEADLINES], strict=False):
            with column:
                indicator = catalogue.indicator(row["indicator"])
                own = restated.get((row["indicator"], row["period"]), "")
                card(row, indicator, origins[row["origin"]], restated=own)


cards(figures[:HEADLINES])

headline = next(row for row in figures if row["indicator"] == TURNOVER)
stated = restated.get((TURNOVER, headline["period"]), "")
st.markdown(f"#### {escaped(printed(headline))} in dollars, by rule")
st.caption(
    "The article does not say at which rate it counted. Its sum fits the Bank of Russia's rate of the day of printing, "
    "not the average of the year in which the money was earned."
)
rules_side_by_side(
    convert_sum(Sum.read(str(headline["value"]), headline["unit"], "USD", period=headline["period"], day=PRINTED_ON)),
    "USD",
    digits=3,
    stated=(stated, headline["publisher"]),
)
asked = {"amount": f"{headline['value']:.12g}", "from": headline["unit"], "to": "USD", "year": headline["period"]}
st.page_link("pages/convert.py", label="Convert it otherwise", query_params={**asked, "date": PRINTED_ON})

levels = loaders.panel(Query((TURNOVER,), ("RUS",)))
growth = loaders.panel(Query((GROWTH,), ("RUS",)))
panel = implied_levels(levels, growth)
st.markdown("#### Online economy of Russia, trillion RUB")
st.caption("By publisher. Forecasts are dashed: the level that follows from a publisher's own forecast of growth.")
events = [event for event in catalogue.events if "RUS" in event.areas]
figure.chart(panel, key="turnover", events=events)
figure.downloads(panel, name=TURNOVER, key="turnover")
with st.expander("Table and sources"):
    figure.table(panel)
    figure.notes(panel)

st.markdown("#### The other figures of the article")
cards(figures[HEADLINES:])
