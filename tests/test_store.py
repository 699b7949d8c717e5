from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import StoreError
from indicators.files import table_of, write_dataset
from indicators.panel import COLUMNS
from indicators.periods import TimeSpan
from indicators.store import Query, Store, embedded_store


@pytest.fixture
def store(folder):
    return Store.open(folder)


def test_a_panel_has_its_columns_and_the_multiplier_worked_in(store):
    panel = store.panel(Query(("turnover",), ("RUS",), TimeSpan.parse("2022")))
    assert tuple(panel.frame.columns) == COLUMNS
    assert panel.frame["value"].tolist() == [20e12]
    assert [origin.id for origin in panel.origins] == ["page"]


def test_the_newest_vintage_of_each_figure_is_read(store):
    assert store.panel(Query(("turnover",), ("RUS",))).frame["value"].tolist() == [20e12, 23.5e12]


def test_what_was_known_on_a_day_holds_no_later_vintage(store):
    frame = store.panel(Query(("turnover",), ("RUS",), as_of=date(2024, 6, 1))).frame
    assert frame["value"].tolist() == [20e12, 22e12]
    assert frame["status"].tolist() == ["A", "E"]


def test_forecasts_can_be_left_out(store):
    assert store.panel(Query(("growth",))).frame["status"].tolist() == ["F"]
    assert store.panel(Query(("growth",), forecasts=False)).is_empty


def test_the_latest_figure_is_an_actual_one_where_there_is_one():
    frame = embedded_store().panel(Query(("gdp-growth-weo",), ("RUS",), TimeSpan.parse("latest"))).frame
    assert frame[["year", "status"]].values.tolist() == [[2023, "A"]]


def test_indicators_come_in_the_order_asked_for(store):
    assert store.panel(Query(("turnover", "growth"))).frame["indicator"].unique().tolist() == ["turnover", "growth"]
    assert store.panel(Query(("growth", "turnover"))).frame["indicator"].unique().tolist() == ["growth", "turnover"]


def test_trade_between_two_countries_is_found_from_either_side():
    frames = [embedded_store().panel(Query(("bilateral-trade",), (code,))).frame for code in ("RUS", "CHN")]
    assert len(frames[0]) > 5
    assert frames[0].equals(frames[1])


@given(
    areas=st.lists(st.sampled_from(["RUS", "CHN", "USA", "WLD"]), min_size=1, max_size=3, unique=True),
    first=st.integers(1960, 2025),
    length=st.integers(0, 60),
)
def test_a_query_gives_what_filtering_everything_by_hand_gives(areas, first, length):
    everything = embedded_store().panel(Query(("gdp", "inflation-weo"))).frame
    last = min(first + length, 2030)
    wanted = everything[everything["code"].isin(areas) & everything["year"].between(first, last)]
    got = (
        embedded_store().panel(Query(("gdp", "inflation-weo"), tuple(areas), TimeSpan.parse(f"{first}..{last}"))).frame
    )
    assert got.equals(wanted.reset_index(drop=True))


def test_eight_threads_get_right_answers():
    store = embedded_store()
    codes = [area.code for area in store.catalogue.areas if area.kind == "country"][:64]
    alone = {code: store.panel(Query(("population",), (code,))).frame for code in codes}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda code: store.panel(Query(("population",), (code,))).frame, codes))
    assert all(frame.equals(alone[code]) for code, frame in zip(codes, together, strict=True))


def test_a_parquet_file_that_vanished_is_one_sentence_and_the_rest_goes_on(folder):
    dataset = Store.open(folder).catalogue.dataset("office")
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    home = write_dataset(folder / "datasets", dataset, table_of(dataset.observations))
    (home / "observations.csv").unlink()
    store = Store.open(folder)
    assert len(store.panel(Query(("turnover",))).frame) == 3
    (home / "observations.parquet").unlink()
    with pytest.raises(StoreError, match="office"):
        store.panel(Query(("turnover",)))


def test_coverage_names_areas_and_years(store):
    coverage = store.coverage(("turnover",))
    assert (coverage.areas, coverage.first_year, coverage.last_year) == (("RUS", "CHN"), 2022, 2023)
