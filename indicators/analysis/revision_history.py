"""Follow figures through their vintages: the triangle of what each edition said, and how figures were revised.

A triangle has a row per vintage and a column per period. Between two vintages a figure is revised: a forecast by a
later forecast, a forecast by an actual value, or an actual value by a later one. Revisions are in percentage points, or
points of an index, where values are such, else in percent of the earlier value.

A user's own releases store only what changed, so a figure that a release leaves as it was is carried on and counts as a
revision of nothing. Editions of publishers store what they published; nothing is carried on for these.

Whether revisions are *news* or *noise* is tested as by Mankiw and Shapiro ("News or Noise: An Analysis of GNP
Revisions", 1986), in the regressions of Mincer and Zarnowitz ("The Evaluation of Economic Forecasts", 1969): the
revision from a preliminary to the newest value is regressed on a constant and the preliminary value. If both
coefficients are zero, the publisher used all that it knew, and revisions are news. If they are zero in the regression
on the newest value, revisions only remove a random error of measurement: noise. Standard errors are clustered by
period, whose shocks countries share, and count what forecasts made several periods ahead share with those of the
periods before (Driscoll and Kraay, 1998).
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.analysis.forecasts.equal_accuracy import find_t_probability
from indicators.analysis.forecasts.phases import FORECAST
from indicators.analysis.forecasts.record import EXTREME, count_periods_ahead, name_error_unit
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import PERIOD_MONTHS

FIRST_ACTUAL: Final = -1
"""The stage of the first actual value, where forecasts have the periods they look ahead."""
LATER: Final = 3
"""The years after the end of a period from which its revisions are counted together."""
_FIRST_WITHIN: Final = (
    2  # years after the end of a period: what is known first from a later edition was published before
)
_LEAST_PERIODS: Final = 10
_SURE: Final = 0.05
_WORLD: Final = "WLD"
_SERIES: Final = list(SERIES_COLUMNS)
_FIGURE: Final = [*_SERIES, "period"]
_KEPT: Final = [*_FIGURE, "entity", "publisher", "first", "last", "year", "vintage", "value", "status"]
_KEYS: Final = ["indicator", "publisher", "frequency", "error_unit"]
_PERCENTAGE_POINTS: Final = "percentage points"


@dataclass(frozen=True, eq=False)
class RevisionHistory:
    """Figures in every vintage.

    Attributes:
        cells: One row per figure and vintage: the columns that tell series and periods apart, ``entity``,
            ``publisher``, ``year``, ``vintage``, ``value``, ``status``, ``is_published`` (not carried on), ``ahead``
            (periods from the vintage to the period; below zero after it), ``before`` (the value in the vintage before;
            NaN for the first), ``status_before``, ``revision`` (in ``error_unit``), ``newest`` (the newest value) and
            ``kind``: ``forecast`` (a forecast revised), ``outcome`` (replaced by an actual value), ``actual`` (an
            actual value revised) or empty for the first.
        groups: Codes of the groups of countries among the areas.
    """

    cells: pd.DataFrame
    groups: frozenset[str] = frozenset()

    @property
    def revisions(self) -> pd.DataFrame:
        """The cells that have a vintage before."""
        return self.cells[self.cells["kind"] != ""].reset_index(drop=True)

    @property
    def is_empty(self) -> bool:
        """Whether no figure is of several vintages."""
        return not (self.cells["kind"] != "").any()

    @property
    def series(self) -> list[pd.DataFrame]:
        """The cells of each series."""
        return [part for _, part in self.cells.groupby(_SERIES, sort=False)]

    def make_triangle(self, column: str = "value") -> pd.DataFrame:
        """Return a table with a row per series and vintage and a column per period.

        Args:
            column: What is in it: ``value``, ``revision`` or ``newest``.
        """
        known = self.cells.dropna(subset="value")
        order = known.sort_values("first", kind="stable")["period"].unique()
        table = known.pivot_table(
            index=["entity", *_SERIES, "vintage"], columns="period", values=column, aggfunc="last", sort=False
        )  # fmt: skip
        return table.reindex(columns=order).sort_index(level=["entity", "dataset", "vintage"], sort_remaining=False)

    def trace_path(self, period: str) -> pd.DataFrame:
        """Return the values of one period through the vintages, the oldest first."""
        path = self.cells[(self.cells["period"] == period) & self.cells["value"].notna()]
        return path.sort_values(["entity", "dataset", "vintage"], kind="stable").reset_index(drop=True)

    def summarize(self, *, each_area: bool = False) -> pd.DataFrame:
        """Average the revisions by how long before or after the end of its period a figure was revised.

        Args:
            each_area: Whether to keep areas apart, under ``entity`` and ``code``.

        Returns:
            One row for each indicator, publisher, frequency and ``ahead`` of the later vintage, with revisions `LATER`
            years after the period or later together: ``revisions`` (int64),
            ``up``, ``down`` and ``unchanged`` (their shares in percent), ``median_revision``,
            ``median_absolute_revision``, ``extreme`` (int64, how many the means leave out), ``mean_revision`` and
            ``mean_absolute_revision``, in ``error_unit``.
        """
        rows = self._pool(self.revisions, each_area=each_area).dropna(subset="revision")
        extreme = _find_extreme(rows, "value", "before")
        usual = rows["revision"].mask(extreme)
        rows = rows.assign(
            ahead=rows["ahead"].clip(lower=-LATER * _count_per_year(rows)),
            up=100.0 * (rows["revision"] > 0), down=100.0 * (rows["revision"] < 0), extreme=extreme,
            unchanged=100.0 * (rows["revision"] == 0), usual=usual, usual_off=usual.abs(), off=rows["revision"].abs(),
        )  # fmt: skip
        keys = [*_KEYS, *(["entity", "code"] if each_area else []), "ahead"]
        found = rows.groupby(keys, sort=False).agg(
            revisions=("revision", "size"), up=("up", "mean"), down=("down", "mean"), unchanged=("unchanged", "mean"),
            median_revision=("revision", "median"), median_absolute_revision=("off", "median"),
            extreme=("extreme", "sum"), mean_revision=("usual", "mean"), mean_absolute_revision=("usual_off", "mean"),
        )  # fmt: skip
        ascending = [*[True] * (len(keys) - 1), False]
        return found.reset_index().sort_values(keys, ascending=ascending, kind="stable").reset_index(drop=True)

    def test_efficiency(self, *, each_area: bool = False) -> pd.DataFrame:
        """Test whether revisions to the newest value are news or noise, for each stage of a figure.

        Args:
            each_area: Whether to keep areas apart, under ``entity`` and ``code``.

        Returns:
            One row for each indicator, publisher, frequency and ``stage`` (the periods ahead of a forecast, the newest
            of which counts, or `FIRST_ACTUAL`): ``figures`` and ``periods`` (int64), ``least_periods`` (how many a test
            needs), ``mean_revision`` with its ``mean_p``; ``news_constant``, ``news_slope`` and ``news_p`` of the
            regression on the preliminary value, ``noise_constant``, ``noise_slope`` and ``noise_p`` of that on the
            newest, and ``reading``: ``news``, ``noise``, ``neither`` (both are rejected), ``undecided`` (none is) or
            empty. Only rates are regressed: levels grow, and so do their revisions.
        """
        rows = _list_stages(self._pool(self.cells, each_area=each_area))
        rows = rows[~_find_extreme(rows, "value", "newest")]
        keys = [*_KEYS, *(["entity", "code"] if each_area else []), "stage"]
        found = [dict(zip(keys, key, strict=True)) | _test(part) for key, part in rows.groupby(keys, sort=False)]
        ascending = [*[True] * (len(keys) - 1), False]
        table = pd.DataFrame(found, columns=[*keys, *_TESTED])
        return table.sort_values(keys, ascending=ascending, kind="stable").reset_index(drop=True)

    def _pool(self, rows: pd.DataFrame, *, each_area: bool) -> pd.DataFrame:
        """The rows that may be averaged: no group beside countries, and not the world beside groups."""
        if each_area:
            return rows
        codes = set(rows["code"])
        beside = self.groups if codes - self.groups else self.groups & {_WORLD} if len(codes) > 1 else set()
        return rows[~rows["code"].isin(beside)]


_TESTED: Final = [
    "figures", "periods", "least_periods", "mean_revision", "mean_p", "news_constant", "news_slope", "news_p",
    "noise_constant", "noise_slope", "noise_p", "reading",
]  # fmt: skip


def trace_revisions(panel: Panel, *, carried: Collection[str] = (), groups: Collection[str] = ()) -> RevisionHistory:
    """Follow the figures of a panel through their vintages.

    Args:
        panel: Figures of every vintage.
        carried: The datasets whose releases store only what changed.
        groups: Codes of groups of countries.

    >>> import indicators as ind
    >>> history = trace_revisions(ind.get("gdp-growth-weo", "RUS", "2015", every_vintage=True))
    >>> history.trace_path("2015")[["vintage", "value", "status"]].tail(2).round(2).to_numpy().tolist()
    [['2017-10-31', -2.83, '_X'], ['2025-10-31', -1.97, 'A']]
    """
    rows = panel.frame[panel.frame["frequency"].isin(list(PERIOD_MONTHS)) & (panel.frame["vintage"] != "")]
    rows = rows[_KEPT].drop_duplicates([*_FIGURE, "vintage"], keep="last")
    parts = [rows[~rows["dataset"].isin(carried)].assign(is_published=True)]
    parts += [_carry_on(part) for _, part in rows[rows["dataset"].isin(carried)].groupby("dataset", sort=False)]
    cells = pd.concat(parts, ignore_index=True)
    cells = cells.assign(known=pd.to_datetime(cells["vintage"])).sort_values([*_FIGURE, "known"], kind="stable")
    given = cells.dropna(subset="value")
    by_figure = given.groupby(_FIGURE, sort=False)
    given = given.assign(
        before=by_figure["value"].shift(), status_before=by_figure["status"].shift().fillna(""),
        newest=by_figure["value"].transform("last"), ahead=count_periods_ahead(given),
        error_unit=given["unit"].map({text: name_error_unit(text) for text in given["unit"].unique()}),
    )  # fmt: skip
    off, size = given["value"] - given["before"], given["before"].abs().where(given["before"] != 0)
    was, now = given["status_before"] == FORECAST, given["status"] == FORECAST
    kinds = [given["before"].isna(), was & now, was & ~now]
    given = given.assign(
        revision=off.where(given["error_unit"] != "%", 100 * off / size),
        kind=np.select(kinds, ["", "forecast", "outcome"], "actual"),
    )
    return RevisionHistory(given.drop(columns="known").reset_index(drop=True), frozenset(groups))


def _carry_on(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each figure to the vintages of its dataset that leave it as it was; a withdrawn one ends."""
    vintages = np.sort(rows["vintage"].unique())
    figure = rows.groupby(_FIGURE, sort=False).ngroup().to_numpy()
    place = np.searchsorted(vintages, rows["vintage"].to_numpy(dtype=str))
    source = np.full((int(figure.max()) + 1, len(vintages)), -1)
    source[figure, place] = np.arange(len(rows))
    latest = np.maximum.accumulate(np.where(source >= 0, np.arange(len(vintages)), -1), axis=1)
    there = latest >= 0
    filled = np.where(there, np.take_along_axis(source, np.maximum(latest, 0), axis=1), -1)
    kept = filled[there]
    made = rows.iloc[kept].reset_index(drop=True)
    published = (source >= 0)[there]
    columns = np.broadcast_to(vintages, there.shape)[there]
    return made.assign(vintage=pd.Series(columns, dtype=rows["vintage"].dtype), is_published=published)


