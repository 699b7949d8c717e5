"""Sources: every dataset with its publisher, what it holds and where it was read."""

import streamlit as st

from indicators.ui import loaders
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.credits import show_sources

catalogue = loaders.catalogue()
st.markdown("## Sources")
st.caption(
    f"{len(catalogue.datasets)} datasets, {len(catalogue.indicators)} indicators. "
    "The text of a source is never stored: the place of a figure in it is, and the text's SHA-256."
)
for dataset in sorted(catalogue.datasets, key=lambda dataset: dataset.publisher.casefold()):
    with st.expander(f"**{escape_markdown(dataset.publisher)}** · {escape_markdown(dataset.title)}"):
        st.markdown(escape_markdown(dataset.description))
        names = sorted(catalogue.find_indicator(id).name for id in dataset.indicators)
        st.markdown(f"**Indicators:** {escape_markdown('; '.join(names))}")
        show_sources(dataset.origins, heading="Read at")
