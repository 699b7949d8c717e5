"""Months and quarters go through every calculation as pandas does it, on published series and on drawn ones."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.pipeline import make_panel
from indicators.analysis.real_terms import MoneySettings
from indicators.analysis.request import PanelRequest
from indicators.analysis.transforms import aggregate_periods, apply_transform, take_moving_average
from indicators.charts.parts.headings import write_title
from indicators.errors import UnitMismatchError
from indicators.files import read_catalogue
from indicators.model.periods import TimePeriod
from indicators.store import Query, Store

PUBLISHED = [
    ("brent-oil-price", "WLD", 12),
    ("consumer-price-index-monthly", "USA", 12),
    ("house-prices", "ITA", 4),
    ("real-house-prices", "EMU", 4),
    ("job-openings", "USA", 12),
]
FORMULAS = {
    "chg": lambda x, _: x.diff(),
    "ch1": lambda x, n: x.diff(n),
    "pch": lambda x, _: x.pct_change(fill_method=None) * 100,
    "pc1": lambda x, n: x.pct_change(n, fill_method=None) * 100,
    "pca": lambda x, n: ((x / x.shift()) ** n - 1) * 100,
    "cch": lambda x, _: np.log(x / x.shift()) * 100,
    "cca": lambda x, n: np.log(x / x.shift()) * 100 * n,
    "log": lambda x, _: np.log(x),
}
PANDAS = {"A": "Y", "Q": "Q", "M": "M"}


def series(panel):
    """The values by pandas period; a period that is not there is NaN."""
    values = panel.to_pandas(index="period")["value"]
    return values.reindex(pd.period_range(values.index.min(), values.index.max(), name="period"))


def same(ours, wanted):
    """Whether every period has the same value, and none has one on one side only."""
    wanted = wanted.reindex(ours.index)
    assert ours.notna().tolist() == wanted.notna().tolist()
    assert ours.to_numpy() == pytest.approx(wanted.to_numpy(), rel=1e-9, abs=1e-9, nan_ok=True)


def name_period(period):
    """The name that a pandas period has here."""
    return str(period).replace("Q", "-Q")


def aggregate(values, frequency, way):
    """Aggregate in pandas, and only where every shorter period has a value."""
    longer = values.groupby(values.index.asfreq(PANDAS[frequency]))
    if way == "eop":
        ends = longer.apply(lambda part: part.index[-1].end_time == part.index[-1].asfreq(PANDAS[frequency]).end_time)
        return longer.agg(lambda part: part.iloc[-1]).where(ends)
    length = {"A": 12, "Q": 3}[frequency] // {"M": 1, "Q": 3}[values.index.freqstr[0]]
    return longer.agg({"avg": "mean", "sum": "sum"}[way]).where(longer.count() == length)


@pytest.mark.parametrize(("indicator", "area", "in_a_year"), PUBLISHED)
@pytest.mark.parametrize("name", FORMULAS)
def test_changes_are_those_of_pandas(indicator, area, in_a_year, name):
    level = series(ind.get(indicator, area))
    made = series(ind.get(indicator, area, transform=name))
    same(made, FORMULAS[name](level, in_a_year))


@pytest.mark.parametrize(("indicator", "area", "in_a_year"), PUBLISHED)
def test_moving_averages_are_those_of_pandas(indicator, area, in_a_year):
    level = series(ind.get(indicator, area))
    same(series(ind.get(indicator, area, average=in_a_year)), level.rolling(in_a_year).mean())


@pytest.mark.parametrize(("indicator", "area", "in_a_year"), PUBLISHED)
@pytest.mark.parametrize("way", ["avg", "eop"])
def test_longer_periods_are_those_of_pandas(indicator, area, in_a_year, way):
    level = series(ind.get(indicator, area))
    for frequency in ("A", "Q") if in_a_year == 12 else ("A",):
        made = series(ind.get(indicator, area, frequency=frequency, aggregate=way))
        same(made, aggregate(level, frequency, way))


def test_sums_of_months_are_those_of_pandas():
    level = series(ind.get("goods-trade-balance-monthly", "EMU"))
    for frequency in ("A", "Q"):
        made = series(ind.get("goods-trade-balance-monthly", "EMU", frequency=frequency))
        same(made, aggregate(level, frequency, "sum"))


@pytest.mark.parametrize("base", ["2022", "2022-Q1", "2022-S2", "2022-01"])
def test_the_average_of_the_base_period_is_a_hundred(base):
    level = series(ind.get("brent-oil-price", "WLD"))
    period = TimePeriod.parse(base)
    inside = level[(level.index.start_time >= str(period.first)) & (level.index.start_time <= str(period.last))]
    panel = ind.get("brent-oil-price", "WLD", transform="index", base=base)
    same(series(panel), level / inside.mean() * 100)
    assert panel.units == (f"index, {period.label} = 100",)


@pytest.mark.parametrize(
    ("indicator", "area", "base", "part"),
    [
        ("house-prices", "USA", "2022-01", "shorter than a quarter"),
        ("gdp", "USA", "2022-Q1", "shorter than a year"),
        ("consumer-price-index-monthly", "USA", "2025", "whole of 2025"),  # October was not surveyed
    ],
)
def test_a_series_without_values_for_the_whole_base_says_why(indicator, area, base, part):
    frame = ind.get(indicator, area, transform="index", base=base).frame
    assert frame["value"].isna().all()
    assert all(part in reason for reason in frame["reason"])


def test_a_base_that_is_not_named_is_the_first_whole_year():
    panel = ind.get("brent-oil-price", "WLD", transform="index")  # since May 1987
    assert panel.units == ("index, 1988 = 100",)
    assert panel.frame.loc[panel.frame["year"] == 1988, "value"].mean() == pytest.approx(100)


@pytest.mark.parametrize(
    ("indicator", "area", "frequency", "period", "reason"),
    [
        ("consumer-price-index-monthly", "USA", "A", "2025", "No value for October 2025."),
        ("consumer-price-index-monthly", "USA", "Q", "2025-Q4", "No value for October 2025."),
        ("brent-oil-price", "WLD", "A", "1987", "No value for January–April 1987."),
        ("government-bond-yield-10-years", "USA", "S", "1953-S1", "No value for January–March 1953."),
    ],
)
def test_a_longer_period_that_is_not_whole_is_empty_and_names_what_is_missing(
    indicator, area, frequency, period, reason
):
    frame = ind.get(indicator, area, period, frequency=frequency).frame
    assert frame[["period", "reason"]].to_numpy().tolist() == [[period, reason]]
    assert frame["value"].isna().all()


def test_a_month_is_converted_at_the_average_of_its_rates():
    dollars = series(ind.get("brent-oil-price", "WLD", "2015-01..2021-12"))
    days = ind.get("exchange-rate-bank-of-russia", "USA", "2014..2022").to_pandas(index="date")["value"]
    every = days.asfreq("D").ffill()  # a rate is in force until the next
    same(
        series(ind.get("brent-oil-price", "WLD", "2015-01..2021-12", unit="RUB")),
        dollars * every.groupby(every.index.to_period("M")).mean(),
    )


def test_months_are_divided_by_the_population_of_their_year_and_a_step_says_so():
    panel = ind.get("job-openings", "USA", "2022-11..2023-02", per="person")
    people = ind.get("population", "USA", "2022..2023").frame.set_index("year")["value"]
    jobs = ind.get("job-openings", "USA", "2022-11..2023-02").frame
    assert panel.frame["value"].to_numpy() == pytest.approx((jobs["value"] / jobs["year"].map(people)).to_numpy())
    (step,) = [step for step in panel.steps if step.name == "divide"]
    assert "of their year" in step.sentence


def test_a_month_is_never_divided_by_the_flow_of_a_year():
    frame = ind.get("goods-trade-balance-monthly", "EMU", "2023-01", per="gdp").frame
    assert frame["value"].isna().all()
    assert frame["reason"].tolist() == [messages.DIVISOR_OF_LONGER.format(divisor="GDP")]
    whole = ind.get("goods-trade-balance-monthly", "EMU", "2023", per="gdp", frequency="A").frame
    assert whole["value"].between(0, 2).all()


def test_a_year_is_divided_by_the_months_aggregated_to_it():
    panel = ind.get("gdp", "USA", "2021", per="job-openings")
    december = ind.get("job-openings", "USA", "2021-12").frame["value"].item()
    gdp = ind.get("gdp", "USA", "2021").frame["value"].item()
    assert panel.frame["value"].item() == pytest.approx(gdp / december)
    assert "aggregate" in [step.name for step in panel.steps]


def test_nothing_is_divided_by_an_index():
    with pytest.raises(UnitMismatchError):
        ind.get("gdp", "USA", per="consumer-price-index-monthly")


MONTHS = pd.period_range("2020-01", "2023-06", freq="M")
PRICES = 100 * 1.01 ** np.arange(len(MONTHS))


@pytest.fixture
def shop(folder):
    """Turnover by month, quarter and year, monthly prices of one of two countries, and yearly ones of both."""
    indicators = folder / "indicators.yaml"
    about = "  description: Words.\n  topic: Economy\n"
    indicators.write_text(
        indicators.read_text()
        + f"- id: inflation\n  name: Inflation\n  unit: '%'\n  measure: rate\n{about}"
        + "- id: consumer-price-index-monthly\n  name: Prices\n  unit: index, 2020 = 100\n"
        + f"  measure: index\n{about}"
    )
    rows = [f"consumer-price-index-monthly,RUS,{month},{price!r},\"index, 2020 = 100\"" for month, price in
            zip(MONTHS, map(float, PRICES), strict=True) if str(month) != "2022-05"]  # fmt: skip
    rows += [f"inflation,{area},{year},{change},%" for area in ("RUS", "CHN") for year, change in
             ((2021, 10), (2022, 20), (2023, 30))]  # fmt: skip
    rows += [f"turnover,{area},{period},100,{unit}" for area, unit in (("RUS", "RUB"), ("CHN", "CNY")) for period in
             ("2020-03", "2022-04", "2022-05", "2022-Q1", "2022-Q2", "2021", "2022-07-01/P9M")]  # fmt: skip
    path = folder / "datasets/office/observations.csv"
    lines = [f"{row},A,2024-01-01,page" for row in rows]
    path.write_text("INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,VINTAGE,ORIGIN\n"
                    + "\n".join(lines) + "\n")  # fmt: skip
    (folder / "currencies.csv").write_text(
        "CODE,NAME,AREAS\nRUB,Russian rouble,RUS:1998-01-01/\nCNY,Yuan,CHN:1953-03-01/\n"
    )
    return Store(read_catalogue(folder))


def test_months_are_deflated_by_monthly_prices_where_there_are_some_else_by_those_of_their_year(shop):
    settings = MoneySettings(unit="LCU", prices=2020, deflator="cpi")
    panel = make_panel(PanelRequest(Query(("turnover",)), settings), shop)
    price = pd.Series(PRICES, MONTHS)
    base = price["2020"].mean()
    got = panel.frame.set_index(["code", "period"])["value"]
    wanted = {
        ("RUS", "2020-03"): 100 * base / price["2020-03"],
        ("RUS", "2022-04"): 100 * base / price["2022-04"],
        ("RUS", "2022-05"): np.nan,
        ("RUS", "2022-Q1"): 100 * base / price["2022-01":"2022-03"].mean(),
        ("RUS", "2022-Q2"): np.nan,
        ("RUS", "2021"): 100 / 1.1,
        ("RUS", "2022-07-01/P9M"): 100 * base / price["2022-07":"2023-03"].mean(),
        ("CHN", "2020-03"): 100.0,
        ("CHN", "2022-04"): 100 / 1.32,
        ("CHN", "2022-05"): 100 / 1.32,
        ("CHN", "2022-Q1"): 100 / 1.32,
        ("CHN", "2022-Q2"): 100 / 1.32,
        ("CHN", "2021"): 100 / 1.1,
        ("CHN", "2022-07-01/P9M"): np.nan,
    }
    assert got[list(wanted)].to_numpy() == pytest.approx(list(wanted.values()), nan_ok=True)
    (step,) = [step for step in panel.steps if step.name == "deflate"]
    assert messages.DEFLATED_BY_MONTH in step.sentence
    assert messages.DEFLATED_BY_YEAR in step.sentence
    reasons = panel.frame.set_index(["code", "period"])["reason"]
    assert reasons["RUS", "2022-05"] == messages.NO_MONTHLY_PRICES.format(base=2020)
    assert reasons["CHN", "2022-07-01/P9M"] == messages.SEVERAL_YEARS
    assert (panel.frame["reason"].ne("") == panel.frame["value"].isna()).all()


def test_months_are_deflated_by_the_years_gdp_deflator_and_a_step_says_so():
    panel = ind.get("goods-trade-balance-monthly", "EMU", "2022-12..2023-01", prices=2020)
    year = ind.get("goods-trade-balance-monthly", "EMU", "2022-12..2023-01").frame
    changes = ind.get("gdp-deflator-inflation", "EMU", "2021..2023").frame.set_index("year")["value"]
    level = (1 + changes / 100).cumprod()
    assert panel.frame["value"].to_numpy() == pytest.approx((year["value"] / year["year"].map(level)).to_numpy())
    (step,) = [step for step in panel.steps if step.name == "deflate"]
    assert messages.DEFLATED_BY_YEAR in step.sentence


@settings(max_examples=15)
@given(
    values=st.lists(st.floats(0.01, 1e6) | st.just(np.nan), min_size=2, max_size=60),
    start=st.integers(0, 400),
    quarterly=st.booleans(),
    name=st.sampled_from(sorted(FORMULAS)),
    window=st.integers(2, 13),
)
def test_drawn_series_with_gaps_are_treated_as_pandas_treats_them(panel, values, start, quarterly, name, window):
    index = pd.period_range(pd.Period("1990-01", "M") + start, periods=len(values), freq="M")
    if quarterly:
        index = pd.period_range(index[0].asfreq("Q"), periods=len(values), freq="Q")
    level = pd.Series(values, index)
    given_values = level.dropna()
    if given_values.empty:
        return
    drawn = panel(given_values.tolist(), [name_period(one) for one in given_values.index])
    number = 4 if quarterly else 12
    for made, wanted in (
        (apply_transform(drawn, name), FORMULAS[name](level, number)),
        (take_moving_average(drawn, window), level.rolling(window).mean()),
        (aggregate_periods(drawn, "A", "avg"), aggregate(level, "A", "avg")),
    ):
        known = made.frame.dropna(subset="value").set_index("period")["value"]
        expected = wanted.dropna()
        periods = [name_period(one) for one in expected.index]
        assert sorted(known.index) == sorted(periods)
        assert known[periods].to_numpy() == pytest.approx(expected.to_numpy(), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("options", [{"frequency": "A"}, {"average": 3}, {"transform": "pc1"}])
def test_what_is_made_of_amounts_at_several_rates_has_no_rate_beside_it(options):
    row = ind.get("goods-trade-balance-monthly", "EMU", "2024", unit="USD", **options).frame.iloc[0]
    assert (row["rule"], row["rate_unit"]) == ("average", "")
    assert np.isnan(row["rate"])


def test_a_title_names_the_rates_before_aggregation_and_no_length_that_is_not_shown():
    yearly = ind.get("goods-trade-balance-monthly", "EMU", "2024", unit="USD", frequency="A")
    assert "monthly average rates" in write_title(yearly)
    gold = ind.get("gold-price", "WLD", "2024", unit="EUR")  # years before 1960, then months
    assert not any("annual" in step.sentence for step in gold.steps)
