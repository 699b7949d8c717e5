"""Dataclasses of the model as plain JSON and back: for the snapshot of the catalogue, and for stores in other engines.

Fields that have their default are left out. Reading follows the types of the fields and runs no code but that of the
classes named there.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_FROM_TEXT: Final[dict[Any, Callable[[str], Any]]] = {date: date.fromisoformat, Decimal: Decimal, Path: Path}
_SEQUENCES: Final = (tuple, Sequence, Iterable)


def write_record(value: Any) -> Any:
    """Return a value as something that `json.dumps` takes.

    >>> from indicators.model.origins import Licence
    >>> write_record(Licence("CC BY 4.0"))
    {'name': 'CC BY 4.0'}
    """
    if is_dataclass(value):
        return {
            one.name: write_record(getattr(value, one.name))
            for one in fields(value)
            if one.init and (one.default is MISSING or getattr(value, one.name) != one.default)
        }
    if isinstance(value, (tuple, list)):
        return [write_record(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, tuple(_FROM_TEXT)) else value


def read_record(shape: type[_T], content: Any) -> _T:
    """Return the value that `write_record` wrote.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: It was not written from this type.
    """
    reader: Callable[[Any], _T] = _reader(cast(Hashable, shape))
    return reader(content)


@cache
def _reader(shape: Any) -> Callable[[Any], Any]:
    arguments, origin = get_args(shape), get_origin(shape)
    if shape in _FROM_TEXT:
        return _FROM_TEXT[shape]
    if origin in (Union, types.UnionType):
        inner = _reader(next(one for one in arguments if one is not types.NoneType))
        return _same if inner is _same else lambda content: None if content is None else inner(content)
    if origin in _SEQUENCES:
        item = _reader(arguments[0])
        return tuple if item is _same else lambda content: tuple(map(item, content))
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape
    if is_dataclass(shape):
        return _dataclass_reader(shape)
    return _same


def _dataclass_reader(shape: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(shape)
    readers = {one.name: _reader(hints[one.name]) for one in fields(shape) if one.init}
    special = {name: reader for name, reader in readers.items() if reader is not _same}

    def read(content: Any) -> Any:
        return shape(**content | {name: special[name](content[name]) for name in content if name in special})

    return read


def _same(content: Any) -> Any:
    return content
