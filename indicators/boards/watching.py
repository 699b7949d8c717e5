"""What to watch: a file of rules, or a board, of which the figures behind every chart are watched as published."""

from __future__ import annotations

from pathlib import Path

from indicators.boards import messages
from indicators.boards.board import Board, read_board_file
from indicators.boards.collection import find_board
from indicators.errors import UsageError
from indicators.files.documents import read_document
from indicators.model.catalogue import Catalogue
from indicators.view import View
from indicators.view.watch_files import WatchFile, WatchRule, read_watch_file


def find_watch_rules(source: str, catalogue: Catalogue, store: str = "") -> tuple[WatchFile, str]:
    """Return what a source says to watch, and a name that the same source always has.

    Args:
        source: A YAML file of rules or of a board, or the id of a board.
        catalogue: The catalogue that knows what the board shows.
        store: The folder of the user's own boards; the default one if empty.

    Raises:
        DatasetFaultsError: The file is neither.
        UnknownNameError: There is no such board, or it shows an indicator that doesn't exist.
    """
    path = Path(source)
    if not (path.suffix or path.is_file()):
        return make_watch_rules(find_board(source, store), catalogue), f"board {source}"
    document, _ = read_document(path, path.name)
    is_board = isinstance(document.content, dict) and "charts" in document.content
    rules = make_watch_rules(read_board_file(path), catalogue) if is_board else read_watch_file(path)
    return rules, str(path.resolve())


def make_watch_rules(board: Board, catalogue: Catalogue) -> WatchFile:
    """Make a rule of each chart of a board: its indicators and countries; the same figures are watched once.

    Raises:
        UsageError: The board has no charts, or shows what doesn't exist.
    """
    rules = dict.fromkeys(_read_rule(address, catalogue) for address in board.list_addresses())
    if not rules:
        raise UsageError(messages.NO_CHARTS.format(board=board.title), hint=messages.ADD_CHARTS)
    return WatchFile(watch=[WatchRule(indicator=indicators, country=areas) for indicators, areas in rules])


def _read_rule(address: str, catalogue: Catalogue) -> tuple[str, str]:
    view, ignored = View.from_address(address, catalogue)
    if ignored:
        raise UsageError(messages.CHART_UNCLEAR.format(view=address), hint=ignored[0])
    return "~".join(view.indicators), "~".join(view.areas)
