"""Parts and wholes that words relate: a part with its share, parts and their total, shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.relations.marked_sentences import Sentence, compile_template
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern

__all__ = [
    "PartOfWhole",
    "Shares",
    "Total",
    "find_parts",
    "find_parts_of_previous",
    "find_shares",
    "find_total_of_previous",
    "find_totals",
]


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """A part of a whole, and the stated share of it, if any."""

    part: Claim
    whole: Claim
    share: Claim | None


@dataclass(frozen=True, slots=True)
class Total:
    """Parts and their total; `is_whole` if all parts are named, so that they add up to the total and not to less.

    `is_sure` is whether words make them parts; otherwise they can only be found to add up.
    """

    parts: tuple[Claim, ...]
    total: Claim
    is_whole: bool
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares that divide one whole; `is_whole` if they include the rest, so that they add up to 100%, not to less."""

    shares: tuple[Claim, ...]
    is_whole: bool


def _compile(template: str, known: Vocabulary) -> re.Pattern[str]:
    marks = {
        "<Y>": r"⟦[MCQ](?P<whole>\d+)⟧",
        "<X>": r"⟦[MCQ](?P<part>\d+)⟧",
        "<S>": r"⟦[SRG](?P<share>\d+)⟧",
        "<OR>": rf"(?: ?[,(（—–:-])? ?(?:{known.alternatives('or_share')})? ?(?:{known.alternatives('about')})?",
    }
    return compile_template(template, marks)


# Parts with a share, and parts without one, which can at most equal the whole.
_PARTS: Final = PerLanguage(
    lambda known: tuple(
        _compile(text, known) for name in ("part_and_share", "part_without_share") for text in known.templates(name)
    )
)


def find_parts(sentence: Sentence) -> Iterator[PartOfWhole]:
    """Find the parts of wholes in a sentence."""
    claims = sentence.claims
    seen: set[str] = set()
    for pattern in _PARTS[sentence.language]:
        for match in pattern.finditer(sentence.words):
            part, whole = claims[int(match["part"])], claims[int(match["whole"])]
            share = claims[int(match["share"])] if "share" in pattern.groupindex else None
            changes = share is not None and (share.direction is not None or share.kind not in PERCENT_KINDS)
            if part.id in seen or changes or not _have_one_kind(part, whole) or _differ_in_time(part, whole):
                continue
            if _PER_SHARE[sentence.language].match(sentence.words, match.end("part") + 1):
                continue  # "5.4 billion, 24 crowns a share"
            if _CHANGE_CUE[sentence.language].search(sentence.words[: match.start("whole") - 2]):
                continue  # "grew by 480,000, of which 914 million live in towns": the step
            if share is not None and share.unit == "% of GDP" and whole.indicator != "gdp":
                continue
            if share is not None and _AT_A_RATE[sentence.language].search(sentence.words[: match.start("share") - 2]):
                continue  # "$350m at 7.5%"
            if share is not None and _is_step(sentence.words[: match.start("share") - 2], share, sentence.language):
                continue  # "exceeded last year's 300 by 12%"
            if share is not None and _has_other_base(sentence.words[match.end() :], whole, sentence.language):
                continue
            seen.add(part.id)
            yield PartOfWhole(part, whole, share)


def _is_step(ahead: str, share: Claim, language: str) -> bool:
    return share.kind is ClaimKind.GROWTH and "".join(ahead.casefold().split()[-1:]) in _BY_STEP[language]


def _has_other_base(after: str, whole: Claim, language: str) -> bool:
    """Whether the base named after a share is not the whole: "9% of its turnover"."""
    match = _OF[language].match(after)
    if match is None or _OF_ALL[language].match(match["what"]):
        return False
    return not _stem_words(match["what"]) & _stem_words(f"{whole.counted} {whole.subject}")


_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"[)）]?\s+(?:{known.alternatives('of')})\s+(?P<what>(?:[^\W\d_]+\s?){{1,4}})", re.IGNORECASE
    )
)
_PER_SHARE: Final = PerLanguage(lambda known: re.compile(rf" ?(?:{known.alternatives('per_share')})\b", re.IGNORECASE))
_BY_STEP: Final = PerLanguage(lambda known: known.words.by_step)
_AT_A_RATE: Final = compile_pattern("at_a_rate")
_CHANGE_CUE: Final = compile_pattern("change_cue")
_OF_ALL: Final = compile_pattern("of_all")


