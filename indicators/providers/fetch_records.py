"""What a fetched dataset was asked for, kept beside it, so that it can be asked for again: ``fetched.json``.

A dataset is all that was ever asked for it: a further country or an earlier year widens it, and takes nothing away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from indicators.errors import UsageError
from indicators.files.checksums import open_sealed, seal
from indicators.files.disk import write_atomically
from indicators.files.releases import locate_dataset
from indicators.providers import messages
from indicators.providers.services.service import FetchedTable

_FILE: Final = "fetched.json"
_MOST_RELEASES: Final = 200
_TEXTS: Final = (
    "provider", "series", "start", "end", "checked", "seen", "unit", "next_release", "part", "updated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FetchRecord:
    """What a dataset was asked for.

    Attributes:
        provider: The id of its provider.
        series: The publisher's code.
        areas: The codes of the areas; empty for all.
        start: The first period; empty for all.
        end: The last period; empty for all.
        filters: Codes of dimensions.
        checked: When the service was last asked, in UTC.
        answers: The SHA-256 of the answers that each release came from; they are in the archive.
        seen: The fingerprint of the figures as the service gave them last.
        unit: The unit that the user gave, as the service gives none.
        next_release: The day for which the publisher announced its next release when it was asked last; or empty.
        part: What of the publisher's is updated as a whole and has the series, such as a database; or empty.
        updated: The day on which the publisher had last changed it.
    """

    provider: str
    series: str
    areas: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    checked: str = ""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seen: str = ""
    unit: str = ""
    next_release: str = ""
    part: str = ""
    updated: str = ""

    def is_known_unchanged(self, changed: str) -> bool:
        """Tell whether nothing changed since, of the day of the publisher's last change.

        A second change on that day may have come after the asking, if it was asked on that day or, as days begin at
        different times, on the next.

        >>> record = FetchRecord("eurostat", "une_rt_m", checked="2026-11-30T09:00:00+00:00", updated="2026-11-28")
        >>> record.is_known_unchanged("2026-11-28"), record.is_known_unchanged("2026-11-29")
        (True, False)
        """
        if not changed or changed != self.updated or not self.checked:
            return False
        return datetime.fromisoformat(self.checked).date() - date.fromisoformat(changed) > timedelta(days=1)

    def widen(self, before: FetchRecord, dataset: str) -> FetchRecord:
        """Return what both ask for together.

        Raises:
            UsageError: The dataset holds something else.

        >>> one = FetchRecord("world-bank", "NY.GDP.MKTP.CD", ("RUS",), "2015")
        >>> wide = FetchRecord("world-bank", "NY.GDP.MKTP.CD", ("CHN",), "2000").widen(one, "gdp")
        >>> wide.areas, wide.start
        (('CHN', 'RUS'), '2000')
        >>> FetchRecord("world-bank", "NY.GDP.MKTP.CD").widen(one, "gdp").areas
        ()
        """
        mine, theirs = (
            (self.provider, self.series, dict(self.filters)),
            (before.provider, before.series, dict(before.filters)),
        )
        if mine != theirs:
            message = messages.HOLDS_OTHER.format(dataset=dataset, provider=before.provider, series=before.series)
            raise UsageError(message, hint=messages.OTHER_DATASET)
        areas = tuple(sorted({*self.areas, *before.areas})) if self.areas and before.areas else ()
        start = min(self.start, before.start) if self.start and before.start else ""
        end = max(self.end, before.end) if self.end and before.end else ""
        unit = self.unit or before.unit
        return replace(self, areas=areas, start=start, end=end, answers=before.answers, unit=unit)

    def add_release(self, release: str, fetched: FetchedTable, checked: str) -> FetchRecord:
        """Return the record after a fetch; ``release`` is empty if nothing changed."""
        hashes = tuple(dict.fromkeys(answer.sha256 for answer in fetched.answers))
        kept = dict(self.answers) | ({release: hashes} if release else {})
        return replace(
            self, checked=checked, seen=fetched.fingerprint, answers=dict(list(kept.items())[-_MOST_RELEASES:]),
            next_release=fetched.next_release, part=fetched.part, updated=fetched.updated,
        )  # fmt: skip


def read_fetch_record(store: Path, dataset: str) -> FetchRecord | None:
    """Return what a dataset was asked for; ``None`` if it wasn't fetched, or nobody can tell any more."""
    try:
        found = open_sealed((locate_dataset(store, dataset) / _FILE).read_bytes())
        texts = {name: str(found[name]) for name in _TEXTS}
        answers = {str(id): tuple(map(str, hashes)) for id, hashes in found["answers"].items()}
        filters = {str(name): str(code) for name, code in found["filters"].items()}
        return FetchRecord(**texts, areas=tuple(map(str, found["areas"])), filters=filters, answers=answers)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def write_fetch_record(store: Path, dataset: str, record: FetchRecord) -> None:
    """Keep what a dataset was asked for.

    Raises:
        OSError: It can't be written.
    """
    content = json.dumps(seal(asdict(record)), ensure_ascii=False, indent=1).encode()
    write_atomically(locate_dataset(store, dataset) / _FILE, content)


def list_fetch_records(store: Path) -> Iterator[tuple[str, FetchRecord]]:
    """List the fetched datasets of a store, each with what it was asked for."""
    for path in sorted((store / "datasets").glob(f"*/{_FILE}")):
        record = read_fetch_record(store, path.parent.name)
        if record is not None:
            yield path.parent.name, record
