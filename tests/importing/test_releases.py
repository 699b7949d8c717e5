"""A file becomes a release, all at once or not at all; nothing that was known is lost."""

import errno
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pyarrow as pa
import pytest

from indicators.errors import StoreError, UsageError
from indicators.files.own_datasets import rename_dataset
from indicators.importing import ColumnMapping, DatasetDetails, import_release, messages
from indicators.importing import publishing as importing
from indicators.importing import release_changes as changes
from indicators.importing.doubts import DOUBT_SCHEMA, Doubts

FIRST = "Country,Year,Value\nGermany,2023,1\nGermany,2024,2\nFrance,2024,3\n"
REVISED = "Country,Year,Value\nGermany,2023,1\nGermany,2024,2.5\nRussia,2024,4\n"
KEYS = {"a": ("sales", "DEU", "2023"), "b": ("sales", "DEU", "2024"), "c": ("sales", "FRA", "2024")}


def test_the_same_file_twice_changes_nothing_and_says_so(import_file, home):
    import_file(FIRST)
    before = sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*.parquet"))
    report = import_file(FIRST)
    assert (report.release, report.new) == ("", 0)
    assert messages.IMPORTED_BEFORE in report.text
    assert messages.UNCHANGED.format(dataset="sales") in report.text
    assert sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*.parquet")) == before


def test_another_file_with_the_same_figures_makes_no_release(import_file, home):
    import_file(FIRST)
    lines = FIRST.splitlines()
    report = import_file("\n".join([lines[0], *reversed(lines[1:])]))
    assert (report.taken, report.release) == (3, "")
    assert len(list(home.rglob("*.parquet"))) == 1


def test_a_revised_file_is_a_release_of_what_differs(import_file, figures):
    import_file(FIRST, vintage=date(2026, 1, 1))
    report = import_file(REVISED, vintage=date(2026, 2, 1))
    assert (report.release, report.new, report.changed, report.withdrawn) == ("2026-02-01", 1, 1, 1)
    now, then = figures(), figures(as_of=date(2026, 1, 31))
    assert (now[KEYS["a"]], now[KEYS["b"]], now["sales", "RUS", "2024"]) == (1.0, 2.5, 4.0)
    assert str(now[KEYS["c"]]) == "nan"
    assert then == {KEYS["a"]: 1.0, KEYS["b"]: 2.0, KEYS["c"]: 3.0}


def test_going_back_to_an_earlier_file_is_a_release_too(import_file, figures):
    for text in (FIRST, REVISED, FIRST):
        import_file(text)
    assert figures()[KEYS["c"]] == 3.0
    assert figures()[KEYS["b"]] == 2.0


def test_a_cell_that_cannot_be_read_withdraws_nothing(import_file, figures):
    import_file(FIRST)
    report = import_file(FIRST.replace("Germany,2024,2", "Germany,2024,2O"))
    assert (report.refused, report.withdrawn, report.release) == (1, 0, "")
    assert figures()[KEYS["b"]] == 2.0


COLUMNS = "Country,Year,Unit,Scale,Partner,Value\n"
ROWS = {
    ("DEU", "2023"): "Germany,2023,EUR,0,France,1", ("DEU", "2024"): "Germany,2024,EUR,0,France,2",
    ("FRA", "2023"): "France,2023,EUR,0,Germany,3", ("FRA", "2024"): "France,2024,EUR,0,Germany,4",
}  # fmt: skip


@pytest.mark.parametrize(
    ("refused", "withdrawn"),
    [
        ("Germany,20x4,EUR,0,France,2", [("FRA", "2024")]),  # both of Germany's years may be this one
        ("Germany,n/a,EUR,0,France,2", [("FRA", "2024")]),
        ("Gxrmxny,2024,EUR,0,France,2", [("FRA", "2024")]),  # France has another partner
        ("Gxrmxny,2024,EUR,0,Frxncx,2", []),
        ("Germany,2024,qqq,0,France,2", [("FRA", "2024")]),
        ("Germany,2024,EUR,much,France,2", [("FRA", "2024")]),
        ("Germany,2024,EUR,0,Frxncx,2", [("FRA", "2024")]),
        ("Germany,2024,EUR,0,France,2,8,9", []),  # which may be anything
        ("Germany,20x4,EUR,0,France,", [("DEU", "2024"), ("FRA", "2024")]),  # which has no figure
        ("Spain,20x4,EUR,0,France,2", [("DEU", "2024"), ("FRA", "2024")]),
        ("Gxrmxny,2023,EUR,0,France,2", [("DEU", "2024"), ("FRA", "2024")]),
    ],
)
def test_a_refused_row_withdraws_nothing_that_it_may_be(import_file, figures, refused, withdrawn):
    mapping = ColumnMapping(
        area="Country", period="Year", unit="Unit", multiplier="Scale", counterpart="Partner",
        values={"Value": "Sales"}, recognise=False,
    )  # fmt: skip
    import_file(COLUMNS + "\n".join(ROWS.values()), mapping=mapping)
    kept = [ROWS["DEU", "2023"], ROWS["FRA", "2023"]]
    report = import_file(COLUMNS + "\n".join([*kept, refused]), mapping=mapping)
    gone = sorted(key[1:3] for key, value in figures().items() if str(value) == "nan")
    assert (report.withdrawn, gone) == (len(withdrawn), withdrawn)
    assert (messages.FIGURES_STAY.format(count=2 - len(gone)) in report.understood) == (len(gone) < 2)


