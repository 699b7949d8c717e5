"""Scatter plot: two indicators of the same areas in one period; a third, if any, is the size of the points.

Actual values are never compared with forecasts. Of several publishers of an indicator, the one with values for more
areas is taken, and no two are mixed on one axis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions, Fallback
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.curves import colour_chosen
from indicators.charts.parts.geography import find_regions, is_on_map
from indicators.charts.parts.headings import describe_unit, name_indicators
from indicators.charts.parts.hover import Hover, format_values
from indicators.charts.parts.label_placement import measure_text, wrap_text
from indicators.charts.parts.legend import LegendEntry, place_legend_below
from indicators.charts.parts.panel_rows import Rows, keep_drawable
from indicators.charts.parts.period_choice import MOST_NAMED_AREAS, list_covered_periods, list_periods
from indicators.charts.parts.plot_layout import build_figure, make_layout, note_no_data, note_unit, style_value_axis
from indicators.charts.parts.point_labels import label_points
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import (
    DEFAULT_LOOK,
    HEADING,
    LABEL,
    PLOT,
    SMALL,
    Look,
    Spec,
    fade,
    make_note,
    style_points,
)
from indicators.errors import UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import count_noun, join_names
from indicators.model.panel import Panel
from indicators.model.series_labels import label_rows

_LARGEST, _SMALLEST, _PLAIN = 46.0, 6.0, 10.0
_MOST_LISTED: Final = 6
_SPREAD: Final = 10  # where a logarithmic axis was asked for, it is used only if values differ by more than this
_DECADES: Final = 50  # where values differ by more than this, it is used without being asked for
_FOOT: Final = 50
_LINE: Final = 15  # the height of a further line of the name of an axis, in pixels
_STRONG, _WEAK = 0.7, 0.3  # rank correlations


@dataclass(frozen=True)
class _Pairs:
    """Areas with both values, a row each on either axis, in the same order.

    Attributes:
        across: The values of the first indicator.
        up: Those of the second.
        sizes: The size of each point.
        mixed: The codes and names of areas that are left out, as one value is a forecast and the other is not.
    """

    across: Rows
    up: Rows
    sizes: npt.NDArray[np.float64]
    mixed: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.across)


def find_scatter_fallback(panel: Panel) -> Fallback | None:
    """Return lines for a single indicator."""
    if len(panel.indicators) > 1:
        return None
    return Fallback("line", (messages.SCATTER_OF_ONE,), panel)


def draw_scatter_plot(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw the first indicator of a panel across, the second up, the third as the size of the points.

    Axes are logarithmic where positive values differ by more than fifty times, or ten times if that was asked for.

    Raises:
        UsageError: The panel has only one indicator.
    """
    if len(panel.indicators) < 2:
        raise UsageError(messages.SCATTER_OF_ONE, found="1", expected="2 or 3")
    drawn = keep_drawable(panel)
    axes_panels = [drawn.select_indicator(indicator.id) for indicator in panel.indicators[:3]]
    across, up, *third = (Rows.of(part.frame) for part in axes_panels)
    period, is_mixed = _pick_shared_period(across, up, look)
    pairs = _pair(across, up, third[0] if third else None, period, look)
    parts = list(zip(axes_panels, (pairs.across, pairs.up), strict=False))
    axes = [_make_axis(part, rows, options, look) for part, rows in parts]
    colours = _colour_points(pairs.up, panel.catalogue, look)
    layout = _make_scatter_layout(axes, axes_panels, look)
    traces = [_draw_points(pairs, axes, Hover.of(drawn, look.locale), colours, panel, look)] if len(pairs) else []
    if look.narrow or not look.order:
        _add_legend(layout, pairs, colours, panel.catalogue, look)
    if not look.narrow:
        layout["annotations"] += label_points((pairs.across, pairs.up), pairs.sizes, axes, colours, look)
    layout["annotations"] += [] if len(pairs) else [note_no_data(look)]
    frame = drawn.frame
    visible = drawn.with_frame(frame[(frame["period"] == period) & frame["code"].isin(pairs.up["code"])])
    of = label_rows(drawn).names
    names = [of[indicator.id] for indicator in panel.indicators[:3]]
    return Chart(
        build_figure(traces, layout), visible, tuple(_describe(pairs, names, look)),
        (
            *_write_remarks(pairs, drawn, look, period, is_mixed=is_mixed),
            *_explain_other_periods(_name_without_period(across, up, look)), *_name_log_axes(names, axes),
        ),
        _write_scatter_title(names),
        label_period(period) if period else "",
        "" if len(pairs) <= _MOST_LISTED else count_noun(len(pairs), "country", "countries"),
    )  # fmt: skip


