"""DBnomics, FRED, ILOSTAT and the Bank of Russia, with answers of our own making in their shapes."""

from __future__ import annotations

import json
from datetime import date
from html import escape

import pytest

from indicators.errors import ProviderError, UsageError
from indicators.model.codelists import Area
from indicators.providers.services.bank_of_russia import BankOfRussiaService
from indicators.providers.services.data360 import Data360Service
from indicators.providers.services.dbnomics import DbnomicsService
from indicators.providers.services.fred import FredService
from indicators.providers.services.ilostat import IlostatService
from indicators.providers.services.service import FetchQuery
from tests.providers.fake_service import Reply

DAY = date(2026, 11, 30)
CHILE, USA = Area("CHL", "Chile", alpha2="CL"), Area("USA", "United States", alpha2="US")


def ask(talk, service, series, replies, **query):
    return talk(service().fetch(FetchQuery(series, day=DAY, **query)), replies)


# DBnomics


def make_doc(code="M.CL", area="CL", values=("NA", 2.5), **more):
    told = {"FREQ": "M", "REF_AREA": area, "UNIT": "PC"}
    return {
        "@frequency": "monthly", "dataset_code": "cbpol", "dataset_name": "Policy rates", "provider_code": "BIS",
        "dimensions": told, "indexed_at": "2026-06-25T01:24:17Z", "period": ["2024-01", "2024-02"],
        "series_code": code, "series_name": "Monthly - Chile", "value": list(values), **more,
    }  # fmt: skip


def list_docs(*docs, found=None):
    dataset = {"dimensions_values_labels": {"UNIT": {"PC": "Percent"}}}
    series = {"docs": list(docs), "num_found": len(docs) if found is None else found, "offset": 0}
    return json.dumps({"dataset": dataset, "provider": {"name": "Bank of Banks"}, "series": series}).encode()


def test_a_series_passed_on_names_both_publishers(talk):
    fetched = ask(talk, DbnomicsService, "BIS/cbpol/M.CL", {"series/": list_docs(make_doc())})
    rows = fetched.table.to_pylist()
    assert [(row["TIME_PERIOD"], row["OBS_VALUE"]) for row in rows] == [("2024-01", ""), ("2024-02", "2.5")]
    assert (rows[0]["REF_AREA"], rows[0]["UNIT_NAME"], rows[0]["FREQ"]) == ("CL", "Percent", "M")
    assert (fetched.producer, fetched.updated, fetched.dimensions) == ("Bank of Banks via DBnomics", "2026-06-25", ())


def test_several_series_keep_their_dimensions_and_come_page_by_page(talk):
    pages = [list_docs(make_doc(), found=2), list_docs(make_doc("M.US", "US"), found=2)]
    fetched = ask(talk, DbnomicsService, "BIS/cbpol/M.", {"series/": pages}, areas=(USA,))
    assert "offset=1" in talk.asked[1]
    assert fetched.table["REF_AREA"].to_pylist() == ["US", "US"]
    assert fetched.dimensions == ("UNIT_MEASURE",)
    with pytest.raises(ProviderError, match=r"two pages have M\.CL"):
        ask(talk, DbnomicsService, "BIS/cbpol/M.", {"series/": [list_docs(make_doc(), found=2)] * 2})


def test_a_scale_that_got_lost_is_not_made_up(talk):
    doc = make_doc(
        provider_code="IMF", dataset_code="WEO:2023-04", dimensions={"weo-country": "CHL", "unit": "persons"}
    )
    unit = (
        ask(talk, DbnomicsService, "IMF/WEO:2023-04/CHL.LP", {"series/": list_docs(doc)}).table["UNIT_NAME"][0].as_py()
    )
    assert "scale" in unit


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (list_docs(), UsageError),
        (list_docs(make_doc(values=(1,))), ProviderError),
        (list_docs(make_doc(), found=99_999), UsageError),
        ([list_docs(make_doc(), found=2), list_docs(found=2)], ProviderError),
        (list_docs(make_doc(dimensions={"FREQ": "M", "topic": "x"})), UsageError),
        (list_docs(make_doc(values=("NA", "NA"))), ProviderError),
        (b'{"errors": null}', ProviderError),
    ],
)
def test_answers_of_dbnomics_without_figures_are_refused(talk, answer, error):
    with pytest.raises(error, match="DBnomics"):
        ask(talk, DbnomicsService, "BIS/cbpol/M.", {"series/": answer})


