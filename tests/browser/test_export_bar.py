"""Downloads, links and citations, by clicking for them, opened as others would open them."""

import io
import json
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pytest
import rispy

from indicators.charts.drawing import draw_chart
from indicators.exports.extract import Extract
from indicators.exports.formats import find_format
from indicators.exports.messages import SHEETS
from indicators.exports.pictures import PICTURE_SIZES, Camera
from indicators.exports.webpages import to_html
from indicators.model.periods import TimeSpan
from indicators.ui.messages import exploration as messages
from indicators.view import View
from indicators.view.getting import get_panel

ADDRESS = "/explore?indicators=gdp&country=RUS&time=2020..2024&unit=EUR"
NAMED = ("RUS", "CHN", "USA", "DEU", "FRA", "GBR", "ITA", "JPN", "ARE", "SAU", "CAF", "DOM")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chart(shared_page, open_chart):
    open_chart(shared_page, ADDRESS)
    return shared_page


@pytest.fixture
def explore(chart, wait_for_chart):
    """A page with a chart and no open dialog, even after a failed test."""
    if chart.get_by_role("dialog").count():
        chart.reload()
        wait_for_chart(chart)
    return chart


def close(page):
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("dialog").wait_for(state="detached")


def choose(page, label, option):
    page.get_by_role("dialog").get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()


def save_as(format):
    return messages.DOWNLOAD_AS.format(format=find_format(format).label)


def save_picture_as(format):
    return messages.DOWNLOAD_PICTURE.format(format=find_format(format).label, width=1920, height=1080)


