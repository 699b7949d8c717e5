"""Verdicts that are remembered, so that the same claim in another text shows what was found before.

They are lines of ``verdicts.jsonl`` in the user's store: the figure, its indicator, areas and period, the verdict with
its reason, the title and hash of the text, and the day. The text itself is not stored. Two claims are the same if
indicator, areas, period, unit and value are.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicators.claims import messages
from indicators.claims.claim import Claim, Reading
from indicators.claims.findings import Finding, Verdict
from indicators.claims.wording import format_claim
from indicators.errors import StoreError, StoreWarning
from indicators.files import find_local_folder, find_user_folder
from indicators.files.checksums import open_sealed, seal

if TYPE_CHECKING:
    from indicators.claims.report import Report

_FILE: Final = "verdicts.jsonl"


@dataclass(frozen=True, slots=True)
class EarlierVerdict:
    """What was found about a claim in a text that was checked before.

    Attributes:
        claim: What makes two claims the same: indicator, areas, period, value and unit.
        figure: The figure as shown.
        verdict: The verdict.
        reason: Why.
        check: The name of the check.
        finding: The id of the finding.
        title: The title of the text.
        sha256: The hash of the text.
        day: When it was checked, ``2026-11-30``.
    """

    claim: str
    figure: str
    verdict: str
    reason: str
    check: str
    finding: str
    title: str
    sha256: str
    day: str


def find_earlier_verdicts(reading: Reading, location: str) -> tuple[EarlierVerdict, ...]:
    """Find what was found about the claims of a text when they were in other texts, the latest first.

    Args:
        reading: The text and its claims.
        location: The folder of the store; an engine has no verdicts.

    Warns:
        StoreWarning: A line of the file is damaged; the others are used.
    """
    folder = find_local_folder(location)
    if folder is None:
        return ()
    keys = {key for claim in reading.claims if (key := _make_key(claim))}
    found = {
        (one.claim, one.check, one.sha256): one
        for one in _read(folder / _FILE)
        if one.claim in keys and one.sha256 != reading.document.sha256
    }
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.figure), reverse=True))


def remember_verdicts(report: Report, location: str, *, today: date | None = None) -> int:
    """Remember the verdicts about claims whose indicator, area and period are known; return how many are new.

    Args:
        report: The report of a text.
        location: The folder of the store.
        today: The day of the check; by default the current one.

    Raises:
        UsageError: The store is an engine and not a folder.
        StoreError: The folder can't be written.
    """
    from indicators.files.changes import lock_folder, note_change
    from indicators.files.disk import write_atomically

    folder = find_user_folder(location, refusal=messages.VERDICTS_NEED_FOLDER)
    made = list(_make(report, (today or datetime.now().astimezone().date()).isoformat()))
    try:
        with lock_folder(folder, ".verdicts.lock"):
            path = folder / _FILE
            known = {(one.finding, one.claim, one.verdict, one.sha256) for one in _read(path)}
            new = [one for one in made if (one.finding, one.claim, one.verdict, one.sha256) not in known]
            if new:
                lines = "".join(json.dumps(seal(asdict(one)), ensure_ascii=False) + "\n" for one in new)
                # A damaged line stays as it is, for whoever can mend it.
                write_atomically(path, (path.read_bytes() if path.exists() else b"") + lines.encode())
                note_change(folder, "remember verdicts", report.reading.document.title)
    except OSError as error:
        raise StoreError(messages.FILE_NOT_READABLE, found=f"{folder / _FILE} ({error.strerror})") from error
    return len(new)


def _make(report: Report, day: str) -> Iterator[EarlierVerdict]:
    claims = {claim.id: claim for claim in report.reading.claims}
    document = report.reading.document
    for finding in report.findings:
        claim = claims.get(finding.claims[0]) if finding.claims else None
        key = _make_key(claim) if claim else ""
        if claim and key and _is_telling(finding):
            yield EarlierVerdict(
                key, format_claim(claim), finding.verdict.value, finding.reason, finding.check, finding.id,
                document.title or messages.UNTITLED_TEXT, document.sha256, day,
            )  # fmt: skip


def _is_telling(finding: Finding) -> bool:
    return finding.verdict is not Verdict.UNCHECKED


def _make_key(claim: Claim) -> str:
    """What makes two claims the same; empty if the indicator, an area or the period is unknown."""
    if not (claim.indicator and claim.areas and claim.period) or claim.inferred:
        return ""
    areas = "~".join(sorted(claim.areas))
    return f"{claim.indicator} {areas} {claim.period} {claim.plain_value.normalize()} {claim.unit}"


def _read(path: Path) -> Iterator[EarlierVerdict]:
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(messages.FILE_NOT_READABLE, found=f"{path} ({error.strerror})") from error
    for number, line in enumerate(filter(None, lines), 1):
        try:
            yield EarlierVerdict(**open_sealed(line))
        except (ValueError, TypeError):
            warnings.warn(messages.VERDICTS_DAMAGED.format(line=number), StoreWarning, stacklevel=2)
