"""Whether the figures of a stored dataset still stand in the text they were read from.

Who holds the text hands it over; it is compared with the hash of the origin, laid out as when it was read, and each
figure is looked for in the sentence that its locator names. The text is not kept.

>>> from indicators.files import read_embedded_catalogue
>>> catalogue = read_embedded_catalogue()
>>> checked = verify_dataset(catalogue.find_dataset("it-russia-2025-09-29"), b"Another text.", catalogue)
>>> print(checked[0].status.value, "-", checked[0].reason)
not found - there is no heading “Expanding Russia-China Tech Ties”; the text is not the one that was read
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from indicators.claims.claim import Claim, Place, Reading
from indicators.claims.input.from_dataset import extract_claims
from indicators.claims.reading import read_claims
from indicators.errors import UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset

__all__ = ["VerificationStatus", "VerifiedClaim", "verify_dataset"]

_OTHER = "the text is not the one that was read"


class VerificationStatus(StrEnum):
    """What became of one figure."""

    FOUND = "found"
    """It stands in its sentence, and the text is the one that was read."""
    OTHER_TEXT = "other text"
    """It stands in its sentence, but the text differs from the one that was read."""
    NOT_FOUND = "not found"
    """It does not stand where the locator says."""
    NO_PLACE = "no place"
    """The dataset does not say where it stands in a text."""


@dataclass(frozen=True, slots=True)
class VerifiedClaim:
    """One figure of a dataset and what became of it.

    Attributes:
        claim: The figure.
        status: What became of it.
        reason: Why it was not found or cannot be looked for; or empty.
    """

    claim: Claim
    status: VerificationStatus
    reason: str = ""


def verify_dataset(dataset: Dataset, content: bytes, catalogue: Catalogue) -> tuple[VerifiedClaim, ...]:
    """Look for every figure of a dataset in the text it was read from.

    Args:
        dataset: One whose observations have locators.
        content: The bytes of the text, as they were hashed.
        catalogue: Knows its indicators.

    Returns:
        One entry a figure, in the order of the dataset.

    Raises:
        UsageError: No figure of the dataset has a place in a text, or the bytes are not UTF-8.
    """
    claims = extract_claims(dataset, catalogue)
    if not any(claim.place for claim in claims):
        raise UsageError(
            f"The figures of {dataset.id} have no places in a text.",
            hint="Verified can be datasets that were read from an article, such as it-russia-2025-09-29.",
        )
    digest = hashlib.sha256(content).hexdigest()
    found = _Sentences.of(read_claims(_decoded(content), catalogue=catalogue))
    return tuple(_verified(claim, found, is_same=claim.sha256 in ("", digest)) for claim in claims)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            "The file is no text.", found="bytes that are not UTF-8", expected="a text in UTF-8"
        ) from error


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The figures read in each sentence, and the headings there are."""

    figures: dict[tuple[str, int, int], list[Claim]]
    headings: frozenset[str]

    @classmethod
    def of(cls, reading: Reading) -> _Sentences:
        figures: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            if claim.place is not None:
                figures[_key(claim.place)].append(claim)
        return cls(dict(figures), frozenset(_folded(heading) for heading in reading.headings))

    def elsewhere(self, claim: Claim) -> Place | None:
        """Where else the figure stands."""
        for figures in self.figures.values():
            for other in figures:
                if _is_same(claim, other):
                    return other.place
        return None


def _verified(claim: Claim, found: _Sentences, *, is_same: bool) -> VerifiedClaim:
    if claim.place is None:
        return VerifiedClaim(claim, VerificationStatus.NO_PLACE, "the dataset names no place")
    if any(_is_same(claim, other) for other in found.figures.get(_key(claim.place), ())):
        return (
            VerifiedClaim(claim, VerificationStatus.FOUND)
            if is_same
            else VerifiedClaim(claim, VerificationStatus.OTHER_TEXT, _OTHER)
        )
    why = _why(claim, claim.place, found)
    return VerifiedClaim(claim, VerificationStatus.NOT_FOUND, why if is_same else f"{why}; {_OTHER}")


def _why(claim: Claim, place: Place, found: _Sentences) -> str:
    if _folded(place.heading) not in found.headings:
        return f"there is no heading “{place.heading}”"
    other = found.elsewhere(claim)
    if other is not None:
        return f"it stands {other.locator}"
    return "its sentence does not have it"


def _is_same(stored: Claim, read: Claim) -> bool:
    """The same number, whatever it was taken for: as printed, or as the middle of the same printed range."""
    if stored.lower is not None and stored.upper is not None:
        return (stored.lower, stored.upper, stored.multiplier) == (read.lower, read.upper, read.multiplier)
    return _plainly(stored) == _plainly(read)


def _plainly(claim: Claim) -> Decimal:
    return abs(claim.value.scaleb(claim.multiplier))


def _key(place: Place) -> tuple[str, int, int]:
    return _folded(place.heading), place.paragraph, place.sentence


def _folded(heading: str) -> str:
    """Quotation marks and spaces differ between copies of one text; they do not make another heading."""
    return " ".join(heading.replace("’", "'").replace("“", '"').replace("”", '"').split()).casefold()
