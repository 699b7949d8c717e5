"""Claims from a stored dataset, so that its figures can be checked like those of a text.

>>> from indicators.files import read_embedded_catalogue
>>> catalogue = read_embedded_catalogue()
>>> claims = extract_claims(catalogue.find_dataset("it-russia-2025-09-29"), catalogue)
>>> [(claim.id, str(claim.value), claim.unit, claim.restates) for claim in claims[:2]]
[('it-russia-2025-09-29:1', '24', 'RUB', ''), ('it-russia-2025-09-29:2', '287', 'USD', 'it-russia-2025-09-29:1')]
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Direction, Document, Place, Reading, infer_kind
from indicators.claims.wording import describe_claim
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset, Indicator, Observation
from indicators.model.units import parse_unit

_OPEN: Final = {"TIME_PERIOD": "year", "UNIT_MEASURE": "currency"}
_FIELDS: Final = {"TIME_PERIOD": "period", "REF_AREA": "areas", "UNIT_MEASURE": "unit", "UNIT_MULT": "multiplier"}


def extract_claims(dataset: Dataset, catalogue: Catalogue) -> tuple[Claim, ...]:
    """Make claims of the observations of a dataset, in their order, without missing values.

    Args:
        dataset: A dataset that is kept as CSV.
        catalogue: The catalogue with its indicators.

    Returns:
        Claims with ids ``<dataset>:<row>``, counted from 1; a claim that repeats another in other units names it.

    Raises:
        UnknownNameError: An indicator is not in the catalogue.
    """
    hashes = {origin.id: origin.sha256 for origin in dataset.origins}
    known = [
        (f"{dataset.id}:{row}", observation)
        for row, observation in enumerate(dataset.observations, 1)
        if observation.value is not None
    ]
    claims = []
    for id, observation in known:
        restates = next((other for other, first in known if _is_converted_from(observation, first)), "")
        indicator = catalogue.find_indicator(observation.indicator)
        claim = _make_claim(id, observation, indicator, sha256=hashes.get(observation.origin, ""), restates=restates)
        claims.append(replace(claim, understood=describe_claim(claim, catalogue.areas)))
    return tuple(claims)


def _is_converted_from(observation: Observation, first: Observation) -> bool:
    """Whether an observation repeats another in other units."""

    def key(each: Observation) -> tuple[object, ...]:
        return each.indicator, each.area, each.counterpart, each.period, each.origin, each.locator

    return observation is not first and observation.converted_from == first.unit and key(observation) == key(first)


def read_dataset_claims(name: str, catalogue: Catalogue) -> Reading:
    """Return the claims of a dataset as a reading, without the text.

    Raises:
        UnknownNameError: There is no such dataset.
    """
    dataset = catalogue.find_dataset(name)
    hashes = {origin.sha256 for origin in dataset.origins if origin.sha256}
    days = {origin.date_published for origin in dataset.origins}
    day = days.pop() if len(days) == 1 else ""
    published = date.fromisoformat(day) if len(day) == len("2025-09-29") else None
    document = Document("", hashes.pop() if len(hashes) == 1 else "", dataset.title, published)
    return Reading(document, extract_claims(dataset, catalogue))


def _make_claim(id: str, observation: Observation, indicator: Indicator, *, sha256: str, restates: str) -> Claim:
    value = observation.value or Decimal(0)
    unit = parse_unit(observation.unit)
    kind = infer_kind(unit, indicator)
    at = observation.locator
    place = None if at is None else Place(at.heading, at.paragraph, at.sentence)
    changed = kind in (ClaimKind.GROWTH, ClaimKind.POINTS)
    issuer = ("issuer",) if observation.status.is_forecast and not observation.said_by and sha256 else ()
    undefined = ("denominator",) if kind is ClaimKind.SHARE and not (unit.of or indicator.denominator) else ()
    return Claim(
        id, kind, value, unit.plain.text,
        multiplier=observation.multiplier + unit.multiplier, digits=observation.digits, qualifier=observation.qualifier,
        lower=observation.lower, upper=observation.upper,
        direction=(Direction.FALL if value < 0 else Direction.RISE) if changed else None,
        is_forecast=observation.status.is_forecast, period=observation.period,
        areas=tuple(code for code in (observation.area, observation.counterpart) if code),
        indicator=indicator.id, subject=indicator.name, denominator=unit.of or indicator.denominator or None,
        said_by=observation.said_by, place=place, sha256=sha256,
        left_open=(*(_OPEN[column] for column in observation.inferred if column in _OPEN), *issuer, *undefined),
        inferred=tuple(_FIELDS[column] for column in observation.inferred if column in _FIELDS),
        origin=observation.origin, restates=restates,
    )  # fmt: skip
