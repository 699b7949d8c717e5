"""The page that checks an article."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
TEXT = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "Nobody <script>alert(1)</script> knows."
)


@pytest.fixture
def page():
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(str(ROOT / "indicators/ui/pages/check.py")).run()
    assert not app.exception
    return app


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def words(app):
    parts = [*app.markdown, *app.caption, *app.info, *app.warning, *app.code]
    return " ".join(element.value for element in parts).replace("\\", "")


def read(app, text=TEXT):
    app.text_area[0].set_value(text)
    return press(app, "Read the figures")


def test_nothing_is_checked_before_the_reader_has_looked_the_figures_over(page):
    app = read(page)
    assert "4 figures found" in words(app)
    assert "What the checks say" not in words(app)


def test_the_verdicts_come_with_their_chain_and_the_report_with_a_citation(page):
    app = press(read(page), "Check these figures")
    text = words(app)
    assert "What the checks say" in text
    assert "+46.3%" in text
    assert "not a rise of 40%" in text
    assert "SHA-256" in text
    assert any("! inconsistent · Levels and growth" in expander.label for expander in app.expander)
    assert [button.label for button in app.get("download_button")] == [
        "Report as HTML",
        "Report as Markdown",
        "Report as JSON",
    ]


def test_the_text_is_shown_with_its_figures_marked_and_its_markup_as_text(page):
    app = read(page)
    shown = next(element.proto.body for element in app.get("html") if "read-text" in element.proto.body)
    assert shown.count("<mark") == 4
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown


def test_another_text_forgets_the_report_of_the_first(page):
    app = press(read(page), "Check these figures")
    app = read(app, "The fair gathered 1,700 companies.")
    assert "What the checks say" not in words(app)
    assert "1 figure found" in words(app)


def test_the_text_is_in_no_address_and_in_no_shared_cache(page):
    app = press(read(page), "Check these figures")
    assert dict(app.query_params) == {}
    other = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    other.switch_page(str(ROOT / "indicators/ui/pages/check.py")).run()
    assert "figures found" not in words(other)


def test_a_stored_article_is_checked_without_its_text(page):
    page.segmented_control[0].set_value("Stored").run()
    page.selectbox[0].set_value("Russia and China in technology: an article of IT Russia").run()
    app = press(press(page, "Read the figures"), "Check these figures")
    assert "17.14 trillion RUB (16.73 to 17.56)" in words(app)


@pytest.mark.parametrize("text", ["", "   ", "Nothing here.", "9" * 5000, "\u202e(((%%%$$$ 1e999 -- ~~~ [x](y) \x07"])
def test_no_text_breaks_the_page(page, text):
    app = read(page, text)
    assert "figures found" in words(app) or "There is no text yet" in words(app)


def test_a_cell_without_a_word_is_left_empty(page):
    table = read(page).dataframe[0].proto
    assert table.HasField("placeholder"), "Streamlit writes None into it otherwise"
    assert table.placeholder == ""
