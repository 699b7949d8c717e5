"""Kinds of figures that are easily misread: years of comparisons, countries in names, units in rare spellings."""

from datetime import date
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
    ("Each crate weighs about 480 pounds.", "480", "pounds of weight"),
    ("The mill bought 300 pounds of cotton.", "300", "pounds of weight"),
    ("Claims for benefits came to 480,000 last week.", "480000", "units"),
    ("Visitors paid 300 pounds for seats.", "300", "GBP"),
    ("The rand fell against the dollar to 16.2.", "16.2", "ZAR per USD"),
    ("The euro rose against the dollar to 1.084.", "1.084", "USD per EUR"),
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


def test_respectively_goes_back_to_the_years_listed_before_the_figures(read):
    exports = "Exports in 2004 and 2005 were $41 billion and $53 billion, respectively, and debt rose to $6 billion."
    imports = "In the same years imports were $38 billion and $47 billion, respectively."
    claims = read(f"{exports} {imports}", published=None).claims
    assert [str(claim.period) for claim in claims if claim.value != 6] == ["2004", "2005"] * 2


TIMES = [
    ("The bank cut its rate to 1.25% on Tuesday.", ["2012-08-14"]),
    ("The bank held its rate at 1.25% on Tuesday and trimmed its outlook.", ["2012-08-14"]),
    ("Jobs for May and June were revised up to 230,000 and 148,000, respectively.", ["2012-05", "2012-06"]),
    ("Sales rose 3% in July, the ministry said on Tuesday.", ["2012-07"]),
    ("Output fell by 1.1% in July from June and by 0.5% from a year earlier.", ["2012-07", "2012-07"]),
    ("Borrowing was 30 billion euros in 2009 and 35 billion euros the following year.", ["2009", "2010"]),
    ("The loss was $680 million in 2011 after a profit of $3.2 billion, or 75 cents a share, a year ago.",
     ["2011", "2010", "2010"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_times_by_weekday_and_by_the_year_named_before(read, text, periods):
    claims = read(text, published=date(2012, 8, 16)).claims
    assert [str(claim.period) for claim in claims] == periods


def test_trade_with_several_partners_is_that_of_the_country_that_trades(read):
    claims = read("Vietnam's exports to Japan rose 4%, its imports from China 9%.", published=None).claims
    assert [claim.areas for claim in claims] == [("VNM", "JPN"), ("VNM", "CHN")]


def test_what_a_percentage_of_a_time_measures_is_that_before_it(read):
    claims = read("Output grew 7.8% in the second quarter of 2021, after the 6.1% of the previous quarter.").claims
    assert [claim.kind.value for claim in claims] == ["growth", "growth"]


def test_the_step_to_a_level_in_millions_is_in_ones(read):
    claims = read("The number of people on benefits rose by 2,000 to 4.6 million.", published=None).claims
    assert [int(claim.plain_value) for claim in claims] == [2000, 4_600_000]


def test_bonds_and_loans_named_by_their_rate_are_no_shares(read):
    claims = read("Sales of 5% bonds made up 40% of new lending.", published=None).claims
    assert [claim.kind.value for claim in claims] == ["rate", "share"]
