"""Countries that are only the other side of trade or of a comparison, or the group in which something has a rank.

*Exports to China*, «торговля с Китаем» and 对俄罗斯出口 are not about China or Russia; a loan to Kenya is about Kenya.

>>> from indicators.language.languages import tag_sentence
>>> def is_other_side(text, word, language="en"):
...     sentence = tag_sentence(text, language)
...     return is_counterpart(sentence, [token.text for token in sentence.tokens].index(word))
>>> is_other_side("Exports to China rose", "China"), is_other_side("Exports from China rose", "China")
(True, False)
>>> is_other_side("экспорт в Китай", "Китай", "ru"), is_other_side("продажи в Китае", "Китае", "ru")
(True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind

_AHEAD: Final = 10  # tokens
_BACK_TO_NOUN: Final = 8
_LONGEST_NAME: Final = 4  # tokens, with the preposition
_CLAUSE: Final = frozenset(",;:()。，；、—–")
_REACH_OF_RANK: Final = 9  # tokens between a superlative and the group
_REACH_OF_SHARE: Final = 16
_REACH_UNSPACED: Final = 8


def is_only_whole(sentence: TaggedSentence, code: str, index: int, areas: Sequence[tuple[str, int]]) -> bool:
    """Whether a place is only that in which another has a rank or a share: ``India is the largest in the world``.

    A country is in unspaced text: ``江苏GDP…，占全国的10%，增长6%``.
    """
    if code == "WLD" and _has_superlative(sentence, index):
        return True  # "the world's top producer"
    if all(other == code or at > index for other, at in areas):
        return False
    if sentence.has_han(index):
        rank = sentence.vocabulary.pattern("world_rank").match(sentence.text(index + 2, index + 4))
        return rank is not None or sentence.key(index - 1) in sentence.words.share_verb
    following = sentence.tokens[index + 1].text if index + 1 < len(sentence) else ""
    return code == "WLD" and (not following[:1].isalnum() or sentence.key(index + 1) in sentence.words.and_)


def _has_superlative(sentence: TaggedSentence, index: int) -> bool:
    """``the world's largest producer``: a rank behind the possessive."""
    at = index + 2 if sentence.key(index + 1) == "'" else index + 1
    at += sentence.key(at) == "s"
    behind = sentence.text(at, at + 3)
    is_possessive = at > index + 1 and not sentence.has_han(index)
    return is_possessive and sentence.vocabulary.pattern("superlative").match(behind) is not None


def is_share_of_world(sentence: TaggedSentence, code: str, index: int) -> bool:
    """Whether the world is only the whole of a share: ``45% of the world's cobalt``, ``占全球产量的45%``."""
    words, at = sentence.words, index
    if code != "WLD":
        return False
    if sentence.has_han(index):
        return sentence.key(index - 1) in words.share_verb
    while index - at < _BACK_TO_NOUN and sentence.before(at, Role.PERCENT) is None and at > 0:
        at -= 1
    behind = sentence.key(at) in words.of or at == index or bool(sentence.language_of(at).endings.genitive)
    return behind and sentence.before(at, Role.PERCENT) is not None


def is_ranked_among(sentence: TaggedSentence, index: int) -> bool:
    """Whether the group named at a token is only that in which something has a rank: ``the lowest in the EU``.

    Args:
        sentence: The sentence.
        index: The first token of the name of a group of countries.
    """
    if sentence.has_han(index):
        return (
            sentence.vocabulary.pattern("rank_behind").match(sentence.text(index, index + _REACH_OF_RANK)) is not None
        )
    first = max(0, index - _REACH_OF_RANK)
    found = sentence.vocabulary.pattern("rank_in").search(f"{sentence.text(first, index)} ")
    begin = None if found is None else sentence.tokens[first].start + found.start()
    return begin is not None and not any(  # "the highest rates were found in Belgium"
        sentence.at(at, Role.PAST, Role.RISE, Role.FALL)
        for at in range(first, index)
        if sentence.tokens[at].start > begin
    )


def takes_share(sentence: TaggedSentence, index: int) -> bool:
    """Whether a country takes a share of another's trade, as do those behind it: ``Egypt took 38%, followed by Iran``.

    Args:
        sentence: The sentence.
        index: The first token of its name.
    """
    words = sentence.text(index - 1, index + _REACH_OF_SHARE)
    return sentence.vocabulary.pattern("partner_share").match(words) is not None


def is_counterpart(sentence: TaggedSentence, index: int) -> bool:
    """Whether the country named at a token is only the other side of trade or of a comparison.

    Args:
        sentence: The sentence.
        index: The first token of the name.
    """
    if takes_share(sentence, index):
        return True
    at = index - 1
    if sentence.vocabulary.pattern("partner_ahead").search(f"{sentence.text(max(0, index - _AHEAD), index)} "):
        return True
    economy = sentence.vocabulary.pattern("own_economy")
    if any(economy.match(sentence.key(near)) for near in (index - 1, index + 1)):
        return False
    if sentence.has_han(index):
        return _is_unspaced_counterpart(sentence, index)
    return _goes_into(sentence, at) or _is_spaced_counterpart(sentence, index)


