"""A claim: a figure that a text makes in passing, with its place, its precision and what it leaves open.

A claim is an observation with its locator; `indicators.claims.reading` finds claims in a text and
`indicators.claims.input.from_dataset` takes them from a stored dataset, so one set of checks serves both. Only the
`Document` holds the text, and it is never stored: a claim keeps its place in it and its SHA-256.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from indicators.claims.intervals import Interval
from indicators.errors import UnknownNameError
from indicators.model.observations import Indicator, Locator, Measure, Qualifier
from indicators.model.periods import TimePeriod
from indicators.model.units import Unit, get_currency_codes, have_same_dimension, parse_unit

__all__ = ["Claim", "ClaimKind", "Direction", "Document", "Place", "Reading", "Skipped", "infer_kind"]

_MEASURED: Final = ("kilogram", "metre", "square metre", "litre", "hour", "joule", "kilowatt", "byte", "megabit")


class ClaimKind(StrEnum):
    """What kind of statement a figure makes; it decides which checks apply."""

    AMOUNT = "amount"
    """A sum of money, or money for one of something: 24 trillion RUB, 75 USD per barrel."""
    COUNT = "count"
    """How many: 1,700 companies."""
    QUANTITY = "quantity"
    """How much, in a unit of measure: 5.2 million tonnes."""
    GROWTH = "growth"
    """A change in percent: grew 40%, fell 3.2%. Its value is negative for a fall."""
    MULTIPLE = "multiple"
    """How many times as much: doubled, grew 3.5 times. Its value is the factor, as printed."""
    SHARE = "share"
    """A part of a whole in percent: 80% of transactions, a third of exports."""
    RATE = "rate"
    """A level in percent that is no part of a whole: an interest rate, inflation, unemployment."""
    POINTS = "change in points"
    """A change in percentage or basis points. Its value is negative for a fall."""
    INDEX = "index"
    """The reading of an index: a PMI of 51.3, 104.2 points."""
    EXCHANGE_RATE = "exchange rate"
    """Money for other money: 83.6 RUB per USD."""


class Direction(StrEnum):
    """Whether a figure is said to have gone up or down."""

    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in a text.

    Attributes:
        heading: The heading above it; empty above the first one.
        paragraph: Which paragraph below the heading, from 1.
        sentence: Which sentence of the paragraph, from 1.
        start: The first character of the figure, its unit and its qualifier in the text; ``None`` when only the
            sentence is known, as of a stored claim.
        end: The character after the last.
    """

    heading: str
    paragraph: int
    sentence: int
    start: int | None = None
    end: int | None = None

    @property
    def locator(self) -> Locator:
        """The place as an observation keeps it.

        >>> str(Place("Digital Sovereignty", 1, 2, 870, 875).locator)
        'under “Digital Sovereignty”, paragraph 1, sentence 2'
        """
        return Locator(self.heading, self.paragraph, self.sentence)


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was handed over to be read. It stays in memory and is never stored.

    Attributes:
        text: The whole text.
        sha256: SHA-256 of the text in UTF-8, in hex.
        title: Its first heading, or empty.
        published: The day it was published; ``None`` when neither told nor found in it.
        language: ``en``, ``ru`` or ``zh``.

    >>> Document.of("Sales rose 4%.").sha256[:8]
    '3a9e206b'
    """

    text: str = field(repr=False)
    sha256: str
    title: str = ""
    published: date | None = None
    language: str = "en"

    @classmethod
    def of(cls, text: str, *, title: str = "", published: date | None = None, language: str = "en") -> Document:
        """The document of a text, its hash reckoned."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text, digest, title, published, language)

    def words_at(self, place: Place) -> str:
        """The words of the figure at a place; empty when only its sentence is known."""
        return "" if place.start is None or place.end is None else self.text[place.start : place.end]


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that a text states.

    Frozen: `dataclasses.replace` makes a corrected one, and its interval follows.

    Attributes:
        id: Unique within its text: ``c1``, ``c2`` … in the order of the text.
        kind: What kind of statement it is.
        value: The number, without the multiplier. As printed, but negative for a fall (of growth and of points).
        unit: Its unit as `indicators.model.units` prints it, without the multiplier: ``RUB``, ``%``, ``% of GDP``,
            ``percentage points``, ``ratio`` (of a multiple), ``persons``; ``units`` for things that have no unit
            of their own, which `counted` names.
        multiplier: Power of ten of the printed number: 12 for "24 trillion".
        digits: Its significant digits as printed; ``None`` for all digits of the value.
        in_a_word: Whether a multiple is said by one word, such as *doubled*, *вдвое* or *翻番*, and not by a number.
        qualifier: The word before it.
        lower: Lower end of a printed range, in the same count as `value`, which is then the middle; else ``None``.
        upper: Upper end of a printed range.
        direction: Whether it is said to have risen or fallen, also of a level ("fell to 5%"); ``None`` if neither.
        is_forecast: Whether it is about a time still to come when it was said.
        period: The time it is about; ``None`` when nothing tells. In `inferred` when we filled it in.
        areas: Codes of the areas it is about.
        indicator: Id of the indicator it is a figure of; ``None`` when none is surely meant.
        subject: The few words of the text that say what is measured. Never stored.
        counted: For counts, the noun as printed: ``companies``, ``судов``. Never stored.
        denominator: What a share is a share of, in the words of the text; ``None`` when not said.
        said_by: Who said it, when the text names one.
        place: Where it stands; ``None`` when unknown.
        sha256: SHA-256 of the text.
        restates: Id of the claim it says again in another unit: the dollars in "24 trillion rubles (approx. $287
            billion)".
        restated_by: Ids of the claims that say it again.
        left_open: What the text leaves open: ``year``, ``issuer`` (of a forecast), ``denominator``, ``currency``.
        inferred: Fields that the text leaves open and that we filled: ``period``, ``areas``, ``unit``.
        understood: A sentence that says how the figure was understood, for the reader to confirm.
        origin: Id of the origin, of a stored claim.
        note: What a reader has to know.

    >>> turnover = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12)
    >>> str(turnover.interval), turnover.plain_value == 24 * Decimal(10) ** 12
    ('23500000000000 … 24500000000000', True)
    """

    id: str
    kind: ClaimKind
    value: Decimal
    unit: str
    multiplier: int = 0
    digits: int | None = None
    in_a_word: bool = False
    qualifier: Qualifier | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    direction: Direction | None = None
    is_forecast: bool = False
    period: TimePeriod | None = None
    areas: tuple[str, ...] = ()
    indicator: str | None = None
    subject: str = ""
    counted: str = ""
    denominator: str | None = None
    said_by: str = ""
    place: Place | None = None
    sha256: str = ""
    restates: str = ""
    restated_by: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    understood: str = ""
    origin: str = ""
    note: str = ""

    @property
    def plain_value(self) -> Decimal:
        """The value in the unit itself, the multiplier worked in."""
        return self.value.scaleb(self.multiplier)

    @property
    def interval(self) -> Interval:
        """What the printed words can mean, in the unit itself: the multiplier is worked in."""
        if self.lower is not None and self.upper is not None:
            return Interval(min(self.lower, self.upper), max(self.lower, self.upper)).scaled(self.multiplier)
        if self.in_a_word:
            return Interval.of_multiple(self.value, qualifier=self.qualifier)
        return Interval.of_printed(self.value, digits=self.digits, qualifier=self.qualifier).scaled(self.multiplier)

    @property
    def change(self) -> Interval | None:
        """The change in percent that a growth or a multiple states; ``None`` for other kinds.

        A multiple of a rise says what the new level is in units of the old; of a fall, the old in units of the new.

        >>> str(Claim("c1", ClaimKind.MULTIPLE, Decimal("3.5"), "ratio").change)
        '245 … 255'
        """
        hundred = Interval.exactly(100)
        if self.kind is ClaimKind.GROWTH:
            return self.interval
        if self.kind is not ClaimKind.MULTIPLE:
            return None
        factor = self.interval
        if self.direction is Direction.FALL:
            factor = Interval.exactly(1) / factor
        return factor * hundred - hundred


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of the text with digits or number words that was not taken for a figure, or not surely.

    Attributes:
        start: Its first character in the text.
        end: The character after the last.
        reason: Why, for the reader: ``a date``, ``part of a name``, ``whose dollars is not clear`` …
        is_unsure: Whether it may well be a figure, so that the reader should look at it; pieces that are surely
            none (dates, page furniture) are listed too, but need no look.
    """

    start: int
    end: int
    reason: str
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text.

    Attributes:
        document: The text and what is known of it.
        claims: The claims, in the order of the text.
        skipped: What was passed over, in the order of the text, each with the reason.
        headings: The headings of the text, in order.
    """

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def unsure(self) -> tuple[Skipped, ...]:
        """What was passed over though it may be a figure."""
        return tuple(piece for piece in self.skipped if piece.is_unsure)

    def claim(self, id: str) -> Claim:
        """The claim of this id.

        Raises:
            UnknownNameError: There is none.
        """
        for claim in self.claims:
            if claim.id == id:
                return claim
        raise UnknownNameError("claim", id, [claim.id for claim in self.claims])


def infer_kind(unit: Unit, indicator: Indicator | None = None) -> ClaimKind:
    """Return the kind of statement that a figure in this unit, of this indicator, makes.

    >>> [infer_kind(parse_unit(unit)).value for unit in ("RUB per USD", "% of GDP", "tonnes")]
    ['exchange rate', 'share', 'quantity']
    """
    if unit.currency:
        return ClaimKind.EXCHANGE_RATE if unit.denominator in get_currency_codes() else ClaimKind.AMOUNT
    match unit.expression:
        case "percentage_point" | "basis_point":
            return ClaimKind.POINTS
        case "percent" | "permille":
            return _kind_of_percent(unit, indicator)
        case "index_point" | "index":
            return ClaimKind.INDEX
        case "ratio":
            return ClaimKind.INDEX if indicator and indicator.measure is Measure.INDEX else ClaimKind.MULTIPLE
    counted = parse_unit(unit.plain.text.split(" per ")[0] or unit.text)  # barrels per day are as measured as barrels
    return ClaimKind.QUANTITY if any(have_same_dimension(counted, other) for other in _MEASURED) else ClaimKind.COUNT


def _kind_of_percent(unit: Unit, indicator: Indicator | None) -> ClaimKind:
    if unit.of or (indicator and indicator.measure is Measure.SHARE):
        return ClaimKind.SHARE
    if indicator is None or "growth" in indicator.id.split("-"):
        return ClaimKind.GROWTH
    return ClaimKind.RATE
