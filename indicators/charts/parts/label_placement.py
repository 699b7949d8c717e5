"""Labels that do not overlap: at the ends of lines and in the legend below a plot.

The width of a text is estimated from its letters, generously: what fits here fits on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_NARROW = frozenset("ijlI.,:;'|!()[] ftr-’")
_WIDE = frozenset("mwMW@%—●◆■▲✚★⬟⬢")
_CAPITAL = 0.68
_SMALL = 0.56


def measure_text(text: str, size: float) -> float:
    """Estimate the width of a text in pixels for letters of a size in pixels.

    >>> measure_text("mmm", 10) > measure_text("iii", 10)
    True
    """
    ems = sum(
        0.34 if letter in _NARROW else 0.9 if letter in _WIDE else _CAPITAL if letter.isupper() else _SMALL
        for letter in text
    )
    return ems * size


def wrap_text(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines no wider than a width in pixels; a single word may be wider.

    >>> wrap_text("Government of Russia", 70, 13)
    ['Government', 'of Russia']
    """
    words = text.split()
    lines = pack_lines([measure_text(word, size) for word in words], width, gap=measure_text(" ", size))
    return [" ".join(words[place] for place in line) for line in lines]


def shorten_text(text: str, width: float, size: float) -> str:
    """Shorten a text that is wider than a width in pixels.

    Letters are dropped, not words: United States and United Kingdom must stay distinct.

    >>> shorten_text("United States", 200, 13), shorten_text("United Arab Emirates", 100, 13)
    ('United States', 'United Arab E…')
    """
    if measure_text(text, size) <= width:
        return text
    end = next((end for end in range(len(text) - 1, 1, -1) if measure_text(f"{text[:end]}…", size) <= width), 1)
    return f"{text[:end].rstrip()}…"


def spread_labels(wanted: Sequence[float], *, heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return the middles of labels that do not overlap, as near to the wanted places as possible, in the same order.

    Neighbours that are too close form a block around the mean of what they want, and blocks that meet are merged (the
    pool-adjacent-violators algorithm). Where there is not enough space, all share what there is.

    Args:
        wanted: The wanted middle of each label, in pixels from the bottom.
        heights: The height of each label.
        low: The lowest place for a middle.
        high: The highest.

    >>> spread_labels([10.0, 12.0, 90.0], heights=[16, 16, 16], low=0, high=100)
    [3.0, 19.0, 90.0]
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    offsets = [0.0]
    for below, above in pairwise(order):
        offsets.append(offsets[-1] + (heights[below] + heights[above]) / 2)
    if offsets[-1] > high - low:
        offsets = [offset * (high - low) / offsets[-1] for offset in offsets]
    blocks: list[tuple[float, int]] = []  # the mean of wanted places less their offsets, and the size
    for offset, label in zip(offsets, order, strict=True):
        mean, size = wanted[label] - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    starts = [mean for mean, size in blocks for _ in range(size)]
    places = [0.0] * len(wanted)
    for start, offset, label in zip(starts, offsets, order, strict=True):
        places[label] = min(max(start, low), high - offsets[-1]) + offset
    return places


def pack_lines(widths: Sequence[float], space: float, *, gap: float) -> list[list[int]]:
    """Put the entries of a legend into lines, in their order, each no wider than the space.

    >>> pack_lines([50, 60, 70], 120, gap=10)
    [[0, 1], [2]]
    """
    lines: list[list[int]] = []
    left = 0.0
    for place, width in enumerate(widths):
        if lines and width + gap <= left:
            lines[-1].append(place)
            left -= width + gap
        else:
            lines.append([place])
            left = space - width
    return lines
