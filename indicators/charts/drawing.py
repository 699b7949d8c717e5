"""The one entry to all charts: a panel and its view, drawn, with the words that belong to the drawing.

A page shows `Drawing.figure` below its own headings. A picture or a file needs everything inside, which is
`Drawing.make_standalone`: it needs no page, no server and no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

import plotly.graph_objects as go

from indicators.analysis.forecasts import keep_newest_vintages
from indicators.charts import messages
from indicators.charts.chart import Chart, ChartOptions
from indicators.charts.choice import Choice, choose_chart
from indicators.charts.parts.alt_text import write_alt_text
from indicators.charts.parts.headings import MOST_SOURCES, entitle, write_credits, write_subtitle, write_title
from indicators.charts.parts.standalone import frame_picture
from indicators.charts.parts.time_marks import name_event
from indicators.charts.style import Ground, Look
from indicators.charts.types.map import SERVED_FROM, embed_shapes
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.model.recency import drop_outdated
from indicators.model.reliability import hide_unreliable
from indicators.model.story import ChartNote
from indicators.view import View

_EVENTFUL: Final = "Digital economy"  # the section whose charts mark events


@dataclass(frozen=True)
class Drawing:
    """A chart with its words.

    Attributes:
        figure: The chart without title and source, on a transparent ground.
        title: What is shown, its unit and its conversion rule.
        subtitle: Where and when.
        source: Who published the data, briefly.
        alternative_text: What a sighted user sees.
        remarks: Sentences on what is left out or drawn differently from what was asked, and why.
        shown: The part of the panel that is drawn.
        look: Where it is shown.
        redraw: Draws it again with another look.
        notes: What the numbers in the plot stand for, and a person's notes that are not in it in full, with their time.
        is_map: Whether it is a map, whose shapes the dashboard serves and standalone pictures have inside.
    """

    figure: go.Figure
    title: str
    subtitle: str
    source: str
    alternative_text: str
    remarks: tuple[str, ...]
    shown: Panel = field(repr=False)
    look: Look = field(repr=False)
    redraw: Callable[[Look], go.Figure] = field(repr=False, compare=False)
    notes: tuple[str, ...] = ()
    is_map: bool = False

    @property
    def credits(self) -> str:
        """Everyone who published the data and the exchange rates, for standalone pictures and pages."""
        return _add_shape_source(write_credits(self.shown), is_map=self.is_map)

    @property
    def narrowed(self) -> go.Figure:
        """The same chart for a screen without space for names next to the plot."""
        return self.redraw(replace(self.look, narrow=True))

    @property
    def config(self) -> dict[str, Any]:
        """The settings of ``plotly.js``."""
        return {"displayModeBar": False, "topojsonURL": SERVED_FROM} if self.is_map else {"displayModeBar": False}

    def make_standalone(
        self, *, width: int = 1000, link: str = "", plot_width: int = 0, proportion: float = 0.0
    ) -> go.Figure:
        """Return the chart as a standalone image: opaque background, title, subtitle, source and link inside.

        Args:
            width: The width in pixels; the height follows from the chart and the words, and is in the layout.
            link: The address of the live chart; none if empty.
            plot_width: The width of its plot, if it is laid out for that.
            proportion: The width of the picture divided by its height, if it is laid out for that.
        """
        foot = (*self.notes, self.credits, link)
        fitted = replace(self.look, width=plot_width, proportion=proportion)
        figure = self.redraw(fitted) if plot_width else self.figure
        figure = embed_shapes(figure) if self.is_map else figure
        return frame_picture(figure, self.title, self.subtitle, foot, ground=self.look.ground, width=width)


def draw_chart(
    panel: Panel,
    view: View,
    *,
    ground: Ground = "light",
    narrow: bool = False,
    events: Iterable[Event] | None = None,
    playable: bool = False,
) -> Drawing:
    """Draw a panel as a view asks for it, or as another chart type with a remark on why.

    Args:
        panel: The data with the settings of the view, perhaps empty.
        view: The chart type, axis and order of countries.
        ground: Light or dark.
        narrow: Whether there is no space for names beside the chart.
        events: Events to mark; if left out, those of the countries shown, for indicators of the digital economy.
        playable: Whether the years of a map can be played in the browser.
    """
    look = Look(ground, narrow, view.locale or "en", view.areas, view.highlight, view.references)
    marked = _find_events(panel, view) if events is None else tuple(events)
    notes = tuple(_make_event(note) for note in view.notes)
    options = ChartOptions(
        view.scale, view.stacking, view.time.only or "", view.ends, view.axes, marked, notes, is_playable=playable
    )  # fmt: skip
    recent = drop_outdated(hide_unreliable(panel))
    choice = choose_chart(recent, view)
    if view.every_vintage and choice.entry.id == "line":
        choice, options = _lay_over_past_forecasts(choice, options)
    chart = choice.entry.draw(choice.panel, look, options)
    remarks = (*choice.remarks, *chart.remarks)
    if view.references and not choice.entry.has_reference_lines:
        remarks += (messages.NO_REFERENCE_LINES.format(type=choice.entry.label),)
    figures = chart.title or write_title(chart.shown)
    subtitle = write_subtitle(
        chart.shown, order=view.areas, when=chart.when, where=chart.where, known=view.known,
        left_out=len(panel) - len(recent),
    )  # fmt: skip
    title, subtitle = entitle(view.title, figures, subtitle)
    told = {one: messages.NOTE_BELOW.format(period=one.period.label, note=one.name) for one in notes}
    listed = tuple(told[one] for one in notes if not _is_marked(one, told[one], choice, chart, look))
    is_map = choice.entry.id == "map"
    source = _add_shape_source(write_credits(chart.shown, most=MOST_SOURCES), is_map=is_map)
    words = write_alt_text(title, subtitle, (*chart.seen, *told.values()))
    below = chart.below + listed
    redraw = partial(_redraw, choice, options)
    return Drawing(chart.figure, title, subtitle, source, words, remarks, chart.shown, look, redraw, below, is_map)


def _make_event(note: ChartNote) -> Event:
    return Event("note", note.period, (), note.text, "", "")


def _is_marked(note: Event, told: str, choice: Choice, chart: Chart, look: Look) -> bool:
    """Whether the plot has the whole text of a note at its time, or the lines below it have the note."""
    if any(line.endswith(told) for line in chart.below):
        return True
    if not choice.entry.has_time_marks or chart.shown.is_empty or name_event(note, look) != note.name:
        return False
    first, last = chart.shown.frame["first"].min(), chart.shown.frame["last"].max()
    return bool(first.date() <= note.period.middle <= last.date())


def _find_events(panel: Panel, view: View) -> tuple[Event, ...]:
    if panel.catalogue is None or all(indicator.section != _EVENTFUL for indicator in panel.indicators):
        return ()
    return tuple(event for event in panel.catalogue.events if not set(event.areas).isdisjoint(view.areas))


def _redraw(choice: Choice, options: ChartOptions, look: Look) -> go.Figure:
    return choice.entry.draw(choice.panel, look, options).figure


def _add_shape_source(line: str, *, is_map: bool) -> str:
    return ". ".join(filter(None, (line, messages.SHAPE_SOURCE if is_map else "")))


def _lay_over_past_forecasts(choice: Choice, options: ChartOptions) -> tuple[Choice, ChartOptions]:
    """Lines of the newest values over what each edition forecast, for the first indicator."""
    panel, remarks = choice.panel, choice.remarks
    if len(panel.indicators) > 1:
        panel = panel.select_indicator(panel.indicators[0].id)
        remarks += (messages.FIRST_INDICATOR_ONLY.format(indicator=panel.indicators[0].name),)
    return Choice(choice.entry, keep_newest_vintages(panel), remarks), replace(options, editions=panel)
