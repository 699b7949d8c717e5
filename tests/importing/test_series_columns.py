"""Columns that tell series apart are part of the series, or the choice is the user's; nothing is spliced in silence."""

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.importing import ColumnMapping
from indicators.model.dimensions import label_dimensions
from indicators.store import Query

CASES = {
    "sex": ("Country,Sex,Year,Value\nPeru,Women,2019,1\nPeru,Men,2020,2\n", {"women": 1, "men": 2}),
    "one sex for each country": (
        "Country,Sex,Year,Value\nPeru,Women,2019,1\nChile,Men,2019,2\n",
        {"women": 1, "men": 2},
    ),
    "item and element with codes": (
        (
            "Area Code (M49),Area,Item Code,Item,Element Code,Element,Year Code,Year,Unit,Value\n"
            "'604,Peru,15,Wheat,5510,Production,2019,2019,t,1\n'604,Peru,27,Rice,5510,Production,2020,2020,t,2\n"
        ),
        {"wheat production": 1, "rice production": 2},
    ),
    "codes with names": (
        "REF_AREA,Reference area,SEX,Sex,TIME_PERIOD,OBS_VALUE\nPER,Peru,F,Female,2019,1\nPER,Peru,M,Male,2020,2\n",
        {"female": 1, "male": 2},
    ),
    "scenario, years as columns": (
        "Model,Scenario,Region,Variable,Unit,2020\nX,Low,Peru,Kelp,t,1\nX,High,Peru,Kelp,t,2\n",
        {"low kelp": 1, "high kelp": 2},
    ),
    "an unknown column without which a figure is there twice": (
        "Country,Werk,Year,Value\nPeru,Nord,2019,1\nPeru,Süd,2019,2\n",
        {"nord": 1, "sud": 2},
    ),
    "rows that are totals": (
        "Country,Category,Is_total,Year,Value\nPeru,Tea,FALSE,2020,1\nPeru,Cocoa,FALSE,2020,2\nPeru,Crops,TRUE,2021,3\n",
        {"tea": 1, "cocoa": 2, "crops": 3},
    ),
    "statuses of persons": (
        "Country,Status,Year,Value\nPeru,Employed,2020,1\nPeru,Jobless,2020,2\n",
        {"employed": 1, "jobless": 2},
    ),
    "a German heading": ("Land;Jahr;Branche;Wert\nPeru;2019;Glas;1\nPeru;2020;Papier;2\n", {"glas": 1, "papier": 2}),
    "a blank for the headline": (
        "Country,Year,Disability,Value\nPeru,2019,,1\nPeru,2019,Deaf,2\n",
        {"sales": 1, "deaf": 2},
    ),
    "units of another kind": (
        "Country,Year,Unit,Value\nPeru,2019,USD,1\nPeru,2020,%,2\n",
        {"usd": 1, "%": 2},
    ),
    "several columns of values": (
        "Country,Year,Age,Sales,Tax\nPeru,2019,15-24,1,2\n",
        {"sales 15-24": 1, "tax 15-24": 2},
    ),
    "an indicator and a dimension": (
        "Country,Indicator,Adjustment,Year,Value\nPeru,Output,Raw,2019,1\nPeru,Output,Adjusted,2020,2\n",
        {"output raw": 1, "output adjusted": 2},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=list(CASES))
def test_each_series_is_of_its_own(import_file, figures, open_imported, text, wanted):
    import_file(text)
    found, catalogue = figures(), open_imported().catalogue
    assert len({id for id, _, _ in found}) == len(found) == len(wanted)
    for words, value in wanted.items():
        (key,) = [key for (key, _, _), one in found.items() if one == value]
        id, _, divided = key.partition(" ")
        indicator = catalogue.find_indicator(id)
        name = f"{indicator.name} {label_dimensions(divided, indicator.dimensions)}".casefold().replace("ü", "u")
        assert all(word.strip("%") in name for word in words.split()), (words, name)


ONE_SERIES = {
    "a comment": "Country,Year,Value,Comment\nPeru,2019,1,so\nPeru,2020,2,other\n",
    "a region that follows from the country": "Country,World region,Year,Value\nPeru,South,2019,1\nPeru,South,2020,2\n",
    "a column about the period": "Country,Era,Year,Value\nPeru,a,2019,1\nPeru,b,2020,2\nIran,a,2019,1\nIran,b,2020,2\n",
    "a rank": "Rank,Country,Year,Output\n7,Peru,2019,1\n3,Peru,2020,2\n",
    "an index of rows": ",Country,Year,Output\n0,Peru,2019,1\n1,Peru,2020,2\n",
    "an id beside an index": "Country,Year,Index,id\nPeru,2019,1,1\nPeru,2020,2,2\n",
    "an id": "Country,Year,Output,record_id\nPeru,2019,1,9\nPeru,2020,2,12\n",
    "a source": "Country,Year,Value,Source\nPeru,2019,1,Report of May\nPeru,2020,2,Report of June\n",
    "a base year": "Country,Base year,Year,Output\nPeru,2010,2019,1\nPeru,2015,2020,2\n",
    "footnotes": "Country or Area,Year,Value,Value Footnotes\nPeru,2019,1,\nPeru,2020,2,1\n",
    "a currency that changed": "Country,Year,Unit,Value\nPeru,2019,PEN,1\nPeru,2020,USD,2\n",
    "columns after the value": "REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS,TITLE\nPER,2019,1,0,x\nPER,2020,2,1,y\n",
    "bounds": "Country,Year,Value,Low,High\nPeru,2019,1,0.5,1.5\nPeru,2020,2,1,3\n",
}


@pytest.mark.parametrize("text", ONE_SERIES.values(), ids=list(ONE_SERIES))
def test_what_only_describes_figures_makes_no_series(import_file, figures, text):
    import_file(text)
    found = figures()
    assert (
        sorted(found.values())
        == [value for value in (1.0, 1.0, 2.0, 2.0) if len(found) == 4 or value in (1.0, 2.0)][
            :: 1 if len(found) == 4 else 2
        ]
    )
    assert len({id for id, _, _ in found}) == 1


UNDECIDED = "Country,Kind of firm,Year,Value\nPeru,a,2019,1\nPeru,b,2020,2\n".replace("Kind of firm", "Firma")


def test_what_nothing_decides_is_asked_and_each_answer_works(import_file, figures):
    with pytest.raises(UsageError, match="Firma") as raised:
        import_file(UNDECIDED)
    assert "--dimension 'Firma'" in str(raised.value)
    assert "--ignore 'Firma'" in str(raised.value)
    import_file(UNDECIDED, mapping=ColumnMapping(dimensions=("Firma",)))
    assert len({id for id, _, _ in figures()}) == 2
    import_file(UNDECIDED, id="other", mapping=ColumnMapping(ignore=("Firma",)))
    assert figures("other") == {("other", "PER", "2019"): 1.0, ("other", "PER", "2020"): 2.0}


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("is_total", "Country,is_total,Year,Value\nPeru,0,2019,1\nPeru,1,2020,2\nIran,0,2019,3\nIran,1,2020,4\n"),
        ("Ist Summe", "Land;Ist Summe;Jahr;Wert\nPeru;nein;2019;1\nPeru;ja;2020;2\n"),
        ("是否合计", "国家,是否合计,年份,数值\n秘鲁,否,2019,1\n秘鲁,是,2020,2\n"),
        ("Aggregate", "Country,Aggregate,Year,Value\nPeru,x,2019,1\nPeru,,2020,2\n"),
        ("Status", "Country,Status,Year,Value\nPeru,Employed,2019,1\nPeru,Jobless,2020,2\n"),
    ],
)
def test_totals_and_groups_of_persons_are_not_spliced_with_others(import_file, column, text):
    with pytest.raises(UsageError, match=f"--dimension '{column}'"):
        import_file(text)


