"""The embedded figures and the reader's own are one store, opened anew when something in it changed."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import indicators as ind
from indicators import get
from indicators.errors import StoreError, StoreWarning, UsageError
from indicators.files import find_store_location, fingerprint_folders
from indicators.files.checksums import seal
from indicators.importing import DatasetDetails, import_release
from indicators.store import Query, open_store

FIGURES = "Country,Year,Indicator Code,Value\nRussia,2024,NY.GDP.MKTP.CD,7\nChina,2024,NY.GDP.MKTP.CD,8\n"


@pytest.fixture
def home(tmp_path):
    (tmp_path / "own.csv").write_text(FIGURES)
    import_release(tmp_path / "store", tmp_path / "own.csv", DatasetDetails("own", title="Own figures"))
    return tmp_path / "store"


def test_own_and_embedded_figures_stand_side_by_side(home, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(home))
    frame = get("gdp", "RUS", "2024").frame
    assert dict(zip(frame["dataset"], frame["value"], strict=True))["own"] == 7.0
    assert set(frame["dataset"]) == {"own", "world-bank-wdi"}


def test_the_place_said_goes_before_the_setting_and_that_before_the_usual_one(monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", "setting")
    assert (find_store_location("said"), find_store_location()) == ("said", "setting")
    monkeypatch.delenv("INDICATORS_STORE")
    assert "indicators" in find_store_location()


@pytest.mark.parametrize("mistyped", ["postgresql:/ann:sesame@db/x", "clickhouse//ann:sesame@db", "ann:sesame@db/x"])
def test_a_mistyped_address_is_no_folder_and_its_password_is_not_shown(mistyped):
    with pytest.raises(UsageError) as raised:
        find_store_location(mistyped)
    assert "sesame" not in str(raised.value)


def test_a_store_is_opened_once_until_something_in_it_changes(home, tmp_path):
    first = open_store(str(home))
    assert open_store(str(home)) is first
    (tmp_path / "own.csv").write_text(FIGURES.replace("7", "9"))
    import_release(home, tmp_path / "own.csv", DatasetDetails("own"))
    second = open_store(str(home))
    assert second is not first
    assert second.key != first.key
    assert 7.0 in first.read_panel(Query(("gdp",), ("RUS",))).frame["value"].tolist()  # its files are still there
    assert 9.0 in second.read_panel(Query(("gdp",), ("RUS",))).frame["value"].tolist()


def test_a_folder_that_is_not_there_is_a_store_without_own_figures(tmp_path):
    assert fingerprint_folders(tmp_path / "nothing") == ()
    assert len(open_store(str(tmp_path / "nothing")).catalogue.datasets) > 10


def damaged(home, how):
    file = next((home / "datasets" / "own").glob("*.parquet"))
    content = file.read_bytes()
    if how == "truncated":
        file.write_bytes(content[: len(content) // 2])
    elif how == "foreign":
        import pandas as pd

        pd.DataFrame({"a": [1]}).to_parquet(file)
    elif how == "gone":
        file.unlink()
    elif how == "description":
        (home / "datasets" / "own" / "dataset.json").write_text('{"id": "own"}')
    state = home / "datasets" / "own" / "dataset.json"
    state.touch()
    return file


@pytest.mark.parametrize("how", ["truncated", "foreign", "gone", "description"])
def test_a_damaged_dataset_is_left_out_in_one_sentence_and_the_others_go_on(home, how):
    damaged(home, how)
    with pytest.warns(StoreWarning, match="A dataset was left out: own/") as told:
        store = open_store(str(home))
    assert all(str(warning.message).count("\n") == 0 for warning in told)
    assert len(store.faults) == len(told)
    assert set(store.read_panel(Query(("gdp",), ("RUS",))).frame["dataset"]) == {"world-bank-wdi"}


def test_a_file_damaged_within_is_left_out_when_it_is_asked_for(home):
    file = next((home / "datasets" / "own").glob("*.parquet"))
    content = bytearray(file.read_bytes())
    content[4:60] = b"\xff" * 56
    file.write_bytes(content)
    store = open_store(str(home))
    with pytest.warns(StoreWarning, match=r"Own figures \(own\)"):
        panel = store.read_panel(Query(("gdp",), ("RUS",)))
    assert set(panel.frame["dataset"]) == {"world-bank-wdi"}
    assert [step.name for step in panel.steps] == ["read", "left out"]
    with pytest.raises(StoreError):
        store.read_panel(Query(("gdp",), datasets=("own",)))


def test_a_dataset_kept_by_hand_is_read_like_the_embedded_ones(tmp_path, folder):
    (tmp_path / "store" / "datasets").mkdir(parents=True)
    (folder / "datasets" / "office").rename(tmp_path / "store" / "datasets" / "office")
    own = tmp_path / "store" / "datasets" / "office" / "observations.csv"
    own.write_text(re.sub("^(turnover|growth),", "gdp,", own.read_text(), flags=re.MULTILINE))
    store = open_store(str(tmp_path / "store"))
    assert "office" in set(store.read_panel(Query(("gdp",), ("RUS",))).frame["dataset"])


def test_files_without_a_description_are_named_with_the_way_to_import_them(home):
    (home / "datasets" / "dropped").mkdir()
    (home / "datasets" / "dropped" / "figures.parquet").write_bytes(b"PAR1")
    (home / "datasets" / "own" / "dataset.json").touch()
    with pytest.warns(StoreWarning, match="indicators import FILE --dataset ID"):
        open_store(str(home))


def test_an_id_of_an_embedded_dataset_is_left_out(home):
    (home / "datasets" / "own").rename(home / "datasets" / "raec")
    description = home / "datasets" / "raec" / "dataset.json"
    content = json.loads(description.read_text()) | {"id": "raec"}
    description.write_text(json.dumps(seal(content)))
    with pytest.warns(StoreWarning, match="an id that no other dataset uses"):
        store = open_store(str(home))
    assert store.catalogue.find_dataset("raec").publisher == "RAEC"


def test_files_are_imported_into_folders_only(monkeypatch):
    from indicators.files import find_user_folder

    with pytest.raises(UsageError, match="imported into a folder") as raised:
        find_user_folder("postgresql://user:secret@host/base")
    assert "secret" not in str(raised.value)


def _loaded_by(statement):
    code = f"{statement}\nimport sys\nprint(*sorted(name for name in sys.modules if '.' not in name))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_what_there_is_can_be_told_without_pandas_and_duckdb():
    assert not {"pandas", "duckdb", "pint", "plotly", "streamlit", "sqlglot"} & _loaded_by(
        "from indicators.store import open_catalogue\nopen_catalogue()"
    )


def test_figures_can_be_had_without_what_draws_and_converts():
    assert not {"pint", "plotly", "streamlit", "sqlglot", "openpyxl"} & _loaded_by(
        "from indicators import get\nget('gdp', 'RUS~CHN', '2020')"
    )


def test_only_what_users_call_opens_the_global_store():
    """Everything below is given the store it reads, so that one view gives the same figures everywhere."""
    package = Path(ind.__file__).parent
    openers = {"open_store", "open_catalogue", "open_embedded_store", "export_store"}
    found = []
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        if place.parts[0] not in {"view", "cli", "ui", "api", "store", "__init__.py"}:
            text = path.read_text(encoding="utf-8")
            nodes = ast.walk(ast.parse(text)) if any(opener in text for opener in openers) else ()
            imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
            if any(
                node.module.startswith("indicators.store") and openers & {n.name for n in node.names}
                for node in imports
            ):
                found.append(str(place))
    assert found == []
