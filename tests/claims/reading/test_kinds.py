"""Kinds of figures that are easily misread: years of comparisons, countries in names, units in rare spellings."""

from decimal import Decimal

import pytest

YEARS = [
    ("Exports were 12% down on 2019.", None),
    ("Rents are at 1,200 euros, the highest since 1998.", None),
    ("The rate of 3.5% is the lowest since records began in 1971.", None),
    ("Output is 4% below its 2019 peak.", None),
    ("Безработица опустилась до 2,4% — это минимум с 1991 года.", None),
    ("Продажи на 7% выше уровня 2019 года.", None),
    ("出口额达到300亿元，创2008年以来新高。", None),
    ("За первую половину 2021 года построили 12 школ.", "2021-S1"),
    ("In the first half of 2021 exports rose 3%.", "2021-S1"),
]
AREAS = [
    ("Вместо того чтобы снизиться, цены выросли на 4%.", ()),
    ("Того же мнения 45% экономистов.", ()),
    ("Экспорт Того в 2021 году составил 1,1 млрд долларов.", ("TGO",)),
    ("Chad Wilson's firm sold 40 boats in 2021.", ()),
    ("New Jersey's budget grew 4% in 2021.", ()),
    ("Sales in the state of Georgia rose 4% in 2022.", ()),
    ("Wages in Northern Ireland rose 3% in 2021.", ()),
    ("Inflation in the eurozone was 8.4% in 2022.", ("EMU",)),
    ("Inflation in Poland was 14.4% in 2022, the World Bank said.", ("POL",)),
]
VALUES = [
    ("It raised N12.5 billion from shareholders.", "12.5e9", "NGN"),
    ("Sales were 4.5 tln yen.", "4.5e12", "JPY"),
    ("Net income was 5-point-75 billion yen.", "5.75e9", "JPY"),
    ("They sold 12 million eReaders.", "12e6", "units"),
    ("The vacancy rate is 0.8 points higher than in 2020.", "0.8", "percentage points"),
    ("The Hong Kong group Pearl paid $120m.", "120e6", "USD"),
    ("30系列手机售出500万部。", "5e6", "units"),
]


@pytest.mark.parametrize(("text", "period"), YEARS)
def test_the_year_of_a_comparison_is_not_that_of_the_figure(read, text, period):
    (claim,) = read(text, published=None).claims
    assert (claim.period and str(claim.period)) == period


@pytest.mark.parametrize(("text", "areas"), AREAS)
def test_common_words_people_and_other_places_are_no_countries(read, text, areas):
    (claim,) = read(text, published=None).claims
    assert claim.areas == areas


@pytest.mark.parametrize(("text", "value", "unit"), VALUES)
def test_rare_spellings_are_read(read, text, value, unit):
    (claim,) = read(text, published=None).claims
    assert (claim.plain_value, claim.unit) == (Decimal(value), unit)


def test_respectively_and_places_behind_figures_tell_them_apart(read):
    profits = read("Profits were 3 million euros and 4 million euros in 2018 and 2019, respectively.", published=None)
    assert [str(claim.period) for claim in profits.claims] == ["2018", "2019"]
    rates = read("In 2023 unemployment was 3.1% in Germany and 7.3% in France.", published=None)
    assert [claim.areas for claim in rates.claims] == [("DEU",), ("FRA",)]
