"""Who published the figures: linked citations, and the credit below an embedded chart."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators.charts.parts.headings import write_source_line
from indicators.exports.snippets import make_link
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.ui.components.basics import escape_markdown
from indicators.view import View

__all__ = ["link_source", "show_embed_credit", "show_sources"]


def show_sources(origins: Iterable[Origin], *, heading: str = "Sources") -> None:
    """The full citations, one a line, with a link to the page."""
    lines = [f"- {link_source(origin)}" for origin in origins]
    if lines:
        st.markdown(f"**{heading}**\n\n" + "\n".join(lines))


def link_source(origin: Origin) -> str:
    """A full citation as Markdown, the address as a link and the hash of the text where there is one."""
    text = escape_markdown(origin.full.replace(f" {origin.url_main}.", "") if origin.url_main else origin.full)
    link = f" [{escape_markdown(_host(origin.url_main))}]({origin.url_main})" if origin.url_main else ""
    note = f" {escape_markdown(origin.note)}" if origin.note else ""
    digest = f" SHA-256 of the text read: `{origin.sha256}`." if origin.sha256 else ""
    return f"{text}{link}{'.' if link else ''}{note}{digest}"


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")


def show_embed_credit(panel: Panel, view: View) -> None:
    """The source of the figures and a link to the same view with all its controls."""
    link = make_link(str(st.context.url or ""), view.with_(embed=False))
    st.caption(f"{escape_markdown(write_source_line(panel))} · [Open in Indicators]({link})")
