"""What is shown of figures instead of their values: per person, shares, longer periods, averages, growth, an index.

The order is declared and fixed, whatever order it is asked in, and stands in the panel's steps:

1. sums of money on the reader's terms: deflated, then converted (`indicators.analysis.real_terms`);
2. brought to a longer period (FRED: aggregation comes before transformation);
3. divided: per person, by another indicator, or as a share of a whole;
4. a moving average;
5. the transformations, one after the other;
6. only then cut to the time asked for, so that the first year shown can be compared with the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis.real_terms import MoneyTerms, restate
from indicators.analysis.transforms import (
    aggregate_periods,
    apply_transform,
    divide,
    divide_by_area,
    divide_by_total,
    take_moving_average,
)
from indicators.errors import UsageError
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.store import Query, Store

__all__ = ["PERSON", "TOTAL", "Derivation", "cut", "derived", "refuse_of_every_vintage", "whole"]

PERSON: Final = "person"
TOTAL: Final = "total"
_POPULATION: Final = "population"
_INDEX: Final = "index"
_OF_ONE_PERIOD: Final = frozenset({"lin", "log"})


@dataclass(frozen=True, slots=True)
class Derivation:
    """What is wanted of figures instead of their values.

    Attributes:
        frequency: Code of the frequency that shorter periods are brought to; empty as they are.
        aggregate: How: ``avg``, ``sum``, ``eop``; empty for the way of the measure.
        per: ``person``, ``total``, the code of an area or the id of an indicator; empty for nothing.
        average: The number of periods of a moving average; ``None`` for none.
        transform: FRED's names of transformations, one after the other.
        base: The year in which an index is 100; ``None`` for the first that all have.
    """

    frequency: str = ""
    aggregate: str = ""
    per: str = ""
    average: int | None = None
    transform: tuple[str, ...] = ()
    base: int | None = None

    @property
    def looks_back(self) -> bool:
        """Whether a figure depends on those of other periods, so that all of them must be read."""
        return bool(self.frequency or self.average or self.transform)

    @property
    def years_before(self) -> int | None:
        """Of how many years before it at most a figure is made too; ``None`` where that is of any, as in an index.

        >>> Derivation(average=3, transform=("pc1",)).years_before, Derivation(transform=("index",)).years_before
        (3, None)
        """
        if _INDEX in self.transform:
            return None
        return max(self.average or 1, 1) - 1 + sum(name not in _OF_ONE_PERIOD for name in self.transform)


def derived(query: Query, terms: MoneyTerms, derivation: Derivation, store: Store) -> Panel:
    """The figures of a query on a reader's terms, and what is wanted of them.

    Args:
        query: What is read.
        terms: How sums of money are wanted.
        derivation: What is wanted of the figures.
        store: Where they are read.

    Raises:
        UnitMismatchError: The figures cannot be brought to the unit, or do not make the ratio asked for.
        UsageError: A rule is not known, or a sum is asked for of what does not add up.

    >>> from indicators.store import open_embedded_store
    >>> query = Query(("gdp",), ("RUS",), TimeSpan.parse("2020"))
    >>> growth = derived(query, MoneyTerms(), Derivation(transform=("pc1",)), open_embedded_store())
    >>> growth.frame["value"].round(1).tolist(), growth.units
    ([-11.8], ('%',))
    """
    refuse_of_every_vintage(query, derivation)
    since = None if query.time.first is None else query.time.first.year
    if not derivation.looks_back:
        return whole(store.read_panel(query), query, terms, derivation, store)
    all_time = replace(query, time=TimeSpan())
    return cut(
        whole(store.read_panel(all_time), all_time, terms, derivation, store, since=since), query.time, derivation
    )


def cut(panel: Panel, time: TimeSpan, derivation: Derivation) -> Panel:
    """A whole panel cut to the time asked for, with the rates, and their origins, of what is left.

    Args:
        panel: What `whole` made of all time.
        time: The time asked for.
        derivation: What was wanted of the figures: it says on which others those that are left rest.
    """
    left = panel.select_time(time)
    if not derivation.looks_back:
        return left.drop_unused_rates()
    return left if derivation.years_before is None else left.drop_unused_rates(years_before=derivation.years_before)


def refuse_of_every_vintage(query: Query, derivation: Derivation) -> None:
    """Refuse what cannot be made of all vintages of a figure side by side.

    Raises:
        UsageError: A growth, a share or a latest figure would be taken across vintages.
    """
    if not query.every_vintage or (derivation == Derivation() and query.time.only is None):
        return
    found = "the latest figure only" if query.time.only is not None else "a growth, a share, an average or the like"
    raise UsageError(
        "Of every vintage side by side only the figures themselves can be had: others would mix what was said at "
        "different times.",
        found=found, hint="Leave one of the two out, or choose a day (as_of) or an edition (vintage).",
    )  # fmt: skip


def whole(
    published: Panel, query: Query, terms: MoneyTerms, derivation: Derivation, store: Store, *, since: int | None = None
) -> Panel:
    """The same as `derived`, before it is cut to the time asked for: to be kept where that changes often.

    Args:
        published: What the store has for the query, read before.
        query: What was read, of all the time that figures are to be compared with.
        terms: How sums of money are wanted.
        derivation: What is wanted of the figures.
        store: Where they, and what they are divided by, are read.
        since: The earliest year that an index may begin with when no base is said.

    Raises:
        UnitMismatchError: The figures cannot be brought to the unit, or do not make the ratio asked for.
        UsageError: A rule is not known, or a sum is asked for of what does not add up.
    """
    panel = _related(restate(published, terms, store), query, terms, derivation, store)
    if derivation.average:
        panel = take_moving_average(panel, derivation.average)
    for name in derivation.transform:
        panel = apply_transform(panel, name, base=derivation.base, since=since)
    return panel


def _related(panel: Panel, query: Query, terms: MoneyTerms, derivation: Derivation, store: Store) -> Panel:
    """The figures of the frequency wanted, divided by what is wanted."""

    def at_frequency(figures: Panel, how: str = "") -> Panel:
        return aggregate_periods(figures, derivation.frequency, how) if derivation.frequency else figures

    panel = at_frequency(panel, derivation.aggregate)
    if not derivation.per or panel.is_empty:
        return panel
    if derivation.per == TOTAL:
        if not query.areas:  # of all there are, a total is of the countries
            groups = [area.code for area in store.catalogue.areas if area.kind == "group"]
            panel = panel.with_frame(panel.frame[~panel.frame["code"].isin(groups)])
        _refuse_parts_beside_their_whole(panel, store)
        return divide_by_total(panel)
    if derivation.per in store.catalogue.areas.by_code:
        published = store.read_panel(replace(query, areas=(derivation.per,)))
        total = _with_what_is_lost(restate(published, terms, store), published, terms)
        area = store.catalogue.areas.by_code[derivation.per].name
        name = "the world" if area == "World" else area
        return _with_steps_of(total, divide_by_area(panel, at_frequency(total, derivation.aggregate), name))
    id = _POPULATION if derivation.per == PERSON else derivation.per
    by = _in_same_money(store.read_panel(replace(query, indicators=(id,))), panel, terms, store)
    return _with_steps_of(by, divide(panel, at_frequency(by)))


def _with_steps_of(by: Panel, made: Panel) -> Panel:
    """What was divided, with what was done to the divisor alone: its conversion and the rates that did it."""
    done = [step for step in by.steps if step.name in ("convert", "deflate")]
    if not done:
        return made
    cautions = {step.sentence: step for step in done if step.caution}
    shared = [cautions.get(step.sentence, step) for step in made.steps]
    known = {step.sentence for step in made.steps}
    name = by.indicators[0].name
    own = [
        replace(step, sentence=f"{name}: {step.sentence[0].lower()}{step.sentence[1:]}")
        for step in done if step.sentence not in known
    ]  # fmt: skip
    rates = pd.concat([made.rates, by.rates], ignore_index=True).drop_duplicates(ignore_index=True)
    used = {id for text in by.rates.get("origin", ()) for id in str(text).split()}
    origins = tuple(dict.fromkeys([*made.origins, *(origin for origin in by.origins if origin.id in used)]))
    return replace(made, steps=(*shared[:-1], *own, shared[-1]), rates=rates, origins=origins)


def _refuse_parts_beside_their_whole(panel: Panel, store: Store) -> None:
    """Refuse a total of areas of which one holds another, or that may: the same would be counted twice.

    Raises:
        UsageError: There is a group beside what it holds.
    """
    areas = store.catalogue.areas.by_code
    held = {group.aggregate: frozenset(group.members()) for group in store.catalogue.groups if group.aggregate}
    codes = [code for code in dict.fromkeys(panel.frame["code"]) if code in areas]
    for group in (code for code in codes if areas[code].kind == "group"):
        inside = held.get(group)
        for other in (code for code in codes if code != group):
            theirs = held.get(other) if areas[other].kind == "group" else frozenset((other,))
            if inside is None or theirs is None or inside & theirs:
                both = f"{areas[group].name} and {areas[other].name}"
                hint = f"Leave one of them out, or divide by the figure of {areas[group].name} ({group})."
                raise UsageError(f"{both} have no one total: what is in both would count twice.", hint=hint)


def _with_what_is_lost(total: Panel, published: Panel, terms: MoneyTerms) -> Panel:
    """A whole on a reader's terms, which says where it has a figure as published but none on these terms."""
    frame = total.frame
    lost = frame["value"].isna().to_numpy() & published.frame["value"].notna().to_numpy()
    if not lost.any():
        return total
    there = f"As published{', at the prices of the time,' if terms.prices is not None else ''} it has one."
    why = [
        f"{reason.replace(f'{code} has ', 'it has ', 1)} {there}"
        for code, reason in zip(frame["code"], frame["reason"], strict=True)
    ]
    return total.with_frame(frame.assign(reason=np.where(lost, why, frame["reason"])))


def _in_same_money(by: Panel, panel: Panel, terms: MoneyTerms, store: Store) -> Panel:
    """The divisor on the same terms as what is divided; in its money, where that is one and the divisor's another."""
    if by.is_empty:
        raise UsageError(f"There are no figures of {by.indicators[0].name} to divide by for these countries.")
    if by.indicators[0].prices is None:
        return by
    if terms.changes_anything:
        return restate(by, terms, store)
    units = {unit for unit in panel.unscale().units if unit != ""}
    return by.to(next(iter(units))) if len(units) == 1 and panel.indicators[0].prices is not None else by
