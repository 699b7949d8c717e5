"""The control of each dimension: it shows the series, changes the address and goes with its indicator."""


def test_a_control_picks_series_by_sex_and_stays_with_its_indicator(explore, find_control):
    app = explore("indicators=youth-unemployment&country=RUS")
    control = find_control(app, "multiselect", "sex")
    assert control.value == ["F", "M"]
    control.set_value(["F"]).run()
    assert app.query_params["sex"] == "F"
    find_control(app, "multiselect", "indicators").set_value(["gdp"]).run()
    assert "sex" not in app.query_params
    assert not [one for one in app.multiselect if one.key == "control sex"]


def test_a_code_of_women_picks_women(explore, find_control):
    app = explore("indicators=gdp&country=RUS")
    find_control(app, "multiselect", "indicators").set_value(["SL.UEM.1524.FE.ZS"]).run()
    assert app.query_params["indicators"] == "youth-unemployment"
    assert app.query_params["sex"] == "F"
