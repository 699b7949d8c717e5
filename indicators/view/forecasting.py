"""Forecasts of several publishers side by side, with one call of Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal

import pandas as pd

from indicators.analysis.forecasts.bands import add_bands, list_band_tests
from indicators.analysis.forecasts.baselines import BASELINES, BaselineName
from indicators.analysis.forecasts.calibration import BandTest
from indicators.analysis.forecasts.side_by_side import (
    ForecastComparison,
    choose_forecasts,
    compare_forecasts,
    make_naive_rows,
    refuse_unlike,
)
from indicators.errors import UsageError
from indicators.model.bands import BAND_LEVELS
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.store import Store, StoreLike, open_store
from indicators.view import messages
from indicators.view.getting import get_panel
from indicators.view.spellings import write_text
from indicators.view.view import View

MOST_EDITIONS = 100
"""The most editions of one publisher."""


def list_forecasts(
    indicators: str | Iterable[str],
    areas: str | Iterable[str],
    time: str = "",
    *,
    editions: int = 1,
    naive: bool = False,
    bands: int | str | Iterable[int] = (),
    as_of: str | date | None = None,
    store: StoreLike = None,
) -> ForecastComparison:
    """Put the forecasts of all publishers for some countries side by side.

    Args:
        indicators: An indicator, or several that measure the same, joined by ``~``.
        areas: Names or codes of countries and groups, given the same way.
        time: The periods, such as ``"2026"`` or ``"2020..2024"``; those without an outcome if left out.
        editions: How many of the newest editions of each publisher that forecast a period.
        naive: Whether naive forecasts are added as a comparison; they count neither for the range nor for the median.
        bands: The levels of bands in percent, such as ``80``; of naive forecasts from their own errors.
        as_of: Only what was known on this day.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        ``.frame`` has a row per forecast, ``.summary`` the range and median of the forecasters for each period.

    Raises:
        UnknownNameError: An indicator or area is unknown; it offers the nearest names.
        UsageError: No area is named, or the indicators don't measure the same.

    >>> found = list_forecasts("digital-economy-growth", "RUS", "2025..2026")
    >>> found.frame[["period", "forecaster", "value"]].to_dict("records")[0]
    {'period': '2025', 'forecaster': 'IT Russia', 'value': 37.0}
    """
    opened = open_store(store)
    texts = {"indicators": indicators, "areas": areas, "time": time, "bands": bands, "as_of": as_of}
    view = View.from_texts({name: write_text(value) for name, value in texts.items()}, opened.catalogue)
    return list_forecasts_of(view, opened, editions=editions, naive=naive)


def list_forecasts_of(view: View, store: Store, *, editions: int = 1, naive: bool = False) -> ForecastComparison:
    """Put the forecasts of a view side by side; see `list_forecasts`."""
    if not view.areas:
        raise UsageError(messages.FORECASTS_NEED_AREA, expected="at least one")
    if not 1 <= editions <= MOST_EDITIONS:
        expected = f"from 1 to {MOST_EDITIONS}"
        raise UsageError(messages.NOT_A.format(what="number of editions"), found=str(editions), expected=expected)
    refuse_unlike([store.catalogue.find_indicator(id) for id in view.indicators])
    time = TimeSpan() if view.time.only is not None else view.time
    asked = View(view.indicators, view.areas, dimensions=view.dimensions, as_of=view.as_of, every_vintage=True)
    panel = get_panel(asked, store)
    chosen = choose_forecasts(panel, time, editions=editions)
    with_bands = add_bands(chosen, view.levels, asked.query, store) if view.levels else chosen
    rows = _make_naive(panel, chosen, view, store) if naive else None
    return compare_forecasts(with_bands, rows)


def score_bands_of(view: View, store: Store, *, baseline: BaselineName | Literal[""] = "") -> dict[str, list[BandTest]]:
    """Test the bands of all past forecasts of indicators against their outcomes.

    Args:
        view: The indicators, and the levels of the bands.
        store: Where forecasts are read.
        baseline: The naive forecast whose own bands are tested; those of the publishers if left out.

    Returns:
        The tests of each indicator: one for each dataset and frequency with enough past errors, or none.

    Raises:
        UsageError: No level is named.
    """
    if not view.levels:
        raise UsageError(messages.BANDS_NEED_LEVEL, expected=", ".join(str(level) for level in BAND_LEVELS))
    return {id: list_band_tests(store, id, view.levels, baseline=baseline) for id in view.indicators}


def _make_naive(panel: Panel, chosen: Panel, view: View, store: Store) -> pd.DataFrame:
    """The naive forecasts beside those chosen, with bands from their own errors where bands are asked for."""
    rows = make_naive_rows(panel, chosen)
    if not view.levels or rows.empty:
        return rows
    parts = []
    for name in BASELINES:
        part = rows[rows["baseline"] == name].reset_index(drop=True)
        made = add_bands(replace(chosen, frame=part), view.levels, view.query, store, baseline=name)
        parts.append(made.frame)
    return pd.concat(parts, ignore_index=True)
