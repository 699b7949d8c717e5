"""The command ``indicators``.

Figures go to standard output, all else to standard error. Exit status: 0 done, 1 something was found wrong in
data, 2 the request was not understood.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.cli.application import StoreOption, app, said_plainly
from indicators.cli.check import check
from indicators.cli.datasets import diff, import_
from indicators.cli.engines import export
from indicators.cli.score import score
from indicators.cli.verify import verify
from indicators.errors import DatasetFaultsError, RateMissingError, UsageError, shorten

if TYPE_CHECKING:
    from indicators.model.panel import Panel
    from indicators.view import View

__all__ = ["app", "check", "diff", "export", "import_", "main", "score", "verify"]


class GetFormat(StrEnum):
    """The forms in which figures leave."""

    CSV = "csv"
    WIDE = "wide"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"
    SDMX_CSV = "sdmx-csv"
    ZIP = "zip"
    TABLE = "table"
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    HTML = "html"


class RateChoice(StrEnum):
    """The rules for one sum."""

    AVERAGE = "average"
    END = "end"
    SPOT = "spot"
    PPP = "ppp"


class Deflator(StrEnum):
    """What prices are measured by."""

    GDP = "gdp"
    CPI = "cpi"


class Style(StrEnum):
    """The forms in which a citation is printed."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL = "csl"
    RIS = "ris"


