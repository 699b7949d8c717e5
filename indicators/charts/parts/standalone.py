"""A chart as a standalone image: title, subtitle, source and link inside, on an opaque background."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

import plotly.graph_objects as go

from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.plot_layout import drop_repeated_unit
from indicators.charts.style import FONT, THEMES, Ground, Spec, make_note

_EDGE = 24
_TITLE, _TEXT, _SMALL = 22, 15, 12
_LINE = 1.3  # height of a line of text, in heights of its letters
_BOLDER = 1.1  # wider than estimated
_WORDS: Final = re.compile(r"\S+(?: = \S+)?\s*")  # "2010 = 100" stays together
_PARTS: Final = re.compile(r"(?<=[&~?/])(?=[^&~?/])")
_GAP = 14


def frame_picture(
    figure: go.Figure, title: str, subtitle: str, foot_texts: Sequence[str], *, ground: Ground, width: int
) -> go.Figure:
    """Return a new figure with title and subtitle above, and notes, source and link below.

    The plot keeps its height, so the height of the picture follows from its words and its width in pixels.
    """
    theme = THEMES[ground]
    space = width - 2 * _EDGE
    head = [(f"<b>{line}</b>", _TITLE, theme.ink) for line in _break_text(title, space / _BOLDER, _TITLE)]
    head += [(line, _TEXT, theme.faint_ink) for line in _break_text(subtitle, space, _TEXT)]
    foot = [(line, _SMALL, theme.faint_ink) for text in foot_texts for line in _break_text(text, space, _SMALL)]
    above, below = (sum(size * _LINE for _, size, _ in lines) + _GAP for lines in (head, foot))
    picture = go.Figure(figure)
    drop_repeated_unit(picture, f"{title} · {subtitle}")
    margin = picture.layout.margin
    height = round(picture.layout.height + _EDGE * 2 + above + below)
    top, bottom = (margin.t or 0) + _EDGE + above, (margin.b or 0) + _EDGE + below
    left, right = (margin.l or 0) + _EDGE, (margin.r or 0) + _EDGE
    picture.update_layout(
        width=width, height=height, autosize=False, paper_bgcolor=theme.paper, plot_bgcolor=theme.paper,
        font={"family": FONT, "color": theme.ink, "size": 13},
        margin={"l": left, "r": right, "t": top, "b": bottom},
    )  # fmt: skip
    notes = [
        *_stack_lines(head, from_edge=_EDGE, reach=top, left=left, anchor="top"),
        *_stack_lines(foot[::-1], from_edge=_EDGE, reach=bottom, left=left, anchor="bottom"),
    ]
    picture.layout.annotations = [*picture.layout.annotations, *notes]
    return picture


def _stack_lines(
    lines: list[tuple[str, int, str]], *, from_edge: float, reach: float, left: float, anchor: str
) -> list[Spec]:
    """Notes one below the other, from an edge of the picture towards the plot, which begins at ``reach``."""
    notes = []
    place = from_edge
    foot = anchor == "bottom"
    for text, size, colour in lines:
        notes.append(
            make_note(
                text, 0, 0 if foot else 1, colour=colour, size=size, align="left", xanchor="left",
                xshift=_EDGE - left, yanchor=anchor, yshift=place - reach if foot else reach - place,
            )
        )  # fmt: skip
        place += size * _LINE
    return notes


def _break_text(text: str, space: float, size: int) -> list[str]:
    """Break a text into lines no wider than a width in pixels, as plotly.js takes them: nothing in it is a tag.

    A word wider than a line, such as a link, is broken between its parts.

    >>> _break_text("https://example.org/explore?country=RUS~CHN&tab=map", 250, 12)
    ['https://example.org/explore?', 'country=RUS~CHN&amp;tab=map']
    """
    lines = [""]
    for word in _WORDS.findall(text):
        wide = measure_text(word.rstrip(), size) > space
        for part in _break_word(word, space, size) if wide else [word]:
            if lines[-1] and measure_text((lines[-1] + part).rstrip(), size) > space:
                lines.append("")
            lines[-1] += part
    return [escape(line.strip(), quote=False) for line in lines if line.strip()]


def _break_word(word: str, space: float, size: int) -> list[str]:
    """The parts of a word, each no wider than a line."""
    parts = []
    for part in _PARTS.split(word):
        most = max(8, int(space / measure_text(part, size) * len(part))) if part else 8
        parts += [part[start : start + most] for start in range(0, len(part), most)]
    return parts
