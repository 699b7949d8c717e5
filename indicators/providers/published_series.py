"""Series that a publisher, or somebody who passes its figures on, offers as tables: one row per area and period.

A `SeriesPublisher` is a provider that needs no code of its own: each of its series names the file, the columns and
the indicator. A figure counts as known from the day its file was taken, which is the origin's ``date_accessed``. A
date in a table stands for the whole period that the series has one figure for: ``2019-01-01`` and ``2019-01-15`` are
January 2019 in a monthly series, ``2019-03-31`` is the first quarter in a quarterly one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd

from indicators.errors import DataError
from indicators.files.folder import CodeLists
from indicators.model.observations import Dataset
from indicators.model.periods import Frequency, TimePeriod
from indicators.providers import messages
from indicators.providers.assembly import assemble_figures
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form
from indicators.providers.services.bis import BIS_AREAS
from indicators.providers.services.service import PublisherService


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """A series, or the same series of several areas, in a table.

    Attributes:
        indicator: Id of its indicator.
        origin: Id of its origin.
        file: The table, below the folder of all publishers' files; CSV or Parquet.
        unit: The unit of its figures.
        area: The code of its only area; empty for all areas of the table.
        area_column: The column, if there is one, with ISO 3166 codes of two or three letters, or `BIS_AREAS`.
        time: The column with the time.
        value: The column with the values.
        only: A column and the text that marks the rows of this series; empty for all rows.
        frequency: The frequency that dates stand for.
        years: The first and last year that are read.
        scale: The power of ten that values are multiplied by.
    """

    indicator: str
    origin: str
    file: str
    unit: str
    area: str = ""
    area_column: str = "REF_AREA"
    time: str = "TIME_PERIOD"
    value: str = "OBS_VALUE"
    only: tuple[str, str] | tuple[()] = ()
    frequency: Frequency = Frequency.MONTHLY
    years: tuple[int, int] = (1, 9999)
    scale: int = 0


@dataclass(frozen=True, slots=True)
class SeriesPublisher:
    """A provider whose dataset is made of series in tables.

    Attributes:
        description: The publisher, its terms and its one dataset.
        title: The title of the dataset.
        summary: What the dataset holds, in our own words.
        series: Its series.
        service: Its service; ``None`` if it can't be asked.
    """

    description: ProviderDescription
    title: str
    summary: str
    series: tuple[PublishedSeries, ...]
    service: PublisherService | None = None

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build the dataset; see `Provider.build`."""
        parts = []
        for one in self.series:
            with expect_form(one.file):
                parts.append(_read_series(one, upstream / one.file, lists))
        origins = tuple(dict.fromkeys(lists.origins[one.origin] for one in self.series))
        dataset = Dataset(
            id=self.description.datasets[0],
            title=self.title,
            publisher=self.description.name,
            description=self.summary,
            origins=origins,
            indicators=tuple(sorted({one.indicator for one in self.series})),
        )
        yield BuiltDataset("datasets", dataset, assemble_figures(pd.concat(parts, ignore_index=True)))


def _read_series(series: PublishedSeries, path: Path, lists: CodeLists) -> pd.DataFrame:
    frame = _read_table(path, series.value)
    if series.only:
        column, text = series.only
        frame = frame[frame[column] == text]
    if series.area and series.area_column in frame:
        frame = frame[frame[series.area_column] == series.area]
    frame = frame.dropna(subset=series.value)
    if frame.empty:
        raise DataError(messages.NO_ROWS, found=path.name, expected=" = ".join(series.only))
    times = frame[series.time].map(str)
    rows = pd.DataFrame(
        {
            "period": times.map({text: name_period_of(text, series.frequency) for text in times.unique()}),
            "value": [_multiply(value, series.scale) for value in frame[series.value]],
            "area": _find_areas(frame, series, lists),
        }
    )
    rows = rows[rows["period"].str[:4].astype(int).between(*series.years)]
    if series.frequency is Frequency.ANNUAL:
        rows = rows.drop_duplicates()  # a yearly figure that a monthly table repeats
    doubled = rows[rows.duplicated(["area", "period"], keep=False)]
    if not doubled.empty:
        raise DataError(messages.TWO_VALUES, found=doubled.head(2).to_csv(index=False))
    vintage = lists.origins[series.origin].date_accessed
    return rows.assign(
        indicator=series.indicator, unit=series.unit, status="A", origin=series.origin, vintage=vintage
    )  # fmt: skip


def _read_table(path: Path, value: str) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    # keep_default_na would read "NA", the code of Namibia, as missing
    return pd.read_csv(path, keep_default_na=False, na_values={value: [""]})


def _multiply(value: float, scale: int) -> float:
    """Multiply by a power of ten without adding digits, as in ``0.1 * 1000``."""
    return float(Decimal(repr(float(value))).scaleb(scale)) if scale else float(value)


def _find_areas(frame: pd.DataFrame, series: PublishedSeries, lists: CodeLists) -> pd.Series:
    if series.area:
        return pd.Series(series.area, index=frame.index)
    known = {area.code: area.code for area in lists.areas}
    codes = {area.alpha2: area.code for area in lists.areas if area.alpha2} | known | BIS_AREAS
    areas = frame[series.area_column].map(codes)
    unknown = frame.loc[areas.isna(), series.area_column].unique()
    if len(unknown):
        raise DataError(messages.UNKNOWN_COUNTRIES, found=", ".join(unknown), expected="codes of areas.csv")
    return areas


def name_period_of(text: str, frequency: Frequency) -> str:
    """Return the period of a frequency that a time in a table stands for.

    >>> name_period_of("2019-01-15", Frequency.MONTHLY), name_period_of("2019-03-31", Frequency.QUARTERLY)
    ('2019-01', '2019-Q1')
    >>> name_period_of("1833-01", Frequency.ANNUAL), name_period_of("1", Frequency.ANNUAL)
    ('1833', '0001')
    """
    if text.removesuffix(".0").isdecimal():
        text = f"{int(text.removesuffix('.0')):04d}"
    period = TimePeriod.parse(text)
    return str(TimePeriod.containing(period.first, frequency))
