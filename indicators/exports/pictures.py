"""Charts as PNG, SVG or PDF with title, source and link inside, drawn by the Chromium or Chrome of this machine.

Starting the browser takes seconds, each picture tenths of a second: a `Camera` starts it for the first picture and
keeps it. The page it draws on uses only files of the installed packages and asks nothing of other machines.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Literal, Self
from xml.sax.saxutils import escape

from indicators.charts.parts.geography import find_outlines
from indicators.charts.style import LEAST_HEIGHT, LEAST_WIDTH
from indicators.errors import ToolMissingError, UsageError
from indicators.exports import messages
from indicators.exports.typeface import build_embedding_script

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from indicators.charts.drawing import Drawing
    from indicators.exports.extract import Extract

PictureFormat = Literal["png", "svg", "pdf"]
_MOST_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class PictureSize:
    """The size of a picture in pixels; text scales with it.

    >>> PictureSize(1200, 675).label
    '1200 × 675'
    """

    width: int
    height: int
    use: str = ""

    @property
    def label(self) -> str:
        """Width and height, and the use it suits."""
        size = f"{self.width} × {self.height}"
        return f"{size}, {self.use}" if self.use else size


PICTURE_SIZES: Final = {
    "800x500": PictureSize(800, 500, "for a document"),
    "1200x675": PictureSize(1200, 675, "for a post or an article"),
    "1920x1080": PictureSize(1920, 1080, "for a slide"),
    "1080x1080": PictureSize(1080, 1080, "square"),
}
"""The suggested sizes by their names on the command line."""


def parse_picture_size(text: str) -> PictureSize:
    """Read a size of `PICTURE_SIZES` or any other, such as ``1600x900``.

    Raises:
        UsageError: The size is not valid.

    >>> parse_picture_size("1600x900")
    PictureSize(width=1600, height=900, use='')
    """
    if text in PICTURE_SIZES:
        return PICTURE_SIZES[text]
    width, _, height = text.lower().partition("x")
    if width.isdecimal() and height.isdecimal():
        size = PictureSize(int(width[:6]), int(height[:6]))
        if 300 <= size.width <= 8000 and 300 <= size.height <= 8000 and 0.4 <= size.width / size.height <= 4:
            return size
    raise UsageError(messages.INVALID_SIZE, found=text, expected=messages.EXPECTED_SIZE)


def explain_missing_browser() -> str:
    """Say what has to be installed before pictures can be drawn; empty if nothing is missing."""
    if find_spec("kaleido") is None:
        return messages.KALEIDO_MISSING
    from choreographer.browsers.chromium import Chromium

    if Chromium.find_browser(skip_local=False):
        return ""
    return messages.BROWSER_MISSING.format(hint=messages.INSTALL_BROWSER)


def take_picture(
    drawing: Drawing, extract: Extract, format: PictureFormat, *, size: str, camera: Camera | None = None
) -> bytes:
    """Draw a chart as a picture, with a browser that runs already or one that is started for it.

    Raises:
        UsageError: The size is not valid.
        ToolMissingError: The browser is missing or does not respond.
    """
    pixels = parse_picture_size(size)
    if camera is not None:
        return camera.take(drawing, format, pixels, link=extract.link)
    with Camera() as own:
        return own.take(drawing, format, pixels, link=extract.link)


class Camera:
    """Takes pictures of charts; threads may share it.

    Use it in a ``with`` statement, or keep it while the program runs.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._browser: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def take(self, drawing: Drawing, format: PictureFormat, size: PictureSize, *, link: str = "") -> bytes:
        """Take a picture of a chart with its title, source and perhaps a link inside, in a size in pixels.

        Raises:
            ToolMissingError: The browser is missing or does not respond.
        """
        figure, scale = _lay_out(drawing, size, link)
        options = {"format": format, "width": figure.layout.width, "height": figure.layout.height, "scale": scale}
        topojson = find_outlines().parent.as_uri() if drawing.is_map else None
        with self._lock:  # pictures share one page, so they are taken one at a time
            browser = self._start_browser()
            picture = bytes(self._run(browser.calc_fig(figure, opts=options, topojson=topojson)))
        return _describe_svg(picture, drawing, size) if format == "svg" else picture

    def close(self) -> None:
        """Stop the browser; the next picture starts it again."""
        with self._lock:
            self._stop()

    def _start_browser(self) -> Any:
        if self._browser is not None:
            return self._browser
        if missing := explain_missing_browser():
            raise ToolMissingError(missing)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=_run_loop, args=(self._loop,), name="camera", daemon=True).start()
        self._browser = self._run(_open_browser())
        return self._browser

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Return the result of the browser's work; a failure stops the browser."""
        from kaleido.errors import KaleidoError

        if self._loop is None:
            raise AssertionError("the loop is started first")
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(timeout=_MOST_SECONDS)
        except TimeoutError as error:
            future.cancel()
            self._stop()
            expected = messages.BROWSER_DEADLINE.format(seconds=_MOST_SECONDS)
            raise ToolMissingError(messages.BROWSER_SILENT, expected=expected) from error
        except KaleidoError as error:
            raise ToolMissingError(messages.BROWSER_FAILED, found=str(error)) from error
        except (RuntimeError, OSError) as error:  # no browser, or one that stopped
            self._stop()
            raise ToolMissingError(
                messages.BROWSER_NOT_STARTED, expected=messages.BROWSER_EXPECTED, hint=messages.INSTALL_BROWSER
            ) from error

    def _stop(self) -> None:
        loop, browser = self._loop, self._browser
        self._loop = self._browser = None
        if loop is None:
            return
        if browser is not None:
            asyncio.run_coroutine_threadsafe(browser.close(), loop).exception(timeout=_MOST_SECONDS)
        loop.call_soon_threadsafe(loop.stop)


