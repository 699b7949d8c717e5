"""The embedded figures, made anew from the publishers' files.

What is kept by hand (``datasets/*/observations.csv``, ``indicators.yaml``, ``origins.yaml``, ``events.csv``)
is read and left as it is; ``areas.csv``, ``currencies.csv`` and the Parquet datasets are written. The same
files give the same bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from indicators.errors import DataError, DatasetFaultsError
from indicators.files.descriptions import read_indicators, read_origins
from indicators.files.observation_tables import write_atomically, write_dataset
from indicators.model.codelists import Area
from indicators.model.observations import Dataset, Indicator
from indicators.model.origins import Origin
from indicators.providers import bank_of_russia, ecb, imf, iso4217, world_bank
from indicators.providers.area_names import read_areas

__all__ = ["build"]

_WDI = "wdi-2026-07"
_WEO = "weo-vintages/weo_vintages_long.derived.csv.gz"
_CBR = "fx/cbr/cbr_currency_rates_raw.csv"
_ECB = "fx/ecb/eurofxref-hist.zip"
_IMF = "fx/imf/imf_exchangerates_A_ENDA_USD.csv"
_CODES = "codes"
_Made = tuple[Dataset, pa.Table]


def build(upstream: Path, data: Path) -> Iterator[str]:
    """Make the code lists and wide datasets of a data folder.

    Args:
        upstream: The folder of publishers' files.
        data: The folder to write to; it holds ``indicators.yaml`` and ``origins.yaml``.

    Yields:
        A line for each file or dataset, after it was written.

    Raises:
        DataError: If a file is missing or not in its publisher's form. When files are missing, nothing has
            been written.
        DatasetFaultsError: If the files kept by hand have faults.
    """
    indicators, origins = _kept_by_hand(data)
    missing = [path for path in (_WDI, _WEO, _CBR, _ECB, _IMF, _CODES) if not (upstream / path).exists()]
    if missing:
        raise DataError("Publishers' files are missing.", found=str(upstream), expected=", ".join(missing))
    with _in_its_form(_WDI):
        areas = read_areas(upstream)
    write_atomically(data / "areas.csv", _csv(_AREA_COLUMNS, map(_area_cells, areas)))
    yield f"areas.csv: {len(areas)} areas"
    with _in_its_form(_CODES):
        currencies = iso4217.read_currencies(upstream / _CODES)
        cells = _csv(list(currencies[0]), (list(row.values()) for row in currencies))
    write_atomically(data / "currencies.csv", cells)
    yield f"currencies.csv: {len(currencies)} currencies"
    for shelf, source, make in _datasets(indicators, areas, origins):
        with _in_its_form(source):
            dataset, table = make(upstream / source)
        write_dataset(data / shelf, dataset, table)
        yield f"{shelf}/{dataset.id}: {table.num_rows} observations"


def _datasets(
    indicators: Sequence[Indicator], areas: Sequence[Area], origins: Mapping[str, Origin]
) -> Iterator[tuple[str, str, Callable[[Path], _Made]]]:
    yield "datasets", _WDI, lambda path: world_bank.world_development_indicators(path, indicators, origins)
    yield "datasets", _WEO, lambda path: imf.historical_forecasts(path, origins)
    yield "rates", _CBR, lambda path: bank_of_russia.daily_rates(path, origins)
    yield "rates", _ECB, lambda path: ecb.reference_rates(path, origins)
    yield "rates", _IMF, lambda path: imf.annual_average_rates(path, areas, origins)


@contextmanager
def _in_its_form(source: str) -> Iterator[None]:
    """What a reader of a publisher's file trips over becomes a sentence with the file's name."""
    try:
        yield
    except (OSError, ValueError, LookupError, ArithmeticError, zipfile.BadZipFile) as error:
        found = f"{type(error).__name__}: {error}"
        raise DataError(f"{source} is not in its publisher's form.", found=found) from error


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
