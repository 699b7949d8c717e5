"""The dashboard: sets up the pages and shows errors of the library as messages."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui.access import allows_network, find_person, require_reader
from indicators.ui.components.browser import watch_viewport
from indicators.ui.components.search import offer_search
from indicators.ui.loaders import watch_store
from indicators.ui.messages.pages import CONTROLS, MENU, TAB_TITLE
from indicators.ui.pages import NOT_FOUND, PAGES
from indicators.ui.state import find_unknown_page, is_phone, use_defaults

# Less space above the controls, tabular figures, and print without what can be clicked. Streamlit's captions, its keys
# and the white text of chosen values have less contrast than 4.5 (WCAG AA); what can be clicked is at least 24 pixels
# wide. Lists of what is chosen are not cut, and the upright at the pointer has no white edge in the dark.
STYLE = """<style>
[data-testid=stSidebarHeader] { height: 3rem; margin-bottom: 0; padding-bottom: 0; }
[data-testid=stMainBlockContainer], .js-plotly-plot text { font-variant-numeric: tabular-nums; }
[data-testid=stCaptionContainer], [data-testid=stApp] kbd { color: inherit; opacity: 0.8; }
[data-testid=stMultiSelect] [data-tag] {
  color: inherit; background: color-mix(in srgb, currentColor 12%, transparent);
}
[data-testid=stMultiSelect] input { min-width: 24px; }
:is([data-testid=stMultiSelect], [data-testid=stSelectbox]) button, [data-testid=stDateInputCalendarButton] {
  min-height: 24px;
}
[data-testid=stMultiSelect] [data-tag] button { min-width: 24px; min-height: 24px; }
[data-testid=stTooltipHoverTarget] > button { padding: 4px; margin: -4px; box-sizing: content-box; }
[data-testid=stMultiSelectTagsContainer], :has(> [data-testid=stMultiSelectTagsContainer]) { max-height: 50vh; }
.js-plotly-plot .spikeline[stroke="rgb(255, 255, 255)"] { display: none; }
[data-testid=stMultiSelect] [data-tag] { max-width: 100%; height: auto; }
[data-testid=stMultiSelect] [data-tag] span[title] { max-width: none; white-space: normal; }
.st-key-viewport, [data-testid=stLayoutWrapper]:has(> * > .st-key-search-key) { position: absolute; }
[data-testid=stMarkdownContainer] h4 { padding-bottom: 0; }
[data-testid=stPopoverBody] { max-width: min(30rem, 100vw - 2rem) !important; }
[data-testid=stExpander] summary { opacity: 1 !important; }
[data-testid=stMarkdownContainer]:has(h4):not(:has(p, li, td)) { margin-bottom: -0.5rem; }
[data-testid=stMarkdownContainer]:has(> h1:only-child) { margin-bottom: -0.5rem; }
[data-testid=stMarkdownContainer] h1 { padding: 0.25rem 0; font-size: 1.4rem; line-height: 1.2; }
[data-testid=stMainBlockContainer] { padding-inline: clamp(1rem, 2.5vw, 2rem); max-width: 82rem; }
[data-testid=stElementContainer]:has([data-testid=stHtml] > style:only-child),
  [class*=st-key-viewport] { position: absolute; }
