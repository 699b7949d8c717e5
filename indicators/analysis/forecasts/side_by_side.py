"""Put the forecasts of several publishers side by side, each with its own edition.

A forecaster is a publisher with its dataset: an outlook, a ministry, an article, a file of the user's own. Their
figures stay theirs: the range and the median of the forecasters' newest editions are given beside them, and nothing is
averaged. Naive forecasts can stand below as a comparison and count for neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.baselines import BASELINE_LABELS, BASELINES, forecast_naively
from indicators.analysis.forecasts.phases import FORECAST
from indicators.errors import UsageError
from indicators.model.bands import find_levels, name_ends
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.periods import PERIOD_MONTHS, TimeSpan
from indicators.model.steps import Step

_CASE: Final = ["code", "counterpart", "dimensions", "unit", "frequency", "period"]
_FORECASTER: Final = ["indicator", "dataset"]
_NO_OUTCOME: Final = ("E", FORECAST)
_COLUMNS: Final = [
    "entity", "code", "counterpart", "dimensions", "period", "year", "frequency", "unit", "kind", "forecaster",
    "indicator", "dataset", "publisher", "vintage", "edition", "value", "lower", "upper", "digits", "said_by", "origin",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class ForecastComparison:
    """Forecasts of the same figures by several publishers.

    Attributes:
        frame: One row per figure: the columns of a panel that tell series and periods apart, ``kind`` (``forecast``,
            ``actual`` or ``naive``), ``forecaster`` (the publisher, or the naive forecast), ``vintage``, ``edition``
            (1 for the newest of a forecaster, 2 for the one before; 0 for what is none), ``value`` in ``unit``, the
            interval a publisher itself gives (``lower``, ``upper``), and bands where they were asked for.
        indicators: The indicators.
        origins: The sources of the figures.
        steps: How they were made, and what is missing.
    """

    frame: pd.DataFrame
    indicators: tuple[Indicator, ...] = ()
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    steps: tuple[Step, ...] = field(default=(), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is no forecast."""
        return not (self.frame["kind"] == "forecast").any()

    @property
    def summary(self) -> pd.DataFrame:
        """The range and the median of the forecasters' newest editions.

        One row per series and period: ``entity``, ``code``, ``counterpart``, ``dimensions``, ``period``, ``unit``,
        ``forecasters`` (int64), ``lowest``, ``median``, ``highest``, ``range`` (NaN where there is one forecaster) and
        ``outcome`` (the actual value; NaN where there is none or publishers differ).
        """
        newest = self.frame[(self.frame["kind"] == "forecast") & (self.frame["edition"] == 1)]
        keys = ["entity", *_CASE]
        found = newest.groupby(keys, sort=False)["value"].agg(
            forecasters="size", lowest="min", median="median", highest="max"
        )
        found["range"] = (found["highest"] - found["lowest"]).where(found["forecasters"] > 1)
        actual = self.frame[self.frame["kind"] == "actual"].groupby(keys)["value"].agg(["first", "nunique"])
        outcome = actual["first"].where(actual["nunique"] == 1).rename("outcome")
        table: pd.DataFrame = found.join(outcome).reset_index()
        return table


def refuse_unlike(indicators: Sequence[Indicator]) -> None:
    """Refuse indicators that don't measure the same.

    Raises:
        UsageError: One of them is no rival of the first; two forecasts of different things have no range.
    """
    first, *others = indicators
    unlike = [one for one in others if one.id not in first.compare_with and first.id not in one.compare_with]
    if unlike:
        found = join_names([first.name, *(one.name for one in unlike)])
        raise UsageError(messages.UNLIKE_FORECASTS, found=found, hint=messages.IMPORT_UNDER_SAME_ID.format(id=first.id))


def choose_forecasts(panel: Panel, time: TimeSpan, *, editions: int = 1) -> Panel:
    """Choose the forecasts to show, and the outcomes beside them.

    Args:
        panel: Figures of every vintage.
        time: The periods to show; if it is open on both sides, those without an outcome.
        editions: How many of the newest editions of each forecaster that forecast a period.

    Returns:
        The forecasts, and the newest actual value of each publisher for the same periods.
    """
    rows = panel.frame[panel.frame["value"].notna() & (panel.frame["vintage"] != "")]
    if time.first is not None:
        rows = rows[rows["first"] >= pd.Timestamp(time.first_day)]
    if time.last is not None:
        rows = rows[rows["last"] <= pd.Timestamp(time.last_day)]
    rows = rows.sort_values("vintage", kind="stable", ascending=False)
    by = [*_FORECASTER, *_CASE, "converted_from"]
    forecasts = rows[rows["status"] == FORECAST]
    forecasts = forecasts[forecasts.groupby(by, sort=False).cumcount() < editions]
    actual = rows[~rows["status"].isin(_NO_OUTCOME)].drop_duplicates(by)
    cases = pd.MultiIndex.from_frame(forecasts[_CASE])
    actual = actual[pd.MultiIndex.from_frame(actual[_CASE]).isin(cases)]
    if time == TimeSpan():
        known = pd.MultiIndex.from_frame(actual[_CASE])
        forecasts, actual = forecasts[~cases.isin(known)], actual.iloc[:0]
    chosen = pd.concat([forecasts, actual]).sort_index()
    return panel.with_frame(chosen.reset_index(drop=True)).drop_unused_origins()


