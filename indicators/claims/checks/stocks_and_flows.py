"""A stock and what came to it or left it: ``of 500 lorries 200 were sold, leaving 300``, ``90 births, 60 deaths``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind, is_exact_count
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import are_worlds_apart
from indicators.claims.relations.change_words import NOW, name_subject
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import can_be_levels
from indicators.claims.relations.marked_sentences import MARK, Sentence, resolve_claim_id
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern

_LEFT: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('leaving')})[^⟦⟧]{{0,25}}$", re.IGNORECASE)
)
_REMAIN: Final = PerLanguage(
    lambda known: re.compile(rf"[^⟦⟧,;.，；。]{{0,20}}(?:{known.alternatives('remain')})", re.IGNORECASE)
)


def _compile_way(known: Vocabulary, table: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says which way a figure went: a verb before it, or one behind it that is not right before the next."""
    way, word = known.alternatives(table), r"(?:[^\W\d_]+ )" if known.own.is_spaced else r"[^\W\d_]"
    return (
        re.compile(rf"(?:{way})\W*{word}{{0,3}}$", re.IGNORECASE),
        re.compile(rf"\W*{word}{{0,4}}(?:{way})(?! ?$)", re.IGNORECASE),
    )


_WAYS: Final = {
    "in": PerLanguage(lambda known: _compile_way(known, "comes_in")),
    "out": PerLanguage(lambda known: _compile_way(known, "goes_out")),
}


def _compile_move(known: Vocabulary, *tables: str) -> re.Pattern[str]:
    """What says by how much a stock changed: ``grew by ⟦⟧``, or ``um ⟦⟧ wuchs`` where verbs are at the end."""
    verb, by = "|".join(map(known.alternatives, tables)), known.alternatives("by_amount")
    behind = rf"|(?:{by})⟦⟧[^⟦⟧,;.]{{0,30}}(?:{verb})" if known.own.has_final_verbs else ""
    small = r"\W*(?:\w{1,4} ){0,2}" if known.own.is_spaced else "[^⟦⟧]?"
    return re.compile(rf"(?:{verb}){small}⟦⟧{behind}", re.IGNORECASE)


_MOVES: Final = {
    "up": PerLanguage(lambda known: _compile_move(known, "up", "surplus")),
    "down": PerLanguage(lambda known: _compile_move(known, "down", "deficit", "loss")),
}
_CLAUSE: Final = PerLanguage(
    lambda known: re.compile(rf"[;:.，；：。]|, |{known.any_word('and_', 'conjunctions')}", re.IGNORECASE)
)
_ENDS: Final = (*_MOVES, "left")
_KINDS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_OF_WHICH: Final = compile_pattern("of_which")
_FEWEST, _MOST = 3, 5  # figures


class _Flows(NamedTuple):
    """What there was, what is added to it (or taken off, if negative), and what there is then, or the change of it."""

    start: Claim | None
    flows: tuple[tuple[int, Claim], ...]
    end: Claim


def check_stocks_and_flows(context: CheckContext) -> Iterator[Finding]:
    """Compare what is left, or by how much it changed, with what came and went."""
    before: Sentence | None = None
    for sentence in context.sentences:
        found = _find(sentence)
        if found is None and before is not None and sentence.follows(before):
            found = _find(before.join(sentence))
        before = sentence
        if found is not None and (finding := _compare(found)) is not None:
            yield finding


def _find(sentence: Sentence) -> _Flows | None:
    """The stock and its flows, if each figure of the sentence has a role in them."""
    if _OF_WHICH[sentence.language].search(sentence.words):
        return None  # "put in 120 million, of which 40 went to capital and the remaining 80 to reserves": parts
    claims = [claim for claim in sentence.claims if not claim.restates]
    are_all = len(claims) == len(MARK.findall(sentence.words)) == len(sentence.claims)
    if not are_all or not _FEWEST <= len(claims) <= _MOST or not _are_of_one_thing(claims):
        return None
    roles = list(_list_roles(sentence))
    flows = tuple(
        (1 if role == "in" else -1, claim) for role, claim in zip(roles, claims, strict=True) if role in _WAYS
    )
    if not flows or roles[-1] not in _ENDS or roles[1:-1] != [role for role in roles[1:-1] if role in _WAYS]:
        return None
    end, is_change = claims[-1], roles[-1] in ("up", "down")
    if is_change and set(roles[:-1]) == set(_WAYS):
        sign = 1 if roles[-1] == "up" else -1  # of a fall, what came is taken off what went
        flows = tuple(sorted(((sign * way, claim) for way, claim in flows), key=lambda flow: -flow[0]))
        return _Flows(None, flows, end)
    return _Flows(claims[0], flows, end) if not is_change and roles[0] == "" else None