def downloaded(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_data_as_shown_and_the_full_source_series(explore):
    explore.get_by_role("button", name=messages.DOWNLOAD, exact=True).click()
    name, content = downloaded(explore, save_as("csv"))
    table = pd.read_csv(io.BytesIO(content))
    assert name == "gdp.csv"
    assert table["Year"].tolist() == [2020, 2021, 2022, 2023, 2024]
    assert set(table["Unit"]) == {"EUR"}
    assert set(table["RateRule"]) == {"average"}
    assert table["Source"].str.startswith("World Bank (").all()

    explore.get_by_text(messages.FULL_SERIES).click()
    name, content = downloaded(explore, messages.DOWNLOAD_SERIES_AS.format(format="CSV"))
    behind = pd.read_csv(io.BytesIO(content))
    assert name == "gdp-all.csv"
    assert behind["Year"].min() < 1995
    assert set(behind["Unit"]) == {"USD"}
    assert behind["RateRule"].isna().all()
    explore.get_by_text(messages.AS_SHOWN).click()  # the choice is remembered
    close(explore)


def test_a_workbook_and_a_zip_are_made_on_request(explore):
    explore.get_by_role("button", name=messages.DOWNLOAD, exact=True).click()
    choose(explore, messages.FORMAT, find_format("xlsx").label)
    _, content = downloaded(explore, save_as("xlsx"))
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == [*SHEETS]
    choose(explore, messages.FORMAT, find_format("zip").label)
    _, content = downloaded(explore, save_as("zip"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        chart = json.loads(archive.read("metadata.json"))["chart"]
    assert chart["originalChartUrl"].endswith(ADDRESS)
    close(explore)


def test_pictures_include_title_source_and_link(explore):
    explore.get_by_role("button", name=messages.DOWNLOAD, exact=True).click()
    choose(explore, messages.FORMAT, find_format("png").label)
    choose(explore, messages.PICTURE_SIZE, PICTURE_SIZES["1920x1080"].label)
    name, content = downloaded(explore, save_picture_as("png"))
    assert name == "gdp.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1920, 1080)

    choose(explore, messages.FORMAT, find_format("svg").label)
    _, content = downloaded(explore, save_picture_as("svg"))
    root = ET.fromstring(content)
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    assert root.find(f"{SVG}desc").text.startswith("GDP, trillion EUR")
    for part in ("GDP, trillion EUR at annual average rates", "Source: World Bank", "/explore?indicators=gdp"):
        assert part in words

    choose(explore, messages.FORMAT, find_format("pdf").label)
    _, content = downloaded(explore, save_picture_as("pdf"))
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert rb"/Title (GDP, trillion EUR at annual average rates)" in content
    assert re.search(rb"/MediaBox \[0 0 1440 810\]", content)  # points: three quarters of a pixel
    close(explore)


def test_a_downloaded_page_opens_from_a_folder_without_requests(explore, tmp_path, wait_for_chart):
    explore.get_by_role("button", name=messages.DOWNLOAD, exact=True).click()
    choose(explore, messages.FORMAT, find_format("html").label)
    name, content = downloaded(explore, save_as("html"))
    path = tmp_path / name
    path.write_bytes(content)
    asked, faults = [], []
    page = explore.context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(path.as_uri())
    wait_for_chart(page)
    assert page.get_by_role("heading", level=1).inner_text() == "GDP, trillion EUR at annual average rates"
    assert page.get_by_role("row").count() == 6
    page.get_by_text("Converted from USD to EUR").first.wait_for()
    page.close()
    assert ([url for url in asked if url != path.as_uri()], faults) == ([], [])
    close(explore)


def test_share_gives_the_link_the_embed_code_and_the_code(explore):
    explore.get_by_role("button", name=messages.SHARE, exact=True).click()
    code = explore.get_by_test_id("stCode")
    code.get_by_text(ADDRESS, exact=False).wait_for()
    explore.get_by_text(messages.FREEZE).click()
    code.get_by_text(re.compile(r"asOf=\d{4}-\d\d-\d\d")).wait_for()
    choose(explore, messages.SHARE_AS, messages.EMBED_CODE)
    code.get_by_text("<iframe").wait_for()
    assert "embed=true" in code.inner_text()
    choose(explore, messages.SHARE_AS, "R")
    code.get_by_text("read.csv(").wait_for()
    close(explore)


def test_cite_gives_what_reference_managers_read(explore):
    explore.get_by_role("button", name=messages.CITE, exact=True).click()
    explore.get_by_test_id("stCode").get_by_text("World Bank (2026), processed by indicators.").wait_for()
    choose(explore, messages.CITATION_STYLE, "RIS")
    name, content = downloaded(explore, messages.DOWNLOAD_AS.format(format="RIS"))
    shown, source, rates = rispy.loads(content.decode())
    assert name == "gdp.ris"
    assert shown["urls"][0].endswith(ADDRESS)
    assert (source["authors"], rates["authors"]) == (["World Bank"], ["IMF"])
    close(explore)


def test_a_map_is_drawn_in_a_picture_and_in_a_page_without_a_network(shared_page, tmp_path):
    view = View(("gdp-per-capita",), time=TimeSpan.parse("2023"), tab="map")
    extract = Extract(get_panel(view), view, f"http://127.0.0.1:8501/explore?{view.address}")
    drawing = draw_chart(extract.panel, view)
    with Camera() as camera:
        root = ET.fromstring(camera.take(drawing, "svg", PICTURE_SIZES["800x500"]))
    countries = [path for path in root.iter(f"{SVG}path") if "choroplethlocation" in path.get("class", "")]
    assert len(countries) > 150
    path = tmp_path / "map.html"
    path.write_text(to_html(drawing, extract), encoding="utf-8")
    page = shared_page.context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector(".choroplethlocation", state="attached")
    assert page.locator(".choroplethlocation").count() > 150
    assert asked == [path.as_uri()]
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    page.wait_for_selector(".choroplethlocation", state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") == 360, "the page itself is as wide as a phone"
    page.close()


def test_names_in_a_picture_do_not_run_into_each_other(shared_page, tmp_path):
    """Whatever fonts the machine has: the picture brings its own."""
    view = View(("inflation",), NAMED, time=TimeSpan.parse("2000..2024"), chart="multiples")
    with Camera() as camera:
        picture = camera.take(draw_chart(get_panel(view), view), "svg", PICTURE_SIZES["1200x675"])
    page = shared_page.context.new_page()
    path = tmp_path / "inflation.svg"
    path.write_bytes(picture)
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("""document.fonts.check('bold 13px "Source Sans"')""")
    texts = page.locator("text.annotation-text").all()
    boxes = sorted((box for text in texts if (box := text.bounding_box())), key=lambda box: (box["y"], box["x"]))
    assert len(boxes) >= len(NAMED) + 3  # title with unit, subtitle, source
    for one, other in pairwise(boxes):
        beside = abs(one["y"] - other["y"]) < 2
        assert not beside or one["x"] + one["width"] <= other["x"]
    page.close()


def test_a_downloaded_page_is_laid_out_for_a_phone_too(shared_page, tmp_path):
    view = View(("inflation",), NAMED[:4], time=TimeSpan.parse("2000..2024"), chart="multiples")
    extract = Extract(get_panel(view), view)
    path = tmp_path / "inflation.html"
    path.write_text(to_html(draw_chart(extract.panel, view), extract), encoding="utf-8")
    page = shared_page.context.new_page()
    for width, shown, columns in ((1280, ".wide", 4), (390, ".narrow", 2)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        named = re.compile("Russia|China|United|Germany")  # of the drawings for light and dark, one is shown
        names = page.locator(f"{shown} text.annotation-text").filter(has_text=named, visible=True)
        names.first.wait_for()
        lefts = {round(name.bounding_box()["x"]) for name in names.all()}
        assert len(lefts) == columns
        assert page.locator(".wide, .narrow").filter(visible=True).count() == 1
    page.set_viewport_size({"width": 718, "height": 900})  # a sheet of paper, before anything is laid out again
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    page.close()


def test_an_embedded_chart_has_only_its_source_and_a_link_back(shared_page, open_chart):
    page = shared_page.context.new_page()
    open_chart(page, f"{ADDRESS}&embed=true")
    page.get_by_text("Source: World Bank").wait_for()
    back = page.get_by_role("link", name=messages.OPEN_DASHBOARD)
    assert back.get_attribute("href").endswith(ADDRESS)
    for name in (messages.DOWNLOAD, messages.SHARE, messages.CITE):
        assert page.get_by_role("button", name=name, exact=True).count() == 0
    assert [box for box in page.get_by_role("combobox").all() if box.is_visible()] == []
    assert [link for link in page.get_by_test_id("stTopNavLink").all() if link.is_visible()] == []
    page.close()
