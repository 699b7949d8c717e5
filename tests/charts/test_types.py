from itertools import pairwise

import numpy as np
import pytest

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.charts.style import Look
from indicators.charts.types.bar import draw_bar_chart
from indicators.charts.types.ranking import draw_ranking_chart
from indicators.charts.types.scatter import draw_scatter_plot
from indicators.charts.types.slope import draw_slope_chart
from indicators.charts.types.small_multiples import draw_small_multiples
from indicators.errors import UsageError
from indicators.model.panel import join_panels
from indicators.model.periods import TimeSpan
from indicators.model.units import parse_unit
from indicators.view import View

FIVE = ("RUS", "CHN", "USA", "DEU", "IND")
TYPES = ("line", "bar", "ranking", "area", "slope", "multiples")


@pytest.fixture(scope="module")
def gdp():
    return ind.get("gdp", "~".join(FIVE), "2000..2025")


@pytest.fixture(scope="module")
def outlook():
    return ind.get("gdp-growth-weo", "RUS~CHN~USA", "2018..2028")


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def words(figure):
    return " ".join(texts(figure)).replace("<br>", " ")


@pytest.mark.parametrize("chart", [*TYPES, "map"])
def test_what_would_make_the_browser_draw_a_second_time_is_not_there(gdp, chart):
    view = View(("gdp",), FIVE, tab="map") if chart == "map" else View(("gdp",), FIVE, chart=chart)
    drawn = draw_chart(gdp, view).figure.to_json()
    assert "bdata" not in drawn
    assert "template" not in drawn.replace("hovertemplate", "")
    assert '"datarevision":0' in drawn


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("chart", TYPES)
def test_a_country_keeps_its_colour_through_all_types(gdp, chart, ground, narrow):
    drawing = draw_chart(gdp, View(("gdp",), FIVE, chart=chart), ground=ground, narrow=narrow)
    line = draw_chart(gdp, View(("gdp",), FIVE), ground=ground).figure
    russia = next(trace.line.color for trace in line.data if trace.name == "Russia")
    assert russia.lower() in drawing.figure.to_json().lower() or _rgb(russia) in drawing.figure.to_json()
    assert drawing.alternative_text.startswith("GDP, trillion USD")
    assert "Russia" in drawing.alternative_text


