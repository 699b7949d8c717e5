"""Datasets asked for again: what changed becomes a release, and one that fails stands in no other's way."""

from __future__ import annotations

import pytest

import indicators as ind
from indicators.errors import UnknownNameError, UsageError
from indicators.view.updating import update
from tests.providers.fake_service import Reply

ROW = (
    '{"indicator":{"id":"%s","value":"Output (current US$)"},"country":{"id":"RU","value":"Russia"},'
    '"countryiso3code":"RUS","date":"2024","value":%s,"unit":"","obs_status":""}'
)


def make_answer(code, value):
    return Reply(
        f'[{{"page":1,"pages":1,"total":1,"sourceid":"2","lastupdated":"2026-07-13"}},[{ROW % (code, value)}]]'.encode()
    )


def set_value(bank, code, value):
    path = f"country/all/indicator/{code}?format=json&per_page=20000&page=1"
    bank.paths[path] = make_answer(code, value) if value is not None else Reply(status=503)


@pytest.fixture
def fetched(bank):
    for code in ("ONE.CD", "TWO.CD"):
        set_value(bank, code, 1)
        ind.fetch("world-bank", code)
    return bank


def test_only_what_changed_becomes_a_release(fetched):
    assert [result.has_news for result in update()] == [False, False]
    set_value(fetched, "TWO.CD", 2)
    results = {result.dataset: result for result in update()}
    assert results["world-bank-one-cd"].release == ""
    assert results["world-bank-two-cd"].release
    assert "changed: 1" in results["world-bank-two-cd"].text


def test_checking_finds_news_and_changes_nothing(fetched):
    set_value(fetched, "TWO.CD", 2)
    assert [result.has_news for result in update(check=True)] == [False, True]
    assert ind.get("world-bank-two-cd-output", "RUS").frame["value"].tolist() == [1.0]


def test_an_area_of_ones_own_is_asked_for_again(bank, tmp_path):
    (tmp_path / "output.csv").write_text("Country,Year,Output (USD)\nAtlantis,2024,1\n", encoding="utf-8")
    ind.import_file(tmp_path / "output.csv", dataset="own", own_areas=True)
    answer = Reply(make_answer("ONE.CD", 1).body.replace(b"RUS", b"ATLANTIS"))
    bank.paths["country/ATLANTIS/indicator/ONE.CD?format=json&per_page=20000&page=1"] = answer
    ind.fetch("world-bank", "ONE.CD", country="Atlantis")
    assert [result.error for result in update()] == [None]


def test_a_service_that_fails_for_one_dataset_is_asked_for_the_others(fetched):
    set_value(fetched, "ONE.CD", None)
    set_value(fetched, "TWO.CD", 2)
    failed, done = update()
    assert "World Bank" in str(failed.error)
    assert done.release


def list_databases(bank, day):
    bank.paths["source?format=json&per_page=1000"] = Reply(
        f'[{{"page":1,"pages":1,"total":1}},[{{"id":"2","lastupdated":"{day}","name":"WDI"}}]]'.encode()
    )


@pytest.mark.parametrize(("day", "has_news"), [("2026-07-13", False), ("2026-10-13", True)])
def test_many_series_are_checked_with_one_request(bank, day, has_news):
    for number in range(3):
        set_value(bank, f"X{number}.CD", number)
        ind.fetch("world-bank", f"X{number}.CD")
    list_databases(bank, day)
    asked = len(bank.asked)
    results = [*update(check=True)]
    assert [result.has_news for result in results] == [has_news] * 3
    assert len(bank.asked) - asked == 1
    if not has_news:
        assert [result.release for result in update()] == [""] * 3
        assert len(bank.asked) - asked == 2


RATES = "FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE"


def set_rates(bank, **rates):
    rows = {code: f"D,{code},EUR,SP00,A,2026-09-03,{rate}" for code, rate in rates.items()}
    for codes in (*([code] for code in rates), list(rates)):
        told = "\n".join([RATES, *(rows[code] for code in codes), ""])
        bank.paths[f"data/EXR/D.{'+'.join(codes)}.EUR.SP00.A?format=csvdata"] = Reply(told.encode())


def test_series_of_one_dataflow_are_checked_together(bank, monkeypatch):
    monkeypatch.setenv("INDICATORS_URL_ECB", bank.address)
    bank.replies = [Reply(status=404)]
    set_rates(bank, CHF=0.9, JPY=170, USD=1.1)
    for code in ("CHF", "JPY", "USD"):
        ind.fetch("ecb", f"EXR.D.{code}.EUR.SP00.A")
    bank.asked.clear()
    assert [result.has_news for result in update(check=True)] == [False] * 3
    assert [path for path, _ in bank.asked if "/data/" in path] == ["/data/EXR/D.CHF+JPY+USD.EUR.SP00.A?format=csvdata"]
    set_rates(bank, CHF=0.9, JPY=171, USD=1.1)
    assert [result.has_news for result in update(check=True)] == [False, True, False]
    assert [bool(result.release) for result in update()] == [False, True, False]


def test_an_unknown_dataset_is_refused_before_anything_is_sent(fetched):
    asked = len(fetched.asked)
    with pytest.raises(UnknownNameError, match="world-bank-one-cd"):
        update(["world-bank-one-cd", "world-bank-one"])
    assert len(fetched.asked) == asked


def test_without_fetched_datasets_there_is_nothing_to_ask_for(bank):
    with pytest.raises(UsageError, match="indicators fetch"):
        update()


def test_an_embedded_dataset_is_renewed_beside_the_embedded_edition(bank, monkeypatch):
    codes = {"NY.GDP.MKTP.CD": 5e12, "SP.POP.TOTL": 1.5e8}
    monkeypatch.setattr(
        "indicators.view.updating._list_embedded",
        lambda: {"world-bank-wdi": ind_record("~".join([*codes, "SM.POP.REFG"]))},
    )
    for code, value in codes.items():
        set_value(bank, code, value)
    withdrawn = b'[{"message":[{"id":"175","key":"Invalid","value":"It may have been deleted or archived."}]}]'
    bank.replies = [Reply(withdrawn)]
    (result,) = update("world-bank-wdi")
    assert result.dataset == "world-bank-wdi-newer"
    assert result.release
    for id, value in (("gdp", 5e12), ("population", 1.5e8)):
        assert ind.get(id, "RUS", "2024").frame["value"].tolist() == [value]
    assert [one.has_news for one in update()] == [False]


def ind_record(series):
    from indicators.providers.fetch_records import FetchRecord

    return FetchRecord("world-bank", series)


def test_the_codes_of_the_embedded_world_bank_series_are_known():
    from indicators.view.updating import _list_embedded

    codes = _list_embedded()["world-bank-wdi"].series.split("~")
    assert {"NY.GDP.MKTP.CD", "SL.UEM.1524.FE.ZS"} <= set(codes)
    assert len(codes) == len(set(codes)) > 190
