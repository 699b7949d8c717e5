"""Indicators, origins and datasets are described in YAML; each entry is checked by itself."""

import pytest

from indicators.files.descriptions import read_dataset_description, read_indicators, read_origins
from indicators.model.observations import AggregationMethod, Measure, Prices
from indicators.model.origins import Licence, Origin
from indicators.model.periods import Frequency

INDICATOR = "- id: gdp\n  name: GDP\n  description: Text.\n  unit: USD\n  measure: flow\n  topic: Economy\n"
DATASET = """\
id: raec
title: Economy
publisher: RAEC
description: Text.
origins:
  - shared
  - id: own
    producer: RAEC
    title: Page
    date_published: 2026-02
    licence: {name: CC BY 4.0}
"""
SHARED = {"shared": Origin("shared", "IMF", "Outlook")}


def write(tmp_path, text):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_indicator_is_read_with_all_it_says(tmp_path):
    text = INDICATOR + "  prices: constant\n  base: 2015\n  code: NY.GDP\n  aliases: [output, 'no']\n"
    (indicator,), faults = read_indicators(write(tmp_path, text), "indicators.yaml")
    assert faults == []
    assert (indicator.id, indicator.measure, indicator.prices, indicator.base) == (
        "gdp", Measure.FLOW, Prices.CONSTANT, "2015",
    )  # fmt: skip
    assert indicator.aliases == ("output", "no")


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("unit: USD", "unit: billion USD", 4, "unit"),
        ("unit: USD", "unit: bananas per monkey", 4, "unit"),
        ("measure: flow", "measure: flaw", 5, "measure"),
        ("id: gdp", "id: GDP", 1, "id"),
        ("name: GDP", "name:", 2, "name"),
        ("name: GDP", "name: [GDP]", 2, "name"),
        ("topic: Economy", "prices: constant", 1, "topic"),
        ("topic: Economy", "topic: Economy\n  colour: red", 7, "colour"),
        ("topic: Economy", "topic: Economy\n  aliases: sales", 7, "aliases"),
        ("topic: Economy", "topic: Economy\n  prices: constant", 1, "base"),
        ("topic: Economy", "topic: Economy\n  numerator_measure: share", 7, "numerator_measure"),
    ],
)
def test_a_fault_of_an_indicator_has_its_line_and_key(tmp_path, old, new, line, column):
    text = INDICATOR.replace(old, new) + INDICATOR.replace("gdp", "sound")
    indicators, faults = read_indicators(write(tmp_path, text), "indicators.yaml")
    assert [indicator.id for indicator in indicators] == ["sound"]
    assert (line, column) in [(fault.line, fault.column) for fault in faults], faults


def test_an_indicator_names_its_levels_and_its_kin(tmp_path):
    growth = INDICATOR.replace("gdp", "growth") + "  growth_of: gdp\n  growth_in: USD\n  compare_with: [gdp]\n"
    (_, indicator), faults = read_indicators(write(tmp_path, INDICATOR + growth), "indicators.yaml")
    assert faults == []
    assert (indicator.growth_of, indicator.growth_in, indicator.compare_with) == ("gdp", "USD", ("gdp",))


def test_an_indicator_names_its_frequency_its_method_for_groups_and_the_one_to_prefer(tmp_path):
    rival = INDICATOR.replace("gdp", "weo") + (
        "  compare_with: [gdp]\n  preferred: gdp\n  preferred_because: It is newer.\n  related: [gdp]\n"
        "  frequency: M\n  adjustment: seasonally adjusted\n  aggregation: median of members\n"
    )
    (usual, indicator), faults = read_indicators(write(tmp_path, INDICATOR + rival), "indicators.yaml")
    assert faults == []
    assert (indicator.preferred, indicator.preferred_because, indicator.related) == ("gdp", "It is newer.", ("gdp",))
    assert (indicator.frequency, indicator.adjustment) == (Frequency.MONTHLY, "seasonally adjusted")
    assert indicator.aggregation is AggregationMethod.MEDIAN
    assert (usual.frequency, usual.aggregation, usual.preferred) == (Frequency.ANNUAL, None, "")


@pytest.mark.parametrize("more", ["", "  compare_with: [gdp]\n  preferred: gdp\n"])
def test_the_preferred_indicator_is_a_rival_that_prefers_no_other(tmp_path, more):
    text = INDICATOR + INDICATOR.replace("gdp", "weo") + more + INDICATOR.replace("gdp", "oecd") + "  preferred: weo\n"
    text += "  compare_with: [weo]\n" if more else ""
    (fault,) = read_indicators(write(tmp_path, text), "indicators.yaml")[1]
    assert (fault.column, fault.found) == ("oecd.preferred", "weo")