def find_parts_of_previous(earlier: Sentence, later: Sentence) -> Iterator[PartOfWhole]:
    """Find a part and its share of a whole in the previous sentence: "GDP was 100. Exports were 25, or 25% of it".

    Each sentence must have just one figure of the kind, and the later one must refer to the other.
    """
    if not later.follows(earlier):
        return
    language = later.language
    match = _PART_OF_BEFORE[language].search(later.words)
    if match is None:
        return
    part, share = later.claims[int(match["part"])], later.claims[int(match["share"])]
    wholes, parts = ([c for c in sentence.claims if _can_be_whole_of(c, part)] for sentence in (earlier, later))
    shares = [claim for claim in later.claims if claim.kind in PERCENT_KINDS]
    if (len(wholes), len(parts), len(shares)) != (1, 1, 1) or share.direction is not None:
        return
    whole = wholes[0]
    if not _differ_in_time(part, whole) and (
        _OF_BEFORE[language].match(later.words) or _is_base(share, part, whole, language)
    ):
        yield PartOfWhole(part, whole, share)


def find_total_of_previous(earlier: Sentence, later: Sentence) -> Total | None:
    """Find the parts of the only sum of the previous sentence: ``Of this, 26 went to schools and 14 to roads``."""
    opens = _OF_WHICH[later.language].match(later.words) or _OF_BEFORE[later.language].match(later.words)
    wholes = [claim for claim in earlier.read if claim.kind is ClaimKind.AMOUNT and not claim.restates]
    parts = [claim for claim in later.read if claim.kind is ClaimKind.AMOUNT and not claim.restates]
    is_sum = later.follows(earlier) and opens is not None and len(wholes) == 1 and len(parts) > 1
    if not is_sum or _APART[later.language].search(_OF_WHICH[later.language].sub("", later.words)):
        return None
    if any(part.direction or not _have_one_kind(part, wholes[0]) or _differ_in_time(part, wholes[0]) for part in parts):
        return None
    return Total(tuple(parts), wholes[0], is_whole=False)


def _can_be_whole_of(claim: Claim, part: Claim) -> bool:
    return not claim.restates and (claim.id == part.id or _have_one_kind(part, claim))


def _is_base(share: Claim, part: Claim, whole: Claim, language: str) -> bool:
    """Whether the base of a share is the whole, by a pronoun or by its words.

    *The total* is one of the part's own kind: a total of sales for sales, not of costs.
    """
    base = (share.denominator or "").casefold()
    if _PRONOUN[language].fullmatch(base):
        return True
    if _THE_TOTAL[language].fullmatch(base):
        return bool(
            _TOTAL[language].search(whole.subject)
            or (_stem_words(part.subject) & _stem_words(whole.subject)) - _GENERAL[language]
        )
    if None not in (share.areas or None, whole.areas or None) and share.areas != whole.areas:
        return False
    if share.unit == "% of GDP":
        return whole.indicator == "gdp"
    words, named = (_stem_words(text) - _GENERAL[language] for text in (base, f"{whole.counted} {whole.subject}"))
    return bool(words) and words == named


def _stem_words(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}


_PART_OF_BEFORE: Final = PerLanguage(
    lambda known: _compile(rf"<X>(?:<OR>|[ ,，(（]{{1,3}}{known.alternatives('part_of_before')})<S>", known)
)
_OF_BEFORE: Final = compile_pattern("of_before")
_PRONOUN: Final = compile_pattern("whole_pronoun")
_THE_TOTAL: Final = compile_pattern("the_total")
_TOTAL: Final = compile_pattern("total")
_GENERAL: Final = PerLanguage(lambda known: known.words.in_totals)


def _have_one_kind(part: Claim, whole: Claim) -> bool:
    """Whether one can be a part of the other: same kind and unit, whatever is counted."""
    return part.id != whole.id and part.kind is whole.kind and (part.kind is ClaimKind.COUNT or part.unit == whole.unit)


def _differ_in_time(one: Claim, two: Claim) -> bool:
    return None not in (one.period, two.period) and one.period != two.period


