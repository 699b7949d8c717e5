"""Growth that a verb tells is held against what is published, where it is that of a country's GDP in one year."""

import pytest

from indicators.claims import check_reading
from indicators.claims.reading.reader import read_claims
from indicators.files import read_embedded_catalogue
from indicators.store import open_embedded_store


def _verdicts(text):
    report = check_reading(read_claims(text, catalogue=read_embedded_catalogue()), open_embedded_store())
    return "".join(finding.verdict.sign for finding in report.findings if finding.check == "rivals")


@pytest.mark.parametrize(
    "text",
    [
        "China's GDP grew {}% in 2024.",
        "ВВП Китая вырос на {}% в 2024 году.",
        "2024年中国国内生产总值增长{}%。",
    ],
)
def test_a_verb_counts_as_the_word_growth(text):
    assert _verdicts(text.format(5).replace("на 5%", "на 5,0%")) == "✓"
    assert _verdicts(text.format(9)) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "China's GDP grew 30% in the years to 2024.",
        "China's GDP grew 30% from 2019 to 2024.",
        "China's GDP has grown 30% since 2019.",
        "China's non-oil GDP grew 30% in 2024.",
        "ВВП Китая вырос на 30% с 2019 года.",
        "ВВП Китая вырос на 30% за пять лет к 2024 году.",
        "自2019年以来中国国内生产总值增长30%。",
        "2024年中国海洋GDP增长30%。",
        "2024年中国服务业GDP增长30%。",
    ],
)
def test_growth_over_more_years_or_of_a_part_is_not_held_against_it(text):
    assert _verdicts(text) == ""


@pytest.mark.parametrize(
    "text",
    ["In Russia inflation was {}% in 2024.", "Инфляция в России составила {}% в 2024 году."],
)
def test_inflation_is_held_against_what_is_published(text):
    assert _verdicts(text.format("8.4")) == "✓"
    assert _verdicts(text.format("19")) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 inflation in Russia was 3% lower than in 2022.",
        "In 2024 inflation in Russia was 3% below the record of 2022.",
        "In 2024 GDP growth in Russia was 30% higher than in 2022.",
        "В 2024 году инфляция в России была на 3% ниже, чем в 2022 году.",
    ],
)
def test_by_how_much_a_rate_is_higher_is_not_the_rate(text):
    reading = read_claims(text, catalogue=read_embedded_catalogue())
    assert [claim.indicator for claim in reading.claims] == [None]
    assert check_reading(reading, open_embedded_store()).findings == ()


def test_by_how_much_prices_are_higher_is_inflation():
    text = "In 2024 consumer prices in Russia were 8.4% higher than in 2023."
    assert [claim.indicator for claim in read_claims(text, catalogue=read_embedded_catalogue()).claims] == ["inflation"]