@pytest.mark.parametrize(("last", "withdrawn"), [("4", 0), ("", 1)])
def test_a_refused_period_over_a_column_withdraws_nothing_that_it_may_be(import_file, last, withdrawn):
    def map_years(name):
        return ColumnMapping(
            area="Country", values={"2023": "Sales", name: "Sales"}, periods={"2023": "2023", name: name}
        )

    import_file("Country,2023,2024\nGermany,1,2\nFrance,3,4\n", mapping=map_years("2024"))
    text = f"Country,2023,20x4\nGermany,1,2\nFrance,3,{last}\n"
    assert import_file(text, mapping=map_years("20x4")).withdrawn == withdrawn


def test_a_refused_country_over_a_column_withdraws_nothing_that_it_may_be(import_file):
    def map_areas(name):
        names = {"Germany": "Germany", name: name}
        return ColumnMapping(period="Year", values=dict.fromkeys(names, "Sales"), area_columns=names)

    import_file("Year,Germany,France\n2023,1,2\n2024,3,4\n", mapping=map_areas("France"))
    report = import_file("Year,Germany,Frxncx\n2023,1,2\n", mapping=map_areas("Frxncx"))
    assert report.withdrawn == 2  # of 2024, for which the refused column has nothing


def test_very_many_doubts_become_coarser():
    keys = [("x", "", f"A{n}", "", "A", str(year)) for n in range(300) for year in range(1500, 1700)]
    doubts = Doubts()
    doubts.add([pa.Table.from_arrays([pa.array(column) for column in zip(*keys, strict=True)], schema=DOUBT_SCHEMA)])
    assert (doubts.table.num_rows, doubts.table["TIME_PERIOD"].null_count) == (300, 300)


def test_a_file_that_says_its_vintages_brings_all_of_them(import_file, figures):
    text = "Country,Year,Value,Vintage\nRussia,2024,1,2024-06-01\nRussia,2024,2,2025-06-01\n"
    import_file(text)
    assert figures(as_of=date(2024, 12, 31)) == {("sales", "RUS", "2024"): 1.0}
    assert figures() == {("sales", "RUS", "2024"): 2.0}
    assert import_file(text + "Russia,2024,3,2026-06-01\n").new == 1
    assert figures() == {("sales", "RUS", "2024"): 3.0}


@pytest.mark.parametrize("first", ["", "Russia,2024,1,2024-06-01,\n"])
def test_a_vintage_may_withdraw_a_figure(import_file, figures, first):
    if first:
        import_file("Country,Year,Value,Vintage,Status\n" + first)
    text = "Country,Year,Value,Vintage,Status\nRussia,2024,1,2024-06-01,\nRussia,2024,,2025-06-01,O\n"
    text += "Russia,2023,,2024-06-01,\nRussia,2022,5,2024-06-01,\n"
    assert import_file(text).withdrawn == 1
    assert figures(as_of=date(2025, 5, 31))["sales", "RUS", "2024"] == 1.0
    assert str(figures()["sales", "RUS", "2024"]) == "nan"
    assert ("sales", "RUS", "2023") not in figures()
    assert import_file(text).release == ""


def test_a_release_of_before_the_last_is_refused(import_file):
    import_file(FIRST, vintage=date(2026, 2, 1))
    with pytest.raises(UsageError, match="2026-02-01"):
        import_file(REVISED, vintage=date(2026, 1, 1))


@pytest.mark.parametrize("id", ["raec", "Sales 2024", "../up", ""])
def test_ids_that_are_taken_or_no_ids(import_file, home, id):
    with pytest.raises(UsageError):
        import_file(FIRST, id=id)
    assert not home.exists()


def test_figures_without_a_name_get_the_title(import_file, open_imported):
    import_file(FIRST, title="Sales of shoes (million EUR)")
    indicator = open_imported().catalogue.find_indicator("sales")
    assert (indicator.name, indicator.unit) == ("Sales of shoes", "EUR")


