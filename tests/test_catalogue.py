import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnknownNameError
from indicators.files import embedded_catalogue

CATALOGUE = embedded_catalogue()


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=lambda indicator: indicator.id)
def test_an_indicator_answers_to_its_id_and_its_publishers_code(indicator):
    assert CATALOGUE.indicator(indicator.id) is indicator
    if indicator.code:
        assert CATALOGUE.indicator(indicator.code) is indicator
        assert CATALOGUE.indicator(indicator.code.lower()) is indicator


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("inflation", "inflation"), ("CPI", "inflation"), ("unemploymnt", "unemployment"), ("gdp", "gdp"),
     ("NY.GDP.MKTP.CD", "gdp"), ("inhabitants", "population"), ("internet", "internet-users")],
)  # fmt: skip
def test_search_forgives_typing_and_knows_synonyms(words, wanted):
    assert wanted in [indicator.id for indicator in CATALOGUE.search(words)][:5]


def test_no_words_list_everything_and_nonsense_nothing():
    assert CATALOGUE.search(" ") == CATALOGUE.indicators
    assert CATALOGUE.search("qqqqzzzz") == ()


@given(st.text())
def test_no_search_breaks(words):
    assert set(CATALOGUE.search(words)) <= set(CATALOGUE.indicators)


def test_an_indicator_is_cited_by_the_origins_of_its_own_figures():
    cited = {origin.producer for origin in CATALOGUE.cited_by("digital-economy-turnover")}
    assert {"IT Russia", "RAEC"} <= cited
    assert "World Bank" not in cited
    with pytest.raises(UnknownNameError, match="Nearest"):
        CATALOGUE.cited_by("digital-economy-turnove")
