"""An uploaded file: kept on disk for the session, with a table that maps its columns."""

from __future__ import annotations

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from indicators.importing import ColumnMapping, recognise_columns
from indicators.importing.batches import Source
from indicators.importing.mapping import SINGLE_ROLES
from indicators.importing.period_cells import read_period
from indicators.ui.messages import add_data as messages

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["edit_mapping", "keep_upload"]

_ROLES = {words: role for role, words in messages.COLUMN_ROLES.items()}
_MOST_EXAMPLES = 3
_HEIGHT = 420  # in pixels, from which the table scrolls
_UPLOAD = "uploaded file"


def edit_mapping(source: Source, *, key: str) -> ColumnMapping:
    """Show the columns of a file with examples and what each contains, and let the user correct it.

    Args:
        source: The file.
        key: The key of the table.
    """
    found = recognise_columns(source.columns, source.sample)
    shown = pd.DataFrame(
        {
            messages.COLUMN: source.columns,
            messages.CONTAINS: [_describe(found, name) for name in source.columns],
            messages.EXAMPLES: [_list_examples(source, place) for place in range(len(source.columns))],
        }
    )
    roles = st.column_config.SelectboxColumn(options=[messages.IGNORED, *messages.COLUMN_ROLES.values()], required=True)
    edited = st.data_editor(
        shown, key=key, hide_index=True, disabled=[messages.COLUMN, messages.EXAMPLES],
        height=min(_HEIGHT, 38 + 35 * len(shown)), column_config={messages.CONTAINS: roles},
    )  # fmt: skip
    return _make_mapping(found, dict(zip(edited[messages.COLUMN], edited[messages.CONTAINS], strict=True)))


def _describe(found: ColumnMapping, column: str) -> str:
    if column in {*found.values, *found.periods}:  # noqa: PD011  of a mapping, not of pandas
        return messages.COLUMN_ROLES["value"]
    if column in found.dimensions:
        return messages.COLUMN_ROLES["dimension"]
    role = next((role for role in SINGLE_ROLES if getattr(found, role) == column), "")
    return messages.COLUMN_ROLES.get(role, messages.IGNORED)


def _list_examples(source: Source, place: int) -> str:
    cells = dict.fromkeys(row[place].strip() for row in source.sample if place < len(row))
    return ", ".join([cell for cell in cells if cell][:_MOST_EXAMPLES])


def _make_mapping(found: ColumnMapping, holds: dict[str, str]) -> ColumnMapping:
    """Return the mapping as edited; a column of values named after a period contains the values of that period."""
    roles = {column: _ROLES.get(words, "") for column, words in holds.items()}
    single = {role: column for column, role in roles.items() if role in SINGLE_ROLES}
    values = [column for column, role in roles.items() if role == "value"]
    periods = {column: str(read_period(column)) for column in values if "period" not in single and read_period(column)}
    known = found.values  # noqa: PD011
    named = {column: known.get(column, column) for column in values if column not in periods}
    return ColumnMapping(
        **single,  # type: ignore[arg-type]  # by role, each the name of a column
        dimensions=tuple(column for column, role in roles.items() if role == "dimension"),
        values=named, periods=periods, recognise=False,
    )  # fmt: skip


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
