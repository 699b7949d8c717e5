"""The series of a panel ready to be drawn: name, colour, marker, actual values and forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.analysis.forecasts import mask_phases
from indicators.charts import messages
from indicators.charts.parts.panel_rows import Rows, concatenate_rows, keep_drawable
from indicators.charts.style import (
    MOST_COLOURS,
    PATTERNS,
    SYMBOLS,
    Ground,
    Look,
    assign_colours,
    colour_area,
    fill_markers,
    put_most_compared_first,
)
from indicators.model.panel import Panel
from indicators.model.series_labels import SeriesLabels, label_series

_THING: Final = ("indicator", "code", "counterpart", "dimensions")


@dataclass(frozen=True)
class Curve:
    """One series.

    Attributes:
        name: What distinguishes it from the others.
        label: Its dimensions in words, where others of its indicator have others.
        code: The code of its area.
        colour: The colour of its area, the same in every chart.
        symbol: The marker of its publisher and dimensions.
        number: The number of its dimensions among those of its colour, for its dashes.
        actual: Its actual values, in order of time.
        forecast: Its forecasts after the last actual value.
        is_chosen: Whether it has a colour of its own; series beyond the palette are grey.
        ground: Light or dark.
    """

    name: str
    label: str
    code: str
    colour: str
    symbol: str
    number: int
    actual: Rows
    forecast: Rows
    is_chosen: bool
    ground: Ground

    def fill(self, rows: Rows) -> list[str]:
        """Return the fill of the marker of each row: hollow where the value is not final."""
        return fill_markers(rows["status"], self.colour, self.ground)

    @property
    def rows(self) -> Rows:
        """All its values, the forecasts last."""
        return concatenate_rows([part for part in (self.actual, self.forecast) if len(part)])

    @property
    def end(self) -> dict[str, Any]:
        """Its last value."""
        return (self.forecast if len(self.forecast) else self.actual).row(-1)


def prepare_curves(panel: Panel, look: Look, *, log: bool = False) -> tuple[Panel, Rows, list[Curve]]:
    """Return what of a panel can be drawn, its rows and its series."""
    drawn = keep_drawable(panel, log=log)
    rows = Rows.of(drawn.frame)
    return drawn, rows, make_curves(drawn, rows, look)


def make_curves(panel: Panel, rows: Rows, look: Look) -> list[Curve]:
    """Return the series of a panel, given its rows with values, in the order in which their areas were chosen."""
    key, colour_of = _colour_series(panel, rows, look)
    numbers = _number_kinds(rows)
    same = _number_same(colour_of, look)
    kinds = list(dict.fromkeys(zip(rows["publisher"], rows["dimensions"], strict=True)))
    place_of = {code: place for place, code in enumerate(colour_of)}
    symbols = list(SYMBOLS)
    series = list(rows.series())
    words = _label_series(panel, series)
    found = []
    for name, part in zip(name_series(panel, series), series, strict=True):
        colour, divided = colour_of[part[key][0]], part["dimensions"][0]
        symbol = symbols[kinds.index((part["publisher"][0], divided)) % len(symbols)]
        actual, forecast = mask_phases(part["status"], part["last"])
        curve = Curve(
            name, words.get(part["indicator"][0], divided), part["code"][0], colour, symbol,
            0 if key != "code" else numbers[_identify_kind(part)] + same[part["code"][0]], part.take(actual),
            part.take(forecast), is_chosen=colour != look.theme.context, ground=look.ground,
        )  # fmt: skip
        found.append((place_of[part[key][0]], curve))
    return [curve for _, curve in sorted(found, key=lambda pair: pair[0])]


def pick_patterns(curves: Sequence[Curve]) -> list[str]:
    """Return the pattern of each series where areas are filled: the first of a colour has none.

    Series of one colour are the publishers or dimensions of one area, or areas that share a colour.
    """
    seen: dict[str, dict[tuple[str, str], None]] = {}
    patterns = []
    for curve in curves:
        own = curve.colour if curve.is_chosen else f"{curve.colour} {curve.code}"  # grey tells no areas apart
        there = seen.setdefault(own, {})
        there.setdefault((curve.code, curve.symbol))
        patterns.append(PATTERNS[list(there).index((curve.code, curve.symbol)) % len(PATTERNS)])
    return patterns


def _identify_kind(part: Rows) -> tuple[str, str, str]:
    """What distinguishes the series of one area: its publisher, indicator and dimensions."""
    return part["publisher"][0], part["indicator"][0], part["dimensions"][0]


def _number_kinds(rows: Rows) -> dict[tuple[str, str, str], int]:
    """Number the indicators and dimensions of each publisher: markers tell publishers apart, dashes the others."""
    numbers: dict[tuple[str, str, str], int] = {}
    counts: dict[str, int] = {}
    for kind in dict.fromkeys(zip(rows["publisher"], rows["indicator"], rows["dimensions"], strict=True)):
        numbers[kind] = counts.get(kind[0], 0)
        counts[kind[0]] = numbers[kind] + 1
    return numbers


def _number_same(colours: Mapping[str, str], look: Look) -> dict[str, int]:
    """Number the areas of each colour, whose dashes differ."""
    seen: dict[str, int] = {}
    numbers = {}
    for code, colour in colours.items():
        numbers[code] = 0 if colour == look.theme.context else seen.get(colour, 0)
        seen[colour] = seen.get(colour, 0) + 1
    return numbers


def _colour_series(panel: Panel, rows: Rows, look: Look) -> tuple[str, dict[str, str]]:
    """Return the column that decides colours, and its colours: areas, or of one area its indicators or dimensions."""
    is_one = len(set(rows["code"])) == 1
    if is_one and len(panel.indicators) > 1:
        things = _find_rivals(panel, rows)
        colours = assign_colours((things[one.id] for one in panel.indicators), look.ground)
        return "indicator", {one.id: colours[things[one.id]] for one in panel.indicators}
    if is_one and len(texts := dict.fromkeys(rows["dimensions"])) > 1:
        return "dimensions", assign_colours(texts, look.ground)
    return "code", colour_areas(rows, look)


def _find_rivals(panel: Panel, rows: Rows) -> dict[str, str]:
    """Return for each indicator the first one that measures the same by another publisher, or itself.

    Their names differ only in what follows in brackets: "Inflation" and "Inflation (IMF Outlook)".
    """
    publishers: dict[str, set[str]] = {}
    for id, publisher in set(zip(rows["indicator"], rows["publisher"], strict=True)):
        publishers.setdefault(id, set()).add(publisher)
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for one in panel.indicators:
        name = one.name.partition(" (")[0]
        rival = first.setdefault(name, one.id)
        is_rival = rival != one.id and publishers.get(rival, set()).isdisjoint(publishers.get(one.id, set()))
        found[one.id] = rival if is_rival else one.id
    return found


def colour_areas(rows: Rows, look: Look) -> dict[str, str]:
    """Return the colour of each area: that of its own for those highlighted, grey for the rest.

    Where none is highlighted, the first eight have their colours, chosen before largest.
    """
    last = dict(zip(rows["code"], rows["value"], strict=True))
    chosen, largest = list(look.order), sorted(last, key=lambda code: -last[code])
    first = put_most_compared_first(chosen) if len(chosen) > MOST_COLOURS else chosen
    highlighted = find_highlighted(rows, look)
    coloured = highlighted or list(dict.fromkeys([*first, *largest]))[:MOST_COLOURS]
    return {
        code: colour_area(code, look.ground) if code in coloured else look.theme.context
        for code in [*chosen, *largest]
    }  # fmt: skip


def find_highlighted(rows: Rows, look: Look) -> list[str]:
    """Return the codes of the areas that are highlighted and have values."""
    there = set(rows["code"])
    return [code for code in look.highlight if code in there]


def colour_chosen(rows: Rows, look: Look) -> list[str]:
    """Return the colour of each row: that of its area if it was chosen, else grey."""
    of_area = colour_areas(rows, look)
    return [of_area[code] if code in look.order else look.theme.context for code in rows["code"]]


def name_series(panel: Panel, series: Sequence[Rows]) -> list[str]:
    """Return the name of each series: what distinguishes it from the others.

    That is the area, the indicator, its dimensions and the unit where there are several; the publisher where others
    publish the same thing; and the title of the source where one publisher gives different values.
    """
    things = _find_rivals(panel, concatenate_rows(series)) if series else {}
    firsts = [{name: part[name][0] for name in (*_THING, "entity", "publisher", "unit")} for part in series]
    for first in firsts:
        first["indicator"] = things.get(first["indicator"], first["indicator"])
    several = {
        name: len({first[name] for first in firsts}) > 1 for name in ("entity", "counterpart", "indicator", "unit")
    }
    publishers: dict[tuple[Any, ...], set[str]] = {}
    for first in firsts:
        publishers.setdefault(tuple(first[name] for name in _THING), set()).add(first["publisher"])
    rivals = [len(publishers[tuple(first[name] for name in _THING)]) > 1 for first in firsts]
    words = _label_series(panel, series)
    several["entity"] |= not any(several.values()) and not any(rivals) and not words.tell_apart
    names = [_name(first, several, words, is_rival=rival) for first, rival in zip(firsts, rivals, strict=True)]
    titles = {origin.id: origin.title for origin in panel.origins}
    return [
        ", ".join(filter(None, (name, titles.get(part["origin"][-1])))) if names.count(name) > 1 else name
        for name, part in zip(names, series, strict=True)
    ]


def _label_series(panel: Panel, series: Sequence[Rows]) -> SeriesLabels:
    return label_series(panel.indicators, [(part["indicator"][0], part["dimensions"][0]) for part in series])


def _name(row: Mapping[str, str], several: Mapping[str, bool], words: SeriesLabels, *, is_rival: bool) -> str:
    entity = row["entity"]
    if several["counterpart"]:
        entity = messages.PARTNERS.format(area=entity, partner=row["counterpart"])
    parts = [
        entity if several["entity"] or several["counterpart"] else "",
        words.names.get(row["indicator"], row["indicator"]) if several["indicator"] else "",
        words.get(row["indicator"], row["dimensions"]),
        row["publisher"] if is_rival else "",
        row["unit"] if several["unit"] else "",
    ]
    return ", ".join(part for part in parts if part)
