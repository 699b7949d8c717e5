import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.claims.reading import text_layout
from indicators.claims.reading.text_layout import PieceKind
from indicators.language.languages import load_vocabulary

LONG = "Sales of the three largest chains grew faster than those of the small shops, said the office."


def lay_out(text):
    return text_layout.lay_out(text, load_vocabulary("ru"))


def places(text):
    return [
        (piece.heading, piece.paragraph, piece.sentence)
        for piece in lay_out(text).pieces
        if piece.kind is PieceKind.SENTENCE
    ]


def test_paragraphs_are_counted_below_each_heading():
    text = f"Title of it\n\n{LONG}\n\n{LONG} It rose.\n\nSecond part\n\n{LONG}"
    assert places(text) == [("Title of it", 1, 1), ("Title of it", 2, 1), ("Title of it", 2, 2), ("Second part", 1, 1)]


def test_lines_without_empty_lines_between_are_paragraphs():
    assert places(f"Title of it\n{LONG}\n{LONG}") == [("Title of it", 1, 1), ("Title of it", 2, 1)]


def test_lines_broken_to_a_width_are_one_paragraph():
    first = "Sales of the three largest chains grew faster than those of"
    text = f"Title\n\n{first}\nthe small shops in every month of the last year, the office\nsaid. They rose."
    assert places(text) == [("Title", 1, 1), ("Title", 1, 2)]


def test_windows_line_ends_change_nothing():
    text = f"Title of it\n\n{LONG}\n\nSecond part\n\n{LONG}"
    assert places(text.replace("\n", "\r\n")) == places(text)


def test_menus_buttons_and_counters_are_the_page_s():
    text = f"bg\nEconomy\n19:55, 29 September 2025\nviews\n2\n\nTitle of it\n\n{LONG}\n\nlike\nfun\nLatest news\nnext"
    laid_out = lay_out(text)
    furniture = [text[piece.start : piece.end] for piece in laid_out.pieces if piece.kind is PieceKind.FURNITURE]
    assert laid_out.title == "Title of it"
    assert furniture == [
        "bg",
        "Economy",
        "19:55, 29 September 2025",
        "views",
        "2",
        "like",
        "fun",
        "Latest news",
        "next",
    ]


def test_lines_with_figures_are_not_a_menu():
    text = f"Title of it\n\n{LONG}\n\nRevenue: €4.2bn\nProfit: €612m\nStaff: 1,250"
    assert len(places(text)) >= 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. paid $3.5 bn. It grew.", 2),
        ("Mr. Li of Acme Inc. said so. It grew.", 2),
        ("Рост за 2024 г. составил 5 тыс. человек. Это много.", 2),
        ("Оборот — 5 млрд руб. По словам министра, это рекорд.", 2),
        ("规模达53.9万亿元。同比增长7%。", 2),
        ("“It grew.” She left. “Did it?”", 3),
        ("На ул. Ленина открыли 3 магазина.", 1),
    ],
)
def test_sentences_end_where_they_end(text, count):
    assert len(places(text)) == count


@given(st.text(alphabet='aБ一 .\n!?«»"0', max_size=120))
def test_pieces_lie_in_order_and_do_not_overlap(text):
    pieces = lay_out(text).pieces
    ends = [0, *(place for piece in pieces for place in (piece.start, piece.end))]
    assert ends == sorted(ends)
    assert all(text[piece.start : piece.end].strip() for piece in pieces)
