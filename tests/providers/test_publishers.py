"""Small files of the tests' own making, in the publishers' forms."""

import zipfile
from datetime import date

import pytest

from indicators.errors import DataError
from indicators.model.codelists import Area
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.providers import bank_of_russia, ecb, imf, world_bank
from indicators.providers.area_names import read_areas

ORIGINS = {
    id: Origin(id, "Publisher", "Title")
    for id in (bank_of_russia.ORIGIN, ecb.ORIGIN, imf.FORECASTS_ORIGIN, imf.RATES_ORIGIN, world_bank.ORIGIN)
}


def _rows(table, *columns):
    return [tuple(row[name] for name in columns) for row in table.to_pylist()]


def test_bank_of_russia_rates_are_for_one_unit_without_losing_a_digit(tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text(
        "date,currency_id,char_code,currency_name,nominal,value_rub_per_nominal,rate_rub\n"
        "2024-01-10,R01,KZT,Tenge,100,19.7012,0.197012\n2024-01-10,R02,USD,Dollar,1,90.4040,90.404\n"
    )
    _, table = bank_of_russia.daily_rates(path, ORIGINS)
    assert _rows(table, "REF_AREA", "OBS_VALUE", "UNIT_MEASURE", "TIME_START") == [
        ("KAZ", 0.197012, "RUB per KZT", date(2024, 1, 10)),
        ("USA", 90.404, "RUB per USD", date(2024, 1, 10)),
    ]


def test_ecb_days_without_a_rate_make_no_row(tmp_path):
    path = tmp_path / "hist.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("eurofxref-hist.csv", "Date,USD,RUB,\n2024-01-02,1.0956,N/A,\n2022-03-01,1.1162,117.201,\n")
    _, table = ecb.reference_rates(path, ORIGINS)
    assert _rows(table, "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE") == [
        ("RUS", "2022-03-01", 117.201, "RUB per EUR"),
        ("USA", "2022-03-01", 1.1162, "USD per EUR"),
        ("USA", "2024-01-02", 1.0956, "USD per EUR"),
    ]


def test_imf_editions_are_put_together_again(tmp_path):
    path = tmp_path / "weo.csv"
    path.write_text(
        "WEO_Country_Code,ISOAlpha_3Code,country,cgroup,target,target_year,forecast_year,forecast_season,horizon,"
        "prediction,tv_0.5,tv_1,tv_1.5,tv_2\n"
        "922,RUS,Russia,0,ngdp_rpch,2020,2019,F,1.0,1.9,-3.1,-3.0,-2.7,-2.6\n"
        "922,RUS,Russia,0,ngdp_rpch,2020,2020,S,0.5,-5.5,-3.1,-3.0,-2.7,-2.6\n"
    )
    _, table = imf.historical_forecasts(path, ORIGINS)
    assert _rows(table, "VINTAGE", "OBS_VALUE", "OBS_STATUS") == [
        (date(2019, 10, 31), 1.9, "F"), (date(2020, 4, 30), -5.5, "F"), (date(2021, 4, 30), -3.1, "A"),
        (date(2021, 10, 31), -3.0, "A"), (date(2022, 4, 30), -2.7, "A"), (date(2022, 10, 31), -2.6, "A"),
    ]  # fmt: skip


def test_the_croatian_kuna_gets_its_own_code(tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text(
        "Date,Rate,Currency,Frequency,Source,Country code,Country\n2022-12-31,7.1597415,HRD,A,IMF,HR,Croatia\n"
    )
    _, table = imf.annual_average_rates(path, [Area("HRV", "Croatia", alpha2="HR")], ORIGINS)
    assert _rows(table, "REF_AREA", "TIME_PERIOD", "UNIT_MEASURE") == [("HRV", "2022", "HRK per USD")]


def _world_bank(tmp_path, text):
    path = tmp_path / "wdi-2026-07" / "sp.pop.totl" / "data.csv"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return tmp_path / "wdi-2026-07"


POPULATION = Indicator("population", "Population", "People.", "persons", Measure.STOCK, "People", code="SP.POP.TOTL")


def test_world_bank_values_come_as_printed_and_empty_cells_make_no_row(tmp_path):
    folder = _world_bank(
        tmp_path, "Country Name,Country Code,Year,Value\nNamibia,NAM,2020,2489098\nNamibia,NAM,2021,\n"
    )
    _, table = world_bank.world_development_indicators(folder, [POPULATION], ORIGINS)
    assert _rows(table, "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE") == [
        ("population", "NAM", "2020", 2489098.0)
    ]


def test_a_world_bank_file_with_other_columns_is_refused(tmp_path):
    folder = _world_bank(tmp_path, "Country,Year,Value\nNamibia,2020,1\n")
    with pytest.raises(DataError, match="Country Name"):
        world_bank.world_development_indicators(folder, [POPULATION], ORIGINS)


def test_areas_are_the_countries_of_iso_and_the_publishers_groups(tmp_path):
    folder = _world_bank(
        tmp_path, "Country Name,Country Code,Year,Value\nWorld,WLD,2020,1\nRussian Federation,RUS,2020,1\n"
    )
    found = {area.code: area for area in read_areas(folder.parent)}
    assert (found["WLD"].kind, found["RUS"].kind, found["RUS"].name) == ("group", "country", "Russia")
    assert "Russian Federation" in found["RUS"].aliases
