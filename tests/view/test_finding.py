"""What publishers offer: kept catalogues, searched without a network, and asked for again on request."""

from __future__ import annotations

import json

import pytest

import indicators as ind
from indicators.errors import ProviderError, StoreWarning, UsageError
from indicators.files.store_faults import find_store_faults
from tests.providers.fake_service import FakeService, Reply

FLOWS = b"""<m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c"><s:Dataflow id="WS_CBPOL" agencyID="BIS" version="1.0">
<c:Name xml:lang="en">Central bank policy rates</c:Name></s:Dataflow>
<s:Dataflow id="DF_X" agencyID="OECD.X" version="2.0">
<c:Name xml:lang="fr">Prix</c:Name><c:Name xml:lang="en">Prices of
 homes</c:Name></s:Dataflow></m:Structure>"""
TOC = (
    b'"title"\t"code"\t"type"\t"last update of data"\t"last table structure change"\t"data start"\t"data end"\n'
    b'"Database by themes"\t"data"\t"folder"\t" "\t" "\t" "\t" "\n'
    b'"    Unemployment - monthly data"\t"une_rt_m"\t"dataset"\t"22.09.2026"\t"x"\t"1983M01"\t"2026M08"\n'
)
IMF = json.dumps({"data": {"dataflows": [
    {"id": "CPI", "agencyID": "IMF.STA", "name": "Consumer Price Index"},
    {"id": "CPI_2026_MAY_VINTAGE", "agencyID": "IMF.STA", "name": "Consumer Price Index, May"},
]}}).encode()  # fmt: skip
ILO = json.dumps([
    {"id": "UNE_RT_M", "indicator.label": "Unemployment rate (%)", "freq": "M", "data.start": 1948, "data.end": 2026,
     "last.update": "20/09/2026 07:29:34"},
]).encode()  # fmt: skip
BANK = [
    json.dumps([{"page": n, "pages": 2}, [{"id": f"A.B{n}", "name": f"Unemployment, part {n}", "unit": ""}]]).encode()
    for n in (1, 2)
]
FRED = json.dumps({"seriess": [{
    "id": "UNRATE", "title": "Unemployment Rate", "frequency_short": "M", "observation_start": "1948-01-01",
    "observation_end": "2026-10-01", "units": "Percent", "last_updated": "2026-11-06 07:45:02-06",
}]}).encode()  # fmt: skip
ANSWERS = {
    "dataflow/ECB/all/latest?detail=allstubs": FLOWS, "dataflow/BIS/all/latest": FLOWS,
    "dataflow/all/all/latest": FLOWS, "catalogue/toc/txt?lang=en": TOC, "structure/dataflow/all/*/+": IMF,
    "metadata/toc/indicator?lang=en&format=.json": ILO,
    "indicator?format=json&per_page=10000&page=1": BANK[0], "indicator?format=json&per_page=10000&page=2": BANK[1],
    "series/search?search_text=jobs&file_type=json&limit=100&api_key=sesame": FRED,
}  # fmt: skip
SERVICES = "WORLD_BANK ECB BIS BIS_CATALOGUE OECD EUROSTAT IMF ILOSTAT FRED DBNOMICS BANK_OF_RUSSIA".split()


@pytest.fixture
def offices(tmp_path, monkeypatch):
    service = FakeService()
    for name in SERVICES:
        monkeypatch.setenv(f"INDICATORS_URL_{name}", service.address)
    monkeypatch.setenv("FRED_API_KEY", "sesame")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.setattr("indicators.providers.fetching.clock.time.sleep", lambda _seconds: None)
    service.paths = {path: Reply(body) for path, body in ANSWERS.items()}
    service.replies = [Reply(status=404)]
    yield service
    service.close()


def test_catalogues_are_asked_for_once_and_searched_without_a_network(offices):
    found = ind.find("unemployment", refresh=True)
    asked = len(offices.asked)
    assert {*zip(found["provider"], found["code"], strict=True)} == {
        ("world-bank", "A.B1"), ("world-bank", "A.B2"), ("eurostat", "une_rt_m"), ("ilostat", "UNE_RT_M"),
    }  # fmt: skip
    rows = found.set_index("provider").fillna("")
    assert rows.loc["eurostat", ["start", "end", "updated"]].tolist() == ["1983M01", "2026M08", "2026-09-22"]
    assert rows.loc["ilostat", ["frequency", "start", "updated"]].tolist() == ["M", "1948", "2026-09-20"]
    assert ind.find("homes prices")["code"].tolist() == ["DF_X", "DF_X", "OECD.X,DF_X,2.0"]
    assert len(offices.asked) == asked


def test_frozen_copies_are_left_out_and_typing_errors_forgiven(offices):
    assert ind.find("consumer price", provider="imf", refresh=True)["code"].tolist() == ["IMF.STA,CPI"]
    assert ind.find("consumr price indx", provider="imf")["code"].tolist() == ["IMF.STA,CPI"]


def test_a_service_that_searches_itself_is_asked_when_it_is_named(offices):
    found = ind.find("jobs", provider="fred")
    assert found.iloc[0].tolist() == [
        "fred", "UNRATE", "Unemployment Rate", "M", "1948-01-01", "2026-10-01", "Percent", "2026-11-06",
    ]  # fmt: skip


def test_one_catalogue_that_can_not_be_had_is_told_and_the_others_are_used(offices):
    offices.paths["catalogue/toc/txt?lang=en"] = Reply(status=403)
    told = []
    found = ind.find("unemployment", refresh=True, warn=told.append)
    assert "Eurostat" in " ".join(told)
    assert set(found["provider"]) == {"world-bank", "ilostat"}
    with pytest.raises(ProviderError, match="Eurostat"):
        ind.find("unemployment", provider="eurostat", refresh=True)


def test_a_catalogue_that_comes_empty_does_not_take_the_place_of_the_kept_one(offices):
    ind.find("homes", provider="ecb", refresh=True)
    offices.paths["dataflow/ECB/all/latest?detail=allstubs"] = Reply(b"<Structure/>")
    with pytest.raises(ProviderError, match="empty"):
        ind.find("homes", provider="ecb", refresh=True)
    assert len(ind.find("homes", provider="ecb")) == 1


def test_a_damaged_catalogue_is_named_and_left_out(offices, tmp_path):
    ind.find("unemployment", refresh=True)
    store = tmp_path / "store"
    assert find_store_faults(store) == ()
    path = store / "answers" / "catalogues" / "eurostat.json"
    path.write_bytes(path.read_bytes().replace(b"une_rt_m", b"une_rt_n"))
    assert [fault.file for fault in find_store_faults(store)] == ["answers/catalogues/eurostat.json"]
    with pytest.warns(StoreWarning, match="eurostat"):
        assert set(ind.find("unemployment")["provider"]) == {"world-bank", "ilostat"}


def test_without_a_catalogue_nothing_is_sent_and_the_way_to_one_is_said(offices):
    with pytest.raises(UsageError, match="--refresh"):
        ind.find("unemployment")
    with pytest.raises(UsageError):
        ind.find(" ")
    assert offices.asked == []
