"""How a claim was understood, in one sentence for the reader to confirm.

>>> from decimal import Decimal
>>> describe_claim(Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12, subject="turnover", areas=("RUS",)))
'24 trillion RUB: turnover; RUS; the year is not said.'
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Direction
from indicators.model.formatting import MINUS, format_quantity
from indicators.model.observations import Qualifier
from indicators.model.units import SCALES, parse_unit

__all__ = ["describe_claim", "format_claim"]

_OPEN: Final = {
    "year": "the year is not said",
    "issuer": "whose forecast it is is not said",
    "denominator": "of what is not said",
    "currency": "whose money is not said",
}


def describe_claim(claim: Claim) -> str:
    """The figure, what it measures, of where and when, who said it, and what stays open."""
    figure = format_claim(claim)
    parts = [f"{figure}: {claim.subject}" if claim.subject else figure]
    if claim.restates:
        parts[0] = f"{figure}: the figure before it in another unit"
    parts += [", ".join(claim.areas)] if claim.areas else []
    if claim.period is not None:
        ours = "period" in claim.inferred
        parts.append(f"{claim.period.label} (not said; taken from the text around)" if ours else claim.period.label)
    parts += ["forecast"] if claim.is_forecast else []
    parts += [f"said by {claim.said_by}"] if claim.said_by else []
    known_open = [name for name in claim.left_open if not (name == "year" and claim.period is not None)]
    parts += [_OPEN[name] for name in known_open if name in _OPEN]
    if claim.period is None and "year" not in claim.left_open:
        parts.append(_OPEN["year"])
    return "; ".join(parts) + "."


def format_claim(claim: Claim) -> str:
    """The number with its words: ``about 287 billion USD``, ``a fall of 3.2%``, ``3.5 times as much``."""
    words = "" if claim.qualifier is None else f"{Qualifier(claim.qualifier).value} "
    number = _number(claim)
    match claim.kind:
        case ClaimKind.GROWTH | ClaimKind.POINTS:
            fallen = claim.direction is Direction.FALL or claim.value < 0
            return f"a {'fall' if fallen else 'rise'} of {words}{number.lstrip(MINUS)}"
        case ClaimKind.MULTIPLE:
            return f"{words}{number} times {'less' if claim.direction is Direction.FALL else 'as much'}"
    return words + number


def _number(claim: Claim) -> str:
    if claim.lower is not None and claim.upper is not None:
        ends = sorted((abs(claim.lower), abs(claim.upper))) if claim.value < 0 else (claim.lower, claim.upper)
        return f"{_plain(ends[0])} to {_with_unit(claim, ends[1])}"
    return _with_unit(claim, claim.value)


def _with_unit(claim: Claim, value: Decimal) -> str:
    """As printed, with the printed word of scale: 0.5 million stays 0.5 million."""
    if claim.multiplier == 0 and claim.unit != "units":
        return format_quantity(value, claim.unit, digits=max(claim.digits or 0, len(value.as_tuple().digits), 1))
    if claim.multiplier not in SCALES and claim.multiplier != 0:  # 亿, lakh, cents
        value, multiplier = _on_scale(value, claim.multiplier)
    else:
        multiplier = claim.multiplier
    scale = SCALES.get(multiplier, "")
    unit = claim.counted if claim.unit == "units" and claim.counted else parse_unit(claim.unit).text
    return " ".join(part for part in (_plain(value), scale, unit) if part)


def _on_scale(value: Decimal, power: int) -> tuple[Decimal, int]:
    """The number on the nearest power of ten that has a word, at least one of it: 11.23 of 10^8 is 1.123 billion."""
    exponent = value.adjusted() + power if value else power
    scale = max((known for known in SCALES if known <= exponent and known > 3), default=0)
    return value.scaleb(power - scale), scale


def _plain(value: Decimal) -> str:
    return f"{MINUS if value < 0 else ''}{abs(value):,f}"
