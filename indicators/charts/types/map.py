"""Map of the world: countries in classes of one hue, small states as points, countries without data hatched.

Nothing is loaded from other sites: the shapes are files made by `indicators.providers.natural_earth`, which the
dashboard serves under ``app/static/world/``; standalone pictures and pages have them inside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions
from indicators.charts.parts.alt_text import describe_ranking
from indicators.charts.parts.geography import is_on_map, list_countries, read_points, read_shapes
from indicators.charts.parts.headings import name_unit
from indicators.charts.parts.hover import Hover, format_values
from indicators.charts.parts.legend import Legend
from indicators.charts.parts.map_legend import find_class_bounds, make_map_legend, make_year_legend, pick_class_colours
from indicators.charts.parts.panel_rows import Rows, keep_drawable
from indicators.charts.parts.period_choice import (
    date_names,
    describe_periods,
    explain_missing_areas,
    list_periods,
    pick_period,
    select_period,
)
from indicators.charts.parts.plot_layout import build_figure, make_layout, note_unit
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import DEFAULT_LOOK, LABEL, SMALL, Look, Spec, fade
from indicators.model.formatting import count_noun, join_names
from indicators.model.panel import Panel

MAP_REGIONS: Final = {
    "europe": (-25.0, 45.0, 34.0, 71.0), "africa": (-19.0, 53.0, -36.0, 38.0), "asia": (26.0, 148.0, -11.0, 56.0),
    "north-america": (-135.0, -55.0, 7.0, 62.0), "south-america": (-83.0, -33.0, -56.0, 13.0),
    "oceania": (112.0, 180.0, -48.0, 4.0),
}  # fmt: skip
"""Parts of the world that a map can show: western, eastern, southern and northern edge in degrees."""

SERVED_FROM: Final = "app/static/world/"
"""The path from a page to the files of the map that the dashboard serves."""
_COUNTRIES, _STRIPES = f"{SERVED_FROM}countries.json", f"{SERVED_FROM}stripes.json"
_HEIGHT, _HEIGHT_NARROW = 420, 190
_HEADING, _CONTROLS = 24, 64
_AGES: Final = (20, 10, 5, 2, 1, 0)  # years before the newest at which a class of a map of coverage begins
_TALL = 0.85
"""A picture with a smaller width divided by height lists the classes below the world, which fills little of it."""
_FLAT = 0.5  # the height of the world divided by its width
_WORDS, _LINE = 130, 18  # the space above and below the plot of a picture, and a line of the list, in pixels


def draw_map(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw one indicator in one period; the classes are those of all periods, so that years can be compared.

    Chosen areas have an outline. The latest or earliest value of each area can't be played over the years.
    """
    everything = keep_drawable(panel)
    on_map = everything.frame["code"].map(is_on_map).astype(bool)
    drawn = everything.with_frame(everything.frame[on_map])
    rows = Rows.of(drawn.frame)
    period = pick_period(rows)
    shown = _take_one_of_each(rows, options.each) if options.each else select_period(rows, period)
    bounds = find_class_bounds(rows["value"])
    hover = Hover.of(drawn, look.locale)
    without = _name_lack(drawn, options)

    def write(places: npt.NDArray[np.bool_]) -> Spec:
        return hover.write_texts(shown.take(places), "", names=shown["entity"][places].tolist())

    extent = _find_extent(look, len(bounds) + 2)
    legend, word = make_map_legend(bounds, look, under=extent[0], without=without)
    classes = np.searchsorted(bounds, shown["value"], side="right")
    coloured = _colour_countries(shown["code"], classes, len(bounds) + 1, write, look)
    layout = _make_map_layout(look, name_unit(drawn, word=word), legend, extent)
    figure = build_figure([_draw_ground(look, without), _draw_stripes(look), *coloured], layout)
    if options.is_playable and not options.each:
        _make_playable(figure, rows, period, bounds, look)
    ranking = shown.take(np.argsort(-shown["value"], kind="stable"))
    seen = describe_ranking(date_names(ranking["entity"].tolist(), ranking), ranking, look.locale)
    if len(shown):
        areas = count_noun(len(set(shown["code"])), "country or territory", "countries and territories")
        seen.append(messages.ALT_ON_MAP.format(areas=areas))
    remarks = explain_missing_areas(rows, shown, look.order, period) + _name_groups(everything, look.order)
    if figure.frames:  # the year is at the slider, and changes there
        seen.insert(0, messages.ALT_PLAYABLE.format(period=label_period(period)))
        return Chart(figure, drawn, tuple(seen), remarks, where=messages.WORLD)
    visible = drawn.with_frame(drawn.frame[drawn.frame["period"].isin(shown["period"])])
    when = describe_periods(shown, options.each)
    return Chart(figure, visible, tuple(seen), remarks, when=when, where=messages.WORLD)


