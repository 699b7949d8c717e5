"""What is shown on hover: value, unit, status, vintage, publisher, source, and how the figure was made.

What is the same for all points of a line is said once, in the line's template; the rest stands beside each point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import numpy as np

from indicators.charts.parts.label_placement import wrapped
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import LABEL, Spec
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity, format_quantity_range
from indicators.model.panel import Panel

__all__ = ["Hover", "figures"]

_WIDTH = 380  # of the box, in pixels
_MOST_STEPS = 3
_MANY: Final = 2500  # figures in a chart beyond which plotly.js prints them, as it prints an axis
_IMPLYING: Final = "imply"  # the step of `indicators.analysis.forecasts.implied_levels`
_FORECAST: Final = "F"
_WORDS: Final = {status.value: status.word for status in ObservationStatus}


@dataclass(frozen=True)
class Hover:
    """What all hover texts of a chart need to know.

    Attributes:
        sources: The short citation of each origin.
        made: How the panel was made, in lines; empty when it was only read.
        implied: How its forecasts were, in lines, where they follow from others; no word for an actual figure.
        locale: A locale of CLDR, for the marks between digits.
        many: Whether there are so many figures that the browser has to print them.
    """

    sources: Mapping[str, str]
    made: str
    implied: str
    locale: str
    many: bool

    @classmethod
    def of(cls, panel: Panel, locale: str) -> Hover:
        """For the figures of a panel."""
        sources = {origin.id: origin.short for origin in panel.origins}
        steps = [step.description for step in panel.steps if step.name not in ("read", _IMPLYING)][-_MOST_STEPS:]
        implying = [step.description for step in panel.steps if step.name == _IMPLYING]
        return cls(sources, _slanted(steps), _slanted(implying), locale, len(panel.frame) > _MANY)

    def texts(self, rows: Rows, name: str, *, value: str = "y", divided: str = "", names: Sequence[str] = ()) -> Spec:
        """The ``text`` and ``hovertemplate`` of a trace.

        Args:
            rows: The rows of the trace, one a point, none without a value.
            name: What the line is called.
            value: The variable of plotly.js that holds the value, for when the browser prints it.
            divided: The unit that variable is in.
            names: What each point is called, where that is not the line.
        """
        head = "" if names else f"<b>{escape(name)}</b>, "
        if self.many and not names:
            return self._printed_by_the_browser(rows, head, value, divided)
        tails = list(self._tails(rows))
        common = tails[0] if tails and all(tail == tails[0] for tail in tails) else None
        words = [_WORDS.get(status, "actual") for status in rows["status"]]
        texts = [
            f"{period_label(period)}<br><b>{escape(figure)}</b> · {word}"
            for period, figure, word in zip(rows["period"], figures(rows, self.locale), words, strict=True)
        ]
        if names:  # the browser may need the data beside a point for something else
            texts = [f"<b>{escape(own)}</b>, {text}{tail}" for own, text, tail in zip(names, texts, tails, strict=True)]
            return {"text": texts, "hovertemplate": f"%{{text}}{self.made}<extra></extra>"}
        after = f"{'%{customdata}' if common is None else common}{self.made}<extra></extra>"
        spec: Spec = {} if common is not None else {"customdata": tails}
        return spec | {"text": texts, "hovertemplate": f"{head}%{{text}}{after}"}

    def _printed_by_the_browser(self, rows: Rows, head: str, value: str, divided: str) -> Spec:
        digits = rows["digits"][~np.isnan(rows["digits"])]
        known = int(digits.max()) if len(digits) else 6
        figure = f"%{{{'x' if value == 'y' else 'y'}}}<br><b>%{{{value}:,.{known}~r}} {escape(divided)}</b>"
        tail = self._tail(rows["publisher"][0], "", rows["origin"][0], "", "")
        return {
            "customdata": rows["vintage"],
            "hovertemplate": f"{head}{figure}<br>known since %{{customdata}}{tail}{self.made}<extra></extra>",
        }

    def _tails(self, rows: Rows) -> Iterator[str]:
        """Who published each figure, since when it is known, who said it, at which rate it was converted."""
        rates = _rates(rows)
        known: dict[tuple[str, ...], str] = {}
        columns = [rows[name] for name in ("publisher", "vintage", "origin", "said_by")]
        for publisher, vintage, origin, said_by, rate, status in zip(*columns, rates, rows["status"], strict=True):
            key = (publisher, vintage, origin, said_by, rate)
            if key not in known:
                known[key] = self._tail(*key)
            yield known[key] + (self.implied if status == _FORECAST else "")

    def _tail(self, publisher: str, vintage: str, origin: str, said_by: str, rate: str) -> str:
        sources = [self.sources[id] for id in str(origin).split() if id in self.sources]
        lines = [
            f"{publisher}, known since {vintage}" if vintage else str(publisher),
            f"said by {said_by}" if said_by else "",
            f"Source: {', '.join(sources)}" if sources and sources != [publisher] else "",
            rate,
        ]
        return "".join(f"<br>{escape(part)}" for line in lines for part in wrapped(line, _WIDTH, LABEL))


def _slanted(steps: Sequence[str]) -> str:
    return "".join(f"<br><i>{escape(line)}</i>" for step in steps for line in wrapped(step, _WIDTH, LABEL))


def figures(rows: Rows, locale: str = "en") -> list[str]:
    """The values of rows as people write them, at no more digits than their sources printed.

    As `indicators.model.panel.printed` for each row, for long columns.
    """
    columns = [rows[name].tolist() for name in ("value", "lower", "upper", "unit", "qualifier")]
    digits = [None if math.isnan(known) else int(known) for known in rows["digits"]]
    texts = []
    for value, lower, upper, unit, qualifier, known in zip(*columns, digits, strict=True):
        if math.isnan(value):
            texts.append("no figure")
        elif math.isnan(lower) or math.isnan(upper):
            text = format_quantity(value, unit, digits=known, locale=locale)
            texts.append(f"{qualifier} {text}" if qualifier else text)
        else:
            texts.append(format_quantity_range(lower, upper, unit, digits=known, locale=locale))
    return texts


def _rates(rows: Rows) -> list[str]:
    if "rate" not in rows:
        return [""] * len(rows)
    columns = [rows[name] for name in ("rate", "rate_unit", "rate_date", "rate_publisher")]
    return [
        "" if math.isnan(rate) or not unit else f"At {rate:.6g} {unit}{f' of {day}' if day else ''}, {publisher}"
        for rate, unit, day, publisher in zip(*columns, strict=True)
    ]
