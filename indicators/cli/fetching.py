"""Get figures from publishers' services: ``providers``, ``find``, ``fetch`` and ``update``."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from indicators.cli import messages
from indicators.cli.application import JsonOption, StoreOption, print_note, show_progress
from indicators.errors import UsageError
from indicators.model.formatting import align_columns

_PROVIDER: Final = ("id", "name", "example", "licence", "key")
_CALENDAR: Final = ("dataset", "publisher", "last_release", "text")


def show_providers(
    calendar: Annotated[
        bool, typer.Option("--calendar", help="List the datasets instead, with the next release of each.")
    ] = False,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """List the publishers whose services can be asked for figures; or when they are expected to publish next.

    Nothing is sent. What no publisher announced is estimated from the rhythm of past releases.
    """
    from indicators.view.calendar import release_calendar
    from indicators.view.fetching import list_providers

    found = release_calendar(store=store or None) if calendar else list_providers()
    if as_json:
        typer.echo(found.to_json(orient="records", force_ascii=False, indent=2))
        return
    columns, head = (_CALENDAR, messages.CALENDAR_COLUMNS) if calendar else (_PROVIDER, messages.PROVIDER_COLUMNS)
    rows = found[list(columns)].fillna("").itertuples(index=False)
    typer.echo("\n".join(align_columns([head, *map(tuple, rows)])))


def find_series(
    words: Annotated[list[str], typer.Argument(help="Words in the names and codes of series and datasets.")],
    provider: Annotated[str, typer.Option(help="Only this provider, such as eurostat.")] = "",
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask the providers for their catalogues first.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Find series and datasets that publishers' services offer.

    Searches the catalogues kept on this machine. The network is used with --refresh, and for a provider that searches
    itself (fred, dbnomics).
    """
    from indicators.view.finding import find

    with show_progress() as show:
        found = find(
            " ".join(words), provider=provider, refresh=refresh, store=store or None, progress=show, warn=print_note
        )
    if as_json:
        typer.echo(found.to_json(orient="records", force_ascii=False, indent=2))
    elif found.empty:
        print_note(messages.NONE_FOUND.format(words=" ".join(words)))
        raise typer.Exit(1)
    else:
        rows = [tuple(map(str, row)) for row in found.itertuples(index=False)]
        typer.echo("\n".join(align_columns([messages.FOUND_COLUMNS, *rows])))


def fetch_figures(
    provider: Annotated[
        str, typer.Argument(help="A provider, such as world-bank; or the address of a page of one that shows a series.")
    ],
    series: Annotated[str, typer.Argument(help="The publisher's code of a series or a dataset.")] = "",
    country: Annotated[str, typer.Option(help="Countries and groups, joined by ~. Default: all.")] = "",
    start: Annotated[str, typer.Option(help="The first period, such as 2015 or 2015-03. Default: all.")] = "",
    end: Annotated[str, typer.Option(help="The last period.")] = "",
    dimension: Annotated[
        list[str] | None,
        typer.Option(help="Codes of a dimension, as the publisher writes them, such as sex=F~M. Repeatable."),
    ] = None,
    dataset: Annotated[str, typer.Option(help="The id of the dataset. Default: made of provider and series.")] = "",
    title: Annotated[str, typer.Option(help="The title of the dataset. Default: the publisher's.")] = "",
    unit: Annotated[str, typer.Option(help="The unit of figures that the publisher gives without one: USD, %.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the requests and send none.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Fetch figures from a publisher's service as a dataset of your own.

    Fetched again, they become a new release. This is a command that uses the network.
    """
    from indicators.view.fetching import fetch, plan_fetch

    chosen = dict(map(_split_dimension, dimension or ()))
    if dry_run:
        requests = plan_fetch(
            provider, series, country=country, start=start, end=end, dimensions=chosen, store=store or None
        )
        typer.echo("\n".join(requests))
        print_note(messages.NOTHING_SENT)
        return
    with show_progress() as show:
        report = fetch(
            provider, series, country=country, start=start, end=end, dimensions=chosen, dataset=dataset, title=title,
            unit=unit, store=store or None, progress=show,
        )  # fmt: skip
    typer.echo(report.as_json if as_json else report.text)
    if report.imported.read and not report.imported.taken:
        raise typer.Exit(1)


def update_datasets(
    datasets: Annotated[
        list[str] | None,
        typer.Argument(help="Fetched datasets, or embedded ones such as world-bank-wdi. Default: all fetched ones."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only say whether there is something new.")] = False,
    store: StoreOption = "",
) -> None:
    """Fetch datasets again; what changed becomes a new release.

    Exits with status 1 if one couldn't be asked for. This is a command that uses the network.
    """
    from indicators.view.updating import update

    failed = False
    with show_progress() as show:
        for result in update(datasets or (), check=check, store=store or None, progress=show):
            told = [result.text, *([result.next_release.text] if result.next_release else [])]
            typer.echo(f"{result.dataset}: {' '.join(told)}", err=result.error is not None)
            failed |= result.error is not None
    if failed:
        raise typer.Exit(1)


def _split_dimension(text: str) -> tuple[str, str]:
    name, is_given, code = text.partition("=")
    if not (is_given and name.strip() and code.strip()):
        raise UsageError(messages.NO_DIMENSION, found=text, expected="sex=F~M")
    return name.strip(), code.strip()
