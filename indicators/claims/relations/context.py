"""What a check has before it: the claims of one text, what ties them together, and what is known beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Reading
from indicators.claims.evidence.store_evidence import Evidence, PublishedFigure
from indicators.claims.findings import Finding
from indicators.claims.relations.changes import LevelChange, find_changes, find_indicator_changes
from indicators.claims.relations.marked_sentences import Sentence, mark_sentences
from indicators.language.languages import compile_pattern, join_words
from indicators.language.tokens import normalize
from indicators.model.observations import Indicator
from indicators.model.periods import Frequency, TimePeriod

__all__ = ["Check", "CheckContext", "shift_year"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, its rule in a sentence, and what applies it.

    Attributes:
        name: A few words.
        rule: What it holds against what, and when it says what.
        judge: Gives its findings.
    """

    name: str
    rule: str
    judge: Callable[[CheckContext], Iterable[Finding]] = field(repr=False)


@dataclass(frozen=True)
class CheckContext:
    """The claims of one text and what is known beside them.

    Attributes:
        reading: What was read.
        known: What the store knows.
    """

    reading: Reading
    known: Evidence

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""
        return self.reading.claims

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have figures."""
        return mark_sentences(self.reading)

    @cached_property
    def changes(self) -> tuple[LevelChange, ...]:
        """The changes that words or indicators tie together; of two with the same levels, the one of the words."""
        found: dict[tuple[str, str], LevelChange] = {}
        for change in (*find_changes(self.sentences), *find_indicator_changes(self.claims, self.known.catalogue)):
            found.setdefault((change.before.id, change.after.id), change)
        return tuple(found.values())

    @cached_property
    def earlier(self) -> frozenset[str]:
        """Ids of the levels that are said to be of before, of a time that the text may not name."""
        return frozenset(change.before.id for change in self.changes if change.before.period == change.after.period)

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    def indicator(self, claim: Claim) -> Indicator | None:
        """The indicator a claim is a figure of, when one is meant and the catalogue has it."""
        return self._indicators.get(claim.indicator or "")

    def is_named(self, claim: Claim) -> bool:
        """Whether the words that say what is measured name the indicator and nothing narrower: online sales, of drugs.

        A stored claim has no need to.
        """
        meant = self.indicator(claim)
        if meant is None or claim.origin:
            return meant is not None
        if _PART_IN_HAN.search(claim.subject):
            return False
        said = _stems(claim.subject or claim.denominator or "")  # "80% of transactions" says no more than its whole
        names = (meant.name, *meant.aliases)
        if meant.growth_of and (level := self._indicators.get(meant.growth_of)):
            names += (level.name, *level.aliases)  # "sales grew" is said of the growth of sales
        elif level := self._grown(meant, claim):
            names += (level.name, *level.aliases)
        places = {place[:4] for code in claim.areas for place in self._names_of(code)}
        rest = {word for word in said if word[:4] not in places and word not in _GENERAL and not _HAN.match(word)}
        return any(stems and stems <= said and rest <= stems for stems in map(_stems, names))

    def _grown(self, meant: Indicator, claim: Claim) -> Indicator | None:
        """What real growth is that of, where a verb tells it of one year: "GDP grew 3.6% in 2023"."""
        level = self._indicators.get(meant.id.removesuffix("-weo").removesuffix("-growth"))
        if level is None or level is meant or claim.kind is not ClaimKind.GROWTH or claim.direction is None:
            return None
        if not {"period", "areas"}.isdisjoint(claim.inferred):
            return None
        words = next((sentence.plain for sentence in self.sentences if claim in sentence.claims), "")
        years = set(_YEAR.findall(words))
        if len(years) > 1 or _NOT_OF_ONE_YEAR.search(words) or self._is_narrower_in_han(level, claim):
            return None
        return level

    def _is_narrower_in_han(self, level: Indicator, claim: Claim) -> bool:
        """Whether Chinese words stand beside the name of what has grown, those of time and place aside: 服务业GDP."""
        areas = [self.known.catalogue.areas.by_code.get(code) for code in claim.areas]
        names = [name for area in areas if area is not None for name in (area.name, *area.aliases)]
        rest = claim.subject
        for name in sorted((*names, level.name, *level.aliases), key=len, reverse=True):
            rest = rest.replace(name, "")
        return _HAN.search(_TIME_IN_HAN.sub("", rest)) is not None

    def _names_of(self, code: str) -> frozenset[str]:
        area = self.known.catalogue.areas.by_code.get(code)
        return frozenset() if area is None else _stems(" ".join((area.name, *area.aliases)))

    def growths_of(self, level: Indicator) -> tuple[Indicator, ...]:
        """The indicators of growth whose levels an indicator's figures are."""
        return tuple(indicator for indicator in self._indicators.values() if indicator.growth_of == level.id)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.known.catalogue.indicators}

    def same_elsewhere(self, claim: Claim) -> PublishedFigure | None:
        """The same figure of the same thing as another has it, of a year that the text does not name."""
        if self.indicator(claim) is None or not claim.areas:
            return None
        same = [
            figure
            for figure in self.known.published(claim.indicator or "", claim.areas)
            if figure.unit == claim.unit and figure.value == claim.plain_value and not figure.is_forecast
        ]
        day = self.day_of(claim)
        return max(
            (figure for figure in same if day is None or figure.period.first <= day),
            key=lambda figure: figure.period,
            default=None,
        )

    def day_of(self, claim: Claim) -> date | None:
        """The day on which a claim was printed: that of the text, or of the origin of a stored claim."""
        origin = self.known.origin(claim.origin) if claim.origin else None
        if origin is None or len(origin.date_published) != len("2025-09-29"):
            return self.reading.document.published
        return date.fromisoformat(origin.date_published)

    def period_of(self, claim: Claim) -> tuple[TimePeriod | None, str]:
        """The period a claim is about, and how that is known: the text's own, another's figure, or nothing."""
        if claim.period is not None:
            return (
                claim.period,
                "The year is not said; it is inferred from the words around." if "period" in claim.inferred else "",
            )
        if claim.restates and claim.restates in self.by_id:
            return self.period_of(self.by_id[claim.restates])
        if same := self.same_elsewhere(claim):
            return same.period, f"The text names no year; {same.by_edition} has this figure for {same.period.label}."
        return None, ""

    def look_up(self) -> None:
        """Read all that the claims' indicators need from the store in one go."""
        wanted: dict[tuple[str, tuple[str, ...]], None] = {}
        for claim in self.claims:
            meant = self.indicator(claim)
            if meant is None or not claim.areas:
                continue
            ids = [meant.id, *meant.compare_with, *([meant.growth_of] if meant.growth_of else [])]
            ids += [growth.id for growth in self.growths_of(meant)]
            ids += ["gdp"] if claim.kind is ClaimKind.AMOUNT else []
            wanted |= dict.fromkeys((id, claim.areas) for id in ids)
        self.known.look_up(wanted)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words; of Chinese, every two characters that stand together."""
    plain = normalize(text).casefold()
    words = re.findall(r"[^\W\d_\u4e00-\u9fff]{2,}", plain)
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", plain)
    return frozenset([word[:5] for word in words] + [run[n : n + 2] for run in runs for n in range(len(run) - 1)])


_TIME_IN_HAN: Final = compile_pattern("time_in_subject")
_PART_IN_HAN: Final = compile_pattern("narrower_subject")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOT_OF_ONE_YEAR: Final = compile_pattern("not_of_one_year")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_GENERAL: Final = _stems(" ".join(join_words("general")))


def shift_year(period: TimePeriod, years: int) -> TimePeriod | None:
    """The same year some years later or earlier; ``None`` for a period that is no year.

    >>> shift_year(TimePeriod.of_year(2024), -1)
    TimePeriod('2023')
    """
    return TimePeriod.of_year(period.year + years) if period.frequency is Frequency.ANNUAL else None
