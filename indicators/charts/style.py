"""The look of charts: colours, dashes, markers and sizes; forecasts and estimates are styled only here.

The colours are those of Okabe and Ito ("Color Universal Design", 2008), with a darker yellow on white and a lighter
black on dark, and a second shade of each. An area has one colour in every chart, whatever is beside it: areas that are
often compared have different ones, and where two have the same, dashes and names tell them apart. Indicators and
dimensions, which have no colour of their own, share out the colours. After eight series the rest are grey. Text in a
colour is darkened or lightened until it is readable (WCAG AA).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

import numpy as np

Ground = Literal["light", "dark"]
Spec = dict[str, Any]
"""A part of a figure as plotly.js reads it: a trace, an annotation, an axis."""

FONT: Final = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, "Liberation Sans", sans-serif'
LABEL, SMALL = 13, 12  # sizes of text in pixels
PLOT: Final = 370
"""The height of a plot in pixels."""
HEADING, FOOT = 24, 30
"""The space above a plot for the unit, and below it for the tick labels, in pixels."""
LEAST_WIDTH, LEAST_HEIGHT = 560, 400
"""The smallest picture that is laid out, in pixels; smaller ones are scaled down, or text would take all the space."""

SYMBOLS: Final = dict(
    zip(("circle", "diamond", "square", "triangle-up", "cross", "star", "pentagon", "hexagon"), "●◆■▲✚★⬟⬢", strict=True)
)
"""The markers of publishers, each with the letter that stands for it in a legend."""
PATTERNS: Final = ("", ".", "x", "-", "|", "+")
"""The patterns of bars that show one area by several publishers."""

# Forecasts and estimates
_NOT_FINAL: Final = frozenset("EFP")  # estimates, forecasts and provisional values have hollow markers
_FORECAST_DASH: Final = "6px,4px"
_DASHES: Final = ("", "10px,3px,2px,3px", "2px,3px", "16px,3px")  # of the series of one area
_PATTERN_SIGNS: Final = dict(zip(PATTERNS, "■▦▩▤▥▣", strict=True))
_FORECAST_SIGNS: Final = dict(zip(PATTERNS, "▨▧▨▧▨▧", strict=True))  # the hatches of two rivals cross
_HATCHES: Final = {"▨": "/", "▧": "\\"}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours for a light or dark background.

    Attributes:
        series: Colours of series, in the order of their numbers.
        shades: Second shades of the first seven.
        grey: Axes and event lines.
        context: Series after the eighth: fainter than the axes.
        bar: Bars of one period, whose names are beside them.
        faint_ink: Secondary text.
        ink: Text.
        paper: The ground itself.
        no_data: Countries without a value on a map.
        stripe: The stripes on them.
        past: The opacity of past forecasts.
    """

    series: tuple[str, ...]
    shades: tuple[str, ...]
    grey: str
    context: str
    bar: str
    faint_ink: str
    ink: str
    paper: str
    no_data: str
    stripe: str
    past: float