def draw_coverage_map(years: Mapping[str, int], look: Look = DEFAULT_LOOK) -> go.Figure:
    """Draw the last year with data of each country, by code; the newest years have classes of their own."""
    names = dict(list_countries())
    codes = np.array([code for code in years if code in names], dtype=object)
    last = np.array([years[code] for code in codes], dtype=int)
    newest = int(last.max(initial=0))
    bounds = [newest - age for age in _AGES if len(last) and last.min() < newest - age]
    texts = np.array([f"<b>{escape(names[code])}</b>: {years[code]}" for code in codes], dtype=object)

    def write(places: npt.NDArray[np.bool_]) -> Spec:
        return {"text": texts[places], "hovertemplate": "%{text}<extra></extra>"}

    classes = np.searchsorted(bounds, last, side="right")
    coloured = _colour_countries(codes, classes, len(bounds) + 1, write, look)
    legend = make_year_legend(bounds, newest, look)
    layout = _make_map_layout(look, messages.LAST_YEAR_WITH_DATA, legend, (0.0, 1.0))
    return build_figure([_draw_ground(look, messages.NO_VALUE), _draw_stripes(look), *coloured], layout)


def _take_one_of_each(rows: Rows, each: str) -> Rows:
    """The latest or earliest value of each area, whose publishers may have different periods."""
    order = np.argsort(rows["last"], kind="stable")
    of_area = {rows["code"][place]: int(place) for place in (order if each == "latest" else order[::-1])}
    return rows.take(np.array(sorted(of_area.values()), dtype=int))


def embed_shapes(figure: go.Figure) -> go.Figure:
    """Return the same map with its shapes inside, for standalone pictures and pages.

    Such a page has to run ``PlotlyGeoAssets = {topojson: {world_110m: …}}`` before plotly.js draws, and kaleido needs
    ``topojson=`` with its folder: both come from `geography.find_outlines`.
    """
    carrying = go.Figure(figure)
    for trace in carrying.data:
        if trace.type == "choropleth" and isinstance(trace.geojson, str):
            trace.geojson = read_shapes(trace.geojson.removeprefix(SERVED_FROM))
    return carrying


def _make_choropleth(look: Look, **more: Any) -> Spec:
    edge = {"color": look.theme.paper, "width": 0.4}
    return {
        "type": "choropleth", "geojson": _COUNTRIES, "showscale": False, "marker": {"line": edge, "opacity": 1},
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    } | more  # fmt: skip


def _fill_evenly(colour: str) -> Spec:
    return {"colorscale": [[0, colour], [1, colour]], "zmin": 0, "zmax": 1}


def _name_lack(panel: Panel, options: ChartOptions) -> str:
    """What countries without a value lack: any data, or data that are recent."""
    years = [panel.recent_since[one.id] for one in panel.indicators if one.id in panel.recent_since]
    return messages.NO_VALUE_SINCE.format(year=min(years)) if years and options.each == "latest" else messages.NO_VALUE


def _draw_ground(look: Look, without: str) -> Spec:
    """All countries in grey, below those with a value; each says on hover that it has none."""
    codes = list_countries()
    return _make_choropleth(
        look, locations=[code for code, _ in codes], z=[0] * len(codes), text=[name for _, name in codes],
        hovertemplate=f"<b>%{{text}}</b>: {without}<extra></extra>", name="no data",
        **_fill_evenly(look.theme.no_data),
    )  # fmt: skip