def test_topics_give_the_order_of_indicators_and_which_topics_there_are(tmp_path):
    (tmp_path / "topics.yaml").write_text("Prices: [Consumer prices]\nEconomy: [Income, Output]\n")
    one, other = (INDICATOR + f"  section: {name}\n" for name in ("Output", "Income"))
    text = one + other.replace("gdp", "gni") + INDICATOR.replace("gdp", "cpi").replace("Economy", "Prices")
    path = write(tmp_path, text + "  section: Consumer prices\n")
    indicators, faults = read_indicators(path, "indicators.yaml")
    assert faults == []
    assert [indicator.id for indicator in indicators] == ["cpi", "gni", "gdp"]


@pytest.mark.parametrize(
    ("topic", "section", "column", "hint"),
    [
        ("Economi", "Output", "gdp.topic", "Nearest: Economy."),
        ("Economy", "Outputs", "gdp.section", "Nearest: Output."),
        ("Economy", "", "gdp.section", None),
    ],
)
def test_an_unknown_topic_or_section_is_a_fault(tmp_path, topic, section, column, hint):
    (tmp_path / "topics.yaml").write_text("Economy: [Output]\n")
    text = INDICATOR.replace("Economy", topic) + (f"  section: {section}\n" if section else "")
    (fault,) = read_indicators(write(tmp_path, text), "indicators.yaml")[1]
    assert (fault.column, fault.hint) == (column, hint)


@pytest.mark.parametrize("topics", ["- Economy\n", "Economy: Output\n", "Economy: [Output, '']\n", "{"])
def test_a_table_of_topics_that_cannot_be_read_is_one_fault(tmp_path, topics):
    (tmp_path / "topics.yaml").write_text(topics)
    (fault,) = read_indicators(write(tmp_path, INDICATOR), "indicators.yaml")[1]
    assert fault.file == "topics.yaml"


@pytest.mark.parametrize(
    "line",
    ["growth_of: gdpp", "compare_with: [gdpp]", "overlaps_with: [gdpp]", "related: [gdpp]", "preferred: gdpp"],
)
def test_an_indicator_names_only_indicators_that_are_there(tmp_path, line):
    (fault,) = read_indicators(write(tmp_path, INDICATOR + f"  {line}\n"), "indicators.yaml")[1]
    assert (fault.column, fault.found, fault.hint) == (f"gdp.{line.split(':')[0]}", "gdpp", "Nearest: gdp.")


def test_the_nearest_choice_is_offered(tmp_path):
    _, (fault,) = read_indicators(write(tmp_path, INDICATOR.replace("flow", "flaw")), "indicators.yaml")
    assert fault.expected == "one of flow, stock, rate, share, index, count"
    assert fault.hint == "Nearest: flow."


def test_an_id_that_stands_twice_names_the_line_before(tmp_path):
    _, (fault,) = read_indicators(write(tmp_path, INDICATOR * 2), "indicators.yaml")
    assert (fault.line, fault.expected) == (7, "an id not used in line 1")


@pytest.mark.parametrize("text", ["", "id: gdp", "text", "- text", "- [a, b]"])
def test_what_is_no_list_of_entries_is_a_fault(tmp_path, text):
    indicators, faults = read_indicators(write(tmp_path, text), "indicators.yaml")
    assert indicators == ()
    assert faults


def test_a_folder_need_not_share_origins(tmp_path):
    assert read_origins(tmp_path / "origins.yaml", "origins.yaml") == ({}, [])


def test_a_dataset_names_shared_origins_and_has_its_own(tmp_path):
    description, faults = read_dataset_description(write(tmp_path, DATASET), "dataset.yaml", SHARED)
    assert faults == []
    assert description.origins == (
        SHARED["shared"],
        Origin("own", "RAEC", "Page", "2026-02", licence=Licence("CC BY 4.0")),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("- shared", "- shard", 6, "origins"),
        ("title: Page", "titel: Page", 9, "titel"),
        ("title: Page", "titel: Page", 7, "title"),
        ("2026-02", "February", 10, "date_published"),
        ("{name: CC BY 4.0}", "{url: nowhere}", 11, "licence.url"),
        ("id: own", "id: Own", 7, "id"),
        ("publisher: RAEC", "publishr: RAEC", 3, "publishr"),
    ],
)
def test_a_fault_of_a_dataset_has_its_line_and_key(tmp_path, old, new, line, column):
    description, faults = read_dataset_description(
        write(tmp_path, DATASET.replace(old, new, 1)), "dataset.yaml", SHARED
    )
    assert description is None
    assert (line, column) in [(fault.line, fault.column) for fault in faults], faults


@pytest.mark.parametrize("text", ["", "text", "- a", "origins: text", "origins: []", "origins: [[a]]"])
def test_what_is_no_description_is_a_fault(tmp_path, text):
    description, faults = read_dataset_description(write(tmp_path, text), "dataset.yaml", SHARED)
    assert description is None
    assert faults
