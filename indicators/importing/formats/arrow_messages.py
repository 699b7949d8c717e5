"""What the messages of an Arrow IPC file unpack to, as they say themselves, before any of it is unpacked.

Buffers may be compressed: each begins with the bytes that it unpacks to. Where they are is in the metadata of its
message, a flatbuffer of the format's specification (``Message.fbs``), of which a few fields are read here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

_MAGIC: Final = 8
_RECORD_BATCH: Final = "record batch"
_BUFFER: Final = 16
_LENGTH: Final = 8


class MessageSize(NamedTuple):
    """What a batch of rows unpacks to.

    Attributes:
        rows: Its rows.
        size: The bytes of its columns.
    """

    rows: int
    size: int


def list_message_sizes(path: Path) -> Iterator[MessageSize]:
    """Yield the size of each batch of rows, and of each dictionary, of an Arrow IPC file."""
    with pa.memory_map(str(path)) as source:
        source.seek(_MAGIC)
        reader = pa.ipc.MessageReader.open_stream(source)
        while True:
            try:
                message = reader.read_next_message()
            except StopIteration:
                return
            if message.type in (_RECORD_BATCH, "dictionary"):
                header = message.metadata.to_pybytes()
                batch = _find(header, _root(header), 2)
                if message.type != _RECORD_BATCH:
                    batch = _find(header, batch, 1)
                yield _measure(header, batch, message.body)


def _measure(header: bytes, batch: int, body: pa.Buffer) -> MessageSize:
    rows_at = _place(header, batch, 0)
    rows = struct.unpack_from("<q", header, rows_at)[0] if rows_at else 0
    is_compressed = _place(header, batch, 3) != 0
    buffers = _find(header, batch, 2)
    count = struct.unpack_from("<I", header, buffers)[0]
    size = 0
    for number in range(count):
        offset, length = struct.unpack_from("<qq", header, buffers + 4 + number * _BUFFER)
        unpacked = -1
        if is_compressed and length >= _LENGTH:
            unpacked = struct.unpack("<q", body.slice(offset, _LENGTH).to_pybytes())[0]
        size += length if unpacked < 0 else unpacked
    return MessageSize(rows, size)


def _root(data: bytes) -> int:
    return int(struct.unpack_from("<I", data, 0)[0])


def _place(data: bytes, table: int, field: int) -> int:
    """The place of a field of a table; 0 if it is not there."""
    vtable = table - struct.unpack_from("<i", data, table)[0]
    end = struct.unpack_from("<H", data, vtable)[0]
    at = 4 + 2 * field
    offset = struct.unpack_from("<H", data, vtable + at)[0] if at < end else 0
    return int(table + offset) if offset else 0


def _find(data: bytes, table: int, field: int) -> int:
    """The place of what a field of a table refers to: another table, or a vector.

    Raises:
        ValueError: The table has no such field.
    """
    at = _place(data, table, field)
    if not at:
        raise ValueError(f"field {field} is missing in the metadata of a message")
    return int(at + struct.unpack_from("<I", data, at)[0])
