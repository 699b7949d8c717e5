"""Convert: one sum under every rule at once, the history of its rate, and a link that keeps the state."""

import streamlit as st

from indicators.errors import IndicatorsError, UsageError
from indicators.language.amounts import parse_amount
from indicators.model.formatting import format_quantity
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.conversions import show_rules
from indicators.ui.components.export_bar import show_export_bar
from indicators.view import View
from indicators.view.converting import ConversionRequest, convert_sum, get_rate_history

# What the article says: it began with this sum.
FIRST = {"amount": "24e12", "from": "RUB", "to": "USD", "year": "2024", "date": "2025-09-29"}
LABELS = {
    "amount": ("Amount", "A number, such as 24e12, 1.5 mln or $287 billion."),
    "from": ("From", "A currency, present or retired, such as RUB, DEM or billion EUR."),
    "to": ("To", "The currency wanted, such as USD or million CNY."),
    "year": ("Period", "What the sum is about: 2024, 2024-Q3, 2024-08. Gives the average, the end and the PPP."),
    "date": ("Day", "A day whose rate counts: 2025-09-29."),
}
LONGEST = 60


def fields() -> dict[str, str]:
    """What the address says, or the first sum where it says nothing."""
    said = {name: str(st.query_params.get(name, ""))[:LONGEST] for name in LABELS}
    return said if any(name in st.query_params for name in LABELS) else dict(FIRST)


def written(name: str) -> None:
    """Put all fields into the address, the changed one too; an amount that names its money says what it is from."""
    now = {**fields(), name: st.session_state[f"convert {name}"].strip()[:LONGEST]}
    if name == "amount" and (currency := currency_of(now["amount"], now["from"])):
        now["from"] = currency
    st.query_params.from_dict(now)


def currency_of(amount: str, source: str) -> str:
    """The currency that an amount names; empty when it names none, or is none."""
    try:
        return parse_amount(amount, source, currencies=loaders.catalogue().currencies).currency
    except UsageError:
        return ""


st.markdown("## Convert a sum of money")
st.caption("Every rule at once, each with its rate, the day of the rate and who published it.")
asked = fields()
for (name, (label, explanation)), column in zip(LABELS.items(), st.columns([3, 2, 2, 2, 2]), strict=True):
    st.session_state[f"convert {name}"] = asked[name]
    column.text_input(label, key=f"convert {name}", help=explanation, on_change=written, args=(name,))

loaders.store()
try:
    wanted = ConversionRequest.read(
        asked["amount"] or "1", asked["from"], asked["to"], period=asked["year"], day=asked["date"]
    )  # fmt: skip
    found = convert_sum(wanted)
    history = get_rate_history(wanted.source, wanted.target)
except IndicatorsError as error:
    st.warning(escape_markdown(str(error)))
    st.stop()

st.markdown(
    f"#### {escape_markdown(format_quantity(wanted.amount, wanted.source, digits=12))}"
    f" in {escape_markdown(wanted.target)}"
)
show_rules(found, wanted.target, digits=5)
if history.is_empty:
    st.info("No publisher here has a history of this rate.")
else:
    st.markdown(f"#### {escape_markdown(history.frame['entity'].iloc[0])}")
    figure.show_chart(history, View(), key="history")
    st.caption(escape_markdown(history.steps[-1].description))
    show_export_bar(history, None, key="history")
with st.expander("The same on the command line"):
    st.code(wanted.command, language="sh")
