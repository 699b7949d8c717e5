"""Figures of the World Bank that can't be right, and why: ``world_bank_doubts.csv``, kept by hand.

They are kept as published, with the status of low reliability and the reason, in embedded and in fetched data alike.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why figures of an area, or of all if it is empty, can't be right from a year to another, or to the end."""

    area: str
    first: int
    last: int
    note: str

    def applies_to(self, area: str, year: int) -> bool:
        """Return whether it concerns the figure of an area and a year.

        >>> [Doubt("RUS", 1990, 1992, "").applies_to("RUS", year) for year in (1992, 1993)]
        [True, False]
        """
        return self.area in ("", area) and self.first <= year <= self.last


@cache
def read_doubts() -> Mapping[str, tuple[Doubt, ...]]:
    """Read the doubts by the code of the indicator."""
    doubts: dict[str, tuple[Doubt, ...]] = {}
    with Path(__file__).with_name("world_bank_doubts.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            doubt = Doubt(row["AREA"], int(row["FROM"]), int(row["TO"] or 9999), row["NOTE"])
            doubts[row["CODE"]] = (*doubts.get(row["CODE"], ()), doubt)
    return doubts
