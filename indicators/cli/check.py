"""Check the figures of a text: ``check`` and ``verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import JsonOption, StoreOption, print_note
from indicators.errors import UsageError
from indicators.model.formatting import count_noun

if TYPE_CHECKING:
    from indicators.claims.checked_texts import CheckedText
    from indicators.claims.silencing import Silence


def check_figures(
    texts: Annotated[
        list[str],
        typer.Argument(help="Files (text, Markdown, HTML, Word, PDF), folders, datasets, or - for standard input."),
    ],
    published: Annotated[
        str, typer.Option(help="The publication date, YYYY-MM-DD. Default: looked for in the text.")
    ] = "",
    language: Annotated[str, typer.Option(help="The language code, such as en. Default: detected.")] = "",
    format: Annotated[
        Literal["text", "markdown", "html", "json", "sarif"], typer.Option(help="The format of the report.")
    ] = "text",
    fail_on: Annotated[
        Literal["inconsistent", "explained", "unchecked", "never"],
        typer.Option(help="The mildest verdict for which the exit status is 1."),
    ] = "inconsistent",
    silence: Annotated[
        str, typer.Option(help="A file of accepted findings. Default: .indicators-check.yaml, if there is one.")
    ] = "",
    remember: Annotated[
        bool, typer.Option(help="Remember the verdicts, to show them for the same claim again.")
    ] = False,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Check whether the figures of texts add up.

    They are compared with each other, with exchange rates and with published figures. The exit status is 1 if
    something is inconsistent, and 2 if a text can't be read. Texts stay on this machine and are not stored.
    """
    from indicators.claims.checked_texts import CheckOptions, check_input, check_texts, list_texts
    from indicators.claims.earlier_verdicts import remember_verdicts
    from indicators.exports.reports import REPORT_FORMATS
    from indicators.files import find_store_location
    from indicators.store import open_store

    silences = _read_silences(silence)
    verdicts = find_store_location(store)
    options = CheckOptions(published, language or None, silences, verdicts)
    stream = typer.get_binary_stream("stdin") if "-" in texts else None
    rendering = REPORT_FORMATS["json" if as_json else format]
    if len(list_texts(texts)) == 1 and not Path(texts[0]).is_dir():
        checked = [check_input(texts[0], open_store(store), options, stream=stream)]
        alone = checked[0].report if rendering.id != "sarif" else None
    else:
        checked, alone = list(check_texts(texts, open_store(store), options, stream=stream)), None
    typer.echo(rendering.render_texts(checked) if alone is None else rendering.render(alone))
    if remember:
        new = sum(remember_verdicts(text.report, verdicts) for text in checked if text.report)
        print_note(messages.REMEMBERED.format(verdicts=count_noun(new, "new verdict", "new verdicts")))
    _note_unused(silences, checked)
    if any(text.error for text in checked):
        raise typer.Exit(2)
    if any(text.fails(fail_on) for text in checked):
        raise typer.Exit(1)


def _read_silences(silence: str) -> tuple[Silence, ...]:
    from indicators.claims.silencing import SILENCE_FILE, read_silences

    if not silence and not Path(SILENCE_FILE).is_file():
        return ()
    return read_silences(Path(silence or SILENCE_FILE))


def _note_unused(silences: tuple[Silence, ...], checked: list[CheckedText]) -> None:
    """Name the accepted findings that no text has any more; only a whole folder tells."""
    used = {finding.id for text in checked if text.report for finding in text.report.silenced}
    for silence in silences:
        if silence.finding not in used:
            print_note(messages.SILENCE_UNUSED.format(id=silence.finding))


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
