from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.errors import PeriodError, UnitMismatchError, UnknownUnitError, UsageError
from indicators.exchange import messages
from indicators.model.units import find_factor

CODES = st.sampled_from("RUB CNY EUR GBP JPY INR BRL MXN ZAR KRW SEK NOK CHF AUD CAD PLN CZK HUF DKK TRY USD".split())
YEARS = st.integers(2000, 2023).map(str)
AMOUNTS = st.floats(1e-3, 1e15)
DAYS = st.dates(pd.Timestamp("2015-01-12").date(), pd.Timestamp("2025-12-30").date()).map(str)


def rates(*arguments, **options):
    return ind.convert(*arguments, return_rates=True, **options)[1].to_dict("records")


def test_the_headline_sum_at_both_rates():
    assert ind.convert(24e12, "RUB", "USD", periods="2024") == pytest.approx(259.3e9, abs=0.05e9)
    assert ind.convert(24e12, "RUB", "USD", periods="2025-09-29", rule="spot") == pytest.approx(287.04e9, abs=0.005e9)


def test_a_rate_over_the_weekend_is_the_one_in_force():
    row = rates(1.0, "RUB", "USD", periods="2025-09-29", rule="spot")[0]
    assert (row["rate"], row["unit"], row["date"], row["publisher"]) == (
        83.6118, "RUB per USD", "2025-09-27", "Bank of Russia"
    )  # fmt: skip


def test_the_ecbs_holidays_have_the_last_rate_before():
    row = rates(1.0, "HRK", "USD", periods="2022-12-31", rule="spot")[0]
    assert (row["date"], row["publisher"], row["path"]) == ("2022-12-30", "ECB", "HRK → EUR → USD")
    assert "last" in row["basis"]


@pytest.mark.parametrize(
    ("old", "new", "year", "ratio"),
    [
        ("TRL", "TRY", "2004", 1e6),
        ("TRL", "TRY", "1995", 1e6),
        ("RUR", "RUB", "1997", 1e3),
        ("BYR", "BYN", "2015", 1e4),
        ("BYR", "BYN", "2017", 1e4),
        ("DEM", "EUR", "2010", 1.95583),
        ("HRK", "EUR", "2023", 7.5345),
    ],
)
def test_old_money_is_new_money_by_law(old, new, year, ratio):
    values = ind.convert([ratio, 1.0], [old, new], "USD", periods=year)
    assert values[0] == pytest.approx(values[1], rel=1e-12)
    assert ind.convert(ratio, old, new, periods=year) == pytest.approx(1.0, rel=1e-12)


def test_the_kuna_had_a_market_rate_before_the_euro_fixed_it():
    assert ind.convert(7.5345, "HRK", "EUR", periods="2010") != pytest.approx(1.0, rel=0.01)


def test_a_countrys_own_money_goes_through_what_it_was_then():
    row = rates(1.0, "LCU", "USD", periods="2010", areas="HRV")[0]
    assert row["path"] == "EUR → HRK (by law) → USD"
    assert row["factor"] == pytest.approx(7.5345 / 5.498, rel=1e-4)


def test_series_that_a_publisher_keeps_in_other_money_are_read_in_that():
    sucre, dollar = ind.convert([25_000.0, 1.0], ["ECS", "USD"], "USD", periods=["1999", "1999"])
    assert (sucre, dollar) == (pytest.approx(25_000 / 11_786.8, rel=1e-4), 1.0)
    assert ind.convert(1.0, "USD", "VEF", periods="2010") == pytest.approx(2.58, rel=1e-2)


def test_a_missing_rate_stays_missing_with_its_reason():
    values, table = ind.convert(
        [1.0, 1.0], ["KES", "EUR"], "USD", periods=["2024", "2024"], rule="end", return_rates=True
    )
    assert np.isnan(values).tolist() == [True, False]
    assert table["reason"].tolist() == [messages.NO_RATE_AT_ALL.format(rate="a daily rate", name="KES"), ""]
    assert rates(1.0, "USD", "RUB", periods="1988")[0]["reason"] == messages.BEFORE_ITS_TIME.format(
        name="RUB", day="1998-01-01"
    )
    assert rates(1.0, "USD", "KES", periods="2030")[0]["reason"].startswith("There is no average rate for USD in 2030.")
    assert (
        messages.BEFORE_ITS_TIME.format(name="EUR", day="1999-01-01")
        in rates(1.0, "EUR", "USD", periods="1990")[0]["reason"]
    )


def test_special_drawing_rights_have_rates_since_they_were_first_worth_a_dollar():
    values = ind.convert([1.0] * 4, "XDR", "USD", periods=["1969", "1970", "1975", "2024"])
    assert np.isnan(values[0])
    assert values[1:].tolist() == pytest.approx([1.0, 1 / 0.823623344715017, 1 / 0.7532679411932385])


