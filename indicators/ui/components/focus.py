"""The focus of the keyboard: a button that was off while its file was made has it again.

Streamlit turns a download button off until its file is there, and a button that is off cannot keep the focus: who goes
by the keyboard would begin anew at the top of the dialog.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

__all__ = ["keep_focus"]

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
