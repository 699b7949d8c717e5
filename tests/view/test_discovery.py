"""Finding indicators and areas, citing them, and importing a file: the same functions as the command."""

import pytest

import indicators as ind
from indicators.errors import PeriodError, UnknownNameError
from indicators.importing import ColumnMapping


def test_a_search_returns_the_best_match_first_and_no_rows_if_nothing_fits():
    assert ind.search("CPI")["id"].iloc[0] == "inflation"
    assert ind.search("qqqqzzzz").empty
    assert ind.search(" ").empty
    assert list(ind.search("qqqqzzzz").columns) == list(ind.list().columns)


def test_the_list_has_each_indicator_once_with_its_datasets():
    table = ind.list().set_index("id")
    assert table.index.is_unique
    assert table.loc["gdp", ["unit", "code"]].tolist() == ["USD", "NY.GDP.MKTP.CD"]
    assert "raec" in table.loc["digital-economy-turnover", "datasets"].split()


def test_the_list_can_be_limited_to_a_topic_or_a_dataset():
    assert set(ind.list(topic="digital economy")["section"]) == {"Digital economy"}
    assert set(ind.list(topic="money and rates")["topic"]) == {"Money and rates"}
    assert all("raec" in ids.split() for ids in ind.list(dataset="raec")["datasets"])
    with pytest.raises(UnknownNameError, match="raec"):
        ind.list(dataset="racc")


def test_areas_have_their_kind_and_groups_their_members():
    areas = ind.areas().set_index("code")
    assert areas.index.is_unique
    assert areas.loc["RUS", ["name", "kind", "members"]].tolist() == ["Russia", "country", ""]
    assert areas.loc["G7", "members"].split() == sorted(["CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"])
    assert set(ind.areas(kind="country")["kind"]) == {"country"}


@pytest.mark.parametrize("style", ["text", "bibtex", "csl", "ris"])
def test_an_indicator_and_a_dataset_can_be_cited(style):
    assert "World Bank" in ind.cite("gdp", style=style)
    assert "RAEC" in ind.cite("raec", style=style)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("Land;Jahr;Umsatz (Mio EUR)\nDeutschland;2023;1.234,5\nFrnkreich;2024;7\n", encoding="cp1252")
    return path


def test_an_imported_file_can_be_asked_for_in_the_store_it_went_to(table, tmp_path):
    home = tmp_path / "figures"
    mapping = ColumnMapping(period="Jahr", values={"Umsatz (Mio EUR)": "Sales"})
    report = ind.import_file(table, dataset="sales", mapping=mapping, unit="million EUR", store=home)
    assert (report.taken, report.refused) == (1, 1)
    assert ind.get("sales", store=home).frame["value"].tolist() == [1234500000.0]
    assert "sales" in ind.list(store=home)["datasets"].tolist()
    assert "sales" in ind.search("Sales", store=home)["id"].tolist()
    with pytest.raises(UnknownNameError):
        ind.get("sales")


def test_a_store_may_be_a_folder_or_an_open_store(table, tmp_path):
    mapping = ColumnMapping(period="Jahr", values={"Umsatz (Mio EUR)": "Sales"}, all_units="million EUR")
    ind.import_file(table, dataset="sales", mapping=mapping, store=tmp_path)
    by_folder = ind.get("sales", unit="USD", store=str(tmp_path))
    opened = by_folder.catalogue
    store = ind.Store(opened)
    assert ind.get("sales", unit="USD", store=store).frame["value"].tolist() == by_folder.frame["value"].tolist()
    assert ind.convert(1.0, "EUR", "USD", periods="2023", store=store) == ind.convert(1.0, "EUR", "USD", periods="2023")


def test_a_vintage_must_be_a_date(table, tmp_path):
    with pytest.raises(PeriodError, match="soon"):
        ind.import_file(table, dataset="sales", vintage="soon", store=tmp_path)


OFF = "Sales rose 40% to 24 billion euros in 2024, from 16.4 billion euros in 2023."


def test_a_text_a_path_and_a_dataset_can_be_checked(tmp_path):
    path = tmp_path / "an article.txt"
    path.write_text(OFF, encoding="utf-8")
    reports = [ind.check(OFF), ind.check(path), ind.check(str(path))]
    assert [report.is_inconsistent for report in reports] == [True, True, True]
    assert ind.check("nbs").reading.claims
    assert ind.check("销售额2024年增长40%，达到24亿元。").reading.claims


def test_a_single_word_is_the_name_of_a_file_or_a_dataset():
    with pytest.raises(UnknownNameError, match="nbs"):
        ind.check("nbss")
    with pytest.raises(UnknownNameError):
        ind.check("missing.txt")
