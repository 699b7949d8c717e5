"""The one entry to all charts: a panel and what a reader asked for, drawn, with the words that belong to the drawing.

A page shows `Drawing.figure` below headings of its own. A picture or a file needs everything inside: that is
`Drawing.standalone`, which needs no page, no server and no network.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.headings import source_line, subtitle, title
from indicators.charts.line import line_chart
from indicators.charts.look import Look
from indicators.charts.narration import alternative_text
from indicators.charts.palette import Ground
from indicators.charts.standalone import framed
from indicators.model import Event
from indicators.panel import Panel
from indicators.view import View

__all__ = ["Drawing", "draw"]

_MOST_LINES = 40


@dataclass(frozen=True)
class Drawing:
    """A chart with its words.

    Attributes:
        figure: The chart without title and source, on a transparent ground.
        title: What is shown, in which unit and by which rule.
        subtitle: Where and when.
        source: Who published the figures.
        alternative_text: What a sighted reader sees.
        remarks: Sentences on what was left out or drawn otherwise than asked for, and why.
        ground: Whether it was drawn for a light or a dark ground.
    """

    figure: go.Figure
    title: str
    subtitle: str
    source: str
    alternative_text: str
    remarks: tuple[str, ...]
    ground: Ground

    @property
    def config(self) -> dict[str, Any]:
        """What ``plotly.js`` is told beside the figure."""
        return {"displayModeBar": False}

    def standalone(self, *, width: int = 1000, link: str = "") -> go.Figure:
        """The chart as a picture of its own: opaque ground, title, subtitle, source and link inside.

        Args:
            width: In pixels; the height follows from the chart and the words, and stands in the layout.
            link: The address where the chart can be had alive; none if empty.
        """
        words = (self.title, self.subtitle, self.source, link)
        return framed(self.figure, *words, ground=self.ground, width=width)


def draw(
    panel: Panel,
    view: View,
    *,
    ground: Ground = "light",
    narrow: bool = False,
    events: Iterable[Event] = (),
    locale: str = "en",
) -> Drawing:
    """Draw a panel as a reader asked for.

    Args:
        panel: The figures, on the reader's terms; it may be empty.
        view: What the reader asked for: kind of chart, axis, countries in the order chosen.
        ground: Whether it stands on a light or dark ground.
        narrow: Whether there is no room for names beside the chart.
        events: Marked where they happened.
        locale: A locale of CLDR, for the marks between digits.

    Returns:
        The drawing; what could not be drawn is said in its remarks.
    """
    drawn, remarks = _drawable(panel, view)
    look = Look(ground, narrow, locale, view.areas)
    figure = line_chart(drawn, look, scale=view.scale, events=events)
    return Drawing(figure, title(panel), subtitle(panel, order=view.areas), source_line(panel), alternative_text(panel), remarks, ground)


def _drawable(panel: Panel, view: View) -> tuple[Panel, tuple[str, ...]]:
    """The part of a panel that can be drawn, and a sentence for each part that cannot."""
    remarks = []
    series = panel.series()
    if len(series) > _MOST_LINES:
        remarks.append(
            f"{len(series)} lines are too many to tell apart: the first {_MOST_LINES} are drawn, all are in the table."
        )
        panel = panel.with_frame(pd.concat(series[:_MOST_LINES], ignore_index=True))
    if view.scale == "log" and bool((panel.frame["value"] <= 0).any()):
        remarks.append("A logarithmic axis has no place for zero and below: those figures are left out of the chart.")
    return panel, tuple(remarks)
