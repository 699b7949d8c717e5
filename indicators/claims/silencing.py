"""Ids of findings, and the findings that somebody accepted with a reason.

The id of a finding depends on its check and its figures, and not on where they are in the text or on the published
figures of the day: it stays when a paragraph is added or moved, and changes when a figure is corrected. A file lists
what is accepted:

```yaml
- finding: 1f3a9c0be2d4
  reason: The minister rounded; the exact figures are in the table.
```
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim
from indicators.claims.findings import Finding
from indicators.errors import UsageError

SILENCE_FILE: Final = ".indicators-check.yaml"
"""The file that is read from the working folder."""
_LENGTH: Final = 12
_MAX_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Silence:
    """A finding that somebody accepted.

    Attributes:
        finding: Its id.
        reason: Why.
    """

    finding: str
    reason: str


def identify_findings(findings: Iterable[Finding], claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Give every finding its id; of several that are alike, the second is told apart by its order."""
    by_id = {claim.id: claim for claim in claims}
    seen: Counter[str] = Counter()
    identified = []
    for finding in findings:
        figures = sorted(_describe(by_id[id]) for id in finding.claims if id in by_id)
        key = "\n".join((finding.check, finding.verdict.value, *figures))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()
        identified.append(replace(finding, id=digest[:_LENGTH]))
    return tuple(identified)


def _describe(claim: Claim) -> str:
    value = claim.plain_value.normalize()
    parts = (claim.kind, value, claim.unit, claim.period, "~".join(claim.areas), claim.indicator)
    return " ".join(str(part or "") for part in parts)


def silence_findings(findings: Iterable[Finding], silences: Sequence[Silence]) -> tuple[Finding, ...]:
    """Mark the findings that somebody accepted."""
    reasons = {silence.finding: silence.reason for silence in silences}
    return tuple(replace(finding, silenced=reasons.get(finding.id, "")) for finding in findings)


def read_silences(path: Path) -> tuple[Silence, ...]:
    """Read a file of accepted findings.

    Raises:
        UsageError: It can't be read, or an entry has no id or no reason.
    """
    import yaml

    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise UsageError(messages.TEXT_TOO_LONG, found=str(path), expected=f"at most {_MAX_BYTES:,} bytes")
        entries = yaml.safe_load(content) or []
    except OSError as error:
        raise UsageError(messages.FILE_NOT_READABLE, found=f"{path} ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        found = f"{path}: {' '.join(str(error).split())[:200]}"
        raise UsageError(messages.SILENCE_FILE_NOT_VALID, found=found, expected=messages.SILENCE_EXPECTED) from error
    if not isinstance(entries, list):
        raise UsageError(
            messages.SILENCE_FILE_NOT_VALID,
            found=f"{path}: {type(entries).__name__}",
            expected=messages.SILENCE_EXPECTED,
        )
    return tuple(_read_entry(path, number, entry) for number, entry in enumerate(entries, 1))


def _read_entry(path: Path, number: int, entry: object) -> Silence:
    texts = {name: str(text).strip() for name, text in entry.items()} if isinstance(entry, dict) else {}
    if not texts.get("finding") or not texts.get("reason") or set(texts) - {"finding", "reason", "note"}:
        found = f"{path}, entry {number}: {entry!r}"[:300]
        raise UsageError(messages.SILENCE_FILE_NOT_VALID, found=found, expected=messages.SILENCE_EXPECTED)
    return Silence(texts["finding"], texts["reason"])
