"""Parts and their total: ``22 agreements: 12 on trade and 10 on energy``, ``5 and 7, for a total of 12``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_noun, have_one_time
from indicators.claims.relations.listed_values import names_number
from indicators.claims.relations.marked_sentences import Sentence, resolve_claim_id
from indicators.claims.relations.parts_and_wholes import have_one_kind
from indicators.language.languages import PerLanguage, compile_pattern


@dataclass(frozen=True, slots=True)
class Total:
    """Parts and their total; `is_whole` if all parts are named, so that they add up to the total and not to less.

    `is_sure` is whether words make them parts; otherwise they can only be found to add up.
    """

    parts: tuple[Claim, ...]
    total: Claim
    is_whole: bool
    is_sure: bool = True


_NUMBER: Final = r"⟦([MCQ])(\d+)⟧"
_LIST: Final = re.compile(
    r"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧(?P<what>[^⟦⟧:;,，：；(（]{0,40})(?P<mark>[:：—–(（]| - )"
    r"(?P<items>[^⟦⟧]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})(?P<after>[^⟦⟧]{0,60})"
)
_ITEMS: Final = r"(?P<items>⟦(?P<letter>[MCQ])\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})"
_SUM: Final = PerLanguage(
    lambda known: re.compile(
        rf"{_ITEMS}(?:[^⟦⟧;；]{{0,50}}|[^⟦⟧;；]{{0,40}}[;；] ?)"
        rf"(?:{known.alternatives('total_ahead')})[^⟦⟧]{{0,12}}⟦(?P=letter)(?P<total>\d+)⟧",
        re.IGNORECASE,
    )
)
_IN_TOTAL: Final = PerLanguage(
    lambda known: re.compile(
        rf"{_ITEMS}[^⟦⟧]{{1,60}}⟦(?P=letter)(?P<total>\d+)⟧ ?(?:{known.alternatives('total_behind')})", re.IGNORECASE
    )
)
_MADE_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧[^⟦⟧:;：；.。,，]{{0,40}}?(?:[,，] ?(?:\w{{1,4}} )?)?"
        rf"(?P<cue>{known.alternatives('made_of')})"
        r"(?P<items>[^⟦⟧;；.。]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,60}⟦(?P=letter)\d+⟧){1,12})",
        re.IGNORECASE,
    )
)
_LED_BY: Final = PerLanguage(  # "12 million in total, 5 million here and 9 million there"
    lambda known: re.compile(
        rf"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧[^⟦⟧:;,，；：]{{0,20}}(?:{known.alternatives('total_behind')})[,，:;—–]"
        r"(?P<items>[^⟦⟧]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,60}⟦(?P=letter)\d+⟧){1,12})",
        re.IGNORECASE,
    )
)
_TOGETHER: Final = PerLanguage(  # "Together they made 70; north and south made 30 and 40 respectively"
    lambda known: re.compile(
        rf"(?:^|[.;,] )(?:{known.alternatives('total_ahead')})[^⟦⟧;]{{1,60}}⟦(?P<letter>[MCQ])(?P<total>\d+)⟧"
        r"[^⟦⟧]{0,20}[;,:—–](?P<items>[^⟦⟧;]{0,60}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,30}⟦(?P=letter)\d+⟧){1,12})"
        rf"[^⟦⟧;.]{{0,20}}(?:{known.alternatives('respectively')})",
        re.IGNORECASE,
    )
)
_BRACKETED: Final = PerLanguage(
    lambda known: re.compile(
        r"[(（](?P<items>[^⟦⟧()（）]{2,40}⟦(?P<letter>[MCQ])\d+⟧(?:[^⟦⟧()（）]{2,60}⟦(?P=letter)\d+⟧){1,12})[)）]"
        rf"[^⟦⟧,;.，；。]{{0,12}}(?:{known.alternatives('adds_up')}|{known.alternatives('total_ahead')})"
        r"[^⟦⟧,;.，；。]{0,12}⟦(?P=letter)(?P<total>\d+)⟧",
        re.IGNORECASE,
    )
)
_EACH_BRACKETED: Final = PerLanguage(  # "goods (60 billion) and services (20 billion) totalled 80 billion"
    lambda known: re.compile(
        r"(?P<items>⟦(?P<letter>[MCQ])\d+⟧[)）](?:[^⟦⟧()（）;.]{2,60}[(（]⟦(?P=letter)\d+⟧[)）]){1,12})"
        rf"[^⟦⟧;.，；。]{{0,12}}(?:{known.alternatives('adds_up')}|{known.alternatives('total_ahead')})"
        r"[^⟦⟧,;.，；。]{0,12}⟦(?P=letter)(?P<total>\d+)⟧",
        re.IGNORECASE,
    )
)
_REST: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('the_rest')})[^⟦⟧;；.。]{{0,25}}⟦[MCQ](?P<ahead>\d+)⟧"
        rf"|⟦[MCQ](?P<behind>\d+)⟧(?! ?(?:{known.any_word('and_')}))[^⟦⟧,;，；、]{{0,6}}"
        rf"(?:{known.alternatives('the_rest')})",
        re.IGNORECASE,
    )
)
_SHARES_OF_SHARE: Final = PerLanguage(
    lambda known: re.compile(
        r"⟦[SR](?P<total>\d+)⟧[^⟦⟧:：]{0,60}[:：](?P<items>[^⟦⟧;；.。]{0,40}⟦[SR]\d+⟧(?:[^⟦⟧;；.。]{1,50}⟦[SR]\d+⟧){0,10}"
        rf"[^⟦⟧;；.。]{{1,50}}?(?:{known.any_word('and_')})[^⟦⟧;；.。]{{0,40}}⟦[SR]\d+⟧)",
        re.IGNORECASE,
    )
)
_EACH: Final = compile_pattern("each_ahead")
_THE_REST: Final = compile_pattern("the_rest")
_OF_NUMBER: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('of_sum')}) ?⟦", re.IGNORECASE))
_OF_THEM: Final = PerLanguage(
    lambda known: re.compile(rf" (?:{known.alternatives('of')}) (?:{known.alternatives('of_all')})", re.IGNORECASE)
)
_SUMMED: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_BEHIND_ITEM: Final = 10
_TOTAL_AHEAD: Final = compile_pattern("total_ahead")
_AHEAD: Final = 12  # characters
_FEWEST: Final = 3  # a total and two parts
_FAR: Final = Decimal("0.5")  # of a total, beyond which figures are hardly its parts
_OVERLAPPING: Final = frozenset(("persons", "households", "subscriptions", "students"))
"""What may be of several groups."""
_LONG_ITEM: Final = 12  # characters
_LEAST: Final = Decimal("0.25")  # of a total, below which figures are not all of its parts
_OF_WHICH: Final = compile_pattern("of_which")
_NESTED: Final = compile_pattern("made_of")
_OF_BEFORE: Final = compile_pattern("of_before")
_DIVIDED: Final = compile_pattern("divided")
_IN_PLACES: Final = PerLanguage(
    lambda known: re.compile(rf"⟧[ —–-]+(?:\w+ ){{0,2}}(?:{known.alternatives('in_places')})\b", re.IGNORECASE)
)
_OF_SUM: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|[.;] )(?:{known.alternatives('of_sum')}) ?⟦(?P<letter>[MCQ])(?P<total>\d+)⟧"
        r"(?:[^⟦⟧:;,，：；]{0,40}[,，]|(?: \w+)? (?=⟦))"  # "Von den 830 arbeiten 510 ..."
        r"(?P<items>[^⟦⟧;；.。]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,60}⟦(?P=letter)\d+⟧){1,12})",
        re.IGNORECASE,
    )
)
_IN_EACH: Final = PerLanguage(  # "900 shops, 500 in Germany, 300 in France and 100 in Spain"
    lambda known: re.compile(
        r"⟦(?P<letter>C)(?P<total>\d+)⟧[,;—–] (?P<items>(?:⟦C\d+⟧"
        rf"(?: (?:{known.alternatives('of')}) \w+)? (?:{known.alternatives('in_places')}) [^⟦⟧;.]{{1,50}}){{1,12}}"
        r"⟦C\d+⟧)",
        re.IGNORECASE,
    )
)
_KINDS_OF_LIST: Final = (
    (_MADE_OF, None), (_BRACKETED, True), (_EACH_BRACKETED, True), (_LED_BY, True), (_TOGETHER, True),
    (_OF_SUM, False), (_SUM, True), (_IN_TOTAL, True), (_IN_EACH, False),
)  # fmt: skip
"""The patterns, each with whether its items are all parts; ``None`` where the words between decide."""
_ALL_OF_IT: Final = compile_pattern("all_of_it")
_GOES_ON: Final = re.compile(r"[^⟦⟧;；.。]*⟦")  # figures behind a list, which may be more of it
_CLOSES: Final = re.compile(r"[)）]")
_MARKED: Final = re.compile(r"⟦[^⟦⟧]*⟧")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_NEXT_ITEM: Final = PerLanguage(
    lambda known: re.compile(rf"[,;:，；：、+]|{known.any_word('and_', 'conjunctions')}", re.IGNORECASE)
)
_AND: Final = PerLanguage(lambda known: re.compile(known.any_word("and_"), re.IGNORECASE))
_DATED: Final = PerLanguage(lambda known: re.compile(rf"\d|{known.alternatives('time_in_sentence')}", re.IGNORECASE))
_NOT_ALL: Final = compile_pattern("not_all_parts")
_APART: Final = compile_pattern("not_parts")
_BALANCE: Final = PerLanguage(
    lambda known: re.compile("|".join(map(known.alternatives, ("surplus", "deficit", "balance"))), re.IGNORECASE)
)


def find_totals(sentence: Sentence, earlier: Sentence | None) -> list[Total]:
    """Find parts with their total in a sentence, or the parts of the only sum of the sentence before."""
    found: list[Total] = []
    for letter in "MCQ":
        if sentence.words.count(f"⟦{letter}") > 2:
            words = re.sub(rf"⟦[^{letter}X]\d*⟧", "some", sentence.words)  # words here, but "double its sales of"
            found += _find_totals_in(words, sentence.claims, sentence.language)
    before = earlier if earlier is not None and sentence.follows(earlier) else None
    of_previous = [*_find_of_previous(before, sentence), *_find_behind(before, sentence)]
    return of_previous or found or [*_find_rest(sentence, before), *_find_shares_of_share(sentence)]


def _find_of_previous(earlier: Sentence | None, later: Sentence) -> Iterator[Total]:
    """The parts of the only sum of the sentence before: ``Of this, 26 went to schools and 14 to roads``."""
    opens = _OF_WHICH[later.language].match(later.words) or _OF_BEFORE[later.language].match(later.words)
    if earlier is None or opens is None or _APART[later.language].search(later.words[opens.end() :]):
        return
    for kind in _SUMMED:
        wholes, parts = (
            [claim for claim in sentence.read if claim.kind is kind and not claim.restates]
            for sentence in (earlier, later)
        )
        are_apart = kind is not ClaimKind.COUNT or len(_IN_PLACES[later.language].findall(later.words)) == len(parts)
        if len(wholes) == 1 and len(parts) > 1 and are_apart and _are_parts(parts, wholes[0]):
            yield Total(tuple(parts), wholes[0], is_whole=False)


def _find_behind(earlier: Sentence | None, later: Sentence) -> Iterator[Total]:
    """The total of all figures of the sentence before: ``Together the three gave 120 million``."""
    if earlier is None or len(later.claims) != 1 or len(earlier.claims) < _FEWEST - 1:
        return
    language, total, parts = later.language, later.claims[0], earlier.claims
    cue = _TOTAL_AHEAD[language].search(later.words.partition("⟦")[0])
    is_list = not any(other[language].search(earlier.words) for other in (_NOT_ALL, _APART, _TOTAL_AHEAD))
    if cue is None or cue.start() > _AHEAD or not is_list or _APART[language].search(later.words):
        return
    are_alike = total.kind in _SUMMED and all(resolve_claim_id(part.id) and not part.restates for part in parts)
    is_one_time = have_one_time(*parts, total) or (_follow_in_time(parts) and all(map(_is_within(total), parts)))
    if are_alike and is_one_time and all(have_one_kind(part, total) and part.direction is None for part in parts):
        is_whole = names_number(later.plain, len(parts), language)
        if is_whole or total.unit not in _OVERLAPPING:
            yield Total(parts, total, is_whole)


def _is_within(total: Claim) -> Callable[[Claim], bool]:
    return lambda part: total.period is not None and part.period is not None and part.period in total.period


def _find_rest(sentence: Sentence, earlier: Sentence | None) -> Iterator[Total]:
    """A total and all of its parts, the last of which is *the rest*: ``of 6,000, 5,000 are here and the rest there``.

    The total is the figure, of this sentence or alone in the one before, that the parts come nearest to.
    """
    language = sentence.language
    match = _REST[language].search(sentence.words)
    named = [claim for claim in sentence.claims if _THE_REST[language].search(claim.counted)]
    if not (match or named) or _APART[language].search(_OF_WHICH[language].sub("", sentence.words)):
        return
    rest = sentence.claims[int(match["ahead"] or match["behind"])] if match else named[-1]
    shown, ahead = (
        [
            claim
            for claim in (one.claims if one else ())
            if not claim.restates and (claim is rest or have_one_kind(claim, rest))
        ]
        for one in (sentence, earlier)
    )
    listed = [*(ahead if len(ahead) == 1 else []), *shown]
    spans = range(len(listed) - _FEWEST + 1) if listed[-1] is rest else ()
    found = [(listed[at], listed[at + 1 :]) for at in spans]
    found = [
        (total, parts)
        for total, parts in found
        if total.plain_value > max(part.plain_value for part in parts) and not _is_itself_part(sentence, total)
    ]
    if _OF_NUMBER[language].match(sentence.words):
        found = found[:1]  # "of the 1,200 ..., 700 ..."
    totals = [
        Total(tuple(parts), total, is_whole=True)
        for total, parts in found
        if _are_parts(parts, total) and (have_one_noun(total, rest) or rest in named)
    ]
    nearest = min(totals, key=_measure_gap, default=None)
    if nearest is not None and _measure_gap(nearest) < _FAR:
        yield nearest


def _is_itself_part(sentence: Sentence, total: Claim) -> bool:
    """Whether words behind a figure make it a part of another: ``4 billion of these came from Japan``."""
    number = sentence.claims.index(total) if total in sentence.claims else -1
    behind = re.split(rf"⟦[A-Z]{number}⟧", sentence.words)[1:]
    return bool(behind) and _OF_THEM[sentence.language].match(behind[0]) is not None


def _measure_gap(found: Total) -> Decimal:
    """How far the parts are from their total, in parts of it; infinitely far from nothing."""
    together, total = sum((part.plain_value for part in found.parts), Decimal(0)), found.total.plain_value
    return abs(together / total - 1) if total else Decimal("Infinity")


def _are_parts(parts: Sequence[Claim], total: Claim) -> bool:
    return (
        total.lower is None
        and all(have_one_kind(part, total) and part.direction is None for part in parts)
        and all(part.plain_value <= total.plain_value for part in parts)
        and have_one_time(*parts, total)
    )


def _find_shares_of_share(sentence: Sentence) -> Iterator[Total]:
    """A share and parts of it behind a colon: ``Asia has 60%: 40% comes from China and 20% from Japan``."""
    language = sentence.language
    match = _SHARES_OF_SHARE[language].search(sentence.words)
    if match is None or _NOT_ALL[language].search(match[0]) or _APART[language].search(match[0]):
        return
    if _IN_PLACES[language].search(match["items"]) and not _DIVIDED[language].search(
        sentence.words[: match.end("total")]
    ):
        return  # "turnout was 68%: 71% among men and 65% among women"
    parts = [sentence.claims[int(number)] for number in re.findall(r"(\d+)⟧", match["items"])]
    found = Total(tuple(parts), sentence.claims[int(match["total"])], is_whole=False)
    is_sure = all(part.kind in PERCENT_KINDS and part.unit == found.total.unit and not part.direction for part in parts)
    is_of_all = abs(sum((part.plain_value for part in parts), Decimal(-100))) <= len(parts)
    if is_sure and not is_of_all and _measure_gap(found) < _FAR:
        yield found


def _find_totals_in(words: str, claims: Sequence[Claim], language: str) -> Iterator[Total]:
    for match in _LIST.finditer(words):
        items = match["items"] + match["after"]
        if not _APART[language].search(match["what"] + items) and not _BALANCE[language].search(
            words[: match.start()][-80:]
        ):
            is_list = match["mark"] in ":：" and not _CLOSES.search(match["what"])
            is_bracket = match["mark"] in "(（" and _is_bracket_of_parts(match, _DATED[language])
            whole = not is_bracket and not _NOT_ALL[language].search(match["what"] + items)
            is_sure = is_list or is_bracket
            yield from _make_total(claims, match["items"], match["total"], language, whole=whole, is_sure=is_sure)
    for pattern, is_whole in _KINDS_OF_LIST:
        for match in pattern[language].finditer(words):
            if _NESTED[language].search(match["items"]):
                continue  # "40 bills, of them 24 passed, including 6 new ones and 14 amended": parts of a part
            if _APART[language].search(match["items"]) or (is_whole is None and _count_nouns(claims, match[0]) > 1):
                continue
            if pattern in (_SUM, _IN_TOTAL) and _EACH[language].search(words[: match.end()]):
                continue  # "each of the 12 shops has 20 workers and head office 80, in all 320"
            if is_whole is False and match["letter"] == "C" and not _are_in_places(words, match, language):
                continue  # of people asked, groups may overlap
            whole = is_whole if is_whole is not None else _ALL_OF_IT[language].search(match["cue"]) is not None
            whole = whole and (pattern is not _MADE_OF or _GOES_ON.match(words, match.end()) is None)
            may_overlap = pattern is _MADE_OF and match["letter"] == "C" and not whole
            yield from _make_total(
                claims, match["items"], match["total"], language, whole=whole, may_overlap=may_overlap
            )


def _are_in_places(words: str, match: re.Match[str], language: str) -> bool:
    """Whether the items of a list are each of a place of its own: ``1,500 are in Germany, 600 in Poland``."""
    items = words[match.start("items") : match.end() + _BEHIND_ITEM]
    return len(_IN_PLACES[language].findall(items)) == len(_MARKED.findall(match["items"]))


def _is_bracket_of_parts(match: re.Match[str], dated: re.Pattern[str]) -> bool:
    """Whether all in a bracket right behind a number are parts with names: ``60 (north 25, south 35)``."""
    inside = _MARKED.sub("", match["items"])
    names = [_LETTERS.search(piece) for piece in _MARKED.split(match["items"])]
    is_closed = _CLOSES.search(inside) is None and _CLOSES.match(match["after"].lstrip()) is not None
    return is_closed and not match["what"].strip() and not dated.search(inside) and (all(names[:-1]) or all(names[1:]))


def _count_nouns(claims: Sequence[Claim], words: str) -> int:
    return len({claims[int(n)].counted.casefold()[:4] for _, n in re.findall(_NUMBER, words)} - {""})


def _make_total(
    claims: Sequence[Claim],
    items: str,
    total: str,
    language: str,
    *,
    whole: bool,
    is_sure: bool = True,
    may_overlap: bool = False,
) -> Iterator[Total]:
    of_all = claims[int(total)]
    if not all(map(_NEXT_ITEM[language].search, _MARKED.split(items)[1:-1])):
        return  # not a list: "535 representatives of 50 states"
    numbers, gaps = re.findall(_NUMBER, items), _MARKED.split(items)[1:-1]
    last = next((at for at, gap in enumerate(gaps) if _AND[language].search(gap)), len(gaps))
    whole = whole and last >= len(gaps) - 1
    parts = [claims[int(number)] for _, number in numbers[: last + 2]]  # "and" comes before the last part
    if len({part.direction for part in parts if part.direction is not None}) > 1:
        return  # some rose and some fell
    is_other = parts[0].unit in ("units", "persons") or parts[0].unit != of_all.unit
    if len(parts) > 2 and is_other and parts[0].counted and not have_one_noun(parts[0], *parts[1:2], of_all):
        parts = parts[1:]  # "three plants: one with 1,250 workers ..."
    rest = sum(part.plain_value for part in parts[1:])
    if len(parts) > 2 and parts[0].plain_value == of_all.plain_value < 2 * rest:
        parts = parts[1:]  # "a fund of 500: 200, 150 and 150, in all 500"
    is_of_times = _follow_in_time(parts) and of_all.period == parts[-1].period  # "in all" has no time of its own
    if not all(have_one_kind(part, of_all) and (is_of_times or have_one_time(part, of_all)) for part in parts):
        return
    if " per " in of_all.unit:
        return
    if max(part.plain_value for part in parts) > of_all.plain_value:
        return  # a part can't be larger than its total
    together = sum(part.plain_value for part in parts)
    least, most = of_all.plain_value * _LEAST, of_all.plain_value * (1 + _FAR)
    is_sure = is_sure and together < most and (not whole or together > least)  # "adding 70 to its total of 1,100"
    is_open = last == len(gaps) and any(len(gap) > _LONG_ITEM for gap in gaps)  # no "and" closes a list of clauses
    is_open = is_open and may_overlap and of_all.unit in _OVERLAPPING
    is_sure = is_sure and not is_open
    are_alike = of_all.kind is not ClaimKind.COUNT or have_one_noun(*parts, of_all)
    if are_alike or not whole or _may_be_kinds(parts, of_all):
        yield Total(tuple(parts), of_all, whole, is_sure)


def _follow_in_time(parts: Sequence[Claim]) -> bool:
    """Whether each part is of the month, quarter or year right after that of the one before."""
    times = [part.period for part in parts if part.period is not None]
    return len(times) == len(parts) and all((two.first - one.last).days == 1 for one, two in pairwise(times))


def _may_be_kinds(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether counts of other nouns can be kinds of what the total counts, by their size: tankers among ships."""
    values, whole = [part.plain_value for part in parts], total.plain_value
    alike = all(part.unit in (total.unit, "units") for part in parts)
    return alike and max(values) < whole and 2 * sum(values) > whole and 2 * sum(values) < 3 * whole