def has_share(sentence: TaggedSentence, index: int) -> bool:
    """Whether a part of trade or of those counted before is that of a country: ``China took 38% of the shipments``.

    Args:
        sentence: The sentence.
        index: The first token of its name.
    """
    behind = sentence.text(index - 1, index + _REACH_OF_SHARE)
    if sentence.vocabulary.pattern("partner_share").match(behind):
        return True
    end = next((at for at in range(index, index + _REACH_OF_SHARE) if sentence.key(at) in _CLAUSE), len(sentence))
    percent = next(iter(sentence.within(index, end, Role.PERCENT)), None)
    of_them = sentence.vocabulary.pattern("of_before")
    return percent is not None and of_them.match(sentence.text(percent.end, percent.end + 3)) is not None


def _goes_into(sentence: TaggedSentence, at: int) -> bool:
    """Whether the article at a token makes *in* a direction: ``Ausfuhren in die Schweiz``."""
    words = sentence.words
    is_into = sentence.key(at) in words.towards_in and sentence.key(at - 1) in words.where_in
    return is_into and _trade_noun(sentence, at - 1) == "trade_out"


def _is_spaced_counterpart(sentence: TaggedSentence, index: int) -> bool:
    words, at = sentence.words, index - 1
    while sentence.key(at) in words.before_country and at > 0:
        at -= 1
    if sentence.key(at) in words.and_ and (first := _find_first_of_pair(sentence, at)):
        at = first  # "exports to China and India"
    word = sentence.key(at)
    if sentence.before(at + 1, Role.ACCORDING) or sentence.before(index, Role.ACCORDING):
        return False
    if word in words.beside:
        is_said = sentence.key(at - 1) == "," and sentence.within(index, index + _REACH_OF_RANK, Role.SAY)
        return not is_said  # ", wie das Statistische Bundesamt mitteilte"
    if word in words.towards:
        return _is_reached(sentence, index, at)
    if word in words.towards_of_trade:
        return _trade_noun(sentence, at) == "trade_out"
    is_whole = word in words.of and sentence.before(at, Role.PERCENT) is not None  # «40% от гърците»
    noun = _trade_noun(sentence, at)
    are_people = sentence.tokens[index].text.islower() and noun == ""  # «половината от гърците»
    return word in words.away and not (is_whole or are_people) and noun != "trade_out"


def _find_first_of_pair(sentence: TaggedSentence, at: int) -> int:
    """The preposition before the first of two names joined by *and*; 0 if there is none."""
    words = sentence.words
    near = range(at - 1, max(0, at - _LONGEST_NAME - 1), -1)
    first = next((n for n in near if sentence.key(n) in words.towards | _CLAUSE or sentence.kind(n) is Kind.NUMBER), 0)
    return first if sentence.key(first) in words.towards else 0


def _is_reached(sentence: TaggedSentence, index: int, at: int) -> bool:
    """``exports to China``, «экспорт в США»; in Russian the case decides whether it is where something is."""
    words, own, parts = sentence.words, sentence.language_of(index), [sentence.key(index)]
    while sentence.key(index + 2 * len(parts) - 1) == "-" and sentence.glued(index + 2 * len(parts)):
        parts.append(sentence.key(index + 2 * len(parts)))  # either part of a double name may be declined
    noun = _trade_noun(sentence, at)
    is_place = sentence.key(at) in words.where
    if is_place and any(
        key.endswith(own.endings.locative) and not key.endswith(own.endings.accusative) for key in parts
    ):
        return False
    return noun == "trade_out" or (noun == "" and not (is_place and sentence.tokens[index].text.isupper()))


def _trade_noun(sentence: TaggedSentence, at: int) -> str:
    """The pattern of the nearest noun of trade before a preposition: of what goes out, or of what comes in."""
    for index in range(at - 1, max(-1, at - 1 - _BACK_TO_NOUN), -1):
        if sentence.key(index) in _CLAUSE:
            return ""
        for name in ("trade_out", "trade_in"):
            if sentence.vocabulary.pattern(name).match(sentence.key(index)):
                return name
    return ""


def _is_unspaced_counterpart(sentence: TaggedSentence, index: int) -> bool:
    """``对俄罗斯出口``, ``与中国的贸易额``; ``和`` joins two that trade."""
    before, words = sentence.key(index - 1), sentence.words
    if before in words.compared_unspaced:
        return True
    trade = sentence.vocabulary.pattern("trade").search(sentence.text(index, index + _REACH_UNSPACED))
    return before in words.before_partner and trade is not None


def is_receiver(sentence: TaggedSentence, index: int) -> bool:
    """Whether what is named before a country is given to it or goes there: ``a loan to Kenya``, ``visitors to Spain``.

    Args:
        sentence: The sentence.
        index: The first token of its name.
    """
    return (
        sentence.vocabulary.pattern("given_to").search(f"{sentence.text(max(0, index - _AHEAD), index)} ") is not None
    )
