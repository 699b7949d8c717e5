"""Sentences with their figures marked, so that what ties figures together can be looked for in the words between.

In a marked sentence each claim stands as ``⟦letter number⟧``, the letter for its kind and the number for its place in
the sentence: "from ⟦M0⟧ to ⟦M1⟧, up ⟦G2⟧". A sum said again in another currency is left out: it ties to nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Document

__all__ = ["LETTERS", "Sentence", "sentences"]

LETTERS: Final = {
    ClaimKind.AMOUNT: "M", ClaimKind.COUNT: "C", ClaimKind.QUANTITY: "Q", ClaimKind.GROWTH: "G",
    ClaimKind.MULTIPLE: "X", ClaimKind.SHARE: "S", ClaimKind.RATE: "R", ClaimKind.POINTS: "P",
    ClaimKind.INDEX: "I", ClaimKind.EXCHANGE_RATE: "E",
}  # fmt: skip
_END: Final = re.compile(r"[.!?…][\"”»)\]]*\s+(?=[A-ZА-ЯЁ«“\"(\[])|[。！？]|\n+")
_LONGEST: Final = 3000
_AROUND: Final = 400
_EMPTY_BRACKETS: Final = re.compile(r"\s*[(（][^()（）⟦⟧]{0,20}⟦-⟧[^()（）⟦⟧]{0,20}[)）]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with figures.

    Attributes:
        words: Its text, each claim as ``⟦letter number⟧``.
        claims: Its claims in the order of the text; the numbers count them from 0.
        paragraph: The heading and the number of its paragraph.
        number: Which sentence of the paragraph it is.
    """

    words: str
    claims: tuple[Claim, ...]
    paragraph: tuple[str, int]
    number: int

    @property
    def plain(self) -> str:
        """The words without the figures."""
        return re.sub(r"⟦[^⟦⟧]*⟧", " ", self.words)


def sentences(document: Document, claims: Iterable[Claim]) -> tuple[Sentence, ...]:
    """The sentences of a text that have figures, in order.

    Args:
        document: The text.
        claims: Its claims; those without characters of their own, as those of a dataset, are in no sentence.

    >>> from decimal import Decimal
    >>> from indicators.claims.claim import Place
    >>> text = "Nothing here. It rose to 24 RUB."
    >>> claim = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", place=Place("", 1, 2, 25, 31))
    >>> [sentence.words for sentence in sentences(Document.of(text), [claim])]
    ['It rose to ⟦M0⟧.']
    """
    text = document.text
    ends = [match.end() for match in _END.finditer(text)]
    placed = [claim for claim in claims if claim.place is not None and claim.place.start is not None]
    placed.sort(key=_start)
    return tuple(_marked(text, ends, tuple(group)) for _, group in groupby(placed, key=_sentence_of))


def _start(claim: Claim) -> int:
    return -1 if claim.place is None or claim.place.start is None else claim.place.start


def _end(claim: Claim) -> int:
    return -1 if claim.place is None or claim.place.end is None else claim.place.end


def _sentence_of(claim: Claim) -> tuple[str, int, int]:
    place = claim.place
    return ("", 0, 0) if place is None else (place.heading, place.paragraph, place.sentence)


def _marked(text: str, ends: list[int], claims: tuple[Claim, ...]) -> Sentence:
    first, last = _start(claims[0]), max(map(_end, claims))
    before, after = bisect_right(ends, first), bisect_left(ends, last)
    start = max(ends[before - 1] if before else 0, first - _AROUND)
    stop = min(ends[after] if after < len(ends) else len(text), last + _AROUND, start + _LONGEST)
    parts: list[str] = []
    at = start
    for number, claim in enumerate(claims):
        if _start(claim) < at or _end(claim) > stop:
            continue  # a figure within a figure, or beyond what is looked at
        mark = "-" if claim.restates else f"{LETTERS[claim.kind]}{number}"
        parts += [text[at : _start(claim)].translate(_NO_MARKS), f"⟦{mark}⟧"]
        at = _end(claim)
    parts.append(text[at:stop].translate(_NO_MARKS))
    words = _EMPTY_BRACKETS.sub("", " ".join("".join(parts).split()))
    heading, paragraph, sentence = _sentence_of(claims[0])
    return Sentence(words.replace("⟦-⟧", ""), claims, (heading, paragraph), sentence)


_NO_MARKS: Final = {ord("⟦"): "[", ord("⟧"): "]"}
