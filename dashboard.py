"""The dashboard: sets up the pages and shows errors of the library as messages."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui.components.browser import watch_viewport
from indicators.ui.messages.pages import TAB_TITLE
from indicators.ui.pages import PAGES

# Less space above a page and its controls, and tabular figures. Streamlit's captions, its keys and the white text of
# chosen values have less contrast than 4.5 (WCAG AA); what can be clicked is at least 24 pixels wide.
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
# An embedded chart has no menu and no space above it.
EMBEDDED = """<style>
[data-testid=stMainBlockContainer] { padding: 0.5rem 0.5rem 0; }
[data-testid=stHeader], [data-testid=stSidebar] { display: none; }
</style>"""

page = st.navigation(
    [st.Page(entry.script, title=entry.title, default=entry is PAGES[0]) for entry in PAGES], position="top"
)
st.set_page_config(page_title=TAB_TITLE.format(page=page.title), layout="wide")
st.html(STYLE + (EMBEDDED if st.context.is_embedded else ""))
watch_viewport()
try:
    page.run()
except IndicatorsError as error:
    st.error(str(error))
