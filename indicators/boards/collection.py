"""Boards that come with the package, and those of a user, which are kept in the store.

A change is a function applied to the board as it is at that moment, under a lock, and written by one rename: so two
tabs that change the same board do not lose each other's change.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from indicators.boards import messages
from indicators.boards.board import Board, read_board, read_board_file, write_board
from indicators.errors import DatasetFaultsError, StoreError, StoreWarning, UnknownNameError, UsageError
from indicators.files import find_data_folder, find_local_folder, find_user_folder
from indicators.files.changes import lock_folder, note_change
from indicators.files.disk import write_atomically
from indicators.files.hand_kept import check_hand_kept, remember_as_written

_FOLDER: Final = "boards"
_REMOVED: Final = ".removed"


def list_embedded_boards() -> tuple[Board, ...]:
    """Return the boards that come with the package, in the order of ``boards/order.txt``."""
    folder = find_data_folder() / _FOLDER
    order = (folder / "order.txt").read_text(encoding="utf-8").split()
    return tuple(read_board_file(folder / f"{id}.yaml", f"boards/{id}.yaml", is_embedded=True) for id in order)


def list_boards(store: str = "") -> tuple[Board, ...]:
    """Return the boards of a user after those that come with the package.

    Args:
        store: The folder of the store; the default one if empty. An engine has no boards.

    Warns:
        StoreWarning: For each board that can't be read and is left out.
    """
    return (*list_embedded_boards(), *_list_own(store))


def _list_own(store: str) -> Iterator[Board]:
    folder = find_local_folder(store)
    for path in sorted((folder / _FOLDER).glob("*.yaml")) if folder else ():
        try:
            yield _read_intact(path)
        except DatasetFaultsError as error:
            message = messages.BOARD_UNREADABLE.format(id=path.stem, fault=error)
            warnings.warn(message, StoreWarning, stacklevel=3)


def _read_intact(path: Path) -> Board:
    if faults := check_hand_kept(path.parents[1], path):
        raise DatasetFaultsError(faults)
    return replace(read_board_file(path), id=path.stem)


def find_board(id: str, store: str = "") -> Board:
    """Return the board with this id.

    Raises:
        UnknownNameError: There is none; it offers the nearest ids.
    """
    boards = {board.id: board for board in list_boards(store)}
    if id not in boards:
        raise UnknownNameError("board", id, list(boards))
    return boards[id]


def make_board_id(title: str, taken: Iterator[str] | tuple[str, ...] = ()) -> str:
    """Make an id of a title that no other board has.

    >>> make_board_id("Inflation & rates", ("inflation-rates",))
    'inflation-rates-2'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "board"
    used = set(taken)
    number = 2
    id = stem
    while id in used:
        id, number = f"{stem}-{number}", number + 1
    return id


def edit_board(id: str, change: Callable[[Board | None], Board], store: str = "") -> Board:
    """Change a board of the user, or make a new one.

    Args:
        id: Its id.
        change: Makes the new board from the one that is kept now; that is ``None`` if there is none yet.
        store: The folder of the store; the default one if empty.

    Returns:
        The board as it is kept.

    Raises:
        UsageError: The board comes with the package, or the store is no folder.
        StoreError: It can't be written.
        DatasetFaultsError: The kept file is damaged, or the change is not valid, such as a text with HTML; the file is
            left as it is.
    """
    with _lock(id, store) as path:
        board = replace(change(_read_intact(path) if path.exists() else None), id=id, is_embedded=False)
        written = write_board(board)
        read_board(written, path.name)  # what could not be read again is refused
        write_atomically(path, written.encode())
        remember_as_written(path.parents[1], path)
        note_change(path.parents[1], "edit board", id)
        return board


def delete_board(id: str, store: str = "") -> Path:
    """Remove a board of the user: it is moved aside, so that it can be put back.

    Returns:
        Where it is now.

    Raises:
        UnknownNameError: There is no such board.
        UsageError: The board comes with the package, or the store is no folder.
        StoreError: It can't be moved.
    """
    with _lock(id, store) as path:
        if not path.exists():
            raise UnknownNameError("board", id, [board.id for board in _list_own(store)])
        aside = path.parent / _REMOVED / path.name
        aside.parent.mkdir(exist_ok=True)
        path.replace(aside)
        note_change(path.parents[1], "delete board", id)
        return aside


@contextmanager
def _lock(id: str, store: str) -> Iterator[Path]:
    """Wait for the folder of boards, and give the file of one."""
    folder = find_user_folder(store, refusal=messages.BOARDS_NEED_FOLDER) / _FOLDER
    if id in {board.id for board in list_embedded_boards()}:
        raise UsageError(messages.EMBEDDED_BOARD, found=id, hint=messages.DUPLICATE_HINT)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        raise UsageError(messages.BOARD_NOT_VALID, found=id, expected="an id such as my-board")
    try:
        with lock_folder(folder):
            for left in folder.glob("*.yaml.partial"):  # by a killed writer
                left.unlink()
            yield folder / f"{id}.yaml"
    except OSError as error:
        raise StoreError(messages.BOARD_NOT_WRITABLE, found=f"{folder} ({error.strerror})") from error
