"""Small plots side by side: what is said around them, and how rivals in one of them are told apart."""

import re

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.charts.style import Look
from indicators.charts.types.small_multiples import draw_small_multiples
from indicators.view import View


def legend(figure):
    """The entries below the plots, without their colours."""
    lines = [note.text for note in figure.layout.annotations if note.y == 0 and note.yanchor == "top"]
    return re.split(r"    ", re.sub("<[^>]+>", "", "    ".join(lines)))


def test_more_small_plots_than_are_drawn_are_counted_below_the_title():
    panel = ind.get("inflation", "", "2000..2024")
    drawing = draw_chart(panel, View(("inflation",), chart="multiples"))
    assert re.match(r"24 of \d+ countries and groups · 2000–2024", drawing.subtitle)


def test_below_small_plots_of_one_country_its_publishers_are_named():
    panel = ind.get("digital-economy-turnover~online-retail-sales~inflation", "RUS")
    named = legend(draw_small_multiples(panel).figure)
    assert "◆ RAEC" in named
    assert not any("Russia" in name and "IT Russia" not in name and "Government" not in name for name in named)
    assert not any("World Bank" in name for name in named)  # alone in its plot, which bears its name
    assert len(set(named)) == len(named)


def test_below_small_plots_of_several_countries_rivals_are_named_with_their_country():
    panel = ind.get("digital-economy-turnover~inflation", "RUS~CHN", "2015..2025")
    named = [name[2:] for name in legend(draw_small_multiples(panel, Look(order=("RUS", "CHN"))).figure)]
    assert {"Russia, RAEC", "Russia, IT Russia", "Russia", "China"} <= set(named)
    assert len(set(named)) == len(named)


def test_rival_bars_in_a_small_plot_are_told_apart():
    panel = ind.get("digital-economy-turnover~online-retail-sales~inflation", "RUS", "2024")
    figure = draw_small_multiples(panel).figure
    first = [trace for trace in figure.data if trace.yaxis == "y"]
    assert len({trace.marker.pattern.shape for trace in first}) == len(first) == 2
    assert {"■ IT Russia", "▦ RAEC", "▨ AKIT"} <= set(legend(figure))  # AKIT's is a forecast
