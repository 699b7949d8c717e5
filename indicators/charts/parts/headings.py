"""The words around a chart, written from its panel: title, subtitle, source line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.charts import messages
from indicators.exchange import Rule
from indicators.model.citations import spell_date
from indicators.model.formatting import MOST_NAMED, choose_scale, count_noun, join_names
from indicators.model.observations import Prices
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.model.series_labels import label_rows
from indicators.model.units import parse_unit

MOST_SOURCES = 4
"""Publishers that a line of sources names; the rest are counted."""
_UNSCALED = frozenset({"percent", "permille", "percentage_point", "index_point", "ratio"})
"""Units in brackets, as in the World Bank's titles, and with the scale word last: nobody says "a thousand percent"."""


def write_title(panel: Panel) -> str:
    """Return what is shown, its unit and its conversion rule: ``GDP, trillion USD at annual average rates``.

    Several indicators are named without units, unless they share one.
    """
    with_values = panel.frame.loc[panel.frame["value"].notna(), "indicator"].nunique()
    if len(panel.indicators) > 1 and (len(panel.units) > 1 or with_values < len(panel.indicators)):
        return name_indicators(panel)
    return extend_title(name_indicators(panel), panel)


def entitle(own: str, title: str, subtitle: str) -> tuple[str, str]:
    """Return title and subtitle; where a person gave a title, the subtitle says what is shown in which unit.

    >>> entitle("A decade of growth", "GDP, trillion USD", "Russia")
    ('A decade of growth', 'GDP, trillion USD · Russia')
    """
    return (own, " · ".join(filter(None, (title, subtitle)))) if own else (title, subtitle)


def extend_title(name: str, panel: Panel, unit: str = "") -> str:
    """Return a name followed by a panel's unit and conversion rule; another unit replaces the panel's."""
    unit = unit or name_unit(panel)
    if not any(parse_unit(text).expression in _UNSCALED for text in panel.units) or name.endswith(")"):
        return ", ".join(part for part in (name, describe_unit(panel, unit)) if part)
    rule = describe_rule(panel)  # of what the percentage was calculated from
    return ", ".join(part for part in (f"{name} ({unit})", rule) if part)


def describe_unit(panel: Panel, unit: str = "") -> str:
    """Return a panel's unit, or another one, and the conversion rule: ``trillion EUR at annual average rates``."""
    is_at_current_prices = _is_money(panel) and all(parse_unit(text).base is None for text in panel.units)
    between = " " if is_at_current_prices else ", "
    return between.join(part for part in (unit or name_unit(panel), describe_rule(panel)) if part)


def _is_money(panel: Panel) -> bool:
    """Whether the values are still money, not an index or a percentage."""
    return any(
        parse_unit(unit).currency or "international_dollar" in parse_unit(unit).expression for unit in panel.units
    )


def name_indicators(panel: Panel) -> str:
    """Return the names of the indicators, with dimensions that all values share: ``Unemployment, women``."""
    of = label_rows(panel).names
    names = list(dict.fromkeys(of[indicator.id] for indicator in panel.indicators))
    names = [name for name in names if name.partition(" (")[0] not in names or " (" not in name]  # rivals share a name
    return join_names(names) if names else messages.NO_INDICATOR


def describe_rule(panel: Panel) -> str:
    """Return the conversion rule, to follow the unit; empty where nothing was converted.

    A single rate for all years changes neither growth nor an index, so at constant prices it is not named with them.
    """
    if "rule" not in panel.frame or (not _is_money(panel) and any(step.name == "deflate" for step in panel.steps)):
        return ""
    converted = panel.frame[panel.frame["rule"].fillna("") != ""]
    if converted.empty:
        return ""
    row = converted[["unit", "rule", "frequency"]].iloc[0]
    base = parse_unit(row["unit"]).base if _is_money(panel) else None  # else it is the year of an index
    rule = Rule.parse(row["rule"])
    if base is not None:
        return rule.name_rate(base)
    periods = panel.rates.loc[panel.rates["reason"] == "", "period"].unique() if len(panel.rates) else ()
    lengths = {TimePeriod.parse(text).frequency for text in periods}  # those of values that were then aggregated
    return rule.phrase(*(lengths or {row["frequency"]}))


def write_subtitle(
    panel: Panel, *, order: Sequence[str] = (), when: str = "", where: str = "", known: str = "", left_out: int = 0
) -> str:
    """Return where and when: ``Russia and China · 2000–2025``, the prices, and the edition or the date of the data.

    Args:
        panel: What is shown.
        order: Codes of areas in the order chosen.
        when: The time; the panel's if empty.
        where: The areas; the panel's if empty.
        known: The date of the data, if not today: ``as known on 30 April 2019``.
        left_out: The number of values left out because they are too old.
    """
    old = messages.OLD_LEFT_OUT.format(values=count_noun(left_out, "older value", "older values")) if left_out else ""
    dated = known or _name_edition(panel)
    parts = (where or _name_places(panel, order), when or describe_span(panel), old, _name_prices(panel), dated)
    return " · ".join(part for part in parts if part)


def _name_places(panel: Panel, order: Sequence[str]) -> str:
    """The areas by name; a long list of exactly the members of a group becomes the group and how many have values."""
    names = panel.order_entities(order)
    there = set(panel.frame["code"])
    chosen = set(order) or there
    group = panel.catalogue.find_group_of(chosen) if panel.catalogue and len(chosen) > MOST_NAMED else None
    if group is None or not there <= chosen:
        return join_names(names)
    if there < chosen:
        return messages.GROUP_IN_PART.format(group=group.name, number=len(there), all=len(chosen))
    return messages.GROUP.format(group=group.name, countries=count_noun(len(chosen), "country", "countries"))


