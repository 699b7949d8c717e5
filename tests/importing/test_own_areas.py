"""Regions, cities and companies are areas of the user's own once they are declared, and work like countries."""

import shutil

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.importing import ColumnMapping

REGIONS = "Region,Year,Sales (EUR)\nBayern,2023,1\nBayern,2024,2\nEngland,2024,3\nGermany,2024,9\nTotal,2024,15\n"


def test_areas_that_are_not_declared_are_refused_with_the_way_to_declare_them(import_file, figures):
    report = import_file(REGIONS)
    assert set(figures().values()) == {9.0}
    assert any("own_areas" in (fault.hint or "") for fault, _ in report.faults)


@pytest.mark.parametrize("own", ["all", {"BAYERN": "Bayern", "ENGLAND": "England"}], ids=["all", "named"])
def test_declared_areas_are_read_with_their_names(import_file, figures, open_imported, own):
    report = import_file(REGIONS, mapping=ColumnMapping(own_areas=own))
    assert figures() == {
        ("sales", "BAYERN", "2023"): 1.0, ("sales", "BAYERN", "2024"): 2.0, ("sales", "ENGLAND", "2024"): 3.0,
        ("sales", "DEU", "2024"): 9.0,
    }  # fmt: skip
    assert report.refused == 1  # the total
    areas = open_imported().catalogue.areas
    assert (areas.find("bayern").name, areas.find("BAYERN").kind) == ("Bayern", "own")


@pytest.mark.parametrize("name", ["City", "Company name", "Municipio", "Город", "城市", "State"])
def test_a_column_of_own_areas_is_known_by_its_name_where_they_are_taken(import_file, figures, name):
    text = f"{name},Year,Sales\nQaanaaq,2023,1\nQaanaaq,2024,2\nNuuk,2024,3\n"
    with pytest.raises(UsageError, match="--own-areas"):
        import_file(text)
    import_file(text, mapping=ColumnMapping(own_areas="all"))
    assert figures() == {
        ("sales", "QAANAAQ", "2023"): 1.0, ("sales", "QAANAAQ", "2024"): 2.0, ("sales", "NUUK", "2024"): 3.0,
    }  # fmt: skip


def test_an_area_may_be_called_like_a_country(import_file, figures):
    text = "State,Year,Sales\nGeorgia,2024,1\nOhio,2024,2\n"
    import_file(text, mapping=ColumnMapping(area_name="State", own_areas={"US_GA": "Georgia", "US_OH": "Ohio"}))
    assert figures() == {("sales", "US_GA", "2024"): 1.0, ("sales", "US_OH", "2024"): 2.0}


def test_own_areas_work_everywhere(import_file, home, tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text(
        "Company,Year,Turnover (million EUR)\nOtto,2023,10\nOtto,2024,12\nZalando,2023,8\nZalando,2024,10\n"
    )
    mapping = ColumnMapping(area_name="Company", own_areas="all")
    ind.import_file(path, dataset="firms", mapping=mapping, store=home)
    panel = ind.get("turnover", ["Otto", "Zalando"], store=home, unit="million USD")
    assert panel.frame["code"].unique().tolist() == ["OTTO", "ZALANDO"]
    growth = ind.get("turnover", "OTTO", store=home, transform="pc1").frame
    assert growth["value"].dropna().tolist() == pytest.approx([20.0])
    assert "Otto" in ind.areas(store=home, kind="own")["name"].tolist()
    for chart in ("line", "bar", "multiples"):
        panel.plot(chart)
    assert "Otto" in ind.save(panel, tmp_path / "firms-out.csv").read_text()


def test_a_later_release_and_another_dataset_know_the_areas(import_file, figures, home):
    first = "City,Year,Sales\nBerlin,2023,1\n"
    import_file(first, mapping=ColumnMapping(area_name="City", own_areas="all"))
    second = first + "Berlin,2024,2\n"
    import_file(second, mapping=ColumnMapping(area_name="City"))
    assert figures() == {("sales", "BERLIN", "2023"): 1.0, ("sales", "BERLIN", "2024"): 2.0}
    import_file(second, id="other", mapping=ColumnMapping(area_name="City"))
    shutil.rmtree(home / "datasets" / "sales")
    assert len(figures("other")) == 2


def test_the_country_of_all_rows_may_be_an_own_area(import_file, figures):
    import_file("Year,Sales\n2024,1\n", mapping=ColumnMapping(one_area="Bayern", own_areas="all"))
    assert figures() == {("sales", "BAYERN", "2024"): 1.0}
    with pytest.raises(UsageError, match="England"):
        import_file("Year,Sales\n2024,1\n", id="b", mapping=ColumnMapping(one_area="England"))


@pytest.mark.parametrize("names", ["England,Scotland,Wales", "Texas,Ohio,Utah", "France,Germany,Italy"])
def test_columns_named_after_areas_are_not_of_one_area(import_file, figures, names):
    text = f"Year,{names}\n2023,1,2,3\n2024,4,5,6\n"
    with pytest.raises(UsageError, match=f"{names.split(',')[0]}: "):
        import_file(text, mapping=ColumnMapping(one_area="GBR"))
    columns = {name: name for name in names.split(",")}
    import_file(text, mapping=ColumnMapping(area_columns=columns, own_areas="all"))
    assert len({area for _, area, _ in figures()}) == 3
    import_file(text, id="partners", mapping=ColumnMapping(one_area="GBR", values=columns))
    assert {area for _, area, _ in figures("partners")} == {"GBR"}


def test_regions_as_columns_are_named_with_the_choice(import_file):
    with pytest.raises(UsageError, match=r"area_columns: \{Texas: Texas\}"):
        import_file("Year,Texas,Ohio,Utah\n2023,1,2,3\n2024,4,5,6\n")


@pytest.mark.parametrize(
    ("column", "area"), [("Region", "Bretagne"), ("Province", "Gauteng"), ("Область", "Томская"), ("省份", "广东省")]
)
def test_regions_that_nobody_declared_are_refused_with_the_option(import_file, column, area):
    with pytest.raises(UsageError, match="--own-areas"):
        import_file(f"{column},Year,Value\n{area},2020,1.5\n")


def test_codes_of_regions_are_refused_with_the_option(import_file):
    report = import_file("geo,TIME_PERIOD,OBS_VALUE\nDE1,2020,1.5\nFRA,2020,2\n")
    assert any("--own-areas" in (fault.hint or "") for fault, _ in report.faults)