def _count_per_year(rows: pd.DataFrame) -> pd.Series:
    per_year: pd.Series[int] = 12 // rows["frequency"].map(PERIOD_MONTHS).astype("int64")
    return per_year


def _find_extreme(rows: pd.DataFrame, *columns: str) -> pd.Series:
    """Mark rates at which a level at least doubles, which would decide every mean."""
    return (rows["error_unit"] == _PERCENTAGE_POINTS) & (rows[list(columns)].abs().max(axis=1) >= EXTREME)


def _list_stages(cells: pd.DataFrame) -> pd.DataFrame:
    """The preliminary value of each figure at each stage, and its revision to the newest value, if that is actual."""
    known = cells.sort_values("vintage", kind="stable")
    newest = known.drop_duplicates(_FIGURE, keep="last")
    is_final = ~newest["status"].isin([FORECAST, "E"])
    final = newest.loc[is_final, [*_FIGURE, "vintage"]].rename(columns={"vintage": "final_vintage"})
    before = known.merge(final, on=_FIGURE, how="inner")
    before = before[before["vintage"] < before["final_vintage"]]
    is_forecast = before["status"] == FORECAST
    ahead = before[is_forecast & (before["ahead"] >= 0)].drop_duplicates([*_FIGURE, "ahead"], keep="last")
    first = before[~is_forecast & (before["status"] != "E")].drop_duplicates(_FIGURE)
    first = first[first["ahead"] >= -_FIRST_WITHIN * _count_per_year(first)]
    stages = pd.concat([ahead.assign(stage=ahead["ahead"]), first.assign(stage=FIRST_ACTUAL)], ignore_index=True)
    off, size = stages["newest"] - stages["value"], stages["value"].abs().where(stages["value"] != 0)
    to_newest = off.where(stages["error_unit"] != "%", 100 * off / size)
    return stages.assign(to_newest=to_newest).dropna(subset="to_newest")


