"""Sources: every dataset with its publisher, its indicators and where it was retrieved."""

import streamlit as st

from indicators.model.formatting import count_noun
from indicators.ui import loaders
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import pages as messages

known = loaders.get_catalogue()
st.markdown(f"# {messages.PAGE_TITLES['sources']}")
datasets = count_noun(len(known.datasets), *messages.DATASET_NOUN)
indicators = count_noun(len(known.indicators), *messages.INDICATOR_NOUN)
st.caption(messages.SOURCES_INTRO.format(datasets=datasets, indicators=indicators))
for dataset in sorted(known.datasets, key=lambda dataset: dataset.publisher.casefold()):
    with st.expander(f"**{escape_markdown(dataset.publisher)}** · {escape_markdown(dataset.title)}"):
        st.markdown(escape_markdown(dataset.description))
        names = sorted(known.find_indicator(id).name for id in dataset.indicators)
        st.markdown(f"**{messages.INDICATORS_OF_DATASET}:** {escape_markdown('; '.join(names))}")
        show_sources(dataset.origins, heading=messages.RETRIEVED_FROM)
