import json

import pytest

import indicators as ind
from indicators.files import snapshots
from indicators.store import ages, open_embedded_store
from indicators.store.ages import list_ages

STORE = open_embedded_store()


@pytest.mark.parametrize(
    "id", ["gdp", "government-debt", "gdp-growth-weo", "digital-economy-turnover", "exports-share-of-gdp"]
)
def test_an_indicator_is_as_old_as_its_newest_figures(id):
    frame = ind.get(id, every_vintage=True).frame
    actual = frame[(frame["status"] != "F") & frame["value"].notna()]
    age = list_ages()[id]
    assert age.last_year == actual["year"].max()
    assert age.updated == frame["vintage"].max()


def test_every_indicator_with_figures_has_an_age():
    with_figures = {id for dataset in STORE.catalogue.datasets for id in dataset.indicators}
    assert set(list_ages()) == with_figures


def test_what_was_found_is_kept_until_a_file_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshots, "_locate", lambda name: tmp_path / name)
    first = list_ages(STORE)
    kept = sorted(tmp_path.iterdir())
    assert kept
    monkeypatch.setattr(ages, "_query", lambda *_: pytest.fail("asked again"))
    assert list_ages(STORE) == first


@pytest.mark.parametrize("content", [b"", b"[", b"[1]", json.dumps({"gdp": 3}).encode()])
def test_a_damaged_snapshot_is_made_again(content):
    assert ages._parse(content) is None


def test_the_last_year_of_each_country_is_known():
    years = STORE.read_coverage(("government-debt",)).last_actual_years
    debt = ind.get("government-debt", "", "latest").frame.set_index("code")["year"].to_dict()
    assert years == debt
    assert (years["DEU"], years["GBR"]) == (1990, 2024)