def _write_scatter_title(names: Sequence[str]) -> str:
    if len(names) < 3:
        return messages.SCATTER_TITLE.format(up=names[1], across=names[0])
    return messages.SCATTER_TITLE_SIZED.format(up=names[1], across=names[0], size=names[2])


def _pick_shared_period(across: Rows, up: Rows, look: Look) -> tuple[str, bool]:
    """The last well covered period with both values, and whether forecasts met actual values."""
    one, other = (_find_forecasts(rows, look) for rows in (across, up))
    both = one.keys() & other.keys()
    alike = [key for key in both if one[key] == other[key]]
    actual = [key for key in alike if not one[key]] or alike
    covered = list_covered_periods(actual, list_periods(up)) if actual else []
    return (covered[-1] if covered else ""), len(alike) < len(both)


def _name_without_period(across: Rows, up: Rows, look: Look) -> list[str]:
    """The names of areas with values on both axes, but none for the same period, as of the latest of each."""
    one, other = (_keep_single_areas(rows, look) for rows in (across, up))
    shared = {
        code
        for code, _ in {*zip(one["code"], one["period"], strict=True)}.intersection(
            zip(other["code"], other["period"], strict=True)
        )
    }
    names = dict(zip(other["code"], other["entity"], strict=True))
    return sorted(names[code] for code in set(one["code"]).intersection(names) - shared)


def _find_forecasts(rows: Rows, look: Look) -> dict[tuple[str, str], bool]:
    """Whether the value of each area and period is a forecast."""
    kept = _keep_single_areas(rows, look)
    keys = zip(kept["code"], kept["period"], strict=True)
    return dict(zip(keys, kept["status"] == "F", strict=True))


def _keep_single_areas(rows: Rows, look: Look) -> Rows:
    """Countries, and groups that were chosen."""
    return rows.take(np.array([code in look.order or is_on_map(code) for code in rows["code"]], dtype=bool))


def _pair(across: Rows, up: Rows, third: Rows | None, period: str, look: Look) -> _Pairs:
    first, second = (_take_one_publisher(rows, period, look) for rows in (across, up))
    where = {code: place for place, code in enumerate(first["code"])}
    both = [(where[code], place) for place, code in enumerate(second["code"]) if code in where]
    keep = [(at, place) for at, place in both if (first["status"][at] == "F") == (second["status"][place] == "F")]
    mixed = {second["code"][place]: second["entity"][place] for _, place in set(both).difference(keep)}
    one = first.take(np.array([place for place, _ in keep], dtype=int))
    other = second.take(np.array([place for _, place in keep], dtype=int))
    sizes = np.full(len(keep), _PLAIN)
    if third is not None and keep:
        sized = _take_one_publisher(third, period, look)
        size_of = dict(zip(sized["code"], sized["value"], strict=True))
        values = np.array([max(0.0, size_of.get(code, 0.0)) for code in other["code"]])
        sizes = np.maximum(_SMALLEST, _LARGEST * np.sqrt(values / (values.max() or 1.0)))
    chosen = np.isin(other["code"], look.order)
    order = np.lexsort((-sizes, chosen))  # small points over large ones, chosen ones over all
    return _Pairs(one.take(order), other.take(order), sizes[order], mixed)


