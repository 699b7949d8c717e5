"""A chart in words, for those who cannot see it: what a sighted reader sees, and no more.

Of each line its extent, whether it rose or fell, its first and last figure, its highest and lowest, and its forecasts.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.charts.parts.curves import Curve, curves, drawable
from indicators.charts.parts.headings import write_subtitle, write_title
from indicators.charts.parts.hover import figures
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import Look
from indicators.model.panel import Panel

__all__ = ["alternative_text", "narrated", "over_time", "ranked"]

_MOST_NARRATED = 12
_LITTLE = 0.02  # of its range: a line that ends so near to where it began has hardly moved


def alternative_text(panel: Panel) -> str:
    """A panel drawn as lines, in words."""
    drawn = drawable(panel)
    rows = Rows.of(drawn.frame)
    return narrated(write_title(panel), write_subtitle(panel), over_time(curves(drawn, rows, Look())))


def narrated(heading: str, where: str, sentences: Sequence[str]) -> str:
    """The title, where and when, and what is seen."""
    if not sentences:
        return f"An empty chart. {heading}."
    return " ".join([f"{heading}. {where}.", *sentences])


def over_time(lines: Sequence[Curve], locale: str = "en") -> list[str]:
    """A sentence on each of the first twelve lines, and how many more there are."""
    sentences = [_line(curve, locale) for curve in lines[:_MOST_NARRATED]]
    more = len(lines) - len(sentences)
    return [*sentences, f"And {more} more lines."] if more else sentences


def _line(curve: Curve, locale: str) -> str:
    actual, forecast = curve.actual, curve.forecast
    if not len(actual):
        return f"{curve.name}: only forecasts, {_extent(forecast, locale)}."
    text = f"{curve.name}: {_extent(actual, locale)}"
    if (actual["status"] == "B").any():
        breaks = [period_label(period) for period in actual["period"][actual["status"] == "B"]]
        text += f"; the series breaks in {' and '.join(breaks)}"
    if len(forecast):
        end = forecast.take(slice(-1, None))
        text += f"; forecast to be {_printed(end, locale)} in {_when(end)}"
    return f"{text}."


def _extent(rows: Rows, locale: str) -> str:
    values = rows["value"]
    first, last = rows.take(slice(0, 1)), rows.take(slice(-1, None))
    if len(rows) == 1:
        return f"{_printed(last, locale)} in {_when(last)}"
    reach = float(values.max() - values.min())
    change = float(values[-1] - values[0])
    verb = (
        "unchanged"
        if reach == 0
        else "little changed"
        if abs(change) < _LITTLE * reach
        else "up"
        if change > 0
        else "down"
    )
    text = f"{verb} from {_printed(first, locale)} in {_when(first)} to {_printed(last, locale)} in {_when(last)}"
    extremes = [
        f"{word} {_printed(rows.take([place]), locale)} in {_when(rows.take([place]))}"
        for word, place in (("highest", int(values.argmax())), ("lowest", int(values.argmin())))
        if 0 < place < len(rows) - 1 and reach
    ]
    return "; ".join([text, *extremes])


def ranked(names: Sequence[str], rows: Rows, locale: str = "en") -> list[str]:
    """The first and the last of a ranking, in a sentence each.

    Args:
        names: What is ranked, in the order shown.
        rows: A row for each.
        locale: A locale of CLDR.
    """
    texts = [f"{name} {text}" for name, text in zip(names, figures(rows, locale), strict=True)]
    if len(texts) <= _MOST_NARRATED:
        return [f"In order: {'; '.join(texts)}."] if texts else []
    half = _MOST_NARRATED // 2
    return [f"Highest: {'; '.join(texts[:half])}.", f"Lowest: {'; '.join(texts[-half:])}."]


def _printed(rows: Rows, locale: str) -> str:
    return figures(rows, locale)[0]


def _when(rows: Rows) -> str:
    return period_label(rows["period"][0])
