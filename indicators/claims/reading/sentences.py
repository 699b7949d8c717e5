"""Where the sentences of a paragraph begin and end, in English, Russian and Chinese.

A full stop ends a sentence when a space and a capital, a digit or an opening quotation mark follow, unless it
belongs to an abbreviation or an initial. Of what there is, pysbd takes quadratic time and razdel knows Russian
only, and neither is maintained; hence these rules of our own.

>>> text = "The U.S. paid $3.5 bn. It grew by 3%, Mr. Li said. Рост за 2024 г. составил 5 тыс. человек."
>>> [text[start:end] for start, end in split_sentences(text, 0, len(text))]
['The U.S. paid $3.5 bn.', 'It grew by 3%, Mr. Li said.', 'Рост за 2024 г. составил 5 тыс. человек.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["split_sentences"]

_END: Final = re.compile(r"(?:[.!?…]{1,6}[\"'”»)\]]{0,3}(?=\s)|[。！？]{1,4}[”」』)]?|;\s*\n)")
_OPENS: Final = re.compile(r"\s*[\"'“«„(\[—–-]{0,2}\s?[0-9A-ZÀ-ÖØ-ÞА-Я$€£¥₹₽\u4e00-\u9fff]")
_WORD_BEFORE: Final = re.compile(r"(?<![\w.])((?:[^\W\d_]\.){0,4}[^\W\d_]{1,12})$")
# After these a name or a number follows.
_NEVER: Final = frozenset(
    "mr mrs ms dr prof st gen col rev hon pres gov sen rep no nos vs approx ca cf fig figs sec art vol pp "
    "inc ltd co corp plc bros dept est e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec rs "
    "им ул пр гл рис табл стр ср см напр проф акад ген дол просп мкр пос св о и т ст п пп".split()
)
# These end a sentence only when no figure can follow them.
_SELDOM: Final = frozenset("руб млн млрд трлн тыс тн долл г гг в вв чел шт кв куб мин сек".split())


def split_sentences(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The first character and the one after the last of each sentence between two places."""
    spans: list[tuple[int, int]] = []
    first = start
    for stop in _stops(view, start, end):
        if view[first:stop].strip():
            spans.append(_trimmed(view, first, stop))
        first = stop
    if view[first:end].strip():
        spans.append(_trimmed(view, first, end))
    return spans


def _stops(view: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(view, start, end):
        if match.group()[0] in "。！？" or _ends(view, match, start):
            yield match.end()


def _ends(view: str, match: re.Match[str], start: int) -> bool:
    if not _OPENS.match(view, match.end(), match.end() + 12):
        return False
    if match.group() != ".":
        return True
    word = _WORD_BEFORE.search(view[max(start, match.start() - 24) : match.start()])
    if word is None:
        return True
    before, following = word[1].lower(), view[match.end() : match.end() + 3].strip()[:1]
    if before in _NEVER or (len(before) == 1 and word[1].isupper() and before not in "гв"):
        return False
    if "." in before:  # U.S., p.m., т.е.
        return not following.isupper() or before[0] not in "ueт"
    return not (before in _SELDOM and following.isdigit() and before not in {"г", "гг"})


def _trimmed(view: str, first: int, stop: int) -> tuple[int, int]:
    text = view[first:stop]
    return first + len(text) - len(text.lstrip()), first + len(text.rstrip())
