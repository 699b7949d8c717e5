"""Records in JSON: a list of objects with the same fields, as many interfaces and pandas write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
import pyarrow as pa

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import Batch, clean_text, name_columns
from indicators.importing.column_names import fold_heading
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.limits import check_width

_LABELS: Final = ("value", "name", "label")
_PAGES: Final = frozenset("pages totalpages numpages pagecount lastpage".split())
_VAGUE: Final = frozenset(("total", "count"))  # of rows, or a sum of figures
_ROWS: Final = _VAGUE | frozenset(
    "totalcount totalrecords totalrows totalresults totalitems totalelements numfound".split()
)
_PAGED: Final = _PAGES | frozenset("page perpage pagesize limit offset".split())
_LONGEST: Final = 12
_NEXT: Final = frozenset("next nextpage nexturl nextlink odatanextlink hasnext hasnextpage hasmore".split())


def find_records(content: Any) -> list[dict[str, Any]]:
    """Find the only list of objects in a document: the document itself, or a part of it; else nothing.

    >>> find_records([{"a": 1}]), find_records([{"page": 1}, [{"a": 1}]]), find_records({"data": [{"a": 1}], "n": 1})
    ([{'a': 1}], [{'a': 1}], [{'a': 1}])
    >>> find_records({"a": [{}], "b": [{}]}), find_records([1])
    ([], [])
    """
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    if isinstance(content, list) and content and all(isinstance(one, dict) for one in content):
        return content
    found = [part for part in parts if isinstance(part, list) and part and all(isinstance(one, dict) for one in part)]
    return found[0] if len(found) == 1 else []


def check_pages(content: Any, records: list[dict[str, Any]], name: str) -> None:
    """Check that a document is not one of several pages, as far as what is beside its records says so.

    >>> check_pages([{"page": 1, "pages": 1, "total": 1}, [{"a": 1}]], [{"a": 1}], "a.json")
    >>> check_pages([{"page": 1, "pages": 3, "total": 5}, [{"a": 1}]], [{"a": 1}], "a.json")
    Traceback (most recent call last):
    indicators.errors.DataError: a.json is one page of several. Found: pages 3, total 5, rows 1. Ask for all rows ...

    Raises:
        DataError: It is; with the others missing, their figures would seem to be withdrawn.
    """
    beside = {fold_heading(pair[0]).replace(" ", ""): pair for pair in _list_fields(content, records)}
    least = dict.fromkeys(_PAGES, 1) | dict.fromkeys(_ROWS if _PAGED & beside.keys() else _ROWS - _VAGUE, len(records))
    told = [
        pair for key, pair in beside.items() if (pair[1] if key in _NEXT else 0 < least.get(key, 0) < _count(pair[1]))
    ]
    if told:
        found = ", ".join(f"{key} {value}" for key, value in [*told, ("rows", len(records))])
        raise DataError(file_messages.OTHER_PAGES.format(file=name), found=found, hint=file_messages.ALL_PAGES)


def list_texts_beside(content: Any, records: list[dict[str, Any]]) -> tuple[str, ...]:
    """List the texts beside the records of a document, with what they are called: its title, its unit.

    >>> list_texts_beside({"unit": "EUR mn", "meta": {"note": "p"}, "n": 1, "data": [{"a": 1}]}, [])
    ('unit: EUR mn', 'note: p')
    """
    pairs = _list_fields(content, records)
    return tuple(f"{key}: {clean_text(value)}" for key, value in pairs if isinstance(value, str) and value.strip())


def _list_fields(content: Any, records: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """List what is beside the records, in the document and in objects within it."""
    if content is records:
        return []
    parts = [content, *content.values()] if isinstance(content, dict) else content
    return [pair for part in parts if isinstance(part, dict) for pair in part.items()]


def _count(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < _LONGEST else 0


def read_records(records: list[dict[str, Any]], name: str) -> FileTable:
    """Read records as the rows of a table; objects within them become columns, lists are left out.

    >>> table = read_records([{"country": {"id": "ZA", "value": "South Africa"}, "rate": 32.1}], "a.json")
    >>> next(iter(table.batches)).table.to_pylist()
    [{'country code': 'ZA', 'country': 'South Africa', 'rate': '32.1'}]
    """
    rows = [dict(_flatten(record)) for record in records]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    check_width(len(keys), name)
    columns = name_columns(keys)
    cells = {column: [row.get(key) for row in rows] for column, key in zip(columns, keys, strict=True)}
    texts = {column: pa.array(map(_write, values), pa.string()) for column, values in cells.items()}
    typed = {column: np.array([_is_number(value) for value in values]) for column, values in cells.items()}
    return FileTable(columns, [Batch(pa.table(texts), np.arange(1, len(rows) + 1, dtype=np.int64), typed=typed)])


def _flatten(record: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _flatten_object(key, value)
        elif not isinstance(value, list):
            yield key, value


def _flatten_object(key: str, inner: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """A code with its label becomes two columns; other objects one for each of their fields."""
    label = next((one for one in _LABELS if one in inner), "")
    is_coded = "id" in inner and bool(label)
    for field, value in inner.items():
        if not isinstance(value, dict | list):
            coded = {"id": f"{key} code", label: key} if is_coded else {}
            yield coded.get(field, f"{key} {field}"), value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _write(value: object) -> str:
    return "" if value is None else str(value).strip()