def test_what_is_available_ends_where_the_law_no_longer_ties_two_currencies():
    available = rates(1.0, "DDM", "USD", periods="1985")[0]["reason"]  # the mark of East Germany joined in July 1990
    assert "IMF, 1991 to 1998" in available
    assert "IMF, 1950" not in available


def test_ppp_needs_a_country():
    assert (
        messages.SHARED_CURRENCY.format(name="EUR") == rates(1.0, "EUR", "USD", periods="2024", rule="ppp")[0]["reason"]
    )
    assert ind.convert(1.0, "RUB", "international dollars", periods="2024", rule="ppp") == pytest.approx(
        1 / 29.03, rel=1e-3
    )


@pytest.mark.parametrize(
    ("money", "year", "parity"),
    [("ITL", "1995", 1503.15), ("TRL", "1995", 17_711.0), ("HRK", "2015", 3.51238), ("RUR", "1995", 1715.17)],
)
def test_ppp_of_retired_money_is_counted_from_the_money_its_country_has_now(money, year, parity):
    assert ind.convert(parity, money, "USD", periods=year, rule="ppp") == pytest.approx(1.0, rel=1e-4)


def test_ppp_of_money_that_the_law_ties_to_nothing_its_country_has_now_is_no_rate():
    assert rates(1.0, "CLF", "USD", periods="2020", rule="ppp")[0]["reason"]


def test_one_publisher_can_be_asked_for():
    by = [rates(1.0, "RUB", "USD", periods="2024", by=name)[0]["rate"] for name in ("IMF", "cbr")]
    assert by == [92.5524, pytest.approx(92.565, abs=1e-3)]
    with pytest.raises(UsageError, match="IMF, World Bank, Bank of Russia, ECB"):
        ind.convert(1.0, "RUB", "USD", periods="2024", by="nobody")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("RUBB", "USD", "2024", "average"), UnknownUnitError),
        (("RUB", "%", "2024", "average"), UnitMismatchError),
        (("RUB", "USD per person", "2024", "average"), UnitMismatchError),
        (("RUB", "USD at 2015 prices", "2024", "average"), UnitMismatchError),
        (("LCU", "USD", "2024", "average"), UnitMismatchError),
        (("RUB", "USD", "24", "average"), PeriodError),
        (("RUB", "USD", "2024", "spot"), PeriodError),
        (("RUB", "USD", "2024", "stated"), UsageError),
        (("RUB", "USD", "2024", "=1+1"), UsageError),
    ],
)
def test_what_is_not_understood_is_said(arguments, error):
    source, target, periods, rule = arguments
    with pytest.raises(error):
        ind.convert(1.0, source, target, periods=periods, rule=rule)


def test_labels_may_be_texts_categories_numbers_days_or_periods():
    expected = ind.convert(np.ones(2), "RUB", "USD", periods=["2020", "2021"])
    for periods in (
        np.array(["2020", "2021"]),
        np.array([2020, 2021]),
        pd.Categorical(["2020", "2021"]),
        pd.Series([2020, 2021]),
        pd.PeriodIndex(["2020", "2021"], freq="Y"),
    ):
        assert ind.convert(np.ones(2), "RUB", "USD", periods=periods).tolist() == expected.tolist()
    days = np.array(["2020-03-02", "2020-03-03"], dtype="datetime64[ns]")
    assert not np.isnan(ind.convert(np.ones(2), "RUB", "USD", periods=days, rule="spot")).any()


def test_long_arrays_of_texts_and_categories_agree():
    generator = np.random.default_rng(1)
    codes, years = np.array(["RUB", "CNY", "EUR"]), np.arange(2000, 2020).astype(str)
    one, other = generator.integers(0, 3, 5000), generator.integers(0, 20, 5000)
    texts = ind.convert(np.ones(5000), codes[one], "USD", periods=years[other])
    categories = ind.convert(
        np.ones(5000), pd.Categorical.from_codes(one, codes), "USD", periods=pd.Categorical.from_codes(other, years)
    )
    assert texts.tolist() == categories.tolist()
    assert texts[7] == ind.convert(1.0, codes[one][7], "USD", periods=years[other][7])


def test_a_missing_label_finds_no_rate():
    source = pd.Categorical(["RUB", None, "CNY"], categories=["RUB", "CNY"])
    values, table = ind.convert(np.ones(3), source, ["USD", "USD", "EUR"], periods="2020", return_rates=True)
    assert np.isnan(values).tolist() == [False, True, False]
    assert len(table) == 2


def test_days_and_texts_that_are_missing_find_no_rate():
    days = np.array(["2020-03-02", "NaT"], dtype="datetime64[ns]")
    assert np.isnan(ind.convert(np.ones(2), "RUB", "USD", periods=days, rule="spot")).tolist() == [False, True]
    assert np.isnan(ind.convert(np.ones(2), ["RUB", None], "USD", periods="2020")).tolist() == [False, True]


def test_nothing_at_all_is_converted_to_nothing():
    values, table = ind.convert([], [], "USD", periods=[], return_rates=True)
    assert (values.shape, len(table)) == ((0,), 0)


