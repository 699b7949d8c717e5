"""The frame of a panel in other shapes: indexed by time, wide, as records, and as text and HTML to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from indicators.errors import UsageError
from indicators.model import messages
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import count_noun, format_quantity, format_quantity_range, join_names
from indicators.model.periods import Frequency
from indicators.model.series_labels import label_series

if TYPE_CHECKING:
    from indicators.model.panel import Panel

TimeIndex = Literal["period", "date"]
"""A pandas ``PeriodIndex``, or a ``DatetimeIndex`` of the first day of each period."""

_PERIOD_ALIASES: Final = {
    Frequency.ANNUAL: "Y", Frequency.QUARTERLY: "Q", Frequency.MONTHLY: "M", Frequency.DAILY: "D",
}  # fmt: skip
_DISTINCTIONS: Final = ("counterpart", "dimensions", "publisher", "dataset", "unit", "frequency", "vintage")
_MOST_ROWS_SHOWN: Final = 10
_MOST_NAMED: Final = 3


def index_by_time(frame: pd.DataFrame, index: TimeIndex | None) -> pd.DataFrame:
    """Return a copy of a panel's frame with an index of periods or dates; with its row numbers for ``None``.

    Raises:
        UsageError: The index is not valid, or pandas has no period for the frequency of the rows.
    """
    if index is None:
        return frame.copy()
    if index == "date":
        return frame.set_index(pd.DatetimeIndex(frame["first"], name="date"))
    if index != "period":
        raise UsageError(messages.UNKNOWN_INDEX, found=str(index), expected="period, date or None")
    frequencies = frame["frequency"].unique().tolist()
    aliases = {_PERIOD_ALIASES.get(Frequency(code)) for code in frequencies} or {"Y"}
    alias = aliases.pop()
    if aliases or alias is None:
        found = join_names([Frequency(code).noun for code in frequencies])
        raise UsageError(
            messages.NO_PERIOD_INDEX, found=found, expected=messages.ONE_FREQUENCY, hint=messages.USE_DATES
        )
    periods = pd.DatetimeIndex(frame["first"]).to_period(alias)
    return frame.set_index(pd.PeriodIndex(periods, name="period"))


def widen(frame: pd.DataFrame, index: TimeIndex | None, divided: Sequence[str] = ()) -> pd.DataFrame:
    """Return one row per period and one column per series; see `Panel.wide`."""
    levels, keys = ["indicator", "entity"], ["first", "last", "period"]
    for name in (*divided, *(name for name in _DISTINCTIONS if not divided or name != "dimensions")):
        within = [*levels, "period"] if name == "vintage" else levels  # a series may gain figures with each vintage
        if frame.groupby(within)[name].nunique().max() > 1:
            levels.append(name)
    frame = frame.assign(number=frame.groupby([*levels, *keys]).cumcount())  # rival figures of one publisher
    if frame["number"].any():
        levels.append("number")
    if len(frame["indicator"].unique()) <= 1:
        levels.remove("indicator")
    columns = frame[levels].drop_duplicates()
    names = pd.Index(columns["entity"], name="entity") if len(levels) == 1 else pd.MultiIndex.from_frame(columns)
    values = frame.set_index([*keys, *levels])["value"]
    table = values.unstack(levels).reindex(columns=names).sort_index()  # noqa: PD010  pivot_table would aggregate
    times = frame[[*keys, "frequency"]].drop_duplicates("period").sort_values(keys)
    return table.set_axis(pd.Index(times["period"]) if index is None else index_by_time(times, index).index)


def to_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a panel's frame, each as a mapping from column to value."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def format_observation(row: Mapping[str, Any], *, locale: str = "en") -> str:
    """Write the value of a row with its unit and qualifier, with no more digits than the source has.

    >>> row = {"value": 287e9, "unit": "USD", "digits": 3, "qualifier": "about", "lower": None, "upper": None}
    >>> format_observation(row)
    'about 287 billion USD'
    >>> format_observation(row | {"lower": 285e9, "upper": 290e9})
    '285 to 290 billion USD'
    """
    if pd.isna(row["value"]):
        return messages.NO_FIGURE
    digits = None if pd.isna(row["digits"]) else int(row["digits"])
    if not pd.isna(row["lower"]) and not pd.isna(row["upper"]):
        return format_quantity_range(row["lower"], row["upper"], row["unit"], digits=digits, locale=locale)
    text = format_quantity(row["value"], row["unit"], digits=digits, locale=locale)
    return f"{row['qualifier']} {text}" if row["qualifier"] else text


def summarize(panel: Panel) -> str:
    """Describe a panel in one line: indicators, number of rows, areas, time span and units."""
    names = ", ".join(indicator.id for indicator in panel.indicators) or messages.NO_INDICATORS
    frame = panel.frame
    parts = [count_noun(len(frame), "row", "rows")]
    if not frame.empty:
        periods = frame["period"]
        since, until = periods.iloc[frame["first"].argmin()], periods.iloc[frame["last"].argmax()]
        areas = panel.entities
        parts += [
            ", ".join(areas) if len(areas) <= _MOST_NAMED else count_noun(len(areas), "area", "areas"),
            str(since) if since == until else f"{since}..{until}",
            ", ".join(panel.units[:_MOST_NAMED]) if len(panel.units) <= _MOST_NAMED else f"{len(panel.units)} units",
        ]
    return f"<Panel {names}: {'; '.join(parts)}>"


def render_html(panel: Panel) -> str:
    """Render the first rows of a panel as an HTML table, with units, and a line with the sources."""
    words = label_series(panel.indicators, zip(panel.frame["indicator"], panel.frame["dimensions"], strict=True))
    rows = [
        (
            words.name_row(row), row["entity"], row["period"], format_observation(row),
            ObservationStatus(row["status"]).word, row["publisher"],
        )
        for row in to_records(panel.frame.head(_MOST_ROWS_SHOWN))
    ]  # fmt: skip
    head = "".join(f"<th>{escape(name)}</th>" for name in messages.TABLE_HEAD)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    shown = messages.ROWS_SHOWN.format(shown=len(rows), all=count_noun(len(panel.frame), "row", "rows"))
    sources = messages.SOURCES_LINE.format(sources="; ".join(dict.fromkeys(origin.short for origin in panel.sources)))
    notes = [shown] if len(rows) < len(panel.frame) else []
    notes += [sources] if panel.sources else []
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"{''.join(f'<p>{escape(note)}</p>' for note in notes)}"
    )
