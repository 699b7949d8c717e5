"""Whether the base of a share is another than the whole beside it: ``9% of its turnover``, 占产量四成."""

from __future__ import annotations

import re
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.listed_values import begin_words, stem_words
from indicators.language.languages import PerLanguage, compile_pattern

_SIDES: Final = tuple(map(compile_pattern, ("exports_side", "imports_side", "share_capital")))
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_STEM: Final = 4  # letters
_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"[)）]?\s+(?:{known.alternatives('of')})\s+(?P<what>(?:[^\W\d_]+\s?){{1,4}})", re.IGNORECASE
    )
)
OWNED_BASE: Final = re.compile(
    r"\s(?:[^\W\d_]+ )?[^\W\d_]+['’]s? (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)"
)  # "half Peru's exports"
_ARTICLES: Final = PerLanguage(lambda known: known.words.article | known.words.one_article)
_THE_TOTAL: Final = compile_pattern("the_total")
_WORTH: Final = compile_pattern("nominal_measure")
_OF_ALL: Final = compile_pattern("of_all")


def has_other_base(after: str, whole: Claim, language: str) -> bool:
    """Whether the base named after a share is not the whole: "9% of its turnover"."""
    match = _OF[language].match(after) or OWNED_BASE.match(after)
    if match is None or _OF_ALL[language].match(match["what"]) or not after[match.end() :].strip():
        return False
    base, own = (
        {word[:_STEM] for word in begin_words(text) - _ARTICLES[language]}
        for text in (match["what"], whole.counted or whole.subject)
    )
    return not base & own  # the workforce are workers


def names_other_base(share: Claim, part: Claim, whole: Claim, language: str) -> bool:
    """Whether the base ahead of a Chinese share, as in 占产量四成, is in the words of neither figure."""
    base = _THE_TOTAL[language].sub("", share.denominator or "")
    if part.kind is ClaimKind.COUNT and share.subject != part.subject and _WORTH[language].search(share.subject):
        return True  # 项目96个，总投资占一半
    if any(side[language].search(base) and not side[language].search(whole.subject) for side in _SIDES):
        return True  # a share of exports is none of exports and imports together, nor of all shares one of those held
    pairs, given = (stem_words(text) for text in (base, f"{part.subject} {whole.subject} {whole.counted}"))
    has_figure = any(character.isdigit() for character in base)  # 占总收入2亿元的四分之一: the whole itself
    return _HAN.search(base) is not None and bool(pairs) and pairs.isdisjoint(given) and not has_figure
