"""The command ``indicators verify``: whether stored figures still stand in the text they were read from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.cli.application import app, said_plainly
from indicators.errors import UsageError

if TYPE_CHECKING:
    from indicators.claims.verification import VerifiedClaim

__all__ = ["verify"]


@app.command()
@said_plainly
def verify(
    dataset: Annotated[str, typer.Argument(help="A dataset whose figures were read in a text.")],
    file: Annotated[Path, typer.Argument(help="The text, which stays on this machine and is not kept.")],
) -> None:
    """Check that each figure of a dataset still stands where it was read; exit status 1 when one does not."""
    from indicators.claims.verification import VerificationStatus
    from indicators.claims.verification import verify_dataset as verify_claims
    from indicators.files import read_embedded_catalogue

    catalogue = read_embedded_catalogue()
    checked = verify_claims(catalogue.find_dataset(dataset), _content(file), catalogue)
    for one in checked:
        typer.echo(_line(one))
    counts = {status: sum(one.status is status for one in checked) for status in VerificationStatus}
    typer.echo(", ".join(f"{count} {status.value}" for status, count in counts.items() if count) + ".")
    if counts[VerificationStatus.NOT_FOUND] or counts[VerificationStatus.OTHER_TEXT]:
        raise typer.Exit(1)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError("The text cannot be read.", found=str(file), hint=error.strerror) from error


def _line(one: VerifiedClaim) -> str:
    """``found       24 trillion RUB   under “…”, paragraph 1, sentence 2``."""
    from indicators.claims.wording import format_claim

    place = "" if one.claim.place is None else str(one.claim.place.locator)
    reason = f" ({one.reason})" if one.reason else ""
    return f"{one.status.value:<10}  {format_claim(one.claim)}: {place}{reason}"
