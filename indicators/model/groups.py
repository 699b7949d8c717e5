"""Groups of countries: their members on any day, and the one rule for what the name of a group stands for.

- ``EU`` is the group as a whole, one line, if figures are published for it; a group without such figures, as ``BRICS``,
  stands for its members.
- ``EU:members`` are always its members today.
- ``EU:2003`` and ``EU:2020-01-31`` are always its members at the end of that period, or on that day.

The rule holds in addresses, commands, Python, saved views, imports and checks; `GroupList` is the only place that
knows it. Any name of the group may be used, also that of its total: ``OED:members`` is ``OECD:members``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

from indicators.errors import PeriodError, UnknownNameError, UsageError
from indicators.model import messages
from indicators.model.citations import spell_date
from indicators.model.codelists import Area, AreaList, fold_name
from indicators.model.periods import TimePeriod

_MEMBERS: Final = "members"
_FEWEST, _FEWEST_PAST = 5, 8  # members of a group that is recognised, and of one as it once was


@dataclass(frozen=True, slots=True)
class Membership:
    """A time during which an area belonged to a group, both days inclusive; a current member has no last one."""

    area: str
    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """A group of countries, with its members over time.

    Attributes:
        code: Its code, such as ``G7``; for groups of the World Bank, the code of the aggregate.
        name: The name to show.
        kind: ``forum``, ``union``, ``organisation``, ``region`` or ``income`` of the World Bank, ``geographic``, or
            ``fixed`` for a list of countries that is the same in all years, such as the EU of 15.
        memberships: Each member's times in the group.
        origin: Id of the origin that lists the members.
        aggregate: Code of the area that is the group as a whole, if figures are published for it; or empty.
        aliases: Other names that find it.
        note: What users should know.

    >>> g = AreaGroup("G7", "G7", "forum", (Membership("CAN", date(1976, 6, 27)),))
    >>> g.members(), g.members(date(1976, 1, 1))
    (('CAN',), ())
    """

    code: str
    name: str
    kind: Literal["forum", "union", "organisation", "region", "income", "geographic", "fixed"]
    memberships: tuple[Membership, ...]
    origin: str = ""
    aggregate: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""

    def members(self, day: date | None = None) -> tuple[str, ...]:
        """Return the codes of its members on a day, by default today's, in alphabetical order."""
        always = day is None or self.kind == "fixed"
        then = (one for one in self.memberships if (one.last is None if always or day is None else day in one))
        return tuple(sorted(one.area for one in then))

    @property
    def changed(self) -> date:
        """The day of its last known change of members."""
        return self.list_periods()[-1].first

    def list_periods(self) -> tuple[MembershipPeriod, ...]:
        """List the times without a change of members, the earliest first."""
        next_day = timedelta(days=1)
        days = {one.first for one in self.memberships}
        days |= {one.last + next_day for one in self.memberships if one.last is not None}
        starts = sorted(days)
        ends = [*(day - next_day for day in starts[1:]), None]
        return tuple(
            MembershipPeriod(self, frozenset(self.members(first)), first, last)
            for first, last in zip(starts, ends, strict=True)
        )


@dataclass(frozen=True, slots=True)
class MembershipPeriod:
    """A time during which the members of a group, by code, didn't change; ``last`` is ``None`` if it lasts."""

    group: AreaGroup
    members: frozenset[str]
    first: date
    last: date | None

    def covers(self, first: date, last: date) -> bool:
        """Whether the members were these from one day to another."""
        return self.first <= first and (self.last is None or last <= self.last)

    @property
    def label(self) -> str:
        """When the members were these: ``since 1 February 2020``.

        >>> eu = AreaGroup("EU", "EU", "union", (Membership("GBR", date(1973, 1, 1), date(2020, 1, 31)),))
        >>> eu.list_periods()[0].label
        'from 1 January 1973 to 31 January 2020'
        """
        first = spell_date(self.first.isoformat())
        if self.last is None:
            return messages.SINCE_DAY.format(first=first)
        return messages.FROM_DAY_TO_DAY.format(first=first, last=spell_date(self.last.isoformat()))


