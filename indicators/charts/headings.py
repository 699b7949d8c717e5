"""What is written around a chart, made from the panel: title, subtitle, the text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.exchange import RateKind, Rule
from indicators.panel import Panel, printed, records
from indicators.periods import TimePeriod
from indicators.quantities import scale
from indicators.units import parse

__all__ = [
    "alternative_text",
    "listed",
    "rule_phrase",
    "series_names",
    "source_line",
    "subtitle",
    "title",
    "unit_heading",
]

_MOST_NAMED = 6


def title(panel: Panel) -> str:
    """What is shown, in which unit and by which rule: ``GDP, trillion USD at each year's average rate``."""
    name = panel.indicators[0].name if panel.indicators else "Figures"
    unit = " ".join(part for part in (unit_heading(panel), rule_phrase(panel)) if part)
    return f"{name}, {unit}" if unit else name


def rule_phrase(panel: Panel) -> str:
    """By which rule of exchange the figures were converted, to follow their unit; empty where none was."""
    if "rule" not in panel.frame:
        return ""
    converted = panel.frame[panel.frame["rule"].fillna("") != ""]
    if converted.empty:
        return ""
    row = records(converted.head(1))[0]
    base = parse(row["unit"]).base
    rule = Rule.parse(row["rule"])
    if base is not None and rule.kind is RateKind.AVERAGE:
        return f"and the average rate of {base}"
    return ("and " if base is not None else "") + rule.phrase(row["frequency"])


def subtitle(panel: Panel) -> str:
    """Where and when: ``Russia and China · 2000–2025``."""
    if panel.is_empty:
        return ""
    frame = panel.frame
    first, last = records(frame.sort_values("first").head(1))[0], records(frame.sort_values("last").tail(1))[0]
    since, until = _when(first), _when(last)
    return f"{listed(panel.entities)} · {since if since == until else f'{since}–{until}'}"


def source_line(panel: Panel) -> str:
    """Who published the figures, with title, year and licence where there is room: ``Source: World Bank, …``.

    Several sources are named shortly.
    """
    used = set(panel.frame["origin"])
    origins = [origin for origin in panel.origins if origin.id in used] or list(panel.origins)
    if not origins:
        return ""
    if len(origins) == 1:
        origin = origins[0]
        dated = f" ({origin.date_published[:4]})" if origin.date_published else ""
        licence = f", {origin.licence.name}" if origin.licence is not None else ""
        return f"Source: {origin.producer}, {origin.title}{dated}{licence}"
    return f"Sources: {listed(list(dict.fromkeys(origin.short for origin in origins)))}"


def unit_heading(panel: Panel) -> str:
    """The unit of the axis with its word of scale: ``trillion RUB``; the units in turn where there are several."""
    panel = panel.plain()
    word = "" if panel.is_empty else scale(panel.frame["value"].abs())[1]
    known = panel.frame.dropna(subset="value")
    units = known["unit"].unique() if len(known) else panel.units
    texts = [parse(unit).text for unit in units]
    return f"{word} {listed(texts)}".strip() if texts else ""


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names as people list them, the end of a long list counted.

    >>> listed(["Russia", "China", "India"])
    'Russia, China and India'
    """
    shown = list(names)
    if len(shown) > _MOST_NAMED:
        return f"{', '.join(shown[: _MOST_NAMED - 1])} and {len(shown) - _MOST_NAMED + 1} others"
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def series_names(panel: Panel) -> list[str]:
    """What each line of a panel is called, in the order of `Panel.series`.

    A name says what tells the lines apart: the area, and the publisher and the unit where there are several.
    """
    frame = panel.frame
    several = {name: len(frame[name].unique()) > 1 for name in ("entity", "counterpart", "publisher", "unit")}
    if not any(several.values()):
        several["entity"] = True
    return [_name(records(rows.head(1))[0], several) for rows in panel.series()]


def _name(row: Mapping[str, Any], several: dict[str, bool]) -> str:
    entity = f"{row['entity']} with {row['counterpart']}" if several["counterpart"] else str(row["entity"])
    parts = [entity if several["entity"] or several["counterpart"] else ""]
    parts += [str(row[name]) if several[name] else "" for name in ("publisher", "unit")]
    return ", ".join(part for part in parts if part)


def alternative_text(panel: Panel) -> str:
    """What a sighted reader sees: of each line its extent, its first and last figure, its lowest and highest."""
    if panel.is_empty:
        return "An empty chart."
    sentences = [f"{title(panel)}. {subtitle(panel)}."]
    for name, rows in list(zip(series_names(panel), panel.series(), strict=True))[:12]:
        known = rows.dropna(subset="value")
        if known.empty:
            continue
        by_value = records(known.sort_values("value", kind="stable"))
        first, last, bottom, top = *(records(known)[place] for place in (0, -1)), by_value[0], by_value[-1]
        if len(known) == 1:
            sentences.append(f"{name}: {printed(last)} in {_when(last)}.")
            continue
        sentences.append(
            f"{name}: from {printed(first)} in {_when(first)} to {printed(last)} in {_when(last)}"
            f"{' (forecast)' if last['status'] == 'F' else ''}; highest {printed(top)} in {_when(top)}, "
            f"lowest {printed(bottom)} in {_when(bottom)}."
        )
    return " ".join(sentences)


def _when(row: Mapping[str, Any]) -> str:
    return TimePeriod.parse(row["period"]).label
