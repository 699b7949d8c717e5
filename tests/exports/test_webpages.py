"""A web page that works offline and runs no text of the figures."""

import re

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.exports.extract import Extract
from indicators.exports.formats import find_format
from indicators.exports.saving import render
from indicators.exports.webpages import to_html
from indicators.view import View


def test_a_page_needs_no_network_and_tells_everything(converted):
    page = render(converted, find_format("html")).decode()
    head = page.partition("<script")[0]
    assert "default-src 'none'" in head
    assert " src=" not in head
    for said in (
        converted.panel.steps[-1].description.replace("'", "&#x27;"),
        "2.020 trillion EUR",
        "average: 1.0",
        "Accessed",
    ):
        assert said in page


def test_no_text_of_the_figures_becomes_a_part_of_the_page(hostile):
    bad = "</script><script>alert(1)</script>"
    frame = hostile.panel.frame.assign(entity=bad, publisher=bad, note=bad, said_by=bad)
    extract = type(hostile)(hostile.panel.with_frame(frame), link='javascript:alert("1")')
    page = to_html(draw_chart(extract.panel, View()), extract)
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_a_page_is_dark_where_the_browser_is_and_its_table_begins_with_the_newest_value_of_the_first_chosen():
    extract = Extract(ind.get("gdp", "CHN~RUS", unit="EUR"), View(("gdp",), ("RUS", "CHN"), unit="EUR"))
    page = to_html(draw_chart(extract.panel, extract.view), extract)
    assert "prefers-color-scheme: dark" in page
    assert page.count('class="dark"') == page.count('class="light"') == 2
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td>", page)
    assert rows[0][:2] == ("Russia", "2025")
    empty = [value == "no value" or "no " in value for _, _, value in rows]
    assert empty == sorted(empty), "rows without a value come last"
    assert any(empty)


def test_the_plot_does_not_repeat_the_unit_of_the_title_and_values_are_in_one_line_at_the_right():
    extract = Extract(ind.get("gdp", "RUS", "2015..2020"), View(("gdp",), ("RUS",)))
    drawing = draw_chart(extract.panel, extract.view)
    page = to_html(drawing, extract)
    assert '"text":"trillion USD"' not in page
    assert drawing.figure.layout.annotations, "the figure of the caller stays as it is"
    (before,) = re.findall(r'<table class="value-after-(\d)">', page)
    assert page.split("<thead>")[1].split("</th>")[int(before)].endswith(">Value")
    assert f".value-after-{before} tr > :nth-child({int(before) + 1})" in page
