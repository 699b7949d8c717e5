"""Claims of a stored dataset, so that the checks of a text's claims run on them too.

>>> from indicators.files import embedded_catalogue
>>> catalogue = embedded_catalogue()
>>> claims = claims_of(catalogue.dataset("it-russia-2025-09-29"), catalogue)
>>> [(claim.id, str(claim.value), claim.unit, claim.restates) for claim in claims[:2]]
[('it-russia-2025-09-29:1', '24', 'RUB', ''), ('it-russia-2025-09-29:2', '287', 'USD', 'it-russia-2025-09-29:1')]
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Direction, Place
from indicators.claims.wording import understood
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset, Indicator, Measure, Observation
from indicators.model.units import Unit, get_currency_codes, have_same_dimension, parse_unit

__all__ = ["claims_of", "kind_of"]

_OPEN: Final = {"TIME_PERIOD": "year", "UNIT_MEASURE": "currency"}
_FIELDS: Final = {"TIME_PERIOD": "period", "REF_AREA": "areas", "UNIT_MEASURE": "unit", "UNIT_MULT": "multiplier"}
_MEASURED: Final = ("kilogram", "metre", "square metre", "litre", "hour", "joule", "kilowatt", "byte", "megabit")


def claims_of(dataset: Dataset, catalogue: Catalogue) -> tuple[Claim, ...]:
    """The observations of a dataset kept by hand, as claims, in their order; those without a value are left out.

    Args:
        dataset: One whose observations are rows of a CSV file.
        catalogue: Knows its indicators.

    Returns:
        Claims with ids ``<dataset>:<row>``, the first row being 1; a row that restates another names it.

    Raises:
        UnknownNameError: An observation is of an indicator that the catalogue does not know.
    """
    known = [
        (f"{dataset.id}:{row}", seen, seen.value)
        for row, seen in enumerate(dataset.observations, 1)
        if seen.value is not None
    ]
    hashes = {origin.id: origin.sha256 for origin in dataset.origins}
    claims = [
        _claim(id, seen, value, catalogue.indicator(seen.indicator), hashes.get(seen.origin, ""))
        for id, seen, value in known
    ]
    restated = {
        id: other
        for id, seen, _ in known
        if seen.converted_from
        for other, before, _ in known
        if _same_thing(seen, before) and before.unit == seen.converted_from
    }
    return tuple(_linked(claim, restated) for claim in claims)


def kind_of(unit: Unit, indicator: Indicator | None = None) -> ClaimKind:
    """The kind of statement that a figure in this unit of this indicator makes.

    >>> tuple(kind_of(parse_unit(text)).value for text in ("RUB per USD", "% of GDP", "tonnes"))
    ('exchange rate', 'share', 'quantity')
    """
    if unit.currency:
        return ClaimKind.EXCHANGE_RATE if unit.denominator in get_currency_codes() else ClaimKind.AMOUNT
    match unit.expression:
        case "percentage_point" | "basis_point":
            return ClaimKind.POINTS
        case "percent" | "permille":
            return _kind_of_percent(unit, indicator)
        case "index_point" | "index":
            return ClaimKind.INDEX
        case "ratio":
            return ClaimKind.INDEX if indicator and indicator.measure is Measure.INDEX else ClaimKind.MULTIPLE
    counted = parse_unit(unit.plain.text.split(" per ")[0] or unit.text)  # barrels per day are as measured as barrels
    return ClaimKind.QUANTITY if any(have_same_dimension(counted, other) for other in _MEASURED) else ClaimKind.COUNT


def _kind_of_percent(unit: Unit, indicator: Indicator | None) -> ClaimKind:
    if unit.of or (indicator and indicator.measure is Measure.SHARE):
        return ClaimKind.SHARE
    if indicator is None or "growth" in indicator.id.split("-"):
        return ClaimKind.GROWTH
    return ClaimKind.RATE


def _claim(id: str, seen: Observation, value: Decimal, indicator: Indicator, sha256: str) -> Claim:
    unit = parse_unit(seen.unit)
    kind = kind_of(unit, indicator)
    at = seen.locator
    place = None if at is None else Place(at.heading, at.paragraph, at.sentence)
    changed = kind in (ClaimKind.GROWTH, ClaimKind.POINTS)
    issuer = ("issuer",) if seen.status.is_forecast and not seen.said_by and sha256 else ()
    undefined = ("denominator",) if kind is ClaimKind.SHARE and not (unit.of or indicator.denominator) else ()
    return Claim(
        id, kind, value, unit.plain.text,
        multiplier=seen.multiplier + unit.multiplier, digits=seen.digits, qualifier=seen.qualifier,
        lower=seen.lower, upper=seen.upper,
        direction=(Direction.FALL if value < 0 else Direction.RISE) if changed else None,
        is_forecast=seen.status.is_forecast, period=seen.period,
        areas=tuple(code for code in (seen.area, seen.counterpart) if code),
        indicator=indicator.id, subject=indicator.name, denominator=unit.of or indicator.denominator or None,
        said_by=seen.said_by, place=place, sha256=sha256,
        left_open=(*(_OPEN[column] for column in seen.inferred if column in _OPEN), *issuer, *undefined),
        inferred=tuple(_FIELDS[column] for column in seen.inferred if column in _FIELDS),
        origin=seen.origin, note=seen.note,
    )  # fmt: skip


def _same_thing(one: Observation, two: Observation) -> bool:
    def key(seen: Observation) -> tuple[object, ...]:
        return seen.indicator, seen.area, seen.counterpart, seen.period, seen.origin, seen.locator

    return one is not two and key(one) == key(two)


def _linked(claim: Claim, restated: dict[str, str]) -> Claim:
    again = tuple(id for id, other in restated.items() if other == claim.id)
    linked = replace(claim, restates=restated.get(claim.id, ""), restated_by=again)
    return replace(linked, understood=understood(linked))
