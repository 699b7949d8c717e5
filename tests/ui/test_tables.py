"""The pages Countries and Compare."""

from urllib.parse import unquote

import pytest

import indicators as ind
from indicators.ui.messages import tables


@pytest.mark.parametrize("address", ["", "country=DEU&among=EU", "country=TUV&among=WLD", "country=EUU&among=none"])
def test_a_country_has_its_figures_by_topic(open_page, read_grids, address):
    page = open_page("countries", address, opened=["table download"])
    (table,) = read_grids(page)
    assert len(table) >= 3
    assert page.metric
    assert len(page.get("download_button")) == 4


def test_the_address_names_the_country_in_any_spelling(open_page):
    page = open_page("countries", "country=Germany")
    assert page.query_params["country"] == "DEU"
    assert any("Germany" in one.value for one in page.markdown)


def test_a_name_that_is_no_country_is_said(open_page):
    page = open_page("countries", "country=Atlantis")
    assert any("Atlantis" in one.value for one in page.warning)


def test_the_page_has_the_figures_of_the_library(open_page, read_grids):
    (table,) = read_grids(open_page("countries", "country=CHN&among=none"))
    profile = ind.country("CHN", among="")
    assert len(table) == len(profile)
    assert tables.RANK not in table
    growth = profile.find("gdp-growth", "CHN")[0]
    row = table.set_index(tables.INDICATOR).loc["GDP growth"]
    assert float(row[tables.LATEST]) == pytest.approx(growth.latest.value, rel=1e-3)
    assert row[tables.WHEN].startswith(growth.latest.period)


def test_a_country_without_figures_says_so(open_page, read_grids):
    page = open_page("countries", "country=SJM")
    assert page.info
    assert not read_grids(page)
    assert len(ind.country("SJM")) == 0


def test_another_country_has_its_own_figures(open_page, read_grids):
    page = open_page("countries", "country=CHN")
    page.multiselect(key="country").set_value(["DEU"]).run()
    assert not page.exception
    assert page.query_params["country"] == "DEU"
    assert read_grids(page)[0].equals(read_grids(open_page("countries", "country=DEU"))[0])


def test_a_group_without_figures_of_its_own_lists_its_members_and_compares_them(open_page, read_grids, read_text):
    page = open_page("countries", "country=brics")
    assert page.query_params["country"] == "BRICS"
    assert "as a whole" in read_text(page)
    assert not page.warning
    assert not read_grids(page)
    queries = [one.proto.query_string for one in page.get("page_link")]
    assert "gdp~gdp-growth~inflation~population" in unquote(queries[0])
    assert "country=IND" in queries


def test_a_comparison_has_a_column_for_each_country_and_says_its_period(open_page, read_grids):
    page = open_page("compare", "indicators=gdp~inflation&country=RUS~CHN&time=2020&unit=EUR")
    (table,) = read_grids(page)
    assert list(table.columns) == ["Indicator", "Russia", "China", "When", "Publisher", "About"]
    assert table["When"].tolist() == ["2020", "2020"]
    assert table["Indicator"][0].endswith("trillion EUR")


def test_numbers_of_a_row_have_one_scale_or_say_their_own(open_page, read_grids):
    (table,) = read_grids(open_page("compare", "indicators=gdp~population&country=USA~KEN&time=2020"))
    assert table.loc[0, ["United States", "Kenya"]].tolist() == ["21,375", "101"]
    assert table["Indicator"][0].endswith("billion USD")
    (table,) = read_grids(open_page("compare", "indicators=gdp&country=USA~TUV&time=2020"))
    assert table.loc[0, ["United States", "Tuvalu"]].tolist() == ["21.38 trillion", "51.75 million"]


@pytest.mark.parametrize("address", ["indicators=~&country=RUS", "indicators=gdp&country=~"])
def test_nothing_to_compare_is_said(open_page, read_grids, address):
    page = open_page("compare", address)
    assert page.info
    assert not read_grids(page)


def test_what_has_no_figures_is_named_below_the_comparison(open_page, read_grids, read_text):
    page = open_page("compare", "indicators=gdp&country=RUS~VAT&time=2020")
    (table,) = read_grids(page)
    assert table["Vatican City"].tolist() == [tables.MISSING]
    assert "Vatican City" in read_text(page)


def test_a_unit_that_is_none_is_said_and_ignored(open_page, read_grids):
    page = open_page("compare", "indicators=gdp&country=RUS&unit=bananas")
    assert any("bananas" in one.value for one in page.warning)
    assert "USD" in read_grids(page)[0]["Indicator"][0]


def test_the_table_of_explore_has_years_down_and_series_across_the_newest_first(explore, read_text):
    app = explore("indicators=gdp~inflation&country=RUS~CHN&time=2019..2021&tab=table")
    (table,) = [one.value for one in app.dataframe]
    assert table.iloc[:, 0].tolist() == ["2021", "2020", "2019"]
    assert len(table.columns) == 5
    panel = ind.get("inflation", "CHN", "2021")
    (column,) = [name for name in table.columns if name.startswith("China, Inflation")]
    assert float(table[column].iloc[0]) == pytest.approx(panel.frame["value"].iloc[0], abs=0.001)


def test_a_table_names_its_forecasts_and_its_unit(explore, read_text):
    text = read_text(explore("indicators=gdp-growth-weo&country=RUS&time=2020..2029&tab=table"))
    assert "Forecasts: " in text
    assert "–2029" in text
    assert "In %." in text


def test_compare_has_a_row_per_country_with_numbers_to_sort(open_page, read_grids):
    app = open_page("compare", "indicators=gdp~inflation&country=RUS~CHN~USA&time=2020")
    app.segmented_control(key="compare rows").set_value("countries").run()
    app.toggle(key="compare colours").set_value(True).run()
    assert not app.exception
    (table,) = read_grids(app)
    assert len(table) == 3
    row = ind.compare("gdp", "RUS", "2020").frame.iloc[0]
    assert float(table.iloc[0, 1]) == pytest.approx(row["value"] / 1e12, abs=0.01)
