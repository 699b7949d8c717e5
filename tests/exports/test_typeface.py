"""The letters that pictures and pages bring along."""

import base64
import re
import xml.etree.ElementTree as ET

import pytest

from indicators.charts.drawing import draw_chart
from indicators.exports import typeface
from indicators.exports.webpages import to_html


def test_the_letters_are_those_of_the_dashboard():
    content = re.search(r"base64,([^\"]+)", typeface.build_typeface_css()).group(1)
    assert base64.b64decode(content)[:4] == b"wOF2"


def test_a_page_brings_its_letters_along_and_may_use_them(converted):
    page = to_html(draw_chart(converted.panel, converted.view), converted)
    assert typeface.build_typeface_css() in page
    assert "font-src data:" in page


def test_a_page_draws_its_chart_in_them(converted):
    page = to_html(draw_chart(converted.panel, converted.view), converted)
    assert '"family":"\\"Source Sans\\",' in page
    assert '"family":"inherit"' not in page


def test_a_style_can_stand_in_an_svg():
    ET.fromstring(f"<svg><defs><style>{typeface.build_typeface_css()}</style></defs></svg>")


@pytest.fixture
def without_letters(monkeypatch):
    typeface.build_typeface_css.cache_clear()
    monkeypatch.setattr(typeface, "find_spec", lambda _: None)
    yield
    typeface.build_typeface_css.cache_clear()


def test_without_them_the_letters_of_the_machine_are_taken(without_letters):
    assert typeface.build_typeface_css() == ""
    assert typeface.build_embedding_script() == ""
