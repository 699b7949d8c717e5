"""Profiles of countries, and tables of several indicators for several countries: ``ind.country``, ``ind.compare``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis.latest_figures import LatestFigure, find_latest_figures
from indicators.analysis.notes import add_notes
from indicators.analysis.pipeline import PanelCache, make_whole_panel
from indicators.analysis.ranks import PeerValues, index_peers, rank_figures
from indicators.analysis.real_terms import Deflator
from indicators.analysis.request import PanelRequest
from indicators.errors import UnknownNameError, UsageError
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area
from indicators.model.dimensions import label_dimensions
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.model.recency import DEFAULT_TOLERANCE
from indicators.model.steps import Step
from indicators.store import Query, Store, StoreLike, open_store
from indicators.view import messages
from indicators.view.dimension_choice import choose_dimensions, join_parts, read_parts
from indicators.view.fields import RateName
from indicators.view.spellings import write_text
from indicators.view.view import View

WORLD: Final = "WLD"
"""All countries, as a group to be ranked among."""
DEFAULT_PEERS: Final = WORLD
"""The group that a country is ranked among."""

FIGURE_COLUMNS: Final = (
    "indicator", "name", "topic", "code", "entity", "counterpart", "dimensions", "value", "unit", "period", "status",
    "previous", "previous_period", "change", "change_unit", "forecast", "forecast_period", "rank", "ranked",
    "publisher", "vintage", "is_old",
)  # fmt: skip
"""The columns of `FigureTable.frame`."""

_RANKED_YEARS: Final = 10

Keep = Callable[[tuple[str, ...], Callable[[], Any]], Any]
"""Returns what it keeps under a key, or makes it and keeps it."""


@dataclass(frozen=True, eq=False)
class FigureTable:
    """The latest figures of several indicators for several areas.

    Attributes:
        title: What it shows.
        indicators: The indicators, in order.
        areas: The areas, in order.
        figures: A figure per indicator, area and publisher that has one.
        origins: The sources of the figures.
        steps: How the figures were calculated.
        recent_since: The year since which a figure is recent, by indicator.
        among: The name of the group that the figures are ranked among; empty if they are not.
    """

    title: str
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    figures: tuple[LatestFigure, ...]
    origins: tuple[Origin, ...] = field(repr=False)
    steps: tuple[Step, ...] = field(default=(), repr=False)
    recent_since: Mapping[str, int] = field(default_factory=dict, repr=False)
    among: str = ""

    @property
    def frame(self) -> pd.DataFrame:
        """One row per figure, with the columns of `FIGURE_COLUMNS`."""
        names = {one.id: one for one in self.indicators}
        entities = {area.code: area.name for area in self.areas}
        rows = [
            (
                *_make_row(figure, self.name_series(figure), names[figure.indicator], entities[figure.area]),
                self.is_old(figure),
            )
            for figure in self.figures
        ]
        return pd.DataFrame(rows, columns=list(FIGURE_COLUMNS)).astype({"rank": "Int64", "ranked": "Int64"})

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure."""
        return not self.figures

    def is_old(self, figure: LatestFigure) -> bool:
        """Whether a figure is too old to be compared with the newest of its indicator, of any country."""
        return figure.year < self.recent_since.get(figure.indicator, 0)

    def name_series(self, figure: LatestFigure) -> str:
        """Return the name of a figure's indicator with its dimensions: ``Youth unemployment, women``."""
        indicator = next(one for one in self.indicators if one.id == figure.indicator)
        return ", ".join(filter(None, (indicator.name, label_dimensions(figure.dimensions, indicator.dimensions))))

    def find(self, indicator: str, area: str) -> tuple[LatestFigure, ...]:
        """Return the figures of an indicator for an area, one per publisher."""
        return tuple(one for one in self.figures if one.indicator == indicator and one.area == area)

    def wide(self) -> pd.DataFrame:
        """Return one row per indicator and publisher, with a column of values per area."""
        frame = self.frame
        keys = ["indicator", "name", "unit", "publisher"]
        order = frame[keys].drop_duplicates()
        table = frame.pivot_table(index=keys, columns="entity", values="value", aggfunc="first", sort=False)
        columns = [area.name for area in self.areas if area.name in table.columns]
        return order.merge(table[columns].reset_index(), on=keys, how="left").rename_axis(columns=None)

    def __len__(self) -> int:
        return len(self.figures)


def _make_row(figure: LatestFigure, name: str, indicator: Indicator, entity: str) -> tuple[Any, ...]:
    change, previous, forecast = figure.change, figure.previous, figure.forecast
    return (
        indicator.id, name, indicator.topic, figure.area, entity, figure.counterpart, figure.dimensions,
        figure.latest.value, figure.unit, figure.latest.period, figure.latest.status,
        previous.value if previous else None, previous.period if previous else "",
        change.value if change else None, change.unit if change else "",
        forecast.value if forecast else None, forecast.period if forecast else "",
        figure.rank, figure.ranked or None, figure.publisher, figure.vintage,
    )  # fmt: skip