def _test(rows: pd.DataFrame) -> dict[str, Any]:
    """The mean revision and the two regressions of one stage."""
    revision, period = rows["to_newest"].to_numpy(), rows["period"].to_numpy(dtype=str)
    periods = len(np.unique(period))
    found: dict[str, Any] = {
        "figures": len(rows), "periods": periods, "least_periods": _LEAST_PERIODS, "mean_revision": revision.mean(),
        "reading": "",
    }  # fmt: skip
    if periods < _LEAST_PERIODS:
        return found
    lags = max(int(rows["stage"].iloc[0]), 0)
    mean, deviation = _regress(revision, [], period, lags)
    found["mean_p"] = (
        find_t_probability(mean[0] / deviation[0, 0] ** 0.5, periods - 1) if deviation[0, 0] > 0 else math.nan
    )
    if rows["error_unit"].iloc[0] == "%":
        return found
    chances = {}
    for name, column in (("news", "value"), ("noise", "newest")):
        coefficients, covariance = _regress(revision, [rows[column].to_numpy()], period, lags)
        chances[name] = _test_both(coefficients, covariance, periods - 1)
        found |= dict(zip((f"{name}_constant", f"{name}_slope"), coefficients, strict=True)) | {
            f"{name}_p": chances[name]
        }
    if not any(map(math.isnan, chances.values())):
        news, noise = (chance >= _SURE for chance in chances.values())
        found["reading"] = "undecided" if news and noise else "news" if news else "noise" if noise else "neither"
    return found