_NUMBER: Final = r"⟦([MCQ])(\d+)⟧"
_LIST: Final = re.compile(
    r"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧(?P<what>[^⟦⟧:;,，：；(（]{0,40})(?P<mark>[:：—–(（]| - )"
    r"(?P<items>[^⟦⟧]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})(?P<after>[^⟦⟧]{0,60})"
)
_ITEMS: Final = r"(?P<items>⟦(?P<letter>[MCQ])\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})"
_SUM: Final = PerLanguage(
    lambda known: re.compile(
        rf"{_ITEMS}[^⟦⟧]{{0,50}}(?:{known.alternatives('total_ahead')})[^⟦⟧]{{0,12}}⟦(?P=letter)(?P<total>\d+)⟧",
        re.IGNORECASE,
    )
)
_IN_TOTAL: Final = PerLanguage(
    lambda known: re.compile(
        rf"{_ITEMS}[^⟦⟧]{{1,20}}⟦(?P=letter)(?P<total>\d+)⟧ ?(?:{known.alternatives('total_behind')})", re.IGNORECASE
    )
)
_MADE_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧[^⟦⟧:;：；.。]{{0,40}}?(?P<cue>{known.alternatives('made_of')})"
        r"(?P<items>[^⟦⟧;；.。]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,40}⟦(?P=letter)\d+⟧){1,12})",
        re.IGNORECASE,
    )
)
_OF_SUM: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|[.;] )(?:{known.alternatives('of_sum')}) ?⟦(?P<letter>M)(?P<total>\d+)⟧[^⟦⟧:;,，：；]{{0,40}}[,，]"
        r"(?P<items>[^⟦⟧;；.。]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,60}⟦(?P=letter)\d+⟧){1,12})",
        re.IGNORECASE,
    )
)
_ALL_OF_IT: Final = compile_pattern("all_of_it")
_CLOSES: Final = re.compile(r"[)）]")
_MARKED: Final = re.compile(r"⟦[^⟦⟧]*⟧")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_DATED: Final = PerLanguage(lambda known: re.compile(rf"\d|{known.alternatives('time_in_sentence')}", re.IGNORECASE))
_NOT_ALL: Final = compile_pattern("not_all_parts")
_APART: Final = compile_pattern("not_parts")
_BALANCE: Final = PerLanguage(
    lambda known: re.compile("|".join(map(known.alternatives, ("surplus", "deficit", "balance"))), re.IGNORECASE)
)


def find_totals(sentence: Sentence) -> Iterator[Total]:
    """Find parts with their total: "22 agreements: 12 on trade and 10 on energy", "5 and 7, for a total of 12"."""
    for letter in "MCQ":
        if sentence.words.count(f"⟦{letter}") > 2:
            words = re.sub(rf"⟦[^{letter}]\d*⟧", "some", sentence.words)  # figures of another kind are words here
            yield from _find_totals_in(words, sentence.claims, sentence.language)


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
            yield from _make_total(claims, match["items"], match["total"], whole=whole, is_sure=is_sure)
    for match in _MADE_OF[language].finditer(words):
        if not _APART[language].search(match["items"]) and _count_nouns(claims, match[0]) <= 1:
            whole = _ALL_OF_IT[language].search(match["cue"]) is not None
            yield from _make_total(claims, match["items"], match["total"], whole=whole)
    for match in _OF_SUM[language].finditer(words):
        if not _APART[language].search(match["items"]):
            yield from _make_total(claims, match["items"], match["total"], whole=False)
    for match in (*_SUM[language].finditer(words), *_IN_TOTAL[language].finditer(words)):
        if not _APART[language].search(match["items"]):
            yield from _make_total(claims, match["items"], match["total"], whole=True)


def _is_bracket_of_parts(match: re.Match[str], dated: re.Pattern[str]) -> bool:
    """Whether all in a bracket right behind a number are parts with names: ``60 (north 25, south 35)``."""
    inside = _MARKED.sub("", match["items"])
    names = [_LETTERS.search(piece) for piece in _MARKED.split(match["items"])]
    is_closed = _CLOSES.search(inside) is None and _CLOSES.match(match["after"].lstrip()) is not None
    return is_closed and not match["what"].strip() and not dated.search(inside) and (all(names[:-1]) or all(names[1:]))


def _count_nouns(claims: Sequence[Claim], words: str) -> int:
    return len({claims[int(n)].counted.casefold()[:4] for _, n in re.findall(_NUMBER, words)} - {""})


def _make_total(
    claims: Sequence[Claim], items: str, total: str, *, whole: bool, is_sure: bool = True
) -> Iterator[Total]:
    of_all = claims[int(total)]
    parts = [claims[int(number)] for _, number in re.findall(_NUMBER, items)]
    rest = sum(part.plain_value for part in parts[1:])
    if len(parts) > 2 and parts[0].plain_value == of_all.plain_value < 2 * rest:
        parts = parts[1:]  # "a fund of 500: 200, 150 and 150, in all 500"
    if (
        any(not _have_one_kind(part, of_all) or _differ_in_time(part, of_all) for part in parts)
        or " per " in of_all.unit
    ):
        return
    nouns = {claim.counted.casefold()[:4] for claim in (*parts, of_all) if claim.counted}
    if of_all.kind is not ClaimKind.COUNT or len(nouns) <= 1 or not whole or _may_be_kinds(parts, of_all):
        yield Total(tuple(parts), of_all, whole, is_sure)


