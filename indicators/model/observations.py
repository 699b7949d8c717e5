"""Observations, and the series, datasets and events they form. All frozen.

The terms are those of the SDMX glossary. An `Observation` keeps its value as the printed decimal; only a `Panel`
converts values to floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from indicators.model.codelists import ObservationStatus
from indicators.model.dimensions import Dimension
from indicators.model.origins import Origin
from indicators.model.periods import Frequency, TimePeriod


class Measure(StrEnum):
    """The kind of quantity an indicator measures, which decides how it is converted and added up."""

    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"
    SHARE = "share"
    INDEX = "index"
    COUNT = "count"

    @property
    def is_additive(self) -> bool:
        """Whether values of different areas can be added up."""
        return self in (Measure.FLOW, Measure.STOCK, Measure.COUNT)


class Prices(StrEnum):
    """The prices at which money is valued, as in SDMX ``CL_PRICES``."""

    CURRENT = "current"
    CONSTANT = "constant"
    CHAIN_LINKED = "chain-linked"
    PREVIOUS_YEAR = "previous year"


class AggregationMethod(StrEnum):
    """How a publisher calculates the value of a group of countries."""

    SUM = "sum"
    GAP_FILLED_TOTAL = "gap-filled total"
    WEIGHTED_AVERAGE = "weighted average"
    UNWEIGHTED_AVERAGE = "unweighted average"
    MEDIAN = "median of members"


class Qualifier(StrEnum):
    """A word before a printed number that widens its meaning."""

    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    ALMOST = "almost"


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something that is measured, such as GDP.

    Attributes:
        id: Its name in addresses and commands; kebab-case.
        name: Its name on the screen, without the unit.
        description: One or two sentences in our own words.
        unit: The usual unit, as spelled by `indicators.model.units`.
        measure: Flow, stock, rate, share, index or count.
        topic: The topic it is listed under.
        section: The section of the topic, or empty.
        prices: The price basis of money, else ``None``.
        base: The base year of constant prices.
        code: The publisher's own code, or empty.
        aliases: Other words people search for.
        numerator: For a share, what is counted.
        denominator: For a share, what it is a share of.
        numerator_measure: For a share, or a rate such as one per person, the measure of the numerator (flow, stock
            or count); ``None`` if not stated.
        not_to_confuse: What it is often mistaken for.
        growth_of: For a growth rate, the id of the indicator whose levels it compares, at the same prices; else
            empty. Real growth of levels at current prices has none.
        growth_in: The currency of those levels, if they are published in several; or empty.
        compare_with: Ids of indicators that measure nearly the same by another definition.
        overlaps_with: Ids of indicators that count some of the same things, such as the whole it is part of, so
            that their values don't add up.
        frequency: The most frequent figures it has, yearly unless stated.
        adjustment: How its figures are adjusted, such as ``seasonally adjusted``; empty if they aren't, or if the
            publisher doesn't say.
        aggregation: How its publisher calculates the values of groups of countries; ``None`` if not known.
        related: Ids of indicators worth a look beside it.
        preferred: Among indicators that measure nearly the same, the id of the one to prefer; empty for that one.
        preferred_because: Why the other one is preferred.
        withdrawn: Since when its publisher no longer updates it (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); or empty.
        dimensions: What divides it into series, such as sex and age.
        codes: The publisher's codes of such series: ``(("SEX=F", "SL.UEM.1524.FE.ZS"),)``.
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
    section: str = ""
    frequency: Frequency = Frequency.ANNUAL
    adjustment: str = ""
    aggregation: AggregationMethod | None = None
    related: tuple[str, ...] = ()
    preferred: str = ""
    preferred_because: str = ""
    withdrawn: str = ""
    dimensions: tuple[Dimension, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    def find_dimension(self, id: str) -> Dimension | None:
        """Return its dimension with this id, in any case; ``None`` if it has none."""
        return next((one for one in self.dimensions if one.id.casefold() == id.casefold()), None)

    @property
    def counted(self) -> Measure:
        """The measure of what is counted: for a share, that of its numerator if known.

        >>> debt = Indicator("debt", "Debt", "", "% of GDP", Measure.SHARE, "", numerator_measure=Measure.STOCK)
        >>> debt.counted.value
        'stock'
        """
        return self.numerator_measure or self.measure


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a figure appears in a text: heading, paragraph below it and sentence, both counted from 1.

    >>> str(Locator("Digital Sovereignty", 1, 2))
    'under “Digital Sovereignty”, paragraph 1, sentence 2'
    """

    heading: str
    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"under “{self.heading}”, paragraph {self.paragraph}, sentence {self.sentence}"


