"""What an indicator's figures have in common, how far they differ, and how else the same thing is defined.

How far figures differ is measured in the store, over countries and the years from 1995 to 2023, forecasts left out:

* Of growth and inflation every half-year's edition of the IMF since 1990 is here, so that what was published at any
  time is too. How far figures differ at least is how far the World Bank's is outside the range of all editions in 95 of
  100 cases.
* Of the rest there are two or three editions, years apart. For each country, nine in ten years have figures that differ
  by no more than some number. How far figures differ at least is that number for a country of the lowest quarter where
  the first figures of the period are here, and for the country in the middle where only revised ones are.
  Population has the latter in both places: a census, and those who fled, differ from estimates at any time.
* ``pooled`` is the same number over all countries at once, for those with too few figures of their own.
* An indicator of one publisher gets what is in the middle of those that were measured.

Definitions without figures here are given by the limits of what national offices publish beside the figures that are
here: registered unemployment was 1.9 times the surveyed in Germany in 2023 and 0.7 times in Slovakia in 2005, and is a
tenth of it in Russia or Ukraine.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.claims.evidence import messages

_NOTHING: Final = (Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Definition:
    """Another common definition of what an indicator measures.

    Attributes:
        name: What it is called.
        cue: The pattern of the words that name it in a text; empty if no words do.
        indicators: The indicators with figures of it; empty if there are none.
        share_of: An indicator that is a share and the one it is a share of, if their product is it.
        areas: The areas of which it may be meant without being named; ``None`` for all.
        ratio: Between which multiples of the figure here it is.
        points: How far it is at most below and above the figure here.
        years: How many years earlier and later its year may be in part, as a fiscal year is. It differs by up to half
            the change between the years, as does a month.
        besides: The indicators that are estimates of its publisher; where there are no others, it may be anything.
        unless: The pattern of the words that rule it out.
    """

    name: str
    cue: str = ""
    indicators: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    areas: frozenset[str] | None = None
    ratio: tuple[Decimal, Decimal] | None = None
    points: tuple[Decimal, Decimal] | None = None
    years: int = 0
    besides: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """What several indicators measure by the same definition.

    Attributes:
        indicators: Their ids.
        points: How far figures of it differ at least, in its unit: where the first ones are here, and where they
            aren't.
        share: The same as shares of the figure; the larger of the two counts.
        pooled: How far they usually differ where an area has too few figures to tell, in points, or as a share if
            `share` is given.
        definitions: The other definitions.
    """

    indicators: tuple[str, ...]
    points: tuple[Decimal, Decimal] = _NOTHING
    share: tuple[Decimal, Decimal] = _NOTHING
    pooled: Decimal = Decimal(0)
    definitions: tuple[Definition, ...] = ()


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _limits(low: str, high: str) -> tuple[Decimal, Decimal]:
    return Decimal(low), Decimal(high)


_NOWHERE: Final = frozenset[str]()
_FISCAL_YEARS: Final = _codes("IND PAK BGD NPL EGY ETH IRN MMR BTN AFG HTI SDN")
_FISCAL: Final = Definition(messages.FISCAL_YEAR, "fiscal", years=1, areas=_FISCAL_YEARS)
_FISCAL_BUDGET: Final = Definition(
    messages.FISCAL_YEAR, "fiscal", years=1, areas=_FISCAL_YEARS | _codes("USA GBR CAN AUS NZL JPN THA HKG SGP ZAF")
)
_REGISTERED_MORE: Final = _codes("AUT BEL CZE DEU FIN HRV HUN LUX POL SVN BGR SRB MNE MKD")
_REGISTERED_LESS: Final = _codes(
    "CHE NOR SWE DNK EST LVA LTU ROU ALB RUS UKR BLR MDA KAZ KGZ TJK TKM UZB ARM AZE GEO CHN MNG"
)
_NET: Final = _codes("GBR BRA NOR CAN AUS NZL CHL MEX USA JPN")
_CENTRAL: Final = _codes("USA CAN GBR AUS NZL CHE NOR CHN IND JPN KOR BRA ARG MEX COL CHL RUS TUR IDN MYS THA PHL ZAF")
_GOLD: Final = _codes("USA DEU FRA ITA AUT PRT GRC NLD BEL ESP VEN BOL UZB KAZ KGZ TJK TUR ZAF ECU LBN")
_EXPORTS_OF_ALL: Final = Definition(messages.GOODS_AND_SERVICES, share_of=("exports-share-of-gdp", "gdp"))
_IMPORTS_OF_ALL: Final = Definition(messages.GOODS_AND_SERVICES, share_of=("imports-share-of-gdp", "gdp"))
_ONE_MONTH: Final = Definition(messages.ONE_MONTH, "at_a_time", areas=_NOWHERE, years=1)

CONCEPTS: Final = (
    Concept(
        ("unemployment", "unemployment-weo", "unemployment-monthly"),
        points=_limits("0.5", "1.2"), pooled=Decimal("3.9"),
        definitions=(
            Definition(
                messages.REGISTERED, "registered", areas=_REGISTERED_MORE,
                ratio=_limits("0.9", "1.9"), points=_limits("2", "4"),
            ),
            Definition(messages.REGISTERED, areas=_codes("BIH XKX"), ratio=_limits("1", "1.75")),
            Definition(messages.REGISTERED, areas=_codes("SVK"), ratio=_limits("0.65", "1.3")),
            Definition(messages.REGISTERED, areas=_REGISTERED_LESS, ratio=_limits("0.1", "1.1")),
            Definition(messages.END_OF_YEAR, "end_of_year", areas=_NOWHERE),
            Definition(messages.NATIONAL, besides=("unemployment",)),
            Definition(messages.NATIONALS_ALONE, areas=_codes("SAU KWT QAT ARE BHR OMN"), ratio=_limits("1", "2.5")),
            _ONE_MONTH,
            Definition(messages.EXPANDED, areas=_codes("ZAF"), ratio=_limits("1", "1.5")),
        ),
    ),
    Concept(
        ("inflation", "inflation-weo", "inflation-hicp"), points=_limits("1.0", "1.6"), share=_limits("0.05", "0.05"),
        definitions=(
            Definition(messages.END_OF_YEAR, "end_of_year", ("inflation-end-of-year",), unless="on_average"),
            _ONE_MONTH,
            Definition(messages.NATIONAL, areas=_codes("UZB TKM ARG ZWE"), ratio=_limits("0.3", "1.1")),
            Definition(messages.RETAIL_PRICES, areas=_codes("GBR"), ratio=_limits("0.9", "1.5")),
            _FISCAL,
        ),
    ),
    Concept(("gdp-growth", "gdp-growth-weo"), points=_limits("0.8", "3.2"), definitions=(_FISCAL,)),
    Concept(
        ("general-government-debt",), points=_limits("2.2", "7"), pooled=Decimal(16),
        definitions=(
            Definition(
                messages.NET_DEBT, "net_debt", ("general-government-net-debt",), areas=_NET, unless="gross_debt"
            ),
            Definition(
                messages.CENTRAL_DEBT, "central_government", ("government-debt",), areas=_CENTRAL, unless="gross_debt"
            ),
            Definition(
                messages.CENTRAL_DEBT, "central_government",
                areas=_CENTRAL, ratio=_limits("0.4", "1.1"), unless="gross_debt",
            ),
            Definition(messages.NATIONAL, areas=_CENTRAL | _codes("VNM"), ratio=_limits("0.75", "1.25")),
            _FISCAL_BUDGET,
        ),
    ),
    Concept(
        ("general-government-balance",), points=_limits("0.45", "1.1"), pooled=Decimal("2.4"),
        definitions=(
            Definition(messages.CENTRAL_BUDGET, "central_government", ("government-balance",), areas=_CENTRAL),
            Definition(messages.CENTRAL_BUDGET, "central_government", areas=_CENTRAL, points=_limits("1", "6")),
            _FISCAL_BUDGET,
        ),
    ),
    Concept(
        ("gdp", "gdp-weo"), share=_limits("0.04", "0.10"), pooled=Decimal("0.33"),
        definitions=(
            Definition(messages.AT_PARITY, "purchasing_power", ("gdp-ppp",), areas=_NOWHERE), _FISCAL,
        ),
    ),
    Concept(
        ("gdp-per-capita", "gdp-per-capita-weo"), share=_limits("0.06", "0.14"), pooled=Decimal("0.34"),
        definitions=(
            Definition(
                messages.AT_PARITY, "purchasing_power",
                ("gdp-per-capita-ppp", "gdp-per-capita-ppp-weo"), areas=_NOWHERE,
            ),
        ),
    ),
    Concept(("gdp-per-capita-ppp", "gdp-per-capita-ppp-weo"), share=_limits("0.09", "0.14"), pooled=Decimal("0.27")),
    Concept(("population", "population-weo"), share=_limits("0.05", "0.05"), pooled=Decimal("0.11")),
    Concept(
        ("current-account-balance", "current-account-balance-weo"),
        share=_limits("0.16", "0.36"), pooled=Decimal("0.64"), definitions=(_FISCAL,),
    ),
    Concept(
        ("current-account-balance-share-of-gdp",),
        points=_limits("0.7", "2"), pooled=Decimal("4.7"), definitions=(_FISCAL,),
    ),
    Concept(("merchandise-exports",), share=_limits("0.12", "0.12"), definitions=(_EXPORTS_OF_ALL, _FISCAL)),
    Concept(("merchandise-imports",), share=_limits("0.12", "0.12"), definitions=(_IMPORTS_OF_ALL, _FISCAL)),
    Concept(
        ("reserves",), share=_limits("0.12", "0.12"),
        definitions=(
            Definition(messages.WITHOUT_GOLD, areas=_GOLD, ratio=_limits("0.1", "1")),
            Definition(messages.WITHOUT_GOLD, ratio=_limits("0.6", "1")),
        ),
    ),
    Concept(  # what ministries and the UN count as invested differs by any multiple from the balance of payments
        ("foreign-direct-investment-inflows",), share=_limits("0.12", "0.12"),
        definitions=(Definition(messages.NATIONAL, besides=("foreign-direct-investment-inflows",)),),
    ),
    Concept(
        ("policy-rate",),
        definitions=(Definition(messages.OTHER_POLICY_RATE, points=_limits("1", "1")),),  # a corridor, as the ECB had
    ),
)  # fmt: skip
_BY_INDICATOR: Final = {id: concept for concept in CONCEPTS for id in concept.indicators}
_ONE_PUBLISHER_PERCENT: Final = _limits("2", "2"), _limits("0.1", "0.1")
_ONE_PUBLISHER: Final = _NOTHING, _limits("0.12", "0.12")


def has_concept(indicator: str) -> bool:
    """Whether the definitions of an indicator are known."""
    return indicator in _BY_INDICATOR


def find_concept(indicator: str, unit: str, compare_with: tuple[str, ...] = ()) -> Concept:
    """Return what is known of an indicator's figures.

    Args:
        indicator: Its id.
        unit: Its unit.
        compare_with: The indicators that measure nearly the same, for one that has no entry in the table.

    >>> find_concept("unemployment-weo", "% of labour force").indicators[0]
    'unemployment'
    >>> find_concept("life-expectancy", "years").share[0]
    Decimal('0.12')
    """
    if indicator in _BY_INDICATOR:
        return _BY_INDICATOR[indicator]
    points, share = _ONE_PUBLISHER_PERCENT if unit.startswith("%") else _ONE_PUBLISHER
    others = tuple(Definition("", indicators=(id,)) for id in compare_with)
    return Concept((indicator,), points, share, definitions=others)