def _may_be_kinds(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether counts of other nouns can be kinds of what the total counts, by their size: tankers among ships."""
    values, whole = [part.plain_value for part in parts], total.plain_value
    alike = all(part.unit in (total.unit, "units") for part in parts)
    return alike and max(values) < whole and 2 * sum(values) > whole and 2 * sum(values) < 3 * whole


_HEAD: Final = re.compile(r"^(?:[^⟦⟧]|⟦[MCQ]\d+⟧)*⟦[SRG]\d+⟧[^⟦⟧:：]{0,60}[:：][^⟦⟧]{0,40}⟦[SRG]")
_REST: Final = compile_pattern("the_rest")
_REST_WITH_FIGURE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('the_rest')})[^⟦⟧,;，；]{{0,40}}⟦[SRG]"
        rf"|⟦[SRG]\d+⟧[^⟦⟧,;，；]{{0,6}}(?:{known.alternatives('the_rest')})",
        re.IGNORECASE,
    )
)
_DIVIDED: Final = compile_pattern("divided")
_OVERLAPPING: Final = compile_pattern("overlapping")
_OF_WHICH: Final = compile_pattern("of_which")
_HAN: Final = re.compile("[\\u4e00-\\u9fff]")
_AROUND_ITEMS: Final = " ,.，。、;"
_LONG_ITEM: Final = 40
_COME_FROM: Final = compile_pattern("come_from")
_OF_ALL_LIST: Final = compile_pattern("of_one_whole")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_PLACES: Final = PerLanguage(
    lambda known: re.compile(rf"⟦[SRG]\d+⟧[^⟦⟧]{{0,30}}?\b(?:{known.alternatives('in_places')})\s+\w")
)


def _have_one_shape(words: str) -> bool:
    """Whether all items of a list begin alike, as in ``45% from Asia, 30% from Europe``."""
    first, *others = (item.strip(_AROUND_ITEMS) for item in _MARKED.split(words)[1:])
    starts = {other[:2] if _HAN.match(other) else other.partition(" ")[0] for other in others}
    return (
        len(starts) == 1 and all(starts) and starts.pop() in first and all(len(other) < _LONG_ITEM for other in others)
    )


def find_shares(sentence: Sentence) -> Iterator[Shares]:
    """Find shares that divide one whole; none if the groups may overlap or the wholes differ."""
    words, language = sentence.words, sentence.language
    shares = [claim for claim in sentence.claims if claim.kind in PERCENT_KINDS]
    first = shares[0] if shares else None
    if len(shares) > 2 and _HEAD.search(words):
        shares = shares[1:]  # "two thirds were exported: 30% to Italy, 20% to Spain"
    if len(shares) < 2 or len(shares) > 15 or any(claim.kind is ClaimKind.GROWTH for claim in shares):
        return
    if any(claim.direction is not None for claim in shares):
        return  # "the share fell from 80% to 65%"
    if any("unit" in claim.inferred for claim in shares):
        return  # ages and other numbers that may not be percentages
    rest = bool(_REST[language].search(words))
    is_list = _OF_ALL_LIST[language].match(words) is not None and _have_one_shape(words)
    plain = _COME_FROM[language].sub(" ", sentence.plain) if is_list else sentence.plain
    if not (rest or is_list or _DIVIDED[language].search(words)) or _OVERLAPPING[language].search(plain):
        return
    if any(claim.kind is ClaimKind.RATE for claim in shares) and not (is_list or _DIVIDED[language].search(words)):
        return  # rates of tax and the like
    if _OF_WHICH[language].search(sentence.plain) and not rest:
        return  # shares of a share, unless the rest is given too
    wholes = {" ".join(claim.denominator.casefold().split()) for claim in shares if claim.denominator}
    periods = {claim.period for claim in shares if claim.period is not None}
    if len(wholes) > 1 or len(periods) > 1 or len(set(_YEAR.findall(sentence.plain))) > 1:
        return
    if len(_IN_PLACES[language].findall(words)) > 1 and not rest and not is_list:
        return
    has_figure = _REST_WITH_FIGURE[language].search(words) is not None
    yield Shares(tuple(shares), rest and has_figure and shares[0] is first)
