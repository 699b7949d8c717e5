"""What an import decides about units, from the places of a file that give one, the user, and the indicators known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indicators.importing import messages
from indicators.importing.decisions import Decision
from indicators.importing.value_units import FigureUnits, UnitSources
from indicators.language.unit_texts import UnitText
from indicators.model.formatting import join_names
from indicators.model.unit_names import SCALES

_MOST_LISTED: Final = 5


def list_unit_decisions(
    places: Mapping[str, UnitText],
    units: Mapping[str, UnitText],
    given: UnitText | None,
) -> list[Decision]:
    """List the units that headers, lines above or below the table, and columns give, and which of them hold.

    Args:
        places: The units of headers and lines, by the sentence that says where they are.
        units: The texts of columns, with their units.
        given: The unit that the user gives.

    >>> [one.chosen for one in list_unit_decisions({"Above.": UnitText("EUR")}, {}, UnitText("USD"))]
    ['USD, not EUR']
    """
    found = [_decide(place, unit, given) for place, unit in places.items()]
    changed = {text: unit for text, unit in units.items() if text != _spell(unit)}
    if given is not None and any(unit.unit for unit in units.values()):
        kept = {_spell(unit): None for unit in units.values() if unit.unit}
        evidence = messages.UNIT_BESIDE_GIVEN.format(unit=_spell(given))
        found.append(Decision(messages.UNIT, join_names(list(kept)[:_MOST_LISTED]), evidence, messages.UNITS_KEY))
    elif changed:
        shown = [f"“{text}”" for text in list(changed)[:_MOST_LISTED]]
        read = join_names(list(dict.fromkeys(_spell(unit) for unit in list(changed.values())[:_MOST_LISTED])))
        evidence = messages.UNIT_TEXTS.format(texts=join_names(shown))
        found.append(Decision(messages.UNIT, read, evidence, messages.UNITS_KEY))
    return found


def list_assumed_units(assumed: Mapping[str, str]) -> list[Decision]:
    """List the units that only the names of known indicators give, each once.

    >>> list_assumed_units({"gdp": "USD"})[0].evidence
    'No unit could be read for gdp. It is assumed from known indicators of the same name.'
    >>> len(list_assumed_units({"gdp": "USD", "exports": "USD", "population": "persons"}))
    2
    """
    named: dict[str, list[str]] = {}
    for name, unit in assumed.items():
        named.setdefault(unit, []).append(name)
    found = []
    for unit, names in named.items():
        more = [messages.MORE_NAMES.format(count=len(names) - _MOST_LISTED)] if len(names) > _MOST_LISTED else []
        evidence = messages.UNIT_ASSUMED.format(names=join_names([*names[:_MOST_LISTED], *more]))
        found.append(Decision(messages.UNIT, unit, evidence, messages.UNIT_OPTION))
    return found


def _decide(place: str, said: UnitText, given: UnitText | None) -> Decision:
    """Say which unit holds: the one of a place, or the one that the user gives in its stead."""
    joined = FigureUnits(given).join(UnitSources(header=said)) if given is not None else said
    if joined is None or joined == said or given is None:
        return Decision(messages.UNIT, _spell(said), place, messages.UNIT_OPTION)
    if said.unit in ("", joined.unit) and said.power in (0, joined.power):  # they complete each other
        return Decision(messages.UNIT, _spell(joined), place, messages.UNIT_OPTION)
    chosen = messages.UNIT_REPLACES.format(unit=_spell(joined), other=_spell(said))
    return Decision(messages.UNIT, chosen, f"{place} {messages.UNIT_GIVEN}", messages.UNIT_OPTION)


def _spell(unit: UnitText) -> str:
    """Return a unit with its scale in words."""
    scale = SCALES.get(unit.power) or (f"10^{unit.power}" if unit.power else "")
    return f"{scale} {unit.unit}".strip()
