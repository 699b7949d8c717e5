"""Charts of revisions: a heat map of a triangle, and the path of one period."""

import numpy as np
import pytest

import indicators as ind
from indicators.charts.revision_charts import draw_revision_path, draw_triangle
from indicators.charts.style import Look


@pytest.fixture(scope="module")
def history():
    return ind.revisions("gdp-growth-weo", "RUS", "2018..2022")


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_cell_is_coloured_by_its_difference_from_the_newest_figure(history, ground):
    chart = draw_triangle(history.series[0], "Russia, growth", Look(ground))
    (trace,) = chart.figure.data
    shown = np.array(trace.z, dtype=float)
    assert shown.shape[1] == 5
    assert np.nansum(shown[-1]) == 0  # the newest edition is where all others lead
    assert trace.zmid == 0
    assert "5 periods" in chart.alternative_text


def test_the_path_has_a_point_for_each_edition_and_hollow_ones_for_forecasts(history):
    path = history.trace_path("2022")
    (trace,) = draw_revision_path(path, "Russia, growth").figure.data
    assert list(trace.y) == path["value"].tolist()
    is_forecast = (path["status"] == "F").tolist()
    assert len({fill for fill, is_one in zip(trace.marker.color, is_forecast, strict=True) if is_one}) == 1
    assert trace.marker.color[0] != trace.marker.color[-1]
