"""Whether a growth is real while its levels are at current prices, so that they can't be compared.

Statistical offices adjust the growth of GDP, value added and industrial production for prices, but not the amounts.
Texts seldom say so. Growth of these measures counts as real unless its own words call it nominal; growth of turnover,
sales, trade or revenue counts as nominal.

>>> is_real("Russia's GDP grew ⟦G0⟧ to ⟦M1⟧ from ⟦M2⟧.", by=0, levels=(1, 2))
True
>>> is_real("Russia's GDP grew ⟦G0⟧ in nominal terms to ⟦M1⟧ from ⟦M2⟧.", by=0, levels=(1, 2))
False
>>> is_real("Exports grew ⟦G0⟧ to ⟦M1⟧ from ⟦M2⟧.", by=0, levels=(1, 2))
False
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.marked_sentences import Sentence
from indicators.language.languages import PerLanguage, compile_pattern

_REAL: Final = compile_pattern("real_terms")
_NOMINAL: Final = compile_pattern("nominal")
_AT_CURRENT_PRICES: Final = compile_pattern("current_prices")
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
# Measures whose growth is real by custom, and those whose growth is nominal.
_MEASURES: Final = PerLanguage(
    lambda known: re.compile(
        f"(?P<real>{known.alternatives('real_measure')})|{known.alternatives('nominal_measure')}", re.IGNORECASE
    )
)
# A sector that calls itself an economy is measured by turnover; "more than GDP" is the size of something else.
_NARROWER: Final = compile_pattern("narrower")
_MARK: Final = re.compile(r"⟦[A-Z](\d+)⟧")
_PARTED: Final = re.compile(r"[,;:()，；：（）—–⟦]| - ")
_MOVES_IN_HAN: Final = compile_pattern("change_character")
_OF_GDP: Final = PerLanguage(
    lambda known: re.compile(rf"\s*(?:\S+\s+){{0,2}}?(?:{known.alternatives('gdp')})", re.IGNORECASE)
)


def is_real_in(sentence: Sentence, by: Claim | None, levels: Collection[Claim], *, ahead: str = "") -> bool:
    """Whether a growth in a sentence is real, by its words or, if the levels are amounts of money, by custom.

    Args:
        sentence: The sentence.
        by: The growth, if one is stated.
        levels: Its levels in the sentence.
        ahead: The words of the previous sentence, if that names what grew.
    """
    if _REAL[sentence.language].search(sentence.plain):
        return True
    if by is None or any(level.kind is not ClaimKind.AMOUNT for level in levels):
        return False
    numbers = {claim.id: number for number, claim in enumerate(sentence.claims)}
    own, *others = (numbers.get(claim.id, -1) for claim in (by, *levels))  # an end of a range has a number of its own
    marks = [mark.end() for mark in _MARK.finditer(sentence.words) if int(mark[1]) in (own, *others)]
    last = max(marks, default=len(sentence.words))
    return is_real(f"{ahead} {sentence.words[:last]}", by=own, levels=others, language=sentence.language)


def is_real(words: str, *, by: int, levels: Collection[int], language: str = "en") -> bool:
    """Whether a growth is real by custom.

    Args:
        words: The words up to the last of the figures, with marked figures.
        by: The number of the growth.
        levels: The numbers of its levels.
        language: The code of the language of the words.
    """
    measures = list(_MEASURES[language].finditer(_NARROWER[language].sub(" ", words)))
    return bool(measures) and measures[-1]["real"] is not None and not _says_nominal(words, by, levels, language)


def _says_nominal(words: str, by: int, levels: Collection[int], language: str) -> bool:
    """Whether the words of the growth, not only those of a level, call it nominal."""
    mark = re.search(rf"⟦[A-Z]{by}⟧", words)
    if mark is None:
        return False
    ahead, behind = words[: mark.start()], words[mark.end() :]
    if any(_reaches(ahead[match.end() :], levels, language) for match in _NOMINAL[language].finditer(ahead)):
        return True
    close = [ahead[match.end() :] for match in _AT_CURRENT_PRICES[language].finditer(ahead)]
    close += [
        behind[: match.start()]
        for pattern in (_NOMINAL, _AT_CURRENT_PRICES)
        for match in pattern[language].finditer(behind)
    ]
    return any(not _PARTED.search(between) for between in close)


def _reaches(between: str, levels: Collection[int], language: str) -> bool:
    """Whether *nominal* applies to the growth, as an adjective of the measure or of its verb."""
    if not {int(number) for number in _MARK.findall(between)} <= set(levels):
        return False
    moves = _UP[language].search(between) or _DOWN[language].search(between) or _MOVES_IN_HAN[language].search(between)
    return not _PARTED.search(between) or bool(moves) or _OF_GDP[language].match(between) is not None
