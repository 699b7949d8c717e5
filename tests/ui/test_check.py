"""The page that checks an article."""

from datetime import date

import pytest

from indicators.exports.messages import NO_FIGURES_FOUND
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
def check(press):
    """Paste a text and check it."""

    def check(app, text=TEXT):
        app.text_area[0].set_value(text)
        return press(app, messages.CHECK_TEXT)

    return check


def shown_text(app):
    return next(element.proto.body for element in app.get("html") if "read-text" in element.proto.body)


def test_the_verdicts_come_at_once_beside_the_text(page, check, open_page):
    app = check(page)
    shown = shown_text(app)
    assert shown.count("<mark") == 4
    assert shown.count('<mark class="inconsistent"') == 3  # the growth and both levels
    assert "46.3%" in shown
    assert "SHA-256" in app.code[-1].value
    assert any("! inconsistent" in expander.label.replace("\\", "") for expander in app.expander)
    formats = ("HTML", "Markdown", "JSON")
    assert [one.label for one in app.get("download_button")] == [messages.REPORT_AS.format(format=f) for f in formats]
    assert "&lt;script&gt;" in shown, "its markup is shown as text"
    assert "<script>" not in shown
    assert app.dataframe[0].proto.HasField("placeholder"), "Streamlit writes None into an empty cell otherwise"
    assert app.dataframe[0].proto.placeholder == ""
    assert dict(app.query_params) == {}, "the text is in no address"
    assert not open_page("check").dataframe, "nor in a shared cache"


def test_the_date_is_asked_for_only_where_it_is_missing(page, check, read_text):
    assert messages.DATE_UNKNOWN in read_text(check(page))
    page.date_input[0].set_value(date(2025, 9, 29))
    assert messages.DATE_UNKNOWN not in read_text(check(page))


def test_another_text_replaces_the_report_of_the_first(page, check, read_text):
    app = check(check(page), "The fair gathered 1,700 companies.")
    assert "46.3%" not in shown_text(app)


def test_a_remembered_verdict_is_shown_with_the_same_claim_in_another_text(
    page, check, press, read_text, tmp_path, monkeypatch
):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    app = check(page, "Russia's GDP grew 40% in 2023.")
    press(app, messages.REMEMBER)
    assert "40%" not in read_text(check(page, "Nothing here."))
    app = check(page, "In 2023 the GDP of Russia grew by 40%, he said.")
    assert any("a rise of 40%" in caption.value for caption in app.caption)


def test_a_stored_article_is_checked_without_its_text(page, press, read_text):
    page.segmented_control[0].set_value("stored").run()
    title = read_embedded_catalogue().find_dataset("it-russia-2025-09-29").title
    page.selectbox[0].set_value(title).run()
    app = press(page, messages.CHECK_TEXT)
    assert "17.14 trillion RUB (16.73 to 17.56)" in read_text(app)


def test_no_text_breaks_the_page(page, check, read_text):
    for text in ("", "   ", "Nothing here.", "9" * 5000, "\u202e(((%%%$$$ 1e999 -- ~~~ [x](y) \x07"):
        app = check(page, text)
        assert (messages.NO_TEXT if not text.strip() else NO_FIGURES_FOUND) in read_text(app)
