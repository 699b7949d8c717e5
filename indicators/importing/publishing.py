"""A file becomes a release of a dataset: staged next to it, compared with earlier releases, published by one rename.

Until the rename the store is unchanged, whatever happens to the writer. Writers wait for each other; readers never
wait. What a killed writer leaves behind is removed by the next one.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from indicators.errors import DataError, StoreError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.files.changes import lock_folder, note_change, require_changes_allowed
from indicators.files.checksums import hash_file, seal, verify_file
from indicators.files.disk import replace_file, write_atomically
from indicators.files.newest import find_newest, write_newest
from indicators.files.private_folders import list_seen_folders, require_free_id
from indicators.files.releases import (
    DESCRIPTION,
    Release,
    StoredDataset,
    locate_dataset,
    may_be_published,
    read_stored,
    write_stored,
)
from indicators.files.user_store import STAGING, UNFINISHED, read_user_catalogue
from indicators.importing import file_messages, messages
from indicators.importing.area_cells import AreaReader
from indicators.importing.batches import FileOptions, Source, clean_text
from indicators.importing.columns import Recognition, complete_mapping
from indicators.importing.dataset_archives import find_archived_id, import_archive
from indicators.importing.doubts import Doubts
from indicators.importing.file_kinds import open_source
from indicators.importing.import_report import ImportReport, RefusedRows
from indicators.importing.indicator_ids import IndicatorNames
from indicators.importing.inner_headers import drop_headers
from indicators.importing.mapping import ColumnMapping
from indicators.importing.observation_rows import RowChecker
from indicators.importing.release_changes import ReleasePlan, write_release
from indicators.importing.series_columns import SeriesGuard
from indicators.importing.staging import STAGED_SCHEMA, RowCounts, divide_staged, join_tables, write_staged
from indicators.importing.survey import FileReading, survey_file
from indicators.importing.unit_decisions import list_assumed_units
from indicators.model.codelists import AreaList
from indicators.model.observations import Dataset
from indicators.model.origins import Origin

_DETECTED: Final = FileOptions()
_MOST_IN_VAIN: Final = 100_000  # rows that are refused while none is taken
_PARTIAL: Final = (DESCRIPTION, UNFINISHED, "0000-newest", "0000-newest.sha256")
_PARTIAL_INSIDE: Final = "*/[0-9][0-9][0-9][0-9]-*.partial"  # in the folders of descriptions, reports, removed releases
_ROWS: Final = "rows.arrow"
_RELEASE_FILE: Final = re.compile(r"\d{4}-\d{4}-\d\d-\d\d\.parquet")


@dataclass(frozen=True, slots=True)
class DatasetDetails:
    """The user's description of a dataset.

    Attributes:
        id: Its id.
        title: Its title; by default its id.
        publisher: Its publisher; by default the name of the file.
        url: Where it was found.
        vintage: The day from which the figures were known; by default today.
        origin: What is known about the source, such as its licence; its id and, where empty, its other fields are
            filled in.
        continues: The dataset of which the figures are a later edition; or empty.
    """

    id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    vintage: date | None = None
    origin: Origin | None = None
    continues: str = ""


def import_release(
    store: Path,
    path: Path,
    details: DatasetDetails,
    *,
    mapping: ColumnMapping | None = None,
    options: FileOptions = _DETECTED,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> ImportReport:
    """Import a file into a user's store, as a new dataset or a new release of one.

    Args:
        store: The folder of the store; it is created if it doesn't exist.
        path: The file, of any kind that `open_source` reads, or a dataset that was exported with all its releases.
        details: The dataset.
        mapping: Which column contains what, where it is not recognised.
        options: How the file is written, if this is known.
        progress: Called with the stage and how much of it is done, from 0 to 1.

    Raises:
        DataError: The file can't be read.
        UsageError: A required column was not recognised, or the id of the dataset can't be used.
        StoreError: The store can't be written; nothing in it was changed.
    """
    require_changes_allowed()
    check_dataset_id(details.id)
    require_free_id(store, details.id)
    details = _check_details(details)
    if find_archived_id(path):
        return import_archive(store, path, details.id)
    areas = read_user_catalogue(*list_seen_folders(store)).catalogue.areas
    return publish_file(store, path, details, areas, mapping=mapping, options=options, progress=progress)


def publish_file(
    store: Path,
    path: Path,
    details: DatasetDetails,
    areas: AreaList,
    *,
    mapping: ColumnMapping | None,
    options: FileOptions,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> ImportReport:
    """Import a file that is no exported dataset, as `import_release` does; ``areas`` are those that are known."""
    with open_source(path, options) as source:
        find_area = AreaReader.of_mapping(areas, mapping or ColumnMapping()).find_known
        found = complete_mapping(mapping, source, find_area)
        reading = survey_file(source, found.mapping, options, find_area)
        with _lock_store(store) as staging:
            report = _Import(store, source, details, found, reading).run(staging, progress)
            if report.release:
                note_change(store, "import", details.id)
            return report


@contextmanager
def _lock_store(store: Path) -> Iterator[Path]:
    """Lock a store for one writer, and give the folder in which a release is prepared.

    Raises:
        StoreError: The disk is full, or the folder can't be written.
    """
    try:
        with lock_folder(store):
            (store / "datasets").mkdir(exist_ok=True)
            _remove_leftovers(store)
            staging = store / STAGING
            staging.mkdir()
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except (OSError, pa.ArrowException, duckdb.Error) as error:
        found = getattr(error, "strerror", None) or str(error).splitlines()[0]
        message = messages.NOT_WRITTEN.format(folder=store)
        raise StoreError(message, found=found, hint=messages.NOTHING_CHANGED) from error


def _check_details(details: DatasetDetails) -> DatasetDetails:
    """Return the details without blanks and control characters.

    Raises:
        UsageError: The address of the source is not one.
    """
    title, publisher, url = (clean_text(text) for text in (details.title, details.publisher, details.url))
    if url and not re.fullmatch(r"https?://[^\s<>\"]+", url):
        hint = messages.ADDRESS_NEAREST.format(url=url) if re.fullmatch(r"[^\s:<>\"]+\.[^\s:<>\"]+", url) else None
        raise UsageError(messages.NO_ADDRESS, found=url, expected=messages.ADDRESS_EXPECTED, hint=hint)
    return replace(details, title=title, publisher=publisher, url=url)


def check_dataset_id(id: str) -> None:
    """Check that an id can be that of a user's own dataset.

    Raises:
        UsageError: It can't, or an embedded dataset has it.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        near = re.sub(r"[^a-z0-9]+", "-", id.casefold()).strip("-")
        hint = messages.ID_NEAREST.format(id=near) if near else None
        raise UsageError(messages.INVALID_ID, found=id, expected=messages.VALID_ID, hint=hint)
    if id in {dataset.id for dataset in read_embedded_catalogue().datasets}:
        raise UsageError(messages.ID_TAKEN.format(id=id), hint=messages.CHOOSE_ANOTHER_ID.format(id=id))


