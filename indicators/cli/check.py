"""The command ``check``: does a text add up?"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from indicators.cli.application import StoreOption, app, said_plainly

__all__ = ["check"]


class ReportFormat(StrEnum):
    """The forms in which a report is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class LanguageCode(StrEnum):
    """The languages that are read."""

    ENGLISH = "en"
    RUSSIAN = "ru"
    CHINESE = "zh"


@app.command()
@said_plainly
def check(
    text: Annotated[str, typer.Argument(help="A file of plain text, - for standard input, or a dataset.")],
    published: Annotated[
        str, typer.Option(help="The day it was printed, YYYY-MM-DD; looked for in it if left out.")
    ] = "",
    language: Annotated[LanguageCode | None, typer.Option(help="Its language; found out if left out.")] = None,
    format: Annotated[ReportFormat, typer.Option(help="How to print.")] = ReportFormat.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    store: StoreOption = "",
) -> None:
    """Check the figures of a text: against each other, dated rates, and what others published.

    Exit status 1 when something is inconsistent. The text stays on this machine and is not stored.
    """
    from indicators.claims.report import check_input
    from indicators.exports import reports
    from indicators.store import open_store

    stream = typer.get_binary_stream("stdin") if text == "-" else None
    report = check_input(text, open_store(), stream=stream, published=published, language=language and language.value)
    write = {
        ReportFormat.TEXT: reports.render_report_text,
        ReportFormat.MARKDOWN: reports.render_report_markdown,
        ReportFormat.HTML: reports.render_report_html,
        ReportFormat.JSON: reports.render_report_json,
    }
    typer.echo(write[ReportFormat.JSON if as_json else format](report))
    if report.is_inconsistent:
        raise typer.Exit(1)
