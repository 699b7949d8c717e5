"""One call that writes a panel to a file in any form: data, picture or page."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicators.errors import UsageError
from indicators.exports.extract import Extract
from indicators.exports.formats import CHART_FORMATS, data_format, format_of_file

if TYPE_CHECKING:
    from indicators.charts.drawing import Drawing
    from indicators.model.panel import Panel
    from indicators.view import View

__all__ = ["DEFAULT_SIZE", "chart_content", "draw_extract", "render", "save", "write_file"]

DEFAULT_SIZE: Final = "1200x675"


def save(panel: Panel, path: str | os.PathLike[str], *, view: View | None = None, size: str = DEFAULT_SIZE) -> Path:
    """Write a panel to a file; its name says the form.

    Args:
        panel: The figures.
        path: Ends in ``.csv``, ``.wide.csv``, ``.xlsx``, ``.parquet``, ``.json``, ``.sdmx.csv``, ``.zip``, ``.txt``;
            ``.png``, ``.svg``, ``.pdf`` for the chart as a picture, ``.html`` for a page that opens anywhere.
        view: What was asked for: the kind of chart, and how the same is had again.
        size: Of a picture, in pixels: ``"1200x675"``.

    Returns:
        The path.

    Raises:
        UsageError: The name or the size is not understood, or a chart would say something false.
        ToolMissingError: There is no browser to draw a picture with.
    """
    path = Path(path)
    write_file(path, render(Extract(panel, view), format_of_file(path), size=size))
    return path


def render(extract: Extract, format: str, *, size: str = DEFAULT_SIZE) -> bytes:
    """The file's content in a form, named as on the command line.

    Raises:
        UsageError: There is no such form or size, or a chart would say something false.
        ToolMissingError: There is no browser to draw a picture with.
    """
    if format not in CHART_FORMATS:
        return data_format(format).bytes_of(extract)
    return chart_content(draw_extract(extract), extract, format, size=size)


def draw_extract(extract: Extract) -> Drawing:
    """The chart of what is taken away.

    Raises:
        UsageError: It would say something false; the figures themselves can be had in every other form.
    """
    from indicators.charts.drawing import draw_chart
    from indicators.charts.guards import find_refusal
    from indicators.view import View

    view = extract.view
    catalogue = extract.panel.catalogue
    if view is None or catalogue is None:
        return draw_chart(extract.panel, view or View())
    refusal = find_refusal(view, extract.panel, catalogue)
    if refusal is not None:
        instead = "; ".join(f"{offer.label[:1].lower()}{offer.label[1:]}" for offer in refusal.offers)
        raise UsageError(refusal.sentence, hint=f"Possible instead: {instead}." if instead else "")
    return draw_chart(extract.panel, view)


def chart_content(drawing: Drawing, extract: Extract, format: str, *, size: str = DEFAULT_SIZE) -> bytes:
    """A chart in a form of `CHART_FORMATS`.

    Raises:
        UsageError: There is no such size.
        ToolMissingError: There is no browser to draw a picture with.
    """
    if format == "html":
        from indicators.exports.webpages import to_html

        return to_html(drawing, extract).encode()
    from indicators.exports.pictures import Camera, parse_picture_size, picture_format

    wanted = parse_picture_size(size)
    with Camera() as camera:
        return camera.take(drawing, picture_format(format), wanted, link=extract.link)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there.

    Raises:
        UsageError: The folder is not there or takes no file.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(
            "The file cannot be written.", found=str(path), expected=f"a place that takes one ({error.strerror})"
        ) from error
