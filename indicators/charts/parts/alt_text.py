"""Alternative texts: a chart in words, with everything a sighted user sees.

For each line they give its range, whether it rose or fell, its highest and lowest value, and its last forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from indicators.charts import messages
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.fans import describe_fan
from indicators.charts.parts.hover import format_values
from indicators.charts.parts.panel_rows import Rows
from indicators.model.formatting import count_noun, join_names
from indicators.model.periods import TimePeriod

_MOST_DESCRIBED: Final = 12
_LITTLE: Final = 0.02  # of its range: a line that ends so near to where it began has hardly moved


def write_alt_text(title: str, subtitle: str, sentences: Sequence[str]) -> str:
    """Return title, subtitle and what is seen; for no sentences, that the chart is empty."""
    if not sentences:
        return messages.ALT_EMPTY.format(title=title)
    return " ".join([messages.ALT_HEADING.format(title=title, subtitle=subtitle), *sentences])


def describe_curves(lines: Sequence[Curve], locale: str = "en") -> list[str]:
    """Describe each of the first twelve lines, and count the others."""
    sentences = [_describe_curve(curve, locale) for curve in lines[:_MOST_DESCRIBED]]
    more = len(lines) - len(sentences)
    return (
        [*sentences, messages.ALT_MORE.format(lines=count_noun(more, "more line", "more lines"))] if more else sentences
    )


def _describe_curve(curve: Curve, locale: str) -> str:
    actual, forecast = curve.actual, curve.forecast
    if not len(actual):
        only = messages.ALT_ONLY_FORECASTS.format(series=curve.name)
        return " ".join([only, *_describe_course(curve.name, forecast, locale)])
    sentences = _describe_course(curve.name, actual, locale)
    if (actual["status"] == "B").any():
        breaks = [TimePeriod.parse(period).when for period in actual["period"][actual["status"] == "B"]]
        sentences.append(messages.ALT_BREAK.format(when=join_names(breaks, most=len(breaks))))
    if len(forecast):
        sentences.append(messages.ALT_FORECAST.format(**_describe_value(forecast, -1, locale)))
        sentences += describe_fan(forecast, locale)
    return " ".join(sentences)


def _describe_course(name: str, rows: Rows, locale: str) -> list[str]:
    """Describe the first and last value, and the highest and lowest in between."""
    values = rows["value"]
    last = _describe_value(rows, len(rows) - 1, locale)
    if len(rows) == 1:
        return [messages.ALT_SINGLE.format(series=name, **last)]
    reach, change = float(values.max() - values.min()), float(values[-1] - values[0])
    if reach == 0:
        course = messages.ALT_UNCHANGED
    elif abs(change) < _LITTLE * reach:
        course = messages.ALT_LITTLE_CHANGED
    else:
        course = messages.ALT_UP if change > 0 else messages.ALT_DOWN
    first = _describe_value(rows, 0, locale)
    sentences = [course.format(series=name, first=first["value"], start=first["when"], **last)]
    for message, place in ((messages.ALT_HIGHEST, int(values.argmax())), (messages.ALT_LOWEST, int(values.argmin()))):
        if 0 < place < len(rows) - 1 and reach:
            sentences.append(message.format(**_describe_value(rows, place, locale)))
    return sentences


def _describe_value(rows: Rows, place: int, locale: str) -> dict[str, str]:
    return {
        "value": format_values(rows.take([place]), locale)[0], "when": TimePeriod.parse(rows["period"][place]).when,
    }  # fmt: skip


def describe_ranking(names: Sequence[str], rows: Rows, locale: str = "en") -> list[str]:
    """Describe a ranking: all of a short one, the ends of a long one."""
    texts = [f"{name} {text}" for name, text in zip(names, format_values(rows, locale), strict=True)]
    if len(texts) <= _MOST_DESCRIBED:
        return [messages.ALT_RANKING.format(values="; ".join(texts))] if texts else []
    half = _MOST_DESCRIBED // 2
    return [
        messages.ALT_TOP.format(values="; ".join(texts[:half])),
        messages.ALT_BOTTOM.format(values="; ".join(texts[-half:])),
    ]
