"""Two levels and the stated change between them: in percent, as a multiple, as an amount, up or down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, Direction, is_surely_less
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart, is_cut
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import LevelChange
from indicators.claims.relations.steps import LevelStep, find_steps
from indicators.claims.wording import format_claim, format_level
from indicators.model.observations import Qualifier

_HUNDRED: Final = Interval.exactly(100)
_MANY_TIMES: Final = 4
_FAR_FROM_MULTIPLE: Final = {
    None: (Decimal("0.85"), Decimal("1.15")),
    Qualifier.ABOUT: (Decimal("0.8"), Decimal("1.2")),
    Qualifier.ALMOST: (Decimal("0.75"), Decimal("1.05")),
    Qualifier.MORE_THAN: (Decimal("0.95"), Decimal("1.5")),
}
"""Between which shares of a stated multiple the printed levels have to be, by its qualifier."""


_MOST_TIMES: Final = 8  # where a level that rises falls to an eighth, more is less: a precision, a rank
_LOOSELY: Final[Mapping[Qualifier | None, tuple[Decimal, Decimal]]] = {
    None: (Decimal("0.88"), Decimal("1.15")), Qualifier.ALMOST: (Decimal("0.85"), Decimal("1.02"))
}  # fmt: skip
"""The same for a multiple in one word: *doubled from 60 to 132* is imprecise, but not a contradiction."""


def check_levels_and_growth(context: CheckContext) -> Iterator[Finding]:
    """Compare the change between two levels with the stated one; two percentages are another check's."""
    for change in context.changes:
        by = change.by
        if by is None:
            finding = _compare_direction(change)
        elif by.kind is ClaimKind.POINTS or (change.before.kind in PERCENT_KINDS and by.kind is not ClaimKind.MULTIPLE):
            finding = None
        else:
            stated = _find_stated_percent(change, by)
            finding = _compare_difference(change, by) if stated is None else _compare_percent(change, by, stated)
        if finding is not None and change.allows(finding):
            yield finding
    for sentence in context.sentences:
        yield from (finding for step in find_steps(sentence) if (finding := _compare_step(step)) is not None)


def _compare_step(found: LevelStep) -> Finding | None:
    """The percent change that a step gives with the level it led to: by 8 to 58 is 16%."""
    step, after, by = found.step, found.after, found.by
    sign = -1 if found.fell else 1
    change = step.interval if sign > 0 else -step.interval
    value = after.plain_value - sign * step.plain_value
    implied = derive_figure(
        change.percent_of(after.interval - change), "%", label=messages.LABEL_FROM_LEVELS, signed=True,
        best=sign * step.plain_value / value * 100, made_of=f"{format_claim(step)} / {value:,f}",
    )  # fmt: skip
    stated = -by.interval if found.fell and by.plain_value > 0 else by.interval
    fits = implied.interval is not None and implied.interval.overlaps(stated)
    if not fits and is_cut(abs(step.plain_value / value * 100), by.value):
        return None
    message = messages.STEP_IS if fits else messages.STEP_IS_NOT
    reason = message.format(
        step=format_claim(step), level=format_claim(after), growth=implied.text, stated=format_claim(by)
    )
    chain = (*map(Figure.from_claim, (step, after)), Figure.from_claim(by, messages.LABEL_STATED_CHANGE), implied)
    return Finding(Verdict.judge(fits=fits), reason, (by.id, after.id, step.id), chain)


def _find_stated_percent(change: LevelChange, by: Claim) -> Interval | None:
    """The stated change in percent; without a sign it has the direction of the words before the levels."""
    if by.kind not in PERCENT_KINDS or by.unit == "ratio":
        return by.change
    has_fallen = Direction.FALL in (by.direction, change.direction) and by.value > 0
    return -by.interval if has_fallen else by.interval


