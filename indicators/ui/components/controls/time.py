"""When: a range of years, one year, or the latest or earliest figure of each country."""

from __future__ import annotations

from functools import partial
from typing import Literal

import streamlit as st

from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Coverage
from indicators.ui.components.controls.binding import bind_control
from indicators.view import View

__all__ = ["pick_time"]

_Way = Literal["range", "year", "latest", "earliest"]
_WAYS: dict[_Way, str] = {"range": "Range", "year": "One year", "latest": "Latest"}
_HELP = "The latest figure of each country, be it of different years."


def pick_time(view: View, coverage: Coverage) -> None:
    """The time shown, within that of which there are figures."""
    first, last = coverage.first_year, coverage.last_year
    if first is None or last is None or first == last:
        return
    way = _way_of(view.time)
    ways = _WAYS | ({"earliest": "Earliest"} if way == "earliest" else {})
    bind_control(
        "Time", "time", view,
        partial(
            st.segmented_control, "When", list(ways), format_func=lambda name: ways[name], required=True, help=_HELP
        ),
        read=lambda chosen: _span(chosen, view.time, last), write=lambda _: way,
    )  # fmt: skip
    shown = (_within(view.time.first_day.year, first, last), _within(view.time.last_day.year, first, last))
    hidden: Literal["collapsed"] = "collapsed"
    if way == "range":
        bind_control(
            "When", "time", view,
            partial(st.slider, "Years", first, last, label_visibility=hidden),
            read=lambda years: _range(years, first, last), write=lambda _: shown,
        )  # fmt: skip
    elif way == "year":
        bind_control(
            "Year", "time", view,
            partial(st.slider, "Year", first, last, label_visibility=hidden),
            read=_one_year, write=lambda _: shown[1],
        )  # fmt: skip


def _way_of(time: TimeSpan) -> _Way:
    if time.only is not None:
        return time.only
    return "year" if time.first is not None and time.first == time.last else "range"


def _span(way: _Way, before: TimeSpan, last: int) -> TimeSpan:
    if way in ("latest", "earliest"):
        return TimeSpan(only=way)
    if way == "year":
        return _one_year(last if before.last is None else before.last.year)
    return TimeSpan()


def _one_year(year: int) -> TimeSpan:
    period = TimePeriod.of_year(year)
    return TimeSpan(period, period)


def _range(years: tuple[int, int], first: int, last: int) -> TimeSpan:
    start, end = years
    return TimeSpan(
        None if start == first else TimePeriod.of_year(start), None if end == last else TimePeriod.of_year(end)
    )


def _within(year: int, first: int, last: int) -> int:
    return min(max(year, first), last)
