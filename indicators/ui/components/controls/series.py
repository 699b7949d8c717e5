"""Series controls: one for each dimension of the chosen indicators, such as sex and age."""

from __future__ import annotations

from functools import partial

import streamlit as st

from indicators.model.dimensions import Dimension
from indicators.ui import loaders
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.messages import controls as messages
from indicators.view import View

__all__ = ["pick_series"]


def pick_series(view: View) -> None:
    """Pick the codes of each dimension that an indicator of the view has."""
    catalogue = loaders.get_catalogue()
    dimensions: dict[str, Dimension] = {}
    for id in view.indicators:
        for one in catalogue.find_indicator(id).dimensions:
            dimensions.setdefault(one.id, one)
    for one in dimensions.values():
        label = messages.BY_DIMENSION.format(dimension=one.label)
        bind_control(
            "dimensions", view,
            partial(st.multiselect, label, list(one.values), format_func=one.label_code, **TYPED),
            key=one.key, read=partial(_choose, one), write=partial(_list_codes, one),
        )  # fmt: skip


def _list_codes(dimension: Dimension, chosen: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    codes = dict(chosen).get(dimension.id, dimension.default)
    return [code for code in dimension.values if code in codes]


def _choose(dimension: Dimension, codes: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the choice of all dimensions with these codes of one; none, or those shown anyway, are no choice."""
    others = tuple(pair for pair in get_current_view().dimensions if pair[0] != dimension.id)
    ordered = tuple(code for code in dimension.values if code in codes)
    return others if ordered in ((), dimension.default) else tuple(sorted([*others, (dimension.id, ordered)]))