.st-key-table-toggle:not(:focus-within) { position: absolute; opacity: 0; pointer-events: none; }
[data-testid=stAlertContainer] {
  color: inherit; background: none; border: 1px solid color-mix(in srgb, currentColor 20%, transparent);
}
[data-testid=stAlertContainer] * { color: inherit; }
[data-testid=stExpandSidebarButton]::after { content: "FILTERS"; font: 1rem "Source Sans", sans-serif; }
[data-testid=stExpandSidebarButton] { width: auto; padding: 0 0.5rem; }
[data-testid=stMarkdownContainer] :is(h1, h4) + p { margin-top: -0.5rem; }
[data-testid=stHeading] a, [data-testid=stMarkdownContainer] :is(h1, h4) a[href^="#"] { display: none; }
[class*=st-key-actions] [data-testid*=Button] button, [class*=st-key-actions] [data-testid=stPopover] button {
  min-height: 2rem; padding: 0.25rem 0.5rem; font-size: 0.875rem;
}
[data-testid=stMainBlockContainer] :not([class*=st-key-search-in] *) > [data-testid=stPageLink-NavLink] {
  padding-inline: 0; background: none; color: inherit; text-decoration: underline;
}
[data-testid=stMainBlockContainer] [data-testid=stPageLink-NavLink] * { font-weight: inherit; }
.st-key-highlight > :last-child { flex: 1 1 0; min-width: 0; }
.st-key-highlight [data-testid=stButtonGroup] > div { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: thin; }
.st-key-highlight [data-testid=stButtonGroup] button { flex: none; min-height: 2rem; }
.st-key-facts thead { position: absolute; clip-path: inset(50%); }
.st-key-facts :is(td, th) { font-size: 0.875rem; vertical-align: top; }
.st-key-indicators-found button { min-height: 1.75rem; padding: 0.1rem 0; text-align: left; }
[data-testid=stCode] div:has([data-testid=stElementToolbarButton]) { visibility: visible; }
:is(.st-key-head, [data-testid=stColumn]) [data-testid=stButtonGroup] button { min-height: 2.5rem; }
@media (max-width: 40rem) {
  [data-testid=stMetricValue] { font-size: 1.2rem; }
  [class*=st-key-actions] > [data-testid=stLayoutWrapper] { flex-basis: 100%; }
}
@media print {
  [data-testid=stSidebar], [data-testid=stHeader], [data-testid=stBottom], [data-testid=stForm],
  [data-testid=stTooltipIcon], [data-testid=stSlider], [data-testid=stExpander]:not(:has(details[open])),
  .st-key-boards, .st-key-area-picker, [class*=st-key-verdict] [data-testid=stIconMaterial],
  :is([data-testid=stElementContainer], [data-testid=stLayoutWrapper]):not([class*=st-key-verdict]):has(> :is(
    [data-testid=stButton], [data-testid=stDownloadButton], [data-testid=stPopover], [data-testid=stPageLink],
    [data-testid=stTextInput], [data-testid=stMultiSelect], [data-testid=stSelectbox],
    [data-testid=stButtonGroup], [data-testid=stCheckbox], [data-testid=stFileUploader]
  )) { display: none; }
  [data-testid=stApp], [data-testid=stMain], [data-testid=stAppViewContainer] { position: static; overflow: visible; }
  [data-testid=stElementContainer]:not(:has(.grid)),
  [data-testid=stHorizontalBlock]:not(:has([data-testid=stPlotlyChart])) { break-inside: avoid; }
  [data-testid=stVerticalBlock], [data-testid=stHorizontalBlock]:has([data-testid=stPlotlyChart]) { display: block; }
  [data-testid=stVerticalBlock] > * { margin-bottom: 0.75rem; }
  [data-testid=stElementContainer]:has([data-testid=stPlotlyChart], [data-testid=stDataFrame]) {
    zoom: var(--of-paper, 0.7);
  }
  [data-testid=stElementContainer]:has(h1, h2, h3, h4, [data-testid=stPlotlyChart]),
  [data-testid=stElementContainer]:has(h4) + [data-testid=stElementContainer]:has([data-testid=stCaptionContainer]) {
    break-after: avoid;
  }
  [data-testid=stMetricValue] * { font-size: 1rem !important; }
}
</style>""".replace("FILTERS", CONTROLS)
# In a small window of a computer the side bar has the pages too.
SMALL_WINDOW = f"""<style>
@media (max-width: 767px) {{ [data-testid=stExpandSidebarButton]::after {{ content: "{MENU}"; }} }}
</style>"""
# On a phone the pages and the controls are within reach of the thumb, in one row, and nothing is above the title.
PHONE = """<style>
[data-testid=stHeader] { height: 0; min-height: 0; background: none; }
[data-testid=stMainBlockContainer] { padding-top: 0.5rem; }
[data-testid=stBottomBlockContainer] { padding: 0.4rem 1rem; }
[data-testid=stExpandSidebarButton] {
  position: fixed; bottom: 0.4rem; left: 8rem; height: 2.5rem; z-index: 1000;
  border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 0.25rem;
}
[data-testid=stExpandSidebarButton]::after { font-size: 0.875rem; }
</style>"""
# An embedded chart has no menu and no space above it.
EMBEDDED = """<style>
[data-testid=stMainBlockContainer] { padding: 0.5rem 0.5rem 0; }
[data-testid=stHeader], [data-testid=stSidebar] { display: none; }
</style>"""

person = find_person()
# A page that is left out can't be reached: neither it nor what it would upload.
shown = [entry for entry in PAGES if person.may_edit or not entry.is_for_editors] if person.may_read else PAGES[:1]
listed = [entry for entry in shown if entry.is_listed and (allows_network() or not entry.uses_network)]
unknown = find_unknown_page([entry.script.stem for entry in shown])
entries = [
    st.Page(
        entry.script, title=entry.title, default=entry is PAGES[0],
        visibility="visible" if entry in listed else "hidden",
        url_path=unknown if entry.script.stem == NOT_FOUND and unknown else None,
    )
    for entry in shown
]  # fmt: skip
page = st.navigation(entries, position="hidden" if is_phone() else "top")
st.set_page_config(page_title=TAB_TITLE.format(page=page.title), layout="wide")
st.html(STYLE + (PHONE if is_phone() else SMALL_WINDOW) + (EMBEDDED if st.context.is_embedded else ""))
require_reader(person)
watch_viewport()
watch_store()
if not st.context.is_embedded:
    offer_search()
if is_phone() and not st.context.is_embedded:
    with st.bottom, st.popover(MENU, icon=":material/menu:"):
        for link, entry in zip(entries, shown, strict=True):
            if entry in listed:
                st.page_link(link)
use_defaults({})
try:
    page.run()
except IndicatorsError as error:
    st.error(str(error))
