"""Decide what adds up: the one place that stacked areas, sums and shares of a total ask.

Exports and imports add up to trade; GDP and reserves do not, nor do GDP and the exports counted in it, nor a group of
countries and one of its members. Who belongs to a group is looked up for the period shown. An aggregate's publisher
may count today's members for all years, so these count as well; a group whose members are not known is not added to
anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final, Literal

import pandas as pd

from indicators.analysis import messages
from indicators.errors import UnitMismatchError, UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.dimensions import TOTAL_CODE, may_overlap, split_dimensions
from indicators.model.formatting import join_names
from indicators.model.groups import AreaGroup
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.model.units import Unit, parse_unit

ObstacleKind = Literal[
    "areas",
    "measure",
    "wholes",
    "units",
    "money",
    "prices",
    "moments",
    "overlap",
    "rivals",
    "groups",
    "negative",
    "dimensions",
]
_PLURALS: Final = {Measure.RATE: "Rates", Measure.INDEX: "Indices"}
_WORLD: Final = "WLD"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why figures do not add up.

    Attributes:
        kind: In what they differ.
        sentence: The reason.
        indicators: The indicators it concerns.
        areas: Codes of the areas it concerns; of a group and its member, the group first.
    """

    kind: ObstacleKind
    sentence: str
    indicators: tuple[Indicator, ...]
    areas: tuple[str, ...] = ()


def find_obstacle(panel: Panel) -> Obstacle | None:
    """Find why the series of a panel can't be added up; ``None`` where they can.

    >>> import indicators as ind
    >>> print(find_obstacle(ind.get("gdp~reserves", "CHN")).sentence)
    A flow and a stock don't add up: GDP is measured over a period, International reserves at a point in time.
    >>> print(find_obstacle(ind.get("government-debt~military-expenditure", "GBR")).kind)
    moments
    >>> print(find_obstacle(ind.get("gdp", "EUU~DEU", "2020")).sentence)
    European Union includes Germany, which would be counted twice.
    >>> find_obstacle(ind.get("gdp", "EUU~BRA", "2020"))
    """
    found = find_indicators_with_values(panel)
    if not found:
        return None
    frame = panel.frame[panel.frame["value"].notna()]
    units = _list_units(frame)
    return (
        (_compare_indicators(frame, found, units) if len(found) > 1 else _check_measure(panel, frame, found[0], units))
        or _compare_units(found, units)
        or (_compare_prices(found, units) or _compare_moments(found) or _find_common_part(found))
        or _find_rivals(frame, found)
        or _find_overlapping_codes(frame, found)
        or _find_overlap(frame, found, panel.catalogue)
        or _find_negative(frame, found)
    )


def find_indicators_with_values(panel: Panel) -> tuple[Indicator, ...]:
    """Return the indicators of a panel that have a value in it."""
    ids = set(panel.frame["indicator"][panel.frame["value"].notna()])
    return tuple(one for one in panel.indicators if one.id in ids)


def require_levels(panel: Panel, other: str) -> None:
    """Refuse a comparison in percent with the value of another area of what is a percentage or an index itself.

    Amounts and counts can be compared so, per person as well: GDP per capita in percent of Germany's.

    Raises:
        UnitMismatchError: Rates, shares and indices are compared in points, or by their own base.
    """
    for indicator in panel.indicators:
        if not indicator.measure.is_additive or parse_unit(indicator.unit).expression == "percent":
            sentence = messages.NO_PERCENT_OF.format(indicator=indicator.name, other=other)
            raise UnitMismatchError(sentence, hint=messages.DIVIDE_SUMS)


def require_total(panel: Panel) -> None:
    """Refuse a total of values that do not add up, or that one publisher gives in several currencies.

    Raises:
        UnitMismatchError: The values have no total: rates, shares, indices and values per person are no parts of one.
    """
    for indicator in panel.indicators:
        unit = parse_unit(indicator.unit)
        if not indicator.measure.is_additive or unit.denominator is not None or unit.expression == "percent":
            raise UnitMismatchError(
                messages.NO_SHARE.format(indicator=indicator.name), hint=messages.SHARES_ARE_OF_SUMS
            )
    for (id, _), rows in panel.frame.groupby(["indicator", "dataset"], sort=False):
        units = list(rows["unit"].unique())
        if len(units) > 1:
            name = next(one.name for one in panel.indicators if one.id == id)
            sentence = messages.TOTAL_OF_CURRENCIES.format(indicator=name, units=join_names(units, most=4))
            raise UnitMismatchError(sentence, hint=messages.USE_ONE_CURRENCY)


