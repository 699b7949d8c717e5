"""How it is shown: chart, map or table, the type of chart, its axis, and which figures count."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final, get_args

import streamlit as st

from indicators.analysis.forecasts import has_editions, parse_editions
from indicators.errors import IndicatorsError
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel
from indicators.ui import loaders, state
from indicators.ui.components.controls.binding import bind_control
from indicators.view import ChartType, Tab, View
from indicators.view.field_texts import MOST_REFERENCES, references

__all__ = ["pick_chart", "pick_display", "pick_tab", "show_table_toggle"]

_CHARTS: Final[dict[str, str]] = {
    "line": "Lines", "bar": "Bars", "ranking": "Ranking", "area": "Stacked areas", "slope": "Slope",
    "scatter": "Scatter of two", "multiples": "Small charts",
}  # fmt: skip
_TABLE_KEY: Final = "Alt+T"
_LOCALES: Final = ("", "de", "es", "fr", "pt-BR", "ru", "zh-Hans", "ja", "ar", "hi")
_LOCALE_NAMES: Final = {"": "English: 1,234.5"}
_AS_OF_HELP: Final = "Shows the figures as they stood on that day: the releases of then, not today's."
_NEWEST: Final = "the newest of each figure"
_EDITION_HELP: Final = "Only what this edition said: its forecasts, and the years before as it had them."
_EDITIONS_HELP: Final = "Draws the forecasts of all editions, also those that did not come true."
_REFERENCE_HELP: Final = (
    "A line across the chart: the average or median of the actual figures shown, or any level you type, such as 2 or "
    "20 trillion."
)
_SHARES_HELP: Final = "Each country's part of the sum of those shown, in per cent."


def pick_tab(view: View) -> None:
    """Chart, map, table or sources."""
    bind_control(
        "tab", "tab", view,
        partial(
            st.segmented_control, "Show as", list(get_args(Tab)), format_func=str.capitalize, required=True,
            label_visibility="collapsed",
        ),
    )  # fmt: skip


def show_table_toggle(view: View) -> None:
    """The table from anywhere with one press of a key, and the chart again with the same."""
    other: Tab = "chart" if view.tab == "table" else "table"
    st.button(
        f"Show the {other}", key="table and back", type="tertiary", shortcut=_TABLE_KEY, on_click=state.change_view,
        args=(view,), kwargs={"tab": other},
    )  # fmt: skip


def pick_chart(view: View) -> None:
    """The type of the chart."""
    bind_control(
        "chart", "chart", view,
        partial(
            st.selectbox, "Type of chart", list(get_args(ChartType)), format_func=lambda name: _CHARTS[name],
            label_visibility="collapsed", width=190,
        ),
    )  # fmt: skip


def pick_display(view: View, published: Panel) -> None:
    """Axis, stacking, forecasts of one edition or of each, the day of knowledge, the marks of numbers.

    Args:
        view: What is shown.
        published: Its figures as they were published.
    """
    bind_control(
        "Axis", "scale", view,
        partial(st.segmented_control, "Axis", ["linear", "log"], format_func=str.capitalize, required=True),
    )  # fmt: skip
    bind_control(
        "Reference lines", "references", view,
        partial(
            st.multiselect, "Reference lines", list(dict.fromkeys(["average", "median", *view.references])),
            format_func=_level_name, accept_new_options=True, max_selections=MOST_REFERENCES,
            placeholder="average, 2, 1 million", help=_REFERENCE_HELP,
        ),
        read=_levels, write=list,
    )  # fmt: skip
    if view.chart == "area":
        bind_control(
            "Stacked", "stacking", view,
            partial(st.toggle, "As shares of the whole", help=_SHARES_HELP),
            read=lambda on: "relative" if on else "absolute", write=lambda way: way == "relative",
        )  # fmt: skip
    bind_control("Forecasts", "forecasts", view, partial(st.toggle, "Show forecasts"))
    if view.every_vintage or view.vintage is not None or has_editions(published):
        bind_control(
            "Editions", "every_vintage", view, partial(st.toggle, "What each edition forecast", help=_EDITIONS_HELP)
        )  # fmt: skip
        _pick_edition(view)
    bind_control(
        "As known on", "as_of", view,
        partial(st.date_input, "As known on", help=_AS_OF_HELP, min_value=date.min, max_value=date.max),
    )  # fmt: skip
    locales = [*_LOCALES, *([view.locale] if view.locale not in _LOCALES else [])]
    bind_control("Numbers", "locale", view, partial(st.selectbox, "Numbers as in", locales, format_func=_locale_name))


def _pick_edition(view: View) -> None:
    """One edition of an outlook: what it said, and nothing published before or after."""
    editions = {str(period): period for period in parse_editions(loaders.vintages(view.indicators)).values()}
    if view.vintage is not None:
        editions[str(view.vintage)] = view.vintage
    newest_first = ["", *sorted(editions, reverse=True)]
    bind_control(
        "Edition", "vintage", view,
        partial(
            st.selectbox, "Edition", newest_first, format_func=lambda text: editions[text].label if text else _NEWEST,
            help=_EDITION_HELP,
        ),
        read=editions.get, write=lambda period: "" if period is None else str(period),
    )  # fmt: skip


def _level_name(level: str) -> str:
    return level.capitalize() if level.isalpha() else format_quantity(float(level), "ratio", digits=12)


def _levels(words: list[str]) -> tuple[str, ...]:
    """The levels chosen or typed; what is none is said."""
    found: list[str] = []
    for word in words:
        try:
            found += references(word, loaders.catalogue())
        except IndicatorsError as error:
            state.notify(str(error))
    return tuple(dict.fromkeys(found))[:MOST_REFERENCES]


def _locale_name(locale: str) -> str:
    if locale in _LOCALE_NAMES:
        return _LOCALE_NAMES[locale]
    from babel import Locale
    from babel.numbers import format_decimal

    known = Locale.parse(locale, sep="-")
    return f"{known.english_name}: {format_decimal(1234.5, locale=known)}"
