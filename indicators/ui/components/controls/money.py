"""Money: the unit it is said in, the rule of exchange, the prices that count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from indicators.analysis.real_terms import MoneySettings
from indicators.exchange import Rule
from indicators.model.panel import Panel
from indicators.model.units import parse_unit
from indicators.ui import loaders
from indicators.ui.components.controls.binding import bind_control
from indicators.view import View

__all__ = ["offers_rate", "pick_chart_money", "pick_money"]

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


def pick_chart_money(view: View, *, first: str) -> MoneySettings:
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
    return MoneySettings() if view.unit in ("", first) else MoneySettings(view.unit, rate)


def offers_rate(view: View, published: Panel) -> bool:
    """Whether a rate of exchange is to be chosen: one is needed, or one was chosen that can be taken back.

    Args:
        view: What the address says.
        published: Its figures as they were published.
    """
    return bool(view.rate) or _needs_rate(view, published)


def _needs_rate(view: View, published: Panel) -> bool:
    """Whether any sum is published, or deflated, in another money than the one it is wanted in."""
    units = {text: parse_unit(text).currency for text in published.units}
    present = loaders.store().rates.successions.find_current_currency
    pairs = published.frame[["code", "unit"]].drop_duplicates().itertuples(index=False)
    moneys = {(units[unit], present(code)) for code, unit in pairs if units[unit]}
    wanted = parse_unit(view.unit).expression.split(" / ")[0] if view.unit else ""
    if wanted == "international_dollar" or not (wanted or view.prices):
        return False
    if view.prices:  # dollars are deflated as dollars, all else in the money of its country
        moneys = {(given if given == "USD" else own, own) for given, own in moneys}
    if wanted == "LCU":
        return any(given != own for given, own in moneys)
    there = {given for given, _ in moneys}
    return bool(there - {wanted}) if wanted else there != {currency for currency in units.values() if currency}


def pick_money(view: View, published: Panel) -> None:
    """Unit, rule of exchange and prices of sums of money.

    Args:
        view: What the address says.
        published: Its figures as they were published.
    """
    names = {**_UNITS, **{c.code: c.name for c in loaders.catalogue().currencies if c.valid_to is None}}
    units = list(dict.fromkeys([*_UNITS, *_FIRST_CURRENCIES, *sorted(names), view.unit]))
    bind_control(
        "Money in", "unit", view,
        lambda key, **k: st.selectbox(
            "Money in", units, key=key, format_func=lambda unit: _UNITS.get(unit) or _with_name(unit, names), **k
        ),
    )  # fmt: skip
    if offers_rate(view, published):
        _pick_rate(view)
    years = ["", *map(str, range(date.today().year - 1, _FIRST_PRICES - 1, -1))]  # noqa: DTZ011  a list of years
    bind_control(
        "Prices", "prices", view,
        lambda key, **k: st.selectbox(
            "Prices", years, key=key, help=_PRICES_HELP,
            format_func=lambda year: f"of {year}, for all years" if year else "of the time", **k
        ),
        read=lambda year: int(year) if year else None, write=lambda year: str(year or ""),
    )  # fmt: skip
    if view.prices:
        words = {"gdp": "GDP deflator", "cpi": "consumer prices"}
        bind_control(
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
    bind_control(
        "At which rate", "rate", view,
        lambda key, **k: st.selectbox(
            "At which rate", list(kinds), key=key, help=_RATE_HELP, format_func=lambda rule: kinds[rule], **k
        ),
        read=lambda rule: loaders.last_rate_day() if rule == _ONE_DAY else rule,
        write=lambda rate: _ONE_DAY if is_day else rate if rate in kinds else "",
    )  # fmt: skip
    if is_day:
        bind_control(
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
