"""The description of an indicator: what it measures, who publishes it, for whom and when, and what is near it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from indicators.model.catalogue import Catalogue
from indicators.model.citations import spell_date
from indicators.model.formatting import align_columns, count_noun, join_names
from indicators.model.observations import Dataset, Indicator, Prices
from indicators.model.origins import Origin, cite_origins
from indicators.model.units import parse_unit
from indicators.store import Coverage, Query, Store, StoreLike, open_store
from indicators.store.ages import Age, list_ages
from indicators.view import messages


@dataclass(frozen=True)
class IndicatorDescription:
    """What there is to know about an indicator.

    Attributes:
        indicator: The indicator.
        datasets: The datasets with its figures.
        origins: Their publications, as they are cited.
        coverage: The areas and years with figures.
        vintages: The days on which figures were published, the earliest first.
        age: When it was last updated; ``None`` if it has no figures.
        areas: The names of the areas with figures, by code.
        rivals: Indicators that measure nearly the same by another definition.
        related: Other indicators worth a look.
        preferred: The rival to prefer; ``None`` if that is this one, or none is.
    """

    indicator: Indicator
    datasets: tuple[Dataset, ...]
    origins: tuple[Origin, ...]
    coverage: Coverage
    vintages: tuple[str, ...]
    age: Age | None
    areas: Mapping[str, str]
    rivals: tuple[Indicator, ...]
    related: tuple[Indicator, ...]
    preferred: Indicator | None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Labels and facts, in the order in which people read them; none is empty."""
        one = self.indicator
        names = join_names([dimension.label for dimension in one.dimensions], most=len(one.dimensions) or 1)
        pairs = (
            (messages.DEFINITION, one.description),
            (messages.IS_NOT, one.not_to_confuse),
            (messages.UNIT, parse_unit(one.unit).label),
            (messages.MEASURE, one.measure.value),
            (messages.PRICES, _describe_prices(one)),
            (messages.SHARE_OF, one.denominator),
            (messages.FREQUENCY, one.frequency.adjective),
            (messages.ADJUSTMENT, one.adjustment),
            (messages.DIVIDED_BY, names if one.dimensions else ""),
            (messages.GROUPS, one.aggregation.value if one.aggregation else messages.NOT_STATED),
            (messages.PUBLISHER, "; ".join(dict.fromkeys(f"{it.publisher}, {it.title}" for it in self.datasets))),
            (messages.LICENCE, "; ".join(_list_licences(self.origins)) or messages.NOT_STATED),
            (messages.CODES, "; ".join(_list_codes(one))),
            (messages.COVERAGE, self._describe_coverage()),
            (messages.UPDATED, spell_date(self.age.updated) if self.age else ""),
            (messages.LAST_ACTUAL, str(self.age.last_year or "") if self.age else ""),
            (messages.EDITIONS, self._describe_editions()),
            (messages.WITHDRAWN, spell_date(one.withdrawn) if one.withdrawn else ""),
            (messages.RIVALS, "; ".join(f"{rival.name} ({rival.id})" for rival in self.rivals)),
            (messages.PREFERRED, self._describe_preferred()),
            (messages.RELATED, "; ".join(f"{other.name} ({other.id})" for other in self.related)),
        )
        return tuple((label, text) for label, text in pairs if text)

    def _describe_coverage(self) -> str:
        if self.coverage.first_year is None:
            return messages.NO_FIGURES
        areas = count_noun(len(self.coverage.areas), *messages.AREA_NOUN)
        return messages.COVERAGE_IN.format(areas=areas, first=self.coverage.first_year, last=self.coverage.last_year)

    def _describe_editions(self) -> str:
        if not self.vintages:
            return ""
        editions = count_noun(len(self.vintages), *messages.EDITION_NOUN)
        days = [spell_date(day) for day in (self.vintages[0], self.vintages[-1])]
        if days[0] == days[1]:
            return messages.EDITION_OF.format(editions=editions, day=days[0])
        return messages.EDITIONS_FROM.format(editions=editions, first=days[0], last=days[1])

    def _describe_preferred(self) -> str:
        if self.preferred is None:
            return ""
        name = f"{self.preferred.name} ({self.preferred.id})"
        return messages.PREFERRED_BECAUSE.format(name=name, reason=self.indicator.preferred_because)

    @property
    def last_years(self) -> tuple[tuple[str, int], ...]:
        """The name of each area and the year of its last actual value, the most recent first."""
        years = self.coverage.last_actual_years
        named = ((self.areas.get(code, code), year) for code, year in years.items())
        return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))

    @property
    def text(self) -> str:
        """The description as text for a terminal."""
        head = f"{self.indicator.name} ({self.indicator.id})"
        cited = [messages.CITE_AS, *(f"  {line}" for line in cite_origins(self.origins, "text").splitlines())]
        return "\n".join([head, *align_columns([*self.facts]), *(cited if self.origins else [])])

    @property
    def as_json(self) -> str:
        """The description as JSON: the indicator with its coverage, editions, licences and citations."""
        content = asdict(self.indicator) | {
            "datasets": [
                {"id": one.id, "title": one.title, "publisher": one.publisher} for one in self.datasets
            ],
            "licences": _list_licences(self.origins),
            "first_year": self.coverage.first_year, "last_year": self.coverage.last_year,
            "last_actual_year": self.age and self.age.last_year, "updated": self.age and self.age.updated,
            "last_actual_years": dict(self.coverage.last_actual_years), "vintages": list(self.vintages),
            "citations": [origin.full for origin in self.origins],
        }  # fmt: skip
        return json.dumps(content, ensure_ascii=False, indent=2, default=str)

    def __str__(self) -> str:
        return self.text


