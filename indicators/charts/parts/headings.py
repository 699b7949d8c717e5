"""What is written around a chart, made from the panel: title, subtitle, source line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.exchange import RateKind, Rule
from indicators.model.formatting import MOST_NAMED, choose_scale, join_names
from indicators.model.observations import Prices
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

__all__ = [
    "describe_rule",
    "describe_span",
    "extend_title",
    "name_indicators",
    "name_unit",
    "write_credits",
    "write_source_line",
    "write_subtitle",
    "write_title",
]

_MOST_SOURCES = 4
_UNSCALED = frozenset({"percent", "permille", "percentage_point", "index_point", "ratio"})
"""Nobody says a thousand per cent of them, or a thousand index: the word of scale stands behind."""


def write_title(panel: Panel) -> str:
    """What is shown, in which unit and by which rule: ``GDP, trillion USD at each year's average rate``.

    Several indicators are named without their units, unless they have one in common.
    """
    with_figures = panel.frame.loc[panel.frame["value"].notna(), "indicator"].nunique()
    if len(panel.indicators) > 1 and (len(panel.units) > 1 or with_figures < len(panel.indicators)):
        return name_indicators(panel)
    return extend_title(name_indicators(panel), panel)


def extend_title(name: str, panel: Panel, unit: str = "") -> str:
    """A name for what is shown, with the unit and the rule of a panel; the unit can be that of its sums."""
    between = " " if _is_money(panel) else ", "  # a per cent is not at a rate, what it was reckoned from is
    unit = between.join(part for part in (unit or name_unit(panel), describe_rule(panel)) if part)
    return f"{name}, {unit}" if unit else name


def _is_money(panel: Panel) -> bool:
    """Whether the figures still are sums, and have not become an index or a per cent."""
    return any(
        parse_unit(unit).currency or "international_dollar" in parse_unit(unit).expression for unit in panel.units
    )


def name_indicators(panel: Panel) -> str:
    """What is measured: the indicators by name."""
    names = list(dict.fromkeys(indicator.name for indicator in panel.indicators))
    return join_names(names) if names else "Figures"


def describe_rule(panel: Panel) -> str:
    """By which rule of exchange the figures were converted, to follow their unit; empty where none was.

    One rate for all years leaves growth and an index as they are, so at constant prices it is not named with them.
    """
    if "rule" not in panel.frame or (not _is_money(panel) and any(step.name == "deflate" for step in panel.steps)):
        return ""
    converted = panel.frame[panel.frame["rule"].fillna("") != ""]
    if converted.empty:
        return ""
    row = converted[["unit", "rule", "frequency"]].iloc[0]
    base = parse_unit(row["unit"]).base if _is_money(panel) else None  # else it is the year of an index
    rule = Rule.parse(row["rule"])
    if base is not None and rule.kind is RateKind.AVERAGE:
        return f"and the average rate of {base}"
    return ("and " if base is not None else "") + rule.phrase(row["frequency"])


def write_subtitle(panel: Panel, *, order: Sequence[str] = (), when: str = "", where: str = "", known: str = "") -> str:
    """Where and when: ``Russia and China · 2000–2025``, at which prices, and as of which day if that is not today.

    Args:
        panel: What is shown.
        order: Codes of areas in the order chosen.
        when: The time, where it is not simply that of all figures.
        where: The areas, where they are not simply to be listed.
        known: As of when, where that is not today: ``as known on 30 April 2019``.
    """
    parts = (where or _places(panel, order), when or describe_span(panel), _prices(panel), known)
    return " · ".join(part for part in parts if part)


def _places(panel: Panel, order: Sequence[str]) -> str:
    """The areas by name; where they are too many to be listed and just the members of a group, the group's name.

    It says how many of its countries have figures: the group itself is an area too, with figures of its own.
    """
    names = panel.order_entities(order)
    there = set(panel.frame["code"])
    chosen = set(order) or there
    group = panel.catalogue.find_group_of(chosen) if panel.catalogue and len(chosen) > MOST_NAMED else None
    if group is None or not there <= chosen:
        return join_names(names)
    count = f"{len(there)} of {len(chosen)}" if there < chosen else str(len(chosen))
    return f"{group.name}: {count} countries"


def _prices(panel: Panel) -> str:
    """That inflation is still in sums of money; the year of constant prices is part of their unit."""
    units = [parse_unit(unit) for unit in panel.units]
    is_current = all(indicator.prices is Prices.CURRENT for indicator in panel.indicators)
    return "current prices" if units and is_current and all(unit.base is None for unit in units) else ""


def describe_span(panel: Panel) -> str:
    """From which period to which: ``2000–2025``; empty for an empty panel."""
    frame = panel.frame
    if frame.empty:
        return ""
    first, last = frame["first"].to_numpy().argmin(), frame["last"].to_numpy().argmax()
    periods = frame["period"]
    since, until = (TimePeriod.parse(periods.iloc[place]).label for place in (first, last))
    if since == until:
        return since
    return f"{since}–{until}" if since.isdigit() and until.isdigit() else f"{since} – {until}"


def write_source_line(panel: Panel, *, most: int = _MOST_SOURCES) -> str:
    """Who published the figures: ``Source: World Bank, World Development Indicators (2026), CC BY 4.0``.

    Several sources are named shortly.

    Args:
        panel: What is shown.
        most: Of more publishers the rest is counted.
    """
    used = {id for text in panel.frame["origin"].unique() for id in str(text).split()}
    origins = [origin for origin in panel.sources if origin.id in used] or list(panel.sources)
    if not origins:
        return ""
    if len(origins) == 1:
        origin = origins[0]
        dated = f" ({origin.date_published[:4]})" if origin.date_published else ""
        licence = f", {origin.licence.name}" if origin.licence is not None else ""
        edition = f", {origin.of_edition}" if origin.of_edition else ""
        return f"Source: {origin.producer}, {origin.title}{edition}{dated}{licence}"
    years: dict[str, list[str]] = {}
    for origin in origins:
        years.setdefault(origin.producer, []).append(origin.date_published[:4])
    return f"Sources: {join_names([_dated(name, given) for name, given in years.items()], most=most)}"


def write_credits(panel: Panel) -> str:
    """All who published the figures and the rates that made them, for what is taken away and stands alone.

    >>> import indicators as ind
    >>> print(write_credits(ind.get("gdp", "RUS", "2024", unit="EUR")))
    Source: World Bank, World Development Indicators (2026), CC BY 4.0. Exchange rates: IMF
    """
    rates = (
        panel.frame["rate_publisher"].fillna("") if "rate_publisher" in panel.frame else panel.frame["publisher"][:0]
    )
    said_by = set(panel.frame["publisher"])  # who converted its own figure is named as its source
    names = [name for name in dict.fromkeys(rates) if name and name not in said_by]
    exchange = f"Exchange rates: {join_names(names, most=len(names))}" if names else ""
    return ". ".join(part for part in (write_source_line(panel, most=len(panel.origins)), exchange) if part)


def _dated(producer: str, years: list[str]) -> str:
    """A producer with the years of what it published: ``RAEC (2020–2026)``."""
    known = sorted(year for year in years if year)
    if not known:
        return producer
    return f"{producer} ({known[0] if known[0] == known[-1] else f'{known[0]}–{known[-1]}'})"


def name_unit(panel: Panel, *, word: str | None = None) -> str:
    """The unit of the axis with its word of scale: ``trillion RUB``; the units in turn where there are several.

    Args:
        panel: What is shown.
        word: The word of scale; that of the largest value when left out.
    """
    panel = panel.unscale()
    values = panel.frame["value"].to_numpy(dtype=float, na_value=np.nan)
    known = ~np.isnan(values)
    if word is None:
        word = choose_scale([float(np.abs(values[known]).max())])[1] if known.any() else ""
    units = [parse_unit(unit) for unit in (panel.frame["unit"][known].unique() if known.any() else panel.units)]
    name = join_names([unit.text for unit in units])
    if word and any(unit.expression in _UNSCALED for unit in units):
        return f"{name}, in {word}s"
    return f"{word} {name}".strip() if units else ""