def refuse_overlap(panel: Panel) -> None:
    """Refuse a total of the areas of a panel that would count some twice in the time it shows.

    Raises:
        UsageError: A group is beside one of its members, or beside a group that may share some with it.
    """
    overlap = _find_overlap(panel.frame, panel.indicators, panel.catalogue)
    if overlap is not None and panel.catalogue is not None:
        group = panel.catalogue.areas.by_code[overlap.areas[0]]
        hint = messages.LEAVE_ONE_OUT.format(group=group.name, code=group.code)
        raise UsageError(overlap.sentence, hint=hint)


def _find_overlap(frame: pd.DataFrame, found: Sequence[Indicator], catalogue: Catalogue | None) -> Obstacle | None:
    """Find a group of countries combined with one of its members or with an overlapping group."""
    codes = frame["code"].unique().tolist()
    if catalogue is None or len(codes) < 2:
        return None
    areas = catalogue.areas.by_code
    groups = [code for code in codes if code in areas and areas[code].kind == "group"]
    if not groups:
        return None
    span = frame["first"].min().date(), frame["last"].max().date()
    members = {group.aggregate: _list_members(group, *span) for group in catalogue.groups if group.aggregate in codes}
    for group in sorted(groups, key=lambda code: code != _WORLD):
        for other in (code for code in codes if code != group):
            theirs = members.get(other) if other in groups else frozenset({other})
            sentence = _compare_members(group, members.get(group), other, theirs)
            if sentence:
                other_name = areas[other].name if other in areas else other
                text = sentence.format(group=areas[group].name, other=other_name)
                return Obstacle("groups", text, tuple(found), (group, other))
    return None


def _list_members(group: AreaGroup, first: date, last: date) -> frozenset[str]:
    """List those who belong to a group now, or did on any day of a span."""
    return frozenset(
        one.area
        for one in group.memberships
        if one.last is None or (one.first <= last and one.last >= first)
    )  # fmt: skip


def _compare_members(group: str, members: frozenset[str] | None, other: str, theirs: frozenset[str] | None) -> str:
    """Return the sentence on what two areas have in common; empty if nothing."""
    if group == _WORLD:
        return messages.GROUP_INCLUDES
    if members is None or theirs is None:
        return messages.MEMBERS_UNKNOWN
    if other in members:
        return messages.GROUP_INCLUDES
    return messages.GROUPS_OVERLAP if members & theirs else ""


def _compare_indicators(
    frame: pd.DataFrame, found: Sequence[Indicator], units: dict[str, list[Unit]]
) -> Obstacle | None:
    """Check several indicators: they need one area, amounts rather than rates, and one whole."""
    if len(frame["code"].unique()) > 1:
        return Obstacle("areas", messages.TWO_TOTALS, tuple(found))
    apart = []
    for one in found:
        per_person = "person" in (units[one.id][0].denominator or "")
        if one.measure in _PLURALS and not (one.measure is Measure.RATE and per_person):
            apart.append(one)
    if apart:
        kind = _PLURALS[apart[0].measure]
        return Obstacle("measure", messages.RATES.format(kind=kind, indicator=apart[0].name), tuple(apart))
    wholes = {one.denominator or parse_unit(one.unit).of or one.name for one in found}
    if all(one.measure is Measure.SHARE for one in found) and len(wholes) > 1:
        return Obstacle("wholes", messages.DIFFERENT_WHOLES.format(wholes="; ".join(sorted(wholes))), tuple(found))
    return None


def _check_measure(panel: Panel, frame: pd.DataFrame, one: Indicator, units: dict[str, list[Unit]]) -> Obstacle | None:
    """Check one indicator: its values must be amounts, or shares of the same whole."""
    if one.measure is Measure.SHARE and any(step.name == "share" for step in panel.steps):
        return None
    counts = not any("percent" in unit.expression or unit.denominator for unit in units[one.id])
    if one.measure.is_additive and counts:
        return None
    several = len(frame["code"].unique()) > 1
    if one.measure is Measure.SHARE and several:
        whole = one.denominator or parse_unit(one.unit).of or one.name
        return Obstacle("wholes", messages.WHOLE_OF_EACH.format(indicator=one.name, whole=whole), (one,))
    return Obstacle("measure", messages.NOT_ADDITIVE[several].format(indicator=one.name), (one,))


