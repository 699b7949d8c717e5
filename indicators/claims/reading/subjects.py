"""What is measured: the words before a figure that name it, without the verb.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.languages import tag_sentence
>>> def name(text):
...     sentence = tag_sentence(text)
...     return find_subject(sentence, find_figures(sentence)[0][0], 0)
>>> name("Exports of wheat rose 3%."), name("In 2024, by official data, sales were 5 million euros.")
('Exports of wheat', 'sales')
"""

from __future__ import annotations

import re
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence

_NO_SUBJECT: Final = (
    Role.RISE, Role.FALL, Role.TO, Role.BY, Role.PAST, Role.YOY, Role.FROM, Role.OF, Role.AND, Role.BEFORE,
    Role.FORECAST,
)  # fmt: skip
_CLAUSES: Final = frozenset(",;:()。，；—–、")
_DASHES: Final = frozenset("—–")
_SUBJECT_WORDS: Final = 9
_LONGEST_ASIDE: Final = 8  # tokens
_SUBJECT_CHARACTERS: Final = 24
_WORD: Final = re.compile(r"[^\W\d_]+")


def find_subject(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> str:
    """Find the words before a figure that name what is measured: back to a mark, without the verb; or empty."""
    last = figure.first
    if sentence.key(last - 1) in _DASHES and last - 1 > floor:
        last -= 1  # a dash stands for the verb: «импорт — 283 млрд»
    first = _begin_of_clause(sentence, last, floor)
    if first > floor and _is_only_verb(sentence, first, last):  # "Inflation in Turkey, by official data, was 5%"
        aside = _begin_of_clause(sentence, first - 1, floor)
        if sentence.key(first - 1) in _DASHES and aside < first - 1:
            first, last = aside, first - 1  # «а промышленность — на 15,2%»
        elif aside > floor and first - aside <= _LONGEST_ASIDE:
            first, last = _begin_of_clause(sentence, aside - 1, floor), aside - 1
    while last > first and (shorter := _without_verb(sentence, last)) < last:
        last = max(shorter, first)
    while first < last and (sentence.key(first) in sentence.words.lead or sentence.at(first, Role.YOY, Role.MONTH)):
        first += 1
    most = 2 * _SUBJECT_WORDS if sentence.language.is_spaced else _SUBJECT_CHARACTERS
    words = sentence.text(max(first, last - most), last)
    return " ".join(words.split()[:_SUBJECT_WORDS])[:80].strip(" -—–\"'“”«»")


def _begin_of_clause(sentence: TaggedSentence, index: int, floor: int) -> int:
    """The token behind the last mark before a token."""
    while index > floor and sentence.key(index - 1) not in _CLAUSES:
        index -= 1
    return index


def _is_only_verb(sentence: TaggedSentence, start: int, end: int) -> bool:
    while end > start and (shorter := _without_verb(sentence, end)) < end:
        end = max(shorter, start)
    return end <= start


def continues_subject(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether only a time comes before the first figure, so that the subject is that of the sentence before.

    ``In 2023 they were``, ``2023年为``.
    """
    ahead = sentence.text(0, figure.first)
    when = sentence.vocabulary.pattern("when").search(ahead)
    return when is not None and all(word in sentence.words.only_when for word in _WORD.findall(ahead.casefold()))


def _without_verb(sentence: TaggedSentence, last: int) -> int:
    """The end of the words without the verb or small word they end in."""
    verb = sentence.before(last, *_NO_SUBJECT)
    if verb is not None:
        return verb.start
    small = sentence.key(last - 1) in sentence.words.lead or not sentence.key(last - 1)[0].isalnum()
    return last - 1 if small else last
