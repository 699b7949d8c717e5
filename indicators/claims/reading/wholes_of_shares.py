"""What a share is a share of: ``of transactions``, «ВВП», ``占GDP比重``; in the words of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.tokens import Kind
from indicators.model.observations import Qualifier

_CHANGES: Final = (Role.RISE, Role.FALL)
_NO_NOUNS: Final = (
    Role.SAY, Role.PAST, Role.FORECAST, Role.SPAN, Role.MONTH, Role.YOY, Role.MORE, Role.LESS, Role.RATE, Role.YEAR,
)  # fmt: skip
_TIMES: Final = (
    Role.RELATIVE, Role.QUARTER_AWAY, Role.MONTH_AWAY, Role.QUARTER_BEFORE, Role.MONTH_BEFORE,
)  # fmt: skip
_CLAUSE: Final = frozenset(",;:()。，；、—–")
_LONGEST_ITEM: Final = 7  # tokens between two percentages of a list
_TIME: Final = 7  # tokens
_WORD: Final = re.compile(r"[^\W\d_]+")
_BRACKET: Final = 6  # tokens
_FEW_WORDS: Final = 2
_SMALL: Final = 3  # letters
_NOUNS: Final = (Role.SHARE, Role.RATE, Role.INDEX, Role.GROWTH, Role.DROP)


def find_whole(sentence: TaggedSentence, figure: ParsedFigure) -> str:
    """Find the whole of a percentage in the words after it: ``of transactions``, «ВВП», «заказов»."""
    at, words = figure.last, sentence.words
    if sentence.key(at) == "(":  # "35% (252,300) of all visits"
        end = next((n for n in range(at + 1, at + _BRACKET) if sentence.key(n) == ")"), at)
        inside = [n for n in range(at + 1, end) if sentence.kind(n) is not Kind.NUMBER]
        at = end + 1 if end > at and len(inside) <= _FEW_WORDS and sentence.key(end + 1) in words.of else at
    if sentence.key(at) in words.of:
        if _is_no_whole(sentence, at):
            return ""
        return _phrase(sentence, at + 1)
    if sentence.kind(at) is Kind.WORD and sentence.language_of(at).endings.genitive:
        return _genitive_whole(sentence, at)
    if sentence.key(figure.first - 1) in words.possessive:
        return find_whole_before(sentence, figure)
    if sentence.key(at) in words.possessive:
        whole = _phrase(sentence, at + 1) or sentence.key(at)
        return "" if sentence.vocabulary.pattern("not_whole").match(whole) else whole  # 10.6%的峰值
    return ""


def _is_no_whole(sentence: TaggedSentence, at: int) -> bool:
    """Whether a preposition begins the time or the place of a percentage: *3,59 % de enero*, *40 % d'Europe*."""
    after = at + 1 + (sentence.key(at + 1) in sentence.words.article)
    is_time = sentence.at(at + 1, *_TIMES) or sentence.at(after, *_TIMES) or sentence.at(at, Role.YOY)
    if is_time or sentence.key(at + 1) in sentence.words.ago_ahead:
        return True  # "the 6.1% of the previous quarter", «на годишна база»
    ordinal = sentence.at(after, Role.ORDINAL)
    if ordinal is not None and sentence.kind(ordinal.end) is not Kind.WORD:
        return True  # "the 18.3% of the first"
    words_behind = sentence.text(at + 1, at + _TIME)
    if any(sentence.vocabulary.pattern(name).match(words_behind) for name in ("year_earlier", "previous_one")):
        return True
    if sentence.key(at) not in sentence.words.from_place or at + 1 >= len(sentence):
        return False
    after = at + 1 + (sentence.key(at + 1) == "'")
    text = sentence.tokens[after].text if after < len(sentence) else ""
    return sentence.at(after, Role.MONTH) is not None or text.istitle()


def _genitive_whole(sentence: TaggedSentence, at: int) -> str:
    """A noun in the genitive right behind the percent sign."""
    key, words = sentence.key(at), sentence.words
    if key in words.gdp or (sentence.tokens[at].text.isupper() and len(key) > 1):
        return sentence.tokens[at].text
    if key in words.of_whole or key in words.all_of:
        return _phrase(sentence, at + (key in words.of_whole))
    other = sentence.at(at, *_CHANGES, *_NO_NOUNS)
    if key in words.not_whole or len(key) < 4 or other or not key.endswith(sentence.language_of(at).endings.genitive):
        return ""
    return _phrase(sentence, at)


