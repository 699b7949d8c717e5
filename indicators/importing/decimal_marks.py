"""The decimal mark of each column of numbers, decided from all cells of the file.

``12.5`` decides, and ``0.734`` does, because no group of thousands follows a lone zero; ``1.234`` decides nothing,
however many cells are written so. A file has one mark unless its columns contradict each other. What no cell decides
is decided by what surrounds the cells, if it agrees with itself, or else refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.decisions import Decision
from indicators.importing.number_columns import WRITTEN, ColumnMark, DecimalMark

Counted = Literal["whole", "percent", ""]

_NAMES: Final[dict[DecimalMark, str]] = {".": "point", ",": "comma"}
_OTHER: Final[dict[DecimalMark, DecimalMark]] = {".": ",", ",": "."}
_OVERWHELMING: Final = 20  # so many cells to one: the one is a slip


@dataclass(slots=True)
class MarkEvidence:
    """What the texts of a column say about its decimal mark.

    Attributes:
        counts: How many cells only one mark allows, by mark.
        examples: The first of these, by mark.
        open: The first cell that both marks allow, by the mark it contains.
        counted: What its unit says about its figures: they are ``whole``, or a ``percent``, or nothing.
    """

    counts: dict[DecimalMark, int] = field(default_factory=lambda: {".": 0, ",": 0})
    examples: dict[DecimalMark, str] = field(default_factory=dict)
    open: dict[DecimalMark, str] = field(default_factory=dict)
    counted: Counted = ""

    def add(self, texts: pa.Array) -> None:
        """Look at cells that are texts in the file, without anything around their numbers."""
        texts = texts.filter(pc.match_substring_regex(texts, "[0-9].*[.,]|[.,].*[0-9]"))
        if not len(texts):
            return
        point, comma = (pc.match_substring_regex(texts, WRITTEN[mark]) for mark in (".", ","))
        only: dict[DecimalMark, pa.Array] = {".": pc.and_not(point, comma), ",": pc.and_not(comma, point)}
        for mark, found in only.items():
            self.counts[mark] += pc.sum(found).as_py() or 0
            self._keep(self.examples, mark, texts.filter(found))
        both = texts.filter(pc.and_(point, comma))
        for mark in _NAMES:
            self._keep(self.open, mark, both.filter(pc.match_substring(both, mark)))

    @staticmethod
    def _keep(kept: dict[DecimalMark, str], mark: DecimalMark, found: pa.Array) -> None:
        if mark not in kept and len(found):
            kept[mark] = found[0].as_py()

    @property
    def votes(self) -> frozenset[DecimalMark]:
        """The marks that the unit speaks for: people are whole, and shares are seldom thousands of percent."""
        if self.counted == "percent":
            return frozenset(self.open)
        return frozenset(_OTHER[mark] for mark in self.open) if self.counted == "whole" else frozenset()


def decide_marks(
    columns: Mapping[str, MarkEvidence],
    *,
    given: DecimalMark | None = None,
    delimiter: str = "",
    file: str = "",
    writes_points: bool = False,
) -> tuple[dict[str, ColumnMark], tuple[Decision, ...]]:
    """Decide the decimal mark of each column, with the decision to report if any cell has a mark.

    Args:
        columns: The evidence of each column.
        given: The user's choice.
        delimiter: What separates the cells of a text file; commas are used where the decimal mark is a point.
        file: Name of the file, for the message.
        writes_points: Whether the file has the header of a format with decimal points.

    Raises:
        UsageError: Nothing decides.

    >>> column = MarkEvidence()
    >>> column.add(pa.array(["1,234", "0,5"]))
    >>> marks, decisions = decide_marks({"Rate": column})
    >>> marks["Rate"].mark, str(decisions[0])
    (',', 'Decimal mark: comma. The cell 0,5 can only be read this way. To change it: --decimal point.')
    """
    if given is not None:
        return dict.fromkeys(columns, ColumnMark(given)), (_decide(given, messages.CHOSEN_BY_USER),)
    found = {mark: sum(column.counts[mark] for column in columns.values()) for mark in _NAMES}
    if any(found.values()):
        overall: DecimalMark = max(_NAMES, key=lambda mark: found[mark])
        sure = not found[_OTHER[overall]] or found[overall] >= _OVERWHELMING * found[_OTHER[overall]]
        marks = {name: _decide_column(column, ColumnMark(overall, sure)) for name, column in columns.items()}
        return marks, tuple(_explain(columns, overall, is_mixed=bool(found[_OTHER[overall]])))
    unclear = {mark: text for column in columns.values() for mark, text in column.open.items()}
    if not unclear:
        return dict.fromkeys(columns, ColumnMark()), ()
    votes = frozenset[DecimalMark]().union(*(column.votes for column in columns.values()))
    votes |= {"."} if delimiter == "," else frozenset()
    if len(votes) != 1 and writes_points:
        return dict.fromkeys(columns, ColumnMark(".")), (_decide(".", messages.MARK_BY_FORMAT),)
    if len(votes) != 1:
        raise _build_undecided_error(unclear, file)
    mark = next(iter(votes))
    by_unit = any(column.votes for column in columns.values())
    evidence = messages.MARK_BY_UNIT if by_unit else messages.MARK_BY_DELIMITER
    return dict.fromkeys(columns, ColumnMark(mark)), (_decide(mark, evidence),)


def _decide_column(column: MarkEvidence, overall: ColumnMark) -> ColumnMark:
    """A column's own cells count more than those of the others, but few against those decide no open cell."""
    point, comma = column.counts["."], column.counts[","]
    if not point and not comma:
        return overall
    more: DecimalMark = "." if point >= comma else ","
    against = min(point, comma) or (more != overall.mark)
    return ColumnMark(more, max(point, comma) >= _OVERWHELMING * against)


def _explain(columns: Mapping[str, MarkEvidence], overall: DecimalMark, *, is_mixed: bool) -> list[Decision]:
    example = {mark: text for one in reversed([*columns.values()]) for mark, text in one.examples.items()}
    if is_mixed:
        evidence = messages.MARKS_MIXED.format(first=example[overall], second=example[_OTHER[overall]])
    else:
        evidence = messages.MARK_BY_CELL.format(cell=example[overall])
        grouped = next((one.open[_OTHER[overall]] for one in columns.values() if _OTHER[overall] in one.open), "")
        whole = grouped.replace(_OTHER[overall], "")
        evidence += f" {messages.MARK_OF_GROUPS.format(cell=grouped, whole=whole)}" if grouped else ""
    return [_decide(overall, evidence)]


def _decide(mark: DecimalMark, evidence: str) -> Decision:
    option = messages.DECIMAL_OPTION.format(mark=_NAMES[_OTHER[mark]])
    return Decision(messages.DECIMAL_MARK, _NAMES[mark], evidence, option)


def _build_undecided_error(unclear: Mapping[DecimalMark, str], file: str) -> UsageError:
    mark, text = next(iter(unclear.items()))
    whole, decimal = text.replace(mark, ""), text.replace(mark, ".")
    found = messages.EITHER_NUMBER.format(text=text, whole=whole, decimal=decimal)
    return UsageError(messages.MARK_UNDECIDED.format(file=file), found=found, hint=messages.GIVE_DECIMAL)
