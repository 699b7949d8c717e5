"""One rule for what published figures say of a claim: the same, an earlier edition, another definition, or no.

A claim differs from what is published only where no common definition and no revision explains it. Each definition
allows a range: from its lowest to its highest published figure of the period, in whatever edition, and as far beyond as
figures of that area and indicator usually differ. Only a claim outside all of them differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property
from math import ceil
from typing import Final

from indicators.claims.claim import Claim
from indicators.claims.evidence.definitions import CONCEPTS, Concept, Definition, find_concept, has_concept
from indicators.claims.evidence.store_evidence import PublishedFigure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext, keep_same_unit, shift_year
from indicators.language.languages import compile_pattern
from indicators.model.periods import TimePeriod

_MANY_EDITIONS: Final = 4
_FIRST_WITHIN: Final = timedelta(days=2 * 365)
_YEARS_AROUND: Final = 10
_ENOUGH_YEARS: Final = 5
_NINE_IN_TEN: Final = Decimal("0.9")
_USUAL: Final = "usual_definition"
_ON_AVERAGE: Final = compile_pattern("on_average")
_CUES: Final = {
    cue: compile_pattern(cue)
    for cue in {
        _USUAL, *(cue for one in CONCEPTS for other in one.definitions for cue in (other.cue, other.unless) if cue)
    }
}  # fmt: skip


class Outcome(Enum):
    """What published figures say of a claim."""

    MATCHES = auto()
    """It is a figure of the definition that is meant."""
    EARLIER = auto()
    """It is the figure of an earlier edition."""
    OTHER_DEFINITION = auto()
    """It is a figure of another definition."""
    NEAR = auto()
    """It differs by no more than figures of this area and indicator usually do."""
    MAY_DIFFER = auto()
    """Another definition, named in the text or common for the area, allows the difference."""
    DIFFERS = auto()
    """Nothing allows the difference."""


@dataclass(frozen=True, slots=True)
class PublishedComparison:
    """The outcome of a comparison.

    Attributes:
        outcome: What it is.
        newest: The newest published figures of the definition here.
        fitting: The figures that match or explain the claim.
        definition: The other definition that does; ``None`` if it is the one here.
        is_named: Whether the text names that definition.
    """

    outcome: Outcome
    newest: Sequence[PublishedFigure]
    fitting: Sequence[PublishedFigure] = ()
    definition: Definition | None = None
    is_named: bool = False


def compare_with_published(
    context: CheckContext, claim: Claim, period: TimePeriod, stated: Interval | None = None
) -> PublishedComparison | None:
    """Compare a claim with the published figures of its indicator, area and period.

    Args:
        context: The claims and the evidence.
        claim: The claim.
        period: The period of the figures.
        stated: The values that the text gives for it, if not those of the claim itself.

    Returns:
        ``None`` if there are no figures to compare with.
    """
    known = _find_known(context, claim, period)
    stated = stated or context.read_interval(claim)
    if known is None or not known.newest:
        return None
    if fitting := _keep_fitting(known.newest, stated):
        return PublishedComparison(Outcome.MATCHES, known.newest, fitting)
    exact = [
        (one, fitting, is_named)
        for one, is_named in known.definitions
        if (is_named or known.is_usual(one)) and (fitting := _keep_fitting(known.find_figures(one), stated))
    ]
    if exact and exact[0][2]:
        return PublishedComparison(Outcome.MATCHES, known.newest, exact[0][1], exact[0][0])
    if fitting := _keep_fitting(known.editions, stated):
        return PublishedComparison(Outcome.EARLIER, known.newest, fitting[-1:])
    if exact:
        return PublishedComparison(Outcome.OTHER_DEFINITION, known.newest, exact[0][1], exact[0][0])
    if known.range.overlaps(stated):
        return PublishedComparison(Outcome.NEAR, known.newest)
    is_own = known.names(_USUAL)
    for one, is_named in known.definitions:
        allowed = known.find_range(one) if is_named or (known.is_usual(one) and not is_own) else None
        if (is_named and allowed is None) or (allowed is not None and allowed.overlaps(stated)):
            return PublishedComparison(
                Outcome.MAY_DIFFER, known.newest, known.find_figures(one), one, is_named and not one.years
            )
    return PublishedComparison(Outcome.DIFFERS, known.newest)


def is_explained(context: CheckContext, claim: Claim, period: TimePeriod, stated: Interval | None = None) -> bool:
    """Whether a revision or a definition explains how a claim differs from what is published.

    Only those of indicators in the table do, whose definitions are known.

    Args:
        context: The claims and the evidence.
        claim: The claim.
        period: The period of the figures.
        stated: The values that the text gives for it, if not those of the claim itself.
    """
    if not has_concept(claim.indicator or ""):
        return False
    comparison = compare_with_published(context, claim, period, stated)
    return comparison is not None and comparison.outcome is not Outcome.DIFFERS


def prefetch_editions(context: CheckContext, claims: Sequence[tuple[Claim, TimePeriod]]) -> None:
    """Read at once the earlier editions of what claims differ from."""
    known = [one for claim, period in claims if (one := _find_known(context, claim, period)) is not None]
    differing = [one for one in known if one.newest and not _keep_fitting(one.newest, context.read_interval(one.claim))]
    for concept in dict.fromkeys(one.concept for one in differing):  # each for its areas only
        areas = [one.claim.areas for one in differing if one.concept is concept]
        context.evidence.prefetch_editions((id, area) for area in areas for id in concept.indicators)
    others = ((one, other) for one in differing for other in one.concept.definitions)
    context.evidence.prefetch(
        (id, one.claim.areas) for one, other in others for id in other.indicators + other.share_of
    )


def _find_known(context: CheckContext, claim: Claim, period: TimePeriod) -> _Known | None:
    indicator = context.find_indicator(claim)
    if indicator is None:
        return None
    return _Known(context, find_concept(indicator.id, indicator.unit, indicator.compare_with), claim, period)


@dataclass(frozen=True)
class _Known:
    """What the store knows of an indicator, area and period."""

    context: CheckContext
    concept: Concept
    claim: Claim
    period: TimePeriod

    def names(self, cue: str) -> bool:
        """Whether the words of the text beside the claim name a definition."""
        if (
            cue == "at_a_time"
            and self.claim.direction is not None
            and not _ON_AVERAGE[self.context.language].search(self._words)
        ):
            return True  # "rose to", which it may have done in any month
        return _CUES[cue][self.context.language].search(self._words) is not None

    @cached_property
    def _words(self) -> str:
        claim = self.context.by_id.get(self.claim.id, self.claim)  # its indicator may have been found since
        one = self.context.find_sentence(claim)
        beside = "" if one is None else one.words_beside(claim) if len(one.claims) > 1 else one.plain
        return f"{self.claim.subject} {self.claim.said_by} {beside}"

    @cached_property
    def newest(self) -> list[PublishedFigure]:
        """The newest figure of each publisher."""
        return self._find_own(self.period)

    @cached_property
    def definitions(self) -> list[tuple[Definition, bool]]:
        """The other definitions, and whether the text names them; those first."""
        found = [(one, bool(one.cue) and self.names(one.cue)) for one in self.concept.definitions]
        return sorted(found, key=lambda pair: not pair[1])

    def is_usual(self, definition: Definition) -> bool:
        """Whether a text about the area may mean a definition without naming it."""
        is_ruled_out = bool(definition.unless) and self.names(definition.unless)
        if definition.besides and any(
            one.indicator not in definition.besides for one in [*self.newest, *self.editions]
        ):
            return False
        return not is_ruled_out and (definition.areas is None or definition.areas.issuperset(self.claim.areas))

    @cached_property
    def editions(self) -> list[PublishedFigure]:
        """The figures of all editions of its own definition that came out after the period."""
        found = self.context.evidence.find_editions(self.concept.indicators, self.claim.areas, self.period)
        return [figure for figure in keep_same_unit(found, self.claim) if figure.vintage > self.period.last]

    @cached_property
    def range(self) -> Interval:
        """From the lowest to the highest figure of its own definition, and as far beyond as figures usually differ."""
        figures = [*self.newest, *self.editions]
        span = _span(figures)
        margin = self._measure_least(span)
        if len({figure.vintage for figure in self.editions}) < _MANY_EDITIONS:
            margin = max(margin, self._usual * self._scale(span) - (span[1] - span[0]))
        return _widen(span, margin)

    def find_figures(self, definition: Definition) -> list[PublishedFigure]:
        """The newest figures of another definition."""
        is_percent = self.claim.unit.startswith("%")  # money may be in international dollars
        return [one for one in self._find(definition.indicators, self.period) if one.unit.startswith("%") is is_percent]

    def find_range(self, definition: Definition) -> Interval | None:
        """What another definition allows; ``None`` if nothing is known of it."""
        if values := self._list_values(definition):
            span = min(values), max(values)
            return _widen(span, self._measure_least(span))
        if definition.besides:
            return Interval()
        if not self.is_usual(definition) or (definition.ratio is None and definition.points is None):
            return None
        low, high = _span([*self.newest, *self.editions])
        ends = []
        if definition.ratio is not None:
            ends.append((low * definition.ratio[0], high * definition.ratio[1]))
        if definition.points is not None:
            ends.append((low - definition.points[0], high + definition.points[1]))
        return Interval(max(low for low, _ in ends), min(high for _, high in ends))

    def _list_values(self, definition: Definition) -> list[Decimal]:
        """The published values of another definition, of the years it may be about, or the products they are."""
        if definition.share_of:
            find, areas = self.context.evidence.find_published, self.claim.areas
            shares, levels = (find(id, areas, self.period) for id in definition.share_of)
            return [share.value * level.value / 100 for share in shares for level in levels]
        if definition.years:
            years = (shift_year(self.period, years) for years in (-definition.years, definition.years))
            others = [one.value for year in years if year is not None for one in self._find_own(year)]
            halves = ((one, (other - one) / 2) for one in (figure.value for figure in self.newest) for other in others)
            return [value for one, half in halves for value in (one - half, one, one + half)]
        return [figure.value for figure in self.find_figures(definition)]

    @cached_property
    def _spans(self) -> list[tuple[Decimal, Decimal]]:
        """The lowest and highest figure of each year around the period that has several."""
        by_period = defaultdict(list)
        for row in self.context.evidence.list_editions(self.concept.indicators, self.claim.areas):
            if abs(int(row["period"][:4]) - self.period.year) <= _YEARS_AROUND:
                by_period[row["period"]].append(Decimal(row["value"]))
        return [(min(values), max(values)) for values in by_period.values() if len(values) > 1]

    @cached_property
    def _usual(self) -> Decimal:
        """How far figures of one year differ for this area, in nine of ten years around the period."""
        if len(self._spans) < _ENOUGH_YEARS:
            return self.concept.pooled
        widths = sorted((high - low) / self._scale((low, high)) for low, high in self._spans)
        return widths[ceil(_NINE_IN_TEN * len(widths)) - 1]

    @cached_property
    def _is_from_the_first(self) -> bool:
        """Whether the first figures of the period are here, and not only what they were revised to."""
        return any(figure.vintage <= self.period.last + _FIRST_WITHIN for figure in self.editions)

    def _measure_least(self, span: tuple[Decimal, Decimal]) -> Decimal:
        """How far figures differ at least, in the unit of the figures."""
        place = 0 if self._is_from_the_first else 1
        return max(self.concept.points[place], self.concept.share[place] * max(map(abs, span)))

    def _scale(self, span: tuple[Decimal, Decimal]) -> Decimal:
        """What usual differences are relative to: one point, or the size of the figures."""
        if self.concept.points[0]:
            return Decimal(1)
        ends = [end for pair in self._spans for end in pair]
        usual = sum(map(abs, ends), Decimal(0)) / len(ends) if ends and min(ends) < 0 else Decimal(0)
        return max(*map(abs, span), usual) or Decimal(1)  # a balance near zero differs by many times itself

    def _find_own(self, period: TimePeriod) -> list[PublishedFigure]:
        return keep_same_unit(self._find(self.concept.indicators, period), self.claim)

    def _find(self, indicators: Sequence[str], period: TimePeriod) -> list[PublishedFigure]:
        evidence, areas = self.context.evidence, self.claim.areas
        figures = (one for id in indicators for one in evidence.find_published(id, areas, period))
        return [figure for figure in figures if not figure.is_forecast]


def _keep_fitting(figures: Sequence[PublishedFigure], stated: Interval) -> list[PublishedFigure]:
    return [figure for figure in figures if figure.interval.overlaps(stated)]


def _span(figures: Sequence[PublishedFigure]) -> tuple[Decimal, Decimal]:
    values = [figure.value for figure in figures]
    return min(values), max(values)


def _widen(span: tuple[Decimal, Decimal], by: Decimal) -> Interval:
    return Interval(span[0] - by, span[1] + by)
