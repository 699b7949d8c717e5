"""Whether the figures of a dataset are still in the text they were read from.

The text is compared with the hash of the origin, and each figure is looked for in the sentence of its locator. The
text is not kept.

>>> from indicators.files import read_embedded_catalogue
>>> catalogue = read_embedded_catalogue()
>>> verified = verify_dataset(catalogue.find_dataset("it-russia-2025-09-29"), b"Another text.", catalogue)
>>> print(verified[0].status.value, "-", verified[0].reason)
not found - there is no heading “Expanding Russia-China Tech Ties”; the text differs from the one that was read
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from indicators.claims import messages
from indicators.claims.claim import Claim, Place, Reading
from indicators.claims.input.from_dataset import extract_claims
from indicators.claims.reading import read_claims
from indicators.errors import UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset


class VerificationStatus(StrEnum):
    """Whether a figure was found."""

    FOUND = "found"
    """It is in its sentence, and the text is the one that was read."""
    OTHER_TEXT = "other text"
    """It is in its sentence, but the text differs from the one that was read."""
    NOT_FOUND = "not found"
    """It is not at the given place."""
    NO_PLACE = "no place"
    """The dataset has no locator for it."""


@dataclass(frozen=True, slots=True)
class VerifiedClaim:
    """One figure of a dataset and whether it was found.

    Attributes:
        claim: The figure.
        status: Whether it was found.
        reason: Why not; may be empty.
    """

    claim: Claim
    status: VerificationStatus
    reason: str = ""


def verify_dataset(dataset: Dataset, content: bytes, catalogue: Catalogue) -> tuple[VerifiedClaim, ...]:
    """Look for every figure of a dataset in the text it was read from.

    Args:
        dataset: A dataset whose observations have locators.
        content: The bytes of the text, as they were hashed.
        catalogue: The catalogue with its indicators.

    Returns:
        One entry per figure, in the order of the dataset.

    Raises:
        UsageError: No figure of the dataset has a locator, or the text is not UTF-8.
    """
    claims = extract_claims(dataset, catalogue)
    if not any(claim.place for claim in claims):
        raise UsageError(messages.NOT_FROM_TEXT.format(dataset=dataset.id), hint=messages.NOT_FROM_TEXT_HINT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(messages.NOT_PLAIN_TEXT, expected="UTF-8") from error
    digest = hashlib.sha256(content).hexdigest()
    reading = read_claims(text, catalogue=catalogue)
    return tuple(_verify(claim, reading, is_same_text=claim.sha256 in ("", digest)) for claim in claims)


def _verify(claim: Claim, reading: Reading, *, is_same_text: bool) -> VerifiedClaim:
    if claim.place is None:
        return VerifiedClaim(claim, VerificationStatus.NO_PLACE, messages.NO_PLACE)
    places = [read.place for read in reading.claims if read.place is not None and _is_same(claim, read)]
    if _key(claim.place) in map(_key, places):
        if is_same_text:
            return VerifiedClaim(claim, VerificationStatus.FOUND)
        return VerifiedClaim(claim, VerificationStatus.OTHER_TEXT, messages.TEXT_CHANGED)
    if _fold(claim.place.heading) not in map(_fold, reading.headings):
        reason = messages.NO_HEADING.format(heading=claim.place.heading)
    else:
        reason = messages.FOUND_ELSEWHERE.format(place=places[0].locator) if places else messages.NOT_IN_SENTENCE
    if not is_same_text:
        reason = messages.REASON_AND_TEXT_CHANGED.format(reason=reason)
    return VerifiedClaim(claim, VerificationStatus.NOT_FOUND, reason)


def _is_same(stored: Claim, read: Claim) -> bool:
    """Whether two claims have the same number, of whatever kind, or the same printed range."""
    if stored.lower is not None and stored.upper is not None:
        return (stored.lower, stored.upper, stored.multiplier) == (read.lower, read.upper, read.multiplier)
    given, found = abs(stored.plain_value), abs(read.plain_value)
    return given == found or (read.digits == 1 and given == round(found))  # a third is stored as 33%


def _key(place: Place) -> tuple[str, int, int]:
    return _fold(place.heading), place.paragraph, place.sentence


def _fold(heading: str) -> str:
    """A heading without differences of quotation marks, spaces and case, which copies of one text may have."""
    return " ".join(heading.replace("’", "'").replace("“", '"').replace("”", '"').split()).casefold()
