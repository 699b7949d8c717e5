"""The figures that come with the code, held to what their sources print."""

from decimal import Decimal

import pytest

import indicators as ind
from indicators.files import data_folder, embedded_catalogue
from indicators.files.validation import validate

CATALOGUE = embedded_catalogue()
ARTICLE = CATALOGUE.dataset("it-russia-2025-09-29")


def test_the_folder_has_no_faults():
    assert validate(data_folder()) == ()


def test_every_figure_of_the_article_stands_there_as_printed_with_its_place():
    printed = {(row.value, row.multiplier, row.unit) for row in ARTICLE.observations}
    assert printed == {
        (Decimal(24), 12, "RUB"), (Decimal(287), 9, "USD"), (Decimal(40), 0, "%"), (Decimal(37), 0, "%"),
        (Decimal(80), 0, "% of transactions"), (Decimal(1700), 0, "companies"), (Decimal(154), 0, "countries"),
        (Decimal(3), 0, "countries"), (Decimal(12), 0, "centres"), (Decimal(8), 0, "areas"),
        (Decimal(22), 0, "agreements"),
    }  # fmt: skip
    assert all(row.locator is not None for row in ARTICLE.observations)
    assert all(row.note for row in ARTICLE.observations if row.inferred)
    assert [len(origin.sha256) for origin in ARTICLE.origins] == [64]


def test_the_articles_own_conversion_is_marked_as_such_and_not_mixed_with_the_figure():
    stated = [row for row in ARTICLE.observations if row.converted_from]
    assert [(row.unit, row.converted_from, row.qualifier) for row in stated] == [("USD", "RUB", "about")]
    assert ind.get("digital-economy-turnover", "RUS").units == ("RUB",)


def test_the_forecast_of_the_article_is_a_forecast():
    assert [row.value for row in ARTICLE.observations if row.status == "F"] == [37]


@pytest.mark.parametrize("dataset", CATALOGUE.datasets, ids=lambda dataset: dataset.id)
def test_every_dataset_has_figures_and_origins(dataset):
    assert dataset.indicators
    assert dataset.origins
    assert dataset.table is not None or dataset.observations


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=lambda indicator: indicator.id)
def test_every_indicator_is_described_and_has_figures(indicator):
    assert indicator.description.endswith(".")
    assert CATALOGUE.datasets_with(indicator.id)


def test_the_world_banks_indicators_answer_to_their_codes():
    codes = {indicator.code for indicator in CATALOGUE.indicators if indicator.code.count(".") >= 2}
    assert len(codes) == 35
    assert CATALOGUE.indicator("ny.gdp.mktp.cd").id == "gdp"


@pytest.mark.parametrize(
    ("indicator", "area", "time", "value"),
    [("NY.GDP.MKTP.CD", "RUS", "2025", 2561310169358.74)],
)
def test_known_figures_come_back_digit_for_digit(indicator, area, time, value):
    assert ind.get(indicator, area, time).frame["value"].tolist() == [value]


def test_the_rate_of_the_day_of_printing_is_the_bank_of_russias():
    frame = ind.get("exchange-rate-bank-of-russia", "USA", "2025-09-27").frame
    assert set(frame["value"]) == {83.6118}
    assert set(frame["unit"]) == {"RUB per USD"}


def test_an_old_edition_shows_what_was_expected_then():
    frame = ind.get("NGDP_RPCH", "RUS", "2022", as_of="2022-05-01").frame
    assert frame[["status", "vintage"]].to_dict("records") == [{"status": "F", "vintage": "2022-04-30"}]


def test_rivals_stay_two_series():
    frame = ind.get("digital-economy-turnover", "RUS", "2024").frame
    assert sorted(frame["publisher"]) == ["IT Russia", "RAEC"]
