"""The complete validation of a folder or file, including the rows of Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

import duckdb

from indicators.errors import Fault, IndicatorsError, suggest_nearest
from indicators.files.descriptions import read_dataset_description, read_indicators, read_origins
from indicators.files.field_types import References
from indicators.files.folder import (
    CodeLists,
    check_table,
    read_code_lists,
    read_dataset,
    read_folder,
)
from indicators.files.groups import read_groups
from indicators.files.locations import find_data_folder
from indicators.files.rows import read_areas, read_currencies, read_events, read_observations, read_redenominations
from indicators.files.topics import read_topics
from indicators.model.codelists import ObservationStatus
from indicators.model.dimensions import join_dimensions, split_dimensions
from indicators.model.observations import Dataset
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

_MOST_OF_A_KIND = 20
_PARTS_OF_A_DATASET = ("dataset.yaml", "observations.csv", "observations.parquet")


def validate(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a folder of datasets, of the folder of one dataset, or of one file.

    What a single dataset or file refers to is looked up in the folder around it, or else in the embedded one. Of each
    kind of fault in a Parquet file the first twenty values are listed, each with its first row, counted from 1.
    """
    if path.is_file():
        return tuple(_file_faults(path))
    if any((path / name).is_file() for name in _PARTS_OF_A_DATASET):
        lists = _lists_around(path)
        dataset, faults = read_dataset(path.resolve(), path.name or ".", lists)
        return tuple(faults + _table_faults(dataset, path.resolve().parent, lists, faults))
    found = read_folder(path)
    lists = CodeLists(found.catalogue.indicators, tuple(found.catalogue.areas))
    faults = [*found.faults]
    for dataset in found.catalogue.datasets:
        faults += _table_faults(dataset, path, lists, faults)
    return tuple(faults)


def _file_faults(path: Path) -> list[Fault]:
    """Return the faults of a single file: its name says what it contains; any other CSV file has observations."""
    name, file = path.name, str(path)
    lists = _lists_around(path.parent)
    description, _ = read_dataset_description(path.with_name("dataset.yaml"), "", lists.origins)
    origins = () if description is None else description.origins
    if path.suffix == ".parquet":
        faults = check_table(path, file)
        return faults or list(_row_faults(path, file, lists.references(origins)))
    readers: dict[str, Callable[[], list[Fault]]] = {
        "indicators.yaml": lambda: read_indicators(path, file)[1],
        "topics.yaml": lambda: read_topics(path, file)[1],
        "origins.yaml": lambda: read_origins(path, file)[1],
        "areas.csv": lambda: read_areas(path, file)[1],
        "currencies.csv": lambda: read_currencies(path, file)[1],
        "redenominations.csv": lambda: read_redenominations(path, file)[1],
        "events.csv": lambda: read_events(path, file, lists.references(()))[1],
        "groups.yaml": lambda: read_groups(path, file, lists.references(lists.origins.values()))[1],
    }
    if name in readers:
        return readers[name]()
    if path.suffix in (".yaml", ".yml"):
        return read_dataset_description(path, file, lists.origins)[1]
    return read_observations(path, file, lists.references(origins))[1]


def _lists_around(home: Path) -> CodeLists:
    folders = [folder for folder in home.resolve().parents if (folder / "indicators.yaml").is_file()]
    return read_code_lists(folders[0] if folders else find_data_folder())


def _table_faults(dataset: Dataset | None, folder: Path, lists: CodeLists, before: list[Fault]) -> list[Fault]:
    """Return the faults in the rows of a dataset's Parquet file, unless the file as a whole has faults."""
    if dataset is None or not dataset.tables:
        return []
    table = dataset.tables[0]
    file = table.relative_to(folder).as_posix()
    if any(fault.file == file for fault in before):
        return []
    known = lists.references(dataset.origins)
    declared = References(frozenset(dataset.indicators), known.areas, known.origins, known.dimensions)
    return list(_row_faults(table, file, declared))


