"""What README.md promises: two lines that are enough, and examples that print what they say."""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(?P<language>[^\n]*)\n(?P<body>.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
SHELL_WORDS = re.compile(r"[|<>;&]")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text and the line of README.md on which the text begins."""

    language: str
    body: str
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """A command after ``$`` and the output printed under it."""

    command: str
    expected: str
    line: int


def _blocks() -> list[Block]:
    return [
        Block(match["language"].strip(), match["body"], TEXT.count("\n", 0, match.start("body")) + 1)
        for match in FENCE.finditer(TEXT)
    ]


def _examples() -> list[Example]:
    examples = []
    for block in _blocks():
        if block.language != "console":
            continue
        parts = re.split(r"^\$ (.*)\n", block.body, flags=re.MULTILINE)
        line = block.line + parts[0].count("\n")
        for command, expected in zip(parts[1::2], parts[2::2], strict=True):
            examples.append(Example(command, expected, line))
            line += 1 + expected.count("\n")
    return examples


def _pattern(expected: str) -> re.Pattern[str]:
    """A line that is only ``…`` stands for any lines, ``…`` within a line for any text."""
    lines = []
    for line in expected.splitlines():
        if line.strip() == "…":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(".*".join(re.escape(part) for part in line.rstrip().split("…")) + " *\n")
    return re.compile("".join(lines))


def _printed(command: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    if words[0] != "indicators" or SHELL_WORDS.search(command):
        scripts = Path(sys.executable).parent
        monkeypatch.setenv("PATH", str(scripts), prepend=os.pathsep)
        run = subprocess.run(
            ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return run.stdout
    from indicators.cli import main

    monkeypatch.setattr(sys, "argv", words)
    with contextlib.suppress(SystemExit):  # the command's own tests hold its exit codes
        main()
    printed = capfd.readouterr()
    return printed.out + printed.err


@pytest.mark.parametrize(("place", "holds"), [(0, "indicators serve"), (1, "pytest")])
def test_each_of_the_first_two_blocks_is_one_line(place: int, holds: str) -> None:
    lines = _blocks()[place].body.splitlines()
    assert len(lines) == 1
    assert holds in lines[0]


def test_readme_has_examples_of_the_command_and_of_the_library() -> None:
    assert _examples()
    assert any(block.language == "python" for block in _blocks())


def test_every_command_example_shows_some_of_its_output() -> None:
    assert [example.command for example in _examples() if not example.expected.strip("… \n")] == []


@pytest.mark.parametrize("example", _examples(), ids=lambda example: f"line-{example.line}")
def test_command_prints_what_the_readme_shows(
    example: Example,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)  # an example that writes a file writes it there
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    printed = _printed(example.command, monkeypatch, capfd)
    assert _pattern(example.expected).fullmatch(printed), (
        f"README.md:{example.line}: $ {example.command}\n\nprinted:\n{printed}\nexpected:\n{example.expected}"
    )


def test_python_examples_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    parser = doctest.DocTestParser()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    names: dict[str, object] = {}  # one reader reads all the blocks, from the top
    report: list[str] = []
    for block in _blocks():
        if block.language == "python" and ">>>" in block.body:
            test = parser.get_doctest(block.body, names, "README.md", "README.md", block.line - 1)
            runner.run(test, out=report.append, clear_globs=False)
            names = test.globs
    assert not runner.summarize(verbose=False).failed, "".join(report)
