"""What one file says of another: ids and codes that must exist, and rows that must not stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators.errors import Fault, nearest
from indicators.files.rows import Row
from indicators.model import Dataset, Event, Observation

__all__ = ["References", "dataset_faults", "event_faults"]


@dataclass(frozen=True, slots=True)
class References:
    """The ids and codes that a file may name."""

    indicators: frozenset[str]
    areas: frozenset[str]
    origins: frozenset[str]


def dataset_faults(file: str, dataset: Dataset, rows: Iterable[Row], known: References) -> Iterator[Fault]:
    """The faults in what a dataset names: indicators, areas, origins, and observations that stand twice."""
    if dataset.table is not None:
        for indicator in dataset.indicators:
            yield from _unknown(file, None, "indicators", indicator, known.indicators, "indicators.yaml")
        return
    first_lines: dict[object, int] = {}
    for line, row in rows:
        yield from _unknown(file, line, "INDICATOR", row.indicator, known.indicators, "indicators.yaml")
        yield from _unknown(file, line, "REF_AREA", row.area, known.areas, "areas.csv")
        if row.counterpart:
            yield from _unknown(file, line, "COUNTERPART_AREA", row.counterpart, known.areas, "areas.csv")
        yield from _unknown(file, line, "ORIGIN", row.origin, known.origins, "the dataset's origins")
        before = first_lines.setdefault(_identity(row), line)
        if before != line:
            found = f"{row.indicator}, {row.area}, {row.period} again"
            hint = "Two figures for one thing are two publishers or two vintages."
            yield Fault(file, line, None, found, f"it once; it stands in line {before}", hint)


def event_faults(events: Iterable[tuple[int, Event]], known: References) -> Iterator[Fault]:
    """The faults in what events name."""
    for line, event in events:
        for area in event.areas:
            yield from _unknown("events.csv", line, "AREAS", area, known.areas, "areas.csv")
        yield from _unknown("events.csv", line, "ORIGIN", event.origin, known.origins, "an origin of a dataset")


def _identity(row: Observation) -> object:
    return row.indicator, row.area, row.counterpart, row.period, row.unit, row.vintage, row.converted_from


def _unknown(
    file: str, line: int | None, column: str, found: str, valid: frozenset[str], where: str
) -> Iterator[Fault]:
    if found in valid or not valid:  # a list that could not be read is a fault of its own, not one of each row
        return
    near = nearest(found, valid)
    yield Fault(
        file, line, column, found, f"an id or code of {where}", f"Nearest: {', '.join(near)}." if near else None
    )
