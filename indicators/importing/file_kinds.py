"""The kinds of files that can be imported, one entry each; a zip or gz of one, and data packages.

To add a kind, write a module in `indicators.importing.formats` with a function that reads it, and add an entry to
`FILE_KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZipFile, is_zipfile

from indicators.errors import DataError
from indicators.importing import file_messages, messages
from indicators.importing.archives import PACKAGE_FILE, open_archive, open_gzip, open_package
from indicators.importing.batches import FileOptions, Source, explain_damage
from indicators.importing.delimited import open_delimited
from indicators.importing.filled_blocks import fill_blocks
from indicators.importing.formats.arrow_files import open_parquet, read_feather
from indicators.importing.formats.file_tables import FileTable, keep_table
from indicators.importing.formats.json_documents import read_json
from indicators.importing.formats.old_workbooks import read_old_workbook
from indicators.importing.formats.open_documents import read_open_document
from indicators.importing.formats.px import is_px, read_px
from indicators.importing.formats.sdmx_ml import read_sdmx_ml
from indicators.importing.formats.spaced_text import is_spaced, read_spaced
from indicators.importing.formats.statistics_files import read_spss, read_stata
from indicators.importing.formats.workbooks import read_workbook
from indicators.importing.headers import separate_labels
from indicators.importing.inner_headers import end_at_next_table
from indicators.importing.sections import lift_sections

_START: Final = 16_384
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file with a table.

    Attributes:
        name: Its name.
        suffixes: The endings of its files.
        fits: Whether a file is of the kind, by its first bytes.
        read: Reads such a file once: its path, its name in messages, and its options; its rows are kept.
        open: Inspects a file whose rows can be read again and again, instead.
    """

    name: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[Path, str, FileOptions], FileTable] | None = None
    open: Callable[[Path, str, FileOptions], Source] | None = None


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(starts)


def _begins_text(pattern: bytes) -> Callable[[bytes], bool]:
    def fits(start: bytes) -> bool:
        for mark in _MARKS:
            start = start.removeprefix(mark)
        return re.match(pattern, start.replace(b"\0", b"").lstrip()) is not None

    return fits


def _is_open_document(start: bytes) -> bool:
    return start.startswith(b"PK") and b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in start[:200]


FILE_KINDS: Final = (
    FileKind("Parquet", (".parquet",), _begins(b"PAR1"), open=open_parquet),
    FileKind("Feather", (".feather", ".arrow"), _begins(b"ARROW1"), read_feather),
    FileKind("ODS", (".ods",), _is_open_document, read_open_document),
    FileKind("XLSX", (".xlsx", ".xlsm"), _begins(b"PK"), read_workbook),
    FileKind("XLS", (".xls",), _begins(b"\xd0\xcf\x11\xe0"), read_old_workbook),
    FileKind("Stata", (".dta",), _begins(b"<stata_dta>", *(bytes([n, 1]) for n in (113, 114, 115)),
                                         *(bytes([n, 2]) for n in (113, 114, 115))), read_stata),
    FileKind("SPSS", (".sav", ".zsav"), _begins(b"$FL2", b"$FL3"), read_spss),
    FileKind("JSON", (".json",), _begins_text(rb"\{|\[\s*+(?![A-Za-z](?!rue|alse|ull))"), read_json),
    FileKind("SDMX-ML", (".xml",), _begins_text(rb"<"), read_sdmx_ml),
    FileKind("PX", (".px",), is_px, read_px),
    FileKind("text", (".txt",), is_spaced, read_spaced),
    FileKind("CSV", (".csv", ".tsv", ".tab"), lambda _: True, open=open_delimited),
)  # fmt: skip
"""The kinds of files; the first that fits is used."""

IMPORT_SUFFIXES: Final = (*(suffix for kind in FILE_KINDS for suffix in kind.suffixes), ".zip", ".gz")
"""The endings of files that can be imported."""

_OTHER_KINDS: Final = {
    ".sas7bdat": "a SAS file", ".xpt": "a SAS transport file", ".por": "an SPSS portable file", ".rds": "an R file",
    ".rdata": "an R file", ".html": "a web page", ".htm": "a web page", ".pdf": "a PDF", ".xlsb": "a binary workbook",
    ".numbers": "a Numbers sheet", ".docx": "a Word document", ".h5": "an HDF5 file", ".mat": "a MATLAB file",
    ".dbf": "a dBASE file", ".7z": "a 7z archive", ".rar": "a RAR archive", ".bz2": "compressed with bzip2",
    ".xz": "compressed with xz", ".zst": "compressed with Zstandard", ".sqlite": "a database", ".orc": "an ORC file",
    ".avro": "an Avro file",
}  # fmt: skip
_OTHER_STARTS: Final = {
    b"%PDF": "a PDF", b"FEA1": "a Feather file of version 1", b"\x89HDF": "an HDF5 file", b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive", b"BZh": "compressed with bzip2", b"\xfd7zXZ": "compressed with xz",
    b"\x28\xb5\x2f\xfd": "compressed with Zstandard", b"SQLite format 3": "a database", b"ORC": "an ORC file",
    b"Obj\x01": "an Avro file", b"RDX": "an R file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
}  # fmt: skip


