"""Start the dashboard: ``serve`` for the command, ``python -m indicators.ui.server run dashboard.py`` for the process.

The first user of a server would wait two seconds for pandas, plotly and the store. The process loads them while the
browser opens and loads its own part.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread

from indicators.errors import IndicatorsError
from indicators.ui import messages

__all__ = ["find_dashboard_script", "serve", "warm_up"]


def find_dashboard_script() -> Path:
    """Return the script of the dashboard: inside the installed package, or beside it in a checkout.

    Raises:
        IndicatorsError: Neither exists.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package, package.parent):
        if (folder / "dashboard.py").is_file():
            return folder / "dashboard.py"
    raise IndicatorsError(messages.pages.NO_DASHBOARD, hint=messages.pages.REINSTALL)


def serve(port: int, options: Sequence[str]) -> int:
    """Run Streamlit with the dashboard until it is stopped, and return the exit status.

    Streamlit reads its settings from the working directory, so it starts in the dashboard's folder.

    Args:
        port: The port on 127.0.0.1.
        options: Further options for Streamlit; they come last and so win.
    """
    script = find_dashboard_script()
    command = [sys.executable, "-m", "indicators.ui.server", "run", script.name, f"--server.port={port}", *options]
    try:
        return subprocess.run(command, cwd=script.parent, check=False).returncode
    except KeyboardInterrupt:
        return 0


def warm_up() -> None:
    """Load what the first pages need: their modules, the catalogue, the rates, and Plotly's validation of a chart.

    A store that can't be opened is not reported here: the page reports it.
    """
    from indicators.analysis.pipeline import make_panel
    from indicators.charts.drawing import draw_chart
    from indicators.store import open_store
    from indicators.view import View

    import_module("indicators.ui.components.exploration")  # and all that it imports
    try:
        store = open_store()
        indicators = tuple(one.id for one in store.catalogue.indicators[:1])
        first = View(indicators, store.read_coverage(indicators).areas[:1])
        draw_chart(make_panel(first.request, store), first)
        make_panel(first.with_(unit="EUR").request, store)  # reads rates
    except IndicatorsError:
        return


if __name__ == "__main__":
    from streamlit.web.cli import main

    Thread(target=warm_up, name="warm-up", daemon=True).start()
    main(prog_name="streamlit")
