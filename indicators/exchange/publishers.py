"""The publishers of exchange rates: how they quote, and whose rate comes first. Declared only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from indicators.errors import UsageError
from indicators.exchange import messages
from indicators.exchange.rules import RateKind

SPENT: Final = "USD:"
"""Prefix of an area's code for US dollars spent there, at its prices."""
_ATLAS: Final = {"gni-atlas": "USD:Atlas:", "gni-per-capita-atlas": "USD:Atlas per person:"}
"""Prefixes for dollars that the World Bank's Atlas method converted, at an average of the rates of three years."""
_OUTLOOK: Final = "imf-weo"
_OUTLOOK_DOLLARS, _OUTLOOK_OWN_MONEY = "USD:IMF:", "LCU:IMF:"
"""Prefixes for amounts of the IMF's Outlook, in dollars and in the money in which it gives a country's own GDP."""


@dataclass(frozen=True, slots=True)
class RateSource:
    """A published table of rates.

    Attributes:
        indicator: The indicator of the rates in the store.
        publisher: The publisher.
        base: The currency that all others are quoted against.
        kinds: The kinds of rate it has.
        quotes_base: Whether a quotation is units of the base for one of the other (roubles for a dollar), not
            units of the other for one of the base (dollars for a euro).
        daily: Whether there is a rate per day; else one per year.
        hold: For how many days a daily rate is used for days without one.
        calendar: Whether an average counts each calendar day at the rate in force; else each day of publication.
        since: The first year used.
        without: Areas whose figures are not used.
        mixed: Areas and years of which an average mixes two currencies, so that it is not used.
        unrestated: Areas whose figures are in the currency of their time, though a redenomination followed.
        in_dollars: Areas whose local currency is the US dollar to the publisher.
        spent: The prefix of the areas' codes if its quotations are of dollars spent in an area, not of the area's own
            currency; else empty.
        per: The indicator that its indicator is divided by to give a rate; empty if it is one itself.
        dataset: The one dataset it is read from; empty for every dataset with the indicator.
        names: Other names of the publisher.
    """

    indicator: str
    publisher: str
    base: str
    kinds: frozenset[RateKind]
    quotes_base: bool = False
    daily: bool = False
    hold: int = 0
    calendar: bool = False
    since: int = 0
    without: tuple[str, ...] = ()
    mixed: tuple[tuple[str, int], ...] = ()
    unrestated: tuple[str, ...] = ()
    in_dollars: tuple[str, ...] = ()
    spent: str = ""
    per: str = ""
    dataset: str = ""
    names: tuple[str, ...] = ()


_DAILY: Final = frozenset({RateKind.AVERAGE, RateKind.END, RateKind.SPOT})

# Zimbabwe's average of 2024 is of three months of the old dollar, at thousands per US dollar, and nine months of gold.
_BIRTH_OF_GOLD: Final = (("ZWE", 2024),)

IMF: Final = RateSource("exchange-rate-imf", "IMF", "USD", frozenset({RateKind.AVERAGE}), mixed=_BIRTH_OF_GOLD)
WORLD_BANK: Final = RateSource(
    "official-exchange-rate",
    "World Bank",
    "USD",
    frozenset({RateKind.AVERAGE}),
    names=("WB", "WDI"),
    since=2020,  # before, it restates the IMF's, without saying in which of a country's past monies
    mixed=_BIRTH_OF_GOLD,
    unrestated=("ZWE",),
)
BANK_OF_RUSSIA: Final = RateSource(
    "exchange-rate-bank-of-russia", "Bank of Russia", "RUB", _DAILY,
    # a rate stays in force until the next; the longest gap is the January holidays
    quotes_base=True, daily=True, hold=14, calendar=True, names=("CBR", "Central Bank of Russia"),
)  # fmt: skip
ECB: Final = RateSource("exchange-rate-ecb", "ECB", "EUR", _DAILY, daily=True, hold=7, names=("European Central Bank",))
PARITY: Final = RateSource(
    "ppp-conversion-factor", "World Bank", "international_dollar", frozenset({RateKind.PPP}), names=("WB", "WDI"),
    without=("ZWE",),  # in several of its monies
    in_dollars=("LBR", "PSE"),  # as their national accounts are; both have a currency of their own or use another
)  # fmt: skip
# Used for amounts in dollars. First the quotient of two series of the same thing, at current prices in dollars and at
# parity, so that what is converted agrees with what is published: the price level ratio is of another edition and for
# some countries of another round of prices. It remains for the United States, whose dollars are international ones.
GDP_PARITY: Final = RateSource(
    "gdp-per-capita", "World Bank", "international_dollar", frozenset({RateKind.PPP}), names=("WB", "WDI"),
    without=("USA",), spent=SPENT, per="gdp-per-capita-ppp", dataset="world-bank-wdi",
)  # fmt: skip
GNI_PARITY, GNI_PER_CAPITA_PARITY = (
    replace(GDP_PARITY, indicator=id, without=(), spent=prefix, per=f"{id.removesuffix('-atlas')}-ppp")
    for id, prefix in _ATLAS.items()
)
OUTLOOK_PARITY: Final = replace(
    GDP_PARITY, indicator="gdp-weo", publisher="IMF", names=(), without=(), spent=_OUTLOOK_DOLLARS, per="gdp-ppp",
    dataset=_OUTLOOK,
)  # fmt: skip
OUTLOOK_OWN_PARITY: Final = replace(OUTLOOK_PARITY, indicator="gdp-own-money", spent=_OUTLOOK_OWN_MONEY)
PRICE_LEVEL: Final = RateSource(
    "price-level-ratio", "World Bank", "international_dollar", frozenset({RateKind.PPP}), names=("WB", "WDI"),
    without=("ZWE",), spent=SPENT,
)  # fmt: skip

