"""Score forecasts against their outcome: how far off a publisher was, by how many periods ahead.

Each published forecast, with its vintage, is paired with an actual value of the same series and period by the same
publisher; rival figures are not compared. An estimate is not an outcome, and a figure that the newest vintage still
calls an estimate has none yet. The horizon is counted in periods, from the one in which a forecast was
published to the one it is about. The benchmark is Theil's naive forecast: that everything stays as in the last period
known that day; `TrackRecord.compare_with_naive` adds others (`indicators.analysis.forecasts.baselines`).

A few years of hyperinflation would decide every mean, so medians come first, and means leave out forecasts and outcomes
that say that a level at least doubles; their number is given. A group of countries is not counted beside its members.

An error is the forecast minus the outcome, so a positive one is too high: in percentage points (or points of an index)
where values are such, else in percent of the outcome.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.baselines import BASELINES, forecast_naively
from indicators.analysis.forecasts.equal_accuracy import compare_losses
from indicators.analysis.forecasts.past_errors import count_distances
from indicators.analysis.forecasts.phases import FORECAST, ForecastOutcome
from indicators.errors import UnknownNameError, UsageError
from indicators.model.formatting import count_noun
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import PERIOD_MONTHS, Frequency, TimeSpan
from indicators.model.units import parse_unit

ForecastSeason = Literal["", "spring", "autumn"]
FORECAST_SEASONS: Final[tuple[ForecastSeason, ...]] = get_args(ForecastSeason)
"""Which editions are scored: all, those of January to June, or those of July to December."""
EXTREME: Final = 100
"""Percent of change from which a forecast and its outcome are left out of means: a level at least doubles."""

_IN_POINTS: Final = frozenset({"percent", "percentage_point", "permille", "index_point"})
_PERCENTAGE_POINTS: Final = "percentage points"
_WORLD: Final = "WLD"
_JUNE: Final = 6
_ESTIMATE: Final = "E"
_SERIES: Final = list(SERIES_COLUMNS)
_FIGURE: Final = [*_SERIES, "period"]


@dataclass(frozen=True)
class TrackRecord:
    """Forecasts with their outcomes.

    Attributes:
        pairs: One row per forecast with an outcome: ``indicator``, ``entity``, ``code``, ``counterpart``,
            ``dimensions``, ``publisher``, ``dataset``, ``unit``, ``frequency``, ``period``, ``year``, ``vintage`` (when
            it was forecast), ``ahead`` (periods, int64), ``distance`` (int64, to the end of the period: half-years for
            annual figures, else periods), ``forecast``, ``outcome``, ``naive`` (float64, in the unit; ``naive`` is NaN
            if nothing was known), ``error`` and ``naive_error`` (float64, in ``error_unit``), ``outcome_vintage``, and
            the other naive forecasts, in the unit: ``naive_mean``, ``naive_drift``, ``naive_ar1`` (float64, NaN if too
            little was known).
        outcome: What they are compared with.
        open: How many forecasts have no outcome yet.
        season: Which editions they are from.
        groups: Codes of the groups of countries among the areas.
    """

    pairs: pd.DataFrame
    outcome: ForecastOutcome
    open: int
    season: ForecastSeason = ""
    groups: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether no forecast has an outcome yet."""
        return self.pairs.empty

    @property
    def pooled(self) -> pd.DataFrame:
        """The pairs that may be averaged over areas: no group beside countries, and not the world beside groups."""
        codes = set(self.pairs["code"])
        beside = self.groups if codes - self.groups else self.groups & {_WORLD} if len(codes) > 1 else set()
        return self.pairs[~self.pairs["code"].isin(beside)]

    @property
    def groups_left_out(self) -> tuple[str, ...]:
        """The names of the groups that averages over areas leave out."""
        kept = set(self.pooled["code"])
        return tuple(self.pairs.loc[~self.pairs["code"].isin(kept), "entity"].unique())

    def find_extreme(self, pairs: pd.DataFrame, *columns: str) -> pd.Series:
        """Mark the pairs that means leave out: their forecast or outcome is a change of `EXTREME` percent or more.

        Args:
            pairs: Some of the pairs.
            columns: Other forecasts that count, too.
        """
        largest = pairs[["forecast", "outcome", *columns]].abs().max(axis=1)
        return (pairs["error_unit"] == _PERCENTAGE_POINTS) & (largest >= EXTREME)

    def group_by_horizon(self, *, each_area: bool = False) -> pd.DataFrame:
        """Average the errors by horizon.

        Args:
            each_area: Whether to keep areas apart, under ``entity`` and ``code``.

        Returns:
            One row for each indicator, publisher, frequency and ``ahead``: ``forecasts`` (int64, their number),
            ``median_error`` and ``median_absolute_error`` (of all of them), ``relative_error`` (their median absolute
            error over that of the naive forecast, where there is one: below 1 they beat it), ``extreme`` (int64, how
            many the means leave out), ``mean_error`` (the bias), ``mean_absolute_error``, ``root_mean_squared_error``
            and ``naive_absolute_error`` (the median of the naive forecast); float64. Errors are in ``error_unit``.
        """
        pairs = self.pairs if each_area else self.pooled
        extreme, known = self.find_extreme(pairs), pairs["naive_error"].notna()
        usual = pairs["error"].mask(extreme)
        rows = pairs.assign(
            off=pairs["error"].abs(), extreme=extreme, usual=usual, usual_off=usual.abs(), squared=usual**2,
            naive_off=pairs["naive_error"].abs(), compared=pairs["error"].abs().where(known),
        )  # fmt: skip
        keys = _list_keys(each_area=each_area)
        found = rows.groupby(keys, sort=False).agg(
            forecasts=("error", "size"), median_error=("error", "median"), median_absolute_error=("off", "median"),
            compared=("compared", "median"), extreme=("extreme", "sum"), mean_error=("usual", "mean"),
            mean_absolute_error=("usual_off", "mean"), root_mean_squared_error=("squared", "mean"),
            naive_absolute_error=("naive_off", "median"),
        )  # fmt: skip
        found["root_mean_squared_error"] = np.sqrt(found["root_mean_squared_error"])
        relative = found.pop("compared") / found["naive_absolute_error"].where(lambda off: off > 0)
        found.insert(3, "relative_error", relative)
        return found.reset_index().sort_values(keys, kind="stable").reset_index(drop=True)

    def compare_with_naive(self, *, each_area: bool = False) -> pd.DataFrame:
        """Compare the errors with those of naive forecasts, on the cases for which all of these could be made.

        Args:
            each_area: Whether to keep areas apart, under ``entity`` and ``code``.

        Returns:
            One row for each indicator, publisher, frequency, ``ahead`` and ``baseline`` (of `BASELINES`): ``forecasts``
            (int64, the cases), ``relative_error`` (the median absolute error over that of the baseline: below 1 the
            publisher was better), ``relative_mean_error`` (the same of means without the `EXTREME`), ``extreme``
            (int64, how many these leave out), ``periods`` and ``least_periods`` (int64, how many there are for a test
            and how many it needs), ``statistic`` and ``p_value`` (of the test of equal absolute errors by Diebold and
            Mariano, of the mean over areas and editions in each period; NaN where there are too few periods).
        """
        pairs = self.pairs if each_area else self.pooled
        common = pairs[pairs[list(_NAIVE.values())].notna().all(axis=1)]
        keys = _list_keys(each_area=each_area)
        rows = [
            dict(zip(keys, key, strict=True)) | {"baseline": name} | self._compare(part, column)
            for key, part in common.groupby(keys, sort=False)
            for name, column in _NAIVE.items()
        ]
        columns = [*keys, "baseline", *_COMPARED]
        found = pd.DataFrame(rows, columns=columns).astype({"ahead": "int64"})
        order = found["baseline"].map(list(_NAIVE).index).astype("int64")
        return found.assign(order=order).sort_values([*keys, "order"], kind="stable")[columns].reset_index(drop=True)

    def rank(self, *, common: bool = False) -> pd.DataFrame:
        """Rank the publishers; see `indicators.analysis.forecasts.ranking.rank_forecasters`."""
        from indicators.analysis.forecasts.ranking import rank_forecasters

        return rank_forecasters(self, common=common)

    def _compare(self, pairs: pd.DataFrame, column: str) -> dict[str, float]:
        """The errors of pairs relative to those of one naive forecast, and the test of their difference."""
        extreme = self.find_extreme(pairs, column)
        off = pairs["error"].abs()
        naive = _measure_errors(pairs, column).abs()
        usual, usual_naive = off[~extreme], naive[~extreme]
        by_period = (usual - usual_naive).groupby(pairs.loc[~extreme, "year"].astype(str) + pairs["period"]).mean()
        steps = int(pairs["ahead"].iloc[0]) + 1
        test = compare_losses(by_period.to_numpy(), steps)
        return {
            "forecasts": len(pairs), "relative_error": _divide(off.median(), naive.median()),
            "relative_mean_error": _divide(usual.mean(), usual_naive.mean()), "extreme": int(extreme.sum()),
            "periods": test.periods, "least_periods": test.least, "statistic": test.statistic, "p_value": test.p_value,
        }  # fmt: skip


