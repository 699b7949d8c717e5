"""A web page that works offline and runs no text of the figures."""

from indicators.charts.drawing import draw_chart
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
