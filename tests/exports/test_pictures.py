"""Sizes of pictures, and what is said where none can be drawn; tests/browser draws them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.charts.drawing import draw
from indicators.errors import ToolMissingError, UsageError
from indicators.exports import pictures
from indicators.exports.pictures import PICTURE_SIZES, Camera, PictureSize, picture_format, picture_size
from indicators.view import View


@pytest.mark.parametrize("text", ["", "800", "0x0", "99999x99999", "800x-500", "ax5", "300x8000", "1200 675"])
def test_what_is_no_size_is_said(text):
    with pytest.raises(UsageError, match="such as 1200x675"):
        picture_size(text)


def test_there_is_no_other_form_of_picture():
    with pytest.raises(UsageError, match="png, svg, pdf"):
        picture_format("gif")


@settings(max_examples=25)
@given(st.integers(300, 4000), st.floats(0.5, 3))
def test_a_picture_has_the_size_that_was_asked_for(converted, width, proportion):
    size = PictureSize(width, max(300, round(width / proportion)))
    figure, scale = pictures._laid_out(draw(converted.panel, converted.view), size, converted.link)
    assert (int(figure.layout.width * scale), int(figure.layout.height * scale)) == (size.width, size.height)


def test_words_stand_inside(converted):
    figure, _ = pictures._laid_out(draw(converted.panel, converted.view), PICTURE_SIZES["1200x675"], converted.link)
    words = " ".join(note.text for note in figure.layout.annotations)
    assert "Source: World Bank" in words
    assert "https://example.org/explore" in words


def test_without_a_browser_it_is_said_what_to_install(converted, monkeypatch):
    monkeypatch.setattr("choreographer.browsers.chromium.Chromium.find_browser", lambda **_: None)
    with Camera() as camera, pytest.raises(ToolMissingError, match="Install Chromium or Chrome"):
        camera.take(draw(converted.panel, converted.view), "png", PICTURE_SIZES["800x500"])


def test_without_kaleido_it_is_said_too(converted, monkeypatch):
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    assert pictures.what_is_missing() == "Pictures of charts need the package kaleido: pip install kaleido."


def test_a_browser_that_does_not_start_is_said(converted, monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr("choreographer.browsers.chromium.Chromium.find_browser", lambda **_: str(broken))
    with Camera() as camera, pytest.raises(ToolMissingError, match="No browser could draw"):
        camera.take(draw(converted.panel, View()), "png", PICTURE_SIZES["800x500"])
