import json
import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.map_legend import find_class_bounds, pick_class_colours
from indicators.charts.style import Look
from indicators.charts.types.map import MAP_REGIONS, draw_coverage_map, draw_map, embed_shapes, zoom_map
from indicators.files import find_static_folder, read_embedded_catalogue
from indicators.ui.messages.exploration import REGIONS
from indicators.view import View


def shapes(name):
    return json.loads((find_static_folder() / "world" / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def gdp():
    return ind.get("gdp-per-capita", "", "2000..2024")


def test_every_country_with_values_is_on_the_map(gdp):
    on_map = {feature["id"] for feature in shapes("countries.json")["features"]} | set(shapes("points.json"))
    areas = read_embedded_catalogue().areas.by_code
    countries = {code for code in gdp.frame["code"] if areas[code].kind == "country"}
    assert countries - on_map <= {"CHI", "GIB", "TUV"} & set()


def spherical_area(ring):
    """As d3 calculates it: a ring the wrong way round has the area of the rest of the world."""
    total = 0.0
    points = [(math.radians(x), math.radians(y) / 2 + math.pi / 4) for x, y in ring]
    for (one, low), (other, high) in pairwise(points):
        turn = other - one
        k = math.sin(low) * math.sin(high)
        u = math.cos(low) * math.cos(high) + k * math.cos(abs(turn))
        total += math.atan2(k * math.copysign(1, turn) * math.sin(abs(turn)), u)
    return 2 * total if total >= 0 else 2 * total + 4 * math.pi


@pytest.mark.parametrize("name", ["countries.json", "stripes.json"])
def test_no_shape_covers_the_rest_of_the_world(name):
    for feature in shapes(name)["features"]:
        for outer, *_ in feature["geometry"]["coordinates"]:
            assert spherical_area(outer) < 2 * math.pi, feature["id"]


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=60).map(np.array))
def test_bounds_of_classes_are_few_ascending_and_within_the_values(values):
    found = find_class_bounds(values)
    assert len(found) <= 6
    assert list(found) == sorted(set(found))
    assert all(values.min() < mark < values.max() for mark in found)


def test_ordinary_values_have_five_to_seven_classes(gdp):
    for indicator in ("gdp", "inflation", "population", "gdp-growth"):
        values = ind.get(indicator, "", "2023").frame["value"].dropna().to_numpy()
        assert 4 <= len(find_class_bounds(values)) <= 6, indicator


def test_colours_of_classes_are_distinct_on_both_grounds():
    for ground in ("light", "dark"):
        for number in range(1, 8):
            assert len(set(pick_class_colours(number, ground))) == number
    assert pick_class_colours(7, "light")[0] == pick_class_colours(7, "dark")[-1]


def test_shapes_come_from_the_dashboard_or_are_inside(gdp):
    drawing = draw_chart(gdp, View(tab="map", areas=("RUS",)))
    urls = [trace.geojson for trace in drawing.figure.data if trace.type == "choropleth"]
    assert all(url.startswith("app/static/world/") for url in urls)
    assert drawing.config["topojsonURL"] == "app/static/world/"
    alone = embed_shapes(drawing.figure)
    assert all(trace.geojson["type"] == "FeatureCollection" for trace in alone.data if trace.type == "choropleth")
    assert "Natural Earth" in drawing.source


def test_a_country_without_a_value_is_hatched():
    panel = ind.get("gdp", "RUS~CHN", "2023")
    ground, stripes, figures, _ = draw_map(panel).figure.data
    assert set(figures.locations) == {"RUS", "CHN"}
    assert "USA" in ground.locations
    assert "no data" in ground.hovertemplate
    assert "USA" in stripes.locations


def test_small_states_are_points_that_can_be_clicked():
    dots = draw_map(ind.get("gdp", "SGP~MLT~CHN", "2023")).figure.data[3]
    assert set(dots.customdata) == {"SGP", "MLT"}


def test_years_share_their_classes_and_can_be_played(gdp):
    chart = draw_map(gdp, options=ChartOptions(is_playable=True))
    frames = chart.figure.frames
    assert [frame.name for frame in frames] == [str(year) for year in range(2000, 2025)]
    assert all(len(frame.data[0].z) == len(chart.figure.data[2].locations) for frame in frames)
    assert len(chart.figure.layout.sliders[0].steps) == 25


def test_a_playable_map_shows_its_year_at_the_slider_only(gdp):
    still, playing = (draw_chart(gdp, View(tab="map"), playable=playable) for playable in (False, True))
    assert still.subtitle == "World · 2024 · current prices"
    assert playing.subtitle == "World · 2000–2024 · current prices"
    slider = playing.figure.layout.sliders[0]
    assert slider.currentvalue.visible is not False
    assert slider.steps[slider.active].label == "2024"
    assert [step.args[0][0] for step in slider.steps] == [frame.name for frame in playing.figure.frames]
    assert messages.ALT_PLAYABLE.format(period="2024") in playing.alternative_text


