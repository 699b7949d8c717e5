"""The IMF's service: texts as values, attributes as places or texts, answers without a body, unmarked forecasts."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.errors import ProviderError, UsageError
from indicators.model.codelists import Area
from indicators.providers.services.imf import ImfService
from indicators.providers.services.service import FetchQuery
from tests.providers.fake_service import Reply

USA = Area("USA", "United States", alpha2="US")


def make_message(series, *, units=(), periods=("2026-M03", "2026-M04"), countries=("USA", "CHN")):
    dimensions = [
        {"id": id, "keyPosition": n, "values": [{"id": code} for code in codes]}
        for n, (id, codes) in enumerate(
            {"COUNTRY": countries, "TYPE_OF_TRANSFORMATION": ("IX", "PCH_PT"), "FREQUENCY": ("M",)}.items()
        )
    ]
    attributes = [
        {"id": "SCALE", "values": [{"id": "0"}, {"id": "6"}]},
        {"id": "COMMON_REFERENCE_PERIOD", "values": []},
        *([{"id": "UNIT", "values": [{"id": one} for one in units]}] if units else []),
    ]
    structure = {
        "dimensions": {
            "series": dimensions,
            "observation": [{"id": "TIME_PERIOD", "values": [{"value": one} for one in periods]}],
        },
        "measures": {"observation": [{"id": "OBS_VALUE"}]},
        "attributes": {"series": attributes, "observation": [{"id": "STATUS", "values": []}]},
    }
    data = {"dataSets": [{"structure": 0, "series": series}], "structures": [structure]}
    return json.dumps({"meta": {}, "data": data}).encode()


INDEX = {"0:0:0": {"attributes": [0, "2010A"], "observations": {"0": ["151.4352997287388", None], "1": [None, None]}}}
STRUCTURE = json.dumps({
    "data": {
        "dataflows": [{"id": "CPI", "name": "Consumer Price Index (CPI)"}],
        "dataStructures": [{"dataStructureComponents": {"dimensionList": {"dimensions": [
            {"id": "FREQUENCY", "position": 2},
            {"id": "COUNTRY", "position": 0},
            {"id": "TYPE_OF_TRANSFORMATION", "position": 1,
             "localRepresentation": {"enumeration": "urn:sdmx:x=IMF.STA:CL_T(1.0)"}},
        ]}}}],
        "codelists": [{"id": "CL_T", "codes": [{"id": "IX", "names": {"en": "Index"}}]}],
    }
}).encode()  # fmt: skip


def ask(talk, answer, series="CPI/USA.IX.M", structure=STRUCTURE, **query):
    asked = ImfService().fetch(FetchQuery(series, day=date(2026, 11, 30), **query))
    return talk(asked, {"structure/": structure, "data/": answer})


def test_values_that_are_texts_keep_their_digits_and_the_base_is_part_of_the_unit(talk):
    fetched = ask(talk, make_message(INDEX))
    rows = fetched.table.to_pylist()
    assert talk.asked[1].startswith("data/dataflow/IMF.STA/CPI/+/USA.IX.M?dimensionAtObservation=TIME_PERIOD")
    assert [(row["OBS_VALUE"], row["UNIT_MEASURE"], row["UNIT_MULT"]) for row in rows] == [
        ("151.4352997287388", "index, 2010 = 100", "0"), ("", "index, 2010 = 100", "0"),
    ]  # fmt: skip
    assert (fetched.title, rows[0]["INDICATOR_NAME"]) == (
        "Consumer Price Index (CPI)",
        "Consumer Price Index (CPI), Index",
    )


def test_countries_and_years_find_their_places(talk):
    ask(talk, make_message(INDEX), "CPI/.IX.M", areas=(USA,), start="2026", end="2026-04")
    assert "/USA.IX.M?" in talk.asked[1]
    assert talk.asked[1].endswith("c%5BTIME_PERIOD%5D=ge%3A2026%2Ble%3A2026-04")


def test_scales_are_powers_of_ten_and_units_those_of_the_attribute(talk):
    series = {"1:0:0": {"attributes": [1, None, 0], "observations": {"0": ["2.5", None]}}}
    row = ask(talk, make_message(series, units=("XDC",)), "CPI/.IX.M").table.to_pylist()[0]
    assert (row["REF_AREA"], row["UNIT_MEASURE"], row["UNIT_MULT"]) == ("CHN", "LCU", "6")


def test_years_to_come_are_forecasts(talk):
    series = {"0:1:0": {"attributes": [0, None], "observations": {"0": ["1"], "1": ["2"]}}}
    fetched = ask(talk, make_message(series, periods=("2025", "2027")), "CPI/USA.PCH_PT.M")
    assert fetched.table["OBS_STATUS"].to_pylist()[1] == "F"
    assert set(fetched.table["UNIT_MEASURE"].to_pylist()) == {"%"}


@pytest.mark.parametrize(
    "answer",
    [
        Reply(status=204), Reply(b""), make_message({}), make_message(INDEX)[:-9], b'{"data": {}}', b"[]",
        b"<?xml version='1.0'?><a/>", make_message({"9:0:0": {"observations": {"0": ["1"]}}}),
    ],
)  # fmt: skip
def test_what_has_no_figures_is_refused(talk, answer):
    with pytest.raises(ProviderError, match="IMF"):
        ask(talk, answer)


@pytest.mark.parametrize("structure", [Reply(status=204), Reply(status=404), b"<html>", b'{"data": {}}'])
def test_without_a_structure_the_key_is_asked_for_as_it_is(talk, structure):
    assert ask(talk, make_message(INDEX), structure=structure).table.num_rows == 2
    with pytest.raises(UsageError, match="key"):
        ask(talk, make_message(INDEX), "CPI/.IX.M", structure=structure, areas=(USA,))


@pytest.mark.parametrize(
    ("address", "series"),
    [
        ("https://data.imf.org/en/Data-Explorer?datasetUrn=IMF.STA:CPI(5.0.0)", "IMF.STA,CPI"),
        (
            "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/CPI/%2B/USA.CPI._T.IX.M",
            "IMF.STA,CPI/USA.CPI._T.IX.M",
        ),
    ],
)
def test_addresses_of_pages_are_understood(address, series):
    assert ImfService().read_address(address).series == series


def test_choices_beside_the_key_of_an_address_are_kept():
    address = "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/CPI/%2B/%2A"
    query = ImfService().read_address(f"{address}?c%5BCOUNTRY%5D=USA%2BCHN&c%5BTIME_PERIOD%5D=ge%3A2020%2Ble%3A2024")
    assert (dict(query.filters), query.start, query.end) == ({"REF_AREA": "USA~CHN"}, "2020", "2024")
