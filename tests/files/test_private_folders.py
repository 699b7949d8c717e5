"""What people keep to themselves in a shared store: seen by nobody else, and moved with all its releases."""

import pytest

from indicators.errors import StoreWarning, UsageError
from indicators.files.changes import list_changes
from indicators.files.own_datasets import list_own_datasets
from indicators.files.private_folders import find_private_folder, list_private_folders, move_dataset
from indicators.files.store_faults import find_store_faults
from indicators.importing import DatasetDetails, import_release
from indicators.store import Query, open_store


@pytest.fixture
def keep(tmp_path):
    """Import a dataset with one figure into a folder, the shared store or that of a person."""

    def keep(id, value, person=""):
        path = tmp_path / f"{id}.csv"
        path.write_text(f"Country,Year,{id} (million EUR)\nGermany,2023,{value}\n", encoding="utf-8")
        store = tmp_path / "store"
        folder = find_private_folder(store, person) if person else store
        import_release(folder, path, DatasetDetails(id))
        return folder

    return keep


def list_seen(store, person):
    """The ids of the datasets of their own that a person sees, and the figures in them."""
    seen = open_store(str(store), private=find_private_folder(store, person))
    ids = [one.id for one in seen.catalogue.datasets if one.id in ("sales", "costs", "rents")]
    return {id: seen.read_panel(Query((id,))).frame["value"].tolist() for id in ids}


def test_everyone_sees_what_is_shared_and_what_is_their_own(tmp_path, keep):
    store = keep("sales", 1)
    keep("costs", 2, "anna@example.org")
    keep("rents", 3, "bo@example.org")
    assert list_seen(store, "anna@example.org") == {"sales": [1e6], "costs": [2e6]}
    assert list_seen(store, "Bo@example.org ") == {"sales": [1e6], "rents": [3e6]}
    assert list_seen(store, "carl@example.org") == {"sales": [1e6]}
    assert open_store(str(store), private=find_private_folder(store, "carl@example.org")) is open_store(str(store))


def test_a_dataset_is_shared_and_made_private_with_all_its_releases(tmp_path, keep):
    own = keep("costs", 2, "anna@example.org")
    keep("costs", 3, "anna@example.org")
    store = tmp_path / "store"
    releases = list_own_datasets(own)[0].releases
    move_dataset(own, store, "costs")
    assert list_seen(store, "bo@example.org") == {"costs": [3e6]}
    assert list_own_datasets(store)[0].releases == releases
    move_dataset(store, own, "costs")
    assert list_seen(store, "bo@example.org") == {}
    assert list_seen(store, "anna@example.org") == {"costs": [3e6]}
    assert [one.action for one in list_changes(store)].count("import") == 2
    assert {one.action for one in list_changes(store)} == {"import", "share", "make private"}


def test_nobody_sees_two_datasets_with_one_id(tmp_path, keep):
    store = keep("sales", 1)
    with pytest.raises(UsageError, match="sales"):
        keep("sales", 2, "anna@example.org")
    own = keep("costs", 2, "anna@example.org")
    keep("costs", 3)  # others can't know that the id is in use
    with pytest.warns(StoreWarning, match="costs"):
        seen = open_store(str(store), private=own)
    assert [fault.found for fault in seen.faults] == ["costs"]
    assert seen.read_panel(Query(("costs",))).frame["value"].tolist() == [3e6]
    with pytest.raises(UsageError, match="costs"):
        move_dataset(own, store, "costs")
    assert list_own_datasets(own)[0].id == "costs"


def test_damage_of_private_figures_is_found_with_that_of_the_store(tmp_path, keep):
    own = keep("costs", 2, "anna@example.org")
    assert find_store_faults(tmp_path / "store") == ()
    for file in own.rglob("*.parquet"):
        file.write_bytes(file.read_bytes()[:-1])
    assert find_store_faults(tmp_path / "store")


@pytest.mark.parametrize(
    "person", ["..", "../anna@example.org", "a/b@c", "\\..\\x@y", "@", ".@.", "а@пример.рф", "a@b\0c"]
)
def test_no_address_leads_out_of_the_folder(tmp_path, person):
    folder = find_private_folder(tmp_path, person)
    assert folder.resolve().parent == (tmp_path / "private").resolve()
    folder.mkdir(parents=True)
    assert list_private_folders(tmp_path) == (folder,)
