"""The command that loads another engine: ``export``."""

from __future__ import annotations

from typing import Annotated

import typer

from indicators.cli.application import app, said_plainly

__all__ = ["export"]


@app.command()
@said_plainly
def export(
    store: Annotated[
        str, typer.Option(help="The engine: postgresql://…, clickhouse://…, chdb:///folder, sc://…, spark:///folder.")
    ],
    folder: Annotated[
        str, typer.Option("--from", help="The folder of your own figures; that of INDICATORS_STORE if left out.")
    ] = "",
) -> None:
    """Load all figures into another engine, which then answers with `--store`."""
    from indicators.cli.progress import shown_progress
    from indicators.store import export_store

    with shown_progress() as show:
        done = export_store(store, folder, progress=lambda part: show("Loading", part))
    size = f"{done.datasets} datasets with {done.observations:,} observations"
    said = f"Loaded {size} into" if done.changed else f"Nothing has changed: {size} are already in"
    typer.echo(f"{said} {done.address}.")
