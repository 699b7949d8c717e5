"""The report of a text: what was read, and what every check says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from indicators.claims.checks import CHECKS
from indicators.claims.claim import Claim, Document, Reading
from indicators.claims.evidence.knowledge import Knowledge
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import Case, Check
from indicators.claims.relations.marked_sentences import read_id
from indicators.claims.stored import claims_of
from indicators.model.catalogue import Catalogue
from indicators.model.origins import Origin
from indicators.store import Store

__all__ = ["Report", "check_dataset", "check_reading", "reading_of_dataset"]


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
        return tuple(origin.of_editions([figure.vintage]) for origin in used)

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
    findings = tuple(_of_claims(finding) for check in CHECKS for finding in check.judge(case))
    vintages: dict[str, set[str]] = {}
    for figure in (figure for finding in findings for figure in finding.chain):
        for id in figure.origin.split():
            vintages.setdefault(id, set()).add(figure.vintage)
    found = ((known.origin(id), used) for id, used in vintages.items())
    return Report(reading, findings, tuple(origin.of_editions(used) for origin, used in found if origin is not None))


def _of_claims(finding: Finding) -> Finding:
    """The finding with the ids of claims that were read, for those of figures that stand only in a sentence."""
    if not any("·" in id for id in (*finding.claims, *(figure.claim for figure in finding.chain))):
        return finding
    ids = tuple(dict.fromkeys(id for figure in finding.claims if (id := read_id(figure))))
    return replace(finding, claims=ids, chain=tuple(replace(f, claim=read_id(f.claim)) for f in finding.chain))


def reading_of_dataset(name: str, catalogue: Catalogue) -> Reading:
    """The figures of a stored dataset, as if they stood in one text; the text itself is not there.

    Args:
        name: Its id.
        catalogue: Has it.

    Raises:
        UnknownNameError: There is no such dataset.
    """
    dataset = catalogue.dataset(name)
    hashes = {origin.sha256 for origin in dataset.origins if origin.sha256}
    days = {origin.date_published for origin in dataset.origins}
    day = days.pop() if len(days) == 1 else ""
    published = date.fromisoformat(day) if len(day) == len("2025-09-29") else None
    document = Document("", hashes.pop() if len(hashes) == 1 else "", dataset.title, published)
    return Reading(document, claims_of(dataset, catalogue))


def check_dataset(name: str, store: Store) -> Report:
    """Apply every check to the figures of a stored dataset.

    Args:
        name: Its id.
        store: The store.

    Raises:
        UnknownNameError: There is no such dataset.
        StoreError: If a file of the store cannot be read.
    """
    return check_reading(reading_of_dataset(name, store.catalogue), store)
