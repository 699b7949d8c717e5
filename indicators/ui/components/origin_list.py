"""Who said it, where: the sources of what is shown, in full."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators.model.origins import Origin
from indicators.ui.components.text import escaped

__all__ = ["source_line", "sources"]


def sources(origins: Iterable[Origin], *, heading: str = "Sources") -> None:
    """The full citations, one a line, with a link to the page."""
    lines = [f"- {source_line(origin)}" for origin in origins]
    if lines:
        st.markdown(f"**{heading}**\n\n" + "\n".join(lines))


def source_line(origin: Origin) -> str:
    """A full citation as Markdown, the address as a link and the hash of the text where there is one."""
    text = escaped(origin.full.replace(f" {origin.url_main}.", "") if origin.url_main else origin.full)
    link = f" [{escaped(_host(origin.url_main))}]({origin.url_main})" if origin.url_main else ""
    note = f" {escaped(origin.note)}" if origin.note else ""
    digest = f" SHA-256 of the text read: `{origin.sha256}`." if origin.sha256 else ""
    return f"{text}{link}{'.' if link else ''}{note}{digest}"


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")
