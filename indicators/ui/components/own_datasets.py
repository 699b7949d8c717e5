"""The reader's own datasets: their releases, and what changed from one to another."""

from __future__ import annotations

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exports.revisions import revisions_csv
from indicators.files.releases import releases_of
from indicators.model.observations import Dataset
from indicators.store import Store
from indicators.store.revisions import revisions
from indicators.ui.components.text import escaped

__all__ = ["own_datasets"]

_SHOWN = 200


def own_datasets(store: Store) -> None:
    """A fold for each dataset that was imported, and a sentence for each that cannot be read."""
    for fault in store.faults:
        st.warning(escaped(f"A dataset is left out: {fault}"))
    own = [dataset for dataset in store.catalogue.datasets if releases_of(dataset.tables)]
    if own:
        st.markdown("#### Your datasets")
    for dataset in own:
        with st.expander(f"**{escaped(dataset.title)}** · {escaped(dataset.publisher)}"):
            _dataset(store, dataset)


def _dataset(store: Store, dataset: Dataset) -> None:
    releases = list(releases_of(dataset.tables))
    st.markdown(f"Releases: {', '.join(releases)}. The folder of its name in the store holds them; nothing else does.")
    if len(releases) < 2:
        return
    left, right = st.columns(2)
    since = left.selectbox("From", releases[:-1], index=len(releases) - 2, key=f"since {dataset.id}")
    until = right.selectbox("To", releases[1:], index=len(releases) - 2, key=f"until {dataset.id}")
    try:
        found = revisions(store, dataset.id, since=since, until=until)
    except IndicatorsError as error:
        st.warning(escaped(str(error)))
        return
    st.markdown(", ".join(f"{count:,} {kind}" for kind, count in found.counts.items()))
    if len(found.frame):
        shown = found.frame[["indicator", "entity", "period", "before", "after", "unit", "change"]]
        st.dataframe(shown.head(_SHOWN).rename(columns=str.capitalize), hide_index=True, height=300, placeholder="")
        st.download_button(
            "Download the changes", lambda: revisions_csv(found), f"{dataset.id}-changes.csv", "text/csv",
            key=f"changes {dataset.id}", on_click="ignore",
        )  # fmt: skip
