"""Bands around forecasts, from the errors of the same publisher's earlier ones.

A band of 80% is meant to hold the outcome in eight of ten cases. It rests on the errors known on the day of the edition
only (`indicators.analysis.forecasts.past_errors`), pooled over countries (`indicators.analysis.forecasts.quantiles`);
`indicators.analysis.forecasts.calibration` tests how many outcomes such bands held. Where too few errors are known,
there is no band, and a note says so. Bands are of figures as published, converted with them; a calculation such as an
index or a share has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.band_settings import find_settings
from indicators.analysis.forecasts.baselines import BASELINE_LABELS, BaselineName
from indicators.analysis.forecasts.calibration import BandTest, backtest_bands
from indicators.analysis.forecasts.past_errors import PastErrors, collect_errors, count_distances
from indicators.analysis.forecasts.phases import FORECAST, ForecastOutcome
from indicators.analysis.forecasts.quantiles import LEAST_ERRORS, LEAST_PERIODS, BandMaker
from indicators.model.bands import name_ends
from indicators.model.formatting import count_noun, join_names
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.periods import PERIOD_MONTHS
from indicators.model.steps import Step
from indicators.store import Query, Store

BAND_OUTCOME: Final[ForecastOutcome] = "one-year-later"
"""The outcome that bands are about: the last value published within a year after the end of the period."""
_RECORD: Final = ["indicator", "dataset", "frequency"]


def add_bands(
    panel: Panel, levels: tuple[int, ...], query: Query, store: Store, *, published: Panel | None = None,
    baseline: BaselineName | Literal[""] = "",
) -> Panel:  # fmt: skip
    """Add the ends of bands to the forecasts of a panel.

    Args:
        panel: The figures as published, or converted.
        levels: The shares of outcomes that the bands should hold, in percent.
        query: What they were read with.
        store: Where the earlier forecasts are read.
        published: The same rows as published, if the panel is converted; the bands are converted with the values.
        baseline: The naive forecast that the rows are, for bands from its own errors; a publisher's if left out.

    Returns:
        The panel with the columns ``lower_50``, ``upper_50`` and so on (float64, NaN where there is no band),
        ``band_errors`` (Int64, the errors behind a band) and ``band_method`` (text).
    """
    ends = {name: np.full(len(panel.frame), np.nan) for level in levels for name in name_ends(level)}
    counts, methods = np.zeros(len(panel.frame)), np.full(len(panel.frame), "", dtype=object)
    steps: list[Step] = []
    frame = (published or panel).frame.reset_index(drop=True)
    wanted = frame[(frame["status"] == FORECAST) & frame["value"].notna() & (frame["vintage"] != "")]
    for (indicator, dataset, frequency), rows in wanted.groupby(_RECORD, sort=False):
        record = load_errors(store, query, str(indicator), str(dataset), str(frequency), baseline)
        name = next(one.name for one in panel.indicators if one.id == indicator)
        name = f"{name}, {rows['publisher'].iloc[0]}" if len(set(wanted["dataset"])) > 1 else name
        if record is None:
            steps.append(Step("no bands", messages.NO_BANDS_WITHOUT_RECORD.format(indicator=name)))
            continue
        for places, lower, upper, errors, own in _make_bands(record, rows, levels):
            for number, level in enumerate(levels):
                for column, values in zip(name_ends(level), (lower, upper), strict=True):
                    ends[column][places] = values[number]
            has_band = ~np.isnan(lower[0])
            counts[places] = np.where(has_band, errors, 0)
            texts = [messages.BAND_METHOD.format(own=count_noun(int(one), "error", "errors")) for one in own]
            methods[places] = np.where(has_band, np.array(texts, dtype=object), "")
        found = counts[rows.index] > 0
        if not found.all():
            steps.append(Step("no bands", _explain_none(record, rows[~found], name)))
        if found.any():
            test = None  # a comparison needs no test of its own, which takes a second
            if not baseline:
                test = load_band_test(store, query, str(indicator), str(dataset), str(frequency), levels)
            steps.append(Step("bands", _describe(name, levels, test, baseline)))
    if published is not None and published is not panel:
        with np.errstate(divide="ignore", invalid="ignore"):
            factors = panel.frame["value"].to_numpy(np.float64) / frame["value"].to_numpy(np.float64)
        ends = {name: values * factors for name, values in ends.items()}
    columns: dict[str, Any] = ends | {"band_errors": pd.Series(counts).astype("Int64"), "band_method": methods}
    return panel.with_frame(panel.frame.reset_index(drop=True).assign(**columns), *dict.fromkeys(steps))


def _make_bands(
    record: PastErrors, rows: pd.DataFrame, levels: tuple[int, ...]
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield, for each edition, the places of its forecasts, both ends, the errors pooled and those of the series."""
    keys = zip(*(rows[name].to_numpy(object) for name in SERIES_COLUMNS), strict=True)
    series = np.array([record.series.get(key, -1) for key in keys])
    known = pd.to_datetime(rows["vintage"]).to_numpy().astype("datetime64[D]").astype(np.int64)
    last = rows["last"].to_numpy().astype("datetime64[D]").astype(np.int64)
    distances = count_distances(known, last, record.months)
    can = (series >= 0) & (distances >= 0)
    for day in np.unique(known[can]):
        there = can & (known == day)
        maker = BandMaker(record, int(day), levels)
        lower, upper = maker.make(distances[there], series[there], rows["value"].to_numpy()[there])
        pools = {int(one): maker.find_pool(int(one)) for one in np.unique(distances[there])}
        errors = np.array([0 if (pool := pools[int(one)]) is None else pool.errors for one in distances[there]])
        is_inside = distances[there] < len(record.forecasts)
        own = np.zeros(len(errors), dtype=np.int64)
        if maker.of_day.is_measured:
            own[is_inside] = maker.count_own(distances[there][is_inside], series[there][is_inside])
        yield rows.index.to_numpy()[there], lower, upper, errors, own


