from dataclasses import replace

import pandas as pd
import pytest

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.notes import add_notes
from indicators.analysis.request import PanelRequest
from indicators.model.reliability import hide_unreliable
from indicators.model.steps import NOTE, collect_notes
from indicators.store import Query, open_embedded_store

STORE = open_embedded_store()
CATALOGUE = STORE.catalogue


def notes(*args, **options):
    return [step.sentence for step in ind.get(*args, **options).steps if step.name == NOTE]


@pytest.mark.parametrize(
    ("areas", "time", "group", "when"),
    [
        ("EU:members", "2000..2024", "European Union: the 27 members", "since 1 February 2020"),
        ("EU:members", "1990", "European Union: the 27 members", "since 1 February 2020"),
        ("EU:2003", "2000..2024", "European Union: the 15 members", "from 1 January 1995 to 30 April 2004"),
        ("EU15", "2000..2024", "European Union: the 15 members", "from 1 January 1995 to 30 April 2004"),
        ("EA20", "2000..2024", "Euro area: the 20 members", "from 1 January 2023 to 31 December 2025"),
        ("BRICS", "2010..2024", "BRICS: the 10 members", "since 6 January 2025"),
        ("BRICS~USA", "2010..2024", "BRICS: the 10 members", "since 6 January 2025"),
        ("HIC:members", "1990..", "High income: the 86 members", "since 1 July 2025"),
    ],
)
def test_members_of_one_time_in_all_years_are_named(areas, time, group, when):
    (note,) = notes("population", areas, time)
    assert group in note
    assert when in note


@pytest.mark.parametrize(
    ("areas", "time"),
    [
        ("EU:members", "2021..2024"), ("EU:2003", "1996..2003"), ("G7", "1990..2024"), ("EU", "1990..2024"),
        ("RUS~CHN", "1990..2024"), ("", "2020"), ("FRA", "1950.."), ("DEU~GBR~FRA~USA~JPN~ITA", "1990.."),
        ("BRA~RUS~IND~CHN~ZAF", "1990.."), ("USA~CAN~MEX", "1980.."), ("BRA~RUS~IND~CHN", "1990.."),
    ],
)  # fmt: skip
def test_members_who_were_so_all_the_time_need_no_note(areas, time):
    assert notes("population", areas, time) == []


def test_old_latest_values_are_counted_and_the_oldest_named():
    (note,) = notes("government-debt", "DEU~GBR~ITA", "latest")
    assert note.startswith("2 values are")
    assert "Germany (1990)" in note
    assert messages.OLD_LEFT_OUT.strip() in note
    assert notes("government-debt", "DEU~GBR~ITA", "latest", tolerance=999) == []
    (alone,) = notes("government-debt", "DEU", "latest")
    assert messages.OLD_LEFT_OUT.strip() not in alone


def test_a_group_whose_publisher_takes_the_median_says_so_and_names_what_to_prefer():
    panel = ind.get("inflation", "EMU~DEU", "2024")
    assert len(set(panel.frame["value"])) == 1, "the euro area's value is that of Germany"
    note, *further = notes("inflation", "EMU~DEU", "2024")
    assert "Euro area" in note
    assert "Germany" not in note
    assert "median" in note
    groups = {
        area for area in STORE.read_coverage(("inflation-weo",)).areas if CATALOGUE.areas.by_code[area].kind == "group"
    }
    assert bool(further) == ("EMU" in groups)
    assert notes("inflation", "DEU~FRA", "2024") == []
    assert notes("gdp", "EMU", "2024") == []


def test_an_indicator_that_its_publisher_withdrew_says_so():
    query = Query(("inflation",), ("DEU",))
    panel = STORE.read_panel(query)
    panel = replace(panel, indicators=(replace(panel.indicators[0], withdrawn="2024-10"),))
    (note,) = collect_notes(add_notes(panel, PanelRequest(query, tolerance=5), STORE).steps)
    assert "October 2024" in note


@pytest.mark.parametrize(
    ("indicators", "options", "expected"),
    [
        ("unemployment-monthly", {}, ["Seasonally adjusted."]),
        ("unemployment-monthly", {"transform": "ch1"}, ["Seasonally adjusted."]),
        ("unemployment-monthly", {"frequency": "A"}, []),
        ("consumer-price-index-monthly", {}, ["Not seasonally adjusted."]),
        ("unemployment-monthly~job-openings", {}, ["Seasonally adjusted."]),
        ("unemployment-monthly~consumer-price-index-monthly", {}, [
            "Unemployment, monthly: seasonally adjusted.", "Consumer price index, monthly: not seasonally adjusted.",
        ]),
        ("unemployment-monthly~gdp", {}, ["Unemployment, monthly: seasonally adjusted."]),
        ("policy-rate", {}, []),
        ("gdp", {}, []),
    ],
)  # fmt: skip
def test_months_say_whether_they_are_seasonally_adjusted(indicators, options, expected):
    assert list(collect_notes(ind.get(indicators, "USA", "2023..2024", **options).steps)) == expected


