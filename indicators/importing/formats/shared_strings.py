"""The texts of a workbook: it has each once, however many cells show it, and its reader gives each cell its own.

So a long text in many cells would fill the memory. Short ones are counted with their cells. A raised digit behind a
number, which is the mark of a note, is one of its digits to the reader; so texts with such a digit are read here.
"""

from __future__ import annotations

import re
from array import array
from itertools import pairwise
from typing import Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
from lxml import etree

from indicators.importing.limits import check_memory, check_text_sizes

RAISED: Final = b"superscript"
"""How a workbook says that a part of a text is raised."""
_CHUNK: Final = 4 << 20
_MOST_READ: Final = 64 << 20
_SHORT: Final = 1_000
_BYTES_OF_TEXT: Final = 60
_PART: Final = "xl/sharedstrings.xml"
_ITEM: Final = re.compile(rb"<(?:\w+:)?si\b")
_DIGITS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
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


def read_raised_texts(archive: ZipFile) -> dict[int, str]:
    """Read the shared texts that have raised digits, by their numbers."""
    part = next((one for one in archive.namelist() if one.casefold() == _PART), "")
    if not part or archive.getinfo(part).file_size > _MOST_READ or RAISED not in (text := archive.read(part)):
        return {}
    items = _ITEM.split(text)[1:]
    return {number: read_raised(b"<si" + item) for number, item in enumerate(items) if RAISED in item}


def read_raised(item: bytes) -> str:
    """Read a text whose parts may be raised.

    >>> read_raised(b'<si><r><t>5.5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>')
    '5.5¹'
    """
    found = etree.fromstring(item.partition(b"</si>")[0] + b"</si>", etree.XMLParser(recover=True, no_network=True))
    runs = [] if found is None else found.iter("{*}r")
    return "".join(_read_run(run) for run in runs)


def _read_run(run: etree._Element) -> str:
    text = "".join(one.text or "" for one in run.iter("{*}t"))
    is_raised = any(one.get("val") == RAISED.decode() for one in run.iter("{*}vertAlign"))
    return text.translate(_DIGITS) if is_raised else text


def count_shared_texts(sheet: bytes, lengths: npt.NDArray[np.int64]) -> int:
    """Return the bytes of the texts that the cells of a piece of a sheet show."""
    if not len(lengths):
        return 0
    places = np.array(_SHARED.findall(sheet), dtype=np.int64)
    return int(lengths[places[places < len(lengths)]].sum())