def load_errors(
    store: Store, query: Query, indicator: str, dataset: str, frequency: str, baseline: BaselineName | Literal[""] = ""
) -> PastErrors | None:
    """Return the past errors of a publisher's forecasts of an indicator, or of naive ones, read once per store."""
    key = ("past errors", indicator, dataset, frequency, query.dimensions, baseline)
    if baseline:
        published = load_errors(store, query, indicator, dataset, frequency)
        return None if published is None else store.remember(key, lambda: published.replace_forecasts(baseline))

    def read() -> PastErrors | None:
        import pyarrow.compute as pc

        every = Query((indicator,), every_vintage=True, datasets=(dataset,), dimensions=query.dimensions)
        table = store.read_table(every)
        table = table.filter(pc.equal(table["FREQ"], frequency))
        groups = frozenset(area.code for area in store.catalogue.areas if area.kind == "group")
        record = collect_errors(table, groups, outcome=BAND_OUTCOME) if len(table) else None
        if record is not None:  # what the bands of the newest edition need, so that the first are as fast as the next
            record.measure_spreads(find_settings(int(record.editions[-1])))
        return record

    return store.remember(key, read) if frequency in PERIOD_MONTHS else None


def load_band_test(
    store: Store, query: Query, indicator: str, dataset: str, frequency: str, levels: Sequence[int],
    *, baseline: BaselineName | Literal[""] = "",
) -> BandTest | None:  # fmt: skip
    """Return the test of the bands of all editions, made once per store; ``None`` where there is no record."""
    record = load_errors(store, query, indicator, dataset, frequency, baseline)
    if record is None:
        return None
    asked = tuple(levels)
    key = ("band test", indicator, dataset, frequency, query.dimensions, baseline, asked)
    return store.remember(key, lambda: backtest_bands(record, asked))


def list_band_tests(
    store: Store, indicator: str, levels: tuple[int, ...], *, baseline: BaselineName | Literal[""] = ""
) -> list[BandTest]:
    """Return the tests of the bands of an indicator, one for each of its datasets and frequencies with a record.

    Args:
        store: Where forecasts are read.
        indicator: Its id.
        levels: The levels of the bands, in percent.
        baseline: The naive forecast whose own bands are tested; those of the publisher if left out.
    """
    query = Query((indicator,))
    datasets = [dataset.id for dataset in store.catalogue.find_datasets_with(indicator)]
    tests = [
        load_band_test(store, query, indicator, dataset, frequency, levels, baseline=baseline)
        for dataset in datasets
        for frequency in PERIOD_MONTHS
    ]
    return [test for test in tests if test is not None and test.is_enough]


def _describe(name: str, levels: tuple[int, ...], test: BandTest | None, baseline: str) -> str:
    message = messages.NAIVE_BAND_LEVELS if baseline else messages.BAND_LEVELS
    texts = {"levels": join_names([str(level) for level in levels]), "baseline": BASELINE_LABELS.get(baseline, "")}
    held = "" if test is None else test.sentence
    return f"{message.format(indicator=name, **texts)} {held}".strip()


def _explain_none(record: PastErrors, rows: pd.DataFrame, name: str) -> str:
    day = int(pd.to_datetime(rows["vintage"]).max().to_numpy().astype("datetime64[D]").astype(np.int64))
    known = ~np.isnan(BandMaker(record, day, ()).of_day.errors[:, :, record.is_pooled])
    errors, periods = (int(counts.max(initial=0)) for counts in (known.sum(axis=(1, 2)), known.any(axis=2).sum(axis=1)))
    needed = {"indicator": name, "least": LEAST_ERRORS, "periods": LEAST_PERIODS}
    if errors >= LEAST_ERRORS and periods >= LEAST_PERIODS:
        return messages.NO_BANDS_FOR_SOME.format(**needed)
    if not errors:
        return messages.NO_ERRORS.format(**needed)
    found = {"errors": count_noun(errors, "error", "errors"), "found": count_noun(periods, "period", "periods")}
    return messages.TOO_FEW_ERRORS.format(**needed, **found)
