"""Sources: every dataset with its publisher, what it holds and where it was read."""

import streamlit as st

from indicators.ui import loaders
from indicators.ui.components.origin_list import sources
from indicators.ui.components.text import escaped

catalogue = loaders.catalogue()
st.markdown("## Sources")
st.caption(
    f"{len(catalogue.datasets)} datasets, {len(catalogue.indicators)} indicators. "
    "The text of a source is never stored: the place of a figure in it is, and the text's SHA-256."
)
for dataset in sorted(catalogue.datasets, key=lambda dataset: dataset.publisher.casefold()):
    with st.expander(f"**{escaped(dataset.publisher)}** · {escaped(dataset.title)}"):
        st.markdown(escaped(dataset.description))
        names = sorted(catalogue.indicator(id).name for id in dataset.indicators)
        st.markdown(f"**Indicators:** {escaped('; '.join(names))}")
        sources(dataset.origins, heading="Read at")
