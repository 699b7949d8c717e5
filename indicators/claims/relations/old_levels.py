"""Whether the second figure of a comparison is the earlier level of the first.

*Profit rose 22% to 61 million, against 50 million* compares with the year before; against *the 58 million expected*,
*an industry average of 58* or *a 3-million rise* it compares with something else, which no growth leads to.

>>> from indicators.language.languages import LANGUAGES
>>> sorted(LANGUAGES) == sorted(code for code in LANGUAGES if _OTHER[code])
True
>>> _OTHER["en"].search("against the 58 million pounds expected by analysts").group()
'expected'
"""

from __future__ import annotations

import re
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.change_words import BY_AMOUNT
from indicators.language.languages import PerLanguage, compile_pattern

_OTHER: Final = compile_pattern("other_level")
_STEP_BEHIND: Final = PerLanguage(
    lambda known: re.compile(rf"[^⟦⟧,;.，；。]{{0,14}}?(?:{known.alternatives('change_noun')})", re.IGNORECASE)
)
_STEP_BETWEEN: Final = PerLanguage(
    lambda known: re.compile(
        rf"\b(?:{known.alternatives('change_noun')})\b(?! ?(?:{known.alternatives('than')}))"
        rf"|(?:{known.any_word('by_step')}) ?$",
        re.IGNORECASE,
    )
)
_IS_BASE: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('than')}) (?:\w{{1,7}} )?$", re.IGNORECASE)
)
_NEXT_ITEM: Final = PerLanguage(  # "down 6% from a year earlier, 165 lorries": the next of a list
    lambda known: re.compile(rf"(?:[,，、]|[^\s,，、] (?:{known.any_word('and_')})) ?$", re.IGNORECASE)
)
_SECOND_BASE: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.any_word('and_')}) [^⟦⟧,;]{{1,25}}$", re.IGNORECASE)
)
_OTHER_UNIT: Final = PerLanguage(
    lambda known: re.compile(rf"⟦[A-Z]\d+⟧[^⟦⟧;]{{0,12}}?[,(] ?(?:{known.alternatives('again')})$", re.IGNORECASE)
)
_MARK_BEFORE: Final = re.compile(r"⟦[A-Z]\d+⟧[^⟦⟧]*$")
_REACH: Final = 40
_ENDS: Final = re.compile(r"[⟦,;，；]")
_RELATIVE: Final = re.compile(r",[^⟦⟧,;.]{0,30}")  # "58 million, which analysts had expected"


def is_old_level(match: re.Match[str], before: Claim, after: Claim, language: str) -> bool:
    """Whether words do not make the figure before something other than the earlier level of the one after.

    Args:
        match: The match of a pattern with the groups ``before`` and ``after`` in the words of a sentence.
        before: The figure that is compared with.
        after: The figure that is compared.
        language: The code of the language of the text.
    """
    if (before.is_forecast and not after.is_forecast) or _are_of_other_places(before, after):
        return False
    words, start, end = match.string, match.start("before") - 2, match.end("before") + 1
    first = match.start("after") - 2
    if first > start:
        return True  # "from 50 to 61"
    if not (before.is_forecast and after.is_forecast) and _is_of_something_else(words, start, end, language):
        return False
    between = words[match.end("after") + 1 : start]
    if _NEXT_ITEM[language].search(between) or _is_one_of_two(words[:first], between, before, language):
        return False
    if after.kind is not ClaimKind.GROWTH and any(BY_AMOUNT[language].search(words[:at]) for at in (first, start)):
        return False  # "payrolls grew by 2.7 million, against 4.8 million": two steps
    is_base = _MARK_BEFORE.search(words[:first]) is not None and _IS_BASE[language].search(words[:first]) is not None
    is_step = "⟦" not in between and _STEP_BETWEEN[language].search(between[-_REACH:]) is not None
    return not is_base and not is_step and _STEP_BEHIND[language].match(words, end) is None


def _is_one_of_two(ahead: str, between: str, before: Claim, language: str) -> bool:
    """Whether the base may be that of another figure ahead: ``5, against 3 in May and up from 4``, ``5 or 4, from 3``.

    A base that borrows its unit is in the first of two units.
    """
    if _SECOND_BASE[language].search(between) and _MARK_BEFORE.search(ahead):
        return True
    return "unit" in before.inferred and _OTHER_UNIT[language].search(ahead) is not None


def _is_of_something_else(words: str, start: int, end: int, language: str) -> bool:
    """Whether the words beside a figure make it an average, a plan or an expectation."""
    behind = words[end : end + _REACH]
    clause = _RELATIVE.match(behind)
    behind = clause[0] if clause else _ENDS.split(behind)[0]
    ahead = re.split(r"[⟧;；]", words[max(0, start - _REACH) : start])[-1]
    return any(_OTHER[language].search(text) is not None for text in (ahead, behind))


def _are_of_other_places(one: Claim, two: Claim) -> bool:
    stated = "areas" not in one.inferred and "areas" not in two.inferred
    return stated and bool(one.areas) and bool(two.areas) and one.areas != two.areas
