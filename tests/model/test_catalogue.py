import pytest

from indicators.errors import UnknownNameError
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import AreaList
from indicators.model.observations import Indicator, Measure

CATALOGUE = read_embedded_catalogue()


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=lambda indicator: indicator.id)
def test_an_indicator_answers_to_its_id_and_its_publishers_code(indicator):
    assert CATALOGUE.find_indicator(indicator.id) is indicator
    if indicator.code:
        assert CATALOGUE.find_indicator(indicator.code) is indicator
        assert CATALOGUE.find_indicator(indicator.code.lower()) is indicator


def test_the_name_of_a_topic_finds_all_of_it_before_what_only_has_the_word():
    of_trade = [indicator.id for indicator in CATALOGUE.indicators if indicator.section == "Trade"]
    found = [indicator.id for indicator in CATALOGUE.search("trade")]
    assert found[: len(of_trade)] == of_trade
    assert of_trade[:2] == ["merchandise-exports", "merchandise-imports"]
    assert "world-digital-trade-expo-companies" in found[len(of_trade) :]


def test_an_indicator_is_cited_by_the_origins_of_its_own_figures():
    cited = {origin.producer for origin in CATALOGUE.find_origins_of("digital-economy-turnover")}
    assert {"IT Russia", "RAEC"} <= cited
    assert "World Bank" not in cited
    with pytest.raises(UnknownNameError, match="Nearest"):
        CATALOGUE.find_origins_of("digital-economy-turnove")


def _indicator(id, name, **more):
    return Indicator(id, name, "Text.", "RUB", Measure.FLOW, "Economy", **more)


@pytest.mark.parametrize("name", ["", "???", "~", "—", "\x00"])
def test_a_name_without_letters_finds_no_indicator(name):
    with pytest.raises(UnknownNameError):
        CATALOGUE.find_indicator(name)


def test_no_alias_hides_the_id_code_or_name_of_another_indicator():
    one = _indicator("one", "One", aliases=("two", "T.2", "Second"))
    two = _indicator("two", "Second", code="T.2")
    catalogue = Catalogue((one, two), AreaList(()), ())
    assert {catalogue.find_indicator(name).id for name in ("two", "t.2", "T.2")} == {"two"}


def test_a_dataset_is_found_by_its_id_and_an_unknown_one_names_the_nearest():
    assert CATALOGUE.find_dataset("raec").publisher == "RAEC"
    with pytest.raises(UnknownNameError, match="Nearest: raec"):
        CATALOGUE.find_dataset("raek")


def test_a_dataset_is_cited_by_all_its_origins():
    assert CATALOGUE.find_origins_of("raec") == CATALOGUE.find_dataset("raec").origins