def _rgb(colour):
    return "rgba({},{},{}".format(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


@pytest.mark.parametrize("chart", [*TYPES, "scatter"])
@pytest.mark.parametrize("indicator", ["gdp", "inflation"])
def test_an_empty_panel_is_drawn_as_any_type(chart, indicator):
    drawing = draw_chart(ind.get(indicator, "RUS", "1901"), View((indicator,), ("RUS",), chart=chart))
    assert "No figures" in texts(drawing.figure)
    assert drawing.alternative_text.startswith("An empty chart")
    assert drawing.standalone(width=600).layout.width == 600


@pytest.mark.parametrize("chart", TYPES)
def test_one_figure_is_drawn_as_any_type(chart):
    panel = ind.get("gdp", "RUS", "2024")
    assert draw_chart(panel, View(("gdp",), ("RUS",), chart=chart)).figure.layout.height > 0


@pytest.mark.parametrize("chart", TYPES)
def test_all_areas_of_the_world_are_drawn_as_any_type(chart):
    drawing = draw_chart(ind.get("gdp-per-capita", "", "2020..2024"), View(("gdp-per-capita",), chart=chart))
    assert len(drawing.figure.data) < 400
    assert len(drawing.alternative_text) < 4000


def test_bars_begin_at_zero_and_say_why_they_are_not_logarithmic(gdp, outlook):
    for panel in (gdp, outlook):
        chart = draw_bar_chart(panel, log=True)
        low, high = chart.figure.layout.yaxis.range
        assert low <= 0 <= high
        assert any("zero" in remark for remark in chart.remarks)
    low, high = draw_ranking_chart(gdp).figure.layout.xaxis.range
    assert low <= 0 < high


def test_a_forecast_is_hatched_and_nothing_else_is(outlook):
    for trace in draw_bar_chart(outlook).figure.data:
        years = np.array(trace.x) + 2018
        shapes = dict(zip(years.tolist(), trace.marker.pattern.shape, strict=True))
        assert all((shape == "/") == (year > 2023) for year, shape in shapes.items())


def test_forecasts_of_two_publishers_are_hatched_crosswise():
    figure = draw_bar_chart(ind.get("digital-economy-growth", "RUS")).figure
    hatches = {trace.name: set(trace.marker.pattern.shape) & {"/", "\\"} for trace in figure.data}
    assert hatches == {"IT Russia": {"/"}, "RAEC": {"\\"}}
    assert {"▨", "▧"} <= set(words(figure))


def test_a_silent_year_keeps_its_place_among_the_bars():
    figure = draw_bar_chart(ind.get("digital-economy-turnover", "RUS")).figure
    raec = next(trace for trace in figure.data if trace.name == "RAEC")
    assert list(raec.x) == [0, 1, 2, 5, 6]


def test_a_ranking_is_in_order_and_of_countries():
    chart = draw_ranking_chart(ind.get("gdp-per-capita", "", "2023"))
    values = list(chart.figure.data[0].x)
    assert values == sorted(values, reverse=True)
    assert len(values) == 30
    assert not {"WLD", "EMU", "ARB"} & set(chart.figure.data[0].customdata)
    assert chart.when == "2023"
    assert any("too many" in remark for remark in chart.remarks)


def test_bars_over_many_years_mark_round_ones():
    assert list(draw_bar_chart(ind.get("gdp", "USA", "1960..2025")).figure.layout.xaxis.ticktext) == [
        "1960", "1980", "2000", "2020",
    ]  # fmt: skip
    few = draw_bar_chart(ind.get("gdp", "USA", "2021..2025")).figure.layout.xaxis.ticktext
    assert list(few) == ["2021", "2022", "2023", "2024", "2025"]


@pytest.mark.parametrize("kind", ["bar", "ranking"])
def test_a_chart_of_bars_says_what_hatched_ones_are(kind):
    time = "2022..2029" if kind == "bar" else "2029"
    panel = ind.get("gdp-growth-weo", "RUS~CHN", time)
    view = View(("gdp-growth-weo",), ("RUS", "CHN"), chart=kind)
    wide, narrow = draw_chart(panel, view), draw_chart(panel, view, narrow=True)
    assert "hatched: forecasts" in [note.text for note in wide.figure.layout.annotations]
    assert wide.remarks == ()
    assert "Hatched: forecasts." in narrow.remarks, "there is no room for it above"
    actual = draw_chart(ind.get("gdp-growth", "RUS~CHN", "2020..2024"), View(areas=("RUS", "CHN"), chart=kind))
    assert not any("hatched" in str(note.text) for note in actual.figure.layout.annotations)


def test_a_slope_tells_what_has_no_figure_from_what_has_no_room():
    remarks = draw_slope_chart(ind.get("gdp-per-capita", "", "1990..2024"), Look(order=("RUS",))).remarks
    assert any(remark.startswith("Without a figure for both 1990 and 2024: ") for remark in remarks)
    assert any(remark.startswith("More than 20 lines; not drawn: ") for remark in remarks)


@pytest.mark.parametrize("tab", ["chart", "map"])
def test_the_latest_figure_of_each_is_drawn_and_says_its_year(tab):
    areas = ("VEN", "ARG", "RUS", "CHN")
    view = View(("inflation",), areas, TimeSpan(only="latest"), chart="ranking", tab=tab)
    drawing = draw_chart(ind.get("inflation", areas, "latest"), view)
    assert drawing.remarks == ()
    assert drawing.subtitle.endswith("2016–2025, the latest of each")
    assert "Venezuela (2016)" in drawing.alternative_text
    assert "Russia (" not in drawing.alternative_text, "the year of most is said once, above"


def test_what_was_chosen_is_ranked_however_small_it_is():
    figure = draw_ranking_chart(ind.get("gdp", "", "2023"), Look(order=("TUV", "WLD"))).figure
    assert {"TUV", "WLD"} <= set(figure.data[0].customdata)


def test_a_ranking_shows_actual_figures_of_one_period(outlook):
    chart = draw_ranking_chart(outlook, Look(order=("RUS", "CHN", "USA")))
    assert chart.when == "2023"
    assert set(chart.shown.frame["status"]) == {"A"}


def test_a_slope_has_two_ends_with_a_figure_each(gdp):
    chart = draw_slope_chart(gdp, Look(order=FIVE))
    assert chart.when == "2000 and 2025"
    assert all(len(trace.x) == 2 for trace in chart.figure.data)
    assert {"Russia 2.56", "0.26"} <= set(texts(chart.figure))


def test_small_multiples_share_their_axes(gdp):
    figure = draw_small_multiples(gdp, Look(order=FIVE)).figure
    axes = [figure.layout[name] for name in figure.layout if name.startswith("yaxis")]
    assert len(axes) == 5
    assert len({tuple(axis.range) for axis in axes}) == 1
    for one, other in pairwise(axes):
        assert one.domain == other.domain or max(one.domain[0], other.domain[0]) > min(one.domain[1], other.domain[1])


def test_indicators_of_different_units_have_plots_of_their_own():
    panel = ind.get("gdp~inflation~population", "RUS~CHN", "2000..2025")
    drawing = draw_chart(panel, View(areas=("RUS", "CHN")))
    assert len([name for name in drawing.figure.layout if name.startswith("yaxis")]) == 3
    assert drawing.title == "GDP, Inflation and Population"
    assert "● " not in drawing.title
    assert "China" in words(drawing.figure)


def test_a_scatter_sets_figures_of_one_period_against_each_other():
    panel = ind.get("gdp-per-capita~urban-population-share~population", "", "2015..2024")
    chart = draw_scatter_plot(panel, Look(order=FIVE), scale="log")
    trace = chart.figure.data[0]
    assert chart.figure.layout.xaxis.type == "log"
    assert chart.figure.layout.yaxis.type == "linear", "shares do not span enough for it"
    assert chart.title.endswith("against GDP per person, points by population")
    assert len(trace.x) == len(trace.marker.size) > 180
    assert {"Russia", "China", "India"} <= set(texts(chart.figure))
    of_russia = panel.frame[(panel.frame["code"] == "RUS") & (panel.frame["period"] == chart.when)]
    expected = of_russia[of_russia["indicator"] == "gdp-per-capita"]["value"].iloc[0]
    assert trace.x[list(trace.customdata).index("RUS")] in (pytest.approx(expected), pytest.approx(expected / 1000))


def test_a_scatter_of_one_indicator_is_refused(gdp):
    with pytest.raises(UsageError, match="two indicators"):
        draw_scatter_plot(gdp)


def test_a_forecast_is_never_set_against_an_actual_figure():
    panel = ind.get("gdp-growth-weo~gdp-growth", "RUS~CHN~USA", "2024")
    chart = draw_scatter_plot(panel, Look(order=("RUS", "CHN", "USA")))
    assert len(chart.figure.data) == 0
    assert "forecast and an actual" in " ".join(chart.remarks)


@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("chart", TYPES)
def test_pictures_hold_their_words(gdp, chart, width):
    drawing = draw_chart(gdp, View(("gdp",), FIVE, chart=chart), narrow=width < 500)
    picture = drawing.standalone(width=width)
    inside = words(picture)
    assert "GDP, trillion USD" in inside
    assert "World Bank" in inside
    plot = picture.layout.height - picture.layout.margin.t - picture.layout.margin.b
    before = drawing.figure.layout
    assert plot == pytest.approx(before.height - before.margin.t - before.margin.b, abs=1)


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "area"])  # whose edges are sums
@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("unit", ["USD", "billion EUR", "trillion CNY"])
def test_the_unit_above_an_axis_is_that_of_its_numbers(gdp, kind, scale, unit):
    panel = gdp.to(unit)
    figure = draw_chart(panel, View(chart=kind, scale=scale, areas=FIVE)).figure
    heading = next(text for text in texts(figure) if text.endswith(unit.split()[-1]))
    known = panel.unscale().frame["value"].dropna().to_numpy()
    values = np.array(figure.data[0]["x" if kind == "ranking" else "y"], dtype=float)
    counted = values[~np.isnan(values)] * 10.0 ** parse_unit(heading).multiplier
    assert len(counted)
    assert all(np.isclose(known, value, rtol=1e-9).any() for value in counted)


