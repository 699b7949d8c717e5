"""The area a sentence leaves to those behind it, and the area a text is about.

A sentence that names no area is about those that the sentence before it in the paragraph was about. The first of a
paragraph is about the area that the text began with, as long as no other was named, or that it names far more often.

>>> from indicators.claims.reading.text_layout import PieceKind
>>> areas = ReportAreas(Counter(("DEU", "FRA")))
>>> lead, second = (Piece(PieceKind.SENTENCE, "", number, 1, 0, 1) for number in (1, 2))
>>> areas.add(["DEU"], lead)
>>> areas.carry(second, set())
('DEU',)
>>> areas.add(["FRA"], second)
>>> areas.carry(second, set()), areas.carry(lead, {"GBR"})
(('FRA',), ('GBR',))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from indicators.claims.reading.text_layout import Piece, PieceKind
from indicators.language.areas import ELSEWHERE

_WORLD: Final = "WLD"
_FAR_MORE: Final = 2  # times as often as the next


@dataclass(slots=True)
class ReportAreas:
    """The areas that the sentences read so far leave for the next.

    Attributes:
        about: How often the text names each area as more than the other side of trade.
        groups: The codes of groups of countries.
        last: The areas that the last sentence with any was about.
        last_of: The heading and paragraph of that sentence.
        lead: The area that the text began with, as long as it is about no other; ``None`` before its first sentence.
        money_home: The country of the first money of the text that is of one country.
    """

    about: Counter[str]
    groups: frozenset[str] = frozenset()
    last: tuple[str, ...] = ()
    last_of: tuple[str, int] = ("", -1)
    lead: str | None = None
    money_home: frozenset[str] = frozenset()

    def add(self, subjects: list[str], piece: Piece) -> None:
        """Add the areas that a sentence is about.

        A list of several, or a group that a country is compared with, leaves those that its paragraph was about.
        """
        of_piece = (piece.heading, piece.paragraph)
        is_group = self.groups.issuperset(subjects) and self.groups.isdisjoint(self.last)
        is_aside = (len({*subjects}) > 1 or is_group) and self.last and self.last_of == of_piece
        if subjects and not is_aside:
            self.last, self.last_of = tuple(dict.fromkeys(subjects)), of_piece
        if subjects or (self.lead is None and piece.kind is PieceKind.SENTENCE):
            areas = {*subjects} if self.lead is None else {self.lead, *subjects}
            self.lead = areas.pop() if len(areas) == 1 else ""

    def carry(self, piece: Piece, money: AbstractSet[str]) -> tuple[str, ...]:
        """Return the areas of a sentence that names none: those before, unless its money is another country's.

        Args:
            piece: The sentence.
            money: The countries of its sums.
        """
        (theme, count), (_, other) = [*self.about.most_common(2), ("", 0), ("", 0)][:2]
        is_theme = count > 1 and count >= _FAR_MORE * other  # one named as often as another is not that of the text
        is_near = self.last and self.last_of == (piece.heading, piece.paragraph)
        carried = self.last[:2] if is_near else (self.lead or (theme if is_theme else ""),)
        carried = tuple(code for code in carried if code not in ("", _WORLD))  # a firm's business may be global
        is_foreign = ELSEWHERE in carried or (bool(self.money_home) and money.isdisjoint(self.money_home))
        if len(money) == 1 and not self.money_home:
            self.money_home = frozenset(money)
        return tuple(money) if len(money) == 1 and not is_foreign and money.isdisjoint(carried) else carried
