"""The report of a text: what was read, and what every check says of it."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.claims.case import Case, Check
from indicators.claims.checks import CHECKS
from indicators.claims.claim import Claim, Document, Reading
from indicators.claims.findings import Finding, Verdict
from indicators.claims.knowledge import Knowledge
from indicators.claims.stored import claims_of
from indicators.origins import Origin
from indicators.store import Store

__all__ = ["Report", "check_dataset", "check_reading"]


@dataclass(frozen=True)
class Report:
    """What was read in a text and what the checks say.

    Attributes:
        reading: What was read.
        findings: What the checks say, in the order of the checks and of the text.
        origins: The origins of the numbers that the findings use beside those of the text.
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
        """The findings that judge a claim, given by its id: those it stands first in, and those of its restatement."""
        return tuple(finding for finding in self.findings if claim in finding.claims)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict is verdict)

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
    known = Knowledge(store, without=own)
    case = Case(reading, known)
    case.look_up()
    findings = tuple(finding for check in CHECKS for finding in check.judge(case))
    ids = dict.fromkeys(id for finding in findings for figure in finding.chain for id in figure.origin.split())
    origins = tuple(origin for id in ids if (origin := known.origin(id)) is not None)
    return Report(reading, findings, origins)


def check_dataset(name: str, store: Store) -> Report:
    """Apply every check to the figures of a stored dataset, as if they stood in one text.

    Args:
        name: Its id.
        store: The store.

    Raises:
        UnknownNameError: There is no such dataset.
        StoreError: If a file of the store cannot be read.
    """
    from datetime import date

    dataset = store.catalogue.dataset(name)
    claims = claims_of(dataset, store.catalogue)
    hashes = [origin.sha256 for origin in dataset.origins if origin.sha256]
    days = [origin.date_published for origin in dataset.origins if len(origin.date_published) == 10]
    one_day = date.fromisoformat(days[0]) if len(set(days)) == len(dataset.origins) == 1 else None
    document = Document("", hashes[0] if len(hashes) == 1 else "", dataset.title, one_day)
    return check_reading(Reading(document, claims), store)
