"""The kinds of files that can be imported: CSV, XLSX, Parquet, a zip of one of these, or a Frictionless data package.

To add a kind of table, write a module with a function that inspects it and add an entry to `FILE_KINDS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NoReturn
from zipfile import ZipFile, is_zipfile

from indicators.errors import DataError, UsageError
from indicators.importing import messages
from indicators.importing.batches import FileOptions, Source, explain_damage
from indicators.importing.delimited import open_delimited
from indicators.importing.headers import separate_labels
from indicators.importing.parquet_files import open_parquet
from indicators.importing.workbooks import open_workbook

__all__ = ["FILE_KINDS", "FileKind", "open_source"]

_DESCRIPTION: Final = "datapackage.json"
_MOST_BYTES: Final = 50 << 30


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file with a table.

    Attributes:
        start: The first bytes that identify it; empty for text.
        suffixes: The endings of its files.
        open: Inspects such a file: its path, its name in messages, and its options.
    """

    start: bytes
    suffixes: tuple[str, ...]
    open: Callable[[Path, str, FileOptions], Source]


def _refuse_old_workbook(_path: Path, name: str, _options: FileOptions) -> NoReturn:
    message = messages.OLD_WORKBOOK.format(file=name)
    raise DataError(message, expected=messages.READABLE_KINDS, hint=messages.SAVE_AS_XLSX)


def _refuse_kind(path: Path, name: str) -> None:
    """Refuse a kind of file that is known but not read, by its ending: it would look like a damaged table.

    Raises:
        DataError: It is of such a kind.
    """
    kind = _OTHER_KINDS.get(path.suffix.casefold())
    if kind:
        message = messages.IS_OTHER_KIND.format(file=name, kind=kind)
        raise DataError(message, expected=messages.READABLE_KINDS, hint=messages.DOWNLOAD_A_TABLE)


_OTHER_KINDS: Final = {
    ".px": "a PX file (PC-Axis)", ".ods": "an ODS file (OpenDocument, LibreOffice)", ".dta": "a Stata file",
    ".sav": "an SPSS file", ".sas7bdat": "a SAS file", ".feather": "a Feather file", ".rds": "an R file",
    ".rdata": "an R file", ".json": "JSON", ".xml": "XML", ".html": "a web page", ".pdf": "a PDF",
    ".xlsb": "a binary workbook", ".numbers": "a Numbers sheet", ".docx": "a Word document", ".h5": "an HDF5 file",
}  # fmt: skip


FILE_KINDS: Final = (
    FileKind(b"PAR1", (".parquet",), open_parquet),
    FileKind(b"PK", (".xlsx",), open_workbook),
    FileKind(b"\xd0\xcf\x11\xe0", (), _refuse_old_workbook),
    FileKind(b"", (".csv", ".tsv", ".txt"), open_delimited),
)
"""The kinds of files; the first that fits is used."""

_SUFFIXES: Final = tuple(suffix for kind in FILE_KINDS for suffix in kind.suffixes)


@contextmanager
def open_source(path: Path, options: FileOptions) -> Iterator[Source]:
    """Inspect a file: its kind, its encoding, its header.

    Args:
        path: A CSV, XLSX or Parquet file, a zip, or the ``datapackage.json`` of a Frictionless package.
        options: How it is written, if this is known.

    Raises:
        DataError: The file doesn't exist, or is none of these.
    """
    name = options.name or path.name
    try:
        if path.name.endswith(_DESCRIPTION):
            yield _open_package(path, name, options)
            return
        _refuse_kind(Path(name), name)
        if _is_archive(path, name):
            with TemporaryDirectory(prefix="indicators-") as folder:
                yield _open_archive(path, name, Path(folder), options)
        else:
            yield _open_table(path, name, options)
    except OSError as error:
        message = messages.UNREADABLE.format(file=path)
        raise DataError(message, found=error.strerror or str(error)) from error


def _open_table(path: Path, name: str, options: FileOptions) -> Source:
    with path.open("rb") as stream:
        start = stream.read(4)
    source = next(kind for kind in FILE_KINDS if start.startswith(kind.start)).open(path, name, options)
    return separate_labels(source)


