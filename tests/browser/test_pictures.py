"""The pictures that pages show instead of charts: drawn anew with ``INDICATORS_DRAW_PICTURES=1``."""

import os
import re
from pathlib import Path

import plotly
import pytest

from indicators.exports.typeface import build_typeface_css
from indicators.ui.components.picture import name_picture
from tests.ui.test_pictures import FOLDER, list_figures

SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
DRAW = """async ({ text, width }) => {
  await document.fonts.load('13px "Source Sans"');
  const { data, layout } = JSON.parse(text), height = layout.height;
  return Plotly.toImage({ data, layout }, { format: 'svg', width, height, imageDataOnly: true });
}"""


@pytest.mark.skipif("INDICATORS_DRAW_PICTURES" not in os.environ, reason="INDICATORS_DRAW_PICTURES=1 draws them")
def test_pictures_are_drawn(browser):
    page = browser.new_page()
    page.set_content(f"<style>{build_typeface_css()}</style><body></body>")
    page.add_script_tag(path=SCRIPT)
    for file in FOLDER.glob("*.svg"):
        file.unlink()
    for figure, width in list_figures():
        svg = page.evaluate(DRAW, {"text": figure.to_json(), "width": width})
        (FOLDER / name_picture(figure)).write_text(shorten(svg) + "\n", encoding="utf-8")
    page.close()


def shorten(svg):
    """Two decimals are enough of a pixel."""
    return re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", svg)
