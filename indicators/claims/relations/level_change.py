"""Two levels of one thing and the change that is stated between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import (
    PERCENT_KINDS,
    Claim,
    ClaimKind,
    Direction,
    have_one_noun,
    is_surely_less,
    print_alike,
)
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.wording import format_claim, format_level
from indicators.model.periods import Frequency

LEVEL_KINDS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY, ClaimKind.INDEX)
"""The kinds of a level, of which there can be a percent change."""
_LEAST_PLAIN: Final = 1000  # a sum beside millions that is written without a word of scale


@dataclass(frozen=True, slots=True)
class LevelChange:
    """Two levels of one thing, and the stated change.

    Attributes:
        before: The earlier level.
        after: The later level.
        by: The stated change, in percent, points, times or the unit of the levels; ``None`` if only the direction is
            stated.
        direction: The stated direction, if any.
        is_real: Whether the stated change is adjusted for prices, by its words or by custom.
        in_text: Whether words of the text relate them; otherwise their indicator, area and period do.
        is_sure: Whether the change is surely from the earlier level, so that a misfit is a contradiction.
    """

    before: Claim
    after: Claim
    by: Claim | None = None
    direction: Direction | None = None
    is_real: bool = False
    in_text: bool = True
    is_sure: bool = True

    def allows(self, finding: Finding) -> bool:
        """Whether a finding can stand: what may be a change from another level contradicts nothing."""
        return self.is_sure or finding.verdict is not Verdict.INCONSISTENT

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the claims: the stated change, after, before."""
        return tuple(claim.id for claim in (self.by, self.after, self.before) if claim is not None)

    @property
    def id_of_change(self) -> str:
        """The id of the stated change; empty if only the direction is stated."""
        return "" if self.by is None else self.by.id

    @property
    def chain(self) -> tuple[Figure, ...]:
        """The figures of the claims, for a finding."""
        named = (
            (self.before, messages.LABEL_BEFORE),
            (self.after, messages.LABEL_AFTER),
            (self.by, messages.LABEL_STATED_CHANGE),
        )
        figures = (Figure.from_claim(claim, label) for claim, label in named if claim is not None)
        levels = (format_level(self.before), format_level(self.after))  # "from 2.25 to 2.00%", whatever *rose* is near
        return tuple(replace(one, text=text or one.text) for one, text in zip_longest(figures, levels))

    def calculate_percent(self, label: str) -> Figure | None:
        """Calculate the percent change between the levels; ``None`` if the earlier one may be zero or negative."""
        before, after = self.before, self.after
        if before.plain_value <= 0 or before.interval.low is None or before.interval.low <= 0:
            return None
        return derive_figure(
            after.interval.percent_change_from(before.interval), "%", label=label, signed=True,
            best=self.best_percent, made_of=f"{format_claim(after)} / {format_claim(before)}",
        )  # fmt: skip

    @property
    def _is_percent(self) -> bool:
        return self.before.kind in PERCENT_KINDS and self.after.kind in PERCENT_KINDS

    @property
    def goes_other_way(self) -> bool:
        """Whether the levels surely move against the direction that the words of the change state."""
        stated = self.by.direction if self.by is not None and self.in_text else None
        if stated is None:
            return False
        less, more = (self.before, self.after) if stated is Direction.FALL else (self.after, self.before)
        return is_surely_less(less, more)

    @property
    def best_percent(self) -> Decimal:
        """The percent change between the numbers as printed."""
        return self.after.plain_value / self.before.plain_value * 100 - 100

    def calculate_difference(self, unit: str, *, signed: bool = False) -> Figure:
        """Calculate the difference between the levels."""
        before, after = print_alike((self.before, self.after)) if self._is_percent else (self.before, self.after)
        widths = {_measure_width(claim) for claim in (before, after)}
        gap = after.plain_value - before.plain_value
        moves_whole = len(widths) == 1 and None not in widths
        return derive_figure(
            Interval.exactly(gap) if moves_whole else after.interval - before.interval, unit,
            label=messages.LABEL_DIFFERENCE, signed=signed,
            best=gap, made_of=f"{format_claim(after)} − {format_claim(before)}",
        )  # fmt: skip


def _measure_width(claim: Claim) -> Decimal | None:
    """The width of a printed range; ``None`` of a single number."""
    return None if claim.lower is None or claim.upper is None else claim.upper - claim.lower


def can_be_levels(one: Claim, two: Claim) -> bool:
    """Whether two figures can be levels of one thing: they have the same unit and noun."""
    if not one.id.partition("·")[0] or not two.id.partition("·")[0]:
        return False  # a number that the text gives no unit is no level
    if one.kind in PERCENT_KINDS and two.kind in PERCENT_KINDS:
        return True
    if one.kind is not two.kind or one.id == two.id:
        return False
    if one.kind is ClaimKind.AMOUNT and _has_lost_scale(*sorted((one, two), key=lambda claim: claim.multiplier)):
        return False
    if one.unit != two.unit and not any(_is_given_by(*pair) for pair in ((one, two), (two, one))):
        return False
    return one.unit != "units" or have_one_noun(one, two)


def _has_lost_scale(plain: Claim, scaled: Claim) -> bool:
    """Whether one of two sums lacks the word that the other has: ``to $3.82 billion from $3.47``."""
    return not plain.multiplier and scaled.multiplier > 0 and plain.value < _LEAST_PLAIN


def _is_given_by(one: Claim, two: Claim) -> bool:
    """Whether one has its unit from the other, which is for each of something: ``from 78 to 72 dollars a barrel``."""
    return "unit" in one.inferred and two.unit.startswith(f"{one.unit} per ")


def is_year_before(before: Claim, after: Claim) -> bool:
    """Whether one figure is about the same months as another, one year earlier."""
    one, two = before.period, after.period
    if one is None or two is None or one.frequency != two.frequency or one.year != two.year - 1:
        return False
    months = [(period.first.month, period.first.day, period.last.month) for period in (one, two)]
    return months[0] == months[1] or one.frequency is Frequency.ANNUAL


def follows(before: Claim, after: Claim) -> bool:
    """Whether one figure is about the month, quarter or year right after another's, or the same one a year later."""
    one, two = before.period, after.period
    if one is None or two is None or one.frequency is not two.frequency:
        return False
    return (two.first - one.last).days == 1 or is_year_before(before, after)
