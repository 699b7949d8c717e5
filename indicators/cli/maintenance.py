"""Run and maintain an installation: ``serve``, ``mcp``, ``export``, ``build`` and ``build-map``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from indicators.cli import messages
from indicators.cli.application import PublicUrlOption, StoreOption, show_progress
from indicators.model.formatting import count_noun

__all__ = ["build_data_folder", "build_map_shapes", "load_engine", "serve_dashboard", "serve_tools"]

UpstreamArgument = Annotated[Path, typer.Argument(help="The folder with the publishers' files.")]
TargetOption = Annotated[Path | None, typer.Option("--to", help="The folder to write. Default: the embedded one.")]


def serve_dashboard(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port.", min=1, max=65535)] = 8501,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name under which others reach the server. Repeatable.")
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(help="A site whose pages may read the data and frame the pages, or * for any. Repeatable."),
    ] = None,
    api_only: Annotated[bool, typer.Option("--api-only", help="Serve the data without the pages.")] = False,
    public_url: PublicUrlOption = "",
    store: StoreOption = "",
) -> None:
    """Start the dashboard and the HTTP API on this machine.

    Other options are passed to Streamlit.
    """
    from indicators.exports.links import PUBLIC_SETTING, find_public_url
    from indicators.ui.server import ServerOptions, serve

    public = find_public_url(public_url)
    if public:
        os.environ[PUBLIC_SETTING] = public
    if store:
        os.environ["INDICATORS_STORE"] = store  # the server is a process of its own
    options = ServerOptions(
        port, host, tuple(allow_host or ()), tuple(allow_origin or ()), api_only=api_only, others=tuple(context.args)
    )
    raise typer.Exit(serve(options))


def load_engine(
    store: Annotated[
        str, typer.Option(help="The engine: postgresql://…, clickhouse://…, chdb:///folder, sc://…, spark:///folder.")
    ],
    folder: Annotated[
        str, typer.Option("--from", help="The folder of your own figures. Default: INDICATORS_STORE.")
    ] = "",
) -> None:
    """Load all figures into another engine.

    Use the engine with `--store`.
    """
    from indicators.store import export_store

    with show_progress() as show:
        done = export_store(store, folder, progress=lambda part: show(messages.LOADING, part))
    sentence = messages.LOADED if done.changed else messages.ALREADY_LOADED
    typer.echo(
        sentence.format(
            datasets=count_noun(done.datasets, "dataset", "datasets"),
            observations=count_noun(done.observations, "observation", "observations"),
            address=done.address,
        )
    )


def build_data_folder(
    upstream: UpstreamArgument,
    target: TargetOption = None,
    provider: Annotated[str, typer.Option(help="Build only the datasets of this provider, such as ecb.")] = "",
) -> None:
    """Rebuild the large datasets and code lists."""
    from indicators.files import find_data_folder
    from indicators.providers.build import build_data

    for line in build_data(upstream, target or find_data_folder(), provider=provider):
        typer.echo(line)


def build_map_shapes(upstream: UpstreamArgument, target: TargetOption = None) -> None:
    """Rebuild the map from Natural Earth."""
    from indicators.files import find_static_folder
    from indicators.providers.build import build_map

    for line in build_map(upstream, target or find_static_folder() / "world"):
        typer.echo(line)


def serve_tools(
    address: Annotated[str, typer.Option(help="The address of the dashboard, for links.")] = "http://127.0.0.1:8501",
    store: StoreOption = "",
) -> None:
    """Serve tools for assistants over standard input and output (MCP).

    They read figures and check texts; they change nothing.
    """
    from indicators.api.tools import make_tool_server

    if store:
        os.environ["INDICATORS_STORE"] = store
    make_tool_server(address).run()
