"""What people type finds what they mean, first; a near miss is never taken."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnknownNameError
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import AreaList
from indicators.model.observations import Indicator, Measure
from indicators.model.search import IndicatorIndex

CATALOGUE = read_embedded_catalogue()

SEARCHES = """
gdp = gdp | PIB | BIP | ВВП | 国内生产总值 | size of the economy | NY.GDP.MKTP.CD | gdp 2024
gdp-growth = gdp growth | economic growth | recession
gdp-per-capita = GDP per capita | income per head
gdp-per-capita-ppp = gdp per head ppp
ppp-conversion-factor = purchasing power parity
gni-atlas = national income
gdp-per-capita-maddison = maddison
inflation = inflation | inlfation | inflation rate | the rate of inflation | CPI | cost of living | инфляции
inflation = 通货膨胀 | Teuerung | fp.cpi
inflation-hicp-core = core inflation
inflation-hicp = monthly inflation | инфляция месяц
adult-literacy-rate = literacy women
unemployment = unemployment | unemploymnet rate | chomage | безработица
unemployment = безработицы | 失业率 | jobless rate | unemployed | 美国失业率 | unemployment in Spain
policy-rate = interest rates | key rate | ключевой ставки | policy rate
government-bond-yield-10-years = bond yield | 10 year treasury
general-government-debt = national debt | debt to GDP | govt debt to gdp | госдолга
general-government-debt = 国债 | deuda pública | Staatsverschuldung
house-prices = house prices | цены на жильё
real-house-prices = real house prices
brent-oil-price = oil price | цены на нефть | brent
gold-price = gold | 黄金
henry-hub-gas-price = natural gas
merchandise-exports = exports
merchandise-imports = imports
current-account-balance = current acount
foreign-direct-investment-inflows = FDI
reserves = reserves
official-exchange-rate = exchange rate | taux de change
exchange-rate-bank-of-russia = курс рубля
military-expenditure = military spending
population = population | 人口 | inhabitants
internet-users = interent users | internet | интернет
broadband-subscriptions = broadband
research-and-development-expenditure = r&d
e-commerce-turnover = e-commerce
online-retail-sales = online shopping
digital-economy-turnover = digital economy
consumer-confidence = consumer confidence
job-openings = vacancies
personal-saving-rate = savings rate
gini-index = gini | Джини | inequality | 基尼系数
poverty-rate = poverty | бедность | 贫困率
life-expectancy = life expectancy | продолжительность жизни | 预期寿命
fertility-rate = fertility rate | children per woman
birth-rate = birth rate | рождаемость
homicide-rate = crime | murder rate | убийства
general-government-balance = budget deficit | дефицит бюджета
tax-revenue = taxes | налоги
external-debt = external debt | внешний долг | 外债
remittances-received = remittances | денежные переводы
stock-market-capitalisation = market capitalization
lending-interest-rate = lending rate
education-expenditure = education spending
adult-literacy-rate = literacy
net-migration = migration | миграция
electricity-consumption-per-capita = electricity
air-pollution = PM2.5 | air quality
forest-area = forest | deforestation
labour-force = labor force
gdp-per-person-employed = productivity
"""
EXPECTED = [
    (words.strip(), first)
    for first, _, all_words in (line.partition(" = ") for line in SEARCHES.strip().splitlines())
    for words in all_words.split("|")
]


@pytest.mark.parametrize(("words", "first"), EXPECTED)
def test_what_people_look_for_is_found_first(words, first):
    assert [one.id for one in CATALOGUE.search(words)][:1] == [first]


@pytest.mark.parametrize("words", ["bitcoin", "rainfall", "football", "minimum wage", "футбол"])
def test_what_is_not_in_the_catalogue_finds_nothing_rather_than_something_else(words):
    assert CATALOGUE.search(words) == ()


def test_no_words_list_everything_and_nonsense_nothing():
    assert CATALOGUE.search(" ") == CATALOGUE.indicators
    assert CATALOGUE.search("qqqqzzzz") == ()


@given(st.text())
def test_no_search_breaks(words):
    assert set(CATALOGUE.search(words)) <= set(CATALOGUE.indicators)


@given(st.sampled_from(CATALOGUE.indicators), st.data())
def test_an_indicator_is_found_by_every_name_and_each_word_of_its_name(indicator, data):
    name = data.draw(st.sampled_from([indicator.name, indicator.id, *indicator.aliases]))
    found = CATALOGUE.search(name)
    assert indicator in found[:12]
    words = [word for word in indicator.name.split() if len(word) > 3]
    if words:
        assert indicator in CATALOGUE.search(data.draw(st.sampled_from(words)))


@given(st.sampled_from([one for one in CATALOGUE.indicators if len(one.name) > 6]), st.data())
def test_two_letters_changed_round_still_find_it(indicator, data):
    words = [word for word in indicator.name.split() if len(word) > 5 and word.isalpha()]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    place = data.draw(st.integers(1, len(word) - 2))
    slip = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert indicator in CATALOGUE.search(slip)


@pytest.mark.parametrize("name", ["inlfation", "ginni", "PIB", "debt of Germany", "gdp growht", "unemploymnet"])
def test_an_inexact_name_is_refused_with_what_a_search_finds(name):
    with pytest.raises(UnknownNameError) as refused:
        CATALOGUE.find_indicator(name)
    assert {one.id for one in CATALOGUE.search(name)[:2]} <= set(refused.value.nearest)


def test_a_short_word_is_not_taken_for_a_shorter_one():
    gni = Indicator("gni", "GNI, PPP", "Text.", "USD", Measure.FLOW, "Economy")
    assert IndicatorIndex([gni]).search("gini") == ()


def named(id, name, **more):
    return Indicator(id, name, "Text.", "RUB", Measure.FLOW, "Economy", **more)


def test_an_exact_name_is_above_a_beginning_above_words_above_parts_above_slips():
    indicators = (
        named("slip", "Slaes"), named("part", "Presales"), named("word", "All sales"),
        named("begins", "Sales of goods"), named("alias", "Turnover", aliases=("sales",)), named("exact", "Sales"),
    )  # fmt: skip
    found = Catalogue(indicators, AreaList(()), ()).search("sales")
    assert [one.id for one in found] == ["exact", "alias", "begins", "word", "part"]
    assert [one.id for one in Catalogue(indicators[:1], AreaList(()), ()).search("sales")] == ["slip"]


def test_of_rivals_the_preferred_one_is_first():
    rivals = (named("one", "Debt", preferred="two", compare_with=("two",)), named("two", "Debt"))
    assert [one.id for one in IndicatorIndex(rivals).search("debt")] == ["two", "one"]


def test_words_for_one_thing_in_several_languages_find_it():
    wages = named("wages", "Average wage", aliases=("wages",))
    index = IndicatorIndex([wages])
    for word in ("salaries", "Löhne", "зарплаты", "工资", "pay"):
        assert index.search(word) == (wages,), word


def test_a_search_loads_nothing_heavy():
    code = (
        "import sys, json; from indicators.files import read_embedded_catalogue as r; r(); r().search('inlfation');"
        "print(json.dumps([m for m in ('pandas', 'duckdb', 'pyarrow', 'numpy') if m in sys.modules]))"
    )
    read_embedded_catalogue()  # the snapshot is there
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(printed) == []