@pytest.mark.parametrize("text", [FIRST, FIRST.replace("Value", "Rate (%)")])
def test_a_dataset_with_another_title_keeps_its_indicators(import_file, home, text):
    import_file(text, title="Sales")
    rename_dataset(home, "sales", "Shops")
    report = import_file(text.replace("2024,2", "2024,5"))
    assert (report.new, report.changed, report.withdrawn) == (0, 1, 0)
    report = import_file(text.replace("2024,2", "2024,6"), title="Stores")
    assert (report.new, report.changed, report.withdrawn) == (0, 1, 0)


def test_an_indicator_we_know_by_its_code_is_a_rival_and_not_a_new_one(import_file, open_imported):
    import_file("Country,Indicator Code,Year,Value\nRussia,NY.GDP.MKTP.CD,2024,7\n")
    from indicators.store import Query

    frame = open_imported().read_panel(Query(("gdp",), ("RUS",))).frame
    assert frame[frame["year"] == 2024]["dataset"].tolist() == ["sales", "world-bank-wdi"]


def test_what_a_killed_writer_left_is_cleared_and_nothing_else(import_file, home):
    import_file(FIRST)
    folder = home / "datasets" / "sales"
    left = [home / ".staging" / "rows.arrow", folder / "0002-2026-01-01.parquet", folder / "dataset.json.partial"]
    kept = [folder / "notes.txt", home / "datasets" / "mine" / "observations.csv", folder / "own.parquet",
            folder / "0007-2026-01-01.parquet", folder / "draft.partial"]  # fmt: skip
    for path in [*left, *kept]:
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (folder / ".unfinished").write_text("0002-2026-01-01.parquet")
    import_file(REVISED)
    assert not (home / ".staging").exists()
    assert all(path.exists() for path in kept)
    assert left[1].stat().st_size > 1 if left[1].exists() else True
    assert not left[2].exists()


def test_a_damaged_dataset_is_not_written_over(import_file, home):
    import_file(FIRST)
    (home / "datasets" / "sales" / "dataset.json").write_text("{")
    with pytest.raises(StoreError, match=messages.DAMAGED_DATASET.format(id="sales")):
        import_file(REVISED)
    assert (home / "datasets" / "sales" / "dataset.json").read_text() == "{"


def test_a_full_disk_is_one_sentence_and_changes_nothing(import_file, home, monkeypatch, figures):
    import_file(FIRST)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    for place, name in ((importing, "replace_file"), (importing, "write_atomically"), (changes, "SortedWriter")):
        with monkeypatch.context() as broken:
            broken.setattr(place, name, full)
            with pytest.raises(StoreError, match=r"Found: No space left on device"):
                import_file(REVISED)
        assert figures() == {KEYS["a"]: 1.0, KEYS["b"]: 2.0, KEYS["c"]: 3.0}
    import_file(REVISED)
    assert all(path.read_bytes() == content for path, content in before.items() if path.suffix == ".parquet")


def test_a_store_that_cannot_be_a_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "a.csv").write_text(FIRST)
    with pytest.raises(StoreError, match=str(tmp_path / "file" / "store")):
        import_release(tmp_path / "file" / "store", tmp_path / "a.csv", DatasetDetails("sales"))


def test_writers_wait_for_each_other(import_file, tmp_path, home, figures):
    def write(number):
        path = tmp_path / f"{number}.csv"
        path.write_text(f"Country,Year,Value\nRussia,2024,{number}\n")
        return import_release(home, path, DatasetDetails(f"sales-{number}"), mapping=ColumnMapping())

    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(write, range(8)))
    assert [report.new for report in reports] == [1] * 8
    assert [list(figures(f"sales-{number}").values()) for number in range(8)] == [[float(n)] for n in range(8)]


def test_the_report_is_kept_with_the_release(import_file, home):
    report = import_file(FIRST)
    kept = json.loads(next((home / "datasets" / "sales" / "reports").glob("*.json")).read_text())
    assert kept.pop("checksum")
    assert kept == json.loads(report.as_json)


def test_a_damaged_release_is_one_sentence_and_the_dataset_stays_as_it_is(import_file, home):
    import_file(FIRST)
    (release,) = home.rglob("*.parquet")
    whole = release.read_bytes()
    release.write_bytes(whole[:4] + bytes(200) + whole[204:])
    with pytest.raises(StoreError, match="is damaged"):
        import_file(REVISED)
    assert len(list(home.rglob("*.parquet"))) == 1


def test_a_fourth_release_is_compared_with_the_newest_of_each_figure(import_file, figures):
    for day, text in enumerate((FIRST, REVISED, FIRST), 1):
        import_file(text, vintage=date(2026, 1, day))
    report = import_file(REVISED, vintage=date(2026, 1, 4))
    assert (report.new, report.changed, report.withdrawn) == (0, 2, 1)  # what was withdrawn once is there again
    assert figures()[KEYS["b"]] == 2.5
    assert str(figures()[KEYS["c"]]) == "nan"
