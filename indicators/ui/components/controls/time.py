"""Time controls: a range of years, one year, or the latest or earliest value of each country."""

from __future__ import annotations

from functools import partial
from typing import Literal

import streamlit as st

from indicators.charts.choice import get_chart_type
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Coverage
from indicators.ui import loaders
from indicators.ui.components.controls.binding import bind_choice, bind_control
from indicators.ui.messages import controls as messages
from indicators.view import View
from indicators.view.fields import MOST_TOLERANCE

_Choice = Literal["range", "year", "latest", "earliest"]
_OFFERED: tuple[_Choice, ...] = ("range", "year", "latest")
_TOLERANCES = (2, 5, 10, MOST_TOLERANCE)
_HIDDEN: Literal["collapsed"] = "collapsed"
_SLIDER = 230  # pixels, as wide as leaves room for the buttons beside it


def pick_time(view: View, coverage: Coverage, *, year: int | None = None) -> None:
    """Pick the time shown, among the years with data.

    Args:
        view: What the address asks for.
        coverage: The years with data.
        year: The year that a map, a scatter plot or a ranking shows of a range; the slider is then one of single years.
    """
    first, last = coverage.first_year, coverage.last_year
    if first is None or last is None or first == last:
        return
    chosen = _classify(view.time)
    shown = (min(max(view.time.first_day.year, first), last), min(max(view.time.last_day.year, first), last))
    if chosen == "range" and year is not None and get_chart_type(view).shows_one_period:
        shown = (year, min(max(year, first), last))
    slider = partial(st.slider, min_value=first, max_value=last, label_visibility=_HIDDEN, width=_SLIDER)
    if chosen == "year" or shown[0] == year:
        bind_control(
            "time", view, partial(slider, messages.YEAR), key="year", read=_make_year, write=lambda _: shown[1]
        )  # fmt: skip
    elif chosen == "range":
        bind_control(
            "time", view, partial(slider, messages.YEARS), key="years",
            read=lambda years: _make_range(years, first, last) or _make_whole(view, first), write=lambda _: shown,
        )  # fmt: skip
    labels = {name: label for name, label in messages.TIME_CHOICES.items() if name in (chosen, *_OFFERED)}
    bind_choice(
        "time", view, messages.WHEN, labels, segmented=True, label_visibility=_HIDDEN,
        read=lambda choice: _choose_span(choice, view.time, last), write=lambda _: chosen,
    )  # fmt: skip
    if chosen == "latest":
        bind_choice(
            "tolerance", view, messages.TOLERANCE, _label_tolerances(view.tolerance), help=messages.TOLERANCE_HELP,
            width=_SLIDER,
        )  # fmt: skip


def _label_tolerances(chosen: int) -> dict[int, str]:
    """Label the tolerances offered, and the one that is chosen."""
    return {
        years: messages.ANY_AGE if years == MOST_TOLERANCE else messages.AT_MOST_OLDER.format(years=years)
        for years in sorted({*_TOLERANCES, chosen})
    }


def _classify(time: TimeSpan) -> _Choice:
    if time.only is not None:
        return time.only
    return "year" if time.first is not None and time.first == time.last else "range"


def _choose_span(choice: _Choice, before: TimeSpan, last: int) -> TimeSpan:
    if choice in ("latest", "earliest"):
        return TimeSpan(only=choice)
    if choice == "year":
        return _make_year(last if before.last is None else before.last.year)
    return TimeSpan()


def _make_year(year: int) -> TimeSpan:
    period = TimePeriod.of_year(year)
    return TimeSpan(period, period)


def _make_whole(view: View, first: int) -> TimeSpan:
    """Return the span of all years, written out where fewer are shown by default."""
    return TimeSpan() if loaders.load_default_time(view) == TimeSpan() else TimeSpan(TimePeriod.of_year(first))


def _make_range(years: tuple[int, int], first: int, last: int) -> TimeSpan | None:
    """Return the span of years, open at an end where the slider is at its own; ``None`` for all years."""
    start, end = years
    if (start, end) == (first, last):
        return None
    return TimeSpan(
        None if start == first else TimePeriod.of_year(start), None if end == last else TimePeriod.of_year(end)
    )
