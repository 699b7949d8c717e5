"""Whether words make the second figure of a comparison the earlier level of the first, and a change that between them.

They must do so beyond doubt. *Profit rose 22% to 61 million, from 50 million a year before* leaves no room for anything
else; in *profit of 17 million, down 33% from a year earlier, on sales of 400 million* another subject has come between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.change_words import BY_AMOUNT, is_one_comparison
from indicators.language.languages import PerLanguage, compile_pattern

_NEXT_ITEM: Final = PerLanguage(  # "down 6% from a year earlier, 165 lorries": the next of a list
    lambda known: re.compile(rf"(?:[,，、]|[^\s,，、] (?:{known.any_word('and_')})) ?$", re.IGNORECASE)
)
_RATE: Final = compile_pattern("rate_name")
_FROM: Final = PerLanguage(lambda known: re.compile(rf"(?:^|\W)(?:{known.alternatives('range_from')})", re.IGNORECASE))
_TO: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|\W|(?<=[\u4e00-\u9fff]))(?:(?:{known.alternatives('range_to')})(?:\S{{1,12}} )?\S{{1,12}}"
        rf"|(?:{known.alternatives('range_to').replace('s+', 's*')}))$",
        re.IGNORECASE,
    )
)
_YEAR_BASE: Final = PerLanguage(
    lambda known: re.compile(
        "|".join((r"\d{4}", *map(known.alternatives, ("year_earlier", "last_year", "year_beside")))), re.IGNORECASE
    )
)
MOVED: Final = PerLanguage(  # "increased $80 million or 40% to $281 million"
    lambda known: re.compile(rf"(?:{known.alternatives('up')}|{known.alternatives('down')}) $", re.IGNORECASE)
)
OR_AMOUNT: Final = PerLanguage(  # "down 15% or $0.08 from $0.55", "или более чем на 120 млн"
    lambda known: re.compile(rf"⟦[GP]\d+⟧,? (?:{known.any_word('or_')}) (?:[^\W\d_]+ ){{0,3}}$", re.IGNORECASE)
)
_STEP_NOUN: Final = PerLanguage(  # "a $1.01 increase versus $3.45"
    lambda known: re.compile(
        rf" (?:{known.alternatives('change_noun')})\b(?! {known.alternatives('of')})", re.IGNORECASE
    )
)
_AGAIN: Final = re.compile(r"⟦[MCQ]\d+⟧ ?[(（]$")
_STEP_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"\b(?:{known.alternatives('change_noun')}) (?:{known.alternatives('of')}) $", re.IGNORECASE
    )
)
_OF_WHAT: Final = PerLanguage(
    lambda known: re.compile(rf"^ ?(?:{known.any_word('of')}) [^\W\d_]+(?: [^\W\d_]+)?(?=[,(–—])", re.IGNORECASE)
)
_OF_COUNTER: Final = re.compile(r"^[\u4e00-\u9fff]{1,6}(?=[，,])")  # 900台*拖拉机*，是
_HAN_END: Final = re.compile(r"[\u4e00-\u9fff]$")
_DATE_AND_STEP: Final = PerLanguage(  # «по сравнению с 01.01.2015 на 9»
    lambda known: re.compile(rf"\d\d(?: \w{{1,6}})? (?:{known.any_word('by_step')}) $", re.IGNORECASE)
)
_AS_MANY: Final = compile_pattern("as_many_as")
_YEARLY: Final = compile_pattern("yearly")
_SPAN: Final = compile_pattern("span_of_years")
_ENDS: Final = re.compile(r"[⟦,;.，；。]")


def is_old_level(match: re.Match[str], before: Claim, after: Claim, language: str) -> bool:
    """Whether one figure is surely the earlier level of the other, as only words of comparison are between them.

    Args:
        match: The match of a pattern with the groups ``before``, ``after``, ``gap1`` ... in the words of a sentence.
        before: The figure that is compared with.
        after: The figure that is compared.
        language: The code of the language of the text.
    """
    if (before.is_forecast and not after.is_forecast) or _are_of_other_places(before, after):
        return False
    if after.kind is ClaimKind.AMOUNT and _RATE[language].search(after.subject):
        return False  # a currency, which rises when its number falls: "the yen/dollar rate rose to 158 from 207"
    behind = [match.string[match.end(name) + 1 :].partition("⟦")[0] for name in ("before", "after")]
    if any(_YEARLY[language].search(words) for words in behind) and any(map(_SPAN[language].search, behind)):
        return False  # "from 12.6m a year to 17m split over three years"
    ahead = [match.string[: match.start(name) - 2] for name in ("before", "after")]
    is_step = before.kind is not ClaimKind.GROWTH and _STEP_OF[language].search(ahead[0]) is not None
    if is_step or any(map(_AGAIN.search, ahead)) or _DATE_AND_STEP[language].search(ahead[0]):
        return False  # "against a gain of 4.8 million", "rose to A$285 million ($178 million)"
    of_what = _OF_WHAT[language]  # "36 million tonnes *of coal*, three times the 12 million"
    gaps = [of_what.sub("", words or "") for name, words in match.groupdict().items() if name.startswith("gap")]
    if after.kind is ClaimKind.COUNT and len(after.counted) == 1 and gaps:
        gaps[0] = _OF_COUNTER.sub("", gaps[0])
    if not all(_AS_MANY[language].fullmatch(words.strip()) or is_one_comparison(words, language) for words in gaps):
        return False
    first, last = match.start("after") - 2, match.start("before") - 2
    words = match.string
    if first > last:  # "from 50 to 61", but 从2582上涨360
        return not (_HAN_END.search(words[:first]) and BY_AMOUNT[language].search(words[:first]))
    is_step = after.kind is not ClaimKind.GROWTH and any(
        by[language].search(words[:at]) for by in (BY_AMOUNT, MOVED, OR_AMOUNT) for at in (first, last)
    )
    is_step = is_step or _STEP_NOUN[language].match(words, match.end("after") + 1) is not None
    return not is_step and _NEXT_ITEM[language].search(words[match.end("after") + 1 : last]) is None


def is_reached(match: re.Match[str], language: str) -> bool:
    """Whether a verb ahead moves the level: ``rose to 9 from 12``, and not by it: ``rose only 55, against 161``."""
    ahead = match.string[: match.start("after") - 2].rstrip()
    return match.start("before") < match.start("after") or _TO[language].search(ahead) is not None


def is_change_from(match: re.Match[str], change: Claim, claims: Sequence[Claim], language: str) -> bool:
    """Whether a change is surely that from the old level to the new.

    *Off 0.1%* and *with 71% upside* are perhaps no change of theirs; what ``rose 31% to 154, compared with 146 in
    April`` perhaps rose from the year before.
    """
    if change.kind is ClaimKind.GROWTH and change.direction is None:
        return False
    is_ahead = change in claims and f"{claims.index(change)}⟧" in match.string[: match.start("after")]
    return change.kind is not ClaimKind.GROWTH or not is_ahead or is_base(match, language)


def is_base(match: re.Match[str], language: str) -> bool:
    """Whether the words ahead of two levels count from the second: ``from 12`` or ``against 12 a year earlier``."""
    first, last = match.start("after"), match.start("before")
    between = match.string[match.end("after") + 1 : last]
    behind = between + _ENDS.split(match.string[match.end("before") + 1 :])[0]
    return last < first or any(base[language].search(behind) is not None for base in (_FROM, _YEAR_BASE))


def _are_of_other_places(one: Claim, two: Claim) -> bool:
    stated = "areas" not in one.inferred and "areas" not in two.inferred
    return stated and bool(one.areas) and bool(two.areas) and one.areas != two.areas
