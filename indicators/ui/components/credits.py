"""Credits: linked citations, and the credit below an embedded chart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from indicators.charts.parts.headings import MOST_SOURCES, write_credits
from indicators.exports.links import make_link
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.safe_texts import encode_address
from indicators.ui import state
from indicators.ui.components.elements import escape_markdown, show_expander
from indicators.ui.messages import exploration, pages
from indicators.view import View


def show_sources(origins: Iterable[Origin], *, heading: str = pages.PAGE_TITLES["sources"]) -> None:
    """Show the full citations, one per line, each with a link to its page."""
    lines = [f"- {link_source(origin)}" for origin in origins]
    if lines:
        st.markdown((f"**{heading}**\n\n" if heading else "") + "\n".join(lines))


def show_source_expander(origins: Iterable[Origin], *, key: str) -> None:
    """Show an expander with the full citations, which are drawn when it is opened."""
    show_expander(pages.PAGE_TITLES["sources"], partial(show_sources, tuple(origins), heading=""), key=key)


def link_source(origin: Origin, *, with_hash: bool = True) -> str:
    """Return a full citation as Markdown, with the URL as a link and the hash of the text if there is one."""
    text = escape_markdown(origin.full.replace(f" {origin.url_main}.", "") if origin.url_main else origin.full)
    link = f" [{escape_markdown(_host(origin.url_main))}]({encode_address(origin.url_main)})" if origin.url_main else ""
    note = f" {escape_markdown(origin.note)}" if origin.note else ""
    digest = f" {pages.TEXT_HASH.format(hash=origin.sha256)}" if origin.sha256 and with_hash else ""
    return f"{text}{link}{'.' if link else ''}{note}{digest}"


def _host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.")


def show_embed_credit(panel: Panel, view: View) -> None:
    """Show the source of the data and, unless the chart is locked, a link to the same view in the dashboard."""
    source = escape_markdown(write_credits(panel, most=MOST_SOURCES))
    if view.is_locked:
        st.caption(source)
        return
    link = make_link(state.get_page_address(), view.with_(embed=False))
    st.caption(f"{source} · [{exploration.OPEN_DASHBOARD}]({link})")