def _take_one_publisher(rows: Rows, period: str, look: Look) -> Rows:
    there = _keep_single_areas(rows.take(rows["period"] == period), look)
    if not len(there):
        return there
    best = Counter(there["dataset"]).most_common(1)[0][0]
    return there.take(there["dataset"] == best)


def _make_axis(panel: Panel, rows: Rows, options: ChartOptions, look: Look) -> ValueAxis:
    values = rows["value"]
    spread = values.max() / values.min() if len(values) and values.min() > 0 else 0.0
    is_log = spread > (_SPREAD if options.is_log else _DECADES)
    return make_value_axis(panel, "log" if is_log else "linear", locale=look.locale, values=values, most=5)


def _colour_points(rows: Rows, catalogue: Catalogue | None, look: Look) -> list[str]:
    """The colour of each point: its own where areas were chosen, else that of its region."""
    if not look.order:
        return [region.colour for region in find_regions(rows["code"], catalogue, look.ground)]
    return colour_chosen(rows, look)


def _draw_points(
    pairs: _Pairs, axes: Sequence[ValueAxis], hover: Hover, colours: Sequence[str], panel: Panel, look: Look
) -> Spec:
    lines = hover.write_texts(pairs.up, "", names=pairs.up["entity"].tolist())
    first = format_values(pairs.across, hover.locale)
    of = label_rows(panel).names
    name, other = (escape(of[indicator.id]) for indicator in panel.indicators[:2])
    texts = [  # the line of the value becomes two lines with names
        text.replace("<br><b>", f"<br>{name}: <b>{escape(value)}</b><br>{other}: <b>", 1)
        for text, value in zip(lines["text"], first, strict=True)
    ]
    codes = pairs.up["code"]
    if not look.order:
        regions = [region.name for region in find_regions(codes, panel.catalogue, look.ground)]
        texts = [f"{text}<br>{escape(region)}" for text, region in zip(texts, regions, strict=True)]
    other_opacity = 0.4 if look.order else 0.6
    fills = [
        fade(colour, 0.85 if code in look.order else other_opacity) for colour, code in zip(colours, codes, strict=True)
    ]
    return lines | {
        "type": "scatter", "mode": "markers", "name": "areas", "x": pairs.across["value"] / axes[0].divisor,
        "y": pairs.up["value"] / axes[1].divisor, "customdata": codes, "cliponaxis": False, "text": texts,
        "marker": style_points(pairs.up["status"], list(colours), fills, pairs.sizes),
    }  # fmt: skip


def _add_legend(layout: Spec, pairs: _Pairs, colours: Sequence[str], catalogue: Catalogue | None, look: Look) -> None:
    if look.order:
        named = zip(pairs.up["entity"], pairs.up["code"], colours, strict=True)
        entries = [LegendEntry(name, "", colour) for name, code, colour in named if code in look.order]
    else:
        there = sorted(set(find_regions(pairs.up["code"], catalogue, look.ground)))
        entries = [LegendEntry(region.name, "", region.colour) for region in there]
    legend = place_legend_below(entries, look, offset=layout["margin"]["b"])
    layout["annotations"] += legend.notes
    layout["margin"]["b"] += legend.height
    layout["height"] += legend.height


