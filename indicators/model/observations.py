"""What a figure is: indicators, observations, series, datasets and events. All frozen.

The words are those of the SDMX glossary. An `Observation` keeps its number as the decimal that was printed;
only a `Panel` turns numbers into floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from indicators.model.codelists import ObservationStatus
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod

__all__ = [
    "Dataset",
    "Event",
    "Indicator",
    "Locator",
    "Measure",
    "Observation",
    "Prices",
    "Qualifier",
    "SeriesKey",
]


class Measure(StrEnum):
    """What kind of quantity an indicator measures; it decides how it may be converted and added up."""

    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"
    SHARE = "share"
    INDEX = "index"
    COUNT = "count"

    @property
    def is_additive(self) -> bool:
        """Whether values of different areas may be added up."""
        return self in (Measure.FLOW, Measure.STOCK, Measure.COUNT)


class Prices(StrEnum):
    """The prices at which a sum of money is valued, as in SDMX ``CL_PRICES``."""

    CURRENT = "current"
    CONSTANT = "constant"
    CHAIN_LINKED = "chain-linked"
    PREVIOUS_YEAR = "previous year"


class Qualifier(StrEnum):
    """The word that stands before a printed number and widens it."""

    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    ALMOST = "almost"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured.

    Attributes:
        id: Its name in addresses and commands; kebab-case.
        name: Its name on the screen, without the unit.
        description: One or two sentences in our own words.
        unit: The usual unit, as `indicators.model.units` prints it.
        measure: Flow, stock, rate, share, index or count.
        topic: The shelf it stands on in the catalogue.
        prices: The price basis of a sum of money, else ``None``.
        base: The base year of constant prices.
        code: The publisher's own code, or empty.
        aliases: What else people type for it.
        numerator: For a share, what is counted.
        denominator: For a share, what it is a share of.
        numerator_measure: For a share, or a rate such as one per person, whether a flow, a stock or a count stands
            above the line; ``None`` where that is not said.
        not_to_confuse: What it is often mistaken for.
        growth_of: For a growth, the id of the indicator whose levels it is the change of, at the same prices; else
            empty. Real growth of levels at current prices has none.
        growth_in: The money in which it counts those levels, where there are several; or empty.
        compare_with: Ids of indicators of nearly the same thing by another definition.
        overlaps_with: Ids of indicators that count some of the same, such as the whole that it is a part of: their
            values do not add up.
    """

    id: str
    name: str
    description: str
    unit: str
    measure: Measure
    topic: str
    prices: Prices | None = None
    base: str = ""
    code: str = ""
    aliases: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    numerator_measure: Measure | None = None
    not_to_confuse: str = ""
    growth_of: str = ""
    growth_in: str = ""
    compare_with: tuple[str, ...] = ()
    overlaps_with: tuple[str, ...] = ()

    @property
    def counted(self) -> Measure:
        """The measure of what is counted: of a share, where it is known, that of its numerator.

        >>> debt = Indicator("debt", "Debt", "", "% of GDP", Measure.SHARE, "", numerator_measure=Measure.STOCK)
        >>> debt.counted.value
        'stock'
        """
        return self.numerator_measure or self.measure


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a text a figure stands: heading, paragraph below it, sentence; both counted from 1.

    >>> str(Locator("Digital Sovereignty", 1, 2))
    'under “Digital Sovereignty”, paragraph 1, sentence 2'
    """

    heading: str
    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"under “{self.heading}”, paragraph {self.paragraph}, sentence {self.sentence}"


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What the observations of one series have in common.

    Attributes:
        dataset: Id of the dataset, and so its publisher: two publishers' figures are never one series.
        indicator: Id of the indicator.
        area: Code of the area.
        counterpart: Code of the other area, or empty.
        unit: The unit of its values.
        frequency: Code of the frequency.
    """

    dataset: str
    indicator: str
    area: str
    counterpart: str
    unit: str
    frequency: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one indicator for one area and period, as one source printed it.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period it is about.
        value: The number as printed; ``None`` when the source says there is none.
        unit: Its unit, without the multiplier.
        origin: Id of the origin.
        vintage: The first day on which it was known.
        multiplier: Power of ten of the printed number.
        status: Actual, estimate, forecast …
        counterpart: Code of the other area, for trade and agreements; or empty.
        lower: Lower end of the printed interval.
        upper: Upper end of the printed interval.
        qualifier: The word printed before the number.
        digits: Significant digits as printed.
        converted_from: The unit this figure restates, when it is the source's own conversion; or empty.
        inferred: Columns that the source leaves open and that were filled by us.
        locator: The passage in the text.
        said_by: Who said it, when that is not the publisher.
        note: What a reader has to know.

    >>> turnover = Observation("turnover", "RUS", TimePeriod.of_year(2024), Decimal(24), "RUB", "article",
    ...                        date(2025, 9, 29), multiplier=12, digits=2)
    >>> turnover.plain_value
    Decimal('24000000000000')
    >>> turnover.interval
    (Decimal('23500000000000'), Decimal('24500000000000'))
    """

    indicator: str
    area: str
    period: TimePeriod
    value: Decimal | None
    unit: str
    origin: str
    vintage: date
    multiplier: int = 0
    status: ObservationStatus = ObservationStatus.NORMAL
    counterpart: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    qualifier: Qualifier | None = None
    digits: int | None = None
    converted_from: str = ""
    inferred: tuple[str, ...] = ()
    locator: Locator | None = None
    said_by: str = ""
    note: str = ""

    @property
    def plain_value(self) -> Decimal | None:
        """The value in the unit itself, the multiplier worked in."""
        return None if self.value is None else _plain(self.value, self.multiplier)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """What the printed number can mean: the printed range, or half a unit of its last digit to each side.

        The qualifier is not part of it: how much ``more than`` may add is for a check to decide.
        """
        if self.value is None:
            return None
        if self.lower is not None and self.upper is not None:
            return _plain(self.lower, self.multiplier), _plain(self.upper, self.multiplier)
        leading = self.value.adjusted() if self.value else 0
        last_digit = leading - (self.digits - 1) if self.digits else int(self.value.as_tuple().exponent)
        half = Decimal((0, (5,), last_digit - 1))
        return _plain(self.value - half, self.multiplier), _plain(self.value + half, self.multiplier)


def _plain(value: Decimal, multiplier: int) -> Decimal:
    scaled = value.scaleb(multiplier)
    whole = scaled.to_integral_value()
    return whole.quantize(Decimal(1)) if scaled == whole and abs(whole) < 10**27 else scaled


@dataclass(frozen=True, slots=True)
class Dataset:
    """The observations of one publisher, with what is common to them.

    Attributes:
        id: The folder's name.
        title: Its title.
        publisher: Short name, shown at the end of a line.
        description: In our own words.
        origins: The origins its observations name.
        indicators: Ids of the indicators it holds figures of, sorted.
        observations: The observations when they are few and kept by hand; else empty.
        tables: The Parquet files when they are many, a later release after an earlier one; else none.
    """

    id: str
    title: str
    publisher: str
    description: str
    origins: tuple[Origin, ...]
    indicators: tuple[str, ...]
    observations: Sequence[Observation] = field(default=(), repr=False)
    tables: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for a mark in a chart.

    Attributes:
        id: Unique; kebab-case.
        period: When.
        areas: Codes of the areas it concerns.
        name: A few words for the mark.
        description: A sentence.
        origin: Id of the origin.
        locator: The passage that tells of it.
        inferred: Columns that the source leaves open and that were filled by us.
        note: What a reader has to know.
    """

    id: str
    period: TimePeriod
    areas: tuple[str, ...]
    name: str
    description: str
    origin: str
    locator: Locator | None = None
    inferred: tuple[str, ...] = ()
    note: str = ""
