"""The figures found in a text, in a table to correct them."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.claims import ClaimKind, Reading
from indicators.claims.input.corrections import SCALE_CHOICES, list_fields
from indicators.model.observations import Qualifier
from indicators.ui.messages import check as messages
from indicators.ui.messages import exploration

_MOST_ROWS: Final = 12


def edit_figures(reading: Reading, *, key: str) -> dict[str, dict[str, Any]]:
    """Show a table in which each figure can be dropped or corrected.

    Args:
        reading: The claims found.
        key: The key of the table, another one for each text.

    Returns:
        The rows by the ids of their claims: ``keep``, and the fields as `list_fields` names them.
    """
    rows = [
        {"keep": True, "number": n, "figure": reading.document.words_at(claim.place) if claim.place else "",
         "understood": claim.understood, **list_fields(claim)}
        for n, claim in enumerate(reading.claims, 1)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, index=[claim.id for claim in reading.claims])
    if not (frame["figure"] != "").any():
        frame = frame.drop(columns="figure")
    height = 38 + 35 * min(len(rows), _MOST_ROWS)
    edited = st.data_editor(
        frame, key=key, hide_index=True, num_rows="fixed", height=height, column_config=_columns(),
        disabled=["number", "figure", "understood"], placeholder="",
    )  # fmt: skip
    return {str(id): {str(name): value for name, value in row.items()} for id, row in edited.to_dict("index").items()}


def _columns() -> dict[str, Any]:
    text, choice = st.column_config.TextColumn, st.column_config.SelectboxColumn
    return {
        "keep": st.column_config.CheckboxColumn(messages.COLUMN_KEEP, help=messages.KEEP_HELP, width=70),
        "number": st.column_config.NumberColumn(messages.COLUMN_NUMBER, width=55),
        "figure": text(messages.COLUMN_TEXT, width=130),
        "kind": choice(exploration.COLUMN_KIND, options=[kind.value for kind in ClaimKind], required=True, width=110),
        "qualifier": choice(messages.COLUMN_QUALIFIER, options=["", *(word.value for word in Qualifier)], width=110),
        "value": text(exploration.COLUMN_VALUE, help=messages.VALUE_HELP, width=90),
        "scale": choice(messages.COLUMN_SCALE, options=list(SCALE_CHOICES.values()), width=110),
        "unit": text(exploration.COLUMN_UNIT, help=messages.UNIT_HELP, width=110),
        "period": text(exploration.COLUMN_PERIOD, help=messages.PERIOD_HELP, width=110),
        "areas": text(messages.COLUMN_COUNTRIES, help=messages.COUNTRIES_HELP, width=110),
        "indicator": text(messages.COLUMN_INDICATOR, help=messages.INDICATOR_HELP, width="medium"),
        "forecast": st.column_config.CheckboxColumn(messages.COLUMN_FORECAST, width=90),
        "of": text(messages.COLUMN_SHARE_OF, width=110),
        "understood": text(messages.COLUMN_READ_AS, width="medium"),
    }
