"""Add data: an upload is looked at, corrected, imported and seen at once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
TEXT = b"Country,Year,Sales (million EUR)\nGermany,2023,1.5\nFrance,2023,2.5\nFrnce,2024,3\n"


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.switch_page(str(ROOT / "indicators/ui/pages/add_data.py")).run()
    assert not app.exception
    return app


def upload(app, content=TEXT, name="Sales 2023.csv"):
    app.file_uploader[0].upload(name, content, "text/csv").run()
    assert not app.exception
    return app


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.warning, app.success, app.error)
    return " ".join(element.value for kind in kinds for element in kind).replace("\\", "")


def button(app, label):
    return next(button for button in app.button if button.label == label)


def test_the_page_says_where_the_figures_stay(app, tmp_path):
    assert str(tmp_path / "store") in words(app)


def test_an_upload_is_shown_before_it_is_imported(app, tmp_path):
    upload(app)
    assert app.text_input[2].value == "sales-2023" or "sales-2023" in [field.value for field in app.text_input]
    assert not (tmp_path / "store").exists()


def test_an_import_ends_in_a_report_and_a_way_to_the_figures(app):
    upload(app)
    button(app, "Import").click().run()
    assert not app.exception
    assert [(metric.label, metric.value) for metric in app.metric] == [
        ("Rows read", "3"), ("Figures taken", "2"), ("Empty cells", "0"), ("Refused", "1"),
    ]  # fmt: skip
    assert "has a new release" in words(app)
    assert "explore?indicators=sales&country=" in words(app)
    explore = app.switch_page(str(ROOT / "indicators/ui/pages/explore.py"))
    explore.query_params["indicators"], explore.query_params["country"] = "sales", "DEU~FRA"
    explore.run()
    assert not explore.exception
    assert "Sales" in words(explore)


def test_the_same_file_again_says_that_nothing_changed(app):
    upload(app)
    button(app, "Import").click().run()
    button(app, "Import").click().run()
    assert "Nothing changed" in words(app)


def test_a_revised_file_shows_what_changed(app):
    upload(app)
    button(app, "Import").click().run()
    upload(app, TEXT.replace(b"2.5", b"2.75"), name="Sales 2023.csv")
    button(app, "Import").click().run()
    app.run()
    assert "0 new, 1 revised, 0 withdrawn" in words(app)


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"Firm,Amount\nA,1\n", b"\xff\xfe\x00"])
def test_what_cannot_be_read_is_a_sentence(app, content):
    upload(app, content)
    buttons = [one for one in app.button if one.label == "Import"]
    if buttons and not buttons[0].disabled:
        buttons[0].click().run()
    assert not app.exception
    assert app.error or "Not recognised yet" in words(app)


def test_all_that_is_not_recognised_is_said_in_one_box(app):
    upload(app, b"Firm,Kind\nA,big\nB,small\n")
    boxes = [box.value for box in app.info if "Not recognised yet" in box.value]
    assert len(boxes) == 1
    assert "a column of countries" in boxes[0]
    assert "a column of values" in boxes[0]
