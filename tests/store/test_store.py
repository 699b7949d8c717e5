from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import StoreError, UnknownNameError
from indicators.files import tabulate_observations, write_dataset
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList, ObservationStatus
from indicators.model.dimensions import Dimension, split_dimensions
from indicators.model.observations import Dataset, Indicator, Measure, Observation
from indicators.model.origins import Origin
from indicators.model.panel import PANEL_COLUMNS
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Query, Store, open_embedded_store


@pytest.fixture
def store(folder):
    return Store.open(folder)


def test_a_panel_has_its_columns_and_the_multiplier_worked_in(store):
    panel = store.read_panel(Query(("turnover",), ("RUS",), TimeSpan.parse("2022")))
    assert tuple(panel.frame.columns) == PANEL_COLUMNS
    assert panel.frame["value"].tolist() == [20e12]
    assert [origin.id for origin in panel.origins] == ["page"]


def test_the_newest_vintage_of_each_figure_is_read(store):
    assert store.read_panel(Query(("turnover",), ("RUS",))).frame["value"].tolist() == [20e12, 23.5e12]


def test_what_was_known_on_a_day_holds_no_later_vintage(store):
    frame = store.read_panel(Query(("turnover",), ("RUS",), as_of=date(2024, 6, 1))).frame
    assert frame["value"].tolist() == [20e12, 22e12]
    assert frame["status"].tolist() == ["A", "E"]


def test_forecasts_can_be_left_out(store):
    assert store.read_panel(Query(("growth",))).frame["status"].tolist() == ["F"]
    assert store.read_panel(Query(("growth",), forecasts=False)).is_empty


def test_the_latest_figure_is_an_actual_one_where_there_is_one():
    frame = open_embedded_store().read_panel(Query(("gdp-growth-weo",), ("RUS",), TimeSpan.parse("latest"))).frame
    assert frame[["year", "status"]].to_numpy().tolist() == [[2024, "A"]]


def test_indicators_come_in_the_order_asked_for(store):
    assert store.read_panel(Query(("turnover", "growth"))).frame["indicator"].unique().tolist() == [
        "turnover",
        "growth",
    ]
    assert store.read_panel(Query(("growth", "turnover"))).frame["indicator"].unique().tolist() == [
        "growth",
        "turnover",
    ]


def test_trade_between_two_countries_is_found_from_either_side():
    frames = [open_embedded_store().read_panel(Query(("bilateral-trade",), (code,))).frame for code in ("RUS", "CHN")]
    assert len(frames[0]) > 5
    assert frames[0].equals(frames[1])


@pytest.fixture(scope="module")
def everything():
    return open_embedded_store().read_panel(Query(("gdp", "inflation-weo"))).frame


@settings(max_examples=20)
@given(
    areas=st.lists(st.sampled_from(["RUS", "CHN", "USA", "WLD"]), min_size=1, max_size=3, unique=True),
    first=st.integers(1960, 2025),
    length=st.integers(0, 60),
)
def test_a_query_gives_what_filtering_everything_by_hand_gives(everything, areas, first, length):
    last = min(first + length, 2030)
    wanted = everything[everything["code"].isin(areas) & everything["year"].between(first, last)]
    got = (
        open_embedded_store()
        .read_panel(Query(("gdp", "inflation-weo"), tuple(areas), TimeSpan.parse(f"{first}..{last}")))
        .frame
    )
    assert got.equals(wanted.reset_index(drop=True))


def test_eight_threads_get_right_answers():
    store = open_embedded_store()
    codes = [area.code for area in store.catalogue.areas if area.kind == "country"][:24]
    alone = {code: store.read_panel(Query(("population",), (code,))).frame for code in codes}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda code: store.read_panel(Query(("population",), (code,))).frame, codes))
    assert all(frame.equals(alone[code]) for code, frame in zip(codes, together, strict=True))


def test_a_parquet_file_that_vanished_is_one_sentence_and_the_rest_goes_on(folder):
    dataset = Store.open(folder).catalogue.find_dataset("office")
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    home = write_dataset(folder / "datasets", dataset, tabulate_observations(dataset.observations))
    (home / "observations.csv").unlink()
    store = Store.open(folder)
    assert len(store.read_panel(Query(("turnover",))).frame) == 3
    (home / "observations.parquet").unlink()
    with pytest.raises(StoreError, match="office"):
        store.read_panel(Query(("turnover",)))


def test_coverage_names_areas_and_years(store):
    coverage = store.read_coverage(("turnover",))
    assert (coverage.areas, coverage.first_year, coverage.last_year) == (("RUS", "CHN"), 2022, 2023)


# Everything below is asked of rows made up by Hypothesis and of the same rows in plain pandas.

