"""Ids for the indicators of an imported file: those of known ids or codes, and new ones for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from indicators.importing import messages
from indicators.importing.file_dimensions import FileDimensions
from indicators.importing.series_names import SeriesName
from indicators.language.unit_titles import read_title_unit
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import fold_name
from indicators.model.dimensions import join_dimensions, split_dimensions
from indicators.model.observations import Indicator, Measure
from indicators.model.units import find_unit

_LONGEST = 60


class IndicatorNames:
    """Gives the indicators of a file their ids.

    A known indicator is used only if the file has its exact id or publisher's code: a similar name may mean something
    else.

    Args:
        dataset: Id of the imported dataset.
        title: Its title, for indicators without a name.
        catalogue: The known indicators.
        own: The indicators that the dataset already has.
    """

    def __init__(self, dataset: str, title: str, catalogue: Catalogue, own: Iterable[Indicator]) -> None:
        self._dataset, self._title, self._catalogue = dataset, title, catalogue
        self.dimensions = FileDimensions()
        """The dimensions of the file."""
        self._own = {indicator.id: indicator for indicator in own}
        self._own_codes = {one.code: one.id for one in self._own.values() if one.code}
        self._known = {indicator.id: indicator.id for indicator in catalogue.indicators}
        self._known |= {one.code: one.id for one in catalogue.indicators if one.code and one.id not in self._own}
        self._given: dict[SeriesName, str] = {}
        self._titles: dict[str, tuple[str, str]] = {}

    def find_series(self, series: SeriesName) -> tuple[str, str]:
        """Return the id of the indicator of a series, and the text of its dimensions.

        A known indicator is used only if it has such a series; a publisher's code may stand for one.
        """
        by_code = split_dimensions(self._catalogue.find_series(series.code)) if series.code else {}
        name = "" if series.code or series.values else series.name
        known = self._own_codes.get(series.full_code) or self._known.get(series.full_code) or self._known.get(name)
        known = self._catalogue.find_indicator(series.code).id if by_code else known
        codes = split_dimensions(series.dimensions) | by_code
        if known is not None and self._has_series(known, codes):
            return known, join_dimensions(codes)
        whole = series._replace(dimensions="")
        if whole not in self._given:
            self._given[whole] = self._make_id(series)
        return self._given[whole], series.dimensions

    def _has_series(self, id: str, codes: Mapping[str, str]) -> bool:
        """Whether an indicator has a series with these codes, or may get one because it is the dataset's own."""
        if id in self._own:
            return True
        declared = {one.id: one.values for one in self._catalogue.find_indicator(id).dimensions}
        is_divided = self.dimensions.ids <= declared.keys()
        return is_divided and all(code in declared.get(of, ()) for of, code in codes.items())

    def list_indicators(self, units: Mapping[str, str], file: str) -> tuple[Indicator, ...]:
        """Return the dataset's own indicators, those it had and the new ones.

        Args:
            units: The unit of each, by id.
            file: The file they come from.
        """
        new = [self._describe(id, units[id], file) for id in self._titles if id in units and id not in self._own]
        own = (self.dimensions.describe(one, is_new=False) for one in self._own.values())
        return (*own, *(self.dimensions.describe(one, is_new=True) for one in new))

    def find_title(self, series: SeriesName) -> str:
        """Return the title of a series' indicator, perhaps with a unit, without the values of its dimensions.

        An indicator without code and name has the dataset's title.
        """
        return series.name or series.code or self._title

    def _make_id(self, series: SeriesName) -> str:
        title = ", ".join([_strip_unit(self.find_title(series)), *series.values])
        base = _strip_unit(series.name or series.code or self._dataset)
        folded = fold_name(" ".join([base, *series.values]))
        words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:_LONGEST].strip("-")
        wished = words or f"{self._dataset}-{len(self._titles) + 1}"
        if wished in self._known and wished not in self._own:
            wished = f"{self._dataset}-{wished}"
        known = title if series.name or series.code else None
        free = (id for id in chain([wished], (f"{wished}-{n}" for n in count(2))) if self._is_free(id, known))
        id = next(free)
        self._titles[id] = (series.full_code, title)
        return id

    def _is_free(self, id: str, title: str | None) -> bool:
        """Return whether an id is unused, or that of the same indicator in an earlier release.

        One without a title of its own had that of the dataset, which may have another by now.
        """
        if id in self._own:
            return title in (None, self._own[id].name) and id not in self._titles
        return id not in self._titles and id not in self._known

    def _describe(self, id: str, counted: str, file: str) -> Indicator:
        code, title = self._titles[id]
        return Indicator(
            id=id, name=title, description=messages.NOT_DESCRIBED.format(file=file),
            unit=counted, measure=_guess_measure(counted), topic="Imported", code=code if code != id else "",
        )  # fmt: skip


def _strip_unit(title: str) -> str:
    """Remove the unit of a title.

    >>> _strip_unit("Turnover (billion EUR)"), _strip_unit("Deaths (all causes)")
    ('Turnover', 'Deaths (all causes)')
    """
    return read_title_unit(title).name or title


def _guess_measure(unit: str) -> Measure:
    """Guess the measure from the unit; it decides which exchange rates are offered first."""
    parsed = find_unit(unit)
    if parsed is None:
        return Measure.COUNT
    if parsed.text.startswith(("%", "percentage")):
        return Measure.RATE
    if parsed.text.startswith("index"):
        return Measure.INDEX
    return Measure.FLOW if parsed.currency else Measure.COUNT
