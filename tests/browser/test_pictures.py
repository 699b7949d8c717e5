"""The pictures that pages show instead of charts: drawn anew with ``INDICATORS_DRAW_PICTURES=1``."""

import os
import re
from pathlib import Path

import plotly

import indicators as ind
from indicators.analysis.forecasts import imply_levels
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.plot_layout import drop_repeated_unit
from indicators.exports.typeface import build_typeface_css
from indicators.files import find_static_folder, read_embedded_catalogue
from indicators.ui.components.picture import PICTURE_FOLDER, name_picture
from indicators.view import View

SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FOLDER = find_static_folder() / PICTURE_FOLDER
WIDTHS = {False: 960, True: 360}  # of a chart in a wide and in a narrow window
DRAW = """async ({ text, width }) => {
  await document.fonts.load('13px "Source Sans"');
  const { data, layout } = JSON.parse(text), height = layout.height;
  return Plotly.toImage({ data, layout }, { format: 'svg', width, height, imageDataOnly: true });
}"""


def list_figures():
    """Each picture's figure, as Home draws it, and its width."""
    panel = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    events = [event for event in read_embedded_catalogue().events if "RUS" in event.areas]
    for narrow, width in WIDTHS.items():
        for ground in ("light", "dark"):
            drawing = draw_chart(panel, View(), ground=ground, narrow=narrow, events=events)
            drop_repeated_unit(drawing.figure, f"{drawing.title} · {drawing.subtitle}")
            yield drawing.figure, width


def test_every_picture_is_that_of_a_figure_as_it_is_drawn_now(request):
    figures = {name_picture(figure): (figure, width) for figure, width in list_figures()}
    if os.environ.get("INDICATORS_DRAW_PICTURES"):
        draw_pictures(figures, request.getfixturevalue("browser"))
    assert {file.name for file in FOLDER.iterdir()} == set(figures), "INDICATORS_DRAW_PICTURES=1 draws them"


def draw_pictures(figures, browser):
    page = browser.new_page()
    page.set_content(f"<style>{build_typeface_css()}</style><body></body>")
    page.add_script_tag(path=SCRIPT)
    for file in FOLDER.glob("*.svg"):
        file.unlink()
    for name, (figure, width) in figures.items():
        svg = page.evaluate(DRAW, {"text": figure.to_json(), "width": width})
        (FOLDER / name).write_text(shorten(svg) + "\n", encoding="utf-8")
    page.close()


def shorten(svg):
    """Two decimals are enough of a pixel."""
    return re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", svg)