# Data360


def list_rows(*rows, count=None):
    told = [
        {"OBS_VALUE": value, "INDICATOR": "WB_WDI_GROWTH", "REF_AREA": area, "TIME_PERIOD": period, "FREQ": "A",
         "UNIT_MEASURE": "PT_YR", "UNIT_MULT": 0, "OBS_STATUS": "A", "SEX": "_T", "COMMENT_OBS": None}
        for area, period, value in rows
    ]  # fmt: skip
    return json.dumps({"count": len(rows) if count is None else count, "value": told}).encode()


ABOUT = json.dumps(
    {"value": [{"series_description": {"idno": "WB_WDI_GROWTH", "name": "GDP growth (annual %)"}}]}
).encode()


def ask_data360(talk, *pages, about=ABOUT, **query):
    replies = {"metadata": about, "data?": list(pages)}
    return ask(talk, Data360Service, "WB_WDI_GROWTH", replies, **query)


def test_figures_of_data360_are_asked_for_until_all_are_there(talk):
    pages = [list_rows(("CHL", "2023", "0.5"), count=2), list_rows(("CHL", "2024", "null"), count=2)]
    fetched = ask_data360(talk, *pages, areas=(CHILE,), start="2020")
    expected = "data?DATABASE_ID=WB_WDI&INDICATOR=WB_WDI_GROWTH&REF_AREA=CHL&timePeriodFrom=2020&skip="
    assert talk.asked[1:] == [f"{expected}0", f"{expected}1"]
    rows = fetched.table.to_pylist()
    assert [(row["OBS_VALUE"], row["UNIT_MEASURE"], row["UNIT_MULT"]) for row in rows] == [
        ("0.5", "%", "0"),
        ("", "%", "0"),
    ]
    assert (fetched.title, fetched.producer) == ("GDP growth (annual %)", "World Bank")


@pytest.mark.parametrize(
    "answer",
    [
        list_rows(), list_rows(count=3), list_rows(("CHL", "2024", "1")).replace(b"WB_WDI_GROWTH", b"WB_WDI_OTHER"),
        b'{"value": []}', list_rows(("CHL", "2024", "null")), list_rows(("CHL", "2024", "1"))[:-9],
    ],
)  # fmt: skip
def test_answers_of_data360_without_figures_are_refused(talk, answer):
    with pytest.raises(ProviderError, match="Data360"):
        ask_data360(talk, answer)


def test_what_data360_finds_is_listed(talk):
    (found,) = talk(Data360Service().search("growth"), {"searchv2": ABOUT})
    assert (found.code, found.name) == ("WB_WDI_GROWTH", "GDP growth (annual %)")


# FRED


def describe(**more):
    about = {
        "id": "GDP", "title": "Gross Domestic Product", "frequency": "Quarterly", "frequency_short": "Q",
        "units": "Billions of Dollars", "seasonal_adjustment": "Seasonally Adjusted Annual Rate",
        "last_updated": "2026-09-25 07:55:01-05",
    }  # fmt: skip
    return json.dumps({"seriess": [{**about, **more}]}).encode()


def tag(*pairs):
    return json.dumps({"tags": [{"name": name, "group_id": group} for name, group in pairs]}).encode()


def observe(*pairs, count=None):
    rows = [{"realtime_start": "2026-09-25", "date": day, "value": value} for day, value in pairs]
    return json.dumps({"count": len(rows) if count is None else count, "observations": rows}).encode()


NATION = tag(("usa", "geo"), ("nation", "geot"), ("public domain: citation requested", "cc"))
GDP = observe(("2024-01-01", "."), ("2024-04-01", "28.5"))


