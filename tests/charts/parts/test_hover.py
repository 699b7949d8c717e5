"""What a point says of its time, whether its texts are written here or by the browser."""

import pytest

import indicators as ind
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.panel_rows import Rows


@pytest.mark.parametrize(
    ("indicator", "area", "time", "label", "in_browser"),
    [
        ("policy-rate", "USA", "2024-03", "March 2024", "%{x|%B %Y}"),
        ("house-prices", "USA", "2024-Q1", "Q1 2024", "%{text}"),
        ("exchange-rate-bank-of-russia", "USA", "2024-03-05", "5 March 2024", "%{x|%-d %B %Y}"),
        ("gdp", "USA", "2024", "2024", "%{x}"),
        ("gdp-per-capita-maddison", "ITA", "0001", "1", "%{x}"),
    ],
)
def test_a_point_names_its_period_and_never_the_day_it_is_drawn_at(indicator, area, time, label, in_browser):
    panel = ind.get(indicator, area, time)
    rows = Rows.of(panel.frame)
    hover = Hover.of(panel, "en")
    assert hover.write_texts(rows, "Name")["text"][0].startswith(f"{label}<br>")
    many = Hover(hover.sources, "", "", "en", has_many=True, is_annual=hover.is_annual)
    spec = many.write_texts(rows, "Name", heading="%")
    assert f"{in_browser}<br>" in spec["hovertemplate"]
    assert ("text" in spec) == (in_browser == "%{text}")
    if "text" in spec:
        assert spec["text"] == [label]


def test_a_year_beside_months_is_named_as_a_year_though_the_axis_has_days():
    panel = ind.get("inflation~inflation-hicp", "EMU", "2020..2024")
    hover = Hover.of(panel, "en")
    many = Hover(hover.sources, "", "", "en", has_many=True, is_annual=hover.is_annual)
    years = Rows.of(panel.frame[panel.frame["frequency"] == "A"])
    spec = many.write_texts(years, "Name", heading="%")
    assert spec["text"] == ["2020", "2021", "2022", "2023", "2024"]
    assert "%{text}<br>" in spec["hovertemplate"]
