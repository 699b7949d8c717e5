"""A writer killed at any moment leaves the old state or the new one, whole; and readers never see half."""

import multiprocessing
import os
import random
import signal
from multiprocessing import forkserver
from pathlib import Path

import pytest

from indicators.importing import ColumnMapping, DatasetDetails, import_release
from indicators.store import Query, Store, open_store

KILLS = 100
YEARS = range(1960, 2024)
CODES = ("RUS", "CHN", "USA", "DEU", "FRA")

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


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


def test_a_hundred_writers_killed_at_random_moments(tmp_path, context):
    moments = random.Random(4)
    usual, state, finished = 0.3, set(), 0
    for number in range(1, KILLS + 1):
        writer = context.Process(target=write, args=(str(tmp_path), number))
        writer.start()
        writer.join(moments.uniform(0, usual))
        if writer.exitcode is None:
            writer.kill()  # which minds that it may have ended just now
            writer.join()
        finished += writer.exitcode == 0
        # so that about as many are killed early as late, whatever the speed of the machine
        usual *= 0.9 if writer.exitcode == 0 else 1.05
        found = read_state(tmp_path)
        assert found in (state, {float(number)})
        assert writer.exitcode != 0 or found == {float(number)}
        state = found
    assert 0 < finished < KILLS
    write(str(tmp_path), 999)
    assert read_state(tmp_path) == {999.0}
    assert not list((tmp_path / "store").rglob("*.partial"))
    assert not (tmp_path / "store" / ".staging").exists()


def test_readers_in_other_processes_see_whole_states_while_a_writer_works(tmp_path, context):
    write(str(tmp_path), 0)
    writer = context.Process(target=write_many, args=(str(tmp_path), 12))
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
    assert values[-1] == 12.0


def write_many(folder: str, last: int) -> None:
    for state in range(1, last + 1):
        write(folder, state)
