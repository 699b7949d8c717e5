"""A forecast is never stored as an actual figure: notes, columns of words and lines around a table say what is one."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping
from indicators.store import Query


@pytest.fixture
def statuses(open_imported):
    def read():
        frame = open_imported().read_panel(Query(("rate",), datasets=("sales",))).frame
        return dict(zip(frame["period"].astype(str), frame["status"].astype(str), strict=True))

    return read


MAPPING = ColumnMapping(values={"Rate": "Rate"})


@pytest.mark.parametrize(
    ("period", "note", "status"),
    [
        ("2024*", "* forecast", "F"),
        ("2024 *", "* = Projections", "F"),
        ("2024¹", "¹ Forecast of the ministry.", "F"),
        ("2024 1)", "1) Prognose", "F"),
        ("2024*", "* provisional data", "P"),
        ("2024*", "* excluding fish", "A"),
        ("2024 f", "Source: an office", "F"),
        ("2024F*", "* see the text", "F"),
    ],
)
def test_a_note_says_what_the_mark_of_a_period_means(import_file, statuses, period, note, status):
    import_file(f"Country,Year,Rate\nSpain,2023,2.5\nSpain,{period},1.8\n{note},,\n", mapping=MAPPING)
    assert statuses() == {"2023": "A", "2024": status}
    wide = f"Country,2022,2023,{period}\nSpain,5.8,2.5,1.7\n{note},,,\n"
    import_file(f"Indicator,{wide}".replace("\nSpain", "\nRate,Spain").replace(f"\n{note}", f"\n{note},"))
    assert statuses() == {"2022": "A", "2023": "A", "2024": status}


@pytest.mark.parametrize("words", ["Actual Projection", "endgültig Prognose", "факт прогноз"])
def test_a_column_of_words_for_statuses_is_one(import_file, statuses, words):
    first, last = words.split()
    rows = f"Spain,2023,{first},2.5\nSpain,2024,{last},1.8\n"
    import_file(f"Country,Year,Type,Rate\n{rows}", mapping=MAPPING)
    assert statuses() == {"2023": "A", "2024": "F"}


def test_forecasts_and_outcomes_of_one_year_stay_apart(import_file, figures):
    rows = "Spain,2023,Actual,2.5\nSpain,2023,Forecast,2.2\n"
    import_file(f"Country,Year,Type,Rate\n{rows}", mapping=MAPPING)
    assert sorted(figures().values()) == [2.2, 2.5]


@pytest.mark.parametrize(
    "line",
    [
        "Figures from 2024 are projections.",
        "Note: 2024 figures are a forecast",
        "Figures for later years are projections",
        "Shaded cells: forecasts",
        "Die letzten Werte sind Prognosen",
        "Los últimos años son proyecciones",
    ],
)
def test_a_line_about_forecasts_that_no_figure_took_is_asked_about(import_file, line):
    with pytest.raises(UsageError, match="forecasts"):
        import_file(f"Country,2023,2024\nSpain,2.5,1.8\n{line},,\n")


@pytest.mark.parametrize("line", ["Spring forecast", "The figures are no forecasts"])
def test_other_lines_about_forecasts_are_named(import_file, line):
    report = import_file(f"{line}\nCountry,2023,2024\nSpain,2.5,1.8\n")
    assert any(line in one.evidence for one in report.decisions)


@pytest.mark.parametrize(
    ("code", "taken"), [("-9999", 2), ("-999.0", 2), ("99999", 2), ("-9", 3), ("99", 3), ("+999", 2)]
)
def test_nines_that_stand_for_a_missing_value_are_refused(import_file, code, taken):
    report = import_file(f"Country,Year,Rate\nSpain,2022,14.1\nSpain,2023,{code}\nSpain,2024,9.3\n")
    assert report.taken == taken


@pytest.mark.parametrize(("code", "taken"), [("99", 4), ("999", 4), ("-99", 4), ("14", 6)])
def test_repeated_nines_far_from_the_figures_of_their_column_are_refused(import_file, code, taken):
    rows = [f"Spain,{year},{value},50000" for year, value in enumerate(["1.1", code, "-2.2", code, "3.1", "2.4"], 2010)]
    report = import_file("\n".join(["Country,Year,Rate (%),Persons", *rows]))
    assert report.taken == taken + 6


@pytest.mark.parametrize("line", ["99.9 = not available", "Missing values: 99.9", "99.9 means no data"])
def test_the_file_says_which_number_stands_for_a_missing_value(import_file, figures, line):
    report = import_file(f"Country,Year,Rate\nSpain,2022,14.1\nSpain,2023,99.9\nSpain,2024,90.3\n{line}\n")
    assert sorted(figures().values()) == [14.1, 90.3]
    assert any(line in one.evidence for one in report.decisions)


def test_a_balance_may_be_nines(import_file, figures):
    import_file("Country,Year,Balance\nSpain,2022,-141\nSpain,2023,-99\nSpain,2024,12\n")
    assert sorted(figures().values()) == [-141, -99, 12]


@pytest.mark.parametrize(
    ("mark", "note"),
    [("*", "* Forecast"), (" (1)", "(1) Forecast"), (" 1)", "1) Forecast."), (" [2]", "[2] Forecast"),
     ("¹", "1 Forecast"), (" a)", "a) Forecast"), ("a", "a = forecast"), (" 3/", "3/ Forecast"), ("†", "† Projection")],
)  # fmt: skip
def test_marks_behind_numbers_give_the_status_of_their_notes(import_file, open_imported, mark, note):
    import_file(f"Country,2018,2019\nFrance,1.5,2.5{mark}\nPeru,3.5,4.5\n{note}\n")
    frame = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert dict(zip(frame["value"], frame["status"], strict=True)) == {1.5: "A", 2.5: "F", 3.5: "A", 4.5: "A"}


def test_a_number_in_brackets_without_a_note_is_refused(import_file, figures):
    report = import_file("Country,2018,2019\nFrance,1.5,2.5 (1)\nPeru,3.5,4.5 (0.3)\n")
    assert sorted(figures().values()) == [1.5, 3.5]
    assert report.refused == 2


def test_a_forecast_that_no_figure_is_marked_as_is_asked_about(import_file):
    with pytest.raises(UsageError):
        import_file("Country,2018,2019\nFrance,1.5,2.5\nPeru,3.5,4.5\n* Forecasts for 2019 and later years\n")


def test_a_bracket_behind_a_number_is_the_mark_of_a_note(import_file, open_imported):
    import_file("Country,Year,Rate\nPeru,2019,5.51)\nPeru,2020,5.62)\nPeru,2021,5.73)\n1) Coast\n2) Estimate\n")
    frame = open_imported().read_panel(Query(("rate",), datasets=("sales",))).frame
    assert frame[["value", "status"]].to_numpy().tolist() == [[5.5, "A"], [5.6, "E"]]  # nothing explains 3)
