"""The map of the world: countries in classes of one hue, small states as points, no data hatched and named.

Nothing is asked of the outside world: shapes come from the files that `indicators.providers.natural_earth` makes,
which the dashboard serves under ``app/static/world/``; a picture or a page of its own carries them inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go

from indicators.charts.chart import Chart
from indicators.charts.palette import faint_ink, grey, ink, paper, translucent
from indicators.charts.parts.alt_text import ranked
from indicators.charts.parts.classes import bounds, class_colours
from indicators.charts.parts.curves import drawable
from indicators.charts.parts.geography import is_on_map, list_countries, read_points, read_shapes
from indicators.charts.parts.headings import name_unit
from indicators.charts.parts.hover import Hover, figures
from indicators.charts.parts.map_legend import map_legend, no_data, stripe
from indicators.charts.parts.moments import absent, at, dated, extent, moment, moments
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import LABEL, SMALL, Look, Spec, bare_layout, built, note
from indicators.model.formatting import join_names
from indicators.model.panel import Panel

__all__ = ["SERVED_FROM", "draw_map", "embed_shapes"]

SERVED_FROM: Final = "app/static/world/"
"""Where the dashboard serves the files of the map, from the page."""
_COUNTRIES, _STRIPES = f"{SERVED_FROM}countries.json", f"{SERVED_FROM}stripes.json"
_HEIGHT, _HEIGHT_NARROW = 410, 190
_HEADING, _CONTROLS = 24, 64
_TALL = 0.85
"""The width of a picture in its heights below which the classes stand as a list below the world, which fills little."""
_FLAT = 0.5  # the height of the world in its widths
_WORDS, _LINE = 130, 18  # what stands above and below the plot of a picture, and a line of the list, in pixels


def draw_map(panel: Panel, look: Look | None = None, *, playable: bool = False, each: str = "") -> Chart:
    """Draw the figures of one period on a map; the classes are those of all periods, so that years can be compared.

    Args:
        panel: Observations of one indicator in one unit, of one or of several periods.
        look: For whom; the areas in its order have an outline.
        playable: Whether the periods can be played through in the browser.
        each: ``latest`` or ``earliest`` for a panel that holds that figure of each area, be they of different periods:
            then all are drawn, and there is nothing to play.
    """
    look = look or Look()
    everything = drawable(panel)
    on_map = everything.frame["code"].map(is_on_map).astype(bool)
    drawn = everything.with_frame(everything.frame[on_map])
    rows = Rows.of(drawn.frame)
    period = moment(rows)
    shown = _one_of_each(rows, each) if each else at(rows, period)
    marks = bounds(rows["value"])
    hover = Hover.of(drawn, look.locale)
    layout = _layout(look, drawn, marks)
    traces = [_ground(look), _stripes(look), *_coloured(shown, marks, hover, look)]
    figure = built(traces, layout)
    if playable and not each:
        _make_playable(figure, rows, period, marks, look)
    ranking = shown.take(np.argsort(-shown["value"], kind="stable"))
    seen = ranked(dated(ranking["entity"].tolist(), ranking), ranking, look.locale)
    if len(shown):
        seen.append(f"{len(set(shown['code']))} countries and territories have a figure.")
    remarks = absent(rows, shown, look.order, period) + _nowhere(everything, look.order)
    if figure.frames:  # the year stands at the slider, and changes there
        seen.insert(0, f"The years can be played through; first shown is {period_label(period)}.")
        return Chart(figure, drawn, tuple(seen), remarks, where="World")
    visible = drawn.with_frame(drawn.frame[drawn.frame["period"].isin(shown["period"])])
    return Chart(figure, visible, tuple(seen), remarks, when=extent(shown, each), where="World")


def _one_of_each(rows: Rows, each: str) -> Rows:
    """The latest or the earliest figure of each area: those of its publishers may be of different periods."""
    order = np.argsort(rows["last"], kind="stable")
    of_area = {rows["code"][place]: int(place) for place in (order if each == "latest" else order[::-1])}
    return rows.take(np.array(sorted(of_area.values()), dtype=int))


def embed_shapes(figure: go.Figure) -> go.Figure:
    """The same map with its shapes inside, for pictures and pages of its own.

    Such a page has to run ``PlotlyGeoAssets = {topojson: {world_110m: …}}`` before plotly.js draws, and a picture
    made by kaleido needs ``topojson=`` with the folder of it: both are `geography.outlines`.
    """
    carrying = go.Figure(figure)
    for trace in carrying.data:
        if trace.type == "choropleth" and isinstance(trace.geojson, str):
            trace.geojson = read_shapes(trace.geojson.removeprefix(SERVED_FROM))
    return carrying


def _choropleth(look: Look, **more: Any) -> Spec:
    edge = {"color": paper(look.ground), "width": 0.4}
    return {
        "type": "choropleth", "geojson": _COUNTRIES, "showscale": False, "marker": {"line": edge, "opacity": 1},
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    } | more  # fmt: skip


def _flat(colour: str) -> Spec:
    return {"colorscale": [[0, colour], [1, colour]], "zmin": 0, "zmax": 1}


def _ground(look: Look) -> Spec:
    """All countries in grey, below those that have a figure; each says on hover that it has none."""
    codes = list_countries()
    return _choropleth(
        look, locations=[code for code, _ in codes], z=[0] * len(codes), text=[name for _, name in codes],
        hovertemplate="<b>%{text}</b>: no data<extra></extra>", name="no data", **_flat(no_data(look)),
    )  # fmt: skip


def _stripes(look: Look) -> Spec:
    codes = [code for code, _ in list_countries()]
    return _choropleth(
        look, geojson=_STRIPES, locations=codes, z=[0] * len(codes), hoverinfo="skip", name="stripes",
        marker={"line": {"width": 0}, "opacity": 1}, **_flat(stripe(look)),
    )  # fmt: skip


def _coloured(shown: Rows, marks: Sequence[float], hover: Hover, look: Look) -> list[Spec]:
    """The countries that have a figure, and as points those too small to be seen."""
    number = len(marks) + 1
    colours = class_colours(number, look.ground)
    steps = [[(place + end) / number, colour] for place, colour in enumerate(colours) for end in (0, 1)]
    z = np.searchsorted(marks, shown["value"], side="right") + 0.5
    chosen = np.isin(shown["code"], look.order)
    widths, edges = np.where(chosen, 1.2, 0.4), np.where(chosen, ink(look.ground), paper(look.ground))
    texts = hover.texts(shown, "", names=shown["entity"].tolist())
    areas = _choropleth(
        look, locations=shown["code"], z=z, colorscale=steps, zmin=0, zmax=number, name="figures",
        marker={"line": {"width": widths, "color": edges}, "opacity": 1}, **texts,
    )  # fmt: skip
    where = read_points()
    small = np.array([code in where for code in shown["code"]], dtype=bool)
    places = np.array([where[code] for code in shown["code"][small]]).reshape(-1, 2)
    dots = {
        "type": "scattergeo", "mode": "markers", "name": "small", "lon": places[:, 0], "lat": places[:, 1],
        "customdata": shown["code"][small], **hover.texts(shown.take(small), "", names=shown["entity"][small].tolist()),
        "marker": {
            "size": np.where(chosen[small], 9, 6), "color": z[small], "colorscale": steps, "cmin": 0, "cmax": number,
            "opacity": 1, "line": {"width": 0.8, "color": ink(look.ground)},
        },
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip
    return [areas, dots]


def _layout(look: Look, panel: Panel, marks: Sequence[float]) -> Spec:
    plot = _HEIGHT_NARROW if look.narrow else _HEIGHT
    low, high = _extent(look, len(marks) + 2)
    legend, word = map_legend(marks, look, under=low)
    layout = bare_layout(look, top=_HEADING, bottom=legend.height, left=0, right=0)
    heading = name_unit(panel, word=word)
    layout["height"] = plot + _HEADING + legend.height
    above = note(
        heading, 0, 1, colour=faint_ink(look.ground), size=SMALL, xanchor="left", xshift=2, yanchor="bottom", yshift=5
    )
    layout["annotations"] = [above, *legend.notes]
    layout["shapes"] = legend.shapes
    layout["geo"] = {
        "projection": {"type": "equal earth"}, "showframe": False, "showcoastlines": False, "showland": False,
        "showocean": False, "showlakes": False, "showcountries": False, "bgcolor": "rgba(0,0,0,0)",
        "lataxis": {"range": [-56, 84]}, "lonaxis": {"range": [-169, 191]}, "resolution": 110,
        "domain": {"x": [0, 1], "y": [low, high]},
    }  # fmt: skip
    return layout


def _extent(look: Look, lines: int) -> tuple[float, float]:
    """From where to where in the plot the world stands: in a tall picture above its middle, with the list below it."""
    if not 0 < look.proportion < _TALL:
        return 0.0, 1.0
    plot = max(look.room / look.proportion - _WORDS, 1.0)
    world, legend = _FLAT * look.room / plot, lines * _LINE / plot
    high = 1 - max(0.0, 1 - world - legend) / 4
    return max(0.0, high - world), high


def _nowhere(panel: Panel, order: Sequence[str]) -> tuple[str, ...]:
    """A sentence on what was chosen and has no place on the map, such as a group of countries."""
    groups = [code for code in order if not is_on_map(code)]
    if not groups:
        return ()
    names = dict(zip(panel.frame["code"], panel.frame["entity"], strict=True))
    lacking = [names[code] for code in groups if code in names]
    return (f"Not on the map: {join_names(lacking)}.",) if lacking else ()


def _make_playable(figure: go.Figure, rows: Rows, period: str, marks: Sequence[float], look: Look) -> None:
    """Frames of all periods, with a button that plays them and a slider.

    A frame holds the classes of all areas and their figures in words, and nothing that stays as it is.
    """
    periods = moments(rows)
    if len(periods) < 2:
        return
    codes = list(dict.fromkeys(rows["code"].tolist()))
    names = dict(zip(rows["code"], rows["entity"], strict=True))
    small = [code for code in codes if code in read_points()]
    figure.frames = [_frame(at(rows, each), each, codes, small, marks, look) for each in periods]
    areas, dots = figure.data[2:]
    first = figure.frames[periods.index(period)].data
    template = "<b>%{text}</b>, %{customdata}<extra></extra>"
    areas.update(
        locations=codes, z=first[0].z, customdata=first[0].customdata, hovertemplate=template,
        text=[names[code] for code in codes],
        marker_line={"width": [1.2 if code in look.order else 0.4 for code in codes],
                     "color": [ink(look.ground) if code in look.order else paper(look.ground) for code in codes]},
    )  # fmt: skip
    places = [read_points()[code] for code in small]
    dots.update(
        lon=[place[0] for place in places], lat=[place[1] for place in places], text=[names[code] for code in small],
        hovertemplate="<b>%{text}</b><extra></extra>", customdata=small, marker_size=first[1].marker.size,
        marker_color=first[1].marker.color,
    )  # fmt: skip
    figure.update_layout(**_controls(figure.layout, periods, period, look))


def _frame(
    shown: Rows, period: str, codes: Sequence[str], small: Sequence[str], marks: Sequence[float], look: Look
) -> go.Frame:
    classes = np.searchsorted(marks, shown["value"], side="right") + 0.5
    of = dict(zip(shown["code"], classes.tolist(), strict=True))
    words = dict(zip(shown["code"], figures(shown, look.locale), strict=True))
    label = period_label(period)
    return go.Frame(
        name=period,
        traces=[2, 3],
        data=[
            {
                "type": "choropleth",
                "z": [of.get(code) for code in codes],
                "customdata": [f"{label}<br><b>{words.get(code, 'no data')}</b>" for code in codes],
            },
            {
                "type": "scattergeo",
                "marker": {
                    "color": [of.get(code, 0.0) for code in small],
                    "size": [0 if code not in of else 9 if code in look.order else 6 for code in small],
                },
            },
        ],
    )


def _controls(layout: go.Layout, periods: Sequence[str], period: str, look: Look) -> Spec:
    below_legend = layout.margin.b
    still = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
    play = still | {"fromcurrent": True, "frame": {"duration": 350, "redraw": True}}
    text = {"size": LABEL, "color": ink(look.ground)}
    return {
        "margin_b": below_legend + _CONTROLS, "height": layout.height + _CONTROLS,
        "updatemenus": [{
            "type": "buttons", "direction": "left", "showactive": False,
            "x": 0, "xanchor": "left", "y": 0, "yanchor": "top",
            "pad": {"t": below_legend + 8, "l": 2}, "font": text, "bgcolor": paper(look.ground),
            "bordercolor": grey(look.ground),
            "buttons": [
                {"label": "Play", "method": "animate", "args": [None, play]},
                {"label": "Pause", "method": "animate", "args": [[None], still]},
            ],
        }],
        "sliders": [{
            "active": periods.index(period), "x": 0.22, "len": 0.76, "y": 0, "yanchor": "top",
            "pad": {"t": below_legend + 2},
            "currentvalue": {"prefix": "", "font": text | {"weight": 700}, "xanchor": "left"},
            "font": {"size": SMALL, "color": faint_ink(look.ground)}, "tickcolor": grey(look.ground),
            "bgcolor": translucent(grey(look.ground), 0.3), "bordercolor": "rgba(0,0,0,0)", "minorticklen": 0,
            "steps": [
                {"label": period_label(each), "method": "animate", "args": [[each], still]} for each in periods
            ],
        }],
    }  # fmt: skip
