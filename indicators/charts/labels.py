"""Labels at the ends of lines, moved apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spread"]


def spread(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places at least ``gap`` apart, as near to the wanted ones as can be, in the same order.

    Neighbours that are too close form a block around the mean of what they want, and blocks that meet become one
    (the pool-adjacent-violators way). Where there is no room for all at that gap, they share what there is.

    Args:
        wanted: Where each label should stand, in pixels from the foot.
        gap: The least distance.
        low: The lowest place allowed.
        high: The highest place allowed.

    >>> spread([10.0, 12.0, 90.0], gap=16, low=0, high=100)
    [3.0, 19.0, 90.0]
    """
    if not wanted:
        return []
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[tuple[float, int]] = []  # the mean of wanted places less their offset in the block, and the size
    for number, label in enumerate(order):
        mean, size = wanted[label] - number * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    places = [0.0] * len(wanted)
    number = 0
    for mean, size in blocks:
        for _ in range(size):
            lowest, highest = low + number * gap, high - (len(wanted) - 1 - number) * gap
            places[order[number]] = min(max(mean + number * gap, lowest), highest)
            number += 1
    return places
