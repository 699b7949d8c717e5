"""What to know about the figures of a panel before comparing them, as notes that travel with it.

- whose members were asked for, where years are shown in which they were others;
- indicators that their publisher has withdrawn;
- figures that can't be right as published, with the reason;
- groups whose publisher takes the median of the members;
- whether months and quarters are seasonally adjusted, where the publisher says so;
- the latest values that are too old to be compared with the others;
- countries whose GDP and population cover different territories, where one is divided by the other;
- options that had no effect (`indicators.analysis.unused_options`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indicators.analysis import messages
from indicators.analysis.request import PanelRequest
from indicators.analysis.unused_options import find_unused_options
from indicators.exchange.gaps import caution_about
from indicators.model.catalogue import Catalogue
from indicators.model.citations import spell_date
from indicators.model.formatting import count_noun, join_names
from indicators.model.observations import AggregationMethod
from indicators.model.panel import Panel
from indicators.model.periods import Frequency
from indicators.model.recency import drop_outdated, find_outdated
from indicators.model.reliability import find_unreliable, hide_unreliable
from indicators.model.steps import NOTE, Step
from indicators.store import Query, Store

_MOST_NAMED = 4
_ACCOUNTS = ("gdp", "gni")  # ids of indicators of national accounts begin so
_OF_WORLD_BANK = ("world-bank-wdi",)
_SAME = 0.005  # a smaller difference is one of editions


def add_notes(panel: Panel, request: PanelRequest, store: Store) -> Panel:
    """Add the notes on a finished panel, and from which year on its latest values are recent.

    >>> import indicators as ind
    >>> from indicators.model.steps import collect_notes
    >>> print(*collect_notes(ind.get("gdp", "EU:members", "2000..2024").steps))
    European Union: the 27 members since 1 February 2020, in all years shown.
    """
    query, tolerance = request.query, request.tolerance
    if query.time.only == "latest" and not panel.is_empty:
        newest = store.read_newest_years(query)
        panel = replace(panel, recent_since={id: year - tolerance for id, year in newest.items()})
    sentences = (
        *_note_members(panel, query, store.catalogue),
        *_note_withdrawn(panel),
        *_note_unreliable(panel),
        *_note_medians(panel, store),
        *_note_adjustments(panel),
        *_note_old_values(panel, tolerance),
        *(_note_territories(panel, store) if request.derivation.per in ("person", "population") else ()),
        *find_unused_options(panel, request, store),
    )
    return panel.with_frame(panel.frame, *(Step(NOTE, sentence) for sentence in sentences)) if sentences else panel


def _note_members(panel: Panel, query: Query, catalogue: Catalogue) -> Iterator[str]:
    there = panel.frame[panel.frame["value"].notna()]
    period = catalogue.group_list.recognize(query.areas) if len(query.areas) > 1 and len(there) else None
    if period is None or period.covers(there["first"].min().date(), there["last"].max().date()):
        return
    yield messages.MEMBERS_OF_A_TIME.format(
        group=period.group.name, members=count_noun(len(period.members), "member", "members"), when=period.label
    )


def _note_withdrawn(panel: Panel) -> Iterator[str]:
    for indicator in panel.indicators:
        if indicator.withdrawn:
            yield messages.WITHDRAWN.format(indicator=indicator.name, when=spell_date(indicator.withdrawn))


def _note_unreliable(panel: Panel) -> Iterator[str]:
    """Give the reason and the years of figures of low reliability that have a note."""
    doubted = panel.frame[find_unreliable(panel)]
    left_out = messages.UNRELIABLE_LEFT_OUT if hide_unreliable(panel) is not panel else ""
    for (id, note), rows in doubted.groupby(["indicator", "note"], sort=False):
        name = next(one.name for one in panel.indicators if one.id == id)
        first, last = rows["period"].min(), rows["period"].max()
        when = first if first == last else f"{first}–{last}"
        entities = join_names(list(dict.fromkeys(rows["entity"])), most=_MOST_NAMED)
        yield messages.UNRELIABLE.format(indicator=name, entities=entities, when=when, note=note) + left_out


def _note_medians(panel: Panel, store: Store) -> Iterator[str]:
    areas = store.catalogue.areas.by_code
    for indicator in panel.indicators:
        if indicator.aggregation is not AggregationMethod.MEDIAN:
            continue
        codes = panel.frame.loc[panel.frame["indicator"] == indicator.id, "code"].unique()
        groups = [code for code in codes if code in areas and areas[code].kind == "group"]
        if groups:
            names = join_names([areas[code].name for code in groups], most=_MOST_NAMED)
            yield messages.MEDIAN_OF_MEMBERS.format(indicator=indicator.name, groups=names)
            yield from _name_preferred(indicator.compare_with, groups, store)


def _name_preferred(rivals: tuple[str, ...], groups: list[str], store: Store) -> Iterator[str]:
    """Name the first rival with figures of one of these groups that aren't medians, if there is one."""
    for rival in (store.catalogue.find_indicator(id) for id in rivals):
        is_median = rival.aggregation in (None, AggregationMethod.MEDIAN)
        if not is_median and not set(groups).isdisjoint(store.read_coverage((rival.id,)).areas):
            yield messages.PREFER_FOR_GROUPS.format(indicator=rival.name, method=rival.aggregation)
            return