def _is_archive(path: Path, name: str) -> bool:
    """Return whether the file is a zip of tables; a workbook is a zip too, but has a list of content types."""
    if not is_zipfile(path):
        return False
    with explain_damage(messages.DAMAGED_ARCHIVE.format(file=name)), ZipFile(path) as archive:
        return "[Content_Types].xml" not in archive.namelist()


def _open_archive(path: Path, name: str, folder: Path, options: FileOptions) -> Source:
    with explain_damage(messages.NOT_UNPACKED.format(file=name)), ZipFile(path) as archive:
        entries = {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}
        descriptions = [entry for entry in entries if entry.endswith(_DESCRIPTION)]
        tables = [entry for entry in entries if entry.casefold().endswith(_SUFFIXES) and "__MACOSX" not in entry]
        wanted = tables if descriptions else [_choose_table(tables, entries, options.sheet, name)]
        if sum(entries[entry] for entry in wanted) > _MOST_BYTES:
            raise DataError(messages.UNPACKS_TOO_LARGE.format(file=name, size=_MOST_BYTES >> 30))
        for entry in [*wanted, *descriptions]:
            archive.extract(entry, folder)  # it drops ".." and drive names
    if descriptions:
        return _open_package(folder / descriptions[0], name, options)
    others = [Path(entry).name for entry in tables if entry != wanted[0]]
    source = _open_table(folder / wanted[0], name, replace(options, sheet=""))
    return _add_remark(source, Path(wanted[0]).name, others)


def _choose_table(tables: list[str], sizes: dict[str, int], wanted: str, name: str) -> str:
    """Choose the requested table of a zip, or the largest: publishers add small tables that describe it."""
    if not tables:
        found, expected = ", ".join(list(sizes)[:5]), ", ".join(_SUFFIXES)
        raise DataError(messages.NO_TABLE_IN_ARCHIVE.format(file=name), found=found, expected=expected)
    if not wanted:
        return max(tables, key=lambda table: sizes[table])
    found_tables = [table for table in tables if wanted in (table, Path(table).name)]
    if not found_tables:
        raise _build_table_error(name, wanted, tables)
    return found_tables[0]


def _open_package(path: Path, name: str, options: FileOptions) -> Source:
    """Inspect a table of a Frictionless data package: the requested one, or the first."""
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        resources = {str(one.get("name", one["path"])): one for one in content["resources"] if _is_path(one["path"])}
        first = next(iter(resources))
    except (ValueError, AttributeError, TypeError, KeyError, StopIteration, RecursionError):
        message = messages.PACKAGE_WITHOUT_TABLE.format(file=path.name)
        raise DataError(message, expected=messages.EXPECTED_RESOURCES) from None
    chosen = options.sheet or first
    if chosen not in resources:
        raise _build_table_error(name, chosen, resources)
    resource = resources[chosen]
    table = (path.parent / resource["path"]).resolve()
    if not table.is_relative_to(path.parent.resolve()):
        raise DataError(messages.FILE_OUTSIDE_PACKAGE.format(file=path.name), found=resource["path"])
    others = [other for other in resources if other != chosen]
    encoding = options.encoding or str(resource.get("encoding", ""))
    shown = table.name if name == path.name else name
    source = _open_table(table, shown, replace(options, encoding=encoding, sheet=""))
    title = str((resource if others else content).get("title") or "")
    return replace(_add_remark(source, chosen, others), title=title)


def _is_path(path: object) -> bool:
    return isinstance(path, str) and "://" not in path


def _build_table_error(name: str, wanted: str, tables: Iterable[str]) -> UsageError:
    expected = messages.ONE_OF.format(names=", ".join(tables))
    return UsageError(messages.NO_SUCH_TABLE.format(file=name, table=wanted), expected=expected)


def _add_remark(source: Source, table: str, others: list[str]) -> Source:
    remark = messages.TABLE_CHOSEN if others else messages.ONLY_TABLE
    text = remark.format(table=table, others=", ".join(others))
    return replace(source, remarks=(text, *source.remarks))