def test_arrays_of_different_lengths_are_refused():
    with pytest.raises(UsageError, match="differ in length"):
        ind.convert([1.0, 2.0], ["RUB"] * 3, "USD", periods="2024")


@settings(max_examples=30)
@given(AMOUNTS, CODES, CODES, YEARS)
def test_there_and_back_is_the_identity(amount, source, target, year):
    there = ind.convert(amount, source, target, periods=year)
    assert ind.convert(there, target, source, periods=year) == pytest.approx(amount, rel=1e-12)


@settings(max_examples=30)
@given(CODES, CODES, CODES, YEARS)
def test_by_way_of_a_third_currency_is_the_same(one, other, third, year):
    direct = ind.convert(1.0, one, third, periods=year, by="IMF")
    way = ind.convert(ind.convert(1.0, one, other, periods=year, by="IMF"), other, third, periods=year, by="IMF")
    assert way == pytest.approx(direct, rel=1e-12)


@settings(max_examples=30)
@given(AMOUNTS, CODES, CODES, YEARS)
def test_multiplying_the_unit_divides_the_value(amount, source, target, year):
    plain = ind.convert(amount, source, target, periods=year)
    assert ind.convert(amount, source, f"billion {target}", periods=year) == pytest.approx(plain / 1e9, rel=1e-12)
    assert ind.convert(amount, f"million {source}", target, periods=year) == pytest.approx(plain * 1e6, rel=1e-12)


@settings(max_examples=30)
@given(st.lists(st.tuples(AMOUNTS, CODES, YEARS), min_size=1, max_size=20), st.randoms())
def test_the_order_of_rows_does_not_matter(rows, random):
    def converted(some):
        amounts, codes, years = zip(*some, strict=True)
        return dict(zip(some, ind.convert(amounts, list(codes), "USD", periods=list(years)), strict=True))

    shuffled = list(rows)
    random.shuffle(shuffled)
    assert converted(rows) == converted(shuffled)


@settings(max_examples=10)
@given(CODES, YEARS)
def test_nothing_in_nothing_out(code, year):
    assert np.isnan(ind.convert([np.nan], code, "USD", periods=year)).all()


@settings(max_examples=30)
@given(st.floats(0.01, 100), AMOUNTS, DAYS)
def test_one_rate_for_all_leaves_growth_as_it_is(growth, amount, day):
    before, after = ind.convert([amount, amount * growth], "RUB", "USD", periods=["2015", "2016"], rule=day)
    assert after / before == pytest.approx(growth, rel=1e-12)


@settings(max_examples=30)
@given(st.integers(2015, 2025), st.integers(1, 12))
def test_an_average_lies_within_its_days(year, month):
    days = pd.period_range(f"{year}-{month:02}", periods=1, freq="M")[0]
    span = pd.date_range(days.start_time, days.end_time.normalize()).strftime("%Y-%m-%d").to_numpy(dtype=object)
    daily = ind.convert(np.ones(len(span)), "USD", "RUB", periods=span, rule="spot", by="Bank of Russia")
    mean = ind.convert(1.0, "USD", "RUB", periods=f"{year}-{month:02}", by="Bank of Russia")
    assert daily.min() * (1 - 1e-12) <= mean <= daily.max() * (1 + 1e-12)
    assert mean == pytest.approx(daily.mean(), rel=1e-9)


def test_eight_threads_get_what_one_gets():
    pairs = [(one, other) for one in ("RUB", "EUR", "CNY", "TRL") for other in ("USD", "billion GBP")]

    def work(pair):
        return [
            (float(ind.convert(1.0, *pair, periods=str(2000 + n % 5))), find_factor(pair[0], f"million {pair[0]}"))
            for n in range(50)
        ]

    alone = [work(pair) for pair in pairs]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(work, pairs)) == alone


def test_the_average_of_a_day_is_the_rate_in_force_on_it():
    """A Saturday has no rate of its own; another publisher's cross of December is no answer."""
    days = [str(day) for day in np.arange("2015-01-01", "2016-01-01", dtype="datetime64[D]")]
    average, rates = ind.convert(np.ones(len(days)), "EUR", "USD", periods=days, return_rates=True)
    assert average.tolist() == ind.convert(np.ones(len(days)), "EUR", "USD", periods=days, rule="spot").tolist()
    assert set(rates["publisher"]) == {"ECB"}
    saturday = rates.set_index("period").loc["2015-01-10"]
    assert (saturday["rate"], saturday["date"]) == (1.1813, "2015-01-09")
    assert saturday["basis"] == messages.LAST_PUBLISHED


@pytest.mark.parametrize("pair", [("USD", "RUB"), ("CNY", "EUR"), ("GBP", "JPY")])
def test_an_average_of_two_days_lies_between_them(pair):
    both, one, other = (
        ind.convert(1.0, *pair, periods=text) for text in ("2015-01-15/P2D", "2015-01-15", "2015-01-16")
    )
    assert min(one, other) <= both <= max(one, other)
