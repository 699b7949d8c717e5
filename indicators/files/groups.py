"""``groups.yaml``: groups of countries, with the days on which members joined and left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from indicators.errors import Fault, suggest_nearest
from indicators.files.descriptions import ListEntry, read_list
from indicators.files.field_types import (
    NOTHING_KNOWN,
    Code,
    DayField,
    Identifier,
    References,
    Required,
    Words,
    make_field_error,
)
from indicators.model.groups import AreaGroup, Membership


def _codes(text: Any) -> tuple[str, ...]:
    codes = tuple(str(text).split())
    if not codes or not all(re.fullmatch(r"[A-Z][A-Z0-9_]{1,15}", code, re.ASCII) for code in codes):
        raise make_field_error("country codes separated by spaces, such as BRA CHN IND RUS")
    return codes


_Codes = Annotated[tuple[str, ...], BeforeValidator(_codes)]


class GroupEntry(ListEntry):
    """A group as written in a file."""

    id: Code
    name: Required
    kind: Literal["forum", "union", "organisation", "region", "income", "geographic", "fixed"]
    origin: Identifier
    aliases: list[Required] = Field(default_factory=list)
    aggregate: Words = ""
    note: Words = ""
    members: dict[DayField, _Codes]
    left: dict[DayField, _Codes] = Field(default_factory=dict)

    def to_group(self) -> AreaGroup:
        """Return the group; a departure ends the last time that a country joined before."""
        departures = _list_days(self.left)
        memberships = []
        for code, joined in _list_days(self.members).items():
            for first, following in pairwise([*joined, date.max]):
                last = next((day for day in departures.get(code, ()) if first <= day < following), None)
                memberships.append(Membership(code, first, last))
        return AreaGroup(
            self.id, self.name, self.kind, tuple(memberships), self.origin, self.aggregate, tuple(self.aliases),
            self.note,
        )  # fmt: skip


def _list_days(by_day: Mapping[date, tuple[str, ...]]) -> dict[str, list[date]]:
    """List the days of each code, in order."""
    days: dict[str, list[date]] = {}
    for day, codes in sorted(by_day.items()):
        for code in codes:
            days.setdefault(code, []).append(day)
    return days


def read_groups(path: Path, file: str, known: References = NOTHING_KNOWN) -> tuple[tuple[AreaGroup, ...], list[Fault]]:
    """Read ``groups.yaml``; empty if there is no such file.

    Returns:
        The groups and the faults.
    """
    if not path.exists():
        return (), []
    entries, faults = read_list(path, file, GroupEntry)
    faults += [fault for entry in entries for fault in _find_faults(entry, file, known)]
    return tuple(entry.to_group() for entry in entries), faults


def _find_faults(entry: GroupEntry, file: str, known: References) -> Iterator[Fault]:
    joined, left = _list_days(entry.members), _list_days(entry.left)
    for code in [*joined, *([entry.aggregate] if entry.aggregate else [])]:
        if not known.knows("areas", code):
            yield Fault(file, None, entry.id, code, "a code of areas.csv", suggest_nearest(code, known.areas))
    if not known.knows("origins", entry.origin):
        hint = suggest_nearest(entry.origin, known.origins)
        yield Fault(file, None, entry.id, entry.origin, "an id of origins.yaml", hint)
    for code in sorted({*joined, *left}):
        turns = [(day, False) for day in joined.get(code, ())] + [(day, True) for day in left.get(code, ())]
        is_member = False
        for day, leaves in sorted(turns):
            if is_member and not leaves:
                yield Fault(file, None, entry.id, f"{code} again", "a day on which it left before it joins again")
            elif leaves and not is_member:
                yield Fault(file, None, entry.id, f"{code} left on {day}", "a day on which it was a member")
            is_member = not leaves
