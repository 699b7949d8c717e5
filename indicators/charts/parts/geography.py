"""The shapes of countries that maps draw, and the regions whose colours a scatter plot takes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from indicators.charts import messages
from indicators.charts.style import THEMES, Ground, colour_area
from indicators.files import find_static_folder
from indicators.model.catalogue import Catalogue


class Region(NamedTuple):
    """A region of the World Bank.

    Attributes:
        is_other: Whether it holds the countries of no region.
        name: Its name.
        colour: The colour that its own values have in other charts; grey for the countries of no region.
    """

    is_other: bool
    name: str
    colour: str


def find_regions(codes: Iterable[str], catalogue: Catalogue | None, ground: Ground) -> list[Region]:
    """Return the region of each country, given by its code.

    >>> from indicators.files import read_embedded_catalogue
    >>> [region.name for region in find_regions(["BRA", "TWN"], read_embedded_catalogue(), "light")]
    ['Latin America and Caribbean', 'Other']
    """
    regions = [group for group in (catalogue.groups if catalogue else ()) if group.kind == "region"]
    found = {
        code: Region(is_other=False, name=group.name, colour=colour_area(group.code, ground))
        for group in regions
        for code in group.members()
    }
    other = Region(is_other=True, name=messages.OTHER_REGION, colour=THEMES[ground].grey)
    return [found.get(code, other) for code in codes]


@cache
def read_shapes(name: str) -> dict[str, Any]:
    """Return a file of the map: ``countries.json``, ``stripes.json``, ``points.json`` or ``world_110m.json``.

    Raises:
        DataError: The file is missing.
    """
    content: dict[str, Any] = json.loads((find_static_folder() / "world" / name).read_text(encoding="utf-8"))
    return content


def find_outlines() -> Path:
    """Return the path of the empty outline that plotly.js loads before it draws a map."""
    return find_static_folder() / "world" / "world_110m.json"


@cache
def list_countries() -> tuple[tuple[str, str], ...]:
    """Return code and name of each shape."""
    features = read_shapes("countries.json")["features"]
    return tuple((feature["id"], feature["properties"]["name"]) for feature in features)


def read_points() -> Mapping[str, Sequence[float]]:
    """Return longitude and latitude of the countries too small to be seen, by code."""
    return read_shapes("points.json")


def is_on_map(code: str) -> bool:
    """Whether an area is a country or territory on the map, not a group.

    >>> is_on_map("RUS"), is_on_map("TUV"), is_on_map("WLD")
    (True, True, False)
    """
    return code in _list_codes()


@cache
def _list_codes() -> frozenset[str]:
    return frozenset(code for code, _ in list_countries()) | frozenset(read_points())
