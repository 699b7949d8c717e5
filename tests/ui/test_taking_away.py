"""Download, Share and Cite open below every chart; what they hand over, the browser tests see."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = {
    "overview": ("", {}, "turnover"),
    "explore": ("explore.py", {"indicators": "gdp", "country": "RUS", "unit": "EUR", "time": "2020..2024"}, "gdp"),
    "convert": ("convert.py", {"amount": "1", "from": "RUB", "to": "USD", "year": "2024"}, "history"),
}


def opened(name, label):
    page, parameters, key = PAGES[name]
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for parameter, value in parameters.items():
        app.query_params[parameter] = value
    if page:
        app.switch_page(str(ROOT / "indicators/ui/pages" / page))
    app.run()
    app.button(key=f"{key} {label}").click().run()
    assert not app.exception
    return app, key


@pytest.mark.parametrize("name", PAGES)
def test_download_offers_every_form_and_where_there_is_more_everything_behind_it(name):
    app, key = opened(name, "Download")
    offered = app.selectbox(key=f"{key} download form").options
    assert {"CSV", "CSV (wide)", "Excel", "Zip archive", "Parquet", "JSON", "SDMX-CSV"} <= set(offered)
    assert any(option.startswith("PNG") for option in offered)
    scopes = [radio.key for radio in app.radio if radio.key == f"{key} download scope"]
    assert len(scopes) == (name != "convert")


def test_share_offers_link_embed_code_and_four_ways_to_the_same_figures():
    app, key = opened("explore", "Share")
    offered = app.selectbox(key=f"{key} share").options
    assert offered == ["Link", "Part of another page", "Command line", "Python", "R", "Excel"]


@pytest.mark.parametrize("name", ["overview", "convert"])
def test_figures_that_no_view_alone_gives_are_shared_by_their_address_only(name):
    app, key = opened(name, "Share")
    assert f"{key} share" not in [box.key for box in app.selectbox]
    assert app.code


@pytest.mark.parametrize("name", PAGES)
def test_cite_names_who_published_the_figures(name):
    app, key = opened(name, "Cite")
    assert app.selectbox(key=f"{key} style").options == ["Short", "Full", "BibTeX", "CSL-JSON", "RIS"]
    assert "Sources:" in app.code[-1].value


def test_the_address_opens_the_downloads_once():
    page, parameters, key = PAGES["explore"]
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for parameter, value in (parameters | {"overlay": "download-data"}).items():
        app.query_params[parameter] = value
    app.switch_page(str(ROOT / "indicators/ui/pages" / page)).run()
    assert f"{key} download form" in [box.key for box in app.selectbox]
    app.run()
    assert f"{key} download form" not in [box.key for box in app.selectbox]