def test_small_plots_of_several_indicators_have_each_the_unit_of_its_own_numbers(gdp):
    heads = ind.get("gdp-per-capita", "~".join(FIVE), "2000..2025").to("EUR")
    small = gdp.to("billion EUR")
    drawing = draw_chart(join_panels([small, heads]), View(chart="multiples", areas=FIVE))
    titles = [text for text in texts(drawing.figure) if "<b>" in text]
    for number, part in enumerate((small, heads)):
        heading = titles[number].partition("<br>")[2].partition(">")[2].removesuffix("</span>")
        axis = f"y{number + 1 if number else ''}"
        top = max(np.nanmax(trace.y) for trace in drawing.figure.data if trace.yaxis == axis)
        assert top * 10.0 ** parse_unit(heading).multiplier == pytest.approx(part.unscale().frame["value"].max())


def test_the_shaded_grounds_of_small_plots_are_explained_once(outlook, gdp):
    assert texts(draw_small_multiples(outlook).figure).count("shaded: forecasts") == 1
    assert "shaded: forecasts" not in texts(draw_small_multiples(gdp).figure)


@pytest.mark.parametrize("narrow", [False, True])
def test_names_above_small_plots_are_told_apart(narrow):
    codes = ("USA", "GBR", "ARE", "RUS", "CHN", "DEU", "IND", "JPN")
    panel = ind.get("gdp", "~".join(codes), "2000..2024")
    titles = [
        text for text in texts(draw_small_multiples(panel, Look(narrow=narrow, order=codes)).figure) if "<b>" in text
    ]
    assert len(set(titles)) == len(codes)
    assert titles[0].startswith("<b>United States</b>")
    assert titles[1].startswith("<b>United Kingdom</b>")
    assert titles[3] == "<b>Russia</b> 2.19"