def _compare_percent(change: LevelChange, by: Claim, stated: Interval) -> Finding | None:
    implied = change.calculate_percent(messages.LABEL_FROM_LEVELS)
    if implied is None or implied.interval is None:
        return None
    if not implied.interval.overlaps(stated) and _is_of_other_levels(change, by, stated):
        return None
    verdict, message, note, growth = Verdict.INCONSISTENT, messages.LEVELS_GIVE_NOT, "", implied.text
    if _is_other_multiple(change, by):
        growth = growth.partition(" (")[0]  # of the levels as printed, whatever they were rounded from
    elif implied.interval.overlaps(stated):
        verdict, message = Verdict.CONSISTENT, messages.LEVELS_GIVE
    elif _is_cut(change, by, stated):
        verdict, message = Verdict.EXPLAINED, messages.LEVELS_GIVE_CUT
    elif (by.in_a_word and _fits_multiple(change, by, _LOOSELY)) or _is_rounded(change, by, implied.interval):
        verdict, message = Verdict.EXPLAINED, messages.LEVELS_GIVE_ABOUT
    elif change.is_real:
        verdict, message = Verdict.UNCHECKED, messages.GROWTH_IS_REAL
    elif _agrees_in_thousands(implied.interval, stated):
        note = messages.SCALE_WOULD_AGREE
    elif not change.in_text:
        note = messages.BASE_REVISED
    growth = _calculate_multiple(change, by) or growth
    reason = message.format(**_format_levels(change), growth=growth, stated=format_claim(by))
    return Finding(verdict, reason, change.ids, (*change.chain, implied), note)


def _calculate_multiple(change: LevelChange, by: Claim) -> str:
    """How many times the earlier level the later one is, beside a multiple of a rise; otherwise empty."""
    if by.kind is not ClaimKind.MULTIPLE or by.direction is Direction.FALL or change.best_percent <= 0:
        return ""
    multiple = Interval.exactly(change.after.plain_value / change.before.plain_value)
    return messages.MULTIPLE_RISE.format(number=derive_figure(multiple, "ratio", label="", digits=3).text)


def _is_cut(change: LevelChange, by: Claim, stated: Interval) -> bool:
    """Whether a change was cut to the printed decimals instead of rounded: 25% for 25.54%, 1.7 times for 1.76."""
    best, levels = change.best_percent, (change.before.plain_value, change.after.plain_value)
    if stated.middle is None or stated.middle * best <= 0 or min(levels) <= 0:
        return False
    if by.kind is ClaimKind.MULTIPLE:
        return by.value != int(by.value) and is_cut(max(levels) / min(levels), by.value)
    return by.kind is ClaimKind.GROWTH and is_cut(best, by.value)


def _is_rounded(change: LevelChange, by: Claim, implied: Interval) -> bool:
    """Whether a change fits levels of which one is a bound, when rounded: *down 70%, from 3.2 to over a million*."""
    is_vague = change.before.qualifier is not None or change.after.qualifier is not None
    about = Interval.from_printed(by.value, qualifier=Qualifier.ABOUT)
    return is_vague and by.kind is ClaimKind.GROWTH and any(implied.overlaps(one) for one in (about, -about))


def _is_of_other_levels(change: LevelChange, by: Claim, stated: Interval) -> bool:
    """Whether a change is hardly that of these levels, or is that of the second: *3.4, against it 1.1, a third*."""
    if stated.middle is not None and are_worlds_apart(change.best_percent + 100, stated.middle + 100):
        return True
    is_more = by.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) and stated.middle is not None
    if is_more and stated.middle is not None and change.best_percent > stated.middle > 0:
        return True  # "more than quadrupled", of 5.2 times as much
    if by.unit == "ratio" and by.value >= _MANY_TIMES and not by.in_a_word and change.best_percent > 0:
        times = change.after.interval / change.before.interval
        if times.overlaps(by.interval) or times.overlaps(by.interval + Interval.exactly(1)):
            return True  # "up 44 times" may mean to 44 times the old level, or by as much
    starts = [claim.place.start or 0 for claim in (change.before, by) if claim.place is not None]
    is_behind = len(starts) == 2 and starts[0] < starts[1]
    is_swapped = change.before.interval.percent_change_from(change.after.interval).overlaps(stated)
    is_ratio = change.before.kind in PERCENT_KINDS  # which halves when it "improves twofold"
    return by.kind is ClaimKind.MULTIPLE and is_swapped and (is_behind or is_ratio)


