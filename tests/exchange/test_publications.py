from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from indicators.exchange import RateKind, RateSource, Successions, build_publication
from indicators.exchange.publications import PeriodArray
from indicators.model.periods import TimePeriod

DAILY = RateSource(
    "rate", "Bank", "EUR", frozenset({RateKind.AVERAGE, RateKind.END, RateKind.SPOT}), daily=True, hold=3
)
YEARLY = RateSource("rate", "Fund", "USD", frozenset({RateKind.AVERAGE}))


def published(source, rows):
    area, unit, first, value = zip(*rows, strict=True)
    columns = {"area": area, "unit": unit, "first": map(date.fromisoformat, first), "value": value}
    columns |= {name: ["same"] * len(rows) for name in ("origin", "dataset", "known")}
    rates = pa.table({name: list(column) for name, column in columns.items()})
    return build_publication(source, rates, Successions(()))


def value(publication, code, kind, *periods):
    return publication.compute_values(
        code, kind, PeriodArray(tuple(TimePeriod.parse(text) for text in periods))
    ).tolist()


WEEK = published(DAILY, [("USA", "USD per EUR", "2024-01-01", 2.0), ("USA", "USD per EUR", "2024-01-05", 4.0)])


def test_a_rate_holds_for_the_days_allowed_and_no_longer():
    days = ("2023-12-31", "2024-01-01", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09")
    assert value(WEEK, "USD", RateKind.SPOT, *days) == pytest.approx(
        [np.nan, 0.5, 0.5, 0.25, np.nan, np.nan], nan_ok=True
    )


def test_the_day_of_the_rate_is_that_of_its_publication():
    periods = PeriodArray((TimePeriod.parse("2024-01-03"), TimePeriod.parse("2024-01-05")))
    assert [str(day) for day in WEEK.get_days("USD", RateKind.SPOT, periods)] == ["2024-01-01", "2024-01-05"]


def test_an_average_counts_days_of_publication_or_calendar_days():
    five = "2024-01-01/P5D"
    assert value(WEEK, "USD", RateKind.AVERAGE, five) == [1 / 3]
    calendar = replace(WEEK, source=replace(DAILY, calendar=True))
    assert value(calendar, "USD", RateKind.AVERAGE, five) == [pytest.approx(1 / 2.4)]


def test_a_period_not_over_has_no_average():
    assert np.isnan(value(WEEK, "USD", RateKind.AVERAGE, "2024")).all()


def test_where_areas_disagree_on_a_shared_currency_most_decide():
    rows = [("AAA", "XOF per USD", "2024-01-01", 600.0), ("BBB", "XOF per USD", "2024-01-01", 600.0)]
    made = published(YEARLY, [*rows, ("CCC", "XOF per USD", "2024-01-01", 500.0)])
    assert value(made, "XOF", RateKind.AVERAGE, "2024") == [1 / 600]


def test_a_rate_of_nothing_is_no_rate():
    made = published(YEARLY, [("AAA", "AAA per USD", "2023-01-01", 0.0), ("AAA", "AAA per USD", "2024-01-01", 2.0)])
    assert np.isnan(value(made, "AAA", RateKind.AVERAGE, "2023")).all()
    assert made.find_span("AAA") == ("2024", "2024")


def test_a_yearly_publication_knows_years_only():
    made = published(YEARLY, [("AAA", "AAA per USD", "2024-01-01", 2.0)])
    assert np.isnan(value(made, "AAA", RateKind.AVERAGE, "2024-06")).all()
    assert value(made, "USD", RateKind.AVERAGE, "2024") == [1.0]