def test_words_for_statuses_below_an_unknown_heading_are_statuses(import_file, open_imported):
    import_file("Pays;Statut;Année;Valeur\nPérou;définitif;2019;1\nPérou;provisoire;2020;2\n")
    frame = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert frame["status"].tolist() == ["A", "P"]


def test_the_options_of_the_refusal_work(import_file, tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text(UNDECIDED)
    report = ind.import_file(path, dataset="firms", dimensions=["Firma"], store=tmp_path / "a")
    assert report.taken == 2
    assert ind.import_file(path, dataset="firms", ignore=["Firma"], store=tmp_path / "b").taken == 2


def test_two_sources_of_one_figure_are_asked_for(import_file):
    with pytest.raises(UsageError, match="Source"):
        import_file("Country,Year,Source,Value\nPeru,2019,a,1\nPeru,2019,b,2\n")


def test_decisions_are_in_the_report_with_evidence_and_option(import_file):
    report = import_file(CASES["sex"][0])
    (decision,) = [one for one in report.decisions if "Sex" in one.subject]
    assert decision.evidence
    assert decision.option == "--ignore 'Sex'"


def test_dimensions_of_a_mapping_count_beside_a_named_column_of_values(import_file, open_imported):
    text = "Staat;Jahr;Branche;Umsatz\nDeutschland;2023;Glas;5\nDeutschland;2024;Papier;6\n"
    mapping = ColumnMapping(area="Staat", period="Jahr", values={"Umsatz": "Turnover"}, dimensions=("Branche",))
    import_file(text, mapping=mapping)
    turnover = open_imported().catalogue.find_indicator("turnover")
    assert [(one.id, one.values, one.label) for one in turnover.dimensions] == [
        ("BRANCHE", ("Glas", "Papier"), "Branche")
    ]


def test_a_column_that_tells_series_apart_only_after_many_rows_stops_the_import(import_file, home, monkeypatch):
    from indicators.importing import batches

    monkeypatch.setattr(batches, "_MOST_ROWS", 300)
    rows = [f"Peru,a,{1700 + n % 300},{n}" for n in range(300)]
    text = "\n".join(["Country,Firma,Year,Value", *rows, "Peru,b,2001,7"])
    with pytest.raises(UsageError, match="Firma"):
        import_file(text)
    assert not list(home.rglob("*.parquet"))


def test_few_numbers_called_a_level_are_no_remark(import_file):
    rows = "Peru,2000,1,10\nPeru,2001,1,11\nPeru,2002,2,110\nPeru,2003,2,111\nChile,2000,1,20\nChile,2001,2,21\n"
    with pytest.raises(UsageError, match="--dimension 'Level'"):
        import_file(f"Country,Year,Level,Value\n{rows}")


def test_texts_called_a_level_tell_series_apart_where_figures_would_be_there_twice(import_file, figures):
    import_file(
        "Country,Year,Level,Pupils\nPeru,2020,First,7\nPeru,2020,Second,8\nChile,2020,First,5\nChile,2020,Second,6\n"
    )
    assert len({series for series, _, _ in figures()}) == 2


def test_numbers_that_tell_all_rows_apart_are_asked_about(import_file):
    with pytest.raises(UsageError, match="tells these rows apart") as refused:
        import_file("Country,Year,Grade,Pupils\nPeru,2020,1,7\nPeru,2020,2,8\n")
    assert "--dimension" in str(refused.value.hint)


@pytest.mark.parametrize("second", ["births", "births.1"])
def test_two_columns_of_one_name_are_asked_about(import_file, second):
    text = f"Country,Year,births,{second}\nPeru,2020,5.5,6.5\nPeru,2021,6.5,7.5\n"
    with pytest.raises(UsageError) as caught:
        import_file(text)
    assert "--ignore" in str(caught.value)
    assert "values:" in str(caught.value)


@pytest.mark.parametrize("wave", ["Wave", "Survey round", "Welle", "Vague", "Oleada", "Волна", "轮次"])
def test_waves_of_a_survey_tell_series_apart(import_file, wave):
    report = import_file(f"Country,Year,{wave},Rate\nPeru,2020,1,5.5\nPeru,2020,2,6.5\nPeru,2021,1,7.5\n")
    assert (report.taken, report.refused) == (3, 0)


def test_a_column_that_says_which_rows_are_totals_follows_from_what_they_total(import_file, figures):
    text = "Country,Year,Is_total,Region,Value\nPeru,2019,TRUE,,9\nPeru,2019,FALSE,Lima,4\nPeru,2019,FALSE,Ica,5\n"
    import_file(text)
    assert {key[0]: value for key, value in figures().items()} == {
        "sales": 9, "sales REGION=Lima": 4, "sales REGION=Ica": 5}  # fmt: skip