def _run_loop(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()


def _describe_svg(svg: bytes, drawing: Drawing, size: PictureSize) -> bytes:
    """An SVG with a size in whole pixels and a text alternative."""
    before, start, after = svg.partition(b">")
    for name, pixels in (("width", size.width), ("height", size.height)):
        before = re.sub(rf' {name}="[\d.]+"'.encode(), f' {name}="{pixels}"'.encode(), before, count=1)
    title, described = (escape(text) for text in (drawing.title, drawing.alternative_text))
    words = f"<title>{title}</title><desc>{described}</desc>".encode()
    return before + b' role="img"' + start + words + after


async def _open_browser() -> Any:
    """A browser that draws with the plotly.js of the installed package, without a network."""
    import kaleido

    page = kaleido.PageGenerator(mathjax=False)
    page.header = page.header.replace("Kaleido-fier", "Chart")
    page.header += build_embedding_script()
    browser = kaleido.Kaleido(n=1, timeout=_MOST_SECONDS, page_generator=page)
    return await browser.__aenter__()


def _lay_out(drawing: Drawing, size: PictureSize, link: str) -> tuple[go.Figure, float]:
    """The chart with its text in the proportions of the size, and the factor by which to enlarge it.

    A plot has its own height at which labels do not collide. The width follows from that height, the chart is laid out
    for that width, and the whole picture is enlarged.
    """
    proportion = size.width / size.height
    figure = drawing.make_standalone(width=960, link=link)
    for _ in range(3):  # a narrower picture breaks more lines, so its height grows
        width = max(LEAST_WIDTH, round(LEAST_HEIGHT * proportion), round(figure.layout.height * proportion))
        room = width - figure.layout.margin.l - figure.layout.margin.r
        figure = drawing.make_standalone(width=width, link=link, plot_width=max(1, round(room)), proportion=proportion)
    height = max(figure.layout.height, figure.layout.width / proportion)
    figure.update_layout(height=height, width=height * proportion, meta={"title": drawing.title})
    return figure, size.height / height * (1 + 1e-12)  # a product just below a whole number would lose a pixel
