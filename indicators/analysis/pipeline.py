"""Turn a request into a finished panel: the one way to figures for Python, the command, the dashboard and files.

Whatever order the options are given in, each indicator goes through these stages, and each leaves its step:

1. read, for all time;
2. money: deflated, then converted (`indicators.analysis.real_terms`);
3. aggregated to longer periods (as in FRED, before any transformation);
4. divided: per person, by another indicator, or as a share of a whole;
5. a moving average;
6. the transformations, one after the other;
7. bands around forecasts, for figures as published (`indicators.analysis.forecasts.bands`), and the user's scenario;
8. only then cut to the time asked for, so that the first year shown can be compared with the one before;
9. notes on what to know before comparing the figures (`indicators.analysis.notes`).

Rules that hold wherever a panel is asked for:

- **The time asked for never changes a figure**, with one exception that the step names: if no base year is given, an
  index starts at the first common year of the time asked for.
- **Each indicator is calculated on its own.** An index of several indicators has a first common year for each; steps
  that differ begin with the indicator's name.
- **A unit of money, an exchange rate and prices apply to the indicators that are money**; the others stay as published,
  and a step says so. If none is money, the request is refused.
- **What one indicator cannot give is refused for all**: an index of a growth rate, a share of what doesn't add up.
- **A total needs a value of each area asked for in that period**, whatever other periods lack.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from indicators.analysis import messages
from indicators.analysis.additivity import refuse_overlap, require_levels, require_total
from indicators.analysis.combining import add_steps_of, explain_lost, join_steps
from indicators.analysis.forecasts.scenarios import SCENARIO, add_scenario
from indicators.analysis.notes import add_notes
from indicators.analysis.real_terms import restate
from indicators.analysis.request import PERSON, TOTAL, Derivation, PanelRequest
from indicators.analysis.transforms import (
    aggregate_periods,
    apply_transform,
    divide,
    divide_by_area,
    divide_by_total,
    match_frequency,
    take_moving_average,
)
from indicators.errors import UsageError
from indicators.exchange.monetary import (
    add_rate_columns,
    has_monetary_figures,
    is_in_international_dollars,
    keep_as_published,
)
from indicators.model.panel import Panel, join_panels
from indicators.model.periods import TimeSpan
from indicators.model.series_labels import show_dimensions
from indicators.model.steps import Step
from indicators.model.units import have_same_dimension
from indicators.store import Query, Store

_POPULATION: Final = "population"

PanelCache = Callable[[tuple[str, ...], Callable[[], Panel]], Panel]
"""Returns what it keeps under a key, or makes it and keeps it."""


def make_panel(request: PanelRequest, store: Store, *, cache: PanelCache | None = None) -> Panel:
    """Make the finished panel of a request; a cache keeps panels between calls.

    Raises:
        UnitMismatchError: The figures cannot be brought to the unit, divided or transformed as asked.
        UsageError: There is no such rule or sum, or a total would count something twice.

    >>> from indicators.store import open_embedded_store
    >>> query = Query(("gdp",), ("RUS",), TimeSpan.parse("2020"))
    >>> request = PanelRequest(query, derivation=Derivation(transform=("pc1",)))
    >>> growth = make_panel(request, open_embedded_store())
    >>> growth.frame["value"].round(1).tolist(), growth.units
    ([-11.8], ('%',))
    """
    _refuse_vintages(request)
    if request.is_plain and not (request.bands or request.scenario) and cache is None:
        return add_notes(show_dimensions(store.read_panel(request.query)), request, store)
    keep = cache or _keep_in({})
    return _copy(keep(("cut", repr(request)), lambda: _cut(_make_whole(request, store, keep), request, store)))


def _cut(whole: Panel, request: PanelRequest, store: Store) -> Panel:
    """Cut a panel of all time to the requested time, with the rates and origins still used, and add the notes."""
    panel, derivation = show_dimensions(whole.select_time(request.query.time)), request.derivation
    if not derivation.looks_back:
        panel = panel.drop_unused_rates()
    elif derivation.years_before is not None:
        panel = panel.drop_unused_rates(years_before=derivation.years_before)
    if derivation.per == TOTAL:
        refuse_overlap(panel)
    panel = replace(panel, steps=(_describe_reading(request.query), *panel.steps[1:]))
    return add_notes(panel, request, store)


def make_whole_panel(request: PanelRequest, store: Store, *, cache: PanelCache | None = None) -> Panel:
    """Make the panel of a request for all time, which shows where data begin and end; `make_panel` cuts it.

    Raises:
        IndicatorsError: As `make_panel`.
    """
    _refuse_vintages(request)
    return _copy(_make_whole(request, store, cache or _keep_in({})))


def split_request(request: PanelRequest, store: Store, *, cache: PanelCache | None = None) -> tuple[PanelRequest, ...]:
    """Split a request into one per indicator; their panels are the parts of the whole panel."""
    parts = [replace(request, query=replace(request.query, indicators=(id,))) for id in request.query.indicators]
    if len(parts) < 2 or not request.money.changes_anything:
        return tuple(parts)
    monetary = [_Pipeline(part, store, cache or _keep_in({})).is_monetary() for part in parts]
    if not any(monetary):  # each is refused, with the reason
        return tuple(parts)
    return tuple(replace(part, stays_published=not one) for part, one in zip(parts, monetary, strict=True))


def _make_whole(request: PanelRequest, store: Store, keep: PanelCache) -> Panel:
    if len(request.query.indicators) < 2:
        return _Pipeline(request, store, keep).make()
    query = replace(request.query, time=TimeSpan())
    key = ("joined", repr((replace(request, query=query), request.since)))
    return keep(key, lambda: _join_parts(split_request(request, store, cache=keep), query, store, keep))


def _copy(panel: Panel) -> Panel:
    """Copy the tables, which share their data until somebody writes to one: what is kept never changes."""
    frame, stated, rates = (table.copy(deep=False) for table in (panel.frame, panel.stated, panel.rates))
    return replace(panel, frame=frame, stated=stated, rates=rates)


def _keep_in(kept: dict[tuple[str, ...], Panel]) -> PanelCache:
    def keep(key: tuple[str, ...], make: Callable[[], Panel]) -> Panel:
        if key not in kept:
            kept[key] = make()
        return kept[key]

    return keep


def _add_bands(panel: Panel, published: Panel, request: PanelRequest, store: Store) -> Panel:
    """Add the bands of a request, which are made for figures as published and converted with them."""
    if not request.bands:
        return panel
    if request.derivation != Derivation():
        return panel.with_frame(panel.frame, Step("no bands", messages.BANDS_OF_PUBLISHED))
    from indicators.analysis.forecasts.bands import add_bands

    return add_bands(panel, request.bands, request.query, store, published=published)


def _add_scenario(panel: Panel, request: PanelRequest) -> Panel:
    """Add the figures of a user's scenario, which follow those published and converted."""
    if not request.scenario or panel.is_empty:
        return panel
    if request.derivation != Derivation() or request.query.every_vintage:
        return panel.with_frame(panel.frame, Step(SCENARIO, messages.SCENARIO_OF_PUBLISHED))
    return add_scenario(panel, request.scenario)