def _phrase(sentence: TaggedSentence, at: int) -> str:
    """The words from here to the next mark, preposition of another part, or verb; at most eight."""
    last = at
    han = sentence.has_han(at)
    start = at + (sentence.key(at) in sentence.words.article)
    if not han and sentence.key(start) in sentence.words.gdp:
        return sentence.text(at, start + 1)  # "4% of GDP and revenue at 16%"
    while last < len(sentence) and last - at < (12 if han else 8):
        key = sentence.key(last)
        if key in _CLAUSE or key in (".", "，") or sentence.kind(last) is Kind.NUMBER:
            break
        other = sentence.at(last, Role.PAST, Role.SAY, *_CHANGES, Role.FROM, Role.SINCE, Role.FORECAST)
        if last > at and (other or key in sentence.words.ends_whole):
            break
        last += 1
    return sentence.text(at, last).strip(" .,'\"”")


def find_whole_before(sentence: TaggedSentence, figure: ParsedFigure) -> str:
    """Find the whole between a verb of share and the figure: ``占GDP比重达到42.8%``."""
    words = sentence.words
    if sentence.key(figure.first - 1) in words.possessive:  # GDP的100%
        first = figure.first - 1
        while first > 0 and figure.first - first < 10 and not _begins(sentence, first):
            first -= 1
        first -= sentence.key(first - 1) in words.total_prefix  # 占总 is one word of a share, 总额 that of its whole
        whole = sentence.text(first, figure.first - 1)
        return "" if words.time_characters & set(whole) else whole  # 第二季的3.1%
    for at in range(figure.first, max(-1, figure.first - 16), -1):
        if sentence.key(at) in words.share_verb:
            last = at + 1
            while last < figure.first and sentence.key(last) not in words.ends_whole_before:
                if sentence.at(last, Role.TO, Role.SHARE, Role.BEFORE, Role.RISE):
                    break
                last += 1
            return sentence.text(at + 1, last)
        if sentence.key(at) in ("，", "。", "；"):
            return ""
    return ""


def _begins(sentence: TaggedSentence, first: int) -> bool:
    """Whether the words of a whole begin at a token: a mark, a verb or a qualifier comes before."""
    if sentence.key(first - 1) in _CLAUSE:
        return True
    return sentence.before(first, Role.BEFORE, Role.TO, Role.SHARE, Role.FORECAST, *_CHANGES) is not None


def find_share_qualifier(sentence: TaggedSentence, first: int) -> Qualifier | None:
    """Find the qualifier before the verb of share in ``约占新增装机的84.4%``, which widens the share behind it."""
    words = sentence.words
    is_whose = sentence.key(first - 1) in words.possessive
    for at in range(first - 1, max(0, first - 14), -1):
        if sentence.key(at) in _CLAUSE:
            return None
        before = sentence.before(at + 1, Role.BEFORE) if is_whose else None
        if before and not words.time_characters & set(sentence.text(at, first)):
            return Qualifier(before.value)
        if sentence.key(at) in words.share_verb:
            before = sentence.before(at, Role.BEFORE) or sentence.before(at + 1, Role.BEFORE)
            return None if before is None else Qualifier(before.value)
    return None


def find_whole_of_list(sentence: TaggedSentence, figure: ParsedFigure) -> str:
    """Find the whole behind the last of a list: ``Leeds had 8.5%, York 8.4% and Hull 8.3% of the total``."""
    at, item = figure.last, 0
    while at < len(sentence) and item < _LONGEST_ITEM:
        if (percent := sentence.at(at, Role.PERCENT)) is not None:
            item, at = 0, percent.end
            is_last = sentence.key(at) in sentence.words.of and at > figure.last
            if is_last and not sentence.at(at + 1, Role.MONTH, Role.YEAR):
                return find_whole(sentence, replace(figure, last=at))
            continue
        is_name = sentence.kind(at) is not Kind.WORD or sentence.tokens[at].text[0].isupper()
        if not is_name and sentence.key(at) not in sentence.words.and_:
            return ""
        item, at = item + 1, at + 1
    return ""


