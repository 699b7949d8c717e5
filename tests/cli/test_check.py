"""``check`` and ``verify``."""

import json

import pytest

from indicators.claims import messages

OFF = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "The key rate rose from 20% to 25%, up 5 per cent. The fair gathered 1,700 companies."
)
SOUND = "Sales reached 24 trillion rubles in 2024, up 46% from 16.4 trillion rubles a year earlier."


def test_a_text_that_does_not_add_up_ends_with_status_1_and_says_why(run):
    result = run("check", "-", "--published", "2025-09-29", text=OFF)
    assert result.exit_code == 1
    assert f"! {messages.LEVELS_AND_GROWTH}: a rise of 40%" in result.stdout
    assert "29 September 2025 (Bank of Russia), 83.6118 RUB per USD" in result.stdout
    assert "percentage points" in result.stdout


def test_a_sound_text_ends_with_status_0(run, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(SOUND, encoding="utf-8")
    result = run("check", str(path))
    assert result.exit_code == 0
    assert f"✓ {messages.LEVELS_AND_GROWTH}" in result.stdout


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
def test_every_format_says_the_same_verdict(run, format):
    result = run("check", "-", "--format", format, text=OFF)
    assert result.exit_code == 1
    assert "inconsistent" in result.stdout
    assert "46.3" in result.stdout


def test_json_is_for_machines_and_the_same_each_time(run):
    first, again = (run("check", "-", "--json", "--published", "2025-09-29", text=OFF) for _ in range(2))
    assert first.stdout == again.stdout
    content = json.loads(first.stdout)
    assert content["document"]["published"] == "2025-09-29"
    assert content["verdicts"]["inconsistent"] == 2
    assert 1700 in [claim["value"] for claim in content["claims"]]


def test_a_dataset_is_checked_like_a_text(run):
    result = run("check", "nbs", "--json")
    assert result.exit_code == 1
    assert "+2.9%" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "content", "says"),
    [
        (["no-such"], None, "There is no file or dataset 'no-such'"),
        (["nbss"], None, "Nearest: nbs"),
        (["-", "--published", "yesterday"], b"x", '"yesterday" is not a valid date'),
        (["-"], b"\xff\xfe\xff", "not plain text"),
        (["-"], b"\x00\x01", "not plain text"),
        (["-"], b"a" * 2_000_001, "too long"),
        (["."], None, "folder"),
    ],
)
def test_what_is_not_understood_ends_with_status_2(run, arguments, content, says):
    result = run("check", *arguments, text=content)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output


def test_a_text_without_figures_is_sound(run):
    result = run("check", "-", text="Nothing to see here.")
    assert (result.exit_code, result.stdout) == (0, messages.NO_FIGURES_FOUND + "\n")
