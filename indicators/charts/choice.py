"""The choice of chart type, made before drawing: a refusal, the requested type, or another one with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indicators.charts import messages
from indicators.charts.chart import ChartEntry
from indicators.charts.guards.refusal import GuardContext, Refusal
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.model.catalogue import Catalogue
from indicators.model.panel import Panel
from indicators.model.units import parse_unit
from indicators.view import View

_MOST_LINES: Final = 15  # of several indicators in one chart, so that each has its name beside it
_MOST_STACKED: Final = 6
_MOST_AXES: Final = 3  # across, up, and the size of the points


@dataclass(frozen=True)
class Choice:
    """The chart type to draw with its data; remarks say in sentences why it is not the type asked for."""

    entry: ChartEntry
    panel: Panel
    remarks: tuple[str, ...] = ()


def get_chart_type(view: View) -> ChartEntry:
    """Return the chart type that a view asks for."""
    return MAP_TYPE if view.tab == "map" else CHART_TYPES[view.chart]


def find_refusal(view: View, panel: Panel, catalogue: Catalogue) -> Refusal | None:
    """Return why the data of a view, whose indicators are those of one chart, are not drawn; ``None`` if they are.

    >>> from indicators.store import open_embedded_store
    >>> store = open_embedded_store()
    >>> view = View(("inflation",), ("RUS", "CHN"), chart="area")
    >>> [offer.label for offer in find_refusal(view, store.read_panel(view.query), store.catalogue).offers]
    ['Show as lines', 'Show as small multiples']
    """
    if panel.is_empty or view.tab in ("table", "sources"):
        return None
    context = GuardContext(view, panel, catalogue)
    return next((refusal for guard in get_chart_type(view).guards if (refusal := guard(context)) is not None), None)


def choose_chart(panel: Panel, view: View) -> Choice:
    """Return the chart type to draw and the data for it; past forecasts are always lines.

    >>> import indicators as ind
    >>> choice = choose_chart(ind.get("gdp", "RUS~CHN", "2020"), View(chart="area"))
    >>> choice.entry.id, choice.remarks[-1]
    ('bar', 'A bar chart is shown instead.')
    """
    if view.every_vintage and view.tab != "map":
        return Choice(CHART_TYPES["line"], panel)
    entry = get_chart_type(view)
    remarks: tuple[str, ...] = ()
    while (fallback := entry.find_fallback(panel)) is not None:
        entry, panel, remarks = CHART_TYPES[fallback.id], fallback.panel, (*remarks, *fallback.reasons)
    return Choice(entry, panel, (*remarks, messages.SHOWN_INSTEAD[entry.id]) if remarks else ())


def split_into_charts(view: View, panels: Mapping[str, Panel]) -> tuple[View, ...]:
    """Return a view for each chart of a page: indicators of one unit share a chart, and all share a table.

    Scatter plots and stacks of one country take several indicators as well; a map shows the first. Past forecasts are
    readable for one area at a time.

    Args:
        view: What is asked for.
        panels: The figures of each indicator by its id, with the settings of the view.

    >>> import indicators as ind
    >>> ids = ("gdp", "inflation", "population", "gdp-growth")
    >>> panels = {id: ind.get(id, "RUS~CHN") for id in ids}
    >>> [one.indicators for one in split_into_charts(View(ids, ("RUS", "CHN")), panels)]
    [('gdp',), ('inflation', 'gdp-growth'), ('population',)]
    """
    if view.tab in ("table", "sources"):
        known = tuple(id for id in view.indicators if not panels[id].is_empty)
        empty = [(id,) for id in view.indicators if id not in known]
        return tuple(view.with_(indicators=ids) for ids in ([known] if known else []) + empty)
    if view.tab == "map":
        return (view.with_(indicators=view.indicators[:1]),)
    if view.chart == "scatter":
        return (view.with_(indicators=view.indicators[:_MOST_AXES]),)
    if view.chart == "area" and len(view.areas) == 1:
        return (view.with_(indicators=view.indicators[:_MOST_STACKED]),)
    if view.every_vintage and view.chart == "line" and len(view.areas) <= _MOST_STACKED:
        return tuple(view.with_(indicators=(id,), areas=(code,)) for id in view.indicators for code in view.areas)
    groups: dict[object, list[str]] = {}
    for id in view.indicators:
        unit = _find_unit(panels[id]) if view.chart == "line" and not view.every_vintage else ""
        groups.setdefault(unit or id, []).append(id)
    return tuple(
        view.with_(indicators=ids)
        for group in groups.values()
        for ids in ([tuple(group)] if len(group) * len(view.areas) <= _MOST_LINES else [(id,) for id in group])
    )


def _find_unit(panel: Panel) -> str:
    """The one unit of the values of a panel, without its scale word; empty for none or several."""
    units = {parse_unit(text).plain.text for text in panel.frame.loc[panel.frame["value"].notna(), "unit"].unique()}
    return units.pop() if len(units) == 1 else ""
