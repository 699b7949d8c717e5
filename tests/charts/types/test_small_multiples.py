"""Small plots side by side: their axes, what is written around them, and how publishers in one of them are distinct."""

import re
from itertools import pairwise

import numpy as np
import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.drawing import draw_chart
from indicators.charts.style import Look
from indicators.charts.types.small_multiples import draw_small_multiples
from indicators.model.panel import join_panels
from indicators.model.units import parse_unit
from indicators.view import View

FIVE = ("RUS", "CHN", "USA", "DEU", "IND")


def legend(figure):
    """The entries below the plots, without their colours."""
    lines = [note.text for note in figure.layout.annotations if note.y == 0 and note.yanchor == "top"]
    return re.split(r"    ", re.sub("<[^>]+>", "", "    ".join(lines)))


def value_axes(figure):
    return [figure.layout[name] for name in figure.layout if name.startswith("yaxis")]


def test_small_multiples_share_their_axes():
    growth = ind.get("gdp-growth", "~".join(FIVE), "2000..2025")
    axes = value_axes(draw_small_multiples(growth, Look(order=FIVE)).figure)
    assert len(axes) == 5
    assert len({tuple(axis.range) for axis in axes}) == 1
    for one, other in pairwise(axes):
        assert one.domain == other.domain or max(one.domain[0], other.domain[0]) > min(one.domain[1], other.domain[1])


def test_one_wild_country_does_not_flatten_the_others():
    chart = draw_small_multiples(ind.get("inflation", "BRA~CHN~DEU~FRA", "1985..2020"))
    tops = sorted(axis.range[1] for axis in value_axes(chart.figure))
    assert tops[-1] > 1000
    assert tops[0] < 50
    assert chart.when == messages.OWN_AXES.format(span="1985–2020")


@pytest.mark.parametrize(("axes", "different"), [("same", 1), ("own", 4), ("", 4)])
def test_axes_of_small_plots_are_those_asked_for(axes, different):
    view = View(("inflation",), ("BRA", "CHN", "DEU", "FRA"), chart="multiples", axes=axes)
    drawing = draw_chart(ind.get("inflation", view.areas, "1985..2020"), view)
    assert len({tuple(axis.range) for axis in value_axes(drawing.figure)}) == different
    assert (messages.OWN_AXES.format(span="1985–2020") in drawing.subtitle) is (different > 1)


def test_indicators_of_different_units_have_their_own_plots(words):
    panel = ind.get("gdp~inflation~population", "RUS~CHN", "2000..2025")
    drawing = draw_chart(panel, View(areas=("RUS", "CHN")))
    assert len(value_axes(drawing.figure)) == 3
    assert drawing.title == "GDP, Inflation and Population"
    assert "China" in words(drawing.figure)


def test_small_plots_of_several_indicators_have_the_units_of_their_numbers(gdp, texts):
    heads = ind.get("gdp-per-capita", "~".join(FIVE), "2000..2025").to("EUR")
    small = gdp.to("billion EUR")
    drawing = draw_chart(join_panels([small, heads]), View(chart="multiples", areas=FIVE))
    titles = [text for text in texts(drawing.figure) if "<b>" in text]
    for number, part in enumerate((small, heads)):
        heading = titles[number].partition("<br>")[2].partition(">")[2].removesuffix("</span>")
        axis = f"y{number + 1 if number else ''}"
        top = max(np.nanmax(trace.y) for trace in drawing.figure.data if trace.yaxis == axis)
        assert top * 10.0 ** parse_unit(heading).multiplier == pytest.approx(part.unscale().frame["value"].max())


def test_the_shaded_grounds_are_explained_once(outlook, gdp, texts):
    assert texts(draw_small_multiples(outlook).figure).count(messages.SHADED_FORECASTS) == 1
    assert messages.SHADED_FORECASTS not in texts(draw_small_multiples(gdp).figure)


