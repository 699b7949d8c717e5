"""The command-line application: how a command is registered, and how its errors and progress are shown."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Annotated, Any

import typer

from indicators.errors import IndicatorsError, StoreWarning, UsageError

StoreOption = Annotated[
    str, typer.Option(help="The folder of your own figures, or the address of an engine. Default: INDICATORS_STORE.")
]
PublicUrlOption = Annotated[
    str, typer.Option(help="The address at which others see the dashboard, for links. Default: INDICATORS_PUBLIC_URL.")
]
DimensionOption = Annotated[
    list[str] | None, typer.Option(help="Series by sex, age or another dimension, such as sex=F~M. Repeatable.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def make_application(
    commands: Mapping[str, Callable[..., None]], settings: Mapping[str, Mapping[str, bool]]
) -> typer.Typer:
    """Make the application from its commands, in the order of the help, with what the parser is told about some.

    Errors and warnings of the library become sentences on standard error. The exit status is 2 if the request was not
    understood and 1 for any other error of the library.
    """
    app = typer.Typer(
        name="indicators",
        help="Cited economic figures with their units, dates and sources.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
        rich_markup_mode=None,
    )
    app.callback()(lambda: None)  # a single command keeps its name
    for name, function in commands.items():
        app.command(name, context_settings=dict(settings.get(name, {})))(_report_errors(function))
    return app


def _report_errors(function: Callable[..., None]) -> Callable[..., None]:
    @wraps(function)
    def run(*arguments: Any, **options: Any) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("always", StoreWarning)
            warnings.showwarning = lambda message, *_, **__: print_note(str(message))  # restored on leaving
            try:
                function(*arguments, **options)
            except IndicatorsError as error:
                print_note(str(error))
                raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error

    return run


def print_note(sentence: str) -> None:
    """Print a sentence on standard error, apart from the figures."""
    typer.echo(f"indicators: {sentence}", err=True)


@contextmanager
def show_progress() -> Iterator[Callable[[str, float], None]]:
    """Show a progress bar for each stage on standard error, if that is a terminal.

    Yields:
        A function to call with the stage and the part of it that is done, from 0 to 1.
    """
    from rich.console import Console
    from rich.progress import Progress, TaskID

    console = Console(stderr=True)
    bars = Progress(console=console, transient=True)
    tasks: dict[str, TaskID] = {}

    def show(stage: str, done: float) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=None if done == 0 else 1.0)
        bars.update(tasks[stage], completed=done)

    if not console.is_terminal:
        yield lambda _stage, _done: None
        return
    with bars:
        yield show
