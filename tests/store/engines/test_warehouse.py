"""What an export does and undoes, on an engine that lies in memory."""

from contextlib import contextmanager

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.errors import EngineError, StoreError
from indicators.files import read_embedded_catalogue, tabulate_observations, write_dataset
from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimeSpan
from indicators.store import Query, Store
from indicators.store.engines import Warehouse
from indicators.store.engines.contents import STORED_SCHEMA, Contents


class InMemory:
    """An engine without transactions: what is written is there, and what fails leaves a part."""

    dialect = "duckdb"
    label = "memory"

    def __init__(self):
        self.database = duckdb.connect()
        self.state = None
        self.refuses = ""

    def path(self, name):
        return ("main", name)

    def read(self, sql, values, _schema):
        return self.database.cursor().sql(sql, params=dict(values)).to_arrow_table()

    def names(self):
        return [name for (name,) in self.database.sql("SELECT table_name FROM duckdb_tables()").fetchall()]

    def write(self, name, schema, _key, batches):
        if name.startswith(self.refuses or "-"):
            raise EngineError("no")
        self.database.register("no_rows", schema.empty_table())
        self.database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM no_rows')
        for batch in batches:
            self.database.register("rows", batch)
            self.database.execute(f'INSERT INTO "{name}" SELECT * FROM rows')

    def drop(self, name):
        self.database.execute(f'DROP TABLE IF EXISTS "{name}"')

    def current(self):
        return self.state

    def make_current(self, state):
        self.state = state

    @contextmanager
    def writing(self):
        yield

    def close(self):
        self.database.close()


@pytest.fixture
def engine():
    return InMemory()


@pytest.fixture
def store(folder):
    """A small store with a dataset in a file."""
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    dataset = Store.open(folder).catalogue.find_dataset("office")
    write_dataset(folder / "datasets", dataset, tabulate_observations(dataset.observations))
    (folder / "datasets/office/observations.csv").unlink()
    return Store.open(folder)


def figures(store):
    frame = store.read_panel(Query(("turnover", "growth"))).frame
    return frame[["code", "period", "value", "status", "vintage"]].to_numpy().tolist()


def test_the_engine_answers_as_the_files_do(engine, store):
    warehouse = Warehouse(engine)
    assert warehouse.export(store.catalogue).changed
    there = Store(warehouse.catalogue(), warehouse)
    assert figures(there) == figures(store)
    for query in (
        Query(("turnover",), ("RUS",), TimeSpan.parse("2023")),
        Query(("growth",), forecasts=False),
        Query(("turnover",), time=TimeSpan.parse("latest")),
        Query(("turnover",), areas=("no'body",)),
    ):
        assert there.read_panel(query).frame.equals(store.read_panel(query).frame)


def test_the_embedded_figures_kept_by_hand_are_the_same_there(engine):
    whole = read_embedded_catalogue()
    some = Catalogue(whole.indicators, whole.areas, tuple(d for d in whole.datasets if not d.tables), whole.currencies)
    warehouse = Warehouse(engine)
    warehouse.export(some)
    query = Query(tuple(sorted({id for dataset in some.datasets for id in dataset.indicators})))
    here, there = (store.read_panel(query) for store in (Store(some), Store(warehouse.catalogue(), warehouse)))
    assert there.frame.equals(here.frame)
    assert there.stated.equals(here.stated)
    assert there.origins == here.origins


def test_the_same_again_changes_nothing(engine, store):
    warehouse = Warehouse(engine)
    first = warehouse.export(store.catalogue)
    state, names = engine.state, sorted(engine.names())
    again = warehouse.export(store.catalogue)
    assert (first.changed, again.changed) == (True, False)
    assert (first.datasets, first.observations) == (again.datasets, again.observations) == (1, 5)
    assert (engine.state, sorted(engine.names())) == (state, names)


def test_another_word_in_a_description_is_a_change(engine, store, folder):
    warehouse = Warehouse(engine)
    warehouse.export(store.catalogue)
    path = folder / "datasets/office/dataset.yaml"
    path.write_text(path.read_text().replace("Yearbook", "Almanac"))
    assert warehouse.export(Store.open(folder).catalogue).changed
    assert warehouse.catalogue().find_dataset("office").title == "Almanac"


def changed(store, folder):
    """The store with its last figure left out."""
    dataset = store.catalogue.find_dataset("office")
    table = pq.read_table(dataset.tables[0])
    write_dataset(folder / "datasets", dataset, table.slice(0, table.num_rows - 1))
    return Store.open(folder)


@pytest.mark.parametrize("refused", ["observations_", "descriptions_"])
def test_what_fails_leaves_the_old_state_and_nothing_behind(engine, store, folder, refused):
    warehouse = Warehouse(engine)
    warehouse.export(store.catalogue)
    before, names = figures(Store(warehouse.catalogue(), warehouse)), sorted(engine.names())
    engine.refuses = refused
    with pytest.raises(EngineError):
        warehouse.export(changed(store, folder).catalogue)
    reopened = Warehouse(engine)
    assert figures(Store(reopened.catalogue(), reopened)) == before
    assert sorted(engine.names()) == names


def test_a_file_that_breaks_while_it_is_read_leaves_the_old_state(engine, store):
    warehouse = Warehouse(engine)
    table = store.catalogue.find_dataset("office").tables[0]
    content = table.read_bytes()
    table.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreError, match="office"):
        warehouse.export(store.catalogue)
    assert engine.state is None
    assert engine.names() == []


def test_a_reader_keeps_the_state_it_opened_and_older_ones_go(engine, store, folder):
    warehouse = Warehouse(engine)
    warehouse.export(store.catalogue)
    reader = Warehouse(engine)
    before = figures(Store(reader.catalogue(), reader))
    assert reader.find_newer() is None
    smaller = changed(store, folder)
    warehouse.export(smaller.catalogue)
    assert figures(Store(reader.catalogue(), reader)) == before
    assert figures(Store(reader.find_newer().catalogue(), reader.find_newer())) == figures(smaller) != before
    for _ in range(2):
        warehouse.export(Catalogue(store.catalogue.indicators, store.catalogue.areas, ()))
        warehouse.export(smaller.catalogue)
    assert len(engine.names()) == 4


def test_tables_of_others_are_left_alone(engine, store, folder):
    for name in ("people", "observations_of_birds", "descriptions_"):
        engine.database.execute(f"CREATE TABLE {name} (a INTEGER)")
    warehouse = Warehouse(engine)
    warehouse.export(store.catalogue)
    warehouse.export(changed(store, folder).catalogue)
    assert {"people", "observations_of_birds", "descriptions_"} <= set(engine.names())


def test_before_the_first_export_it_says_what_to_do(engine):
    with pytest.raises(EngineError, match="indicators export --store memory"):
        Warehouse(engine).catalogue()


def test_progress_ends_with_all_of_it(engine, store):
    said = []
    Warehouse(engine).export(store.catalogue, lambda done, rows: said.append((done, rows)))
    assert said[-1] == (5, 5)


def test_batches_have_one_schema_and_no_absent_text():
    whole = read_embedded_catalogue()
    contents = Contents(Catalogue(whole.indicators, whole.areas, whole.datasets[:12]))
    rows = 0
    for batch in contents.batches():
        rows += batch.num_rows
        assert batch.schema == STORED_SCHEMA
        assert all(not batch[f.name].null_count for f in batch.schema if pa.types.is_string(f.type))
    assert rows == contents.rows
