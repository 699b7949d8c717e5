"""The list of indicators, for people and for machines."""

import json

from indicators.exports.listing import indicators_to_json, indicators_to_text
from indicators.files import read_embedded_catalogue

CATALOGUE = read_embedded_catalogue()


def test_every_indicator_has_its_line_with_code_name_and_unit():
    lines = indicators_to_text(CATALOGUE.indicators).splitlines()
    assert len(lines) == len(CATALOGUE.indicators)
    gdp = next(line for line in lines if line.startswith("gdp "))
    assert gdp.split()[:3] == ["gdp", "NY.GDP.MKTP.CD", "GDP"]
    assert gdp.endswith("(USD)")


def test_no_indicators_are_no_lines():
    assert indicators_to_text([]) == ""
    assert json.loads(indicators_to_json(CATALOGUE, [])) == []


def test_json_says_of_each_indicator_all_that_is_known_and_which_datasets_hold_it():
    entries = json.loads(indicators_to_json(CATALOGUE, CATALOGUE.indicators))
    assert [entry["id"] for entry in entries] == [indicator.id for indicator in CATALOGUE.indicators]
    turnover = next(entry for entry in entries if entry["id"] == "digital-economy-turnover")
    assert {"it-russia-2025-09-29", "raec"} <= set(turnover["datasets"])
    assert turnover["measure"] == "flow"
    assert all(entry["datasets"] and entry["description"] for entry in entries)
