"""Tables of several indicators, and frozen citations: ``compare``, ``country``, ``freeze``, ``compare-frozen``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import DimensionOption, JsonOption, PublicUrlOption, StoreOption, print_note
from indicators.errors import UsageError

if TYPE_CHECKING:
    from indicators.view.comparing import FigureTable

FormatOption = Annotated[
    Literal["", "text", "csv", "xlsx", "html", "json"],
    typer.Option(help="The format. Default: by the extension of --output, or text."),
]
OutputOption = Annotated[Path | None, typer.Option(help="The file to write, such as russia.xlsx. Default: print.")]


def compare_countries(
    indicators: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp~inflation.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~, such as RUS~CHN.")],
    time: Annotated[str, typer.Option(help="latest, or a period such as 2024.")] = "latest",
    unit: Annotated[str, typer.Option(help="The unit of amounts of money, such as billion EUR.")] = "",
    rate: Annotated[str, typer.Option(help="The exchange rate: average, end, a date, stated or ppp.")] = "",
    prices: Annotated[str, typer.Option(help="Constant prices of this year.")] = "",
    per: Annotated[str, typer.Option(help="Divide by person, or by another indicator.")] = "",
    dimension: DimensionOption = None,
    format: FormatOption = "",
    output: OutputOption = None,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Compare several indicators for several countries in one table."""
    from indicators.view.comparing import compare

    table = compare(
        indicators, country, time, unit=unit, rate=rate, prices=prices or None, per=per,
        dimensions=";".join(dimension or ()), store=store,
    )  # fmt: skip
    _deliver(table, "json" if as_json else format, output)


def show_country(
    area: Annotated[str, typer.Argument(help="A country or group, such as Russia or RUS.")],
    among: Annotated[str, typer.Option(help="The group to rank it among, such as G20, EU or World.")] = "G20",
    dimension: DimensionOption = None,
    format: FormatOption = "",
    output: OutputOption = None,
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Show the latest figure of every indicator for a country, with its change, rank and next forecast."""
    from indicators.view.comparing import country

    table = country(area, among=among, dimensions=";".join(dimension or ()), store=store)
    _deliver(table, "json" if as_json else format, output)


def _deliver(table: FigureTable, format: str, output: Path | None) -> None:
    from indicators.exports.figure_tables import find_table_format
    from indicators.exports.saving import write_file

    chosen = find_table_format(format or (output.suffix.removeprefix(".") if output else "text"))
    if output is not None:
        write_file(output, chosen.render(table))
        typer.echo(messages.WROTE.format(path=output), err=True)
    elif not chosen.is_text:
        hint = messages.NAME_FILE.format(path=f"table.{chosen.suffix}")
        raise UsageError(messages.NOT_PRINTABLE, found=chosen.id, hint=hint)
    else:
        typer.echo(chosen.render(table).decode(), nl=False)


def freeze_view(
    view: Annotated[str, typer.Argument(help="The address of a view, such as 'indicators=gdp&country=RUS~CHN'.")],
    output: Annotated[Path, typer.Option(help="The file to write: .html.")],
    public_url: PublicUrlOption = "",
    store: StoreOption = "",
) -> None:
    """Write one page with chart, data, sources, the day and the hash of the data, to compare with later."""
    from indicators.exports.extract import Extract
    from indicators.exports.formats import find_format
    from indicators.exports.links import make_public_link
    from indicators.exports.saving import render, write_file
    from indicators.store import open_store
    from indicators.view import View
    from indicators.view.getting import get_panel

    opened = open_store(store)
    asked, ignored = View.from_address(view.rpartition("?")[2], opened.catalogue)
    for sentence in ignored:
        print_note(sentence)
    extract = Extract(get_panel(asked, opened), asked, make_public_link(asked, public_url))
    write_file(output, render(extract, find_format("frozen")))
    typer.echo(messages.WROTE.format(path=output), err=True)


def compare_frozen_page(
    file: Annotated[Path, typer.Argument(help="A page written by freeze.")], store: StoreOption = ""
) -> None:
    """Show what has changed since a page was frozen.

    The exit status is 1 if something has.
    """
    from indicators.exports.frozen import compare_frozen, describe_changes
    from indicators.files.disk import read_regular_file
    from indicators.store import open_store

    try:
        page = read_regular_file(file).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(messages.UNREADABLE_FILE, found=str(file)) from error
    about, changes = compare_frozen(page, open_store(store))
    typer.echo(describe_changes(about, changes))
    if changes:
        raise typer.Exit(1)
