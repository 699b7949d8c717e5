"""``board``."""

import pytest


def test_boards_are_listed_and_shown(run):
    assert "world-economy" in run("board", "list").stdout
    assert "indicators=" in run("board", "show", "trade").stdout


@pytest.mark.parametrize("suffix", ["html", "zip"])
def test_a_file_is_built(run, tmp_path, suffix):
    source, target = tmp_path / "mine.yaml", tmp_path / f"mine.{suffix}"
    source.write_text("id: mine\ntitle: Mine\ncharts:\n- view: indicators=gdp&country=RUS\n", encoding="utf-8")
    assert run("board", "build", str(source), "--output", str(target)).exit_code == 0
    assert target.stat().st_size > 10_000


@pytest.mark.parametrize(
    "arguments", [("show",), ("show", "trad"), ("build", "trade"), ("build", "trade", "--output", "x.docx")]
)
def test_what_is_not_understood_ends_with_status_2(run, arguments):
    result = run("board", *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_boards_are_validated(run, tmp_path):
    folder = tmp_path / "boards"
    folder.mkdir()
    (folder / "bad.yaml").write_text("id: bad\ntitle: Bad\ntext: <b>\n", encoding="utf-8")
    result = run("validate", str(folder / "bad.yaml"))
    assert result.exit_code == 1
    assert "bad.yaml:3" in result.stderr
