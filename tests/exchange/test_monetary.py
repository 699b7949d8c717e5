"""A unit of money, a rate and prices concern sums of money alone."""

import pytest
from typer.testing import CliRunner

import indicators as ind
from indicators.cli import app
from indicators.errors import UnitMismatchError
from indicators.exchange import messages

AS_PUBLISHED = messages.STAYS_AS_PUBLISHED.format(indicators="Inflation (%)")


@pytest.mark.parametrize("terms", [{"unit": "EUR"}, {"prices": 2015}, {"prices": 2015, "unit": "LCU", "rate": "end"}])
def test_sums_are_on_the_terms_and_other_figures_as_published(terms):
    panel = ind.get("gdp~inflation", "RUS~CHN", "2019..2021", **terms)
    gdp, inflation = ind.get("gdp", "RUS~CHN", "2019..2021", **terms), ind.get("inflation", "RUS~CHN", "2019..2021")
    rows = panel.frame.groupby("indicator")
    assert rows.get_group("gdp")["value"].tolist() == gdp.frame["value"].tolist()
    assert set(rows.get_group("gdp")["unit"]) == set(gdp.units)
    assert rows.get_group("inflation")["value"].tolist() == inflation.frame["value"].tolist()
    assert set(rows.get_group("inflation")["unit"]) == {"%"}
    assert panel.steps[-1].description == AS_PUBLISHED
    steps = {(one.name, one.sentence.removeprefix("GDP: "), one.publishers) for one in panel.steps[1:-1]}
    assert steps == {(one.name, one.sentence, one.publishers) for one in gdp.steps[1:]}


def test_rows_stay_in_the_order_asked_for_and_say_nothing_of_a_rate():
    panel = ind.get("inflation~gdp", "RUS", "2020..2021", unit="EUR")
    assert panel.frame["indicator"].tolist() == ["inflation"] * 2 + ["gdp"] * 2
    assert panel.frame["rule"].tolist() == ["", "", "average", "average"]
    assert panel.frame["rate"].isna().tolist() == [True, True, False, False]


def test_a_panel_in_another_unit_follows_the_same_rule():
    assert ind.get("gdp~inflation", "RUS", "2020").to("EUR").steps[-1].description == AS_PUBLISHED


def test_where_nothing_is_a_sum_of_money_the_unit_is_refused():
    with pytest.raises(UnitMismatchError, match=messages.NOT_MONEY.format(unit="%")):
        ind.get("inflation~unemployment", "RUS", "2020", unit="EUR")


def test_a_rate_of_exchange_is_no_sum_and_has_no_prices():
    beside = ind.get("gdp~exchange-rate-imf", "CHN", "2020", unit="EUR")
    assert set(beside.units) == {"EUR", "CNY per USD"}
    with pytest.raises(UnitMismatchError, match=r"^CNY per USD"):
        ind.get("exchange-rate-imf", "CHN", "2020", prices=2015)


@pytest.mark.parametrize("unit", ["EUR", "LCU", "million USD", "international dollars"])
def test_a_rate_of_exchange_alone_stays_as_published_and_says_so(unit):
    panel = ind.get("exchange-rate-imf", "RUS", "2020", unit=unit)
    assert panel.frame["value"].tolist() == ind.get("exchange-rate-imf", "RUS", "2020").frame["value"].tolist()
    assert panel.units == ("RUB per USD",)
    name = "IMF exchange rate, annual average (RUB per USD)"
    assert panel.steps[-1].description == messages.STAYS_AS_PUBLISHED.format(indicators=name)


def test_a_rate_of_exchange_can_still_be_counted_otherwise():
    assert ind.get("exchange-rate-imf", "RUS", "2020", unit="thousand RUB per USD").units == ("thousand RUB per USD",)


@pytest.mark.parametrize("terms", [{"unit": "EUR"}, {"unit": "LCU"}, {"unit": "RUB", "rate": "2020-12-30"}])
def test_what_money_buys_is_refused_at_a_rate_of_exchange(terms):
    with pytest.raises(UnitMismatchError, match=r"^GDP per capita, PPP: ") as caught:
        ind.get("gdp-per-capita-ppp", "RUS~DEU", "2020", **terms)
    assert caught.value.hint == messages.INTERNATIONAL_DOLLARS_HINT


def test_what_money_buys_becomes_the_money_of_its_country_at_parity():
    assert ind.get("gdp-per-capita-ppp", "RUS", "2020", unit="LCU", rate="ppp").frame["value"].iloc[0] > 500_000
    asked_of_many = ind.get("gdp-per-capita-ppp", "RUS", "2020", unit="EUR", rate="ppp")
    assert asked_of_many.frame["reason"].eq(messages.SHARED_CURRENCY.format(name="EUR")).all()


def test_a_unit_of_no_money_is_still_refused_for_sums():
    with pytest.raises(UnitMismatchError):
        ind.get("gdp~population", "RUS", "2020", unit="million persons")


def test_what_is_in_international_dollars_is_scaled_beside_what_becomes_them():
    panel = ind.get("gdp-per-capita-ppp~gdp-per-capita", "RUS", "2020", unit="thousand international dollars")
    assert panel.units == ("thousand international dollars per person",)


def test_the_command_says_what_stayed_as_published():
    words = "get gdp~inflation --country RUS --unit EUR --time 2020 --format table"
    result = CliRunner().invoke(app, words.split())
    assert result.exit_code == 0
    assert AS_PUBLISHED in result.stdout
