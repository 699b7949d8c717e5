"""The dashboard: sets the page up, routes, and shows an error of the library as a sentence."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui.components.browser import watch_viewport
from indicators.ui.pages import PAGES

# Streamlit leaves much room above a page and the controls beside it; tabular figures line up in columns of numbers. Its
# captions, its keys and the white on its chosen values have less contrast than 4.5 (WCAG AA): captions and keys stand
# nearer to the text, chosen values on grey, and what can be clicked is 24 pixels wide.
STYLE = """<style>
[data-testid=stMainBlockContainer] { padding-top: 4.5rem; padding-bottom: 3rem; }
[data-testid=stSidebarHeader] { height: 3rem; margin-bottom: 0; padding-bottom: 0; }
[data-testid=stSidebarUserContent] { padding-top: 0; }
[data-testid=stMainBlockContainer], .js-plotly-plot text { font-variant-numeric: tabular-nums; }
[data-testid=stCaptionContainer], [data-testid=stApp] kbd { color: inherit; opacity: 0.8; }
[data-testid=stMultiSelect] [data-tag] {
  color: inherit; background: color-mix(in srgb, currentColor 12%, transparent);
}
[data-testid=stMultiSelect] input { min-width: 24px; }
[data-testid=stMarkdownContainer] h4 { padding-bottom: 0; }
[data-testid=stMarkdownContainer] h4 + p { margin-top: -0.5rem; }
</style>"""
# Within another page there is one chart and nothing else: no menu, no room above it.
EMBEDDED = """<style>
[data-testid=stMainBlockContainer] { padding: 0.5rem 0.5rem 0; }
[data-testid=stHeader], [data-testid=stSidebar] { display: none; }
</style>"""

st.set_page_config(page_title="Indicators", layout="wide")
page = st.navigation(
    [st.Page(entry.path, title=entry.title, default=entry is PAGES[0]) for entry in PAGES], position="top"
)
st.html(STYLE + (EMBEDDED if st.context.is_embedded else ""))
watch_viewport()
try:
    page.run()
except IndicatorsError as error:
    st.error(str(error))
