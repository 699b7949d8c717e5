"""Corrections by a user: a claim dropped, or a field of it corrected.

Corrections are texts that a person types into a table. A field that can't be read is reported with its figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind, Direction, Reading
from indicators.claims.wording import describe_claim, format_claim
from indicators.errors import IndicatorsError, UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Qualifier
from indicators.model.periods import TimePeriod
from indicators.model.unit_names import SCALES
from indicators.model.units import parse_unit

SCALE_CHOICES: Final = {0: "", **SCALES}
"""The scale words of figures by their power of ten."""

_FACTS: Final = {"year": "period", "denominator": "denominator", "currency": "unit"}
"""The field that states each fact that a text may leave out."""
_MAX_DIGITS: Final = 40


def list_fields(claim: Claim) -> dict[str, Any]:
    """Return the fields of a claim as texts for a table, by their names.

    >>> list_fields(Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12))["scale"]
    'trillion'
    """
    return {
        "kind": claim.kind.value,
        "qualifier": claim.qualifier.value if claim.qualifier else "",
        "value": f"{claim.value:f}",
        "scale": SCALE_CHOICES.get(claim.multiplier, ""),
        "unit": claim.unit,
        "period": str(claim.period or ""),
        "areas": "~".join(claim.areas),
        "indicator": claim.indicator or "",
        "forecast": claim.is_forecast,
        "of": claim.denominator or "",
    }


def apply_corrections(reading: Reading, edits: Mapping[str, Mapping[str, Any]], catalogue: Catalogue) -> Reading:
    """Apply the corrections of a user to a reading.

    Args:
        reading: What was read.
        edits: The changed fields, as `list_fields` gives them, by claim id, or ``keep`` false to drop the claim.
        catalogue: The catalogue for areas and indicators.

    Returns:
        The reading without the dropped claims and with the others corrected; a repetition of a dropped claim stays.

    Raises:
        UsageError: A field can't be read; the message names its figure.
    """
    kept = [claim for claim in reading.claims if edits.get(claim.id, {}).get("keep", True)]
    ids = {claim.id for claim in kept}
    claims = [_correct(claim, edits.get(claim.id, {}), catalogue) for claim in kept]
    claims = [claim if claim.restates in ids else replace(claim, restates="") for claim in claims]
    return replace(reading, claims=tuple(claims))


def _correct(claim: Claim, edit: Mapping[str, Any], catalogue: Catalogue) -> Claim:
    changes: dict[str, Any] = {}
    for name, value in list_fields(claim).items():
        if edit.get(name, value) == value:
            continue
        try:
            changes |= _read(name, edit[name], claim, catalogue)
        except IndicatorsError as error:
            message = messages.CORRECTION_NOT_VALID.format(figure=format_claim(claim), field=name, error=error)
            raise UsageError(message) from error
    if not changes:
        return claim
    stated = {fact for fact, field in _FACTS.items() if changes.get(field)}
    inferred = tuple(name for name in claim.inferred if name not in changes)
    left_open = tuple(fact for fact in claim.left_open if fact not in stated)
    corrected = replace(claim, **changes, inferred=inferred, left_open=left_open)
    return replace(corrected, understood=describe_claim(corrected, catalogue.areas))


def _read(name: str, value: Any, claim: Claim, catalogue: Catalogue) -> dict[str, Any]:
    """Read a typed field as attributes of a claim."""
    text = str(value if value is not None else "").strip()
    match name:
        case "kind":
            kind = ClaimKind(text)
            if kind not in (ClaimKind.GROWTH, ClaimKind.POINTS) or claim.direction is not None:
                return {"kind": kind}
            return {"kind": kind, "direction": Direction.FALL if claim.value < 0 else Direction.RISE}
        case "value":
            return {"value": _read_number(text), "digits": None, "in_a_word": False, "lower": None, "upper": None}
        case "unit":
            unit = parse_unit(text)
            return {"unit": unit.plain.text} | ({"multiplier": unit.multiplier} if unit.multiplier else {})
    attribute, read = _READERS[name]
    return {attribute: read(text, catalogue)}


def _read_areas(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(catalogue.find_area(part).code for part in text.split("~") if part.strip())


_READERS: Final[Mapping[str, tuple[str, Callable[[str, Catalogue], Any]]]] = {
    "qualifier": ("qualifier", lambda text, _: Qualifier(text) if text else None),
    "scale": ("multiplier", lambda text, _: next((n for n, word in SCALE_CHOICES.items() if word == text), 0)),
    "period": ("period", lambda text, _: TimePeriod.parse(text) if text else None),
    "areas": ("areas", _read_areas),
    "indicator": ("indicator", lambda text, catalogue: catalogue.find_indicator(text).id if text else None),
    "forecast": ("is_forecast", lambda text, _: text == "True"),
    "of": ("denominator", lambda text, _: text or None),
}


def _read_number(text: str) -> Decimal:
    plain = text.replace("\N{MINUS SIGN}", "-").replace(",", "").replace(" ", "").replace("\u00a0", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(plain) > _MAX_DIGITS or abs(number.adjusted()) > _MAX_DIGITS:
        raise UsageError(messages.NUMBER_NOT_VALID.format(text=text), expected="a number such as 24, 1,700 or -3.2")
    return number
