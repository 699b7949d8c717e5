"""Twenty series fetched before are compared with a request or two; a service that can't is asked for each alone."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest

from indicators.errors import ProviderError
from indicators.providers.services.bis import BisService
from indicators.providers.services.comparisons import KnownSeries
from indicators.providers.services.dbnomics import DbnomicsService
from indicators.providers.services.ecb import CURRENCY_AREAS, EcbService
from indicators.providers.services.fred import FredService
from indicators.providers.services.imf import ImfService
from indicators.providers.services.oecd import OecdService
from indicators.providers.services.service import FetchQuery
from tests.providers.fake_service import Reply
from tests.providers.services.test_imf import STRUCTURE as IMF_STRUCTURE
from tests.providers.services.test_imf import make_message
from tests.providers.services.test_sdmx_services import STRUCTURE as OECD_STRUCTURE

DAY = date(2026, 11, 30)
CHECKED = datetime(2026, 11, 20, 12, tzinfo=UTC)
CURRENCIES = sorted(CURRENCY_AREAS)[:20]
COUNTRIES = "AR AU BR CA CH CL CN CO CZ DK GB HK HU ID IL IN IS JP KR MA".split()
AREAS = "ARG AUS BRA CAN CHE CHL CHN COL CZE DNK GBR HKG HUN IDN ISR IND ISL JPN KOR MAR".split()
NONE = Reply(b"", 404)


def list_codes(path, pattern):
    return re.search(pattern, path)[1].split("+")


class Bank:
    """Answers with what it was asked for; the values of some codes can be changed."""

    def __init__(self):
        self.values = {}

    def value(self, code):
        return self.values.get(code, "1.5")

    def ecb(self, path):
        rows = [f"D,{one},EUR,SP00,A,2026-09-03,{self.value(one)},A,{one}" for one in list_codes(path, r"/D\.([^.]+)")]
        head = "FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT"
        return "\n".join([head, *rows, ""]).encode()

    def bis(self, path):
        rows = [f"D,{one},368,0,2025-06-18,{self.value(one)},A" for one in list_codes(path, r"/D\.([^?]+)")]
        return "\n".join(["FREQ,REF_AREA,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS", *rows, ""]).encode()

    def oecd(self, path):
        rows = [f"{one},M,CPI,N,2024-01,{self.value(one)},A,IX,0" for one in list_codes(path, r"1\.0/([^.]+)")]
        head = "REF_AREA,FREQ,MEASURE,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT"
        return "\n".join([head, *rows, ""]).encode()

    def imf(self, path):
        codes = list_codes(path, r"\+/([^.]+)\.IX")
        series = {
            f"{place}:0:0": {"attributes": [0, "2010A"], "observations": {"0": [self.value(one)]}}
            for place, one in enumerate(codes)
        }
        return make_message(series, countries=codes)

    def dbnomics(self, path):
        ids = re.search(r"series_ids=([^&]+)", path)
        codes = ids[1].split(",") if ids else [path.removeprefix("series/").partition("?")[0]]
        docs = [
            {"@frequency": "monthly", "dataset_code": "cbpol", "dataset_name": "Policy rates", "provider_code": "BIS",
             "dimensions": {"FREQ": "M", "REF_AREA": code[-2:], "UNIT": "PC"}, "period": ["2024-01"],
             "series_code": code.rpartition("/")[2], "series_name": code, "value": [float(self.value(code[-2:]))]}
            for code in codes
        ]  # fmt: skip
        return json.dumps({"series": {"docs": docs, "num_found": len(docs)}}).encode()


SERVICES = {
    "ecb": (EcbService, [f"EXR.D.{code}.EUR.SP00.A" for code in CURRENCIES], CURRENCIES, NONE, 2),
    "bis": (BisService, [f"WS_CBPOL/D.{code}" for code in COUNTRIES], COUNTRIES, NONE, 2),
    "oecd": (OecdService, [f"X,DSD_X@DF_X,1.0/{code}.M.CPI.N" for code in AREAS], AREAS, OECD_STRUCTURE, 2),
    "imf": (ImfService, [f"CPI/{code}.IX.M" for code in AREAS], AREAS, IMF_STRUCTURE, 2),
    "dbnomics": (DbnomicsService, [f"BIS/cbpol/M.{code}" for code in COUNTRIES], COUNTRIES, None, 1),
}


@pytest.fixture(params=SERVICES)
def many(request, talk):
    """Twenty series as they were fetched, and a function that compares them."""
    service, series, codes, structure, requests = SERVICES[request.param]
    bank = Bank()
    figures = getattr(bank, request.param)
    replies = {"dataflow/ECB/": structure, "structure/": structure, "dataflow/X/": structure}
    replies |= {"data/": figures, "series": figures}

    def fetch(query):
        return talk(service().fetch(query), replies)

    queries = [FetchQuery(one, day=DAY) for one in series]
    known = [KnownSeries(query, fetch(query).fingerprint, CHECKED) for query in queries]
    talk.asked.clear()
    return bank, codes, requests, lambda: talk(service().compare(known), replies)


def test_twenty_series_are_compared_with_one_request_for_figures(many, talk):
    _bank, _codes, requests, compare = many
    assert compare() == dict.fromkeys(range(20), False)
    assert len(talk.asked) == requests


def test_the_series_that_changed_are_told_apart(many, talk):
    bank, codes, requests, compare = many
    bank.values = {codes[3]: "2.5", codes[17]: "7"}
    assert compare() == {place: place in (3, 17) for place in range(20)}
    assert len(talk.asked) <= requests + 2  # one of them alone, to see that it comes in the same form


def compare_rates(talk, series, answer, seen="", starts=()):
    starts = starts or [""] * len(series)
    known = [
        KnownSeries(FetchQuery(one, day=DAY, start=start), seen, CHECKED)
        for one, start in zip(series, starts, strict=True)
    ]
    return talk(EcbService().compare(known), {"dataflow/": NONE, "data/": answer})


def list_figures_asked(talk):
    return [path.removeprefix("data/").partition("?")[0] for path in talk.asked if path.startswith("data/")]


@pytest.mark.parametrize(
    ("series", "starts", "expected"),
    [
        (["EXR.D.USD.EUR.SP00.A", "EXR.M.JPY.EUR.SP00.A"], (), []),  # would be four series
        (["EXR.D.USD.EUR.SP00.A", "EXR.D.JPY.EUR.SP00.A"], ("2020", ""), []),
        (["EXR.D.USD.EUR.SP00.A", "FM.D.U2.EUR.4F.KR.DFR.LEV"], (), []),
        (["EXR/D..EUR.SP00.A", "EXR.D.USD.EUR.SP00.A"], (), []),
        (["EXR.D.USD+CHF.EUR.SP00.A", "EXR.D.USD.EUR.SP00.A"], (), ["EXR/D.USD+CHF.EUR.SP00.A"]),
        (
            [f"EXR.{one}.{code}.EUR.SP00.A" for one in "DM" for code in ("USD", "JPY", "CHF")], (),
            ["EXR/D.USD+JPY+CHF.EUR.SP00.A", "EXR/M.USD+JPY+CHF.EUR.SP00.A"],
        ),
    ],
)  # fmt: skip
def test_no_more_is_asked_for_than_is_stored(talk, series, starts, expected):
    assert compare_rates(talk, series, Reply(b"", 404), starts=starts) == {}
    assert list_figures_asked(talk) == expected


def test_many_series_do_not_make_an_address_too_long(talk):
    series = [f"EXR.D.{chr(65 + n // 26)}{chr(65 + n % 26)}X.EUR.SP00.A" for n in range(120)]
    compare_rates(talk, series, Reply(b"", 413))
    assert [path.count("+") + 1 for path in list_figures_asked(talk)] == [50, 50, 20]


def test_nothing_is_said_of_a_series_that_did_not_come_or_comes_otherwise_alone(talk):
    series = ["EXR.D.USD.EUR.SP00.A", "EXR.D.JPY.EUR.SP00.A", "EXR.D.CHF.EUR.SP00.A"]
    head = "FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE"
    rows = {code: f"D,{code},EUR,SP00,A,2026-09-03,1.5" for code in ("USD", "JPY")}

    def answer(path):
        if "+" in path:  # with a further column, as the company has notes
            return "\n".join([f"{head},OBS_COM", *(f"{row},x" for row in rows.values()), ""]).encode()
        return f"{head}\n{rows['USD']}\n".encode()

    assert compare_rates(talk, series, answer) == {0: True}  # which was asked for alone; the others are to be


# FRED


def list_updates(*pairs):
    return json.dumps({"seriess": [{"id": code, "last_updated": time} for code, time in pairs]}).encode()


def compare_fred(talk, *pages, codes=("GDP", "CPIAUCSL")):
    known = [KnownSeries(FetchQuery(code, day=DAY), "seen", CHECKED) for code in codes]
    return talk(FredService().compare(known), {"series/updates": list(pages)})


def test_what_fred_did_not_update_since_is_unchanged(talk):
    page = list_updates(
        ("GDP", "2026-11-28 08:00:01-06"), ("X", "2026-11-21 08:00:00-06"), ("Y", "2026-11-19 08:00:00-06")
    )
    assert compare_fred(talk, page) == {1: False}  # GDP was updated later, and is asked for alone
    assert len(talk.asked) == 1


@pytest.mark.parametrize("time", ["2026-11-20 05:59:00-06", "2026-11-20 06:30:00-06"])  # it was asked at 6 there
def test_an_update_just_before_the_last_question_may_not_have_been_in_its_answer(talk, time):
    assert compare_fred(talk, list_updates(("GDP", time), ("Z", "2026-11-18 08:00:00-06"))) == {1: False}


def test_updates_are_listed_until_the_last_question_but_not_without_end(talk):
    pages = [list_updates((f"N{n}", f"2026-11-{29 - n} 08:00:00-06")) for n in range(3)]
    codes = [f"S{n}" for n in range(20)]
    assert compare_fred(talk, *pages, codes=codes) == {}  # the list didn't go back so far
    assert len(talk.asked) == 10
    assert [re.search(r"offset=(\d+)", path)[1] for path in talk.asked[:3]] == ["0", "1", "2"]


def test_a_list_of_updates_in_another_order_is_refused(talk):
    with pytest.raises(ProviderError, match="FRED"):
        compare_fred(talk, list_updates(("A", "2026-11-01 08:00:00-06"), ("GDP", "2026-11-29 08:00:00-06")))
