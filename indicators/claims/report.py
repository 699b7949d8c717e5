"""The report of a text: its claims and the findings of every check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from indicators.claims.checks import CHECKS, Check, run_checks
from indicators.claims.claim import Reading
from indicators.claims.earlier_verdicts import EarlierVerdict
from indicators.claims.evidence.store_evidence import Evidence
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.input.documents import TextFile
from indicators.claims.input.from_dataset import read_dataset_claims
from indicators.claims.reading import read_claims
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import resolve_claim_id
from indicators.claims.silencing import Silence, identify_findings, silence_findings
from indicators.model.origins import Origin
from indicators.store import Store


@dataclass(frozen=True)
class Report:
    """The claims of a text and the findings about them.

    Attributes:
        reading: The text and its claims.
        findings: The findings, in the order of the checks and of the text.
        origins: The origins of the figures behind the findings, other than the text; where one has several editions,
            those that were used.
        checks: The checks that were made.
        earlier: What was found about the same claims in other texts.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...] = ()
    checks: tuple[Check, ...] = CHECKS
    earlier: tuple[EarlierVerdict, ...] = ()

    @property
    def is_inconsistent(self) -> bool:
        """Whether any finding is inconsistent and not silenced."""
        return bool(self.with_verdict(Verdict.INCONSISTENT))

    def of(self, claim: str) -> tuple[Finding, ...]:
        """Return the findings that judge a claim, given by its id, or a repetition of it in another unit."""
        ids = {claim, *(other.id for other in self.reading.claims if other.restates == claim)}
        return tuple(finding for finding in self.findings if finding.claims and finding.claims[0] in ids)

    def with_verdict(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings with one verdict, without the silenced ones."""
        return tuple(one for one in self.findings if one.verdict is verdict and not one.silenced)

    @property
    def silenced(self) -> tuple[Finding, ...]:
        """The findings that somebody accepted, each with the reason."""
        return tuple(finding for finding in self.findings if finding.silenced)

    def sources_of(self, figure: Figure) -> tuple[Origin, ...]:
        """Return the origins of a figure, each with the edition that was used."""
        used = (origin for origin in self.origins if origin.id in figure.origin.split())
        return tuple(origin.select_editions([figure.vintage]) for origin in used)


def check_reading(reading: Reading, store: Store, *, silences: Sequence[Silence] = ()) -> Report:
    """Make every check on the claims of a text.

    Args:
        reading: The text and its claims.
        store: The store to compare with; figures that it has from this very text are left out.
        silences: Findings that somebody accepted.

    Raises:
        StoreError: A file of the store can't be read.
    """
    digest = reading.document.sha256
    own = [origin.id for origin in store.catalogue.origins.values() if digest and origin.sha256 == digest]
    evidence = Evidence(store, without=[*own, *(claim.origin for claim in reading.claims if claim.origin)])
    context = CheckContext(reading, evidence)
    context.prefetch()
    found = tuple(_resolve_ids(finding) for finding in run_checks(context))
    findings = silence_findings(identify_findings(found, reading.claims), silences)
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


def check_dataset(name: str, store: Store, *, silences: Sequence[Silence] = ()) -> Report:
    """Make every check on the figures of a dataset.

    Args:
        name: Its id.
        store: The store that has it.
        silences: Findings that somebody accepted.

    Raises:
        UnknownNameError: There is no such dataset.
        StoreError: A file of the store can't be read.
    """
    return check_reading(read_dataset_claims(name, store.catalogue), store, silences=silences)


def check_text_file(
    file: TextFile,
    store: Store,
    *,
    published: date | None = None,
    language: str | None = None,
    silences: Sequence[Silence] = (),
) -> Report:
    """Read the figures of the text of a file and make every check on them.

    Args:
        file: The text.
        store: The store to compare with.
        published: The publication date; that of the file, or of the first lines of the text, if left out.
        language: The language code; detected if left out.
        silences: Findings that somebody accepted.

    Raises:
        UsageError: The text is in a language that is not read.
        StoreError: A file of the store can't be read.
    """
    day = published or file.published
    reading = read_claims(file.text, catalogue=store.catalogue, published=day, language=language)
    return check_reading(reading, store, silences=silences)
