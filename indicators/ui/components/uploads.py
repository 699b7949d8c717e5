"""A file that a reader has uploaded, kept on the disk of this machine for as long as the session lasts."""

from __future__ import annotations

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["kept"]

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


def kept(uploaded: UploadedFile) -> Path:
    """The file on the disk; that of an earlier upload is forgotten."""
    held: _Kept | None = st.session_state.get(_KEY)
    if held is None or held.id != uploaded.file_id:
        held = _Kept(uploaded)
        st.session_state[_KEY] = held
    return held.path
