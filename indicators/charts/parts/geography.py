"""The shapes of countries that maps draw, read once from the folder that the dashboard serves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from indicators.files import find_static_folder

__all__ = ["codes_and_names", "has_place", "outlines", "points", "shapes"]


@cache
def shapes(name: str) -> dict[str, Any]:
    """A file of the map: ``countries.json``, ``stripes.json``, ``points.json``, ``world_110m.json``.

    Raises:
        DataError: If it is missing.
    """
    content: dict[str, Any] = json.loads((find_static_folder() / "world" / name).read_text(encoding="utf-8"))
    return content


def outlines() -> Path:
    """The outline of nothing, which plotly.js asks for before it draws a map, as a file of this machine."""
    return find_static_folder() / "world" / "world_110m.json"


@cache
def codes_and_names() -> tuple[tuple[str, str], ...]:
    """Code and name of each shape."""
    return tuple((feature["id"], feature["properties"]["name"]) for feature in shapes("countries.json")["features"])


def points() -> Mapping[str, Sequence[float]]:
    """Longitude and latitude of the countries too small to be seen, by code."""
    return shapes("points.json")


def has_place(code: str) -> bool:
    """Whether an area is a country or territory, which stands on the map, and no group.

    >>> has_place("RUS"), has_place("TUV"), has_place("WLD")
    (True, True, False)
    """
    return code in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(code for code, _ in codes_and_names()) | frozenset(points())
