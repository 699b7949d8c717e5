"""Every page is listed once, none breaks on a hostile address, and each follows any other."""

from urllib.parse import parse_qsl

import pytest

from indicators.files import read_embedded_catalogue
from indicators.ui import loaders
from indicators.ui.components.below_chart import note_coverage
from indicators.ui.messages import exploration
from indicators.ui.pages import PAGES
from indicators.view import View

HOSTILE = [
    {"country": "~~~"}, {"country": "RUS~XXX~'; DROP TABLE x;--"}, {"time": "9999..0"}, {"time": "1e308..-5"},
    {"indicators": "<script>alert(1)</script>"}, {"tab": "../../etc/passwd"}, {"yScale": "log", "country": "RUS"},
    {"unit": "billion banana"}, {"country": "Я" * 4000}, {"asOf": "\x00"}, {"indicators": "gdp~" * 300},
    {"indicators": "inflation", "yScale": "log", "time": "latest"}, {"time": "1700..1701"}, {"asOf": "1900-01-01"},
]  # fmt: skip


def test_every_script_is_a_page_and_every_page_a_script():
    folder = PAGES[0].script.parent
    assert {entry.script for entry in PAGES} == set(folder.glob("[!_]*.py"))
    assert len({entry.title for entry in PAGES}) == len(PAGES)


@pytest.mark.parametrize("parameters", HOSTILE, ids=[f"address {number}" for number in range(len(HOSTILE))])
def test_no_address_breaks_explore(explore, parameters):
    explore(parameters)


@pytest.mark.parametrize("parameters", [{"country": "RUS~XXX~'; DROP--", "unit": "banana"}, {"country": "Я" * 4000}])
def test_no_address_breaks_home(open_page, parameters):
    open_page("overview", parameters)


def test_pages_follow_one_another_in_one_session(open_page):
    app = open_page()
    for entry in (*PAGES[1:], PAGES[0]):
        assert not app.switch_page(str(entry.script)).run().exception


def test_sources_list_every_dataset_and_open_one(open_page, read_grids, read_text):
    datasets = read_embedded_catalogue().datasets
    (table,) = read_grids(open_page("sources"))
    assert len(table) == len(datasets)
    known = dict(zip(table["Dataset"], table["Years"], strict=True))
    assert known["World Development Indicators"] == "1960–2025"
    opened = next(dataset for dataset in datasets if dataset.origins and dataset.origins[0].sha256)
    assert opened.origins[0].sha256 in read_text(open_page("sources", f"dataset={opened.id}"))


def test_explore_shows_what_the_address_asks_for(explore, find_control):
    app = explore("indicators=inflation&country=RUS~CHN&time=2000..2020")
    assert find_control(app, "multiselect", "indicators").value == ["inflation"]
    assert find_control(app, "multiselect", "areas").value == ["RUS", "CHN"]
    assert find_control(app, "slider", "years").value == (2000, 2020)


def test_a_control_changes_the_address_and_the_chart(explore, find_control, read_text):
    app = explore("indicators=gdp&country=RUS")
    find_control(app, "multiselect", "areas").select("CHN").run()
    assert app.query_params["country"] == "RUS~CHN"
    find_control(app, "slider", "years").set_value((2000, 2010)).run()
    assert app.query_params["time"] == "2000..2010"
    assert "Russia and China · 2000–2010" in read_text(app)
    assert not app.exception


def test_choosing_no_country_says_what_to_do(explore, find_control, read_text):
    app = explore("indicators=gdp&country=RUS")
    find_control(app, "multiselect", "areas").set_value([]).run()
    assert exploration.CHOOSE_COUNTRY in read_text(app)


def test_an_empty_chart_names_the_countries_with_data(explore, press, read_text):
    app = explore("indicators=digital-economy-turnover&country=CHN")
    assert "no data for China" in read_text(app)
    press(app, exploration.SHOW_COUNTRIES.format(countries="Russia"))
    assert app.get("plotly_chart")


def test_explore_converts_at_the_rule_of_the_address(explore, find_control, read_text):
    app = explore("indicators=gdp&country=RUS&unit=EUR&rate=average&time=2000..2024")
    assert "trillion EUR at annual average rates" in read_text(app)
    assert find_control(app, "selectbox", "unit").value == "EUR"


def test_explore_shows_what_other_rules_would_give(explore, read_grids):
    app = explore("indicators=gdp-per-capita&country=RUS&unit=EUR&time=2000..2024", opened=["gdp-per-capita rules"])
    rules = read_grids(app)[-1]
    assert len(rules) == 3
    assert rules[exploration.COLUMN_RESULT].str.endswith("EUR per person").tolist() == [True, True, False]


def test_explore_shows_constant_prices(explore, read_text):
    assert "EUR, constant 2015 prices" in read_text(explore("indicators=gdp&country=TUR&unit=EUR&prices=2015"))


def test_another_indicator_keeps_no_currency_that_it_cannot_have(explore, find_control):
    app = explore("indicators=gdp&country=RUS&unit=EUR")
    find_control(app, "multiselect", "indicators").set_value(["inflation"]).run()
    assert "unit" not in app.query_params
    assert app.get("plotly_chart")


@pytest.mark.parametrize(("indicator", "unit"), [("inflation", "USD"), ("gdp", "persons")])
def test_explore_refuses_a_unit_that_does_not_apply_and_offers_the_data_as_published(explore, indicator, unit):
    app = explore(f"indicators={indicator}&country=RUS&unit={unit}&rate=end")
    assert not app.get("plotly_chart")
    next(button for button in app.button if str(button.key).startswith(f"{indicator} offer")).click().run()
    assert "unit" not in app.query_params
    assert app.get("plotly_chart")


def note_lengths(address):
    """What Explore says below a chart about the length of the countries' data."""
    view, _ = View.from_address(dict(parse_qsl(address)), loaders.get_catalogue())
    view = view if "time=" in address else view.with_(time=loaders.load_default_time(view))
    return note_coverage(view, view.request, loaders.load_figures(view.request))


@pytest.mark.parametrize(
    ("address", "country", "year"),
    [
        ("indicators=exchange-rate-imf&country=VEN~RUS&time=1990..2024", "Venezuela", "2017"),
        ("indicators=gdp&country=RUS~USA", "Russia", "1988"),
        ("indicators=inflation&country=VEN", "Venezuela", "2016"),
        ("indicators=gdp&country=RUS~USA&tab=table", "Russia", "1988"),
        ("indicators=gdp&country=RUS~USA&tab=table&chart=ranking", "Russia", "1988"),
    ],
)
def test_a_line_that_begins_late_or_ends_early_says_so(address, country, year):
    assert len([note for note in note_lengths(address) if country in note and year in note]) == 1


@pytest.mark.parametrize(
    "time",
    ["time=latest", "time=1990..2024", "chart=ranking", "chart=slope", "time=2020", "asOf=2026-07-02&time=1990..2025"],
)
def test_nothing_is_said_of_the_length_of_lines_that_are_complete(time):
    assert not [note for note in note_lengths(f"indicators=gdp&country=RUS~USA&{time}") if "1988" in note]


def test_the_length_of_lines_is_said_below_lines_and_not_below_a_map(explore, read_text):
    assert "1988" in read_text(explore("indicators=gdp&country=RUS~USA"))
    assert "1988" not in read_text(explore("indicators=gdp&country=RUS~USA&tab=map"))
