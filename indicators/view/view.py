"""Describe what a user asks for as plain data, with four spellings.

The address of the dashboard, the command line, the Python call and the saved file spell the same view in four ways.
Each is generated from the one table of fields, so that none can lag behind. The names in the address are those of Our
World in Data where it has them.

>>> view = View(("gdp", "population"), ("RUS", "CHN"), TimeSpan.parse("2000..2025"))
>>> view.address
'indicators=gdp~population&country=RUS~CHN&time=2000..2025'
>>> print(view.command)
indicators get 'gdp~population' --country 'RUS~CHN' --time 2000..2025
>>> print(view.python)
ind.get("gdp~population", "RUS~CHN", "2000..2025")
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Self
from urllib.parse import urlencode

from indicators.analysis.forecasts.scenarios import GrowthPath
from indicators.analysis.real_terms import Deflator, MoneySettings
from indicators.analysis.request import Derivation, PanelRequest
from indicators.analysis.transforms import AggregationName, TransformName
from indicators.errors import UsageError, shorten
from indicators.model.catalogue import Catalogue
from indicators.model.dimensions import DimensionChoice
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.model.recency import DEFAULT_TOLERANCE
from indicators.model.story import ChartNote, Story
from indicators.model.units import parse_unit
from indicators.store import Query
from indicators.view import messages
from indicators.view.dimension_choice import (
    choose_dimensions,
    choose_series,
    drop_unused_dimensions,
    pick_parameters,
    spell_parts,
    write_literal,
)
from indicators.view.fields import (
    FIELDS,
    POSITIONAL,
    REPEATED,
    SWITCHES,
    ChartType,
    Field,
    FrequencyCode,
    Overlay,
    RankingEnds,
    Scale,
    SmallAxes,
    Stacking,
    Tab,
    split_names,
)
from indicators.view.spellings import (
    build_unknown_name_error,
    split_address,
    split_call,
    split_command,
    split_file,
)


@dataclass(frozen=True, slots=True)
class View:
    """The request of a user.

    Attributes:
        indicators: Ids of indicators.
        areas: Codes of areas; none means all.
        time: The span of time.
        dimensions: The chosen codes of dimensions, by id; for any other, the total is shown, or else all codes.
        as_of: Only what was known on this day; a link with it always shows the same figures.
        vintage: Only what was published in this period, such as one edition of an outlook.
        every_vintage: Whether each vintage of a figure is shown, such as past forecasts, and not only the newest.
        tolerance: How many years a latest value may be older than the newest of its indicator and still be charted.
        forecasts: Whether forecasts are shown.
        bands: The levels of the bands around forecasts, in percent; none for no bands, 0 for none on a page that would
            show them by default.
        scenario: The growth of a scenario of the user's own, by years; none for no scenario.
        unit: The unit of amounts of money; empty for that of the source.
        rate: The rule of conversion; empty for the default of the measure.
        prices: The year of constant prices; ``None`` for the prices of the source.
        deflator: What prices are measured by.
        frequency: The frequency that shorter periods are aggregated to; empty for none.
        aggregate: How they are aggregated; empty for the default of the measure.
        per: What figures are divided by: ``person``, ``total`` (of the areas shown), the code of an area, or the id of
            another indicator; empty for nothing.
        average: The number of periods of a moving average; ``None`` for none.
        transform: Names of transformations, applied one after the other.
        base: The base period of an index; ``None`` for the first common year.
        title: A title instead of the one made from the figures, which is then in the subtitle.
        notes: Notes on points in time.
        lock: Whether an embedded chart has no controls.
        tab: Chart, map, table or sources; a map and a scatter plot show all countries, and mark the areas chosen.
        chart: The type of the chart.
        scale: Linear or logarithmic axis of values.
        stacking: Whether stacked areas show sums or shares of the total.
        ends: Which end of a long ranking is drawn: the largest values, the smallest, or both.
        highlight: Codes of the areas that have colours in the chart, the others being grey; none for the default.
        axes: Whether small multiples have the same axis of values or one each; empty for what shows most.
        references: Levels of reference lines: ``average`` or ``median`` of what is shown, or numbers as texts.
        overlay: What is opened over the chart: the sources, the downloads, or nothing.
        locale: The CLDR locale of the number format; empty for English.
        embed: Whether the chart is embedded in another page.
    """

    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    time: TimeSpan = field(default_factory=TimeSpan)
    dimensions: DimensionChoice = ()
    as_of: date | None = None
    vintage: TimePeriod | None = None
    every_vintage: bool = False
    tolerance: int = DEFAULT_TOLERANCE
    forecasts: bool = True
    bands: tuple[int, ...] = ()
    scenario: tuple[GrowthPath, ...] = ()
    unit: str = ""
    rate: str = ""
    prices: int | None = None
    deflator: Deflator = "gdp"
    frequency: FrequencyCode = ""
    aggregate: AggregationName | Literal[""] = ""
    per: str = ""
    average: int | None = None
    transform: tuple[TransformName, ...] = ()
    base: TimePeriod | None = None
    title: str = ""
    notes: tuple[ChartNote, ...] = ()
    lock: bool = False
    tab: Tab = "chart"
    chart: ChartType = "line"
    scale: Scale = "linear"
    stacking: Stacking = "absolute"
    ends: RankingEnds = "largest"
    highlight: tuple[str, ...] = ()
    axes: SmallAxes = ""
    references: tuple[str, ...] = ()
    overlay: Overlay = ""
    locale: str = ""
    embed: bool = False

    @property
    def money(self) -> MoneySettings:
        """In which unit, prices and at which exchange rate amounts of money are shown."""
        return MoneySettings(self.unit, self.rate, self.prices, self.deflator)

    @property
    def story(self) -> Story:
        """What a person added to its chart."""
        return Story(self.title, self.notes, self.lock)

    @property
    def is_locked(self) -> bool:
        """Whether it is shown in another page without controls."""
        return self.lock and self.embed

    @property
    def derivation(self) -> Derivation:
        """The calculations applied to the figures."""
        return Derivation(self.frequency, self.aggregate, self.per, self.average, self.transform, self.base)

    @property
    def known(self) -> str:
        """The date that figures are as of, for a subtitle; empty for today.

        >>> View(as_of=date(2019, 4, 30)).known
        'as known on 30 April 2019'
        """
        parts = [
            f"as published in {self.vintage.label}" if self.vintage is not None else "",
            f"as known on {TimePeriod.of_day(self.as_of).label}" if self.as_of is not None else "",
            "every edition" if self.every_vintage and self.tab != "chart" else "",  # a chart counts them
        ]
        return ", ".join(part for part in parts if part)

    @property
    def is_scatter(self) -> bool:
        """Whether a scatter plot is shown, which has all areas."""
        return self.tab == "chart" and self.chart == "scatter"

    @property
    def request(self) -> PanelRequest:
        """Everything that decides its figures."""
        return PanelRequest(
            self.query, self.money, self.derivation, tolerance=self.tolerance, bands=self.levels, scenario=self.scenario
        )

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels of the bands to make, in percent."""
        return tuple(level for level in self.bands if level)

    @property
    def query(self) -> Query:
        """The query to the store; maps and scatter plots show all countries."""
        areas = () if self.tab == "map" or self.is_scatter else self.areas
        return Query(
            self.indicators, areas, self.time, self.as_of, self.forecasts, vintage=self.vintage,
            every_vintage=self.every_vintage, dimensions=self.dimensions,
        )  # fmt: skip

    @property
    def as_published(self) -> Self:
        """The same view without calculations; of all time instead of only the latest figure."""
        time = TimeSpan() if self.time.only is not None else self.time
        return self.with_(per="", frequency="", aggregate="", average=None, transform=(), base=None, time=time)

    def with_(self, **changes: Any) -> Self:
        """Return the view with some fields changed."""
        return replace(self, **changes)

    def drop_unused_money(self, catalogue: Catalogue) -> Self:
        """Return the view without unit, exchange rate and prices if none of its indicators is money.

        >>> from indicators.files import read_embedded_catalogue
        >>> View(("inflation",), unit="EUR").drop_unused_money(read_embedded_catalogue()).unit
        ''
        """
        units = [parse_unit(catalogue.find_indicator(id).unit) for id in self.indicators]
        if any(unit.currency or unit.expression.startswith(("LCU", "international")) for unit in units):
            return self
        return self.with_(unit="", rate="", prices=None)

    def drop_unused_dimensions(self, catalogue: Catalogue) -> Self:
        """Return the view without dimensions and codes that none of its indicators has."""
        return self.with_(dimensions=drop_unused_dimensions(self.dimensions, self.indicators, catalogue))

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the address, only those that differ from a fresh view."""
        words: dict[str, str] = {}
        for spec, value in _list_options(self):
            words |= spell_parts(value) if spec.attribute == "dimensions" else {spec.address: spec.write(value)}
        return words

    @property
    def address(self) -> str:
        """The part of the address after the question mark."""
        return urlencode(self.parameters, safe="~.:")

    @property
    def command(self) -> str:
        """The command line that gives the same figures."""
        words = ["indicators", "get", "~".join(self.indicators)]
        for spec, value in _list_options(self.with_(areas=self.query.areas)):
            if spec.option in SWITCHES:
                words.append(spec.option)
            elif spec.attribute in REPEATED:
                parts = spec.write(value).split(REPEATED[spec.attribute])
                words += [word for part in parts for word in (spec.option, part)]
            elif spec.option:
                words += [spec.option, spec.write(value)]
        return shlex.join(words)

    @property
    def python(self) -> str:
        """The Python call that gives the same figures, after ``import indicators as ind``."""
        figures = self.with_(areas=self.query.areas)
        said = {spec.attribute: spec for spec, _ in _list_options(figures)}
        last = max((n for n, spec in enumerate(POSITIONAL) if spec.attribute in said), default=0)
        words = [json.dumps(spec.write(getattr(figures, spec.attribute))) for spec in POSITIONAL[: last + 1]]
        for spec in said.values():
            if spec not in POSITIONAL and spec.option:
                value = getattr(self, spec.attribute)
                literal = value if isinstance(value, bool) else json.dumps(spec.write(value), ensure_ascii=False)
                if spec.attribute == "dimensions":
                    literal = write_literal(self.dimensions)
                words.append(f"{spec.attribute}={literal}")
        return f"ind.get({', '.join(words)})"

    @property
    def file(self) -> str:
        """The text of a saved view: YAML with the names of the address."""
        import yaml

        return yaml.safe_dump(self.parameters, sort_keys=False, allow_unicode=True)

    @classmethod
    def from_address(cls, parameters: Mapping[str, str] | str, catalogue: Catalogue) -> tuple[Self, tuple[str, ...]]:
        """Read the parameters of an address, ignoring what is not understood.

        Args:
            parameters: The part after the question mark, or its names and values.
            catalogue: Where names are looked up.

        Returns:
            The view, and a sentence for each part that was ignored.
        """
        values: dict[str, Any] = {}
        pairs, reasons = split_address(parameters) if isinstance(parameters, str) else (parameters, [])
        parts = pick_parameters(pairs, catalogue)
        if parts:
            pairs = {**pairs, "dimensions": parts}
        for spec in FIELDS:
            text = pairs.get(spec.address)
            if text is None or not text.strip():
                continue
            value, ignored = spec.read_leniently(text, catalogue)
            name, short = spec.address, shorten(text, most=40)
            message = messages.IGNORED if value is None else messages.IGNORED_PART
            reasons += [message.format(name=name, text=short, reason=reason) for reason in ignored]
            if value is not None:
                values[spec.attribute] = value
        try:
            return cls(**_complete(values, pairs.get("indicators", ""), catalogue)), tuple(reasons)
        except UsageError as error:
            name, short = "dimensions", shorten(parts, most=40)
            reasons.append(messages.IGNORED.format(name=name, text=short, reason=error))
            return cls(**values | {"dimensions": ()}), tuple(reasons)

    @classmethod
    def from_command(cls, command: str, catalogue: Catalogue) -> Self:
        """Read an ``indicators get …`` command.

        Raises:
            ViewError: It is another command, or has an unknown option.
            UsageError: A name or a period is unknown.
        """
        return cls.from_texts(split_command(command), catalogue)

    @classmethod
    def from_python(cls, call: str, catalogue: Catalogue) -> Self:
        """Read an ``ind.get(…)`` call; only literals are read, nothing is run.

        Raises:
            ViewError: It is not such a call.
            UsageError: A name or a period is unknown.
        """
        return cls.from_texts(split_call(call), catalogue)

    @classmethod
    def from_file(cls, text: str, catalogue: Catalogue) -> Self:
        """Read the text of a saved view.

        Raises:
            ViewError: It is not YAML with the names of the address.
            UsageError: A name or a period is unknown.
        """
        return cls.from_texts(split_file(text), catalogue)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str], catalogue: Catalogue) -> Self:
        """Read a view from the text of each field, by the field's name; an empty text leaves the default.

        As a chart type, ``map`` stands for the tab.

        Raises:
            ViewError: There is no such field, or its text is not a valid choice.
            UsageError: A name or a period is unknown.
        """
        by_attribute = {spec.attribute: spec for spec in FIELDS}
        if texts.get("chart") == "map":
            texts = {**texts, "chart": "", "tab": "map"}
        values = {}
        for name, text in texts.items():
            if name not in by_attribute:
                raise build_unknown_name_error("argument", name, by_attribute)
            if text.strip():
                values[name] = by_attribute[name].read(text, catalogue)
        return cls(**_complete(values, texts.get("indicators", ""), catalogue))


def _complete(values: dict[str, Any], names: str, catalogue: Catalogue) -> dict[str, Any]:
    """Check the choice of dimensions against the indicators, and add what their names choose.

    Raises:
        UsageError: The indicators have no such dimension or code, or ask for different series.
    """
    ids = values.get("indicators", ())
    chosen = choose_dimensions(values.get("dimensions", ()), ids, catalogue)
    chosen = choose_series(split_names(names), chosen, catalogue) if ids else chosen
    return values | {"dimensions": chosen} if chosen else values


def _list_options(view: View) -> list[tuple[Field, Any]]:
    """The fields that differ from a fresh view, with their values."""
    fresh = View()
    pairs = [(spec, getattr(view, spec.attribute)) for spec in FIELDS]
    return [(spec, value) for spec, value in pairs if value != getattr(fresh, spec.attribute)]
