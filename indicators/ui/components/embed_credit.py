"""What stands below a chart within another page: the way to the dashboard, and who published the figures."""

from __future__ import annotations

import streamlit as st

from indicators.charts.parts.headings import source_line
from indicators.exports.snippets import link_to
from indicators.model.panel import Panel
from indicators.ui.components.text import escaped
from indicators.view import View

__all__ = ["credit"]


def credit(panel: Panel, view: View) -> None:
    """The source of the figures and a link to the same view with all its controls."""
    link = link_to(str(st.context.url or ""), view.with_(embed=False))
    st.caption(f"{escaped(source_line(panel))} · [Open in Indicators]({link})")
