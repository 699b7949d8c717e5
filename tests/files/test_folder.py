"""A folder is read as one catalogue; what clashes between its files is a fault, and no fault hides another."""

import shutil

import pyarrow.parquet as pq
import pytest

from indicators.errors import DataError
from indicators.files import (
    find_data_folder,
    read_catalogue,
    read_embedded_catalogue,
    tabulate_observations,
    write_dataset,
)
from indicators.files.folder import read_folder

ROWS = "datasets/office/observations.csv"
DESCRIPTION = "datasets/office/dataset.yaml"


def copy(folder, name, *changes):
    """Another dataset like the first, with its texts changed."""
    home = folder / name
    shutil.copytree(folder / "datasets/office", home)
    for path in home.iterdir():
        text = path.read_text()
        for old, new in changes:
            text = text.replace(old, new)
        path.write_text(text)
    return home


def texts(folder):
    return [str(fault) for fault in read_folder(folder).faults]


def test_a_sound_folder_is_a_catalogue(folder):
    catalogue = read_catalogue(folder)
    assert catalogue.find_dataset("office").indicators == ("growth", "turnover")
    assert catalogue.find_area("Russian Federation").code == "RUS"
    assert [event.id for event in catalogue.events] == ["forum"]
    assert [currency.code for currency in catalogue.currencies] == ["RUB"]
    assert catalogue.origins["page"].producer == "Office"


def test_rates_stand_on_a_shelf_of_their_own(folder):
    copy(folder, "rates/bank", ("id: office", "id: bank"))
    assert [dataset.id for dataset in read_catalogue(folder).datasets] == ["office", "bank"]


@pytest.mark.parametrize("name", ["indicators.yaml", "areas.csv", "currencies.csv", "events.csv", DESCRIPTION, ROWS])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    assert [text for text in texts(folder) if text.startswith(f"{name}: found 'no such file'")]


def test_a_list_that_is_missing_is_not_a_fault_of_everything_that_names_it(folder):
    (folder / "areas.csv").unlink()
    (folder / "indicators.yaml").unlink()
    assert len(texts(folder)) == 2


def test_a_folder_that_is_not_there_is_a_fault_and_not_a_crash(folder):
    assert "no such folder" in texts(folder / "none")[0]


def test_a_broken_description_hides_no_fault_of_the_rows(folder):
    (folder / DESCRIPTION).write_text("id: office\n")
    path = folder / ROWS
    path.write_text(path.read_text().replace("RUS,2022", "RUSS,2022"))
    found = {fault.file for fault in read_folder(folder).faults}
    assert {DESCRIPTION, ROWS} <= found


def test_an_id_that_is_not_the_folders_name_is_a_fault(folder):
    copy(folder, "datasets/other")
    assert any("datasets/other/dataset.yaml: id: found 'office'" in text for text in texts(folder))


def test_one_id_on_both_shelves_is_a_fault(folder):
    copy(folder, "rates/office")
    assert any("rates/office/dataset.yaml: id: found 'office'" in text for text in texts(folder))


def test_one_origin_id_for_two_publications_is_a_fault(folder):
    copy(folder, "datasets/rival", ("id: office", "id: rival"), ("producer: Office", "producer: Rival"))
    assert any("rival/dataset.yaml: origins: found 'page'" in text for text in texts(folder))


def test_a_csv_file_beside_a_parquet_file_is_a_fault(folder):
    dataset = read_catalogue(folder).find_dataset("office")
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    write_dataset(folder / "datasets", dataset, tabulate_observations(dataset.observations))
    assert any("beside observations.parquet" in text for text in texts(folder))
    (folder / ROWS).unlink()
    assert texts(folder) == []


def test_a_parquet_file_without_a_column_or_with_one_more_is_a_fault(folder):
    dataset = read_catalogue(folder).find_dataset("office")
    (folder / "origins.yaml").write_text("- {id: page, producer: Office, title: Yearbook}\n")
    home = write_dataset(folder / "datasets", dataset, tabulate_observations(dataset.observations))
    (folder / ROWS).unlink()
    table = pq.read_table(home / "observations.parquet").rename_columns({"UNIT_MEASURE": "UNIT"})
    pq.write_table(table, home / "observations.parquet")
    found = {(fault.column, fault.found) for fault in read_folder(folder).faults}
    assert found == {("UNIT_MEASURE", "no such column"), ("UNIT", "UNIT")}


def test_an_indicator_of_a_parquet_dataset_that_is_not_known_is_a_fault(folder):
    path = folder / DESCRIPTION
    path.write_text(path.read_text() + "indicators: [turnovr]\n")
    assert any("found 'turnovr'" in text and "Nearest: turnover" in text for text in texts(folder))


def test_the_embedded_figures_are_read_once():
    assert read_embedded_catalogue() is read_embedded_catalogue()
    assert (find_data_folder() / "indicators.yaml").is_file()


def test_a_package_without_its_figures_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr("indicators.files.locations.__file__", str(tmp_path / "indicators" / "files" / "locations.py"))
    with pytest.raises(DataError, match="Reinstall the package"):
        find_data_folder()
