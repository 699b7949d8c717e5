"""The application that the commands belong to, and what all of them share: errors as sentences, ``--store``."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Annotated, ParamSpec

import typer

from indicators.errors import IndicatorsError, StoreWarning, UsageError

__all__ = ["StoreOption", "app", "said_plainly"]

_SETTING = "INDICATORS_STORE"
_Arguments = ParamSpec("_Arguments")

app = typer.Typer(
    name="indicators",
    help="Economic figures with their units, dates and sources.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


def _use_store(location: str) -> str:
    """Put ``--store`` into effect for this run of the command, and for the dashboard that it may start."""
    if location:
        os.environ[_SETTING] = location
    return location


StoreOption = Annotated[
    str,
    typer.Option(
        callback=_use_store, help=f"The folder of your own figures, or an engine; that of {_SETTING} if left out."
    ),
]
"""The option ``--store``, which its callback puts into effect."""


def said_plainly(command: Callable[_Arguments, None]) -> Callable[_Arguments, None]:
    """Errors and warnings of the library become sentences on standard error and an exit status, never a stack trace."""

    @wraps(command)
    def run(*arguments: _Arguments.args, **options: _Arguments.kwargs) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("always", StoreWarning)
            warnings.showwarning = _show  # restored on leaving
            try:
                command(*arguments, **options)
            except IndicatorsError as error:
                typer.echo(f"indicators: {error}", err=True)
                raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error

    return run


def _show(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,
    line: object = None,
) -> None:
    typer.echo(f"indicators: {message}", err=True)