@dataclass(frozen=True, slots=True)
class Observation:
    """The value of an indicator for an area and period, as a source printed it.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period it refers to.
        value: The printed number; ``None`` if the source says there is none.
        unit: Its unit, without the multiplier.
        origin: Id of the origin.
        vintage: The day from which it was known.
        multiplier: Power of ten of the printed number.
        status: Actual, estimate, forecast ...
        counterpart: Code of the other area, for trade and agreements; or empty.
        dimensions: The code of each dimension that isn't its total: ``(("SEX", "F"),)``.
        lower: Lower end of the printed interval.
        upper: Upper end of the printed interval.
        qualifier: The word printed before the number.
        digits: Significant digits as printed.
        converted_from: For a source's own conversion, the unit that was converted; or empty.
        inferred: Columns that the source leaves open and we filled in.
        locator: The passage in the text.
        said_by: The speaker, if not the publisher.
        note: What users should know.

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
    dimensions: tuple[tuple[str, str], ...] = ()
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
        """The value in the unit itself, with the multiplier applied."""
        return None if self.value is None else _apply_multiplier(self.value, self.multiplier)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The range a printed number can mean: the printed interval, or half a unit of its last digit either way.

        The qualifier is not included: a check decides how much ``more than`` may add.
        """
        if self.value is None:
            return None
        if self.lower is not None and self.upper is not None:
            return _apply_multiplier(self.lower, self.multiplier), _apply_multiplier(self.upper, self.multiplier)
        leading = self.value.adjusted() if self.value else 0
        last_digit = leading - (self.digits - 1) if self.digits else int(self.value.as_tuple().exponent)
        half = Decimal((0, (5,), last_digit - 1))
        low, high = self.value - half, self.value + half
        return _apply_multiplier(low, self.multiplier), _apply_multiplier(high, self.multiplier)


def _apply_multiplier(value: Decimal, multiplier: int) -> Decimal:
    scaled = value.scaleb(multiplier)
    whole = scaled.to_integral_value()
    return whole.quantize(Decimal(1)) if scaled == whole and abs(whole) < 10**27 else scaled


@dataclass(frozen=True, slots=True)
class Dataset:
    """The observations of one publisher, with their description.

    Attributes:
        id: The name of its folder.
        title: Its title.
        publisher: Short name, shown at the end of a line.
        description: In our own words.
        origins: The origins of its observations.
        indicators: Ids of the indicators it has figures for, sorted.
        observations: The observations, if they are few and kept by hand.
        tables: The Parquet files otherwise, earlier releases first.
        checksums: The SHA-256 of each of them; empty where they have none.
        continues: The dataset of which its figures are a later edition; or empty. Together they are one source, whose
            figures are those of the latest vintage.
    """

    id: str
    title: str
    publisher: str
    description: str
    origins: tuple[Origin, ...]
    indicators: tuple[str, ...]
    observations: Sequence[Observation] = field(default=(), repr=False)
    tables: tuple[Path, ...] = ()
    checksums: tuple[str, ...] = ()
    continues: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event that charts can mark.

    Attributes:
        id: Unique; kebab-case.
        period: When it happened.
        areas: Codes of the areas it concerns.
        name: A few words for the mark.
        description: A sentence.
        origin: Id of the origin.
        locator: The passage that mentions it.
        inferred: Columns that the source leaves open and we filled in.
        note: What users should know.
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
