"""A user's own datasets: a list with size, source and releases; each can be renamed, exported, deleted and put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exports.revisions import revisions_to_csv
from indicators.files.own_datasets import (
    OwnDataset,
    delete_dataset,
    list_deleted,
    list_own_datasets,
    purge_deleted,
    rename_dataset,
    undelete_dataset,
)
from indicators.importing.dataset_archives import export_dataset
from indicators.store import Store
from indicators.store.release_comparison import find_revisions
from indicators.ui import state
from indicators.ui.access import editing
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import add_data as messages
from indicators.ui.messages import pages

__all__ = ["show_own_datasets"]

_MOST_SHOWN: Final = 200
_HEIGHT: Final = 300  # in pixels, from which a table scrolls
_VISITED: Final = "own datasets seen"


def show_own_datasets(folder: Path, store: Store) -> None:
    """Show the datasets of a user's store, those just deleted, and a warning for each that can't be read."""
    if not st.session_state.get(_VISITED):  # a new visit: what was deleted before can't be put back any more
        st.session_state[_VISITED] = True
        _try(partial(purge_deleted, folder))
    for sentence, is_news in state.take_notices():
        (st.info if is_news else st.warning)(escape_markdown(sentence))
    for fault in store.faults:
        st.warning(escape_markdown(messages.DATASET_SKIPPED.format(fault=fault)))
    own = list_own_datasets(folder)
    st.markdown(f"#### {messages.YOUR_DATASETS}")
    st.caption(messages.SHARED_STORE)
    if own:
        _show_table(own)
    else:
        st.caption(messages.NO_DATASETS_YET)
    for dataset in own:
        label = f"**{escape_markdown(dataset.title)}** · {escape_markdown(dataset.publisher)}"
        with st.expander(label, key=f"own {dataset.id}"):
            _show_actions(folder, dataset)
            _show_changes(store, dataset)
    for dataset in list_deleted(folder):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape_markdown(messages.DELETED.format(title=dataset.title)))
            st.button(
                messages.UNDO, key=f"undelete {dataset.id}", on_click=_try,
                args=(partial(undelete_dataset, folder, dataset.id),),
            )  # fmt: skip


def _show_table(own: tuple[OwnDataset, ...]) -> None:
    rows = [
        (one.title, one.id, one.publisher, one.source, len(one.releases), one.releases[0], one.releases[-1], one.rows,
         one.readable_size)
        for one in own
    ]  # fmt: skip
    right = {messages.DATASET_COLUMNS[-1]: st.column_config.TextColumn(alignment="right")}
    show_rows(pd.DataFrame(rows, columns=list(messages.DATASET_COLUMNS)), most=_HEIGHT, columns=right)


def _show_actions(folder: Path, dataset: OwnDataset) -> None:
    """Show the fields and buttons that rename, export and delete a dataset."""
    left, right = st.columns(2)
    title = left.text_input(messages.TITLE, dataset.title, key=f"title of {dataset.id}")
    publisher = right.text_input(messages.PUBLISHER, dataset.publisher, key=f"publisher of {dataset.id}")
    with st.container(horizontal=True):
        st.button(
            messages.RENAME, key=f"rename {dataset.id}", on_click=_try,
            args=(partial(rename_dataset, folder, dataset.id, title, publisher),),
        )  # fmt: skip
        st.download_button(
            messages.EXPORT, partial(export_dataset, folder, dataset.id), f"{dataset.id}.zip", "application/zip",
            key=f"export {dataset.id}", on_click="ignore", help=messages.EXPORT_HELP,
        )  # fmt: skip
        st.button(
            messages.DELETE, key=f"delete {dataset.id}", on_click=_try, help=messages.DELETE_HELP,
            args=(partial(delete_dataset, folder, dataset.id),),
        )  # fmt: skip


def _try(change: Callable[[], None]) -> None:
    """Make a change to the store, or say why it can't be made: another window may have been faster."""
    try:
        with editing():
            change()
    except IndicatorsError as error:
        state.notify(str(error))


def _show_changes(store: Store, dataset: OwnDataset) -> None:
    """Show what a release changed, where there are several."""
    releases = list(dataset.releases)
    if len(releases) < 2:
        return
    left, right = st.columns(2)
    since = left.selectbox(pages.FROM, releases[:-1], index=len(releases) - 2, key=f"since {dataset.id}")
    until = right.selectbox(pages.TO, releases[1:], index=len(releases) - 2, key=f"until {dataset.id}")
    try:
        found = find_revisions(store, dataset.id, since=since, until=until)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return
    counts = [messages.CHANGE_COUNT.format(count=f"{count:,}", kind=kind) for kind, count in found.counts.items()]
    st.markdown(", ".join(counts))
    if len(found.frame):
        shown = found.frame[list(messages.CHANGE_COLUMNS)].head(_MOST_SHOWN)
        show_rows(shown.rename(columns=messages.CHANGE_COLUMNS), most=_HEIGHT)
        st.download_button(
            messages.DOWNLOAD_CHANGES, lambda: revisions_to_csv(found), f"{dataset.id}-changes.csv", "text/csv",
            key=f"changes {dataset.id}", on_click="ignore",
        )  # fmt: skip
