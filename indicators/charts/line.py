"""Lines over time: actual figures solid, forecasts dashed on a shaded ground, rivals told apart by their markers.

Each publisher's figures are a line of their own. A forecast is joined to the last actual figure of its series. The
ends of lines bear their names; a phone, too narrow for that, gets a legend below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.axes import ValueAxis, value_axis
from indicators.charts.headings import series_names
from indicators.charts.labels import spread
from indicators.charts.palette import Ground, colours, grey, translucent
from indicators.codelists import ObservationStatus
from indicators.forecasts import Phases, phases
from indicators.model import Event
from indicators.panel import Panel, printed, records
from indicators.periods import TimePeriod

__all__ = ["line_chart"]

_HEIGHT = 440
_TOP, _BOTTOM = 34, 36
_LETTER = 7.0  # width in pixels of a letter of the labels, on average
_SPARSE = 24  # with more figures than this a line needs no markers
_LONE = 4  # with fewer, it is not seen without them
_MOST_LABELS = 14
_SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star", "pentagon", "hexagon")


@dataclass(frozen=True)
class _Line:
    name: str
    colour: str
    symbol: str
    parts: Phases
    marked: bool

    @property
    def end(self) -> pd.Series:
        rows = self.parts.forecast if not self.parts.forecast.empty else self.parts.actual
        return rows.iloc[-1]


def line_chart(
    panel: Panel,
    *,
    scale: Literal["linear", "log"] = "linear",
    ground: Ground = "light",
    events: Iterable[Event] = (),
    order: Sequence[str] = (),
    narrow: bool = False,
    locale: str = "en",
) -> go.Figure:
    """Draw a panel of one indicator.

    Args:
        panel: Observations of one indicator; it may be empty.
        scale: Linear or logarithmic values; figures of zero and below have no place on a logarithmic axis.
        ground: Whether it stands on a light or dark ground.
        events: Marked where they happened.
        order: Codes of areas in the order chosen, for their colours.
        narrow: Whether the screen is too narrow for names beside the lines.
        locale: A locale of CLDR, for the marks between digits.

    Returns:
        The figure, without a title: what stands around it is written by `indicators.charts.headings`.
    """
    panel = panel.plain()
    frame = panel.frame.dropna(subset="value")
    if scale == "log":
        frame = frame[frame["value"] > 0]
    drawn = panel.with_frame(frame)
    annual = bool((frame["frequency"] == "A").all())
    axis = value_axis(drawn, scale, locale=locale)
    lines = _lines(drawn, ground, order)
    figure = go.Figure()
    for number, line in enumerate(lines):
        figure.add_traces(_traces(line, axis, annual=annual, legend=narrow or number >= _MOST_LABELS))
    _shade_forecasts(figure, lines, annual=annual, ground=ground)
    _mark_events(figure, events, frame, annual=annual, ground=ground)
    _lay_out(figure, axis, frame, annual=annual, ground=ground)
    if narrow:
        figure.update_layout(showlegend=True, height=_HEIGHT + 22 * len(lines))
    else:
        _name_ends(figure, lines[:_MOST_LABELS], axis)
    return figure


def _lines(panel: Panel, ground: Ground, order: Sequence[str]) -> list[_Line]:
    publishers = list(dict.fromkeys(panel.frame["publisher"]))
    codes = [code for code in order if code in set(panel.frame["code"])] + list(panel.frame["code"].unique())
    colour_of = colours(codes, ground)
    longest = int(panel.frame.groupby(["code", "dataset", "unit"]).size().max()) if len(panel.frame) else 0
    lines = [
        _Line(
            name,
            colour_of[rows.iloc[0]["code"]],
            _SYMBOLS[publishers.index(rows.iloc[0]["publisher"]) % len(_SYMBOLS)],
            phases(rows),
            marked=longest <= _SPARSE or len(rows) < _LONE,
        )
        for name, rows in zip(series_names(panel), panel.series(), strict=True)
    ]
    place = {code: number for number, code in enumerate(colour_of)}
    return sorted(lines, key=lambda line: place[line.end["code"]])


def _traces(line: _Line, axis: ValueAxis, *, annual: bool, legend: bool) -> list[go.Scatter]:
    actual, forecast = line.parts.actual, line.parts.forecast
    traces = []
    if not actual.empty:
        rows = _with_gaps(actual)
        if len(rows) > len(actual):
            traces.append(_bridge(line, actual, axis, annual=annual))
        traces.append(_trace(line, rows, axis, annual=annual, dash="solid"))
    if not forecast.empty:
        joined = pd.concat([actual.tail(1), forecast]) if not actual.empty else forecast
        skip = 0 if actual.empty else 1
        traces.append(_trace(line, joined, axis, annual=annual, dash="dash", unmarked=skip))
    for number, trace in enumerate(traces):
        trace.update(legendgroup=line.name, showlegend=legend and number == len(traces) - 1)
    return traces


def _trace(
    line: _Line, rows: pd.DataFrame, axis: ValueAxis, *, annual: bool, dash: str, unmarked: int = 0
) -> go.Scatter:
    sizes = [0] * unmarked + [8 if line.marked else 0] * (len(rows) - unmarked)
    open_marks = [status in ("E", "F", "P") for status in rows["status"].fillna("A")]
    trace = go.Scatter(
        x=_times(rows, annual=annual),
        y=rows["value"] / axis.divisor,
        name=line.name,
        mode="lines+markers",
        line={"color": line.colour, "width": 2, "dash": dash},
        marker={
            "symbol": [f"{line.symbol}-open" if is_open else line.symbol for is_open in open_marks],
            "size": sizes,
            "color": line.colour,
            "line": {"width": 2, "color": line.colour},
        },
        text=[_hover(row, line) for row in records(rows)],
        hovertemplate="%{text}<extra></extra>",
        connectgaps=False,
    )
    if rows["lower"].notna().any():
        above, below = (rows["upper"] - rows["value"]), (rows["value"] - rows["lower"])
        bars = {"array": above / axis.divisor, "arrayminus": below / axis.divisor}
        colour = translucent(line.colour, 0.6)
        trace.update(error_y={"type": "data", "symmetric": False, "thickness": 2, "width": 4, "color": colour} | bars)
    return trace


def _bridge(line: _Line, rows: pd.DataFrame, axis: ValueAxis, *, annual: bool) -> go.Scatter:
    """A thin dotted line over the years a source is silent on, so that its figures are seen to belong together."""
    return go.Scatter(
        x=_times(rows, annual=annual), y=rows["value"] / axis.divisor, name=line.name, mode="lines",
        line={"color": translucent(line.colour, 0.55), "width": 1, "dash": "dot"}, hoverinfo="skip",
    )  # fmt: skip


def _with_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """An empty row after each figure that its successor does not follow at once: no line is drawn over a gap."""
    days = (rows["first"].shift(-1) - rows["last"]).dt.days
    usual = 10 if (rows["frequency"] == "D").all() else 1  # daily rates pause on holidays
    gaps = rows[days > usual].assign(value=float("nan"))
    return pd.concat([rows, gaps]).sort_values("first", kind="stable") if len(gaps) else rows


def _times(rows: pd.DataFrame, *, annual: bool) -> pd.Series:
    return rows["year"] if annual else rows["first"] + (rows["last"] - rows["first"]) / 2


def _hover(row: dict[str, Any], line: _Line) -> str:
    if pd.isna(row["value"]):
        return ""
    when = TimePeriod.parse(row["period"]).label
    status = ObservationStatus(row["status"]).word
    known = f"{row['publisher']}, known since {row['vintage']}"
    said = f"<br>said by {row['said_by']}" if row["said_by"] else ""
    return f"<b>{line.name}</b>, {when}<br><b>{printed(row)}</b> · {status}<br>{known}{said}"


def _shade_forecasts(figure: go.Figure, lines: list[_Line], *, annual: bool, ground: Ground) -> None:
    """The ground after the last actual figure of all lines is shaded and says so: no actual figure stands on it."""
    known = [_times(line.parts.actual, annual=annual).iloc[-1] for line in lines if not line.parts.actual.empty]
    expected = [_times(line.parts.forecast, annual=annual) for line in lines if not line.parts.forecast.empty]
    if not expected:
        return
    start, end = max(known, default=min(times.iloc[0] for times in expected)), max(times.iloc[-1] for times in expected)
    if start >= end:
        return
    if annual:
        start, end = start + 0.5, end + 0.5
    figure.add_vrect(
        x0=start, x1=end, layer="below", line_width=0, fillcolor=translucent(grey(ground), 0.12),
        annotation={"text": "forecast", "font": {"size": 12, "color": grey(ground)}, "yanchor": "bottom", "y": 1},
        annotation_position="top left",
    )  # fmt: skip


def _mark_events(
    figure: go.Figure, events: Iterable[Event], frame: pd.DataFrame, *, annual: bool, ground: Ground
) -> None:
    """A dotted line and a mark at the foot for each event within the time drawn; its text is shown on hover."""
    if frame.empty:
        return
    inside = [
        event for event in events if frame["first"].min().date() <= event.period.first <= frame["last"].max().date()
    ]
    if not inside:
        return
    where = [_place(event.period, annual=annual) for event in inside]
    faint = translucent(grey(ground), 0.45)
    for place in where:
        figure.add_vline(x=place, line={"color": faint, "width": 1}, layer="below")
    figure.add_trace(
        go.Scatter(
            x=where, y=[0.0] * len(where), yaxis="y2", mode="markers", name="events", showlegend=False,
            marker={"symbol": "triangle-up", "size": 10, "color": grey(ground)},
            text=[f"<b>{event.name}</b><br>{event.period.label}" for event in inside],
            hovertemplate="%{text}<extra></extra>",
        )
    )  # fmt: skip
    figure.update_layout(yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True})


def _place(period: TimePeriod, *, annual: bool) -> Any:
    day = period.middle
    if not annual:
        return pd.Timestamp(day)
    # a year is drawn at its number, which stands for its middle
    return day.year - 0.5 + (day.timetuple().tm_yday - 1) / 365


def _name_ends(figure: go.Figure, lines: list[_Line], axis: ValueAxis) -> None:
    if not lines:
        return
    height = _HEIGHT - _TOP - _BOTTOM
    wanted = [axis.share(line.end["value"]) * height for line in lines]
    latest = max(line.end["year"] for line in lines)
    texts = [_end_text(line, axis, latest) for line in lines]
    for line, text, place in zip(lines, texts, spread(wanted, gap=17, low=0, high=height), strict=True):
        figure.add_annotation(
            text=text, x=1.0, xref="paper", xanchor="left", xshift=6, y=place / height, yref="paper",
            yanchor="middle", showarrow=False, align="left", font={"color": line.colour, "size": 13},
        )  # fmt: skip
    figure.update_layout(margin_r=min(250, 16 + _LETTER * max(len(text) for text in texts)))


def _end_text(line: _Line, axis: ValueAxis, latest: int) -> str:
    """Name and last value; its year too where the line ends before the others."""
    year = f" ({line.end['year']})" if line.end["year"] < latest else ""
    return f"{line.name} {axis.short(line.end)}{year}"


def _lay_out(figure: go.Figure, axis: ValueAxis, frame: pd.DataFrame, *, annual: bool, ground: Ground) -> None:
    faint = translucent(grey(ground), 0.25)
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 8, "r": 16, "t": _TOP, "b": _BOTTOM},
        showlegend=len(figure.data) > 0 and any(trace.showlegend for trace in figure.data),
        legend={"orientation": "h", "yanchor": "top", "y": -0.12, "xanchor": "left", "x": 0, "title": {"text": ""}},
        hovermode="closest",
        hoverlabel={"align": "left"},
        dragmode=False,
        xaxis={"showgrid": False, "title": {"text": ""}, "fixedrange": True, "ticks": "outside", "nticks": 8},
        yaxis={
            "title": {"text": ""}, "type": axis.type, "range": axis.range, "tickmode": "array", "fixedrange": True,
            "tickvals": axis.ticks, "ticktext": axis.tick_texts, "gridcolor": faint, "zeroline": axis.crosses_zero,
            "zerolinecolor": grey(ground), "automargin": True,
        },
    )  # fmt: skip
    figure.add_annotation(
        text=axis.heading, x=0, xref="paper", xanchor="left", y=1, yref="paper", yanchor="bottom", yshift=8,
        showarrow=False, font={"size": 12, "color": grey(ground)},
    )  # fmt: skip
    if annual and not frame.empty:
        first, last = int(frame["year"].min()), int(frame["year"].max())
        figure.update_xaxes(range=[first - 0.4, last + 0.5], tickformat="d", dtick=1 if last - first < 9 else None)
