"""Download, Share and Cite open below every chart; the browser tests open the files."""

import pytest

from indicators.exports.formats import FILE_FORMATS
from indicators.ui.messages import exploration as messages

PAGES = {
    "overview": ("", "turnover"),
    "explore": ("indicators=gdp&country=RUS&unit=EUR&time=2020..2024", "gdp"),
    "convert": ("amount=1&from=RUB&to=USD&year=2024", "history"),
}


@pytest.mark.parametrize("page", PAGES)
def test_what_each_dialog_below_a_chart_offers(open_page, page):
    address, key = PAGES[page]
    app = open_page(page, address)
    app.button(key=f"{key} download").click().run()
    offered = app.selectbox(key=f"{key} download form").options
    assert offered == [format.label for format in FILE_FORMATS if format.id != "table"]
    scopes = [radio.options for radio in app.radio if radio.key == f"{key} download scope"]
    assert scopes == [[messages.AS_SHOWN, messages.FULL_SERIES]] * (page != "convert")

    app.run().button(key=f"{key} share").click().run()
    shared = [box.options for box in app.selectbox if box.key == f"{key} share as"]
    assert app.code
    if page == "explore":
        assert shared[0][:2] == [messages.LINK, messages.EMBED_CODE]
        assert shared[0][3:] == ["Python", "pandas", "R", "Excel", "Google Sheets"]
    else:
        assert not shared, "figures that no view gives are shared by their address only"

    app.run().button(key=f"{key} cite").click().run()
    assert app.selectbox(key=f"{key} style").options == list(messages.CITATION_STYLES.values())
    assert "Sources:" in app.code[-1].value
    assert not app.exception


def test_the_address_opens_the_downloads_once(explore):
    address, key = PAGES["explore"]
    app = explore(f"{address}&overlay=download-data")
    assert f"{key} download form" in [box.key for box in app.selectbox]
    app.run()
    assert f"{key} download form" not in [box.key for box in app.selectbox]
