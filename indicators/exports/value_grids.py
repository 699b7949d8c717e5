"""The values of a panel as people read them: periods down and series across, each series in one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from indicators.charts.parts.curves import name_series
from indicators.charts.parts.headings import join_units
from indicators.charts.parts.panel_rows import Rows
from indicators.exports import messages
from indicators.model.formatting import choose_scale, format_fixed, join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod

_DIGITS: Final = 4  # of the largest value of a column


@dataclass(frozen=True)
class ValueGrid:
    """A table of texts.

    Attributes:
        heads: The names of the series.
        periods: The labels of the periods, the newest first.
        rows: The values of each period, in the order of ``heads``.
        notes: Sentences on the unit, on forecasts and estimates, and on the publishers.
    """

    heads: tuple[str, ...]
    periods: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def list_columns(panel: Panel, order: Sequence[str] = ()) -> list[Rows]:
    """List the series of a panel that have values, those of some areas first.

    Args:
        panel: The figures.
        order: Codes of the areas in the order chosen.
    """
    place = {code: number for number, code in enumerate(order)}
    rows = panel.frame[panel.frame["value"].notna()]
    rows = rows.sort_values("code", key=lambda codes: codes.map(place).fillna(len(place)), kind="stable")
    return list(Rows.of(panel.with_frame(rows).unscale().frame).series())


def make_value_grid(panel: Panel, series: Sequence[Rows], locale: str = "") -> ValueGrid:
    """Make the table of some series.

    Args:
        panel: The figures.
        series: Its series.
        locale: A CLDR locale for the separators.
    """
    names = name_series(panel, series)
    units = [str(part["unit"][0]) for part in series]
    together = {unit: [part["value"] for part, own in zip(series, units, strict=True) if own == unit] for unit in units}
    scales = {unit: choose_scale(np.concatenate(values)) for unit, values in together.items()}
    cells: dict[str, dict[str, str]] = {}
    last: dict[str, Any] = {}
    heads = []
    for name, unit, part in zip(names, units, series, strict=True):
        power, word = scales[unit]
        said = f"{word} {unit}".strip()
        heads.append(name if len(scales) == 1 else messages.SERIES_IN.format(series=name, unit=said))
        decimals = _choose_decimals(np.concatenate(together[unit]) / 10.0**power)
        for period, value, end in zip(part["period"], part["value"], part["last"], strict=True):
            cells.setdefault(period, {})[heads[-1]] = format_fixed(value / 10.0**power, decimals, locale=locale or "en")
            last[period] = end
    periods = sorted(cells, key=lambda period: last[period], reverse=True)
    columns = tuple(dict.fromkeys(heads))
    return ValueGrid(
        columns,
        tuple(TimePeriod.parse(period).label for period in periods),
        tuple(tuple(cells[period].get(head, messages.NO_VALUE_SIGN) for head in columns) for period in periods),
        tuple(_describe(panel, series, names, scales)),
    )


def _choose_decimals(values: Any) -> int:
    largest = float(np.abs(values).max())
    return max(0, _DIGITS - 1 - (math.floor(math.log10(largest)) if largest else 0))


def _describe(
    panel: Panel, series: Sequence[Rows], names: Sequence[str], scales: dict[str, tuple[int, str]]
) -> list[str]:
    """Say in which unit the numbers are, which are forecasts or estimates, and whose they are."""
    sentences = []
    if len(scales) == 1:
        ((unit, (_, word)),) = scales.items()
        sentences.append(messages.NUMBERS_IN.format(unit=join_units([f"{word} {unit}".strip()])))
    for status, sentence in messages.STATUSES_OF.items():
        spans = [(name, _find_span(part, status)) for name, part in zip(names, series, strict=True)]
        found = {span: None for _, span in spans}
        if len(found) > 1:  # else all series have the same, which is said once
            found = {messages.SERIES_SPAN.format(series=name, periods=span): None for name, span in spans if span}
        if any(found):
            sentences.append(sentence.format(periods=join_names(list(found))))
    publishers = dict.fromkeys(panel.frame["publisher"])
    sentences.append(messages.PUBLISHED_BY.format(publishers=join_names(list(publishers))))
    return sentences


def _find_span(part: Rows, status: str) -> str:
    """The periods of a series that have a status; empty if there are none."""
    there = part.take(part["status"] == status)
    if not len(there):
        return ""
    order = np.argsort(there["last"])
    first, last = (TimePeriod.parse(there["period"][order[end]]).label for end in (0, -1))
    return first if first == last else f"{first}–{last}"
