"""Check the figures of a text: ``check`` and ``verify``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import JsonOption, StoreOption
from indicators.errors import UsageError

__all__ = ["check_figures", "verify_figures"]


def check_figures(
    text: Annotated[str, typer.Argument(help="A plain-text file, - for standard input, or a dataset.")],
    published: Annotated[
        str, typer.Option(help="The publication date, YYYY-MM-DD. Default: looked for in the text.")
    ] = "",
    language: Annotated[str, typer.Option(help="The language code, such as en. Default: detected.")] = "",
    format: Annotated[
        Literal["text", "markdown", "html", "json"], typer.Option(help="The format of the report.")
    ] = "text",
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Check whether the figures of a text add up.

    They are compared with each other, with exchange rates and with published figures. The exit status is 1 if
    something is inconsistent. The text stays on this machine and is not stored.
    """
    from indicators.claims.report import check_input
    from indicators.exports.reports import REPORT_FORMATS
    from indicators.store import open_store

    stream = typer.get_binary_stream("stdin") if text == "-" else None
    report = check_input(text, open_store(store), stream=stream, published=published, language=language or None)
    typer.echo(REPORT_FORMATS["json" if as_json else format].render(report))
    if report.is_inconsistent:
        raise typer.Exit(1)


def verify_figures(
    dataset: Annotated[str, typer.Argument(help="A dataset whose figures were read from a text.")],
    file: Annotated[Path, typer.Argument(help="The text; it stays on this machine and is not stored.")],
) -> None:
    """Check that the figures of a dataset are in its text.

    The exit status is 1 if one is not.
    """
    from indicators.claims.verification import VerificationStatus, verify_dataset
    from indicators.claims.wording import format_claim
    from indicators.files import read_embedded_catalogue

    catalogue = read_embedded_catalogue()
    checked = verify_dataset(catalogue.find_dataset(dataset), _read(file), catalogue)
    for one in checked:
        place = "" if one.claim.place is None else str(one.claim.place.locator)
        reason = f" ({one.reason})" if one.reason else ""
        typer.echo(f"{one.status.value:<10}  {format_claim(one.claim)}: {place}{reason}")
    counts = {status: sum(one.status is status for one in checked) for status in VerificationStatus}
    typer.echo(", ".join(f"{count} {status.value}" for status, count in counts.items() if count) + ".")
    if counts[VerificationStatus.NOT_FOUND] or counts[VerificationStatus.OTHER_TEXT]:
        raise typer.Exit(1)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(messages.UNREADABLE_FILE, found=str(file), hint=error.strerror) from error