def _note_adjustments(panel: Panel) -> Iterator[str]:
    """Name the seasonal adjustment of periods shorter than a year; once where all indicators have the same."""
    short = set(panel.frame.loc[panel.frame["frequency"] != Frequency.ANNUAL, "indicator"])
    adjusted = {one.name: one.adjustment for one in panel.indicators if one.id in short and one.adjustment}
    if len(adjusted) == len(panel.indicators) and len(set(adjusted.values())) == 1:
        yield messages.ADJUSTED.format(adjustment=next(iter(adjusted.values())).capitalize())
        return
    for name, adjustment in adjusted.items():
        yield messages.INDICATOR_ADJUSTED.format(indicator=name, adjustment=adjustment)


def _note_old_values(panel: Panel, tolerance: int) -> Iterator[str]:
    """Count the latest values that are too old, and name the oldest."""
    old = panel.frame[find_outdated(panel)]
    if not len(old):
        return
    oldest = old.sort_values("last", kind="stable")
    named = [f"{entity} ({year})" for entity, year in zip(oldest["entity"], oldest["year"], strict=True)]
    yield messages.OLD_VALUES.format(
        values=count_noun(len(old), *messages.OLD_VALUE_NOUN), years=count_noun(tolerance, "year", "years"),
        newest=join_names(sorted({str(year + tolerance) for year in panel.recent_since.values()})),
        named=join_names(named, most=_MOST_NAMED),
        left_out=messages.OLD_LEFT_OUT if len(drop_outdated(panel)) < len(panel) else "",
    )  # fmt: skip


def _note_territories(panel: Panel, store: Store) -> Iterator[str]:
    """Compare GDP per person with the publisher's own, which counts the people of the territory that GDP covers."""
    there = panel.frame[panel.frame["indicator"].str.startswith(_ACCOUNTS) & panel.frame["value"].notna()]
    ids = ("gdp", "population", "gdp-per-capita")
    if there.empty or not {indicator.id for indicator in store.catalogue.indicators}.issuperset(ids):
        return
    codes = tuple(there["code"].unique())
    gdp, people, each = (
        store.read_panel(Query((id,), codes, datasets=_OF_WORLD_BANK)).frame.set_index(["code", "year"])["value"]
        for id in ids
    )
    share = (gdp / people / each - 1).dropna().rename("share").reset_index()
    shown = share.merge(there[["code", "year"]].drop_duplicates())
    names = dict(zip(there["code"], there["entity"], strict=True))
    for caution in caution_about(shown[shown["share"].abs() > _SAME], names, messages.TERRITORIES_DIFFER):
        yield caution.text
