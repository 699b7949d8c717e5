"""``groups.yaml``: groups of countries, with the days on which members joined and left."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from indicators.model.codelists import AreaGroup, Membership

__all__ = ["read_groups"]


def _codes(text: Any) -> tuple[str, ...]:
    codes = tuple(str(text).split())
    if not codes or not all(re.fullmatch(r"[A-Z][A-Z0-9_]{1,9}", code, re.ASCII) for code in codes):
        raise make_field_error("country codes separated by spaces, such as BRA CHN IND RUS")
    return codes


_Codes = Annotated[tuple[str, ...], BeforeValidator(_codes)]


class GroupEntry(ListEntry):
    """A group as written in a file."""

    id: Code
    name: Required
    kind: Literal["forum", "union", "organisation", "region", "income"]
    origin: Identifier
    aliases: list[Required] = Field(default_factory=list)
    aggregate: Words = ""
    note: Words = ""
    members: dict[DayField, _Codes]
    left: dict[DayField, _Codes] = Field(default_factory=dict)

    def to_group(self) -> AreaGroup:
        """Return the group; a member can't leave and join again."""
        last = {code: day for day, codes in self.left.items() for code in codes}
        memberships = tuple(
            Membership(code, day, last.get(code)) for day, codes in self.members.items() for code in codes
        )
        return AreaGroup(
            self.id, self.name, self.kind, memberships, self.origin, self.aggregate, tuple(self.aliases), self.note
        )


def read_groups(path: Path, file: str, known: References = NOTHING_KNOWN) -> tuple[tuple[AreaGroup, ...], list[Fault]]:
    """Read ``groups.yaml``; empty if there is no such file.

    Args:
        path: The file.
        file: Its name in faults.
        known: The areas and origins it may refer to.

    Returns:
        The groups and the faults.
    """
    if not path.exists():
        return (), []
    entries, faults = read_list(path, file, GroupEntry)
    groups = tuple(entry.to_group() for entry in entries)
    return groups, faults or [fault for group in groups for fault in _unknown(group, file, known)]


def _unknown(group: AreaGroup, file: str, known: References) -> Iterator[Fault]:
    codes = [one.area for one in group.memberships] + ([group.aggregate] if group.aggregate else [])
    for code in codes:
        if not known.knows("areas", code):
            yield Fault(file, None, group.code, code, "a code of areas.csv", suggest_nearest(code, known.areas))
    if not known.knows("origins", group.origin):
        hint = suggest_nearest(group.origin, known.origins)
        yield Fault(file, None, group.code, group.origin, "an id of origins.yaml", hint)
    for code in sorted({code for code in codes if codes.count(code) > 1} - {group.aggregate}):
        yield Fault(file, None, group.code, f"{code} again", "each member once")
    for one in group.memberships:
        if one.last is not None and one.last < one.first:
            yield Fault(file, None, group.code, f"{one.area} left on {one.last}", f"a day after {one.first}")
