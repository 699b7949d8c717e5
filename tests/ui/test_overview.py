"""Home: search, figures at a glance, and the figures of the article with their verdicts."""

from urllib.parse import unquote

import pytest

import indicators as ind
from indicators.ui.components.figure_tables import make_glance
from indicators.ui.messages import tables


@pytest.fixture(scope="module")
def search(open_page):
    """Search on Home, always on the same page."""
    page = open_page()

    def search(words):
        page.text_input[0].set_value(words).run()
        return page

    return search


@pytest.mark.parametrize(
    ("words", "found"),
    [("inflation", "Inflation"), ("germany", "Germany"), ("ВВП", "GDP"), ("BIS", "BIS"), ("qqqqqq", "qqqqqq")],
)
def test_one_box_finds_figures_countries_and_sources(search, words, found):
    page = search(words)
    labels = [link.proto.label for link in page.get("page_link")] + [one.value for one in page.caption]
    assert any(found in label for label in labels)


def test_a_search_with_a_country_answers_with_its_figure(search):
    first = search("poland gdp 2023").get("page_link")[0].proto
    value = ind.get("gdp", "POL", "2023").frame["value"].iloc[0]
    assert f"{value / 1e9:.0f} billion USD" in first.label
    assert "Poland" in first.label
    assert "country=POL" in first.query_string


def test_a_search_for_a_ranking_answers_with_its_first_countries(search):
    first = search("lowest gdp per capita in the g7 2023").get("page_link")[0].proto
    values = ind.get("gdp-per-capita", "G7", "2023").frame.sort_values("value")
    assert f"1. {values['entity'].iloc[0]} {values['value'].iloc[0]:,.0f}" in first.label
    assert f"country={'~'.join(values['code'])}" in unquote(first.query_string)
    assert "chart=ranking" in first.query_string


@pytest.mark.parametrize(("words", "first"), [("inflation", "Inflation"), ("GDP", "GDP"), ("Georgia", "Georgia")])
def test_what_is_called_exactly_so_comes_first(search, words, first):
    assert search(words).get("page_link")[0].proto.label.split(" :gray")[0] == first


def test_the_countries_at_a_glance_are_those_of_the_address(open_page, read_grids):
    assert {"Russia", "China"} <= set(read_grids(open_page())[0].columns)
    table = read_grids(open_page("overview", "country=DEU"))[0]
    assert "Germany" in table.columns
    assert "Russia" not in table.columns
    assert len(table) >= 8


def test_a_row_shows_the_later_figures_and_the_forecast_of_a_publisher_that_has_one():
    rows = [("gdp-growth", "gdp-growth-weo"), ("population",)]
    table = ind.compare([id for ids in rows for id in ids], ["RUS", "NZL"])
    grid = make_glance(table, ["RUS", "NZL"], rows)
    growth, people = grid.sections[0].rows
    own, other = (table.find(id, "RUS")[0] for id in rows[0])
    assert own.year > other.year
    assert growth[0].text == "GDP growth"
    expected = next(one for one in other.forecasts if int(one.period) > own.year)
    assert growth[1].below.startswith(own.latest.period)
    assert growth[1].below.endswith(f"{expected.value:.1f}%")
    assert people[0].below.startswith("million persons ")
    assert "IMF" in growth[1].below
    assert "IMF" not in people[1].below


def test_a_country_without_figures_has_dashes(open_page, read_grids):
    table = read_grids(open_page("overview", "country=RUS~VAT"))[0]
    assert len(table) >= 8
    assert tables.MISSING in set(table["Vatican City"])


def test_choosing_countries_goes_into_the_address(open_page, read_grids):
    page = open_page()
    page.multiselect[0].set_value(["USA"]).run()
    assert page.query_params["country"] == "USA"
    assert "United States" in read_grids(page)[0].columns
    assert tables.OPEN_IN_COMPARE in [link.proto.label for link in page.get("page_link")]


def test_the_overview_shows_the_headline_figures_each_with_its_verdicts_and_their_reasons(open_page, read_text):
    text = read_text(open_page())
    for part in (
        "24 trillion RUB", "about 287 billion USD", "+40%", "+37%", "80%", "1,700 companies", "154 countries",
        "17.14 trillion RUB", "16.4 trillion RUB", "83.6118 RUB per USD", "31.5 to 32.5 trillion RUB",
        "[Government of Russia (2024)](https://tass.ru/", "value added",
    ):  # fmt: skip
        assert part in text


def test_the_chart_of_the_overview_is_drawn_in_dollars(open_page, read_text):
    assert "Online economy of Russia, billion USD at annual average rates" in read_text(
        open_page("overview", "unit=USD&rate=average")
    )
