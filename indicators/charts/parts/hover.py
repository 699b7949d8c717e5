"""Hover texts: value, unit, status, date of publication, publisher, source, and how the value was calculated.

What all points of a line share is in the line's template; the rest is in each point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import numpy as np

from indicators.charts import messages
from indicators.charts.parts.fans import describe_bands
from indicators.charts.parts.label_placement import wrap_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import LABEL, Spec
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity, format_quantity_range
from indicators.model.panel import Panel
from indicators.model.periods import Frequency

_WIDTH: Final = 380  # of the box, in pixels
_MOST_STEPS: Final = 3
_MANY: Final = 2500  # with more values, plotly.js formats them, as it formats an axis
_IMPLYING: Final = "imply"  # the step of `indicators.analysis.forecasts.implied_levels`
_NOT_HOW: Final = ("read", _IMPLYING, "bands", "no bands")  # steps that are not about each value
_FORECAST: Final = "F"
_TIMES: Final = {Frequency.MONTHLY.value: "%{x|%B %Y}", Frequency.DAILY.value: "%{x|%-d %B %Y}"}
"""How plotly.js names the periods that have one day or one month around their place on the axis."""
_WORDS: Final = {status.value: status.word for status in ObservationStatus}


@dataclass(frozen=True)
class Hover:
    """The shared parts of a chart's hover texts.

    Attributes:
        sources: The short citation of each origin.
        steps: How the panel was calculated, in lines; empty when it was only read.
        implied: How its forecasts follow from others, in lines; not for actual values.
        locale: A CLDR locale, for decimal marks.
        has_many: Whether there are so many values that the browser formats them.
        is_annual: Whether the axis of time has years.
    """

    sources: Mapping[str, str]
    steps: str
    implied: str
    locale: str
    has_many: bool
    is_annual: bool = True

    @classmethod
    def of(cls, panel: Panel, locale: str) -> Hover:
        """Return the hover texts of a panel."""
        sources = {origin.id: origin.short for origin in panel.origins}
        steps = [step.description for step in panel.steps if step.name not in _NOT_HOW][-_MOST_STEPS:]
        implying = [step.description for step in panel.steps if step.name == _IMPLYING]
        is_annual = bool((panel.frame["frequency"] == Frequency.ANNUAL).all())
        return cls(sources, _italicize(steps), _italicize(implying), locale, len(panel.frame) > _MANY, is_annual)

    def write_texts(self, rows: Rows, name: str, *, heading: str = "", names: Sequence[str] = ()) -> Spec:
        """Return the ``text`` and ``hovertemplate`` of a trace.

        Args:
            rows: The rows of the trace, one for each point, all with a value.
            name: The name of the line.
            heading: The unit of the values as drawn, for when the browser formats them.
            names: The name of each point, where that is not the line's.
        """
        head = "" if names else f"<b>{escape(name)}</b>, "
        if self.has_many and not names:
            return self._let_browser_format(rows, head, heading)
        tails = list(self.describe_sources(rows))
        common = tails[0] if tails and all(tail == tails[0] for tail in tails) else None
        words = [_WORDS.get(status, messages.ACTUAL) for status in rows["status"]]
        texts = [
            f"{label_period(period)}<br><b>{escape(figure)}</b> · {word}{f'<br>{escape(bands)}' if bands else ''}"
            for period, figure, word, bands in zip(
                rows["period"], format_values(rows, self.locale), words, describe_bands(rows, self.locale), strict=True
            )
        ]
        if names:  # the custom data of a point may have another use
            texts = [f"<b>{escape(own)}</b>, {text}{tail}" for own, text, tail in zip(names, texts, tails, strict=True)]
            return {"text": texts, "hovertemplate": f"%{{text}}{self.steps}<extra></extra>"}
        after = f"{'%{customdata}' if common is None else common}{self.steps}<extra></extra>"
        spec: Spec = {} if common is not None else {"customdata": tails}
        return spec | {"text": texts, "hovertemplate": f"{head}%{{text}}{after}"}

    def _let_browser_format(self, rows: Rows, head: str, heading: str) -> Spec:
        digits = rows["digits"][~np.isnan(rows["digits"])]
        known = int(digits.max()) if len(digits) else 6
        frequency = str(rows["frequency"][0])
        time = "%{x}" if self.is_annual else _TIMES.get(frequency, "%{text}")
        value = f"{time}<br><b>%{{y:,.{known}~r}} {escape(heading)}</b>"
        tail = self._describe_source(rows["publisher"][0], "%{customdata}", rows["origin"][0], "", "")
        labels: Spec = {"text": [label_period(period) for period in rows["period"]]} if time == "%{text}" else {}
        return labels | {
            "customdata": rows["vintage"],
            "hovertemplate": f"{head}{value}{tail}{self.steps}<extra></extra>",
        }

    def describe_sources(self, rows: Rows) -> Iterator[str]:
        """Describe the publisher and date of each value, its speaker, and the rate used to convert it."""
        rates = _describe_rates(rows)
        known: dict[tuple[str, ...], str] = {}
        columns = [rows[name] for name in ("publisher", "vintage", "origin", "said_by")]
        for publisher, vintage, origin, said_by, rate, status in zip(*columns, rates, rows["status"], strict=True):
            key = (publisher, vintage, origin, said_by, rate)
            if key not in known:
                known[key] = self._describe_source(*key)
            yield known[key] + (self.implied if status == _FORECAST else "")

    def _describe_source(self, publisher: str, vintage: str, origin: str, said_by: str, rate: str) -> str:
        known = [self.sources[id] for id in str(origin).split() if id in self.sources]
        sources = [source for source in known if not source.startswith(str(publisher))]  # it is named already
        lines = [
            messages.PUBLISHED.format(publisher=publisher, date=vintage) if vintage else str(publisher),
            messages.STATED_BY.format(name=said_by) if said_by else "",
            messages.SOURCE.format(source=", ".join(sources)) if sources else "",
            rate,
        ]
        return "".join(f"<br>{escape(part)}" for line in lines for part in wrap_text(line, _WIDTH, LABEL))


def _italicize(steps: Sequence[str]) -> str:
    return "".join(f"<br><i>{escape(line)}</i>" for step in steps for line in wrap_text(step, _WIDTH, LABEL))


def name_status(status: str) -> str:
    """Return what kind of value it is, such as forecast or estimate; empty for an actual one."""
    word = _WORDS.get(status, messages.ACTUAL)
    return "" if word == messages.ACTUAL else word


def format_values(rows: Rows, locale: str = "en") -> list[str]:
    """Format the values of rows, with no more digits than their sources give.

    This is `indicators.model.panel.format_observation` for long columns.
    """
    columns = [rows[name].tolist() for name in ("value", "lower", "upper", "unit", "qualifier")]
    digits = [None if math.isnan(known) else int(known) for known in rows["digits"]]
    texts = []
    for value, lower, upper, unit, qualifier, known in zip(*columns, digits, strict=True):
        if math.isnan(value):
            texts.append(messages.NO_VALUE)
        elif math.isnan(lower) or math.isnan(upper):
            text = format_quantity(value, unit, digits=known, locale=locale)
            texts.append(f"{qualifier} {text}" if qualifier else text)
        else:
            texts.append(format_quantity_range(lower, upper, unit, digits=known, locale=locale))
    return texts


def _describe_rates(rows: Rows) -> list[str]:
    if "rate" not in rows:
        return [""] * len(rows)
    columns = [rows[name] for name in ("rate", "rate_unit", "rate_date", "rate_publisher")]
    return [
        (messages.AT_RATE_OF_DAY if day else messages.AT_RATE).format(
            rate=f"{rate:.6g}", unit=unit, day=day, publisher=publisher
        )
        if unit and not math.isnan(rate)
        else ""
        for rate, unit, day, publisher in zip(*columns, strict=True)
    ]
