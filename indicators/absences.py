"""What is missing from what is shown, and what is nearest: for which areas there is nothing in the time asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.name_lists import listed
from indicators.panel import Panel
from indicators.periods import TimeSpan

__all__ = ["absences", "years_there"]

_MOST_NAMED = 4


def absences(shown: Panel, whole: Panel, areas: Mapping[str, str], time: TimeSpan) -> tuple[str, ...]:
    """A sentence for each area without a figure in the time asked for, and where its nearest figures are.

    Args:
        shown: The figures that are shown.
        whole: The same figures of all time.
        areas: Code and name of the areas asked for.
        time: The time asked for.

    >>> from indicators.store import Query, embedded_store
    >>> query = Query(("gdp",), ("RUS",))
    >>> panel = embedded_store().panel(query)
    >>> early = TimeSpan.parse("1970..1980")
    >>> absences(panel.within(early), panel, {"RUS": "Russia"}, early)
    ('No figures for Russia in 1970–1980. Nearest: 1988–2025.',)
    """
    there = shown.frame[shown.frame["value"].notna()]
    known = {*there["code"], *there["counterpart"]}  # trade with a country stands in the rows of the other
    missing = [code for code in areas if code not in known]
    nowhere = [areas[code] for code in missing if years_there(whole, [code]) is None]
    sentences = [
        f"No figures for {areas[code]} {_when(time)}. Nearest: {_years(years)}."
        for code in missing
        if (years := years_there(whole, [code])) is not None
    ]
    if nowhere:
        sentences.append(f"No figures at all for {listed(nowhere, most=_MOST_NAMED)}.")
    return tuple(sentences)


def years_there(panel: Panel, codes: Sequence[str]) -> tuple[int, int] | None:
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
