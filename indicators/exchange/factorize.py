"""Long arrays of texts with few distinct values: the distinct values, and which of them each element has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from indicators.errors import UsageError
from indicators.exchange import messages
from indicators.exchange.publications import IntegerArray
from indicators.model.periods import TimePeriod
from indicators.model.time_values import choose_time_unit, write_time
from indicators.model.units import Unit

_MANY = 1000


@dataclass(frozen=True)
class Labels:
    """Distinct texts, and the number of each element among them; ``None`` if there is one for all."""

    names: tuple[Hashable, ...]
    number: IntegerArray | npt.NDArray[np.integer[Any]] | None

    @classmethod
    def of(cls, labels: Any) -> Labels:
        """Return the labels of an array, a Series, a categorical or a single text.

        Raises:
            UsageError: The array has more than one dimension.
        """
        if isinstance(labels, (str, int, date, TimePeriod, Unit)):
            return cls((labels,), None)
        labels = getattr(labels, "array", labels)  # of a pandas Series or Index
        if hasattr(labels, "categories"):
            return cls(tuple(labels.categories), labels.codes)
        array = np.asarray(labels)
        if array.ndim == 0:
            return cls((write_time(labels) if array.dtype.kind == "M" else array.item(),), None)
        if array.ndim != 1:
            raise UsageError(messages.ONE_DIMENSION, found=f"{array.ndim} dimensions", expected="1")
        number, unique = _factorized(array)
        return cls(tuple(unique), number)


def _factorized(array: npt.NDArray[Any]) -> tuple[IntegerArray, Iterable[Hashable]]:
    """Number the distinct texts; short ASCII texts are compared as numbers, which is faster."""
    if array.dtype.kind == "U" and array.dtype.itemsize and len(array) > _MANY:
        letters = np.ascontiguousarray(array).view(np.uint32).reshape(len(array), -1)
        width = int(np.flatnonzero(letters[:_MANY].any(axis=0)).max(initial=0)) + 1
        # Texts of a wide type are mostly short: the rest must be empty for all of them.
        if width <= 8 and letters[:, :width].max() < 128 and not letters[:, width:].any():
            packed = np.zeros(len(array), dtype=np.uint64)
            for place in range(width):
                packed <<= np.uint64(8)
                packed |= letters[:, place]
            number, first = _first_places(packed)
            return number, [str(array[place]) for place in first]
    import pandas as pd  # arrays come from whoever has it; a single sum does without

    if array.dtype.kind == "M":
        number, days = pd.factorize(array.astype("datetime64[s]"))
        return number, [write_time(day) for day in days.astype(choose_time_unit(array.dtype))]
    number, unique = pd.factorize(array if array.dtype.kind in "iuf" else array.astype(object))
    return number, unique.tolist()


def _first_places(keys: npt.NDArray[np.uint64]) -> tuple[IntegerArray, list[int]]:
    import pandas as pd

    number, unique = pd.factorize(keys)
    first = np.full(len(unique), -1, dtype=np.int64)
    first[number[::-1]] = np.arange(len(keys) - 1, -1, -1)
    return number, first.tolist()


def check_lengths(labels: Sequence[Labels], length: int | None) -> None:
    """Refuse arrays of different lengths; a single label fits any.

    Raises:
        UsageError: They differ.
    """
    lengths = {len(label.number) for label in labels if label.number is not None}
    if length is not None:
        lengths.add(length)
    if len(lengths) > 1:
        found = ", ".join(map(str, sorted(lengths)))
        raise UsageError(messages.ARRAYS_DIFFER_IN_LENGTH, found=found, expected=messages.SAME_LENGTH)


def combine_labels(*labels: Labels) -> tuple[list[tuple[Hashable, ...]], npt.NDArray[np.integer[Any]] | None]:
    """Return the combinations of labels that occur, and which of them each element has."""
    arrays = [(label, label.number) for label in labels if label.number is not None]
    if not arrays:
        return [tuple(label.names[0] for label in labels)], None
    only, numbers = arrays[0]
    if len(arrays) == 1 and len(only.names) <= 1000:
        triples = [tuple(name if label is only else label.names[0] for label in labels) for name in only.names]
        return triples, numbers
    import pandas as pd

    packed = np.zeros(len(numbers), dtype=np.int64)
    missing = np.zeros(len(packed), dtype=bool)
    for label, number_of in arrays:
        packed = packed * len(label.names) + number_of
        missing |= number_of < 0
    packed[missing] = -1
    number, unique = pd.factorize(packed, use_na_sentinel=True)
    if missing.any():
        nothing = np.flatnonzero(unique == -1)[0]
        number = np.where(number == nothing, -1, number)
    triples = []
    for key in unique.tolist():
        rest = max(key, 0)
        names: list[Hashable] = []
        for label in reversed(labels):
            if label.number is None:
                names.append(label.names[0])
            else:
                rest, place = divmod(rest, len(label.names))
                names.append(label.names[place])
        triples.append(tuple(reversed(names)))
    return triples, number


def locate_factors(pair: Any, period: Any, pairs: int, periods: int) -> int | IntegerArray:
    """Return the place of each element's factor in the flattened table."""
    width = periods + 1
    if pair is None and period is None:
        return 0
    if pair is None:
        return _from_the_end(period, periods)
    if period is None:
        return _from_the_end(pair, pairs) * width
    place = _from_the_end(pair, pairs)
    place = place * width if place is pair else np.multiply(place, width, out=place)
    place += _from_the_end(period, periods)
    return place


def _from_the_end(number: npt.NDArray[np.integer[Any]], last: int) -> IntegerArray:
    """Return int64 numbers, with missing labels numbered after the others."""
    whole = number.astype(np.int64)
    if len(whole) and whole.min() < 0:
        whole[whole < 0] = last
    return whole