@contextmanager
def open_source(path: Path, options: FileOptions) -> Iterator[Source]:
    """Inspect a file: its kind, its encoding, its header.

    Args:
        path: A file of one of `FILE_KINDS`, a zip or gz of one, or the ``datapackage.json`` of a Frictionless package.
        options: How it is written, if this is known.

    Raises:
        DataError: The file doesn't exist, or is none of these.
    """
    name = _make_readable(options.name or path.name)
    numbers = count()
    try:
        _check_file(path, name)
        with TemporaryDirectory(prefix="indicators-") as temporary:
            folder = Path(temporary)

            def open_table(path: Path, name: str, options: FileOptions) -> Source:
                inside = folder / f"table {next(numbers)}"
                inside.mkdir()
                return _open_any(path, name, options, inside, open_table)

            if path.name.endswith(PACKAGE_FILE):
                yield open_package(path, name, options, open_table)
            else:
                yield open_table(path, name, options)
    except OSError as error:
        message = file_messages.UNREADABLE.format(file=_make_readable(str(path)))
        raise DataError(message, found=error.strerror or str(error)) from error


def _make_readable(name: str) -> str:
    r"""Return a name whose bytes are not UTF-8 with a mark for each of them, so that it can be printed and stored.

    >>> _make_readable("prix\udce9s.csv")
    'prix�s.csv'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_file(path: Path, name: str) -> None:
    """Refuse what is no file, and kinds of files that are known but not read: they would look like damaged tables.

    Raises:
        DataError: It can't be a table.
        OSError: It doesn't exist.
    """
    if "\0" in str(path):
        raise DataError(file_messages.NUL_IN_PATH, found=repr(str(path)), expected=file_messages.PATH_OF_FILE)
    path.stat()
    if not path.is_file():
        raise DataError(file_messages.NOT_A_FILE.format(file=name), expected=file_messages.PATH_OF_FILE)
    kind = _OTHER_KINDS.get(Path(name).suffix.casefold())
    if kind:
        _refuse_kind(name, kind)


def _refuse_kind(name: str, kind: str) -> None:
    message = file_messages.IS_OTHER_KIND.format(file=name, kind=kind)
    raise DataError(message, expected=messages.READABLE_KINDS, hint=file_messages.DOWNLOAD_A_TABLE)


def _open_any(
    path: Path, name: str, options: FileOptions, folder: Path, open_table: Callable[[Path, str, FileOptions], Source]
) -> Source:
    with path.open("rb") as stream:
        start = stream.read(_START)
    for mark, what in _OTHER_STARTS.items():
        if start.startswith(mark):
            _refuse_kind(name, what)
    if start.startswith(b"\x1f\x8b"):
        return open_gzip(path, name, folder, options, open_table)
    if _is_archive(path, name):
        return open_archive(path, name, folder, options, open_table, IMPORT_SUFFIXES)
    kind = next(kind for kind in FILE_KINDS if kind.fits(start))
    if kind.open is not None:
        return _lay_out(kind.open(path, name, options), options)
    with explain_damage(file_messages.DAMAGED.format(file=name, kind=kind.name)):
        kept = keep_table(kind.read(path, name, options), path, name, folder)  # type: ignore[misc]  # one of the two
    return _lay_out(kept, options)


def _lay_out(source: Source, options: FileOptions) -> Source:
    """Return a table as one row for each item, though it was written for readers."""
    chosen = end_at_next_table(separate_labels(source), options.header)
    return lift_sections(fill_blocks(chosen, options), options)


def _is_archive(path: Path, name: str) -> bool:
    """Return whether the file is a zip of tables; a workbook is a zip too, but has a list of content types."""
    if not is_zipfile(path):
        return False
    with explain_damage(file_messages.DAMAGED_ARCHIVE.format(file=name)), ZipFile(path) as archive:
        names = archive.namelist()
    if "xl/workbook.bin" in names:
        _refuse_kind(name, "a binary workbook")
    if "word/document.xml" in names:
        _refuse_kind(name, "a Word document")
    if "Index/Document.iwa" in names or "index.apxl" in names:
        _refuse_kind(name, "a Numbers sheet")
    return "[Content_Types].xml" not in names and "mimetype" not in names
