"""Files of statistics programs: Stata's DTA, and the SAV and ZSAV of SPSS.

Values with labels are read as their labels. A column is called by its label where the name is not that of a known
column: the label says what is measured, and in which unit.
"""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from indicators.errors import DataError
from indicators.importing import file_messages, messages
from indicators.importing.batches import ROWS_AT_ONCE, Batch, FileOptions, clean_text, name_columns
from indicators.importing.column_names import is_known_name
from indicators.importing.formats.arrow_files import convert_to_texts, find_numbers
from indicators.importing.formats.file_tables import FileTable, restore_batch
from indicators.importing.limits import MOST_TEXT, check_letters, check_text_columns
from indicators.language.unit_titles import read_title_unit

if TYPE_CHECKING:
    import pandas as pd

_EXTRA: Final = "spss"
_SPSS_PROCESS: Final = "indicators.importing.formats.spss_process"


def read_stata(path: Path, name: str, _options: FileOptions) -> FileTable:
    """Read a Stata file.

    Raises:
        DataError: It is damaged, or of a version that is not known.
    """
    import pandas as pd

    try:
        with pd.io.stata.StataReader(path) as reader:
            labels = reader.variable_labels()
            reader.value_labels()
    except (ValueError, KeyError) as error:
        raise DataError(file_messages.DAMAGED_STATA.format(file=name), found=str(error)) from error

    def read() -> Iterator[pd.DataFrame]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas warns of labels that only some values have
            opened: Any = pd.read_stata(path, iterator=True, convert_categoricals=True)  # the stubs lack `get_chunk`
            with opened as reader:
                yield reader.get_chunk(1)
                longest = max(map(len, getattr(reader, "GSO", {"": ""}).values()))
                rows = min(ROWS_AT_ONCE, max(1, MOST_TEXT // max(1, longest * len(labels))))
                with suppress(StopIteration):
                    while True:
                        yield reader.get_chunk(rows)

    return make_statistics_table(labels, read())


def read_spss(path: Path, name: str, _options: FileOptions) -> FileTable:
    """Read an SPSS file.

    Raises:
        DataError: It is damaged, or the package that reads it is not installed.
    """
    if find_spec("pyreadstat") is None:
        message = file_messages.NEEDS_EXTRA.format(file=name, kind="an SPSS file", package="pyreadstat")
        raise DataError(message, hint=file_messages.INSTALL_EXTRA.format(extra=_EXTRA))
    batches = _read_in_process(path, name)
    first = next(batches, None)
    if first is None:
        raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_ROWS)
    return FileTable(tuple(first.table.column_names), chain([first], batches))


def _read_in_process(path: Path, name: str) -> Iterator[Batch]:
    """Read an SPSS file in a process of its own: the library that reads it crashes on some damaged files.

    Raises:
        DataError: It is damaged, or more than a table of figures.
    """
    command = [sys.executable, "-P", "-m", _SPSS_PROCESS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            with pa.ipc.open_stream(process.stdout) as reader:
                for part in reader:
                    yield restore_batch(part, 0.0)
            failed = process.wait() != 0
        except pa.ArrowException:
            failed = True
        finally:
            process.kill()  # if nobody reads on
        said = process.stderr.read().decode("utf-8", "replace").split("\n") if process.stderr else []
    if failed:
        raise DataError(file_messages.DAMAGED_SPSS.format(file=name), found=next(filter(None, reversed(said)), None))


def make_statistics_table(labels: Mapping[str, str | None], frames: Iterable[pd.DataFrame]) -> FileTable:
    """Make a table of frames whose columns have labels."""
    columns = name_columns([_choose_name(name, clean_text(label or "")) for name, label in labels.items()])
    return FileTable(columns, _batch_frames(frames, columns))


def _choose_name(name: str, label: str) -> str:
    """Return the label of a variable, unless its name says what it is and the label gives no unit."""
    unit = read_title_unit(label)
    return name if not label or (is_known_name(name) and not (unit.found or unit.unclear)) else label


def _batch_frames(frames: Iterable[pd.DataFrame], columns: tuple[str, ...]) -> Iterator[Batch]:
    done = 0
    for frame in frames:
        whole = {name: _write_whole(frame[name]) for name in frame.columns}
        table = pa.Table.from_pandas(frame.assign(**whole), preserve_index=False)
        lines = np.arange(done + 1, done + len(frame) + 1, dtype=np.int64)
        done += len(frame)
        yield Batch(convert_to_texts(table, columns), lines, typed=find_numbers(table, columns))


def _write_whole(column: pd.Series) -> pd.Series:
    """Turn texts of mixed types into texts: labels that only some values have stand beside numbers."""
    if column.dtype.name == "category":
        labels = pa.array(column.cat.categories.map(str).tolist(), pa.string())
        check_text_columns([pa.DictionaryArray.from_arrays(pa.array(column.cat.codes, mask=column.isna()), labels)])
        column = column.astype(object)
    if column.dtype == object:
        column = column.map(lambda one: None if one is None or one != one else _write_one(one))  # noqa: PLR0124  NaN
        check_letters(column.dropna())
        return column.astype("string")
    return column


def _write_one(value: object) -> str:
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else str(value)  # type: ignore[call-overload]  # a float
