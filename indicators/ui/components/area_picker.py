"""A list of countries and groups that is searched by any of their names.

Streamlit's list draws each of its entries again when what is typed changes. With thousands of names that takes longer
than the chart they choose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from indicators.ui.components.area_picker_in_browser import SCRIPT, STYLE
from indicators.ui.messages import controls as messages
from indicators.view.entries import AreaEntry

_picker = st.components.v2.component("indicators_areas", js=SCRIPT, css=STYLE, isolate_styles=False)
_COUNT: Final = "choices in {key}"
_ASKED: Final = "words asked for in {key}"


def show_area_picker(
    label: str,
    entries: Sequence[AreaEntry],
    chosen: Mapping[str, str],
    *,
    key: str,
    on_change: Callable[[tuple[str, ...]], None],
    guess: Callable[[str], Sequence[AreaEntry]],
    hint: str = "",
    single: bool = False,
) -> None:
    """Show the countries and groups chosen, and a box that finds others.

    Args:
        label: Its label.
        entries: What can be chosen. Enter takes the first that contains what was typed.
        chosen: The names of the areas chosen, by their codes.
        key: Its key on the page.
        on_change: Called with all that is chosen then.
        guess: Returns what may be meant by words that no entry contains.
        hint: What can be typed.
        single: Whether always one is chosen, which another replaces.
    """
    counted, asked = _COUNT.format(key=key), _ASKED.format(key=key)

    def change() -> None:
        picked = st.session_state[key].picked
        st.session_state[counted] = picked["count"]
        on_change(tuple(picked["areas"]))

    def ask() -> None:
        st.session_state[asked] = st.session_state[key].asked

    typed = st.session_state.get(asked, "")
    words = {
        "label": label, "placeholder": messages.WHERE_PLACEHOLDER, "none": messages.NO_AREA_FOUND,
        "remove": messages.REMOVE_AREA, "clear": messages.CLEAR_AREAS, "chosen": messages.CHOSEN_AREAS,
    }  # fmt: skip
    # The browser counts the choices and leaves what answers an earlier one.
    data = {
        "entries": entries, "words": words, "chosen": list(chosen.items()), "count": st.session_state.get(counted, 0),
        "typed": typed, "meant": guess(typed) if typed else (), "single": single,
    }  # fmt: skip
    with st.container(gap="xxsmall", key="area picker"):
        st.markdown(f":small[{label}]", help=hint or None)
        _picker(key=key, data=data, on_picked_change=change, on_asked_change=ask)
