"""The ids of indicators in an imported file: those we know by their id or code, and new ones for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from indicators.errors import IndicatorsError
from indicators.importing.cells import read_unit
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import fold_name
from indicators.model.observations import Indicator, Measure
from indicators.model.units import parse_unit

__all__ = ["IndicatorNames"]

_LONGEST = 60


class IndicatorNames:
    """Gives what a file calls an indicator the id it has here.

    An indicator is one we know only when the file gives its very id or publisher's code: a name that is alike
    may mean something else.

    Args:
        dataset: Id of the dataset that is imported.
        title: Its title, for what the file gives no name.
        catalogue: What there is.
        own: The indicators that the dataset has already.
    """

    def __init__(self, dataset: str, title: str, catalogue: Catalogue, own: Iterable[Indicator]) -> None:
        self._dataset, self._title = dataset, title
        self._own = {indicator.id: indicator for indicator in own}
        self._known = {indicator.id: indicator.id for indicator in catalogue.indicators}
        self._known |= {one.code: one.id for one in catalogue.indicators if one.code and one.id not in self._own}
        self._given: dict[tuple[str, str], str] = {}
        self._titles: dict[str, tuple[str, str]] = {}

    def id_of(self, code: str, name: str) -> str:
        """The id of what a file calls by this code and name; either may be empty."""
        pair = (code, name)
        if pair not in self._given:
            known = self._known.get(code) or (self._known.get(name) if not code else None)
            self._given[pair] = known or self._new(code, name)
        return self._given[pair]

    def indicators(self, units: Mapping[str, str], file: str) -> tuple[Indicator, ...]:
        """The dataset's own indicators, those it had and the new ones.

        Args:
            units: The unit of each, by its id.
            file: The file they come from.
        """
        new = {id: self._indicator(id, units[id], file) for id in self._titles if id in units and id not in self._own}
        return (*self._own.values(), *new.values())

    def title_of(self, code: str, name: str) -> str:
        """What an indicator is called that the file gives this code and name; the dataset's title for neither."""
        return name or code or self._title

    def _new(self, code: str, name: str) -> str:
        title = self.title_of(code, name)
        words = (
            re.sub(r"[^a-z0-9]+", "-", fold_name(_without_unit(name or code or self._dataset)))
            .strip("-")[:_LONGEST]
            .strip("-")
        )
        wished = words or f"{self._dataset}-{len(self._titles) + 1}"
        if wished in self._known and wished not in self._own:
            wished = f"{self._dataset}-{wished}"
        free = (id for id in chain([wished], (f"{wished}-{n}" for n in count(2))) if self._is_free(id, title))
        id = next(free)
        self._titles[id] = (code, title)
        return id

    def _is_free(self, id: str, title: str) -> bool:
        """Whether an id is nobody's, or that of this very indicator from an earlier release."""
        if id in self._own:
            return _without_unit(title) == self._own[id].name and id not in self._titles
        return id not in self._titles and id not in self._known

    def _indicator(self, id: str, counted: str, file: str) -> Indicator:
        code, title = self._titles[id]
        return Indicator(
            id=id, name=_without_unit(title), description=f"Imported from {file}; the file does not describe it.",
            unit=counted, measure=_measure(counted), topic="Imported", code=code if code != id else "",
        )  # fmt: skip


def _without_unit(title: str) -> str:
    """A title without the brackets behind it, where a unit stands in them.

    >>> _without_unit("Turnover (billion EUR)"), _without_unit("Deaths (all causes)")
    ('Turnover', 'Deaths (all causes)')
    """
    found = re.fullmatch(r"(.*\S)\s*[(\[]([^()\[\]]+)[)\]]\s*", title)
    return found[1] if found and read_unit(found[2]) is not None else title


def _measure(unit: str) -> Measure:
    """The likeliest measure by the unit; it decides which rates are offered first."""
    try:
        parsed = parse_unit(unit)
    except IndicatorsError:
        return Measure.COUNT
    if parsed.text.startswith(("%", "percentage")):
        return Measure.RATE
    if parsed.text.startswith("index"):
        return Measure.INDEX
    return Measure.FLOW if parsed.currency else Measure.COUNT
