"""A user's own datasets: a list with size, source and releases; each can be renamed, exported, deleted and put back.

Where people log in, each has a folder of private datasets beside the store that all share, and can move a dataset.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from indicators.files.private_folders import move_dataset
from indicators.importing.dataset_archives import export_dataset
from indicators.store import Store
from indicators.store.release_comparison import find_revisions
from indicators.ui import state
from indicators.ui.access import editing, find_own_folder
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import add_data as messages
from indicators.ui.messages import pages

_MOST_SHOWN: Final = 200
_HEIGHT: Final = 300  # in pixels, from which a table scrolls
_VISITED: Final = "own datasets seen"


def show_own_datasets(folder: Path, store: Store) -> None:
    """Show the datasets of a user's store, those just deleted, and a warning for each that can't be read.

    Args:
        folder: The folder of the store that all share.
        store: The store that this user sees.
    """
    own = find_own_folder()
    folders = (folder,) if own is None else (own, folder)
    if not st.session_state.get(_VISITED):  # a new visit: what was deleted before can't be put back any more
        st.session_state[_VISITED] = True
        for one in folders:
            _try(partial(purge_deleted, one))
    for sentence, is_news in state.take_notices():
        (st.info if is_news else st.warning)(escape_markdown(sentence))
    for fault in store.faults:
        st.warning(escape_markdown(messages.DATASET_SKIPPED.format(fault=fault)))
    st.markdown(f"#### {messages.YOUR_DATASETS}")
    st.caption(messages.SHARED_STORE if own is None else messages.SHARED_BY_CHOICE)
    found = [_Shown(dataset, home, own) for home in folders for dataset in list_own_datasets(home)]
    if found:
        _show_table(found)
    else:
        st.caption(messages.NO_DATASETS_YET)
    for shown in found:
        label = f"**{escape_markdown(shown.dataset.title)}** · {escape_markdown(shown.dataset.publisher)}"
        with st.expander(label, key=f"own {shown.dataset.id}"):
            _show_actions(shown, folder)
            _show_changes(store, shown.dataset)
    for home in folders:
        for dataset in list_deleted(home):
            _offer_undo(home, dataset)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A dataset on the page.

    Attributes:
        dataset: The dataset.
        home: The folder of the store it is in.
        own: The folder of what the user keeps to themselves, where people log in.
    """

    dataset: OwnDataset
    home: Path
    own: Path | None

    @property
    def is_private(self) -> bool:
        return self.home == self.own


def _offer_undo(folder: Path, dataset: OwnDataset) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escape_markdown(messages.DELETED.format(title=dataset.title)))
        st.button(
            messages.UNDO, key=f"undelete {dataset.id}", on_click=_try,
            args=(partial(undelete_dataset, folder, dataset.id),),
        )  # fmt: skip


def _show_table(found: Sequence[_Shown]) -> None:
    rows = [
        (one.title, one.id, one.publisher, one.source, len(one.releases), one.releases[0], one.releases[-1], one.rows,
         one.readable_size, messages.ONLY_YOU if shown.is_private else messages.EVERYONE)
        for shown in found for one in [shown.dataset]
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=[*messages.DATASET_COLUMNS, messages.WHO_SEES_IT])
    if found[0].own is None:
        frame = frame.drop(columns=messages.WHO_SEES_IT)
    right = {messages.DATASET_COLUMNS[-1]: st.column_config.TextColumn(alignment="right")}
    show_rows(frame, most=_HEIGHT, columns=right)


def _show_actions(shown: _Shown, folder: Path) -> None:
    """Show the fields and buttons that rename, export, share and delete a dataset."""
    dataset, home = shown.dataset, shown.home
    left, right = st.columns(2)
    title = left.text_input(messages.TITLE, dataset.title, key=f"title of {dataset.id}")
    publisher = right.text_input(messages.PUBLISHER, dataset.publisher, key=f"publisher of {dataset.id}")
    with st.container(horizontal=True):
        st.button(
            messages.RENAME, key=f"rename {dataset.id}", on_click=_try,
            args=(partial(rename_dataset, home, dataset.id, title, publisher),),
        )  # fmt: skip
        st.download_button(
            messages.EXPORT, partial(export_dataset, home, dataset.id), f"{dataset.id}.zip", "application/zip",
            key=f"export {dataset.id}", on_click="ignore", help=messages.EXPORT_HELP,
        )  # fmt: skip
        if shown.own is not None:
            target = folder if shown.is_private else shown.own
            st.button(
                messages.SHARE_DATASET if shown.is_private else messages.MAKE_PRIVATE, key=f"move {dataset.id}",
                help=messages.SHARE_HELP if shown.is_private else messages.MAKE_PRIVATE_HELP,
                on_click=_try, args=(partial(move_dataset, home, target, dataset.id),),
            )  # fmt: skip
        st.button(
            messages.DELETE, key=f"delete {dataset.id}", on_click=_try, help=messages.DELETE_HELP,
            args=(partial(delete_dataset, home, dataset.id),),
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
