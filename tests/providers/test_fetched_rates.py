"""Fetched exchange rates are used in conversions, beside the embedded ones, with publisher, day and kind."""

from __future__ import annotations

import pytest

import indicators as ind
from indicators.store import open_store
from indicators.store.release_comparison import find_revisions
from tests.providers.fake_service import FakeService, Reply

HEAD = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
CURRENCIES = (
    '<ValCurs><Valute ID="R01235"><CharCode>USD</CharCode></Valute>'
    '<Valute ID="R01335"><CharCode>KZT</CharCode></Valute></ValCurs>'
)


@pytest.fixture
def bank(tmp_path, monkeypatch):
    service = FakeService()
    for name in ("ECB", "BANK_OF_RUSSIA"):
        monkeypatch.setenv(f"INDICATORS_URL_{name}", service.address)
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    yield service
    service.close()


def fetch_ecb(bank, *rates, key="EXR.D.USD.EUR.SP00.A", frequency="D"):
    rows = [f"EXR,{frequency},{currency},EUR,SP00,A,{day},{rate},A\n" for currency, day, rate in rates]
    bank.replies = [Reply(status=404), Reply((HEAD + "".join(rows)).encode())]
    return ind.fetch("ecb", key)


def fetch_roubles(bank, currency, day, nominal, value):
    record = f'<Record Date="{day}"><Nominal>{nominal}</Nominal><Value>{value}</Value></Record>'
    bank.replies = [Reply(CURRENCIES.encode()), Reply(f"<ValCurs>{record}</ValCurs>".encode())]
    return ind.fetch("bank-of-russia", currency)


def convert(source, target, day, **options):
    _, table = ind.convert([1], source, target, periods=[day], rule="end", return_rates=True, **options)
    return table.iloc[0][["rate", "unit", "kind", "date", "publisher"]].astype(str).tolist()


def test_a_fetched_rate_is_used_and_named_and_the_embedded_ones_stay(bank):
    before = convert("EUR", "USD", "2026-04-10")
    assert fetch_ecb(bank, ("USD", "2026-09-01", 1.25)).indicators == ("exchange-rate-ecb",)
    assert convert("EUR", "USD", "2026-09-01") == ["1.25", "USD per EUR", "end", "2026-09-01", "ECB"]
    assert convert("EUR", "USD", "2026-04-10") == before
    assert convert("EUR", "JPY", "2026-04-10")[-1] == "ECB"


@pytest.mark.parametrize("again", [False, True])  # from the table, and from what was kept of it
def test_a_conversion_names_the_origins_of_its_own_rates(bank, again):
    fetch_ecb(bank, ("USD", "2026-04-01", 1.15), ("USD", "2026-09-01", 1.25))
    days = ["2026-09-01", "2026-04-10", "2026-04-01", "2026-04"]
    for _ in range(1 + again):
        _, table = ind.convert([1] * 4, "EUR", "USD", periods=days, rule="average", return_rates=True)
        fetched, embedded, revised, both = table["origin"]
        assert embedded == "ecb-reference-rates"
        assert fetched == revised != embedded
        assert sorted(both.split()) == sorted([embedded, fetched])


def test_a_revised_rate_takes_the_place_of_the_earlier_one_which_stays(bank):
    for rate in (1.25, 1.26):
        fetch_ecb(bank, ("USD", "2026-09-01", rate))
    assert convert("EUR", "USD", "2026-09-01")[0] == "1.26"
    found = find_revisions(open_store(), "ecb-exr-d-usd-eur-sp00-a").frame
    assert found[["before", "after"]].to_numpy().tolist() == [[1.25, 1.26]]


def test_many_currencies_come_with_one_key(bank):
    fetch_ecb(bank, ("USD", "2026-09-01", 1.25), ("JPY", "2026-09-01", 170.5), key="EXR.D..EUR.SP00.A")
    assert [convert("EUR", to, "2026-09-01")[0] for to in ("USD", "JPY")] == ["1.25", "170.5"]


def test_the_rates_of_the_bank_of_russia_are_for_one_unit(bank):
    fetch_roubles(bank, "USD", "02.09.2026", 1, "81,5")
    fetch_roubles(bank, "KZT", "02.09.2026", 100, "15,25")
    expected = ["81.5", "RUB per USD", "end", "2026-09-02", "Bank of Russia"]
    assert convert("USD", "RUB", "2026-09-02") == expected
    assert ind.convert([1000], "KZT", "RUB", periods=["2026-09-02"], rule="end").tolist() == [152.5]


@pytest.mark.parametrize(("key", "frequency"), [("EXR.M.USD.EUR.SP00.A", "M"), ("EXR.A.USD.EUR.SP00.A", "A")])
def test_averages_of_the_ecb_are_no_daily_rates(bank, key, frequency):
    day = {"M": "2026-09", "A": "2026"}[frequency]
    report = fetch_ecb(bank, ("USD", day, 1.25), key=key, frequency=frequency)
    assert "exchange-rate-ecb" not in report.indicators
