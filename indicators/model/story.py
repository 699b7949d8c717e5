"""What a person adds to a chart: a title, notes on points in time, and whether it is locked for embedding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from indicators.errors import UsageError, shorten
from indicators.model import messages
from indicators.model.periods import TimePeriod

MOST_NOTES: Final = 8
"""The most notes of one chart."""
_LONGEST_TITLE: Final = 150
_LONGEST_NOTE: Final = 80
_JOINERS: Final = "\u200c\u200d"  # they shape letters and pictures
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cn", "Cs"})
_SEPARATOR: Final = re.compile(r"%(?=7E|25)|~")
_ESCAPED: Final = re.compile(r"%(7E|25)")


@dataclass(frozen=True, slots=True)
class ChartNote:
    """A note on a point in time.

    Attributes:
        period: The year, quarter, month or day.
        text: A few words.
    """

    period: TimePeriod
    text: str

    def __str__(self) -> str:
        return f"{self.period}:{_SEPARATOR.sub(_escape, self.text)}"


@dataclass(frozen=True, slots=True)
class Story:
    """What a person adds to a chart; it changes no figure.

    Attributes:
        title: Its title; the one made from the figures if empty.
        notes: Notes on points in time.
        lock: Whether a page shows only the chart, its title, notes and source.
    """

    title: str = ""
    notes: tuple[ChartNote, ...] = ()
    lock: bool = False


NO_STORY: Final = Story()


def read_chart_title(text: str) -> str:
    """Read a title as one line.

    Raises:
        UsageError: It is too long.

    >>> read_chart_title("  Prices   fell ")
    'Prices fell'
    """
    return _read_line(text, "title", _LONGEST_TITLE)


def parse_note(text: str) -> ChartNote:
    """Read one note: a period, a colon and a few words.

    Raises:
        UsageError: The words are missing or too many.
        PeriodError: The period is not understood.

    >>> parse_note("2020-03:Pandemic").period.label
    'March 2020'
    """
    when, colon, words = text.partition(":")
    line = _read_line(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), words), "note", _LONGEST_NOTE)
    if not colon or not line:
        raise UsageError(messages.NOT_A_NOTE, found=shorten(text), expected="2020:Pandemic or 2020-03:Pandemic")
    return ChartNote(TimePeriod.parse(when.strip()), line)


def write_notes(notes: Iterable[ChartNote]) -> str:
    """Write notes as one text, which separates them by ``~``."""
    return "~".join(map(str, notes))


def _escape(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _read_line(text: str, what: str, most: int) -> str:
    visible = (one for one in " ".join(text.split()) if one in _JOINERS or unicodedata.category(one) not in _INVISIBLE)
    line = " ".join("".join(visible).split())
    if len(line) > most:
        expected = messages.AT_MOST_CHARACTERS.format(count=most)
        raise UsageError(messages.TOO_LONG.format(what=what), found=shorten(line), expected=expected)
    return line
