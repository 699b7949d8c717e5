from datetime import date

import pytest

from indicators.errors import UnknownNameError, UsageError
from indicators.exports.revisions import revisions_to_csv, revisions_to_json, revisions_to_text
from indicators.importing import DatasetDetails, import_release
from indicators.store import Store, open_embedded_store, open_store
from indicators.store.release_comparison import find_revisions

STATES = {
    date(2026, 1, 1): "Country,Year,Value (EUR)\nGermany,2023,1\nGermany,2024,2\nFrance,2024,1234.5\n",
    date(2026, 2, 1): "Country,Year,Value (EUR)\nGermany,2023,1\nFrance,2024,1234.51\nGermany,2024,2.5\nRussia,2024,4",
    date(2026, 3, 1): "Country,Year,Value (EUR)\nGermany,2024,2.5\nRussia,2024,4\nFrance,2024,1234.5\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("revisions")
    for day, text in STATES.items():
        (folder / "a.csv").write_text(text)
        import_release(folder / "store", folder / "a.csv", DatasetDetails("sales", vintage=day))
    return open_store(str(folder / "store"))


def kinds(found) -> dict[tuple[str, str], str]:
    frame = found.frame
    return dict(zip(zip(frame["code"], frame["period"], strict=True), frame["change"], strict=True))


def test_the_last_two_releases_are_compared_when_none_is_named(store):
    found = find_revisions(store, "sales")
    assert (found.since, found.until) == ("2026-02-01", "2026-03-01")
    assert kinds(found) == {("DEU", "2023"): "withdrawn", ("FRA", "2024"): "revised"}


def test_figures_are_new_revised_or_withdrawn(store):
    found = find_revisions(store, "sales", since="2026-01-01", until="2026-02-01")
    assert found.counts == {"new": 1, "revised": 2, "withdrawn": 0}
    assert kinds(found)["RUS", "2024"] == "new"


def test_going_back_shows_no_change_to_what_is_the_same_again(store):
    found = find_revisions(store, "sales", since="2026-01-01", until="2026-03-01")
    assert kinds(found) == {("DEU", "2023"): "withdrawn", ("DEU", "2024"): "revised", ("RUS", "2024"): "new"}


def test_a_state_against_itself_differs_in_nothing(store):
    assert find_revisions(store, "sales", since="2026-02-01", until="2026-02-01").frame.empty
    assert revisions_to_text(find_revisions(store, "sales", since="2026-02-01", until="2026-02-01")).endswith(
        "0 withdrawn."
    )


def test_any_day_is_a_state(store):
    found = find_revisions(store, "sales", since="2026-01-15", until="2026-02-27")
    assert found.counts == {"new": 1, "revised": 2, "withdrawn": 0}


def test_editions_of_an_embedded_dataset_are_its_states():
    found = find_revisions(open_embedded_store(), "imf-weo", since="2019-04-30", until="2019-10-31")
    row = found.frame[(found.frame["code"] == "AFG") & (found.frame["period"] == "2018")]
    assert row[["before", "after"]].to_numpy().tolist() == [[2.3, 2.7]]


def test_an_unknown_release_gets_the_nearest(store):
    with pytest.raises(UnknownNameError, match=r"2026-02-01"):
        find_revisions(store, "sales", since="2026-02-1")


def test_a_dataset_of_one_release_has_nothing_to_compare(tmp_path):
    (tmp_path / "a.csv").write_text(STATES[date(2026, 1, 1)])
    import_release(tmp_path / "store", tmp_path / "a.csv", DatasetDetails("sales"))
    with pytest.raises(UsageError, match="only one release"):
        find_revisions(open_store(str(tmp_path / "store")), "sales")


def test_a_table_shows_as_many_digits_as_tell_the_figures_apart(store):
    text = revisions_to_text(find_revisions(store, "sales", since="2026-01-01", until="2026-02-01"))
    assert "1,234.5 EUR" in text
    assert "1,234.51 EUR" in text


def test_the_same_as_csv_and_json(store):
    found = find_revisions(store, "sales", since="2026-01-01", until="2026-02-01")
    assert (
        revisions_to_csv(found).splitlines()[0].startswith("Indicator,Entity,Code,Counterpart,Period,Unit,Before,After")
    )
    assert len(revisions_to_csv(found).splitlines()) == 4
    assert '"before": null' in revisions_to_json(found)
