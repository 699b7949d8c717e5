"""A level and the growth said of it or forecast from it, from which the year before and the year after follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.change_words import REAL, YEARLY
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.relations.real_growth import is_real_in
from indicators.model.periods import Frequency

__all__ = ["LevelGrowth", "find_growths"]

_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)


@dataclass(frozen=True, slots=True)
class LevelGrowth:
    """A level and a growth that belongs to it.

    Attributes:
        level: The level.
        by: Its growth on the year before, or the growth forecast from it.
        is_next: Whether the growth is that of the year after the level.
    """

    level: Claim
    by: Claim
    is_next: bool


def find_growths(case: CheckContext) -> tuple[LevelGrowth, ...]:
    """The levels with their growths: by indicator, area and period where these are known, else by the words."""
    found: dict[str, LevelGrowth] = {}
    for growth in (*_by_indicator(case), *_by_words(case)):
        found.setdefault(growth.by.id, growth)
    told = {change.by.id for change in case.changes if change.by is not None and change.in_text}
    return tuple(growth for id, growth in found.items() if id not in told)


def _by_indicator(case: CheckContext) -> Iterator[LevelGrowth]:
    levels = [claim for claim in case.claims if claim.kind in _LEVELS and claim.indicator and not claim.restates]
    for by in case.claims:
        meant = case.indicator(by)
        if by.kind is not ClaimKind.GROWTH or meant is None or not meant.growth_of:
            continue
        same = [level for level in levels if level.indicator == meant.growth_of and level.areas == by.areas]
        same = [level for level in same if meant.growth_in in ("", level.unit)]
        for level in same:
            if (when := _when(case, level, by)) is not None:
                yield LevelGrowth(level, by, when)
                break


def _when(case: CheckContext, level: Claim, by: Claim) -> bool | None:
    """Whether a growth is of the year after a level's; ``None`` when it is of neither that nor the level's own."""
    one, two = case.period_of(level)[0], by.period
    if two is None:
        return by.is_forecast and not level.is_forecast
    if one is None:
        return by.is_forecast and not level.is_forecast
    if one == two:
        return False
    is_after = one.frequency is two.frequency is Frequency.ANNUAL and two.year == one.year + 1
    return True if is_after and by.is_forecast else None


def _by_words(case: CheckContext) -> Iterator[LevelGrowth]:
    """A growth in the sentence of the one level it can be of, and a forecast in the sentence after it."""
    last: tuple[Sentence, Claim] | None = None
    for sentence in case.sentences:
        levels = [claim for claim in sentence.read if claim.kind in _LEVELS and not claim.restates]
        changes = [claim for claim in sentence.read if claim.kind is ClaimKind.GROWTH]
        unclear = YEARLY.search(sentence.plain) or REAL.search(sentence.plain)
        if len(levels) == 1 and not unclear:
            nominal = [claim for claim in changes if not is_real_in(sentence, claim, levels)]
            yield from _of_one(levels[0], nominal if len(nominal) == len(changes) else ())
        elif not levels and last is not None and _follows(last[0], sentence) and not unclear:
            forecasts = [claim for claim in changes if claim.is_forecast]
            real = any(is_real_in(sentence, claim, (), ahead=last[0].plain) for claim in forecasts)
            if len(forecasts) == 1 and not last[1].is_forecast and not real:
                yield LevelGrowth(last[1], forecasts[0], is_next=True)
        if levels:
            last = (sentence, levels[0]) if len(levels) == 1 else None


def _of_one(level: Claim, changes: Sequence[Claim]) -> Iterator[LevelGrowth]:
    past = [claim for claim in changes if claim.is_forecast == level.is_forecast and not _of_another_time(claim, level)]
    ahead = [claim for claim in changes if claim.is_forecast and not level.is_forecast]
    if len(past) == 1 and level.kind is ClaimKind.AMOUNT:
        yield LevelGrowth(level, past[0], is_next=False)
    if len(ahead) == 1 and level.kind is ClaimKind.AMOUNT:
        yield LevelGrowth(level, ahead[0], is_next=True)


def _of_another_time(by: Claim, level: Claim) -> bool:
    return None not in (by.period, level.period) and by.period != level.period


def _follows(one: Sentence, two: Sentence) -> bool:
    return one.paragraph == two.paragraph and two.number - one.number == 1
