"""The embedded figures, made anew from the publishers' files.

What is kept by hand (``datasets/*/observations.csv``, ``indicators.yaml``, ``origins.yaml``, ``events.csv``)
is read and left as it is; ``areas.csv``, ``currencies.csv`` and the Parquet datasets are written. The same
files give the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from indicators.codelists import Area
from indicators.errors import DataError, DatasetFaultsError
from indicators.files.descriptions import read_indicators, read_origins
from indicators.files.tables import write_dataset, write_whole
from indicators.model import Dataset, Indicator
from indicators.origins import Origin
from indicators.providers import bank_of_russia, ecb, imf, iso4217, world_bank
from indicators.providers.areas import areas as read_areas

__all__ = ["build"]

_Made = tuple[Dataset, pa.Table]


def build(upstream: Path, data: Path) -> Iterator[str]:
    """Make the code lists and wide datasets of a data folder.

    Args:
        upstream: The folder of publishers' files.
        data: The folder to write to; it holds ``indicators.yaml`` and ``origins.yaml``.

    Yields:
        A line for each file or dataset, after it was written.

    Raises:
        DataError: If a file is missing or not in its publisher's form.
        DatasetFaultsError: If the files kept by hand have faults.
    """
    indicators, origins = _kept_by_hand(data)
    areas = read_areas(upstream)
    write_whole(data / "areas.csv", _csv(_AREA_COLUMNS, map(_area_cells, areas)))
    yield f"areas.csv: {len(areas)} areas"
    currencies = iso4217.currencies(upstream / "codes")
    write_whole(data / "currencies.csv", _csv(list(currencies[0]), (list(row.values()) for row in currencies)))
    yield f"currencies.csv: {len(currencies)} currencies"
    for shelf, make in _datasets(upstream, indicators, areas, origins):
        try:
            dataset, table = make()
        except OSError as error:
            raise DataError("A publisher's file is missing.", found=str(error.filename), expected="it") from error
        write_dataset(data / shelf, dataset, table)
        yield f"{shelf}/{dataset.id}: {table.num_rows} observations"


def _datasets(
    upstream: Path, indicators: Sequence[Indicator], areas: Sequence[Area], origins: Mapping[str, Origin]
) -> Iterator[tuple[str, Callable[[], _Made]]]:
    rates = upstream / "fx"
    wdi, weo = upstream / "wdi-2026-07", upstream / "weo-vintages" / "weo_vintages_long.derived.csv.gz"
    yield "datasets", lambda: world_bank.world_development_indicators(wdi, indicators, origins)
    yield "datasets", lambda: imf.historical_forecasts(weo, origins)
    yield "rates", lambda: bank_of_russia.daily_rates(rates / "cbr" / "cbr_currency_rates_raw.csv", origins)
    yield "rates", lambda: ecb.reference_rates(rates / "ecb" / "eurofxref-hist.zip", origins)
    averages = rates / "imf" / "imf_exchangerates_A_ENDA_USD.csv"
    yield "rates", lambda: imf.annual_average_rates(averages, areas, origins)


def _kept_by_hand(data: Path) -> tuple[tuple[Indicator, ...], dict[str, Origin]]:
    indicators, faults = read_indicators(data / "indicators.yaml", "indicators.yaml")
    origins, found = read_origins(data / "origins.yaml", "origins.yaml")
    if faults or found:
        raise DatasetFaultsError([*faults, *found])
    return indicators, origins


_AREA_COLUMNS = ["CODE", "ALPHA2", "NAME", "KIND", "ALIASES"]


def _area_cells(area: Area) -> list[str]:
    return [area.code, area.alpha2, area.name, area.kind, "|".join(area.aliases)]


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
