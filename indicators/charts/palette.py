"""Colours of series: eight that colour-blind readers can tell apart, in light and dark.

The colours are those of Okabe and Ito ("Color Universal Design", 2008), the yellow darkened on white, the black
lightened on dark. A country has a colour it prefers wherever it is drawn; where two of one chart prefer the same, the
later takes the next free one. Beyond eight, series are grey.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Literal

__all__ = ["Ground", "colours", "faint_ink", "grey", "ink", "paper", "translucent"]

Ground = Literal["light", "dark"]

_COLOURS = {
    "light": ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#A39600", "#000000"),
    "dark": ("#3D9BE0", "#E8762B", "#1DB98B", "#DC8FBA", "#F0AD2D", "#7CC6F2", "#F0E442", "#DDDDDD"),
}
_GREY = {"light": "#8A8F94", "dark": "#8A9097"}
_FAINT_INK = {"light": "#5C6369", "dark": "#A3AAB0"}  # 4.5 against either ground (WCAG AA)
_INK = {"light": "#1B1F23", "dark": "#E6E8EA"}
_PAPER = {"light": "#FFFFFF", "dark": "#14171A"}
_PREFERRED = {"USA": 0, "CHN": 1, "RUS": 2, "DEU": 3, "IND": 4, "GBR": 5, "JPN": 6, "WLD": 7, "EMU": 5}


def colours(codes: Iterable[str], ground: Ground = "light") -> dict[str, str]:
    """A colour for each area of a chart.

    Args:
        codes: Codes of areas, in the order chosen.
        ground: Whether the chart stands on a light or a dark ground.

    Returns:
        Code to colour; no colour is given twice before all are given.

    >>> colours(["RUS", "CHN"])
    {'RUS': '#009E73', 'CHN': '#D55E00'}
    """
    free = list(range(len(_COLOURS[ground])))
    given: dict[str, str] = {}
    for code in dict.fromkeys(codes):
        if not free:
            given[code] = _GREY[ground]
            continue
        wanted = _PREFERRED.get(code, zlib.crc32(code.encode()) % len(_COLOURS[ground]))
        place = wanted if wanted in free else free[0]
        free.remove(place)
        given[code] = _COLOURS[ground][place]
    return given


def grey(ground: Ground) -> str:
    """The colour of what stands back: axes, marks of events, series beyond eight."""
    return _GREY[ground]


def ink(ground: Ground) -> str:
    """The colour of text."""
    return _INK[ground]


def faint_ink(ground: Ground) -> str:
    """The colour of text that stands back."""
    return _FAINT_INK[ground]


def paper(ground: Ground) -> str:
    """The colour of the ground."""
    return _PAPER[ground]


def translucent(colour: str, opacity: float) -> str:
    """The colour as ``rgba()``.

    >>> translucent("#0072B2", 0.2)
    'rgba(0,114,178,0.2)'
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
