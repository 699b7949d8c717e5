"""The series of a panel made ready to be drawn: name, colour, marker, actual figures and forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from indicators.analysis.forecasts import mask_phases
from indicators.charts.palette import MOST_COLOURS, colours, grey, most_compared_first, paper
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.style import Look
from indicators.model.panel import Panel

__all__ = ["OPEN", "SIGNS", "Curve", "colour_of_areas", "curves", "drawable", "joined", "names_of"]

_SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star", "pentagon", "hexagon")
SIGNS = dict(zip(_SYMBOLS, "●◆■▲✚★⬟⬢", strict=True))
"""The markers as letters, for legends."""
_ONE_FIGURE = ["publisher", "indicator", "code", "counterpart", "unit", "period", "status", "value"]
OPEN = frozenset("EFP")
"""The statuses whose markers are hollow: estimates, forecasts, provisional figures."""


@dataclass(frozen=True)
class Curve:
    """One series.

    Attributes:
        name: What tells it from the others.
        code: Code of its area.
        colour: Of its area, the same in every chart.
        symbol: Of its publisher.
        actual: Its actual figures, in order of time.
        forecast: Its forecasts after the last of them.
        chosen: Whether it has a colour of its own; what is beyond the palette stands back in grey.
        paper: The colour of the ground, with which hollow markers are filled: no line shows through them.
    """

    name: str
    code: str
    colour: str
    symbol: str
    actual: Rows
    forecast: Rows
    chosen: bool
    paper: str

    def fills(self, rows: Rows) -> list[str]:
        """What fills the marker of each row: its colour, or the ground where the figure is not final."""
        return [self.paper if status in OPEN else self.colour for status in rows["status"]]

    @property
    def rows(self) -> Rows:
        """All its figures, the forecasts last."""
        return joined([part for part in (self.actual, self.forecast) if len(part)])

    @property
    def end(self) -> dict[str, Any]:
        """Its last figure."""
        return (self.forecast if len(self.forecast) else self.actual).row(-1)


def drawable(panel: Panel, *, log: bool = False) -> Panel:
    """The figures of a panel that have a place in a plot, in units without a word of scale.

    What one publisher says alike in two datasets is one figure, not two that could be told apart.

    Args:
        panel: Any panel.
        log: Whether the axis is logarithmic, which has no place for zero and below.
    """
    plain = panel.unscale()
    known = _said_once(plain.frame[plain.frame["value"].notna()])
    return plain.with_frame(known[known["value"] > 0] if log else known)


def _said_once(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows without those that another dataset of their publisher has too, of the two the one with fewer figures."""
    if frame["dataset"].nunique() <= frame["publisher"].nunique():
        return frame
    largest = frame.assign(figures=frame.groupby("dataset")["dataset"].transform("size"))
    first = largest.sort_values("figures", ascending=False, kind="stable").groupby(_ONE_FIGURE, dropna=False)["dataset"]
    return frame[frame["dataset"] == first.transform("first").reindex(frame.index)]


def curves(panel: Panel, rows: Rows, look: Look) -> list[Curve]:
    """The series of a panel in the order in which their areas were chosen.

    Args:
        panel: What is measured.
        rows: Its rows, none without a value.
        look: For whom.
    """
    by_indicator = len(panel.indicators) > 1 and len(set(rows["code"])) == 1
    key = "indicator" if by_indicator else "code"
    ids = tuple(indicator.id for indicator in panel.indicators)
    colour_of = colours(ids, look.ground) if by_indicator else colour_of_areas(rows, look)
    publishers = {name: place for place, name in enumerate(dict.fromkeys(rows["publisher"]))}
    place_of = {code: place for place, code in enumerate(colour_of)}
    series = list(rows.series())
    found = []
    for name, part in zip(names_of(panel, series), series, strict=True):
        colour = colour_of[part[key][0]]
        symbol = _SYMBOLS[publishers[part["publisher"][0]] % len(_SYMBOLS)]
        actual, forecast = mask_phases(part["status"], part["last"])
        curve = Curve(
            name, part["code"][0], colour, symbol, part.take(actual), part.take(forecast),
            chosen=colour != grey(look.ground), paper=paper(look.ground),
        )  # fmt: skip
        found.append((place_of[part[key][0]], curve))
    return [curve for _, curve in sorted(found, key=lambda pair: pair[0])]


def colour_of_areas(rows: Rows, look: Look) -> dict[str, str]:
    """The colour of each area: of those chosen in their order; of a panel of all, the largest in colour."""
    last = dict(zip(rows["code"], rows["value"], strict=True))
    chosen, largest = list(look.order), sorted(last, key=lambda code: -last[code])
    first = most_compared_first(chosen) if len(chosen) > MOST_COLOURS else chosen
    given = colours([*first, *largest], look.ground)
    return {code: given[code] for code in [*chosen, *largest]}


def joined(parts: Sequence[Rows]) -> Rows:
    """Rows one after the other."""
    if len(parts) == 1:
        return parts[0]
    return Rows({name: np.concatenate([part[name] for part in parts]) for name in parts[0].columns})


def names_of(panel: Panel, series: Sequence[Rows]) -> list[str]:
    """What each series is called: what tells it from the others.

    That is the area, the indicator and the unit where there are several, the publisher where others publish figures
    for the same thing, and the title of what one publisher says twice and not alike.
    """
    firsts = [{name: part[name][0] for name in (*_THING, "entity", "publisher", "unit")} for part in series]
    several = {
        name: len({first[name] for first in firsts}) > 1 for name in ("entity", "counterpart", "indicator", "unit")
    }
    publishers: dict[tuple[Any, ...], set[str]] = {}
    for first in firsts:
        publishers.setdefault(tuple(first[name] for name in _THING), set()).add(first["publisher"])
    rivals = [len(publishers[tuple(first[name] for name in _THING)]) > 1 for first in firsts]
    several["entity"] |= not any(several.values()) and not any(rivals)
    indicators = {indicator.id: indicator.name for indicator in panel.indicators}
    names = [_name(first, several, indicators, rival=rival) for first, rival in zip(firsts, rivals, strict=True)]
    titles = {origin.id: origin.title for origin in panel.origins}
    return [
        ", ".join(filter(None, (name, titles.get(part["origin"][-1])))) if names.count(name) > 1 else name
        for name, part in zip(names, series, strict=True)
    ]


_THING = ("indicator", "code", "counterpart")


def _name(row: Mapping[str, str], several: Mapping[str, bool], indicators: Mapping[str, str], *, rival: bool) -> str:
    entity = f"{row['entity']} with {row['counterpart']}" if several["counterpart"] else row["entity"]
    parts = [
        entity if several["entity"] or several["counterpart"] else "",
        indicators.get(row["indicator"], row["indicator"]) if several["indicator"] else "",
        row["publisher"] if rival else "",
        row["unit"] if several["unit"] else "",
    ]
    return ", ".join(part for part in parts if part)
