"""``import``, ``diff`` and ``validate``."""

import json

import pytest

TEXT = "Land;Jahr;Umsatz (Mio EUR)\nDeutschland;2023;1.234,5\nDeutschland;2024;1.300,0\nFrnkreich;2024;7\n"


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """A store of the test's own, and files to import in the working directory."""
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "umsatz.csv").write_text(TEXT, encoding="cp1252")
    (tmp_path / "nowhere.yaml").write_text("period: Jahr\nvalues: {Umsatz (Mio EUR): Sales}\nrecognise: false\n")
    (tmp_path / "columns.yaml").write_text("period: Jahr\nvalues: {Umsatz (Mio EUR): Sales}\nall_units: million EUR\n")


def test_import_get_cite_and_list_go_together(run):
    result = run("import", "umsatz.csv", "--dataset", "umsatz", "--mapping", "columns.yaml", "--publisher", "Office")
    assert result.exit_code == 0, result.output
    assert "figures imported 2" in result.stdout
    assert "'Frnkreich'" in result.stdout
    assert "1234500000,EUR" in run("get", "sales", "--country", "DEU", "--time", "2023").stdout
    assert "Office" in run("cite", "umsatz").stdout
    assert "umsatz" in run("list", "--json").stdout


def test_the_second_time_says_that_nothing_changed(run):
    words = ("import", "umsatz.csv", "--dataset", "umsatz", "--mapping", "columns.yaml")
    run(*words)
    assert "Nothing changed" in run(*words).stdout


def test_the_report_as_json(run):
    words = ("import", "umsatz.csv", "--dataset", "umsatz", "--mapping", "columns.yaml", "--json")
    report = json.loads(run(*words).stdout)
    assert (report["taken"], report["refused"]) == (2, 1)


def test_another_store_is_named_by_an_option(run, tmp_path):
    run("import", "umsatz.csv", "--dataset", "u", "--mapping", "columns.yaml", "--store", str(tmp_path / "other"))
    assert run("cite", "u", "--store", str(tmp_path / "other")).exit_code == 0


def test_diff_shows_what_a_new_file_changed(run, tmp_path):
    words = ("import", "umsatz.csv", "--dataset", "umsatz", "--mapping", "columns.yaml")
    run(*words)
    (tmp_path / "umsatz.csv").write_text(TEXT.replace("1.300,0", "1.310,0"))
    run(*words)
    shown = run("diff", "umsatz")
    assert "0 new, 1 revised, 0 withdrawn" in shown.stdout
    assert "1.3 billion EUR" in shown.stdout


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ("import nothing.csv --dataset a", 1, "can't be read"),
        ("import umsatz.csv --dataset a --mapping nothing.yaml", 1, "nothing.yaml"),
        ("import umsatz.csv --dataset raec", 2, "embedded dataset"),
        ("import columns.yaml --dataset a", 2, "was not recognised"),
        ("import umsatz.csv --dataset a --unit bananagrams", 2, "bananagrams"),
        ("import umsatz.csv --dataset a --country Atlantis --mapping nowhere.yaml", 2, "Atlantis"),
        ("import umsatz.csv --dataset a --vintage soon", 2, "Found: soon"),
        ("import umsatz.csv --dataset a --mapping columns.yaml --encoding utf-8", 0, ""),
        ("import umsatz.csv --dataset a --mapping columns.yaml --encoding klingon", 1, "klingon"),
        ("import umsatz.csv --dataset a --mapping columns.yaml --store http://x", 2, "into a folder"),
        ("diff nothing", 2, "no dataset"),
        ("diff raec --from then", 2, "no release"),
    ],
)
def test_what_is_wrong_is_one_sentence(run, words, status, says):
    result = run(*words.split())
    assert result.exit_code == status, result.output
    assert says in result.output
    assert "Traceback" not in result.output


def test_a_file_without_any_figure_is_found_wrong(run, tmp_path):
    (tmp_path / "a.csv").write_text("Country,Year,Value\nAtlantis,2024,1\n")
    assert run("import", "a.csv", "--dataset", "a").exit_code == 1


def test_a_name_of_a_mapping_that_there_is_not(run, tmp_path):
    (tmp_path / "columns.yaml").write_text("perod: Jahr\n")
    result = run("import", "umsatz.csv", "--dataset", "a", "--mapping", "columns.yaml")
    assert "Nearest: period" in result.output


def test_validate_prints_every_fault_and_exits_1(run, folder):
    path = folder / "datasets/office/observations.csv"
    path.write_text(path.read_text().replace("RUS,2022,20", "RUSS,20x2,2o"))
    result = run("validate", str(folder))
    assert result.exit_code == 1
    assert result.output.count("datasets/office/observations.csv:2:") >= 2
    assert run("validate").exit_code == 0


def test_validate_takes_a_folder_a_dataset_or_a_file(run, folder):
    path = folder / "datasets/office/observations.csv"
    for sound in (folder, path.parent, path):
        assert run("validate", str(sound)).stdout == "No faults.\n"
    path.write_text(path.read_text().replace("RUS,2022,20", "RUSS,20x2,2o"))
    for broken in (folder, path.parent, path):
        result = run("validate", str(broken))
        assert result.exit_code == 1
        assert "3 faults" in result.stderr
        assert all(said in result.stderr for said in (":2: REF_AREA: found 'RUSS'", "found '20x2'", "found '2o'"))


def test_validate_of_what_is_not_there_is_a_fault(run):
    result = run("validate", "nowhere/at/all")
    assert result.exit_code == 1
    assert "no such folder" in result.stderr
