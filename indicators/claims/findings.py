"""Findings of checks: a verdict, its reason, and the numbers behind it, each with its source.

A verdict is a word and a symbol, never a color alone. It never rests on digits that were not printed: numbers carry
their intervals, and two of them disagree only where the intervals do not overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim
from indicators.claims.intervals import Interval
from indicators.claims.wording import format_claim
from indicators.model.formatting import format_quantity

_MAX_DIGITS: Final = 4
_WIDE: Final = Context(prec=400)


class Verdict(StrEnum):
    """The result of a check.

    >>> Verdict.EXPLAINED.sign
    '≈'
    """

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    EXPLAINED = "explained"
    ALLOWED = "within past errors"
    UNCHECKED = "cannot be checked"

    @classmethod
    def judge(cls, *, fits: bool) -> Verdict:
        """Whether two numbers that surely concern the same thing are consistent."""
        return cls.CONSISTENT if fits else cls.INCONSISTENT

    @property
    def sign(self) -> str:
        """The symbol shown with the word."""
        signs = {"consistent": "✓", "inconsistent": "!", "explained": "≈", "within past errors": "±"}
        return signs.get(self.value, "?")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number behind a finding.

    Attributes:
        text: The number with its unit, as shown.
        label: What it is: ``2024 average (IMF)``, ``implied by both amounts``.
        interval: The values it can have, in `unit`; ``None`` if it is not a number.
        unit: The unit of the interval, without multiplier.
        claim: Id of the claim, if it is one of the text.
        origin: Ids of its origins, separated by spaces, if it is from elsewhere.
        vintage: The day it was published there, ``2024-10-31``; may be empty.
        made_of: The calculation: ``24 trillion RUB / 287 billion USD``.
        fits: Whether it agrees with what it is compared with; ``None`` if it is not compared.
    """

    text: str
    label: str = ""
    interval: Interval | None = None
    unit: str = ""
    claim: str = ""
    origin: str = ""
    vintage: str = ""
    made_of: str = ""
    fits: bool | None = None

    @classmethod
    def from_claim(cls, claim: Claim, label: str = messages.LABEL_IN_TEXT) -> Figure:
        """Make the figure of a claim.

        >>> from indicators.claims.claim import ClaimKind
        >>> Figure.from_claim(Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12)).text
        '24 trillion RUB'
        """
        return cls(format_claim(claim), label, claim.interval, claim.unit, claim.id, claim.origin)


@dataclass(frozen=True, slots=True)
class Finding:
    """The finding of one check about some claims.

    Attributes:
        verdict: The verdict.
        reason: Why, in one sentence.
        claims: Ids of the claims it is about, the one it judges first.
        chain: The numbers, in the order of the reasoning.
        note: What else to know, such as another possible explanation.
        brief: The finding in a few words, for a card; may be empty.
        check: Name of the check, which `indicators.claims.checks.run_checks` fills in.
        label: Label of the check.
        id: The same for the same figures in every version of a text, see `indicators.claims.silencing`.
        silenced: Why somebody accepted it; empty if nobody did.
        is_by_place: Whether little more than their places in the text says that its figures belong together.
    """

    verdict: Verdict
    reason: str
    claims: tuple[str, ...]
    chain: tuple[Figure, ...] = ()
    note: str = ""
    brief: str = ""
    check: str = ""
    label: str = ""
    id: str = ""
    silenced: str = ""
    is_by_place: bool = False

    @property
    def says(self) -> str:
        """Verdict and reason.

        >>> Finding(Verdict.UNCHECKED, "The year is not stated.", ("c1",)).says
        'Cannot be checked. The year is not stated.'
        """
        return messages.VERDICT_AND_REASON.format(verdict=self.verdict.capitalize(), reason=self.reason)


def derive_figure(
    interval: Interval,
    unit: str,
    *,
    label: str,
    made_of: str = "",
    best: Decimal | None = None,
    digits: int | None = None,
    signed: bool = False,
    is_exact: bool = False,
) -> Figure:
    """Make the figure of a calculated number, with the range that the printed digits leave it.

    Args:
        interval: The values it can have.
        unit: Its unit.
        label: What it is.
        made_of: The calculation.
        best: The value calculated from the numbers as printed; the middle of the interval if left out.
        digits: Significant digits to show; as many as the interval makes certain, and one more, if left out.
        signed: Whether to print a plus sign, as for a change.
        is_exact: Whether to print no range, as for the sum of what was counted one by one.

    >>> derive_figure(Interval(high=Decimal("1117647058.82e5")), "RUB", label="2025").text
    '111.8 trillion RUB or less'
    >>> around = Interval(Decimal("16.72e12"), Decimal("17.57e12"))
    >>> derive_figure(around, "RUB", label="2023", best=Decimal("17.1e12")).text
    '17.1 trillion RUB (16.72 to 17.57)'
    """
    middle = interval.middle if best is None else best
    if middle is None:
        return Figure(_format_open(interval, unit), label, interval, unit, made_of=made_of)
    place = _find_last_place(interval, middle) if digits is None else middle.adjusted() - digits + 1
    text = _format_to(middle, unit, place, signed=signed)
    if not is_exact and (around := _format_range(interval, unit, place)):
        text = messages.VALUE_AND_RANGE.format(value=text, range=around)
    return Figure(text, label, interval, unit, made_of=made_of)


def _format_range(interval: Interval, unit: str, place: int) -> str:
    """The two ends, without a unit that both share; empty if they print alike or one is open."""
    if interval.low is None or interval.high is None:
        return ""
    low, high = (_format_to(end, unit, place) for end in (interval.low, interval.high))
    if low == high:
        return ""
    if low.partition(" ")[2] == high.partition(" ")[2]:
        low, high = low.partition(" ")[0], high.partition(" ")[0]
    return messages.FROM_TO.format(low=low, high=high)


def _format_open(interval: Interval, unit: str) -> str:
    """An interval with at most one end: ``223.5 trillion RUB or less``."""
    end, message = (interval.high, messages.OR_LESS) if interval.low is None else (interval.low, messages.OR_MORE)
    return str(interval) if end is None else message.format(value=format_quantity(end, unit, digits=_MAX_DIGITS))


def _find_last_place(interval: Interval, middle: Decimal) -> int:
    """The power of ten of the last digit worth showing: a tenth of the range, and at most four digits."""
    least = middle.adjusted() - _MAX_DIGITS + 1
    if interval.low is None or interval.high is None or interval.low == interval.high:
        return least
    return max(least, (interval.high - interval.low).adjusted() - 1)


def _format_to(number: Decimal, unit: str, place: int, *, signed: bool = False) -> str:
    rounded = number.quantize(Decimal((0, (1,), place)), context=_WIDE)
    unit = "ratio" if unit in ("units", "currency units") else unit  # things, or money whose currency is left open
    return format_quantity(rounded, unit, digits=max(1, rounded.adjusted() - place + 1), signed=signed)
