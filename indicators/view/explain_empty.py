"""Why a view has no figures, in sentences, and what is nearest to what was asked for."""

from __future__ import annotations

from dataclasses import replace

from indicators.analysis.coverage import find_gaps, find_year_range
from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.store import Store
from indicators.view.view import View

__all__ = ["explain_empty", "explain_missing"]

_MOST_NAMED = 4


def explain_empty(view: View, store: Store) -> str:
    """Why there is nothing to show of a view: not yet known on its day, not in its time, or not at all.

    Args:
        view: A view without figures.
        store: Where they were looked for.

    >>> from indicators.store import open_embedded_store
    >>> explain_empty(View(("gdp",), ("RUS",), TimeSpan.parse("1970..1980")), open_embedded_store())
    'No figures for Russia in 1970–1980. Nearest: 1988–2025.'
    """
    whole = store.read_panel(replace(view.query, time=TimeSpan()))
    areas = {code: store.catalogue.areas.by_code[code].name for code in view.areas}
    names = join_names([store.catalogue.find_indicator(id).name for id in view.indicators])
    if not whole.is_empty and 0 < len(areas) <= _MOST_NAMED:
        return " ".join(find_gaps(whole.with_frame(whole.frame.iloc[:0]), whole, areas, view.time))
    if not whole.is_empty and (years := find_year_range(whole, whole.frame["code"].unique().tolist())) is not None:
        return f"There are no figures of {names} in {view.time.label}. Nearest: {years[0]}–{years[1]}."
    today = replace(view.query, time=TimeSpan(), as_of=None, vintage=None)
    if view.known and not store.read_panel(today).is_empty:
        return (
            f"Nothing of this was {view.known.removeprefix('as ')}. There are figures that became known at other times."
        )
    where = f" for {join_names(list(areas.values()))}" if areas else ""
    return f"There are no figures of {names}{where}."


def explain_missing(view: View, panel: Panel, store: Store) -> tuple[str, ...]:
    """Which of the indicators and areas that were asked for by name have no figure here, and what is nearest.

    Args:
        view: A view.
        panel: Its figures.
        store: Where they were looked for.

    >>> from indicators.store import open_embedded_store
    >>> store, view = open_embedded_store(), View(("gdp", "digital-economy-size-caict"), ("RUS",))
    >>> explain_missing(view, store.read_panel(view.query), store)
    ('There are no figures of Digital economy of China (CAICT) for Russia.',)
    """
    if panel.is_empty:
        return (explain_empty(view, store),)
    there = panel.frame  # a row without a value says itself why it has none
    sentences = [
        explain_empty(view.with_(indicators=(id,)), store)
        for id in view.indicators
        if id not in set(there["indicator"])
    ]
    known = {*there["code"], *there["counterpart"]}
    missing = {code: store.catalogue.areas.by_code[code].name for code in view.areas if code not in known}
    if not missing:
        return tuple(sentences)
    whole = store.read_panel(replace(view.query, time=TimeSpan()))
    return (*sentences, *find_gaps(panel, whole, missing, view.time))