@pytest.mark.parametrize("kind", ["line", "area", "multiples"])
def test_of_one_year_in_all_bars_are_drawn_and_that_is_said(gdp, kind):
    drawing = draw_chart(gdp.select_time(TimeSpan.parse("2020")), View(chart=kind, areas=FIVE))
    assert {trace.type for trace in drawing.figure.data} == {"bar"}
    assert drawing.remarks[-1] == "All figures are of 2020, which makes no line: bars are drawn instead."
    assert len(drawing.figure.data[0].x) == len(FIVE)
    assert not any("Lines are drawn" in remark for remark in drawing.remarks)


def test_a_line_of_one_point_is_a_bar_with_its_number():
    drawing = draw_chart(ind.get("e-commerce-turnover", "RUS"), View(areas=("RUS",)))
    assert [trace.type for trace in drawing.figure.data] == ["bar"]
    assert "8.65" in texts(drawing.figure)


def test_a_logarithmic_axis_of_one_year_is_refused_with_its_reason(gdp):
    drawing = draw_chart(gdp.select_time(TimeSpan.parse("2020")), View(scale="log", areas=FIVE))
    assert any("begin at zero" in remark for remark in drawing.remarks)


@pytest.mark.parametrize("narrow", [False, True])
def test_small_plots_of_several_indicators_of_one_year_compare_countries_as_bars(narrow):
    panel = join_panels([ind.get(id, "RUS~CHN~USA", "2020") for id in ("gdp", "population", "inflation")])
    drawing = draw_chart(panel, View(areas=("RUS", "CHN", "USA")), narrow=narrow)
    assert [trace.type for trace in drawing.figure.data] == ["bar"] * 9
    assert drawing.remarks == ("All figures are of 2020, which makes no line: bars are drawn instead.",)
    assert {"1.49", "15.0", "21.4"} <= set(texts(drawing.figure))
    assert min(trace.y[0] for trace in drawing.figure.data) > drawing.figure.layout.yaxis.range[0] == 0


def test_among_lines_only_what_is_known_for_one_year_is_a_bar():
    panel = join_panels([ind.get(id, "RUS") for id in ("gdp", "digital-economy-turnover-ratio-to-2019")])
    drawing = draw_chart(panel, View(areas=("RUS",)))
    assert {trace.type for trace in drawing.figure.data} == {"scatter", "bar"}
    assert drawing.remarks == (
        "Figures of one period make no line: bars are drawn of Digital economy turnover against 2019 (2023).",
    )
    assert drawing.figure.layout.xaxis2.ticktext == ("2023",)
