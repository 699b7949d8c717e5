"""One member of a series, or an old level, that is a thousand times larger or smaller than the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import LevelChange
from indicators.claims.relations.listed_values import names_number
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.wording import format_claim
from indicators.language.languages import tag_sentence
from indicators.language.lexicon import Role
from indicators.model.formatting import format_quantity

_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_FEWEST: Final = 3
_POWERS: Final = (3, -3, 4, -4, 6, -6)  # 4: 亿 for 万
_ALIKE: Final = Decimal(3)
"""How many times the largest of the other members of a series may be the smallest."""
_FIT: Final = Decimal(2)
_FIT_OF_TWO: Final = Decimal("1.4")
_LONGEST: Final = 20  # years, in which nothing grows a thousandfold


def check_series_scale(context: CheckContext) -> Iterator[Finding]:
    """Find a figure of a series in one sentence that is off by a power of ten, where the others are alike."""
    for sentence in context.sentences:
        levels = [c for c in sentence.read if c.kind in _LEVELS and not c.restates and c.plain_value > 0]
        for _, group in groupby(levels, key=lambda claim: (claim.kind, claim.unit, claim.counted[:4].casefold())):
            members = list(group)
            is_price = members[0].kind is ClaimKind.AMOUNT and len({bool(c.multiplier) for c in members}) > 1
            if (
                len(members) >= _FEWEST
                and not is_price
                and (  # no price beside billions
                    _are_a_series(members) or _has_a_month_for_each(sentence, members) or _are_listed(sentence, members)
                )
            ):
                yield from _check(members)
    for change in context.changes:
        yield from _check_change(context, change)


def _check_change(context: CheckContext, change: LevelChange) -> Iterator[Finding]:
    """An old and a new level a thousand times apart, without a word of it: ``2.31 billion, against 2.28 million``."""
    one, two = change.before, change.after
    is_plain = (
        change.by is None and change.in_text and one.kind in _LEVELS and min(one.plain_value, two.plain_value) > 0
    )
    is_plain = is_plain and not _may_be_long_apart(one, two) and _are_printed_alike(one, two)
    if is_plain and one.multiplier != two.multiplier and one.multiplier and two.multiplier:
        smaller, larger = sorted((one, two), key=lambda claim: claim.plain_value)
        ratio = larger.plain_value / smaller.plain_value
        power = next(
            (power for power in _POWERS if power > 0 and 1 / _FIT_OF_TWO <= ratio.scaleb(-power) <= _FIT_OF_TWO), None
        )
        step = larger.interval - smaller.interval
        others = (
            claim for claim in context.claims if claim.unit == one.unit and claim.plain_value != larger.plain_value
        )
        if power is not None and not any(claim.interval.overlaps(step) for claim in others):
            factor = f"{Decimal(10) ** power:,f}"
            reason = check_messages.LEVELS_APART.format(
                larger=format_claim(larger), smaller=format_claim(smaller), factor=factor
            )
            yield Finding(Verdict.INCONSISTENT, reason, (two.id, one.id), tuple(map(Figure.from_claim, (two, one))))


def _are_printed_alike(one: Claim, two: Claim) -> bool:
    """Whether two numbers have as many decimals, as one with a wrong word of scale has, and a round one may not."""
    return one.value.as_tuple().exponent == two.value.as_tuple().exponent


def _may_be_long_apart(before: Claim, after: Claim) -> bool:
    """Whether a year is given for the earlier level only, or one long before the later: ``from 3 million in 1973``."""
    if before.period is None or "period" in before.inferred:
        return False
    return after.period is None or after.period.year - before.period.year > _LONGEST


def _are_a_series(members: Sequence[Claim]) -> bool:
    """Whether the figures are of different times, one after the other."""
    periods = [member.period for member in members]
    firsts = [period.first for period in periods if period is not None]
    is_in_order = firsts in (sorted(firsts), sorted(firsts, reverse=True))
    is_short = not firsts or max(firsts).year - min(firsts).year <= _LONGEST
    if len({period.frequency for period in periods if period is not None}) > 1:
        return False  # a quarter and two years
    return len(firsts) == len(members) and len(set(firsts)) == len(firsts) and is_in_order and is_short


def _are_listed(sentence: Sentence, members: Sequence[Claim]) -> bool:
    """Whether all that are named, or four or more, stand side by side: ``came to 4.1, 4.4, 4.3 and 4.6 billion``."""
    if not all(member in sentence.claims for member in members):
        return False
    ahead = sentence.words.partition("⟦")[0]
    if len(members) == _FEWEST and not names_number(ahead, len(members), sentence.language):
        return False
    marks = r"[,，、 ]+(?:\w+ )?".join(rf"⟦[A-Z]{sentence.claims.index(member)}⟧" for member in members)
    return re.search(marks, sentence.words) is not None


def _has_a_month_for_each(sentence: Sentence, members: Sequence[Claim]) -> bool:
    """Whether a sentence names as many months or quarters as there are figures, one after the other, without a year."""
    tagged = tag_sentence(sentence.plain, sentence.language)
    found = ([match.value for match in tagged.within(0, len(tagged), role)] for role in (Role.MONTH, Role.ORDINAL))
    return any(
        len(times) == len(members) and all(two == one % 12 + 1 for one, two in pairwise(times)) for times in found
    )


def _check(members: Sequence[Claim]) -> Iterator[Finding]:
    for odd in members:
        others = [member for member in members if member is not odd]
        values = [member.plain_value for member in others]
        low, high = min(values), max(values)
        if high > _ALIKE * low:
            continue
        for power in _POWERS:
            if low / _FIT <= odd.plain_value.scaleb(-power) <= high * _FIT:
                fitting = format_quantity(odd.plain_value.scaleb(-power), odd.unit, digits=4)
                message = check_messages.SERIES_TOO_LARGE if power > 0 else check_messages.SERIES_TOO_SMALL
                reason = message.format(value=format_claim(odd), factor=f"{Decimal(10) ** abs(power):,f}")
                chain = tuple(Figure.from_claim(member) for member in (odd, *others))
                note = messages.SCALE_FITTING.format(value=fitting)
                yield Finding(Verdict.INCONSISTENT, reason, (odd.id, *(o.id for o in others)), chain, note)
                break