def compare(  # noqa: PLR0913  a keyword for each field of a view
    indicators: str | Iterable[str],
    areas: str | Iterable[str],
    time: str = "latest",
    *,
    unit: str = "",
    rate: RateName | str | date = "",
    prices: int | str | None = None,
    deflator: Deflator = "gdp",
    per: str = "",
    dimensions: Mapping[str, str | Iterable[str]] | str = "",
    store: StoreLike = None,
) -> FigureTable:
    """Compare several indicators for several countries in one table.

    Args:
        indicators: Names or publishers' codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, given the same way.
        time: ``"latest"``, or a period such as ``"2024"``.
        unit: The unit of amounts of money; that of the source if left out.
        rate: The exchange rate, as in `get`.
        prices: The year of constant prices, as in `get`.
        deflator: What prices are measured by, as in `get`.
        per: ``"person"`` and the like, as in `get`.
        dimensions: The series by sex, age or another dimension, as in `get`: ``{"sex": "women"}``.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A table: ``.frame`` has a row per figure, ``.wide()`` a row per indicator with a column per area.

    Raises:
        UnknownNameError: An indicator or area is unknown; it offers the nearest names.
        UsageError: No country is named, or the time is not one period.

    >>> compare("gdp-growth~inflation", "RUS~CHN", "2020").wide()[["indicator", "Russia"]].round(1).to_dict("records")
    [{'indicator': 'gdp-growth', 'Russia': -2.7}, {'indicator': 'inflation', 'Russia': 3.4}]
    """
    opened = open_store(store)
    texts = {
        "indicators": indicators, "areas": areas, "time": time, "unit": unit, "rate": rate, "prices": prices,
        "deflator": deflator, "per": per, "dimensions": join_parts(dimensions),
    }  # fmt: skip
    view = View.from_texts({name: write_text(value) for name, value in texts.items()}, opened.catalogue)
    return tabulate_view(view, opened)


def tabulate_view(view: View, store: Store, *, cache: PanelCache | None = None) -> FigureTable:
    """Make the table of a view: its indicators and areas, at its time.

    Args:
        view: What is asked for.
        store: Where figures are read.
        cache: Keeps panels between calls.

    Raises:
        UsageError: No indicator or no area is named, or the time is not one period.
    """
    if not view.indicators or not view.areas:
        raise UsageError(messages.COMPARE_NEEDS, hint=messages.COMPARE_HINT)
    panel = make_whole_panel(view.request, store, cache=cache)
    at = _read_period(view.time)
    figures = _order(find_latest_figures(panel, at=at), view.indicators, view.areas)
    steps = panel.steps
    if figures and not view.derivation.looks_back:
        years = [one.year for one in figures]
        steps = tuple(step.clip_cautions(min(years), max(years)) for step in steps)
    panel = replace(panel, steps=(*steps, *_note_figures(panel, figures, view.request, store)))
    return _make_table(messages.COMPARE_TITLE, panel, figures, view.indicators, view.areas, store)


def _read_period(time: TimeSpan) -> TimePeriod | None:
    """The one period that a table is about; ``None`` for the latest."""
    if time.only == "latest" or time == TimeSpan():
        return None
    text = str(time)
    try:
        return TimePeriod.parse(text)
    except UsageError as error:
        raise UsageError(
            messages.COMPARE_ONE_PERIOD, found=text, expected="latest, or a period such as 2024"
        ) from error


def _note_figures(
    panel: Panel, figures: Iterable[LatestFigure], request: PanelRequest, store: Store
) -> tuple[Step, ...]:
    """Return the notes on the figures of a table."""
    shown = {(one.indicator, one.area, one.dimensions, one.latest.period) for one in figures}
    columns = ("indicator", "code", "dimensions", "period")  # as objects, since texts of Arrow are slow one by one
    keys = zip(*(panel.frame[name].to_numpy(dtype=object) for name in columns), strict=True)
    rows = panel.frame.loc[np.array([key in shown for key in keys], dtype=bool)]
    noted = add_notes(replace(panel.with_frame(rows), steps=()), request, store)
    return noted.steps


def _order(
    figures: Iterable[LatestFigure], indicators: Sequence[str], areas: Sequence[str]
) -> tuple[LatestFigure, ...]:
    rows = {id: number for number, id in enumerate(indicators)}
    columns = {code: number for number, code in enumerate(areas)}
    kept = (one for one in figures if one.indicator in rows and one.area in columns)
    return tuple(sorted(kept, key=lambda one: (rows[one.indicator], columns[one.area])))


def country(
    area: str,
    *,
    among: str = DEFAULT_PEERS,
    dimensions: Mapping[str, str | Iterable[str]] | str = "",
    store: StoreLike = None,
) -> FigureTable:
    """Return the profile of a country or group: the latest figure of every indicator that has one.

    Args:
        area: Its name or code.
        among: The group it is ranked among, such as ``"G20"`` or ``"EU"``; nothing for no ranks.
        dimensions: The series by sex, age or another dimension, as in `get`: ``{"sex": "women"}``; an indicator
            without that dimension is shown as a whole.
        store: Another store than the default: an open one, its folder or its address.

    Raises:
        UnknownNameError: The area or the group is unknown; it offers the nearest names.
        UsageError: No indicator has such a dimension.

    >>> profile = country("RUS", among="G7")
    >>> growth = profile.find("gdp-growth", "RUS")[0]
    >>> growth.latest.period, growth.ranked, profile.among
    ('2025', 8, 'G7')
    """
    return describe_country(area, open_store(store), among=among, dimensions=join_parts(dimensions))


