"""Code lists: areas, currencies and the status of an observation.

Areas are countries (ISO 3166-1 alpha-3) and groups of countries (with their publisher's code). An `AreaList`
finds an area by any of its names. Sources: ISO 3166, ISO 4217, SDMX ``CL_OBS_STATUS`` 2.2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from indicators.errors import UnknownNameError


class ObservationStatus(StrEnum):
    """The status of an observation, in the codes of SDMX ``CL_OBS_STATUS``, and ``_X`` where none is stated."""

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    FORECAST = "F"
    IMPUTED = "I"
    NOT_COLLECTED = "L"
    CANNOT_EXIST = "M"
    MISSING = "O"
    PROVISIONAL = "P"
    LOW_RELIABILITY = "U"
    NOT_STATED = "_X"

    @property
    def word(self) -> str:
        """The status in words.

        >>> ObservationStatus("F").word
        'forecast'
        """
        return _STATUS_WORDS[self]

    @property
    def may_be_empty(self) -> bool:
        """Whether it means that there is no value."""
        return self in (
            ObservationStatus.CANNOT_EXIST, ObservationStatus.NOT_COLLECTED, ObservationStatus.MISSING
        )  # fmt: skip

    @property
    def is_marked(self) -> bool:
        """Whether a figure with it is marked in a text: an actual value isn't, nor one whose status is not stated."""
        return self not in (ObservationStatus.NORMAL, ObservationStatus.NOT_STATED)

    @property
    def is_forecast(self) -> bool:
        """Whether the period had not ended when the figure was made."""
        return self is ObservationStatus.FORECAST


_STATUS_WORDS = {
    ObservationStatus.NORMAL: "actual",
    ObservationStatus.BREAK: "break in the series",
    ObservationStatus.ESTIMATED: "estimate",
    ObservationStatus.FORECAST: "forecast",
    ObservationStatus.IMPUTED: "imputed",
    ObservationStatus.NOT_COLLECTED: "not collected",
    ObservationStatus.CANNOT_EXIST: "cannot exist",
    ObservationStatus.MISSING: "missing",
    ObservationStatus.PROVISIONAL: "provisional",
    ObservationStatus.LOW_RELIABILITY: "low reliability",
    ObservationStatus.NOT_STATED: "status not stated by the source",
}


@dataclass(frozen=True, slots=True)
class Area:
    """A country, a group of countries, or an area of the user's own, such as a region or a company.

    Attributes:
        code: ISO 3166-1 alpha-3, or the publisher's code of a group (``WLD``).
        name: The English name to show.
        kind: ``"country"``, ``"group"`` or ``"own"``.
        alpha2: ISO 3166-1 alpha-2, or empty.
        aliases: Other names that find it.
    """

    code: str
    name: str
    kind: Literal["country", "group", "own"] = "country"
    alpha2: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaList:
    """All areas in the order of their names, found by code or by any name.

    >>> areas = AreaList([Area("RUS", "Russia", alpha2="RU", aliases=("Russian Federation",))])
    >>> areas.find("russian federation").code
    'RUS'
    >>> areas.find("Rusia")
    Traceback (most recent call last):
    ...
    indicators.errors.UnknownNameError: There is no country or group 'Rusia'. Nearest: Russia.
    """

    areas: Iterable[Area]
    by_code: Mapping[str, Area] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        areas = tuple(sorted(self.areas, key=lambda area: fold_name(area.name)))
        object.__setattr__(self, "areas", areas)
        object.__setattr__(self, "by_code", {area.code: area for area in areas})

    @cached_property
    def _by_name(self) -> Mapping[str, Area]:  # names in ten languages, which most codes asked for don't need
        by_name: dict[str, Area] = {}
        for name, area in _list_spellings(tuple(self.areas)):
            if folded := fold_name(name):
                by_name.setdefault(folded, area)
        return by_name

    def find(self, name: str) -> Area:
        """Return the area with this code or name; case and accents are ignored.

        Raises:
            UnknownNameError: There is none; the message suggests the nearest names.
        """
        area = self.get(name)
        if area is None:
            raise UnknownNameError("country or group", name, self.list_candidates(name))
        return area

    def get(self, name: str) -> Area | None:
        """Return the area with this code or name, or ``None``: for long columns, where most names are valid.

        >>> AreaList([Area("RUS", "Russia")]).get("Rusia") is None
        True
        """
        return self.by_code.get(name) or self._by_name.get(fold_name(name))

    def list_candidates(self, name: str) -> list[str]:
        """Return the names that a mistyped one is compared with."""
        codes = list(self.by_code) if len(name) <= 4 else []
        return codes + [area.name for area in self]

    def __iter__(self) -> Iterator[Area]:
        return iter(self.areas)


@dataclass(frozen=True, slots=True)
class Tender:
    """A time during which a currency was legal tender in an area.

    Attributes:
        area: Code of the area.
        first: First day; ``None`` if it is older than the records.
        last: Last day; ``None`` if it still is.
    """

    area: str
    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency, current or retired.

    Attributes:
        code: Three letters.
        name: English name.
        numeric: Three digits, or empty.
        minor_unit: Decimal places of the smallest unit; ``None`` if ISO gives none.
        valid_from: First day as legal tender; ``None`` if it is older than the records.
        valid_to: Last day as legal tender; ``None`` if it still is.
        successor: The currency that replaced it, or empty.
        ratio: Units of this currency per unit of the successor, as printed in the law; or empty.
        tenders: Where and when it was legal tender.
        tied_since: The first day since which the ratio held, if the two were tied before the change; else ``None``.
    """

    code: str
    name: str
    numeric: str = ""
    minor_unit: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""
    ratio: str = ""
    tenders: tuple[Tender, ...] = ()
    tied_since: date | None = None


_NO_WORD = re.compile("[^0-9a-z]+")


def fold_name(text: str) -> str:
    """Return the text in lowercase without accents, punctuation and double spaces, for comparing names.

    A plus sign is a word of its own: OPEC+ isn't OPEC.

    >>> fold_name("  Côte d’Ivoire "), fold_name("OPEC+")
    ('cote d ivoire', 'opec plus')
    """
    text = text.replace("+", " plus ")
    if text.isascii():  # most are; five times faster
        return " ".join(_NO_WORD.sub(" ", text.casefold()).split())
    small = unicodedata.normalize("NFKD", text).casefold()  # NFKD turns script letters into plain capitals
    decomposed = unicodedata.normalize("NFKD", small)
    letters = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(letters).split())


def _list_spellings(areas: tuple[Area, ...]) -> Iterator[tuple[str, Area]]:
    """Yield all spellings, codes first, so that no alias of one area hides the code or name of another."""
    for area in areas:
        yield area.code, area
    for area in areas:
        yield area.name, area
    for area in areas:
        for name in (area.alpha2, *area.aliases):
            yield name, area