def test_a_map_of_one_year_cannot_be_played_and_keeps_its_year():
    drawing = draw_chart(ind.get("gdp", "RUS~CHN", "2020"), View(tab="map"), playable=True)
    assert drawing.subtitle == "World · 2020 · current prices"


def test_chosen_areas_not_on_the_map_are_named():
    chart = draw_map(ind.get("gdp", "WLD~RUS", "2023"), Look(order=("WLD", "RUS")))
    assert chart.remarks == (messages.NOT_ON_MAP.format(areas="World"),)


def test_an_empty_map_is_drawn():
    assert draw_map(ind.get("gdp", "RUS", "1901")).figure.data


def test_in_a_tall_picture_the_classes_are_a_list_below_the_world():
    tall = draw_map(ind.get("gdp", time="2023"), Look(width=512, proportion=2 / 3)).figure
    low, high = tall.layout.geo.domain.y
    assert 0 < low < high < 1
    [legend] = [note for note in tall.layout.annotations if "no data" in note.text]
    assert (legend.y, legend.yanchor) == (low, "top")
    text = legend.text
    assert text.index("10 trillion or more") < text.index("under 100 million") < text.index("no data")


@pytest.mark.parametrize("proportion", [0.0, 1.0, 16 / 9])
def test_in_other_pictures_the_world_has_the_whole_plot(gdp, proportion):
    figure = draw_map(gdp, Look(width=900 if proportion else 0, proportion=proportion)).figure
    assert figure.layout.geo.domain.y == (0, 1)


def test_classes_are_in_words_where_their_strip_does_not_fit():
    gdp = ind.get("gdp", time="2023")
    square, wide = (draw_map(gdp, Look(width=room, proportion=1.0)).figure.layout for room in (560, 900))
    assert any("no data" in note.text and "or more" in note.text for note in square.annotations)
    assert any(note.text == "no data" for note in wide.annotations)
    [strip_end] = [note.xshift for note in wide.annotations if note.text == "no data"]
    assert strip_end < 900


def words(figure):
    return [note.text for note in figure.layout.annotations]


def test_a_map_of_the_latest_values_says_since_when_countries_lack_data():
    view = View.from_texts(
        {"indicators": "government-debt", "time": "latest", "chart": "map"}, read_embedded_catalogue()
    )
    panel = ind.get("government-debt", "", "latest")
    drawing = draw_chart(panel, view)
    since = panel.recent_since["government-debt"]
    assert messages.NO_VALUE_SINCE.format(year=since) in words(drawing.figure)
    assert drawing.shown.frame["year"].min() >= since
    assert "DEU" not in set(drawing.figure.data[2].locations)
    everything = draw_chart(ind.get("government-debt", "", "latest", tolerance=999), view.with_(tolerance=999))
    assert "DEU" in set(everything.figure.data[2].locations)


def test_a_map_shows_the_last_of_the_best_covered_years():
    panel = ind.get("government-debt")
    on_map = set(read_embedded_catalogue().areas.by_code) & {f["id"] for f in shapes("countries.json")["features"]}
    rows = panel.frame[panel.frame["value"].notna() & panel.frame["code"].isin(on_map)]
    countries = rows.groupby("period")["code"].nunique()
    drawn = draw_map(panel)
    assert countries[drawn.when] >= 0.9 * countries.max()
    assert messages.NO_VALUE in words(drawn.figure)


def test_a_map_of_coverage_has_the_newest_years_in_classes_of_their_own(texts):
    figure = draw_coverage_map({"RUS": 2024, "CHN": 2023, "CUB": 1999, "MLT": 2024, "WLD": 2025})
    areas, dots = figure.data[2:]
    classes = dict(zip(areas.locations, areas.z, strict=True))
    assert set(classes) == {"RUS", "CHN", "CUB", "MLT"}
    assert classes["RUS"] == classes["MLT"] > classes["CHN"] > classes["CUB"]
    assert list(dots.text) == ["<b>Malta</b>: 2024"]
    legend = " ".join(texts(figure))
    assert all(name in legend for name in ("before 2004", "2004–2013", "2023", "2024", messages.NO_VALUE))


@pytest.mark.parametrize("years", [{}, {"RUS": 2020}, {"RUS": 2020, "CHN": 2020}])
def test_a_map_of_coverage_with_few_years_is_drawn(years):
    assert len(draw_coverage_map(years).data) == 4


def test_a_map_zooms_to_a_region_and_shows_the_world_for_any_other_name():
    figure = draw_coverage_map({"EGY": 2024, "FRA": 2025})
    world = figure.layout.geo.lonaxis.range
    zoom_map(figure, "")
    assert figure.layout.geo.lonaxis.range == world
    for region, (west, east, south, north) in MAP_REGIONS.items():
        zoom_map(figure, region)
        geo = figure.layout.geo
        assert (geo.lonaxis.range, geo.lataxis.range) == ((west, east), (south, north))
        assert west < geo.projection.rotation.lon < east
    assert set(REGIONS) == set(MAP_REGIONS), "each has a name on the page"