@dataclass(frozen=True)
class GroupList:
    """All groups, found by any of their names, together with the areas.

    Attributes:
        groups: The groups.
        areas: The areas, some of which are groups as a whole.
    """

    groups: tuple[AreaGroup, ...]
    areas: AreaList

    @cached_property
    def _by_name(self) -> dict[str, AreaGroup]:
        names: dict[str, AreaGroup] = {}
        for name, group in _list_names(self.groups, self.areas):
            names.setdefault(fold_name(name), group)
        return names

    @cached_property
    def _periods(self) -> tuple[MembershipPeriod, ...]:
        return tuple(period for group in self.groups if group.kind != "fixed" for period in group.list_periods())

    def find(self, name: str) -> AreaGroup | None:
        """Return the group with this code or name, or with a total of this code or name; or ``None``."""
        return self._by_name.get(fold_name(name))

    def find_area(self, name: str) -> Area | None:
        """Return the one area of a name: a country, or a group as a whole; ``None`` for members and unknown names."""
        if ":" in name and _read_day(name.rpartition(":")[2].strip()) is not False:
            return None
        area = self.areas.get(name)
        if area is None and (group := self.find(name)) is not None and group.aggregate:
            area = self.areas.by_code.get(group.aggregate)
        return area

    def resolve(self, name: str) -> tuple[str, ...]:
        """Return the codes of the areas that a name stands for, by the rule of this module.

        Raises:
            UsageError: There is no such area or group, or the group had no members at that time.
        """
        known, colon, when = (part.strip() for part in name.rpartition(":"))
        if colon and (day := _read_day(when)) is not False:
            return self._list_members(known, name, day)
        if (area := self.find_area(name)) is not None:
            return (area.code,)
        if (group := self.find(name)) is not None:
            return group.members()
        if colon and self.find(known) is not None:
            raise UsageError(messages.NOT_A_TIME, found=name, expected=messages.WRITE_MEMBERS.format(group=known))
        raise self.make_error(name)

    def _list_members(self, name: str, full: str, day: date | None) -> tuple[str, ...]:
        group = self.find(name)
        if group is None:
            area = self.areas.get(name)
            if area is None:
                raise self.make_error(name)
            message = messages.NOT_A_GROUP if area.kind == "country" else messages.MEMBERS_UNKNOWN
            raise UsageError(
                message.format(area=area.name), found=full, hint=messages.WRITE_AREA.format(code=area.code)
            )
        members = group.members(day)
        if not members:
            first = min(one.first for one in group.memberships)
            message = messages.NO_MEMBERS_THEN.format(group=group.name)
            raise UsageError(message, found=full, hint=messages.KNOWN_SINCE.format(first=first))
        return members

    def make_error(self, name: str) -> UnknownNameError:
        """Return the error for a name that is neither an area nor a group, with the nearest of both."""
        names = [text for one in self.groups for text in (one.code, one.name, *one.aliases)]
        return UnknownNameError("country or group", name, [*self.areas.list_candidates(name), *names])

    def recognize(self, codes: Collection[str]) -> MembershipPeriod | None:
        """Return the group, and when, whose members these areas are, or most of them; or ``None``.

        A few countries may be chosen one by one, so small groups aren't recognised, and past members only if there is
        nobody else. Of several, the one with the most members is taken, and of those the one that lasts. A fixed list
        of countries is a group as it was at some time, so that group is named.
        """
        wanted = frozenset(codes)
        found = [
            period
            for period in self._periods
            if len(period.members) >= _FEWEST
            and (
                period.members == wanted
                if period.last is not None and len(period.members) >= _FEWEST_PAST
                else period.last is None and len(wanted) <= 2 * len(period.members) and period.members <= wanted
            )
        ]
        return max(found, key=lambda period: (len(period.members), period.last is None), default=None)


def _list_names(groups: Iterable[AreaGroup], areas: AreaList) -> Iterator[tuple[str, AreaGroup]]:
    """Yield all names of groups, codes first, so that no name of one group hides the code of another."""
    ordered = sorted(groups, key=lambda group: group.code)
    for group in ordered:
        yield group.code, group
    for group in ordered:
        yield from ((name, group) for name in (group.name, *group.aliases))
    for group in ordered:
        if group.aggregate in areas.by_code:
            whole = areas.by_code[group.aggregate]
            yield from ((name, group) for name in (whole.code, whole.name, *whole.aliases))


def _read_day(when: str) -> date | Literal[False] | None:
    """Return the day on which members are wanted, ``None`` for today, or ``False`` if it is no time."""
    if when.casefold() == _MEMBERS:
        return None
    try:
        return TimePeriod.parse(when).last
    except PeriodError:
        return False
