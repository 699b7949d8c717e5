"""The same statements on Spark, PostgreSQL and ClickHouse as on DuckDB over the files: the same rows."""

from __future__ import annotations

import random
import string
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA, read_embedded_catalogue, tabulate_observations
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList, Currency, ObservationStatus
from indicators.model.dimensions import Dimension
from indicators.model.observations import Dataset, Indicator, Measure, Observation
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Query, Store
from indicators.store.engines import open_warehouse
from indicators.store.release_comparison import find_revisions

pytestmark = pytest.mark.engine

NASTY = (
    "it's", 'say "so"', "back\\slash", "a`b", "%s", "$areas", ":areas_0", "{areas_0: String}", "\\N", "\\.", "x; --",
    "naïve", "Ελλάδα", "中国", "🜚", "e\u0301", "a,b", "line\nbreak", "tab\tstop", "return\rcarriage", " space ", "NULL",
)  # fmt: skip
INDICATORS = ("sales", "people", *NASTY[:6])
AREAS = ("AAA", "BBB", *NASTY[6:])
DATASETS = ("by-hand", "one", "two")
FIRST_DAY = date(2024, 1, 1)
PERIODS = [
    *(TimePeriod.of_year(year) for year in (1820, 1899, 1969, 2018, 2019, 2020, 2024, 2040)),
    *(TimePeriod.parse(text) for text in ("2019-Q1", "2019-Q4", "2020-06", "2020-06-30", "2020-01-01/P9M")),
]
VALUES = (None, 0.0, 1.0, -1e-300, 1e300, 1 / 3, 5e-324, 123456789.123456789, float("inf"), float("nan"))


