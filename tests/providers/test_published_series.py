"""Tables of series become figures of months, quarters and years, with the figures and origins of their publishers."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.errors import DataError
from indicators.files import read_embedded_catalogue
from indicators.files.folder import CodeLists
from indicators.model.periods import Frequency, TimePeriod
from indicators.providers.provider import ProviderDescription
from indicators.providers.published_series import PublishedSeries, SeriesPublisher, name_period_of
from indicators.providers.series_publishers import SERIES_PUBLISHERS

CATALOGUE = read_embedded_catalogue()
LISTS = CodeLists(CATALOGUE.indicators, tuple(CATALOGUE.areas), CATALOGUE.origins)
ORIGIN = "bis-house-prices-2026-05"
COLUMNS = ("INDICATOR", "REF_AREA", "FREQ", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "VINTAGE")


@pytest.fixture
def build(tmp_path):
    """Gives the rows built from a table of one series."""

    def build_rows(text, *, indicator="house-prices", unit="index, 2010 = 100", **how):
        file = "office/table.csv"
        (tmp_path / "office").mkdir()
        (tmp_path / file).write_text(text)
        description = ProviderDescription("office", "Office", "https://example.org", None, (file,), ("office",))
        series = PublishedSeries(indicator, ORIGIN, file, unit, **how)
        (built,) = SeriesPublisher(description, "Figures", "All of them.", (series,)).build(tmp_path, LISTS)
        return [tuple(str(row[name]) for name in COLUMNS) for row in built.table.to_pylist()]

    return build_rows


@pytest.mark.parametrize(
    ("text", "frequency", "period"),
    [
        ("1987-05-15", "M", "1987-05"), ("1913-01-01", "M", "1913-01"), ("1997-01", "M", "1997-01"),
        ("2024-02-29", "M", "2024-02"), ("1927-03-31", "Q", "1927-Q1"), ("2025-12-31", "Q", "2025-Q4"),
        ("2025-10-01", "Q", "2025-Q4"), ("1833-07", "A", "1833"), ("1820.0", "A", "1820"), ("1", "A", "0001"),
        ("730.0", "A", "0730"), ("2025-08-31", "S", "2025-S2"),
    ],
)  # fmt: skip
def test_a_date_stands_for_the_period_of_the_series(text, frequency, period):
    assert name_period_of(text, Frequency(frequency)) == period


@given(day=st.dates(max_value=date(9998, 12, 31)), frequency=st.sampled_from("ASQM"))
def test_every_day_is_in_its_period_and_in_no_other(day, frequency):
    period = TimePeriod.containing(day, frequency)
    assert period.frequency == frequency
    assert TimePeriod.of_day(day) in period
    assert TimePeriod.containing(period.first, frequency) == TimePeriod.containing(period.last, frequency) == period


def test_quarters_dated_to_their_last_day_have_the_areas_of_both_code_lists(build):
    text = "date,country_code,price\n2025-09-30,NA,101.5\n2025-12-31,XM,\n2025-12-31,4T,99.9\n2025-12-31,XM,155.3003\n"
    rows = build(text, area_column="country_code", time="date", value="price", frequency=Frequency.QUARTERLY)
    assert rows == [
        ("house-prices", area, "Q", period, value, "index, 2010 = 100", "2026-05-19")
        for area, period, value in (
            ("BIS4T", "2025-Q4", "99.9"), ("EMU", "2025-Q4", "155.3003"), ("NAM", "2025-Q3", "101.5"),
        )
    ]  # fmt: skip


def test_a_yearly_figure_that_a_table_of_months_repeats_is_one_figure(build):
    text = "Date,Price\n1833-01,18.93\n1833-02,18.93\n1834-01,18.94\n1960-01,35.27\n"
    rows = build(
        text, indicator="gold-price", unit="USD per troy ounce", area="WLD", time="Date", value="Price",
        frequency=Frequency.ANNUAL, years=(1833, 1959),
    )  # fmt: skip
    assert [row[2:5] for row in rows] == [("A", "1833", "18.93"), ("A", "1834", "18.94")]


def test_months_that_differ_are_not_a_yearly_figure(build):
    with pytest.raises(DataError, match="two values"):
        build(
            "Date,Price\n1960-01,35.27\n1960-02,35.00\n", area="WLD", time="Date", value="Price",
            frequency=Frequency.ANNUAL,
        )  # fmt: skip


def test_one_series_and_area_of_a_table_is_read_and_scaled_without_new_digits(build):
    text = (
        "REF_AREA,SERIES,TIME_PERIOD,OBS_VALUE\nUSA,openings,2026-03,6866.1\nUSA,hours,2026-03,34.2\n"
        "EMU,openings,2026-03,1\n"
    )
    rows = build(text, indicator="job-openings", unit="jobs", area="USA", only=("SERIES", "openings"), scale=3)
    assert [row[1:5] for row in rows] == [("USA", "M", "2026-03", "6866100.0")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("REF_AREA,TIME_PERIOD,OBS_VALUE\nATLANTIS,2020-01,1\n", "unknown"),
        ("REF_AREA,TIME_PERIOD,OBS_VALUE\nUSA,2020-01,1\nUSA,2020-01-15,2\n", "two values"),
        ("REF_AREA,TIME_PERIOD,OBS_VALUE\nUSA,2020-13,1\n", "does not exist"),
        ("REF_AREA,TIME_PERIOD,OBS_VALUE\nUSA,2020-01,many\n", "usual form"),
        ("REF_AREA,TIME_PERIOD\nUSA,2020-01\n", "usual form"),
        ("REF_AREA,TIME_PERIOD,OBS_VALUE\n", "no rows"),
        ("", "usual form"),
    ],
)
def test_a_table_in_another_form_is_a_sentence_that_names_the_file(build, text, part):
    with pytest.raises(DataError) as caught:
        build(text)
    assert "office/table.csv" in caught.value.message
    assert part in str(caught.value)


@pytest.mark.parametrize(
    ("indicator", "area", "time", "value", "unit"),
    [
        ("policy-rate", "TUR", "2024-03", 50.0, "%"),
        ("policy-rate", "USA", "2020-04", 0.125, "%"),
        ("house-prices", "EMU", "2025-Q4", 155.3003, "index, 2010 = 100"),
        ("brent-oil-price", "WLD", "2008-07", 132.72, "USD per barrel"),
        ("gold-price", "WLD", "1833", 18.93, "USD per troy ounce"),
        ("gold-price", "WLD", "2026-06", 4228.0, "USD per troy ounce"),
        ("henry-hub-gas-price", "WLD", "2005-10", 13.42, "USD per million British thermal units"),
        ("consumer-price-index-monthly", "USA", "1913-01", 9.8, "index, 1982-84 = 100"),
        ("government-bond-yield-10-years", "USA", "1981-09", 15.32, "%"),
        ("goods-trade-balance-monthly", "EMU", "2026-06", 1841200000.0, "EUR"),
        ("job-openings", "USA", "2026-03", 6866000.0, "jobs"),
        ("unemployment-monthly", "USA", "2020-04", 14.8, "% of labour force"),
        ("gdp-per-capita-maddison", "ITA", "0001", 1407.0, "international dollars per person at 2011 prices"),
        ("population-maddison", "SUN", "1913", 156192000.0, "persons"),
    ],
)
def test_figures_are_those_of_the_publishers(indicator, area, time, value, unit):
    frame = ind.get(indicator, area, time).frame
    assert frame[["value", "unit", "period"]].to_numpy().tolist() == [[value, unit, time]]


def test_gold_has_a_figure_a_year_until_1959_and_one_a_month_since():
    frame = ind.get("gold-price").frame
    assert frame.groupby("frequency")["year"].agg(["min", "max", "count"]).to_dict("index") == {
        "A": {"min": 1833, "max": 1959, "count": 127},
        "M": {"min": 1960, "max": 2026, "count": 798},
    }
    assert frame.groupby("publisher")["frequency"].unique().map(list).to_dict() == {
        "Timothy Green": ["A"], "World Bank": ["M"],
    }  # fmt: skip


def test_growth_as_published_is_that_of_the_published_index():
    """The publisher calculates it from more digits, so that old indices of few digits differ more."""
    index = ind.get("house-prices", time="1990-Q1..latest", transform="pc1").frame
    growth = ind.get("house-prices-growth", time="1990-Q1..latest").frame
    index, growth = (frame.set_index(["code", "period"])["value"] for frame in (index, growth))
    apart = (index - growth).dropna().abs()
    assert len(apart) > 6000
    assert apart.quantile(0.99) < 0.02


@pytest.mark.parametrize("publisher", SERIES_PUBLISHERS, ids=lambda one: one.description.id)
def test_a_series_has_one_value_for_an_area_and_period_in_plausible_years(publisher):
    (dataset,) = publisher.description.datasets
    for id in CATALOGUE.find_dataset(dataset).indicators:
        frame = ind.get(id).frame
        own = frame[frame["dataset"] == dataset]
        assert not own.duplicated(["code", "period", "frequency"]).any()
        assert own["year"].between(1, 2026).all()
        assert (pd.to_datetime(own["vintage"]) >= own["first"]).all()
