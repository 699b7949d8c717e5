"""Forecasts of a text beside what such forecasts missed by, and beside their outcome."""

from datetime import date

import pytest

from indicators.claims.findings import Verdict

NAME = "forecast-record"
WITHIN = [
    "The IMF forecast that Germany's GDP would grow by 0.9% in 2024.",
    "Germany's GDP growth is expected to be 0.9% in 2024, according to the bank.",
    "GDP growth in Germany is forecast at 0.9% in 2024.",
    "In 2024 Germany's GDP is projected to grow by 0.9%.",
]


@pytest.mark.parametrize("text", WITHIN)
def test_an_outcome_inside_usual_errors_has_a_verdict_of_its_own(check, text):
    (finding,) = check(text, NAME, published=date(2023, 11, 1))
    assert finding.verdict is Verdict.ALLOWED
    assert finding.verdict.sign == "±"
    band = finding.chain[1].interval
    assert band.low < 0 < band.high
    assert finding.chain[1].origin
    assert finding.chain[2].fits


def test_a_forecast_that_failed_by_more_is_never_inconsistent(check, report):
    text = "The IMF forecast that Russia's GDP would grow by 9% in 2015."
    (finding,) = check(text, NAME, published=date(2014, 11, 1))
    assert finding.verdict is Verdict.EXPLAINED
    assert not report(text, published=date(2014, 11, 1)).is_inconsistent


@pytest.mark.parametrize(("growth", "verdict"), [("1.2%", Verdict.ALLOWED), ("9%", Verdict.UNCHECKED)])
def test_without_an_outcome_the_band_is_that_around_the_forecast_known_on_the_day(check, growth, verdict):
    (finding,) = check(f"Germany's GDP will grow {growth} in 2027, the bank says.", NAME, published=date(2025, 11, 15))
    assert finding.verdict is verdict
    assert finding.chain[1].vintage == "2025-10-31"
    (earlier,) = check("Germany's GDP will grow 1.2% in 2027, the bank says.", NAME, published=date(2023, 1, 15))
    assert earlier.chain[1].vintage == "2022-10-31"


def test_too_few_past_forecasts_are_counted_and_shown_with_their_misses(check):
    (finding,) = check("RAEC expects the Russian digital economy to grow by 37% in 2025.", NAME,
                       published=date(2025, 9, 29))  # fmt: skip
    assert finding.verdict is Verdict.UNCHECKED
    assert "2 forecasts" in finding.reason
    assert [figure.text for figure in finding.chain[1:]] == ["6%", "15%"]


@pytest.mark.parametrize(
    "text",
    [
        "Germany's GDP grew 0.9% in 2024.",  # no forecast
        "Sales of Acme will grow 5% in 2026.",  # no indicator
        "Germany's GDP will reach 5 trillion euros in 2026.",  # no percentage
    ],
)
def test_only_forecasts_in_percent_of_an_indicator_are_judged(check, text):
    assert not check(text, NAME, published=date(2025, 11, 1))


def test_another_forecast_is_no_outcome(check):
    assert not check("Russia's digital economy growth is forecast at 22% in 2026.", "forecast-outcome",
                     published=date(2026, 3, 15))  # fmt: skip
