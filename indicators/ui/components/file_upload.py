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

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["edit_mapping", "keep_upload"]

_ASIDE = "left aside"
_WORDS = {
    "area": "code of the country",
    "area_name": "name of the country",
    "period": "year or other period",
    "value": "values",
    "indicator": "code of the indicator",
    "indicator_name": "name of the indicator",
    "unit": "unit",
    "unit_name": "name of the unit",
    "multiplier": "power of ten",
    "status": "status",
    "counterpart": "partner country",
    "vintage": "day it became known",
    "estimates_after": "last actual year",
    "dimension": "a further dimension",
    "note": "note",
}
_ROLES = {words: role for role, words in _WORDS.items()}
_EXAMPLES = 3


def edit_mapping(source: Source, *, key: str) -> ColumnMapping:
    """The columns of a file with examples and what each is taken for, each to be corrected.

    Args:
        source: The file.
        key: Tells this table from others.
    """
    found = recognise_columns(source.columns, source.sample)
    shown = pd.DataFrame(
        {
            "Column": source.columns,
            "Holds": [_words(found, name) for name in source.columns],
            "Examples": [_examples(source, place) for place in range(len(source.columns))],
        }
    )
    edited = st.data_editor(
        shown, key=key, hide_index=True, disabled=["Column", "Examples"], height=min(420, 38 + 35 * len(shown)),
        column_config={"Holds": st.column_config.SelectboxColumn(options=[_ASIDE, *_WORDS.values()], required=True)},
    )  # fmt: skip
    return _mapping(found, dict(zip(edited["Column"], edited["Holds"], strict=True)))


def _words(found: ColumnMapping, column: str) -> str:
    if column in {*found.values, *found.periods}:  # noqa: PD011  of a mapping, not of pandas
        return _WORDS["value"]
    if column in found.dimensions:
        return _WORDS["dimension"]
    role = next((role for role in SINGLE_ROLES if getattr(found, role) == column), "")
    return _WORDS.get(role, _ASIDE)


def _examples(source: Source, place: int) -> str:
    cells = dict.fromkeys(row[place].strip() for row in source.sample if place < len(row))
    return ", ".join([cell for cell in cells if cell][:_EXAMPLES])


def _mapping(found: ColumnMapping, holds: dict[str, str]) -> ColumnMapping:
    """What the table says; columns of values whose name is a period hold the figures of it."""
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


_KEY = "uploaded file"


class _Kept:
    """An uploaded file; its folder is removed when the session forgets it."""

    def __init__(self, uploaded: UploadedFile) -> None:
        self.id = uploaded.file_id
        folder = Path(mkdtemp(prefix="indicators-"))
        suffix = "datapackage.json" if uploaded.name.endswith("datapackage.json") else Path(uploaded.name).suffix
        self.path = folder / f"file{suffix}"
        self.path.write_bytes(uploaded.getbuffer())
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)


def keep_upload(uploaded: UploadedFile) -> Path:
    """The file on the disk; that of an earlier upload is forgotten."""
    held: _Kept | None = st.session_state.get(_KEY)
    if held is None or held.id != uploaded.file_id:
        held = _Kept(uploaded)
        st.session_state[_KEY] = held
    return held.path