THEMES: Final[Mapping[Ground, Theme]] = {
    "light": Theme(
        ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#A39600", "#000000"),
        ("#003E61", "#7A3600", "#005C43", "#7D3A62", "#8F6200", "#2E6E94", "#5E5700"),
        grey="#8A8F94", context="#B9BEC3", bar="#7A8B99", faint_ink="#5C6369", ink="#1B1F23", paper="#FFFFFF",
        no_data="#E6E8EA", stripe="#C9CCCF", past=0.2,
    ),
    "dark": Theme(
        ("#3D9BE0", "#E8762B", "#1DB98B", "#DC8FBA", "#F0AD2D", "#7CC6F2", "#D6CB3B", "#C4C7CA"),
        ("#9CCDF0", "#F4BA95", "#8EDCC5", "#EEC7DD", "#F8D696", "#BEE3F9", "#EBE59D"),
        grey="#8A9097", context="#565C62", bar="#71828F", faint_ink="#A3AAB0", ink="#E6E8EA", paper="#14171A",
        no_data="#24292D", stripe="#41474D", past=0.25,
    ),
}  # fmt: skip
MOST_COLOURS: Final = len(THEMES["light"].series)
# Within the G7, the BRICS, the largest of Asia, of Europe and of Latin America, and Russia and its neighbours, no two
# have the same; from the eighth on, the numbers are those of the shades.
_OF_AREA: Final = {
    "USA": 0, "CHN": 1, "RUS": 2, "DEU": 3, "IND": 4, "GBR": 5, "JPN": 6, "WLD": 7,
    "FRA": 8, "ITA": 10, "CAN": 9, "BRA": 14, "ZAF": 12, "KOR": 11, "IDN": 13, "UKR": 0, "BLR": 11, "KAZ": 12,
    "EUU": 13, "EMU": 8, "MEX": 8, "TUR": 10, "SAU": 9, "AUS": 12, "ARG": 12, "ESP": 9, "NLD": 12, "POL": 13,
    "CHE": 14, "SWE": 4, "NOR": 11, "BEL": 6, "AUT": 1, "IRN": 8, "EGY": 10, "ARE": 11, "ETH": 5, "NGA": 0,
    "VNM": 12, "THA": 10, "MYS": 9, "PHL": 8, "PAK": 14, "BGD": 0, "CHL": 1, "COL": 5, "PER": 10, "ISR": 9,
    "ECS": 0, "EAS": 1, "SAS": 3, "MEA": 4, "NAC": 5, "SSF": 6, "LCN": 2,  # the regions of a scatter plot
}  # fmt: skip
_PREFERRED: Final = {
    # Indicators that are stacked on each other.
    "merchandise-exports": 0, "merchandise-imports": 4, "exports-share-of-gdp": 0, "imports-share-of-gdp": 4,
    "intellectual-property-receipts": 0, "intellectual-property-payments": 4, "e-commerce-turnover": 0,
    "online-advertising-turnover": 4, "internet-infrastructure-turnover": 2, "digital-content-turnover": 3,
    "online-retail-sales-domestic": 0, "online-retail-sales-cross-border": 4,
}  # fmt: skip
_READABLE: Final = 4.5  # contrast against the ground


@dataclass(frozen=True, slots=True)
class Look:
    """Where a chart is shown, and its settings of appearance.

    Attributes:
        ground: Light or dark.
        narrow: Whether there is no space for names beside the plot.
        locale: A CLDR locale, for decimal marks.
        order: Codes of areas in the order chosen, for their colours.
        highlight: Codes of the areas that stand out, as in a view.
        references: Levels of reference lines, as in a view.
        width: The width of a picture's plot in pixels; 0 on a screen, where it is not known.
        proportion: A picture's width divided by its height; 0 on a screen.
    """

    ground: Ground = "light"
    narrow: bool = False
    locale: str = "en"
    order: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    width: int = 0
    proportion: float = 0.0

    @property
    def theme(self) -> Theme:
        """The colours of its background."""
        return THEMES[self.ground]

    @property
    def least_width(self) -> int:
        """The width in pixels that a plot has at least: what fits in it fits on the screen."""
        return self.width or (250 if self.narrow else 460)


DEFAULT_LOOK: Final = Look()


def make_note(text: str, x: Any, y: Any, *, colour: str, size: int = LABEL, **more: Any) -> Spec:
    """Return a text in a figure; its place is a share of the plot unless ``xref`` or ``yref`` say otherwise."""
    return {
        "text": text, "x": x, "y": y, "xref": "paper", "yref": "paper", "showarrow": False, "borderpad": 0,
        "font": {"size": size, "color": colour},
    } | more  # fmt: skip


def colour_area(code: str, ground: Ground = "light") -> str:
    """Return the colour of an area, which is the same in every chart.

    >>> colour_area("RUS"), colour_area("CHN"), colour_area("TUV") == colour_area("TUV")
    ('#009E73', '#D55E00', True)
    """
    theme = THEMES[ground]
    colours = (*theme.series, *theme.shades)
    others = [place for place in range(len(colours)) if place != _OF_AREA["WLD"]]
    place = _OF_AREA.get(code)
    return colours[others[zlib.crc32(code.encode()) % len(others)] if place is None else place]


