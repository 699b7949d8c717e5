"""The typeface of pictures and pages: the one of the dashboard, so that they look the same on every machine.

Labels are laid out for the width of this typeface. In a wider one, names would overlap and titles run over the edge.
"""

from __future__ import annotations

import base64
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_FAMILY: Final = "Source Sans"
_FILES: Final = "static/static/media/SourceSansVF-Upright*.woff2"


def _find_file() -> Path | None:
    """The font file that comes with Streamlit, under the Open Font License."""
    found = find_spec("streamlit")  # found, not imported
    folders = found.submodule_search_locations if found else None
    return next((file for folder in folders or () for file in sorted(Path(folder).glob(_FILES))), None)


@cache
def build_typeface_css() -> str:
    """Return a CSS rule with the typeface inside; empty if it is not installed.

    >>> build_typeface_css()[:39]
    '@font-face{font-family:"Source Sans";fo'
    """
    file = _find_file()
    if file is None:
        return ""
    content = base64.b64encode(file.read_bytes()).decode()
    return (
        f'@font-face{{font-family:"{_FAMILY}";font-weight:200 900;'
        f'src:url("data:font/woff2;base64,{content}") format("woff2")}}'
    )


def build_embedding_script() -> str:
    """Return a script that makes plotly.js measure and draw with the typeface, and embed it in what it draws.

    A picture is drawn from an SVG that sees nothing of the page around it, so the typeface has to be inside. It is
    loaded first, or plotly.js would measure text in a typeface of the machine. The title of a PDF is that of the page;
    it is set to the title of the chart, from the ``meta`` of its layout.
    """
    face = build_typeface_css()
    return f"<style>{face}</style><script>{_SCRIPT}</script>" if face else ""


_SCRIPT: Final = """
addEventListener("load", () => {
  const drawn = Plotly.toImage, face = document.querySelector("style:not([id])").outerHTML;
  const put = svg => svg.replace(/<svg[^>]*>/, start => start + "<defs>" + face + "</defs>");
  const address = svg => "data:image/svg+xml," + encodeURIComponent(svg);
  const painted = async svg => {
    const image = new Image();
    image.src = address(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/png");
  };
  Plotly.toImage = async (figure, options) => {
    document.title = figure.layout.meta?.title ?? document.title;
    await Promise.all(["13px", "bold 13px"].map(size => document.fonts.load(size + ' "Source Sans"')));
    const svg = put(await drawn(figure, {...options, format: "svg", imageDataOnly: true}));
    if (options.format === "svg") return options.imageDataOnly ? svg : address(svg);
    const png = await painted(svg);
    return options.imageDataOnly ? png.replace(/^[^,]*,/, "") : png;
  };
});
"""
