"""Starting the dashboard from the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from indicators.errors import IndicatorsError

__all__ = ["dashboard_script", "serve"]


def dashboard_script() -> Path:
    """The script of the dashboard: within the installed package, or beside it in a checkout.

    Raises:
        IndicatorsError: If there is neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package, package.parent):
        if (folder / "dashboard.py").is_file():
            return folder / "dashboard.py"
    raise IndicatorsError("The dashboard is missing.", hint="Install the package anew.")


def serve(port: int, options: Sequence[str]) -> int:
    """Run Streamlit with the dashboard until it is stopped.

    Streamlit reads its settings from the folder it is started in, so it is started in the dashboard's.

    Args:
        port: The port on 127.0.0.1.
        options: Further options for Streamlit, which come last and so win.

    Returns:
        The exit status.
    """
    script = dashboard_script()
    command = [sys.executable, "-m", "indicators.ui.server", "run", script.name, f"--server.port={port}", *options]
    try:
        return subprocess.run(command, cwd=script.parent, check=False).returncode
    except KeyboardInterrupt:
        return 0
