"""The axis of time has few ticks, each a period that people name, where the values are."""

from dataclasses import replace

import pytest

import indicators as ind
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import make_timeline
from indicators.charts.style import DEFAULT_LOOK


def timeline(indicator, area, time, *, narrow=False):
    rows = Rows.of(ind.get(indicator, area, time).frame)
    return rows, make_timeline(rows, replace(DEFAULT_LOOK, narrow=narrow))


@pytest.mark.parametrize(
    ("indicator", "area", "time", "texts"),
    [
        ("policy-rate", "USA", "2024-03", ["Mar 2024"]),
        ("policy-rate", "USA", "2024-03..2024-04", ["Mar 2024", "Apr 2024"]),
        ("policy-rate", "USA", "2023-11..2024-04",
         ["Nov 2023", "Dec 2023", "Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024"]),
        ("house-prices", "USA", "2024-Q1", ["Q1 2024"]),
        ("house-prices", "USA", "2023-Q4..2024-Q2", ["Q4 2023", "Q1 2024", "Q2 2024"]),
        ("house-prices", "USA", "1990..2025", ["1990", "2000", "2010", "2020", "Q4 2025"]),
        ("policy-rate", "USA", "1990..2025", ["1990", "2000", "2010", "2020", "Dec 2025"]),
        ("gdp-per-capita-maddison", "ITA", "0001..2022", ["1", "500", "1000", "1500", "2022"]),
        ("internet-users", "RUS~CHN", "", ["Jan 2025", "Jul 2025", "Jan 2026", "2026"]),
        ("inflation~inflation-hicp", "EMU", "2017..2024", ["2018", "2020", "2022", "2024", "Dec 2024"]),
    ],
)  # fmt: skip
def test_ticks_are_the_periods_of_the_series_or_years(indicator, area, time, texts):
    _, line = timeline(indicator, area, time)
    assert list(line.tick_texts) == texts


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("time", ["2024-01..2024-04", "2023..2024", "2010..2024", "1960..2024"])
@pytest.mark.parametrize("indicator", ["policy-rate", "house-prices", "policy-rate~house-prices~inflation"])
def test_ticks_are_few_and_on_the_axis_and_those_of_short_periods_at_a_value(indicator, time, narrow):
    rows, line = timeline(indicator, "USA", time, narrow=narrow)
    assert 1 <= len(line.ticks) <= (4 if narrow else 6)
    assert all(line.low <= tick <= line.high for tick in line.ticks)
    places = set(line.locate_rows(rows))
    assert line.ticks[-1] == max(places), "the last period has a tick"
    if not any(text.isdigit() for text in line.tick_texts):
        assert set(line.ticks) <= places


def test_a_year_is_drawn_in_its_middle_beside_its_months():
    rows, line = timeline("inflation~inflation-hicp", "EMU", "2024")
    places = dict(zip(rows["period"], line.locate_rows(rows), strict=True))
    assert places["2024-06"] < places["2024"] < places["2024-07"]
