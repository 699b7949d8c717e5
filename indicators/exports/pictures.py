"""A chart as PNG, SVG or PDF, its title, source and link inside, drawn by a Chromium or Chrome of this machine.

Starting the browser takes seconds, a picture then tenths of one: a `Camera` starts it with the first picture and keeps
it. The page it draws on is made of files of the installed packages; nothing is asked of another machine.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Literal, Self, get_args
from xml.sax.saxutils import escape

from indicators.charts.parts.geography import find_outlines
from indicators.charts.style import LEAST_HEIGHT, LEAST_WIDTH
from indicators.errors import ToolMissingError, UsageError
from indicators.exports.typeface import build_embedding_script

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from indicators.charts.drawing import Drawing

__all__ = [
    "PICTURE_FORMATS",
    "PICTURE_SIZES",
    "Camera",
    "PictureFormat",
    "PictureSize",
    "parse_picture_size",
    "picture_format",
]

PictureFormat = Literal["png", "svg", "pdf"]
PICTURE_FORMATS: Final[tuple[PictureFormat, ...]] = get_args(PictureFormat)
_MOST_SECONDS: Final = 60
_HINT: Final = "Install Chromium or Chrome (on Debian: apt-get install chromium) on the machine that runs this."


@dataclass(frozen=True, slots=True)
class PictureSize:
    """The size of a picture in pixels; the letters keep their share of it.

    >>> PictureSize(1200, 675).label
    '1200 × 675'
    """

    width: int
    height: int
    use: str = ""

    @property
    def label(self) -> str:
        """Width and height, and what it is for."""
        size = f"{self.width} × {self.height}"
        return f"{size}, {self.use}" if self.use else size


PICTURE_SIZES: Final = {
    "800x500": PictureSize(800, 500, "for a text"),
    "1200x675": PictureSize(1200, 675, "for a post or an article"),
    "1920x1080": PictureSize(1920, 1080, "for a slide"),
    "1080x1080": PictureSize(1080, 1080, "square"),
}
"""The sizes that are offered, by their names on the command line."""


def picture_format(text: str) -> PictureFormat:
    """A form of picture by its name.

    Raises:
        UsageError: There is none of this name.
    """
    for name in PICTURE_FORMATS:
        if name == text:
            return name
    raise UsageError("There is no such picture.", found=text, expected=", ".join(PICTURE_FORMATS))


def parse_picture_size(text: str) -> PictureSize:
    """A size of `PICTURE_SIZES`, or any other such as ``1600x900``.

    Raises:
        UsageError: This is no size of a picture.

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
    raise UsageError(
        "This is no size of a picture.", found=text, expected="width and height from 300 to 8000, such as 1200x675"
    )


def explain_missing_browser() -> str:
    """What has to be installed before pictures can be drawn, in a sentence; empty where all is there."""
    if find_spec("kaleido") is None:
        return "Pictures of charts need the package kaleido: pip install kaleido."
    from choreographer.browsers.chromium import Chromium

    return "" if Chromium.find_browser(skip_local=False) else f"Pictures are drawn by a browser. {_HINT}"


class Camera:
    """Takes pictures of charts; threads may share it.

    Use it in a ``with`` statement, or keep it as long as the program runs.
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
        """A chart as a picture with its words inside.

        Args:
            drawing: The chart.
            format: ``png``, ``svg`` or ``pdf``.
            size: In pixels; in SVG and PDF the width and height of the page.
            link: Where the chart can be had alive; none if empty.

        Raises:
            ToolMissingError: There is no browser to draw it, or it does not answer.
        """
        figure, scale = _laid_out(drawing, size, link)
        options = {"format": format, "width": figure.layout.width, "height": figure.layout.height, "scale": scale}
        topojson = find_outlines().parent.as_uri() if drawing.is_map else None
        with self._lock:  # one picture after the other: they share one page
            browser = self._started()
            picture = bytes(self._run(browser.calc_fig(figure, opts=options, topojson=topojson)))
        return _described(picture, drawing, size) if format == "svg" else picture

    def close(self) -> None:
        """End the browser; the next picture starts it anew."""
        with self._lock:
            self._stop()

    def _started(self) -> Any:
        if self._browser is not None:
            return self._browser
        if missing := explain_missing_browser():
            raise ToolMissingError(missing)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=_run_until_stopped, args=(self._loop,), name="camera", daemon=True).start()
        self._browser = self._run(_opened())
        return self._browser

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """The result of the browser's work; whatever hinders it ends the browser and is said in a sentence."""
        from kaleido.errors import KaleidoError

        if self._loop is None:
            raise AssertionError("the loop is started first")
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(timeout=_MOST_SECONDS)
        except TimeoutError as error:
            future.cancel()
            self._stop()
            raise ToolMissingError(
                "The browser that draws pictures does not answer.", expected=f"an answer in {_MOST_SECONDS} seconds"
            ) from error
        except KaleidoError as error:
            raise ToolMissingError("The browser could not draw this chart.", found=str(error)) from error
        except (RuntimeError, OSError) as error:  # no browser, or one that broke off
            self._stop()
            raise ToolMissingError(
                "No browser could draw the picture.", expected="Chromium or Chrome on this machine", hint=_HINT
            ) from error

    def _stop(self) -> None:
        loop, browser = self._loop, self._browser
        self._loop = self._browser = None
        if loop is None:
            return
        if browser is not None:
            asyncio.run_coroutine_threadsafe(browser.close(), loop).exception(timeout=_MOST_SECONDS)
        loop.call_soon_threadsafe(loop.stop)


def _run_until_stopped(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()


def _described(svg: bytes, drawing: Drawing, size: PictureSize) -> bytes:
    """An SVG of whole pixels that says what it shows to those who cannot see it."""
    before, start, after = svg.partition(b">")
    for name, pixels in (("width", size.width), ("height", size.height)):
        before = re.sub(rf' {name}="[\d.]+"'.encode(), f' {name}="{pixels}"'.encode(), before, count=1)
    title, described = (escape(text) for text in (drawing.title, drawing.alternative_text))
    words = f"<title>{title}</title><desc>{described}</desc>".encode()
    return before + b' role="img"' + start + words + after


async def _opened() -> Any:
    """A browser that draws with the plotly.js of the installed package and asks nothing of another machine."""
    import kaleido

    page = kaleido.PageGenerator(mathjax=False)
    page.header = page.header.replace("Kaleido-fier", "Chart")
    page.header += build_embedding_script()
    browser = kaleido.Kaleido(n=1, timeout=_MOST_SECONDS, page_generator=page)
    return await browser.__aenter__()


def _laid_out(drawing: Drawing, size: PictureSize, link: str) -> tuple[go.Figure, float]:
    """The chart with its words at the size's proportions, and by how much it is then enlarged.

    The plot has a height of its own, at which its labels do not touch: the width follows from it, the chart is laid out
    for that width, and the picture is enlarged as a whole.
    """
    proportion = size.width / size.height
    figure = drawing.standalone(width=960, link=link)
    for _ in range(3):  # fewer words fit into a line of a narrower picture, so its height grows
        width = max(LEAST_WIDTH, round(LEAST_HEIGHT * proportion), round(figure.layout.height * proportion))
        room = width - figure.layout.margin.l - figure.layout.margin.r
        figure = drawing.standalone(width=width, link=link, room=max(1, round(room)), proportion=proportion)
    height = max(figure.layout.height, figure.layout.width / proportion)
    figure.update_layout(height=height, width=height * proportion, meta={"title": drawing.title})
    return figure, size.height / height * (1 + 1e-12)  # a product just below a whole number would lose a pixel
