"""A view over HTTP: ``pytest tests/benchmarks/test_api.py``.

Known (cached) and new views as CSV, beside a bare route of Starlette that sends the same bytes, and beside DuckDB's
query of the same figures written as CSV. All three answer through the same client in the same process.
"""

import io
from itertools import count

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from indicators.api import GuardSettings, RequestGuard, Service
from indicators.files import find_data_folder

VIEW = "/explore.csv?indicators=gdp&country=RUS~CHN~USA&time={first}..2024"
SQL = """
    SELECT * FROM read_parquet($file)
    WHERE INDICATOR = 'gdp' AND REF_AREA IN ('RUS', 'CHN', 'USA') AND TIME_PERIOD BETWEEN $first AND '2024'
    QUALIFY row_number() OVER (PARTITION BY REF_AREA, TIME_PERIOD ORDER BY VINTAGE DESC) = 1"""


@pytest.fixture(scope="module")
def client():
    guard = Middleware(RequestGuard, settings=GuardSettings(per_second=1e9, burst=10**9))
    return TestClient(Starlette(routes=Service().list_routes(), middleware=[guard]), base_url="http://localhost")


def serve(answer):
    return TestClient(Starlette(routes=[Route("/", answer)]), base_url="http://localhost")


def test_a_known_view_beside_a_bare_route(benchmark, client, median):
    path = VIEW.format(first=2000)
    body = client.get(path).content
    bare = serve(lambda _: Response(body, media_type="text/csv"))
    benchmark(lambda: client.get(path))
    spent = benchmark.stats.stats.median
    benchmark.extra_info["a second"] = round(1 / spent)
    benchmark.extra_info["times a bare route"] = round(spent / median(lambda: bare.get("/"), times=50), 1)


def test_a_new_view_beside_duckdb_on_the_same_file(benchmark, client, median):
    path = str(find_data_folder() / "datasets" / "world-bank-wdi" / "observations.parquet")
    starts = count(1)

    def ask_duckdb(_):
        first = str(1960 + next(starts) % 60)
        found = duckdb.connect().sql(SQL, params={"file": path, "first": first}).df()
        text = io.StringIO()
        found.to_csv(text, index=False)
        return Response(text.getvalue(), media_type="text/csv")

    peer = serve(ask_duckdb)
    new = count(1)
    # a title makes the view another one, and leaves the work the same
    ask = lambda: client.get(f"{VIEW.format(first=1960)}&title={next(new)}")  # noqa: E731
    assert ask().status_code == 200
    benchmark(ask)
    spent = benchmark.stats.stats.median
    benchmark.extra_info["a second"] = round(1 / spent)
    benchmark.extra_info["times DuckDB and pandas"] = round(spent / median(lambda: peer.get("/"), times=20), 1)
