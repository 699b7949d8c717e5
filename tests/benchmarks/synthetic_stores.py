"""Makes a reader's own store of made-up figures, of any size, for measuring.

1,500 indicators for up to 220 areas by year, each series from a first year of its own until 2025. Every release
after the first revises some or all figures. The files are what `indicators import` writes: one a release, sorted,
zstd Parquet. They are written piece by piece, so memory stays below 1 GB.

    python tests/benchmarks/synthetic_stores.py FOLDER --observations 10M
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from indicators.files import read_embedded_catalogue
from indicators.files.checksums import hash_file
from indicators.files.disk import replace_file
from indicators.files.layout import SortedWriter
from indicators.files.newest import write_newest
from indicators.files.releases import Release, StoredDataset, locate_dataset, write_stored
from indicators.model.observations import Dataset, Indicator, Measure
from indicators.model.origins import Origin

INDICATORS = 1_500
AREAS_ASKED_FOR = "RUS CHN USA IND BRA DEU JPN GBR FRA TUR".split()
FIRST_YEARS, LAST_YEAR = np.arange(1996, 2016), 2025
YEARS_OF_A_SERIES = 20  # about
UNITS = (("USD", Measure.FLOW), ("percent", Measure.RATE), ("persons", Measure.STOCK))
AT_A_TIME = 25  # indicators


@dataclass(frozen=True)
class Shape:
    """What makes a store as large as it is.

    Attributes:
        areas: How many areas.
        releases: How many releases.
        revised: The share of the figures that a later release revises.
    """

    areas: int
    releases: int
    revised: float


SHAPES = {"1M": Shape(22, 2, 0.5), "10M": Shape(220, 2, 0.5), "100M": Shape(220, 15, 1.0)}

SCHEMA = pa.schema(
    [
        ("INDICATOR", pa.dictionary(pa.int32(), pa.string())),
        ("REF_AREA", pa.dictionary(pa.int32(), pa.string())),
        ("FREQ", pa.dictionary(pa.int32(), pa.string())),
        ("TIME_PERIOD", pa.dictionary(pa.int32(), pa.string())),
        ("UNIT_MEASURE", pa.dictionary(pa.int32(), pa.string())),
        ("OBS_VALUE", pa.float64()),
        ("OBS_STATUS", pa.dictionary(pa.int32(), pa.string())),
        ("VINTAGE", pa.date32()),
        ("TIME_START", pa.date32()),
        ("TIME_END", pa.date32()),
        ("ORIGIN", pa.dictionary(pa.int32(), pa.string())),
    ]
)  # texts are written as plain strings; as dictionaries they are only quicker to make


@dataclass(frozen=True)
class Figures:
    """The figures of some indicators, in the order of the store: the number of each one's names and its level."""

    indicator: np.ndarray
    area: np.ndarray
    year: np.ndarray
    level: np.ndarray


def figures_of(indicators: range, areas: int, seed: int) -> Figures:
    """The figures of these indicators: every series reaches from its first year to the last without a gap."""
    generator = np.random.default_rng([seed, indicators.start])
    series = len(indicators) * areas
    first = generator.choice(FIRST_YEARS, series)
    level, growth = generator.uniform(100, 20_000, series), generator.uniform(0.99, 1.06, series)
    years = LAST_YEAR + 1 - first
    of_series = np.repeat(np.arange(series), years)
    since = np.arange(len(of_series)) - np.repeat(np.cumsum(years) - years, years)
    return Figures(
        indicators.start + of_series // areas,
        of_series % areas,
        first[of_series] + since,
        level[of_series] * growth[of_series] ** since,
    )


