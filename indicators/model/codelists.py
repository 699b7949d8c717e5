"""Code lists: areas, currencies and the status of an observation.

Areas are countries (ISO 3166-1 alpha-3) and groups of them (the code their publisher uses). An `AreaList`
finds an area by any name people use for it. Sources: ISO 3166, ISO 4217, SDMX ``CL_OBS_STATUS`` 2.2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from indicators.errors import UnknownNameError

__all__ = ["Area", "AreaGroup", "AreaList", "Currency", "Membership", "ObservationStatus", "Tender", "fold_name"]


class ObservationStatus(StrEnum):
    """What kind of figure it is, in the codes of SDMX ``CL_OBS_STATUS``."""

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

    @property
    def word(self) -> str:
        """The status in words.

        >>> ObservationStatus("F").word
        'forecast'
        """
        return _STATUS_WORDS[self]

    @property
    def may_be_empty(self) -> bool:
        """Whether it says that there is no figure."""
        return self in (
            ObservationStatus.CANNOT_EXIST, ObservationStatus.NOT_COLLECTED, ObservationStatus.MISSING
        )  # fmt: skip

    @property
    def is_forecast(self) -> bool:
        """Whether the figure is about a time that had not ended when it was made."""
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
}


@dataclass(frozen=True, slots=True)
class Area:
    """A country or a group of countries.

    Attributes:
        code: ISO 3166-1 alpha-3, or the publisher's code of a group (``WLD``).
        name: The name to show, in English.
        kind: ``"country"`` or ``"group"``.
        alpha2: ISO 3166-1 alpha-2, or empty.
        aliases: Other names it answers to.
    """

    code: str
    name: str
    kind: Literal["country", "group"] = "country"
    alpha2: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaList:
    """The areas there are, in the order of their names, found by code or by any name.

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
    _by_name: Mapping[str, Area] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        areas = tuple(sorted(self.areas, key=lambda area: fold_name(area.name)))
        by_name: dict[str, Area] = {}
        for name, area in _spellings(areas):
            if fold_name(name):
                by_name.setdefault(fold_name(name), area)
        object.__setattr__(self, "areas", areas)
        object.__setattr__(self, "by_code", {area.code: area for area in areas})
        object.__setattr__(self, "_by_name", by_name)

    def find(self, name: str) -> Area:
        """The area of this code or name, whatever its capitals and accents.

        Raises:
            UnknownNameError: If there is none; it offers the nearest names.
        """
        area = self._by_name.get(fold_name(name))
        if area is None:
            raise UnknownNameError("country or group", name, self.valid_names(name))
        return area

    def get(self, name: str) -> Area | None:
        """The area of this code or name, or ``None``: for long columns, where most names are right.

        >>> AreaList([Area("RUS", "Russia")]).get("Rusia") is None
        True
        """
        return self._by_name.get(fold_name(name))

    def valid_names(self, name: str) -> list[str]:
        """The names among which the nearest to a mistyped one are sought."""
        codes = list(self.by_code) if len(name) <= 4 else []
        return codes + [area.name for area in self]

    def __iter__(self) -> Iterator[Area]:
        return iter(self.areas)


@dataclass(frozen=True, slots=True)
class Membership:
    """A time in which an area belonged to a group.

    Attributes:
        area: Code of the area.
        first: The day it joined.
        last: The last day it belonged; ``None`` while it does.
    """

    area: str
    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """A group of countries, with who belonged to it when.

    Attributes:
        code: Its code, such as ``G7``; that of the aggregate for the World Bank's groups.
        name: The name to show.
        kind: ``forum``, ``union``, ``organisation``, ``region`` or ``income``.
        memberships: Who belonged to it from when to when.
        origin: Id of the origin that says so.
        aggregate: Code of the area that is the group as a whole, where figures are published for it; or empty.
        aliases: Other names it answers to.
        note: What a reader has to know.

    >>> g = AreaGroup("G7", "G7", "forum", (Membership("CAN", date(1976, 6, 27)),))
    >>> g.members(), g.members(date(1976, 1, 1))
    (('CAN',), ())
    """

    code: str
    name: str
    kind: Literal["forum", "union", "organisation", "region", "income"]
    memberships: tuple[Membership, ...]
    origin: str = ""
    aggregate: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""

    def members(self, day: date | None = None) -> tuple[str, ...]:
        """Codes of those that belonged to it on a day, in alphabetical order; on the last known day if left out."""
        those = (one for one in self.memberships if (one.last is None if day is None else day in one))
        return tuple(sorted(one.area for one in those))

    @property
    def changed(self) -> date:
        """The day of the last change of its members that is known here."""
        days = [one.first for one in self.memberships] + [one.last for one in self.memberships if one.last]
        return max(days)


@dataclass(frozen=True, slots=True)
class Tender:
    """A time in which a currency was money in an area.

    Attributes:
        area: Code of the area.
        first: First day; ``None`` when before the records.
        last: Last day; ``None`` while it is.
    """

    area: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency of ISO 4217, present or retired.

    Attributes:
        code: Three letters.
        name: English name.
        numeric: Three digits, or empty.
        minor_unit: Decimal places of the smallest unit; ``None`` where ISO gives none.
        valid_from: First day it was money; ``None`` when before the records.
        valid_to: Last day it was money; ``None`` while it is.
        successor: The currency that replaced it, or empty.
        ratio: Units of this currency for one of the successor, as the law printed it; or empty.
        tenders: Where and when it was money.
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


_NO_WORD = re.compile("[^0-9a-z]+")


def fold_name(text: str) -> str:
    """The text without capitals, accents, punctuation and double spaces, for comparing names.

    >>> fold_name("  Côte d’Ivoire ")
    'cote d ivoire'
    """
    if text.isascii():  # as most are, in a fifth of the time
        return " ".join(_NO_WORD.sub(" ", text.casefold()).split())
    small = unicodedata.normalize("NFKD", text).casefold()  # NFKD makes plain capitals of script letters
    decomposed = unicodedata.normalize("NFKD", small)
    letters = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(letters).split())


def _spellings(areas: tuple[Area, ...]) -> Iterator[tuple[str, Area]]:
    """All spellings, the surest first, so that no alias of one area hides the code or name of another."""
    for area in areas:
        yield area.code, area
    for area in areas:
        yield area.name, area
    for area in areas:
        for name in (area.alpha2, *area.aliases):
            yield name, area
