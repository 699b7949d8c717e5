"""A damaged file that somebody keeps by hand changes no figure in silence, and an edited one is read."""

import os
from datetime import date
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from indicators.files.checksums import forget_hashes
from indicators.files.hand_kept import check_hand_kept, remember_as_written
from indicators.files.observation_tables import tabulate_observations
from indicators.files.store_faults import find_edits, find_store_faults
from indicators.files.user_store import read_hand_kept, read_user_catalogue
from indicators.model.observations import Observation
from indicators.model.periods import TimePeriod

DESCRIPTION = "id: mine\ntitle: Mine\npublisher: Me\ndescription: Mine\norigins: [imf-weo-2025-10]\n"
COLUMNS = "INDICATOR,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,VINTAGE,ORIGIN"
NAMES = ("observations.csv", "observations.parquet", "dataset.yaml")


def write_table(home, value):
    period, day = TimePeriod.parse("2024"), date(2025, 1, 1)
    figure = Observation("gdp", "RUS", period, Decimal(value), "USD", "imf-weo-2025-10", day)
    pq.write_table(tabulate_observations([figure]), home / "observations.parquet")


def write(home, name, value):
    """Write a dataset; the given file holds the value, or its title."""
    if name == "observations.parquet":
        write_table(home, value)
    else:
        row = f"gdp,RUS,A,2024,{value if name == NAMES[0] else 5},USD,A,2025-01-01,imf-weo-2025-10"
        (home / "observations.csv").write_text(f"{COLUMNS}\n{row}\n")
    title = f"Mine {value}" if name == "dataset.yaml" else "Mine"
    listed = "indicators: [gdp]\n" if name == "observations.parquet" else ""
    (home / "dataset.yaml").write_text(DESCRIPTION.replace("title: Mine", f"title: {title}") + listed)


def damage(path, content):
    """Change the bytes of a file and not its time."""
    time = path.stat().st_mtime_ns
    path.write_bytes(content)
    os.utime(path, ns=(time, time))


def save(path, content, seconds=2):
    time = path.stat().st_mtime_ns + seconds * 10**9
    path.write_bytes(content)
    os.utime(path, ns=(time, time))


@pytest.mark.parametrize("name", NAMES)
def test_damage_leaves_out_a_dataset_until_the_file_is_put_back(tmp_path, name):
    home = tmp_path / "datasets" / "mine"
    home.mkdir(parents=True)
    write(home, name, 5)
    assert read_user_catalogue(tmp_path).faults == ()
    whole = (home / name).read_bytes()
    place = whole.index(b"RUS" if name.endswith("parquet") else b"5")
    for damaged in (whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole[:-1]):
        damage(home / name, damaged)
        (fault,) = find_store_faults(tmp_path)
        assert fault.file == f"datasets/mine/{name}"
        assert read_hand_kept(home) == (None, [fault])
    damage(home / name, whole)
    assert find_store_faults(tmp_path) == ()


@pytest.fixture
def kept(tmp_path):
    """A file that was seen once."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"1")
    assert check_hand_kept(tmp_path, path) == []
    return path


def test_an_edit_is_accepted_and_named_and_damage_after_it_is_damage(kept, tmp_path):
    save(kept, b"2")
    assert check_hand_kept(tmp_path, kept) == []
    assert list(find_edits(tmp_path)) == ["a.csv"]
    damage(kept, b"1")
    forget_hashes()
    assert len(check_hand_kept(tmp_path, kept)) == 1
    save(kept, b"1")
    assert check_hand_kept(tmp_path, kept) == []


@pytest.mark.parametrize("seconds", [-1000, 1000])
def test_a_copy_with_another_time_is_neither_damage_nor_an_edit(kept, tmp_path, seconds):
    save(kept, b"1", seconds)
    assert check_hand_kept(tmp_path, kept) == []
    assert find_edits(tmp_path) == {}
    damage(kept, b"2")
    forget_hashes()
    assert len(check_hand_kept(tmp_path, kept)) == 1


def test_what_the_program_writes_is_no_edit(kept, tmp_path):
    save(kept, b"2")
    remember_as_written(tmp_path, kept)
    assert check_hand_kept(tmp_path, kept) == []
    assert find_edits(tmp_path) == {}


def test_without_an_intact_record_nothing_is_taken(kept, tmp_path):
    record = tmp_path / "hand-kept.json"
    record.write_text(record.read_text().replace("a.csv", "b.csv"))
    assert [fault.file for fault in check_hand_kept(tmp_path, kept)] == ["hand-kept.json"]
    assert [fault.file for fault in find_store_faults(tmp_path)] == ["hand-kept.json"]
    record.unlink()
    assert check_hand_kept(tmp_path, kept) == []