def ask_fred(talk, *, about=None, tags=NATION, rows=GDP, dates=None, **query):
    replies = {"series/tags": tags, "series/observations": rows, "series?": about or describe()}
    replies |= {"series/release": Reply(status=404) if dates is None else b'{"releases":[{"id":53}]}'}
    replies |= {"release/dates": dates}
    return ask(talk, FredService, "gdp", replies, **query)


def test_a_series_of_fred_has_its_country_from_the_tags_and_its_scale_from_the_unit(talk):
    fetched = ask_fred(talk, start="2024")
    rows = fetched.table.to_pylist()
    assert [(row["TIME_PERIOD"], row["OBS_VALUE"]) for row in rows] == [("2024-Q1", ""), ("2024-Q2", "28.5")]
    assert (rows[0]["REF_AREA"], rows[0]["UNIT_MEASURE"]) == ("usa", "Billions of Dollars")
    assert (rows[0]["NOTE"], fetched.updated) == ("Seasonally Adjusted Annual Rate", "2026-09-25")
    assert "observation_start=2024-01-01" in talk.asked[-1]
    assert all("api_key" not in path for path in talk.asked)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2027-01-29", "2026-12-25", "2026-12-23", "2026-10-30"), "2026-12-23"),
        (("2026-12-25", "2026-12-26", "2026-11-26"), ""),  # days on which nothing comes
        ((), ""),
    ],
)
def test_the_next_release_is_the_first_of_the_calendar_on_which_something_can_come(talk, days, expected):
    dates = json.dumps({"release_dates": [{"release_id": 53, "date": day} for day in days]}).encode()
    assert ask_fred(talk, dates=dates).next_release == expected


@pytest.mark.parametrize("dates", [Reply(status=500), None])
def test_without_a_calendar_the_figures_come_all_the_same(talk, dates):
    fetched = ask_fred(talk, dates=dates)
    assert (fetched.table.num_rows, fetched.next_release) == (2, "")


def test_weeks_are_dated_by_their_day(talk):
    fetched = ask_fred(talk, about=describe(frequency_short="W", frequency="Weekly, Ending Friday"))
    assert fetched.table["TIME_PERIOD"].to_pylist() == ["2024-01-01", "2024-04-01"]
    assert "Ending Friday" in fetched.table["NOTE"][0].as_py()


@pytest.mark.parametrize(
    "tags", [tag(("ohio", "geo"), ("state", "geot")), tag(("usa", "geo"), ("china", "geo")), tag()]
)
def test_a_series_of_no_one_country_is_not_guessed(talk, tags):
    with pytest.raises(UsageError, match="country"):
        ask_fred(talk, tags=tags)


def test_a_country_that_no_tag_names_may_be_given(talk):
    assert ask_fred(talk, tags=tag(), areas=(CHILE,)).table["REF_AREA"][0].as_py() == "CHL"


def test_rights_of_others_are_told(talk):
    tags = tag(("usa", "geo"), ("copyrighted: pre-approval required", "cc"))
    assert "pre-approval" in ask_fred(talk, tags=tags).remarks[0]


def test_further_pages_are_asked_for(talk):
    pages = [observe(("2024-01-01", "1"), count=2), observe(("2024-04-01", "2"), count=2)]
    assert ask_fred(talk, rows=pages).table.num_rows == 2
    with pytest.raises(ProviderError, match="FRED"):
        ask_fred(talk, rows=[observe(("2024-01-01", "1"), count=2), observe(count=2)])


