"""Similar countries: those of the same region or income group, or nearest in population or in size of the economy.

Nearness is that of ratios, not of differences: half and double are equally far. The latest actual figures count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal, get_args

from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimeSpan
from indicators.store import Query, Store

__all__ = ["SIMILARITIES", "SimilarCountries", "Similarity", "find_similar_countries"]

Similarity = Literal["region", "income", "population", "economy"]
SIMILARITIES: Final = get_args(Similarity)
_MEASURED_BY: Final[dict[Similarity, str]] = {
    "region": "gdp", "income": "gdp-per-capita-ppp", "population": "population", "economy": "gdp",
}  # fmt: skip
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class SimilarCountries:
    """Countries that are like another one.

    Attributes:
        codes: Their codes, the most alike first.
        reason: In what they are alike, in a sentence.
    """

    codes: tuple[str, ...]
    reason: str


def find_similar_countries(area: str, by: Similarity, store: Store, *, most: int = _MOST) -> SimilarCountries:
    """The countries most like one.

    Args:
        area: Code of a country.
        by: In what: of its region or income group those nearest in size or income per person; or of all countries
            those nearest in population or size of the economy.
        store: Where the figures and the groups are found.
        most: How many at most.

    Returns:
        The countries; none where the figure or the group of the country is not known.

    >>> from indicators.store import open_embedded_store
    >>> find_similar_countries("DEU", "population", open_embedded_store()).codes[:2]
    ('TUR', 'IRN')
    """
    catalogue = store.catalogue
    name = catalogue.areas.by_code[area].name
    indicator = catalogue.find_indicator(_MEASURED_BY[by])
    size = _latest(indicator.id, store)
    group = next((one for one in catalogue.groups if one.kind == by and area in one.members()), None)
    among = set(group.members()) if group is not None else _countries(catalogue)
    if area not in size or (by in ("region", "income") and group is None):
        return SimilarCountries(
            (), f"There is no figure of {indicator.name} for {name}, so none can be called similar."
        )
    near = sorted(among & size.keys() - {area}, key=lambda code: abs(math.log(size[code] / size[area])))
    where = f"Of {group.name}, those" if group is not None else "Those"
    told = f"{where} nearest to {name} in {indicator.name}, by the latest figures."
    return SimilarCountries(tuple(near[:most]), f"{told} {group.name}: {group.note}" if group and group.note else told)


def _latest(indicator: str, store: Store) -> dict[str, float]:
    """The latest actual figure of each area."""
    query = Query((indicator,), time=TimeSpan(only="latest"), forecasts=False)
    frame = store.read_panel(query).frame.dropna(subset="value").drop_duplicates("code")
    return {str(code): float(value) for code, value in zip(frame["code"], frame["value"], strict=True) if value > 0}


def _countries(catalogue: Catalogue) -> set[str]:
    return {area.code for area in catalogue.areas if area.kind == "country"}
