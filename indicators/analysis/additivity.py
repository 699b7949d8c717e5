"""Whether several indicators add up, so that they may be stacked on one another, and why not where they do not.

Exports and imports are a sum of trade; GDP and the reserves are none, and neither are GDP and the exports counted in
it. Only one area is looked at: indicators of several areas have two totals, one by area and one by indicator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from indicators.model.observations import Indicator, Measure
from indicators.model.panel import Panel
from indicators.model.units import Unit, parse_unit

__all__ = ["Obstacle", "find_indicators_with_values", "find_obstacle"]

ObstacleKind = Literal["areas", "measure", "wholes", "units", "money", "prices", "moments", "overlap"]
_PLURALS: Final = {Measure.RATE: "Rates", Measure.INDEX: "Indices"}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why several indicators do not add up.

    Attributes:
        kind: In what they differ.
        sentence: The reason.
        indicators: Those it is about.
    """

    kind: ObstacleKind
    sentence: str
    indicators: tuple[Indicator, ...]


def find_obstacle(panel: Panel) -> Obstacle | None:
    """Why the indicators of a panel do not add up; ``None`` where they do, or where there is one only.

    Args:
        panel: The figures as they are to be stacked.

    >>> import indicators as ind
    >>> print(find_obstacle(ind.get("gdp~reserves", "CHN")).sentence)
    GDP, counted over a time, and International reserves, counted at a moment: a stock and a flow do not add up.
    >>> print(find_obstacle(ind.get("government-debt~military-expenditure", "GBR")).kind)
    moments
    >>> find_obstacle(ind.get("merchandise-exports~merchandise-imports", "CHN"))
    """
    found = find_indicators_with_values(panel)
    if len(found) < 2:
        return None
    return (
        _areas(panel, found)
        or _measure(panel, found)
        or _wholes(found)
        or _different_units(panel, found)
        or _different_prices(panel, found)
        or _moments(found)
        or _overlap(found)
    )


def find_indicators_with_values(panel: Panel) -> tuple[Indicator, ...]:
    """The indicators of a panel that have a figure in it."""
    ids = set(panel.frame["indicator"][panel.frame["value"].notna()])
    return tuple(one for one in panel.indicators if one.id in ids)


def _areas(panel: Panel, found: Sequence[Indicator]) -> Obstacle | None:
    if panel.frame["code"].nunique() < 2:
        return None
    sentence = "Several indicators of several countries have no one total: stack the indicators of one country."
    return Obstacle("areas", sentence, tuple(found))


def _measure(panel: Panel, found: Sequence[Indicator]) -> Obstacle | None:
    """Rates and indices have no sum; what is counted per person has one, if all is counted so."""
    units = _units(panel)
    apart = []
    for one in found:
        per_person = "person" in (units[one.id][0].denominator or "")
        if one.measure in _PLURALS and not (one.measure is Measure.RATE and per_person):
            apart.append(one)
    if not apart:
        return None
    return Obstacle("measure", f"{_PLURALS[apart[0].measure]} such as {apart[0].name} do not add up.", tuple(apart))


def _wholes(found: Sequence[Indicator]) -> Obstacle | None:
    if any(one.measure is not Measure.SHARE for one in found):
        return None
    wholes = {one.denominator or parse_unit(one.unit).of or one.name for one in found}
    if len(wholes) < 2:
        return None
    sentence = f"These are shares of different wholes ({'; '.join(sorted(wholes))}), so they do not add up."
    return Obstacle("wholes", sentence, tuple(found))


def _different_units(panel: Panel, found: Sequence[Indicator]) -> Obstacle | None:
    """Amounts of different units, of different money, or of money at the prices of different years."""
    units = _units(panel)
    by_unit: dict[str, tuple[Unit, Indicator]] = {}
    for one in found:
        for unit in units[one.id]:
            by_unit.setdefault(unit.text, (unit, one))
    if len(by_unit) < 2:
        return None
    (unit, one), (other_unit, other) = list(by_unit.values())[:2]
    pair = tuple(dict.fromkeys((one, other)))
    named = f"{one.name} ({unit.text}) and {other.name} ({other_unit.text})"
    if unit.currency and unit.currency == other_unit.currency and unit.denominator == other_unit.denominator:
        return Obstacle("prices", f"Sums at different prices do not add up: {named}.", pair)
    if all(each.currency for each, _ in by_unit.values()) and unit.denominator == other_unit.denominator:
        return Obstacle("money", f"Sums in different money do not add up: {named}.", pair)
    return Obstacle("units", f"What is in different units does not add up: {named}.", pair)


def _different_prices(panel: Panel, found: Sequence[Indicator]) -> Obstacle | None:
    """Prices of the time beside prices of one year, where the units do not say so."""
    if any(unit.base for units in _units(panel).values() for unit in units):
        return None  # the units agree, so all have been brought to the prices of one year
    for one, other in combinations(found, 2):
        if one.prices and other.prices and one.prices is not other.prices:
            named = f"{one.name} ({one.prices} prices) and {other.name} ({other.prices})"
            sentence = f"Sums at different prices do not add up: {named}."
            return Obstacle("prices", sentence, (one, other))
    return None


def _moments(found: Sequence[Indicator]) -> Obstacle | None:
    """A stock beside a flow, also where both are said as a share of the same whole or per person."""
    for one, other in combinations(found, 2):
        if {one.counted, other.counted} == {Measure.STOCK, Measure.FLOW}:
            stock, flow = (one, other) if one.counted is Measure.STOCK else (other, one)
            sentence = (
                f"{flow.name}, counted over a time, and {stock.name}, counted at a moment: "
                "a stock and a flow do not add up."
            )
            return Obstacle("moments", sentence, (one, other))
    return None


def _overlap(found: Sequence[Indicator]) -> Obstacle | None:
    """A whole beside its part, and two counts of nearly the same thing."""
    for one, other in combinations(found, 2):
        if one.id in other.compare_with or other.id in one.compare_with:
            sentence = f"{one.name} and {other.name} are rival figures of nearly the same thing, not parts of a whole."
            return Obstacle("overlap", sentence, (one, other))
        if one.id in other.overlaps_with or other.id in one.overlaps_with:
            sentence = f"{one.name} and {other.name} count some of the same, which stacking would count twice."
            return Obstacle("overlap", sentence, (one, other))
    return None


def _units(panel: Panel) -> dict[str, list[Unit]]:
    """The units in which each indicator has figures, without words of scale."""
    known = panel.frame[panel.frame["value"].notna()]
    pairs = known[["indicator", "unit"]].drop_duplicates().to_numpy().tolist()
    units: dict[str, list[Unit]] = {}
    for id, text in pairs:
        units.setdefault(id, []).append(parse_unit(text).plain)
    return units
