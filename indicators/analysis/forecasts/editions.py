"""Tell the editions of an outlook apart: the newest vintage of each value, and what each edition forecast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.analysis.forecasts.phases import FORECAST, mask_phases
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import TimePeriod

_FIGURE: Final = [*SERIES_COLUMNS, "period"]


@dataclass(frozen=True)
class EditionPath:
    """The forecast of one edition for one series.

    Attributes:
        vintage: The day from which it was known, as in a panel.
        places: The positions of its values in the rows of the series, by time.
        begins: How many of them are actual: one, the last it had, or none.
    """

    vintage: str
    places: npt.NDArray[np.intp]
    begins: int


def has_editions(panel: Panel) -> bool:
    """Tell whether some forecasts are of one edition of several, or by a publisher with values of several days.

    >>> import indicators as ind
    >>> has_editions(ind.get("gdp-growth-weo", "RUS")), has_editions(ind.get("gdp", "RUS"))
    (True, False)
    """
    frame = panel.frame
    forecasts = frame[frame["status"] == FORECAST]
    if forecasts.empty:
        return False
    if not {origin.id for origin in panel.origins if origin.editions}.isdisjoint(forecasts["origin"]):
        return True
    vintages = frame[frame["dataset"].isin(forecasts["dataset"].unique())].groupby("dataset")["vintage"].nunique()
    return bool((vintages > 1).any())


def keep_newest_vintages(panel: Panel) -> Panel:
    """Return the newest vintage of each value of a panel with every vintage, in the panel's order.

    >>> import indicators as ind
    >>> panel = ind.get("gdp-growth-weo", "RUS", "2015", every_vintage=True)
    >>> keep_newest_vintages(panel).frame[["vintage", "status"]].to_dict("records")
    [{'vintage': '2025-10-31', 'status': 'A'}]
    """
    by_vintage = panel.frame.sort_values("vintage", kind="stable")
    kept = by_vintage.drop_duplicates(_FIGURE, keep="last").index.sort_values()
    return panel.with_frame(panel.frame.loc[kept].reset_index(drop=True))


def trace_editions(
    vintage: npt.NDArray[Any], status: npt.NDArray[Any], last: npt.NDArray[Any]
) -> Iterator[EditionPath]:
    """Yield what each edition forecast for a series after its own last actual value, the oldest edition first.

    Args:
        vintage: The vintages of the rows of one series, ``YYYY-MM-DD``.
        status: Status codes.
        last: The last days of the periods.

    >>> paths = trace_editions(np.array(["2019-10-31"] * 3), np.array(["A", "F", "F"]), np.array([2018, 2019, 2020]))
    >>> [(path.places.tolist(), path.begins) for path in paths]
    [([0, 1, 2], 1)]
    """
    order = np.lexsort((last, vintage.astype(str)))
    of = vintage[order].astype(str)
    edges = np.flatnonzero(of[1:] != of[:-1]) + 1
    for places in np.split(order, edges):
        actual, forecast = mask_phases(status[places], last[places])
        if forecast.any():
            known = places[actual][-1:]
            yield EditionPath(str(vintage[places[0]]), np.concatenate([known, places[forecast]]), len(known))


def name_editions(vintages: npt.NDArray[Any]) -> dict[str, str]:
    """Return the names of editions by their vintages.

    >>> name_editions(np.array(["2019-10-31", "2020-04-30"]))["2020-04-30"]
    'April 2020'
    """
    return {vintage: period.label for vintage, period in parse_editions(np.unique(vintages.astype(str))).items()}


def parse_editions(vintages: Iterable[str]) -> dict[str, TimePeriod]:
    """Return the periods that editions are named by: months if each became known at the end of one, else days.

    >>> parse_editions(["2019-10-31", "2020-04-29"])["2019-10-31"].label
    '31 October 2019'
    """
    days = {str(text): TimePeriod.parse(str(text)) for text in vintages if text}
    months = {text: TimePeriod.parse(text[:7]) for text in days}
    by_month = all(day.last == months[text].last for text, day in days.items())
    return months if by_month else days
