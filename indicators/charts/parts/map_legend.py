"""The classes of a map: round bounds between values, their colours, and the legend that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.charts import messages
from indicators.charts.parts.headings import join_periods
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.legend import Legend, LegendEntry, place_legend_below
from indicators.charts.style import SMALL, Ground, Look, Spec, make_note
from indicators.model.formatting import choose_log_ticks, choose_scale, choose_ticks, format_quantity

# One hue; the darkest is light enough for the outlines of chosen countries.
_SHADES: Final = ("#E3EEF7", "#C6DCEE", "#9DC5E1", "#70A9D1", "#458CBE", "#2A6DA3", "#0F4F85")
_FEWEST, _MOST = 4, 6  # bounds, so five to seven classes
_STRIP: Final = 52
_BOX_HEIGHT, _BOX_WIDTH = 11, 52
_SWATCH: Final = 26
_GAP: Final = 10
_SHORT: Final = 5  # letters of a bound that needs no scale word


def find_class_bounds(values: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """Return round bounds between five to seven classes; fewer where values are few or too equal.

    Of equal steps and powers of ten, the bounds are taken that divide the values most evenly, by entropy.

    >>> find_class_bounds(np.arange(0.0, 101.0))
    (20.0, 40.0, 60.0, 80.0)
    >>> find_class_bounds(np.logspace(0, 6, 200))
    (10.0, 100.0, 1000.0, 10000.0, 100000.0)
    """
    if not len(values) or values.min() == values.max():
        return ()
    tried = [bounds for bounds in _list_candidates(values) if len(bounds) <= _MOST]
    wide = [bounds for bounds in tried if len(bounds) >= _FEWEST] or tried
    return max(wide, key=lambda bounds: _measure_evenness(values, bounds), default=())


def _list_candidates(values: npt.NDArray[np.float64]) -> list[tuple[float, ...]]:
    found = []
    for tail in (0, 2, 5, 10):
        low, high = (float(end) for end in np.percentile(values, [tail, 100 - tail]))
        for most in (4, 5, 6, 7):
            found.append(_keep_inside(choose_ticks(low, high, most), values))
            if low > 0:
                found.append(_keep_inside(choose_log_ticks(low, high, most), values))
    return found


def _keep_inside(bounds: Sequence[float], values: npt.NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(bound for bound in bounds if values.min() < bound < values.max())


def _measure_evenness(values: npt.NDArray[np.float64], bounds: Sequence[float]) -> float:
    """The entropy of the shares of the classes."""
    counts = np.bincount(np.searchsorted(bounds, values, side="right"), minlength=len(bounds) + 1)
    shares = counts[counts > 0] / len(values)
    return float(-(shares * np.log(shares)).sum())


def pick_class_colours(number: int, ground: Ground) -> list[str]:
    """Return the colours of the classes; higher classes contrast more with the background.

    >>> pick_class_colours(2, "light")
    ['#E3EEF7', '#0F4F85']
    """
    if number == 1:
        return [_SHADES[3]]
    shades = _SHADES if ground == "light" else _SHADES[::-1]
    return [shades[round(place * (len(shades) - 1) / (number - 1))] for place in range(number)]


def make_map_legend(
    bounds: Sequence[float], look: Look, *, under: float = 0.0, without: str = messages.NO_VALUE
) -> tuple[Legend, str | None]:
    """Return the legend, and the scale word that goes with the unit if the bounds are written without it.

    The classes are a strip of colours with the bounds below it, or in words where a strip doesn't fit. In a tall
    picture they are a list below the world, which ends ``under`` a share of the plot's height. Countries without a
    value are named ``without``.
    """
    colours = pick_class_colours(len(bounds) + 1, look.ground)
    words, scale_word = _write_bounds(bounds, look)
    if under:
        return _make_list(_name_classes(words, colours, look, without), look, top=under), scale_word
    width = max([_BOX_WIDTH, *(measure_text(text, SMALL) + 10 for text in words)])
    whole = len(colours) * width + 28 + _SWATCH + 7 + measure_text(without, SMALL)
    if look.narrow or 0 < look.width < whole:
        legend = place_legend_below(_name_classes(words, colours, look, without), look, offset=_GAP)
        return Legend(legend.notes, legend.shapes, height=legend.height + _GAP), scale_word
    return Legend(*_make_strip(words, colours, width, look, without), height=_STRIP), scale_word


def make_year_legend(bounds: Sequence[int], newest: int, look: Look) -> Legend:
    """Return the legend of classes of years, the last of which is the newest: ``before 2014, 2014–2023, 2024``."""
    spans = [join_periods(str(low), str(high - 1)) for low, high in pairwise(bounds)]
    names = [*([messages.MAP_BEFORE.format(year=bounds[0])] if bounds else []), *spans, str(newest)]
    colours = pick_class_colours(len(names), look.ground)
    entries = [LegendEntry(name, "", colour, "■") for name, colour in zip(names, colours, strict=True)]
    lacking = LegendEntry(messages.NO_VALUE, "", look.theme.stripe, "▨")
    legend = place_legend_below([*entries, lacking], look, offset=_GAP)
    return Legend(legend.notes, legend.shapes, height=legend.height + _GAP)


def _make_list(entries: Sequence[LegendEntry], look: Look, *, top: float) -> Legend:
    """The classes below one another, the highest first, then the countries without data."""
    *classes, without = entries
    lines = [
        f'<span style="color:{entry.colour}">{entry.sign}</span> {escape(entry.name)}'
        for entry in (*reversed(classes), without)
    ]
    note = make_note(
        "<br>".join(lines), 0, top, colour=look.theme.faint_ink, xanchor="left", xshift=2, yanchor="top", align="left"
    )
    return Legend([note], [], height=_GAP)


def _write_bounds(bounds: Sequence[float], look: Look) -> tuple[list[str], str | None]:
    """The bounds in words, and the scale word that goes with the unit instead."""
    if not bounds:
        return [], None
    power, word = choose_scale([abs(bound) for bound in bounds])
    plain = [format_quantity(bound / 10.0**power, "ratio", digits=6, locale=look.locale) for bound in bounds]
    if max(map(len, plain)) <= _SHORT:
        return plain, word
    return [format_quantity(bound, "ratio", digits=6, locale=look.locale) for bound in bounds], ""


def _name_classes(words: Sequence[str], colours: Sequence[str], look: Look, without: str) -> list[LegendEntry]:
    """The classes as entries of a legend: ``under 10``, ``10 to 20``, ``20 and more``."""
    names = [messages.MAP_ALL]
    if words:
        between = [messages.MAP_BETWEEN.format(low=low, high=high) for low, high in pairwise(words)]
        names = [messages.MAP_LOWEST.format(high=words[0]), *between, messages.MAP_HIGHEST.format(low=words[-1])]
    entries = [LegendEntry(name, "", colour, "■") for name, colour in zip(names, colours, strict=True)]
    return [*entries, LegendEntry(without, "", look.theme.stripe, "▨")]


def _make_strip(
    words: Sequence[str], colours: Sequence[str], width: float, look: Look, without: str
) -> tuple[list[Spec], list[Spec]]:
    """A strip of colours with the bounds below its seams, and a hatched box for no data."""
    shapes = [_draw_box(place * width, width, colour) for place, colour in enumerate(colours)]
    shared: Spec = {"colour": look.theme.faint_ink, "size": SMALL}
    notes = [
        make_note(word, 0, 0, xanchor="center", xshift=(place + 1) * width + 2, yanchor="top", yshift=-28, **shared)
        for place, word in enumerate(words)
    ]
    if words:  # the outer classes have no other end
        left, right = width - measure_text(words[0], SMALL) / 2, len(words) * width + measure_text(words[-1], SMALL) / 2
        for text, at, side in ((messages.MAP_UNDER, left, "right"), (messages.MAP_ABOVE, right + 4, "left")):
            notes.append(make_note(text, 0, 0, xanchor=side, xshift=at, yanchor="top", yshift=-28, **shared))
    start = len(colours) * width + 28
    shapes.append(_draw_box(start, _SWATCH, look.theme.no_data))
    shapes += [_draw_stripe(start + shift, look) for shift in range(2, _SWATCH - 4, 6)]
    after = start + _SWATCH + 7
    notes.append(make_note(without, 0, 0, xanchor="left", xshift=after, yanchor="middle", yshift=-19, **shared))
    return notes, shapes


def _draw_box(left: float, width: float, colour: str) -> Spec:
    ends = {"x0": left + 2, "x1": left + width + 2, "y0": -24, "y1": -24 + _BOX_HEIGHT}
    return _IN_PIXELS | ends | {"type": "rect", "fillcolor": colour, "line": {"width": 0}}


def _draw_stripe(left: float, look: Look) -> Spec:
    ends = {"x0": left + 2, "x1": left + 8, "y0": -24, "y1": -24 + _BOX_HEIGHT}
    return _IN_PIXELS | ends | {"type": "line", "line": {"width": 2, "color": look.theme.stripe}}


_IN_PIXELS: Final[Spec] = {
    "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 0,
}  # fmt: skip
