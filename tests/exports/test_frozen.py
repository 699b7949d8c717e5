"""Frozen citations: a page that can tell what has changed since."""

from dataclasses import replace
from datetime import date

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.exports.extract import Extract
from indicators.exports.frozen import compare_frozen, describe_changes, to_frozen_html
from indicators.exports.saving import draw_extract
from indicators.importing import DatasetDetails, import_release
from indicators.store import open_embedded_store, open_store
from indicators.view import View
from indicators.view.getting import get_panel


def freeze(store, **view):
    asked = View.from_texts({"indicators": "gdp", "areas": "RUS~CHN", "time": "2000..2020", **view}, store.catalogue)
    extract = Extract(get_panel(asked, store), asked)
    return to_frozen_html(draw_extract(extract), extract)


@pytest.fixture(scope="module")
def page():
    return freeze(open_embedded_store())


def test_a_page_of_today_differs_in_nothing(page):
    about, changes = compare_frozen(page, open_embedded_store())
    assert changes == ()
    assert about["view"] == "indicators=gdp&country=RUS~CHN&time=2000..2020"
    assert len(about["sha256"]) == 64
    assert about["day"] in describe_changes(about, changes)


@pytest.mark.parametrize(
    "view", [{"unit": "EUR"}, {"transform": "pc1"}, {"indicators": "gdp~population"}, {"indicators": "policy-rate"}]
)
def test_any_view_is_the_same_again(view):
    store = open_embedded_store()
    assert compare_frozen(freeze(store, **view), store)[1] == ()


def test_a_revision_a_new_and_a_withdrawn_figure_are_named(tmp_path):
    def load(day, text):
        (tmp_path / "f.csv").write_text(f"Country,Year,Sales </script> (EUR)\n{text}")
        import_release(tmp_path / "store", tmp_path / "f.csv", DatasetDetails("sales", vintage=day))
        return open_store(str(tmp_path / "store"))

    store = load(date(2026, 1, 1), "Russia,2020,1\nRussia,2021,2\nChina,2020,5\n")
    (id,) = store.catalogue.find_dataset("sales").indicators
    page = freeze(store, indicators=id, areas="", time="")
    store = load(date(2026, 2, 1), "Russia,2020,1\nRussia,2021,2.5\nRussia,2022,3\n")
    about, changes = compare_frozen(page, store)
    assert sorted((one.what, one.before, one.after) for one in changes) == [
        ("new", "", "3 EUR"), ("revised", "2 EUR", "2.5 EUR"), ("withdrawn", "5 EUR", ""),
    ]  # fmt: skip
    assert "2021" in describe_changes(about, changes)


def test_a_page_that_was_edited_is_refused(page):
    changed = page.replace('"data": "', '"data": "x', 1)
    with pytest.raises(UsageError, match="changed"):
        compare_frozen(changed, open_embedded_store())


@pytest.mark.parametrize("text", ["", "<html>", '<script type="application/json" id="indicators-frozen">{</script>',
                                  '<script type="application/json" id="indicators-frozen">[1]</script>'])  # fmt: skip
def test_what_is_no_frozen_page_is_refused(text):
    with pytest.raises(UsageError, match="not a frozen page"):
        compare_frozen(text, open_embedded_store())


def test_figures_without_a_view_cannot_be_frozen():
    extract = Extract(ind.get("gdp", "RUS"))
    with pytest.raises(UsageError):
        to_frozen_html(draw_extract(replace(extract)), extract)


def test_the_command_writes_and_compares(tmp_path):
    from typer.testing import CliRunner

    from indicators.cli import app

    path = tmp_path / "page.html"
    written = CliRunner().invoke(app, ["freeze", "explore?indicators=gdp&country=RUS&time=2020", "--output", str(path)])
    assert written.exit_code == 0, written.output
    assert CliRunner().invoke(app, ["compare-frozen", str(path)]).exit_code == 0
    content = path.read_text(encoding="utf-8").replace("indicators-frozen", "x")
    path.write_text(content, encoding="utf-8")
    assert CliRunner().invoke(app, ["compare-frozen", str(path)]).exit_code == 2