_NAIVE: Final = {name: "naive" if name == "no-change" else f"naive_{name}" for name in BASELINES}
"""The columns of the naive forecasts."""
_COMPARED: Final = [
    "forecasts", "relative_error", "relative_mean_error", "extreme", "periods", "least_periods", "statistic", "p_value",
]  # fmt: skip


def _list_keys(*, each_area: bool) -> list[str]:
    areas = ["entity", "code"] if each_area else []
    return ["indicator", "publisher", "frequency", "error_unit", *areas, "ahead"]


def _divide(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan


def format_horizon(ahead: int, frequency: str) -> str:
    """Format a horizon.

    >>> format_horizon(0, "A"), format_horizon(1, "Q"), format_horizon(5, "A")
    ('same year', '1 quarter ahead', '5 years ahead')
    """
    period = Frequency(frequency).noun
    if not ahead:
        return messages.SAME_PERIOD.format(period=period)
    return messages.AHEAD.format(periods=count_noun(ahead, period, f"{period}s"))


def score_forecasts(
    panel: Panel,
    *,
    outcome: ForecastOutcome = "newest",
    season: ForecastSeason = "",
    time: TimeSpan = TimeSpan(),  # noqa: B008  frozen
    outcome_by: str = "",
) -> TrackRecord:
    """Score the forecasts of a panel against its actual values.

    Args:
        panel: Figures with every vintage, as ``get(…, every_vintage=True)`` gives them; with only the newest, no
            forecast with an outcome is left, and the record is empty. Naive forecasts are made from all its years.
        outcome: ``newest``, what is known now; ``first``, the first actual value published, which is fairer to the
            forecaster where methods changed later; or ``one-year-later``, the last published within a year after the
            end of the period.
        season: Only score editions of the ``spring`` (January to June) or the ``autumn``; all if empty.
        time: The periods that were forecast; all if left out.
        outcome_by: The dataset, or its publisher, whose actual values all forecasts are compared with, to score those
            of several publishers together; each publisher's own if left out.

    Raises:
        UsageError: Only the latest or earliest figure is asked for, or several datasets of the publisher have values.
        UnknownNameError: Nobody of that name has actual values among these.

    >>> import indicators as ind
    >>> record = score_forecasts(ind.get("gdp-growth-weo", "RUS", "2015", every_vintage=True))
    >>> record.pairs[["vintage", "ahead", "forecast", "outcome", "error"]].round(2).tail(1).to_dict("records")
    [{'vintage': '2015-10-31', 'ahead': 0, 'forecast': -3.82, 'outcome': -1.97, 'error': -1.85}]
    """
    if time.only is not None:
        raise UsageError(
            messages.SCORES_NEED_SPAN, found=str(time), expected="2010..2019", hint=messages.ALL_IF_LEFT_OUT
        )
    rows = panel.frame[panel.frame["frequency"].isin(list(PERIOD_MONTHS))].dropna(subset="value")
    rows = rows.assign(known=pd.to_datetime(rows["vintage"], errors="coerce")).dropna(subset="known")
    is_forecast = (rows["status"] == FORECAST) & (rows["known"] <= rows["last"])
    if season:
        is_forecast &= (rows["known"].dt.month <= _JUNE) == (season == "spring")
    if time.first is not None:
        is_forecast &= rows["first"] >= pd.Timestamp(time.first_day)
    if time.last is not None:
        is_forecast &= rows["last"] <= pd.Timestamp(time.last_day)
    forecasts = rows[is_forecast].rename(columns={"value": "forecast"})
    past = rows[rows["status"] != FORECAST].sort_values("known", kind="stable")
    if outcome_by:
        past = past[past["dataset"] == _find_dataset(past, outcome_by)]
    outcomes = _find_outcomes(past, outcome)
    if outcome_by:
        theirs = outcomes.rename(columns={name: f"{name}_of_outcome" for name in _OF_PUBLISHER})
        pairs = forecasts.merge(theirs, on=[name for name in _FIGURE if name not in _OF_PUBLISHER], how="inner")
        same = pairs.assign(**{name: pairs[f"{name}_of_outcome"] for name in _OF_PUBLISHER})
    else:
        pairs = same = forecasts.merge(outcomes, on=_FIGURE, how="inner")
    pairs = pairs.assign(**forecast_naively(past, same).rename(columns=_NAIVE))
    pairs["distance"] = _count_distances(pairs)
    pairs["ahead"] = count_periods_ahead(pairs)
    pairs = _add_errors(pairs).sort_values([*_SERIES, "first", "known"], kind="stable")[_COLUMNS]
    areas = panel.catalogue.areas.by_code if panel.catalogue else {}
    groups = frozenset(code for code in pairs["code"].unique() if code in areas and areas[code].kind == "group")
    return TrackRecord(pairs.reset_index(drop=True), outcome, len(forecasts) - len(pairs), season, groups)


_OF_PUBLISHER: Final = ["indicator", "dataset", "converted_from"]
"""The columns that tell rival series apart."""
_COLUMNS: Final = [
    "indicator", "entity", "code", "counterpart", "dimensions", "publisher", "dataset", "unit", "frequency", "period",
    "year", "vintage", "ahead", "distance", "forecast", "outcome", "outcome_vintage", "naive", "error", "naive_error",
    "error_unit", *list(_NAIVE.values())[1:],
]  # fmt: skip


def _find_outcomes(past: pd.DataFrame, outcome: ForecastOutcome) -> pd.DataFrame:
    """The outcome of each figure; none as long as the newest vintage still calls it an estimate."""
    newest = past.drop_duplicates(_FIGURE, keep="last")
    is_estimate = past["status"] == _ESTIMATE
    has_none = past.set_index(_FIGURE).index.isin(newest[newest["status"] == _ESTIMATE].set_index(_FIGURE).index)
    in_time = (past["known"] <= past["last"] + pd.DateOffset(years=1)) | (outcome != "one-year-later")
    found = past[~is_estimate & ~has_none & in_time]
    found = found.drop_duplicates(_FIGURE, keep="first" if outcome == "first" else "last")
    return found[[*_FIGURE, "value", "vintage"]].rename(columns={"value": "outcome", "vintage": "outcome_vintage"})


def _find_dataset(past: pd.DataFrame, name: str) -> str:
    """The dataset of a name, or of a publisher of that name."""
    named = past[["dataset", "publisher"]].drop_duplicates()
    if name in set(named["dataset"]):
        return name
    found = named.loc[named["publisher"].str.casefold() == name.strip().casefold(), "dataset"].tolist()
    if not found:
        raise UnknownNameError(
            "publisher or dataset with actual values", name, sorted({*named["dataset"], *named["publisher"]})
        )
    if len(found) > 1:
        raise UsageError(messages.SEVERAL_DATASETS, found=name, expected=" or ".join(found))
    return str(found[0])


def _count_distances(pairs: pd.DataFrame) -> pd.Series:
    """How far before the end of its period each was published, in half-years for annual figures."""
    days = [pairs[name].to_numpy().astype("datetime64[D]").astype(np.int64) for name in ("known", "last")]
    counted = pd.Series(-1, index=pairs.index)
    for code, months in PERIOD_MONTHS.items():
        here = (pairs["frequency"] == code).to_numpy()
        counted[here] = count_distances(days[0][here], days[1][here], months)
    return counted


def count_periods_ahead(pairs: pd.DataFrame) -> pd.Series:
    """Count the periods from the one in which a figure was published, ``known``, to the one it is about."""
    each = 12 // pairs["frequency"].map(PERIOD_MONTHS).astype("int64")
    numbers = [days.dt.year * each + (days.dt.month - 1) * each // 12 for days in (pairs["last"], pairs["known"])]
    ahead: pd.Series[int] = numbers[0] - numbers[1]
    return ahead


def _add_errors(pairs: pd.DataFrame) -> pd.DataFrame:
    pairs = pairs.assign(error_unit=pairs["unit"].map({text: name_error_unit(text) for text in pairs["unit"].unique()}))
    for name, source in (("error", "forecast"), ("naive_error", "naive")):
        pairs[name] = _measure_errors(pairs, source)
    return pairs.dropna(subset="error")


def _measure_errors(pairs: pd.DataFrame, source: str) -> pd.Series:
    """The errors of one column of forecasts, in the unit of errors; none in percent of an outcome of zero."""
    off = pairs[source] - pairs["outcome"]
    whole = pairs["outcome"].abs().where(pairs["outcome"] != 0)
    return off.where(pairs["error_unit"] != "%", 100 * off / whole)


def name_error_unit(unit: str) -> str:
    """Return the unit of errors and revisions of figures in a unit.

    >>> [name_error_unit(unit) for unit in ("%", "USD", "index points")]
    ['percentage points', '%', 'points']
    """
    expression = parse_unit(unit).expression
    if expression not in _IN_POINTS:
        return "%"
    return _PERCENTAGE_POINTS if expression in ("percent", "percentage_point") else "points"
