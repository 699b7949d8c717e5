"""Shapes of countries from Natural Earth, made small enough for a map of the world in a browser.

Natural Earth (naturalearthdata.com) is in the public domain. Its shapes of 1:50 million are simplified so that
neighbours keep one common border, Antarctica is left out, and what has no code of ISO 3166 keeps the name it has.
Where Natural Earth gives no code of ISO (-99), its own is taken; Kosovo has the World Bank's. Islands and states too
small to be seen get a point, as do those that Natural Earth has no shape of at this scale.

Four files are written, which a browser asks for and the library reads: the countries; stripes over each of them, that
show where there is no figure; points; and the outline of nothing, which plotly.js insists on before it draws a map.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from indicators.errors import DataError
from indicators.files.observation_tables import write_atomically

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["build_map"]

_SOURCE: Final = "geo/ne_50m_admin_0_countries.geojson"
_LEFT_OUT: Final = frozenset({"ATA", "ATC", "IOA", "KAS"})  # no people, or a glacier
_OWN_CODES: Final = {"KOS": "XKX", "CYN": "", "SOL": ""}  # of the last two nobody publishes figures
_WITHOUT_SHAPE: Final = {
    "TUV": (179.2, -8.5), "GIB": (-5.4, 36.1), "TKL": (-171.8, -9.2), "BES": (-68.3, 12.2), "CXR": (105.7, -10.5),
    "CCK": (96.8, -12.2),
}  # fmt: skip
_TOLERANCE, _GRID = 0.15, 0.01  # in degrees; a map as wide as a laptop's screen has 0.3 a pixel
_SMALL: Final = 1.0  # square degrees, as seen: what is smaller can hardly be hit with a finger
_STRIPE, _EVERY = 0.55, 2.2  # width of a stripe and distance of the next, in degrees
_BEND: Final = 4.0  # degrees
_SPLINTER: Final = 0.01  # square degrees: of less than this a browser cannot tell the inside from the outside
_LAYERS: Final = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def build_map(upstream: Path, folder: Path) -> Iterator[str]:
    """Make the files of the map.

    Args:
        upstream: The folder of publishers' files.
        folder: The folder to write to.

    Yields:
        A line for each file, after it was written.

    Raises:
        DataError: The file of Natural Earth is missing or has another form, or shapely is not installed.
    """
    features = _features(upstream / _SOURCE)
    shapes = _simplified([feature["geometry"] for feature in features])
    properties = [feature["properties"] for feature in features]
    codes = [_code(own) for own in properties]
    names = [str(own["NAME_LONG"]) for own in properties]
    collections = {
        "countries.json": _collection(codes, names, shapes),
        "stripes.json": _collection(codes, names, [_striped(shape) for shape in shapes]),
        "points.json": _points(codes, shapes),
        "world_110m.json": _nothing(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in collections.items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        write_atomically(folder / name, text.encode())
        yield f"{name}: {len(text.encode()) // 1000:,} kB"


def _features(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise DataError("The shapes of countries are missing.", found=str(path), expected=_SOURCE)
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        kept = [feature for feature in features if feature["properties"]["ADM0_A3"] not in _LEFT_OUT]
    except (ValueError, LookupError, TypeError) as error:
        raise DataError(f"{_SOURCE} is not in its publisher's form.", found=repr(error)) from error
    return sorted(kept, key=lambda feature: str(feature["properties"]["ADM0_A3"]))


def _code(properties: dict[str, Any]) -> str:
    own = str(properties["ADM0_A3"])
    if own in _OWN_CODES:
        return _OWN_CODES[own]
    found = [str(properties[name]) for name in ("ISO_A3", "ISO_A3_EH") if str(properties.get(name, "-99")) != "-99"]
    return found[0] if found else own


def _simplified(geometries: Sequence[Any]) -> list[BaseGeometry]:
    try:
        import shapely
    except ImportError as error:
        raise DataError("Making the map needs shapely.", hint='Run pip install "indicators[map]".') from error
    whole = [shapely.make_valid(shapely.from_geojson(json.dumps(geometry))) for geometry in geometries]
    simple = [shapely.set_precision(shape, _GRID) for shape in shapely.coverage_simplify(whole, _TOLERANCE)]
    kept = [small if not small.is_empty else whole[place] for place, small in enumerate(simple)]
    return [shapely.normalize(_surfaces(shape)) for shape in kept]


def _surfaces(shape: BaseGeometry) -> BaseGeometry:
    """The surfaces of a shape alone: rounding leaves a line or a point here and there."""
    import shapely

    parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if len(parts) != 1 else parts[0]


def _striped(shape: BaseGeometry) -> BaseGeometry:
    """The part of a shape that lies under slanting stripes."""
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
    dense = shapely.segmentize(inside, _BEND)  # long edges would bow along great circles, over the edge beside them
    pieces = shapely.get_parts(_surfaces(shapely.set_precision(dense, _GRID)))
    return shapely.normalize(shapely.MultiPolygon([piece for piece in pieces if piece.area > _SPLINTER]))


def _collection(codes: Sequence[str], names: Sequence[str], shapes: Sequence[BaseGeometry]) -> dict[str, Any]:
    import shapely

    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": code or name,
                "properties": {"name": name},
                "geometry": _turned(json.loads(shapely.to_geojson(shape))),
            }
            for code, name, shape in zip(codes, names, shapes, strict=True)
            if not shape.is_empty
        ],
    }


def _turned(geometry: dict[str, Any]) -> dict[str, Any]:
    """The rings the way d3 draws them: the outer one clockwise, or it would colour all the rest of the world."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    turned = [[_clockwise(ring, outer=not place) for place, ring in enumerate(polygon)] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": turned}


def _clockwise(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    area = sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))
    return ring if (area < 0) == outer else ring[::-1]


def _points(codes: Sequence[str], shapes: Sequence[BaseGeometry]) -> dict[str, list[float]]:
    """Longitude and latitude of what is too small to be seen."""
    from math import cos, radians

    points: dict[str, list[float]] = {code: list(place) for code, place in _WITHOUT_SHAPE.items()}
    for code, shape in zip(codes, shapes, strict=True):
        middle = shape.representative_point()
        if code and shape.area * cos(radians(middle.y)) < _SMALL:
            points[code] = [round(middle.x, 2), round(middle.y, 2)]
    return dict(sorted(points.items()))


def _nothing() -> dict[str, Any]:
    empty = {"type": "GeometryCollection", "geometries": []}
    return {"type": "Topology", "objects": dict.fromkeys(_LAYERS, empty), "arcs": []}
