"""Explore and the editions of an outlook: one of them, past forecasts, their record, and revisions since."""

import json

from indicators.charts import messages as charts
from indicators.ui.messages import exploration as messages

OPENED = ("more",)
EXPANDERS = {"record": "gdp-growth-weo scored", "revisions": "gdp-growth-weo since"}


def test_the_record_of_forecasts_is_below_the_chart_and_one_click_draws_past_forecasts(explore, read_text):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN", opened=[EXPANDERS["record"]])
    (table,) = [frame.value for frame in app.dataframe]
    assert set(table[messages.COLUMN_COUNTRY]) == {"Russia", "China"}
    assert table.shape[1] == 8
    app.button(key="gdp-growth-weo editions").click().run()
    assert app.query_params["everyVintage"] == "true"
    assert "one edition a year" in read_text(app)
    assert len(app.get("plotly_chart")) == 2
    assert not app.exception


def test_the_record_can_be_of_the_first_figures_of_one_season_and_beside_naive_forecasts(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS", opened=[EXPANDERS["record"]])
    newest = app.dataframe[0].value
    app.get("segmented_control")[-2].set_value("first").run()
    first = app.dataframe[0].value
    assert not first.equals(newest)
    app.get("segmented_control")[-1].set_value("spring").run()
    assert (app.dataframe[0].value["Forecasts"].astype(int) < first["Forecasts"].astype(int)).all()
    app.toggle(key="gdp-growth-weo naive").set_value(True).run()
    assert {"AR(1)", "Drift"} < set(app.dataframe[1].value["Naive forecast"])


def test_forecasts_stand_side_by_side_with_naive_ones_where_that_is_asked_for(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN", opened=["gdp-growth-weo forecasters"])
    assert set(app.dataframe[0].value["Forecaster"]) == {"IMF"}
    app.toggle(key="gdp-growth-weo add naive").set_value(True).run()
    assert "AR(1) (naive)" in set(app.dataframe[0].value["Forecaster"])
    assert not app.exception


def test_revisions_are_shown_as_a_path_a_heat_map_a_triangle_and_averages(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS", opened=["gdp-growth-weo history"])
    assert len(app.get("plotly_chart")) == 2
    ways = app.get("segmented_control")[-1]
    ways.set_value("table").run()
    assert "2024" in app.dataframe[0].value.columns
    app.get("segmented_control")[-1].set_value("averages").run()
    assert len(app.dataframe) == 2
    assert not app.exception


def count_fans(app):
    return sum(trace.get("fill") == "toself" for trace in json.loads(app.get("plotly_chart")[0].proto.spec)["data"])


def test_bands_are_drawn_by_default_for_forecasts_with_a_record_and_can_be_switched_off(explore, find_control):
    app = explore("indicators=gdp-growth-weo&country=RUS", opened=OPENED)
    assert count_fans(app) == 2
    assert "bands" not in app.query_params
    find_control(app, "toggle", "bands").set_value(False).run()
    assert app.query_params["bands"] == "0"
    assert count_fans(app) == 0
    find_control(app, "toggle", "bands").set_value(True).run()
    assert count_fans(app) == 2
    assert count_fans(explore("indicators=gdp&country=RUS")) == 0
    assert count_fans(explore("indicators=gdp-growth-weo&country=RUS~CHN~DEU~IND")) == 0  # they would cover each other


def test_only_series_that_were_revised_are_offered_and_the_first_is_drawn(explore):
    app = explore("indicators=digital-economy-growth&country=RUS", opened=["digital-economy-growth history"])
    (series,) = (one for one in app.selectbox if one.key == "digital-economy-growth history series")
    assert series.options == ["Russia, Digital economy growth, RAEC"]
    assert len(app.get("plotly_chart")) == 2


def test_a_scenario_is_typed_in_and_kept_in_the_address(explore, read_text, find_control):
    app = explore("indicators=gdp&country=RUS", opened=OPENED)
    find_control(app, "text_input", "scenario").set_value("2026: 2.5, 2027..2030: 3").run()
    assert app.query_params["scenario"] == "2026:2.5~2027..2030:3"
    assert "Your scenario" in read_text(app)
    find_control(app, "text_input", "scenario").set_value("2045: 2").run()
    assert "no effect" in read_text(app)
    find_control(app, "text_input", "scenario").set_value("two percent").run()
    assert "scenario" not in app.query_params
    assert not app.exception


def test_data_without_editions_have_no_record_of_forecasts(explore):
    app = explore("indicators=gdp&country=RUS", opened=OPENED)
    assert all(expander.label != messages.FORECAST_RECORD for expander in app.expander)
    assert all(toggle.key != "control every_vintage" for toggle in app.toggle)


def test_past_forecasts_in_another_chart_are_refused_and_the_lines_keep_the_countries_of_the_page(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN&everyVintage=true&chart=bar")
    assert not app.get("plotly_chart")
    app.button(key=f"gdp-growth-weo~RUS~CHN offer {charts.OFFER_LINES}").click().run()
    assert app.query_params["country"] == "RUS~CHN"
    assert len(app.get("plotly_chart")) == 2


def test_a_view_pinned_to_a_date_says_what_was_revised_since_and_lists_it(explore):
    address = "indicators=gdp-growth-weo&country=RUS~CHN&time=2008..2016&asOf=2015-05-01"
    app = explore(address, opened=[EXPANDERS["revisions"]])
    (box,) = app.info
    assert "1 May 2015" in box.value
    assert "18" in box.value
    table = app.dataframe[0].value
    assert len(table) == 18
    assert messages.REVISION_KINDS["actual"] in set(table[messages.COLUMN_CHANGE])


def test_an_edition_is_compared_with_what_is_known_now_of_the_same_years_only(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS&vintage=2015-04", opened=[EXPANDERS["revisions"]])
    (box,) = app.info
    assert "April 2015" in box.value
    assert messages.REVISION_KINDS["new"] not in set(app.dataframe[0].value[messages.COLUMN_CHANGE])


def test_one_edition_is_chosen_from_those_there_are_and_left_again(explore, read_text, find_control):
    app = explore("indicators=gdp-growth-weo&country=RUS", opened=OPENED)
    find_control(app, "selectbox", "vintage").set_value("2019-10").run()
    assert app.query_params["vintage"] == "2019-10"
    assert "October 2019" in read_text(app)
    assert "October 2024" in find_control(app, "selectbox", "vintage").options
    find_control(app, "selectbox", "vintage").set_value("").run()
    assert "vintage" not in app.query_params


def test_an_edition_that_does_not_exist_stays_in_the_address(explore, find_control):
    app = explore("indicators=gdp-growth-weo&country=RUS&vintage=2019", opened=OPENED)
    assert find_control(app, "selectbox", "vintage").value == "2019"


def test_bands_that_the_page_adds_are_never_called_useless(explore, read_text):
    assert "no effect" not in read_text(explore("indicators=gdp-growth-weo&country=RUS&time=2000..2010"))