def test_notes_are_in_every_file():
    from indicators.exports.data_formats import to_csv, to_json, to_text
    from indicators.exports.extract import Extract

    extract = Extract(ind.get("government-debt", "DEU~GBR", "latest"))
    (note,) = [step.sentence for step in extract.panel.steps if step.name == NOTE]
    for write in (to_csv, to_json, to_text):
        assert note in write(extract)
    assert note not in extract.full_citation
    assert "actual, old" in to_text(extract)


@pytest.mark.parametrize("country", ["SDN", "CYP", "UKR", "TZA", "MAR", "RUS"])
def test_gdp_per_person_says_where_gdp_and_population_cover_different_territories(country):
    made = ind.get("gdp", country, "1975..2024", per="person")
    (note,) = [step.sentence for step in made.steps if step.name == NOTE]
    assert f"{made.entities[0]} in " in note
    assert not notes("gdp-per-capita", country)


def test_other_countries_and_other_years_have_no_such_note():
    assert not notes("gdp", "DEU~USA~WLD", per="person")
    assert not notes("gdp", "RUS", "1990..2013", per="person")
    assert not notes("reserves", "CYP", per="person")


@pytest.mark.parametrize(
    ("options", "note"),
    [
        ({"base": 2015}, "The base 2015"),
        ({"base": 2015, "transform": "pc1"}, "The base 2015"),
        ({"rate": "end"}, "no unit to convert to"),
        ({"rate": "2020-01-31", "prices": 2015}, "no unit to convert to"),
        ({"rate": "average", "unit": "billion USD"}, "no value had to be converted"),
        ({"deflator": "cpi"}, "consumer prices"),
        ({"aggregate": "eop"}, "aggregation method"),
        ({"frequency": "A"}, "The frequency"),
        ({"frequency": "Q", "aggregate": "avg"}, "The frequency"),
    ],
)
def test_options_without_effect_are_named(options, note):
    (found,) = notes("gdp", "RUS", "2010..2020", **options)
    assert note in found


@pytest.mark.parametrize(
    "options",
    [
        {"base": 2015, "transform": "index"}, {"rate": "end", "unit": "EUR"}, {"deflator": "cpi", "prices": 2015},
        {"rate": "average", "unit": "EUR", "transform": "pc1"}, {"rate": "ppp", "unit": "international dollars"},
    ],
)  # fmt: skip
def test_options_with_an_effect_are_not(options):
    assert not notes("gdp", "RUS", "2010..2020", **options)


def test_figures_that_cannot_be_right_are_named_with_their_years_and_left_out_of_charts():
    panel = ind.get("fossil-fuel-share-of-energy", "DEU~FRA", "2010..2020")
    notes = collect_notes(panel.steps)
    assert [note for note in notes if "2016–2020" in note and "France and Germany" in note and "zero" in note]
    assert (panel.frame["value"] == 0).sum() == 10
    drawn = pd.concat([pd.Series(trace.y) for trace in panel.plot().data if trace.y is not None])
    assert drawn.count() > 8
    assert drawn.min() > 20
    assert not collect_notes(ind.get("fossil-fuel-share-of-energy", "DEU", "2010..2014").steps)


@pytest.mark.parametrize(
    ("indicator", "area", "time"),
    [("fossil-fuel-share-of-energy", "DEU", "2016..2020"), ("online-retail-sales", "RUS", "2020..2024")],
)
def test_a_series_that_is_doubted_throughout_is_drawn_and_named(indicator, area, time):
    panel = ind.get(indicator, area, time)
    assert hide_unreliable(panel) is panel
    (note,) = [note for note in collect_notes(panel.steps) if "low reliability" in note]
    assert messages.UNRELIABLE_LEFT_OUT not in note


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"bands": (50,)}, [messages.UNUSED_BANDS]), ({"tolerance": 3}, [messages.UNUSED_TOLERANCE]),
        ({"tolerance": 3, "time": "latest"}, []),
    ],
)  # fmt: skip
def test_bands_without_forecasts_and_a_tolerance_without_latest_values_have_no_effect(settings, expected):
    assert [*collect_notes(ind.get("gdp", "RUS", **settings).steps)] == expected
