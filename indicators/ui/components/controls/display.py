"""Display controls: chart, map or table, the chart type and its axis, forecasts, editions and number format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from indicators.analysis.forecasts import has_editions, parse_editions
from indicators.analysis.forecasts.scenarios import GrowthPath
from indicators.charts.registry import CHART_TYPES
from indicators.errors import IndicatorsError
from indicators.model.bands import DEFAULT_BANDS, NO_BANDS
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel
from indicators.ui import loaders, state
from indicators.ui.components.controls.binding import bind_choice, bind_control, get_current_view
from indicators.ui.messages import controls as messages
from indicators.view import Tab, View
from indicators.view.fields import MOST_HIGHLIGHTED, MOST_REFERENCES, read_references, read_scenario, write_scenario

_SHORTCUT: Final = "Alt+T"
_LOCALES: Final = ("de", "es", "fr", "pt-BR", "ru", "zh-Hans", "ja", "ar", "hi")


def pick_tab(view: View, redraws: Sequence[str]) -> None:
    """Pick chart, map, table or sources, which draws some fragments again."""
    bind_choice(
        "tab", view, messages.TABS_LABEL, messages.TABS, segmented=True, label_visibility="collapsed", redraws=redraws
    )  # fmt: skip


def show_table_toggle(view: View, redraws: Sequence[str]) -> None:
    """Show a button, with a shortcut, that goes to the table and back to the chart."""
    other: Tab = "chart" if view.tab == "table" else "table"

    def go() -> None:
        state.change_view(get_current_view(), tab=other)
        st.rerun(redraws)

    label = messages.TAB_SHORTCUTS[other]
    st.button(label, key="table toggle", type="tertiary", shortcut=_SHORTCUT, on_click=go)


def pick_chart(view: View, redraws: Sequence[str]) -> None:
    """Pick the chart type."""
    labels = {id: entry.label for id, entry in CHART_TYPES.items()}
    bind_choice(
        "chart", view, messages.CHART_TYPE, labels, label_visibility="collapsed", width=150, redraws=redraws
    )  # fmt: skip


def pick_highlight(view: View, areas: Sequence[str]) -> None:
    """Pick the areas that have colours in the chart, of those shown, in one row that can be scrolled."""
    names = {code: loaders.get_catalogue().areas.by_code[code].name for code in areas}

    def read(codes: list[str]) -> tuple[str, ...]:
        if len(codes) > MOST_HIGHLIGHTED:
            state.notify(messages.MOST_HIGHLIGHTED.format(count=MOST_HIGHLIGHTED))
        return tuple(codes[:MOST_HIGHLIGHTED])

    draw = partial(
        st.pills, messages.HIGHLIGHT, areas, format_func=names.__getitem__, selection_mode="multi",
        label_visibility="collapsed",
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key="highlight"):
        st.caption(messages.HIGHLIGHT, width="content")
        bind_control("highlight", view, draw, read=read, write=lambda codes: [code for code in codes if code in names])


def pick_display(view: View, published: Panel) -> None:
    """Pick axis, reference lines, stacking, forecasts, editions and number format.

    Args:
        view: What is shown.
        published: Its data as published.
    """
    bind_choice("scale", view, messages.AXIS, messages.AXES, segmented=True)
    levels = list(dict.fromkeys([*messages.REFERENCES, *view.references]))
    bind_control(
        "references", view,
        partial(
            st.multiselect, messages.REFERENCE_LINES, levels, format_func=_label_level, accept_new_options=True,
            max_selections=MOST_REFERENCES, placeholder=messages.REFERENCE_PLACEHOLDER, help=messages.REFERENCE_HELP,
        ),
        read=_read_levels, write=list,
    )  # fmt: skip
    if view.chart == "area":
        bind_control(
            "stacking", view, partial(st.toggle, messages.RELATIVE_STACK, help=messages.RELATIVE_STACK_HELP),
            read=lambda on: "relative" if on else "absolute", write=lambda way: way == "relative",
        )  # fmt: skip
    if view.chart == "ranking":
        bind_choice("ends", view, messages.ENDS, messages.ENDS_CHOICES, segmented=True)
    if view.chart == "multiples":
        bind_choice("axes", view, messages.SMALL_AXES, messages.SMALL_AXES_CHOICES, segmented=True)
    bind_control("forecasts", view, partial(st.toggle, messages.SHOW_FORECASTS))
    if view.levels or has_editions(published):
        bind_control(
            "bands", view, partial(st.toggle, messages.SHOW_BANDS, help=messages.BANDS_HELP),
            read=lambda on: DEFAULT_BANDS if on else NO_BANDS, write=any,
        )  # fmt: skip
    typed = partial(
        st.text_input, messages.SCENARIO, placeholder=messages.SCENARIO_EXAMPLE, help=messages.SCENARIO_HELP
    )
    bind_control("scenario", view, typed, read=_read_typed, write=_write_typed)
    if view.every_vintage or view.vintage is not None or has_editions(published):
        toggle = partial(st.toggle, messages.SHOW_PAST_FORECASTS, help=messages.PAST_FORECASTS_HELP)
        bind_control("every_vintage", view, toggle)
        _pick_edition(view)
    day = partial(
        st.date_input,
        messages.KNOWN_ON,
        help=messages.KNOWN_ON_HELP,
        min_value=date.min,
        max_value=date.max,
        format="YYYY-MM-DD",
    )
    bind_control("as_of", view, day)
    locales = dict.fromkeys([*_LOCALES, *filter(None, [view.locale])])
    bind_choice("locale", view, messages.NUMBER_FORMAT, {name: _label_locale(name) for name in ("", *locales)})


def _pick_edition(view: View) -> None:
    """Pick one edition of an outlook, without anything published before or after."""
    editions = {str(period): period for period in parse_editions(loaders.list_vintages(view.indicators)).values()}
    if view.vintage is not None:
        editions[str(view.vintage)] = view.vintage
    labels = {"": messages.LATEST} | {name: editions[name].label for name in sorted(editions, reverse=True)}
    bind_choice(
        "vintage", view, messages.EDITION, labels, help=messages.EDITION_HELP,
        read=editions.get, write=lambda period: "" if period is None else str(period),
    )  # fmt: skip


def _label_level(level: str) -> str:
    return messages.REFERENCES.get(level) or format_quantity(float(level), "ratio", digits=12)


def _read_levels(words: list[str]) -> tuple[str, ...]:
    """Return the levels chosen or typed, and report what is no level."""
    found: list[str] = []
    for word in words:
        try:
            found += read_references(word)
        except IndicatorsError as error:
            state.notify(str(error))
    return tuple(dict.fromkeys(found))[:MOST_REFERENCES]


def _write_typed(paths: tuple[GrowthPath, ...]) -> str:
    return write_scenario(paths).replace("~", ", ")


def _read_typed(text: str) -> tuple[GrowthPath, ...]:
    """Return the scenario typed in, and report what is none."""
    try:
        return read_scenario(text, loaders.get_catalogue())
    except IndicatorsError as error:
        state.notify(str(error))
        return ()


def _label_locale(locale: str) -> str:
    from babel import Locale
    from babel.numbers import format_decimal

    known = Locale.parse(locale or "en", sep="-")
    example = format_decimal(1234.5, locale=known)
    return messages.LOCALE_OPTION.format(language=known.english_name, example=example)