def compare_forecasts(chosen: Panel, naive: pd.DataFrame | None = None) -> ForecastComparison:
    """Make the comparison of the forecasts that `choose_forecasts` chose, with bands where the panel has them.

    Args:
        chosen: The forecasts and outcomes.
        naive: Naive forecasts beside them, as `make_naive_rows` makes them.
    """
    frame = chosen.frame
    is_forecast = frame["status"] == FORECAST
    ordered = frame[is_forecast].sort_values("vintage", ascending=False, kind="stable")
    edition = ordered.groupby([*_FORECASTER, *_CASE, "converted_from"], sort=False).cumcount() + 1
    made = frame.assign(
        kind=np.where(is_forecast, "forecast", "actual"), forecaster=_name_forecasters(frame),
        edition=edition.reindex(frame.index, fill_value=0).astype("int64"),
    )  # fmt: skip
    extra = [end for level in find_levels(frame.columns) for end in name_ends(level)]
    extra += [name for name in ("band_errors", "band_method") if name in frame]
    if naive is not None and not naive.empty:
        names = naive["baseline"].map(BASELINE_LABELS)
        if len(set(naive["publisher"])) > 1:
            names = names + " (" + naive["publisher"].astype(object) + ")"
        made = pd.concat([made, naive.assign(kind="naive", forecaster=names, edition=0)], ignore_index=True)
    kinds = made["kind"].map({"forecast": 0, "naive": 1, "actual": 2})
    made = made.assign(order=kinds).sort_values(
        ["entity", "dimensions", "last", "order", "forecaster", "edition"], kind="stable"
    )
    return ForecastComparison(
        made[[*_COLUMNS, *extra]].reset_index(drop=True), chosen.indicators, chosen.origins, chosen.steps
    )


def _name_forecasters(frame: pd.DataFrame) -> pd.Series:
    """The publisher; with its dataset or indicator where a publisher has several."""
    names = frame["publisher"].astype(object)
    for column in _FORECASTER[::-1]:
        several = frame.groupby(["publisher"])[column].transform("nunique") > 1
        names = names.where(~several, names + ", " + frame[column].astype(object))
    return names


def make_naive_rows(panel: Panel, chosen: Panel) -> pd.DataFrame:
    """Return naive forecasts of the periods that are forecast, made from the values known on the day of each edition.

    Args:
        panel: Figures of every vintage, of all time.
        chosen: The forecasts to compare with; the newest edition of each forecaster counts.

    Returns:
        Rows like those of ``chosen``, with the naive forecast under ``baseline``.
    """
    rows = panel.frame[panel.frame["frequency"].isin(list(PERIOD_MONTHS)) & panel.frame["value"].notna()]
    rows = rows.assign(known=pd.to_datetime(rows["vintage"], errors="coerce")).dropna(subset="known")
    past = rows[rows["status"] != FORECAST].sort_values("known", kind="stable")
    forecasts = chosen.frame[(chosen.frame["status"] == FORECAST) & chosen.frame["frequency"].isin(list(PERIOD_MONTHS))]
    by = [*_FORECASTER, *_CASE, "converted_from"]
    forecasts = forecasts.sort_values("vintage", ascending=False, kind="stable").drop_duplicates(by)
    forecasts = forecasts.assign(known=pd.to_datetime(forecasts["vintage"])).reset_index(drop=True)
    made = forecast_naively(past, forecasts)
    empty: dict[str, Any] = {"lower": np.nan, "upper": np.nan, "digits": pd.NA, "said_by": ""}
    parts = [forecasts.assign(baseline=name, value=made[name], **empty).dropna(subset="value") for name in BASELINES]
    return pd.concat(parts, ignore_index=True).drop(columns="known").astype(dict(chosen.frame.dtypes))
