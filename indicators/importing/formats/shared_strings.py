"""The texts of a workbook: it has each once, however many cells show it, and its reader gives each cell its own.

So a long text in many cells would fill the memory. Short ones are counted with their cells.
"""

from __future__ import annotations

import re
from array import array
from itertools import pairwise
from typing import Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from indicators.importing.limits import check_memory, check_text_sizes

_CHUNK: Final = 4 << 20
_SHORT: Final = 1_000
_BYTES_OF_TEXT: Final = 60
_PART: Final = "xl/sharedstrings.xml"
_ITEM: Final = re.compile(rb"<(?:\w+:)?si\b")
_SHARED: Final = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v>(\d{1,9})<""")


def measure_shared_texts(archive: ZipFile, name: str) -> npt.NDArray[np.int64]:
    """Return the bytes of each text of a workbook, with what formats it; nothing if all are short.

    Args:
        archive: The workbook.
        name: Its name in messages.

    Raises:
        DataError: One is far too long for a cell, or together they fill the memory.
    """
    part = next((one for one in archive.namelist() if one.casefold() == _PART), "")
    if not part:
        return np.zeros(0, np.int64)
    lengths, size = array("q", [0]), 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            bounds = [0, *(found.start() for found in _ITEM.finditer(chunk)), len(chunk)]
            first, *others = [after - before for before, after in pairwise(bounds)]
            lengths[-1] += first
            lengths.extend(others)
            size += len(chunk)
            check_memory(size + len(lengths) * _BYTES_OF_TEXT, name)
    found = np.frombuffer(lengths, np.int64)[1:]
    longest = int(found.max(initial=0))
    check_text_sizes(longest, 0)
    return found if longest > _SHORT else found[:0]


def count_shared_texts(sheet: bytes, lengths: npt.NDArray[np.int64]) -> int:
    """Return the bytes of the texts that the cells of a piece of a sheet show."""
    if not len(lengths):
        return 0
    places = np.array(_SHARED.findall(sheet), dtype=np.int64)
    return int(lengths[places[places < len(lengths)]].sum())
