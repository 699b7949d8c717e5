"""Draw, save and cite a panel: what `Panel.plot`, `Panel.save` and `Panel.cite` do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.exports.extract import Extract
from indicators.exports.formats import find_format_of_file
from indicators.exports.links import make_public_link
from indicators.exports.saving import DEFAULT_SIZE, draw_extract, render, write_file
from indicators.files import read_embedded_catalogue
from indicators.model.origins import CitationStyle
from indicators.model.panel import Panel
from indicators.view import View

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from indicators.charts.drawing import Drawing


def draw_panel(panel: Panel, chart: str = "line", **options: str) -> go.Figure:
    """Draw a panel as a Plotly figure with title, subtitle and sources.

    Args:
        panel: The figures.
        chart: The chart type, or ``map``.
        options: Fields of a `View` as text: ``scale``, ``stacking``, ``highlight``, ``axes``, ``references`` and
            ``locale``.

    Raises:
        UsageError: An option is not valid, or the chart would be misleading.
    """
    return _draw(panel, chart, **options).make_standalone()


def save_panel(
    panel: Panel,
    path: str | os.PathLike[str],
    *,
    view: View | None = None,
    chart: str = "line",
    size: str = DEFAULT_SIZE,
) -> Path:
    """Write a panel to a file; the ending of the file name sets the format.

    Args:
        panel: The figures.
        path: Ends in ``.csv``, ``.wide.csv``, ``.xlsx``, ``.parquet``, ``.json``, ``.sdmx.csv``, ``.zip`` or ``.txt``;
            in ``.png``, ``.svg`` or ``.pdf`` for the chart as an image; in ``.html`` for a page that works offline.
        view: The view behind the panel: it sets the chart, and the file says how to get the figures again.
        chart: The chart type, or ``map``, if there is no view.
        size: Width and height of an image in pixels: ``"1200x675"``.

    Returns:
        The path.

    Raises:
        UsageError: The ending or an option is not valid, or the chart would be misleading.
        ToolMissingError: The browser that draws images is missing.
    """
    path, extract = Path(path), Extract(panel, view, "" if view is None else make_public_link(view))
    format = find_format_of_file(path)
    drawing = _draw(panel, chart) if format.kind != "data" and view is None else None
    write_file(path, render(extract, format, drawing=drawing, size=size))
    return path


def cite_panel(panel: Panel, style: CitationStyle = "text") -> str:
    """Cite a panel and each of its sources."""
    return Extract(panel).cite(style)


def _draw(panel: Panel, chart: str, **options: str) -> Drawing:
    view = View.from_texts({"chart": chart, **options}, panel.catalogue or read_embedded_catalogue())
    codes = tuple(panel.frame["code"].unique())
    story = {name: getattr(panel.story, name) for name in ("title", "notes", "lock")}
    asked = view.with_(indicators=tuple(one.id for one in panel.indicators), areas=codes, **story)
    return draw_extract(Extract(panel, asked))
