"""What all commands have in common: errors, exit statuses, encodings and help."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]


def _started(*words, **more):
    command = [sys.executable, "-m", "indicators", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **more)


def test_words_that_are_no_text_are_answered_with_a_sentence():
    result = _started("get", b"gd\xffp", "--country", b"\xfe")
    assert result.returncode == 2
    assert b"There is no indicator" in result.stderr
    assert b"Traceback" not in result.stderr


def test_figures_are_utf_8_whatever_the_locale():
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = _started("get", "population", "--country", "CIV", "--time", "2020", env=environment)
    assert result.returncode == 0, result.stderr
    assert result.stdout.decode("utf-8").splitlines()[1].startswith("Côte d")


def test_a_reader_that_stops_reading_gets_no_stack_trace(run):
    command = f"{sys.executable} -m indicators get population --time 1990..2020 | head -n 1"
    result = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False, text=True)
    assert result.stdout.startswith("Entity,Code,Year,")
    assert result.stderr == ""


def test_every_command_explains_itself(run):
    for command in ("list", "get", "cite", "validate", "build", "serve"):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert command in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["get", "gdpp"], "Nearest: gdp"),
        (["get", "gdp", "--country", "RUSS"], "Nearest: RUS"),
        (["get", "gdp", "--time", "banana"], "Found: banana"),
        (["get", "gdp", "--time", "99999"], "Found: 99999"),
        (["get", "gdp", "--as-of", "yesterday"], "not a valid date"),
        (["get", "~~~"], "indicator"),
        (["get", "'; DROP TABLE x;--"], "no indicator"),
        (["get", "gdp", "--country", "Я" * 4000], "no country"),
        (["cite", "nothing-like-it"], "no dataset or indicator"),
        (["get"], "INDICATOR"),
        (["get", "gdp", "--format", "xml"], "xml"),
    ],
)
def test_what_is_not_understood_exits_2_with_a_sentence(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said.casefold() in result.output.casefold()
    assert "Traceback" not in result.output


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)
OPTIONS = st.dictionaries(st.sampled_from(["--country", "--time", "--as-of"]), WORDS, max_size=3)


@settings(max_examples=25)
@given(WORDS, OPTIONS)
def test_whatever_the_words_the_answer_is_figures_or_a_sentence(run, indicator, options):
    words = [f"{name}={value}" for name, value in options.items()]
    result = run("get", *words, "--", indicator)
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert (result.exit_code == 2) == bool(result.stderr and not result.stdout)


@settings(max_examples=10)
@given(WORDS)
def test_whatever_is_cited_or_looked_for_there_is_no_stack_trace(run, text):
    for words in (["cite", "--", text], ["list", f"--search={text}"], ["list", "--json", f"--search={text}"]):
        result = run(*words)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.exit_code in (0, 2)
