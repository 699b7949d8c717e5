"""Series controls: one for each dimension of the chosen indicators, such as sex and age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.model.dimensions import Dimension
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator
from indicators.ui import loaders
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.messages import controls as messages
from indicators.view import View
from indicators.view.dimension_choice import choose_dimensions, pick_parameters, read_parts, spell_parts, write_parts


def pick_series(view: View) -> None:
    """Pick the codes of each dimension that an indicator of the view has."""
    catalogue = loaders.get_catalogue()
    for one in _merge_dimensions(catalogue.find_indicator(id) for id in view.indicators):
        label = messages.BY_DIMENSION.format(dimension=one.label)
        bind_control(
            "dimensions", view,
            partial(st.multiselect, label, list(one.values), format_func=one.label_code, **TYPED),
            key=one.key, read=partial(_choose, one), write=partial(_list_codes, one),
        )  # fmt: skip


def read_series_of_all() -> tuple[str, str]:
    """Return the codes of dimensions that the address of a page with every indicator asks for, and what is wrong there.

    The codes are one text, as ``sex=F~M``.
    """
    catalogue = loaders.get_catalogue()
    ids = [one.id for one in catalogue.indicators]
    try:
        asked = read_parts(pick_parameters(st.query_params, catalogue))
        return write_parts(choose_dimensions(asked, ids, catalogue)), ""
    except IndicatorsError as error:
        return "", str(error)


def pick_series_of_all(*, redraws: Sequence[str]) -> None:
    """Pick the codes of each dimension in the catalogue on a page that shows every indicator; the address keeps them.

    The controls are drawn when their button is pressed.

    Args:
        redraws: The keys of the fragments that a choice draws again.
    """
    dimensions = _merge_dimensions(loaders.get_catalogue().indicators)
    label = messages.BY_DIMENSION.format(dimension=join_names([one.label for one in dimensions]))
    opened = st.popover(label, width="stretch", key="series of all", on_change="rerun")
    if not opened.open:
        return
    chosen = dict(read_parts(read_series_of_all()[0]))
    for one in dimensions:
        key = f"series {one.key}"
        st.session_state[key] = list(chosen.get(one.key, ()))
        opened.multiselect(
            messages.BY_DIMENSION.format(dimension=one.label), list(one.values), format_func=one.label_code, key=key,
            on_change=partial(_write_codes, one, key, redraws), placeholder=messages.SERIES_PLACEHOLDER, **TYPED,
        )  # fmt: skip


def _write_codes(dimension: Dimension, key: str, redraws: Sequence[str]) -> None:
    """Write the chosen codes into the address."""
    codes = tuple(code for code in dimension.values if code in st.session_state[key])
    if codes:
        st.query_params[dimension.key] = spell_parts(((dimension.id, codes),))[dimension.key]
    else:
        st.query_params.pop(dimension.key, None)
    st.rerun(redraws)


def _merge_dimensions(indicators: Iterable[Indicator]) -> list[Dimension]:
    """List the dimensions of indicators, each with the codes that any of them has."""
    found: dict[str, Dimension] = {}
    for indicator in indicators:
        for one in indicator.dimensions:
            known = found.get(one.id)
            codes = one.values if known is None else tuple(dict.fromkeys((*known.values, *one.values)))
            found[one.id] = replace(one if known is None else known, values=codes)
    return list(found.values())


def _list_codes(dimension: Dimension, chosen: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    codes = dict(chosen).get(dimension.id, dimension.default)
    return [code for code in dimension.values if code in codes]


def _choose(dimension: Dimension, codes: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the choice of all dimensions with these codes of one; none, or those shown anyway, are no choice."""
    others = tuple(pair for pair in get_current_view().dimensions if pair[0] != dimension.id)
    ordered = tuple(code for code in dimension.values if code in codes)
    return others if ordered in ((), dimension.default) else tuple(sorted([*others, (dimension.id, ordered)]))
