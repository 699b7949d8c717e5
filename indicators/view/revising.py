"""How figures were revised, with one call of Python."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.analysis.revision_history import RevisionHistory, trace_revisions
from indicators.errors import UsageError
from indicators.files.releases import list_releases
from indicators.model.periods import TimeSpan
from indicators.store import Store, StoreLike, open_store
from indicators.view import messages
from indicators.view.getting import get_panel
from indicators.view.spellings import write_text
from indicators.view.view import View


def list_revisions(
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    store: StoreLike = None,
) -> RevisionHistory:
    """Follow figures through their vintages.

    Args:
        indicators: Names or publishers' codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, given the same way; all if left out.
        time: The periods, such as ``"2015"`` or ``"2010..2024"``; all if left out.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        ``.make_triangle()`` has a row per vintage and a column per period, ``.trace_path("2015")`` follows one period,
        ``.summarize()`` averages the revisions by how long before or after the period they came, and
        ``.test_efficiency()`` tests whether they are news or noise.

    Raises:
        UnknownNameError: An indicator or area is unknown; it offers the nearest names.
        UsageError: Only the latest figure is asked for.

    >>> history = list_revisions("gdp-growth-weo", "RUS", "2015")
    >>> history.trace_path("2015")[["vintage", "value"]].head(2).to_numpy().tolist()
    [['2010-04-30', 5.007], ['2010-10-31', 4.0]]
    """
    opened = open_store(store)
    texts = {"indicators": indicators, "areas": areas, "time": time}
    view = View.from_texts({name: write_text(value) for name, value in texts.items()}, opened.catalogue)
    return list_revisions_of(view, opened)


def list_revisions_of(view: View, store: Store) -> RevisionHistory:
    """Follow the figures of a view through their vintages; see `list_revisions`."""
    if view.time.only is not None:
        raise UsageError(messages.REVISIONS_NEED_SPAN, found=str(view.time), expected="2010..2024")
    asked = View(view.indicators, view.areas, view.time or TimeSpan(), view.dimensions, every_vintage=True)
    panel = get_panel(asked, store)
    own = {dataset.id for dataset in store.catalogue.datasets if list_releases(dataset.tables)}
    groups = {area.code for area in store.catalogue.areas if area.kind == "group"}
    return trace_revisions(panel, carried=own, groups=groups)
