"""``watch``: what is printed and written, and the exit status."""

from __future__ import annotations

import json

import pytest


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: rate\n")


def bring(run, value, day):
    with open("rates.csv", "w") as file:  # noqa: PTH123
        file.write(f"Country;Year;Rate (%)\nPeru;2024;{value}\n")
    run("import", "rates.csv", "--dataset", "rates", "--vintage", day)


def test_the_exit_status_says_whether_something_happened(run, tmp_path):
    bring(run, 3, "2026-11-01")
    first = run("watch", "watch.yaml")
    assert (first.exit_code, first.stdout) == (0, "")
    bring(run, 4, "2026-11-02")
    then = run("watch", "watch.yaml", "--atom", "feed.xml")
    assert then.exit_code == 1
    assert "from 3% to 4%" in then.stdout
    assert "from 3% to 4%" in (tmp_path / "feed.xml").read_text(encoding="utf-8")
    assert run("watch", "watch.yaml").exit_code == 0
    listed = json.loads(run("watch", "watch.yaml", "--json").stdout)
    assert (listed["events"], len(listed["history"])) == ([], 1)


BOARD = """
id: rates
title: Rates
country: PER
charts:
  - view: indicators=rate
  - view: indicators=rate&transform=log
  - view: indicators=inflation&country=RUS
"""


@pytest.mark.parametrize("source", ["rates", "store/boards/rates.yaml"])
def test_a_board_is_watched_by_its_id_or_its_file(run, tmp_path, source):
    bring(run, 3, "2026-11-01")
    (tmp_path / "store" / "boards").mkdir()
    (tmp_path / "store" / "boards" / "rates.yaml").write_text(BOARD)
    assert "figures" in run("watch", source).stderr
    bring(run, 4, "2026-11-02")
    then = run("watch", source)
    assert (then.exit_code, then.stdout.count("\n")) == (1, 1)
    assert "from 3% to 4%" in then.stdout


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("id: empty\ntitle: Empty\ncharts: []\n", "no charts"),
        ("id: b\ntitle: B\ncharts:\n  - view: indicators=inflatoin\n", "inflation"),
        ("id: b\ncharts:\n  - view: indicators=inflation\n", "title"),
    ],
)
def test_a_board_that_can_not_be_watched_is_refused(run, tmp_path, text, shown):
    (tmp_path / "board.yaml").write_text(text)
    result = run("watch", "board.yaml")
    assert result.exit_code in (1, 2)
    assert shown in result.output


def test_an_unknown_board_is_named(run):
    assert "world-economy" in run("watch", "wrld-economy").output


def test_a_file_that_does_not_exist_is_named(run):
    result = run("watch", "nowhere.yaml")
    assert result.exit_code == 1
    assert "nowhere.yaml" in result.output
