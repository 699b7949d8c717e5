"""The catalogue: every indicator, area, dataset, origin and event, found by any of its names.

A `Catalogue` is plain data; `indicators.files` reads one from a folder. `Catalogue.search` forgives slips and ranks
its results; `Catalogue.find_indicator` needs an exact name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from indicators.errors import UnknownNameError, find_nearest
from indicators.model.codelists import Area, AreaList, Currency, fold_name
from indicators.model.groups import AreaGroup, GroupList
from indicators.model.observations import Dataset, Event, Indicator
from indicators.model.origins import Origin

if TYPE_CHECKING:
    from indicators.model.search import IndicatorIndex

_MOST_SUGGESTED: Final = 3


@dataclass(frozen=True)
class Catalogue:
    """The contents of a store, without the numbers.

    Attributes:
        indicators: The indicators.
        areas: Countries and groups.
        datasets: The datasets, including exchange rates.
        currencies: ISO 4217 currencies.
        events: Events that charts can mark.
        groups: Groups of countries, with their members over time.
        shared_origins: Origins used by more than one dataset.
        origins: All origins, by id.
    """

    indicators: tuple[Indicator, ...]
    areas: AreaList
    datasets: tuple[Dataset, ...]
    currencies: tuple[Currency, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[AreaGroup, ...] = ()
    shared_origins: tuple[Origin, ...] = ()
    origins: Mapping[str, Origin] = field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, Indicator] = field(init=False, repr=False, compare=False)
    group_list: GroupList = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        origins = {origin.id: origin for origin in self.shared_origins}
        origins |= {origin.id: origin for dataset in self.datasets for origin in dataset.origins}
        object.__setattr__(self, "group_list", GroupList(self.groups, self.areas))
        object.__setattr__(self, "origins", origins)
        object.__setattr__(self, "_by_id", {indicator.id: indicator for indicator in self.indicators})

    @cached_property
    def _by_name(self) -> Mapping[str, Indicator]:
        """The indicators by each of their names; folded only when one is looked up, which takes most of the time."""
        names: dict[str, Indicator] = {}
        for name, indicator in _list_names(self.indicators):
            if folded := fold_name(name):
                names.setdefault(folded, indicator)
        return names

    @cached_property
    def _series_of_code(self) -> Mapping[str, str]:
        return {fold_name(code): series for indicator in self.indicators for series, code in indicator.codes}

    def find_indicator(self, name: str) -> Indicator:
        """Return the indicator with this id, publisher's code, name or alias.

        Raises:
            UnknownNameError: There is none; the message suggests what a search finds, or the nearest ids and codes.
        """
        found = self._by_id.get(name) or self._by_name.get(fold_name(name))
        if found is None:
            raise UnknownNameError("indicator", name, self._list_typed_names(), meant=self._list_meant(name))
        return found

    def find_series(self, code: str) -> str:
        """Return the dimensions of the series with this publisher's code, such as ``SEX=F``; empty for any other name.

        >>> from indicators.model.codelists import AreaList
        >>> from indicators.model.observations import Measure
        >>> codes = (("SEX=F", "SL.UEM.1524.FE.ZS"),)
        >>> youth = Indicator("youth", "Youth unemployment", "", "%", Measure.RATE, "Work", codes=codes)
        >>> catalogue = Catalogue((youth,), AreaList(()), ())
        >>> catalogue.find_indicator("sl.uem.1524.fe.zs").id, catalogue.find_series("sl.uem.1524.fe.zs")
        ('youth', 'SEX=F')
        """
        return "" if code in self._by_id else self._series_of_code.get(fold_name(code), "")

    def find_area(self, name: str) -> Area:
        """Return the country, or the group as a whole, with this code or name.

        Raises:
            UnknownNameError: There is none; the message suggests the nearest names.
        """
        area = self.group_list.find_area(name)
        if area is None:
            raise self.group_list.make_error(name)
        return area

    def get_area(self, name: str) -> Area | None:
        """Return what `find_area` does, or ``None``: for long columns, where most names are valid."""
        return self.group_list.find_area(name)

    def resolve_areas(self, name: str) -> tuple[str, ...]:
        """Return the codes that a name stands for: an area, a group as a whole, or the members of a group.

        Args:
            name: A code or name. A group stands for itself if it has figures as a whole, otherwise for its members;
                ``EU:members`` are its members today, ``EU:2003`` and ``EU:2020-01-31`` those of that time. See
                `indicators.model.groups`.

        Raises:
            UsageError: There is no such area or group, or the group had no members at that time.

        >>> from indicators.files import read_embedded_catalogue
        >>> catalogue = read_embedded_catalogue()
        >>> catalogue.resolve_areas("BRICS:2009"), catalogue.resolve_areas("EU"), catalogue.resolve_areas("Benelux")
        (('BRA', 'CHN', 'IND', 'RUS'), ('EUU',), ('BEL', 'LUX', 'NLD'))
        """
        return self.group_list.resolve(name)

    def find_group_of(self, codes: Collection[str]) -> AreaGroup | None:
        """Return the group whose current members are exactly these areas, or ``None``.

        >>> from indicators.files import read_embedded_catalogue
        >>> catalogue = read_embedded_catalogue()
        >>> catalogue.find_group_of(catalogue.resolve_areas("G7:members")).name, catalogue.find_group_of(["RUS"])
        ('G7', None)
        """
        wanted = set(codes)
        return next((group for group in self.groups if set(group.members()) == wanted), None)

    def find_dataset(self, id: str) -> Dataset:
        """Return the dataset with this id.

        Raises:
            UnknownNameError: There is none; the message suggests the nearest ids.
        """
        for dataset in self.datasets:
            if dataset.id == id:
                return dataset
        raise UnknownNameError("dataset", id, [dataset.id for dataset in self.datasets])

    def find_datasets_with(self, indicator: str) -> tuple[Dataset, ...]:
        """Return the datasets with figures for an indicator, given by its id."""
        return tuple(dataset for dataset in self.datasets if indicator in dataset.indicators)

    def find_origins_of(self, name: str) -> tuple[Origin, ...]:
        """Return the origins of a dataset or an indicator, to cite them.

        Raises:
            UnknownNameError: There is neither; the message suggests the nearest names of both.
        """
        for dataset in self.datasets:
            if dataset.id == name:
                return dataset.origins
        try:
            indicator = self.find_indicator(name)
        except UnknownNameError:
            valid = [dataset.id for dataset in self.datasets]
            near = () if find_nearest(name, valid) else self._list_meant(name)
            raise UnknownNameError("dataset or indicator", name, valid, meant=near) from None
        return tuple(
            origin
            for dataset in self.find_datasets_with(indicator.id)
            for origin in _select_origins(dataset, indicator.id)
        )

    def search(self, text: str) -> tuple[Indicator, ...]:
        """Return the indicators that match the words, best first; without words, all of them in order.

        Parts of words, synonyms, codes and slips are found; see `indicators.model.search`. The first need not be what
        was meant: take an indicator only by `find_indicator`, and offer the others.
        """
        return self._index.search(text) if fold_name(text) else self.indicators  # without an index, which takes time

    @cached_property
    def _index(self) -> IndicatorIndex:
        from indicators.model.search import IndicatorIndex  # with a matcher that most commands don't need

        names = [name for area in self.areas if area.kind == "country" for name in (area.name, *area.aliases)]
        return IndicatorIndex(self.indicators, names)

    def _list_meant(self, name: str) -> list[str]:
        """List the ids of indicators that a name may mean: of the nearest spelling, then what a search finds.

        A spelling that differs by more than a slip is last: PIB is GDP in other languages, and only looks like PTIMBW.
        """
        from indicators.model.search import is_slip

        spelled = find_nearest(name, self._list_typed_names(), most=1)
        found = [indicator.id for indicator in self.search(name)] if fold_name(name) else []
        near = [one for one in spelled if not found or is_slip(name.casefold(), one.casefold())]
        rest = [one for one in spelled if one not in near]
        return [*dict.fromkeys([*near, *found])][: _MOST_SUGGESTED - len(rest)] + rest

    def _list_typed_names(self) -> list[str]:
        ids = [indicator.id for indicator in self.indicators]
        return ids + [code for indicator in self.indicators for code in _list_codes(indicator)]


def _list_codes(indicator: Indicator) -> list[str]:
    """List the publisher's codes of an indicator and its series."""
    return [code for code in (indicator.code, *(code for _, code in indicator.codes)) if code]


def _list_names(indicators: Iterable[Indicator]) -> Iterator[tuple[str, Indicator]]:
    """Yield all names, ids first, so that no alias of one indicator hides the id or code of another."""
    ordered = tuple(indicators)
    for indicator in ordered:
        yield indicator.id, indicator
    for indicator in ordered:
        for code in _list_codes(indicator):
            yield code, indicator
    for indicator in ordered:
        yield indicator.name, indicator
        for alias in indicator.aliases:
            yield alias, indicator


def _select_origins(dataset: Dataset, indicator: str) -> tuple[Origin, ...]:
    """Return the origins of a dataset's figures for one indicator."""
    if not dataset.observations:  # they are in files or in another engine
        return dataset.origins
    ids = {row.origin for row in dataset.observations if row.indicator == indicator}
    return tuple(origin for origin in dataset.origins if origin.id in ids)
