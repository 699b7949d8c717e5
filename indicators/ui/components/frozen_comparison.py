"""What has changed since a chart was frozen: the page that was written then, compared with the figures of now."""

from __future__ import annotations

from typing import Final

import pandas as pd
import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exports.frozen import compare_frozen, summarize_changes
from indicators.ui import loaders
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import check as messages

_MOST_MEGABYTES: Final = 50
_HEIGHT: Final = 500  # in pixels, from which the table scrolls


def pick_frozen_page() -> None:
    """Let the user drop a frozen page, and show what has changed since."""
    st.caption(messages.FROZEN_INTRO)
    upload = st.file_uploader(
        messages.FROZEN_FILE, type=["html", "htm"], max_upload_size=_MOST_MEGABYTES, key="frozen page"
    )
    if upload is not None:
        show_frozen_comparison(upload.getvalue().decode("utf-8", errors="replace"))


def show_frozen_comparison(page: str) -> None:
    """Show what has changed since a page was frozen, or why it can't be compared."""
    try:
        about, changes = compare_frozen(page, loaders.get_store())
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return
    st.markdown(f"#### {escape_markdown(summarize_changes(about, changes))}")
    st.caption(escape_markdown(str(about.get("citation", ""))))
    rows = [(one.what, one.name, one.before or "–", one.after or "–") for one in changes]
    if rows:
        show_rows(pd.DataFrame(rows, columns=list(messages.FROZEN_COLUMNS)), most=_HEIGHT)
    st.markdown(f"[{messages.FROZEN_OPEN}](explore?{about['view']})" if _is_plain(about["view"]) else "")


def _is_plain(address: str) -> bool:
    """Whether an address can't end the link it is put in."""
    return address.isprintable() and not any(mark in address for mark in "()[]<>\\ \"'`")
