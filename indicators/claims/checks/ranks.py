"""Ranks and comparisons in words, compared with the stated values: the largest can't be smaller than the second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, is_surely_less
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, Vocabulary

__all__ = ["check_ranks"]

_ONE: Final = r"⟦(?P<letter>[MCQSR])(?P<one>\d+)⟧"
_TWO: Final = r"⟦(?P=letter)(?P<two>\d+)⟧"
_GAP: Final = r"[^⟦⟧;；。]{0,60}?"
_ON: Final = r"[^⟦⟧。]{0,60}?"  # the second place may follow a semicolon


def _compile_orders(known: Vocabulary) -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Patterns of two values, each with whether the first is the larger."""
    largest, smallest, second = (f"(?:{known.alternatives(name)})" for name in ("largest", "smallest", "second"))
    ranks_first, ranks_second = (f"(?:{known.alternatives(name)})" for name in ("ranks_first", "ranks_second"))
    return tuple(
        (is_falling, re.compile(pattern, re.IGNORECASE))
        for is_falling, pattern in (
            (True, f"{largest}{_GAP}{_ONE}{_ON}{second}{_GAP}{_TWO}"),
            (True, rf"{_ONE}[^⟦⟧;；。]{{0,8}}{ranks_first}{_GAP}{_TWO}{_GAP}{ranks_second}"),
            (False, f"{smallest}{_GAP}{_ONE}{_ON}{second}{_GAP}{_TWO}"),
            (True, rf"{_ONE}[^⟦⟧;；。]{{0,15}}?(?:{known.alternatives('exceeds')}){_GAP}{_TWO}"),
        )
    )


_ORDERS: Final = PerLanguage(_compile_orders)


def check_ranks(context: CheckContext) -> Iterator[Finding]:
    """Find values that contradict the order that words give them."""
    for sentence in context.sentences:
        seen: set[tuple[str, str]] = set()
        for is_falling, pattern in _ORDERS[sentence.language]:
            for match in pattern.finditer(sentence.words):
                one, two = (sentence.claims[int(match[name])] for name in ("one", "two"))
                if (one.id, two.id) not in seen and _are_alike(one, two):
                    seen.add((one.id, two.id))
                    yield from _compare(one, two, is_falling=is_falling)


def _are_alike(one: Claim, two: Claim) -> bool:
    """Whether two values can be of one ranking: the same kind, unit and time."""
    if one.kind is not two.kind or one.unit != two.unit or not one.id.partition("·")[0] or not two.id.partition("·")[0]:
        return False
    if one.denominator != two.denominator:
        return False
    return None in (one.period, two.period) or one.period == two.period


def _compare(one: Claim, two: Claim, *, is_falling: bool) -> Iterator[Finding]:
    is_wrong = is_surely_less(one, two) if is_falling else is_surely_less(two, one)
    values = {"first": format_claim(one), "second": format_claim(two)}
    message = messages.RANK_FITS
    if is_wrong:
        message = messages.RANK_TOO_SMALL if is_falling else messages.RANK_TOO_LARGE
    chain = (Figure.from_claim(one, messages.LABEL_RANKED_FIRST), Figure.from_claim(two, messages.LABEL_RANKED_NEXT))
    yield Finding(Verdict.judge(fits=not is_wrong), message.format(**values), (one.id, two.id), chain)
