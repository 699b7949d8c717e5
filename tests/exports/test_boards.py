"""Boards as a web page and an archive."""

import io
import zipfile

import pytest

from indicators.boards import Board, BoardChart, read_board
from indicators.errors import UsageError
from indicators.exports import boards
from indicators.exports.boards import make_board_figures, render_board
from indicators.store import open_embedded_store

BOARD = Board(
    "a", "A <b>", "Some *text*.",
    (
        BoardChart("indicators=gdp&country=RUS~CHN&time=2000..2024", "Output & more", "A *note*."),
        BoardChart("indicators=inflation&country=RUS&time=1900"), BoardChart("indicators=gdp&country=RUS&unit=bananas"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def figures():
    return list(make_board_figures(BOARD, open_embedded_store()))


def test_the_page_works_offline_with_data_and_sources(figures):
    page = render_board(BOARD, figures, "html").decode()
    assert "<title>A &lt;b&gt;</title>" in page
    assert "Output &amp; more" in page
    assert "<em>note</em>" in page
    assert "default-src 'none'" in page
    assert "World Development Indicators" in page
    assert page.count("<section>") == 3


def test_the_archive_has_the_board_and_the_data_of_each_chart(figures):
    with zipfile.ZipFile(io.BytesIO(render_board(BOARD, figures, "zip"))) as archive:
        names = archive.namelist()
        assert read_board(archive.read("board.yaml").decode()) == BOARD
        assert {"board.html", "SOURCES.txt"} <= set(names)
        assert archive.read(next(name for name in names if name.startswith("data/01"))).count(b"\n") > 40


def test_an_unknown_format_is_refused(figures):
    with pytest.raises(UsageError, match="html"):
        render_board(BOARD, figures, "docx")


def test_paper_has_a_picture_and_a_table_of_each_chart(figures, monkeypatch):
    class Camera:
        def __enter__(self):
            return self

        def __exit__(self, *error):
            pass

        def take(self, *_):
            return b"<svg></svg>"

    monkeypatch.setattr(boards, "Camera", Camera)
    monkeypatch.setattr(boards, "print_page", str.encode)
    page = render_board(BOARD, figures, "pdf").decode()
    drawn = [one.extract.panel.frame for one in figures if one.drawing is not None]
    assert page.count("<svg>") == len(drawn)
    filled = [frame for frame in drawn if len(frame)]
    assert page.count('<table class="values"') == len(filled) > 0
    assert page.count("<tr>") == sum(1 + frame["period"].nunique() for frame in filled)
