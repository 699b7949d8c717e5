"""Boards as YAML files, the ready-made ones, and those of a user in the store."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.boards import (
    Board,
    BoardChart,
    delete_board,
    edit_board,
    find_board,
    list_boards,
    list_embedded_boards,
    read_board,
    write_board,
)
from indicators.boards.collection import make_board_id
from indicators.errors import DatasetFaultsError, IndicatorsError, StoreWarning, UnknownNameError, UsageError
from indicators.files.store_faults import find_edits, find_store_faults
from indicators.store import open_embedded_store
from indicators.view import View
from indicators.view.getting import get_panel

STORE = open_embedded_store()
EMBEDDED = list_embedded_boards()


@pytest.mark.parametrize("board", EMBEDDED, ids=lambda one: one.id)
def test_every_view_of_a_ready_made_board_is_understood_and_has_figures(board):
    for address in board.list_addresses():
        view, ignored = View.from_address(dict(parse_qsl(address)), STORE.catalogue)
        assert ignored == ()
        assert get_panel(view, STORE).frame["value"].notna().any(), address


@pytest.mark.parametrize("board", EMBEDDED, ids=lambda one: one.id)
def test_a_board_survives_writing(board):
    assert read_board(write_board(board)) == board


LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="<!")
WORDS = st.text(LETTERS, min_size=1, max_size=30)
CHARTS = st.builds(BoardChart, st.just("indicators=gdp&country=RUS~CHN"), WORDS | st.just(""), WORDS | st.just(""))


@settings(max_examples=40)
@given(
    st.lists(CHARTS, max_size=4), WORDS, st.sampled_from([1, 2, 3]), st.sampled_from(["", "RUS~CHN"]),
)  # fmt: skip
def test_any_board_survives_writing(charts, title, columns, country):
    board = Board("my-board", title, charts=tuple(charts), columns=columns, country=country)
    assert read_board(write_board(board)) == board


def test_shared_filters_fill_what_a_view_leaves_open_and_what_is_asked_for_wins():
    board = Board("a", "A", charts=(BoardChart("indicators=gdp"), BoardChart("indicators=gdp&country=DEU&time=2020")),
                  country="RUS~CHN", time="2000..latest")  # fmt: skip
    assert board.list_addresses() == (
        "indicators=gdp&country=RUS~CHN&time=2000..latest", "indicators=gdp&country=DEU&time=2020",
    )  # fmt: skip
    assert all("country=FRA" in one for one in board.list_addresses(country="FRA"))
    everywhere = Board("a", "A", charts=(BoardChart("indicators=gdp&country="),), country="RUS")
    assert everywhere.list_addresses() == ("indicators=gdp",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("- a\n", 1), ("title: A\ncharts: []\n", 1), ("id: A B\ntitle: A\n", 1), ("id: a\ntitle: ''\n", 2),
        ("id: a\ntitle: A\ntext: <script>\n", 3), ("id: a\ntitle: A\ntext: '![x](http://example.org/x.png)'\n", 3),
        ("id: a\ntitle: A\ncolumns: 7\n", 3), ("id: a\ntitle: A\ncharts:\n- view: country=RUS\n", 4),
        ("id: a\ntitle: A\ncharts:\n- title: x\n", 4), ("id: a\ntitle: A\nwhat: 1\n", 3), ("id: a\n\ttitle: A\n", 2),
        ("id: a\ntitle: &x A\ntext: *x\n", 3), ("[" * 5000, None), ("id: a\x00\n", 1),
    ],
)  # fmt: skip
def test_what_is_no_board_is_refused_with_its_line(text, line):
    with pytest.raises(DatasetFaultsError) as error:
        read_board(text)
    assert line is None or line in {fault.line for fault in error.value.faults}


def test_a_board_is_made_changed_found_and_deleted(tmp_path):
    store = str(tmp_path)
    edit_board("mine", lambda _: Board("mine", "Mine").add(BoardChart("indicators=gdp")), store)
    edit_board("mine", lambda kept: kept.add(BoardChart("indicators=inflation")), store)
    board = find_board("mine", store)
    assert [one.view for one in board.charts] == ["indicators=gdp", "indicators=inflation"]
    assert [one.view for one in board.move(0, 1).charts] == ["indicators=inflation", "indicators=gdp"]
    assert board.exchange(0, None).charts == board.charts[1:]
    aside = delete_board("mine", store)
    assert aside.exists()
    with pytest.raises(UnknownNameError):
        find_board("mine", store)


def test_two_tabs_do_not_lose_each_others_change(tmp_path):
    edit_board("mine", lambda _: Board("mine", "Mine"), str(tmp_path))

    def add(number):
        edit_board("mine", lambda kept: kept.add(BoardChart(f"indicators=gdp&time={number}")), str(tmp_path))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(2000, 2030)))
    times = {one.view.rpartition("=")[2] for one in find_board("mine", str(tmp_path)).charts}
    assert times == {str(year) for year in range(2000, 2030)}


def test_a_damaged_board_is_named_and_left_as_it_is(tmp_path):
    edit_board("good", lambda _: Board("good", "Good"), str(tmp_path))
    bad = tmp_path / "boards" / "bad.yaml"
    bad.write_text("title: [", encoding="utf-8")
    with pytest.warns(StoreWarning, match="bad"):
        assert [one.id for one in list_boards(str(tmp_path))][-1] == "good"
    with pytest.raises(DatasetFaultsError):
        edit_board("bad", lambda _: Board("bad", "Bad"), str(tmp_path))
    assert bad.read_text(encoding="utf-8") == "title: ["


def test_a_board_that_changed_without_being_saved_is_left_out_and_an_edited_one_is_shown(tmp_path):
    for text in ("One", "Two"):
        edit_board("mine", lambda _, text=text: Board("mine", "Mine", text=text), str(tmp_path))
    path = tmp_path / "boards" / "mine.yaml"
    time, whole = path.stat().st_mtime_ns, path.read_text()
    path.write_text(whole.replace("Mine", "Line"))
    os.utime(path, ns=(time, time))
    assert [fault.file for fault in find_store_faults(tmp_path)] == ["boards/mine.yaml"]
    with pytest.warns(StoreWarning, match="mine"):
        assert "mine" not in {board.id for board in list_boards(str(tmp_path))}
    with pytest.raises(DatasetFaultsError):
        edit_board("mine", lambda kept: kept, str(tmp_path))
    assert find_edits(tmp_path) == {}
    os.utime(path, ns=(time, time + 10**9))
    assert find_board("mine", str(tmp_path)).title == "Line"
    assert list(find_edits(tmp_path)) == ["boards/mine.yaml"]


@pytest.mark.parametrize("id", ["world-economy", "../outside", "A B", ""])
def test_a_ready_made_board_and_an_odd_id_are_refused(tmp_path, id):
    with pytest.raises(UsageError):
        edit_board(id, lambda _: Board(id, "X"), str(tmp_path))
    assert not (tmp_path.parent / "outside.yaml").exists()


def test_an_engine_keeps_no_boards():
    with pytest.raises(IndicatorsError):
        edit_board("mine", lambda _: Board("mine", "Mine"), "postgresql://nowhere/x")


def test_a_chart_is_on_a_board_once():
    board = Board("a", "A").add(BoardChart("indicators=gdp"))
    with pytest.raises(UsageError, match="already"):
        board.add(BoardChart("indicators=gdp", title="Again"))


def test_a_board_has_a_limit():
    full = replace(Board("a", "A"), charts=tuple(BoardChart(f"indicators=gdp&time={year}") for year in range(60)))
    with pytest.raises(UsageError, match="60"):
        full.add(BoardChart("indicators=gdp"))


@pytest.mark.parametrize(
    ("title", "id"), [("Inflation & rates", "inflation-rates"), ("Инфляция", "board"), ("", "board")]
)
def test_an_id_is_made_of_the_title(title, id):
    assert make_board_id(title) == id
    assert make_board_id(title, (id, f"{id}-2")) == f"{id}-3"
