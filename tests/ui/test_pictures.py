"""The pictures that pages show instead of charts: a chart that looks different needs others."""

import indicators as ind
from indicators.analysis.forecasts import imply_levels
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.plot_layout import drop_repeated_unit
from indicators.files import find_static_folder, read_embedded_catalogue
from indicators.ui.components.picture import PICTURE_FOLDER, name_picture
from indicators.view import View

FOLDER = find_static_folder() / PICTURE_FOLDER
WIDTHS = {False: 960, True: 360}  # of a chart in a wide and in a narrow window
DRAW_AGAIN = "INDICATORS_DRAW_PICTURES=1 .venv/bin/pytest -m browser tests/browser/test_pictures.py"


def list_figures():
    """Each picture's figure, as Home draws it, and its width."""
    panel = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    events = [event for event in read_embedded_catalogue().events if "RUS" in event.areas]
    for narrow, width in WIDTHS.items():
        for ground in ("light", "dark"):
            drawing = draw_chart(panel, View(), ground=ground, narrow=narrow, events=events)
            drop_repeated_unit(drawing.figure, f"{drawing.title} · {drawing.subtitle}")
            yield drawing.figure, width


def test_every_picture_is_that_of_a_figure_as_it_is_drawn_now():
    drawn, needed = {file.name for file in FOLDER.iterdir()}, {name_picture(figure) for figure, _ in list_figures()}
    assert drawn == needed, f"Home's chart looks different now, and would load 5 MB. Draw its pictures: {DRAW_AGAIN}"


def test_home_shows_the_picture_of_its_chart(open_page):
    names = [one.proto.component_name for one in open_page().get("bidi_component")]
    assert any("picture" in name for name in names)
