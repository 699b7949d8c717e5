"""A file becomes a release of a dataset: staged beside it, compared with what is there, published by one rename.

Until the rename the store is as it was, whatever happens to the writer. Writers wait for each other; readers
wait for nobody. What a killed writer left behind is cleared by the next one.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
from filelock import FileLock

from indicators.errors import StoreError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.files.disk import replace_file, write_atomically
from indicators.files.newest import find_newest, write_newest
from indicators.files.releases import (
    DESCRIPTION,
    Release,
    StoredDataset,
    locate_dataset,
    read_stored,
    write_stored,
)
from indicators.files.user_store import read_user_catalogue
from indicators.importing.batches import Source
from indicators.importing.columns import complete_mapping
from indicators.importing.file_kinds import FileOptions, open_source
from indicators.importing.import_report import ImportReport, RefusedRows
from indicators.importing.indicator_ids import IndicatorNames
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import DecimalMark, find_decimal_mark
from indicators.importing.observation_rows import STAGED_SCHEMA, RowChecker
from indicators.importing.release_changes import ReleaseChanges, ReleasePlan, write_release
from indicators.importing.staging import RowCounts, divide_staged, write_staged
from indicators.model.observations import Dataset
from indicators.model.origins import Origin

__all__ = ["DatasetDetails", "import_release"]

_AS_FOUND_OUT = FileOptions()
_STAGING = ".staging"
_ROWS = "rows.arrow"
_OURS = re.compile(r"\d{4}-\d{4}-\d\d-\d\d\.parquet(\.partial)?|.*\.partial")


@dataclass(frozen=True, slots=True)
class DatasetDetails:
    """What the reader says of a dataset.

    Attributes:
        id: Its id.
        title: Its title; its id if left out.
        publisher: Who published it; the name of the file if left out.
        url: Where it was found.
        vintage: The day from which the figures were known; today if left out.
    """

    id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    vintage: date | None = None


def import_release(
    store: Path,
    path: Path,
    described: DatasetDetails,
    *,
    mapping: ColumnMapping | None = None,
    form: FileOptions = _AS_FOUND_OUT,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> ImportReport:
    """Import a file into a reader's store, as a new dataset or a new release of one.

    Args:
        store: The folder of the store; made when there is none.
        path: The file: CSV, XLSX, Parquet, or the ``datapackage.json`` of a Frictionless package.
        described: The dataset.
        mapping: Which column holds what, over what is recognised.
        form: How the file is written, where that is known better than found out.
        progress: Is told what is being done, and how much of it is done, from 0 to 1.

    Raises:
        DataError: The file cannot be read.
        UsageError: A column that is needed was not recognised, or the dataset's id cannot be used.
        StoreError: The store cannot be written; nothing in it was changed.
    """
    _check_id(described.id)
    with open_source(path, form) as source:
        mapping = complete_mapping(mapping, source.columns, source.sample, source.name)
        with _alone(store) as staging:
            return _Import(store, source, described, mapping, form.decimal).run(staging, progress)


@contextmanager
def _alone(store: Path) -> Iterator[Path]:
    """The folder in which a release is prepared, for one writer at a time.

    Raises:
        StoreError: The disk is full, or the folder cannot be written.
    """
    try:
        (store / "datasets").mkdir(parents=True, exist_ok=True)
        with FileLock(store / ".lock"):
            _clear(store)
            staging = store / _STAGING
            staging.mkdir()
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except (OSError, pa.ArrowException, duckdb.Error) as error:
        found = getattr(error, "strerror", None) or str(error).splitlines()[0]
        hint = "Nothing in it was changed."
        raise StoreError(f"The store in {store} could not be written.", found=found, hint=hint) from error


def _check_id(id: str) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        near = re.sub(r"[^a-z0-9]+", "-", id.casefold()).strip("-")
        hint = f"Nearest: {near}." if near else None
        raise UsageError(
            "This is no id of a dataset.", found=id, expected="small letters, digits and hyphens", hint=hint
        )
    if id in {dataset.id for dataset in read_embedded_catalogue().datasets}:
        raise UsageError(f"There is an embedded dataset {id!r} already.", hint=f"Choose another id, such as {id}-own.")


def _clear(store: Path) -> None:
    """Remove what a killed writer left: its staging, and releases of ours that no description names.

    Nothing else in the folder is touched, and nothing of a dataset whose description cannot be read.
    """
    shutil.rmtree(store / _STAGING, ignore_errors=True)
    for home in [home for home in (store / "datasets").iterdir() if home.is_dir()]:
        named: set[str] = set()
        if (home / DESCRIPTION).exists():
            stored, _ = read_stored(home)
            if stored is None:
                continue
            named = {release.file for release in stored.releases}
        for path in home.iterdir():
            if _OURS.fullmatch(path.name) and path.name not in named:
                path.unlink(missing_ok=True)


class _Import:
    def __init__(
        self, store: Path, source: Source, described: DatasetDetails, mapping: ColumnMapping,
        decimal: DecimalMark | None,
    ) -> None:  # fmt: skip
        self._home = locate_dataset(store, described.id)
        self._source, self._described, self._mapping = source, described, mapping
        self._catalogue = read_user_catalogue(store).catalogue
        self._before = self._what_was()
        self._releases = self._before.releases if self._before else ()
        self._vintage = described.vintage or date.today()  # noqa: DTZ011  the reader's day
        self._number, self._release = len(self._releases) + 1, self._release_id()
        self._mark: DecimalMark = decimal or _mark_of(source, mapping)
        self._names = IndicatorNames(
            described.id, self._title, self._catalogue, self._before.indicators if self._before else ()
        )
        said = repr((source.sha256, mapping, self._mark, described.vintage))
        self._hash = hashlib.sha256(said.encode()).hexdigest()

    def run(self, staging: Path, progress: Callable[[str, float], None]) -> ImportReport:
        if self._releases and self._releases[-1].sha256 == self._hash:
            return self._report(0, 0, None, ReleaseChanges(), "", ("The same file was imported before.",))
        refused = RefusedRows(staging / "refused.csv", self._source.name, self._source.columns)
        checker = RowChecker(self._mapping, self._catalogue, self._mark, self._names)
        with refused:
            counts = RowCounts()
            read, empty = self._stage(staging, checker, refused, counts, lambda done: progress("Reading", done))
            changes = write_release(
                staging / "release.parquet", divide_staged(staging / _ROWS, counts), self._releasing(counts), refused,
                lambda done: progress("Sorting and comparing", done),
            )  # fmt: skip
        report = self._report(read, empty, refused, changes, self._release if changes.any else "", self._understood())
        return self._publish(staging, report, changes, checker) if changes.any else report

    def _releasing(self, counts: RowCounts) -> ReleasePlan:
        own_vintages = bool(self._mapping.vintage)
        return ReleasePlan(self._release, self._vintage, self._origin, own_vintages, self._files_before, counts.rows)

    @property
    def _title(self) -> str:
        before = self._before.dataset.title if self._before else ""
        return self._described.title or before or self._source.title or self._described.id

    @property
    def _origin(self) -> str:
        return f"{self._described.id}-release-{self._number}"

    @property
    def _files_before(self) -> list[Path]:
        """What the file is held against: the newest of each figure, or all of them where it says their vintages."""
        files = [self._home / release.file for release in self._releases]
        newest = None if self._mapping.vintage else find_newest(files)
        return files if newest is None else [newest]

    @property
    def _stem(self) -> str:
        return f"{self._number:04}-{self._vintage.isoformat()}"

    def _what_was(self) -> StoredDataset | None:
        if not (self._home / DESCRIPTION).exists():
            if self._home.exists() and any(path.suffix == ".yaml" for path in self._home.iterdir()):
                raise UsageError(f"{self._home} is a dataset kept by hand.", hint="Choose another id.")
            return None
        stored, faults = read_stored(self._home)
        if stored is None:
            hint = "Mend or remove its folder; nothing in it was changed."
            raise StoreError(f"The dataset {self._described.id} is damaged.", found=str(faults[0]), hint=hint)
        return stored

    def _release_id(self) -> str:
        if self._releases and self._vintage < self._releases[-1].vintage and not self._mapping.vintage:
            raise UsageError(
                f"{self._described.id} has a later release, {self._releases[-1].id}.",
                found=self._vintage.isoformat(), expected="that day or a later one",
            )  # fmt: skip
        of_the_day = [release for release in self._releases if release.vintage == self._vintage]
        day = self._vintage.isoformat()
        return f"{day}.{len(of_the_day) + 1}" if of_the_day else day

    def _stage(
        self,
        staging: Path,
        checker: RowChecker,
        refused: RefusedRows,
        counts: RowCounts,
        progress: Callable[[float], None],
    ) -> tuple[int, int]:
        """Write what can be taken beside the release. Gives how many rows were read and how many cells are empty."""
        read = empty = 0
        with write_staged(staging / _ROWS, STAGED_SCHEMA) as writer:
            for batch in self._source.batches():
                checked = checker.check(batch)
                read += batch.table.num_rows + len(batch.refused)
                empty += checked.empty
                for table in checked.taken:
                    if table.num_rows:
                        counts.add(table)
                        writer.write_table(table)
                for refusal in checked.refusals:
                    refused.add(refusal, batch)
                progress(batch.done)
        return read, empty

    def _publish(
        self, staging: Path, report: ImportReport, changes: ReleaseChanges, checker: RowChecker
    ) -> ImportReport:
        """Move the release into its place; the last rename is that of the description."""
        reports = self._home / "reports"
        reports.mkdir(parents=True, exist_ok=True)
        if report.refused:
            kept = reports / f"{self._stem}-refused.csv"
            replace_file(staging / "refused.csv", kept)
            report = replace(report, refused_file=str(kept))
        name = f"{self._stem}.parquet"
        replace_file(staging / "release.parquet", self._home / name)
        write_atomically(reports / f"{self._stem}.json", report.as_json.encode())
        rows = changes.new + changes.changed + changes.withdrawn
        release = Release(self._release, self._vintage, name, self._source.name, self._hash, rows)
        after = self._after(release, checker)
        write_stored(self._home, after)
        with suppress(OSError, pa.ArrowException, duckdb.Error):  # it is only for speed; the release stands without it
            write_newest([self._home / release.file for release in after.releases])
        return report

    def _after(self, release: Release, checker: RowChecker) -> StoredDataset:
        said, before, file = self._described, self._before and self._before.dataset, self._source.name
        title = self._title
        publisher = said.publisher or (before.publisher if before else file)
        origin = Origin(
            self._origin, publisher, title, url_main=said.url, sha256=self._source.sha256,
            date_accessed=date.today().isoformat(), note=f"Imported from {file}.",  # noqa: DTZ011  the reader's day
        )  # fmt: skip
        dataset = Dataset(
            id=said.id,
            title=title,
            publisher=publisher,
            description=f"Imported from {file}.",
            origins=(*(before.origins if before else ()), origin),
            indicators=tuple(sorted({*(before.indicators if before else ()), *checker.units})),
        )
        return StoredDataset(dataset, self._names.indicators(checker.units, file), (*self._releases, release))

    def _report(
        self, read: int, empty: int, refused: RefusedRows | None, changes: ReleaseChanges, release: str,
        understood: tuple[str, ...],
    ) -> ImportReport:  # fmt: skip
        count, first = (refused.count, refused.first) if refused else (0, ())
        return ImportReport(
            self._described.id, self._source.name, release, read, changes.kept, empty, count,
            changes.new, changes.changed, changes.withdrawn, understood, first,
        )  # fmt: skip

    def _understood(self) -> tuple[str, ...]:
        source, mapping = self._source, self._mapping
        lines = [*source.remarks, f"Columns read as {mapping.described}."]
        unused = [name for name in source.columns if name not in mapping.used]
        if unused:
            lines.append(f"Columns left aside: {', '.join(unused)}.")
        if source.encoding not in ("", "utf-8"):
            lines.append(f"Encoding: {source.encoding}.")
        if self._mark == ",":
            lines.append("The comma is the decimal mark.")
        if not (mapping.unit or mapping.all_units):
            lines.append("No column of units: taken from names and known indicators, else counted in “units”.")
        return tuple(lines)


def _mark_of(source: Source, mapping: ColumnMapping) -> DecimalMark:
    places = [n for n, name in enumerate(source.columns) if name in mapping.values or name in mapping.periods]
    cells = [row[place] for row in source.sample for place in places if place < len(row)]
    return find_decimal_mark(cells, semicolons=source.semicolons)
