"""The one entry to all charts: a panel and what a reader asked for, drawn, with the words that belong to the drawing.

A page shows `Drawing.figure` below headings of its own. A picture or a file needs everything inside: that is
`Drawing.standalone`, which needs no page, no server and no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import plotly.graph_objects as go

from indicators.analysis.forecasts import keep_newest_vintages
from indicators.charts.chart import Chart
from indicators.charts.palette import Ground
from indicators.charts.parts.alt_text import narrated
from indicators.charts.parts.headings import write_credits, write_source_line, write_subtitle, write_title
from indicators.charts.parts.standalone import framed
from indicators.charts.style import Look
from indicators.charts.types.area import draw_area_chart
from indicators.charts.types.bar import draw_bar_chart
from indicators.charts.types.line import draw_line_chart
from indicators.charts.types.map import SERVED_FROM, draw_map, embed_shapes
from indicators.charts.types.ranking import draw_ranking_chart
from indicators.charts.types.scatter import draw_scatter_plot
from indicators.charts.types.slope import draw_slope_chart
from indicators.charts.types.small_multiples import draw_small_multiples
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.view import View

__all__ = ["Drawing", "draw_chart"]

_MAP_CREDIT = "Shapes of countries: Natural Earth"


@dataclass(frozen=True)
class Drawing:
    """A chart with its words.

    Attributes:
        figure: The chart without title and source, on a transparent ground.
        title: What is shown, in which unit and by which rule.
        subtitle: Where and when.
        source: Who published the figures, shortly.
        alternative_text: What a sighted reader sees.
        remarks: Sentences on what was left out or drawn otherwise than asked for, and why.
        shown: The part of the panel that is drawn.
        look: For whom it was drawn.
        redrawn: Draws it anew for others.
    """

    figure: go.Figure
    title: str
    subtitle: str
    source: str
    alternative_text: str
    remarks: tuple[str, ...]
    shown: Panel = field(repr=False)
    look: Look = field(repr=False)
    redrawn: Callable[[Look], go.Figure] = field(repr=False, compare=False)

    @property
    def credits(self) -> str:
        """All who published the figures, and their rates of exchange: what a picture or a page of its own bears."""
        return _with_shapes(write_credits(self.shown), is_map=self.is_map)

    @property
    def narrowed(self) -> go.Figure:
        """The same for a screen that has no room for names beside the chart."""
        return self.redrawn(replace(self.look, narrow=True))

    @property
    def config(self) -> dict[str, Any]:
        """What ``plotly.js`` is told beside the figure."""
        return {"displayModeBar": False, "topojsonURL": SERVED_FROM} if self.is_map else {"displayModeBar": False}

    @property
    def is_map(self) -> bool:
        """Whether it is a map, whose shapes the dashboard serves and a picture of its own carries inside."""
        return any(trace.type == "choropleth" for trace in self.figure.data)

    def standalone(self, *, width: int = 1000, link: str = "", room: int = 0, proportion: float = 0.0) -> go.Figure:
        """The chart as a picture of its own: opaque ground, title, subtitle, source and link inside.

        Args:
            width: In pixels; the height follows from the chart and the words, and stands in the layout.
            link: The address where the chart can be had alive; none if empty.
            room: The width of its plot, where it is to be laid out for just that.
            proportion: The width of the picture in its heights, if it is.
        """
        words = (self.title, self.subtitle, self.credits, link)
        fitted = replace(self.look, room=room, proportion=proportion)
        figure = self.redrawn(fitted) if room else self.figure
        figure = embed_shapes(figure) if self.is_map else figure
        return framed(figure, *words, ground=self.look.ground, width=width)


def draw_chart(
    panel: Panel,
    view: View,
    *,
    ground: Ground = "light",
    narrow: bool = False,
    events: Iterable[Event] = (),
    locale: str = "",
    playable: bool = False,
) -> Drawing:
    """Draw a panel as a reader asked for.

    Args:
        panel: The figures, on the reader's terms; it may be empty.
        view: What the reader asked for: kind of chart, axis, countries in the order chosen.
        ground: Whether it stands on a light or dark ground.
        narrow: Whether there is no room for names beside the chart.
        events: Marked where they happened.
        locale: A locale of CLDR, for the marks between digits; the view's if empty.
        playable: Whether the years of a map can be played through in the browser.

    Returns:
        The drawing; what could not be drawn is said in its remarks.
    """
    look = Look(ground, narrow, locale or view.locale or "en", view.areas, view.references)
    marked = tuple(events)
    chart = _chart(panel, view, look, marked, playable=playable)
    remarks = (*chart.remarks, *_without_references(panel, view))
    heading = chart.title or write_title(chart.shown)
    where = write_subtitle(chart.shown, order=view.areas, when=chart.when, where=chart.where, known=view.known)
    source = _with_shapes(write_source_line(chart.shown), is_map=view.tab == "map")
    words = narrated(heading, where, chart.seen)
    redrawn = partial(_redrawn, panel, view, marked, playable=playable)
    return Drawing(chart.figure, heading, where, source, words, remarks, chart.shown, look, redrawn)


def _with_shapes(line: str, *, is_map: bool) -> str:
    return ". ".join(part for part in (line, _MAP_CREDIT if is_map else "") if part)


def _redrawn(panel: Panel, view: View, events: Iterable[Event], look: Look, *, playable: bool) -> go.Figure:
    return _chart(panel, view, look, events, playable=playable).figure


def _without_references(panel: Panel, view: View) -> tuple[str, ...]:
    """Why the reference lines asked for are not drawn, where they are not."""
    is_scatter = view.chart == "scatter" and len(panel.indicators) > 1
    if not view.references or (view.tab != "map" and view.chart != "area" and not is_scatter):
        return ()
    return ("Reference lines are drawn in lines, bars, rankings, slopes and small charts, and not here.",)


def _every_vintage(panel: Panel, view: View, look: Look, events: Iterable[Event]) -> Chart:
    """Lines of the newest figures, and behind them what each edition forecast: of one indicator, whatever was asked."""
    first = panel.select_indicator(panel.indicators[0].id) if len(panel.indicators) > 1 else panel
    drawn = draw_line_chart(keep_newest_vintages(first), look, scale=view.scale, events=events, editions=first)
    if first is panel:
        return drawn
    only = f"Of several indicators the first is drawn: {first.indicators[0].name}."
    return replace(drawn, remarks=(*drawn.remarks, only))


def _chart(panel: Panel, view: View, look: Look, events: Iterable[Event], *, playable: bool) -> Chart:
    each = view.time.only or ""
    if view.tab == "map":
        return draw_map(panel, look, playable=playable, each=each)
    if view.every_vintage:
        return _every_vintage(panel, view, look, events)
    log = view.scale == "log"
    several = len(panel.indicators) > 1
    drawn: Chart
    match view.chart:
        case "bar":
            drawn = draw_bar_chart(panel, look, log=log)
        case "ranking":
            drawn = draw_ranking_chart(panel, look, log=log, each=each)
        case "area":
            drawn = draw_area_chart(panel, look, stacking=view.stacking)
        case "slope":
            drawn = draw_slope_chart(panel, look, scale=view.scale)
        case "scatter" if several:
            drawn = draw_scatter_plot(panel, look, scale=view.scale)
        case "multiples":
            drawn = draw_small_multiples(panel, look, scale=view.scale)
        case _ if several and len(panel.units) > 1:  # one axis has one unit
            drawn = draw_small_multiples(panel, look, scale=view.scale)
        case _:
            drawn = draw_line_chart(panel, look, scale=view.scale, events=events)
    return drawn
