"""Colours of series: eight that colour-blind readers can tell apart, in light and dark.

The colours are those of Okabe and Ito ("Color Universal Design", 2008), the yellow darkened on white, the black
lightened on dark. Each area or indicator has an order of its own in which it prefers them, the same wherever it is
drawn: a colour changes only when one chosen before it wants the same. Those that are often compared prefer different
ones, and come before those that are not: Russia keeps its colour beside any group or small country.
Beyond eight, series are grey. Text in a colour is darkened or lightened until it can be read (WCAG AA).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

__all__ = [
    "MOST_COLOURS", "Ground", "colours", "faint_ink", "grey", "ink", "most_compared_first", "paper", "readable",
    "translucent",
]  # fmt: skip

Ground = Literal["light", "dark"]

_COLOURS: Final = {
    "light": ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#A39600", "#000000"),
    "dark": ("#3D9BE0", "#E8762B", "#1DB98B", "#DC8FBA", "#F0AD2D", "#7CC6F2", "#F0E442", "#DDDDDD"),
}
MOST_COLOURS: Final = len(_COLOURS["light"])
_GREY: Final = {"light": "#8A8F94", "dark": "#8A9097"}
_FAINT_INK: Final = {"light": "#5C6369", "dark": "#A3AAB0"}  # 4.5 against either ground (WCAG AA)
_INK: Final = {"light": "#1B1F23", "dark": "#E6E8EA"}
_PAPER: Final = {"light": "#FFFFFF", "dark": "#14171A"}
# Within the G7, the BRICS of 2010, the largest of Asia and Russia with its neighbours no two prefer the same.
_PREFERRED: Final = {
    "USA": 0, "CHN": 1, "RUS": 2, "DEU": 3, "IND": 4, "GBR": 5, "JPN": 6, "WLD": 7,
    "FRA": 4, "ITA": 2, "CAN": 7, "BRA": 6, "ZAF": 7, "KOR": 3, "IDN": 5, "UKR": 0, "BLR": 3, "KAZ": 4,
    "EUU": 5, "EMU": 0, "MEX": 1, "TUR": 6, "SAU": 7, "AUS": 2, "ARG": 5, "ESP": 6, "NLD": 4, "POL": 1,
    # Indicators that are stacked on one another.
    "merchandise-exports": 0, "merchandise-imports": 4, "exports-share-of-gdp": 0, "imports-share-of-gdp": 4,
    "intellectual-property-receipts": 0, "intellectual-property-payments": 4, "e-commerce-turnover": 0,
    "online-advertising-turnover": 4, "internet-infrastructure-turnover": 2, "digital-content-turnover": 3,
    "online-retail-sales-domestic": 0, "online-retail-sales-cross-border": 4,
}  # fmt: skip
_READABLE: Final = 4.5


def colours(codes: Iterable[str], ground: Ground = "light") -> dict[str, str]:
    """A colour for each area or indicator of a chart.

    Args:
        codes: Codes of areas or ids of indicators, in the order chosen.
        ground: Whether the chart stands on a light or a dark ground.

    Returns:
        Code to colour; no colour is given twice, and those who come after eight are grey.

    >>> colours(["RUS", "CHN"])
    {'RUS': '#009E73', 'CHN': '#D55E00'}
    """
    known = _COLOURS[ground]
    order = list(dict.fromkeys(codes))
    free = set(range(len(known)))
    given = dict.fromkeys(order, _GREY[ground])
    for code in sorted(order[: len(known)], key=lambda code: code not in _PREFERRED):
        place = next(place for place in _wishes(code) if place in free)
        free.discard(place)
        given[code] = known[place]
    return given


def most_compared_first(codes: Iterable[str]) -> list[str]:
    """Codes in the order in which they get a colour where there are too many for all: of a group, not those in A.

    Args:
        codes: In the order chosen, which stays among those that are not often compared.

    >>> most_compared_first(["ARG", "AUS", "USA", "RUS", "PER"])
    ['USA', 'RUS', 'AUS', 'ARG', 'PER']
    """
    ranks = {code: rank for rank, code in enumerate(_PREFERRED)}
    return sorted(codes, key=lambda code: ranks.get(code, len(ranks)))


@lru_cache(maxsize=1024)
def _wishes(code: str) -> tuple[int, ...]:
    """The colours in the order in which an area prefers them."""
    first = _PREFERRED.get(code)
    places = sorted(range(len(_COLOURS["light"])), key=lambda place: zlib.crc32(f"{code}{place}".encode()))
    return tuple(places) if first is None else (first, *(place for place in places if place != first))


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


@lru_cache(maxsize=256)
def readable(colour: str, ground: Ground) -> str:
    """A colour near this one in which text can be read on the ground.

    >>> readable("#000000", "light"), readable("#E69F00", "light") != "#E69F00"
    ('#000000', True)
    """
    red, green, blue = _parts(colour)
    end = 0 if ground == "light" else 255
    for step in range(21):
        share = step / 20
        mixed = tuple(round(part + (end - part) * share) for part in (red, green, blue))
        text = "#{:02X}{:02X}{:02X}".format(*mixed)
        if _contrast(text, _PAPER[ground]) >= _READABLE:
            return text
    raise AssertionError("black and white can be read on any ground")


def translucent(colour: str, opacity: float) -> str:
    """The colour as ``rgba()``.

    >>> translucent("#0072B2", 0.2)
    'rgba(0,114,178,0.2)'
    """
    red, green, blue = _parts(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
