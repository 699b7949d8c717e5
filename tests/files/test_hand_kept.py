"""A Parquet file that somebody keeps by hand changes no figure in silence."""

from datetime import date
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from indicators.files.checksums import hash_file
from indicators.files.observation_tables import tabulate_observations
from indicators.files.store_faults import find_store_faults
from indicators.files.user_store import read_user_catalogue
from indicators.model.observations import Observation
from indicators.model.periods import TimePeriod

DESCRIPTION = "id: mine\ntitle: Mine\npublisher: Me\ndescription: Mine\norigins: [imf-weo-2025-10]\nindicators: [gdp]\n"


def write(home, value):
    period, day = TimePeriod.parse("2024"), date(2025, 1, 1)
    figure = Observation("gdp", "RUS", period, Decimal(value), "USD", "imf-weo-2025-10", day)
    pq.write_table(tabulate_observations([figure]), home / "observations.parquet")


@pytest.fixture
def home(tmp_path):
    """The folder of a hand-kept dataset that was read once."""
    home = tmp_path / "datasets" / "mine"
    home.mkdir(parents=True)
    (home / "dataset.yaml").write_text(DESCRIPTION)
    write(home, 5)
    assert list_faults(tmp_path) == []
    return home


def list_faults(store):
    found = [str(fault) for fault in read_user_catalogue(store).faults]
    assert found == [str(fault) for fault in find_store_faults(store)]
    return found


def test_a_changed_file_is_left_out_until_its_checksum_is_given(home, tmp_path):
    write(home, 6)
    (fault,) = list_faults(tmp_path)
    digest = hash_file(home / "observations.parquet")
    assert fault.startswith("mine/observations.parquet")
    assert f"sha256: {digest}" in fault
    (home / "dataset.yaml").write_text(f"{DESCRIPTION}sha256: {digest}\n")
    assert list_faults(tmp_path) == []
    write(home, 7)
    assert len(list_faults(tmp_path)) == 1


def test_without_an_intact_record_nothing_is_taken(home, tmp_path):
    record = tmp_path / "hand-kept.json"
    record.write_text(record.read_text().replace("mine/", "wine/"))
    (home / "dataset.yaml").touch()
    assert any("hand-kept.json" in str(fault) for fault in find_store_faults(tmp_path))
    record.unlink()
    (home / "dataset.yaml").write_text(DESCRIPTION.replace("Mine", "Ours"))
    assert list_faults(tmp_path) == []
