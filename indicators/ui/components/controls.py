"""The controls of Explore. Each shows what the address says and, when changed, changes the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from indicators.exchange import Rule
from indicators.panel import Panel
from indicators.periods import TimePeriod, TimeSpan
from indicators.restatement import Terms
from indicators.store import Coverage
from indicators.ui import loaders, state
from indicators.units import parse
from indicators.view import View

__all__ = ["elsewhere", "is_money", "money_of_one_chart", "pick", "tabs", "why_empty", "with_defaults"]

_FIRST_INDICATORS = ("gdp",)
_FIRST_AREAS = ("RUS", "CHN", "USA", "IND", "DEU", "WLD")
_MOST_FIRST = 3
_MOST_ASKED = 6
_UNITS = {"": "as published", "LCU": "each country's own", "international dollars": "international dollars (PPP)"}
_FIRST_CURRENCIES = ("USD", "EUR", "RUB", "CNY", "GBP", "JPY", "INR")
_ONE_DAY = "day"
_FIRST_PRICES = 1970
_RATE_HELP = (
    "Usually what is earned or spent over a time is converted at the average rate of that time, and what stands at "
    "its end at the rate of its end."
)
_PRICES_HELP = (
    "Constant prices take inflation out: sums are deflated in each country's own money, then converted at the rate "
    "of the chosen year."
)


def with_defaults(view: View) -> View:
    """A view that shows something where the address leaves open what or where."""
    indicators = view.indicators or (() if state.says_what() else _FIRST_INDICATORS)
    if view.areas or state.says_where():
        return view.with_(indicators=indicators)
    there = loaders.coverage(indicators).areas
    wanted = [code for code in _FIRST_AREAS if code in there] or list(there)
    return view.with_(indicators=indicators, areas=tuple(wanted[:_MOST_FIRST]))


def pick(view: View) -> None:
    """What, where, when and how, one below the other."""
    coverage = loaders.coverage(view.indicators)
    _pick_indicators(view)
    _pick_areas(view, coverage)
    _pick_years(view, coverage)
    _pick_money(view)
    _keyed("Axis", "scale", view, lambda key, **k: st.segmented_control("Axis", ["linear", "log"], key=key, **k))
    _keyed("Forecasts", "forecasts", view, lambda key, **k: st.toggle("Show forecasts", key=key, **k))
    help_text = "Shows the figures as they stood on that day: the releases of then, not today's."
    _keyed(
        "As known on", "as_of", view,
        lambda key, **k: st.date_input(
            "As known on", key=key, help=help_text, min_value=date.min, max_value=date.max, **k
        ),
    )  # fmt: skip


def is_money(panel: Panel) -> bool:
    """Whether any of its figures is a sum of money."""
    return any(parse(unit).currency for unit in panel.units)


def money_of_one_chart(view: View, *, first: str) -> Terms:
    """Unit and rule for a page of one money chart, side by side; only these two are put into the address.

    Args:
        view: What the address says.
        first: The unit the figures are in, shown first and the choice of a fresh page.
    """
    units = list(dict.fromkeys([first, *_FIRST_CURRENCIES[:4], *([view.unit] if view.unit else [])]))
    rules = {"average": "average", "end": "end of year", "stated": "as stated", "ppp": "purchasing power parity"}
    kept = {"unit": view.unit, "rate": view.rate}
    rate = view.rate or "average"
    rules |= {} if rate in rules else {rate: Rule.parse(rate).label}
    with st.container(horizontal=True):
        controls = (("Money in", "unit", units, view.unit or first), ("Rate", "rate", list(rules), rate))
        for label, name, options, value in controls:
            key = f"chart {name}"
            st.session_state[key] = value

            def changed(name: str = name, key: str = key) -> None:
                said = kept | {name: st.session_state[key] or ""}
                st.query_params.from_dict({word: text for word, text in said.items() if text and text != first})

            if name == "unit" or view.unit not in ("", first):
                st.segmented_control(
                    label, options, key=key, on_change=changed, format_func=lambda text: rules.get(text, text)
                )
    return Terms() if view.unit in ("", first) else Terms(view.unit, rate)


def _pick_money(view: View) -> None:
    """Unit, rule of exchange and prices, when a sum of money is shown."""
    if not any(is_money(loaders.panel(view.with_(indicators=(id,)).query)) for id in view.indicators[:_MOST_ASKED]):
        return
    names = {**_UNITS, **{c.code: c.name for c in loaders.catalogue().currencies if c.valid_to is None}}
    units = list(dict.fromkeys([*_UNITS, *_FIRST_CURRENCIES, *sorted(names), view.unit]))
    _keyed(
        "Money in", "unit", view,
        lambda key, **k: st.selectbox(
            "Money in", units, key=key, format_func=lambda unit: _UNITS.get(unit) or _with_name(unit, names), **k
        ),
    )  # fmt: skip
    if view.unit and parse(view.unit).expression.split(" / ")[0] != "international_dollar":
        _pick_rate(view)
    years = ["", *map(str, range(date.today().year - 1, _FIRST_PRICES - 1, -1))]  # noqa: DTZ011  a list of years
    _keyed(
        "Prices", "prices", view,
        lambda key, **k: st.selectbox(
            "Prices", years, key=key, help=_PRICES_HELP,
            format_func=lambda year: f"of {year}, for all years" if year else "of the time", **k
        ),
        read=lambda year: int(year) if year else None, write=lambda year: str(year or ""),
    )  # fmt: skip
    if view.prices:
        words = {"gdp": "GDP deflator", "cpi": "consumer prices"}
        _keyed(
            "Deflated by", "deflator", view,
            lambda key, **k: st.segmented_control(
                "Deflated by", list(words), key=key, format_func=lambda name: words[name], **k
            ),
        )  # fmt: skip


def _pick_rate(view: View) -> None:
    """The rule of exchange; for the rate of one day also the day."""
    is_day = bool(view.rate) and Rule.parse(view.rate).day is not None
    kinds = {
        "": "the usual one",
        "average": "average of each period",
        "end": "end of each period",
        "stated": "as the source states it",
        _ONE_DAY: "of one day, for all",
    }
    _keyed(
        "At which rate", "rate", view,
        lambda key, **k: st.selectbox(
            "At which rate", list(kinds), key=key, help=_RATE_HELP, format_func=lambda rule: kinds[rule], **k
        ),
        read=lambda rule: loaders.last_rate_day() if rule == _ONE_DAY else rule,
        write=lambda rate: _ONE_DAY if is_day else rate if rate in kinds else "",
    )  # fmt: skip
    if is_day:
        _keyed(
            "Rate of", "rate", view,
            lambda key, **k: st.date_input(
                "Rate of", key=key, min_value=date(1999, 1, 4), max_value=date(2100, 1, 1), **k
            ),
            read=lambda day: day.isoformat(), write=lambda rate: min(
                max(date.fromisoformat(rate), date(1999, 1, 4)), date(2100, 1, 1)
            ),
        )  # fmt: skip


def _with_name(unit: str, names: Mapping[str, str]) -> str:
    return f"{unit} · {names[unit]}" if unit in names else unit


def tabs(view: View) -> None:
    """Chart or table."""
    options = ["chart", "table"]
    _keyed(
        "tab", "tab", view,
        lambda key, **k: st.segmented_control(
            "Show as", options, key=key, format_func=str.capitalize, label_visibility="collapsed", **k
        ),
        write=lambda tab: tab if tab in options else options[0],
    )  # fmt: skip


def elsewhere(view: View) -> None:
    """The same view as a command and as Python."""
    with st.expander("The same figures on the command line and in Python"):
        st.code(view.command, language="sh")
        st.code(f"import indicators as ind\n\n{view.python}", language="python")


def why_empty(view: View) -> str:
    """Why nothing is shown for one indicator, and what is nearest."""
    catalogue = loaders.catalogue()
    name = catalogue.indicator(view.indicators[0]).name
    coverage = loaders.coverage(view.indicators)
    where = [catalogue.areas.by_code[code].name for code in coverage.areas[:4]]
    missing = [catalogue.areas.by_code[code].name for code in view.areas if code not in coverage.areas]
    if len(missing) == len(view.areas):
        return f"No figures on {name} for {', '.join(missing)}. There are some for {', '.join(where)}."
    return f"No figures on {name} for {view.time.label}. There are some for {coverage.first_year}–{coverage.last_year}."


def _pick_indicators(view: View) -> None:
    catalogue = loaders.catalogue()
    words = st.text_input("Search the catalogue", placeholder="inflation, exports, internet …", key="words")
    found = [indicator.id for indicator in catalogue.search(words)]
    if words and not found:
        st.caption(f"Nothing fits “{words}”.")
    options = list(dict.fromkeys([*view.indicators, *found]))
    names = {indicator.id: indicator.name for indicator in catalogue.indicators}
    topics = {indicator.id: indicator.topic for indicator in catalogue.indicators}
    _keyed(
        "What", "indicators", view,
        lambda key, **k: st.multiselect(
            "What", options, key=key, format_func=lambda id: f"{names[id]} · {topics[id]}", **k
        ),
        read=tuple, write=list,
    )  # fmt: skip


def _pick_areas(view: View, coverage: Coverage) -> None:
    areas = loaders.catalogue().areas
    there = set(coverage.areas)
    countries = [area.code for area in areas if area.code in there and area.kind == "country"]
    groups = [area.code for area in areas if area.code in there and area.kind == "group"]
    options = list(dict.fromkeys([*view.areas, *countries, *groups]))
    _keyed(
        "Where", "areas", view,
        lambda key, **k: st.multiselect(
            "Where", options, key=key, format_func=lambda code: areas.by_code[code].name, **k
        ),
        read=tuple, write=list,
    )  # fmt: skip


def _pick_years(view: View, coverage: Coverage) -> None:
    first, last = coverage.first_year, coverage.last_year
    if first is None or last is None or first == last:
        return
    shown = (_within(view.time.first_day.year, first, last), _within(view.time.last_day.year, first, last))

    def read(years: tuple[int, int]) -> TimeSpan:
        start, end = years
        return TimeSpan(
            None if start == first else TimePeriod.of_year(start), None if end == last else TimePeriod.of_year(end)
        )

    _keyed(
        "When",
        "time",
        view,
        lambda key, **k: st.slider("When", first, last, key=key, **k),
        read=read,
        write=lambda _: shown,
    )


def _within(year: int, first: int, last: int) -> int:
    return min(max(year, first), last)


def _keyed(
    name: str,
    attribute: str,
    view: View,
    draw: Callable[..., Any],
    *,
    read: Callable[[Any], Any] = lambda value: value,
    write: Callable[[Any], Any] = lambda value: value,
) -> None:
    """Draw a control that shows a field of the view and writes it to the address when it is changed."""
    key = f"control {name}"
    st.session_state[key] = write(getattr(view, attribute))

    def changed() -> None:
        value = st.session_state[key]
        fallback = getattr(View(), attribute)
        state.change(view, **{attribute: fallback if value is None else read(value)})

    draw(key, on_change=changed)
