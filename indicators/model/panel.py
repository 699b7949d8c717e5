"""A panel: the observations of one or several series as one tidy table, with all that makes them trustworthy.

Beside the numbers stand their unit, status, origin and the steps that made them. A panel is never changed:
every operation returns a new one, with its step added.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pandas as pd

from indicators.errors import UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import format_quantity, format_quantity_range
from indicators.model.observations import Indicator
from indicators.model.origins import Origin
from indicators.model.periods import TimeSpan
from indicators.model.units import parse_unit

__all__ = [
    "PANEL_COLUMNS",
    "RATE_COLUMNS",
    "SERIES_COLUMNS",
    "Panel",
    "Step",
    "UnitConverter",
    "format_observation",
    "join_panels",
    "to_records",
]

PANEL_COLUMNS: tuple[str, ...] = (
    "entity", "code", "counterpart", "period", "first", "last", "year", "frequency", "indicator", "value",
    "lower", "upper", "unit", "status", "qualifier", "digits", "converted_from", "inferred", "said_by",
    "note", "locator", "vintage", "dataset", "publisher", "origin",
)  # fmt: skip
RATE_COLUMNS: tuple[str, ...] = (
    "rule", "rate", "rate_unit", "rate_date", "rate_publisher", "rate_path", "reason",
)  # fmt: skip
SERIES_COLUMNS: tuple[str, ...] = (
    "indicator", "code", "counterpart", "dataset", "unit", "frequency", "converted_from",
)  # fmt: skip

_OF_SEVERAL_FIGURES = frozenset({"aggregate", "average", "divide", "transform"})  # names of steps


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to make a panel.

    Attributes:
        name: A word: ``"read"``, ``"convert"``.
        sentence: What was done, without who published the rates that did it.
        publishers: Who published those rates; none where it took no rates.
        caution: What a reader should know before trusting the outcome, in a sentence; mostly empty.
        cautioned: The years that it is about.
    """

    name: str
    sentence: str
    publishers: tuple[str, ...] = ()
    caution: str = ""
    cautioned: frozenset[int] = frozenset()

    @property
    def description(self) -> str:
        """A sentence for the reader.

        >>> Step("convert", "Converted from USD to RUB.", ("Bank of Russia", "IMF")).description
        'Converted from USD to RUB (Bank of Russia, IMF).'
        """
        by = f" ({', '.join(self.publishers)})" if self.publishers else ""
        sentence = f"{self.sentence.removesuffix('.')}{by}." if by else self.sentence
        return f"{sentence} {self.caution}" if self.caution else sentence

    def keep_publishers(self, publishers: Collection[str]) -> Step:
        """The same step, of which those publishers alone are named."""
        left = tuple(publisher for publisher in self.publishers if publisher in publishers)
        return self if left == self.publishers else replace(self, publishers=left)

    def clip_caution(self, since: int, until: int) -> Step:
        """The same step, without a caution that is about none of these years."""
        is_over = self.caution and not any(since <= year <= until for year in self.cautioned)
        return replace(self, caution="", cautioned=frozenset()) if is_over else self


