"""A claim: a figure that a text states in passing, with its place, its precision and the facts that are missing.

A claim is an observation with its locator; `indicators.claims.reading` finds claims in a text and
`indicators.claims.input.from_dataset` takes them from a stored dataset, so one set of checks serves both. Only the
`Document` holds the text, and it is never stored: a claim keeps its place in it and its SHA-256.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from indicators.claims.intervals import Interval
from indicators.errors import UnknownNameError
from indicators.model.observations import Indicator, Locator, Measure, Qualifier
from indicators.model.periods import TimePeriod
from indicators.model.unit_names import get_currency_codes
from indicators.model.units import Unit, have_same_dimension, parse_unit

_MEASURED: Final = ("kilogram", "metre", "square metre", "litre", "hour", "joule", "kilowatt", "byte", "megabit")


class ClaimKind(StrEnum):
    """The kind of statement a figure makes; it decides which checks apply."""

    AMOUNT = "amount"
    """An amount of money, or money per something: 24 trillion RUB, 75 USD per barrel."""
    COUNT = "count"
    """How many: 1,700 companies."""
    QUANTITY = "quantity"
    """How much, in a unit of measure: 5.2 million tonnes."""
    GROWTH = "growth"
    """A change in percent: grew 40%, fell 3.2%. Its value is negative for a fall."""
    MULTIPLE = "multiple"
    """A factor: doubled, grew 3.5 times. Its value is the factor as printed."""
    SHARE = "share"
    """A part of a whole in percent: 80% of transactions, a third of exports."""
    RATE = "rate"
    """A level in percent that is not a part of a whole: an interest rate, inflation, unemployment."""
    POINTS = "change in points"
    """A change in percentage or basis points. Its value is negative for a fall."""
    INDEX = "index"
    """The reading of an index: a PMI of 51.3, 104.2 points."""
    EXCHANGE_RATE = "exchange rate"
    """Units of one currency per unit of another: 83.6 RUB per USD."""


_ROUND_FROM, _ROUND_TO = 1000, 100
_STEM, _LONG_NOUN = 4, 5  # letters
PERCENT_KINDS: Final = (ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH)
"""The kinds whose figures are percentages."""


class Direction(StrEnum):
    """The direction the text states for a figure."""

    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a figure in a text.

    Attributes:
        heading: The heading above it; empty above the first one.
        paragraph: Which paragraph below the heading, from 1.
        sentence: Which sentence of the paragraph, from 1.
        start: Offset of the figure with its qualifier and unit; ``None`` when only the sentence is known, as for a
            claim of a dataset.
        end: Offset of the end.
    """

    heading: str
    paragraph: int
    sentence: int
    start: int | None = None
    end: int | None = None

    @property
    def locator(self) -> Locator:
        """The place as a locator of an observation.

        >>> str(Place("Digital Sovereignty", 1, 2, 870, 875).locator)
        'under “Digital Sovereignty”, paragraph 1, sentence 2'
        """
        return Locator(self.heading, self.paragraph, self.sentence)


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read. It stays in memory and is never stored.

    Attributes:
        text: The whole text.
        sha256: SHA-256 of the text in UTF-8, in hex.
        title: Its first heading, or empty.
        published: The publication date; ``None`` when neither given nor found in the text.
        language: The code of its language.

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
        """Make the document of a text and calculate its hash."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text, digest, title, published, language)

    def words_at(self, place: Place) -> str:
        """Return the words of the figure at a place; empty when only its sentence is known."""
        return "" if place.start is None or place.end is None else self.text[place.start : place.end]


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that a text states.

    Frozen: correct one with `dataclasses.replace`, and its interval follows.

    Attributes:
        id: Unique within its text: ``c1``, ``c2`` … in the order of the text.
        kind: The kind of statement.
        value: The number without the multiplier, as printed, but negative for a fall (growth and points).
        unit: Its unit as `indicators.model.units` prints it, without the multiplier: ``RUB``, ``%``, ``% of GDP``,
            ``percentage points``, ``ratio`` (of a multiple), ``persons``; ``units`` for things without a unit, which
            `counted` names.
        multiplier: Power of ten of the printed number: 12 for "24 trillion".
        digits: Significant digits as printed; ``None`` for all digits of the value.
        in_a_word: Whether one word gives the multiple, such as *doubled*, and not a number.
        qualifier: The qualifier before it.
        lower: Lower end of a printed range, with the same multiplier as `value`, which is then the middle.
        upper: Upper end of a printed range.
        direction: Whether it rose or fell, also for a level ("fell to 5%"); ``None`` if the text does not say.
        is_forecast: Whether its period was still ahead when it was stated.
        period: The period it is about; ``None`` if unknown. If we filled it in, `inferred` names it.
        areas: Codes of the areas it is about.
        indicator: Id of its indicator; ``None`` unless one is surely meant.
        subject: The few words of the text that say what is measured. Never stored.
        counted: For counts, the noun as printed: ``companies``, ``судов``. Never stored.
        denominator: The base of a share, in the words of the text; ``None`` if not stated.
        said_by: The speaker, if the text names one.
        place: Its place in the text, if known.
        sha256: SHA-256 of the text.
        restates: Id of the claim it repeats in another unit: the dollars in "24 trillion rubles (approx. $287
            billion)".
        left_open: Facts that the text does not state: ``year``, ``issuer`` (of a forecast), ``denominator``,
            ``currency``.
        inferred: Fields that the text does not state and that we filled in: ``period``, ``areas``, ``unit``.
        understood: One sentence on how the figure was understood, for the user to confirm.
        origin: Id of the origin, for a claim of a dataset.

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
    left_open: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    understood: str = ""
    origin: str = ""

    @property
    def plain_value(self) -> Decimal:
        """The value in the unit itself, with the multiplier applied."""
        return self.value.scaleb(self.multiplier)

    @property
    def interval(self) -> Interval:
        """The values that the printed words can mean, in the unit itself."""
        if self.lower is not None and self.upper is not None:
            return Interval(min(self.lower, self.upper), max(self.lower, self.upper)).scale(self.multiplier)
        if self.in_a_word:
            return Interval.from_multiple(self.value, qualifier=self.qualifier)
        digits = self.digits
        if self.kind is ClaimKind.MULTIPLE and digits is not None and digits > 1 and self.value % 10 == 0:
            digits -= 1  # "50 times as much", of 48.3
        printed = Interval.from_printed(self.value, digits=digits, qualifier=self.qualifier)
        if self.kind is ClaimKind.SHARE and self.digits == 1 and self.qualifier is Qualifier.MORE_THAN:
            printed = printed.span(Interval.exactly(self.value * 4 / 3))  # "more than half" is up to two thirds
        return printed.scale(self.multiplier)

    @property
    def change(self) -> Interval | None:
        """The percent change that a growth or a multiple states; ``None`` for other kinds.

        The multiple of a rise is the new level divided by the old; that of a fall, the old divided by the new.

        >>> str(Claim("c1", ClaimKind.MULTIPLE, Decimal("3.5"), "ratio").change)
        '245 … 255'
        """
        one = Interval.exactly(1)
        if self.kind is ClaimKind.GROWTH:
            return self.interval.percent_of(one) if self.unit == "ratio" else self.interval
        if self.kind is not ClaimKind.MULTIPLE:
            return None
        fell = self.direction is Direction.FALL
        return one.percent_change_from(self.interval) if fell else self.interval.percent_change_from(one)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of the text with digits or number words that was not read as a figure.

    Attributes:
        start: Offset of its start in the text.
        end: Offset of its end.
        reason: Why it was skipped: ``a date``, ``part of a name`` …
        is_unsure: Whether it may be a figure after all, so that the user should look at it.
    """

    start: int
    end: int
    reason: str
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims read from a text.

    Attributes:
        document: The text, its title and publication date.
        claims: The claims, in the order of the text.
        skipped: The pieces that were skipped, in the order of the text, each with the reason.
        headings: The headings of the text, in order.
        sentences: The first character of each sentence and the one after its last, in the order of the text.
    """

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    headings: tuple[str, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    @property
    def unsure(self) -> tuple[Skipped, ...]:
        """The skipped pieces that may be figures."""
        return tuple(piece for piece in self.skipped if piece.is_unsure)

    def claim(self, id: str) -> Claim:
        """Return the claim with this id.

        Raises:
            UnknownNameError: There is no such claim.
        """
        for claim in self.claims:
            if claim.id == id:
                return claim
        raise UnknownNameError("claim", id, [claim.id for claim in self.claims])


def is_surely_less(one: Claim, two: Claim) -> bool:
    """Whether a figure is below another, however both were rounded.

    Figures rounded to the same place keep their order, so 2 billion is below 3 billion.

    >>> two, three = (Claim("c1", ClaimKind.AMOUNT, Decimal(n), "USD", multiplier=9, digits=1) for n in (2, 3))
    >>> is_surely_less(two, three), is_surely_less(three, two)
    (True, False)
    """
    places = {(claim.value.as_tuple().exponent, claim.multiplier) for claim in (one, two)}
    is_plain = not (one.qualifier or two.qualifier or one.lower is not None or two.lower is not None)
    if is_plain and len(places) == 1:
        return one.plain_value < two.plain_value
    high, low = one.interval.high, two.interval.low
    return high is not None and low is not None and high < low


def is_exact_count(claim: Claim) -> bool:
    """Whether a count was hardly rounded: ``94 schools``, ``1,217 ships``, and not ``1,200 ships``.

    >>> [is_exact_count(Claim("c1", ClaimKind.COUNT, Decimal(n), "units")) for n in (94, 1217, 1200)]
    [True, True, False]
    """
    is_plain = claim.kind is ClaimKind.COUNT and claim.multiplier == 0 and claim.qualifier is None
    is_round = claim.value >= _ROUND_FROM and claim.value % _ROUND_TO == 0
    return is_plain and claim.lower is None and claim.value == int(claim.value) and not is_round


def have_one_time(*claims: Claim) -> bool:
    """Whether figures are not known to be of different times; a year that was filled in may contain a stated time."""
    stated = {claim.period for claim in claims if claim.period is not None and "period" not in claim.inferred}
    times = {claim.period for claim in claims if claim.period is not None}
    wider = {one for one in times - stated if any(two != one and two in one for two in times)}
    return len(times - wider) < 2


def have_one_noun(*claims: Claim) -> bool:
    """Whether what is counted has one noun, be it inflected or the last part of a compound: *Baugenehmigungen*."""
    nouns = {claim.counted.casefold() for claim in claims if claim.counted}
    shortest = min(nouns, key=len, default="")
    if len(shortest) > _LONG_NOUN and all(noun.endswith(shortest) for noun in nouns):
        return True
    return len({noun[:_STEM] for noun in nouns}) < 2


def have_one_kind(part: Claim, whole: Claim) -> bool:
    """Whether one can be a part of the other: of one kind and unit, and no countries among people."""
    is_counted = part.kind is ClaimKind.COUNT and "units" in (part.unit, whole.unit)
    return part.id != whole.id and part.kind is whole.kind and (is_counted or part.unit == whole.unit)


def print_alike(claims: Sequence[Claim], *, fewest: int = 1) -> list[Claim]:
    """Give whole numbers as many decimals as those beside them, so that *6* beside *6.5* is 6.0.

    Args:
        claims: The figures of one list or one change.
        fewest: How many of them must have decimals.
    """
    decimals = [-int(claim.value.as_tuple().exponent) for claim in claims if claim.value != int(claim.value)]
    if len(decimals) < fewest or not decimals or len({claim.multiplier for claim in claims}) > 1:
        return list(claims)
    last = Decimal(1).scaleb(-min(decimals))
    return [
        replace(claim, value=claim.value.quantize(last), digits=None)
        if claim.digits == len(str(abs(claim.value))) and claim.lower is None and claim.qualifier is None
        else claim
        for claim in claims
    ]


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
            if unit.of or (indicator and indicator.measure is Measure.SHARE):
                return ClaimKind.SHARE
            return ClaimKind.GROWTH if indicator is None or "growth" in indicator.id.split("-") else ClaimKind.RATE
        case "index_point" | "index":
            return ClaimKind.INDEX
        case "ratio":
            return ClaimKind.INDEX if indicator and indicator.measure is Measure.INDEX else ClaimKind.MULTIPLE
    plain = unit.plain.text.split(" per ")[0] if unit.denominator else ""
    counted = parse_unit(plain or unit.text)  # barrels per day are as measured as barrels
    return ClaimKind.QUANTITY if any(have_same_dimension(counted, other) for other in _MEASURED) else ClaimKind.COUNT
