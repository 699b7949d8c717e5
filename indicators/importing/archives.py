"""Files that hold tables: zips, gzipped tables, and Frictionless data packages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from indicators.errors import DataError, UsageError
from indicators.importing import file_messages, messages
from indicators.importing.batches import FileOptions, Source, explain_damage
from indicators.importing.limits import check_unpacked
from indicators.importing.several_tables import check_others, has_periods

PACKAGE_FILE: Final = "datapackage.json"
"""The name of the file that describes a data package."""

OpenTable = Callable[[Path, str, FileOptions], Source]
"""Inspects the file of a table, whatever its kind."""

_CHUNK: Final = 1 << 20
_MUCH_SMALLER, _MOST_COMPARED = 20, 5
_RATE_RULE: Final = "RateRule"


def open_archive(
    path: Path, name: str, folder: Path, options: FileOptions, open_table: OpenTable, suffixes: tuple[str, ...]
) -> Source:
    """Inspect a table of a zip: the requested one, or the only one with figures, or that of its data package.

    Args:
        path: The zip.
        name: Its name in messages.
        folder: Where it is unpacked.
        options: How its table is written, and which one is wanted.
        open_table: Inspects the table.
        suffixes: The endings of tables.

    Raises:
        DataError: It contains no table, is damaged, or unpacks to far more than a table does.
        UsageError: It has no such table, or several, and the user says of none that it is meant.
    """
    with explain_damage(file_messages.NOT_UNPACKED.format(file=name)), ZipFile(path) as archive:
        entries = {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}
        descriptions = [entry for entry in entries if entry.endswith(PACKAGE_FILE)]
        tables = [entry for entry in entries if "__MACOSX" not in entry and entry.casefold().endswith(suffixes)]
        wanted = tables if descriptions else _choose_tables(tables, entries, options.sheet, name)
        check_unpacked(sum(entries[entry] for entry in wanted), path.stat().st_size, name)
        for entry in [*wanted, *descriptions]:
            archive.extract(entry, folder)  # it drops ".." and drive names
    if descriptions:
        return open_package(folder / descriptions[0], name, options, open_table)
    others = [Path(entry).name for entry in tables if entry != wanted[0]]
    source = open_table(folder / wanted[0], name, replace(options, sheet=""))
    paths = {Path(entry).name: folder / entry for entry in wanted[1:]}
    _check_others(name, Path(wanted[0]).name, source, paths, open_table)
    return _add_remark(source, Path(wanted[0]).name, others)


def open_gzip(path: Path, name: str, folder: Path, options: FileOptions, open_table: OpenTable) -> Source:
    """Inspect a gzipped table.

    Args:
        path: The file.
        name: Its name in messages.
        folder: Where it is unpacked.
        options: How its table is written.
        open_table: Inspects the table.

    Raises:
        DataError: It is damaged, or unpacks to far more than a table does.
    """
    inside, unpacked, packed = folder / (path.stem or "table"), 0, path.stat().st_size
    with (
        explain_damage(file_messages.NOT_UNPACKED.format(file=name)),
        gzip.open(path) as stream,
        inside.open("wb") as target,
    ):
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            check_unpacked(unpacked, packed, name)
            target.write(chunk)
    return open_table(inside, name, options)


def open_package(path: Path, name: str, options: FileOptions, open_table: OpenTable) -> Source:
    """Inspect a table of a Frictionless data package: the requested one, or the only one with figures.

    Args:
        path: Its description.
        name: Its name in messages.
        options: How the table is written, and which one is wanted.
        open_table: Inspects the table.

    Raises:
        DataError: It lists no table, or one that is not beside it.
        UsageError: It has no such table.
    """
    try:
        content = json.loads(path.read_text("utf-8-sig"))
        resources = {str(one.get("name", one["path"])): one for one in content["resources"] if _is_path(one["path"])}
        first = next(iter(resources))
    except (ValueError, AttributeError, TypeError, KeyError, StopIteration, RecursionError):
        message = file_messages.PACKAGE_WITHOUT_TABLE.format(file=path.name)
        raise DataError(message, expected=messages.EXPECTED_RESOURCES) from None
    chosen = options.sheet or first
    if chosen not in resources:
        raise _build_table_error(name, chosen, resources)
    resource = resources[chosen]
    table = (path.parent / resource["path"]).resolve()
    if not table.is_relative_to(path.parent.resolve()):
        raise DataError(file_messages.FILE_OUTSIDE_PACKAGE.format(file=path.name), found=resource["path"])
    if not table.is_file():
        raise DataError(
            file_messages.FILE_NOT_IN_PACKAGE.format(file=path.name, table=resource["path"]),
            hint=file_messages.ADD_FILE_TO_PACKAGE,
        )
    others = [other for other in resources if other != chosen]
    paths = {other: (path.parent / resources[other]["path"]).resolve() for other in others[:_MOST_COMPARED]}
    encoding = options.encoding or str(resource.get("encoding", ""))
    shown = table.name if name == path.name else name
    source = open_table(table, shown, replace(options, encoding=encoding, sheet=""))
    if not options.sheet:
        readable = {other: one for other, one in paths.items() if _is_readable(one, path.parent)}
        _check_others(name, chosen, source, readable, open_table)
    title = str((resource if others else content).get("title") or "")
    return replace(_add_remark(source, chosen, others), title=title)


def _choose_tables(tables: list[str], sizes: dict[str, int], wanted: str, name: str) -> list[str]:
    """Choose the requested table of a zip, or the largest and those that are not much smaller.

    Publishers add small tables that describe it.
    """
    if not tables:
        found = ", ".join(list(sizes)[:5])
        raise DataError(
            file_messages.NO_TABLE_IN_ARCHIVE.format(file=name), found=found, expected=messages.READABLE_KINDS
        )
    if not wanted:
        largest = max(tables, key=lambda table: sizes[table])
        others = [one for one in tables if one != largest and sizes[one] * _MUCH_SMALLER > sizes[largest]]
        return [largest, *others[:_MOST_COMPARED]]
    found_tables = [table for table in tables if wanted in (table, Path(table).name)]
    if not found_tables:
        raise _build_table_error(name, wanted, tables)
    return found_tables[:1]


def _check_others(name: str, chosen: str, source: Source, others: dict[str, Path], open_table: OpenTable) -> None:
    """Refuse a zip or package with another table of figures.

    Raises:
        UsageError: There is one.
    """
    if not others or not has_periods(source.columns, source.sample):
        return
    found = []
    for other, path in others.items():
        with suppress(DataError):
            found.append((other, open_table(path, name, FileOptions())))
    apart = [(other, one.columns, one.sample) for other, one in found if not _is_other_form(one, source)]
    check_others(name, chosen, apart)


def _is_other_form(table: Source, source: Source) -> bool:
    """Return whether a table of an archive that this product saved has the figures of another, one column for each."""
    return _RATE_RULE in source.columns and any(name.endswith(f" {_RATE_RULE}") for name in table.columns)


def _is_readable(table: Path, folder: Path) -> bool:
    return table.is_relative_to(folder.resolve()) and table.is_file()


def _is_path(path: object) -> bool:
    return isinstance(path, str) and "://" not in path and "\0" not in path


def _build_table_error(name: str, wanted: str, tables: Iterable[str]) -> UsageError:
    expected = messages.ONE_OF.format(names=", ".join(tables))
    return UsageError(file_messages.NO_SUCH_TABLE.format(file=name, table=wanted), expected=expected)


def _add_remark(source: Source, table: str, others: list[str]) -> Source:
    remark = messages.TABLE_CHOSEN if others else messages.ONLY_TABLE
    text = remark.format(table=table, others=", ".join(others))
    return replace(source, remarks=(text, *source.remarks))
