"""Convert an amount of money: ``convert``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from indicators.cli.application import JsonOption, StoreOption
from indicators.errors import RateMissingError


def convert_amount(
    amount: Annotated[str, typer.Argument(help="A number: 24e12, 1.5 mln, '$287 billion'.")],
    source: Annotated[
        str, typer.Argument(help="Its unit: RUB, trillion RUB, roubles. Leave it out if the amount names it.")
    ],
    target: Annotated[str, typer.Argument(help="The unit to convert to: USD, billion USD.")] = "",
    year: Annotated[
        str, typer.Option("--year", "--period", help="The period of the amount: 2024, 2024-Q3, 2024-08.")
    ] = "",
    date: Annotated[str, typer.Option(help="The date of the exchange rate, YYYY-MM-DD.")] = "",
    rate: Annotated[
        Literal["average", "end", "spot", "ppp"] | None,
        typer.Option(help="The exchange rate. Default: every rate that the period and the date allow."),
    ] = None,
    by: Annotated[str, typer.Option(help="Only rates of this publisher: IMF, World Bank, Bank of Russia, ECB.")] = "",
    country: Annotated[
        str, typer.Option(help="The country of the local currency (LCU) or of the purchasing power parity.")
    ] = "",
    as_json: JsonOption = False,
    store: StoreOption = "",
) -> None:
    """Convert an amount of money, with rates and sources.

    Each result has its exchange rate, the date of the rate and its publisher.
    """
    from indicators.exports.conversions import conversions_to_json, conversions_to_text
    from indicators.store import open_store
    from indicators.view.converting import ConversionRequest, convert_sum

    opened = open_store(store)
    named, wanted = (source, target) if target else ("", source)
    request = ConversionRequest.read(
        amount, named, wanted, period=year, day=date, rule=rate, by=by, country=country, store=opened
    )
    found = convert_sum(request, opened)
    typer.echo(conversions_to_json(request, found) if as_json else conversions_to_text(request, found))
    if all(restatement.value is None for restatement in found):
        raise RateMissingError(found[0].reason)
