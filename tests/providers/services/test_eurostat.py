"""Eurostat's services: cubes, codes passed over in silence, the codes of the euro area, and tickets."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pytest

from indicators.errors import ProviderError, ProviderUnreachableError, UsageError
from indicators.model.codelists import Area
from indicators.providers.services.eurostat import EurostatService
from indicators.providers.services.service import FetchQuery
from tests.providers.fake_service import Reply

GERMANY, GREECE, EURO = (
    Area("DEU", "Germany", alpha2="DE"),
    Area("GRC", "Greece", alpha2="GR"),
    Area("EMU", "Euro area"),
)


def make_cube(value=None, geo=("DE",), time=("2024-01", "2024-02"), sex=("T", "F"), status=None):
    axes = {
        "freq": {"M": "Monthly"},
        "sex": {"T": "Total", "F": "Females"},
        "unit": {"PC_ACT": "Percentage of labour force"},
    }
    axes = {**axes, "geo": dict.fromkeys(geo, "x"), "time": {one: one for one in time}}
    axes["sex"] = {code: axes["sex"][code] for code in sex}
    dimension = {
        id: {"label": id, "category": {"index": {code: n for n, code in enumerate(codes)}, "label": codes}}
        for id, codes in axes.items()
    }
    values = {"0": 4.0, "3": 3.5} if value is None else value
    content = {
        "version": "2.0", "class": "dataset", "label": "Unemployment - monthly data",
        "updated": "2026-09-22T11:00:00+0200",
        "value": values, "id": list(axes), "size": [len(codes) for codes in axes.values()], "dimension": dimension,
    }  # fmt: skip
    return json.dumps(content | ({"status": status} if status else {})).encode()


def ask(talk, replies, **query):
    replies = replies if isinstance(replies, dict) else {"statistics/": replies}
    return talk(EurostatService().fetch(FetchQuery("UNE_RT_M", day=date(2026, 11, 30), **query)), replies)


def test_a_sparse_cube_becomes_rows_with_codes_and_labels(talk):
    fetched = ask(talk, make_cube(), areas=(GERMANY,), start="2024")
    rows = fetched.table.to_pylist()
    assert talk.asked[0].startswith("statistics/1.0/data/une_rt_m?format=JSON&lang=EN&geo=DE&sinceTimePeriod=2024")
    assert [(one["TIME_PERIOD"], one["sex"], one["OBS_VALUE"]) for one in rows] == [
        ("2024-01", "T", "4.0"),
        ("2024-02", "F", "3.5"),
    ]
    assert (rows[0]["UNIT_MEASURE"], rows[0]["UNIT_NAME"]) == ("PC_ACT", "Percentage of labour force")
    assert (fetched.dimensions, fetched.updated, rows[1]["sex label"]) == (
        ("UNIT_MEASURE", "sex"),
        "2026-09-22",
        "Females",
    )


def test_a_chosen_code_becomes_part_of_the_name(talk):
    fetched = ask(talk, make_cube({"0": 1, "1": 2}, sex=("F",)), filters={"sex": "F", "unit": "PC_ACT"})
    assert set(fetched.table["INDICATOR_NAME"].to_pylist()) == {"Unemployment - monthly data, Females"}
    assert fetched.dimensions == ()


def test_combined_flags_are_told_apart(talk):
    fetched = ask(talk, make_cube({"0": 1, "1": 2}, status={"0": "bep", "1": "p|C"}))
    assert fetched.table["OBS_STATUS"].to_pylist() == ["b;e;p", "p;C"]


def test_greece_has_its_own_code_and_one_euro_area_stands_for_all(talk):
    cube = make_cube({"0": 1, "1": 2, "4": 3, "5": 4}, geo=("EA20", "EL", "EA21"), time=("2024-01",))
    others = "Euro area with the members of EA20"
    assert ask(talk, cube).table["REF_AREA"].to_pylist() == [others, "EL", "EL", "EA21"]
    assert ask(talk, cube, areas=(GREECE, EURO)).table["REF_AREA"].to_pylist() == ["EL", "EL", "EA21"]
    assert "geo=EL&geo=EA&geo=EA21&geo=EA20" in talk.asked[1]


@pytest.mark.parametrize("filters", [{"sex": "X"}, {"sex": "T~X"}, {"age": "Y15"}])
def test_codes_that_the_service_would_pass_over_are_refused(talk, filters):
    with pytest.raises(UsageError, match="UNE_RT_M"):
        ask(talk, make_cube(), filters=filters)


def test_the_population_of_the_first_of_january_is_no_forecast(talk):
    fetched = ask(talk, make_cube({"0": 1, "1": 2}, time=("2026", "2027"), sex=("T",)))
    assert fetched.table["OBS_STATUS"].to_pylist() == ["", "F"]


REFUSALS = {
    "no values": (make_cube({}), "no figures"),
    "404 in a 200": (b'{"error":[{"status":404,"label":"ERR_NOT_FOUND_4"}]}', "ERR_NOT_FOUND"),
    "too big": (Reply(b'{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG: 9 rows"}]}', 413), "fewer"),
    "contradiction": (make_cube().replace(b'"size": [1, 2', b'"size": [1, 3'), "Eurostat"),
    "no JSON": (b'{"value": {', "Eurostat"),
    "no cube": (b'{"value": {"0": 1}}', "Eurostat"),
    "null": (b"null", "Eurostat"),
    "a list": (b"[[]]", "Eurostat"),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_what_is_no_cube_is_refused(talk, what):
    body, words = REFUSALS[what]
    with pytest.raises(ProviderError, match=words):
        ask(talk, body)


DEFERRED = b'{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Please try again later."}}'
STRUCTURE = b"""<m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c">
<s:Dataflow id="UNE_RT_M"><c:Name>Unemployment</c:Name></s:Dataflow>
<s:Codelist id="SEX"><s:Code id="F"><c:Name>Females</c:Name></s:Code></s:Codelist>
<s:DimensionList><s:Dimension id="freq"/>
<s:Dimension id="sex"><s:Enumeration><Ref id="SEX"/></s:Enumeration></s:Dimension>
<s:Dimension id="unit"/><s:Dimension id="geo"/></s:DimensionList></m:Structure>"""
TICKET = b"""<?xml version="1.0"?><S:Envelope xmlns:S="s"><queued>
<id>0f164c29-0e96-4757-9b81-e9fcff8b9899</id><status>SUBMITTED</status></queued></S:Envelope>"""
ROWS = b"""DATAFLOW,LAST UPDATE,freq,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
ESTAT:UNE_RT_M(1.0),22/09/26 11:00:00,M,F,PC_ACT,DE,2024-01,4.1,be,
"""


def status(word):
    inside = f'<n:asyncResponse xmlns:n="n"><n:status><n:status>{word}</n:status></n:status></n:asyncResponse>'
    return f'<S:Envelope xmlns:S="s"><S:Body>{inside}</S:Body></S:Envelope>'.encode()


def defer(*, first=TICKET, statuses=("SUBMITTED", "PROCESSING", "AVAILABLE"), data=ROWS):
    return {
        "statistics/": DEFERRED, "sdmx/2.1/dataflow": STRUCTURE, "sdmx/2.1/data/": first,
        "async/status": [status(word) for word in statuses], "async/data": data,
    }  # fmt: skip


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_ticket_is_followed_until_the_figures_are_ready(talk, pack):
    fetched = ask(talk, defer(data=pack(ROWS)), areas=(GERMANY,), filters={"sex": "F"})
    assert any("sdmx/2.1/data/UNE_RT_M/.F..DE?" in path for path in talk.asked)
    row = fetched.table.to_pylist()[0]
    assert (row["OBS_VALUE"], row["OBS_STATUS"], row["REF_AREA"], row["FREQ"]) == ("4.1", "b;e", "DE", "M")
    assert (fetched.updated, row["INDICATOR_NAME"]) == ("2026-09-22", "Unemployment, Females")
    assert sum("async/status" in path for path in talk.asked) == 3


def test_figures_may_come_at_once_after_all(talk):
    assert ask(talk, defer(first=ROWS)).table.num_rows == 1


def test_a_ticket_that_is_not_ready_in_time_is_to_be_asked_for_later(talk):
    with pytest.raises(ProviderUnreachableError, match="kept for a day"):
        ask(talk, defer(statuses=("PROCESSING",)))


def test_available_too_early_is_waited_for(talk):
    early = Reply(b"<S:Fault><faultstring>DATA_NOT_YET_AVAILABLE: check</faultstring></S:Fault>", 400)
    assert ask(talk, defer(statuses=("AVAILABLE",), data=[early, Reply(ROWS)])).table.num_rows == 1


@pytest.mark.parametrize("word", ["EXPIRED", "UNKNOWN_REQUEST"])
def test_a_lost_ticket_is_said_to_be_lost(talk, word):
    with pytest.raises(ProviderError, match="no longer knows"):
        ask(talk, defer(statuses=(word,)))


@pytest.mark.parametrize(
    ("address", "series", "filters"),
    [
        ("https://ec.europa.eu/eurostat/databrowser/view/une_rt_m/default/table?lang=en", "une_rt_m", {}),
        (
            "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/une_rt_m?format=JSON&geo=DE&sex=T&sex=F",
            "une_rt_m",
            {"sex": "T~F"},
        ),
    ],
)
def test_addresses_of_pages_are_understood(address, series, filters):
    query = EurostatService().read_address(address)
    assert (query.series, dict(query.filters)) == (series, filters)
    assert EurostatService().read_address("https://ec.europa.eu/eurostat") is None
