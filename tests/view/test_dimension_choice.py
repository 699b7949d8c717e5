"""A choice by sex or age is spelled in four ways, checked, carried by publishers' codes, and never summed."""

import pytest
from typer.testing import CliRunner

import indicators as ind
from indicators.cli import app as command
from indicators.errors import UsageError, ViewError
from indicators.files import read_embedded_catalogue
from indicators.view import View

CATALOGUE = read_embedded_catalogue()
WOMEN = View(("youth-unemployment",), ("RUS",), dimensions=(("SEX", ("F",)),))
BOTH = WOMEN.with_(dimensions=(("SEX", ("F", "M")),))


@pytest.mark.parametrize("view", [WOMEN, BOTH])
def test_the_four_spellings_come_back(view):
    assert View.from_address(view.address, CATALOGUE) == (view, ())
    assert View.from_command(view.command, CATALOGUE) == view
    assert View.from_python(view.python, CATALOGUE) == view
    assert View.from_file(view.file, CATALOGUE) == view


def test_each_spelling_is_short():
    assert BOTH.address == "indicators=youth-unemployment&country=RUS&sex=F~M"
    assert BOTH.command == "indicators get youth-unemployment --country RUS --dimension 'sex=F~M'"
    assert BOTH.python == 'ind.get("youth-unemployment", "RUS", dimensions={"sex": "F~M"})'


@pytest.mark.parametrize("code", ["SL.UEM.1524.FE.ZS", "sl.uem.1524.fe.zs"])
def test_a_publishers_code_of_a_series_answers_everywhere(code):
    frame = ind.get(code, "RUS", "2024").frame
    assert (frame["indicator"][0], frame["sex"].tolist()) == ("youth-unemployment", ["women"])
    assert View.from_address(f"indicators={code}&country=RUS", CATALOGUE) == (WOMEN, ())
    assert ind.search(code)["id"][0] == "youth-unemployment"
    printed = CliRunner().invoke(command, ["get", code, "--country", "RUS", "--time", "2024"]).stdout
    assert printed.splitlines()[1].split(",")[4] == format(frame["value"][0])


def test_codes_of_women_and_men_are_both():
    both = ind.get("SL.UEM.1524.FE.ZS~SL.UEM.1524.MA.ZS", "RUS", "2024").frame
    assert both["sex"].tolist() == ["women", "men"]


@pytest.mark.parametrize("names", ["SL.UEM.1524.FE.ZS~SP.DYN.LE00.MA.IN", "SL.UEM.TOTL.FE.ZS~life-expectancy"])
def test_codes_that_ask_for_different_series_are_refused(names):
    with pytest.raises(ViewError, match=r"SL\.UEM"):
        ind.get(names, "RUS", "2020")
    view, ignored = View.from_address(f"indicators={names}", CATALOGUE)
    assert (view.dimensions, len(ignored)) == ((), 1)


def test_the_total_is_shown_without_a_choice_and_other_series_beside_it_only_if_chosen():
    assert "sex" not in ind.get("life-expectancy", "RUS", "2020").frame
    all_of_them = ind.get("life-expectancy", "RUS", "2020", dimensions={"sex": "_T~F~M"}).frame
    assert all_of_them.set_index("sex")["value"].loc[["men", "all", "women"]].is_monotonic_increasing


@pytest.mark.parametrize(
    ("asked", "words"),
    [({"sex": "X"}, "women"), ({"sexx": "F"}, "sex"), ({"age": "Y15T24"}, "sex"), ("sex", "sex=F~M")],
)
def test_what_is_not_there_is_refused_with_what_is(asked, words):
    with pytest.raises(UsageError) as caught:
        ind.get("youth-unemployment", "RUS", dimensions=asked)
    assert words in str(caught.value)


def test_an_unknown_name_in_a_file_is_refused_with_the_dimensions_there_are():
    with pytest.raises(ViewError, match="countri"):
        View.from_file("indicators: gdp\ncountri: RUS\n", CATALOGUE)


def test_a_dimension_that_no_indicator_has_is_left_out_when_indicators_change():
    assert BOTH.with_(indicators=("gdp",)).drop_unused_dimensions(CATALOGUE).dimensions == ()
    assert BOTH.drop_unused_dimensions(CATALOGUE) == BOTH
