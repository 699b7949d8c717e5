"""Maintain an installation: ``export``, ``build`` and ``build-map``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indicators.cli import messages
from indicators.cli.application import show_progress
from indicators.model.formatting import count_noun

UpstreamArgument = Annotated[Path, typer.Argument(help="The folder with the publishers' files.")]
TargetOption = Annotated[Path | None, typer.Option("--to", help="The folder to write. Default: the embedded one.")]


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