def continues_whole(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """Whether only a name or place comes before a share: ``62% of GDP, while in Greece it is 160%``."""
    words = sentence.words
    names = any(sentence.at(at, *_NOUNS) for at in range(floor, figure.first))
    is_move = sentence.key(figure.first - 1) in words.to_level | words.range_to and not names
    if is_move and words.gdp & set(_WORD.findall(sentence.text(max(0, floor - 1), floor + _TIME).casefold())):
        return True  # "from 65.3% of GDP in 2025 to 65.7% in 2026"
    begins = words.conjunctions | words.and_ | _CLAUSE
    start = next((at for at in range(floor, figure.first) if sentence.key(at) in begins), figure.first)
    small = begins | words.lead | words.where_in | words.article | words.before_year | words.pronouns
    return (
        start < figure.first
        and all(
            sentence.key(at) in small
            or len(sentence.key(at)) <= _SMALL
            or not sentence.tokens[at].text.islower()
            or sentence.at(at, Role.TO) is not None
            for at in range(start, figure.first)
            if sentence.kind(at) is Kind.WORD
        )
        and not any(
            sentence.kind(at) is Kind.HAN or sentence.at(at, *_CHANGES, *_NOUNS) for at in range(start, figure.first)
        )
    )


def comes_from(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether it is the part of a change that comes from somewhere: 增长七成来自出口."""
    come_from = sentence.vocabulary.pattern("come_from")
    return figure.form == "tenths" and come_from.match(sentence.text(figure.last, len(sentence))) is not None


def is_of_world(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether the whole is the world's, so that the verb before is no change: ``grows 45% of the world's cocoa``."""
    at = figure.last + 1 + (sentence.key(figure.last + 1) in sentence.words.article)
    stems = sentence.language_of(at).world_stems if at < len(sentence) else ()
    return sentence.key(figure.last) in sentence.words.of and bool(stems) and sentence.key(at).startswith(stems)


def is_counted_behind(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """``80%: 4 of 5``, «80% (1360 из 1700)», ``80%：1700家中1360家``: part and whole follow, counted."""
    at = figure.last + 1
    if sentence.key(at - 1) not in (":", "(", "：", "（") or sentence.kind(at) is not Kind.NUMBER:
        return False
    behind = range(at + 1, min(at + 8, len(sentence)))
    joint = next(
        (n for n in behind if sentence.key(n) in sentence.words.out_of or sentence.key(n) in _CLAUSE), len(sentence)
    )
    return sentence.key(joint) not in _CLAUSE and any(
        sentence.kind(n) is Kind.NUMBER for n in range(joint + 1, min(joint + 5, len(sentence)))
    )


def find_group(sentence: TaggedSentence, figure: ParsedFigure) -> str:
    """Find the group that the sentence begins with: ``Of the visitors, 27% were``, ``As a share of GDP, it was 4%``."""
    ahead = sentence.text(0, figure.first)
    is_first = all(sentence.kind(at) is not Kind.NUMBER for at in range(figure.first))
    group = sentence.vocabulary.pattern("as_share").match(ahead) if is_first else None
    group = group or sentence.vocabulary.pattern("group_ahead").match(ahead)
    return group[group.lastindex or 0].strip() if group else ""


def is_counted_before(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """Whether part and whole are right before: ``2.9 million of the 5.5 million farms, or 30%``."""
    at = figure.first - 1
    if sentence.key(at) not in sentence.words.or_ and sentence.key(at) not in ("(", "（", "—", "–"):
        return False
    if not 0 <= at - floor <= 2 or floor == 0:
        return False
    first = first_of_last(sentence, floor)
    number = next((n for n in range(first - 1, max(-1, first - 8), -1) if sentence.kind(n) is Kind.NUMBER), None)
    return number is not None and any(sentence.key(n) in sentence.words.out_of for n in range(number + 1, first))


def first_of_last(sentence: TaggedSentence, floor: int) -> int:
    """Find the first token of the number before: back over its unit and scale."""
    at = floor
    while at > 0 and floor - at < 6 and sentence.kind(at) is not Kind.NUMBER:
        at -= 1
    while at > 0 and (mark := sentence.before(at, Role.MONEY) or sentence.before(at, Role.BEFORE)):
        at = mark.start
    return at


def is_beside_a_count(sentence: TaggedSentence, start: int, floor: int) -> bool:
    """Whether it is in brackets right behind the number it is the share of: ``of 500 asked, 300 (60%) agree``."""
    at = start - 1
    return sentence.key(at) in ("(", "（") and (floor == at or sentence.kind(at - 1) is Kind.NUMBER)
