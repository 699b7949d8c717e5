"""A chart as a picture drawn beforehand: the browser needs none of the 5 MB that draw charts in it.

The pictures are in `static/pictures/`, each under the name of its figure. A figure that differs in anything, such as
in its values or colours, has another name, so a picture never shows what the figures no longer say.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final

import plotly.graph_objects as go
import streamlit as st
from plotly.utils import PlotlyJSONEncoder

from indicators.files import find_static_folder

PICTURE_FOLDER: Final = "pictures"
# Texts are laid out for the width in which a picture was drawn, and stay readable within these parts of it.
_SHOW: Final = """
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector('.picture');
  place.innerHTML = data.svg;
  const svg = place.firstElementChild, width = svg.viewBox.baseVal.width;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', data.words);
  Object.assign(svg.style, { minWidth: `${0.7 * width}px`, maxWidth: `${1.1 * width}px` });
}
"""
_STYLE: Final = """
.picture { overflow-x: auto; font-variant-numeric: tabular-nums; }
.picture svg { display: block; width: 100%; height: auto; }
"""
_picture = st.components.v2.component(
    "indicators_picture", html='<div class="picture"></div>', js=_SHOW, css=_STYLE, isolate_styles=False
)


def name_picture(figure: go.Figure) -> str:
    """Return the name of the file with the picture of a figure."""
    text = json.dumps(figure.to_plotly_json(), cls=PlotlyJSONEncoder, sort_keys=True)
    return f"{sha256(text.encode()).hexdigest()[:16]}.svg"


def find_picture(figure: go.Figure) -> str:
    """Return the picture of a figure as SVG; empty if none was drawn."""
    path = find_static_folder() / PICTURE_FOLDER / name_picture(figure)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def show_picture(svg: str, *, words: str, key: str) -> None:
    """Show a picture as wide as there is room, with words for those who don't see it."""
    _picture(key=key, data={"svg": svg, "words": words})
