"""Countries that a sentence names only as the other side: of trade, of a comparison. It is not about them.

*Exports to China*, «торговля с Китаем» and 对俄罗斯出口 name whom somebody trades with; what the next sentence tells
is not of that country.

>>> from indicators.language.marking import tag_sentence
>>> def is_other_side(text, word, language="en"):
...     marked = tag_sentence(text, language)
...     return is_counterpart(marked, [token.text for token in marked.tokens].index(word))
>>> is_other_side("Exports to China rose", "China"), is_other_side("Exports from China rose", "China")
(True, False)
>>> is_other_side("экспорт в Китай", "Китай", "ru"), is_other_side("продажи в Китае", "Китае", "ru")
(True, False)
"""

from __future__ import annotations

import re
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind

__all__ = ["is_counterpart"]

_BACK: Final = 8
_CLAUSE: Final = frozenset(",;:()。，；、—–")
_TOWARDS: Final = frozenset("to into towards в к".split())
_AWAY: Final = frozenset("from из от".split())
_BESIDE: Final = frozenset("with than against unlike versus c с со чем против".split())
_SMALL: Final = frozenset(("the", "mainland", "neighbouring", "in", "материковый"))
_OUT: Final = re.compile(r"export|shipment|deliver|suppl|экспорт|вывоз|поставк|отгруз")
_IN: Final = re.compile(r"import|purchase|импорт|ввоз|закуп")
_LOCATIVE: Final = ("е", "и", "ой", "ом", "ых", "их", "ах", "ях")
_ACCUSATIVE: Final = ("ие", "ые", "ое")
_HAN_BEFORE: Final = frozenset("对向与同跟从自往比较")
_HAN_TRADE: Final = re.compile(r"出口|进口|贸易|投资|出售|销售|供应|输出|往来|合作|交易|相比|相较")
_HAN_REACH: Final = 8


def is_counterpart(marked: TaggedSentence, index: int) -> bool:
    """Whether the country named at a token is only the other side of what is told.

    Args:
        marked: The sentence.
        index: The first token of the name.
    """
    if marked.kind(index) is Kind.HAN:
        return _is_of_han(marked, index)
    at = index - 1
    while marked.key(at) in _SMALL and at > 0:
        at -= 1
    word = marked.key(at)
    if marked.before(at + 1, Role.ACCORDING) or marked.before(index, Role.ACCORDING):
        return False
    if word in _BESIDE:
        return True
    if word in _TOWARDS:
        return _is_reached(marked, index, at)
    return word in _AWAY and _noun(marked, at) is not _OUT


def _is_reached(marked: TaggedSentence, index: int, at: int) -> bool:
    """``exports to China``, «экспорт в США»; in Russian the case tells whether it is where something is."""
    if marked.key(at - 1) == "according":
        return False
    noun, key = _noun(marked, at), marked.key(index)
    if marked.key(at) == "в" and key.endswith(_LOCATIVE) and not key.endswith(_ACCUSATIVE):
        return False
    has_no_cases = marked.key(at) == "в" and marked.tokens[index].text.isupper()
    return noun is _OUT or (noun is None and not has_no_cases)


def _noun(marked: TaggedSentence, at: int) -> re.Pattern[str] | None:
    """The nearest noun of trade before a preposition: of what goes out, or of what comes in."""
    for index in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if marked.key(index) in _CLAUSE:
            return None
        for pattern in (_OUT, _IN):
            if pattern.match(marked.key(index)):
                return pattern
    return None


def _is_of_han(marked: TaggedSentence, index: int) -> bool:
    """``对俄罗斯出口``, ``与中国的贸易额``; ``和`` joins two that trade."""
    before = marked.key(index - 1)
    if before not in _HAN_BEFORE or marked.kind(index - 1) is not Kind.HAN:
        return False
    return before in "比较" or _HAN_TRADE.search(marked.text(index, index + _HAN_REACH)) is not None