def _remove_leftovers(store: Path) -> None:
    """Remove what a killed writer left and marked as unfinished; nothing else in the folder is touched.

    A release that the description lists by now is finished. A folder without a description is damage to report.
    """
    shutil.rmtree(store / STAGING, ignore_errors=True)
    for home in [home for home in (store / "datasets").iterdir() if home.is_dir()]:
        for path in (*(home / f"{name}.partial" for name in _PARTIAL), *home.glob(_PARTIAL_INSIDE)):
            path.unlink(missing_ok=True)
        marker = home / UNFINISHED
        if not marker.exists():
            continue
        name = marker.read_text(encoding="utf-8", errors="replace").strip()
        if _RELEASE_FILE.fullmatch(name) and not may_be_published(home, name):
            (home / name).unlink(missing_ok=True)
        marker.unlink(missing_ok=True)


def _write_report(report: ImportReport) -> bytes:
    """Write a report with the checksum of the file of refused rows and its own."""
    content = json.loads(report.as_json)
    if report.refused_file:
        content["refused_sha256"] = hash_file(Path(report.refused_file))
    return json.dumps(seal(content), ensure_ascii=False, indent=2).encode()


class _Import:
    """One import: a file, the dataset it belongs to, and the releases before."""

    def __init__(
        self, store: Path, source: Source, details: DatasetDetails, recognition: Recognition, reading: FileReading
    ) -> None:
        self._home = locate_dataset(store, details.id)
        self._source, self._details, self._recognition = source, details, recognition
        self._mapping = mapping = recognition.mapping
        self._guard = SeriesGuard(source.name, mapping, recognition.series)
        self._catalogue = read_user_catalogue(store).catalogue
        self._areas = AreaReader.of_mapping(self._catalogue.areas, mapping)
        self._before = self._read_before()
        self._releases = self._before.releases if self._before else ()
        self._vintage = details.vintage or date.today()  # noqa: DTZ011  the user's day
        self._number, self._release = len(self._releases) + 1, self._name_release()
        self._reading = reading
        own = self._before.indicators if self._before else ()
        self._names = IndicatorNames(details.id, self._title, self._catalogue, own)
        self._checker = RowChecker(mapping, self._catalogue, self._areas, reading, self._names)
        self._counts, self._doubts = RowCounts(), Doubts()
        given = repr((source.sha256, mapping, reading, details.vintage))
        self._hash = hashlib.sha256(given.encode()).hexdigest()

    def run(self, staging: Path, progress: Callable[[str, float], None]) -> ImportReport:
        if self._releases and self._releases[-1].sha256 == self._hash:
            return ImportReport(self._details.id, self._source.name, understood=(messages.IMPORTED_BEFORE,))
        with (staging / "refused.csv").open("w", encoding="utf-8", newline="") as stream:
            refused = RefusedRows(stream, self._source.name, self._source.columns)
            report = self._stage(staging / _ROWS, refused, partial(progress, messages.READING))
            if not report.read:
                message = file_messages.EMPTY_FILE.format(file=self._source.name)
                raise DataError(message, expected=messages.EXPECTED_ROWS)
            parts = divide_staged(staging / _ROWS, self._counts)
            target, show = staging / "release.parquet", partial(progress, messages.COMPARING)
            changes = write_release(target, parts, self._plan, refused, show)
            refused.check_rivals(changes.kept)
        report = replace(
            report, release=self._release if changes.any else "", taken=changes.kept, refused=refused.count,
            new=changes.new, changed=changes.changed, withdrawn=changes.withdrawn,
            understood=self._explain_reading(changes.doubted), faults=refused.first,
            decisions=(*self._source.decisions, *self._recognition.decisions, *self._reading.decisions,
                       *list_assumed_units(self._checker.assumed)),
        )  # fmt: skip
        return self._publish(staging, report) if changes.any else report

    @property
    def _title(self) -> str:
        before = self._before.dataset.title if self._before else ""
        return self._details.title or before or self._source.title or self._details.id

    @property
    def _origin(self) -> str:
        return f"{self._details.id}-release-{self._number}"

    @property
    def _plan(self) -> ReleasePlan:
        """The release to write, compared with the newest value of each figure, or all if the file has vintages."""
        files, own_vintages = [self._home / release.file for release in self._releases], bool(self._mapping.vintage)
        newest = None if own_vintages else find_newest(files)
        before = files if newest is None else [newest]
        rows, doubts = self._counts.rows, self._doubts
        return ReleasePlan(self._release, self._vintage, self._origin, own_vintages, before, rows, doubts)

    @property
    def _stem(self) -> str:
        return f"{self._number:04}-{self._vintage.isoformat()}"

    def _read_before(self) -> StoredDataset | None:
        if not (self._home / DESCRIPTION).exists():
            inside = list(self._home.iterdir()) if self._home.exists() else []
            if any(path.suffix == ".yaml" for path in inside):
                raise UsageError(messages.KEPT_BY_HAND.format(folder=self._home), hint=messages.CHOOSE_ID)
            if any(_RELEASE_FILE.fullmatch(path.name) for path in inside):
                message = messages.DESCRIPTION_LOST.format(id=self._details.id)
                raise StoreError(message, hint=messages.RESTORE_FIRST.format(id=self._details.id))
            return None
        stored, faults = read_stored(self._home)
        if stored is None:
            message = messages.DAMAGED_DATASET.format(id=self._details.id)
            raise StoreError(message, found=str(faults[0]), hint=messages.REPAIR_DATASET)
        for release in stored.releases:
            verify_file(self._home / release.file, release.checksum)
        return stored

    def _name_release(self) -> str:
        day = self._vintage.isoformat()
        if self._releases and self._vintage < self._releases[-1].vintage and not self._mapping.vintage:
            message = messages.LATER_RELEASE.format(id=self._details.id, release=self._releases[-1].id)
            raise UsageError(message, found=day, expected=messages.SAME_DAY_OR_LATER)
        of_the_day = [release for release in self._releases if release.vintage == self._vintage]
        return f"{day}.{len(of_the_day) + 1}" if of_the_day else day

    def _stage(self, file: Path, refused: RefusedRows, progress: Callable[[float], None]) -> ImportReport:
        """Stage the valid rows; report how many rows were read and how many cells are empty."""
        read = empty = 0
        with write_staged(file, STAGED_SCHEMA) as writer:
            for whole in self._source.read_batches():
                batch = drop_headers(whole.drop_blank_rows(), self._mapping, self._source.name)
                self._guard.check(batch)
                checked = self._checker.check(batch)
                read += batch.table.num_rows + len(batch.refused)
                empty += checked.empty
                self._doubts.add(checked.doubts)
                for table in join_tables(checked.taken):
                    self._counts.add(table)
                    writer.write_table(table)
                for refusal in checked.refusals:
                    refused.add(refusal, batch)
                if refused.count > _MOST_IN_VAIN and not self._counts.rows:
                    message = file_messages.ROWS_IN_VAIN.format(file=self._source.name, rows=f"{refused.count:,}")
                    raise DataError(message, found=str(refused.first[0][0]), hint=file_messages.CHECK_COLUMNS)
                progress(batch.done)
        return ImportReport(self._details.id, self._source.name, read=read, empty=empty)

    def _publish(self, staging: Path, report: ImportReport) -> ImportReport:
        """Move the release into place; renaming the description comes last."""
        reports = self._home / "reports"
        reports.mkdir(parents=True, exist_ok=True)
        if report.refused:
            kept = reports / f"{self._stem}-refused.csv"
            replace_file(staging / "refused.csv", kept)
            report = replace(report, refused_file=str(kept))
        name = f"{self._stem}.parquet"
        write_atomically(self._home / UNFINISHED, name.encode())
        checksum = hash_file(staging / "release.parquet")
        replace_file(staging / "release.parquet", self._home / name)
        write_atomically(reports / f"{self._stem}.json", _write_report(report))
        rows = report.new + report.changed + report.withdrawn
        release = Release(self._release, self._vintage, name, self._source.name, self._hash, rows, checksum)
        stored = self._describe(release)
        write_stored(self._home, stored)
        with suppress(OSError, pa.ArrowException, duckdb.Error):  # it only saves time; the release is valid without it
            write_newest([self._home / release.file for release in stored.releases])
        (self._home / UNFINISHED).unlink(missing_ok=True)
        return report

    def _describe(self, release: Release) -> StoredDataset:
        before, file, units = self._before and self._before.dataset, self._source.name, self._checker.units
        publisher = self._details.publisher or (before.publisher if before else file)
        note = messages.IMPORTED_FROM.format(file=file)
        today, given = date.today().isoformat(), self._details.origin  # noqa: DTZ011  the user's day
        origin = given or Origin("", publisher, self._title, url_main=self._details.url, date_accessed=today, note=note)
        origin = replace(origin, id=self._origin, sha256=origin.sha256 or self._source.sha256)
        dataset = Dataset(
            id=self._details.id,
            title=self._title,
            publisher=publisher,
            description=origin.note,
            origins=(*(before.origins if before else ()), origin),
            indicators=tuple(sorted({*(before.indicators if before else ()), *units})),
            continues=self._details.continues,
        )
        own = {area.code: area for area in (*(self._before.areas if self._before else ()), *self._areas.declared)}
        indicators = self._names.list_indicators(units, file)
        return StoredDataset(dataset, indicators, (*self._releases, release), tuple(own.values()))

    def _explain_reading(self, doubted: int) -> tuple[str, ...]:
        source, mapping = self._source, self._mapping
        lines = [*source.remarks, messages.COLUMNS_READ.format(roles=mapping.described)]
        used = mapping.used
        unused = [name for name in source.columns if name not in used]
        if unused:
            lines.append(messages.COLUMNS_SKIPPED.format(columns=", ".join(unused)))
        if not (mapping.unit or mapping.all_units):
            lines.append(messages.NO_UNITS)
        if self._checker.withdrawn:
            column = mapping.action
            lines.append(messages.ROWS_WITHDRAWN.format(count=self._checker.withdrawn, column=column))
        lines += [messages.FIGURES_STAY.format(count=doubted)] if doubted else []
        return tuple(lines)
