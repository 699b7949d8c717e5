"""Tables of periods down and series across, as on the page and in print."""

import math

import pytest

import indicators as ind
from indicators.exports.value_grids import list_columns, make_value_grid
from indicators.model.formatting import MINUS


def read(text):
    return float(text.replace(",", "").replace(MINUS, "-"))


@pytest.mark.parametrize("order", [("CHN", "RUS"), ("RUS", "CHN")])
def test_each_value_is_there_in_the_order_chosen_the_newest_first(order):
    panel = ind.get("gdp-growth", "~".join(order), time="2008..2012")
    grid = make_value_grid(panel, list_columns(panel, order))
    assert grid.heads == tuple({"RUS": "Russia", "CHN": "China"}[code] for code in order)
    assert grid.periods == ("2012", "2011", "2010", "2009", "2008")
    values = panel.frame.set_index(["code", "period"])["value"]
    for period, cells in zip(grid.periods, grid.rows, strict=True):
        for code, cell in zip(order, cells, strict=True):
            assert math.isclose(read(cell), values[code, period], abs_tol=0.005)


def test_what_all_series_share_is_said_once():
    panel = ind.get("gdp-growth-weo", "USA~JPN", time="2023..2027")
    notes = " ".join(make_value_grid(panel, list_columns(panel)).notes)
    assert notes.count("2027") == 1
    assert "IMF" in notes
