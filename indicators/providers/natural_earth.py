"""Shapes of countries from Natural Earth, simplified for a world map in a browser.

Natural Earth (naturalearthdata.com) is in the public domain. Its 1:50 million shapes are simplified so that neighbours
keep a common border, and Antarctica is left out. A country without an ISO 3166 code (-99) gets Natural Earth's own
code, and Kosovo the World Bank's. Countries too small to be seen, or without a shape at this scale, get a point.

There are four files, which browsers request and the library reads: the countries; stripes over each of them, which
mark missing figures; points; and an empty outline, which plotly.js requires before it draws a map.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from indicators.errors import DataError
from indicators.providers import messages

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_LEFT_OUT: Final = frozenset({"ATA", "ATC", "IOA", "KAS"})  # no people, or a glacier
_OWN_CODES: Final = {"KOS": "XKX", "CYN": "", "SOL": ""}  # nobody publishes figures for the last two
_WITHOUT_SHAPE: Final = {
    "TUV": (179.2, -8.5), "GIB": (-5.4, 36.1), "TKL": (-171.8, -9.2), "BES": (-68.3, 12.2), "CXR": (105.7, -10.5),
    "CCK": (96.8, -12.2),
}  # fmt: skip
_TOLERANCE, _GRID = 0.15, 0.01  # in degrees; a map as wide as a laptop screen has 0.3 per pixel
_SMALL: Final = 1.0  # square degrees on the screen: anything smaller is hard to tap
_STRIPE, _EVERY = 0.55, 2.2  # width of a stripe and distance to the next, in degrees
_BEND: Final = 4.0  # degrees
_SPLINTER: Final = 0.01  # square degrees: browsers can't tell the inside of anything smaller from the outside
_LAYERS: Final = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def build_shapes(path: Path) -> dict[str, bytes]:
    """Build the files of the map from Natural Earth's GeoJSON of countries.

    Raises:
        DataError: shapely is not installed.
    """
    features = _read_features(path)
    shapes = _simplify([feature["geometry"] for feature in features])
    properties = [feature["properties"] for feature in features]
    codes = [_find_code(own) for own in properties]
    names = [str(own["NAME_LONG"]) for own in properties]
    contents = {
        "countries.json": _collect(codes, names, shapes),
        "stripes.json": _collect(codes, names, [_draw_stripes(shape) for shape in shapes]),
        "points.json": _locate_points(codes, shapes),
        "world_110m.json": _make_empty_outline(),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        for name, content in contents.items()
    }


def _read_features(path: Path) -> list[dict[str, Any]]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    kept = [feature for feature in features if feature["properties"]["ADM0_A3"] not in _LEFT_OUT]
    return sorted(kept, key=lambda feature: str(feature["properties"]["ADM0_A3"]))


def _find_code(properties: dict[str, Any]) -> str:
    own = str(properties["ADM0_A3"])
    if own in _OWN_CODES:
        return _OWN_CODES[own]
    found = [str(properties[name]) for name in ("ISO_A3", "ISO_A3_EH") if str(properties.get(name, "-99")) != "-99"]
    return found[0] if found else own


def _simplify(geometries: Sequence[Any]) -> list[BaseGeometry]:
    try:
        import shapely
    except ImportError as error:
        raise DataError(messages.NEEDS_SHAPELY, hint=messages.INSTALL_SHAPELY) from error
    whole = [shapely.make_valid(shapely.from_geojson(json.dumps(geometry))) for geometry in geometries]
    simple = [shapely.set_precision(shape, _GRID) for shape in shapely.coverage_simplify(whole, _TOLERANCE)]
    kept = [small if not small.is_empty else whole[place] for place, small in enumerate(simple)]
    return [shapely.normalize(_keep_surfaces(shape)) for shape in kept]


def _keep_surfaces(shape: BaseGeometry) -> BaseGeometry:
    """Drop the lines and points that rounding leaves in a shape."""
    import shapely

    parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if len(parts) != 1 else parts[0]


def _draw_stripes(shape: BaseGeometry) -> BaseGeometry:
    """Return the part of a shape under slanting stripes."""
    import shapely

    west, south, east, north = shape.bounds
    height = north - south
    first = int((west - height) // _EVERY)
    last = int(east // _EVERY) + 1
    stripes = [
        shapely.Polygon([(x, south), (x + _STRIPE, south), (x + _STRIPE + height, north), (x + height, north)])
        for x in (number * _EVERY + south % _EVERY for number in range(first - 1, last + 1))
    ]
    inside = shapely.intersection(shapely.MultiPolygon(stripes), shape)
    dense = shapely.segmentize(inside, _BEND)  # long edges would bow along great circles, across the next edge
    pieces = shapely.get_parts(_keep_surfaces(shapely.set_precision(dense, _GRID)))
    return shapely.normalize(shapely.MultiPolygon([piece for piece in pieces if piece.area > _SPLINTER]))


def _collect(codes: Sequence[str], names: Sequence[str], shapes: Sequence[BaseGeometry]) -> dict[str, Any]:
    import shapely

    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": code or name,
                "properties": {"name": name},
                "geometry": _orient(json.loads(shapely.to_geojson(shape))),
            }
            for code, name, shape in zip(codes, names, shapes, strict=True)
            if not shape.is_empty
        ],
    }


def _orient(geometry: dict[str, Any]) -> dict[str, Any]:
    """Orient rings as d3 expects: outer ones clockwise, or it would fill the rest of the world."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    turned = [[_orient_ring(ring, outer=not place) for place, ring in enumerate(polygon)] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": turned}


def _orient_ring(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    area = sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))
    return ring if (area < 0) == outer else ring[::-1]


def _locate_points(codes: Sequence[str], shapes: Sequence[BaseGeometry]) -> dict[str, list[float]]:
    """Return longitude and latitude of the countries that are too small to be seen."""
    from math import cos, radians

    points: dict[str, list[float]] = {code: list(place) for code, place in _WITHOUT_SHAPE.items()}
    for code, shape in zip(codes, shapes, strict=True):
        middle = shape.representative_point()
        if code and shape.area * cos(radians(middle.y)) < _SMALL:
            points[code] = [round(middle.x, 2), round(middle.y, 2)]
    return dict(sorted(points.items()))


def _make_empty_outline() -> dict[str, Any]:
    empty = {"type": "GeometryCollection", "geometries": []}
    return {"type": "Topology", "objects": dict.fromkeys(_LAYERS, empty), "arcs": []}
