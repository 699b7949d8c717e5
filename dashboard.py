"""The dashboard: sets the page up, routes, and shows an error of the library as a sentence."""

from pathlib import Path

import streamlit as st

import indicators.ui
from indicators.errors import IndicatorsError

# Streamlit leaves much room above a page and the controls beside it; tabular figures line up in columns of numbers.
STYLE = """<style>
[data-testid=stMainBlockContainer] { padding-top: 4.5rem; padding-bottom: 3rem; }
[data-testid=stSidebarHeader] { height: 3rem; margin-bottom: 0; padding-bottom: 0; }
[data-testid=stSidebarUserContent] { padding-top: 0; }
[data-testid=stMainBlockContainer], .js-plotly-plot text { font-variant-numeric: tabular-nums; }
</style>"""
_PAGES = Path(indicators.ui.__file__).parent / "pages"

st.set_page_config(page_title="Indicators", layout="wide")
page = st.navigation(
    [
        st.Page(_PAGES / "overview.py", title="Overview", default=True),
        st.Page(_PAGES / "explore.py", title="Explore"),
        st.Page(_PAGES / "check.py", title="Check an article"),
        st.Page(_PAGES / "convert.py", title="Convert"),
        st.Page(_PAGES / "add_data.py", title="Add data"),
        st.Page(_PAGES / "sources.py", title="Sources"),
    ],
    position="top",
)
st.html(STYLE)
try:
    page.run()
except IndicatorsError as error:
    st.error(str(error))
