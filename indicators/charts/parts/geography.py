"""The shapes of countries that maps draw, read once from the folder that the dashboard serves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from indicators.files import find_static_folder

__all__ = ["find_outlines", "is_on_map", "list_countries", "read_points", "read_shapes"]


@cache
def read_shapes(name: str) -> dict[str, Any]:
    """A file of the map: ``countries.json``, ``stripes.json``, ``points.json``, ``world_110m.json``.

    Raises:
        DataError: If it is missing.
    """
    content: dict[str, Any] = json.loads((find_static_folder() / "world" / name).read_text(encoding="utf-8"))
    return content


def find_outlines() -> Path:
    """The outline of nothing, which plotly.js asks for before it draws a map, as a file of this machine."""
    return find_static_folder() / "world" / "world_110m.json"


@cache
def list_countries() -> tuple[tuple[str, str], ...]:
    """Code and name of each shape."""
    return tuple(
        (feature["id"], feature["properties"]["name"]) for feature in read_shapes("countries.json")["features"]
    )


def read_points() -> Mapping[str, Sequence[float]]:
    """Longitude and latitude of the countries too small to be seen, by code."""
    return read_shapes("points.json")


def is_on_map(code: str) -> bool:
    """Whether an area is a country or territory, which stands on the map, and no group.

    >>> is_on_map("RUS"), is_on_map("TUV"), is_on_map("WLD")
    (True, True, False)
    """
    return code in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(code for code, _ in list_countries()) | frozenset(read_points())