FIRST_DAY = date(2024, 1, 1)
AREAS = ("AAA", "BBB", "CCC")
ROWS = st.lists(
    st.builds(
        dict,
        dataset=st.sampled_from(["one", "two"]),
        indicator=st.sampled_from(["sales", "people"]),
        area=st.sampled_from(AREAS),
        counterpart=st.sampled_from(["", "CCC"]),
        sex=st.sampled_from(["_T", "_T", "F", "M"]),
        year=st.integers(2018, 2023),
        vintage=st.integers(0, 4),
        status=st.sampled_from(["A", "F", "E"]),
        value=st.none() | st.integers(-1000, 1000),
    ),
    max_size=40,
    unique_by=lambda row: tuple(
        row[k] for k in ("dataset", "indicator", "area", "counterpart", "sex", "year", "vintage")
    ),
)
QUERIES = st.builds(
    dict,
    indicators=st.sampled_from([("sales",), ("people", "sales")]),
    areas=st.lists(st.sampled_from(AREAS), max_size=2, unique=True).map(tuple),
    years=st.none() | st.tuples(st.integers(2018, 2023), st.integers(0, 3)),
    only=st.sampled_from([None, "latest", "earliest"]),
    known=st.none() | st.integers(-1, 5),
    forecasts=st.booleans(),
    every=st.booleans(),
    sex=st.sampled_from([(), ("F",), ("_T", "M")]),
)
SEX = Dimension("SEX", ("_T", "F", "M"))


def _made_up(rows):
    def dataset(id):
        observations = tuple(
            Observation(
                row["indicator"], row["area"], TimePeriod.of_year(row["year"]),
                None if row["value"] is None else Decimal(row["value"]), "persons", id,
                FIRST_DAY + timedelta(days=row["vintage"]), status=ObservationStatus(row["status"]),
                counterpart=row["counterpart"],
                dimensions=(("SEX", row["sex"]),),
            )
            for row in rows if row["dataset"] == id
        )  # fmt: skip
        held = tuple(sorted({row.indicator for row in observations}))
        return Dataset(id, id, id, "Text.", (Origin(id, id, id),), held, observations)

    indicators = tuple(
        Indicator(id, id, "Text.", "persons", Measure.STOCK, "T", dimensions=(SEX,)) for id in ("sales", "people")
    )
    areas = AreaList([Area(code, f"Area {code}") for code in AREAS])
    return Store(Catalogue(indicators, areas, (dataset("one"), dataset("two"))))


def _by_hand(rows, query):
    """What the query means, said row by row."""
    series = ["dataset", "indicator", "area", "counterpart", "sex"]
    frame = pd.DataFrame(rows, columns=[*series, "year", "vintage", "status", "value"])
    frame = frame[frame["indicator"].isin(query["indicators"])]
    frame = frame[frame["sex"].isin(query["sex"] or ["_T"])]
    if query["areas"]:
        frame = frame[frame["area"].isin(query["areas"]) | frame["counterpart"].isin(query["areas"])]
    if query["only"] is None and query["years"] is not None:
        first, length = query["years"]
        frame = frame[frame["year"].between(first, first + length)]
    if query["known"] is not None:
        frame = frame[frame["vintage"] <= query["known"]]
    figure = [*series, "year", *(["vintage"] if query["every"] else [])]
    frame = frame.sort_values("vintage").drop_duplicates(figure, keep="last")
    if not query["forecasts"]:
        frame = frame[frame["status"] != "F"]
    if query["only"] is not None:
        order = frame.assign(
            empty=frame["value"].isna(), forecast=frame["status"] == "F",
            time=frame["year"] * (-1 if query["only"] == "latest" else 1), newest=-frame["vintage"],
        ).sort_values(["empty", "forecast", "time", "newest"])  # fmt: skip
        frame = order.drop_duplicates(series)
    frame = frame.assign(known=[(FIRST_DAY + timedelta(days=days)).isoformat() for days in frame["vintage"]])
    return {_without_nan(row) for row in frame[[*series, "year", "known", "status", "value"]].itertuples(index=False)}


def _without_nan(row):
    return (*row[:-1], None if pd.isna(row[-1]) else row[-1])


def _query(query):
    if query["only"] is not None:
        time = TimeSpan(only=query["only"])
    elif query["years"] is None:
        time = TimeSpan()
    else:
        first, length = query["years"]
        time = TimeSpan(TimePeriod.of_year(first), TimePeriod.of_year(first + length))
    as_of = None if query["known"] is None else FIRST_DAY + timedelta(days=query["known"])
    chosen = (("SEX", query["sex"]),) if query["sex"] else ()
    return Query(
        query["indicators"], query["areas"], time, as_of, query["forecasts"], every_vintage=query["every"],
        dimensions=chosen,
    )  # fmt: skip


