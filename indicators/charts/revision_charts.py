"""Charts of revisions: the triangle of vintage by period as a heat map, and the path of one period's figure.

They show vintages beside each other, which no chart of a view does, and so are no chart types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from indicators.charts import messages
from indicators.charts.parts.plot_layout import build_figure, make_layout, note_unit, style_value_axis
from indicators.charts.style import (
    DEFAULT_LOOK,
    FOOT,
    HEADING,
    LABEL,
    PLOT,
    SMALL,
    Look,
    colour_area,
    fill_markers,
    list_difference_colours,
    make_note,
    style_line,
    style_markers,
    style_reference_line,
)  # fmt: skip
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import count_noun, format_quantity
from indicators.model.periods import TimePeriod

_ROW: Final = 11  # the least height of a row of the heat map, in pixels
_MOST_TICKS: Final = 14
_LEFT: Final = 92
_LEGEND: Final = 36  # the height of the colours and their numbers, which a narrow screen has below the unit
_TOP: Final = HEADING + _LEGEND
_SHARE: Final = 0.95  # of the differences that the colours tell apart; those beyond have the last colour


@dataclass(frozen=True)
class RevisionChart:
    """A chart of revisions with its words."""

    figure: go.Figure
    alternative_text: str


def draw_triangle(cells: pd.DataFrame, name: str, look: Look = DEFAULT_LOOK) -> RevisionChart:
    """Draw a heat map of one series: a column per period, a row per vintage, coloured by what was still to come."""
    known = cells.dropna(subset="value").sort_values("first", kind="stable")
    periods, vintages = list(known["period"].unique()), sorted(known["vintage"].unique())
    difference = known["value"] - known["newest"]
    if (known["error_unit"] == "%").any():
        difference = 100 * difference / known["newest"].abs()
    texts = [_describe_cell(row, off) for row, off in zip(known.to_dict("records"), difference, strict=True)]
    x, y = known["period"].map(periods.index), known["vintage"].map(vintages.index)
    z, hover = np.full((len(vintages), len(periods)), np.nan), np.full((len(vintages), len(periods)), "", dtype=object)
    z[y, x], hover[y, x] = difference, texts
    reach = float(np.nanquantile(np.abs(z), _SHARE)) or 1.0
    trace = {
        "type": "heatmap", "z": z, "text": hover, "hoverinfo": "text", "colorscale": list_difference_colours(look),
        "zmid": 0, "zmin": -reach, "zmax": reach, "xgap": 1, "ygap": 1 if len(vintages) < 40 else 0,
        "colorbar": {
            "orientation": "h", "thickness": 8, "len": 0.5, "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom",
            "tickfont": {"size": SMALL, "color": look.theme.faint_ink}, "outlinewidth": 0, "nticks": 5,
        },
    }  # fmt: skip
    layout = make_layout(look, top=_TOP, bottom=FOOT, left=_LEFT)
    layout["height"] = max(PLOT, _ROW * len(vintages)) + _TOP + FOOT
    layout["xaxis"] = _list_ticks([TimePeriod.parse(period).label for period in periods], look)
    layout["yaxis"] = _list_ticks(vintages, look, most=2 * _MOST_TICKS)
    unit = messages.DIFFERENCE_IN.format(unit=known["error_unit"].iloc[0])
    layout["annotations"] = [note_unit(unit, look, left=_LEFT, above=_LEGEND)]
    words = messages.HEATMAP_ALT.format(
        series=name, vintages=count_noun(len(vintages), *messages.VINTAGE_NOUN),
        periods=count_noun(len(periods), *messages.PERIOD_NOUN),
    )  # fmt: skip
    return RevisionChart(build_figure([trace], layout), words)


def draw_revision_path(path: pd.DataFrame, name: str, look: Look = DEFAULT_LOOK) -> RevisionChart:
    """Draw one series of `RevisionHistory.trace_path`: each vintage of a period, with the newest value as a line."""
    colour = colour_area(str(path["code"].iloc[0]), look.ground)
    rows = path.to_dict("records")
    texts = [_describe_point(row) for row in rows]
    fills = fill_markers(path["status"], colour, look.ground)
    line = style_line(colour, is_forecast=False)
    trace = {
        "type": "scatter", "x": list(path["vintage"]), "y": path["value"].to_numpy(), "mode": "lines+markers",
        "text": texts, "hoverinfo": "text", "line": line | {"shape": "hv"},
        "marker": style_markers(colour, fills, "circle", 7),
    }  # fmt: skip
    newest = float(path["value"].iloc[-1])
    layout = make_layout(look, top=HEADING, bottom=FOOT, left=56)
    layout["height"] = PLOT + HEADING + FOOT
    layout["xaxis"] = {"type": "date", "showgrid": False, "tickfont": {"size": LABEL, "color": look.theme.faint_ink}}
    layout["xaxis"] |= {"fixedrange": True, "linecolor": look.theme.grey, "showline": True}
    layout["yaxis"] = style_value_axis(look, tickmode="auto", nticks=6, zeroline=True)
    layout["shapes"] = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": newest,
            "y1": newest,
            "line": style_reference_line(look),
        }
    ]
    said = messages.NEWEST_FIGURE.format(value=_format(newest, rows[-1]))
    layout["annotations"] = [
        note_unit(str(path["unit"].iloc[0]), look, left=56),
        make_note(said, 0, newest, colour=look.theme.faint_ink, size=SMALL, yref="y", xanchor="left", yanchor="bottom"),
    ]
    label = TimePeriod.parse(str(path["period"].iloc[0])).label
    words = messages.PATH_ALT.format(
        series=name, period=label, first=_format(rows[0]["value"], rows[0]),
        start=rows[0]["vintage"], last=_format(newest, rows[-1]), end=rows[-1]["vintage"],
    )  # fmt: skip
    return RevisionChart(build_figure([trace], layout), words)


def _list_ticks(labels: list[str], look: Look, *, most: int = _MOST_TICKS) -> dict[str, Any]:
    """An axis of names at most so many of which are written, the last always."""
    step = -(-len(labels) // most)
    places = list(range(len(labels) - 1, -1, -step))[::-1]
    return {
        "tickvals": places, "ticktext": [labels[place] for place in places], "showgrid": False, "zeroline": False,
        "fixedrange": True, "ticks": "", "tickfont": {"size": SMALL, "color": look.theme.faint_ink},
    }  # fmt: skip


def _describe_cell(row: Mapping[Any, Any], off: float) -> str:
    unit = "%" if row["error_unit"] == "%" else row["unit"]
    sign = format_quantity(off, unit if row["error_unit"] == "%" else "percentage points", digits=2, signed=True)
    return messages.EDITION_SAID.format(
        period=TimePeriod.parse(row["period"]).label, vintage=row["vintage"], value=_format(row["value"], row),
        status=_name_status(row), difference=sign,
    )  # fmt: skip


def _describe_point(row: Mapping[Any, Any]) -> str:
    return messages.PATH_POINT.format(
        period=TimePeriod.parse(row["period"]).label, vintage=row["vintage"], value=_format(row["value"], row),
        status=_name_status(row),
    )  # fmt: skip


def _format(value: float, row: Mapping[Any, Any]) -> str:
    return format_quantity(value, row["unit"])


def _name_status(row: Mapping[Any, Any]) -> str:
    status = ObservationStatus(row["status"])
    return messages.STATUS_IN_BRACKETS.format(word=status.word) if status.is_marked else ""
