import json

import pytest

from indicators.errors import DataError
from indicators.providers.build import build_map

SQUARE = [[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]]]
ISLET = [[[20, 0], [20, 0.3], [20.3, 0.3], [20.3, 0], [20, 0]]]


def country(code, rings, **more):
    names = {"ADM0_A3": code, "ISO_A3": code, "ISO_A3_EH": code, "NAME_LONG": code.title()} | more
    return {"type": "Feature", "properties": names, "geometry": {"type": "Polygon", "coordinates": rings}}


@pytest.fixture
def upstream(tmp_path):
    features = [
        country("FRA", SQUARE, ISO_A3="-99"), country("KOS", ISLET, ISO_A3="-99", ISO_A3_EH="-99"),
        country("ATA", SQUARE),
    ]  # fmt: skip
    (tmp_path / "geo").mkdir()
    path = tmp_path / "geo" / "ne_50m_admin_0_countries.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return tmp_path


def test_the_map_is_made_the_same_twice(upstream, tmp_path):
    pytest.importorskip("shapely", reason="making the map needs shapely")
    for name in ("one", "two"):
        assert len(list(build_map(upstream, tmp_path / name))) == 4
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    countries = json.loads((tmp_path / "one" / "countries.json").read_text())
    assert [feature["id"] for feature in countries["features"]] == ["FRA", "XKX"]
    assert "XKX" in json.loads((tmp_path / "one" / "points.json").read_text())
    stripes = json.loads((tmp_path / "one" / "stripes.json").read_text())["features"][0]["geometry"]["coordinates"]
    assert all(0 <= x <= 9 and 0 <= y <= 9 for rings in stripes for x, y in rings[0])


def test_a_file_of_another_form_is_named(upstream, tmp_path):
    (upstream / "geo" / "ne_50m_admin_0_countries.geojson").write_text("{}")
    with pytest.raises(DataError, match=r"ne_50m_admin_0_countries\.geojson"):
        list(build_map(upstream, tmp_path / "map"))
    with pytest.raises(DataError, match=r"ne_50m_admin_0_countries\.geojson"):
        list(build_map(tmp_path / "nowhere", tmp_path / "map"))
