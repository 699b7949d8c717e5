"""A dashboard of the usual kind over the same figures: what readers of Streamlit know, as a peer to be measured by.

It does what Streamlit's template of a GDP dashboard does: a file read once, a slider of years, a choice of countries,
one chart of lines, and below it the last figure of each country with its change.
"""

import os
from pathlib import Path

import pandas as pd
import streamlit as st

COLUMNS = 4


@st.cache_data
def gdp() -> pd.DataFrame:
    """One row a country and year, from a file of one column a year."""
    wide = pd.read_csv(Path(os.environ["PEER_DATA"]))
    long = wide.melt("Country Code", var_name="Year", value_name="GDP")
    long["Year"] = pd.to_numeric(long["Year"])
    return long


figures = gdp()
st.header("GDP dashboard")
first, last = int(figures["Year"].min()), int(figures["Year"].max())
start, end = st.slider("Years", first, last, (first, last))
chosen = st.multiselect("Countries", sorted(figures["Country Code"].unique()), ["RUS", "CHN", "USA", "DEU", "IND"])
shown = figures[figures["Country Code"].isin(chosen) & figures["Year"].between(start, end)]
st.subheader("GDP over time")
st.line_chart(shown, x="Year", y="GDP", color="Country Code")
st.subheader(f"GDP in {end}")
columns = st.columns(COLUMNS)
for number, country in enumerate(chosen):
    rows = figures[figures["Country Code"] == country].set_index("Year")["GDP"] / 1e9
    change = f"{rows[end] / rows[start]:,.2f}x" if rows.notna()[start] else "n/a"
    columns[number % COLUMNS].metric(f"{country} GDP", f"{rows[end]:,.0f}B", change)
