"""The cells of a column: each distinct text is read once, and the answer is shared by the rows that have it.

A million rows of 220 countries cost 220 look-ups; everything per row is done by numpy and Arrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.errors import IndicatorsError
from indicators.language.unit_texts import read_unit_text
from indicators.model.units import parse_unit

_HINTS = 20  # finding the nearest names takes milliseconds each, so only the first texts of a column get a hint
_ONES = ("unit", "one", "none", "absolute value")


@dataclass(frozen=True, slots=True)
class EncodedColumn:
    """A column of answers, dictionary-encoded.

    Attributes:
        answers: The distinct answers; some may be repeated, and ``None`` means that a text can't be read.
        places: For each row, the position of its answer; shape (rows,).
    """

    answers: list[Any]
    places: npt.NDArray[np.intp]

    @classmethod
    def of_texts(cls, column: pa.ChunkedArray) -> EncodedColumn:
        """Encode the texts of a column, without surrounding spaces."""
        encoded = column.combine_chunks().dictionary_encode()
        texts = [(text or "").strip() for text in encoded.dictionary.to_pylist()]
        return cls(texts, encoded.indices.to_numpy(zero_copy_only=False).astype(np.intp))

    @classmethod
    def of_one(cls, answer: Any, length: int) -> EncodedColumn:
        """Give all rows the same answer."""
        return cls([answer], np.zeros(length, dtype=np.intp))

    @property
    def unread(self) -> npt.NDArray[np.bool_]:
        """For each row, whether its text can't be read."""
        return np.array([answer is None for answer in self.answers], dtype=bool)[self.places]

    def map(self, read: Callable[[Any], Any]) -> EncodedColumn:
        """Replace each answer.

        >>> EncodedColumn(["a", "b"], np.array([1, 1, 0])).map(str.upper).row(0)
        'B'
        """
        return EncodedColumn([read(answer) for answer in self.answers], self.places)

    def tell(self, is_so: Callable[[Any], bool]) -> npt.NDArray[np.bool_]:
        """For each row, whether something is so.

        >>> EncodedColumn(["a", "b"], np.array([1, 1, 0])).tell(lambda text: text == "b").tolist()
        [True, True, False]
        """
        return np.array([is_so(answer) for answer in self.answers], dtype=bool)[self.places]

    def row(self, place: int) -> Any:
        """Return the answer of one row."""
        return self.answers[self.places[place]]

    def rows(self, places: npt.NDArray[np.intp]) -> EncodedColumn:
        """Select rows."""
        return EncodedColumn(self.answers, self.places[places])

    def pair(self, other: EncodedColumn) -> EncodedColumn:
        """Pair the answers of two columns; only pairs that occur are kept.

        >>> letters, numbers = (EncodedColumn(list(texts), np.array([0, 1, 0])) for texts in ("ab", "12"))
        >>> letters.pair(numbers).answers
        [('a', '1'), ('b', '2')]
        """
        if len(other.answers) == 1:
            return self.map(lambda answer: (answer, other.answers[0]))
        width = len(other.answers)
        codes, places = np.unique(self.places * width + other.places, return_inverse=True)
        pairs = [(self.answers[code // width], other.answers[code % width]) for code in codes.tolist()]
        return EncodedColumn(pairs, places)

    def to_arrow(self, kind: pa.DataType, read: Callable[[Any], Any] = lambda answer: answer) -> pa.Array:
        """Convert the rows to an Arrow array of a type."""
        return pa.array([read(answer) for answer in self.answers], kind).take(pa.array(self.places))


@dataclass(slots=True)
class TextLookup:
    """Reads each distinct text once, and suggests the nearest valid ones for texts that can't be read.

    Attributes:
        read: Reads a text; ``None`` if it can't be read.
        hint: Says how to fix a text.
    """

    read: Callable[[str], Any]
    hint: Callable[[str], str] = lambda _: ""
    _known: dict[str, Any] = field(default_factory=dict)
    _hints: dict[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Any:
        """Return the answer for a text, or ``None``."""
        if text not in self._known:
            self._known[text] = self.read(text)
        return self._known[text]

    def find_hint(self, text: str) -> str:
        """Say how to fix a text that can't be read; only for the first of them."""
        if text not in self._hints:
            self._hints[text] = self.hint(text) if len(self._hints) < _HINTS else ""
        return self._hints[text]


def hint_unit(text: str) -> str:
    """Say how to fix a text that is not a unit."""
    try:
        parse_unit(text)
    except IndicatorsError as error:
        return error.hint or ""
    return ""


def read_power(text: str, *, is_factor: bool = False) -> int | None:
    """Read a power of ten: a number as in ``UNIT_MULT``, a scale word, or a factor.

    ``1`` and ``10`` may be a power or a factor, and are read only if the column is known to have factors.

    Args:
        text: The text.
        is_factor: Whether the column has factors, such as 1,000.

    >>> read_power("6"), read_power("Billions"), read_power("Units"), read_power("1,000"), read_power("many")
    (6, 9, 0, 3, None)
    >>> read_power("1", is_factor=True), read_power("1")
    (0, None)
    """
    if is_factor and text in ("1", "10"):
        return len(text) - 1
    if re.fullmatch(r"-?\d{1,2}", text):
        return None if text in ("1", "10") else int(text)
    if text.casefold().rstrip("s") in _ONES:
        return 0
    found = read_unit_text(text)
    return None if found is None or found.unit else found.power


def read_day(text: str) -> date | None:
    """Read a date; a time of day is dropped."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
