"""The publishers whose figures are plain tables of monthly, quarterly or long annual series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from indicators.model.origins import Licence
from indicators.model.periods import Frequency
from indicators.providers.provider import ProviderDescription
from indicators.providers.published_series import PublishedSeries, SeriesPublisher
from indicators.providers.services.bis import BisService
from indicators.providers.services.eurostat import EurostatService

_POLICY_RATES: Final = "bis/policy_rates_monthly.csv"
_HOUSE_PRICES: Final = {
    "house-prices": ("bis/house_prices_nominal_index.csv", "index, 2010 = 100"),
    "house-prices-growth": ("bis/house_prices_nominal_year.csv", "%"),
    "real-house-prices": ("bis/house_prices_real_index.csv", "index, 2010 = 100"),
    "real-house-prices-growth": ("bis/house_prices_real_year.csv", "%"),
}
_COMMODITIES: Final = {
    "brent-oil-price": ("commodities/brent-monthly.csv", "Date", "USD per barrel", "eia-oil-prices-2026-08"),
    "wti-oil-price": ("commodities/wti-monthly.csv", "Date", "USD per barrel", "eia-oil-prices-2026-08"),
    "henry-hub-gas-price": (
        "commodities/henry-hub-monthly.csv", "Month", "USD per million British thermal units", "eia-henry-hub-2026-08"
    ),
}  # fmt: skip
_GOLD: Final = "commodities/gold-monthly.csv"
_CONSUMER_PRICES: Final = "us/cpi-u-monthly.csv"
_TREASURY_YIELDS: Final = "us/treasury-10y-monthly.csv"
_MADDISON_FILE: Final = "maddison-2023/maddison.parquet"
_DASHBOARDS: Final = "monthly/ea_us_monthly.csv"
_PASSED_ON: Final[Mapping[str, Mapping[str, tuple[str, str, int]]]] = {
    # publisher: series of the euro area or the United States, their indicator, unit and power of ten
    "eurostat": {
        "hicp-all": ("inflation-hicp", "%", 0),
        "hicp-core": ("inflation-hicp-core", "%", 0),
        "hicp-energy": ("inflation-hicp-energy", "%", 0),
        "hicp-food": ("inflation-hicp-food", "%", 0),
        "hicp-services": ("inflation-hicp-services", "%", 0),
        "unemployment": ("unemployment-monthly", "% of labour force", 0),
        "unemployment-youth": ("youth-unemployment-monthly", "% of labour force", 0),
        "trade-balance-goods": ("goods-trade-balance-monthly", "EUR", 6),
    },
    "ecb": {
        "m3-growth": ("broad-money-m3-growth", "%", 0),
        "yield-10y": ("government-bond-yield-10-years", "%", 0),
        "yield-2y": ("government-bond-yield-2-years", "%", 0),
    },
    "ec": {"consumer-confidence": ("consumer-confidence", "percentage points", 0)},
    "bls": {
        "unemployment": ("unemployment-monthly", "% of labour force", 0),
        "underemployment-u6": ("underemployment-monthly", "%", 0),
        "employment-rate": ("employment-rate-monthly", "% of population", 0),
        "participation-rate": ("labour-force-participation-monthly", "% of population", 0),
        "job-openings": ("job-openings", "jobs", 3),
        "weekly-hours": ("weekly-hours", "hours per week", 0),
    },
    "bea": {"saving-rate": ("personal-saving-rate", "% of disposable income", 0)},
}


def _list_passed_on(publisher: str) -> Iterator[PublishedSeries]:
    """Yield the series of a publisher that reached us through the tables of two dashboards."""
    for name, (indicator, unit, scale) in _PASSED_ON[publisher].items():
        yield PublishedSeries(
            indicator, f"{publisher}-monthly-2026", _DASHBOARDS, unit, only=("SERIES", name),
            area="USA" if publisher in ("bls", "bea") else "EMU", scale=scale,
        )  # fmt: skip


_BIS: Final = SeriesPublisher(
    ProviderDescription(
        "bis", "BIS", "https://data.bis.org/",
        Licence("BIS terms: free with the source named", "https://data.bis.org/help/legal"),
        (_POLICY_RATES, *(file for file, _ in _HOUSE_PRICES.values())), ("bis",),
    ),
    "Central bank policy rates and residential property prices",
    "Policy rates of central banks at the end of each month, and prices of homes by quarter.",
    (
        PublishedSeries("policy-rate", "bis-policy-rates-2026-05", _POLICY_RATES, "%"),
        *(
            PublishedSeries(
                indicator, "bis-house-prices-2026-05", file, unit, area_column="country_code", time="date",
                value="price", frequency=Frequency.QUARTERLY,
            )
            for indicator, (file, unit) in _HOUSE_PRICES.items()
        ),
    ),
    BisService(),
)  # fmt: skip

_EIA: Final = SeriesPublisher(
    ProviderDescription(
        "eia", "EIA", "https://www.eia.gov/dnav/pet/pet_pri_spt_s1_m.htm",
        Licence("Public domain, packaged under PDDL", "https://www.eia.gov/about/copyrights_reuse.php"),
        tuple(file for file, *_ in _COMMODITIES.values()), ("eia",),
    ),
    "Spot prices of oil and natural gas",
    "Monthly averages of daily spot prices.",
    tuple(
        PublishedSeries(indicator, origin, file, unit, area="WLD", time=time, value="Price")
        for indicator, (file, time, unit, origin) in _COMMODITIES.items()
    ),
)  # fmt: skip

_PINK_SHEET: Final = SeriesPublisher(
    ProviderDescription(
        "world-bank-commodities", "World Bank", "https://www.worldbank.org/en/research/commodity-markets",
        Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (_GOLD,), ("world-bank-commodities",),
    ),
    "Commodity prices (Pink Sheet)",
    "Monthly average price of gold since 1960.",
    (
        PublishedSeries(
            "gold-price", "world-bank-pink-sheet-2026-07", _GOLD, "USD per troy ounce", area="WLD", time="Date",
            value="Price", years=(1960, 9999),
        ),
    ),
)  # fmt: skip

_TIMOTHY_GREEN: Final = SeriesPublisher(
    ProviderDescription(
        "timothy-green", "Timothy Green", "https://github.com/datasets/gold-prices",
        Licence("Packaged under PDDL", "https://opendatacommons.org/licenses/pddl/"), (_GOLD,), ("timothy-green",),
    ),
    "Historical table of gold prices",
    "Price of gold by year, 1833 to 1959. Tables that give it by month repeat the year's figure.",
    (
        PublishedSeries(
            "gold-price", "timothy-green-gold", _GOLD, "USD per troy ounce", area="WLD", time="Date", value="Price",
            frequency=Frequency.ANNUAL, years=(1833, 1959),
        ),
    ),
)  # fmt: skip

_BLS: Final = SeriesPublisher(
    ProviderDescription(
        "bls", "BLS", "https://www.bls.gov/", Licence("Public domain", "https://www.bls.gov/opub/copyright-information.htm"),
        (_CONSUMER_PRICES, _DASHBOARDS), ("bls",),
    ),
    "Consumer prices, employment and unemployment in the United States",
    "The consumer price index since 1913, and figures on the labour market by month.",
    (
        PublishedSeries(
            "consumer-price-index-monthly", "bls-consumer-prices-2026-07", _CONSUMER_PRICES, "index, 1982-84 = 100",
            area="USA", time="Date", value="Index",
        ),
        *_list_passed_on("bls"),
    ),
)  # fmt: skip

_FEDERAL_RESERVE: Final = SeriesPublisher(
    ProviderDescription(
        "federal-reserve", "Federal Reserve", "https://www.federalreserve.gov/releases/h15/",
        Licence("Public domain, packaged under PDDL"), (_TREASURY_YIELDS,), ("federal-reserve",),
    ),
    "Selected interest rates (H.15)",
    "Yield of ten-year Treasury securities, averages of business days by month.",
    (
        PublishedSeries(
            "government-bond-yield-10-years", "federal-reserve-h15-2026-08", _TREASURY_YIELDS, "%", area="USA",
            time="Date", value="Rate",
        ),
    ),
)  # fmt: skip

_EUROSTAT: Final = SeriesPublisher(
    ProviderDescription(
        "eurostat", "Eurostat", "https://ec.europa.eu/eurostat/data/database",
        Licence("Free with the source named", "https://ec.europa.eu/eurostat/help/copyright-notice"),
        (_DASHBOARDS,), ("eurostat",),
    ),
    "Prices, unemployment and trade of the euro area",
    "Monthly figures of the last ten years, as passed on by a public dashboard.",
    tuple(_list_passed_on("eurostat")),
    EurostatService(),
)  # fmt: skip

_ECB_SERIES: Final = SeriesPublisher(
    ProviderDescription(
        "ecb-series", "ECB", "https://data.ecb.europa.eu/", Licence("Free with citation of the ECB"),
        (_DASHBOARDS,), ("ecb",),
    ),
    "Money and bond yields of the euro area",
    "Monthly figures of the last ten years, as passed on by a public dashboard.",
    tuple(_list_passed_on("ecb")),
)  # fmt: skip

_EUROPEAN_COMMISSION: Final = SeriesPublisher(
    ProviderDescription(
        "european-commission", "European Commission",
        "https://economy-finance.ec.europa.eu/economic-forecast-and-surveys/business-and-consumer-surveys_en",
        Licence("Free with the source named", "https://commission.europa.eu/legal-notice_en"),
        (_DASHBOARDS,), ("european-commission",),
    ),
    "Consumer survey of the euro area",
    "Monthly figures of the last ten years, as passed on by a public dashboard.",
    tuple(_list_passed_on("ec")),
)  # fmt: skip

_BEA: Final = SeriesPublisher(
    ProviderDescription(
        "bea", "BEA", "https://www.bea.gov/data/income-saving/personal-saving-rate", Licence("Public domain"),
        (_DASHBOARDS,), ("bea",),
    ),
    "Personal saving in the United States",
    "Monthly figures of the last ten years, as passed on by a public dashboard.",
    tuple(_list_passed_on("bea")),
)  # fmt: skip

_MADDISON: Final = SeriesPublisher(
    ProviderDescription(
        "maddison-project", "Maddison Project",
        "https://www.rug.nl/ggdc/historicaldevelopment/maddison/releases/maddison-project-database-2023",
        Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (_MADDISON_FILE,), ("maddison-project",),
    ),
    "Maddison Project Database 2023",
    "GDP per person and population over two thousand years, for today's countries and three former states.",
    tuple(
        PublishedSeries(
            indicator, "maddison-project-2023", _MADDISON_FILE, unit, area_column="ISO", time="year", value=value,
            frequency=Frequency.ANNUAL, scale=scale,
        )
        for indicator, value, unit, scale in (
            ("gdp-per-capita-maddison", "gdppc", "international dollars per person at 2011 prices", 0),
            ("population-maddison", "pop", "persons", 3),
        )
    ),
)  # fmt: skip

SERIES_PUBLISHERS: Final = (
    _BIS, _EIA, _PINK_SHEET, _TIMOTHY_GREEN, _BLS, _FEDERAL_RESERVE, _EUROSTAT, _ECB_SERIES, _EUROPEAN_COMMISSION, _BEA,
    _MADDISON,
)  # fmt: skip
"""The providers in the order in which their datasets are built."""
