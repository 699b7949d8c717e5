"""A slope has two ends, and names what has no line and why."""

import indicators as ind
from indicators.charts import messages
from indicators.charts.style import Look
from indicators.charts.types.slope import draw_slope_chart

FIVE = ("RUS", "CHN", "USA", "DEU", "IND")


def test_a_slope_has_two_ends_with_a_value_each(gdp, texts):
    chart = draw_slope_chart(gdp, Look(order=FIVE))
    assert chart.when == messages.TWO_PERIODS.format(first="2000", last="2025")
    assert all(len(trace.x) == 2 for trace in chart.figure.data)
    assert {"Russia 2.6", "0.3"} <= set(texts(chart.figure))


def test_a_slope_distinguishes_missing_values_from_missing_space():
    remarks = draw_slope_chart(ind.get("gdp-per-capita", "", "1990..2024"), Look(order=("RUS",))).remarks
    missing, crowded = messages.NOT_BOTH_ENDS, messages.NO_SPACE_FOR
    assert remarks[0].startswith(missing.format(first="1990", last="2024", areas="").removesuffix("."))
    assert remarks[1].startswith(crowded.format(most=20, areas="").removesuffix("."))