def _list_roles(sentence: Sentence) -> Iterator[str]:
    """What each figure is by the words of its own clause: what came ``in``, went ``out``, is ``left`` or the change."""
    words, language = sentence.words, sentence.language
    marks = list(MARK.finditer(words))
    for at, mark in enumerate(marks):
        ahead = _CLAUSE[language].split(words[marks[at - 1].end() if at else 0 : mark.start()])[-1]
        behind = words[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else None]
        is_before_next = at + 1 < len(marks) and _CLAUSE[language].search(behind) is None
        behind = _CLAUSE[language].split(behind)[0].rstrip() + ("" if is_before_next else ".")
        claim = sentence.claims[int(mark["number"])]
        noun = "" if "unit" in claim.inferred else f" {claim.counted}"  # "90,000 births"
        yield _read_role(ahead, f"{noun}{behind}", language, is_last=at + 1 == len(marks))


def _read_role(ahead: str, behind: str, language: str, *, is_last: bool) -> str:
    moves = [name for name, move in _MOVES.items() if move[language].search(f"{ahead}⟦⟧{behind}")]
    if is_last and len(moves) == 1:
        return moves[0]
    is_now = NOW[language].search(ahead) is not None and not name_subject(behind, language)
    if is_last and (is_now or _LEFT[language].search(ahead) or _REMAIN[language].match(behind)):
        return "left"
    for pick in (0, 1):
        ways = [name for name, way in _WAYS.items() if way[language][pick].search((ahead, behind)[pick])]
        if len(ways) == 1:
            return ways[0]
    return ""


def _are_of_one_thing(claims: Sequence[Claim]) -> bool:
    """Whether figures have one unit and noun; a bare number takes them from the others."""
    named = [claim for claim in claims if resolve_claim_id(claim.id)]
    if not named or any(claim.kind not in _KINDS or claim.origin for claim in named):
        return False
    first = named[0]
    return all(can_be_levels(first, claim) or first.unit == claim.unit != "units" for claim in named[1:])


def _compare(found: _Flows) -> Finding | None:
    start, flows, end = found
    change = reduce(add, (claim.interval if way > 0 else -claim.interval for way, claim in flows))
    best = sum((way * claim.plain_value for way, claim in flows), start=Decimal(0))
    if start is not None:
        change, best = start.interval + change, start.plain_value + best
    signs = "".join(f" {'+' if way > 0 else '−'} {format_claim(claim)}" for way, claim in flows)
    made_of = f"{format_claim(start)}{signs}" if start is not None else signs.lstrip(" +")
    unit = flows[0][1].unit
    used = [*([start] if start is not None else []), *(claim for _, claim in flows)]
    implied = derive_figure(
        change, unit, label=check_messages.LABEL_THEN, best=best, made_of=made_of,
        is_exact=all(map(is_exact_count, used)),
    )  # fmt: skip
    fits = implied.interval is not None and implied.interval.overlaps(end.interval)
    if not fits and (are_worlds_apart(best, end.plain_value) or (start is not None and best < 0)):
        return None
    message = check_messages.FLOWS_GIVE if fits else check_messages.FLOWS_GIVE_NOT
    reason = message.format(flows=made_of, sum=implied.text, stated=format_claim(end))
    chain = (*map(Figure.from_claim, used), Figure.from_claim(end, check_messages.LABEL_STATED_THEN), implied)
    ids = tuple(claim.id for claim in (end, *used) if resolve_claim_id(claim.id))
    return Finding(Verdict.judge(fits=fits), reason, ids, chain, is_by_place=True)
