"""What every type of chart gives back: the figure, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from indicators.model.panel import Panel

__all__ = ["Chart"]


@dataclass(frozen=True)
class Chart:
    """A panel, drawn.

    Attributes:
        figure: Without title and source, on a transparent ground.
        shown: The part of the panel that is drawn.
        seen: Sentences on what a sighted reader sees.
        remarks: Sentences on what is not drawn, and why.
        title: What it shows, where that is not simply the panel.
        when: The time it shows, where that is not simply the panel's.
        where: The areas it shows, where they are not simply to be listed.
    """

    figure: go.Figure
    shown: Panel
    seen: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    title: str = ""
    when: str = ""
    where: str = ""
