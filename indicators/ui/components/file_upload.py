"""An uploaded file: kept on disk for the session, with a table that maps its columns."""

from __future__ import annotations

import shutil
import weakref
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from indicators.files import read_embedded_catalogue
from indicators.importing import ColumnMapping, recognise_columns
from indicators.importing.area_cells import AreaReader
from indicators.importing.batches import Source
from indicators.ui.messages import add_data as messages

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_MOST_EXAMPLES = 3
_HEIGHT = 420  # in pixels, from which the table scrolls
_UPLOAD = "uploaded file"


def edit_mapping(source: Source, *, key: str) -> ColumnMapping:
    """Show the columns of a file with examples and what each contains, and let the user correct it.

    Args:
        source: The file.
        key: The key of the table.
    """
    find_area = AreaReader(read_embedded_catalogue().areas).find
    recognised = recognise_columns(source.columns, source.sample, find_area=find_area)
    open_columns = recognised.series.undecided
    reasons = recognised.series.dimensions | recognised.series.aside
    reasons |= dict.fromkeys(open_columns, messages.MAY_TELL_APART)
    found = replace(recognised.mapping, dimensions=(*recognised.mapping.dimensions, *open_columns))
    shown = pd.DataFrame(
        {
            messages.COLUMN_NAME: source.columns,
            messages.COLUMN_CONTAINS: [found.find_role(column) for column in source.columns],
            messages.COLUMN_WHY: [reasons.get(column, "") for column in source.columns],
            messages.COLUMN_EXAMPLES: [_list_examples(source, place) for place in range(len(source.columns))],
        }
    )
    labels = messages.COLUMN_ROLES
    roles = st.column_config.SelectboxColumn(
        options=list(labels), format_func=lambda role: labels[str(role)], required=True
    )
    edited = st.data_editor(
        shown, key=key, hide_index=True, disabled=[messages.COLUMN_NAME, messages.COLUMN_EXAMPLES, messages.COLUMN_WHY],
        height=min(_HEIGHT, 38 + 35 * len(shown)), column_config={messages.COLUMN_CONTAINS: roles},
    )  # fmt: skip
    return found.with_roles(dict(zip(source.columns, edited[messages.COLUMN_CONTAINS], strict=True)))


def _list_examples(source: Source, place: int) -> str:
    cells = dict.fromkeys(row[place].strip() for row in source.sample if place < len(row))
    return ", ".join([cell for cell in cells if cell][:_MOST_EXAMPLES])


class _Upload:
    """An uploaded file; its folder is removed when the session drops it."""

    def __init__(self, uploaded: UploadedFile) -> None:
        self.id = uploaded.file_id
        folder = Path(mkdtemp(prefix="indicators-"))
        suffix = "datapackage.json" if uploaded.name.endswith("datapackage.json") else Path(uploaded.name).suffix
        self.path = folder / f"file{suffix}"
        self.path.write_bytes(uploaded.getbuffer())
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)


def keep_upload(uploaded: UploadedFile) -> Path:
    """Keep the file on disk for the session, instead of an earlier one, and return its path."""
    held: _Upload | None = st.session_state.get(_UPLOAD)
    if held is None or held.id != uploaded.file_id:
        held = _Upload(uploaded)
        st.session_state[_UPLOAD] = held
    return held.path
