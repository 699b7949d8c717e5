"""The command that holds forecasts against what came: ``score``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from indicators.cli.application import StoreOption, app, said_plainly

__all__ = ["score"]


class ScoreFormat(StrEnum):
    """The forms in which scores are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class OutcomeChoice(StrEnum):
    """What forecasts are held against."""

    NEWEST = "newest"
    FIRST = "first"


@app.command()
@said_plainly
def score(
    indicator: Annotated[str, typer.Argument(help="Names or codes joined by ~, such as gdp-growth-weo.")],
    country: Annotated[str, typer.Option(help="Countries or groups joined by ~. All if left out.")] = "",
    time: Annotated[str, typer.Option(help="The years that were forecast: 2000..2019.")] = "",
    outcome: Annotated[
        OutcomeChoice, typer.Option(help="The newest actual figure, or the first that was published.")
    ] = OutcomeChoice.NEWEST,
    each_country: Annotated[bool, typer.Option("--each-country", help="Keep countries apart.")] = False,
    format: Annotated[
        ScoreFormat, typer.Option(help="table, json, or csv: each forecast with what came.")
    ] = ScoreFormat.TABLE,
    store: StoreOption = "",
) -> None:
    """Say how far off a publisher's forecasts were, by how far ahead it looked."""
    from indicators.exports.forecast_scores import scores_to_csv, scores_to_json, scores_to_text
    from indicators.store import open_catalogue
    from indicators.view import score as scored

    record = scored(indicator, country, time, outcome=outcome.value)
    if format is ScoreFormat.CSV:
        typer.echo(scores_to_csv(record), nl=False)
    elif format is ScoreFormat.JSON:
        typer.echo(scores_to_json(record, each_area=each_country))
    else:
        names = {one.id: one.name for one in open_catalogue().indicators}
        typer.echo(scores_to_text(record, names, each_area=each_country))
