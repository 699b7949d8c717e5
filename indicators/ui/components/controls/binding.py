"""Bind a control to a field of the view: it shows the field and changes the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import streamlit as st

from indicators.analysis.request import Derivation
from indicators.model.bands import DEFAULT_BANDS
from indicators.model.periods import TimeSpan
from indicators.ui import loaders, state
from indicators.view import View

_FIRST_INDICATORS = ("gdp",)
_FIRST_AREAS = ("RUS", "CHN", "USA", "IND", "DEU", "WLD")
_MOST_FIRST = 3
_WITH_FANS: Final = ("line",)
_OF_BINDING: Final = ("key", "read", "write", "redraws")
_MOST_FANS: Final = 3  # more of them cover each other


def fill_defaults(view: View) -> View:
    """Return the view with a first indicator, first countries and readable years where the address leaves them open."""
    view = view.with_(indicators=view.indicators or (() if state.clears_indicators() else _FIRST_INDICATORS))
    if not view.areas and not state.names_areas():
        covered = loaders.load_coverage(view.indicators).areas
        wanted = [code for code in _FIRST_AREAS if code in covered] or list(covered)
        view = view.with_(areas=tuple(wanted[:_MOST_FIRST]))
    if not view.bands and _shows_fans(view):
        view = view.with_(bands=DEFAULT_BANDS)
    if view.time != TimeSpan():
        return view
    return view.with_(time=state.keep_default_time(loaders.load_default_time(view)))


def _shows_fans(view: View) -> bool:
    """Whether bands are shown without being asked for: in a line chart of a few countries, all with a record."""
    is_line = view.tab == "chart" and view.chart in _WITH_FANS and len(view.areas) <= _MOST_FANS and not view.embed
    is_published = view.forecasts and not view.every_vintage and view.derivation == Derivation()
    return is_line and is_published and all(map(loaders.has_forecast_record, view.indicators))


def get_current_view() -> View:
    """Return what the address asks for now, with defaults: for fragments, which outlive the page that drew them."""
    return fill_defaults(state.read_view(loaders.get_catalogue())[0])


TYPED: Final[Mapping[str, Any]] = MappingProxyType({"filter_mode": "contains", "select_all": False})
"""Options of lists that are narrowed by typing: any part of a label is found, and nothing that merely resembles it.

Streamlit's default matches any name that contains the letters in this order, and offers "Select all" first: "UK" and
Enter would show Ukraine, Uzbekistan, South Korea and four more. New words are not accepted: "inlfation" finds nothing
here, and the search of the catalogue offers what may be meant.
"""


def _keep(value: Any) -> Any:
    return value


def bind_control(
    attribute: str,
    view: View,
    draw: Callable[..., Any],
    *,
    key: str = "",
    read: Callable[[Any], Any] = _keep,
    write: Callable[[Any], Any] = _keep,
    redraws: str | Sequence[str] = "",
) -> None:
    """Draw a control that shows a field of the view and changes the address when the user changes it.

    Args:
        attribute: The field.
        view: What the address asked for when the page was drawn.
        draw: Draws the control, given ``key`` and ``on_change``.
        key: Its name, unless it is that of the field; its key is ``control NAME``.
        read: Turns the control's value into the field's, or into changes of several fields.
        write: Turns the field's value into the control's.
        redraws: The fragments that a choice draws again, or "app"; by default the one that the control is in. Where it
            is given, the control is drawn from its field.
    """
    key = f"control {key or attribute}"
    shown = write(getattr(view, attribute))
    if key not in st.session_state or st.session_state[key] != shown:  # a list forgets what is typed when it is set
        st.session_state[key] = shown

    def change() -> None:
        value = st.session_state[key]
        changed = getattr(View(), attribute) if value is None else read(value)
        # Changes made in a fragment since are in the address, but not in the view this was drawn with.
        changes = changed if isinstance(changed, dict) else {attribute: changed}
        state.change_view(get_current_view(), **changes)
        if redraws:
            del st.session_state[key]
            st.rerun(redraws)

    draw(key=key, on_change=change)


def bind_choice(
    attribute: str, view: View, label: str, labels: Mapping[Any, str], *, segmented: bool = False, **options: Any
) -> None:
    """Draw a list, or segments, of which one is chosen.

    Args:
        attribute: The field, which holds the value chosen.
        view: What the address asked for when the page was drawn.
        label: What the control is called.
        labels: The values with their labels; an empty text stands for ``None``, which Streamlit shows as no choice.
        segmented: Whether all values are seen at once.
        options: Further options of the control, and of `bind_control`.
    """
    binding: dict[str, Any] = {name: options.pop(name) for name in _OF_BINDING if name in options}
    if getattr(View(), attribute) is None:
        binding = {"read": lambda value: value or None, "write": lambda value: value or ""} | binding
    draw = partial(st.segmented_control, label, required=True) if segmented else partial(st.selectbox, label)
    bind_control(attribute, view, partial(draw, list(labels), format_func=labels.__getitem__, **options), **binding)
