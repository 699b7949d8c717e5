"""A panel: the observations of one or more series as one tidy table, with everything needed to trust them.

The numbers come with their unit, status and origin, and with the steps that made them. A panel never changes: every
operation returns a new one with its step added.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from indicators.errors import ToolMissingError, UsageError
from indicators.model import messages
from indicators.model.bands import list_amounts
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Indicator
from indicators.model.origins import CitationStyle, Origin
from indicators.model.panel_frames import TimeIndex, index_by_time, render_html, summarize, widen
from indicators.model.panel_output import AgeReader, SeriesAge, UnitConverter, load_panel_output
from indicators.model.periods import TimeSpan
from indicators.model.series_labels import list_dimension_columns
from indicators.model.steps import Step
from indicators.model.story import NO_STORY, Story
from indicators.model.units import parse_unit

if TYPE_CHECKING:
    import plotly.graph_objects as go
    import polars as pl
    import pyarrow as pa

PANEL_COLUMNS: tuple[str, ...] = (
    "entity", "code", "counterpart", "dimensions", "period", "first", "last", "year", "frequency", "indicator", "value",
    "lower", "upper", "unit", "status", "qualifier", "digits", "converted_from", "inferred", "said_by",
    "note", "locator", "vintage", "dataset", "publisher", "origin",
)  # fmt: skip
RATE_COLUMNS: tuple[str, ...] = (
    "rule", "rate", "rate_unit", "rate_date", "rate_publisher", "rate_path", "reason",
)  # fmt: skip
SERIES_COLUMNS: tuple[str, ...] = (
    "indicator", "code", "counterpart", "dimensions", "dataset", "unit", "frequency", "converted_from",
)  # fmt: skip

_COMBINING_STEPS: Final = frozenset({"aggregate", "average", "divide", "share", "transform"})
"""The names of steps that make one figure of several."""
_STORE_FIELDS: Final = frozenset({"converter", "catalogue", "age_reader"})


@dataclass(frozen=True, eq=False, repr=False)
class Panel:
    """Observations of one or more series, one per row, ordered by indicator, entity, publisher and period.

    A panel can be pickled; the copy no longer belongs to a store, so it cannot be converted to other units.

    Attributes:
        frame: One row per observation, with the columns of `PANEL_COLUMNS`. ``value``, ``lower`` and ``upper`` are
            float64 in the unit of the row, multiplier included; ``first`` and ``last`` are the first and last day of
            the period (datetime64); ``year`` is int64, the year in which the period ends; ``digits`` is nullable
            Int64, the significant digits; ``origin`` is the id of an origin, or several with a space between for a
            derived figure. The rest is text, empty if there is nothing to say. ``dimensions`` has the codes of
            dimensions that aren't the total (``AGE=Y15T24;SEX=F``); each dimension in use also has a column of its own
            with its words, such as ``sex``. A conversion adds `RATE_COLUMNS`: the rule, the rate, its unit, date,
            publisher and path, and the reason if there is none.
        indicators: What is measured, in the order asked for.
        origins: Every origin that a row names, once.
        steps: How it was calculated, in order.
        stated: The sources' own conversions of these figures to other units, with the same columns.
        rates: The exchange rates that were used, as returned by `indicators.convert`; empty without a conversion.
        converter: Converts it to other units; ``None`` without a store.
        catalogue: The names and groups of areas; ``None`` without a store.
        age_reader: Reads how old its series are; ``None`` without a store.
        recent_since: If only the latest values were asked for, the year since which they are recent, by indicator.
        story: The title and notes of its chart.
    """

    frame: pd.DataFrame
    indicators: tuple[Indicator, ...]
    origins: tuple[Origin, ...]
    steps: tuple[Step, ...] = ()
    stated: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(PANEL_COLUMNS)))
    rates: pd.DataFrame = field(default_factory=pd.DataFrame)
    converter: UnitConverter | None = None
    catalogue: Catalogue | None = None
    age_reader: AgeReader | None = None
    recent_since: Mapping[str, int] = field(default_factory=dict)
    story: Story = NO_STORY

    def __len__(self) -> int:
        return len(self.frame)

    def __repr__(self) -> str:
        return summarize(self)

    def _repr_html_(self) -> str:
        return render_html(self)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name not in _STORE_FIELDS}

    def to(self, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """Convert the figures to another unit; amounts of money at an exchange rate given in each row.

        Args:
            unit: The target unit: ``"billion USD"``, ``"USD per person"``, ``"international dollars"``, or ``"LCU"``
                for each country's local currency.
            rule: ``average`` of the period, its ``end``, a date such as ``2025-09-29``, ``stated`` (the source's own
                conversion) or ``ppp``. If left out, flows are converted at the average and stocks at the end of the
                period.
            by: Use only rates of this publisher.

        Returns:
            A panel with the same rows; a value without a rate is NaN, and ``reason`` says why.

        Raises:
            UnitMismatchError: No exchange rate connects the units; the message says what is missing.
            UnknownUnitError: The unit is not known.
            UsageError: The rule is not valid, or the panel was not read from a store.
        """
        if self.converter is None:
            raise UsageError(messages.NO_STORE, expected="a panel from indicators.get")
        return self.converter.convert_panel(self, unit, rule=rule, by=by)

    def plot(
        self,
        chart: str = "line",
        *,
        scale: Literal["linear", "log"] = "linear",
        stacking: Literal["absolute", "relative"] = "absolute",
        highlight: str = "",
        axes: Literal["", "same", "own"] = "",
        references: str = "",
        locale: str = "",
    ) -> go.Figure:
        """Draw the figures as a Plotly figure with title, subtitle and sources.

        Args:
            chart: ``line``, ``bar``, ``ranking``, ``area``, ``slope``, ``scatter``, ``multiples`` or ``map``.
            scale: Whether the value axis is linear or logarithmic.
            stacking: Whether stacked areas show values or shares of the total.
            highlight: The countries that have colours, the others being grey, such as ``RUS~CHN``.
            axes: Whether small multiples have the ``same`` axis of values or their ``own``; what shows most if empty.
            references: Reference lines, joined by ``~``: ``average``, ``median`` or values such as ``20 trillion``.
            locale: The locale for numbers, such as ``de``; English if empty.

        Raises:
            UsageError: An option is not valid, or the chart would be misleading.
        """
        figure: go.Figure = load_panel_output().draw_panel(
            self, chart, scale=scale, stacking=stacking, highlight=highlight, axes=axes, references=references,
            locale=locale,
        )  # fmt: skip
        return figure

    def save(self, path: str | os.PathLike[str], *, chart: str = "line", size: str = "1200x675") -> Path:
        """Write the figures, or their chart, to a file whose ending sets the format; see `indicators.save`.

        Args:
            path: Such as ``gdp.csv``, ``gdp.xlsx``, ``gdp.parquet``, ``gdp.zip``, ``gdp.png`` or ``gdp.html``.
            chart: The type of the chart in an image or a web page; see `plot`.
            size: Width and height of an image in pixels.

        Raises:
            UsageError: The ending or an option is not valid, or the chart would be misleading.
            ToolMissingError: The browser that draws images is missing.
        """
        return load_panel_output().save_panel(self, path, chart=chart, size=size)

    def cite(self, style: CitationStyle = "text") -> str:
        """Cite the figures and each of their sources.

        Args:
            style: ``"text"``, ``"bibtex"``, ``"csl"`` (CSL-JSON) or ``"ris"``.
        """
        return load_panel_output().cite_panel(self, style)

    def to_pandas(self, *, index: TimeIndex | None = None) -> pd.DataFrame:
        """Return a copy of the frame.

        Args:
            index: ``"period"`` for a ``PeriodIndex``, ``"date"`` for a ``DatetimeIndex`` of the first day of each
                period; row numbers if left out.

        Raises:
            UsageError: pandas has no period for the frequency of the rows, or they have several.
        """
        return index_by_time(self.frame, index)

    def wide(self, *, index: TimeIndex | None = None) -> pd.DataFrame:
        """Return the values with one row per period and one column per series.

        Args:
            index: As for `to_pandas`; the periods as text if left out.

        Returns:
            float64 values, NaN if missing. The columns are the entities, or a ``MultiIndex`` of everything that
            distinguishes the series: indicator, entity, publisher, unit and others.
        """
        return widen(self.frame, index, list(list_dimension_columns(self.frame, self.indicators)))

    def to_arrow(self) -> pa.Table:
        """Return the frame as an Arrow table."""
        import pyarrow as pa

        return pa.Table.from_pandas(self.frame, preserve_index=False)

    def to_polars(self) -> pl.DataFrame:
        """Return the frame as a Polars data frame.

        Raises:
            ToolMissingError: Polars is not installed.
        """
        try:
            import polars as pl
        except ImportError as error:
            package = messages.PACKAGE_MISSING.format(package="polars")
            raise ToolMissingError(package, hint=messages.INSTALL_PACKAGE.format(package="polars")) from error
        return pl.DataFrame(self.to_arrow())

    @property
    def is_empty(self) -> bool:
        """Whether it has no rows."""
        return self.frame.empty

    @property
    def units(self) -> tuple[str, ...]:
        """The units of the rows, each once, in order."""
        return tuple(self.frame["unit"].unique())

    @property
    def entities(self) -> tuple[str, ...]:
        """The names of the areas, each once, in order."""
        return tuple(self.frame["entity"].unique())

    def order_entities(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the areas in the order of these codes, then the others in the order of the rows.

        Args:
            codes: Codes of areas in the order chosen; codes without rows are skipped.
        """
        pairs = dict.fromkeys(zip(self.frame["code"], self.frame["entity"], strict=True))
        place = {code: number for number, code in enumerate(codes)}
        ordered = sorted(pairs, key=lambda pair: place.get(pair[0], len(place)))
        return tuple(dict.fromkeys(entity for _, entity in ordered))

    def series(self) -> list[pd.DataFrame]:
        """Split the frame into series; each has one publisher, unit and frequency."""
        return [rows for _, rows in self.frame.groupby(list(SERIES_COLUMNS), sort=False)]

    def select_indicator(self, indicator: str) -> Panel:
        """Return the rows of one indicator, given by its id, with their origins."""
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
        """Return the rows within a time span, with their origins; for ``latest`` or ``earliest`` one of each series.

        As in the store, an actual value is preferred to a forecast, and both to a missing value.
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
        """Drop the rates of periods that are no longer shown, after a longer panel was cut in time.

        A rate used for every year, such as that of a base year, is kept. Steps and origins then name only publishers
        of the rates that are left.

        Args:
            years_before: For figures calculated from other periods: also keep the rates of this many years before the
                first shown, and of any period of the years shown.
        """
        if self.is_empty:
            return self
        since, until = self.frame["first"].min().year - (years_before or 0), self.frame["last"].max().year
        steps = tuple(step.clip_cautions(since, until) for step in self.steps)
        if self.rates.empty:
            return replace(self, steps=steps)
        if years_before is None:
            shown = self.rates["period"].isin(set(self.frame["period"]))
        else:
            shown = self.rates["period"].str[:4].astype(int).between(since, until)
        if shown.all():
            return replace(self, steps=steps)
        single = self.rates.groupby(["source", "target", "kind"])["period"].transform("nunique") == 1
        rates = self.rates[shown | single].reset_index(drop=True)
        publishers = frozenset(rates["publisher"])
        steps = tuple(dict.fromkeys(step.keep_publishers(publishers) for step in steps))
        return replace(self, rates=rates, steps=steps).drop_unused_origins()

    @property
    def ages(self) -> tuple[SeriesAge, ...]:
        """How old its series are, by indicator and area, whatever years it has; none without a store."""
        if self.age_reader is None or self.is_empty:
            return ()
        return self.age_reader(tuple(one.id for one in self.indicators), tuple(self.frame["code"].unique().tolist()))

    def drop_unused_origins(self) -> Panel:
        """Drop the origins that neither a row nor a rate names."""
        named = [*self.frame["origin"].unique(), *self.rates.get("origin", pd.Series(dtype=object)).unique()]
        used = {id for text in named for id in str(text).split()}
        return replace(self, origins=tuple(origin for origin in self.origins if origin.id in used))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The origins as cited: of an origin with several editions, only those that the rows came from."""
        if not self._is_of_editions:
            return self.origins
        vintages = self.frame.groupby("origin")["vintage"].unique().to_dict()
        return tuple(origin.select_editions(vintages.get(origin.id, ())) for origin in self.origins)

    def describe_origins(self, say: Callable[[Origin], str]) -> pd.Series:
        """Describe the origins of each row, for instance by their citation; several are joined by ``; ``.

        An origin with several editions is described by the edition of the row.
        """
        origins = {origin.id: origin for origin in self.origins}
        keys = self.frame["origin"] + (" @" + self.frame["vintage"] if self._is_of_editions else "")

        def describe(key: str) -> str:
            ids, _, vintage = key.partition(" @")
            used = [origins[id] for id in ids.split() if id in origins]
            # a figure of several origins has only the newest of their vintages
            used = [used[0].select_editions([vintage])] if len(used) == 1 else used
            return "; ".join(dict.fromkeys(text for origin in used if (text := say(origin))))

        return keys.map({key: describe(key) for key in keys.unique()})

    @property
    def _is_of_editions(self) -> bool:
        """Whether the vintage of a row identifies an edition; a figure made of several has only the newest vintage."""
        has_editions = any(origin.editions for origin in self.origins)
        return has_editions and not any(step.name in _COMBINING_STEPS for step in self.steps)

    def unscale(self) -> Panel:
        """Return the figures in units without a multiplier, as charts need them: billion USD become USD."""
        words = {text: parse_unit(text) for text in self.units}
        if not any(unit.multiplier for unit in words.values()):
            return self
        powers = self.frame["unit"].map({text: 10.0**unit.multiplier for text, unit in words.items()})
        frame = self.frame.assign(unit=self.frame["unit"].map({text: unit.plain.text for text, unit in words.items()}))
        for name in list_amounts(frame.columns):
            frame[name] = frame[name] * powers
        return replace(self, frame=frame)

    def with_origins(self, origins: tuple[Origin, ...]) -> Panel:
        """Return the panel with other origins."""
        return replace(self, origins=origins)

    def with_frame(self, frame: pd.DataFrame, *steps: Step) -> Panel:
        """Return the panel with other rows and the steps that made them."""
        return replace(self, frame=frame, steps=(*self.steps, *steps))


def join_panels(panels: Sequence[Panel]) -> Panel:
    """Join panels of several indicators into one, with the steps and origins of all."""
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
