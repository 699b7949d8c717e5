"""The page Boards."""

import pytest

from indicators.boards import Board, BoardChart, edit_board, find_board, list_embedded_boards
from indicators.ui.messages import boards as messages


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    return str(tmp_path)


def test_every_ready_made_board_is_listed(open_page):
    labels = " ".join(link.proto.label for link in open_page("boards").get("page_link"))
    assert all(board.title in labels for board in list_embedded_boards())


def test_a_board_shows_its_charts_and_can_be_downloaded(open_page):
    page = open_page("boards", "board=inflation-and-rates")
    assert len(page.get("plotly_chart")) == len(find_board("inflation-and-rates").charts)
    assert [one.label for one in page.get("download_button")] == [
        *(label for label, _ in messages.FORMATS.values()), messages.YAML
    ]  # fmt: skip


def test_an_unknown_board_is_said(open_page):
    assert any("nowhere" in one.value for one in open_page("boards", "board=nowhere").warning)


def test_a_chart_is_moved_removed_and_put_back(open_page, press, store):
    charts = tuple(BoardChart(f"indicators={id}&country=RUS&time=2020") for id in ("gdp", "population"))
    edit_board("mine", lambda _: Board("mine", "Mine", charts=charts), store)
    page = open_page("boards", "board=mine")
    page.toggle[0].set_value(True).run()
    page = press(page, messages.DOWN)
    assert find_board("mine", store).charts == charts[::-1]
    page = press(page, messages.REMOVE)
    assert len(find_board("mine", store).charts) == 1
    press(page, messages.UNDO)
    assert find_board("mine", store).charts == charts[::-1]


def test_an_undo_does_not_overwrite_what_another_tab_did(open_page, press, store):
    charts = tuple(BoardChart(f"indicators={id}&country=RUS&time=2020") for id in ("gdp", "population"))
    edit_board("mine", lambda _: Board("mine", "Mine", charts=charts), store)
    page = open_page("boards", "board=mine")
    page.toggle[0].set_value(True).run()
    page = press(page, messages.REMOVE)
    edit_board("mine", lambda kept: kept.add(BoardChart("indicators=inflation")), store)
    press(page, messages.UNDO)
    assert [one.view for one in find_board("mine", store).charts][-1] == "indicators=inflation"


def test_a_view_is_added_to_a_new_board_from_explore(explore, press, store):
    page = explore("indicators=gdp&country=RUS~CHN&time=2000..2024")
    press(page, messages.ADD_TO_BOARD)
    next(one for one in page.text_input if one.label == messages.NEW_TITLE).set_value("My figures")
    press(page, messages.ADD_TO_BOARD)  # every run of a test is one of the whole page, which closes dialogs
    page.button(key="gdp boards").click()
    page.button(key="gdp add to board").click().run()
    assert not page.exception
    (chart,) = find_board("my-figures", store).charts
    assert chart.view == "indicators=gdp&country=RUS~CHN&time=2000..2024"


def find_field(page, label):
    return next(one for kind in (page.text_input, page.text_area) for one in kind if one.label == label)


def test_a_title_and_a_note_changed_in_two_tabs_are_both_kept(open_page, store):
    edit_board("mine", lambda _: Board("mine", "Mine", charts=(BoardChart("indicators=gdp&country=RUS"),)), store)
    tabs = [open_page("boards", "board=mine") for _ in range(2)]
    for tab in tabs:
        tab.toggle[0].set_value(True).run()
    find_field(tabs[0], messages.CHART_TITLE).set_value("From one").run()
    find_field(tabs[1], messages.CHART_NOTE).set_value("From two").run()
    find_field(tabs[1], messages.BOARD_TITLE).set_value("Ours").run()
    kept = find_board("mine", store)
    assert (kept.title, kept.charts[0].title, kept.charts[0].note) == ("Ours", "From one", "From two")


def test_what_could_not_be_read_again_is_refused(open_page, read_text, store):
    edit_board("mine", lambda _: Board("mine", "Mine", charts=(BoardChart("indicators=gdp&country=RUS"),)), store)
    page = open_page("boards", "board=mine")
    page.toggle[0].set_value(True).run()
    find_field(page, messages.BOARD_TEXT).set_value("<script>alert(1)</script>").run()
    assert "without HTML" in read_text(page)
    assert find_board("mine", store).text == ""
