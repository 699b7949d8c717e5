"""Explain why a view has no figures, and name the nearest there are."""

from __future__ import annotations

from dataclasses import replace

from indicators.analysis.coverage import find_gaps, find_year_range
from indicators.analysis.pipeline import make_whole_panel
from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.store import Store
from indicators.view import messages
from indicators.view.view import View

_MOST_NAMED = 4


def explain_empty(view: View, store: Store, *, whole: Panel | None = None) -> str:
    """Explain why a view has no figures: not known on its day, none in its time, or none at all.

    Args:
        view: A view without figures.
        store: Where they were looked for.
        whole: Its figures for all time, where they are at hand.

    >>> from indicators.store import open_embedded_store
    >>> explain_empty(View(("gdp",), ("RUS",), TimeSpan.parse("1970..1980")), open_embedded_store())
    'No data for Russia in 1970–1980. Nearest: 1988–2025.'
    """
    return _explain(view, make_whole_panel(view.request, store) if whole is None else whole, store)


def explain_missing(view: View, panel: Panel, store: Store) -> tuple[str, ...]:
    """Name the indicators and areas asked for without a figure in a panel, and the nearest there are.

    Args:
        view: A view.
        panel: Its figures.
        store: Where they were looked for.

    >>> from indicators.store import open_embedded_store
    >>> store, view = open_embedded_store(), View(("gdp", "digital-economy-size-caict"), ("RUS",))
    >>> explain_missing(view, store.read_panel(view.query), store)
    ('No data on Digital economy of China (CAICT) for Russia.',)
    """
    if panel.is_empty:
        return (explain_empty(view, store),)
    there = panel.frame  # a row without a value has a reason of its own
    absent = [id for id in view.indicators if id not in set(there["indicator"])]
    known = {*there["code"], *there["counterpart"]}
    areas = {code: store.catalogue.areas.by_code[code].name for code in view.areas if code not in known}
    if not absent and not areas:
        return ()
    whole = make_whole_panel(view.request, store)
    parts = [_explain(view.with_(indicators=(id,)), _select(whole, id), store) for id in absent]
    return (*parts, *find_gaps(panel, whole, areas, view.time))


def _select(whole: Panel, indicator: str) -> Panel:
    return whole.with_frame(whole.frame[whole.frame["indicator"] == indicator])


def _explain(view: View, whole: Panel, store: Store) -> str:
    catalogue = store.catalogue
    areas = {code: catalogue.areas.by_code[code].name for code in view.areas}
    indicators = join_names([catalogue.find_indicator(id).name for id in view.indicators])
    if len(areas) <= _MOST_NAMED and find_year_range(whole, list(areas)) is not None:
        return " ".join(find_gaps(whole.with_frame(whole.frame.iloc[:0]), whole, areas, view.time))
    years = find_year_range(whole, whole.frame["code"].unique().tolist())
    if years is not None:
        when = view.time.when
        return messages.NO_DATA_IN_PERIOD.format(indicators=indicators, when=when, first=years[0], last=years[1])
    today = replace(view.query, time=TimeSpan(), as_of=None, vintage=None)
    if (view.as_of or view.vintage) and not store.read_panel(today).is_empty:
        return messages.NOT_KNOWN_THEN.format(known=view.known)
    if areas:
        return messages.NO_DATA_FOR_AREAS.format(indicators=indicators, areas=join_names(list(areas.values())))
    return messages.NO_DATA_ON_INDICATORS.format(indicators=indicators)
