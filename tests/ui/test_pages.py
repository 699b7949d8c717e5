from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
HOSTILE = [
    {"country": "~~~"}, {"country": "RUS~XXX~'; DROP TABLE x;--"}, {"time": "9999..0"}, {"time": "1e308..-5"},
    {"indicators": "<script>alert(1)</script>"}, {"tab": "../../etc/passwd"}, {"yScale": "log", "country": "RUS"},
    {"unit": "billion banana"}, {"country": "Я" * 4000}, {"asOf": "\x00"}, {"indicators": "gdp~" * 300},
    {"indicators": "inflation", "yScale": "log", "time": "latest"}, {"time": "1700..1701"}, {"asOf": "1900-01-01"},
]  # fmt: skip


def run(page="", **parameters):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    if page:
        app.switch_page(str(ROOT / "indicators/ui/pages" / page))
    assert not app.run().exception
    return app


def words(app):
    return " ".join(element.value for element in [*app.markdown, *app.caption, *app.info, *app.warning])


def test_the_overview_shows_the_headline_figures():
    text = words(run())
    for figure in (
        "24 trillion RUB",
        "about 287 billion USD",
        "+40%",
        "+37%",
        "80%",
        "1,700 companies",
        "154 countries",
    ):
        assert figure in text.replace("\\", "")


def test_sources_list_every_dataset():
    app = run("sources.py")
    assert len(app.expander) == 24


def test_explore_shows_what_the_address_asks_for():
    app = run("explore.py", indicators="inflation", country="RUS~CHN", time="2000..2020")
    assert app.multiselect(key="control What").value == ["inflation"]
    assert app.multiselect(key="control Where").value == ["RUS", "CHN"]
    assert app.slider(key="control When").value == (2000, 2020)


def test_a_control_changes_the_address_and_the_chart():
    app = run("explore.py", indicators="gdp", country="RUS")
    app.multiselect(key="control Where").select("CHN").run()
    assert app.query_params["country"] == "RUS~CHN"
    app.slider(key="control When").set_value((2000, 2010)).run()
    assert app.query_params["time"] == "2000..2010"
    assert "Russia and China · 2000–2010" in words(app)
    assert not app.exception


def test_choosing_nothing_says_what_to_do():
    app = run("explore.py", indicators="gdp", country="RUS")
    app.multiselect(key="control Where").set_value([]).run()
    assert "Choose at least one country" in words(app)


def test_an_empty_chart_says_why():
    assert "No figures" in words(run("explore.py", indicators="digital-economy-turnover", country="CHN"))


@pytest.mark.parametrize("page", ["", "explore.py"])
@pytest.mark.parametrize("parameters", HOSTILE, ids=[f"address {number}" for number in range(len(HOSTILE))])
def test_no_address_breaks_a_page(page, parameters):
    run(page, **parameters)


def test_pages_follow_one_another_in_one_session():
    app = run()
    for page in ("explore.py", "check.py", "convert.py", "add_data.py", "sources.py", "overview.py"):
        assert not app.switch_page(str(ROOT / "indicators/ui/pages" / page)).run().exception


def test_convert_shows_every_rule_for_the_sum_of_the_address():
    app = run("convert.py", amount="24e12", **{"from": "RUB"}, to="USD", year="2024", date="2025-09-29")
    sums = app.dataframe[0].value["Sum"].tolist()
    assert sums == ["259.31 billion USD", "236.04 billion USD", "287.04 billion USD", "826.64 billion USD"]
    assert "Between these rates of exchange lie 51.0 billion USD, 22%" in words(app).replace("\\", "")


def test_convert_keeps_what_was_typed_in_the_address():
    app = run("convert.py", amount="1000", **{"from": "DEM"}, to="EUR", year="1998")
    app.text_input(key="convert year").set_value("2010").run()
    said = {"amount": "1000", "from": "DEM", "to": "EUR", "year": "2010", "date": ""}
    assert dict(app.query_params) == said
    assert app.dataframe[0].value["Sum"].iloc[0] == "511.29 EUR"


def test_convert_says_in_full_why_rules_have_no_rate_each_reason_once():
    app = run("convert.py", amount="5", **{"from": "KPW"}, to="USD", year="2024", date="2024-05-01")
    assert set(app.dataframe[0].value["How"]) == {"see below"}
    assert "End of 2024 and rate of 1 May 2024: No publisher here has a daily rate of KPW." in words(app).replace(
        "\\", ""
    )


