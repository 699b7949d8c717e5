"""Home: search, figures of some countries at a glance, and the figures of one article, each with its source."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from indicators.analysis.forecasts import imply_levels
from indicators.analysis.real_terms import restate
from indicators.charts.parts.headings import describe_unit
from indicators.errors import IndicatorsError
from indicators.exchange.rule_comparison import find_matching_rules
from indicators.model.formatting import format_quantity, join_names
from indicators.model.panel import Panel
from indicators.model.panel_frames import format_observation, to_records
from indicators.store import Query
from indicators.ui import loaders, state
from indicators.ui.components import controls, figure
from indicators.ui.components.browser import watch_sight
from indicators.ui.components.card import show_card
from indicators.ui.components.elements import escape_markdown, show_expander
from indicators.ui.components.exchange_rates import format_result, show_conversion, show_rules
from indicators.ui.components.export_bar import show_export_bar
from indicators.ui.components.glance import show_boards, show_glance, show_news
from indicators.ui.components.search import show_search
from indicators.ui.components.value_table import show_table
from indicators.ui.messages import pages as messages
from indicators.view import View
from indicators.view.converting import ConversionRequest, convert_sum

ARTICLE = "it-russia-2025-09-29"
TURNOVER, GROWTH = "digital-economy-turnover", "digital-economy-growth"
HEADLINES = 4
ARTICLE_DATE = "2025-09-29"
REACHED = "article reached"
WHOLE_PAGE = 100_000  # pixels

catalogue = loaders.get_catalogue()
article = catalogue.find_dataset(ARTICLE)
ids = tuple(dict.fromkeys(observation.indicator for observation in article.observations))
everything = loaders.load_panel(Query(ids, datasets=(ARTICLE,)))
origins = {origin.id: origin for origin in everything.origins}
figures = to_records(everything.frame)
report = loaders.load_report(ARTICLE)
claims = {(claim.indicator, str(claim.period)): claim.id for claim in report.reading.claims if not claim.restates}
own_amounts = {(row["indicator"], row["period"]): format_observation(row) for row in to_records(everything.stated)}

st.markdown(f"# {messages.HOME_TITLE}")
show_search()
show_glance()
show_boards()
show_news()
st.markdown(f"#### {escape_markdown(messages.OVERVIEW_TITLE)}")
st.caption(messages.OVERVIEW_INTRO)

headline = next(row for row in figures if row["indicator"] == TURNOVER)
own = next(row for row in to_records(everything.stated) if row["period"] == headline["period"])
request = ConversionRequest.read(
    str(headline["value"]), headline["unit"], own["unit"], period=headline["period"], day=ARTICLE_DATE
)
by_rule = convert_sum(request)


def describe_amounts(row: dict[str, Any]) -> list[str]:
    """Return the figure in the article's own dollars and, for the headline, also at the period average."""
    key = (row["indicator"], row["period"])
    lines = [messages.ARTICLE_AMOUNT.format(amount=own_amounts[key])] if key in own_amounts else []
    lines += [finding.brief for finding in report.of(claims.get(key, "")) if finding.brief]
    if row is headline:
        average = by_rule[0]
        amount = format_result(average, own["unit"], digits=3)
        lines.append(messages.AMOUNT_AT_RATE.format(amount=amount, rate=average.label))
    return lines


def describe_matches() -> str:
    """Return a sentence on which rules give the amount that the article states."""
    labels = [one.label for one in find_matching_rules(by_rule, own["value"], digits=int(own["digits"]))]
    return messages.RATE_MATCHES.format(rates=join_names(labels)) if labels else messages.NO_RATE_MATCHES


def show_cards(shown: list[dict[str, Any]]) -> None:
    """Show cards four in a row, or one above the other on a narrow screen."""
    for start in range(0, len(shown), HEADLINES):
        for column, row in zip(st.columns(HEADLINES), shown[start : start + HEADLINES], strict=False):
            with column:
                indicator = catalogue.find_indicator(row["indicator"])
                claim = claims.get((row["indicator"], row["period"]), "")
                show_card(
                    row, indicator, origins[row["origin"]], restated=describe_amounts(row), report=report, claim=claim
                )


def show_amounts() -> None:
    """Show the headline in dollars by each rule."""
    st.markdown(f"#### {escape_markdown(messages.IN_DOLLARS.format(amount=format_observation(headline)))}")
    st.caption(escape_markdown(describe_matches()))
    stated = (format_observation(own), headline["publisher"])
    show_rules(by_rule, own["unit"], key="rules", digits=3, stated=stated)
    amount = {
        "amount": format_quantity(headline["value"], "ratio", digits=12),
        "from": headline["unit"],
        "to": "USD",
        "year": headline["period"],
    }
    st.markdown(f"[{messages.CONVERT_AGAIN}](convert?{urlencode({**amount, 'date': ARTICLE_DATE})})")


def show_chart() -> None:
    """Show the chart of the article, with its unit."""
    levels = loaders.load_panel(Query((TURNOVER,), ("RUS",)))
    growth = loaders.load_panel(Query((GROWTH,), ("RUS",)))
    panel = imply_levels(levels, growth)
    terms = controls.pick_chart_money(state.read_view(catalogue)[0], first=headline["unit"])
    try:
        panel = restate(panel, terms, loaders.get_store())
    except IndicatorsError as error:
        st.warning(escape_markdown(messages.SHOWN_AS_PUBLISHED.format(error=error)))
    heading = messages.ONLINE_ECONOMY.format(unit=describe_unit(panel))
    st.markdown(f"#### {escape_markdown(heading)}")
    st.caption(messages.ONLINE_ECONOMY_NOTE)
    events = [event for event in catalogue.events if "RUS" in event.areas]
    drawing = figure.show_chart(panel, View(), key="turnover", events=events, still=True)
    st.caption(escape_markdown(drawing.source))
    show_export_bar(panel, None, key="turnover", heading=heading, events=events, source=lambda: levels)
    show_conversion(panel, key="turnover")
    show_expander(messages.TABLE_AND_SOURCES, partial(show_figures, panel), key="turnover figures")


def show_figures(panel: Panel) -> None:
    """Show the figures of the chart as a table, and what they are."""
    show_table(panel, key="turnover")
    figure.show_notes(panel)


@st.fragment
def show_article() -> None:
    """Show what is below the headlines, once the browser has drawn what is above."""
    if not (st.session_state.get(REACHED) or watch_sight(ARTICLE, key="article", ahead=WHOLE_PAGE)):
        return
    st.session_state[REACHED] = True
    show_amounts()
    show_chart()
    st.markdown(f"#### {messages.OTHER_FIGURES}")
    show_cards(figures[HEADLINES:])


show_cards(figures[:HEADLINES])
show_article()
