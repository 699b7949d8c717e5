"""What only the browser knows: the width of the charts, light or dark, and the keyboard focus."""

from __future__ import annotations

from typing import Final

import streamlit as st

from indicators.ui import state

__all__ = ["keep_focus", "watch_viewport"]

_ENOUGH: Final = 600
"""The width in pixels from which a chart has its names beside its lines."""
_WATCH: Final = """
export default function ({ data, parentElement, setStateValue }) {
  let told = data.narrow, ground = data.ground, waiting = null;
  const app = document.querySelector('[data-testid="stApp"]');
  (parentElement.host ?? parentElement).dataset.drawnFor = `${told ? 'narrow' : 'wide'} ${ground}`;
  const lookAtGround = () => {
    const [red, green, blue] = (getComputedStyle(app).backgroundColor.match(/[\\d.]+/g) ?? [255, 255, 255]).map(Number);
    const now = 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? 'dark' : 'light';
    if (now !== ground) {
      ground = now;
      setStateValue('ground', now);
    }
  };
  const look = () => {
    if (document.querySelector('[role="dialog"]')) return;  // another run would close it: it waits until then
    const widths = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map(chart => chart.clientWidth);
    const width = Math.min(...widths.filter(width => width > 0));
    if (Number.isFinite(width) && (width < data.enough) !== told) {
      told = width < data.enough;
      setStateValue('narrow', told);
    }
    if (app) lookAtGround();
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(look, 120); };
  const sizes = new ResizeObserver(soon), pages = new MutationObserver(soon);
  sizes.observe(document.body);
  pages.observe(document.body, { childList: true, subtree: true });
  const grounds = new MutationObserver(soon);
  if (app) grounds.observe(app, { attributes: true, attributeFilter: ['class'] });
  soon();
  return () => { clearTimeout(waiting); sizes.disconnect(); pages.disconnect(); grounds.disconnect(); };
}
"""
_watcher = st.components.v2.component("indicators_room", js=_WATCH)


def watch_viewport() -> None:
    """Watch the width of the charts and the ground of the page, which runs again only when one of them changes."""
    data = {"narrow": state.is_narrow(), "ground": state.get_ground(), "enough": _ENOUGH}
    _watcher(
        key=state.VIEWPORT, data=data, default={"narrow": state.is_phone(), "ground": ""},
        on_narrow_change=lambda: None, on_ground_change=lambda: None,
    )  # fmt: skip


_KEEP: Final = """
export default function () {
  let focused = null, waiting = null;
  const remember = event => { focused = event.target.closest?.('button'); };
  const forget = () => { waiting = null; };  // the reader went on meanwhile
  const changes = new MutationObserver(seen => {
    for (const { target } of seen) {
      if (target.disabled && target === focused) waiting = target;
      if (!target.disabled && target === waiting) {
        waiting = null;
        target.focus();
      }
    }
  });
  changes.observe(document.body, { attributes: true, subtree: true, attributeFilter: ['disabled'] });
  const going = ['keydown', 'pointerdown'];
  document.addEventListener('focusin', remember);
  going.forEach(way => document.addEventListener(way, forget, true));
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', remember);
    going.forEach(way => document.removeEventListener(way, forget, true));
  };
}
"""
_keeper = st.components.v2.component("indicators_focus", js=_KEEP)


def keep_focus() -> None:
    """Give the focus back to a button that lost it by being off for a while, unless the reader has gone on.

    It stands in the dialog of the button: an empty part of a page takes room too.
    """
    _keeper(key="focus")
