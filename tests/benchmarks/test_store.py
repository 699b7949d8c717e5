"""Run by name: ``pytest tests/benchmarks/test_store.py``; ``-k 10M`` for one size, ``-s`` for the ratios in words.

The dashboard's query (three indicators, ten countries, sixteen years, the newest vintage of each figure) through the
store, against the same in DuckDB, Polars and pandas on the same files in the same run. Ours and theirs take turns,
so that a busy machine is as busy for both. Stores of 100 million take some minutes to make; see ``conftest.py``.
"""

import json
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from indicators.files import read_user_catalogue
from indicators.files.newest import find_newest
from indicators.model.periods import TimeSpan
from indicators.store import Query, Store
from indicators.store.sql import select_observations

SIZES = ["1M", "10M", "100M"]
INDICATORS = ("synthetic-0007", "synthetic-0500", "synthetic-1234")
AREAS = ("RUS", "CHN", "USA", "IND", "BRA", "DEU", "JPN", "GBR", "FRA", "TUR")
FIRST, LAST = date(2010, 1, 1), date(2025, 12, 31)
QUERY = Query(INDICATORS, AREAS, TimeSpan.parse("2010..2025"))
KEY = ["INDICATOR", "REF_AREA", "UNIT_MEASURE", "FREQ", "TIME_PERIOD"]
COLUMNS = [*KEY, "OBS_VALUE", "OBS_STATUS", "VINTAGE", "ORIGIN", "TIME_START", "TIME_END"]
BY_HAND = f"""
    SELECT {", ".join(COLUMNS)} FROM read_parquet($files)
    WHERE INDICATOR IN {INDICATORS} AND REF_AREA IN {AREAS} AND TIME_START >= $first AND TIME_END <= $last
    QUALIFY row_number() OVER (PARTITION BY {", ".join(KEY)} ORDER BY VINTAGE DESC) = 1"""


class Engines:
    """The same question in each of them; all give the same figures."""

    def __init__(self, folder):
        self.store = Store(read_user_catalogue(folder).catalogue)
        self.tables = self.store.catalogue.find_dataset("synthetic").tables
        self.releases = [str(path) for path in self.tables]
        self.connection = duckdb.connect()
        self.statement = select_observations(QUERY, ("synthetic",))

    def panel(self):
        return self.store.read_panel(QUERY).frame

    def read(self):
        return self.store.answer(self.statement)

    def duckdb_arrow(self):
        bound = {"files": self.releases, "first": FIRST, "last": LAST}
        return self.connection.cursor().sql(BY_HAND, params=bound).to_arrow_table()

    def duckdb_newest(self):
        """From the file that keeps the newest of each together, which needs no rule of the newest."""
        bound = {"files": [str(find_newest(self.tables))], "first": FIRST, "last": LAST}
        return self.connection.cursor().sql(BY_HAND.partition("QUALIFY")[0], params=bound).to_arrow_table()

    def duckdb(self):
        return self.duckdb_arrow().to_pandas()

    def pandas(self):
        filters = [
            ("INDICATOR", "in", INDICATORS), ("REF_AREA", "in", AREAS), ("TIME_START", ">=", FIRST),
            ("TIME_END", "<=", LAST),
        ]  # fmt: skip
        frame = pd.concat([pd.read_parquet(path, columns=COLUMNS, filters=filters) for path in self.releases])
        return frame.sort_values("VINTAGE").drop_duplicates(KEY, keep="last")

    def polars(self):
        pl = pytest.importorskip("polars")
        there = (
            pl.col("INDICATOR").is_in(INDICATORS)
            & pl.col("REF_AREA").is_in(AREAS)
            & (pl.col("TIME_START") >= FIRST)
            & (pl.col("TIME_END") <= LAST)
        )
        rows = pl.scan_parquet(self.releases).select(COLUMNS).filter(there)
        return rows.sort("VINTAGE").unique(KEY, keep="last").collect().to_pandas()


@pytest.fixture(scope="module", params=SIZES)
def size(request):
    return request.param


@pytest.fixture(scope="module")
def engines(size, synthetic_store):
    return Engines(synthetic_store(size))


def ratio(one, other, *, times=25):
    """How often the time of the other the one takes, by their medians, taken in turns.

    Both by the clock and by the work of the processors; the lesser counts, since on a busy machine the clock tells
    what the neighbours do.
    """
    spent = [[], []]
    for turn in range(times + 2):
        for seconds, work in zip(spent, (one, other), strict=True):
            start = time.perf_counter(), time.process_time()
            work()
            if turn >= 2:  # the first ones fill the caches of both
                seconds.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    return float(np.divide(*np.median(spent, axis=1)).min().round(2))


@pytest.fixture(autouse=True)
def told(benchmark_or_none):
    """Prints the ratios, which pytest-benchmark's table leaves out."""
    yield
    if benchmark_or_none is not None and benchmark_or_none.extra_info:
        print("", dict(benchmark_or_none.extra_info))  # noqa: T201


