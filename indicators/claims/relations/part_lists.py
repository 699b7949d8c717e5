"""A total and the list of its parts in one sentence: ``22 agreements: 12 on trade and 10 on energy``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, have_one_kind, have_one_noun, have_one_time
from indicators.claims.relations.listed_values import names_number
from indicators.claims.relations.marked_sentences import MARKED
from indicators.language.languages import PerLanguage, compile_pattern


@dataclass(frozen=True, slots=True)
class Total:
    """Parts and their total; `is_whole` if all parts are named, so that they add up to the total and not to less.

    `is_sure` is whether words make them parts; otherwise they can only be found to add up. `is_by_place` is whether
    they do so only by where they stand: beside *the rest*, in the next sentence, or far below a total behind them.
    """

    parts: tuple[Claim, ...]
    total: Claim
    is_whole: bool
    is_sure: bool = True
    is_by_place: bool = False


_NUMBER: Final = r"⟦([MCQ])(\d+)⟧"
_LIST: Final = re.compile(
    r"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧(?P<what>[^⟦⟧:;,，：；(（“«]{0,40})(?P<mark>[:：—–(（]| - )"
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
# "6 cases (before: 8), among them": the figure in a bracket that closes is no total.
_ASIDES: Final = r"(?:[^⟦⟧:;：；.。,，()（）]|[(（][^⟦⟧()（）]*[)）]){0,40}?"
_MADE_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧{_ASIDES}(?:[,，(（] ?(?:\w{{1,4}} )?)?"
        rf"(?P<cue>{known.alternatives('made_of')})"
        r"(?P<items>[,，]?[^⟦⟧;；.。,，]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧;；.。]{1,60}⟦(?P=letter)\d+⟧){1,12})",
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
_EACH: Final = compile_pattern("each_ahead")
_BEHIND_ITEM: Final = 20
FEWEST: Final = 3  # a total and two parts
_PAIR: Final = 2
FAR: Final = Decimal("0.5")  # of a total, beyond which figures are hardly its parts
OVERLAPPING: Final = frozenset(("persons", "households", "subscriptions", "students"))
"""What may be of several groups."""
_LONG_ITEM: Final = 12  # letters, of which a Chinese character is two
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_LEAST: Final = Decimal("0.25")  # of a total, below which figures are not all of its parts
_LEAST_AHEAD: Final = Decimal("0.65")  # of a total that comes last, below which the list may begin sentences before
_REACHED: Final = PerLanguage(  # *to* or *from a*, right before the level of a change
    lambda known: re.compile(
        rf"(?:^|\W)(?:{known.alternatives('range_to')})$|[,，] ?(?:{known.alternatives('range_from')})(?:\w{{1,3}} )?$",
        re.IGNORECASE,
    )
)
_NESTED: Final = compile_pattern("made_of")
_OTHER_ITEM: Final = re.compile(r"(?:⟦[MCQPI]\d+⟧|(?<!\d)\d{1,3} \w)[^⟦⟧,;.，；。]{0,30}[,，、] ?$")
_FEATURES: Final = compile_pattern("has_feature")
IN_PLACES: Final = PerLanguage(
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
_FOR: Final = compile_pattern("in_favour")
_AGAINST: Final = compile_pattern("opposed")
_UNDECIDED: Final = compile_pattern("undecided")
_KINDS_OF_LIST: Final = (
    (_MADE_OF, None), (_BRACKETED, True), (_EACH_BRACKETED, True), (_LED_BY, True), (_TOGETHER, True),
    (_OF_SUM, False), (_SUM, True), (_IN_TOTAL, True), (_IN_EACH, False),
)  # fmt: skip
"""The patterns, each with whether its items are all parts; ``None`` where the words between decide."""
_ALL_OF_IT: Final = compile_pattern("all_of_it")
_GOES_ON: Final = re.compile(r"[^⟦⟧;；.。]*⟦")  # figures behind a list, which may be more of it
_NAME_IN_HAN: Final = re.compile(r"([\u4e00-\u9fff]{2,})⟦C\d+⟧、\1⟦C\d+⟧")  # 上证50、上证180
IN_BRACKETS: Final = re.compile(r"[(（][^()（）]*⟦[^()（）]*⟦[^()（）]*[)）]")  # two or more in one bracket
_OPENS: Final = re.compile(r"[(（][^()（）]*$")
_CLOSES: Final = re.compile(r"[)）]")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_NEXT_ITEM: Final = PerLanguage(
    lambda known: re.compile(rf"[,;:，；：、+]|{known.any_word('and_', 'conjunctions')}", re.IGNORECASE)
)
_AND: Final = PerLanguage(lambda known: re.compile(known.any_word("and_"), re.IGNORECASE))
_AND_STRAIGHT: Final = PerLanguage(
    lambda known: re.compile(rf"^[^,;，；]*(?:{known.any_word('and_')}) ?$", re.IGNORECASE)
)
_DATED: Final = PerLanguage(lambda known: re.compile(rf"\d|{known.alternatives('time_in_sentence')}", re.IGNORECASE))
_TOTAL_AHEAD: Final = compile_pattern("total_ahead")
_OTHER_TOTAL: Final = compile_pattern("total_phrase")
_LONG_SPAN: Final = 40  # characters
_SPAN: Final = PerLanguage(
    lambda known: re.compile(rf"[^⟦⟧,;.]*?(?:{known.alternatives('span_of_years')})", re.IGNORECASE)
)
NOT_ALL_PARTS: Final = compile_pattern("not_all_parts")
NOT_PARTS: Final = compile_pattern("not_parts")
_BALANCE: Final = PerLanguage(
    lambda known: re.compile("|".join(map(known.alternatives, ("surplus", "deficit", "balance"))), re.IGNORECASE)
)


def find_listed_totals(words: str, claims: Sequence[Claim], language: str) -> Iterator[Total]:
    """Find totals with the lists of their parts, before or behind them.

    Args:
        words: The words of a sentence, with marked figures.
        claims: Its figures.
        language: The code of the language of the text.
    """
    for match in _LIST.finditer(words):
        items = match["items"] + match["after"]
        is_of_each = _EACH[language].search(match["items"]) is not None  # «7 социальных и по 5 на науку и спорт»
        if (
            not is_of_each
            and not NOT_PARTS[language].search(match["what"] + items)
            and not _BALANCE[language].search(words[: match.start()][-80:])
        ):
            is_list = match["mark"] in ":：" and not _CLOSES.search(match["what"])
            is_bracket = match["mark"] in "(（" and _is_bracket_of_parts(match, claims, _DATED[language])
            whole = not is_bracket and not NOT_ALL_PARTS[language].search(match["what"] + items)
            is_sure = is_list or is_bracket
            yield from _make_total(claims, match["items"], match["total"], language, whole=whole, is_sure=is_sure)
    for pattern, is_whole in _KINDS_OF_LIST:
        for match in pattern[language].finditer(words):
            if not _may_list_parts(match, claims, language, pattern=pattern, is_whole=is_whole):
                continue
            whole = is_whole if is_whole is not None else _ALL_OF_IT[language].search(match["cue"]) is not None
            whole = whole and (pattern is not _MADE_OF or _GOES_ON.match(words, match.end()) is None)
            may_overlap = pattern is _MADE_OF and match["letter"] == "C" and not whole
            if not may_overlap or _FEATURES[language].search(match["items"]) is None:
                is_behind = match.start("items") < match.start("total")
                yield from _make_total(
                    claims, match["items"], match["total"], language,
                    whole=whole, may_overlap=may_overlap, is_behind=is_behind,
                )  # fmt: skip


def _may_list_parts(
    match: re.Match[str],
    claims: Sequence[Claim],
    language: str,
    *,
    pattern: PerLanguage[re.Pattern[str]],
    is_whole: bool | None,
) -> bool:
    """Whether a list may be one of parts.

    * None is a part of a part: ``40 bills, of them 24 passed, including 6 new ones and 14 amended``.
    * None is for each of several: ``each of the 12 shops has 20 workers and head office 80, in all 320``.
    * It has no item of another unit ahead: ``30 points, 12 rebounds and 9 assists, for a combined 51``.
    * Groups of people asked may overlap, if they are not apart.
    """
    items, words = match["items"], match.string
    if _NESTED[language].search(items) or NOT_PARTS[language].search(items):
        return False
    if (is_whole is None and _count_nouns(claims, match[0]) > 1) or _is_of_others(
        match, language, is_made_of=pattern is _MADE_OF
    ):
        return False
    if pattern in (_SUM, _IN_TOTAL) and (
        _EACH[language].search(words[: match.end()])
        or _OTHER_ITEM.search(words, max(0, match.start() - _LONG_SPAN), match.start())
    ):
        return False
    is_apart = _are_in_places(words, match, language) or _are_opposites(words, match, language)
    return is_apart or is_whole is not False or match["letter"] != "C"


def _is_of_others(match: re.Match[str], language: str, *, is_made_of: bool) -> bool:
    """Whether the figures of a list are not the parts of its total.

    * A word or a bracket comes before the total: ``9 a day, making a total of 118``, ``32 fewer (a total of 136)``.
    * Some are parts of another: ``21 were filed (7 in May, 12 in June), the other 18 not``.
    * There is another total: ``exports were 2.2, of which 1.0 oil, with total imports 1.7``.
    * It is of more years than are named: ``1.6 and 2.4, for a total of 5.3 over three years``.
    """
    items, marks = match["items"], len(MARKED.findall(match["items"]))
    ahead = match.string[match.end("items") : match.start("total")]  # empty where the total comes first
    inside = sum(len(MARKED.findall(one)) for one in IN_BRACKETS.findall(items))
    if NOT_PARTS[language].search(ahead) or _OPENS.search(ahead) or 0 < inside < marks:
        return True
    if is_made_of and any(total[language].search(items) for total in (_OTHER_TOTAL, _TOTAL_AHEAD)):
        return True
    behind = match.string[match.end("total") + 1 :]
    span = _SPAN[language].match(behind[:_LONG_SPAN].partition("⟦")[0])
    return span is not None and not names_number(span[0], marks, language)


def _are_in_places(words: str, match: re.Match[str], language: str) -> bool:
    """Whether the items of a list are each of a place of its own: ``1,500 are in Germany, 600 in Poland``."""
    items = words[match.start("items") : match.end() + _BEHIND_ITEM]
    return len(IN_PLACES[language].findall(items)) == len(MARKED.findall(match["items"]))


def _are_opposites(words: str, match: re.Match[str], language: str) -> bool:
    """Whether two or three items exclude each other: ``60 voted for it and 20 against``, ``10 abstained``."""
    items = words[match.start("items") : match.end() + _BEHIND_ITEM]
    sides = sum(side[language].search(items) is not None for side in (_FOR, _AGAINST, _UNDECIDED))
    return sides == len(MARKED.findall(match["items"]))


def _is_bracket_of_parts(match: re.Match[str], claims: Sequence[Claim], dated: re.Pattern[str]) -> bool:
    """Whether all in a bracket right behind a number are parts with names: ``60 (north 25, south 35)``."""
    inside = MARKED.sub("", match["items"])
    names = [_LETTERS.search(piece) for piece in MARKED.split(match["items"])]
    numbers = [int(number) for _, number in re.findall(_NUMBER, match["items"])]
    nouns = {claims[number].counted.casefold() for number in numbers} - {""}
    is_named = all(names[:-1]) or all(names[1:]) or len(nouns) == len(numbers)  # "360 vehicles (140 vans, 95 cars)"
    is_closed = _CLOSES.search(inside) is None and _CLOSES.match(match["after"].lstrip()) is not None
    return is_closed and not match["what"].strip() and not dated.search(inside) and is_named


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
    is_behind: bool = False,
) -> Iterator[Total]:
    of_all = claims[int(total)]
    items = _skip_number_of_items(items, claims, language)
    between = MARKED.split(items)[1:-1]
    if not all(map(_NEXT_ITEM[language].search, between)) or any(map(_REACHED[language].search, between)):
        return  # not a list: "535 representatives of 50 states", ", as sales fell by 14% to 1.3 billion"
    numbers, gaps = re.findall(_NUMBER, items), MARKED.split(items)[1:-1]
    last = next((at for at, gap in enumerate(gaps) if _AND[language].search(gap)), len(gaps))
    while last < len(gaps) - 1 and _AND_STRAIGHT[language].search(gaps[last + 1]):
        last += 1  # "5,000 here and 3,000 there and 2,000 abroad"
    whole = whole and last >= len(gaps) - 1
    parts = [claims[int(number)] for _, number in numbers[: last + 2]]  # "and" comes before the last part
    if len({part.direction for part in parts if part.direction is not None}) > 1:
        return  # some rose and some fell
    is_other = parts[0].unit in ("units", "persons") or parts[0].unit != of_all.unit
    is_number = parts[0].counted and not have_one_noun(parts[0], *parts[1:2], of_all) and have_one_noun(*parts[1:])
    if len(parts) > 2 and is_other and is_number and parts[0].plain_value == len(parts) - 1:
        parts = parts[1:]  # "three plants: one with 1,250 workers ..."
    parts = cut_behind_all(parts, of_all)
    rest = sum(part.plain_value for part in parts[1:])
    if len(parts) > 2 and parts[0].plain_value == of_all.plain_value < 2 * rest:
        parts = parts[1:]  # "a fund of 500: 200, 150 and 150, in all 500"
    is_of_times = follow_in_time(parts) and of_all.period == parts[-1].period  # "in all" has no time of its own
    if not all(have_one_kind(part, of_all) and (is_of_times or have_one_time(part, of_all)) for part in parts):
        return
    if " per " in of_all.unit or _NAME_IN_HAN.search(items):
        return
    if max(part.plain_value for part in parts) > of_all.plain_value:
        return  # a part can't be larger than its total
    together = sum(part.plain_value for part in parts)
    least, most = of_all.plain_value * _LEAST, of_all.plain_value * (1 + FAR)
    is_sure = is_sure and together < most and (not whole or together > least)  # "adding 70 to its total of 1,100"
    is_by_place = is_behind and together < of_all.plain_value * _LEAST_AHEAD
    is_open = last == len(gaps) and any(len(gap) + len(_HAN.findall(gap)) > _LONG_ITEM for gap in gaps)
    is_open = is_open and may_overlap  # no "and" closes a list of clauses: of 16 banks profit rose at 8, income at 13
    is_sure = is_sure and not is_open
    are_alike = of_all.kind is not ClaimKind.COUNT or have_one_noun(*parts, of_all)
    if are_alike or not whole or _may_be_kinds(parts, of_all):
        yield Total(tuple(parts), of_all, whole, is_sure, is_by_place)


def cut_behind_all(parts: list[Claim], total: Claim) -> list[Claim]:
    """Return the first parts if they add up to the total: those behind divide it again, or are of something else."""
    for count in range(_PAIR, len(parts)):
        if sum(part.plain_value for part in parts[:count]) == total.plain_value:
            return parts[:count]
    return parts


def _skip_number_of_items(items: str, claims: Sequence[Claim], language: str) -> str:
    """The items of a list without the number of them ahead: ``three plants make 20,000, 30,000 and 50,000 cars``."""
    marks = list(re.finditer(_NUMBER, items))
    if len(marks) < FEWEST or _NEXT_ITEM[language].search(items[marks[0].end() : marks[1].start()]):
        return items
    number, first = (claims[int(mark[2])] for mark in marks[:2])
    return items if have_one_noun(number, first) else items[marks[1].start() :]


def follow_in_time(parts: Sequence[Claim]) -> bool:
    """Whether each part is of the month, quarter or year right after that of the one before."""
    times = [part.period for part in parts if part.period is not None]
    return len(times) == len(parts) and all((two.first - one.last).days == 1 for one, two in pairwise(times))


def _may_be_kinds(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether counts of other nouns can be kinds of what the total counts, by their size: tankers among ships."""
    values, whole = [part.plain_value for part in parts], total.plain_value
    alike = all(part.unit in (total.unit, "units") for part in parts)
    return alike and max(values) < whole and 2 * sum(values) > whole and 2 * sum(values) < 3 * whole
