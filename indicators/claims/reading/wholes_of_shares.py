"""What a share is a share of: ``of transactions``, «ВВП», ``占GDP比重``; in the words of the text."""

from __future__ import annotations

from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind
from indicators.model.observations import Qualifier

__all__ = ["find_share_qualifier", "find_whole", "find_whole_before"]

_CHANGES: Final = (Role.RISE, Role.FALL)
_NO_NOUNS: Final = (
    Role.SAY, Role.PAST, Role.FORECAST, Role.SPAN, Role.MONTH, Role.YOY, Role.MORE, Role.LESS, Role.RATE, Role.YEAR,
)  # fmt: skip
_CLAUSE: Final = frozenset(",;:()。，；、—–")
_OF_WHOLE: Final = frozenset(("gdp", "ввп", "врп"))
_NOT_WHOLE: Final = frozenset(
    "в на с по до за из от к у о об и или а но против после годовых при для чем что это как выше ниже больше "
    "меньше год году через под над со во г также без".split()
)
_GENITIVE: Final = ("ов", "ев", "ей", "ий", "ых", "их", "ого", "его", "ой", "ии", "ы", "и", "а", "я", "ти")
_STOPS: Final = frozenset(
    "in at as by with while who that which were was are is have has had involve involved came said this last "
    "до с по за при что это от против пользуются использовали".split()
)


def find_whole(marked: TaggedSentence, figure: ParsedFigure) -> str:
    """What a percentage is of, from the words behind it: ``of transactions``, «ВВП», «заказов»."""
    at = figure.last
    if marked.key(at) == "of":
        return _phrase(marked, at + 1)
    if marked.kind(at) is Kind.WORD and "а" <= marked.key(at)[0] <= "я":
        return _russian_whole(marked, at)
    if marked.key(figure.first - 1) == "的" and marked.kind(figure.first - 1) is Kind.HAN:
        return find_whole_before(marked, figure)
    if marked.key(at) == "的" and marked.kind(at) is Kind.HAN:
        return _phrase(marked, at + 1) or "的"
    return ""


def _russian_whole(marked: TaggedSentence, at: int) -> str:
    """A noun in the genitive right behind the per cent sign."""
    key = marked.key(at)
    if key in _OF_WHOLE or (marked.tokens[at].text.isupper() and len(key) > 1):
        return marked.tokens[at].text
    if key in ("от", "из", "всех", "всего"):
        return _phrase(marked, at + (key in ("от", "из")))
    other = marked.at(at, *_CHANGES, *_NO_NOUNS)
    if key in _NOT_WHOLE or len(key) < 4 or other is not None or not key.endswith(_GENITIVE):
        return ""
    return _phrase(marked, at)


def _phrase(marked: TaggedSentence, at: int) -> str:
    """The words from here to the next mark, preposition of another part, or verb; at most eight."""
    last = at
    han = marked.kind(at) is Kind.HAN
    while last < len(marked) and last - at < (12 if han else 8):
        key = marked.key(last)
        if key in _CLAUSE or key in (".", "，") or marked.kind(last) is Kind.NUMBER:
            break
        if last > at and (
            marked.at(last, Role.PAST, Role.SAY, *_CHANGES, Role.FROM, Role.SINCE, Role.FORECAST) or key in _STOPS
        ):
            break
        last += 1
    return marked.text(at, last).strip(" .,'\"”")


def find_whole_before(marked: TaggedSentence, figure: ParsedFigure) -> str:
    """``占GDP比重达到42.8%``: what stands behind 占."""
    if marked.key(figure.first - 1) == "的":  # GDP的100%
        first = figure.first - 1
        while first > 0 and figure.first - first < 10 and not _begins(marked, first):
            first -= 1
        first -= marked.key(first - 1) == "总"  # 占总 is one word of a share, 总额 that of its whole
        words = marked.text(first, figure.first - 1)
        return "" if any(character in "年月季度日期" for character in words) else words  # 第二季的3.1%
    for at in range(figure.first, max(-1, figure.first - 16), -1):
        if marked.key(at) == "占":
            last = at + 1
            while (
                last < figure.first
                and not marked.at(last, Role.TO, Role.SHARE, Role.BEFORE, Role.RISE)
                and marked.key(last) not in "的比"
            ):
                last += 1
            return marked.text(at + 1, last)
        if marked.key(at) in ("，", "。", "；"):
            return ""
    return ""


def _begins(marked: TaggedSentence, first: int) -> bool:
    """Whether the words of a whole begin at a token: a mark, a verb or a qualifier stands before."""
    if marked.key(first - 1) in _CLAUSE:
        return True
    return marked.before(first, Role.BEFORE, Role.TO, Role.SHARE, Role.FORECAST, *_CHANGES) is not None


def find_share_qualifier(marked: TaggedSentence, first: int) -> Qualifier | None:
    """The word before 占 in ``约占新增装机的84.4%``, which widens the share behind it."""
    for at in range(first - 1, max(0, first - 14), -1):
        if marked.key(at) in _CLAUSE:
            return None
        if (
            marked.key(first - 1) == "的"
            and "季" not in marked.text(at, first)
            and (before := marked.before(at + 1, Role.BEFORE))
        ):
            return Qualifier(before.value)
        if marked.key(at) == "占":
            before = marked.before(at, Role.BEFORE) or marked.before(at + 1, Role.BEFORE)
            return None if before is None else Qualifier(before.value)
    return None
