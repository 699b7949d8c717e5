"""A writer killed at any moment leaves the old state or the new one, whole; and readers never see half."""

import multiprocessing
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import forkserver
from pathlib import Path

import pytest

from indicators.boards import Board, delete_board, edit_board, list_boards
from indicators.files import restoring
from indicators.files.own_datasets import (
    delete_dataset,
    list_deleted,
    list_own_datasets,
    rename_dataset,
    undelete_dataset,
)
from indicators.files.restoring import restore_dataset
from indicators.files.store_faults import find_store_faults
from indicators.importing import ColumnMapping, DatasetDetails, import_release
from indicators.store import Query, Store, open_store

CHANGES = frozenset(("os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "os.chmod"))
STEPS = 14
MOMENTS = 6
YEARS = range(2000, 2024)
CODES = ("RUS", "CHN", "USA", "DEU", "FRA")

pytestmark = [
    pytest.mark.slow, pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
]  # fmt: skip


def table(state: int) -> str:
    rows = [f"{code},{year},{state}" for code in CODES for year in YEARS]
    return "\n".join(["Code,Year,Value", *rows]) + "\n"


def write(folder: str, state: int) -> None:
    path = Path(folder) / f"{state}.csv"
    path.write_text(table(state))
    import_release(Path(folder) / "store", path, DatasetDetails("kept"), mapping=ColumnMapping(area="Code"))


def read_state(folder: Path) -> set[float]:
    store: Store = open_store(str(folder / "store"))
    if "kept" not in {dataset.id for dataset in store.catalogue.datasets}:
        return set()
    frame = store.read_panel(Query(("kept",), datasets=("kept",))).frame
    assert len(frame) == len(CODES) * len(YEARS)
    return set(frame["value"])


@pytest.fixture(scope="module")
def context():
    """Processes forked from one that is warm, knows this module and has no threads."""
    context = multiprocessing.get_context("forkserver")
    here = Path(__file__)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", f"{here.parent}{os.pathsep}{here.parents[2]}", prepend=os.pathsep)
        context.set_forkserver_preload(["warmed_writer", __name__])
        forkserver.ensure_running()
    return context


def write_until(folder: str, state: int, step: int) -> None:
    """Write, and be killed before the given change to the store; 0 counts the changes instead."""
    act_until(folder, partial(write, folder, state), step)


def act_until(folder: str, act: Callable[[], object], step: int) -> None:
    store, count = str(Path(folder) / "store"), 0

    def watch(event: str, arguments: tuple) -> None:
        nonlocal count
        changes = event in CHANGES or (event == "open" and set(str(arguments[1])) & set("wax+"))
        if changes and str(arguments[0]).startswith(store):
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    act()
    (Path(folder) / "count").write_text(str(count))


def run(context, target, *args, seconds=None):
    writer = context.Process(target=target, args=args)
    writer.start()
    writer.join(seconds)
    writer.kill()  # which minds that it may have ended
    writer.join()
    return writer.exitcode == 0


def test_writers_killed_at_each_kind_of_change(tmp_path, context):
    folder = str(tmp_path)
    write(folder, 1000)
    assert run(context, write_until, folder, 1001, 0)
    changes = int((tmp_path / "count").read_text())
    assert changes > STEPS
    state, published = {1001.0}, []
    for number, step in enumerate(sorted({1 + place * (changes - 1) // (STEPS - 1) for place in range(STEPS)}), 1):
        assert not run(context, write_until, folder, number, step)
        found = read_state(tmp_path)
        assert found in (state, {float(number)})
        published.append(found != state)
        state = found
    assert not published[0]  # before the first change
    assert published[-1]  # before the last one, which only cleans up
    check_next_writer(tmp_path)


OPERATIONS = {
    "restore": lambda store: restore_dataset(store, "kept", restoring.list_intact_releases(store / "datasets/kept")[1]),
    "rename": lambda store: rename_dataset(store, "kept", "Other title"),
    "delete": lambda store: delete_dataset(store, "kept"),
    "undelete": lambda store: undelete_dataset(store, "kept"),
    "edit board": lambda store: edit_board("mine", lambda _: Board("mine", "Other title"), str(store)),
    "delete board": lambda store: delete_board("mine", str(store)),
}


def operate_until(folder: str, name: str, step: int) -> None:
    act_until(folder, lambda: OPERATIONS[name](Path(folder) / "store"), step)


def read_whole(folder: Path):
    """What a user sees: the figures and the title of the dataset, what is deleted, and the boards."""
    store = folder / "store"
    titles = [one.title for one in (*list_own_datasets(store), *list_boards(str(store))) if one.id in ("kept", "mine")]
    return read_state(folder), titles, [one.id for one in list_deleted(store)]


def test_any_change_is_made_or_not_when_its_writer_is_killed(tmp_path, context):
    start = tmp_path / "start"
    start.mkdir()
    for state in (1, 2, 3):
        write(str(start), state)
    edit_board("mine", lambda _: Board("mine", "Mine"), str(start / "store"))
    for name in OPERATIONS:
        before = read_whole(start)
        assert run(context, operate_until, make_copy(start, tmp_path / f"{name} 0"), name, 0)
        after = read_whole(tmp_path / f"{name} 0")
        assert after != before, name
        for step in range(1, 1 + int((tmp_path / f"{name} 0" / "count").read_text())):
            folder = make_copy(start, tmp_path / f"{name} {step}")
            assert not run(context, operate_until, folder, name, step)
            assert read_whole(Path(folder)) in (before, after), (name, step)
            assert find_store_faults(Path(folder) / "store") == (), (name, step)
        if name in ("delete", "undelete"):
            start = tmp_path / f"{name} 0"


def make_copy(folder: Path, to: Path) -> str:
    shutil.copytree(folder, to)
    return str(to)


def test_writers_killed_at_random_moments(tmp_path, context):
    moments, state = random.Random(4), set()
    for number in range(1, MOMENTS + 1):
        finished = run(context, write, str(tmp_path), number, seconds=moments.uniform(0, 0.3))
        found = read_state(tmp_path)
        assert found in (state, {float(number)})
        assert not finished or found == {float(number)}
        state = found
    check_next_writer(tmp_path)


def check_next_writer(folder: Path) -> None:
    """The next writer writes, and removes what the killed ones left."""
    write(str(folder), 999)
    assert read_state(folder) == {999.0}
    assert not list((folder / "store").rglob("*.partial"))
    assert not (folder / "store" / ".staging").exists()


def test_readers_in_other_processes_see_whole_states_while_a_writer_works(tmp_path, context):
    write(str(tmp_path), 0)
    writer = context.Process(target=write_many, args=(str(tmp_path), 4))
    writer.start()
    seen = []
    while writer.is_alive():
        seen.append(read_state(tmp_path))
    writer.join()
    seen.append(read_state(tmp_path))
    assert writer.exitcode == 0
    assert all(len(state) == 1 for state in seen)
    values = [state.pop() for state in seen]
    assert values == sorted(values)
    assert values[-1] == 4.0


def write_many(folder: str, last: int) -> None:
    for state in range(1, last + 1):
        write(folder, state)
