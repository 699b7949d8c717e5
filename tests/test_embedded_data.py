"""The figures that come with the code, held to what their sources print."""

from collections import Counter
from datetime import date
from decimal import Decimal
from importlib import import_module
from pkgutil import walk_packages

import pandas as pd
import pyarrow.parquet as pq
import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.files import find_data_folder, read_embedded_catalogue
from indicators.files.topics import read_topics
from indicators.files.validation import validate
from indicators.model.codelists import fold_name
from indicators.store import Query, open_embedded_store

CATALOGUE = read_embedded_catalogue()
EXTRAS = ("clickhouse", "postgresql", "spark")
ARTICLE = CATALOGUE.find_dataset("it-russia-2025-09-29")


def test_the_folder_has_no_faults():
    assert validate(find_data_folder()) == ()


def test_every_figure_of_the_article_is_there_as_printed_with_its_place():
    printed = {(row.value, row.multiplier, row.unit) for row in ARTICLE.observations}
    assert printed == {
        (Decimal(24), 12, "RUB"), (Decimal(287), 9, "USD"), (Decimal(40), 0, "%"), (Decimal(37), 0, "%"),
        (Decimal(80), 0, "% of transactions"), (Decimal(1700), 0, "companies"), (Decimal(154), 0, "countries"),
        (Decimal(3), 0, "countries"), (Decimal(12), 0, "centres"), (Decimal(8), 0, "areas"),
        (Decimal(22), 0, "agreements"),
    }  # fmt: skip
    assert all(row.locator is not None for row in ARTICLE.observations)
    assert all(row.note for row in ARTICLE.observations if row.inferred)
    assert [len(origin.sha256) for origin in ARTICLE.origins] == [64]


def test_the_articles_own_conversion_is_marked_as_such_and_not_mixed_with_the_figure():
    stated = [row for row in ARTICLE.observations if row.converted_from]
    assert [(row.unit, row.converted_from, row.qualifier) for row in stated] == [("USD", "RUB", "about")]
    assert ind.get("digital-economy-turnover", "RUS").units == ("RUB",)


def test_the_forecast_of_the_article_is_a_forecast():
    assert [row.value for row in ARTICLE.observations if row.status == "F"] == [37]


@pytest.mark.parametrize("dataset", CATALOGUE.datasets, ids=lambda dataset: dataset.id)
def test_every_dataset_has_figures_and_origins(dataset):
    assert dataset.indicators
    assert dataset.origins
    assert dataset.tables or dataset.observations


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=lambda indicator: indicator.id)
def test_every_indicator_is_described_and_has_figures(indicator):
    assert indicator.description.endswith(".")
    assert CATALOGUE.find_datasets_with(indicator.id)


def test_the_world_banks_indicators_answer_to_their_codes():
    banks = map(CATALOGUE.find_indicator, CATALOGUE.find_dataset("world-bank-wdi").indicators)
    codes = {indicator.code for indicator in banks if indicator.code.count(".") >= 2}
    codes |= {code for indicator in CATALOGUE.indicators for _, code in indicator.codes}
    assert len(codes) == 232
    assert CATALOGUE.find_indicator("ny.gdp.mktp.cd").id == "gdp"


@pytest.mark.parametrize(
    ("indicator", "area", "time", "value"),
    [("NY.GDP.MKTP.CD", "RUS", "2025", 2561310169358.74)],
)
def test_known_figures_are_returned_digit_for_digit(indicator, area, time, value):
    assert ind.get(indicator, area, time).frame["value"].tolist() == [value]


def test_the_rate_of_the_day_of_printing_is_the_bank_of_russias():
    frame = ind.get("exchange-rate-bank-of-russia", "USA", "2025-09-27").frame
    assert set(frame["value"]) == {83.6118}
    assert set(frame["unit"]) == {"RUB per USD"}


def test_an_old_edition_shows_what_was_expected_then():
    frame = ind.get("NGDP_RPCH", "RUS", "2022", as_of="2022-05-01").frame
    assert frame[["status", "vintage"]].to_dict("records") == [{"status": "F", "vintage": "2022-04-30"}]


