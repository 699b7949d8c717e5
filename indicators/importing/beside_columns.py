"""Columns that describe only one column of values: *Sales Unit* beside *Sales*, *Y2019F* beside *Y2019*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from indicators.importing.column_names import fold_heading
from indicators.importing.details import keep_whole_intervals
from indicators.importing.mapping import ColumnMapping

_DETAILS: Final = ("lower", "upper", "qualifier", "note")
_WORDS: Final = {
    "unit": ("unit",),
    "status": ("status", "flag", "flags", "f", "flagandfootnotes"),
    **{detail: (detail,) for detail in _DETAILS},
}
"""What follows the name of the column of values, by kind."""


def _squeeze(name: str) -> str:
    return fold_heading(name).replace(" ", "")


def find_beside(values: Iterable[str], kind: str, header: Sequence[str]) -> dict[str, str]:
    """Find the columns of a kind that belong to columns of values.

    Args:
        values: The columns of values.
        kind: ``unit``, ``status`` or a detail.
        header: The columns to look among.

    >>> find_beside(["Sales", "Y2019"], "status", ["Sales", "Sales Status", "Y2019", "Y2019F"])
    {'Sales': 'Sales Status', 'Y2019': 'Y2019F'}
    """
    squeezed = {_squeeze(name): name for name in header}
    beside = {name: [squeezed.get(f"{_squeeze(name)}{word}", "") for word in _WORDS[kind]] for name in values}
    found = {name: next(filter(None, columns), "") for name, columns in beside.items()}
    return {name: column for name, column in found.items() if column}


def add_beside(mapping: ColumnMapping, free: Sequence[str], flags: Sequence[str] = ()) -> ColumnMapping:
    """Add the columns that describe only one column of values, which have no figures of their own.

    Args:
        mapping: The columns that have a role.
        free: The columns that had none.
        flags: Those of them that say yes or no to a status: *Sales estimated*, *is_estimated*.

    >>> add_beside(ColumnMapping(values={"Sales": "Sales", "Sales Lower": ""}), ["Sales", "Sales Lower"]).values
    {'Sales': 'Sales'}
    """
    found = {kind: find_beside(mapping.values, kind, free) for kind in _WORDS}
    for flag in flags:
        about = "".join(word for word in fold_heading(flag).split()[:-1] if word != "is")
        found["status"] |= {name: flag for name in mapping.values if about == _squeeze(name)}
        mapping = mapping if about or mapping.status else replace(mapping, status=flag)
    flags = [name for name in free if name not in mapping.values and _squeeze(name).endswith(("flag", "flags"))]
    if len(mapping.values) == len(flags) == 1 and not (mapping.status or found["status"]):
        found["status"] = {next(iter(mapping.values)): flags[0]}  # under the code of a series, not its title
    taken = {column for columns in found.values() for column in columns.values()}
    values = {name: title for name, title in mapping.values.items() if name not in taken}
    details = {name: keep_whole_intervals({kind: found[kind].get(name, "") for kind in _DETAILS}) for name in values}
    return replace(
        mapping, values=values, value_units=found["unit"] | mapping.value_units,
        value_statuses=found["status"] | mapping.value_statuses,
        value_details={name: columns for name, columns in details.items() if columns} | mapping.value_details,
    )  # fmt: skip
