"""Claims in words: the figure, and one sentence on how it was understood, for the user to confirm.

>>> from decimal import Decimal
>>> from indicators.files import read_embedded_catalogue
>>> areas = read_embedded_catalogue().areas
>>> turnover = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12, subject="turnover", areas=("RUS",))
>>> describe_claim(turnover, areas)
'24 trillion RUB: turnover; Russia; the year is not stated.'
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind, Direction
from indicators.model.codelists import AreaList
from indicators.model.formatting import MINUS, format_quantity
from indicators.model.unit_names import SCALES
from indicators.model.units import parse_unit

_TWICE: Final = 2


def describe_claim(claim: Claim, areas: AreaList) -> str:
    """Describe how a claim was understood: figure, subject, area, period, speaker, and what the text leaves open.

    Args:
        claim: The claim.
        areas: The areas, for their names.
    """
    figure = format_claim(claim)
    if claim.restates:
        parts = [messages.RESTATED.format(figure=figure)]
    else:
        parts = [messages.FIGURE_AND_SUBJECT.format(figure=figure, subject=claim.subject) if claim.subject else figure]
    named = [areas.by_code[code].name if code in areas.by_code else code for code in claim.areas]
    parts += [", ".join(named)] if named else []
    if claim.period is not None:
        is_inferred = "period" in claim.inferred
        period = claim.period.label
        parts.append(messages.CLAIM_PERIOD_INFERRED.format(period=period) if is_inferred else period)
    parts += [messages.CLAIM_IS_FORECAST] if claim.is_forecast else []
    parts += [messages.CLAIM_STATED_BY.format(name=claim.said_by)] if claim.said_by else []
    missing = [name for name in claim.left_open if name != "year"] + ([] if claim.period else ["year"])
    parts += [messages.MISSING_FACTS[name] for name in missing if name in messages.MISSING_FACTS]
    return "; ".join(parts) + "."


def format_claim(claim: Claim) -> str:
    """Format the figure of a claim: ``about 287 billion USD``, ``a fall of 3.2%``, ``3.5 times as much``.

    >>> format_claim(Claim("c1", ClaimKind.MULTIPLE, Decimal("3.5"), "ratio", direction=Direction.FALL))
    'down to 1/3.5'
    >>> ends = Claim("c1", ClaimKind.AMOUNT, Decimal("3.5"), "CNY", multiplier=8, lower=Decimal(3), upper=Decimal(4))
    >>> format_claim(ends)
    '300 to 400 million CNY'
    """
    qualifier = f"{claim.qualifier.value} " if claim.qualifier else ""
    has_fallen = claim.direction is Direction.FALL or claim.value < 0
    match claim.kind:
        case ClaimKind.GROWTH | ClaimKind.POINTS:
            message = messages.FALL_OF if has_fallen else messages.RISE_OF
            return message.format(amount=qualifier + _format_number(claim).lstrip(MINUS))
        case ClaimKind.MULTIPLE if claim.direction is Direction.FALL:
            return messages.MULTIPLE_FALL.format(number=f"{qualifier}1/{_format_number(claim)}")
        case ClaimKind.MULTIPLE if claim.value == _TWICE and claim.lower is None:
            return messages.TWICE.format(qualifier=qualifier)
        case ClaimKind.MULTIPLE:
            return messages.MULTIPLE_RISE.format(number=qualifier + _format_number(claim))
    return qualifier + _format_number(claim)


def format_level(claim: Claim) -> str:
    """Format the figure of a claim as a level: growth of 6% beside another is ``6%``.

    >>> format_level(Claim("c1", ClaimKind.GROWTH, Decimal("-3.2"), "%"))
    '−3.2%'
    """
    return _format_number(claim) if claim.kind is ClaimKind.GROWTH else format_claim(claim)


def _format_number(claim: Claim) -> str:
    if claim.lower is None or claim.upper is None:
        return _format_with_unit(claim, claim.value)
    low, high = sorted((abs(claim.lower), abs(claim.upper))) if claim.value < 0 else (claim.lower, claim.upper)
    if claim.kind is ClaimKind.GROWTH and claim.unit == "ratio":
        low *= 100
    elif claim.multiplier:  # both ends on one scale: 3-4亿 is 300 to 400 million
        low = low.scaleb(claim.multiplier - _choose_scale(high, claim.multiplier)[1])
    return messages.FROM_TO.format(low=_format_plain(low), high=_format_with_unit(claim, high))


def _format_with_unit(claim: Claim, value: Decimal) -> str:
    """As printed, with the printed scale word: 0.5 million stays 0.5 million."""
    if claim.kind is ClaimKind.GROWTH and claim.unit == "ratio":  # Chinese counts growth in times: 3 is 300%
        return format_quantity(value * 100, "%")
    is_unnamed = claim.unit in ("units", "currency units", "currency unit per person")
    if claim.multiplier == 0 and not is_unnamed:
        return format_quantity(value, claim.unit, digits=max(claim.digits or 0, len(value.as_tuple().digits), 1))
    value, multiplier = _choose_scale(value, claim.multiplier)
    unit = claim.counted if is_unnamed else parse_unit(claim.unit).text
    return " ".join(part for part in (_format_plain(value), SCALES.get(multiplier, ""), unit) if part)


def _choose_scale(value: Decimal, power: int) -> tuple[Decimal, int]:
    """The number on the nearest scale that has a word: 11.23 of 10^8 is 1.123 billion, while 0.5 million stays."""
    if power == 0 or power in SCALES:
        return value, power
    exponent = value.adjusted() + power if value else power  # 亿, lakh, cents
    scale = max((known for known in SCALES if 3 < known <= exponent), default=0)
    return value.scaleb(power - scale), scale


def _format_plain(value: Decimal) -> str:
    return f"{MINUS if value < 0 else ''}{abs(value):,f}"
