"""Find similar countries: of the same region or income group, or nearest by population or size of the economy.

Distance is measured in ratios: half as large is as far as twice as large. The latest actual values count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal, get_args

from indicators.analysis import messages
from indicators.analysis.pipeline import make_panel
from indicators.analysis.request import PanelRequest
from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimeSpan
from indicators.model.recency import drop_outdated
from indicators.store import Query, Store

Similarity = Literal["region", "income", "population", "economy"]
SIMILARITIES: Final = get_args(Similarity)
_MEASURED_BY: Final[dict[Similarity, str]] = {
    "region": "gdp", "income": "gdp-per-capita-ppp", "population": "population", "economy": "gdp",
}  # fmt: skip
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class SimilarCountries:
    """Countries that are similar to another.

    Attributes:
        codes: Their codes, the most similar first.
        reason: In what they are similar, in a sentence.
    """

    codes: tuple[str, ...]
    reason: str


def find_similar_countries(area: str, by: Similarity, store: Store, *, most: int = _MOST) -> SimilarCountries:
    """Find the countries most similar to one.

    Args:
        area: Code of a country.
        by: In what: of its region or income group, those nearest by GDP or income per person; or of all countries,
            those nearest by population or size of the economy.
        store: Where figures and groups are found.
        most: How many at most.

    Returns:
        The countries; none where the country's value or group is not known.

    >>> from indicators.store import open_embedded_store
    >>> find_similar_countries("DEU", "population", open_embedded_store()).codes[:2]
    ('TUR', 'IRN')
    """
    catalogue = store.catalogue
    names = {"area": catalogue.areas.by_code[area].name, "indicator": catalogue.find_indicator(_MEASURED_BY[by]).name}
    size = _read_latest(_MEASURED_BY[by], store)
    group = next((one for one in catalogue.groups if one.kind == by and area in one.members()), None)
    among = set(group.members()) if group is not None else _list_countries(catalogue)
    if area not in size or (by in ("region", "income") and group is None):
        return SimilarCountries((), messages.NOT_COMPARABLE.format(**names))
    nearest = sorted(among & size.keys() - {area}, key=lambda code: abs(math.log(size[code] / size[area])))
    if group is None:
        return SimilarCountries(tuple(nearest[:most]), messages.NEAREST_OF_ALL.format(**names))
    sentence = messages.NEAREST_OF_GROUP.format(group=group.name, **names)
    if group.note:
        sentence = messages.GROUP_NOTE.format(sentence=sentence, group=group.name, note=group.note)
    return SimilarCountries(tuple(nearest[:most]), sentence)


def _read_latest(indicator: str, store: Store) -> dict[str, float]:
    """Read the latest actual value of each area, if it is recent."""
    request = PanelRequest(Query((indicator,), time=TimeSpan(only="latest"), forecasts=False))
    frame = drop_outdated(make_panel(request, store)).frame.dropna(subset="value").drop_duplicates("code")
    return {str(code): float(value) for code, value in zip(frame["code"], frame["value"], strict=True) if value > 0}


def _list_countries(catalogue: Catalogue) -> set[str]:
    return {area.code for area in catalogue.areas if area.kind == "country"}