def test_large_files_were_built_with_the_library_that_the_documentation_names():
    tables = [table for dataset in CATALOGUE.datasets for table in dataset.tables]
    writers = {pq.ParquetFile(table).metadata.created_by for table in tables}
    assert [writer.removeprefix("parquet-cpp-arrow version ") for writer in writers] == ["26.0.1"]
    assert "pyarrow 26.0.1," in (find_data_folder() / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("indicator", "area", "year", "marked"),
    [
        ("fossil-fuel-share-of-energy", "DEU", 2014, False), ("fossil-fuel-share-of-energy", "DEU", 2016, True),
        ("stock-market-capitalisation", "ITA", 1998, True), ("stock-market-capitalisation", "ITA", 1999, False),
        ("education-expenditure", "SOM", 2020, True), ("education-expenditure", "KEN", 2020, False),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_right_is_kept_and_says_so(indicator, area, year, marked):
    (row,) = ind.get(indicator, area, str(year)).frame.to_dict("records")
    assert (row["status"], bool(row["note"])) == (("U", True) if marked else ("A", False))
    assert row["value"] >= 0


def test_rivals_stay_two_series():
    frame = ind.get("digital-economy-turnover", "RUS", "2024").frame
    assert sorted(frame["publisher"]) == ["IT Russia", "RAEC"]


@pytest.mark.parametrize("dataset", [
    pytest.param(dataset, id=dataset.id, marks=[pytest.mark.slow] if dataset.id == "world-bank-wdi" else [])
    for dataset in CATALOGUE.datasets
])  # fmt: skip
def test_every_indicator_of_a_dataset_has_figures_there_with_known_areas_and_origins(dataset):
    panel = open_embedded_store().read_panel(Query(dataset.indicators, datasets=(dataset.id,)))
    frame = pd.concat([panel.frame, panel.stated])
    assert set(frame["indicator"]) == set(dataset.indicators)
    assert set(frame["origin"]) <= {origin.id for origin in dataset.origins}
    assert (frame["entity"] != "").all()
    assert frame["value"].notna().any()


@pytest.mark.parametrize("dataset", [d for d in CATALOGUE.datasets if d.observations], ids=lambda dataset: dataset.id)
def test_what_was_filled_in_has_its_reason_and_every_origin_is_used(dataset):
    assert all(row.note for row in dataset.observations if row.inferred)
    assert {row.origin for row in dataset.observations} == {origin.id for origin in dataset.origins}


def test_every_origin_can_be_opened_and_dated_or_says_why_not():
    origins = CATALOGUE.origins.values()
    assert [origin.id for origin in origins if not origin.url_main] == []
    assert [origin.id for origin in origins if not (origin.date_published or origin.date_accessed or origin.note)] == []


def test_codes_ids_and_names_are_used_once():
    for names in (
        [area.code for area in CATALOGUE.areas],
        [area.alpha2 for area in CATALOGUE.areas if area.alpha2],
        [fold_name(area.name) for area in CATALOGUE.areas],
        [dataset.id for dataset in CATALOGUE.datasets],
        [currency.code for currency in CATALOGUE.currencies],
        [event.id for event in CATALOGUE.events],
        [fold_name(indicator.name) for indicator in CATALOGUE.indicators],
    ):
        assert [name for name, times in Counter(names).items() if times > 1] == []


def test_no_name_means_two_indicators():
    owners = {}
    for indicator in CATALOGUE.indicators:
        for name in (indicator.id, indicator.code, indicator.name, *indicator.aliases):
            if name:
                owners.setdefault(fold_name(name), set()).add(indicator.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_name_means_two_areas():
    owners = {}
    for area in CATALOGUE.areas:
        for name in (area.code, area.name, area.alpha2, *area.aliases):
            if name:
                owners.setdefault(fold_name(name), set()).add(area.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=lambda indicator: indicator.id)
def test_the_text_of_an_indicator_is_complete(indicator):
    assert indicator.name
    assert not indicator.name.endswith(".")
    assert indicator.topic
    assert len(indicator.description) > 30
    if indicator.measure == "share":
        assert indicator.numerator
        assert indicator.denominator
        assert indicator.numerator_measure
    if indicator.prices == "constant":
        assert indicator.base
    assert indicator.not_to_confuse.endswith(".")


def test_the_topics_are_few_and_give_the_order_of_the_catalogue():
    topics, faults = read_topics(find_data_folder() / "topics.yaml", "topics.yaml")
    assert not faults
    assert len(topics.topics) <= 10
    shown = list(dict.fromkeys((one.topic, one.section) for one in CATALOGUE.indicators))
    assert shown == [section for section in topics.sections if section in shown]


def test_a_preferred_indicator_names_its_rival_too():
    by_id = {one.id: one for one in CATALOGUE.indicators}
    rivals = [one for one in CATALOGUE.indicators if one.preferred]
    assert rivals
    assert [one.id for one in rivals if one.id not in by_id[one.preferred].compare_with] == []
    assert [one.id for one in CATALOGUE.indicators if bool(one.preferred) != bool(one.preferred_because)] == []


def test_countries_have_two_letters_and_groups_have_none():
    assert [area.code for area in CATALOGUE.areas if bool(area.alpha2) != (area.kind == "country")] == []
    assert sum(area.kind == "country" for area in CATALOGUE.areas) >= 249


@pytest.mark.parametrize(
    ("indicator", "area", "time", "unit", "value"),
    [
        ("digital-economy-turnover", "RUS", "2024", "RUB", 24e12),
        ("digital-economy-growth", "RUS", "2025", "%", 37),
        ("world-digital-trade-expo-companies", "CHN", "2025", "companies", 1700),
        ("bilateral-agreements", "RUS", "2025-09", "agreements", 22),
        ("priority-cooperation-areas", "CHN", "2023", "areas", 8),
    ],
)
def test_the_articles_figures_are_given_to_who_asks(indicator, area, time, unit, value):
    frame = ind.get(indicator, area, time).frame
    article = frame[frame["dataset"] == ARTICLE.id]
    assert article[["unit", "value"]].to_numpy().tolist() == [[unit, value]]
    assert article["locator"].str.startswith("under “").all()


def test_the_rates_of_three_publishers_stay_three_series():
    rates = ind.get("exchange-rate-bank-of-russia~exchange-rate-ecb~exchange-rate-imf", "USA~RUS", "2020-12-31")
    assert set(rates.frame["publisher"]) == {"Bank of Russia", "ECB"}
    assert len(rates.series()) == 3


def test_every_public_name_exists_and_is_listed():
    assert all(getattr(ind, name) is not None for name in ind.__all__)
    assert dir(ind) == sorted(ind.__all__)
    with pytest.raises(AttributeError, match="banana"):
        _ = ind.banana


def test_every_module_says_what_it_offers():
    elsewhere = ("indicators.ui", "indicators.__main__", *(f"indicators.store.engines.{name}" for name in EXTRAS))
    modules = [
        import_module(module.name)
        for module in walk_packages(ind.__path__, "indicators.")
        if not module.name.startswith(elsewhere)
    ]
    wrong = [
        f"{module.__name__}.{name}"
        for module in modules
        for name in getattr(module, "__all__", ())
        if not hasattr(module, name)
    ]
    assert wrong == []


GROUPS = {group.code: group for group in CATALOGUE.groups}


@pytest.mark.parametrize(
    ("code", "missing"),
    [("LCN", 0), ("MEA", 0), ("NAC", 0), ("SAS", 0), ("SSF", 0), ("EU", 0), ("EA", 0), ("ECS", 2e5), ("EAS", 24e6)],
)
def test_the_members_of_a_group_are_as_many_people_as_the_publisher_counts_in_it(code, missing):
    """The World Bank counts Taiwan in East Asia and the Channel Islands in Europe without figures of their own."""
    group = GROUPS[code]
    figures = ind.get("population", [*group.members(), group.aggregate], "2024").frame.set_index("code")["value"]
    whole = figures.pop(group.aggregate)
    assert whole - missing - 1000 <= figures.sum() <= whole + 1000


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_one_rule_says_what_the_name_of_a_group_stands_for(group):
    """The group as one line if it has figures, otherwise its members; ``:members`` and a time are its members."""
    whole = CATALOGUE.areas.by_code.get(group.aggregate)
    names = {group.code, group.name, *group.aliases, *((whole.code, whole.name) if whole else ())}
    start = group.list_periods()[0].first
    for name in names:
        assert CATALOGUE.resolve_areas(name) == ((whole.code,) if whole else group.members()), name
        assert CATALOGUE.resolve_areas(f"{name}:members") == group.members(), name
        assert CATALOGUE.resolve_areas(f"{name}:{start}") == group.members(start), name
        assert CATALOGUE.resolve_areas(f"{name}:{start.year}") == group.members(date(start.year, 12, 31)), name
        assert CATALOGUE.get_area(name) == whole, name


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("G7", 7), ("G20", 19), ("BRICS", 10), ("BRICS:2009", 4), ("BRICS:2011", 5), ("BRIC", 4), ("EU:members", 27),
        ("EU:2003", 15), ("EU:1957", None), ("EU:2020-01-31", 28), ("EU15", 15), ("EU27", 27), ("EU28", 28), ("EU", 1),
        ("EA:members", 21), ("EA:1999", 11), ("EA:2024", 20), ("EA19", 19), ("EA20", 20), ("EA21", 21),
        ("EA20:2010", 20),
        ("OECD:members", 38), ("OED:members", 38), ("OECD:1961", 19), ("OECD", 1), ("ОЭСР:members", 38),
        ("Group of Seven", 7), ("HIC:members", 86), ("SAS:members", 6), ("WLD", 1), ("Euro area", 1), ("HIC", 1),
        ("ASEAN", 11), ("ASEAN:2024", 10), ("OPEC", 12), ("OPEC:1992", 12), ("OPEC:2010", 12), ("OPEC:2019", 14),
        ("OPEC+", 22), ("ОПЕК+", 22), ("NATO", 32), ("NATO:1990", 16), ("APEC", 21), ("Mercosur", 5), ("CIS", 9),
        ("СНГ", 9), ("EAEU", 5), ("SCO", 10), ("African Union", 55), ("Africa", 54), ("GCC", 6), ("Visegrad Four", 4),
        ("Nordic countries", 5), ("Baltic states", 3), ("中亚", 5), ("Benelux", 3), ("EFTA", 4), ("EFTA:1990", 6),
        ("CPTPP", 12), ("RCEP", 14), ("USMCA", 3), ("Europe", 44), ("South America", 12),
    ],
)  # fmt: skip
def test_a_group_is_known_by_its_names_and_on_any_day(name, count):
    if count is None:
        with pytest.raises(UsageError, match="1958-01-01"):
            CATALOGUE.resolve_areas(name)
    else:
        assert len(CATALOGUE.resolve_areas(name)) == count


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("RUS:members", "Russia is a country"), ("WLD:members", "World"), ("EU:20033", "EU:members"),
        ("EUX:2003", "EUX"),
        ("ARB:2003", "Arab World"), ("EU:2003..2010", "EU:2003"),
    ],
)  # fmt: skip
def test_what_is_no_group_or_no_time_is_refused_with_what_to_write(name, said):
    with pytest.raises(UsageError, match=said):
        CATALOGUE.resolve_areas(name)