@settings(max_examples=25)
@given(ROWS, QUERIES)
def test_a_query_means_what_plain_pandas_says(rows, query):
    frame = _made_up(rows).read_panel(_query(query)).frame
    frame = frame.assign(sex=[split_dimensions(text).get("SEX", "_T") for text in frame["dimensions"]])
    columns = ["dataset", "indicator", "code", "counterpart", "sex", "year", "vintage", "status", "value"]
    got = [_without_nan(row) for row in frame[columns].itertuples(index=False)]
    assert len(got) == len(set(got))
    assert set(got) == _by_hand(rows, query)


def _jobless(*values):
    dimension = Dimension("SEX", values)
    rows = [
        Observation(
            "jobless", "AAA", TimePeriod.of_year(2020), Decimal(number), "%", "one", FIRST_DAY,
            dimensions=(("SEX", code),),
        )
        for number, code in enumerate(values)
    ]  # fmt: skip
    indicator = Indicator("jobless", "Joblessness", "Text.", "%", Measure.RATE, "T", dimensions=(dimension,))
    plain = Indicator("sales", "Sales", "Text.", "USD", Measure.FLOW, "T")
    held = Dataset("one", "One", "One", "Text.", (Origin("one", "One", "One"),), ("jobless",), tuple(rows))
    return Store(Catalogue((indicator, plain), AreaList([Area("AAA", "Area")]), (held,)))


def test_without_a_total_all_codes_are_read_and_a_step_says_so():
    panel = _jobless("F", "M").read_panel(Query(("jobless",)))
    assert panel.frame["dimensions"].tolist() == ["SEX=F", "SEX=M"]
    assert "women" in panel.steps[1].sentence
    assert len(_jobless("_T", "F", "M").read_panel(Query(("jobless",))).steps) == 1


def test_a_choice_of_a_dimension_that_an_indicator_lacks_is_told():
    steps = _jobless("F", "M").read_panel(Query(("jobless", "sales"), dimensions=(("SEX", ("F",)),))).steps
    assert [("Sales" in step.sentence, "sex" in step.sentence) for step in steps[1:]] == [(True, True)]


def test_more_series_than_a_statement_names_are_chosen_after_reading():
    many = _jobless("_T", *(f"code {number}" for number in range(300)))
    some = tuple(f"code {number}" for number in range(250))
    assert len(many.read_panel(Query(("jobless",), dimensions=(("SEX", some),)))) == 250


def test_an_indicator_without_figures_gives_an_empty_panel():
    panel = _made_up([]).read_panel(Query(("sales",)))
    assert panel.is_empty
    assert tuple(panel.frame.columns) == PANEL_COLUMNS
    assert _made_up([]).read_coverage(("sales",)).areas == ()


def test_an_unknown_indicator_raises():
    with pytest.raises(UnknownNameError):
        _made_up([]).read_panel(Query(("salez",)))


def test_a_sources_own_conversion_stands_beside_the_figures_not_among_them():
    query = Query(("digital-economy-turnover",), ("RUS",), TimeSpan.parse("2024"), datasets=("it-russia-2025-09-29",))
    panel = open_embedded_store().read_panel(query)
    assert panel.units == ("RUB",)
    assert panel.stated[["unit", "converted_from", "value"]].to_numpy().tolist() == [["USD", "RUB", 287e9]]


def test_a_panel_says_how_it_was_read(store):
    panel = store.read_panel(Query(("turnover",), time=TimeSpan.parse("2022..2023"), as_of=date(2024, 6, 1)))
    assert [step.name for step in panel.steps] == ["read"]
    assert "2022–2023, as known on 2024-06-01" in panel.steps[0].description


def test_a_folder_may_have_any_name(folder):
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    dataset = Store.open(folder).catalogue.find_dataset("office")
    write_dataset(folder / "datasets", dataset, tabulate_observations(dataset.observations))
    (folder / "datasets/office/observations.csv").unlink()
    odd = folder.rename(folder.with_name("it's [a-z]* {odd} ünïcode"))
    assert len(Store.open(odd).read_panel(Query(("turnover",))).frame) == 3


def test_a_panel_belongs_to_its_reader(store):
    query = Query(("turnover",))
    frame = store.read_panel(query).frame
    frame["value"] = 0.0
    assert (store.read_panel(query).frame["value"] > 0).all()


def test_the_vintages_of_an_indicator_are_told_in_order():
    days = open_embedded_store().list_vintages(Query(("gdp-growth-weo",)))
    assert len(days) == 72
    assert list(days) == sorted(days)
    assert open_embedded_store().list_vintages(Query(())) == ()