@pytest.mark.parametrize("narrow", [False, True])
def test_names_above_small_plots_are_distinct(texts, narrow):
    codes = ("USA", "GBR", "ARE", "RUS", "CHN", "DEU", "IND", "JPN")
    panel = ind.get("gdp", "~".join(codes), "2000..2024")
    figure = draw_small_multiples(panel, Look(narrow=narrow, order=codes)).figure
    titles = [text for text in texts(figure) if "<b>" in text]
    assert len(set(titles)) == len(codes)
    assert titles[0].startswith("<b>United States</b>")
    assert titles[1].startswith("<b>United Kingdom</b>")
    assert titles[3] == "<b>Russia</b> 2.2"


def test_plots_whose_scale_words_differ_name_them_and_the_title_none(texts):
    areas = ("USA", "TUV", "EST")
    drawing = draw_chart(ind.get("gdp", "~".join(areas)), View(("gdp",), areas, chart="multiples"))
    assert drawing.title == "GDP, USD"
    named = [text for text in texts(drawing.figure) if "<b>" in text]
    for text, word in zip(named, ("trillion USD", "million USD", "billion USD"), strict=True):
        assert word in text


@pytest.mark.parametrize("narrow", [False, True])
def test_several_indicators_of_one_year_compare_countries_as_bars(texts, narrow):
    panel = join_panels([ind.get(id, "RUS~CHN~USA", "2020") for id in ("gdp", "population", "inflation")])
    drawing = draw_chart(panel, View(areas=("RUS", "CHN", "USA")), narrow=narrow)
    assert [trace.type for trace in drawing.figure.data] == ["bar"] * 9
    assert drawing.remarks[-1] == messages.ALL_BARS_OF_ONE_PERIOD.format(period="2020")
    assert {"1.5", "15.0", "21.4"} <= set(texts(drawing.figure))
    assert min(trace.y[0] for trace in drawing.figure.data) > drawing.figure.layout.yaxis.range[0] == 0


def test_among_lines_only_what_is_known_for_one_year_is_a_bar():
    panel = join_panels([ind.get(id, "RUS") for id in ("gdp", "digital-economy-turnover-ratio-to-2019")])
    drawing = draw_chart(panel, View(areas=("RUS",)))
    assert {trace.type for trace in drawing.figure.data} == {"scatter", "bar"}
    name = panel.indicators[1].name
    assert drawing.remarks[-1] == messages.BARS_OF_ONE_PERIOD.format(plots=f"{name} (2023)")
    assert drawing.figure.layout.xaxis2.ticktext == ("2023",)


def test_plots_left_out_are_counted_in_the_subtitle():
    panel = ind.get("inflation", "", "2000..2024")
    drawing = draw_chart(panel, View(("inflation",), chart="multiples"))
    assert re.match(r"24 of \d+ countries and groups · 2000–2024", drawing.subtitle)


def test_below_small_plots_of_one_country_its_publishers_are_named():
    panel = ind.get("digital-economy-turnover~online-retail-sales~inflation", "RUS")
    named = legend(draw_small_multiples(panel).figure)
    assert "◆ RAEC" in named
    assert not any("Russia" in name and "IT Russia" not in name and "Government" not in name for name in named)
    assert not any("World Bank" in name for name in named)  # alone in its plot, which has its name
    assert len(set(named)) == len(named)


def test_below_small_plots_of_several_countries_rivals_are_named_with_their_country():
    panel = ind.get("digital-economy-turnover~inflation", "RUS~CHN", "2015..2025")
    named = [name[2:] for name in legend(draw_small_multiples(panel, Look(order=("RUS", "CHN"))).figure)]
    assert {"Russia, RAEC", "Russia, IT Russia", "Russia", "China"} <= set(named)
    assert len(set(named)) == len(named)


def test_rival_bars_in_a_small_plot_are_distinct():
    panel = ind.get("digital-economy-turnover~online-retail-sales~inflation", "RUS", "2024")
    figure = draw_small_multiples(panel).figure
    first = [trace for trace in figure.data if trace.yaxis == "y"]
    assert len({trace.marker.pattern.shape for trace in first}) == len(first) == 2
    assert {"■ IT Russia", "▦ RAEC", "▨ AKIT"} <= set(legend(figure))  # AKIT's is a forecast