def _compare_units(found: Sequence[Indicator], units: dict[str, list[Unit]]) -> Obstacle | None:
    """Find amounts in different units, in different currencies, or at the prices of different years."""
    by_unit: dict[str, tuple[Unit, Indicator]] = {}
    for one in found:
        for unit in units[one.id]:
            by_unit.setdefault(unit.text, (unit, one))
    if len(by_unit) < 2:
        return None
    (unit, one), (other_unit, other) = list(by_unit.values())[:2]
    pair = tuple(dict.fromkeys((one, other)))
    kind: ObstacleKind = "units"
    if unit.denominator == other_unit.denominator:
        if unit.currency and unit.currency == other_unit.currency:
            kind = "prices"
        elif all(each.currency for each, _ in by_unit.values()):
            kind = "money"
    names = f"{one.name} ({unit.text})", f"{other.name} ({other_unit.text})"
    return Obstacle(kind, messages.DIFFERENT[kind].format(one=names[0], other=names[1]), pair)


def _compare_prices(found: Sequence[Indicator], units: dict[str, list[Unit]]) -> Obstacle | None:
    """Find current and constant prices mixed, if the units do not show it."""
    if any(unit.base for several in units.values() for unit in several):
        return None  # the units agree, so all have been brought to the prices of one year
    for one, other in combinations(found, 2):
        if one.prices and other.prices and one.prices is not other.prices:
            names = f"{one.name} ({one.prices} prices)", f"{other.name} ({other.prices} prices)"
            return Obstacle("prices", messages.DIFFERENT["prices"].format(one=names[0], other=names[1]), (one, other))
    return None


def _compare_moments(found: Sequence[Indicator]) -> Obstacle | None:
    """Find a stock and a flow mixed, also as shares of the same whole or per person."""
    for one, other in combinations(found, 2):
        if {one.counted, other.counted} == {Measure.STOCK, Measure.FLOW}:
            stock, flow = (one, other) if one.counted is Measure.STOCK else (other, one)
            return Obstacle("moments", messages.STOCK_AND_FLOW.format(flow=flow.name, stock=stock.name), (one, other))
    return None


def _find_common_part(found: Sequence[Indicator]) -> Obstacle | None:
    """Find a whole together with its part, or two counts of nearly the same thing."""
    for one, other in combinations(found, 2):
        for ids, sentence in (
            (other.compare_with + one.compare_with, messages.RIVAL_INDICATORS),
            (other.overlaps_with + one.overlaps_with, messages.COMMON_PART),
        ):
            if one.id in ids or other.id in ids:
                return Obstacle("overlap", sentence.format(one=one.name, other=other.name), (one, other))
    return None


def _find_rivals(frame: pd.DataFrame, found: Sequence[Indicator]) -> Obstacle | None:
    """Find two publishers of the same figures."""
    publishers = frame.groupby(["indicator", "code", "counterpart", "dimensions"])["dataset"].nunique()
    return Obstacle("rivals", messages.RIVALS, tuple(found)) if publishers.max() > 1 else None


def _find_overlapping_codes(frame: pd.DataFrame, found: Sequence[Indicator]) -> Obstacle | None:
    """Find two codes of a dimension that may count the same things, such as women beside all."""
    for indicator in found:
        texts = frame.loc[frame["indicator"] == indicator.id, "dimensions"].unique().tolist()
        codes = [split_dimensions(text) for text in texts]
        for dimension in indicator.dimensions:
            there = {each.get(dimension.id, TOTAL_CODE) for each in codes}
            pair = next((pair for pair in combinations(sorted(there), 2) if may_overlap(dimension.id, *pair)), None)
            if pair is not None:
                one, other = (dimension.label_code(code) for code in pair)
                sentence = messages.CODES_OVERLAP.format(indicator=indicator.name, one=one, other=other)
                return Obstacle("dimensions", sentence, (indicator,))
    return None


def _find_negative(frame: pd.DataFrame, found: Sequence[Indicator]) -> Obstacle | None:
    """Find a negative value among several series."""
    rows = frame[frame["value"] < 0]
    if rows.empty or len(frame[["indicator", "code", "counterpart", "dimensions"]].drop_duplicates()) < 2:
        return None
    row = rows.iloc[0]
    name = next(one.name for one in found if one.id == row["indicator"]) if len(found) > 1 else row["entity"]
    sentence = messages.NEGATIVE_VALUES.format(series=name, when=TimePeriod.parse(row["period"]).when)
    return Obstacle("negative", sentence, tuple(found), (row["code"],))


def _list_units(frame: pd.DataFrame) -> dict[str, list[Unit]]:
    """List the units in which each indicator has values, without scale."""
    units: dict[str, list[Unit]] = {}
    for id, text in frame[["indicator", "unit"]].drop_duplicates().to_numpy().tolist():
        units.setdefault(id, []).append(parse_unit(text).plain)
    return units