def _is_other_multiple(change: LevelChange, by: Claim) -> bool:
    """Whether the printed levels give another multiple than the stated one: *doubled to 5 from 3*, whatever rounding.

    A whole multiple is what a writer works out from the printed levels, so that it fits them well or is wrong.
    """
    is_plain = not any(level.qualifier or level.lower is not None for level in (change.before, change.after))
    return is_plain and _fits_multiple(change, by) is False


def _fits_multiple(
    change: LevelChange, by: Claim, bounds: Mapping[Qualifier | None, tuple[Decimal, Decimal]] = _FAR_FROM_MULTIPLE
) -> bool | None:
    """Whether the printed levels are close to the stated multiple; ``None`` if it is not a whole number."""
    below, above = bounds.get(by.qualifier, (None, None))
    is_added = by.kind is ClaimKind.GROWTH and by.direction is Direction.RISE  # 增长一倍, to twice as much
    is_whole = by.unit == "ratio" and by.change is not None and by.value == int(by.value)
    is_whole = is_whole and (is_added or by.kind is ClaimKind.MULTIPLE)
    if not is_whole or not change.in_text or below is None or above is None or not change.after.plain_value:
        return None
    multiple = change.after.plain_value / change.before.plain_value
    multiple = 1 / multiple if by.direction is Direction.FALL else multiple
    return below * (by.value + is_added) <= multiple <= above * (by.value + is_added)


def _agrees_in_thousands(implied: Interval, stated: Interval) -> bool:
    factors = (Interval.exactly(1000), Interval.exactly(Decimal("0.001")))
    return any(((implied + _HUNDRED) * factor - _HUNDRED).overlaps(stated) for factor in factors)


def _compare_difference(change: LevelChange, by: Claim) -> Finding | None:
    """A change stated in the unit of the levels: from 50 to 70 billion, up 20 billion."""
    if by.unit != change.before.unit and not by.kind is change.before.kind is ClaimKind.COUNT:
        return None
    difference = change.calculate_difference(by.unit)
    fits = difference.interval is not None and any(
        interval.overlaps(by.interval) for interval in (difference.interval, -difference.interval)
    )
    fits = fits and not change.goes_other_way
    if not fits and are_worlds_apart(change.after.plain_value - change.before.plain_value, by.plain_value):
        return None
    message = messages.LEVELS_DIFFER if fits else messages.LEVELS_DIFFER_NOT
    reason = message.format(**_format_levels(change), difference=difference.text, stated=format_claim(by))
    return Finding(Verdict.judge(fits=fits), reason, change.ids, (*change.chain, difference))


def _compare_direction(change: LevelChange) -> Finding | None:
    """A stated fall from less to more, or a stated rise from more to less."""
    if change.direction is None or not change.in_text or min(change.before.plain_value, change.after.plain_value) < 0:
        return None  # a fall of GDP that slows goes up, from -3.7% to -0.5%
    is_fall = change.direction is Direction.FALL
    less, more = (change.before, change.after) if is_fall else (change.after, change.before)
    if not is_surely_less(less, more) or more.plain_value > _MOST_TIMES * less.plain_value:
        return None  # "earned 108 million or 25 cents a share, up from 81 million"
    message = messages.NOT_A_FALL if is_fall else messages.NOT_A_RISE
    reason = message.format(**_format_levels(change))
    return Finding(Verdict.INCONSISTENT, reason, change.ids, change.chain, is_by_place=True)


def _format_levels(change: LevelChange) -> dict[str, str]:
    return {"before": format_level(change.before), "after": format_level(change.after)}
