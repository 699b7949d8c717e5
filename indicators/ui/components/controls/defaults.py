"""What is shown where the address leaves it open."""

from __future__ import annotations

from indicators.ui import loaders, state
from indicators.view import View

__all__ = ["current_view", "with_defaults"]

_FIRST_INDICATORS = ("gdp",)
_FIRST_AREAS = ("RUS", "CHN", "USA", "IND", "DEU", "WLD")
_MOST_FIRST = 3


def with_defaults(view: View) -> View:
    """A view that shows something where the address leaves open what or where."""
    indicators = view.indicators or (() if state.says_what() else _FIRST_INDICATORS)
    if view.areas or state.says_where():
        return view.with_(indicators=indicators)
    there = loaders.coverage(indicators).areas
    wanted = [code for code in _FIRST_AREAS if code in there] or list(there)
    return view.with_(indicators=indicators, areas=tuple(wanted[:_MOST_FIRST]))


def current_view() -> View:
    """What the address says now, its gaps filled: for fragments, which outlive the page that drew them."""
    return with_defaults(state.read_view(loaders.catalogue())[0])
