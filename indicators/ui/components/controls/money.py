"""Money: the unit it is shown in, the exchange rate rule, and the prices."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from indicators.analysis.real_terms import MoneySettings
from indicators.exchange import Rule
from indicators.exchange.monetary import needs_exchange_rate
from indicators.model.panel import Panel
from indicators.ui import loaders
from indicators.ui.components.controls.binding import bind_choice, bind_control
from indicators.ui.messages import controls as messages
from indicators.view import View

_FIRST_CURRENCIES = ("USD", "EUR", "RUB", "CNY", "GBP", "JPY", "INR")
_FIXED_DATE = "day"
_FIRST_DAY, _LAST_DAY = date(1999, 1, 4), date(2100, 1, 1)
_FIRST_PRICES = 1970


def pick_chart_money(view: View, *, first: str) -> MoneySettings:
    """Pick unit and rate for a page with one money chart, side by side; only these two are put into the address.

    Args:
        view: What the address asks for.
        first: The unit of the data, listed first and chosen on a fresh page.
    """
    units = list(dict.fromkeys([first, *_FIRST_CURRENCIES[:4], *filter(None, [view.unit])]))
    rate = view.rate or "average"
    rates = {rule: messages.EXCHANGE_RATES[rule] for rule in ("average", "end", "stated", "ppp")}
    rates |= {} if rate in rates else {rate: Rule.parse(rate).label}
    kept = {"unit": view.unit, "rate": view.rate}

    def segments(label: str, name: str, labels: dict[str, str], value: str) -> None:
        key = f"chart {name}"
        st.session_state[key] = value

        def change() -> None:
            wanted = kept | {name: st.session_state[key] or ""}
            st.query_params.from_dict({name: text for name, text in wanted.items() if text and text != first})

        st.segmented_control(label, list(labels), key=key, on_change=change, format_func=labels.__getitem__)

    with st.container(horizontal=True):
        segments(messages.CURRENCY, "unit", dict(zip(units, units, strict=True)), view.unit or first)
        if view.unit not in ("", first):
            segments(messages.EXCHANGE_RATE, "rate", rates, rate)
    return MoneySettings() if view.unit in ("", first) else MoneySettings(view.unit, rate)


def offers_rate(view: View, published: Panel) -> bool:
    """Whether an exchange rate can be chosen: one is needed, or one was chosen and can be unset.

    Args:
        view: What the address asks for.
        published: Its data as published.
    """
    if view.rate:
        return True
    successions = loaders.get_store().rates.successions
    return needs_exchange_rate(published, successions, unit=view.unit, at_constant_prices=view.prices is not None)


def pick_money(view: View, published: Panel) -> None:
    """Pick the unit, the exchange rate and the prices of amounts of money.

    Args:
        view: What the address asks for.
        published: Its data as published.
    """
    names = {one.code: one.name for one in loaders.get_catalogue().currencies if one.valid_to is None}
    codes = dict.fromkeys([*_FIRST_CURRENCIES, *sorted(names)])
    labels = messages.UNITS | {c: messages.CURRENCY_OPTION.format(code=c, name=names[c]) for c in codes if c in names}
    bind_choice("unit", view, messages.CURRENCY, labels | ({} if view.unit in labels else {view.unit: view.unit}))
    if offers_rate(view, published):
        _pick_rate(view)
    years = dict.fromkeys([*range(date.today().year - 1, _FIRST_PRICES - 1, -1), *filter(None, [view.prices])])  # noqa: DTZ011  a list of years
    prices = {year: messages.PRICES_CONSTANT.format(year=year) for year in years}
    bind_choice("prices", view, messages.PRICES, {"": messages.PRICES_CURRENT} | prices, help=messages.PRICES_HELP)
    if view.prices:
        bind_choice("deflator", view, messages.DEFLATOR_LABEL, messages.DEFLATOR_CHOICES, segmented=True)


def _pick_rate(view: View) -> None:
    """Pick the exchange rate rule and, for a fixed date, the date."""
    is_day = bool(view.rate) and Rule.parse(view.rate).day is not None
    labels = {rule: text for rule, text in messages.EXCHANGE_RATES.items() if rule != "ppp" or view.rate == "ppp"}
    bind_choice(
        "rate", view, messages.EXCHANGE_RATE, labels, help=messages.EXCHANGE_RATE_HELP,
        read=lambda rule: loaders.load_last_rate_day() if rule == _FIXED_DATE else rule,
        write=lambda rate: _FIXED_DATE if is_day else rate if rate in labels else "",
    )  # fmt: skip
    if is_day:
        bind_control(
            "rate", view,
            partial(
                st.date_input, messages.FIXED_RATE_DATE, min_value=_FIRST_DAY, max_value=_LAST_DAY, format="YYYY-MM-DD"
            ),
            key="rate day", read=date.isoformat,
            write=lambda rate: min(max(date.fromisoformat(rate), _FIRST_DAY), _LAST_DAY),
        )  # fmt: skip
