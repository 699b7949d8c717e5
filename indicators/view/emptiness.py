"""Why a view has no figures, in sentences, and what is nearest to what was asked for."""

from __future__ import annotations

from dataclasses import replace

from indicators.absences import absences, years_there
from indicators.periods import TimeSpan
from indicators.store import Store
from indicators.view.view import View

__all__ = ["why_empty"]

_MOST_NAMED = 4


def why_empty(view: View, store: Store) -> str:
    """Why there is nothing to show of a view: not yet known on its day, not in its time, or not at all.

    Args:
        view: A view without figures.
        store: Where they were looked for.

    >>> from indicators.store import embedded_store
    >>> why_empty(View(("gdp",), ("RUS",), TimeSpan.parse("1970..1980")), embedded_store())
    'No figures for Russia in 1970–1980. Nearest: 1988–2025.'
    """
    whole = store.panel(replace(view.query, time=TimeSpan()))
    areas = {code: store.catalogue.areas.by_code[code].name for code in view.areas}
    names = ", ".join(store.catalogue.indicator(id).name for id in view.indicators)
    if not whole.is_empty and 0 < len(areas) <= _MOST_NAMED:
        return " ".join(absences(whole.with_frame(whole.frame.iloc[:0]), whole, areas, view.time))
    if not whole.is_empty and (years := years_there(whole, whole.frame["code"].unique().tolist())) is not None:
        return f"There are no figures of {names} in {view.time.label}. Nearest: {years[0]}–{years[1]}."
    today = replace(view.query, time=TimeSpan(), as_of=None, vintage=None)
    if view.known and not store.panel(today).is_empty:
        return (
            f"Nothing of this was {view.known.removeprefix('as ')}. There are figures that became known at other times."
        )
    where = f" for {', '.join(areas.values())}" if areas else ""
    return f"There are no figures of {names}{where}."
