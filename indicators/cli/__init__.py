"""The command ``indicators``.

Figures go to standard output, everything else to standard error. The exit status is 0 for success, 1 if something is
wrong in the data, and 2 if the request was not understood.
"""

from __future__ import annotations

import sys

from indicators.cli.application import add_command, app
from indicators.cli.boards import use_boards
from indicators.cli.check import check_figures, verify_figures
from indicators.cli.convert import convert_amount
from indicators.cli.datasets import diff_releases, import_dataset, restore_release, validate_files
from indicators.cli.figures import cite_sources, get_figures, list_catalogue, score_figures
from indicators.cli.maintenance import build_data_folder, build_map_shapes, load_engine, serve_dashboard, serve_tools
from indicators.cli.tables import compare_countries, compare_frozen_page, freeze_view, show_country

__all__ = ["app", "main"]

add_command("list", list_catalogue)
add_command("get", get_figures)
add_command("compare", compare_countries)
add_command("country", show_country)
add_command("board", use_boards)
add_command("freeze", freeze_view)
add_command("compare-frozen", compare_frozen_page)
add_command("cite", cite_sources)
add_command("score", score_figures)
add_command("convert", convert_amount, context_settings={"ignore_unknown_options": True})  # so that -5 is an amount
add_command("check", check_figures)
add_command("verify", verify_figures)
add_command("import", import_dataset)
add_command("diff", diff_releases)
add_command("restore", restore_release)
add_command("validate", validate_files)
add_command("serve", serve_dashboard, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
add_command("mcp", serve_tools)
add_command("export", load_engine)
add_command("build", build_data_folder)
add_command("build-map", build_map_shapes)


def main() -> None:
    """Run the command with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # output is UTF-8 in every locale
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
