"""Damage in a user's store is noticed, named, never made worse, and can be gone back from."""

import random
from datetime import date

import pytest

from indicators.errors import StoreError, UnknownNameError, UsageError
from indicators.files.restoring import list_intact_releases, restore_dataset
from indicators.files.store_faults import find_store_faults
from indicators.importing import DatasetDetails, import_release
from indicators.store import Query, open_store

pytestmark = pytest.mark.filterwarnings("ignore::indicators.errors.StoreWarning")
RELEASES = ("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01")


@pytest.fixture
def store(tmp_path):
    """A store with a dataset of four releases, each with another value."""
    for number, day in enumerate(RELEASES, 1):
        path = tmp_path / "sales.csv"
        rows = [f"{code},{year},{year + number}" for code in ("RUS", "CHN", "DEU") for year in range(1990, 2024)]
        path.write_text("\n".join(["Country,Year,Sales (EUR)", *rows]))
        details = DatasetDetails("sales", vintage=date.fromisoformat(day))
        import_release(tmp_path / "store", path, details)
    return tmp_path / "store"


def read_values(store):
    opened = open_store(str(store))
    if "sales" not in {dataset.id for dataset in opened.catalogue.datasets}:
        return None
    frame = opened.read_panel(Query(("sales",), datasets=("sales",))).frame
    return (frame["value"] - frame["year"]).tolist()


def list_stored_files(store):
    """The files that decide the figures."""
    home = store / "datasets" / "sales"
    return [home / "dataset.json", *sorted(home.glob("*.parquet"))]


def test_no_flipped_bit_changes_a_figure_in_silence(store):
    expected = read_values(store)
    chance = random.Random(7)
    for file in list_stored_files(store):
        whole = file.read_bytes()
        for _ in range(10):
            place = chance.randrange(len(whole))
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
            (store / "datasets" / "sales" / "dataset.json").touch()
            try:
                found = read_values(store)
            except StoreError:
                found = None
            assert found in (None, expected), (file.name, place)
        file.write_bytes(whole)
    (store / "datasets" / "sales" / "dataset.json").touch()
    assert read_values(store) == expected


@pytest.mark.parametrize("length", [0, 1, 100, -1])
def test_a_truncated_file_is_named(store, length):
    for file in list_stored_files(store)[:3]:
        whole = file.read_bytes()
        file.write_bytes(whole[:length])
        found = {fault.file for fault in find_store_faults(store)}
        assert f"sales/{file.name}" in found or "newest" in file.name
        file.write_bytes(whole)
    assert find_store_faults(store) == ()


def test_a_lost_description_is_damage_and_nothing_is_deleted(store, tmp_path):
    home = store / "datasets" / "sales"
    (home / "dataset.json").unlink()
    before = {path.name for path in home.glob("*.parquet")}
    other = tmp_path / "other.csv"
    other.write_text("Country,Year,Visits\nRussia,2024,5\n")
    import_release(store, other, DatasetDetails("other"))
    with pytest.raises(StoreError, match="indicators restore sales"):
        import_release(store, other, DatasetDetails("sales"))
    assert {path.name for path in home.glob("*.parquet")} == before
    assert [fault.file for fault in find_store_faults(store)] == ["sales/dataset.json"]
    assert restore_dataset(store, "sales") == RELEASES
    assert set(read_values(store)) == {4.0}
    assert find_store_faults(store) == ()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_dataset_goes_back_to_any_release_and_keeps_the_later_ones_aside(store, number):
    assert restore_dataset(store, "sales", RELEASES[number - 1]) == RELEASES[:number]
    assert set(read_values(store)) == {float(number)}
    aside = {path.name for path in (store / "datasets" / "sales" / ".removed").iterdir()}
    assert len([name for name in aside if name.startswith("000") and "newest" not in name]) == 4 - number


def test_after_going_back_the_next_import_is_compared_with_what_is_there(store, tmp_path):
    restore_dataset(store, "sales", RELEASES[1])
    path = tmp_path / "next.csv"
    path.write_text("Country,Year,Sales (EUR)\nRussia,1990,1\n")
    report = import_release(store, path, DatasetDetails("sales", vintage=date(2026, 5, 1)))
    assert (report.changed, report.withdrawn) == (1, 101)


def test_a_damaged_release_leaves_those_before_it(store):
    home = store / "datasets" / "sales"
    third = home / "0003-2026-03-01.parquet"
    third.write_bytes(third.read_bytes()[:-20])
    assert list_intact_releases(home) == RELEASES[:2]
    assert all(RELEASES[1] in fault.hint for fault in find_store_faults(store))
    with pytest.raises(UnknownNameError, match=RELEASES[1]):
        restore_dataset(store, "sales", RELEASES[3])
    assert restore_dataset(store, "sales") == RELEASES[:2]
    assert set(read_values(store)) == {2.0}


def test_where_nothing_is_intact_that_is_said_and_nothing_is_touched(store):
    home = store / "datasets" / "sales"
    first = home / "0001-2026-01-01.parquet"
    first.write_bytes(b"")
    with pytest.raises(StoreError):
        restore_dataset(store, "sales")
    assert len(list(home.glob("0*.parquet"))) == 5


def test_an_unknown_dataset_is_refused(store, tmp_path):
    with pytest.raises(UnknownNameError, match="sales"):
        restore_dataset(store, "sale")
    with pytest.raises(UsageError):
        restore_dataset(tmp_path / "empty", "sales")