@pytest.fixture(scope="module", params=["postgresql", "chdb", "spark_connect", "spark_cluster"])
def address(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def warehouse(address):
    opened = open_warehouse(address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("made-up"), random.Random(20261125))


@pytest.fixture(scope="module")
def stores(catalogue, warehouse):
    """The store of the files, and the same in the engine."""
    warehouse.export(catalogue)
    return Store(catalogue), Store(warehouse.catalogue(), warehouse)


def made_up(folder, chance, rows=700):
    """Three datasets, one kept by hand and two in files with two releases of the same days."""
    datasets = []
    for id in DATASETS:
        origins = tuple(Origin(f"{id}-{n}", f"Producer {NASTY[n]}", NASTY[-n]) for n in range(3))
        held = tuple(sorted(INDICATORS))
        if id == "by-hand":
            observations = {key(row): row for row in (observation(chance, id) for _ in range(40))}.values()
            datasets.append(Dataset(id, NASTY[0], NASTY[1], "Text.", origins, held, tuple(observations)))
            continue
        tables = []
        for release in (1, 2):
            unique = {key(row): row for row in (observation(chance, id) for _ in range(rows // 2))}
            table = tabulate_observations(unique.values()).take(chance.sample(range(len(unique)), len(unique)))
            values = pa.array([chance.choice(VALUES) for _ in range(len(unique))], pa.float64())
            table = replaced(table, "OBS_VALUE", values)
            if release == 1:  # what a file has no column for is nothing in all its rows
                table = table.drop_columns(["SAID_BY", "QUALIFIER"])
            else:
                table = replaced(table, "COUNTERPART_AREA", [text or None for text in texts(table, "COUNTERPART_AREA")])
            path = folder / f"{id}-{release}.parquet"
            pq.write_table(table, path)
            tables.append(path)
        datasets.append(Dataset(id, id, id, "Text.", origins, held, tables=tuple(tables)))
    divided = (Dimension("SEX", ("_T", "F")), Dimension("SECTOR", ("_T", "it's; 50%"), "By sector"))
    indicators = tuple(
        Indicator(id, f"Name {id}", "Text.", "persons", Measure.STOCK, "T", dimensions=divided) for id in INDICATORS
    )
    areas = AreaList([Area(code, f"Area {number}") for number, code in enumerate(AREAS)])
    currencies = (Currency("RUB", "Rouble", valid_from=date(1998, 1, 1)),)
    return Catalogue(indicators, areas, tuple(datasets), currencies)


def texts(table, name):
    return table[name].to_pylist()


def replaced(table, name, column):
    return table.set_column(table.schema.get_field_index(name), OBSERVATION_SCHEMA.field(name), pa.array(column))


def observation(chance, dataset):
    return Observation(
        chance.choice(INDICATORS[:4]) if chance.random() < 0.8 else chance.choice(INDICATORS),
        chance.choice(AREAS[:6]),
        chance.choice(PERIODS),
        chance.choice([None, Decimal("0.1"), Decimal("-24.50"), Decimal("1e30")]),
        chance.choice(["persons", "RUB"]),
        f"{dataset}-{chance.randrange(3)}",
        FIRST_DAY + timedelta(days=chance.randrange(3)),
        status=chance.choice(list(ObservationStatus)[:5]),
        counterpart=chance.choice(["", "", "AAA", AREAS[-1]]),
        dimensions=chance.choice([(), (), (("SEX", "F"),), (("SECTOR", "it's; 50%"), ("SEX", "F"))]),
        digits=chance.choice([None, 2]),
        converted_from=chance.choice(["", "", "", "USD"]),
        note=chance.choice([*NASTY, ""]),
        said_by=chance.choice(NASTY),
    )


def key(row):
    names = ("indicator", "area", "counterpart", "dimensions", "unit", "converted_from", "vintage")
    return (*(getattr(row, name) for name in names), str(row.period))


QUERIES = st.builds(
    Query,
    indicators=st.lists(st.sampled_from(INDICATORS), min_size=1, max_size=4, unique=True).map(tuple),
    areas=st.lists(st.sampled_from(AREAS), max_size=4, unique=True).map(tuple)
    | st.text(string.printable, min_size=1).map(lambda text: (text, "AAA")),
    time=st.sampled_from([TimeSpan(), TimeSpan(only="latest"), TimeSpan(only="earliest")])
    | st.tuples(st.sampled_from(PERIODS), st.sampled_from(PERIODS))
    .filter(lambda pair: pair[0].first <= pair[1].last)
    .map(lambda pair: TimeSpan(*pair)),
    as_of=st.none() | st.integers(-1, 4).map(lambda days: FIRST_DAY + timedelta(days=days)),
    forecasts=st.booleans(),
    datasets=st.lists(st.sampled_from(DATASETS), max_size=2, unique=True).map(tuple),
    vintage=st.none() | st.just(TimePeriod.parse("2024-01-02")),
    every_vintage=st.booleans(),
    dimensions=st.sampled_from([(), (("SEX", ("F", "_T")),), (("SECTOR", ("it's; 50%",)), ("SEX", ("F",)))]),
)


def rows_of(store, query):
    """All rows that a query gives, in an order that depends on nothing but what they hold."""
    panel = store.read_panel(query)
    return sorted_rows(panel.frame), sorted_rows(panel.stated), panel.origins


def sorted_rows(frame):
    return sorted(tuple(map(repr, row)) for row in frame.itertuples(index=False))


def test_every_query_gives_the_rows_that_duckdb_gives(stores, address):
    here, there = stores
    slow = address.startswith(("sc:", "spark:"))  # a statement takes them a second

    # Not shrunk: it would take Spark half an hour.
    @settings(max_examples=8 if slow else 60, database=None, phases=[Phase.generate])
    @given(query=QUERIES)
    def same_rows(query):
        assert rows_of(there, query) == rows_of(here, query)

    same_rows()


def test_several_threads_at_once_get_right_answers(stores):
    here, there = stores
    queries = [Query((indicator,), (area,)) for indicator in INDICATORS[:2] for area in AREAS[:4]]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: rows_of(there, query), queries))
    assert together == [rows_of(here, query) for query in queries]


def test_what_there_is_is_the_same(stores):
    here, there = stores
    assert there.catalogue.indicators == here.catalogue.indicators
    assert list(there.catalogue.areas) == list(here.catalogue.areas)
    assert there.catalogue.currencies == here.catalogue.currencies
    assert there.catalogue.origins == here.catalogue.origins
    for name in (*DATASETS, *INDICATORS):
        assert there.catalogue.find_origins_of(name) == here.catalogue.find_origins_of(name)


def test_coverage_is_the_same_in_the_same_order(stores):
    here, there = stores
    for indicators in (INDICATORS, INDICATORS[2:3], INDICATORS[-1:]):
        assert there.read_coverage(indicators) == here.read_coverage(indicators)


def test_what_was_revised_between_two_days_is_the_same(stores):
    here, there = (find_revisions(store, "one", since="2024-01-01", until="2024-01-03") for store in stores)
    assert here.counts["new"]
    assert here.counts["revised"]
    assert sorted_rows(there.frame) == sorted_rows(here.frame)
    back_here, back_there = (find_revisions(store, "one", since="2024-01-03", until="2024-01-01") for store in stores)
    assert back_here.counts["withdrawn"]
    assert sorted_rows(back_there.frame) == sorted_rows(back_here.frame)


def test_what_is_not_there_is_an_empty_panel(stores):
    query = Query(("sales",), ("'; DROP TABLE indicators.observations; --",))
    assert stores[1].read_panel(query).is_empty
    assert stores[1].read_panel(Query(("sales",), datasets=("none",))).is_empty


def test_the_same_export_changes_nothing_and_says_so(stores, catalogue, warehouse):
    query = Query(("sales", "people"))
    before = rows_of(stores[1], query)
    again = warehouse.export(catalogue)
    assert not again.changed
    assert again.datasets == len(DATASETS)
    assert rows_of(stores[1], query) == before


def test_an_export_that_fails_leaves_what_was_there(stores, catalogue, warehouse, tmp_path):
    here, there = stores
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(catalogue.find_dataset("two").tables[0].read_bytes())
    more = Dataset("more", "More", "More", "Text.", (), ("sales",), tables=(broken,))
    larger = Catalogue(catalogue.indicators, catalogue.areas, (*catalogue.datasets, more))

    def spoil(done, _rows):
        if done:
            broken.write_bytes(b"PAR1 no more")

    with pytest.raises(StoreError, match="more"):
        warehouse.export(larger, spoil)
    reopened = Store(warehouse.catalogue(), warehouse)
    query = Query(("sales", "people"))
    assert rows_of(reopened, query) == rows_of(there, query) == rows_of(here, query)


def test_who_opened_it_before_an_export_reads_on(stores, catalogue, address, warehouse):
    """Runs last: the store holds other figures afterwards."""
    here, _ = stores
    query = Query(("sales",))
    before = rows_of(here, query)
    smaller = Catalogue(catalogue.indicators, catalogue.areas, catalogue.datasets[:1])
    reader = Store(warehouse.catalogue(), type(warehouse)(warehouse._connection))
    assert warehouse.export(smaller).changed
    assert rows_of(reader, query) == before
    assert rows_of(Store(warehouse.catalogue(), warehouse), query) == rows_of(Store(smaller), query)


def test_the_embedded_figures_come_with_citations_and_rates(warehouse):
    """Hand-kept and small files of the embedded figures, as a reader would have them."""
    whole = read_embedded_catalogue()
    kept = tuple(d for d in whole.datasets if not d.tables or d.id == "imf-annual-average-rates")
    some = Catalogue(whole.indicators, whole.areas, kept, whole.currencies, whole.events)
    warehouse.export(some)
    here, there = Store(some), Store(warehouse.catalogue(), warehouse)
    query = Query(("digital-economy-turnover", "bilateral-trade"))
    assert rows_of(there, query) == rows_of(here, query)
    assert there.catalogue.events == here.catalogue.events
    assert there.catalogue.find_origins_of("digital-economy-turnover") == here.catalogue.find_origins_of(
        "digital-economy-turnover"
    )
    panels = [store.read_panel(query).to("billion USD").frame for store in (here, there)]
    assert panels[0].notna()["rate"].any()
    assert panels[1].equals(panels[0])
