"""Small files of the tests' own making, in the publishers' forms."""

import gzip
import zipfile
from datetime import date

import pytest

from indicators.errors import DataError
from indicators.files import read_embedded_catalogue
from indicators.files.folder import CodeLists
from indicators.model.codelists import Area
from indicators.model.observations import Indicator, Measure
from indicators.providers.area_names import build_area_list
from indicators.providers.bank_of_russia import BankOfRussia
from indicators.providers.ecb import EuropeanCentralBank
from indicators.providers.imf_rates import read_annual_rates
from indicators.providers.registry import PROVIDERS
from indicators.providers.world_bank import WorldBank

POPULATION = Indicator("population", "Population", "People.", "persons", Measure.STOCK, "People", code="SP.POP.TOTL")
LISTS = CodeLists((POPULATION,), (Area("HRV", "Croatia", alpha2="HR"),), read_embedded_catalogue().origins)


@pytest.fixture
def build(tmp_path):
    """Writes a provider's files and gives the rows of the datasets built from them."""

    def build_rows(provider, *texts, columns):
        for name, text in zip(provider.description.files, texts, strict=False):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith(".zip"):
                with zipfile.ZipFile(path, "w") as archive:
                    archive.writestr("eurofxref-hist.csv", text)
            else:
                path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
        tables = [built.table for built in provider.build(tmp_path, LISTS)]
        return [[tuple(row[name] for name in columns) for row in table.to_pylist()] for table in tables]

    return build_rows


def test_every_provider_describes_the_datasets_it_builds_and_their_terms():
    catalogue = read_embedded_catalogue()
    for provider in [one for one in PROVIDERS if one.description.datasets or one.service is None]:
        described = provider.description
        datasets = [catalogue.find_dataset(id) for id in described.datasets]
        assert {dataset.publisher for dataset in datasets} == {described.name}
        origins = [origin for dataset in datasets for origin in dataset.origins]
        assert {origin.licence for origin in origins} == {described.licence}
        assert described.website in {origin.url_main for origin in origins}
    ids = [provider.description.id for provider in PROVIDERS]
    assert len(set(ids)) == len(ids)


def test_bank_of_russia_rates_are_for_one_unit_without_losing_a_digit(build):
    text = (
        "date,currency_id,char_code,currency_name,nominal,value_rub_per_nominal,rate_rub\n"
        "2024-01-10,R01,KZT,Tenge,100,19.7012,0.197012\n2024-01-10,R02,USD,Dollar,1,90.4040,90.404\n"
    )
    columns = ("REF_AREA", "OBS_VALUE", "UNIT_MEASURE", "TIME_START")
    assert build(BankOfRussia(), text, columns=columns) == [
        [("KAZ", 0.197012, "RUB per KZT", date(2024, 1, 10)), ("USA", 90.404, "RUB per USD", date(2024, 1, 10))]
    ]


def test_ecb_days_without_a_rate_make_no_row(build):
    text = "Date,USD,RUB,\n2024-01-02,1.0956,N/A,\n2022-03-01,1.1162,117.201,\n"
    columns = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE")
    assert build(EuropeanCentralBank(), text, columns=columns) == [
        [
            ("RUS", "2022-03-01", 117.201, "RUB per EUR"), ("USA", "2022-03-01", 1.1162, "USD per EUR"),
            ("USA", "2024-01-02", 1.0956, "USD per EUR"),
        ]
    ]  # fmt: skip


def test_the_kuna_gets_its_own_code(tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text(
        "Date,Rate,Currency,Frequency,Source,Country code,Country\n2022-12-31,7.1597415,HRD,A,IMF,HR,Croatia\n"
    )
    rows = read_annual_rates(path, LISTS.areas)
    assert rows[["year", "value", "unit", "vintage"]].to_numpy().tolist() == [
        [2022, 7.1597415, "HRK per USD", "2024-10-31"]
    ]


@pytest.fixture
def write_wdi(tmp_path):
    """Writes a folder of the World Development Indicators."""

    def write(text, code="sp.pop.totl"):
        path = tmp_path / "wdi-2026-07" / code / "data.csv"
        path.parent.mkdir(parents=True)
        path.write_text(text)

    return write


def test_world_bank_values_are_read_as_printed_and_empty_cells_make_no_row(write_wdi, build):
    write_wdi("Country Name,Country Code,Year,Value\nNamibia,NAM,2020,2489098\nNamibia,NAM,2021,\n")
    columns = ("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE")
    assert build(WorldBank(), columns=columns) == [[("population", "NAM", "2020", 2489098.0)]]


def test_folders_of_the_world_bank_that_no_indicator_uses_are_skipped(write_wdi, build):
    write_wdi("Country Name,Country Code,Year,Value\nNamibia,NAM,2020,2489098\n")
    write_wdi("Country Name,Country Code,Year,Value\nNamibia,NAM,2020,1\n", code="ag.con.fert.zs")
    assert build(WorldBank(), columns=["INDICATOR"]) == [[("population",)]]


def test_a_world_bank_file_with_other_columns_is_refused(write_wdi, build):
    write_wdi("Country,Year,Value\nNamibia,2020,1\n")
    with pytest.raises(DataError, match="Country Name"):
        build(WorldBank(), columns=[])


def test_areas_are_the_countries_of_iso_and_the_publishers_groups(write_wdi, tmp_path):
    write_wdi("Country Name,Country Code,Year,Value\nWorld,WLD,2020,1\nRussian Federation,RUS,2020,1\n")
    rows = build_area_list(tmp_path / "wdi-2026-07")["areas.csv"].decode().splitlines()
    found = {row.split(",")[0]: row for row in rows}
    assert found["WLD"] == "WLD,,World,group,"
    assert found["RUS"].startswith("RUS,RU,Russia,country,")
    assert "|Russian Federation|" in found["RUS"]
