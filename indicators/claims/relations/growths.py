"""A level with its growth or a forecast from it, which imply the level of the year before or after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.relations.real_growth import is_real_in
from indicators.language.languages import compile_pattern
from indicators.model.periods import Frequency

_REAL: Final = compile_pattern("real_terms")
_YEARLY: Final = compile_pattern("yearly")
_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)


@dataclass(frozen=True, slots=True)
class LevelGrowth:
    """A level and a growth that belongs to it.

    Attributes:
        level: The level.
        by: Its growth from the year before, or the growth forecast from it.
        is_next: Whether the growth is that of the year after the level.
    """

    level: Claim
    by: Claim
    is_next: bool


def find_growths(context: CheckContext) -> tuple[LevelGrowth, ...]:
    """Find levels with their growth, by indicator, area and period, or else by their words."""
    found: dict[str, LevelGrowth] = {}
    for growth in (*_find_by_indicator(context), *_find_by_words(context)):
        found.setdefault(growth.by.id, growth)
    in_changes = {change.by.id for change in context.changes if change.by is not None and change.in_text}
    return tuple(growth for id, growth in found.items() if id not in in_changes)


def _find_by_indicator(context: CheckContext) -> Iterator[LevelGrowth]:
    levels = [claim for claim in context.claims if claim.kind in _LEVELS and claim.indicator and not claim.restates]
    for by in context.claims:
        indicator = context.find_indicator(by)
        if by.kind is not ClaimKind.GROWTH or indicator is None or not indicator.growth_of or not context.is_named(by):
            continue  # also "residents decry a 40% increase in the price of water"
        for level in levels:
            is_same = level.indicator == indicator.growth_of and level.areas == by.areas
            if is_same and indicator.growth_in in ("", level.unit):
                is_next = _is_of_next_year(context, level, by)
                if is_next is not None:
                    yield LevelGrowth(level, by, is_next)
                    break


def _is_of_next_year(context: CheckContext, level: Claim, by: Claim) -> bool | None:
    """Whether a growth is of the year after a level's; ``None`` if it is of neither that nor the level's own."""
    one, two = context.find_period(level)[0], by.period
    if one is None or two is None:
        return by.is_forecast and not level.is_forecast
    if one == two:
        return False
    is_after = one.frequency is two.frequency is Frequency.ANNUAL and two.year == one.year + 1
    return True if is_after and by.is_forecast else None


def _find_by_words(context: CheckContext) -> Iterator[LevelGrowth]:
    """A growth in the sentence of the only level it can be of, and a forecast in the next sentence."""
    last: tuple[Sentence, Claim] | None = None
    for sentence in context.sentences:
        levels = [claim for claim in sentence.read if claim.kind in _LEVELS and not claim.restates]
        changes = [claim for claim in sentence.read if claim.kind is ClaimKind.GROWTH]
        is_unclear = _YEARLY[sentence.language].search(sentence.plain) or _REAL[sentence.language].search(
            sentence.plain
        )
        if len(levels) == 1 and not is_unclear:
            if not any(is_real_in(sentence, claim, levels) for claim in changes):
                yield from _pair(levels[0], changes)
        elif not levels and last is not None and sentence.follows(last[0]) and not is_unclear:
            forecasts = [claim for claim in changes if claim.is_forecast]
            is_real = any(is_real_in(sentence, claim, (), ahead=last[0].plain) for claim in forecasts)
            if len(forecasts) == 1 and not last[1].is_forecast and not is_real:
                yield LevelGrowth(last[1], forecasts[0], is_next=True)
        if levels:
            last = (sentence, levels[0]) if len(levels) == 1 else None


def _pair(level: Claim, changes: Sequence[Claim]) -> Iterator[LevelGrowth]:
    if level.kind is not ClaimKind.AMOUNT:
        return
    own = [
        claim
        for claim in changes
        if claim.is_forecast == level.is_forecast and (claim.period or level.period) == (level.period or claim.period)
    ]
    ahead = [claim for claim in changes if claim.is_forecast and not level.is_forecast]
    if len(own) == 1:
        yield LevelGrowth(level, own[0], is_next=False)
    if len(ahead) == 1:
        yield LevelGrowth(level, ahead[0], is_next=True)
