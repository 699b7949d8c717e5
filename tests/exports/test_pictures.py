"""Sizes of pictures, and what is said where none can be drawn; tests/browser draws them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.charts.drawing import draw_chart
from indicators.errors import ToolMissingError, UsageError
from indicators.exports import messages, pictures
from indicators.exports.pictures import PICTURE_SIZES, Camera, PictureSize, parse_picture_size
from indicators.model.periods import TimeSpan
from indicators.view import View
from indicators.view.getting import get_panel


@pytest.mark.parametrize("text", ["", "800", "0x0", "99999x99999", "800x-500", "ax5", "300x8000", "1200 675"])
def test_what_is_no_size_is_said(text):
    with pytest.raises(UsageError, match="such as 1200x675"):
        parse_picture_size(text)


@settings(max_examples=25)
@given(st.integers(300, 4000), st.floats(0.5, 3))
def test_a_picture_has_the_size_that_was_asked_for(converted, width, proportion):
    size = PictureSize(width, max(300, round(width / proportion)))
    figure, scale = pictures._lay_out(draw_chart(converted.panel, converted.view), size, converted.link)
    assert (int(figure.layout.width * scale), int(figure.layout.height * scale)) == (size.width, size.height)


def test_words_stand_inside(converted):
    figure, _ = pictures._lay_out(
        draw_chart(converted.panel, converted.view), PICTURE_SIZES["1200x675"], converted.link
    )
    words = " ".join(note.text for note in figure.layout.annotations)
    assert "Source: World Bank" in words
    assert "Exchange rates: IMF" in words
    assert "https://example.org/explore" in words


def test_a_picture_names_every_source_and_not_others():
    view = View(("digital-economy-turnover", "online-retail-sales", "inflation"), ("RUS",), chart="multiples")
    panel = get_panel(view)
    drawing = draw_chart(panel, view)
    figure, _ = pictures._lay_out(drawing, parse_picture_size("1200x675"), "")
    words = " ".join(note.text for note in figure.layout.annotations[::-1])  # the last line of the foot is the first
    assert "others" not in words
    assert drawing.credits in words
    assert all(origin.producer in drawing.credits for origin in panel.origins)


MULTIPLES = View(("inflation",), ("RUS", "CHN", "USA", "DEU"), time=TimeSpan.parse("2000..2024"), chart="multiples")


@pytest.mark.parametrize(("size", "columns"), [("1200x675", 2), ("1080x1080", 2), ("800x1200", 1), ("2400x600", 4)])
def test_small_plots_stand_as_fits_the_picture(size, columns):
    figure, scale = pictures._lay_out(draw_chart(get_panel(MULTIPLES), MULTIPLES), parse_picture_size(size), "")
    axes = [figure.layout[name] for name in ("xaxis", "xaxis2", "xaxis3", "xaxis4")]
    assert len({axis.domain[0] for axis in axes}) == columns
    up = figure.layout.yaxis.domain
    margin = figure.layout.margin
    height = (up[1] - up[0]) * (figure.layout.height - margin.t - margin.b)
    width = (axes[0].domain[1] - axes[0].domain[0]) * (figure.layout.width - margin.l - margin.r)
    assert 0.8 < width / height < 4
    assert scale <= 2  # words are not enlarged into posters


def test_a_picture_names_what_has_room_in_it():
    view = View(("gdp", "population"), ("RUS", "CHN", "USA", "DEU", "FRA", "GBR", "ITA", "JPN", "IND", "BRA"),
                time=TimeSpan.parse("2024"), chart="scatter")  # fmt: skip
    drawing = draw_chart(get_panel(view), view)
    figure, _ = pictures._lay_out(drawing, parse_picture_size("1200x675"), "")
    on_screen, in_picture = ({note.text for note in one.layout.annotations} for one in (drawing.figure, figure))
    countries = set(get_panel(view).frame["entity"])
    assert on_screen & countries < in_picture & countries


def test_without_a_browser_it_is_said_what_to_install(converted, monkeypatch):
    monkeypatch.setattr("choreographer.browsers.chromium.Chromium.find_browser", lambda **_: None)
    with Camera() as camera, pytest.raises(ToolMissingError, match="Install Chromium"):
        camera.take(draw_chart(converted.panel, converted.view), "png", PICTURE_SIZES["800x500"])


def test_without_kaleido_it_is_said_too(converted, monkeypatch):
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    assert pictures.explain_missing_browser() == messages.KALEIDO_MISSING


def test_a_browser_that_does_not_start_is_said(converted, monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr("choreographer.browsers.chromium.Chromium.find_browser", lambda **_: str(broken))
    with Camera() as camera, pytest.raises(ToolMissingError, match=messages.BROWSER_NOT_STARTED):
        camera.take(draw_chart(converted.panel, View()), "png", PICTURE_SIZES["800x500"])