def _describe_reading(query: Query) -> Step:
    return Step("read", f"Read {query.label}: {query.which}.")


def _refuse_vintages(request: PanelRequest) -> None:
    """Refuse calculations across vintages.

    Raises:
        UsageError: A growth rate, a share or a latest figure of every vintage is asked for.
    """
    only = request.query.time.only
    if not request.query.every_vintage or (request.derivation == Derivation() and only is None):
        return
    found = f"only the {only} figure" if only is not None else "a growth rate, a share, an average or the like"
    raise UsageError(messages.VINTAGES_MIXED, found=found, hint=messages.CHOOSE_VINTAGE)


class _Pipeline:
    """The stages of a request for one indicator, each kept by what decides it."""

    def __init__(self, request: PanelRequest, store: Store, keep: PanelCache) -> None:
        self._request = request
        self._query, self._money = replace(request.query, time=TimeSpan()), request.money
        self._derivation = request.derivation
        self._store, self._keep = store, keep

    def make(self) -> Panel:
        """Go through all stages."""
        if self._request.is_plain and not (self._request.bands or self._request.scenario):
            return self._read(self._query)
        key = ("finished", repr((replace(self._request, query=self._query), self._request.since)))
        return self._keep(key, self._derive)

    def is_monetary(self) -> bool:
        """Whether the settings of money apply to the indicator."""
        panel = self._read(self._query)
        money = self._money
        at_parity = money.rate == "ppp" or "international dollar" in money.unit or (money.prices and not money.unit)
        if has_monetary_figures(panel) or (at_parity and is_in_international_dollars(panel)):
            return True
        units = panel.units or (panel.indicators[0].unit,)
        return bool(self._money.unit) and any(have_same_dimension(unit, self._money.unit) for unit in units)

    def _derive(self) -> Panel:
        derivation = self._derivation
        panel = self._restate(self._query)
        if self._request.stays_published:
            panel = keep_as_published(panel)
        panel = self._aggregate(panel, derivation.aggregate)
        panel = self._divide(panel, self._query)
        if derivation.average:
            panel = take_moving_average(panel, derivation.average)
        for name in derivation.transform:
            panel = apply_transform(panel, name, base=derivation.base, since=self._request.since)
        return _add_scenario(_add_bands(panel, self._read(self._query), self._request, self._store), self._request)

    def _read(self, query: Query) -> Panel:
        return self._keep(("published", repr(query)), lambda: self._store.read_panel(query))

    def _restate(self, query: Query) -> Panel:
        if self._request.stays_published or not self._money.changes_anything:
            return self._read(query)
        key = ("restated", repr((query, self._money)))
        return self._keep(key, lambda: restate(self._read(query), self._money, self._store))

    def _aggregate(self, panel: Panel, how: str = "") -> Panel:
        return aggregate_periods(panel, self._derivation.frequency, how) if self._derivation.frequency else panel

    def _divide(self, panel: Panel, query: Query) -> Panel:
        per, areas = self._derivation.per, self._store.catalogue.areas.by_code
        if not per:
            return panel
        if per == TOTAL:
            return self._divide_by_total(panel, query)
        if per in areas:
            name = "the world" if areas[per].name == "World" else areas[per].name
            require_levels(panel, name)
            if panel.is_empty:
                return panel
            whole = replace(query, areas=(per,))
            total = explain_lost(self._restate(whole), self._read(whole))
            made = divide_by_area(panel, self._aggregate(total, self._derivation.aggregate), name)
            return add_steps_of(total, made)
        if panel.is_empty:
            return panel
        by = self._read_divisor(replace(query, indicators=(_POPULATION if per == PERSON else per,)), panel)
        by = self._aggregate(by) if self._derivation.frequency else match_frequency(by, panel)
        return add_steps_of(by, divide(panel, by))

    def _divide_by_total(self, panel: Panel, query: Query) -> Panel:
        if not query.areas:  # the total of all is that of the countries
            groups = [area.code for area in self._store.catalogue.areas if area.kind == "group"]
            panel = panel.with_frame(panel.frame[~panel.frame["code"].isin(groups)])
        require_total(panel)
        return panel if panel.is_empty else divide_by_total(panel, query.areas)

    def _read_divisor(self, query: Query, panel: Panel) -> Panel:
        """Read the divisor with the same settings of money, or in the currency of what is divided."""
        by = self._read(query)
        if by.is_empty:
            raise UsageError(messages.NO_DIVISOR_AT_ALL.format(divisor=by.indicators[0].name))
        if by.indicators[0].prices is None:
            return by
        if self._money.changes_anything and not self._request.stays_published:
            return self._restate(query)
        units = {unit for unit in panel.unscale().units if unit != ""}
        return by.to(next(iter(units))) if len(units) == 1 and panel.indicators[0].prices is not None else by


def _join_parts(requests: Sequence[PanelRequest], query: Query, store: Store, cache: PanelCache) -> Panel:
    """Join the panels of single indicators, all with the same columns."""
    parts = [_Pipeline(request, store, cache).make() for request in requests]
    frames = add_rate_columns([part.frame for part in parts])
    joined = join_panels([replace(part, frame=frame) for part, frame in zip(parts, frames, strict=True)])
    names = [store.catalogue.find_indicator(id).name for id in query.indicators]
    return replace(joined, steps=(_describe_reading(query), *join_steps(parts, names)))
