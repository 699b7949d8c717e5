"""Download, Share and Cite open below every chart; the browser tests open the files."""

import pytest

from indicators.exports.formats import FILE_FORMATS
from indicators.ui.messages import exploration as messages

PAGES = {
    "overview": ("", "turnover"),
    "explore": ("indicators=gdp&country=RUS&unit=EUR&time=2020..2024", "gdp"),
    "convert": ("amount=1&from=RUB&to=USD&year=2024", "history"),
}


@pytest.fixture(scope="module")
def open_dialog(open_page):
    """Open a page, and a dialog below its chart."""

    def open_dialog(page, dialog):
        address, key = PAGES[page]
        app = open_page(page, address)
        app.button(key=f"{key} {dialog}").click().run()
        assert not app.exception
        return app, key

    return open_dialog


@pytest.mark.parametrize("page", PAGES)
def test_download_offers_every_format_and_the_full_source_series_where_there_is_one(open_dialog, page):
    app, key = open_dialog(page, "download")
    offered = app.selectbox(key=f"{key} download form").options
    assert offered == [format.label for format in FILE_FORMATS if format.id != "table"]
    scopes = [radio.options for radio in app.radio if radio.key == f"{key} download scope"]
    assert scopes == [[messages.AS_SHOWN, messages.FULL_SERIES]] * (page != "convert")


def test_share_offers_link_embed_code_and_ways_to_the_same_figures(open_dialog):
    app, key = open_dialog("explore", "share")
    offered = app.selectbox(key=f"{key} share as").options
    assert offered[:2] == [messages.LINK, messages.EMBED_CODE]
    assert offered[3:] == ["Python", "pandas", "R", "Excel", "Google Sheets"]


@pytest.mark.parametrize("page", ["overview", "convert"])
def test_figures_that_no_view_gives_are_shared_by_their_address_only(open_dialog, page):
    app, key = open_dialog(page, "share")
    assert f"{key} share as" not in [box.key for box in app.selectbox]
    assert app.code


@pytest.mark.parametrize("page", PAGES)
def test_cite_offers_every_style_and_names_the_sources(open_dialog, page):
    app, key = open_dialog(page, "cite")
    assert app.selectbox(key=f"{key} style").options == list(messages.CITATION_STYLES.values())
    assert "Sources:" in app.code[-1].value


def test_the_address_opens_the_downloads_once(explore):
    address, key = PAGES["explore"]
    app = explore(f"{address}&overlay=download-data")
    assert f"{key} download form" in [box.key for box in app.selectbox]
    app.run()
    assert f"{key} download form" not in [box.key for box in app.selectbox]
