"""Find, print, save and cite figures: ``list``, ``describe``, ``get`` and ``cite``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import DimensionOption, JsonOption, PublicUrlOption, StoreOption, print_note
from indicators.errors import UsageError, shorten
from indicators.exports.formats import FILE_FORMATS, FileFormat, find_format, find_format_of_file
from indicators.model.formatting import align_columns

if TYPE_CHECKING:
    from indicators.exports.extract import Extract


def list_catalogue(
    search: Annotated[str, typer.Option(help="Words to look for in names, codes, sections and synonyms.")] = "",
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """List the available indicators."""
    from indicators.store import open_catalogue
    from indicators.store.ages import list_ages

    catalogue = open_catalogue(store)
    found = catalogue.search(search)
    ages = list_ages(store) if found else {}
    if as_json:
        datasets = {one.id: [dataset.id for dataset in catalogue.find_datasets_with(one.id)] for one in found}
        known = {id: {"last_year": age.last_year, "updated": age.updated} for id, age in ages.items()}
        entries = [asdict(one) | {"datasets": datasets[one.id]} | known.get(one.id, {}) for one in found]
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    elif found:
        years = {id: str(age.last_year or "") for id, age in ages.items()}
        rows = [(one.id, one.code, years.get(one.id, ""), f"{one.name} ({one.unit})") for one in found]
        typer.echo("\n".join(align_columns(rows)))
    else:
        print_note(messages.NOTHING_FOUND.format(search=shorten(search)))


def get_figures(
    indicator: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp~population.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~, such as RUS~CHN. Default: all.")] = "",
    time: Annotated[str, typer.Option(help="2019..2025, 2019..latest, 2024 or latest. Default: all years.")] = "",
    dimension: DimensionOption = None,
    as_of: Annotated[str, typer.Option(help="The figures as known on this date, YYYY-MM-DD.")] = "",
    vintage: Annotated[str, typer.Option(help="Only figures published in this period, such as 2024-10.")] = "",
    every_vintage: Annotated[
        bool, typer.Option("--every-vintage", help="Every vintage of each figure, not only the latest.")
    ] = False,
    tolerance: Annotated[
        str, typer.Option(help="For --time latest: charts leave out values this many years older than the newest.")
    ] = "",
    no_forecasts: Annotated[bool, typer.Option("--no-forecasts", help="Leave out forecasts.")] = False,
    bands: Annotated[
        str, typer.Option(help="Bands around forecasts from past errors, in percent, such as 50~80.")
    ] = "",
    scenario: Annotated[
        str, typer.Option(help="A scenario of your own: growth in percent by years, such as 2026:2.5~2027..2030:3.")
    ] = "",
    unit: Annotated[
        str, typer.Option(help="The unit to convert to: billion USD, LCU (local currency), international dollars.")
    ] = "",
    rate: Annotated[
        str,
        typer.Option(
            help="The exchange rate: average, end, a date such as 2025-09-29, stated or ppp. "
            "Default: average for flows, end for stocks."
        ),
    ] = "",
    prices: Annotated[str, typer.Option(help="Constant prices of this year.")] = "",
    deflator: Annotated[Literal["gdp", "cpi"], typer.Option(help="The price index behind constant prices.")] = "gdp",
    frequency: Annotated[str, typer.Option(help="Aggregate shorter periods to A, S, Q or M.")] = "",
    aggregate: Annotated[
        str, typer.Option(help="How to aggregate: avg, sum or eop (end of period). Default: by measure.")
    ] = "",
    per: Annotated[
        str,
        typer.Option(help="Divide by person, total (of these countries), an area such as WLD, or another indicator."),
    ] = "",
    average: Annotated[str, typer.Option(help="A moving average of this many periods.")] = "",
    transform: Annotated[
        str, typer.Option(help="A transformation named as in FRED, such as pc1 or chg, or index; several joined by ~.")
    ] = "",
    base: Annotated[
        str,
        typer.Option(help="The base of an index, such as 2015 or 2022-01. Default: the first common year."),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            help=f"{', '.join(format.id for format in FILE_FORMATS)}. Default: by the extension of --output, or csv."
        ),
    ] = "",
    output: Annotated[
        Path | None, typer.Option(help="The file to write, such as gdp.xlsx or gdp.png. Default: print.")
    ] = None,
    size: Annotated[str, typer.Option(help="Width and height of an image in pixels.")] = "1200x675",
    chart: Annotated[
        str, typer.Option(help="The chart type in an image, such as line, bar, ranking, area or map.")
    ] = "",
    ends: Annotated[
        Literal["largest", "smallest", "both"], typer.Option(help="Which end of a long ranking an image shows.")
    ] = "largest",
    highlight: Annotated[
        str, typer.Option(help="The countries that have colours in a chart, the others being grey, such as RUS~CHN.")
    ] = "",
    axes: Annotated[
        Literal["", "same", "own"], typer.Option(help="Whether small multiples have the same axis or their own.")
    ] = "",
    reference: Annotated[
        str, typer.Option(help="Reference lines in a chart: average, median or values such as 2 or 20 trillion.")
    ] = "",
    title: Annotated[str, typer.Option(help="A title for the chart.")] = "",
    note: Annotated[
        list[str] | None, typer.Option(help="A note on a point of the chart, such as 2020:Pandemic. Repeatable.")
    ] = None,
    lock: Annotated[
        bool, typer.Option("--lock", help="A web page with only the chart, its title, notes and source.")
    ] = False,
    public_url: PublicUrlOption = "",
    store: StoreOption = "",
) -> None:
    """Print figures with their sources, or save them or their chart.

    Each figure has its unit, status and source.
    """
    from indicators.exports.extract import Extract
    from indicators.exports.links import make_public_link
    from indicators.store import open_store
    from indicators.view import View
    from indicators.view.explain_empty import explain_missing
    from indicators.view.getting import get_panel

    texts = {
        "indicators": indicator, "areas": country, "time": time, "dimensions": ";".join(dimension or ()),
        "as_of": as_of, "vintage": vintage, "every_vintage": "true" if every_vintage else "", "tolerance": tolerance,
        "forecasts": "false" if no_forecasts else "", "bands": bands, "scenario": scenario, "unit": unit,
        "rate": rate, "prices": prices, "deflator": deflator, "frequency": frequency, "aggregate": aggregate,
        "per": per, "average": average, "transform": transform, "base": base, "chart": chart,
        "highlight": highlight, "axes": axes, "references": reference, "ends": ends, "title": title,
        "notes": "~".join(note or ()), "lock": "true" if lock else "",
    }  # fmt: skip
    wanted = find_format(format) if format else find_format_of_file(output) if output else FILE_FORMATS[0]
    opened = open_store(store)
    view = View.from_texts(texts, opened.catalogue)
    panel = get_panel(view, opened)
    _deliver(Extract(panel, view, make_public_link(view, public_url)), wanted, output, size)
    for sentence in explain_missing(view, panel, opened):
        print_note(sentence)


def _deliver(extract: Extract, format: FileFormat, output: Path | None, size: str) -> None:
    """Print the figures, or write them to a file and name it."""
    from indicators.exports.saving import draw_extract, render, write_file

    if output is not None:
        drawing = None if format.kind == "data" else draw_extract(extract)
        write_file(output, render(extract, format, drawing=drawing, size=size))
        remarks = () if drawing is None else drawing.remarks
        typer.echo("\n".join((messages.WROTE.format(path=output), *remarks)), err=True)
    elif format.is_text:
        typer.echo(render(extract, format).decode(), nl=False)
    else:
        hint = messages.NAME_FILE.format(path=f"{extract.name}.{format.suffix}")
        raise UsageError(messages.NOT_PRINTABLE, found=format.id, hint=hint)


def cite_sources(
    name: Annotated[str, typer.Argument(help="An indicator or a dataset.")],
    style: Annotated[Literal["text", "bibtex", "csl", "ris"], typer.Option(help="The citation style.")] = "text",
    store: StoreOption = "",
) -> None:
    """Print citations of an indicator or a dataset."""
    from indicators.view.discovery import cite

    typer.echo(cite(name, style=style, store=store))


def show_description(
    indicator: Annotated[str, typer.Argument(help="The id, name or publisher's code of an indicator.")],
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Describe an indicator.

    Shows its definition, publisher, licence, unit, coverage, editions, age, rivals and citation.
    """
    from indicators.view.describing import describe

    found = describe(indicator, store=store)
    typer.echo(found.as_json if as_json else found.text)