def _name_edition(panel: Panel) -> str:
    """The publisher and edition of an outlook, where all figures are of one: ``IMF, October 2025``."""
    found = {(origin.producer, origin.edition) for origin in panel.sources}
    ((producer, edition),) = found if len(found) == 1 else {("", "")}
    return messages.EDITION_BY.format(publisher=producer, edition=edition) if edition else ""


def _name_prices(panel: Panel) -> str:
    """Current prices, where money is in them; the year of constant prices is part of the unit."""
    units = [parse_unit(unit) for unit in panel.units]
    is_current = all(indicator.prices is Prices.CURRENT for indicator in panel.indicators)
    return messages.CURRENT_PRICES if units and is_current and all(unit.base is None for unit in units) else ""


def describe_span(panel: Panel) -> str:
    """Return the first and last period: ``2000–2025``; empty for an empty panel."""
    frame = panel.frame
    if frame.empty:
        return ""
    first, last = frame["first"].to_numpy().argmin(), frame["last"].to_numpy().argmax()
    periods = frame["period"]
    return join_periods(*(TimePeriod.parse(periods.iloc[place]).label for place in (first, last)))


def join_periods(since: str, until: str) -> str:
    """Return a range of periods; the dash between years has no spaces.

    >>> join_periods("2000", "2025"), join_periods("May 2000", "June 2025"), join_periods("2000", "2000")
    ('2000–2025', 'May 2000 – June 2025', '2000')
    """
    if since == until:
        return since
    return f"{since}–{until}" if since.isdigit() and until.isdigit() else f"{since} – {until}"


def write_source_line(panel: Panel, *, most: int = MOST_SOURCES) -> str:
    """Return who published the data: ``Source: World Bank, World Development Indicators (July 2026), CC BY 4.0``.

    After ``most`` publishers the rest are counted.
    """
    used = {id for text in panel.frame["origin"].unique() for id in str(text).split()}
    origins = [origin for origin in panel.sources if origin.id in used] or list(panel.sources)
    if not origins:
        return ""
    if len(origins) == 1:
        origin = origins[0]
        month = spell_date(origin.date_published[:7])
        dated = f" ({month})" if month and month != origin.edition else ""  # an edition bears its date
        licence = f", {origin.licence.name}" if origin.licence is not None else ""
        edition = f", {origin.of_edition}" if origin.of_edition else ""
        return messages.SOURCE.format(source=f"{origin.producer}, {origin.title}{edition}{dated}{licence}")
    years: dict[str, list[str]] = {}
    for origin in origins:
        years.setdefault(origin.producer, []).append(origin.date_published[:4])
    return messages.SOURCES.format(sources=join_names([_date_publisher(*pair) for pair in years.items()], most=most))


def write_credits(panel: Panel, *, most: int | None = None) -> str:
    """Return who published the data and who the exchange rates; after ``most`` publishers the rest are counted.

    >>> import indicators as ind
    >>> print(write_credits(ind.get("gdp", "RUS", "2024", unit="EUR")))
    Source: World Bank, World Development Indicators (July 2026), CC BY 4.0. Exchange rates: IMF
    """
    frame = panel.frame
    names: list[str] = []
    if "rate_publisher" in frame:  # a publisher that converted its own values is named as the source
        used = frame[(frame["rate_publisher"].fillna("") != "") & (frame["rule"] != "stated")]
        years = used.groupby("rate_publisher", sort=False)["year"].agg(["min", "max", "size"])
        most_used = years["size"].max() if len(years) else 0
        names = [
            name if size == most_used else _date_publisher(name, [str(first), str(last)])
            for name, first, last, size in years.itertuples()
        ]
    exchange = messages.RATE_SOURCES.format(sources=join_names(names, most=most or len(names))) if names else ""
    return ". ".join(part for part in (write_source_line(panel, most=most or len(panel.origins)), exchange) if part)


def _date_publisher(producer: str, years: list[str]) -> str:
    """A publisher with the years of its publications: ``RAEC (2020–2026)``."""
    known = sorted(year for year in years if year)
    if not known:
        return producer
    return f"{producer} ({join_periods(known[0], known[-1])})"


def name_unit(panel: Panel, *, word: str | None = None) -> str:
    """Return the unit with a scale word, by default that of the largest value: ``trillion RUB``."""
    panel = panel.unscale()
    values = panel.frame["value"].to_numpy(dtype=float, na_value=np.nan)
    known = ~np.isnan(values)
    if word is None:
        word = choose_scale([float(np.abs(values[known]).max())])[1] if known.any() else ""
    units = [parse_unit(unit) for unit in (panel.frame["unit"][known].unique() if known.any() else panel.units)]
    name = join_units([unit.text for unit in units])
    if word and any(unit.expression in _UNSCALED for unit in units):
        return messages.UNIT_IN_SCALE.format(unit=name, scale=word)
    return f"{word} {name}".strip() if units else ""


def join_units(texts: Sequence[str]) -> str:
    """Join units; the year of constant prices that all share is named once.

    >>> join_units(["CNY at 2015 prices", "RUB at 2015 prices"])
    'CNY and RUB, constant 2015 prices'
    """
    units = [parse_unit(text) for text in texts]
    base = units[0].base if units and units[0].text.endswith(" prices") else None
    ending = f" at {base} prices"
    if base is None or not all(unit.text.endswith(ending) for unit in units):
        return join_names([unit.label for unit in units])
    names = join_names([unit.label.removesuffix(ending) for unit in units])
    return messages.UNIT_AT_PRICES.format(unit=names, year=base)
