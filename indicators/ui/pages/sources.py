"""Sources: every dataset in one table, and one of them with its indicators and where it was retrieved."""

from urllib.parse import quote

import pandas as pd
import streamlit as st

from indicators.model.formatting import count_noun
from indicators.model.observations import Dataset
from indicators.ui import loaders, state
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import pages as messages
from indicators.view.calendar import find_next_release

TALL = 10_000
NARROW_TITLE = 150

known = loaders.get_catalogue()
updates = loaders.load_last_updates()


def summarize_dataset(dataset: Dataset) -> dict[str, str | int]:
    """Return the row of a dataset."""
    return {
        messages.DATASET: f"sources?dataset={dataset.id}#{quote(dataset.title)}",
        messages.PUBLISHER: dataset.publisher,
        messages.INDICATORS_OF_DATASET: len(dataset.indicators),
        messages.UPDATED: updates.get(dataset.id, ""),
        messages.LICENCE: ", ".join(dict.fromkeys(one.licence.name for one in dataset.origins if one.licence)),
    }


def show_dataset(dataset: Dataset) -> None:
    """Show what a dataset holds and where it was retrieved."""
    st.markdown(f"#### {escape_markdown(dataset.title)}")
    st.markdown(escape_markdown(dataset.description))
    names = sorted(known.find_indicator(id).name for id in dataset.indicators)
    st.markdown(f"**{messages.INDICATORS_OF_DATASET}:** {escape_markdown('; '.join(names))}")
    if next_release := find_next_release(loaders.get_store(), dataset):
        st.markdown(escape_markdown(next_release.text))
    show_sources(dataset.origins, heading=messages.RETRIEVED_FROM)


st.markdown(f"# {messages.PAGE_TITLES['sources']}")
datasets = count_noun(len(known.datasets), *messages.DATASET_NOUN)
indicators = count_noun(len(known.indicators), *messages.INDICATOR_NOUN)
st.caption(messages.SOURCES_INTRO.format(datasets=datasets, indicators=indicators))
for dataset in known.datasets:
    if dataset.id == st.query_params.get("dataset"):
        show_dataset(dataset)
width = NARROW_TITLE if state.is_narrow() else None
columns = {messages.DATASET: st.column_config.LinkColumn(display_text=r"#(.*)$", pinned=True, width=width)}
rows = sorted(known.datasets, key=lambda dataset: dataset.publisher.casefold())
show_rows(pd.DataFrame([summarize_dataset(dataset) for dataset in rows]), most=TALL, columns=columns)