def _make_scatter_layout(axes: Sequence[ValueAxis], panels: Sequence[Panel], look: Look) -> Spec:
    across, up = axes
    left = 10 + max((measure_text(text, LABEL) for text in up.tick_texts), default=0)
    words = [
        ", ".join(filter(None, (name_indicators(panel), describe_unit(panel, axis.heading))))
        for panel, axis in zip(panels, axes, strict=False)
    ]
    foot, head = (_break_lines(text, look.least_width + left) for text in (f"{words[0]} →", f"↑ {words[1]}"))
    top, bottom = (space + _LINE * text.count("<br>") for space, text in ((HEADING, head), (_FOOT, foot)))
    layout = make_layout(look, top=top, bottom=bottom, left=left, right=24 if look.narrow else 76)
    layout["height"] = PLOT + top + bottom
    for name, axis in (("xaxis", across), ("yaxis", up)):
        layout[name] = style_value_axis(
            look, type=axis.type, range=list(axis.range), tickvals=axis.ticks, ticktext=axis.tick_texts,
            zeroline=axis.crosses_zero, automargin=False, showline=True, linecolor=look.theme.grey, linewidth=1,
        )  # fmt: skip
    # the ticks across are lower, so that at the corner they are distinct from those up
    layout["xaxis"] |= {"ticks": "outside", "ticklen": 7, "tickcolor": "rgba(0,0,0,0)"}
    below_axis = make_note(
        foot, 1, 0, colour=look.theme.faint_ink, size=SMALL, xanchor="right", yanchor="top", yshift=-32, align="right"
    )
    layout["annotations"] = [note_unit(head, look, left=left) | {"align": "left"}, below_axis]
    return layout


def _break_lines(text: str, width: float) -> str:
    return "<br>".join(escape(line) for line in wrap_text(text, width, SMALL))


def _write_remarks(pairs: _Pairs, panel: Panel, look: Look, period: str, *, is_mixed: bool) -> tuple[str, ...]:
    remarks = []
    there = set(pairs.up["code"])
    names = dict(zip(panel.frame["code"], panel.frame["entity"], strict=True))
    lacking = [names[code] for code in look.order if code in names and code not in {*there, *pairs.mixed}]
    if lacking and period:
        areas = join_names(lacking, most=MOST_NAMED_AREAS)
        remarks.append(messages.NOT_BOTH_VALUES.format(period=label_period(period), areas=areas))
    if is_mixed and not len(pairs):
        remarks.append(messages.NO_PAIRS)
    elif pairs.mixed:
        areas = join_names(sorted(pairs.mixed.values()), most=MOST_NAMED_AREAS)
        remarks.append(messages.MIXED_PAIRS.format(period=label_period(period), areas=areas))
    return tuple(remarks)


def _explain_other_periods(names: Sequence[str]) -> tuple[str, ...]:
    return (messages.NO_SHARED_PERIOD.format(areas=join_names(names, most=MOST_NAMED_AREAS)),) if names else ()


def _name_log_axes(names: Sequence[str], axes: Sequence[ValueAxis]) -> tuple[str, ...]:
    """A sentence on the axes that are logarithmic."""
    logarithmic = [name for name, axis in zip(names, axes, strict=False) if axis.type == "log"]
    return (messages.LOG_AXES.format(indicators=join_names(logarithmic)),) if logarithmic else ()


def _describe(pairs: _Pairs, names: Sequence[str], look: Look) -> list[str]:
    """Describe the direction of the correlation, and the outermost points."""
    if not len(pairs):
        return []
    sentences = [messages.ALT_POINTS.format(points=count_noun(len(pairs), "point", "points"))]
    if len(pairs) > 4:
        ranks = [np.argsort(np.argsort(rows["value"])) for rows in (pairs.across, pairs.up)]
        sentences.append(_describe_correlation(float(np.corrcoef(ranks[0], ranks[1])[0, 1])))
    for rows, name in ((pairs.across, names[0]), (pairs.up, names[1])):
        low, high = int(rows["value"].argmin()), int(rows["value"].argmax())
        texts, areas = format_values(rows, look.locale), rows["entity"]
        ends = {"low": areas[low], "lowest": texts[low], "high": areas[high], "highest": texts[high]}
        sentences.append(messages.ALT_ENDS.format(indicator=name, **ends))
    return sentences


def _describe_correlation(correlation: float) -> str:
    if abs(correlation) > _STRONG:
        return messages.ALT_STRONG_POSITIVE if correlation > 0 else messages.ALT_STRONG_NEGATIVE
    if abs(correlation) > _WEAK:
        return messages.ALT_WEAK_POSITIVE if correlation > 0 else messages.ALT_WEAK_NEGATIVE
    return messages.ALT_NO_CORRELATION
