"""As what: the values, their growth, an index, per person, a share; for shorter periods also a longer one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from indicators.analysis.pipeline import PERSON, TOTAL
from indicators.analysis.transforms import AGGREGATIONS, LEVEL, TRANSFORMS, find_transforms
from indicators.model.panel import Panel
from indicators.model.periods import Frequency
from indicators.store import Coverage
from indicators.ui import loaders
from indicators.ui.components.controls.binding import bind_control
from indicators.view import View

__all__ = ["pick_averages", "pick_transform"]

_WINDOWS = (None, 2, 3, 4, 5, 7, 10, 12, 20)
_FREQUENCIES = {"": "as published", "A": "years", "S": "half-years", "Q": "quarters", "M": "months"}
_WORLD = "WLD"
_PER_HELP = "Each figure divided by that of the same country and year: persons, a whole, or another indicator."
_TRANSFORM_HELP = "The change of a percentage is in points. Where the figure to compare with is missing, none is shown."


def pick_transform(view: View, panel: Panel, coverage: Coverage) -> None:
    """What is shown instead of the values.

    Args:
        view: What the address says.
        panel: The figures as published.
        coverage: Of which years there are figures.
    """
    frequencies = set(panel.frame["frequency"].unique())
    _transformation(view, frequencies)
    if "index" in view.transform and coverage.first_year is not None and coverage.last_year is not None:
        years = [None, *range(coverage.last_year, coverage.first_year - 1, -1)]
        if view.base not in years:
            years.append(view.base)
        _choice("Base year", "base", view, years, lambda year: str(year or "First common year"))
    _divisor(view)


def pick_averages(view: View, panel: Panel) -> None:
    """A moving average, and for figures of shorter periods than a year a longer one."""
    windows = [*_WINDOWS, *([view.average] if view.average not in _WINDOWS else [])]
    _choice("Moving average", "average", view, windows, lambda count: f"of {count} periods" if count else "none")
    shorter = {code for code in panel.frame["frequency"].unique() if code in ("S", "Q", "M", "D")}
    if shorter or view.frequency:
        order = ["M", "Q", "S", "A"]
        shortest = next((code for code in ("D", *order) if code in shorter), "A")
        options = ["", *(code for code in order if shortest == "D" or order.index(code) > order.index(shortest))]
        options += [view.frequency] if view.frequency not in options else []
        _choice("By", "frequency", view, options, lambda code: _FREQUENCIES[code])
    if view.frequency:
        ways = ["", *AGGREGATIONS]
        _choice(
            "Each of them is", "aggregate", view, ways,
            lambda way: AGGREGATIONS[way].label.capitalize() if way else "Default",
        )  # fmt: skip


def _transformation(view: View, frequencies: set[str]) -> None:
    yearly = frequencies <= {Frequency.ANNUAL.value}
    joined = "~".join(view.transform)
    labels = {name: one.label for name, one in TRANSFORMS.items() if not (yearly and one.needs_short_periods)}
    labels[joined or "lin"] = _label(view.transform)
    bind_control(
        "Shown as", "transform", view,
        partial(
            st.selectbox, "Shown as", list(labels), format_func=lambda name: labels[name], help=_TRANSFORM_HELP
        ),
        read=lambda text: tuple(name for name in text.split("~") if name != LEVEL),
        write=lambda names: "~".join(names) or LEVEL,
    )  # fmt: skip


def _label(names: tuple[str, ...]) -> str:
    return ", then ".join(one.label for one in find_transforms(names or (LEVEL,)))


def _divisor(view: View) -> None:
    catalogue = loaders.catalogue()
    labels = {"": "nothing", PERSON: "persons", _WORLD: "the world's figure", TOTAL: "the sum of these countries"}
    labels |= {one.id: one.name for one in catalogue.indicators if one.measure.is_additive and one.id != "population"}
    if view.per and view.per not in labels:
        area = catalogue.areas.by_code.get(view.per)
        labels[view.per] = area.name if area is not None else catalogue.find_indicator(view.per).name
    names = [name for name in labels if name not in view.indicators]
    bind_control(
        "Divided by", "per", view,
        partial(st.selectbox, "Divided by", names, format_func=lambda name: labels[name], help=_PER_HELP),
    )  # fmt: skip


def _choice(label: str, attribute: str, view: View, options: list[Any], name: Callable[[Any], str]) -> None:
    """A list to choose one of."""
    bind_control(label, attribute, view, partial(st.selectbox, label, options, format_func=name))
