"""Which kind of file it is: CSV, XLSX, Parquet, a zip of one of these, or a Frictionless data package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, is_zipfile

from indicators.errors import DataError, UsageError
from indicators.importing.batches import Source, explain_damage
from indicators.importing.delimited import open_delimited
from indicators.importing.number_columns import DecimalMark
from indicators.importing.parquet_files import open_parquet
from indicators.importing.workbooks import open_workbook

__all__ = ["FileOptions", "open_source"]

_DESCRIPTION = "datapackage.json"
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".parquet")
_MOST_BYTES = 50 << 30


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How a file is written, where that is known better than found out.

    Attributes:
        name: What it is called in messages and citations; its own name if empty.
        encoding: The encoding of a CSV file; guessed if empty.
        decimal: The decimal mark; told from the figures if ``None``.
        sheet: The sheet of a workbook, or the table of a package or zip; the first or largest if empty.
    """

    name: str = ""
    encoding: str = ""
    decimal: DecimalMark | None = None
    sheet: str = ""


@contextmanager
def open_source(path: Path, form: FileOptions) -> Iterator[Source]:
    """Look at a file: its kind, its encoding, its header.

    Args:
        path: A CSV, XLSX or Parquet file, a zip, or the ``datapackage.json`` of a Frictionless package.
        form: How it is written, where that is known better than found out.

    Raises:
        DataError: There is no such file, or it is none of these.
    """
    name, encoding, sheet = form.name or path.name, form.encoding, form.sheet
    try:
        if path.name.endswith(_DESCRIPTION):
            yield _packaged(path, name, encoding, sheet)
        elif _is_archive(path, name):
            with TemporaryDirectory(prefix="indicators-") as folder:
                yield _unpacked(path, name, Path(folder), encoding, sheet)
        else:
            yield _table(path, name, encoding, sheet)
    except OSError as error:
        raise DataError(f"{path} cannot be read.", found=error.strerror or str(error)) from error


def _table(path: Path, name: str, encoding: str, sheet: str) -> Source:
    with path.open("rb") as stream:
        start = stream.read(4)
    if start == b"PAR1":
        return open_parquet(path, name)
    if start[:2] == b"PK":
        return open_workbook(path, name, sheet)
    if start == b"\xd0\xcf\x11\xe0":
        hint = "Save it as .xlsx or as CSV."
        raise DataError(f"{name} is a workbook of Excel 97-2003.", expected="CSV, XLSX or Parquet", hint=hint)
    return open_delimited(path, name, encoding)


def _is_archive(path: Path, name: str) -> bool:
    """Whether it is a zip of tables; a workbook is a zip too, of its own kind."""
    if not is_zipfile(path):
        return False
    with explain_damage(f"{name} is a damaged zip or workbook."), ZipFile(path) as archive:
        return "[Content_Types].xml" not in archive.namelist()


def _unpacked(path: Path, name: str, folder: Path, encoding: str, sheet: str) -> Source:
    with explain_damage(f"{name} cannot be unpacked."), ZipFile(path) as archive:
        entries = {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}
        descriptions = [entry for entry in entries if entry.endswith(_DESCRIPTION)]
        tables = [entry for entry in entries if entry.casefold().endswith(_TABLES) and "__MACOSX" not in entry]
        wanted = tables if descriptions else [_chosen(tables, entries, sheet, name)]
        if sum(entries[entry] for entry in wanted) > _MOST_BYTES:
            raise DataError(f"{name} unpacks to more than {_MOST_BYTES >> 30} GB.")
        for entry in [*wanted, *descriptions]:
            archive.extract(entry, folder)  # it drops ".." and drive names
    if descriptions:
        return _packaged(folder / descriptions[0], name, encoding, sheet)
    others = [Path(entry).name for entry in tables if entry != wanted[0]]
    remark = f"Table {Path(wanted[0]).name} of the zip" + (f"; left aside: {', '.join(others)}." if others else ".")
    return _remarked(_table(folder / wanted[0], name, encoding, ""), remark)


def _chosen(tables: list[str], sizes: dict[str, int], wanted: str, name: str) -> str:
    """The table of a zip that was asked for, or the largest: publishers put small ones about it beside it."""
    if not tables:
        raise DataError(f"{name} holds no table.", found=", ".join(list(sizes)[:5]), expected=", ".join(_TABLES))
    if wanted:
        found = [table for table in tables if wanted in (table, Path(table).name)]
        if not found:
            raise UsageError(f"{name} has no table {wanted!r}.", expected=f"one of {', '.join(tables)}")
        return found[0]
    return max(tables, key=lambda table: sizes[table])


def _packaged(path: Path, name: str, encoding: str, wanted: str) -> Source:
    """A table of a Frictionless data package: the one asked for, or the first."""
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        resources = {str(one.get("name", one["path"])): one for one in content["resources"] if _is_path(one["path"])}
        first = next(iter(resources))
    except (ValueError, AttributeError, TypeError, KeyError, StopIteration):
        raise DataError(f"{path.name} names no table.", expected="resources, one with a path") from None
    if wanted and wanted not in resources:
        raise UsageError(f"{name} has no table {wanted!r}.", expected=f"one of {', '.join(resources)}")
    chosen = wanted or first
    resource = resources[chosen]
    table = (path.parent / resource["path"]).resolve()
    if not table.is_relative_to(path.parent.resolve()):
        raise DataError(f"{path.name} names a file outside its folder.", found=resource["path"])
    others = [other for other in resources if other != chosen]
    remark = f"Table {chosen} of the package" + (f"; left aside: {', '.join(others)} (--sheet)." if others else ".")
    called = table.name if name == path.name else name
    source = _table(table, called, encoding or str(resource.get("encoding", "")), "")
    title = str((resource if others else content).get("title") or "")
    return replace(_remarked(source, remark), title=title)


def _is_path(path: object) -> bool:
    return isinstance(path, str) and "://" not in path


def _remarked(source: Source, remark: str) -> Source:
    return replace(source, remarks=(remark, *source.remarks))