def assign_colours(codes: Iterable[str], ground: Ground = "light") -> dict[str, str]:
    """Return a colour for each indicator, dimension or region of a chart.

    Returns:
        Code to colour. No colour occurs twice; codes after the eighth are grey.

    >>> assign_colours(["merchandise-exports", "merchandise-imports"])
    {'merchandise-exports': '#0072B2', 'merchandise-imports': '#E69F00'}
    """
    theme = THEMES[ground]
    order = list(dict.fromkeys(codes))
    free = set(range(MOST_COLOURS))
    given = dict.fromkeys(order, theme.context)
    for code in sorted(order[:MOST_COLOURS], key=lambda code: code not in _PREFERRED):
        place = next(place for place in _list_preferences(code) if place in free)
        free.discard(place)
        given[code] = theme.series[place]
    return given


def put_most_compared_first(codes: Iterable[str]) -> list[str]:
    """Sort codes so that the areas most often compared come first; the others keep their order.

    >>> put_most_compared_first(["ARG", "AUS", "USA", "RUS", "PER"])
    ['USA', 'RUS', 'AUS', 'ARG', 'PER']
    """
    ranks = {code: rank for rank, code in enumerate(_OF_AREA)}
    return sorted(codes, key=lambda code: ranks.get(code, len(ranks)))


@lru_cache(maxsize=1024)
def _list_preferences(code: str) -> tuple[int, ...]:
    """The numbers of the colours in the order in which an area prefers them."""
    first = _PREFERRED.get(code)
    places = sorted(range(MOST_COLOURS), key=lambda place: zlib.crc32(f"{code}{place}".encode()))
    return tuple(places) if first is None else (first, *(place for place in places if place != first))


def style_line(colour: str, *, is_chosen: bool = True, is_forecast: bool = False, number: int = 0) -> Spec:
    """Return the stroke of a line: solid for actual values, dashed for forecasts, thin for series in grey.

    Several series of one colour, such as women and men, have a number each, and dots and dashes from the second on.
    """
    stroke: Spec = {"color": colour, "width": 2.25 if is_chosen else 1}
    dash = _FORECAST_DASH if is_forecast else _DASHES[number % len(_DASHES)]
    return stroke | {"dash": dash} if dash else stroke


def style_markers(colour: str | list[str], fills: Sequence[str], symbol: str | list[str], size: Any) -> Spec:
    """Return markers with an outline in the colour of their series; `fill_markers` makes some hollow."""
    outline = {"width": 2, "color": colour}
    return {"symbol": symbol, "size": size, "color": list(fills), "opacity": 1, "line": outline}


def fill_markers(statuses: Iterable[str], colour: str, ground: Ground) -> list[str]:
    """Return the fill of each marker: hollow for estimates, forecasts and provisional values.

    A hollow marker is filled with the ground, so that no line shows through it.

    >>> fill_markers("AF", "#009E73", "light")
    ['#009E73', '#FFFFFF']
    """
    return [THEMES[ground].paper if status in _NOT_FINAL else colour for status in statuses]


def style_points(statuses: Iterable[str], colours: list[str], fills: list[str], sizes: Any) -> Spec:
    """Return the points of a scatter plot: hollow for estimates, forecasts and provisional values."""
    symbols = ["circle-open" if status in _NOT_FINAL else "circle" for status in statuses]
    return {
        "size": sizes, "color": fills, "symbol": symbols, "opacity": 1, "line": {"width": 1, "color": colours},
    }  # fmt: skip


def style_forecast_ground(look: Look) -> Spec:
    """Return the shade behind a part of a plot that holds forecasts only."""
    return {"fillcolor": fade(look.theme.grey, 0.13), "line": {"width": 0}}


def style_past_forecasts(colour: str, look: Look) -> Spec:
    """Return the stroke of what past editions forecast."""
    return {"color": fade(colour, look.theme.past), "width": 1.1}