def describe_country(
    area: str,
    store: Store,
    *,
    among: str = DEFAULT_PEERS,
    dimensions: str = "",
    cache: Keep | None = None,
) -> FigureTable:
    """Make the profile of a country or group; see `country`.

    Args:
        area: Its name or code.
        store: Where figures are read.
        among: The group it is ranked among.
        dimensions: The chosen series, as one text: ``sex=F~M``.
        cache: Keeps panels between calls.
    """
    catalogue = store.catalogue
    group = catalogue.group_list.find(area)
    if group is not None and catalogue.get_area(area) is None:
        hint = messages.COMPARE_MEMBERS_HINT.format(group=group.code)
        raise UsageError(messages.GROUP_HAS_NO_FIGURES.format(group=group.name), hint=hint)
    known = catalogue.find_area(area)
    ids = tuple(one.id for one in catalogue.indicators)
    chosen = choose_dimensions(read_parts(dimensions), ids, catalogue)
    panel = _read(Query(ids, (known.code,), dimensions=chosen), store, cache)
    figures = tuple(one for one in find_latest_figures(panel) if one.area == known.code)
    name, members = _find_peers(among, store)
    if members:
        peers = _read_peers(ids, members, store, cache)
        ranked = _list_ranked(catalogue)
        figures = rank_figures(figures, peers, among=members, tolerance=DEFAULT_TOLERANCE, ranked=ranked)
    table = _make_table(known.name, panel, figures, ids, (known.code,), store, cache)
    return replace(
        table, steps=_note_figures(panel, figures, PanelRequest(Query(ids, (known.code,))), store), among=name
    )


def _read_peers(ids: tuple[str, ...], members: tuple[str, ...], store: Store, cache: Keep | None) -> PeerValues:
    """Read the latest figures of a group, or of all areas where they are kept, for every country and group.

    All of history would take four times as long; a figure older than that has no rank.
    """

    def read(areas: tuple[str, ...]) -> PeerValues:
        newest = max(_read_newest_years(ids, store, cache).values(), default=0)
        recent = TimeSpan(TimePeriod.of_year(max(1, newest - _RANKED_YEARS)))
        publishers = {dataset.id: dataset.publisher for dataset in store.catalogue.datasets}
        return index_peers(store.read_latest_values(Query(ids, areas, recent)), publishers)

    if cache is None:
        return read(members)
    everywhere: PeerValues = cache(("peers",), lambda: read(()))
    return everywhere


def _list_ranked(catalogue: Catalogue) -> frozenset[str]:
    """The indicators whose values can be ranked: an index counts from each country's own base."""
    return frozenset(
        one.id for one in catalogue.indicators if one.measure is not Measure.INDEX and "LCU" not in one.unit.split()
    )


def _find_peers(among: str, store: Store) -> tuple[str, tuple[str, ...]]:
    """The name and the members of the group that a country is ranked among; the world is all countries."""
    catalogue = store.catalogue
    if not among:
        return "", ()
    area = catalogue.areas.get(among)
    if area is not None and area.code == WORLD:
        return area.name, tuple(one.code for one in catalogue.areas if one.kind == "country")
    group = catalogue.group_list.find(among)
    if group is None:
        raise UnknownNameError("group", among, [WORLD, *(one.code for one in catalogue.groups)])
    return group.name, group.members()


def _read(query: Query, store: Store, cache: Keep | None) -> Panel:
    def read() -> Panel:
        return store.read_panel(query)

    panel: Panel = read() if cache is None else cache(("profile", repr(query)), read)
    return panel


def _read_newest_years(ids: tuple[str, ...], store: Store, cache: Keep | None) -> dict[str, int]:
    def read() -> dict[str, int]:
        return store.read_newest_years(Query(ids))

    newest: dict[str, int] = read() if cache is None else cache(("newest years", *ids), read)
    return newest


def _make_table(
    title: str, panel: Panel, figures: tuple[LatestFigure, ...], ids: tuple[str, ...], codes: Sequence[str],
    store: Store, cache: Keep | None = None,
) -> FigureTable:  # fmt: skip
    catalogue = store.catalogue
    used = {id for figure in figures for id in figure.origin.split()}
    used |= {id for text in panel.rates.get("origin", ()) for id in str(text).split()}
    origins = tuple(origin for origin in panel.origins if origin.id in used)
    with_figures = {figure.indicator for figure in figures}
    indicators = tuple(catalogue.find_indicator(id) for id in ids if id in with_figures)
    areas = tuple(catalogue.areas.by_code[code] for code in codes if code in catalogue.areas.by_code)
    newest = _read_newest_years(ids, store, cache)
    recent_since = {id: year - DEFAULT_TOLERANCE for id, year in newest.items() if id in with_figures}
    return FigureTable(title, indicators, areas, figures, origins, panel.steps, recent_since)
