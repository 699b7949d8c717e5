"""Boards: ``board list``, ``board show`` and ``board build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import PublicUrlOption, StoreOption, print_note
from indicators.errors import UsageError
from indicators.model.formatting import align_columns

if TYPE_CHECKING:
    from indicators.boards import Board


def use_boards(
    action: Annotated[Literal["list", "show", "build"], typer.Argument(help="list, show or build.")],
    board: Annotated[str, typer.Argument(help="The id of a board, or a file.")] = "",
    output: Annotated[Path | None, typer.Option(help="The file to build: .html, .pdf or .zip.")] = None,
    country: Annotated[str, typer.Option(help="Countries instead of those of the board, joined by ~.")] = "",
    time: Annotated[str, typer.Option(help="A time instead of that of the board.")] = "",
    public_url: PublicUrlOption = "",
    store: StoreOption = "",
) -> None:
    """List boards, show one as YAML, or build one as a page, a PDF or an archive."""
    from indicators.boards import list_boards, write_board
    from indicators.exports.links import find_public_url

    if action == "list":
        rows = [(one.id, one.title, f"{len(one.charts)}") for one in list_boards(store)]
        typer.echo("\n".join(align_columns(rows, right=[2])))
    elif not board:
        raise UsageError(messages.NAME_BOARD, hint=messages.BOARD_HINT)
    elif action == "show":
        typer.echo(write_board(_find(board, store)), nl=False)
    else:
        address = find_public_url(public_url)
        _build(_find(board, store), output, country=country, time=time, store=store, public=address)


def _find(name: str, store: str) -> Board:
    from indicators.boards import find_board, read_board

    path = Path(name)
    if path.is_file():
        try:
            return read_board(path.read_text(encoding="utf-8"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(messages.UNREADABLE_FILE, found=name) from error
    return find_board(name, store)


def _build(board: Board, output: Path | None, *, country: str, time: str, store: str, public: str) -> None:
    from indicators.exports.boards import make_board_figures, render_board
    from indicators.exports.saving import write_file
    from indicators.store import open_store

    if output is None:
        raise UsageError(messages.NAME_BOARD_FILE, hint=messages.NAME_FILE.format(path=f"{board.id}.html"))
    link = f"{public}/explore" if public else ""
    figures = list(make_board_figures(board, open_store(store), country=country, time=time, link=link))
    write_file(output, render_board(board, figures, output.suffix.removeprefix(".").lower()))
    for one in figures:
        if one.problem:
            print_note(f"{one.title}: {one.problem}")
    typer.echo(messages.WROTE.format(path=output), err=True)
