"""Boards: saved collections of views with text, as YAML files.

>>> [board.id for board in list_embedded_boards()][:2]
['digital-economies', 'world-economy']
"""

from indicators.boards.board import Board, BoardChart, read_board, write_board
from indicators.boards.collection import delete_board, edit_board, find_board, list_boards, list_embedded_boards

__all__ = [
    "Board",
    "BoardChart",
    "delete_board",
    "edit_board",
    "find_board",
    "list_boards",
    "list_embedded_boards",
    "read_board",
    "write_board",
]
