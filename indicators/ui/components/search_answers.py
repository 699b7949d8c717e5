"""What a search answers at once: figures of the countries named, or the first countries of a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from indicators.analysis.latest_figures import LatestFigure
from indicators.errors import IndicatorsError
from indicators.exports.figure_tables import format_figure
from indicators.exports.number_styles import choose_number_style
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area
from indicators.model.observations import Indicator
from indicators.model.periods import TimePeriod
from indicators.ui import loaders
from indicators.ui.messages import tables as messages
from indicators.view import View
from indicators.view.comparing import FigureTable
from indicators.view.searching import SearchQuery

_MOST_NAMED: Final = 3  # countries whose figures are shown in the list
_MOST_RANKED: Final = 20  # countries of a ranking that is opened


class Found(NamedTuple):
    """A link to something that was found."""

    page: str
    name: str
    about: str
    address: dict[str, str]


def list_named(query: SearchQuery, catalogue: Catalogue) -> list[Area]:
    """List the countries that a search names; none if they are many, such as the members of a group."""
    return [catalogue.areas.by_code[code] for code in query.areas] if len(query.areas) <= _MOST_NAMED else []


def find_answers(query: SearchQuery, shown: Sequence[Indicator], catalogue: Catalogue) -> dict[str, Found]:
    """Return the figures that a search asks for, by indicator.

    Args:
        query: What was asked for.
        shown: The indicators that are listed.
        catalogue: Where areas are looked up.
    """
    if query.ends:
        ranked = ((one, _rank(one, query, catalogue)) for one in shown[:_MOST_NAMED])
        return {one.id: answer for one, answer in ranked if answer is not None}
    areas = list_named(query, catalogue)
    table = _load_table(tuple(one.id for one in shown), query.areas, query, catalogue) if areas else None
    if table is None:
        return {}
    found: dict[str, Found] = {}
    for one in shown:
        figures = [(area, figure) for area in areas for figure in table.find(one.id, area.code)[:1]]
        if figures:
            about = "; ".join(_describe_figure(area, figure, query) for area, figure in figures)
            found[one.id] = Found("explore", one.name, about, {"indicators": one.id, **query.address})
    return found


def _load_table(
    ids: tuple[str, ...], areas: tuple[str, ...], query: SearchQuery, catalogue: Catalogue
) -> FigureTable | None:
    """Load the figures that a search asks for; what can't be in one table is found without its figures."""
    texts = {"indicators": "~".join(ids), "areas": "~".join(areas), "time": query.year or "latest", "unit": query.unit}
    try:
        return loaders.load_comparison(View.from_texts(texts, catalogue))
    except IndicatorsError:
        return None


def _describe_figure(area: Area, figure: LatestFigure, query: SearchQuery) -> str:
    if query.time and not query.year:
        return messages.FOUND_YEARS.format(area=area.name, years=query.time.replace("..", "–"))
    value = format_figure(figure.latest, figure.unit, brief=True)
    period = TimePeriod.parse(figure.latest.period).label
    return messages.FOUND_FIGURE.format(area=area.name, value=value, period=period)


def _rank(indicator: Indicator, query: SearchQuery, catalogue: Catalogue) -> Found | None:
    """Name the first countries of a ranking, which opens as a chart; ``None`` if the values can't be ranked."""
    table = _load_table((indicator.id,), _list_candidates(query, catalogue), query, catalogue)
    figures = [] if table is None else [one for one in table.figures if query.year or not table.is_old(one)]
    units = {one.unit for one in figures}
    if len(units) != 1:
        return None
    figures.sort(key=lambda one: one.latest.value, reverse=query.ends == "largest")
    first = figures[:_MOST_NAMED]
    style = choose_number_style([one.latest.value for one in first], units.pop(), brief=True)
    periods = [TimePeriod.parse(one.latest.period).label for one in first]
    common = max(periods, key=periods.count)
    named = []
    for number, (one, period) in enumerate(zip(first, periods, strict=True), start=1):
        place = messages.FOUND_RANK if period == common else messages.FOUND_RANK_THEN
        area = catalogue.areas.by_code[one.area].name
        named.append(place.format(rank=number, area=area, value=style.write(one.latest.value), period=period))
    figures_in = f"{'; '.join(named)} {style.unit}".rstrip()
    about = messages.FOUND_RANKED.format(figures=figures_in, period=common)
    address = {"indicators": indicator.id, **query.address, "chart": "ranking", "time": query.year or "latest"}
    address["country"] = "~".join(one.area for one in figures[:_MOST_RANKED])
    return Found("explore", indicator.name, about, address | ({"ends": query.ends} if query.ends != "largest" else {}))


def _list_candidates(query: SearchQuery, catalogue: Catalogue) -> tuple[str, ...]:
    """The countries named and the members of the groups named; without any, all countries."""
    if not query.areas:
        return tuple(one.code for one in catalogue.areas if one.kind == "country")
    groups = {code: catalogue.group_list.find(code) for code in query.areas}
    members = [code for one, group in groups.items() for code in ((one,) if group is None else group.members())]
    return tuple(dict.fromkeys(members))
