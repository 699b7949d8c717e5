"""What an import read, took and refused: for the reader, for machines, and kept beside the dataset."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from indicators.errors import Fault

__all__ = ["ImportReport"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How an import ended.

    Attributes:
        dataset: Id of the dataset.
        file: Name of the file.
        release: Id of the release that was made; empty when nothing changed.
        read: Rows read.
        taken: Figures taken.
        empty: Cells that say there is no figure.
        refused: Cells or rows refused.
        new: Figures that were not there before.
        changed: Figures that differ from the release before.
        withdrawn: Figures of the release before that the file no longer has.
        understood: How the file was read, a sentence each: encoding, columns, units.
        faults: The first refusal of each kind, with line, column, found and expected; and how many there are
            of the kind.
        refused_file: Where all refused rows are kept; empty when there are none.
    """

    dataset: str
    file: str
    release: str
    read: int
    taken: int
    empty: int
    refused: int
    new: int
    changed: int
    withdrawn: int
    understood: tuple[str, ...]
    faults: tuple[tuple[Fault, int], ...]
    refused_file: str = ""

    @property
    def text(self) -> str:
        """The report as lines for a terminal.

        >>> print(ImportReport("a", "a.csv", "", 3, 3, 0, 0, 0, 0, 0, (), ()).text)
        a.csv: rows read 3, figures taken 3, empty cells 0, refused 0.
        Nothing changed: a has these figures already.
        """
        counts = f"rows read {self.read:,}, figures taken {self.taken:,}, empty cells {self.empty:,}"
        lines = [
            f"{self.file}: {counts}, refused {self.refused:,}.",
            *self.understood,
            *(str(fault) if times == 1 else f"{fault} And {times - 1:,} more of this." for fault, times in self.faults),
        ]
        unsaid = self.refused - sum(times for _, times in self.faults)
        if unsaid > 0:
            lines.append(f"And {unsaid:,} more of other kinds.")
        if self.refused_file:
            lines.append(f"Refused rows are kept in {self.refused_file}")
        if self.release:
            lines.append(
                f"{self.dataset} has a new release, {self.release}: "
                f"{self.new:,} new, {self.changed:,} changed, {self.withdrawn:,} withdrawn."
            )
        elif self.taken or not self.read:
            lines.append(f"Nothing changed: {self.dataset} has these figures already.")
        else:
            lines.append("Nothing was imported: no row could be taken.")
        return "\n".join(lines)

    @property
    def as_json(self) -> str:
        """The report as a JSON object."""
        faults = [{**asdict(fault), "times": times} for fault, times in self.faults]
        return json.dumps({**asdict(self), "faults": faults}, ensure_ascii=False, indent=2)
