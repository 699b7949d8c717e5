"""``python -m indicators.ui.server run dashboard.py``: Streamlit, with what the first page needs made ready meanwhile.

The first reader of a server would wait for it to import pandas and plotly and to open the store, two seconds in all.
While the browser is opened and loads its own part, the server has nothing else to do.
"""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from streamlit.web.cli import main

from indicators.errors import IndicatorsError

__all__ = ["make_ready"]


def make_ready() -> None:
    """Bring what the first pages need into memory: their modules, the catalogue, the rates, plotly's checks of a chart.

    A store that cannot be opened is not reported: it cannot be opened for the page either, which tells the reader.
    """
    from indicators.charts.drawing import draw
    from indicators.store import opened_store
    from indicators.view import View

    import_module("indicators.ui.components.exploration")  # and all that it imports
    try:
        store = opened_store()
        _ = store.rates
        first = View(tuple(one.id for one in store.catalogue.indicators[:1]))
        draw(store.panel(first.with_(areas=store.coverage(first.indicators).areas[:1]).query), first)
    except IndicatorsError:
        return


if __name__ == "__main__":
    Thread(target=make_ready, name="making ready", daemon=True).start()
    main(prog_name="streamlit")
