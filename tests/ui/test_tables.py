"""The pages Countries and Compare."""

import pytest

import indicators as ind


@pytest.mark.parametrize("address", ["", "country=DEU&among=EU", "country=TUV&among=WLD", "country=EUU&among=none"])
def test_a_country_has_its_figures_by_topic(open_page, address):
    page = open_page("countries", address)
    assert len(page.dataframe) >= 3
    assert page.metric
    assert len(page.get("download_button")) == 3


def test_the_address_names_the_country_in_any_spelling(open_page):
    page = open_page("countries", "country=Germany")
    assert page.query_params["country"] == "DEU"
    assert any("Germany" in one.value for one in page.markdown)


def test_a_name_that_is_no_country_is_said(open_page):
    page = open_page("countries", "country=Atlantis")
    assert any("Atlantis" in one.value for one in page.warning)


def test_the_page_has_the_figures_of_the_library(open_page):
    page = open_page("countries", "country=CHN&among=none")
    shown = {row.split("#")[-1] for table in page.dataframe for row in table.value["Indicator"]}
    profile = ind.country("CHN", among="")
    assert sum(len(table.value) for table in page.dataframe) == len(profile)
    assert len(shown) > 20


def test_a_comparison_has_a_column_for_each_country_and_says_its_period(open_page):
    page = open_page("compare", "indicators=gdp~inflation&country=RUS~CHN&time=2020&unit=EUR")
    table = page.dataframe[0].value
    assert list(table.columns) == ["Indicator", "Russia", "China", "When", "Publisher"]
    assert table["When"].tolist() == ["2020", "2020"]
    assert "EUR" in table["Russia"][0]


@pytest.mark.parametrize("address", ["indicators=~&country=RUS", "indicators=gdp&country=~"])
def test_nothing_to_compare_is_said(open_page, address):
    page = open_page("compare", address)
    assert page.info
    assert not page.dataframe


def test_a_unit_that_is_none_is_said_and_ignored(open_page):
    page = open_page("compare", "indicators=gdp&country=RUS&unit=bananas")
    assert any("bananas" in one.value for one in page.warning)
    assert "USD" in page.dataframe[0].value["Russia"][0]
