"""Say what is missing from the figures that are shown, and what is nearest.

The sentences are about the finished panel: growth of a series that begins in 1988 begins in 1989. A line that starts
late may otherwise be taken for a country that did.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from indicators.analysis import messages
from indicators.model.citations import spell_date
from indicators.model.formatting import count_noun, join_names
from indicators.model.observations import Measure
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.store.ages import Age

_MOST_NAMED = 4
_MOST_YEARS = 3
_LONG = 5  # years
_READABLE = 25  # years


def find_gaps(shown: Panel, whole: Panel, areas: Mapping[str, str], time: TimeSpan) -> tuple[str, ...]:
    """Name the areas asked for without a value in the requested time, and the nearest years with one.

    >>> from indicators.store import Query, open_embedded_store
    >>> panel = open_embedded_store().read_panel(Query(("gdp",), ("RUS",)))
    >>> early = TimeSpan.parse("1970..1980")
    >>> find_gaps(panel.select_time(early), panel, {"RUS": "Russia"}, early)
    ('No data for Russia in 1970–1980. Nearest: 1988–2025.',)
    """
    there = shown.frame[shown.frame["value"].notna()]
    known = {*there["code"], *there["counterpart"]}  # trade with a country is in the rows of the other
    years = {code: find_year_range(whole, [code]) for code in areas if code not in known}
    nowhere = [areas[code] for code, span in years.items() if span is None]
    sentences = [
        _describe_gap(areas[code], time, f"{span[0]}–{span[1]}" if span[0] != span[1] else str(span[0]))
        for code, span in years.items()
        if span is not None
    ]
    if nowhere:
        sentences.append(messages.NO_DATA_AT_ALL.format(areas=join_names(nowhere, most=_MOST_NAMED)))
    return tuple(sentences)


def find_readable_start(panel: Panel, areas: Collection[str]) -> int | None:
    """Return the year from which rates are readable, given the figures for all time; ``None`` where all years are.

    A chart of all years shows the one hyperinflation of the past. It begins where two thirds of the areas have a value,
    at most 25 years before the last.

    >>> from indicators.store import Query, open_embedded_store
    >>> panel = open_embedded_store().read_panel(Query(("inflation",), ("BRA", "CHN")))
    >>> find_readable_start(panel, ("BRA", "CHN")), int(panel.frame["year"].max())
    (2000, 2025)
    """
    frame = panel.frame[panel.frame["value"].notna() & panel.frame["code"].isin(areas)]
    if frame.empty or any(one.measure is not Measure.RATE for one in panel.indicators):
        return None
    known = frame[frame["status"] != "F"]
    last = int((known if len(known) else frame)["year"].max())
    counts = frame.groupby("year")["code"].nunique()
    enough = counts[counts >= 2 / 3 * frame["code"].nunique()]
    start = max(int(enough.index.min()) if len(enough) else last, last - _READABLE)
    return start if start > int(frame["year"].min()) else None


def find_short_series(whole: Panel, areas: Mapping[str, str], years: tuple[int, int]) -> tuple[str, ...]:
    """Name the areas whose data start long after the first of these years, or end long before the last.

    >>> from indicators.store import Query, open_embedded_store
    >>> panel = open_embedded_store().read_panel(Query(("exchange-rate-imf",), ("RUS", "VEN")))
    >>> find_short_series(panel, {"RUS": "Russia", "VEN": "Venezuela"}, (1950, 2025))
    ('Data for Russia start in 1993.', 'Data for Venezuela end in 2017.')
    """
    first, last = years
    frame = whole.frame
    by_code = frame[frame["value"].notna()].groupby("code")["year"].agg(["min", "max"])
    there = {
        areas[code]: (int(start), int(end))
        for code, start, end in by_code.reindex(list(areas)).dropna().itertuples(name=None)
    }
    seen = {name: found for name, found in there.items() if found[0] <= last and found[1] >= first}
    late = {name: since for name, (since, _) in seen.items() if since - first > _LONG}
    early = {name: until for name, (_, until) in seen.items() if last - until > _LONG}
    return (*_describe_years(late, messages.DATA_START), *_describe_years(early, messages.DATA_END))


def describe_age(age: Age | None, years: Mapping[str, int], areas: Mapping[str, str]) -> str:
    """Say when an indicator was last updated, if that is known, and for how many areas its data end in which years.

    >>> describe_age(Age("2026-07-01", 2025), {"RUS": 2025, "CHN": 2025, "DEU": 1990}, {"DEU": "Germany"})
    'Last updated on 1 July 2026. Last actual values: 2025 for 2 countries and groups, 1990 for Germany.'
    """
    by_year: dict[int, list[str]] = {}
    for code, year in years.items():
        by_year.setdefault(year, []).append(areas.get(code, code))
    newest = sorted(by_year, reverse=True)
    shown, older = newest[:_MOST_YEARS], [name for year in newest[_MOST_YEARS:] for name in by_year[year]]
    parts = [messages.LAST_YEAR_OF.format(year=year, areas=_count_areas(by_year[year])) for year in shown]
    parts += [messages.LAST_YEARS_BEFORE.format(year=shown[-1], areas=_count_areas(older))] if older else []
    updated = messages.LAST_UPDATED.format(day=spell_date(age.updated)) if age is not None else ""
    return " ".join(filter(None, [updated, messages.LAST_YEARS.format(years=", ".join(parts)) if parts else ""]))


def _count_areas(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else count_noun(len(names), "area", "countries and groups")


def find_year_range(panel: Panel, codes: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last year for which any of the areas has a value; ``None`` if none has."""
    years = panel.frame.loc[panel.frame["code"].isin(codes) & panel.frame["value"].notna(), "year"]
    return None if years.empty else (int(years.min()), int(years.max()))


def _describe_years(found: Mapping[str, int], sentence: str) -> list[str]:
    """Write a sentence for each of the first few years."""
    by_year: dict[int, list[str]] = {}
    for name, year in found.items():
        by_year.setdefault(year, []).append(name)
    return [
        sentence.format(areas=join_names(names, most=_MOST_NAMED), year=year)
        for year, names in list(by_year.items())[:_MOST_NAMED]
    ]


def _describe_gap(area: str, time: TimeSpan, years: str) -> str:
    if time.first is not None and time.last is None:
        return messages.NO_DATA_SINCE.format(area=area, period=time.first.label, years=years)
    if time.first is None and time.last is not None:
        return messages.NO_DATA_UNTIL.format(area=area, period=time.last.label, years=years)
    if time.first is None:
        return messages.NO_DATA_SHOWN.format(area=area, years=years)
    return messages.NO_DATA_IN.format(area=area, when=time.when, years=years)