class UnitConverter(Protocol):
    """What says a panel in another unit; a store gives its panels one that knows its rates."""

    def convert_panel(self, panel: Panel, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """The panel in another unit."""


@dataclass(frozen=True)
class Panel:
    """Observations of several series, one a row, in the order indicator, entity, publisher, period.

    Attributes:
        frame: One row an observation, with the columns of `PANEL_COLUMNS`: ``value``, ``lower`` and ``upper`` are
            float64 in the unit of the row, the multiplier worked in; ``first`` and ``last`` are the days of
            the period (datetime64, inclusive); ``year`` is int64, the year in which the period ends;
            ``digits`` is the nullable Int64 of significant digits; ``origin`` is the id of an origin, of a
            derived figure several with a space between; the rest is text, empty where there is nothing to
            say. After a conversion also `RATE_COLUMNS`: the rule, the rate in its unit, its day, its
            publisher and path, and the reason where there is none.
        indicators: What is measured, in the order asked for.
        origins: Every origin a row names, once.
        steps: How it was made, in order.
        stated: The sources' own restatements of these figures in other units, with the same columns.
        rates: The rates of exchange that were used, as `indicators.convert` gives them; empty before.
        converter: Knows the rates; ``None`` for a panel of no store.
        catalogue: Names and groups of areas; ``None`` for a panel of no store.
    """

    frame: pd.DataFrame
    indicators: tuple[Indicator, ...]
    origins: tuple[Origin, ...]
    steps: tuple[Step, ...] = ()
    stated: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(PANEL_COLUMNS)), repr=False)
    rates: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    converter: UnitConverter | None = field(default=None, repr=False, compare=False)
    catalogue: Catalogue | None = field(default=None, repr=False, compare=False)

    def to(self, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """The panel in another unit; sums of money at a rate that stands beside each number.

        Args:
            unit: The unit wanted: ``"billion USD"``, ``"USD per person"``, ``"international dollars"``, ``"LCU"``
                for each country's own money.
            rule: ``average`` of the period, its ``end``, a day such as ``2025-09-29``, ``stated`` (the source's
                own conversion) or ``ppp``. When left out, the measure decides: a flow is converted at the
                average, a stock at the end of the period.
            by: Only rates of this publisher.

        Returns:
            A panel with as many rows; a value without a rate is NaN, and ``reason`` says why.

        Raises:
            UnitMismatchError: No rate brings the unit to the other; it says what is missing.
            UnknownUnitError: This is no unit.
            UsageError: There is no such rule, or the panel came from no store.
        """
        if self.converter is None:
            raise UsageError("This panel came from no store, so it has no rates.", expected="a panel of indicators.get")
        return self.converter.convert_panel(self, unit, rule=rule, by=by)

    @property
    def is_empty(self) -> bool:
        """Whether it holds no figure."""
        return self.frame.empty

    @property
    def units(self) -> tuple[str, ...]:
        """The units of its rows, each once, in their order."""
        return tuple(self.frame["unit"].unique())

    @property
    def entities(self) -> tuple[str, ...]:
        """The names of its areas, each once, in their order."""
        return tuple(self.frame["entity"].unique())

    def order_entities(self, codes: Sequence[str]) -> tuple[str, ...]:
        """The names of its areas, each once: those of these codes in their order, then the others in that of the rows.

        Args:
            codes: Codes of areas in the order a reader chose them; a code without rows is passed over.
        """
        pairs = self.frame[["code", "entity"]].drop_duplicates().itertuples(index=False, name=None)
        place = {code: number for number, code in enumerate(codes)}
        ordered = sorted(pairs, key=lambda pair: place.get(pair[0], len(place)))
        return tuple(dict.fromkeys(entity for _, entity in ordered))

    def series(self) -> list[pd.DataFrame]:
        """Its series, one frame each: never two publishers, units or frequencies in one."""
        return [rows for _, rows in self.frame.groupby(list(SERIES_COLUMNS), sort=False)]

    def select_indicator(self, indicator: str) -> Panel:
        """The part of it that is about one indicator, given by its id, with the origins of that part."""
        frame = self.frame[self.frame["indicator"] == indicator].reset_index(drop=True)
        is_converted = "rule" in frame and bool(frame["rule"].fillna("").ne("").any())
        part = replace(
            self,
            frame=frame,
            indicators=tuple(i for i in self.indicators if i.id == indicator),
            rates=self.rates if is_converted else self.rates.iloc[:0],
        )
        return part.drop_unused_origins()

    def select_time(self, time: TimeSpan) -> Panel:
        """The part of it that lies in a span of time; of ``latest`` and ``earliest`` one figure of each series.

        An actual figure is preferred to a forecast, and either to an empty row, as the store does it. The origins are
        those of what is left.
        """
        frame = self.frame
        if time.first is not None:
            frame = frame[frame["first"] >= pd.Timestamp(time.first_day)]
        if time.last is not None:
            frame = frame[frame["last"] <= pd.Timestamp(time.last_day)]
        if time.only is not None and not frame.empty:
            latest = time.only == "latest"
            ranked = frame.assign(empty=frame["value"].isna(), forecast=frame["status"] == "F").sort_values(
                ["empty", "forecast", *(("last", "first") if latest else ("first", "last"))],
                ascending=[True, True, *((False, True) if latest else (True, False))], kind="stable",
            )  # fmt: skip
            frame = frame.loc[ranked.drop_duplicates(list(SERIES_COLUMNS)).index.sort_values()]
        if len(frame) == len(self.frame):
            return self
        return replace(self, frame=frame.reset_index(drop=True)).drop_unused_origins()

    def drop_unused_rates(self, *, years_before: int | None = None) -> Panel:
        """Without the rates of periods of which it shows no figure: what is left of a longer panel cut in time.

        A rate that was one for all years, as that of the year whose prices count, stays. The steps name only who
        published a rate that is left, and the origins are those of the rows and rates that are left.

        Args:
            years_before: For figures made of those of other periods: of so many years before the first shown, and of
                any period of the years shown, the rates stay as well.
        """
        if self.rates.empty or self.is_empty:
            return self
        since, until = self.frame["first"].min().year - (years_before or 0), self.frame["last"].max().year
        if years_before is None:
            shown = self.rates["period"].isin(set(self.frame["period"]))
        else:
            shown = self.rates["period"].str[:4].astype(int).between(since, until)
        if shown.all():
            return self
        single = self.rates.groupby(["source", "target", "kind"])["period"].transform("nunique") == 1
        rates = self.rates[shown | single].reset_index(drop=True)
        publishers = frozenset(rates["publisher"])
        steps = tuple(dict.fromkeys(step.keep_publishers(publishers).clip_caution(since, until) for step in self.steps))
        return replace(self, rates=rates, steps=steps).drop_unused_origins()

    def drop_unused_origins(self) -> Panel:
        """Without the origins that neither a row nor a rate names."""
        named = [*self.frame["origin"].unique(), *self.rates.get("origin", pd.Series(dtype=object)).unique()]
        used = {id for text in named for id in str(text).split()}
        return replace(self, origins=tuple(origin for origin in self.origins if origin.id in used))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The origins as they are cited: of one that holds several editions, those that the rows came from."""
        if not self._is_of_editions:
            return self.origins
        vintages = self.frame.groupby("origin")["vintage"].unique().to_dict()
        return tuple(origin.select_editions(vintages.get(origin.id, ())) for origin in self.origins)

    def describe_origins(self, say: Callable[[Origin], str]) -> pd.Series:
        """What the origins of each row say, such as their citation or address; of several, with ``; `` between.

        An origin that holds several editions is cited by the row's.
        """
        origins = {origin.id: origin for origin in self.origins}
        keys = self.frame["origin"] + (" @" + self.frame["vintage"] if self._is_of_editions else "")

        def said(key: str) -> str:
            ids, _, vintage = key.partition(" @")
            used = [origins[id] for id in ids.split() if id in origins]
            # of a figure of several origins the newest vintage is known, not whose it is
            used = [used[0].select_editions([vintage])] if len(used) == 1 else used
            return "; ".join(dict.fromkeys(text for origin in used if (text := say(origin))))

        return keys.map({key: said(key) for key in keys.unique()})

    @property
    def _is_of_editions(self) -> bool:
        """Whether the vintage of a row is that of an edition: of what was made of several figures it is the newest."""
        has_editions = any(origin.editions for origin in self.origins)
        return has_editions and not any(step.name in _OF_SEVERAL_FIGURES for step in self.steps)

    def unscale(self) -> Panel:
        """The same figures in units without a word of scale, as charts take them: 259 billion USD in USD."""
        words = {text: parse_unit(text) for text in self.units}
        if not any(unit.multiplier for unit in words.values()):
            return self
        powers = self.frame["unit"].map({text: 10.0**unit.multiplier for text, unit in words.items()})
        frame = self.frame.assign(unit=self.frame["unit"].map({text: unit.plain.text for text, unit in words.items()}))
        for name in ("value", "lower", "upper"):
            frame[name] = frame[name] * powers
        return replace(self, frame=frame)

    def with_origins(self, origins: tuple[Origin, ...]) -> Panel:
        """The same panel with other origins."""
        return replace(self, origins=origins)

    def with_frame(self, frame: pd.DataFrame, *steps: Step) -> Panel:
        """The same panel with other rows and the steps that made them."""
        return replace(self, frame=frame, steps=(*self.steps, *steps))


def join_panels(panels: Sequence[Panel]) -> Panel:
    """Panels of several indicators as one, with the steps and origins of all.

    Raises:
        ValueError: There is none.
    """
    first = panels[0]
    if len(panels) == 1:
        return first
    return replace(
        first,
        frame=pd.concat([panel.frame for panel in panels], ignore_index=True),
        indicators=tuple(dict.fromkeys(one for panel in panels for one in panel.indicators)),
        origins=tuple(dict.fromkeys(one for panel in panels for one in panel.origins)),
        steps=tuple(dict.fromkeys(step for panel in panels for step in panel.steps)),
        stated=pd.concat([panel.stated for panel in panels], ignore_index=True),
        rates=pd.concat([panel.rates for panel in panels], ignore_index=True).drop_duplicates(ignore_index=True),
    )


def to_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a panel's frame, each as a mapping from column to value."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def format_observation(row: Mapping[str, Any], *, locale: str = "en") -> str:
    """The value of a row as people write it, with its qualifier, at no more digits than the source printed.

    >>> row = {"value": 287e9, "unit": "USD", "digits": 3, "qualifier": "about", "lower": None, "upper": None}
    >>> format_observation(row)
    'about 287 billion USD'
    >>> format_observation(row | {"lower": 285e9, "upper": 290e9})
    '285 to 290 billion USD'
    """
    if pd.isna(row["value"]):
        return "no figure"
    digits = None if pd.isna(row["digits"]) else int(row["digits"])
    if not pd.isna(row["lower"]) and not pd.isna(row["upper"]):
        return format_quantity_range(row["lower"], row["upper"], row["unit"], digits=digits, locale=locale)
    text = format_quantity(row["value"], row["unit"], digits=digits, locale=locale)
    return f"{row['qualifier']} {text}" if row["qualifier"] else text
