"""The page that checks an article."""

import pytest

from indicators.files import read_embedded_catalogue
from indicators.ui.messages import check as messages

TEXT = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "Nobody <script>alert(1)</script> knows."
)


@pytest.fixture
def page(open_page):
    return open_page("check")


@pytest.fixture
def find(press):
    """Paste a text and find its figures."""

    def find(app, text=TEXT):
        app.text_area[0].set_value(text)
        return press(app, messages.FIND_FIGURES)

    return find


def has_report(app):
    return bool(app.get("download_button"))


def test_nothing_is_checked_before_the_figures_were_reviewed(page, find, read_text):
    app = find(page)
    assert messages.FIGURES_FOUND.format(figures="4 figures") in read_text(app)
    assert not has_report(app)


def test_the_verdicts_come_with_their_chain_and_the_report_with_a_citation(page, find, press, read_text):
    app = press(find(page), messages.CHECK_FIGURES)
    text = read_text(app)
    assert "46.3%" in text
    assert "SHA-256" in app.code[-1].value
    assert any("! inconsistent" in expander.label.replace("\\", "") for expander in app.expander)
    formats = ("HTML", "Markdown", "JSON")
    assert [one.label for one in app.get("download_button")] == [messages.REPORT_AS.format(format=f) for f in formats]


def test_the_text_is_shown_with_its_figures_marked_and_its_markup_as_text(page, find):
    app = find(page)
    shown = next(element.proto.body for element in app.get("html") if "read-text" in element.proto.body)
    assert shown.count("<mark") == 4
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown


def test_another_text_drops_the_report_of_the_first(page, find, press, read_text):
    app = press(find(page), messages.CHECK_FIGURES)
    app = find(app, "The fair gathered 1,700 companies.")
    assert not has_report(app)
    assert messages.FIGURES_FOUND.format(figures="1 figure") in read_text(app)


def test_the_text_is_in_no_address_and_in_no_shared_cache(page, find, press, open_page):
    app = press(find(page), messages.CHECK_FIGURES)
    assert dict(app.query_params) == {}
    assert not open_page("check").dataframe


def test_a_stored_article_is_checked_without_its_text(page, press, read_text):
    page.segmented_control[0].set_value("stored").run()
    title = read_embedded_catalogue().find_dataset("it-russia-2025-09-29").title
    page.selectbox[0].set_value(title).run()
    app = press(press(page, messages.FIND_FIGURES), messages.CHECK_FIGURES)
    assert "17.14 trillion RUB (16.73 to 17.56)" in read_text(app)


@pytest.mark.parametrize("text", ["", "   ", "Nothing here.", "9" * 5000, "\u202e(((%%%$$$ 1e999 -- ~~~ [x](y) \x07"])
def test_no_text_breaks_the_page(page, find, read_text, text):
    app = find(page, text)
    found = messages.FIGURES_FOUND.rpartition("}")[2]
    assert (messages.NO_TEXT if not text.strip() else found) in read_text(app)


def test_a_cell_without_a_word_is_left_empty(page, find):
    table = find(page).dataframe[0].proto
    assert table.HasField("placeholder"), "Streamlit writes None into it otherwise"
    assert table.placeholder == ""
