"""Watch figures: ``watch``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indicators.cli import messages
from indicators.cli.application import JsonOption, StoreOption, print_note
from indicators.model.formatting import count_noun


def watch_figures(
    source: Annotated[str, typer.Argument(help="A YAML file that says what to watch; or a board, as its id or file.")],
    ask: Annotated[bool, typer.Option("--update", help="Ask the publishers for what was fetched first.")] = False,
    atom: Annotated[Path | None, typer.Option(help="Write the latest events as an Atom feed to this file.")] = None,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Say what happened to figures since the last look: new, revised, withdrawn, beyond a threshold, forecasts missed.

    Exits with status 1 if something happened. With --update or `update: true` in the file, the network is used.
    """
    from indicators.boards.watching import find_watch_rules
    from indicators.exports.feeds import write_atom_feed, write_event_list
    from indicators.exports.saving import write_file
    from indicators.store import open_catalogue
    from indicators.view.watching import watch

    rules, name = find_watch_rules(source, open_catalogue(store or None), store)
    report = watch(rules.model_copy(update={"update": rules.update or ask}), name, store=store or None)
    if atom is not None:
        write_file(atom, write_atom_feed(report, Path(source).name))
    if as_json:
        typer.echo(write_event_list(report).decode())
    for event in () if as_json else report.events:
        typer.echo(event.text)
    if report.is_first:
        print_note(messages.WATCHING.format(count=count_noun(report.watched, "figure", "figures")))
    elif not report.events:
        print_note(messages.NOTHING_HAPPENED)
    if report.events:
        raise typer.Exit(1)
