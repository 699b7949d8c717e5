"""The choice of chart type, made before drawing: a refusal, the requested type, or another one with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.charts import messages
from indicators.charts.chart import ChartEntry
from indicators.charts.guards.refusal import GuardContext, Refusal
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.model.catalogue import Catalogue
from indicators.model.panel import Panel
from indicators.view import View

__all__ = ["Choice", "choose_chart", "find_refusal", "get_chart_type"]


@dataclass(frozen=True)
class Choice:
    """The chart type to draw.

    Attributes:
        entry: The chart type.
        panel: The data to draw.
        remarks: Why it is not the type asked for, in sentences; empty if it is.
    """

    entry: ChartEntry
    panel: Panel
    remarks: tuple[str, ...] = ()


def get_chart_type(view: View) -> ChartEntry:
    """Return the chart type that a view asks for."""
    return MAP_TYPE if view.tab == "map" else CHART_TYPES[view.chart]


def find_refusal(view: View, panel: Panel, catalogue: Catalogue) -> Refusal | None:
    """Return why a view of these data is not drawn; ``None`` if it is.

    Args:
        view: What is asked for; its indicators are those of one chart.
        panel: The data with the settings of the view.
        catalogue: Areas and indicators by name.

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
    asked = entry = get_chart_type(view)
    remarks: tuple[str, ...] = ()
    while (fallback := entry.find_fallback(panel)) is not None:
        entry, panel, remarks = CHART_TYPES[fallback.id], fallback.panel, (*remarks, *fallback.reasons)
    return Choice(entry, panel, remarks if entry is asked else (*remarks, messages.SHOWN_INSTEAD[entry.id]))
