"""What is missing from what is shown, and what is nearest: for which areas there is nothing in the time asked for.

Of those that have something, it says whose figures begin long after that time does, or end long before: a line that
begins late may otherwise be taken for a country that did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan

__all__ = ["find_gaps", "find_short_series", "find_year_range"]

_MOST_NAMED = 4
_LONG = 5  # years


def find_gaps(shown: Panel, whole: Panel, areas: Mapping[str, str], time: TimeSpan) -> tuple[str, ...]:
    """A sentence for each area without a figure in the time asked for, and where its nearest figures are.

    Args:
        shown: The figures that are shown.
        whole: The same figures of all time.
        areas: Code and name of the areas asked for.
        time: The time asked for.

    >>> from indicators.store import Query, open_embedded_store
    >>> query = Query(("gdp",), ("RUS",))
    >>> panel = open_embedded_store().read_panel(query)
    >>> early = TimeSpan.parse("1970..1980")
    >>> find_gaps(panel.select_time(early), panel, {"RUS": "Russia"}, early)
    ('No figures for Russia in 1970–1980. Nearest: 1988–2025.',)
    """
    there = shown.frame[shown.frame["value"].notna()]
    known = {*there["code"], *there["counterpart"]}  # trade with a country stands in the rows of the other
    missing = [code for code in areas if code not in known]
    nowhere = [areas[code] for code in missing if find_year_range(whole, [code]) is None]
    sentences = [
        f"No figures for {areas[code]} {_when(time)}. Nearest: {_years(years)}."
        for code in missing
        if (years := find_year_range(whole, [code])) is not None
    ]
    if nowhere:
        sentences.append(f"No figures at all for {join_names(nowhere, most=_MOST_NAMED)}.")
    return tuple(sentences)


def find_short_series(whole: Panel, areas: Mapping[str, str], years: tuple[int, int]) -> tuple[str, ...]:
    """A sentence on whose figures begin long after the first of these years, and one on whose end long before the last.

    Args:
        whole: The figures of all time, as they were published.
        areas: Code and name of the areas asked for.
        years: The first and the last year that could be shown.

    >>> from indicators.store import Query, open_embedded_store
    >>> panel = open_embedded_store().read_panel(Query(("exchange-rate-imf",), ("RUS", "VEN")))
    >>> find_short_series(panel, {"RUS": "Russia", "VEN": "Venezuela"}, (1950, 2025))
    ('Figures begin only in 1993 for Russia.', 'Figures end already in 2017 for Venezuela.')
    """
    first, last = years
    there = {name: found for code, name in areas.items() if (found := find_year_range(whole, [code])) is not None}
    seen = {name: found for name, found in there.items() if found[0] <= last and found[1] >= first}
    late = {name: since for name, (since, _) in seen.items() if since - first > _LONG}
    early = {name: until for name, (_, until) in seen.items() if last - until > _LONG}
    begin, end = "Figures begin only in", "Figures end already in"
    return tuple(f"{words} {_by_year(found)}." for words, found in ((begin, late), (end, early)) if found)


def _by_year(found: Mapping[str, int]) -> str:
    named: dict[int, list[str]] = {}
    for name, year in found.items():
        named.setdefault(year, []).append(name)
    return join_names([f"{year} for {join_names(names, most=3)}" for year, names in named.items()], most=_MOST_NAMED)


def find_year_range(panel: Panel, codes: Sequence[str]) -> tuple[int, int] | None:
    """The first and the last year of which any of the areas has a figure; ``None`` where none has one."""
    years = panel.frame.loc[panel.frame["code"].isin(codes) & panel.frame["value"].notna(), "year"]
    return None if years.empty else (int(years.min()), int(years.max()))


def _when(time: TimeSpan) -> str:
    if time.first is not None and time.last is None:
        return f"since {time.first.label}"
    if time.first is None and time.last is not None:
        return f"until {time.last.label}"
    return "among these" if time.first is None else f"in {time.label}"


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return str(first) if first == last else f"{first}–{last}"
