"""What one file says of another: ids and codes that must exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["NOTHING_KNOWN", "ReferenceKind", "References"]

ReferenceKind = Literal["indicators", "areas", "origins"]


@dataclass(frozen=True, slots=True)
class References:
    """The ids and codes that a row may name.

    An empty list knows nothing and so forbids nothing: that a list could not be read is one fault, not one of
    each row that names something in it.

    >>> known = References(areas=frozenset({"RUS", "CHN"}))
    >>> known.knows("areas", "RUSS"), known.knows("origins", "raec")
    (False, True)
    """

    indicators: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()

    def knows(self, kind: ReferenceKind, name: str) -> bool:
        """Whether there is such an indicator, area or origin."""
        valid = self.list_names(kind)
        return not valid or name in valid

    def list_names(self, kind: ReferenceKind) -> frozenset[str]:
        """All names of a kind."""
        return {"indicators": self.indicators, "areas": self.areas, "origins": self.origins}[kind]


NOTHING_KNOWN = References()
"""For reading a file by itself: every id and code is let pass."""
