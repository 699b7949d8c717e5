"""Every error this library raises, classed by what the caller can do about it.

A message says what was found, what was expected, where, how to fix it, and the nearest valid value.

```
IndicatorsError
├── UsageError                    the request can't be understood: ask again
│   ├── UnknownNameError          no indicator, area, dataset ... has this name
│   ├── PeriodError               not a time period
│   ├── UnknownUnitError          not a unit
│   └── ViewError                 a view can't be read from its address, command, call or file
├── UnitMismatchError             no rule in use converts one unit into the other
├── RateMissingError              no publisher gives the exchange rate that a conversion needs
├── NotAllowedError               this installation, or this person, may not change the store
├── ToolMissingError              a program or package has to be installed first
├── ProviderError                 a publisher's service answers with something other than figures
│   └── ProviderUnreachableError  it can't be reached or asks to wait: try again later
└── DataError                     a file or folder doesn't contain what it should
    ├── DatasetFaultsError        every fault in the files, each with its file and line
    └── StoreError                a store can't be read
        └── EngineError           the database engine that holds a store can't be reached or refuses the query
```

A part of a store that can't be read is skipped with a `StoreWarning`; the rest keeps working.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

__all__ = [
    "DataError",
    "DatasetFaultsError",
    "EngineError",
    "Fault",
    "IndicatorsError",
    "NotAllowedError",
    "PeriodError",
    "ProviderError",
    "ProviderUnreachableError",
    "RateMissingError",
    "StoreError",
    "StoreWarning",
    "ToolMissingError",
    "UnitMismatchError",
    "UnknownNameError",
    "UnknownUnitError",
    "UsageError",
    "ViewError",
    "find_nearest",
    "shorten",
    "suggest_nearest",
]


_LONGEST_PART: Final = 1_000  # of a message, which may have names from a damaged file


class IndicatorsError(Exception):
    """The base class of every error in this library.

    Args:
        message: A sentence that says what is wrong.
        found: What was given or read.
        expected: What would have been valid.
        hint: How to fix it.

    >>> print(IndicatorsError("Not a year.", found="20x4", expected="four digits", hint="Write 2024."))
    Not a year. Found: 20x4. Expected: four digits. Write 2024.
    """

    def __init__(
        self, message: str, *, found: str | None = None, expected: str | None = None, hint: str | None = None
    ) -> None:
        self.message = message
        self.found = None if found is None else shorten(found)
        self.expected = expected
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        parts = [self.message]
        if self.found is not None:
            parts.append(f"Found: {self.found}.")
        if self.expected is not None:
            parts.append(f"Expected: {self.expected}.")
        if self.hint is not None:
            parts.append(self.hint)
        return " ".join(part if len(part) <= _LONGEST_PART else f"{part[:_LONGEST_PART]}…" for part in parts)


class UsageError(IndicatorsError):
    """The request can't be understood; a different request can."""


class UnknownNameError(UsageError):
    """Nothing of this kind has this name.

    Args:
        kind: What was looked for: ``"indicator"``, ``"area"``, ``"dataset"``.
        name: The name that was given.
        valid: The names that exist; the nearest ones are suggested.
        meant: Names to suggest instead, if it is known what may be meant.

    >>> print(UnknownNameError("indicator", "gdpp", ["gdp", "gdp-growth", "inflation"]))
    There is no indicator 'gdpp'. Nearest: gdp.
    """

    def __init__(self, kind: str, name: str, valid: Iterable[str] = (), *, meant: Sequence[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.nearest = tuple(meant) or find_nearest(name, valid)
        hint = f"Nearest: {', '.join(self.nearest)}." if self.nearest else None
        super().__init__(f"There is no {kind} {shorten(name)!r}.", hint=hint)


class PeriodError(UsageError):
    """A text is not a time period, or a time span ends before it begins."""


class UnknownUnitError(UsageError):
    """A text is not a unit of measure."""


class ViewError(UsageError):
    """The text of a view can't be read."""


class UnitMismatchError(IndicatorsError):
    """Two units differ in dimension, and the rule between them (a rate, a deflator) is missing."""


class RateMissingError(IndicatorsError):
    """A conversion needs an exchange rate that no publisher gives."""


class NotAllowedError(IndicatorsError):
    """A change that this installation, or this person, may not make."""


class ToolMissingError(IndicatorsError):
    """A required program or package is not installed or does not respond."""


class ProviderError(IndicatorsError):
    """A publisher's service refuses a request, or answers with something other than figures."""


class ProviderUnreachableError(ProviderError):
    """A publisher's service can't be reached at the moment, or asks to wait; the same request may succeed later."""


class DataError(IndicatorsError):
    """A file or folder doesn't contain what it should."""


class StoreError(DataError):
    """A store can't be opened or read."""


class EngineError(StoreError):
    """The database engine that holds a store can't be reached or started, or refuses the query."""


class StoreWarning(UserWarning):
    """Part of a store can't be read and is skipped; the rest keeps working."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in one place of a file.

    Attributes:
        file: The file, relative to the folder that was read.
        line: The line, from 1; ``None`` when the fault concerns the whole file.
        column: The column or key, if there is one.
        found: What the file contains.
        expected: What would be valid.
        hint: How to fix it, or the nearest valid value.

    >>> print(Fault("raec/observations.csv", 7, "REF_AREA", "RUSS", "a code of areas.csv", "Nearest: RUS."))
    raec/observations.csv:7: REF_AREA: found 'RUSS', expected a code of areas.csv. Nearest: RUS.
    """

    file: str
    line: int | None
    column: str | None
    found: str
    expected: str
    hint: str | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        column = "" if self.column is None else f"{self.column}: "
        hint = "" if self.hint is None else f" {self.hint}"
        return f"{place}: {column}found {shorten(self.found)!r}, expected {self.expected}.{hint}"


class DatasetFaultsError(DataError):
    """Every fault in the files that were read, so that all can be fixed at once.

    Args:
        faults: The faults, in the order of the files.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(str(fault) for fault in self.faults)
        count = len(self.faults)
        super().__init__(f"{count} {'fault' if count == 1 else 'faults'}:\n{lines}")


def find_nearest(name: str, valid: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the valid names most similar to the given one, best first.

    >>> find_nearest("russia", ["Russia", "Prussia", "China"])
    ('Russia', 'Prussia')
    """
    by_folded: dict[str, str] = {}
    for candidate in valid:
        by_folded.setdefault(candidate.casefold(), candidate)
    wanted = name.casefold()[:100]  # difflib is quadratic: a hostile name must not cost seconds
    return tuple(by_folded[match] for match in get_close_matches(wanted, by_folded, n=most, cutoff=0.6))


def suggest_nearest(name: str, valid: Iterable[str]) -> str | None:
    """Return the nearest valid names as the hint of an error, or ``None`` if none is similar.

    >>> suggest_nearest("RUSS", ["CHN", "RUS"])
    'Nearest: RUS.'
    """
    near = find_nearest(name, valid)
    return f"Nearest: {', '.join(near)}." if near else None


def shorten(text: str, *, most: int = 80) -> str:
    """Return the text as one printable line of at most ``most`` characters.

    >>> shorten("a" * 100, most=5)
    'aaaa…'
    """
    line = "".join(character if character.isprintable() else "�" for character in text)
    return line if len(line) <= most else line[: most - 1] + "…"
