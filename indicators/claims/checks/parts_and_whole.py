"""Whether parts stay within their whole, and whether a part is the stated share of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind, is_exact_count, print_alike
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart, is_cut
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import Sentence, resolve_claim_id
from indicators.claims.relations.part_lists import Total
from indicators.claims.relations.parts_and_wholes import PartOfWhole, find_parts
from indicators.claims.relations.parts_of_previous import find_parts_of_previous, find_rest_of_share
from indicators.claims.relations.shares import Shares, begins_with_rest, find_shares
from indicators.claims.relations.totals import find_totals
from indicators.claims.wording import format_claim
from indicators.model.observations import Qualifier

_FEWEST_ALIKE: Final = 2
_FAR_ABOVE: Final = 2
_SAME: Final = Decimal("0.02")  # how far a sum given twice is rounded
_LEAST_TOGETHER, _MOST_TOGETHER = 70, 150  # percent
_WHOLE: Final = Decimal(100)


def check_parts_and_whole(context: CheckContext) -> Iterator[Finding]:
    """Compare parts with their whole, their total and 100%."""
    for number, sentence in enumerate(context.sentences):
        totals = find_totals(sentence, context.sentences[number - 1] if number else None)
        checked = [(total, _check_total(total)) for total in totals]
        yield from (found for total, found in checked if total.is_sure or found.verdict is Verdict.CONSISTENT)
        in_totals = {part.id for total in totals for part in total.parts}
        parts = list(find_parts(sentence))
        if not parts and number:
            parts = list(find_parts_of_previous(context.sentences[number - 1], sentence))
        parts += find_rest_of_share(context.sentences[number - 1] if number else None, sentence)
        for part in parts:
            if part.share is not None or part.part.id not in in_totals:
                yield from _check_part(part)
        shares = list(find_shares(sentence)) or list(_find_rest_of_shares(context, number))
        earlier = context.sentences[max(0, number - 2) : number]
        yield from (_check_shares(found) for found in shares if _may_be_of_one_whole(found, earlier))


def _find_rest_of_shares(context: CheckContext, number: int) -> Iterator[Shares]:
    """Shares of the sentence before and the rest of them: ``The rest, 19%, is traded freely``."""
    before, sentence = context.sentences[number - 1], context.sentences[number]
    if number and sentence.follows(before) and begins_with_rest(sentence):
        yield from find_shares(before.join(sentence))


def _check_part(found: PartOfWhole) -> Iterator[Finding]:
    part, whole = _widen_count(found.part), _widen_count(found.whole)
    ids = (found.part.id, found.whole.id)
    chain = (Figure.from_claim(found.part, messages.LABEL_PART), Figure.from_claim(found.whole, messages.LABEL_WHOLE))
    texts = _format_pair(found.part, found.whole)
    if found.share is None:
        is_open = found.whole.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)  # perhaps of each of several
        is_far = found.part.plain_value > _FAR_ABOVE * found.whole.plain_value  # hardly a number of the same things
        is_open = is_open or ("unit" in found.part.inferred and is_far)
        is_open = is_open or found.whole.plain_value <= 0  # a dash read as a minus
        is_open = is_open or found.whole.lower is not None  # "1 to 2 billion, including power, out of its 25 billion"
        is_open = is_open or any(other.plain_value >= found.part.plain_value for other in found.others)
        is_larger = not is_open and whole.high is not None and part.low is not None and part.low > whole.high
        if is_larger and _have_same_noun(found.part, found.whole):
            reason = messages.PART_TOO_LARGE.format(part=texts[0], whole=texts[1])
            yield Finding(Verdict.INCONSISTENT, reason, ids, chain, is_by_place=True)
        return
    if whole.low is None or whole.low <= 0 or found.whole.plain_value <= 0:
        return
    share = derive_figure(
        part.percent_of(whole), "%", label=messages.LABEL_PART_OF_WHOLE, made_of=" / ".join(texts),
        best=found.part.plain_value / found.whole.plain_value * 100,
    )  # fmt: skip
    fits = share.interval is not None and share.interval.overlaps(found.share.interval)
    is_bare = not resolve_claim_id(found.part.id) and found.whole.multiplier  # "1.65 billion, or 738+ million"
    is_larger = found.part.plain_value > found.whole.plain_value
    is_again = abs(found.part.plain_value / found.whole.plain_value - 1) < _SAME
    if not fits and (is_bare or is_again or is_larger is not (found.share.plain_value > 100)):
        return  # a part is smaller than its whole, and not the same sum again
    others = [(found.part, other) for other in found.others] + [(other, found.whole) for other in found.others]
    if not fits and any(_is_share_of(one, two, found.share) for one, two in others):
        return  # it is a part of something else, or something else is that part: "to 1.9 from 2.1, or 6.6% of 28.5"
    if not fits and is_cut(found.part.plain_value / found.whole.plain_value * 100, found.share.value):
        return  # 92% for 92.55%
    if not fits and are_worlds_apart(found.part.plain_value / found.whole.plain_value * 100, found.share.plain_value):
        return
    message = messages.PART_IS if fits else messages.PART_IS_NOT
    stated = [Figure.from_claim(found.left_by or found.share, messages.LABEL_STATED_SHARE)]
    if found.left_by is not None:
        stated.append(Figure(format_claim(found.share), messages.LABEL_SHARE_LEFT, found.share.interval, "%"))
    reason = message.format(part=texts[0], whole=texts[1], share=share.text, stated=format_claim(found.share))
    yield Finding(Verdict.judge(fits=fits), reason, (found.share.id, *ids), (*chain, *stated, share))


def _is_share_of(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether a part is a share of another whole, be it cut to its decimals."""
    if _widen_count(part).percent_of(_widen_count(whole)).overlaps(share.interval):
        return True
    return whole.plain_value > 0 and is_cut(part.plain_value / whole.plain_value * 100, share.value)


