"""The command as it is typed."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from indicators.cli import app


@pytest.fixture(scope="session")
def run() -> Callable[..., Result]:
    """Run the command with these words, and a text on standard input."""

    def run(*words: str, text: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=text)

    return run