RATE_SOURCES: Final = (
    IMF,
    WORLD_BANK,
    BANK_OF_RUSSIA,
    ECB,
    PARITY,
    GDP_PARITY,
    GNI_PARITY,
    GNI_PER_CAPITA_PARITY,
    OUTLOOK_PARITY,
    OUTLOOK_OWN_PARITY,
    PRICE_LEVEL,
)

PairRole = Literal["direct", "cross", "any"]

# The first that has the pair is used. Published averages come before calculated ones. For daily rates, each central
# bank comes first for its own currency, and the ECB, which quotes more currencies, for other pairs.
_BY_DAY: Final[tuple[tuple[RateSource, PairRole], ...]] = (
    (BANK_OF_RUSSIA, "direct"), (ECB, "direct"), (ECB, "cross"), (BANK_OF_RUSSIA, "cross"),
)  # fmt: skip
PRECEDENCE: Final[Mapping[RateKind, tuple[tuple[RateSource, PairRole], ...]]] = {
    RateKind.AVERAGE: ((IMF, "any"), (WORLD_BANK, "any"), *_BY_DAY),
    RateKind.END: _BY_DAY,
    RateKind.SPOT: _BY_DAY,
    RateKind.PPP: tuple(
        (source, "any")
        for source in (
            GDP_PARITY,
            GNI_PARITY,
            GNI_PER_CAPITA_PARITY,
            OUTLOOK_PARITY,
            OUTLOOK_OWN_PARITY,
            PRICE_LEVEL,
            PARITY,
        )
    ),
    RateKind.STATED: (),
}

PIVOTS: Final[Mapping[RateKind, tuple[str, ...]]] = {
    RateKind.AVERAGE: ("USD", "EUR", "RUB"),
    RateKind.END: ("EUR", "RUB", "USD"),
    RateKind.SPOT: ("EUR", "RUB", "USD"),
    RateKind.PPP: (),
    RateKind.STATED: (),
}
"""Currencies that link the rates of two publishers when no single publisher has both ends."""


def list_dollars_spent(indicator: str, area: str, dataset: str = "") -> tuple[str, ...]:
    """List the codes under which dollars of an indicator, spent in an area, may have a price level; the best first.

    >>> list_dollars_spent("gdp", "SVK"), list_dollars_spent("gni-atlas", "SVK")
    (('USD:SVK',), ('USD:Atlas:SVK', 'USD:SVK'))
    >>> list_dollars_spent("gdp-weo", "SVK", "imf-weo")
    ('USD:IMF:SVK', 'USD:SVK')
    """
    of_dataset = _OUTLOOK_DOLLARS if dataset == _OUTLOOK else ""
    return tuple(f"{prefix}{area}" for prefix in (_ATLAS.get(indicator), of_dataset, SPENT) if prefix)


def list_own_money_spent(area: str, dataset: str) -> tuple[str, ...]:
    """List the codes under which the national currency of an area, as a dataset gives it, may have a parity.

    >>> list_own_money_spent("SVK", "imf-weo"), list_own_money_spent("SVK", "world-bank-wdi")
    (('LCU:IMF:SVK',), ())
    """
    return (f"{_OUTLOOK_OWN_MONEY}{area}",) if dataset == _OUTLOOK else ()


def find_sources(name: str) -> frozenset[str]:
    """Return the indicators of the rates of one publisher.

    Raises:
        UsageError: No publisher has this name.

    >>> sorted(find_sources("cbr"))
    ['exchange-rate-bank-of-russia']
    """
    wanted = name.strip().casefold()
    found = {s.indicator for s in RATE_SOURCES if wanted in {s.publisher.casefold(), *(n.casefold() for n in s.names)}}
    if not found:
        publishers = ", ".join(dict.fromkeys(source.publisher for source in RATE_SOURCES))
        raise UsageError(messages.NO_SUCH_PUBLISHER, found=name, expected=publishers)
    return frozenset(found)
