"""How much room charts have: the browser tells when there is none for names beside their lines, and when there is."""

from __future__ import annotations

from typing import Final

import streamlit as st

from indicators.ui import state

__all__ = ["watch_room"]

_ENOUGH: Final = 600
"""The width in pixels from which a chart has its names beside its lines."""
_WATCH: Final = """
export default function ({ data, setStateValue }) {
  let told = data.narrow, waiting = null;
  const look = () => {
    const widths = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map(chart => chart.clientWidth);
    const width = Math.min(...widths.filter(width => width > 0));
    if (Number.isFinite(width) && (width < data.enough) !== told) {
      told = width < data.enough;
      setStateValue('narrow', told);
    }
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(look, 120); };
  const sizes = new ResizeObserver(soon), pages = new MutationObserver(soon);
  sizes.observe(document.body);
  pages.observe(document.body, { childList: true, subtree: true });
  soon();
  return () => { clearTimeout(waiting); sizes.disconnect(); pages.disconnect(); };
}
"""
_watcher = st.components.v2.component("indicators_room", js=_WATCH)


def watch_room() -> None:
    """Watch the width of the charts of the page; the page runs again only when it passes the limit."""
    data = {"narrow": state.is_narrow(), "enough": _ENOUGH}
    _watcher(key=state.ROOM, data=data, default={"narrow": state.is_phone()}, on_narrow_change=lambda: None)
