"""Every error this library raises, by what the caller can do about it.

Each message says what was found, what was expected, where, and the nearest valid value.

```
IndicatorsError
├── UsageError                    what was asked for is not understood: ask again
│   ├── UnknownNameError          no indicator, area, dataset … of that name
│   ├── PeriodError               not a period of time
│   ├── UnknownUnitError          not a unit
│   └── ViewError                 a view that cannot be read, from an address, a command, a call or a file
├── UnitMismatchError             two units that no rule in force brings together
├── RateMissingError              a conversion that needs a rate nobody published
├── ToolMissingError              a program or package that has to be installed first
└── DataError                     a file or folder that does not hold what it should
    ├── DatasetFaultsError        all the faults of the files, each with file and line
    └── StoreError                a store that cannot be read
        └── EngineError           another engine that holds it cannot be reached, or refuses
```
What is left out of a store, while the rest goes on working, is told by a `StoreWarning`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

__all__ = [
    "DataError",
    "DatasetFaultsError",
    "EngineError",
    "Fault",
    "IndicatorsError",
    "PeriodError",
    "RateMissingError",
    "StoreError",
    "StoreWarning",
    "ToolMissingError",
    "UnitMismatchError",
    "UnknownNameError",
    "UnknownUnitError",
    "UsageError",
    "ViewError",
    "nearest",
    "shortened",
]


class IndicatorsError(Exception):
    """The root of all errors of this library.

    Args:
        message: A sentence that says what is wrong.
        found: What stood there.
        expected: What should have stood there.
        hint: How to mend it.

    >>> print(IndicatorsError("No year.", found="20x4", expected="four digits", hint="Write 2024."))
    No year. Found: 20x4. Expected: four digits. Write 2024.
    """

    def __init__(
        self, message: str, *, found: str | None = None, expected: str | None = None, hint: str | None = None
    ) -> None:
        self.message = message
        self.found = None if found is None else shortened(found)
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
        return " ".join(parts)


class UsageError(IndicatorsError):
    """What was asked for is not understood; asked differently, it would be."""


class UnknownNameError(UsageError):
    """No thing of this kind has this name.

    Args:
        kind: What was looked for: ``"indicator"``, ``"area"``, ``"dataset"``.
        name: The name that was given.
        valid: The names that exist, from which the nearest are offered.

    >>> print(UnknownNameError("indicator", "gdpp", ["gdp", "gdp-growth", "inflation"]))
    There is no indicator 'gdpp'. Nearest: gdp.
    """

    def __init__(self, kind: str, name: str, valid: Iterable[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.nearest = nearest(name, valid)
        hint = f"Nearest: {', '.join(self.nearest)}." if self.nearest else None
        super().__init__(f"There is no {kind} {shortened(name)!r}.", hint=hint)


class PeriodError(UsageError):
    """A text that is no period of time, or a span that ends before it begins."""


class UnknownUnitError(UsageError):
    """A text that is no unit of measure."""


class ViewError(UsageError):
    """A view whose text cannot be read."""


class UnitMismatchError(IndicatorsError):
    """Two units of different dimension: a rule (a rate, a deflator) is missing between them."""


class RateMissingError(IndicatorsError):
    """A conversion that needs a rate which no publisher gives."""


class ToolMissingError(IndicatorsError):
    """A program or package that is needed is not there, or does not answer."""


class DataError(IndicatorsError):
    """A file or a folder that does not hold what it should."""


class StoreError(DataError):
    """A store that cannot be opened or read."""


class EngineError(StoreError):
    """The engine that holds a store cannot be reached or started, or it refuses: it is of no one dataset."""


class StoreWarning(UserWarning):
    """Something of a store cannot be read and is left out; the rest goes on working."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place of a file.

    Attributes:
        file: The file, relative to the folder that was read.
        line: The line, from 1; ``None`` when the fault is of the file as a whole.
        column: The column or key, where there is one.
        found: What stands there.
        expected: What should stand there.
        hint: How to mend it, or the nearest valid value.

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
        return f"{place}: {column}found {shortened(self.found)!r}, expected {self.expected}.{hint}"


class DatasetFaultsError(DataError):
    """All the faults of the files that were read, so that they can be mended in one go.

    Args:
        faults: The faults, in the order of the files.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(str(fault) for fault in self.faults)
        count = len(self.faults)
        super().__init__(f"{count} {'fault' if count == 1 else 'faults'}:\n{lines}")


def nearest(name: str, valid: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The valid names that look most like the one given, best first.

    >>> nearest("russia", ["Russia", "Prussia", "China"])
    ('Russia', 'Prussia')
    """
    by_folded: dict[str, str] = {}
    for candidate in valid:
        by_folded.setdefault(candidate.casefold(), candidate)
    wanted = name.casefold()[:100]  # difflib is quadratic: a hostile name must not cost seconds
    return tuple(by_folded[match] for match in get_close_matches(wanted, by_folded, n=most, cutoff=0.6))


def shortened(text: str, *, most: int = 80) -> str:
    """The text as one printable line of at most ``most`` characters.

    >>> shortened("a" * 100, most=5)
    'aaaa…'
    """
    line = "".join(character if character.isprintable() else "�" for character in text)
    return line if len(line) <= most else line[: most - 1] + "…"
