"""Labels that do not cover each other: at the ends of lines, in rows above a plot, in a legend below it.

The width of a text is reckoned from its letters, generously, so that what fits here fits on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["cut", "packed", "rows_of", "spread", "text_width", "wrapped"]

_NARROW = frozenset("ijlI.,:;'|!()[] ftr-’")
_WIDE = frozenset("mwMW@%—●◆■▲✚★⬟⬢")
_CAPITAL = 0.68
_SMALL = 0.56


def text_width(text: str, size: float) -> float:
    """The width of a text in pixels, in letters of a size in pixels.

    >>> text_width("mmm", 10) > text_width("iii", 10)
    True
    """
    ems = sum(
        0.34 if letter in _NARROW else 0.9 if letter in _WIDE else _CAPITAL if letter.isupper() else _SMALL
        for letter in text
    )
    return ems * size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than a width in pixels; a single word may be wider.

    >>> wrapped("Government of Russia", 70, 13)
    ['Government', 'of Russia']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, width: float, size: float) -> str:
    """The text, its end left out where it is wider than a width in pixels.

    By letters, not by words: of United States and United Kingdom more than the first word is to be seen.

    >>> cut("United States", 200, 13), cut("United Arab Emirates", 100, 13)
    ('United States', 'United Arab E…')
    """
    if text_width(text, size) <= width:
        return text
    end = next((end for end in range(len(text) - 1, 1, -1) if text_width(f"{text[:end]}…", size) <= width), 1)
    return f"{text[:end].rstrip()}…"


def spread(wanted: Sequence[float], *, heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels that touch at most, as near to the wanted places as can be, in the same order.

    Neighbours that are too close form a block around the mean of what they want, and blocks that meet become one
    (the pool-adjacent-violators way). Where there is no room for all, they share what there is.

    Args:
        wanted: Where the middle of each label should stand, in pixels from the foot.
        heights: The height of each label.
        low: The lowest place for a middle.
        high: The highest.

    >>> spread([10.0, 12.0, 90.0], heights=[16, 16, 16], low=0, high=100)
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


def rows_of(spans: Sequence[tuple[float, float]], *, gap: float) -> list[int]:
    """A row for each span so that no two in one row are nearer than ``gap``; as few rows as can be.

    Args:
        spans: Left and right end of each.
        gap: In the same unit.

    >>> rows_of([(0, 50), (40, 90), (60, 100)], gap=5)
    [0, 1, 0]
    """
    ends: list[float] = []
    rows = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda place: spans[place]):
        left, right = spans[place]
        row = next((row for row, end in enumerate(ends) if end + gap <= left), len(ends))
        if row == len(ends):
            ends.append(right)
        ends[row] = right
        rows[place] = row
    return rows


def packed(widths: Sequence[float], room: float, *, gap: float) -> list[list[int]]:
    """The entries of a legend in lines, in their order, each line no wider than there is room.

    >>> packed([50, 60, 70], 120, gap=10)
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
            left = room - width
    return lines