def _regress(
    values: npt.NDArray[np.float64], regressors: list[npt.NDArray[np.float64]], clusters: npt.NDArray[Any], lags: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The least-squares coefficients of a constant and regressors, and their covariance.

    The latter is clustered by period and adds the covariances of as many periods as there are lags, with the weights of
    Bartlett.
    """
    design = np.column_stack([np.ones(len(values)), *regressors])
    inverse = np.linalg.pinv(design.T @ design)
    coefficients = inverse @ design.T @ values
    scores = design * (values - design @ coefficients)[:, None]
    numbers = np.unique(clusters, return_inverse=True)[1]
    summed = np.zeros((int(numbers.max()) + 1, design.shape[1]))
    np.add.at(summed, numbers, scores)
    count, groups = len(values), len(summed)
    factor = groups / (groups - 1) * (count - 1) / max(count - design.shape[1], 1)
    middle = summed.T @ summed
    for lag in range(1, min(lags, groups - 1) + 1):
        shared = summed[lag:].T @ summed[:-lag]
        middle = middle + (1 - lag / (lags + 1)) * (shared + shared.T)
    return coefficients, factor * inverse @ middle @ inverse


def _test_both(coefficients: npt.NDArray[np.float64], covariance: npt.NDArray[np.float64], freedom: int) -> float:
    """The probability that two coefficients are zero: the tail of F with 2 degrees of freedom, which is a power."""
    if np.linalg.matrix_rank(covariance) < len(coefficients):
        return math.nan
    statistic = float(coefficients @ np.linalg.solve(covariance, coefficients)) / 2
    return float((1 + 2 * statistic / freedom) ** (-freedom / 2))