def _have_same_noun(part: Claim, whole: Claim) -> bool:
    """Whether two counts are of the same thing, as amounts of one unit are; children are people."""
    is_bare = not resolve_claim_id(part.id)  # "of the 40 schools 55 closed"
    if part.kind is not ClaimKind.COUNT or is_bare or (part.unit == whole.unit != "units"):
        return True
    return part.counted[:4].casefold() == whole.counted[:4].casefold()


def _widen_count(claim: Claim) -> Interval:
    """Widen a count: a round one of at least 1,000 may have been rounded, by at most a fortieth."""
    value = claim.plain_value
    if claim.kind is not ClaimKind.COUNT or claim.qualifier or claim.multiplier or claim.lower is not None:
        return claim.interval
    zeros = int(value.normalize().as_tuple().exponent) if value >= 1000 else 0
    if zeros < 2:
        return claim.interval
    by = min(Decimal(10) ** zeros / 2, value / 40)
    return Interval(value - by, value + by).span(claim.interval)


def _check_total(found: Total) -> Finding:
    total = _widen_count(found.total)
    figure = _add_up(print_alike(found.parts, fewest=_FEWEST_ALIKE), found.total.unit, messages.LABEL_SUM_OF_PARTS)
    together = figure.interval or Interval()
    is_over = together.low is not None and total.high is not None and together.low >= total.high
    fits = not is_over and (not found.is_whole or _share_more_than_an_end(together, total))
    message = messages.PARTS_ADD_UP if fits else messages.PARTS_ADD_UP_NOT
    figures = (*(Figure.from_claim(part, messages.LABEL_PART) for part in found.parts),
               Figure.from_claim(found.total, messages.LABEL_TOTAL), figure)  # fmt: skip
    return Finding(
        Verdict.judge(fits=fits),
        message.format(sum=figure.text, total=format_claim(found.total)),
        (found.total.id, *(part.id for part in found.parts)), figures,
        is_by_place=found.is_by_place or not found.is_whole,
    )  # fmt: skip


def _format_pair(part: Claim, whole: Claim) -> tuple[str, str]:
    """Both figures as texts, with a noun that they share only once: *300* out of *1,200 companies*."""
    texts = format_claim(part), format_claim(whole)
    (number, _, noun), (_, _, other) = (text.partition(" ") for text in texts)
    return (number if noun == other and part.kind is ClaimKind.COUNT else texts[0]), texts[1]


def _share_more_than_an_end(one: Interval, two: Interval) -> bool:
    """Whether two intervals share more than one end, at which every part would be rounded as far as possible."""
    common = one.intersect(two)
    return common is not None and (common.low is None or common.low != common.high)


def _may_be_of_one_whole(found: Shares, earlier: Sequence[Sentence]) -> bool:
    """Whether the shares can divide one whole; far above 100%, or far below it, they can't.

    Nor if those of a sentence before make up what is missing: ``2% are at the top and 8% at the bottom. … 90%``.
    """
    together = sum(share.plain_value for share in found.shares)
    own = {share.id for share in found.shares}
    for sentence in earlier if together < _WHOLE and found.is_whole else ():
        others = [one for one in sentence.read if one.kind is ClaimKind.SHARE and one.id not in own]
        if others and _WHOLE in reduce(add, (one.interval for one in (*found.shares, *others))):
            return False
    return (_LEAST_TOGETHER if found.is_whole else 0) < together < _MOST_TOGETHER


def _check_shares(found: Shares) -> Finding:
    figure = _add_up(found.shares, "%", messages.LABEL_SUM_OF_SHARES)
    together = figure.interval or Interval()
    is_over = together.low is not None and together.low > _WHOLE
    fits = not is_over and (not found.is_whole or _WHOLE in together)
    message = messages.SHARES_ADD_UP if fits else messages.SHARES_ADD_UP_NOT
    figures = (*(Figure.from_claim(share, messages.LABEL_SHARE) for share in found.shares), figure)
    return Finding(
        Verdict.judge(fits=fits), message.format(sum=figure.text), tuple(share.id for share in found.shares), figures,
        is_by_place=not found.is_whole,
    )  # fmt: skip


def _add_up(claims: Sequence[Claim], unit: str, label: str) -> Figure:
    best = sum((claim.plain_value for claim in claims), Decimal(0))
    made_of = " + ".join(map(format_claim, claims))
    return derive_figure(
        reduce(add, map(_widen_count, claims)), unit, label=label, made_of=made_of, best=best,
        is_exact=all(map(is_exact_count, claims)),
    )  # fmt: skip
