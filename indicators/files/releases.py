"""The folder of a user's own store: each dataset with its releases, described by one file.

```
STORE/datasets/<id>/dataset.json                   the description; files it doesn't list don't exist
                    0001-2026-11-24.parquet        the first release, sorted
                    0002-2027-02-01.parquet        the next: only what is new, changed or withdrawn
                    0000-newest.parquet            from the third release on: the latest vintages; see `newest`
                    reports/0001-2026-11-24.json   what an import read, accepted and refused
                    descriptions/0001-2026-11-24.json   the description as of this release, to restore it
                    .unfinished                    names the file of a release that is being published
```

A release is complete on disk before ``dataset.json`` lists it, and that file is replaced by one rename. So readers see
the state before a release or after it, even if the writer is killed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from indicators.errors import Fault
from indicators.files.checksums import is_as_sealed, seal
from indicators.files.descriptions import IndicatorEntry, OriginEntry
from indicators.files.disk import read_text, write_atomically
from indicators.files.field_types import DayField, Identifier, Record, Required, Sha256, Words, collect_faults
from indicators.files.folder import check_table
from indicators.model.codelists import Area
from indicators.model.observations import Dataset, Indicator

DESCRIPTION = "dataset.json"
DESCRIPTIONS = "descriptions"
_RESTORE = "`indicators restore DATASET --to RELEASE` puts an earlier description back."


@dataclass(frozen=True, slots=True)
class Release:
    """One imported state of a dataset.

    Attributes:
        id: The day it was published, and a number if there are several on one day.
        vintage: That day.
        file: Name of its Parquet file.
        source: Name of the imported file.
        sha256: The hash of that file and of the import settings.
        rows: The number of new, changed or withdrawn observations.
        checksum: The SHA-256 of the Parquet file.
    """

    id: str
    vintage: date
    file: str
    source: str
    sha256: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class StoredDataset:
    """A dataset of the user with the indicators and areas that it defines, and its releases, the oldest first."""

    dataset: Dataset
    indicators: tuple[Indicator, ...]
    releases: tuple[Release, ...]
    areas: tuple[Area, ...] = ()


class _ReleaseEntry(Record):
    id: Required
    vintage: DayField
    file: Required
    source: Words
    sha256: Sha256
    rows: int
    checksum: Sha256


class _AreaEntry(Record):
    code: Required
    name: Required


class _StoredEntry(Record):
    id: Identifier
    title: Required
    publisher: Required
    description: Required
    origins: list[OriginEntry] = Field(min_length=1)
    uses: list[Identifier]
    indicators: list[IndicatorEntry]
    releases: list[_ReleaseEntry] = Field(min_length=1)
    checksum: Sha256 = ""
    areas: list[_AreaEntry] = Field(default_factory=list)
    continues: Identifier | Literal[""] = ""


def locate_dataset(store: Path, dataset: str) -> Path:
    """Return the folder of a dataset in a store."""
    return store / "datasets" / dataset


def list_releases(tables: Iterable[Path]) -> dict[str, Path]:
    """Return the files of releases by id, the oldest first: the day, and a number for a further one on that day.

    >>> names = ("0001-2026-11-24.parquet", "0002-2026-11-24.parquet", "observations.parquet")
    >>> list(list_releases(map(Path, names)))
    ['2026-11-24', '2026-11-24.2']
    """
    found: dict[str, Path] = {}
    for path in tables:
        number, _, day = path.stem.partition("-")
        if number.isdigit():
            times = sum(id.partition(".")[0] == day for id in found) + 1
            found[day if times == 1 else f"{day}.{times}"] = path
    return found


def read_stored(home: Path) -> tuple[StoredDataset | None, list[Fault]]:
    """Read one dataset of a user's store; ``None`` if it has faults."""
    stored, faults = read_description(home / DESCRIPTION, home)
    for release in stored.releases if stored else ():
        faults += check_table(home / release.file, f"{home.name}/{release.file}")
    return (None, faults) if faults else (stored, [])


