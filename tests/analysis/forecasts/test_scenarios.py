"""A user's scenario: growth typed in, levels that follow, marked as the user's and kept in every spelling."""

import pytest

import indicators as ind
from indicators.analysis.forecasts.scenarios import SCENARIO, SCENARIO_NAME, parse_growth_path
from indicators.errors import UsageError
from indicators.exports.extract import Extract
from indicators.exports.formats import find_format
from indicators.exports.saving import render
from indicators.files import read_embedded_catalogue
from indicators.view import View
from indicators.view.getting import get_panel

PATH = "2026:2~2027..2028:-1~CHN:2027:5"


def theirs(panel):
    return panel.frame[panel.frame["dataset"] == SCENARIO].set_index(["code", "period"])["value"]


def test_levels_follow_from_the_last_actual_value_and_a_path_of_ones_own_country_comes_first():
    panel = ind.get("gdp", "RUS~CHN", "2025..2030", scenario=PATH)
    last = panel.frame[panel.frame["period"] == "2025"].set_index("code")["value"]
    found = theirs(panel)
    assert found["RUS", "2026"] == pytest.approx(last["RUS"] * 1.02)
    assert found["RUS", "2028"] == pytest.approx(last["RUS"] * 1.02 * 0.99**2)
    assert found["CHN", "2027"] == pytest.approx(last["CHN"] * 1.02 * 1.05)
    assert len(found) == 6
    rows = panel.frame[panel.frame["dataset"] == SCENARIO]
    assert set(rows["status"]) == {"F"}
    assert set(rows["publisher"]) == {SCENARIO_NAME}
    assert SCENARIO in {origin.id for origin in panel.origins}
    assert any(PATH in step.sentence for step in panel.steps)


def test_a_converted_level_and_bands_of_forecasts_are_beside_it():
    panel = ind.get("gdp-growth-weo", "RUS", "2024..2027", scenario="2025..2026:3", bands=80)
    assert theirs(panel).tolist() == [3.0, 3.0]
    rows = panel.frame[panel.frame["dataset"] == SCENARIO]
    assert rows["upper_80"].isna().all()
    euros = ind.get("gdp", "RUS", "2025..2026", unit="EUR", rate="2025-06-30", scenario="2026:10")
    actual = euros.frame.set_index("period").loc["2025", "value"]
    assert theirs(euros).tolist() == [pytest.approx(actual * 1.1)]


def test_a_path_that_begins_later_starts_from_the_publisher_s_forecast_for_the_year_before():
    panel = ind.get("gdp-weo", "IRL", "2020..2030", scenario="2027..2028:10")
    forecast = panel.frame[(panel.frame["dataset"] != SCENARIO) & (panel.frame["period"] == "2026")].iloc[0]
    assert forecast["status"] == "F"
    assert theirs(panel).tolist() == pytest.approx([forecast["value"] * 1.1, forecast["value"] * 1.21])
    assert theirs(ind.get("gdp-growth-weo", "RUS", "2020..2030", scenario="2026..2027:3")).tolist() == [3.0, 3.0]


@pytest.mark.parametrize(
    ("indicator", "options"),
    [("inflation", {}), ("gdp", {"transform": "pc1"}), ("gdp", {"scenario": "2040:2"}), ("gdp", {"per": "person"})],
)
def test_where_nothing_follows_a_step_says_why(indicator, options):
    panel = ind.get(indicator, "RUS", "2020..2030", **({"scenario": "2026:2"} | options))
    assert theirs(panel).empty
    assert any(step.name == SCENARIO for step in panel.steps)


@pytest.mark.parametrize(
    "text", ["2", "2026", "2026:two", "2028..2026:1", "2026:-100", "XYZ:2026:1", "1:2:3", "2026..:2"]
)
def test_what_is_no_path_is_refused(text):
    with pytest.raises(UsageError):
        ind.get("gdp", "RUS", scenario=text)


@pytest.mark.parametrize("text", ["2026:2.50", "2026: +2.5%", "RUS:2026..2030:-1", "2026:\N{MINUS SIGN}3"])
def test_a_path_is_read_with_signs_and_percent(text):
    assert parse_growth_path(text).growth in (2.5, -1, -3)


@pytest.mark.parametrize("format", ["csv", "wide", "xlsx", "json", "sdmx-csv", "zip", "html"])
def test_files_have_it_under_its_name(format):
    texts = {"indicators": "gdp", "areas": "RUS", "time": "2024..2026", "scenario": "2026:2"}
    view = View.from_texts(texts, read_embedded_catalogue())
    content = render(Extract(get_panel(view), view), find_format(format))
    assert format in ("xlsx", "zip") or SCENARIO_NAME.encode() in content
