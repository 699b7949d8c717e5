"""What a check found: a verdict, the reason, and the chain of numbers behind it, each with where it is from.

A verdict is a word and a shape, never a colour alone. It never rests on digits that were not there: the numbers of
a chain carry their intervals, and two of them disagree only where their intervals have nothing in common.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum
from typing import Final

from indicators.claims.claim import Claim
from indicators.claims.intervals import Interval
from indicators.claims.wording import format_claim
from indicators.model.formatting import format_quantity

__all__ = ["Figure", "Finding", "Verdict", "derive_figure", "spread"]

_MOST_DIGITS: Final = 4


class Verdict(StrEnum):
    """What a check says of claims.

    >>> Verdict.EXPLAINED.sign, Verdict.EXPLAINED.with_reason("the rate of the day")
    ('≈', 'explained by the rate of the day')
    """

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    EXPLAINED = "explained"
    UNCHECKED = "cannot be checked"

    @property
    def sign(self) -> str:
        """Its shape beside the word."""
        return {"consistent": "✓", "inconsistent": "!", "explained": "≈", "cannot be checked": "?"}[self.value]

    def with_reason(self, reason: str) -> str:
        """The verdict and its reason as one phrase."""
        return f"{self.value} by {reason}" if self is Verdict.EXPLAINED else f"{self.value}: {reason}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a chain of reasoning.

    Attributes:
        text: The number as people write it, with its unit.
        label: What it is: ``average of 2024``, ``what both sums imply``.
        interval: What it can be, in `unit`; ``None`` where it is no number.
        unit: The unit of the interval, without multiplier.
        claim: Id of the claim it is, when it stands in the text.
        origin: Ids of the origins it is from, separated by spaces, when it stands elsewhere.
        vintage: The day from which it was known there, ``2024-10-31``; or empty.
        made_of: The arithmetic, when it was reckoned: ``24 trillion RUB / 287 billion USD``.
        fits: Whether it agrees with what it is held against; ``None`` when it is held against nothing.
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
    def of(cls, claim: Claim, label: str = "in the text", *, fits: bool | None = None) -> Figure:
        """The figure of a claim.

        >>> from indicators.claims.claim import ClaimKind
        >>> Figure.of(Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12)).text
        '24 trillion RUB'
        """
        return cls(format_claim(claim), label, claim.interval, claim.unit, claim.id, claim.origin, fits=fits)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of some claims.

    Attributes:
        check: The name of the check.
        verdict: What it says.
        reason: Why; goes on from the verdict.
        claims: Ids of the claims it is about, the one it judges first.
        chain: The numbers, in the order of the reasoning.
        note: What a reader should know beside, such as what else could be the case.
        brief: What it found in a few words, for a card; or empty.
    """

    check: str
    verdict: Verdict
    reason: str
    claims: tuple[str, ...]
    chain: tuple[Figure, ...] = field(default=())
    note: str = ""
    brief: str = ""

    @property
    def says(self) -> str:
        """Verdict and reason as one phrase."""
        return self.verdict.with_reason(self.reason)


def derive_figure(
    interval: Interval,
    unit: str,
    *,
    label: str,
    made_of: str = "",
    best: Decimal | None = None,
    digits: int | None = None,
    signed: bool = False,
) -> Figure:
    """A number that was reckoned, with the spread that the printed digits leave it.

    Args:
        interval: What it can be.
        unit: Its unit.
        label: What it is.
        made_of: The arithmetic in words.
        best: What it is when the printed numbers are taken as they stand; the middle if left out.
        digits: Significant digits to show; if left out, no more than its spread leaves certain, and one.
        signed: Whether it is a change, printed with its plus.

    >>> derive_figure(Interval(high=Decimal("1117647058.82e5")), "RUB", label="2025").text
    '111.8 trillion RUB or less'
    >>> around = Interval(Decimal("16.72e12"), Decimal("17.57e12"))
    >>> derive_figure(around, "RUB", label="2023", best=Decimal("17.1e12")).text
    '17.1 trillion RUB (16.72 to 17.57)'
    """
    middle = interval.middle if best is None else best
    if middle is None:
        return Figure(_open_ended(interval, unit), label, interval, unit, made_of=made_of)
    place = _last_certain_place(interval, middle) if digits is None else middle.adjusted() - digits + 1
    number = _shown(middle, unit, place, signed=signed)
    around = spread(interval, unit, place, beside=True)
    return Figure(f"{number} ({around})" if around else number, label, interval, unit, made_of=made_of)


def spread(interval: Interval, unit: str, place: int, *, beside: bool = False) -> str:
    """The ends of an interval in words: ``16.72 to 17.57 trillion RUB``.

    Args:
        interval: The interval.
        unit: Its unit.
        place: The power of ten of the last digit shown.
        beside: Whether it stands beside a number with its unit, so that the unit is left out where it can be; empty
            then, when there is but one number in it.

    >>> spread(Interval(Decimal(20), Decimal(25)), "%", 0)
    '20% to 25%'
    """
    if interval.low is None or interval.high is None:
        return "" if beside else str(interval)
    ends = [_shown(end, unit, place) for end in (interval.low, interval.high)]
    if ends[0] == ends[1]:
        return "" if beside else ends[0]
    first, second = (end.split(" ", 1) for end in ends)
    if len(first) == len(second) == 2 and first[1] == second[1]:
        return f"{first[0]} to {second[0]}" if beside else f"{first[0]} to {ends[1]}"
    return f"{ends[0]} to {ends[1]}"


def _open_ended(interval: Interval, unit: str) -> str:
    """An interval with one end at most: ``223.5 trillion RUB or less``."""
    end, word = (interval.high, "less") if interval.low is None else (interval.low, "more")
    return str(interval) if end is None else f"{format_quantity(end, unit, digits=_MOST_DIGITS)} or {word}"


def _last_certain_place(interval: Interval, middle: Decimal) -> int:
    """The power of ten of the last digit worth showing: a tenth of the spread, and never more than four digits."""
    least = middle.adjusted() - _MOST_DIGITS + 1
    if interval.low is None or interval.high is None or interval.low == interval.high:
        return least
    return max(least, (interval.high - interval.low).adjusted() - 1)


def _shown(number: Decimal, unit: str, place: int, *, signed: bool = False) -> str:
    rounded = number.quantize(Decimal((0, (1,), place)), context=_WIDE)
    return format_quantity(rounded, unit, digits=max(1, rounded.adjusted() - place + 1), signed=signed)


_WIDE: Final = Context(prec=400)