def describe(name: str, *, store: StoreLike = None) -> IndicatorDescription:
    """Describe an indicator: definition, publisher, licence, unit, coverage, editions, age, rivals and citation.

    Args:
        name: Its id, name or publisher's code.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        The description; ``print(description)`` shows it.

    Raises:
        UnknownNameError: There is no such indicator; the message suggests the nearest.

    >>> dict(describe("gdp").facts)["Frequency"]
    'annual'
    """
    return describe_indicator(name, open_store(store))


def describe_indicator(name: str, store: Store, ages: Mapping[str, Age] | None = None) -> IndicatorDescription:
    """Describe an indicator of an open store.

    Args:
        name: Its id, name or publisher's code.
        store: The store.
        ages: When each indicator was last updated, if that is known already.

    Raises:
        UnknownNameError: There is no such indicator; the message suggests the nearest.
    """
    catalogue = store.catalogue
    one = catalogue.find_indicator(name)
    coverage = store.read_coverage((one.id,))
    codes = {*coverage.areas, *coverage.last_actual_years}
    return IndicatorDescription(
        indicator=one,
        datasets=catalogue.find_datasets_with(one.id),
        origins=catalogue.find_origins_of(one.id),
        coverage=coverage,
        vintages=store.list_vintages(Query((one.id,))),
        age=(list_ages(store) if ages is None else ages).get(one.id),
        areas={code: area.name for code, area in catalogue.areas.by_code.items() if code in codes},
        rivals=_find(one.compare_with, catalogue),
        related=_find((id for id in (*one.related, one.growth_of) if id not in one.compare_with), catalogue),
        preferred=next(iter(_find([one.preferred], catalogue)), None),
    )


def _find(ids: Iterable[str], catalogue: Catalogue) -> tuple[Indicator, ...]:
    known = {one.id: one for one in catalogue.indicators}
    return tuple(known[id] for id in dict.fromkeys(ids) if id in known)


def _describe_prices(indicator: Indicator) -> str:
    if indicator.prices is None:
        return ""
    is_constant = indicator.prices is Prices.CONSTANT and indicator.base
    return messages.CONSTANT_PRICES.format(year=indicator.base) if is_constant else indicator.prices.value


def _list_licences(origins: Iterable[Origin]) -> list[str]:
    return list(dict.fromkeys(origin.licence.name for origin in origins if origin.licence is not None))


def _list_codes(indicator: Indicator) -> list[str]:
    series: list[Any] = [f"{code} ({of})" for of, code in indicator.codes]
    return [*([indicator.code] if indicator.code else []), *series]
