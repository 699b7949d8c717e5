"""The report of a text: what was read, and what every check says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from indicators.claims import messages
from indicators.claims.checks import CHECKS
from indicators.claims.claim import Claim, Reading
from indicators.claims.evidence.store_evidence import Evidence
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.input.from_dataset import read_dataset_claims
from indicators.claims.input.text_file import load_text
from indicators.claims.reading import read_claims
from indicators.claims.relations.context import Check, CheckContext
from indicators.claims.relations.marked_sentences import resolve_claim_id
from indicators.errors import PeriodError, UnknownNameError, UsageError
from indicators.model.origins import Origin
from indicators.store import Store

__all__ = ["Report", "check_dataset", "check_input", "check_reading"]


@dataclass(frozen=True)
class Report:
    """What was read in a text and what the checks say.

    Attributes:
        reading: What was read.
        findings: What the checks say, in the order of the checks and of the text.
        origins: The origins of the numbers that the findings use beside those of the text; of one that holds several
            editions, those that the numbers are from.
        checks: The checks that were made.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...] = ()
    checks: tuple[Check, ...] = CHECKS

    @property
    def is_inconsistent(self) -> bool:
        """Whether something in it is inconsistent."""
        return any(finding.verdict is Verdict.INCONSISTENT for finding in self.findings)

    def of(self, claim: str) -> tuple[Finding, ...]:
        """The findings that judge a claim or what restates it, given by its id; not those it only takes part in."""
        ids = {claim, *(other.id for other in self.reading.claims if other.restates == claim)}
        return tuple(finding for finding in self.findings if finding.claims and finding.claims[0] in ids)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

    def sources_of(self, figure: Figure) -> tuple[Origin, ...]:
        """The origins of a number as they are cited; of several editions, the one that the number is from."""
        used = (origin for origin in self.origins if origin.id in figure.origin.split())
        return tuple(origin.select_editions([figure.vintage]) for origin in used)

    def claim(self, id: str) -> Claim:
        """The claim of this id.

        Raises:
            KeyError: There is none.
        """
        return self.reading.claim(id)


def check_reading(reading: Reading, store: Store) -> Report:
    """Apply every check to what was read in a text.

    Args:
        reading: The text and its claims; those the reader dropped are not among them.
        store: What is known beside it.

    Raises:
        StoreError: If a file of the store cannot be read.
    """
    digest = reading.document.sha256
    own = [origin.id for origin in store.catalogue.origins.values() if digest and origin.sha256 == digest]
    own += [claim.origin for claim in reading.claims if claim.origin]
    known = Evidence(store, without=own)
    case = CheckContext(reading, known)
    case.look_up()
    findings = tuple(_of_claims(finding) for check in CHECKS for finding in check.judge(case))
    vintages: dict[str, set[str]] = {}
    for figure in (figure for finding in findings for figure in finding.chain):
        for id in figure.origin.split():
            vintages.setdefault(id, set()).add(figure.vintage)
    found = ((known.origin(id), used) for id, used in vintages.items())
    return Report(
        reading, findings, tuple(origin.select_editions(used) for origin, used in found if origin is not None)
    )


def _of_claims(finding: Finding) -> Finding:
    """The finding with the ids of claims that were read, for those of figures that stand only in a sentence."""
    if not any("·" in id for id in (*finding.claims, *(figure.claim for figure in finding.chain))):
        return finding
    ids = tuple(dict.fromkeys(id for figure in finding.claims if (id := resolve_claim_id(figure))))
    return replace(finding, claims=ids, chain=tuple(replace(f, claim=resolve_claim_id(f.claim)) for f in finding.chain))


def check_dataset(name: str, store: Store) -> Report:
    """Apply every check to the figures of a stored dataset.

    Args:
        name: Its id.
        store: The store.

    Raises:
        UnknownNameError: There is no such dataset.
        StoreError: If a file of the store cannot be read.
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