@app.command("list")
@said_plainly
def list_indicators(
    search: Annotated[str, typer.Option(help="Words to look for in names, codes, topics and synonyms.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    store: StoreOption = "",
) -> None:
    """List the indicators there are."""
    from indicators.exports.listing import indicators_to_json, indicators_to_text
    from indicators.store import open_catalogue

    catalogue = open_catalogue()
    found = catalogue.search(search)
    if not found and not as_json:
        typer.echo(f"No indicator fits {shorten(search)!r}. `indicators list` shows all of them.", err=True)
    typer.echo(
        indicators_to_json(catalogue, found) if as_json else indicators_to_text(found), nl=bool(found) or as_json
    )


@app.command()
@said_plainly
def get(
    indicator: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp~population.")],
    country: Annotated[
        str, typer.Option(help="Countries or groups joined by ~, such as RUS~CHN. All if left out.")
    ] = "",
    time: Annotated[str, typer.Option(help="2019..2025, 2019..latest, 2024, latest.")] = "",
    as_of: Annotated[str, typer.Option(help="Only what was known on this day, YYYY-MM-DD.")] = "",
    vintage: Annotated[str, typer.Option(help="Only what was published in this period: 2024-10.")] = "",
    every_vintage: Annotated[
        bool, typer.Option("--every-vintage", help="Each vintage of a figure, not only the newest.")
    ] = False,
    no_forecasts: Annotated[bool, typer.Option("--no-forecasts", help="Leave forecasts out.")] = False,
    unit: Annotated[str, typer.Option(help="The unit of money wanted: billion USD, LCU, international dollars.")] = "",
    rate: Annotated[
        str, typer.Option(help="average, end, a day such as 2025-09-29, stated or ppp; by the measure if left out.")
    ] = "",
    prices: Annotated[str, typer.Option(help="Constant prices of this year.")] = "",
    deflator: Annotated[Deflator, typer.Option(help="What prices are measured by.")] = Deflator.GDP,
    frequency: Annotated[str, typer.Option(help="A, S, Q or M: shorter periods are brought to it.")] = "",
    aggregate: Annotated[str, typer.Option(help="How: avg, sum or eop (the last); by the measure if left out.")] = "",
    per: Annotated[
        str, typer.Option(help="Divide by: person, total (of these countries), an area such as WLD, an indicator.")
    ] = "",
    average: Annotated[str, typer.Option(help="A moving average of so many periods.")] = "",
    transform: Annotated[
        str, typer.Option(help="chg, ch1, pch, pc1, pca, cch, cca, log or index, as FRED; several joined by ~.")
    ] = "",
    base: Annotated[str, typer.Option(help="The year in which an index is 100.")] = "",
    format: Annotated[
        GetFormat | None, typer.Option(help="The form; by the ending of --output, or csv, if left out.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="The file to write, such as gdp.xlsx or gdp.png; printed if left out.")
    ] = None,
    size: Annotated[str, typer.Option(help="Width and height of a picture in pixels.")] = "1200x675",
    chart: Annotated[
        str, typer.Option(help="What a picture shows: line, bar, ranking, area, slope, scatter, multiples or map.")
    ] = "",
    reference: Annotated[
        str,
        typer.Option(help="Lines across a picture: average, median or levels such as 2 or 20 trillion."),
    ] = "",
    store: StoreOption = "",
) -> None:
    """Print figures, each with its unit, status and source, or write them or their chart to a file."""
    from indicators.store import open_store
    from indicators.view import View
    from indicators.view.explain_empty import explain_missing
    from indicators.view.getting import get_panel

    texts = {
        "indicators": indicator, "areas": country, "time": time, "as_of": as_of, "vintage": vintage,
        "every_vintage": "true" if every_vintage else "",
        "forecasts": "false" if no_forecasts else "", "unit": unit, "rate": rate, "prices": prices,
        "deflator": deflator.value, "frequency": frequency, "aggregate": aggregate, "per": per, "average": average,
        "transform": transform, "base": base, "tab": "map" if chart == "map" else "",
        "chart": "" if chart == "map" else chart, "references": reference,
    }  # fmt: skip
    view = View.from_texts(texts, open_store().catalogue)
    panel = get_panel(view)
    _hand_over(panel, view, format, output, size)
    for sentence in explain_missing(view, panel, open_store()):
        typer.echo(f"indicators: {sentence}", err=True)


def _hand_over(panel: Panel, view: View, format: GetFormat | None, output: Path | None, size: str) -> None:
    """Print the figures, or write them to a file and say so."""
    from indicators.exports.extract import Extract
    from indicators.exports.formats import CHART_FORMATS, data_format, format_of_file
    from indicators.exports.saving import chart_content, draw_extract, render, write_file

    form = format.value if format else format_of_file(output) if output else GetFormat.CSV.value
    extract = Extract(panel, view)
    if output is not None and form in CHART_FORMATS:
        drawing = draw_extract(extract)
        write_file(output, chart_content(drawing, extract, form, size=size))
        typer.echo("\n".join((f"Wrote {output}.", *drawing.remarks)), err=True)
    elif output is not None:
        write_file(output, render(extract, form, size=size))
        typer.echo(f"Wrote {output}.", err=True)
    elif form in CHART_FORMATS or not data_format(form).is_text:
        raise UsageError(
            "This form is no text to print.", found=form, hint=f"Say where: --output {extract.name}.{form}"
        )
    else:
        typer.echo(render(extract, form).decode(), nl=False)


@app.command(context_settings={"ignore_unknown_options": True})  # so that -5 is an amount
@said_plainly
def convert(
    amount: Annotated[str, typer.Argument(help="A number: 24e12, 1.5 mln, '$287 billion'.")],
    source: Annotated[
        str, typer.Argument(help="Its unit: RUB, trillion RUB, roubles. Left out if the amount names it.")
    ],
    target: Annotated[str, typer.Argument(help="The unit wanted: USD, billion USD.")] = "",
    year: Annotated[str, typer.Option("--year", "--period", help="What it is about: 2024, 2024-Q3, 2024-08.")] = "",
    date: Annotated[str, typer.Option(help="The day whose rate counts, YYYY-MM-DD.")] = "",
    rate: Annotated[
        RateChoice | None, typer.Option(help="The rule; all that the year and the date allow if left out.")
    ] = None,
    by: Annotated[str, typer.Option(help="Only rates of this publisher: IMF, World Bank, Bank of Russia, ECB.")] = "",
    country: Annotated[str, typer.Option(help="The country whose own money LCU is, or at whose prices to count.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    store: StoreOption = "",
) -> None:
    """Say a sum of money in another currency, with the rate, its date and who published it."""
    from indicators.exports.conversions import conversions_to_json, conversions_to_text
    from indicators.view.converting import ConversionRequest, convert_sum

    named, wanted = (source, target) if target else ("", source)
    asked = ConversionRequest.read(
        amount, named, wanted, period=year, day=date, rule=rate and rate.value, by=by, country=country
    )
    found = convert_sum(asked)
    typer.echo(conversions_to_json(asked, found) if as_json else conversions_to_text(asked, found))
    if all(restatement.value is None for restatement in found):
        raise RateMissingError(found[0].reason)


@app.command()
@said_plainly
def cite(
    name: Annotated[str, typer.Argument(help="A dataset or an indicator.")],
    style: Annotated[Style, typer.Option(help="How to print.")] = Style.TEXT,
    store: StoreOption = "",
) -> None:
    """Print how to cite the sources of a dataset or an indicator."""
    from indicators.model.origins import cite as cite_origins
    from indicators.store import open_catalogue

    typer.echo(cite_origins(open_catalogue().find_origins_of(name), style.value))


@app.command()
@said_plainly
def validate(
    path: Annotated[
        Path | None,
        typer.Argument(help="A folder of datasets, of one dataset, or a file; the embedded one if left out."),
    ] = None,
) -> None:
    """Check a folder of datasets or a file and print every fault: file, line, found, expected."""
    from indicators.files import find_data_folder
    from indicators.files.validation import validate as faults_of

    faults = faults_of(path or find_data_folder())
    if faults:
        raise DatasetFaultsError(faults)
    typer.echo("No faults.")


@app.command()
@said_plainly
def build(
    upstream: Annotated[Path, typer.Argument(help="The folder of the publishers' files.")],
    data: Annotated[
        Path | None, typer.Option("--to", help="The folder to write; the embedded one if left out.")
    ] = None,
) -> None:
    """Make the code lists and wide datasets of the data folder anew."""
    from indicators.files import find_data_folder
    from indicators.providers.build import build as build_embedded

    for line in build_embedded(upstream, data or find_data_folder()):
        typer.echo(line)


@app.command("build-map")
@said_plainly
def build_map(
    upstream: Annotated[Path, typer.Argument(help="The folder of the publishers' files.")],
    to: Annotated[Path | None, typer.Option(help="The folder to write; the embedded one if left out.")] = None,
) -> None:
    """Make the shapes of the map anew from those of Natural Earth."""
    from indicators.files import find_static_folder
    from indicators.providers.natural_earth import build_map as build_embedded_map

    for line in build_embedded_map(upstream, to or find_static_folder() / "world"):
        typer.echo(line)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
@said_plainly
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=1, max=65535)] = 8501,
    store: StoreOption = "",
) -> None:
    """Start the dashboard on this machine; further options go to Streamlit."""
    from indicators.ui.server import serve as serve_dashboard

    raise typer.Exit(serve_dashboard(port, context.args))


def main() -> None:
    """Run the command with the words of the command line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # figures and names are UTF-8, also where a locale says otherwise
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