def test_no_name_of_a_group_is_that_of_another_group_or_country():
    seen = {}
    for group in CATALOGUE.groups:
        for name in {fold_name(text) for text in (group.code, group.name, *group.aliases)}:
            area = CATALOGUE.areas.get(name)
            assert area is None or area.code == group.aggregate, name
            assert seen.setdefault(name, group.code) == group.code, name


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_group_says_where_its_members_were_read(group):
    assert CATALOGUE.origins[group.origin].url_main


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GBR"), ("S Korea", "KOR"), ("PRC", "CHN"), ("DPRK", "PRK"), ("KSA", "SAU"), ("Allemagne", "DEU"),
        ("Alemania", "DEU"), ("Deutschland", "DEU"), ("中国", "CHN"), ("Россия", "RUS"), ("DE", "DEU"), ("643", None),
    ],
)  # fmt: skip
def test_a_country_is_found_by_any_usual_name(name, code):
    found = CATALOGUE.areas.get(name)
    assert (None if found is None else found.code) == code


def test_groups_of_one_fiscal_year_say_which():
    for group in CATALOGUE.groups:
        if group.kind in ("region", "income"):
            assert f"fiscal year {2026 if group.kind == 'region' else 2027}" in group.note, group.name


@pytest.mark.parametrize("group", ["LIC", "LMC", "UMC"])
def test_the_members_of_an_income_group_are_those_its_total_counts(group):
    members = ind.get("population", f"{group}:members").frame
    total = ind.get("population", group).frame.set_index("year")["value"]
    assert members.groupby("year")["value"].sum().to_dict() == total.to_dict()


def test_rivals_point_at_each_other_and_every_indicator_at_another():
    known = {one.id: one for one in CATALOGUE.indicators}
    for one in CATALOGUE.indicators:
        assert one.related or one.compare_with or one.growth_of, one.id
        assert all(one.id in known[rival].compare_with for rival in one.compare_with), one.id


def test_of_several_publishers_of_one_thing_one_is_preferred():
    known = {one.id: one for one in CATALOGUE.indicators}
    for one in CATALOGUE.indicators:
        publishers = {data.publisher for id in (one.id, *one.compare_with) for data in CATALOGUE.find_datasets_with(id)}
        if one.compare_with and len(publishers) > 1 and publishers & {"World Bank", "IMF", "Eurostat", "BIS"}:
            assert one.preferred or any(known[rival].preferred for rival in one.compare_with), one.id
