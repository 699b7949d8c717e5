import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnknownNameError
from indicators.files import read_embedded_catalogue
from indicators.model.codelists import Area, AreaList, ObservationStatus, fold_name

AREAS = read_embedded_catalogue().areas


@pytest.mark.parametrize(
    ("name", "code"),
    [("RUS", "RUS"), ("ru", "RUS"), ("Россия", "RUS"), ("Turkey", "TUR"), ("Türkiye", "TUR"), ("turkiye", "TUR"),
     ("UK", "GBR"), ("South Korea", "KOR"), ("Côte d'Ivoire", "CIV"), ("中国", "CHN"), ("World", "WLD"), ("NA", "NAM")],
)  # fmt: skip
def test_an_area_answers_to_every_name_people_use(name, code):
    assert AREAS.find(name).code == code


def test_countries_and_groups_are_distinguished():
    kinds = {area.code: area.kind for area in AREAS}
    assert {kinds[code] for code in ("RUS", "CHN", "NAM", "XKX")} == {"country"}
    assert {kinds[code] for code in ("WLD", "EUU", "HIC", "G110", "EMU")} == {"group"}


def test_an_unknown_area_names_the_nearest():
    with pytest.raises(UnknownNameError, match="Nearest: RUS, Russia"):
        AREAS.find("RUSS")


def test_every_status_has_a_word():
    assert all(status.word for status in ObservationStatus)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text("abzÅéжяξ -’"))
def test_folding_forgets_capitals(text):
    assert fold_name(text.upper()) == fold_name(text)


def test_script_capitals_fold_to_small_letters():
    assert fold_name("\N{SCRIPT CAPITAL H}olland") == fold_name("Holland")


@pytest.mark.parametrize("name", ["", " ", "???", "\x00", "—"])
def test_a_name_without_letters_is_nobodys(name):
    odd = AreaList([Area("RUS", "Russia", aliases=("", "!"))])
    with pytest.raises(UnknownNameError):
        odd.find(name)


def test_no_alias_hides_the_code_or_name_of_another_area():
    areas = AreaList([Area("AAA", "Alpha", aliases=("BBB", "Beta")), Area("BBB", "Beta")])
    assert (areas.find("bbb").code, areas.find("beta").code) == ("BBB", "BBB")


def test_areas_are_sorted_by_name_ignoring_accents():
    areas = AreaList([Area("ZZZ", "Zed"), Area("ALA", "Åland"), Area("AAB", "Alb")])
    assert [area.code for area in areas] == ["ALA", "AAB", "ZZZ"]


def test_every_embedded_area_is_found_by_each_of_its_names():
    wrong = [
        (name, area.code)
        for area in AREAS
        for name in (area.code, area.name, area.alpha2, *area.aliases)
        if name and AREAS.find(name) is not area
    ]
    assert wrong == []


def test_only_a_forecast_is_a_forecast_and_only_what_is_missing_may_be_empty():
    assert [status.value for status in ObservationStatus if status.is_forecast] == ["F"]
    assert {status.value for status in ObservationStatus if status.may_be_empty} == {"L", "M", "O"}
