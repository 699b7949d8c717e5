"""Who is said to have said it: ``according to …``, ``… said``, «сообщил …», «по данным …», ``…表示``, ``据…``.

A speaker is the name as the text gives it, with the office before or after it. A pronoun stands for the speaker
named before.

>>> from indicators.language.marking import tag_sentence
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

__all__ = ["find_speaker"]

_LONGEST: Final = 14
_STOPS: Final = frozenset(',;:()«»“”"。，；：—–-')
_PRONOUNS: Final = frozenset("he she they it who which он она они 他 她 其".split())
_SMALL: Final = frozenset("of the and for de von van del da di la le al bin & и по рф при".split())
_NOT_NAMES: Final = frozenset(
    "the a an in on at by this that but and as it he she they who which officials data figures report survey "
    "statement also has have had was were monday tuesday wednesday thursday friday saturday sunday earlier "
    "later separately".split()
)
_OFFICES: Final = tuple(
    "министр вице президент директор глава председат губернатор замглав замминистр аналитик эксперт "
    "гендиректор руководител ректор пресс мэр депутат сенатор экономист премьер начальник раис "
    "заместител компан ведомств агентств служб министерств банк росс ассоциац управлен фонд бюро центр".split()
)


def find_speaker(marked: TaggedSentence, known: str) -> str:
    """The speaker of a sentence; empty when it names none.

    Args:
        marked: The sentence.
        known: The last speaker named before it, for pronouns.
    """
    for index in range(len(marked)):
        according = marked.at(index, Role.ACCORDING)
        if according is not None and (name := _name_after(marked, according.end)):
            return name
        said = marked.at(index, Role.SAY)
        if said is not None:
            name = _of_verb(marked, index, said.end, known)
            if name:
                return name
    return ""


def _of_verb(marked: TaggedSentence, index: int, end: int, known: str) -> str:
    if marked.kind(index) is Kind.HAN:
        return _han_name_before(marked, index)
    if marked.key(index - 1) in _PRONOUNS:
        return known
    before = _name_before(marked, index)
    if before:
        return before
    return _name_after(marked, end) if _may_follow(marked, index) else ""


def _may_follow(marked: TaggedSentence, index: int) -> bool:
    """*Said X* and «сообщил X» follow a quotation or the figure."""
    cyrillic = "а" <= marked.key(index)[0] <= "я"
    return cyrillic or marked.key(index - 1) in _STOPS


def _name_after(marked: TaggedSentence, index: int) -> str:
    """The words of a name and office from a token on: up to a mark, a verb, or small words that lead elsewhere."""
    last, capital = index, False
    while last < len(marked) and last - index < _LONGEST:
        key, kind = marked.key(last), marked.kind(last)
        if kind is Kind.HAN:
            return _han_name_after(marked, index)
        if key in _STOPS and not (key == "-" and marked.glued(last)):
            if key not in ("«", "“", '"') or capital:
                break
            last += 1
            continue
        if kind is Kind.NUMBER or (kind is Kind.SIGN and key not in ("-", ".", "'", "&", "«", "“", '"')):
            break
        if last > index and not _belongs(marked, last, capital=capital):
            break
        capital = capital or marked.tokens[last].text[0].isupper()
        last += 1
    while last > index and (marked.key(last - 1) in _SMALL or marked.kind(last - 1) is Kind.SIGN):
        last -= 1
    return marked.text(index, last).strip(' "“«»”.') if capital else ""


def _belongs(marked: TaggedSentence, index: int, *, capital: bool) -> bool:
    """Whether a word goes on a name: a capital, a small word between capitals, an office before the name."""
    text, key = marked.tokens[index].text, marked.key(index)
    if text[0].isupper() or key in ("-", ".", "'", "&", "«", "“", '"') or marked.glued(index):
        return True
    if key in _SMALL:
        return index + 1 < len(marked) and (
            marked.tokens[index + 1].text[0].isupper() or not capital or key in ("of", "the")
        )
    if "а" <= key[0] <= "я":
        return (not capital or _genitive(key)) and marked.at(
            index, Role.RISE, Role.FALL, Role.PAST, Role.FORECAST
        ) is None
    return (not capital and key not in _NOT_NAMES) or key in (
        "minister",
        "president",
        "chief",
        "executive",
        "governor",
        "director",
        "analyst",
        "economist",
    )


def _genitive(key: str) -> bool:
    return key.endswith(("ия", "ии", "ства", "тва", "ой", "ого", "ых", "их", "ов", "ики", "ции"))


def _name_before(marked: TaggedSentence, index: int) -> str:
    """The name right before *said*: back to a mark or to a word that begins the clause."""
    first, capital = index, False
    while first > 0 and index - first < _LONGEST:
        key, kind, text = marked.key(first - 1), marked.kind(first - 1), marked.tokens[first - 1].text
        if (kind is Kind.SIGN and key not in ("-", "'", ".", "&")) or kind in (Kind.NUMBER, Kind.HAN):
            break
        if marked.at(first - 1, Role.SAY, Role.MONTH) and not text[0].isupper():
            break
        if not (text[0].isupper() or key in _SMALL or key in ("-", "'", ".", "&") or _office(key)):
            break
        capital = capital or text[0].isupper()
        first -= 1
    while first < index and (marked.key(first) in _SMALL | {"-", ".", "'"} or marked.key(first) in _NOT_NAMES):
        first += 1
    if marked.key(first) in ("в", "во"):
        first += 1  # «в Росстате отметили»
    name = marked.text(first, index).strip()
    return name if capital and name and name.lower() not in _NOT_NAMES else ""


def _office(key: str) -> bool:
    if key.startswith(_OFFICES):
        return True
    return key in frozenset(
        "minister president chief executive governor director analyst economist chairman spokesman spokeswoman "
        "ministry office bureau bank agency department association institute head founder deputy senior officer "
        "central national".split()
    )


def _han_name_before(marked: TaggedSentence, index: int) -> str:
    first = index
    while first > 0 and index - first < 18 and marked.kind(first - 1) in (Kind.HAN, Kind.WORD):
        first -= 1
    for at in range(first, index):
        if marked.at(at, Role.ACCORDING) and at < index - 2:
            first = at + 1
    text = marked.text(first, index)
    for tail in ("数据", "报告", "日", "晚间", "今日", "近日", "最新", "方面", "负责人"):
        text = text.removesuffix(tail)
    text = text.removeprefix("日").removeprefix("晚").removeprefix("月")
    return text if 2 <= len(text) <= 18 and text not in ("我们", "公司", "数据") else ""


def _han_name_after(marked: TaggedSentence, index: int) -> str:
    """``据中国信通院数据``: up to the word that says what it is."""
    last = index
    while last < len(marked) and last - index < 16 and marked.kind(last) in (Kind.HAN, Kind.WORD):
        if (
            marked.key(last) in "的，"
            or marked.at(last, Role.SAY)
            or marked.text(last, last + 2) in ("数据", "统计", "报道", "报告", "测算")
        ):
            break
        last += 1
    text = marked.text(index, last)
    return text if len(text) >= 2 and not text.startswith(("此", "了解", "介绍", "统计", "初步", "悉")) else ""