def style_band(colour: str, *, is_single: bool = False) -> Spec:
    """Return the look of an interval: a band, or an upright stroke for a single period."""
    if is_single:
        return {"line": {"color": fade(colour, 0.35), "width": 9}}
    return {"fill": "toself", "fillcolor": fade(colour, 0.18), "line": {"width": 0}}


def style_fan(colour: str) -> Spec:
    """Return the look of one band of a fan; several lie on top of each other."""
    return {"fill": "toself", "fillcolor": fade(colour, 0.16), "line": {"width": 0}}


def list_difference_colours(look: Look) -> list[list[Any]]:
    """Return the colours of differences, from the lowest to the highest: two hues that meet in the ground's grey."""
    low, high = look.theme.series[0], look.theme.series[1]
    return [[0.0, low], [0.5, look.theme.no_data], [1.0, high]]


def style_bridge(colour: str) -> Spec:
    """Return the thin dotted stroke across years without values."""
    return {"color": fade(colour, 0.6), "width": 1.2, "dash": "dot"}


def style_reference_line(look: Look) -> Spec:
    """Return the stroke of a reference line."""
    return {"color": look.theme.faint_ink, "width": 1.2, "dash": "2px,3px"}


def style_layer(colour: str, look: Look, *, is_forecast: bool) -> Spec:
    """Return the look of a stacked area: paler and with a dotted edge for forecasts."""
    edge = {"width": 0.8, "color": look.theme.paper, "dash": "dot" if is_forecast else "solid"}
    return {"fillcolor": fade(colour, 0.4 if is_forecast else 0.85), "line": edge}


def style_pattern(pattern: str) -> Spec:
    """Return the look of a pattern that fills an area, whose colour another area has as well."""
    return {"shape": pattern, "size": 8, "solidity": 0.4}


def style_bars(statuses: Iterable[str], colour: str | Sequence[str], pattern: str = "") -> Spec:
    """Return bars of one colour, or of one each: pale for estimates, hatched for forecasts."""
    statuses = list(statuses)
    colours = [colour] * len(statuses) if isinstance(colour, str) else list(colour)
    hatch = _HATCHES[_FORECAST_SIGNS[pattern]]
    return {
        "color": [fade(own, 0.55) if code in "EP" else own for own, code in zip(colours, statuses, strict=True)],
        "line": {"color": colours, "width": np.where(np.isin(statuses, list(_NOT_FINAL)), 1.2, 0)},
        "pattern": {
            "shape": [hatch if code == "F" else pattern for code in statuses],
            "fillmode": "replace", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def list_bar_signs(statuses: Iterable[str], pattern: str = "") -> str:
    """Return the letters that look like the bars of one series, for a legend.

    >>> list_bar_signs("AAF"), list_bar_signs("A", "x")
    ('■▨', '▩')
    """
    is_forecast = {status == "F" for status in statuses}
    return (_PATTERN_SIGNS[pattern] if False in is_forecast else "") + (
        _FORECAST_SIGNS[pattern] if True in is_forecast else ""
    )


@lru_cache(maxsize=256)
def make_readable(colour: str, ground: Ground) -> str:
    """Return the nearest colour in which text is readable on the background.

    >>> make_readable("#000000", "light"), make_readable("#E69F00", "light") != "#E69F00"
    ('#000000', True)
    """
    red, green, blue = _split(colour)
    end = 0 if ground == "light" else 255
    for step in range(21):
        share = step / 20
        mixed = tuple(round(part + (end - part) * share) for part in (red, green, blue))
        text = "#{:02X}{:02X}{:02X}".format(*mixed)
        if _contrast(text, THEMES[ground].paper) >= _READABLE:
            return text
    raise AssertionError("black and white are readable on any ground")


def fade(colour: str, opacity: float) -> str:
    """Return the colour with an opacity, as ``rgba()``.

    >>> fade("#0072B2", 0.2)
    'rgba(0,114,178,0.2)'
    """
    red, green, blue = _split(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def _split(colour: str) -> tuple[int, int, int]:
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

    red, green, blue = (linear(part) for part in _split(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
