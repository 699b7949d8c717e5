"""What to watch, as a YAML file.

```yaml
update: true                  # ask the publishers for what was fetched before looking
unreachable_days: 3           # say so when one can't be asked for that long
watch:
  - indicator: inflation      # one or several, joined by ~
    country: RUS~CHN          # all if left out
    revision: 0.1             # only revisions larger than this, in the unit of the figure, or in percent of it: 1%
    above: 5                  # say so when the latest figure gets above
    below: 2                  # or below
    missed: 0.5               # say so when an outcome differs from its forecast by more
```
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from indicators.errors import DatasetFaultsError
from indicators.files.documents import read_document
from indicators.files.field_types import Record, Required, Words, collect_faults, make_field_error


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How large a change may be that is not worth a word.

    Attributes:
        size: Its size.
        is_percent: Whether it is in percent of the figure, and not in its unit.

    >>> Tolerance(1, True).allows(200, 201.9), Tolerance(0.1).allows(2, 2.2)
    (True, False)
    """

    size: float = 0
    is_percent: bool = False

    def allows(self, before: float, after: float) -> bool:
        """Return whether a change from one value to another is within it."""
        most = abs(before) * self.size / 100 if self.is_percent else self.size
        return abs(after - before) <= most


def _read_tolerance(given: Any) -> Any:
    text = str(given).strip()
    try:
        size = float(text.removesuffix("%"))
    except ValueError:
        raise make_field_error("a number, or a percentage such as 1%") from None
    if not 0 <= size < float("inf"):
        raise make_field_error("a number, or a percentage such as 1%", "It has no sign.")
    return Tolerance(size, is_percent=text.endswith("%"))


_ToleranceField = Annotated[Tolerance, BeforeValidator(_read_tolerance)]


class WatchRule(Record):
    """Figures to watch, and what about them is worth a word."""

    indicator: Required
    country: Words = ""
    revision: _ToleranceField = Tolerance()
    above: float | None = Field(default=None, allow_inf_nan=False)
    below: float | None = Field(default=None, allow_inf_nan=False)
    missed: _ToleranceField | None = None


class WatchFile(Record):
    """A file of rules."""

    update: bool = False
    unreachable_days: int = Field(default=1, ge=0)
    watch: list[WatchRule] = Field(min_length=1)


def read_watch_file(path: Path) -> WatchFile:
    """Read a file of rules.

    Raises:
        DatasetFaultsError: It is not one; lists every fault with its line.
    """
    document, faults = read_document(path, path.name)
    if not faults:
        try:
            return WatchFile.model_validate(document.content or {})
        except ValidationError as error:
            faults = collect_faults(error, path.name, document.find_line)
    raise DatasetFaultsError(faults)
