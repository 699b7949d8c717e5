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


def test_compare_picks_series_by_sex(open_page, find_control, read_grids):
    app = open_page("compare", "indicators=youth-unemployment&country=RUS~DEU&sex=F~M")
    assert len(read_grids(app)[0]) == 2
    find_control(app, "multiselect", "sex").set_value(["F"]).run()
    assert app.query_params["sex"] == "F"
    (table,) = read_grids(app)
    assert "women" in table["Indicator"].item()
    assert "sex=F" in table.attrs["links"][0]


def test_the_page_of_a_country_picks_series_by_sex(open_page, read_grids):
    app = open_page("countries", "country=RUS", opened=["series of all"])
    app.multiselect(key="series sex").set_value(["F"]).run()
    assert app.query_params["sex"] == "F"
    names = read_grids(app)[0]["Indicator"].tolist()
    assert any("women" in name for name in names)
    assert not any(" men" in name for name in names)
    assert "Population" in names
    app.multiselect(key="series sex").set_value([]).run()
    assert "sex" not in app.query_params


def test_a_code_that_is_none_is_said(open_page):
    assert any("cats" in one.value for one in open_page("countries", "country=RUS&sex=cats").warning)
