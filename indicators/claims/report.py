"""The report of a text: its claims and the findings of every check."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from indicators.claims import messages
from indicators.claims.checks import CHECKS, Check, run_checks
from indicators.claims.claim import Reading
from indicators.claims.evidence.store_evidence import Evidence
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.input.from_dataset import read_dataset_claims
from indicators.claims.input.text_file import load_text
from indicators.claims.reading import read_claims
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import resolve_claim_id
from indicators.errors import PeriodError, UnknownNameError, UsageError
from indicators.model.origins import Origin
from indicators.store import Store

__all__ = ["Report", "check_dataset", "check_input", "check_reading"]


@dataclass(frozen=True)
class Report:
    """The claims of a text and the findings about them.

    Attributes:
        reading: The text and its claims.
        findings: The findings, in the order of the checks and of the text.
        origins: The origins of the figures behind the findings, other than the text; where one has several editions,
            those that were used.
        checks: The checks that were made.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...] = ()
    checks: tuple[Check, ...] = CHECKS

    @property
    def is_inconsistent(self) -> bool:
        """Whether any finding is inconsistent."""
        return bool(self.with_verdict(Verdict.INCONSISTENT))

    def of(self, claim: str) -> tuple[Finding, ...]:
        """Return the findings that judge a claim, given by its id, or a repetition of it in another unit."""
        ids = {claim, *(other.id for other in self.reading.claims if other.restates == claim)}
        return tuple(finding for finding in self.findings if finding.claims and finding.claims[0] in ids)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    def sources_of(self, figure: Figure) -> tuple[Origin, ...]:
        """Return the origins of a figure, each with the edition that was used."""
        used = (origin for origin in self.origins if origin.id in figure.origin.split())
        return tuple(origin.select_editions([figure.vintage]) for origin in used)


def check_reading(reading: Reading, store: Store) -> Report:
    """Make every check on the claims of a text.

    Args:
        reading: The text and its claims.
        store: The store to compare with; figures that it has from this very text are left out.

    Raises:
        StoreError: A file of the store can't be read.
    """
    digest = reading.document.sha256
    own = [origin.id for origin in store.catalogue.origins.values() if digest and origin.sha256 == digest]
    evidence = Evidence(store, without=[*own, *(claim.origin for claim in reading.claims if claim.origin)])
    context = CheckContext(reading, evidence)
    context.prefetch()
    findings = tuple(_resolve_ids(finding) for finding in run_checks(context))
    vintages: dict[str, set[str]] = defaultdict(set)
    for figure in (figure for finding in findings for figure in finding.chain):
        for id in figure.origin.split():
            vintages[id].add(figure.vintage)
    origins = [(evidence.origin(id), used) for id, used in vintages.items()]
    return Report(reading, findings, tuple(origin.select_editions(used) for origin, used in origins if origin))


def _resolve_ids(finding: Finding) -> Finding:
    """The finding with ids of claims only; a figure of a marked sentence may be a part of one, or none."""
    if not any("·" in id for id in (*finding.claims, *(figure.claim for figure in finding.chain))):
        return finding
    ids = tuple(dict.fromkeys(id for figure in finding.claims if (id := resolve_claim_id(figure))))
    return replace(finding, claims=ids, chain=tuple(replace(f, claim=resolve_claim_id(f.claim)) for f in finding.chain))


def check_dataset(name: str, store: Store) -> Report:
    """Make every check on the figures of a dataset.

    Args:
        name: Its id.
        store: The store that has it.

    Raises:
        UnknownNameError: There is no such dataset.
        StoreError: A file of the store can't be read.
    """
    return check_reading(read_dataset_claims(name, store.catalogue), store)


def check_input(
    name: str, store: Store, *, stream: BinaryIO | None = None, published: str = "", language: str | None = None
) -> Report:
    """Check a file, standard input or a stored dataset.

    Args:
        name: A file, or the id of a dataset.
        store: The store to compare with.
        stream: Where to read the text instead, such as standard input.
        published: The publication date, ``2025-09-29``; looked for in the text if left out.
        language: The language code; detected if left out.

    Raises:
        UsageError: There is no such file or dataset, or it can't be read as text.
        StoreError: A file of the store can't be read.
    """
    day = _parse_day(published)
    path = Path(name)
    if stream is None and not path.is_file():
        if path.is_dir():
            raise UsageError(messages.FOLDER_NOT_TEXT, found=name, expected="a plain-text file or a dataset")
        try:
            return check_dataset(name, store)
        except UnknownNameError as error:
            raise UnknownNameError("file or dataset", name, [each.id for each in store.catalogue.datasets]) from error
    text = load_text(stream or path)
    return check_reading(read_claims(text, catalogue=store.catalogue, published=day, language=language), store)


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise PeriodError(messages.DATE_NOT_VALID.format(text=text), expected="a date such as 2025-09-29") from error