@pytest.fixture
def benchmark_or_none(request):
    return request.getfixturevalue("benchmark") if "benchmark" in request.fixturenames else None


def figures(frame, value, key):
    return dict(zip(zip(*(frame[name] for name in key), strict=True), frame[value], strict=True))


def test_all_give_the_same_figures(engines):
    ours = figures(engines.panel(), "value", ["indicator", "code", "period"])
    assert len(ours) > 400
    for theirs in (engines.duckdb(), engines.pandas(), engines.polars()):
        assert figures(theirs, "OBS_VALUE", ["INDICATOR", "REF_AREA", "TIME_PERIOD"]) == ours


def test_a_panel(benchmark, engines):
    benchmark(engines.panel)


def test_a_panel_of_all_countries(benchmark, engines):
    benchmark(lambda: engines.store.read_panel(Query(INDICATORS)))


def test_a_panel_as_known_on_a_day(benchmark, engines):
    benchmark(
        lambda: engines.store.read_panel(Query(INDICATORS, AREAS, TimeSpan.parse("2010..2025"), date(2025, 8, 1)))
    )


def test_coverage(benchmark, engines):
    benchmark(lambda: engines.store.read_coverage(INDICATORS))


def test_reading_against_duckdb_by_hand(benchmark, engines, size):
    times = benchmark.extra_info["times DuckDB, to Arrow"] = ratio(engines.read, engines.duckdb_arrow)
    benchmark(engines.read)
    assert size == "1M" or times <= 1.3  # at a million rows there is little to read: what is measured is planning


def test_reading_against_duckdb_by_hand_from_the_newest(benchmark, engines):
    if find_newest(engines.tables) is None:
        pytest.skip("two releases are not kept together")
    benchmark.extra_info["times DuckDB, from the newest alone"] = ratio(engines.read, engines.duckdb_newest)
    benchmark(engines.read)


def test_a_panel_against_duckdb_by_hand_to_pandas(benchmark, engines):
    benchmark.extra_info["times DuckDB, to pandas"] = ratio(engines.panel, engines.duckdb)
    benchmark(engines.panel)


def test_a_panel_against_pandas(benchmark, engines, size):
    times = benchmark.extra_info["times pandas"] = ratio(engines.panel, engines.pandas, times=7)
    benchmark(engines.panel)
    assert size == "1M" or times <= 0.5


def test_a_panel_against_polars(benchmark, engines):
    benchmark.extra_info["times Polars"] = ratio(engines.panel, engines.polars, times=7)
    benchmark(engines.panel)


@pytest.mark.parametrize(("small", "large"), [("1M", "10M"), ("10M", "100M")])
def test_growth_by_a_tenfold_store(benchmark, synthetic_store, small, large):
    few, many = Engines(synthetic_store(small)), Engines(synthetic_store(large))
    times = benchmark.extra_info["times the smaller"] = ratio(many.panel, few.panel)
    benchmark(many.panel)
    assert times <= 1.5


def test_eight_threads_at_once(benchmark, engines):
    queries = [Query((f"synthetic-{n:04}",), AREAS, TimeSpan.parse("2010..2025")) for n in range(1, 65)]
    alone = [engines.store.read_panel(query).frame for query in queries]
    with ThreadPoolExecutor(8) as pool:
        together = benchmark(lambda: list(pool.map(lambda query: engines.store.read_panel(query).frame, queries)))
    assert all(one.equals(other) for one, other in zip(alone, together, strict=True))


MEASURED = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from indicators.files import read_user_catalogue
from indicators.model.periods import TimeSpan
from indicators.store import Query, Store
query = Query({indicators!r}, {areas!r}, TimeSpan.parse("2010..2025"))
frame = Store(read_user_catalogue(Path({folder!r})).catalogue).read_panel(query).frame
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([len(frame), peak / 1024, time.perf_counter() - started]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's record of a process")
def test_memory_of_a_query_in_a_fresh_process(benchmark, size, synthetic_store):
    code = MEASURED.format(indicators=INDICATORS, areas=AREAS, folder=str(synthetic_store(size)))

    def fresh():
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    rows, peak, _ = benchmark.pedantic(fresh, rounds=3)
    benchmark.extra_info["peak MB"] = round(peak)
    assert rows > 400
    assert peak < 300


@pytest.mark.parametrize(
    "words",
    ["-c 'import indicators'", "-m indicators list", "-m indicators get gdp --country RUS~CHN"],
    ids=["import indicators", "list", "get"],
)
def test_start(benchmark, words):
    command = [sys.executable, *shlex.split(words)]
    benchmark.pedantic(lambda: subprocess.run(command, capture_output=True, check=True), rounds=5, warmup_rounds=1)
