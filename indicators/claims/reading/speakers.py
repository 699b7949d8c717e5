"""The speaker of a sentence: ``according to …``, ``… said``, «сообщил …», «по данным …», ``…表示``, ``据…``.

A speaker is the name as the text gives it, with the office before or after it. A pronoun means the speaker named
before.

>>> from indicators.language.languages import tag_sentence
>>> def who(text, language="en"):
...     return find_speaker(tag_sentence(text, language), "")
>>> who("Shares rose 3%, according to Economic Development Minister Maxim Reshetnikov.")
'Economic Development Minister Maxim Reshetnikov'
>>> who("«Рост — 5%», — сообщил министр Антон Котяков на форуме.", "ru"), who("董事长李明表示，营收将达700亿元。", "zh")
('министр Антон Котяков', '董事长李明')
"""

from __future__ import annotations

from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind

_LONGEST: Final = 14
_LONGEST_SMALL_WORD: Final = 4  # characters; titles have small words without capitals
_STOPS: Final = frozenset(',;:()«»“”"。，；：—–-')
_INSIDE: Final = frozenset(("-", ".", "'", "&"))
_QUOTES: Final = frozenset(("«", "“", '"'))


def find_speaker(sentence: TaggedSentence, known: str) -> str:
    """Find the speaker of a sentence; empty when it names none.

    Args:
        sentence: The sentence.
        known: The last speaker named before it, for pronouns.
    """
    is_title = all(not token.text.islower() for token in sentence.tokens if len(token.text) > _LONGEST_SMALL_WORD)
    for index in range(len(sentence)):
        is_name = (
            not is_title
            and index
            and sentence.tokens[index].text[0].isupper()
            and sentence.kind(index - 1) is Kind.WORD
        )
        if is_name and sentence.tokens[index - 1].text[0].isupper():
            continue  # the United States
        according = sentence.at(index, Role.ACCORDING)
        if according is not None and (name := _name_after(sentence, according.end)):
            return name
        said = sentence.at(index, Role.SAY)
        if said is not None:
            name = _of_verb(sentence, index, said.end, known)
            if name:
                return name
    return ""


def _of_verb(sentence: TaggedSentence, index: int, end: int, known: str) -> str:
    if sentence.has_han(index):
        return _unspaced_name_before(sentence, index)
    if sentence.key(index - 1) in sentence.words.pronouns:
        return known
    if before := _name_before(sentence, index):
        return before
    may_follow = sentence.language_of(index).is_inflected or sentence.key(index - 1) in _STOPS  # "…", said X
    return _name_after(sentence, end) if may_follow else ""


def _name_after(sentence: TaggedSentence, index: int) -> str:
    """The words of a name and office from a token on: up to a mark, a verb, or a small word that ends it."""
    last, capital = index, False
    while last < len(sentence) and last - index < _LONGEST:
        key, kind = sentence.key(last), sentence.kind(last)
        if kind is Kind.HAN:
            return _unspaced_name_after(sentence, index)
        if key in _STOPS and not (key == "-" and sentence.glued(last)):
            if key not in _QUOTES or capital:
                break
            last += 1
            continue
        if kind is Kind.NUMBER or (kind is Kind.SIGN and key not in _INSIDE):
            break
        if last > index and not _belongs(sentence, last, capital=capital):
            break
        capital = capital or sentence.tokens[last].text[0].isupper()
        last += 1
    while last > index and (
        sentence.key(last - 1) in sentence.words.name_particles or sentence.kind(last - 1) is Kind.SIGN
    ):
        last -= 1
    return sentence.text(index, last).strip(' "“«»”.') if capital else ""


def _belongs(sentence: TaggedSentence, index: int, *, capital: bool) -> bool:
    """Whether a word goes on a name: a capital, a small word between capitals, an office before the name."""
    text, key, words = sentence.tokens[index].text, sentence.key(index), sentence.words
    if text[0].isupper() or key in _INSIDE or key in _QUOTES or sentence.glued(index):
        return True
    if key in words.name_particles:
        following = sentence.tokens[index + 1].text if index + 1 < len(sentence) else ""
        return following != "" and (following[0].isupper() or not capital or key in words.of or key in words.article)
    own = sentence.language_of(index)
    if own.is_inflected:
        is_verb = sentence.at(index, Role.RISE, Role.FALL, Role.PAST, Role.FORECAST) is not None
        return (not capital or key.endswith(own.endings.name)) and not is_verb
    return (not capital and key not in words.not_names) or key in words.offices


def _name_before(sentence: TaggedSentence, index: int) -> str:
    """The name right before *said*: back to a mark or to a word that begins the clause."""
    first, capital, words = index, False, sentence.words
    while first > 0 and index - first < _LONGEST:
        key, kind, text = sentence.key(first - 1), sentence.kind(first - 1), sentence.tokens[first - 1].text
        if (kind is Kind.SIGN and key not in _INSIDE) or kind in (Kind.NUMBER, Kind.HAN):
            break
        if sentence.at(first - 1, Role.SAY, Role.MONTH) and not text[0].isupper():
            break
        if not (text[0].isupper() or key in words.name_particles or key in _INSIDE or _is_office(sentence, key)):
            break
        capital = capital or text[0].isupper()
        first -= 1
    outside = words.name_particles | words.not_names | {"-", ".", "'"}
    while first < index and sentence.key(first) in outside:
        first += 1
    first += sentence.key(first) in words.where  # «в Росстате отметили»
    name = sentence.text(first, index).strip()
    return name if capital and name and name.lower() not in words.not_names else ""


def _is_office(sentence: TaggedSentence, key: str) -> bool:
    return key in sentence.words.offices or key.startswith(sentence.vocabulary.language_of(key).office_stems)


def _unspaced_name_before(sentence: TaggedSentence, index: int) -> str:
    first = index
    while first > 0 and index - first < 18 and sentence.kind(first - 1) in (Kind.HAN, Kind.WORD):
        first -= 1
    for at in range(first, index):
        if sentence.at(at, Role.ACCORDING) and at < index - 2:
            first = at + 1
    text = sentence.vocabulary.pattern("beside_speaker").sub("", sentence.text(first, index))
    return text if 2 <= len(text) <= 18 and text not in sentence.words.not_names else ""


def _unspaced_name_after(sentence: TaggedSentence, index: int) -> str:
    """``据中国信通院数据``: up to the word for what it published."""
    last, what = index, sentence.vocabulary.pattern("behind_speaker")
    while last < len(sentence) and last - index < 16 and sentence.kind(last) in (Kind.HAN, Kind.WORD):
        ends = sentence.key(last) in sentence.words.possessive or sentence.at(last, Role.SAY)
        if ends or what.match(sentence.text(last, last + 2)):
            break
        last += 1
    text = sentence.text(index, last)
    return text if len(text) >= 2 and not sentence.vocabulary.pattern("not_speaker").match(text) else ""
