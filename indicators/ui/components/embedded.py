"""What stands below a chart within another page: the way to the dashboard, and who published the figures."""

from __future__ import annotations

import streamlit as st

from indicators.charts.headings import source_line
from indicators.exports.snippets import link_to
from indicators.panel import Panel
from indicators.ui.components.text import escaped
from indicators.view import View

__all__ = ["credit"]


def credit(panel: Panel, view: View) -> None:
    """A link to the same view with all its controls; a table says its source too, as a chart does by itself."""
    link = link_to(str(st.context.url or ""), view.with_(embed=False))
    source = f"{escaped(source_line(panel))} · " if view.tab == "table" else ""
    st.caption(f"{source}[Open in Indicators]({link})")
