"""Add data: an upload is reviewed, corrected, imported and seen at once."""

import pytest

from indicators.ui.messages import add_data as messages

TEXT = b"Country,Year,Sales (million EUR)\nGermany,2023,1.5\nFrance,2023,2.5\nFrnce,2024,3\n"


@pytest.fixture
def app(tmp_path, monkeypatch, open_page):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    return open_page("add_data")


def upload(app, content=TEXT, name="Sales 2023.csv"):
    app.file_uploader[0].upload(name, content, "text/csv").run()
    assert not app.exception
    return app


def test_the_page_says_where_the_figures_stay(app, tmp_path, read_text):
    assert str(tmp_path / "store") in read_text(app)


def test_an_upload_is_shown_before_it_is_imported(app, tmp_path):
    upload(app)
    assert "sales-2023" in [field.value for field in app.text_input]
    assert not (tmp_path / "store").exists()


def test_an_import_ends_in_a_report_and_a_way_to_the_figures(app, open_page, press, read_text):
    press(upload(app), messages.IMPORT)
    assert [(metric.label, metric.value) for metric in app.metric] == [
        (messages.ROWS_READ, "3"), (messages.VALUES_IMPORTED, "2"), (messages.EMPTY_CELLS, "0"),
        (messages.ROWS_REFUSED, "1"),
    ]  # fmt: skip
    assert app.success
    assert "explore?indicators=sales&country=" in read_text(app)
    assert "Sales" in read_text(open_page("explore", "indicators=sales&country=DEU~FRA"))


def test_the_same_file_again_says_that_nothing_changed(app, press, read_text):
    upload(app)
    press(app, messages.IMPORT)
    press(app, messages.IMPORT)
    assert messages.SAME_DATA.format(dataset="sales-2023") in read_text(app)


def test_a_revised_file_shows_what_changed(app, press, read_text):
    press(upload(app), messages.IMPORT)
    press(upload(app, TEXT.replace(b"2.5", b"2.75")), messages.IMPORT)
    app.run()
    assert "0 new, 1 revised, 0 withdrawn" in read_text(app)


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"Firm,Amount\nA,1\n", b"\xff\xfe\x00"])
def test_what_cannot_be_read_is_an_error_or_a_question(app, content):
    upload(app, content)
    buttons = [one for one in app.button if one.label == messages.IMPORT]
    if buttons and not buttons[0].disabled:
        buttons[0].click().run()
    assert not app.exception
    assert app.error or list_missing(app)


def list_missing(app):
    start = messages.COLUMNS_MISSING.partition("{")[0]
    return [box.value for box in app.info if box.value.startswith(start)]


def test_all_that_is_not_recognised_is_in_one_box(app):
    (box,) = list_missing(upload(app, b"Firm,Kind\nA,big\nB,small\n"))
    assert "countr" in box
    assert "value" in box


def test_what_is_decided_is_shown_before_the_import_and_can_be_changed(app, read_text):
    upload(app, b"Country,Date,Sales (EUR mn)\nGermany,2023-01-01,1.5\nGermany,2023-02-01,2.5\n")
    shown = [frame.value for frame in app.dataframe if messages.COLUMN_DECISION in frame.value]
    assert {"Decimal mark", "Unit", "Frequency"} <= set(shown[0][messages.COLUMN_DECISION])
    assert "monthly" in set(shown[0][messages.COLUMN_CHOSEN])
    next(field for field in app.selectbox if field.label == messages.DATES).set_value("days").run()
    shown = [frame.value for frame in app.dataframe if messages.COLUMN_DECISION in frame.value]
    assert "Frequency" not in set(shown[0][messages.COLUMN_DECISION])


def test_what_a_file_leaves_open_is_asked_before_the_import(app, press, read_text):
    upload(app, b"Country\tYear\tSales (EUR)\nGermany\t2023\t1.234\n", "sales.tsv")
    assert any("--decimal" in one.value for one in app.warning)
    next(field for field in app.selectbox if field.label == messages.DECIMAL_MARK).set_value(",").run()
    assert not app.warning
    press(app, messages.IMPORT)
    assert app.success


def test_areas_of_the_users_own_and_units_can_be_declared(app, press, read_text):
    upload(app, b"Region,Year,Sales (Kcs)\nBohemia,2023,1\nMoravia,2023,2\nPeru,2023,3\n", "sales.csv")
    app.text_area[0].set_value("units: {Kcs: million CZK}").run()
    next(box for box in app.checkbox if box.label == messages.OWN_AREAS).check().run()
    press(app, messages.IMPORT)
    assert {metric.label: metric.value for metric in app.metric}[messages.VALUES_IMPORTED] == "3"
    app.text_area[0].set_value("unit: {").run()
    assert app.error
    assert not app.exception


def test_what_will_be_imported_is_shown_as_it_is_read_with_what_will_be_refused(app, tmp_path, read_text):
    upload(app, b"Country;Year;Sales (million EUR)\nGermany;2023;1.034,5\nFrance;2023;2,5\nFrnce;2024;3\n")
    figures = messages.WILL_BE_IMPORTED.format(figures="2 figures", refused="1 row or cell")
    assert figures in read_text(app)
    tables = [table.value for table in app.dataframe]
    assert [list(table["Value as read"]) for table in tables if "Value as read" in table] == [
        ["1.0345 billion EUR", "2.5 million EUR"]
    ]
    assert any("Frnce" in table.to_string() for table in tables)
    assert not (tmp_path / "store").exists()
