"""A surplus or deficit compared with its two sides: exports less imports, revenue less spending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.relations.change_words import BY_STEP
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import MARK, Sentence
from indicators.claims.relations.totals import find_totals
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern

_SIDES: Final = (
    "trade_turnover", "exports_side", "imports_side", "revenue_side", "spending_side", "surplus", "deficit", "balance"
)  # fmt: skip
_LABEL: Final = PerLanguage(
    lambda known: re.compile("|".join(f"(?P<{name}>{known.alternatives(name)})" for name in _SIDES), re.IGNORECASE)
)
_OTHER_BALANCE: Final = compile_pattern("other_balance")
_BEHIND: Final = PerLanguage(
    lambda known: re.compile(
        rf"\s?(?:{known.alternatives('of')})?\s?(?:(?!(?:{known.any_word('and_')}))[^\W\d]{{2,6}} )?"  # *were*
        rf"(?:{_LABEL[known.own.code].pattern})",
        re.IGNORECASE,
    )
)
_EXCEEDS: Final = compile_pattern("exceeds")
_OLD: Final = PerLanguage(lambda known: known.words.compared_level | known.words.from_level)
_MOVED: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('up')}|{known.alternatives('down')}) ?(?:{known.any_word('by_step')}) $",
        re.IGNORECASE,
    )
)
_SUM: Final = ("trade_turnover",)
_PAIRS: Final = (("exports_side", "imports_side"), ("revenue_side", "spending_side"))
_SHORT: Final = 14  # characters between a growth and the level it led to


class _Sides(NamedTuple):
    """The two sides and their balance, of which a deficit is the second side less the first, or their sum."""

    more: Claim
    less: Claim
    balance: Claim
    is_sum: bool = False


def check_balances(context: CheckContext) -> Iterator[Finding]:
    """Compare a stated balance with the difference of its sides."""
    for number, sentence in enumerate(context.sentences):
        labelled = _label_sides(sentence)
        found = _find_sides(labelled)
        before = context.sentences[number - 1] if number else None
        if found is None and len(labelled) == 2 and before is not None and sentence.follows(before):
            sides = _label_sides(before)
            found = _find_sides(
                {one: claim for one, claim in sides.items() if one in _SUM or len(sides) == 1} | labelled
            )
        later = context.sentences[number + 1] if number + 1 < len(context.sentences) else None
        if found is None and len(labelled) == 2 and later is not None and later.follows(sentence):
            found = _find_sides(labelled | dict([*_label_sides(later).items()][:1]))
        if found is not None and not (found.is_sum and find_totals(sentence, before)):  # which are added up elsewhere
            yield _compare(found)


def _label_sides(sentence: Sentence) -> dict[str, Claim]:
    """The amounts of a sentence by what they are; none where one is given twice or is something else."""
    if not _LABEL[sentence.language].search(sentence.words) or _OTHER_BALANCE[sentence.language].search(sentence.words):
        return {}
    labelled: dict[str, Claim] = {}
    for label, claim in _label_amounts(sentence):
        if label in labelled or not label:
            return {}
        labelled[label] = claim
    return labelled


def _find_sides(labelled: dict[str, Claim]) -> _Sides | None:
    """The sides of a balance, if each is given once and no other amount is."""
    way = next((name for name in ("surplus", "deficit", "balance", "trade_turnover") if name in labelled), "")
    pair = next((pair for pair in _PAIRS if set(pair) <= labelled.keys()), None)
    if pair is None or not way or len(labelled) != 3:
        return None
    one, two, balance = labelled[pair[0]], labelled[pair[1]], labelled[way]
    if way == "deficit" or (way == "balance" and two.plain_value > one.plain_value):
        one, two = two, one
    claims = (one, two, balance)
    units, areas = {claim.unit for claim in claims}, {claim.areas for claim in claims if claim.areas}
    periods = {claim.period for claim in claims if claim.period is not None and "period" not in claim.inferred}
    is_ahead = balance.is_forecast and not (one.is_forecast or two.is_forecast)  # of a later time than its sides
    times = [side.period for side in (one, two) if side.period is not None]
    is_of_part = any(balance.period != time and balance.period in time for time in times if balance.period is not None)
    is_one_thing = len(units) == 1 and len(areas) < 2 and len(periods) < 2 and not (is_ahead or is_of_part)
    return _Sides(one, two, balance, way == "trade_turnover") if is_one_thing else None


def _label_amounts(sentence: Sentence) -> Iterator[tuple[str, Claim]]:
    """The amounts of a sentence with what they are: by the last word before each, or else the first behind."""
    label_ahead, label_behind = _LABEL[sentence.language], _BEHIND[sentence.language]
    before, end, last = "", 0, ""
    for mark in MARK.finditer(sentence.words):
        gap = sentence.words[end : mark.start()]
        named = [match.lastgroup or "" for match in label_ahead.finditer(gap)]
        word = "".join(gap.casefold().split()[-1:])
        if named:
            label = named[-1]
        elif word in BY_STEP[sentence.language] and _EXCEEDS[sentence.language].search(last):
            label = "balance"  # "imports of 58 billion exceeded exports of 41 billion by 17 billion"
        elif behind := label_behind.match(sentence.words, mark.end()):
            label = behind.lastgroup or ""
        else:
            label = before if len(gap) <= _SHORT and end else ""
        if named and _MOVED[sentence.language].search(gap):
            label = ""  # "revenue will fall by 8 and spending rise by 4"
        claim = sentence.claims[int(mark["number"])]
        is_old = not named and word in _OLD[sentence.language]  # "up from 217 billion"
        if claim.kind is ClaimKind.AMOUNT and not claim.restates and not (is_old and end):
            yield label, claim
        before, end, last = ("" if mark["letter"] == "M" else label), mark.end(), gap


def _compare(sides: _Sides) -> Finding:
    more, less, balance, is_sum = sides
    sign = "+" if is_sum else "−"
    implied = derive_figure(
        more.interval + (less.interval if is_sum else -less.interval), balance.unit,
        label=messages.LABEL_SUM_OF_PARTS if is_sum else messages.LABEL_DIFFERENCE,
        best=more.plain_value + (less.plain_value if is_sum else -less.plain_value),
        made_of=f"{format_claim(more)} {sign} {format_claim(less)}",
    )  # fmt: skip
    stated = -balance.interval if balance.plain_value < 0 else balance.interval
    fits = implied.interval is not None and implied.interval.overlaps(stated)
    message = check_messages.BALANCE_IS if fits else check_messages.BALANCE_IS_NOT
    if is_sum:
        message = check_messages.TURNOVER_IS if fits else check_messages.TURNOVER_IS_NOT
    label = messages.LABEL_TOTAL if is_sum else check_messages.LABEL_BALANCE
    chain = (*map(Figure.from_claim, (more, less)), Figure.from_claim(balance, label), implied)
    reason = message.format(
        more=format_claim(more), less=format_claim(less), difference=implied.text, stated=format_claim(balance)
    )
    return Finding(Verdict.judge(fits=fits), reason, (balance.id, more.id, less.id), chain, is_by_place=True)
