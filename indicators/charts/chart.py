"""The input and output of every chart type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import plotly.graph_objects as go

from indicators.charts import messages
from indicators.charts.guards.refusal import Guard
from indicators.charts.parts.period_choice import Each
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import Look
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.view.fields import RankingEnds, Scale, SmallAxes, Stacking


@dataclass(frozen=True)
class ChartOptions:
    """The options of a chart, besides its data and its look.

    Attributes:
        scale: Linear or logarithmic values; a logarithmic axis can't show zero or negative values.
        stacking: Whether stacked areas show sums or shares of their total.
        each: Whether the panel holds the latest or earliest value of each area, perhaps for different periods.
        axes: Whether small multiples have the same axis of values, or one each; empty for what shows most.
        ends: Which end of a long ranking is drawn.
        events: Events to mark.
        notes: Notes of a person on points in time, to mark as events are.
        editions: The same data in every vintage, whose forecasts are drawn behind the lines.
        is_playable: Whether the years of a map can be played in the browser.
    """

    scale: Scale = "linear"
    stacking: Stacking = "absolute"
    each: Each = ""
    ends: RankingEnds = "largest"
    axes: SmallAxes = ""
    events: tuple[Event, ...] = ()
    notes: tuple[Event, ...] = ()
    editions: Panel | None = field(default=None, repr=False)
    is_playable: bool = False

    @property
    def is_log(self) -> bool:
        """Whether a logarithmic axis was requested."""
        return self.scale == "log"


DEFAULT_OPTIONS: Final = ChartOptions()


@dataclass(frozen=True)
class Chart:
    """A panel, drawn.

    Attributes:
        figure: Without title and source, on a transparent ground.
        shown: The part of the panel that is drawn.
        seen: Sentences on what a sighted user sees.
        remarks: Sentences on what is not drawn, and why.
        title: The title; the panel's if empty.
        when: The time shown; the panel's if empty.
        where: The areas shown; the panel's if empty.
        below: What the numbers of events in the plot stand for, as lines.
    """

    figure: go.Figure
    shown: Panel
    seen: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    title: str = ""
    when: str = ""
    where: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fallback:
    """Another chart type instead of the requested one, the reasons in sentences, and the data that it draws."""

    id: str
    reasons: tuple[str, ...]
    panel: Panel


def fall_back_to_bars(panel: Panel) -> Fallback | None:
    """Return bars for a single period, which makes no line; a single value, which is written, needs no reason."""
    periods = panel.frame["period"][panel.frame["value"].notna()]
    if periods.nunique() != 1:
        return None
    reason = messages.ONE_PERIOD.format(period=label_period(periods.iloc[0]))
    return Fallback("bar", (reason,) if len(periods) > 1 else (), panel)


@dataclass(frozen=True)
class ChartEntry:
    """A chart type.

    Attributes:
        id: Its name in a view, ``map`` for the map.
        label: Its name for users.
        draw: Draws a panel.
        guards: What it refuses to draw, asked in this order before `draw`.
        find_fallback: Decides before drawing whether another type is drawn instead.
        shows_one_period: Whether it shows one or two periods of the time asked for, and not all of them.
        has_reference_lines: Whether it draws the reference lines of a view.
        has_time_marks: Whether it marks notes on points in time.
    """

    id: str
    label: str
    draw: Callable[[Panel, Look, ChartOptions], Chart]
    guards: tuple[Guard, ...]
    find_fallback: Callable[[Panel], Fallback | None] = lambda _: None
    shows_one_period: bool = False
    has_reference_lines: bool = True
    has_time_marks: bool = False
