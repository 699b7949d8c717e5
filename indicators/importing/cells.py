"""The cells of a column, each distinct text read once and the answer spread over the rows that have it.

A million rows of 220 countries cost 220 look-ups; everything that is done row by row is done by numpy and Arrow.
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

from indicators.errors import IndicatorsError, suggest_nearest
from indicators.model.codelists import ObservationStatus
from indicators.model.units import SCALES, parse_unit

__all__ = [
    "EncodedColumn",
    "TextLookup",
    "apply_flags",
    "hint_status",
    "hint_unit",
    "read_day",
    "read_power",
    "read_status",
    "read_unit",
]

_HINTS = 20  # the nearest names cost milliseconds each: the first of a column have them
_STATUSES = {status.value for status in ObservationStatus}
_WORDS_OF_SCALE = {word: power for power, word in SCALES.items()} | {"unit": 0, "one": 0, "hundred": 2}
_FLAGS = {"": "A", "e": "E", "p": "P", "f": "F", "b": "B", "i": "I", "u": "U", "estimate": "E", "forecast": "F"}


@dataclass(frozen=True, slots=True)
class EncodedColumn:
    """A column of answers.

    Attributes:
        answers: Each distinct answer, once or more; ``None`` where a text was not understood.
        places: For each row, the place of its answer; shape (rows,).
    """

    answers: list[Any]
    places: npt.NDArray[np.intp]

    @classmethod
    def of_texts(cls, column: pa.ChunkedArray) -> EncodedColumn:
        """The texts of a column, without the spaces around them."""
        encoded = column.combine_chunks().dictionary_encode()
        texts = [(text or "").strip() for text in encoded.dictionary.to_pylist()]
        return cls(texts, encoded.indices.to_numpy(zero_copy_only=False).astype(np.intp))

    @classmethod
    def of_one(cls, answer: Any, length: int) -> EncodedColumn:
        """The same answer for all rows."""
        return cls([answer], np.zeros(length, dtype=np.intp))

    @property
    def unread(self) -> npt.NDArray[np.bool_]:
        """For each row, whether its text was not understood."""
        return np.array([answer is None for answer in self.answers], dtype=bool)[self.places]

    def map(self, read: Callable[[Any], Any]) -> EncodedColumn:
        """The same rows with other answers.

        >>> EncodedColumn(["a", "b"], np.array([1, 1, 0])).map(str.upper).row(0)
        'B'
        """
        return EncodedColumn([read(answer) for answer in self.answers], self.places)

    def row(self, place: int) -> Any:
        """The answer of one row."""
        return self.answers[self.places[place]]

    def rows(self, places: npt.NDArray[np.intp]) -> EncodedColumn:
        """Some of the rows."""
        return EncodedColumn(self.answers, self.places[places])

    def beside(self, other: EncodedColumn) -> EncodedColumn:
        """Pairs of the answers of two columns, only those that occur.

        >>> EncodedColumn(["a", "b"], np.array([0, 1, 0])).beside(Spread([1, 2], np.array([0, 0, 0]))).answers
        [('a', 1), ('b', 1)]
        """
        if len(other.answers) == 1:
            return self.map(lambda answer: (answer, other.answers[0]))
        width = len(other.answers)
        codes, places = np.unique(self.places * width + other.places, return_inverse=True)
        pairs = [(self.answers[code // width], other.answers[code % width]) for code in codes.tolist()]
        return EncodedColumn(pairs, places)

    def arrow(self, kind: pa.DataType, read: Callable[[Any], Any] = lambda answer: answer) -> pa.Array:
        """The rows as an Arrow array of a type."""
        return pa.array([read(answer) for answer in self.answers], kind).take(pa.array(self.places))


@dataclass(slots=True)
class TextLookup:
    """Reads texts, each once: gives the answer, and for those not understood the nearest that would be.

    Attributes:
        read: The answer for a text; ``None`` when it is not understood.
        hint: How to mend it.
    """

    read: Callable[[str], Any]
    hint: Callable[[str], str] = lambda _: ""
    _known: dict[str, Any] = field(default_factory=dict)
    _hints: dict[str, str] = field(default_factory=dict)

    def answer(self, text: str) -> Any:
        """What the text means, or ``None``."""
        if text not in self._known:
            self._known[text] = self.read(text)
        return self._known[text]

    def hint_for(self, text: str) -> str:
        """How to mend a text that was not understood; only for the first of them."""
        if text not in self._hints:
            self._hints[text] = self.hint(text) if len(self._hints) < _HINTS else ""
        return self._hints[text]


def read_unit(text: str) -> tuple[str, int] | None:
    """The unit without its word of scale, and the power of ten that the word stands for.

    >>> read_unit("billions of U.S. dollars"), read_unit("bananas per moon of")
    (('USD', 9), None)
    """
    try:
        parsed = parse_unit(text)
    except IndicatorsError:
        return None
    return parsed.plain.text, parsed.multiplier


def hint_unit(text: str) -> str:
    """How to mend what is no unit."""
    try:
        parse_unit(text)
    except IndicatorsError as error:
        return error.hint or ""
    return ""


def read_status(text: str) -> str | None:
    """The status as a code of SDMX ``CL_OBS_STATUS``; nothing said is an ordinary figure.

    >>> read_status("f"), read_status(""), read_status("estimate"), read_status("certain")
    ('F', 'A', 'E', None)
    """
    return text.upper() if text.upper() in _STATUSES else _FLAGS.get(text.casefold())


def apply_flags(said: str, letters: str) -> str:
    """The status of a figure with letters behind it; letters that are no status leave it as it was.

    >>> apply_flags("A", "p"), apply_flags("A", "bep"), apply_flags("A", "d"), apply_flags("E", "")
    ('P', 'B', 'A', 'E')
    """
    known = [_FLAGS[letter] for letter in letters if letter in _FLAGS]
    return known[0] if known else said


def hint_status(text: str) -> str:
    """The nearest codes of status."""
    return suggest_nearest(text, _STATUSES) or ""


def read_power(text: str) -> int | None:
    """The power of ten of ``UNIT_MULT``, or of a word of scale.

    >>> read_power("6"), read_power("Billions"), read_power("Units"), read_power("many")
    (6, 9, 0, None)
    """
    return int(text) if re.fullmatch(r"-?\d{1,2}", text) else _WORDS_OF_SCALE.get(text.casefold().rstrip("s"))


def read_day(text: str) -> date | None:
    """A day, its time of day left out."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
