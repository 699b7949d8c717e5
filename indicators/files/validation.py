"""The whole check of a folder: what `read_folder` finds, and what stands in the rows of the Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from indicators.catalogue import Catalogue
from indicators.codelists import ObservationStatus
from indicators.errors import Fault, IndicatorsError, nearest
from indicators.files.folder import read_folder
from indicators.periods import TimePeriod
from indicators.units import parse as parse_unit

__all__ = ["validate"]

_MOST_OF_A_KIND = 20


def validate(folder: Path) -> tuple[Fault, ...]:
    """Every fault of a folder of datasets, those in the rows of Parquet files among them.

    Of one kind of fault in one Parquet file the first twenty values are named, each with its first row, counted
    from 1.
    """
    found = read_folder(folder)
    at_fault = {fault.file for fault in found.faults}
    faults = list(found.faults)
    for dataset in found.catalogue.datasets:
        if dataset.table is not None:
            file = dataset.table.relative_to(folder).as_posix()
            if file not in at_fault:
                faults += _row_faults(dataset.table, file, found.catalogue, {o.id for o in dataset.origins})
    return tuple(faults)


def _row_faults(path: Path, file: str, catalogue: Catalogue, origins: set[str]) -> Iterator[Fault]:
    checks: dict[str, tuple[str, Callable[[str], str | None]]] = {
        "INDICATOR": ("an id of indicators.yaml", _among({i.id for i in catalogue.indicators})),
        "REF_AREA": ("a code of areas.csv", _among(set(catalogue.areas.by_code))),
        "ORIGIN": ("an origin of the dataset", _among(origins)),
        "OBS_STATUS": ("a code of CL_OBS_STATUS", _among({status.value for status in ObservationStatus})),
        "UNIT_MEASURE": ("a unit such as RUB, USD per person, %", _reads(parse_unit)),
        "TIME_PERIOD": ("a period such as 2024 or 2024-08-31", _reads(TimePeriod.parse)),
    }
    with duckdb.connect() as connection:
        connection.read_parquet(str(path), file_row_number=True).create_view("rows")
        for column, (wanted, check) in checks.items():
            rows = connection.execute(_DISTINCT.format(column=column))
            yield from _bad_values(file, column, rows.fetchall(), wanted, check)
        for line, found in connection.execute(_NOT_FINITE).fetchall():
            yield Fault(file, line, "OBS_VALUE", found, "a finite number, or nothing")
        for line, period in connection.execute(_BACKWARDS).fetchall():
            yield Fault(file, line, "TIME_END", period, "a TIME_END that is not before TIME_START")
        for line, found in connection.execute(_TWICE).fetchall():
            yield Fault(file, line, None, found, "each observation of a vintage once")


_DISTINCT = "SELECT {column}, min(file_row_number) + 1 FROM rows GROUP BY 1 ORDER BY 2"
_NOT_FINITE = f"""
    SELECT file_row_number + 1, OBS_VALUE::VARCHAR FROM rows WHERE NOT isfinite(OBS_VALUE) ORDER BY 1
    LIMIT {_MOST_OF_A_KIND}"""
_BACKWARDS = f"""
    SELECT file_row_number + 1, TIME_PERIOD FROM rows WHERE TIME_END < TIME_START ORDER BY 1 LIMIT {_MOST_OF_A_KIND}"""
_TWICE = f"""
    SELECT max(file_row_number) + 1, concat_ws(', ', INDICATOR, REF_AREA, TIME_PERIOD, VINTAGE::VARCHAR)
    FROM rows GROUP BY INDICATOR, REF_AREA, TIME_PERIOD, UNIT_MEASURE, VINTAGE HAVING count(*) > 1 ORDER BY 1
    LIMIT {_MOST_OF_A_KIND}"""


def _bad_values(
    file: str,
    column: str,
    values: list[tuple[str | None, int]],
    wanted: str,
    check: Callable[[str], str | None],
) -> Iterator[Fault]:
    count = 0
    for value, line in values:
        hint = "" if value is None else check(value)
        if hint is None:
            continue
        count += 1
        if count > _MOST_OF_A_KIND:
            return
        yield Fault(file, line, column, value or "nothing", wanted, hint or None)


def _among(valid: set[str]) -> Callable[[str], str | None]:
    """A check that gives ``None`` for a valid value, and for another the nearest valid ones, or nothing."""

    def check(value: str) -> str | None:
        if value in valid:
            return None
        near = nearest(value, valid)
        return f"Nearest: {', '.join(near)}." if near else ""

    return check


def _reads(parse: Callable[[str], object]) -> Callable[[str], str | None]:
    """A check that gives ``None`` for what the parser reads, and else what the parser says."""

    def check(value: str) -> str | None:
        try:
            parse(value)
        except IndicatorsError as error:
            return error.hint or ""
        return None

    return check
