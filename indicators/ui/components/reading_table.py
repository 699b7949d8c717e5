"""The figures found in a text, for review: the text with its figures marked, and a table to correct them."""

from __future__ import annotations

from html import escape
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.claims import ClaimKind, Reading
from indicators.claims.input.corrections import SCALE_CHOICES, list_fields
from indicators.model.observations import Qualifier
from indicators.ui.messages import check as messages
from indicators.ui.messages import exploration

__all__ = ["edit_figures", "show_marked_text"]

_STYLE: Final = """<style>
.read-text { max-height: 26rem; overflow-y: auto; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7;
  padding: .75rem 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .25rem; }
.read-text mark { color: inherit; background: color-mix(in srgb, #0072B2 22%, transparent);
  border-bottom: 2px solid #0072B2; padding: 0 .1em; border-radius: .15em; }
.read-text mark.dropped { background: none; border-bottom: 1px solid; opacity: .6; text-decoration: line-through; }
.read-text .unsure { border-bottom: 2px dotted #D55E00; }
.read-text sup { font-size: .7em; line-height: 0; opacity: .75; padding-left: .15em; }
</style>"""
_MOST_ROWS: Final = 12


def show_marked_text(reading: Reading, dropped: frozenset[str] = frozenset()) -> None:
    """Show the text with every figure marked and numbered; hovering shows how it was read.

    Args:
        reading: The text and the claims found in it.
        dropped: Ids of the claims that the user has dropped.
    """
    text, parts, at = reading.document.text, [], 0
    for start, end, before, after in sorted(_marks(reading, dropped)):
        if start < at or end > len(text):
            continue
        parts += [escape(text[at:start]), before, escape(text[start:end]), after]
        at = end
    parts.append(escape(text[at:]))
    st.html(f'{_STYLE}<div class="read-text" tabindex="0" lang="{reading.document.language}">{"".join(parts)}</div>')


def _marks(reading: Reading, dropped: frozenset[str]) -> list[tuple[int, int, str, str]]:
    marks = []
    for number, claim in enumerate(reading.claims, 1):
        place = claim.place
        if place is not None and place.start is not None and place.end is not None:
            kind = ' class="dropped"' if claim.id in dropped else ""
            before = f'<mark{kind} title="{escape(claim.understood, quote=True)}">'
            marks.append((place.start, place.end, before, f"<sup>{number}</sup></mark>"))
    for piece in reading.unsure:
        before = (
            f'<span class="unsure" title="{escape(messages.FIGURE_LEFT_OUT.format(reason=piece.reason), quote=True)}">'
        )
        marks.append((piece.start, piece.end, before, "</span>"))
    return marks


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
