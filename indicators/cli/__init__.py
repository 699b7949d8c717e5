"""The command ``indicators``.

Figures go to standard output, everything else to standard error. The exit status is 0 for success, 1 if something is
wrong in the data, and 2 if the request was not understood.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from indicators.cli.application import make_application

if TYPE_CHECKING:
    from typer import Typer

    app: Typer

__all__ = ["app", "main"]

_COMMANDS: Final[dict[str, str]] = {
    "list": "figures.list_catalogue",
    "describe": "figures.show_description",
    "get": "figures.get_figures",
    "compare": "tables.compare_countries",
    "country": "tables.show_country",
    "board": "boards.use_boards",
    "freeze": "tables.freeze_view",
    "compare-frozen": "tables.compare_frozen_page",
    "cite": "figures.cite_sources",
    "score": "forecasts.score_figures",
    "forecasts": "forecasts.show_forecasts",
    "revisions": "forecasts.trace_figures",
    "convert": "convert.convert_amount",
    "check": "check.check_figures",
    "verify": "check.verify_figures",
    "import": "datasets.import_dataset",
    "providers": "fetching.show_providers",
    "find": "fetching.find_series",
    "fetch": "fetching.fetch_figures",
    "update": "fetching.update_datasets",
    "watch": "watching.watch_figures",
    "diff": "datasets.diff_releases",
    "restore": "datasets.restore_release",
    "datasets": "datasets.use_datasets",
    "validate": "datasets.validate_files",
    "serve": "serving.serve_dashboard",
    "mcp": "serving.serve_tools",
    "tokens": "serving.manage_tokens",
    "changes": "serving.list_store_changes",
    "export": "maintenance.load_engine",
    "build": "maintenance.build_data_folder",
    "build-map": "maintenance.build_map_shapes",
}
"""The module and function of each command, in the order of the help."""
_SETTINGS: Final[dict[str, dict[str, bool]]] = {
    "convert": {"ignore_unknown_options": True},  # so that -5 is an amount
    "serve": {"allow_extra_args": True, "ignore_unknown_options": True},
}


def __getattr__(name: str) -> Any:
    """Make the application with all commands when it is first asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["app"] = _make(*_COMMANDS)
    return globals()["app"]


def _make(*names: str) -> Typer:
    """Make an application with some of the commands; the others are not imported."""
    commands = {}
    for name in names:
        module, _, function = _COMMANDS[name].partition(".")
        commands[name] = getattr(import_module(f"{__name__}.{module}"), function)
    return make_application(commands, _SETTINGS)


def main() -> None:
    """Run the command with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # output is UTF-8 in every locale
            reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = sys.argv[1:2]
    (_make(*asked) if asked and asked[0] in _COMMANDS else _make(*_COMMANDS))()
