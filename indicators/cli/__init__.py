"""The command ``indicators``.

Figures go to standard output, everything else to standard error. The exit status is 0 for success, 1 if something is
wrong in the data, and 2 if the request was not understood.
"""

from __future__ import annotations

import sys

from indicators.cli import check, convert, datasets, figures, maintenance
from indicators.cli.application import app

__all__ = ["app", "check", "convert", "datasets", "figures", "main", "maintenance"]


def main() -> None:
    """Run the command with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # output is UTF-8 in every locale
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
