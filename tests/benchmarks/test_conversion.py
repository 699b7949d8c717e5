"""Run by name: ``pytest tests/benchmarks``. The ratios to the floor stand in the column of extra information."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

import indicators as ind

CODES = np.array("RUB CNY EUR GBP JPY INR BRL MXN ZAR KRW SEK NOK CHF AUD CAD PLN CZK HUF DKK".split())
YEARS = np.arange(2000, 2024)


def values(size):
    generator = np.random.default_rng(1)
    return generator.integers(0, len(CODES), size), generator.integers(0, len(YEARS), size), generator.random(size)


@pytest.mark.parametrize("form", ["categories", "texts"])
@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000, 10_000_000])
def test_conversion_against_gather_and_multiply(benchmark, median, size, form):
    code, year, amount = values(size)
    table = np.random.default_rng(2).random((len(CODES), len(YEARS)))
    if form == "categories":
        source = pd.Categorical.from_codes(code, CODES)
        periods = pd.Categorical.from_codes(year, YEARS.astype(str))
    else:
        source, periods = CODES[code], YEARS.astype(str)[year]
    floor = median(lambda: amount * table[code, year])
    benchmark(ind.convert, amount, source, "USD", periods=periods)
    benchmark.extra_info["times the floor"] = round(benchmark.stats.stats.median / floor, 2)


def test_conversion_against_one_call_a_value(benchmark, median):
    package = pytest.importorskip("currency_converter")
    converter = package.CurrencyConverter(fallback_on_wrong_date=True, fallback_on_missing_rate=True)
    code, year, amount = values(1_000_000)
    days = [date(y, 6, 15) for y in YEARS]
    some = [n for n in range(2000) if CODES[code[n]] in converter.currencies]
    alone = median(lambda: [converter.convert(amount[n], CODES[code[n]], "USD", days[year[n]]) for n in some], 3)
    source, periods = pd.Categorical.from_codes(code, CODES), pd.Categorical.from_codes(year, YEARS.astype(str))
    benchmark(ind.convert, amount, source, "USD", periods=periods)
    faster = (alone / len(some)) / (benchmark.stats.stats.median / len(amount))
    benchmark.extra_info["times faster a value"] = round(faster)
