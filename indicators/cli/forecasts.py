"""Forecasts and vintages: ``score``, ``forecasts`` of several publishers side by side, and ``revisions``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import StoreOption, print_note
from indicators.errors import UsageError
from indicators.exports import messages as exports_messages

if TYPE_CHECKING:
    from indicators.analysis.forecasts.baselines import BaselineName
    from indicators.store import Store


def score_figures(
    indicator: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp-growth-weo.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~. Default: all.")] = "",
    time: Annotated[str, typer.Option(help="The years that were forecast: 2000..2019.")] = "",
    outcome: Annotated[
        Literal["newest", "first", "one-year-later"],
        typer.Option(help="Compare with the latest actual value, the first published or that known one year later."),
    ] = "newest",
    season: Annotated[
        Literal["all", "spring", "autumn"], typer.Option(help="Only the editions of the spring or of the autumn.")
    ] = "all",
    bands: Annotated[
        str, typer.Option(help="Instead: how often bands of these levels, such as 50~80, held the outcome.")
    ] = "",
    outcome_by: Annotated[
        str,
        typer.Option(help="Compare the forecasts of all publishers with the values of this one, such as IMF."),
    ] = "",
    rank: Annotated[bool, typer.Option("--rank", help="Rank the publishers; needs --outcome-by.")] = False,
    common: Annotated[
        bool, typer.Option("--common", help="With --rank: only the cases that all of them forecast.")
    ] = False,
    baseline: Annotated[
        Literal["", "no-change", "mean", "drift", "ar1"],
        typer.Option(help="With --bands: the bands of a naive forecast instead, from its own errors."),
    ] = "",
    each_country: Annotated[bool, typer.Option("--each-country", help="Show each country separately.")] = False,
    format: Annotated[
        Literal["table", "csv", "json"], typer.Option(help="table, json, or csv: each forecast with its outcome.")
    ] = "table",
    store: StoreOption = "",
) -> None:
    """Show how accurate forecasts were, by horizon."""
    from indicators.exports.data_tables import format_csv, format_json
    from indicators.exports.forecast_scores import scores_to_json, scores_to_text
    from indicators.exports.forecast_tables import ranks_to_text
    from indicators.store import open_store
    from indicators.view import score

    opened = open_store(store)
    if bands:
        _score_bands(indicator, bands, baseline, format, opened)
        return
    if baseline:
        raise UsageError(messages.BASELINE_WITHOUT_BANDS, found=f"--baseline {baseline}", expected="--bands, too")
    record = score(
        indicator, country, time, outcome=outcome, season="" if season == "all" else season, outcome_by=outcome_by,
        store=opened,
    )  # fmt: skip
    if rank:
        ranks = record.rank(common=common)
        written = {"csv": format_csv, "json": format_json, "table": ranks_to_text}[format](ranks)
        typer.echo(written, nl=format != "csv")
        return
    if format == "csv":
        typer.echo(format_csv(record.pairs), nl=False)
    elif format == "json":
        typer.echo(scores_to_json(record, each_area=each_country))
    else:
        names = {one.id: one.name for one in opened.catalogue.indicators}
        typer.echo(scores_to_text(record, names, each_area=each_country))


def _score_bands(indicator: str, bands: str, baseline: BaselineName | Literal[""], format: str, store: Store) -> None:
    """Print how often bands around forecasts held the outcome, of all countries."""
    from indicators.exports.band_scores import band_scores_to_json, band_scores_to_text
    from indicators.exports.data_tables import format_csv
    from indicators.view import View
    from indicators.view.forecasting import score_bands_of

    view = View.from_texts({"indicators": indicator, "bands": bands}, store.catalogue)
    found = score_bands_of(view, store, baseline=baseline)
    names = {one.id: one.name for one in store.catalogue.indicators}
    for id, tests in found.items():
        if not tests:
            print_note(exports_messages.NO_BANDS_TO_SCORE.format(indicator=names[id]))
    if format == "json":
        typer.echo(band_scores_to_json(found, store.catalogue))
    elif format == "csv":
        for test in chain(*found.values()):
            typer.echo(format_csv(test.cases), nl=False)
    else:
        texts = [
            band_scores_to_text(test, names[id], store.catalogue, baseline=baseline)
            for id, tests in found.items()
            for test in tests
        ]
        typer.echo("\n\n".join(texts))


def show_forecasts(
    indicator: Annotated[str, typer.Argument(help="Names or codes of what measures the same, joined by ~.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~, such as RUS~CHN.")],
    time: Annotated[str, typer.Option(help="2026 or 2020..2024. Default: periods without an outcome.")] = "",
    editions: Annotated[int, typer.Option(help="How many of the newest editions of each publisher.")] = 1,
    naive: Annotated[bool, typer.Option("--naive", help="Add naive forecasts as a comparison.")] = False,
    bands: Annotated[str, typer.Option(help="Bands from past errors, in percent, such as 80.")] = "",
    as_of: Annotated[str, typer.Option(help="Only what was known on this date, YYYY-MM-DD.")] = "",
    format: Annotated[Literal["table", "csv", "json"], typer.Option(help="table, csv or json.")] = "table",
    store: StoreOption = "",
) -> None:
    """Put the forecasts of all publishers side by side, with their range and median."""
    from indicators.exports.data_tables import format_csv
    from indicators.exports.forecast_tables import forecasts_to_json, forecasts_to_text
    from indicators.view.forecasting import list_forecasts

    found = list_forecasts(
        indicator, country, time, editions=editions, naive=naive, bands=bands, as_of=as_of or None, store=store
    )  # fmt: skip
    if format == "csv":
        typer.echo(format_csv(found.frame), nl=False)
    else:
        typer.echo(forecasts_to_json(found) if format == "json" else forecasts_to_text(found))


def trace_figures(
    indicator: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp-growth-weo.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~. Default: all.")] = "",
    time: Annotated[str, typer.Option(help="The periods, such as 2015 or 2010..2024.")] = "",
    each_country: Annotated[bool, typer.Option("--each-country", help="Average each country separately.")] = False,
    format: Annotated[
        Literal["table", "triangle", "csv", "json"],
        typer.Option(help="table, json, triangle (CSV, a row per edition), or csv: each figure of each edition."),
    ] = "table",
    store: StoreOption = "",
) -> None:
    """Show how figures were revised from edition to edition, and whether revisions are news or noise."""
    from indicators.exports.data_tables import format_csv
    from indicators.exports.revision_tables import history_to_json, history_to_text
    from indicators.store import open_store
    from indicators.view.revising import list_revisions

    opened = open_store(store)
    history = list_revisions(indicator, country, time, store=opened)
    if format == "json":
        typer.echo(history_to_json(history, each_area=each_country))
    elif format in ("csv", "triangle"):
        typer.echo(format_csv(history.cells if format == "csv" else history.make_triangle().reset_index()), nl=False)
    else:
        names = {one.id: one.name for one in opened.catalogue.indicators}
        typer.echo(history_to_text(history, names, each_area=each_country))