def test_every_edition_comes_with_its_day_and_says_what_it_no_longer_has(talk):
    told = [("2025-01-30", "2024-10-01", "1.0"), ("2025-02-27", "2024-10-01", "1.2"), ("2025-03-27", "2024-10-01", "."),
            ("2025-03-27", "2025-01-01", ".")]  # fmt: skip
    rows = [{"realtime_start": edition, "date": day, "value": value} for edition, day, value in told]
    answer = json.dumps({"count": len(rows), "observations": rows}).encode()
    table = ask_fred(talk, rows=answer, filters={"vintages": "all"}).table
    assert "realtime_start=1776-07-04&realtime_end=9999-12-31" in talk.asked[-1]
    found = zip(*(table[name].to_pylist() for name in ("VINTAGE", "OBS_VALUE", "OBS_STATUS")), strict=True)
    assert [*found] == [
        ("2025-01-30", "1.0", ""), ("2025-02-27", "1.2", ""), ("2025-03-27", "", "O"), ("2025-03-27", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("chosen", [{"sex": "F"}, {"vintages": "some"}])
def test_a_choice_that_fred_does_not_have_is_refused_and_not_passed_over(talk, chosen):
    with pytest.raises(UsageError, match="vintages=all"):
        ask_fred(talk, filters=chosen)
    assert talk.asked == []


# ILOSTAT

TOC = json.dumps([
    {"id": "UNE_RT_A", "indicator.label": "Unemployment rate by sex and age (%)", "last.update": "20/09/2026 07:29:34"}
]).encode()  # fmt: skip
RATES = (
    '\ufeff"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status","note_source"\n'
    '"CHL","BX:1","UNE_RT","SEX_T","AGE_YTHADULT_YGE15","2024",5.585,"M","R1:1"\n'
    '"X01","BX:1","UNE_RT","SEX_F","AGE_YTHADULT_YGE15","2022",4,,""\n'
).encode()


def ask_ilo(talk, rates=RATES, series="UNE_RT_A", **query):
    return ask(talk, IlostatService, series, {"metadata/toc": TOC, "data/indicator": rates}, **query)


def test_the_statuses_of_the_ilo_are_its_own(talk):
    fetched = ask_ilo(talk, areas=(CHILE, Area("WLD", "World")), start="2020")
    rows = fetched.table.to_pylist()
    assert talk.asked[1] == "data/indicator?id=UNE_RT_A&ref_area=CHL+WLD&timefrom=2020&format=.csv"
    assert [(row["REF_AREA"], row["OBS_STATUS"], row["NOTE"]) for row in rows] == [
        ("CHL", "E", "Modelled by the ILO"), ("WLD", "", ""),
    ]  # fmt: skip
    assert (rows[1]["sex"], rows[0]["age"], fetched.dimensions) == ("F", "YTHADULT_YGE15", ("sex", "age"))
    assert (fetched.updated, rows[0]["INDICATOR_NAME"]) == ("2026-09-20", "Unemployment rate by sex and age (%)")


def test_an_id_that_the_catalogue_does_not_have_is_not_asked_for(talk):
    with pytest.raises(UsageError, match="UNE_RT_A"):
        ask_ilo(talk, series="UNE_RTT_A")
    assert len(talk.asked) == 1


@pytest.mark.parametrize("rates", [RATES.split(b"\n")[0] + b"\n", RATES[:-20], b'{"error":"deprecated"}'])
def test_answers_of_the_ilo_without_figures_are_refused(talk, rates):
    with pytest.raises(ProviderError, match="ILOSTAT"):
        ask_ilo(talk, rates)


# Bank of Russia

LIST = """<?xml version="1.0" encoding="windows-1251"?><ValCurs Date="25.04.2026"><Valute ID="R01820">
<CharCode>JPY</CharCode><Name>Иен</Name></Valute></ValCurs>""".encode("windows-1251")
YEN = """<?xml version="1.0" encoding="windows-1251"?><ValCurs ID="R01820">
<Record Date="03.03.2026"><Nominal>100</Nominal><Value>49,3436</Value><VunitRate>0,493436</VunitRate></Record>
<Record Date="04.03.2026"><Nominal>1 000</Nominal><Value>493,039</Value></Record></ValCurs>""".encode("windows-1251")
WRONG = b'<?xml version="1.0" encoding="utf-8"?><ValCurs>Error in parameters</ValCurs>'


def ask_bank(talk, rates=YEN, series="jpy", **query):
    return ask(talk, BankOfRussiaService, series, {"XML_daily": LIST, "XML_dynamic": rates, "asmx": rates}, **query)


@pytest.mark.parametrize("series", ["jpy", "R01820"])
def test_rates_are_for_one_unit_whatever_the_nominal(talk, series):
    fetched = ask_bank(talk, series=series, start="2026-03", end="2026-04")
    rows = fetched.table.to_pylist()
    assert [(row["TIME_PERIOD"], row["OBS_VALUE"]) for row in rows] == [
        ("2026-03-03", "0.493436"),
        ("2026-03-04", "0.493039"),
    ]
    assert (rows[0]["REF_AREA"], rows[0]["UNIT_MEASURE"]) == ("JPN", "RUB per JPY")
    assert talk.asked[1] == "scripts/XML_dynamic.asp?date_req1=01/03/2026&date_req2=30/04/2026&VAL_NM_RQ=R01820"


KEY_RATE = '<KeyRate xmlns="x"><KR><DT>2026-03-03T00:00:00+03:00</DT><Rate>15.50</Rate></KR></KeyRate>'
DECLARED = f'<?xml version="1.0" encoding="utf-16"?>\n{KEY_RATE}'


@pytest.mark.parametrize(
    "result",
    [
        KEY_RATE, escape(KEY_RATE), escape(DECLARED), f"<![CDATA[{KEY_RATE}]]>", f"\n  {escape(KEY_RATE)}\n",
        escape(f"<string>{escape(KEY_RATE)}</string>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ['<s:Envelope xmlns:s="s"><s:Body><R>%s</R></s:Body></s:Envelope>', "<string>%s</string>"]
)
def test_the_key_rate_is_asked_for_by_soap(talk, result, around):
    body = (around % result).encode()
    row = ask_bank(talk, body, "key-rate").table.to_pylist()[0]
    assert (row["TIME_PERIOD"], row["OBS_VALUE"], row["REF_AREA"], row["UNIT_MEASURE"]) == (
        "2026-03-03", "15.50", "RUS", "% per year",
    )  # fmt: skip


@pytest.mark.parametrize("rates", [WRONG, b"<ValCurs/>", YEN[:-30], YEN.replace(b"49,34", b"")[:-9]])
def test_answers_of_the_bank_without_rates_are_refused(talk, rates):
    with pytest.raises(ProviderError, match="Bank of Russia"):
        ask_bank(talk, rates)


@pytest.mark.parametrize("series", ["XXX", "yen", "12"])
def test_an_unknown_currency_is_refused_with_those_there_are(talk, series):
    with pytest.raises(UsageError, match="Bank of Russia"):
        ask_bank(talk, series=series)


@pytest.mark.parametrize(
    ("service", "address", "series"),
    [
        (DbnomicsService, "https://db.nomics.world/BIS/cbpol/M.CH", "BIS/cbpol/M.CH"),
        (DbnomicsService, "https://api.db.nomics.world/v22/series/BIS/cbpol/M..?observations=1", "BIS/cbpol/M.."),
        (FredService, "https://fred.stlouisfed.org/series/GDP", "GDP"),
        (FredService, "https://api.stlouisfed.org/fred/series/observations?series_id=GDP&api_key=sesame", "GDP"),
        (BankOfRussiaService, "https://www.cbr.ru/scripts/XML_dynamic.asp?VAL_NM_RQ=R01820", "R01820"),
        (Data360Service, "https://data360.worldbank.org/en/indicator/WB_WDI_GROWTH", "WB_WDI_GROWTH"),
        (Data360Service, "https://data360api.worldbank.org/data360/data?INDICATOR=WB_WDI_GROWTH", "WB_WDI_GROWTH"),
        (IlostatService, "https://rplumber.ilo.org/data/indicator?id=UNE_RT_A&ref_area=KEN+USA", "UNE_RT_A"),
        (BankOfRussiaService, "https://www.cbr.ru/eng/hd_base/KeyRate/", "key-rate"),
    ],
)
def test_addresses_of_pages_are_understood(service, address, series):
    assert service().read_address(address).series == series
    assert service().read_address("https://example.org/series/GDP") is None
