"""The regions of countries, in whose colours the points of all countries stand.

They are the World Bank's; each has the colour that its own figures prefer in other charts. What belongs to none of
them is grey.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from indicators.charts.palette import Ground, colours, grey
from indicators.model.catalogue import Catalogue

__all__ = ["Region", "find_regions"]

_REST: Final = "Other"


class Region(NamedTuple):
    """A region in a chart.

    Attributes:
        is_rest: Whether it stands for all that belongs to none.
        name: Its name.
        colour: Its colour.
    """

    is_rest: bool
    name: str
    colour: str


def find_regions(codes: Iterable[str], catalogue: Catalogue | None, ground: Ground) -> list[Region]:
    """Return the region of each country, given by its code.

    >>> from indicators.files import read_embedded_catalogue
    >>> [region.name for region in find_regions(["BRA", "TWN"], read_embedded_catalogue(), "light")]
    ['Latin America and Caribbean', 'Other']
    """
    regions = [group for group in (catalogue.groups if catalogue else ()) if group.kind == "region"]
    colour_of = colours([group.code for group in regions], ground)
    found = {
        code: Region(is_rest=False, name=group.name, colour=colour_of[group.code])
        for group in regions
        for code in group.members()
    }
    rest = Region(is_rest=True, name=_REST, colour=grey(ground))
    return [found.get(code, rest) for code in codes]
