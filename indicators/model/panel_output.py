"""Methods of a panel that need the layers above it: convert, draw, save and cite.

A panel states what it needs as a protocol. The store gives each of its panels a `UnitConverter`; the package registers
the one `PanelOutput` when it is imported, so that no module here imports charts or exports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import os

    from indicators.model.origins import CitationStyle
    from indicators.model.panel import Panel


class UnitConverter(Protocol):
    """Converts panels to other units; a store gives its panels one that knows its exchange rates."""

    def convert_panel(self, panel: Panel, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """Return the panel in another unit."""


@dataclass(frozen=True, slots=True)
class SeriesAge:
    """How old the figures of an indicator for one area are.

    Attributes:
        indicator: Id of the indicator.
        code: Code of the area.
        updated: The day from which the newest of its figures were known, ``YYYY-MM-DD``.
        last_year: The year of its last actual value; ``None`` if it has none.
    """

    indicator: str
    code: str
    updated: str
    last_year: int | None


AgeReader = Callable[["tuple[str, ...]", "tuple[str, ...]"], "tuple[SeriesAge, ...]"]
"""Reads how old the figures of some indicators for some areas are, of all time; a store gives its panels one."""


class PanelOutput(Protocol):
    """Draws, saves and cites panels."""

    def draw_panel(self, panel: Panel, chart: str, **options: str) -> Any:
        """Draw a panel as a Plotly figure."""

    def save_panel(self, panel: Panel, path: str | os.PathLike[str], *, chart: str, size: str) -> Path:
        """Write a panel to a file."""

    def cite_panel(self, panel: Panel, style: CitationStyle) -> str:
        """Cite a panel and its sources."""


_LOADERS: list[Callable[[], PanelOutput]] = []


def register_panel_output(load: Callable[[], PanelOutput]) -> None:
    """Register the function that imports what draws, saves and cites panels."""
    _LOADERS[:] = [load]


def load_panel_output() -> PanelOutput:
    """Import what draws, saves and cites panels."""
    return _LOADERS[0]()  # registered by the package itself, which is imported before any of its modules
