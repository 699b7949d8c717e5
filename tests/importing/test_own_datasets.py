"""Own datasets as a whole: renamed, deleted, put back, and exported as a zip that imports again; nothing is lost."""

import io
import json
import shutil
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from indicators.cli import app
from indicators.errors import IndicatorsError, StoreError, UnknownNameError, UsageError
from indicators.files import own_datasets
from indicators.files.changes import list_changes
from indicators.files.checksums import seal
from indicators.files.own_datasets import (
    delete_dataset,
    list_deleted,
    list_own_datasets,
    purge_deleted,
    rename_dataset,
    undelete_dataset,
)
from indicators.files.store_faults import find_store_faults
from indicators.importing import DatasetDetails, import_release
from indicators.importing.dataset_archives import export_dataset, find_archived_id, import_archive
from indicators.store import Query, open_store

ROWS = ["Country,Year,Value", "Russia,2020,5", "China,2020,6"]


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A folder with a store of one dataset of two releases, and the files they are from."""
    home = tmp_path_factory.mktemp("imported")
    for number, rows in enumerate((ROWS, [*ROWS, "Russia,2021,7"])):
        path = home / f"{number}.csv"
        path.write_text("\n".join(rows), encoding="utf-8")
        import_release(home / "store", path, DatasetDetails("mine", title="Mine"))
    return home


@pytest.fixture
def store(imported, tmp_path):
    """A copy of that store, and of the files beside it."""
    shutil.copytree(imported, tmp_path, dirs_exist_ok=True)
    return tmp_path / "store"


def read_values(folder, dataset="mine"):
    frame = open_store(str(folder)).read_panel(Query(("mine",), datasets=(dataset,))).frame
    return frame[["code", "period", "value", "vintage"]].to_dict("records")


def list_ids(folder):
    return [one.id for one in list_own_datasets(folder)]


def test_a_list_says_what_there_is(store):
    (one,) = list_own_datasets(store)
    assert (one.id, one.title, one.source, len(one.releases), one.rows) == ("mine", "Mine", "1.csv", 2, 3)
    assert one.size > 0


def test_another_title_changes_no_figure(store):
    before = read_values(store)
    rename_dataset(store, "mine", "  Sales \n 2020 ", "Me")
    assert [(one.id, one.title, one.publisher) for one in list_own_datasets(store)] == [("mine", "Sales 2020", "Me")]
    assert read_values(store) == before
    with pytest.raises(UsageError):
        rename_dataset(store, "mine", " ")


def test_what_is_deleted_can_be_put_back_until_it_is_purged(store):
    before = read_values(store)
    delete_dataset(store, "mine")
    assert list_ids(store) == []
    assert "mine" not in {one.id for one in open_store(str(store)).catalogue.datasets}
    purge_deleted(store)  # another window may still offer to undo
    undelete_dataset(store, "mine")
    assert read_values(store) == before
    delete_dataset(store, "mine")
    purge_deleted(store, seconds=-1)
    assert list_deleted(store) == ()
    with pytest.raises(UnknownNameError):
        undelete_dataset(store, "mine")


def test_a_killed_purge_leaves_no_half_dataset_and_the_next_finishes(store, monkeypatch):
    def kill(folder):
        (folder / "dataset.json").unlink()
        raise KeyboardInterrupt

    delete_dataset(store, "mine")
    with monkeypatch.context() as broken:
        broken.setattr(own_datasets.shutil, "rmtree", kill)
        with pytest.raises(KeyboardInterrupt):
            purge_deleted(store, seconds=-1)
    assert (list_deleted(store), find_store_faults(store)) == ((), ())
    assert list_changes(store)[0].action == "delete"
    purge_deleted(store)
    assert [change.action for change in list_changes(store)].count("purge") == 1
    assert not list((store / ".purged").iterdir())


def test_a_dataset_that_is_there_again_is_not_replaced_by_a_deleted_one(store, tmp_path):
    delete_dataset(store, "mine")
    import_release(store, tmp_path / "0.csv", DatasetDetails("mine"))
    with pytest.raises(UsageError):
        undelete_dataset(store, "mine")
    assert list_ids(store) == ["mine"]
    delete_dataset(store, "mine")
    assert len(list_deleted(store)) == 1


@pytest.mark.parametrize("id", ["other", "", "../boards", "gdp", "MINE"])
def test_no_other_folder_is_touched(store, id):
    for change in (delete_dataset, export_dataset, undelete_dataset, lambda *on: rename_dataset(*on, "T")):
        with pytest.raises(IndicatorsError):
            change(store, id)
    assert list_ids(store) == ["mine"]


@pytest.fixture
def archive(store, tmp_path):
    path = tmp_path / "mine.zip"
    path.write_bytes(export_dataset(store, "mine"))
    return path


@pytest.mark.parametrize("id", ["mine", "copy"])
def test_an_exported_dataset_imports_again_with_all_releases(store, archive, tmp_path, id):
    other = tmp_path / "other"
    report = import_release(other, archive, DatasetDetails(id))
    assert (report.dataset, report.taken) == (id, 3)
    (before,), (after,) = list_own_datasets(store), list_own_datasets(other)
    assert (after.title, after.releases, after.rows) == (before.title, before.releases, before.rows)
    assert read_values(other, id) == read_values(store)
    with pytest.raises(UsageError):
        import_archive(other, archive, id)


def change_member(path, name, change):
    """Write the zip with one member changed, or with another name."""
    with ZipFile(path) as source:
        members = {one: source.read(one) for one in source.namelist()}
    found = next(one for one in members if one.endswith(name))
    new, content = change(found, members.pop(found))
    file = io.BytesIO()
    with ZipFile(file, "w") as target:
        for one, text in (*members.items(), (new, content)):
            target.writestr(one, text)
    path.write_bytes(file.getvalue())


def point_outside(name, content):
    description = json.loads(content)
    description["releases"][0]["file"] = "../../mine/0001-2026-01-01.parquet"
    return name, json.dumps(seal(description))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (".parquet", lambda name, content: (name, content[:-20] + b"x" * 20)),
        (".parquet", lambda _, content: ("../outside.parquet", content)),
        ("dataset.json", lambda name, content: (name, content.replace(b"Mine", b"Yours"))),
        ("dataset.json", point_outside),
    ],
    ids=["release", "name", "description", "path"],
)
def test_a_damaged_or_hostile_archive_changes_nothing(archive, tmp_path, name, change):
    change_member(archive, name, change)
    other = tmp_path / "other"
    with pytest.raises(StoreError):
        import_archive(other, archive)
    assert list_ids(other) == []
    assert not list(tmp_path.rglob("outside.parquet"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_another_file_is_no_exported_dataset(tmp_path, content):
    path = tmp_path / "file.zip"
    path.write_bytes(content)
    assert find_archived_id(path) == ""
    with pytest.raises(UsageError):
        import_archive(tmp_path / "store", path)


def test_the_command_does_the_same(store, tmp_path):
    def run(*words, code=0):
        result = CliRunner().invoke(app, ["datasets", *words, "--store", str(store)])
        assert result.exit_code == code, result.output
        return result.output

    assert "Mine" in run("list")
    run("rename", "mine", "--title", "Ours")
    assert "Ours" in run("list")
    run("export", "mine", "--output", str(tmp_path / "out.zip"))
    assert find_archived_id(tmp_path / "out.zip") == "mine"
    run("delete", "mine")
    assert "deleted" in run("list")
    run("undelete", "mine")
    run("delete", "other", code=2)
    run("rename", code=2)
    assert own_datasets.list_own_datasets(store)[0].title == "Ours"