def release_of(figures: Figures, number: int, shape: Shape, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Which of the figures a release holds, and their values in it."""
    generator = np.random.default_rng([seed, number, int(figures.indicator[0])])
    held = np.ones(len(figures.level), bool) if number == 0 else generator.random(len(figures.level)) < shape.revised
    values = figures.level[held] * (1 + 0.01 * generator.standard_normal(held.sum()))
    return held, np.round(values, 1)


class Names:
    """The texts of each column and the arrays of rows that refer to them.

    Args:
        areas: How many areas.
    """

    def __init__(self, areas: int) -> None:
        there = [area.code for area in read_embedded_catalogue().areas if area.kind == "country"]
        ordered = AREAS_ASKED_FOR + [code for code in there if code not in AREAS_ASKED_FOR]
        self.areas = np.array(sorted(ordered[:areas]))
        self.indicators = np.array([f"synthetic-{number:04}" for number in range(1, INDICATORS + 1)])
        self.years = np.arange(FIRST_YEARS[0], LAST_YEAR + 1)

    def table(self, figures: Figures, held: np.ndarray, values: np.ndarray, vintage: date, origin: str) -> pa.Table:
        """The rows of one release."""
        indicator, area, year = figures.indicator[held], figures.area[held], figures.year[held]
        place = year - self.years[0]
        january = np.array([f"{y}-01-01" for y in self.years], "datetime64[D]").astype(np.int32)
        december = np.array([f"{y}-12-31" for y in self.years], "datetime64[D]").astype(np.int32)
        columns = [
            _texts(indicator, self.indicators),
            _texts(area, self.areas),
            _same("A", len(values)),
            _texts(place, self.years.astype(str)),
            _texts(indicator % len(UNITS), np.array([unit for unit, _ in UNITS])),
            pa.array(values),
            _texts((year == LAST_YEAR).astype(int), np.array(["A", "F"])),
            pa.repeat(pa.scalar(vintage, pa.date32()), len(values)),
            pa.array(january[place]).cast(pa.date32()),
            pa.array(december[place]).cast(pa.date32()),
            _same(origin, len(values)),
        ]
        return pa.Table.from_arrays(columns, schema=SCHEMA)


def _texts(numbers: np.ndarray, texts: np.ndarray) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(numbers.astype(np.int32)), pa.array(texts.tolist()))


def _same(text: str, length: int) -> pa.DictionaryArray:
    return _texts(np.zeros(length, np.int32), np.array([text]))


def make(store: Path, shape: Shape, *, id: str = "synthetic", seed: int = 1) -> StoredDataset:
    """Write a store with one dataset of made-up figures; the same shape and seed give the same bytes.

    Args:
        store: The folder of the store; made when there is none.
        shape: How large.
        id: The id of the dataset.
        seed: Of the random numbers.
    """
    home = locate_dataset(store, id)
    home.mkdir(parents=True, exist_ok=True)
    names = Names(shape.areas)
    vintages = [date(2025, 12, 1) - timedelta(days=182 * back) for back in reversed(range(shape.releases))]
    paths = [home / f"{number:04}-{day}.parquet" for number, day in enumerate(vintages, 1)]
    rows = [0] * shape.releases
    with ExitStack() as stack:
        expected = INDICATORS * shape.areas * YEARS_OF_A_SERIES
        writers = [
            stack.enter_context(SortedWriter(path.with_suffix(".partial"), SCHEMA, rows=expected)) for path in paths
        ]
        for figures in _blocks(shape, seed):
            for number, (writer, vintage) in enumerate(zip(writers, vintages, strict=True)):
                held, values = release_of(figures, number, shape, seed)
                writer.write(names.table(figures, held, values, vintage, f"{id}-{number + 1}"))
                rows[number] += len(values)
    for path in paths:
        replace_file(path.with_suffix(".partial"), path)
    stored = _described(id, names, paths, vintages, rows)
    write_stored(home, stored)
    write_newest(paths)
    return stored


def _blocks(shape: Shape, seed: int) -> Iterator[Figures]:
    for start in range(0, INDICATORS, AT_A_TIME):
        yield figures_of(range(start, min(start + AT_A_TIME, INDICATORS)), shape.areas, seed)


def _described(id: str, names: Names, paths: list[Path], vintages: list[date], rows: list[int]) -> StoredDataset:
    text = "Made-up figures for measuring."
    indicators = tuple(
        Indicator(name, f"Synthetic indicator {number + 1}", text, *UNITS[number % len(UNITS)], "Synthetic")
        for number, name in enumerate(names.indicators.tolist())
    )
    releases = tuple(
        Release(str(day), day, path.name, "synthetic_stores.py", f"{number:064}", held, hash_file(path))
        for number, (day, path, held) in enumerate(zip(vintages, paths, rows, strict=True))
    )
    origins = tuple(
        Origin(f"{id}-{number}", "Nobody", "Made-up figures", date_published=str(day))
        for number, day in enumerate(vintages, 1)
    )
    dataset = Dataset(id, "Made-up figures", "Nobody", text, origins, tuple(i.id for i in indicators))
    return StoredDataset(dataset, indicators, releases)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a store of made-up figures.")
    parser.add_argument("folder", type=Path, help="the folder of the store; made when there is none")
    parser.add_argument("--observations", choices=SHAPES, default="10M", help="about how many")
    given = parser.parse_args()
    stored = make(given.folder, SHAPES[given.observations])
    print(f"{sum(release.rows for release in stored.releases):,} observations in {given.folder}")  # noqa: T201


if __name__ == "__main__":
    main()
