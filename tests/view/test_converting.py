import pytest

from indicators.errors import UsageError
from indicators.exchange import conversion
from indicators.exchange import messages as exchange_messages
from indicators.language.messages import NOT_AN_AMOUNT
from indicators.view.converting import ConversionRequest, convert, convert_sum
from indicators.view.rate_history import get_rate_history


@pytest.mark.parametrize(
    "amount", ["", "nan", "inf", "1e999", "١٢", "--", "=1+1", "1,00,0", "1e-400", "0x10", "9" * 50]
)
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(UsageError, match=NOT_AN_AMOUNT):
        ConversionRequest.read(amount, "RUB", "USD", period="2024")


@pytest.mark.parametrize(("text", "value"), [("24e12", 24e12), ("24,000,000", 24e6), ("1 000.5", 1000.5), ("-3", -3)])
def test_amounts_as_people_type_them(text, value):
    assert float(ConversionRequest.read(text, "RUB", "USD", period="2024").amount) == value


@pytest.mark.parametrize(("amount", "source"), [("$287 billion", ""), ("287", "billion USD"), ("287 bn", "dollars")])
def test_the_money_of_a_sum_is_named_with_it_or_beside_it(amount, source):
    (found,) = convert_sum(ConversionRequest.read(amount, source, "billion RUB", day="2025-09-29"))
    assert round(found.value) == 23997


@pytest.mark.parametrize(
    ("amount", "source", "why"),
    [
        ("287 billion", "", "287 billion"),
        ("$287 billion", "EUR", r"USD.*EUR"),
        ("24 трлн", "trillion RUB", "24000000000000 RUB"),
    ],
)
def test_an_amount_and_its_unit_that_do_not_go_together_are_refused(amount, source, why):
    with pytest.raises(UsageError, match=why):
        ConversionRequest.read(amount, source, "USD", period="2024")


@pytest.mark.parametrize(
    "options",
    [
        {}, {"period": "24"}, {"day": "2024"}, {"day": "2024-02-30"}, {"day": "2024-02-29", "rule": "average"},
        {"period": "2024", "rule": "spot"}, {"period": "2024", "country": "Atlantis"},
    ],
)  # fmt: skip
def test_a_sum_needs_a_time_that_fits_its_rule(options):
    with pytest.raises(UsageError):
        ConversionRequest.read("1", "RUB", "USD", **options)


def test_all_rules_that_the_time_allows_are_shown():
    found = convert_sum(ConversionRequest.read("24e12", "RUB", "billion USD", period="2024", day="2025-09-29"))
    assert [round(restatement.value) for restatement in found] == [259, 236, 287, 827]
    assert [restatement.rule.text for restatement in found] == ["average", "end", "spot", "ppp"]


def test_a_shared_currency_buys_at_the_prices_of_the_country_named():
    german, greek = (
        convert_sum(ConversionRequest.read("1", "EUR", "USD", period="2023", rule="ppp", country=country))[0].value
        for country in ("Germany", "Greece")
    )
    assert german < greek


def test_a_foreign_currency_is_not_taken_for_the_countrys_own():
    rouble, dollar = (
        convert_sum(ConversionRequest.read("1", code, "USD", period="2023", rule="ppp", country="Russia"))[0].value
        for code in ("RUB", "USD")
    )
    assert rouble < dollar == 1


def test_the_history_keeps_publishers_apart():
    history = get_rate_history("RUB", "USD")
    assert set(history.frame["publisher"]) == {"ECB", "Bank of Russia"}
    assert len(history.series()) == 2
    assert history.frame["entity"].unique().tolist() == ["RUB per USD"]


def test_the_history_of_a_currency_without_daily_rates_is_yearly():
    assert set(get_rate_history("KES", "USD").frame["frequency"]) == {"A"}
    assert get_rate_history("KPW", "USD").is_empty
    assert get_rate_history("USD", "USD").is_empty


@pytest.mark.parametrize(("code", "name"), [("XAU", "Gold"), ("XPT", "Platinum")])
def test_what_is_no_countrys_money_has_no_rate_for_that_reason(code, name):
    found = convert_sum(ConversionRequest.read("5", code, "USD", period="2020"))
    reasons = [restatement.reason for restatement in found]
    assert all(reason.startswith(f"{code} ({name}) is not the currency of any country") for reason in reasons)


def test_money_of_one_former_country_is_not_said_to_be_of_several():
    (found,) = convert_sum(ConversionRequest.read("5", "DDM", "USD", period="1988", rule="ppp"))
    assert found.reason == exchange_messages.NO_RATE_AT_ALL.format(rate="a purchasing power parity", name="DDM")


def test_the_table_of_rates_is_made_only_when_it_is_asked_for(monkeypatch):
    tables = []
    monkeypatch.setattr(conversion, "explain_rates", lambda *_, **__: tables.append(1) or {"rate": [1.0]})
    convert([1.0, 2.0], "EUR", "USD", periods=["2020", "2021"])
    assert tables == []
    convert([1.0, 2.0], "EUR", "USD", periods=["2020", "2021"], return_rates=True)
    assert tables == [1]
