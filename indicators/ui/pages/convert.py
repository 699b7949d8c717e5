"""Convert: one amount under every exchange rate rule, and the history of its rate."""

from typing import Any

import streamlit as st

from indicators.errors import IndicatorsError, UsageError
from indicators.language.amounts import parse_amount
from indicators.model.formatting import format_quantity
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.elements import escape_markdown, show_expander
from indicators.ui.components.exchange_rates import show_rules
from indicators.ui.components.export_bar import show_export_bar
from indicators.ui.messages import pages as messages
from indicators.view import View
from indicators.view.converting import ConversionRequest, convert_sum
from indicators.view.rate_history import get_rate_history

FIRST = {"amount": "24 trillion", "from": "RUB", "to": "USD", "year": "2024", "date": "2025-09-29"}  # as in the article
FORM_FIELDS = {
    "amount": (messages.AMOUNT, messages.AMOUNT_HELP),
    "from": (messages.FROM, messages.FROM_HELP),
    "to": (messages.TO, messages.TO_HELP),
    "year": (messages.CONVERT_PERIOD, messages.CONVERT_PERIOD_HELP),
    "date": (messages.DATE, messages.DATE_HELP),
}
MOST_CHARACTERS = 60


def read_fields() -> dict[str, str]:
    """Return the fields of the address, or the first amount if it has none."""
    asked = {name: str(st.query_params.get(name, ""))[:MOST_CHARACTERS] for name in FORM_FIELDS}
    return asked if any(name in st.query_params for name in FORM_FIELDS) else dict(FIRST)


def write_field(name: str) -> None:
    """Put all fields into the address; an amount that names its currency sets where it is converted from."""
    now = {**read_fields(), name: str(st.session_state[f"convert {name}"] or "").strip()[:MOST_CHARACTERS]}
    if name == "amount" and (currency := find_currency(now["amount"], now["from"])):
        now["from"] = currency
    st.query_params.from_dict(now)


def find_currency(amount: str, source: str) -> str:
    """Return the currency that an amount names; empty if it names none or can't be read."""
    try:
        return parse_amount(amount, source, currencies=loaders.get_catalogue().currencies).currency
    except UsageError:
        return ""


st.markdown(f"# {messages.CONVERT_TITLE}")
st.caption(messages.CONVERT_INTRO)
asked = read_fields()
currencies = {one.code: one.name for one in loaders.get_catalogue().currencies}


def label_currency(unit: str) -> str:
    """Return a currency by its name and code; another unit, such as ``billion EUR``, as it is."""
    name = currencies.get(unit)
    return messages.CURRENCY_AND_CODE.format(name=name, code=unit) if name else unit


def swap() -> None:
    """Convert the other way."""
    st.query_params.from_dict({**asked, "from": asked["to"], "to": asked["from"]})


columns = st.columns([3, 3, 3, 2, 2, 2], vertical_alignment="bottom")
for (name, (label, explanation)), column in zip(FORM_FIELDS.items(), columns, strict=False):
    st.session_state[f"convert {name}"] = asked[name]
    options: dict[str, Any] = {"key": f"convert {name}", "help": explanation, "on_change": write_field, "args": (name,)}
    if name in ("from", "to"):
        codes = sorted(dict.fromkeys([*currencies, asked[name]]), key=label_currency)
        column.selectbox(label, codes, format_func=label_currency, filter_mode="contains", **options)
    else:
        column.text_input(label, **options)
columns[-1].button(messages.SWAP, on_click=swap, icon=":material/swap_horiz:")

loaders.get_store()
try:
    wanted = ConversionRequest.read(
        asked["amount"] or "1", asked["from"], asked["to"], period=asked["year"], day=asked["date"]
    )  # fmt: skip
    found = convert_sum(wanted)
    history = get_rate_history(wanted.source, wanted.target)
except IndicatorsError as error:
    st.warning(escape_markdown(str(error)))
    st.stop()

amount = format_quantity(wanted.amount, wanted.source, digits=12)
st.markdown(f"#### {escape_markdown(messages.AMOUNT_IN.format(amount=amount, currency=wanted.target))}")
show_rules(found, wanted.target, key="rules", digits=5)
if history.is_empty:
    st.info(messages.NO_HISTORY)
else:
    st.markdown(f"#### {escape_markdown(history.frame['entity'].iloc[0])}")
    figure.show_chart(history, View(), key="history")
    st.caption(escape_markdown(history.steps[-1].description))
    show_export_bar(history, None, key="history")
show_expander(messages.COMMAND_LINE, lambda: st.code(wanted.command, language="sh"), key="command")
