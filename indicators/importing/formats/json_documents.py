"""JSON documents with figures: which format one has, by what is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.json_records import check_pages, find_records, list_texts_beside, read_records
from indicators.importing.formats.json_stat import is_json_stat, read_json_stat
from indicators.importing.formats.own_json import is_own_json, read_own_json
from indicators.importing.formats.sdmx_json import is_sdmx_json, read_sdmx_json

_Reader = Callable[[dict[str, Any], str, FileOptions], FileTable]
_FORMATS: Final[tuple[tuple[Callable[[dict[str, Any]], bool], _Reader], ...]] = (
    (is_json_stat, read_json_stat),
    (is_sdmx_json, read_sdmx_json),
    (is_own_json, read_own_json),
)
_MOST_MEMORY: Final = 700_000_000
# What Python needs for a part of a document that begins with each mark, in bytes; measured, and rounded up.
_COSTS: Final = {b",": 40, b"{": 240, b"[": 90, b":": 140}


def read_json(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a JSON document: JSON-stat 1 or 2, SDMX-JSON 1 or 2, our own, or a list of records.

    Raises:
        DataError: It is neither, is damaged, or would need too much memory.
    """
    content = _load(path, name)
    if isinstance(content, dict):
        for fits, read in _FORMATS:
            if fits(content):
                return read(content, name, options)
    if records := find_records(content):
        check_pages(content, records, name)
        return replace(read_records(records, name), above=list_texts_beside(content, records))
    message = file_messages.OTHER_JSON.format(file=name)
    raise DataError(
        message, found=_describe(content), expected=file_messages.JSON_FORMATS, hint=file_messages.DOWNLOAD_A_TABLE
    )


def _load(path: Path, name: str) -> Any:
    data = path.read_bytes()
    if sum(cost * data.count(mark) for mark, cost in _COSTS.items()) + 3 * len(data) > _MOST_MEMORY:
        raise DataError(file_messages.JSON_TOO_LARGE.format(file=name), hint=file_messages.AS_CSV)
    try:
        return json.loads(data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except RecursionError:
        raise DataError(file_messages.TOO_DEEP.format(file=name), hint=file_messages.DOWNLOAD_A_TABLE) from None
    except ValueError as error:
        raise DataError(file_messages.DAMAGED_JSON.format(file=name), found=str(error).splitlines()[0]) from None


def _describe(content: Any) -> str:
    if isinstance(content, dict):
        keys = ", ".join(str(key) for key in list(content)[:5])
        return file_messages.JSON_OBJECT.format(keys=keys) if keys else file_messages.JSON_EMPTY
    return file_messages.JSON_LIST if isinstance(content, list) else file_messages.JSON_EMPTY
