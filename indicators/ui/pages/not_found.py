"""Page not found: what was asked for, and the search for it."""

import streamlit as st

from indicators.ui import state
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.search import show_search
from indicators.ui.messages import pages as messages
from indicators.ui.pages import NOT_FOUND, PAGES

asked = state.find_unknown_page([entry.script.stem for entry in PAGES])
st.markdown(f"# {messages.PAGE_TITLES[NOT_FOUND]}")
st.markdown(escape_markdown(messages.NO_PAGE.format(name=asked) if asked else messages.NO_PAGE_NAMED))
show_search()
st.page_link(PAGES[0].script, label=messages.GO_HOME)
