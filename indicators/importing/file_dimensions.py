"""The dimensions of an imported file: the code of each text, and what each indicator is divided by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Final

from indicators.model.dimensions import (
    KNOWN_DIMENSIONS,
    LONGEST_ID,
    TOTAL_CODE,
    Dimension,
    label_code,
    make_dimension_id,
    read_code,
    split_dimensions,
)
from indicators.model.observations import Indicator

_NOT_APPLICABLE: Final = "_Z"  # SDMX's code where an indicator has no such dimension


class FileDimensions:
    """Gives the columns of dimensions their ids and their texts codes, and remembers which indicator has which."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._series: dict[str, dict[str, None]] = {}

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the dimensions of the file."""
        return frozenset(self._ids.values())

    def read_code(self, column: str, text: str, label: str = "") -> dict[str, str]:
        """Return the code of a text by the id of its dimension; a blank cell is the total.

        Args:
            column: The column of the dimension.
            text: The text of a cell.
            label: The same in words, if another column has them.
        """
        id = self._find_id(column)
        code = TOTAL_CODE if text in ("", _NOT_APPLICABLE) else read_code(id, text)
        words = next((words for words in (label, text) if words not in ("", code)), "")
        if text and words:
            self._labels.setdefault((id, code), words)
        return {id: code}

    def note_series(self, indicator: str, dimensions: str) -> None:
        """Remember that an indicator has figures with these dimensions."""
        self._series.setdefault(indicator, {})[dimensions] = None

    def describe(self, indicator: Indicator, *, is_new: bool) -> Indicator:
        """Return an indicator of the file with its dimensions, those it had and the new ones."""
        texts = [split_dimensions(text) for text in self._series.get(indicator.id, ())]
        found = {one.id: one for one in indicator.dimensions}
        for column, id in self._ids.items():
            codes = list(dict.fromkeys(each.get(id, TOTAL_CODE) for each in texts))
            before = found[id].values if id in found else () if is_new else (TOTAL_CODE,)
            values = dict.fromkeys([*before, *codes])
            if set(values) - {TOTAL_CODE}:
                ordered = tuple(sorted(values, key=lambda code: code != TOTAL_CODE))  # the total first
                given = found.get(id) or Dimension(id, (), "" if id in KNOWN_DIMENSIONS else column)
                said = {code: self._labels.get((id, code), "") for code in ordered} | dict(given.labels)
                labels = tuple((code, text) for code, text in said.items() if text not in ("", label_code(id, code)))
                found[id] = replace(given, values=ordered, labels=labels, shows_all=True)
        return replace(indicator, dimensions=tuple(found.values()))

    def _find_id(self, column: str) -> str:
        if column not in self._ids:
            id, taken = make_dimension_id(column), self.ids
            self._ids[column] = next(one for one in _number(id) if one not in taken)
        return self._ids[column]


def _number(id: str) -> Iterable[str]:
    """Number an id that others have, too: a cut one is cut further for it.

    >>> [one for one, _ in zip(_number("REASONS_FOR_LEAVING_THE_LAST_JOB_OF_ALL_J"), range(2))]
    ['REASONS_FOR_LEAVING_THE_LAST_JOB_OF_ALL_J', 'REASONS_FOR_LEAVING_THE_LAST_JOB_OF_AL_2']
    """
    yield id
    for number in count(2):
        end = f"_{number}"
        yield f"{id[: LONGEST_ID - len(end)].strip('_')}{end}"