def test_an_amount_that_names_its_money_says_what_it_is_from():
    app = run("convert.py", amount="24e12", **{"from": "RUB"}, to="EUR", year="2024")
    app.text_input(key="convert amount").set_value("$287 billion").run()
    assert app.query_params["from"] == "USD"
    assert "287 billion USD in EUR" in words(app)


@pytest.mark.parametrize("amount", ["", "zz", "1e999", "<script>", "=1+1", "9" * 500])
@pytest.mark.parametrize("source", ["RUB", "RUBB", "%", "LCU", "", "<b>"])
def test_convert_says_what_it_does_not_understand(amount, source):
    app = run("convert.py", amount=amount, **{"from": source}, to="USD", year="2024")
    assert not app.exception


def test_explore_converts_at_the_rule_of_the_address():
    app = run("explore.py", indicators="gdp", country="RUS", unit="EUR", rate="average", time="2000..2024")
    assert "trillion EUR at each year's average rate" in words(app)
    assert app.selectbox(key="control Money in").value == "EUR"
    assert not app.exception


def test_explore_shows_what_other_rules_would_give():
    app = run("explore.py", indicators="gdp-per-capita", country="RUS", unit="EUR", time="2000..2024")
    app.session_state["gdp-per-capita rules"] = True
    app.run()
    rules = app.dataframe[-1].value
    assert rules["Rule"].tolist() == ["Average of 2024", "End of 2024", "Purchasing power parity of 2024"]
    assert rules["Sum"].str.endswith("EUR per person").tolist() == [True, True, False]


def test_explore_shows_constant_prices():
    app = run("explore.py", indicators="gdp", country="TUR", unit="EUR", prices="2015")
    assert "EUR at 2015 prices and the average rate of 2015" in words(app)


def test_explore_leaves_figures_that_are_no_money_as_they_are():
    app = run("explore.py", indicators="inflation", country="RUS", unit="USD", rate="end")
    assert "Inflation, %" in words(app)
    assert not app.exception


def test_explore_says_why_a_unit_does_not_apply():
    app = run("explore.py", indicators="gdp", country="RUS", unit="persons")
    assert "no unit of money" in words(app).replace("\\", "")
    assert not app.exception


def test_the_chart_of_the_overview_can_be_had_in_dollars():
    app = run(unit="USD", rate="average")
    assert "Online economy of Russia, billion USD at each year's average rate" in words(app)
    assert not app.exception


def test_each_headline_figure_bears_its_verdicts_with_the_reasoning():
    app = run()
    text = words(app).replace("\\", "")
    assert "Implies 17.14 trillion RUB for 2023; Dmitry Chernyshenko has 16.4 trillion RUB" in text
    assert "Explained by the rate of 29 September 2025 (Bank of Russia), 83.6118 RUB per USD" in text
    assert "for 2025, and that was 31.5 to 32.5 trillion RUB (RAEC)" in text
    assert "[Government of Russia (2024)](https://tass.ru/" in text
    assert "turnover is not value added" in text


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (
            {"indicators": "exchange-rate-imf", "country": "VEN~RUS", "time": "1990..2024"},
            "Figures end already in 2017 for Venezuela",
        ),
        ({"indicators": "gdp", "country": "RUS~USA"}, "Figures begin only in 1988 for Russia"),
        ({"indicators": "inflation", "country": "VEN"}, "Figures end already in 2016 for Venezuela"),
        ({"indicators": "gdp", "country": "RUS~USA", "tab": "table"}, "Figures begin only in 1988 for Russia"),
    ],
)
def test_a_line_that_begins_late_or_ends_early_says_so(parameters, said):
    assert said in words(run("explore.py", **parameters))


@pytest.mark.parametrize(
        "parameters",
    [
        {"time": "latest"}, {"time": "1990..2024"}, {"chart": "ranking"}, {"tab": "map"}, {"time": "2020"},
        {"asOf": "2026-07-02", "time": "1990..2025"},
    ],
)  # fmt: skip
def test_nothing_is_said_of_the_length_of_lines_where_none_is_short(parameters):
    assert "Figures " not in words(run("explore.py", indicators="gdp", country="RUS~USA", **parameters))