def read_description(path: Path, home: Path) -> tuple[StoredDataset | None, list[Fault]]:
    """Read the description of a dataset, or a copy of a release, without its files; ``None`` if it has faults."""
    file = f"{home.name}/{path.name}"
    text, faults = read_text(path, file, "a description of a dataset")
    if faults:
        return None, faults
    try:
        content = json.loads(text)
        if isinstance(content, dict) and not is_as_sealed(content):
            return None, [Fault(file, None, None, "another content than was written", "its checksum", _RESTORE)]
        entry = _StoredEntry.model_validate(content)
    except (json.JSONDecodeError, RecursionError) as error:
        line, found = getattr(error, "lineno", None), getattr(error, "msg", "lists nested too deeply")
        return None, [Fault(file, line, None, found, "JSON")]
    except ValidationError as error:
        return None, collect_faults(error, file, None)
    return _make_stored(entry, home), []


def _make_stored(entry: _StoredEntry, home: Path) -> StoredDataset:
    releases = tuple(Release(**dict(release)) for release in entry.releases)
    dataset = Dataset(
        id=entry.id,
        title=entry.title,
        publisher=entry.publisher,
        description=entry.description,
        origins=tuple(origin.to_origin() for origin in entry.origins),
        indicators=tuple(entry.uses),
        tables=tuple(home / release.file for release in releases),
        checksums=tuple(release.checksum for release in releases),
        continues=entry.continues,
    )
    indicators = tuple(indicator.to_indicator() for indicator in entry.indicators)
    areas = tuple(Area(area.code, area.name, "own") for area in entry.areas)
    return StoredDataset(dataset, indicators, releases, areas)


def may_be_published(home: Path, file: str) -> bool:
    """Return whether a description lists a release, or did before it was damaged."""
    paths = [path for path in (home / DESCRIPTION, *home.glob(f"{DESCRIPTIONS}/*.json")) if path.exists()]
    found = [read_description(path, home)[0] for path in paths]
    return any(one is None or file in {release.file for release in one.releases} for one in found)


def write_stored(home: Path, stored: StoredDataset) -> None:
    """Replace the description of a dataset by one rename; its releases are on disk already.

    Raises:
        OSError: It can't be written; the old description is kept.
    """
    dataset = stored.dataset
    content = {
        "id": dataset.id,
        "title": dataset.title,
        "publisher": dataset.publisher,
        "description": dataset.description,
        "origins": [_filled(asdict(origin)) for origin in dataset.origins],
        "uses": list(dataset.indicators),
        "indicators": [_list_fields(one) for one in stored.indicators],
        "releases": [asdict(release) for release in stored.releases],
    }
    if stored.areas:
        content["areas"] = [{"code": area.code, "name": area.name} for area in stored.areas]
    if dataset.continues:
        content["continues"] = dataset.continues
    written = json.dumps(seal(content), default=str, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    write_atomically(home / DESCRIPTION, written)
    copies = home / DESCRIPTIONS  # to restore it; only what was published has one
    copies.mkdir(exist_ok=True)
    write_atomically(copies / f"{Path(stored.releases[-1].file).stem}.json", written)


def _list_fields(indicator: Indicator) -> dict[str, Any]:
    """Return the fields of an indicator that are not empty; most of them are, in a table of thousands of series."""
    own = _filled({field.name: getattr(indicator, field.name) for field in fields(indicator)})
    told = {name: [asdict(one) for one in own[name]] for name in ("dimensions",) if name in own}
    return own | told | ({"codes": dict(indicator.codes)} if indicator.codes else {})


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that are not empty, and of a licence those of its own."""
    own = {name: _filled(value) if isinstance(value, dict) else value for name, value in fields.items()}
    return {name: value for name, value in own.items() if value not in (None, "", (), [], {}, False)}
