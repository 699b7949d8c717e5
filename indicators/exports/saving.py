"""Make the content of a file in any format, and write it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.extract import Extract
from indicators.exports.formats import FileFormat

if TYPE_CHECKING:
    from indicators.charts.drawing import Drawing
    from indicators.exports.pictures import Camera

DEFAULT_SIZE: Final = "1200x675"


def render(
    extract: Extract,
    format: FileFormat,
    *,
    drawing: Drawing | None = None,
    size: str = DEFAULT_SIZE,
    camera: Camera | None = None,
) -> bytes:
    """Return the content of a file; a chart that is not given is drawn as the view asks.

    Raises:
        UsageError: The size is not valid, or the chart would be misleading.
        ToolMissingError: The browser that draws images is missing.
    """
    write = format.load_writer()
    if format.kind == "data":
        content = write(extract)
    elif format.kind == "page":
        content = write(drawing or draw_extract(extract), extract)
    else:
        content = write(drawing or draw_extract(extract), extract, format.id, size=size, camera=camera)
    return content if isinstance(content, bytes) else content.encode()


def draw_extract(extract: Extract) -> Drawing:
    """Draw the chart of the figures.

    Raises:
        UsageError: It would be misleading; the figures are still available in every other format.
    """
    from indicators.charts.choice import find_refusal
    from indicators.charts.drawing import draw_chart
    from indicators.view import View

    view = extract.view
    catalogue = extract.panel.catalogue
    if view is None or catalogue is None:
        return draw_chart(extract.panel, view or View())
    refusal = find_refusal(view, extract.panel, catalogue)
    if refusal is not None:
        offers = "; ".join(f"{offer.label[:1].lower()}{offer.label[1:]}" for offer in refusal.offers)
        raise UsageError(refusal.sentence, hint=messages.POSSIBLE_INSTEAD.format(offers=offers) if offers else "")
    return draw_chart(extract.panel, view)


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file or nothing: to a temporary file, then one rename.

    Raises:
        UsageError: The folder does not exist or cannot be written to.
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
        expected = messages.WRITABLE_PLACE.format(reason=error.strerror)
        raise UsageError(messages.UNWRITABLE_FILE, found=str(path), expected=expected) from error
