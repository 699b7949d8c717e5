"""Whatever is damaged in a store is reported, and nothing that is not; what is damaged changes no figure in silence."""

import random
from datetime import date

import pytest

from indicators.errors import StoreError
from indicators.files import releases
from indicators.files.changes import list_changes
from indicators.files.own_datasets import delete_dataset
from indicators.files.restoring import restore_dataset
from indicators.files.store_faults import find_store_faults
from indicators.files.user_store import UNFINISHED
from indicators.importing import DatasetDetails, import_release
from indicators.providers.fetch_records import FetchRecord, write_fetch_record
from indicators.store import Query, open_store

pytestmark = pytest.mark.filterwarnings("ignore::indicators.errors.StoreWarning")
DAYS = ("2026-01-01", "2026-02-01", "2026-03-01")


def import_sales(store, number, id="sales"):
    path = store.parent / "sales.csv"
    rows = [f"{code},{year},{year + number}" for code in ("RUS", "CHN") for year in range(1990, 2000)]
    path.write_text("\n".join(["Country,Year,Sales (EUR)", *rows, "RUS,1989,abc"]))
    return import_release(store, path, DatasetDetails(id, vintage=date.fromisoformat(DAYS[number])))


@pytest.fixture
def store(tmp_path):
    """A store with a dataset of three releases, which was fetched, a deleted one, and a log."""
    import_sales(tmp_path / "store", 0, id="deleted")
    delete_dataset(tmp_path / "store", "deleted")
    for number in range(len(DAYS)):
        import_sales(tmp_path / "store", number)
    write_fetch_record(tmp_path / "store", "sales", FetchRecord("bank", "XX", areas=("RUS",), seen="0" * 64))
    return tmp_path / "store"


def list_files(store):
    return [path for path in sorted(store.rglob("*")) if path.is_file() and path.stat().st_size]


def read_values(store):
    opened = open_store(str(store))
    if "sales" not in {dataset.id for dataset in opened.catalogue.datasets}:
        return None
    return opened.read_panel(Query(("sales",), datasets=("sales",))).frame["value"].tolist()


def test_a_flipped_bit_or_a_lost_end_of_any_file_is_reported(store):
    assert find_store_faults(store) == ()
    assert len(list_files(store)) > 10
    chance = random.Random(3)
    for file in list_files(store):
        whole = file.read_bytes()
        for number in range(6):
            place = chance.randrange(len(whole))
            flipped = whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]
            file.write_bytes(flipped if number else whole[: place or 1][:-1] if file.suffix != ".jsonl" else flipped)
            name = "0000-newest" if file.suffix == ".sha256" else file.name
            assert any(name in fault.file for fault in find_store_faults(store)), (file.name, place)
        file.write_bytes(whole)
    assert find_store_faults(store) == ()


def test_a_release_with_a_damaged_column_name_leaves_out_its_dataset_only(store):
    home = store / "datasets" / "sales"
    release = next(home.glob("0002-*.parquet"))
    release.write_bytes(release.read_bytes().replace(b"OBS_VALUE", b"OBS\xdfVALUE"))
    import_sales(store, 0, id="other")
    assert read_values(store) is None
    assert f"sales/{release.name}" in {fault.file for fault in find_store_faults(store)}
    assert restore_dataset(store, "sales") == DAYS[:1]


def test_a_damaged_line_of_the_log_hides_no_other(store):
    log, lines = store / "changes.jsonl", len(list_changes(store))
    log.write_bytes(log.read_bytes().replace(b"deleted", b"removed", 1))
    assert len(list_changes(store)) == lines - 1
    assert [(fault.file, fault.line) for fault in find_store_faults(store)] == [("changes.jsonl", 1)]


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_published_release_is_never_taken_for_an_unfinished_one(store, is_damaged):
    home = store / "datasets" / "sales"
    tables = {path.name for path in home.glob("*.parquet")}
    (home / UNFINISHED).write_text("0003-2026-03-01.parquet")  # killed just before it was removed
    description = home / "dataset.json"
    description.write_bytes(b"{" if is_damaged else description.read_bytes())
    assert bool(find_store_faults(store)) is is_damaged
    if not is_damaged:
        description.unlink()
        assert find_store_faults(store)
    import_sales(store, 0, id="other")
    assert {path.name for path in home.glob("*.parquet")} == tables


def test_a_writer_that_fails_in_going_back_changes_nothing(store, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    before = read_values(store)
    with monkeypatch.context() as broken:
        broken.setattr(releases, "write_atomically", fail)
        with pytest.raises(StoreError, match="No space left"):
            restore_dataset(store, "sales", DAYS[0])
    assert read_values(store) == before
    assert find_store_faults(store) == ()
