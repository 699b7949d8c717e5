"""The services that speak SDMX: the ECB, the BIS and the OECD, with answers of our own making in their shapes."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.errors import ProviderError, UsageError
from indicators.model.codelists import Area
from indicators.providers.services.bis import BisService
from indicators.providers.services.ecb import EcbService
from indicators.providers.services.oecd import OecdService
from indicators.providers.services.service import FetchQuery
from tests.providers.fake_service import Reply

DAY = date(2026, 11, 30)
NONE = Reply(b"", 404)
GERMANY, SWITZERLAND, JAPAN = (
    Area("DEU", "Germany", alpha2="DE"),
    Area("CHE", "Switzerland", alpha2="CH"),
    Area("JPN", "Japan", alpha2="JP"),
)
STRUCTURE = b"""<?xml version="1.0"?><m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c"><m:Structures>
<s:Dataflow id="DSD_X@DF_X"><c:Name xml:lang="fr">Prix</c:Name><c:Name xml:lang="en">Prices of
 things</c:Name></s:Dataflow>
<s:Codelist id="CL_M"><s:Code id="CPI"><c:Name xml:lang="en">Consumer prices</c:Name></s:Code>
<s:Code id="PPI"><c:Name xml:lang="en">Producer prices</c:Name></s:Code></s:Codelist>
<s:Codelist id="CL_A"><s:Code id="N"><c:Name xml:lang="en">Not adjusted</c:Name></s:Code></s:Codelist>
<s:DimensionList>
<s:Dimension id="REF_AREA"/><s:Dimension id="FREQ"/>
<s:Dimension id="MEASURE"><s:Enumeration><Ref id="CL_M"/></s:Enumeration></s:Dimension>
<s:Dimension id="ADJUSTMENT"><s:Enumeration>urn:sdmx:a=X:CL_A(1.0)</s:Enumeration></s:Dimension>
<s:TimeDimension id="TIME_PERIOD"/></s:DimensionList></m:Structures></m:Structure>"""
OECD_ROWS = b"""DATAFLOW,REF_AREA,FREQ,MEASURE,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT
X:DSD_X@DF_X(1.0),DEU,M,PPI,N,2024-02,102.5,A,IX,0
X:DSD_X@DF_X(1.0),DEU,M,CPI,N,2024-01,101.5,P,IX,0
X:DSD_X@DF_X(1.0),EA,M,CPI,N,2023-12,99,A,IX,0
"""


def rates(
    *rows, columns="KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT,TITLE"
):
    return "\n".join([columns, *rows, ""]).encode()


USD = 'EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-09-03,1.1615,A,USD,"US dollar, euro"'
JPY = 'EXR.D.JPY.EUR.SP00.A,D,JPY,EUR,SP00,A,2026-09-03,171.2,A,JPY,"Yen, euro"'


def ask(talk, service, series, answer, structure=NONE, **query):
    return talk(
        service().fetch(FetchQuery(series, day=DAY, **query)),
        {"dataflow/ECB": structure, "structure/": structure, "dataflow/X": structure, "data/": answer},
    )


def test_exchange_rates_get_the_country_and_the_unit_of_their_currency(talk):
    fetched = ask(talk, EcbService, "EXR.D.USD.EUR.SP00.A", rates(USD, ",,,,,,,,,,"))
    row = fetched.table.to_pylist()
    assert [(one["REF_AREA"], one["UNIT_MEASURE"], one["OBS_VALUE"]) for one in row] == [
        ("USA", "USD per EUR", "1.1615")
    ]
    assert row[0]["INDICATOR_NAME"] == "US dollar, euro"
    assert fetched.dimensions == ()


def test_open_places_of_a_key_become_dimensions_and_countries_find_theirs(talk):
    months = [row.replace("EXR.D", "EXR.M").replace(",D,", ",M,").replace("-09-03", "-09") for row in (JPY, USD)]
    fetched = ask(talk, EcbService, "EXR/M..EUR.SP00.A", rates(*months), areas=(JAPAN,), start="2025")
    assert talk.asked[1] == "data/EXR/M.JPY.EUR.SP00.A?format=csvdata&startPeriod=2025"
    assert (fetched.dimensions, fetched.table["CURRENCY"].to_pylist()) == (("CURRENCY",), ["JPY"])
    assert fetched.table["INDICATOR"].to_pylist() == ["ECB:EXR.M..EUR.SP00.A"]  # whatever the countries


def test_columns_that_an_answer_lacks_are_known_from_the_key(talk):
    body = b"FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE\nD,AUD,2026-02-17,1.6776\n"
    row = ask(talk, EcbService, "EXR/D..EUR.SP00.A", body).table.to_pylist()[0]
    assert (row["REF_AREA"], row["UNIT_MEASURE"]) == ("AUS", "AUD per EUR")


def test_the_last_update_is_that_of_the_headers(talk):
    reply = Reply(rates(USD), headers={"Last-Modified": "Thu, 03 Sep 2026 14:00:00 GMT"})
    assert ask(talk, EcbService, "EXR.D.USD.EUR.SP00.A", reply).updated == "2026-09-03"


def test_policy_rates_have_their_unit_and_their_definition(talk):
    body = (
        b"FREQ,REF_AREA,UNIT_MEASURE,UNIT_MULT,TIME_FORMAT,COMPILATION,DECIMALS,TITLE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
        b'D,CH,368,0,,"Since 2019 the policy rate; before, a range",4, Policy rate ,2025-06-18,0.25,A\n'
        b"D,XM,368,0,,x,4, Policy rate ,2025-06-19,NaN,M\n"
    )
    fetched = ask(talk, BisService, "WS_CBPOL/D.", body, areas=(SWITZERLAND, Area("EMU", "Euro area")))
    assert talk.asked[1] == "data/dataflow/BIS/WS_CBPOL/1.0/D.CH+XM?format=csv"
    rows = fetched.table.to_pylist()
    assert [(row["REF_AREA"], row["UNIT_MEASURE"], row["OBS_STATUS"]) for row in rows] == [
        ("CH", "% per year", "A"), ("EMU", "% per year", "M"),
    ]  # fmt: skip
    assert rows[0]["NOTE"] == "Since 2019 the policy rate; before, a range"
    assert fetched.dimensions == ()


def test_measures_become_indicators_with_the_labels_of_the_structure(talk):
    fetched = ask(talk, OecdService, "X,DSD_X@DF_X,1.0", OECD_ROWS, STRUCTURE)
    rows = fetched.table.to_pylist()
    assert [row["INDICATOR_NAME"] for row in rows] == ["Producer prices", "Consumer prices", "Consumer prices"]
    assert fetched.title == "Prices of things"
    assert (fetched.dimensions, rows[0]["ADJUSTMENT label"]) == (("ADJUSTMENT",), "Not adjusted")


def test_rows_outside_the_period_are_left_out_whatever_the_service_was_asked(talk):
    fetched = ask(talk, OecdService, "X,DSD_X@DF_X,1.0/..CPI.", OECD_ROWS, STRUCTURE, start="2024", end="2024-01")
    assert fetched.table["TIME_PERIOD"].to_pylist() == ["2024-01"]
    assert fetched.remarks


def test_choices_are_put_into_the_key_by_the_structure(talk):
    query = {"areas": (GERMANY,), "filters": {"measure": "CPI~PPI"}}
    ask(talk, OecdService, "X,DSD_X@DF_X,1.0", OECD_ROWS, STRUCTURE, **query)
    assert talk.asked == [
        "dataflow/X/DSD_X@DF_X/1.0?references=descendants", "data/X,DSD_X@DF_X,1.0/DEU..CPI+PPI.?format=csv",
    ]  # fmt: skip


def test_without_a_structure_the_columns_before_the_period_are_dimensions(talk):
    fetched = ask(talk, OecdService, "X,DSD_X@DF_X,1.0", OECD_ROWS)
    assert fetched.dimensions == ("ADJUSTMENT",)
    assert [name for name in fetched.table.column_names if "label" in name] == []


@pytest.mark.parametrize(
    ("series", "query"),
    [
        ("X,DSD_X@DF_X,1.0", {"filters": {"sex": "F"}}),
        ("X,DSD_X@DF_X,1.0/CHE...", {"areas": (GERMANY,)}),
        ("X,DSD_X@DF_X,1.0/DEU.M", {"areas": (GERMANY,)}),
        ("DF_X", {}),
        ("X,DSD_X@DF_X,1.0/a?b", {}),
    ],
)
def test_what_the_dataflow_does_not_have_is_refused_by_name(talk, series, query):
    with pytest.raises(UsageError):
        ask(talk, OecdService, series, OECD_ROWS, STRUCTURE, **query)


BROKEN = {
    "no column of values": b"REF_AREA,TIME_PERIOD\nDEU,2024\n",
    "a row is cut": OECD_ROWS[:-20],
    "a row is too long": OECD_ROWS + b"1,2,3,4,5,6,7,8,9,10,11,12\n",
    "only a header": OECD_ROWS.split(b"\n")[0] + b"\n",
    "another encoding": OECD_ROWS.replace(b"DEU,M,PPI", "DEU,M,Цена".encode("windows-1251")),
    "no wanted country": OECD_ROWS.replace(b"DEU", b"FRA"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_an_answer_that_is_broken_or_empty_is_refused(talk, what):
    with pytest.raises(ProviderError, match="OECD"):
        ask(talk, OecdService, "X,DSD_X@DF_X,1.0", BROKEN[what], STRUCTURE, areas=(GERMANY,))


def test_figures_that_are_not_of_countries_are_refused(talk):
    with pytest.raises(UsageError, match="countries"):
        ask(talk, OecdService, "X,DF_Y,1.0", b"FREQ,THING,TIME_PERIOD,OBS_VALUE\nA,B,2024,1\n")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("delimiter", [b",", b";", b"\t"])
def test_marks_and_delimiters_make_no_difference(talk, mark, delimiter):
    fetched = ask(talk, OecdService, "X,DSD_X@DF_X,1.0", mark + OECD_ROWS.replace(b",", delimiter), STRUCTURE)
    assert fetched.table["OBS_VALUE"].to_pylist() == ["102.5", "101.5", "99"]


@pytest.mark.parametrize(
    ("service", "address", "series"),
    [
        (EcbService, "https://data.ecb.europa.eu/data/datasets/EXR/EXR.D.USD.EUR.SP00.A", "EXR.D.USD.EUR.SP00.A"),
        (
            EcbService,
            "https://data-api.ecb.europa.eu/service/data/EXR/D..EUR.SP00.A?format=csvdata",
            "EXR.D..EUR.SP00.A",
        ),
        (BisService, "https://data.bis.org/topics/CBPOL/BIS,WS_CBPOL,1.0/D.CH", "WS_CBPOL/D.CH"),
        (BisService, "https://stats.bis.org/api/v1/data/WS_CBPOL/D.CH/all?format=csv", "WS_CBPOL/D.CH"),
        (BisService, "https://stats.bis.org/api/v2/data/dataflow/BIS/WS_CBPOL/1.0/D.CH", "WS_CBPOL/D.CH"),
        (OecdService, "https://sdmx.oecd.org/public/rest/data/X,DSD_X@DF_X,4.1/.M.LI", "X,DSD_X@DF_X,4.1/.M.LI"),
        (
            OecdService,
            "https://data-explorer.oecd.org/vis?df[ds]=a&df[id]=DSD_X%40DF_X&df[ag]=X&df[vs]=4.1&dq=.M",
            "X,DSD_X@DF_X,4.1/.M",
        ),
    ],
)
def test_addresses_of_pages_are_understood(service, address, series):
    assert service().read_address(address).series == series
    assert [
        other().read_address(address) for other in (EcbService, BisService, OecdService) if other is not service
    ] == [None] * 2


@pytest.mark.parametrize(
    "address",
    [
        "https://sdmx.oecd.org/archive/rest/data/OECD,DF_QNA,1.0/.Q?format=csv",
        "https://sdmx.oecd.org/archive/rest/dataflow/OECD/DF_QNA",
        "https://data-explorer.oecd.org/vis?df[ds]=DisseminateArchiveDMZ&df[id]=DF_QNA&df[ag]=OECD&dq=.Q",
    ],
)
def test_old_editions_of_the_oecd_are_refused_by_name(address):
    with pytest.raises(UsageError, match="archive of the OECD"):
        OecdService().read_address(address)
