"""A store changes only where it may, by one writer, readable by its account alone, and its log says who did it."""

import os
from datetime import date

import pytest

from indicators.boards import Board, delete_board, edit_board
from indicators.errors import NotAllowedError
from indicators.files.changes import acting_as, list_changes
from indicators.files.own_datasets import delete_dataset, rename_dataset, undelete_dataset
from indicators.files.restoring import restore_dataset
from indicators.importing import DatasetDetails, import_release

TABLE = "country,year,value,unit\nFRA,2020,1,%\nFRA,2021,2,%\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def import_table(store, table):
    return import_release(store, table, DatasetDetails("rates", title="Rates", vintage=date(2025, 6, 1)))


CHANGES = {
    "import": import_table,
    "rename": lambda store, _: rename_dataset(store, "rates", "Other"),
    "restore": lambda store, _: restore_dataset(store, "rates"),
    "delete": lambda store, _: delete_dataset(store, "rates"),
    "undelete": lambda store, _: undelete_dataset(store, "rates"),
    "edit board": lambda store, _: edit_board("mine", lambda _: Board("mine", "Mine"), str(store)),
    "delete board": lambda store, _: delete_board("mine", str(store)),
}


def read_all(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_change_is_in_the_log_with_who_made_it(tmp_path, table):
    with acting_as("anna@example.org"):
        for change in CHANGES.values():
            change(tmp_path / "store", table)
    log = list_changes(tmp_path / "store")
    assert [one.action for one in reversed(log)] == list(CHANGES)
    assert {one.by for one in log} == {"anna@example.org"}
    assert {one.subject for one in log} == {"rates", "mine"}
    assert import_table(tmp_path / "other", table).release
    assert list_changes(tmp_path / "other")[0].by not in ("", "anna@example.org")


@pytest.mark.parametrize("variable", ["INDICATORS_READ_ONLY", "INDICATORS_LOGIN"])
def test_where_changes_are_not_allowed_nothing_changes(tmp_path, table, monkeypatch, variable):
    store = tmp_path / "store"
    import_table(store, table)
    edit_board("mine", lambda _: Board("mine", "Mine"), str(store))
    before = read_all(store)
    monkeypatch.setenv(variable, "1")
    for name, change in CHANGES.items():
        with pytest.raises(NotAllowedError):
            change(store, table)
        assert read_all(store) == before, name
    with acting_as("anna@example.org"):
        if variable == "INDICATORS_LOGIN":
            CHANGES["rename"](store, table)
            assert list_changes(store)[0].by == "anna@example.org"
        else:
            with pytest.raises(NotAllowedError):
                CHANGES["rename"](store, table)


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_a_store_is_for_its_account_alone_unless_its_folder_is_shared(tmp_path, table):
    old = os.umask(0o022)
    try:
        for name, is_shared in (("own", False), ("shared", True)):
            store = tmp_path / name
            if is_shared:
                store.mkdir(mode=0o775)
            import_table(store, table)
            others = {path.name for path in (store, *store.rglob("*")) if path.stat().st_mode & 0o077}
            assert bool(others) is is_shared, others
            assert all(path.stat().st_mode & 0o600 == 0o600 for path in store.rglob("*"))
    finally:
        os.umask(old)


def test_a_line_that_a_crash_cut_off_hides_no_other(tmp_path, table):
    store = tmp_path / "store"
    import_table(store, table)
    with (store / "changes.jsonl").open("a") as log:
        log.write('{"time": "2025-')
    rename_dataset(store, "rates", "Other")
    assert [one.action for one in list_changes(store)] == ["rename", "import"]