def _row_faults(path: Path, file: str, known: References) -> Iterator[Fault]:
    checks: dict[str, tuple[str, Callable[[str], str | None]]] = {
        "INDICATOR": ("an indicator of its dataset.yaml", _among(known.indicators)),
        "REF_AREA": ("a code of areas.csv", _among(known.areas)),
        "ORIGIN": ("an origin of the dataset", _among(known.origins)),
        "OBS_STATUS": ("a code of CL_OBS_STATUS", _among({status.value for status in ObservationStatus})),
        "UNIT_MEASURE": ("a unit such as RUB, USD per person, %", _reads(parse_unit)),
        "TIME_PERIOD": ("a period such as 2024 or 2024-08-31", _reads(TimePeriod.parse)),
    }
    try:
        with duckdb.connect() as connection:
            connection.execute("SET enable_progress_bar = false")  # Python without a script counts as interactive
            connection.read_parquet(str(path), file_row_number=True).create_view("rows")
            columns = {row[0] for row in connection.execute("DESCRIBE rows").fetchall()}
            for column, (wanted, check) in checks.items():
                rows = connection.execute(_DISTINCT.format(column=column))
                yield from _bad_values(file, column, rows.fetchall(), wanted, check)
            if "DIMENSIONS" in columns:
                yield from _undeclared_codes(file, connection.execute(_DIVIDED).fetchall(), known)
            yield from _days_that_disagree(file, connection.execute(_DAYS).fetchall())
            identity = ", ".join(column for column in _IDENTITY if column in columns)
            for column, (statement, wanted) in _ROW_CHECKS.items():
                rows = connection.execute(statement.format(identity=identity), [_MOST_OF_A_KIND])
                for line, found in rows.fetchall():
                    yield Fault(file, line, column or None, found or "nothing", wanted)
    except duckdb.Error as error:
        yield Fault(file, None, None, str(error).splitlines()[0], "a Parquet file whose rows can be read")


_IDENTITY = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "TIME_PERIOD", "UNIT_MEASURE", "CONVERTED_FROM",
    "VINTAGE",
)  # fmt: skip
_DISTINCT = "SELECT {column}, min(file_row_number) + 1 FROM rows GROUP BY 1 ORDER BY 2"
_DIVIDED = """
    SELECT min(file_row_number) + 1, INDICATOR, DIMENSIONS FROM rows WHERE DIMENSIONS <> '' GROUP BY 2, 3 ORDER BY 1"""
_DAYS = """
    SELECT min(file_row_number) + 1, TIME_PERIOD, FREQ, TIME_START, TIME_END
    FROM rows GROUP BY 2, 3, 4, 5 ORDER BY 1"""
_ROW_CHECKS = {
    "OBS_VALUE": (
        """SELECT file_row_number + 1, OBS_VALUE::VARCHAR FROM rows WHERE NOT isfinite(OBS_VALUE)
        OR (OBS_VALUE IS NULL AND coalesce(OBS_STATUS, '') NOT IN ('M', 'L', 'O')) ORDER BY 1 LIMIT ?""",
        "a finite number, or an empty cell with OBS_STATUS M, L or O",
    ),
    "VINTAGE": (
        "SELECT file_row_number + 1, NULL FROM rows WHERE VINTAGE IS NULL ORDER BY 1 LIMIT ?",
        "the date the figure was published",
    ),
    "": (
        """SELECT max(file_row_number) + 1, concat_ws(', ', {identity}) FROM rows
        GROUP BY {identity} HAVING count(*) > 1 ORDER BY 1 LIMIT ?""",
        "each observation of a vintage once",
    ),
}


def _undeclared_codes(file: str, rows: list[tuple[int, str, str]], known: References) -> Iterator[Fault]:
    bad = 0
    for line, indicator, text in rows:
        declared = {one.id: one.values for one in known.dimensions.get(indicator, ())}
        codes = split_dimensions(text)
        wrong = any(code not in declared.get(id, ()) for id, code in codes.items()) or join_dimensions(codes) != text
        if wrong and known.indicators and bad < _MOST_OF_A_KIND:
            bad += 1
            valid = "; ".join(f"{id} {' or '.join(values)}" for id, values in declared.items()) or "nothing"
            yield Fault(file, line, "DIMENSIONS", text, f"{valid}, as declared by {indicator}")


def _days_that_disagree(file: str, rows: list[tuple[int, str, str, date, date]]) -> Iterator[Fault]:
    count = 0
    for line, text, frequency, first, last in rows:
        try:
            period = TimePeriod.parse(text or "")
        except IndicatorsError:
            continue  # a fault of its own
        if (period.frequency, period.first, period.last) != (
            frequency,
            first,
            last,
        ) and count < _MOST_OF_A_KIND:
            count += 1
            wanted = f"FREQ {period.frequency.value}, TIME_START {period.first} and TIME_END {period.last}"
            yield Fault(file, line, "TIME_PERIOD", f"{text} with {frequency}, {first} and {last}", wanted)


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


def _among(valid: AbstractSet[str]) -> Callable[[str], str | None]:
    """Return a check that gives ``None`` for a valid value, and else the nearest valid ones, or an empty text.

    If no value is valid, a list couldn't be read, which is a fault of its own.
    """

    def check(value: str) -> str | None:
        return None if value in valid or not valid else suggest_nearest(value, valid) or ""

    return check


def _reads(parse: Callable[[str], object]) -> Callable[[str], str | None]:
    """Return a check that gives ``None`` for what the parser reads, and else the parser's hint."""

    def check(value: str) -> str | None:
        try:
            parse(value)
        except IndicatorsError as error:
            return error.hint or ""
        return None

    return check
