"""The snapshot of the embedded catalogue is the catalogue, is not used when something changed, and is not needed."""

import os

import pytest

from indicators.files import embedded_catalogue, read_catalogue, snapshots


@pytest.fixture
def cache(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded_catalogue, "find_data_folder", lambda: folder)
    monkeypatch.setattr(snapshots.platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    return tmp_path / "cache"


def read():
    embedded_catalogue.read_embedded_catalogue.cache_clear()
    try:
        return embedded_catalogue.read_embedded_catalogue()
    finally:
        embedded_catalogue.read_embedded_catalogue.cache_clear()


def test_the_snapshot_holds_all_that_the_files_do(cache, folder):
    first = read()
    assert len(list(cache.iterdir())) == 1
    assert read() == first == read_catalogue(folder)
    assert read().origins == first.origins


def test_a_changed_file_is_read_again(cache, folder):
    read()
    rows = folder / "datasets" / "office" / "observations.csv"
    rows.write_text(rows.read_text().replace("23.5", "24.5"))
    assert read() == read_catalogue(folder)


def test_a_file_that_only_looks_untouched_for_its_size_is_read_again(cache, folder):
    read()
    names = folder / "areas.csv"
    names.write_text(names.read_text().replace("China", "Chile"))
    os.utime(names, ns=(1, 1))
    assert read().areas.by_code["CHN"].name == "Chile"


@pytest.mark.parametrize("length", [0, 64, 1000, None])
def test_a_damaged_snapshot_is_replaced(cache, folder, length):
    read()
    (snapshot,) = cache.iterdir()
    snapshot.write_bytes(snapshot.read_bytes()[:length].replace(b"China", b"Chile"))
    assert read() == read_catalogue(folder)
    assert "office" in snapshot.read_text()


def test_nothing_has_to_be_kept(cache, folder):
    cache.write_text("a file where the folder would be")
    assert read() == read_catalogue(folder)