def _draw_stripes(look: Look) -> Spec:
    codes = [code for code, _ in list_countries()]
    return _make_choropleth(
        look, geojson=_STRIPES, locations=codes, z=[0] * len(codes), hoverinfo="skip", name="stripes",
        marker={"line": {"width": 0}, "opacity": 1}, **_fill_evenly(look.theme.stripe),
    )  # fmt: skip


def _colour_countries(
    codes: npt.NDArray[Any], classes: npt.NDArray[np.intp], number: int,
    write: Callable[[npt.NDArray[np.bool_]], Spec], look: Look,
) -> list[Spec]:  # fmt: skip
    """The countries with a value in their classes, with the hover texts of ``write``; the smallest are points."""
    colours = pick_class_colours(number, look.ground)
    steps = [[(place + end) / number, colour] for place, colour in enumerate(colours) for end in (0, 1)]
    z = classes + 0.5
    chosen = np.isin(codes, look.order)
    widths, edges = np.where(chosen, 2.0, 0.4), np.where(chosen, look.theme.ink, look.theme.paper)
    areas = _make_choropleth(
        look, locations=codes, z=z, colorscale=steps, zmin=0, zmax=number, name="figures",
        marker={"line": {"width": widths, "color": edges}, "opacity": 1}, **write(np.ones(len(codes), dtype=bool)),
    )  # fmt: skip
    where = read_points()
    small = np.array([code in where for code in codes], dtype=bool)
    places = np.array([where[code] for code in codes[small]]).reshape(-1, 2)
    dots = {
        "type": "scattergeo", "mode": "markers", "name": "small", "lon": places[:, 0], "lat": places[:, 1],
        "customdata": codes[small], **write(small),
        "marker": {
            "size": np.where(chosen[small], 9, 6), "color": z[small], "colorscale": steps, "cmin": 0, "cmax": number,
            "opacity": 1, "line": {"width": 0.8, "color": look.theme.ink},
        },
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip
    return [areas, dots]


def _make_map_layout(look: Look, heading: str, legend: Legend, extent: tuple[float, float]) -> Spec:
    plot = _HEIGHT_NARROW if look.narrow else _HEIGHT
    layout = make_layout(look, top=_HEADING, bottom=legend.height, left=0, right=0)
    layout["height"] = plot + _HEADING + legend.height
    layout["annotations"] = [note_unit(heading, look, left=0), *legend.notes]
    layout["shapes"] = legend.shapes
    layout["geo"] = {
        "projection": {"type": "equal earth"}, "showframe": False, "showcoastlines": False, "showland": False,
        "showocean": False, "showlakes": False, "showcountries": False, "bgcolor": "rgba(0,0,0,0)",
        **_frame((-169, 191, -56, 78)), "resolution": 110,
        "domain": {"x": [0, 1], "y": list(extent)},
    }  # fmt: skip
    return layout


def _frame(box: tuple[float, float, float, float]) -> Spec:
    """The part of the world to show: its western, eastern, southern and northern edge in degrees."""
    west, east, south, north = box
    return {"lonaxis": {"range": [west, east]}, "lataxis": {"range": [south, north]}}


def zoom_map(figure: go.Figure, region: str) -> None:
    """Show only a region of `MAP_REGIONS` in a map that belongs to the caller; the whole world for any other name.

    The region is turned to the middle, where the projection distorts it least.
    """
    box = MAP_REGIONS.get(region)
    if box is not None:
        middle = {"projection": {"rotation": {"lon": (box[0] + box[1]) / 2}}}
        figure.layout.geo.update(_frame(box) | middle)


def _find_extent(look: Look, lines: int) -> tuple[float, float]:
    """The bottom and top of the world in the plot: in a tall picture it is above the middle, with the list below."""
    if not 0 < look.proportion < _TALL:
        return 0.0, 1.0
    plot = max(look.width / look.proportion - _WORDS, 1.0)
    world, legend = _FLAT * look.width / plot, lines * _LINE / plot
    high = 1 - max(0.0, 1 - world - legend) / 4
    return max(0.0, high - world), high


def _name_groups(panel: Panel, order: Sequence[str]) -> tuple[str, ...]:
    """A sentence on chosen areas that are not on the map, such as groups of countries."""
    groups = [code for code in order if not is_on_map(code)]
    if not groups:
        return ()
    names = dict(zip(panel.frame["code"], panel.frame["entity"], strict=True))
    lacking = [names[code] for code in groups if code in names]
    return (messages.NOT_ON_MAP.format(areas=join_names(lacking)),) if lacking else ()


def _make_playable(figure: go.Figure, rows: Rows, period: str, bounds: Sequence[float], look: Look) -> None:
    """Add frames of all periods, with a button that plays them and a slider.

    A frame holds the classes of all areas and their values in words, and nothing that stays the same.
    """
    periods = list_periods(rows)
    if len(periods) < 2:
        return
    codes = list(dict.fromkeys(rows["code"].tolist()))
    names = dict(zip(rows["code"], rows["entity"], strict=True))
    small = [code for code in codes if code in read_points()]
    figure.frames = [_make_frame(select_period(rows, each), each, codes, small, bounds, look) for each in periods]
    areas, dots = figure.data[2:]
    first = figure.frames[periods.index(period)].data
    template = "<b>%{text}</b>, %{customdata}<extra></extra>"
    areas.update(
        locations=codes, z=first[0].z, customdata=first[0].customdata, hovertemplate=template,
        text=[names[code] for code in codes],
        marker_line={"width": [1.2 if code in look.order else 0.4 for code in codes],
                     "color": [look.theme.ink if code in look.order else look.theme.paper for code in codes]},
    )  # fmt: skip
    places = [read_points()[code] for code in small]
    dots.update(
        lon=[place[0] for place in places], lat=[place[1] for place in places], text=[names[code] for code in small],
        hovertemplate="<b>%{text}</b><extra></extra>", customdata=small, marker_size=first[1].marker.size,
        marker_color=first[1].marker.color,
    )  # fmt: skip
    figure.update_layout(**_make_controls(figure.layout, periods, period, look))


def _make_frame(
    shown: Rows, period: str, codes: Sequence[str], small: Sequence[str], bounds: Sequence[float], look: Look
) -> go.Frame:
    classes = np.searchsorted(bounds, shown["value"], side="right") + 0.5
    of = dict(zip(shown["code"], classes.tolist(), strict=True))
    words = dict(zip(shown["code"], format_values(shown, look.locale), strict=True))
    label = label_period(period)
    return go.Frame(
        name=period,
        traces=[2, 3],
        data=[
            {
                "type": "choropleth",
                "z": [of.get(code) for code in codes],
                "customdata": [f"{label}<br><b>{words.get(code, messages.NO_VALUE)}</b>" for code in codes],
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


def _make_controls(layout: go.Layout, periods: Sequence[str], period: str, look: Look) -> Spec:
    below_legend = layout.margin.b
    still = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
    play = still | {"fromcurrent": True, "frame": {"duration": 350, "redraw": True}}
    text = {"size": LABEL, "color": look.theme.ink}
    return {
        "margin_b": below_legend + _CONTROLS, "height": layout.height + _CONTROLS,
        "updatemenus": [{
            "type": "buttons", "direction": "left", "showactive": False,
            "x": 0, "xanchor": "left", "y": 0, "yanchor": "top",
            "pad": {"t": below_legend + 8, "l": 2}, "font": text, "bgcolor": look.theme.paper,
            "bordercolor": look.theme.grey,
            "buttons": [
                {"label": messages.PLAY, "method": "animate", "args": [None, play]},
                {"label": messages.PAUSE, "method": "animate", "args": [[None], still]},
            ],
        }],
        "sliders": [{
            "active": periods.index(period), "x": 0.22, "len": 0.76, "y": 0, "yanchor": "top",
            "pad": {"t": below_legend + 2},
            "currentvalue": {"prefix": "", "font": text | {"weight": 700}, "xanchor": "left"},
            "font": {"size": SMALL, "color": look.theme.faint_ink}, "tickcolor": look.theme.grey,
            "bgcolor": fade(look.theme.grey, 0.3), "bordercolor": "rgba(0,0,0,0)", "minorticklen": 0,
            "steps": [
                {"label": label_period(each), "method": "animate", "args": [[each], still]} for each in periods
            ],
        }],
    }  # fmt: skip
