"""A text or a dataset as somebody names it for a check: a file, standard input, or the id of a dataset."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import BinaryIO

from indicators.claims.reading import read_claims
from indicators.claims.report import Report, check_dataset, check_reading
from indicators.claims.text_input import LONGEST, text_of
from indicators.errors import PeriodError, UnknownNameError, UsageError
from indicators.store import Store

__all__ = ["report_of"]


def report_of(
    name: str,
    store: Store,
    *,
    stream: BinaryIO | None = None,
    published: str = "",
    language: str | None = None,
) -> Report:
    """The report of what is named.

    Args:
        name: A file, or the id of a dataset.
        store: What is known.
        stream: Where the text comes from, when it is no file.
        published: The day it was printed, ``2025-09-29``; looked for in the text if left out.
        language: Its language; found out if left out.

    Raises:
        UsageError: There is neither such a file nor such a dataset, or it cannot be read as text.
        StoreError: If a file of the store cannot be read.
    """
    day = _day(published)
    path = Path(name)
    if stream is None and not path.is_file():
        if path.is_dir():
            raise UsageError("A folder is no text.", found=name, expected="a file of plain text, or a dataset")
        return _of_dataset(name, store)
    content = stream.read(LONGEST + 1) if stream is not None else _content(path)
    reading = read_claims(text_of(content), catalogue=store.catalogue, published=day, language=language)
    return check_reading(reading, store)


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise PeriodError("This is not a day.", found=text, expected="a day such as 2025-09-29") from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise UsageError("This file cannot be read.", found=f"{path.name}: {reason}") from error


def _of_dataset(name: str, store: Store) -> Report:
    try:
        return check_dataset(name, store)
    except UnknownNameError as error:
        ids = [dataset.id for dataset in store.catalogue.datasets]
        raise UnknownNameError("file or dataset", name, ids) from error
