"""What charts refuse to draw, why, and what is offered instead."""

from functools import cache

import pytest

import indicators as ind
from indicators.analysis.pipeline import make_panel
from indicators.analysis.real_terms import MoneySettings
from indicators.analysis.request import PanelRequest
from indicators.charts import messages
from indicators.charts.choice import find_refusal, get_chart_type
from indicators.charts.guards import GuardContext, make_refusal
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.errors import IndicatorsError, UnitMismatchError, UsageError
from indicators.model.panel import join_panels
from indicators.store import open_embedded_store, open_store
from indicators.view import View
from indicators.view.getting import get_panel

STORE = open_embedded_store()


@cache
def shown(view):
    return make_panel(view.request, STORE)


@cache  # a refusal is frozen, and two tests ask for each
def refusal_of(address):
    view, ignored = View.from_address(address, STORE.catalogue)
    assert ignored == ()
    try:
        return find_refusal(view, shown(view), STORE.catalogue)
    except IndicatorsError as error:
        return make_refusal(error, view)


EUR_IS_NEW = messages.NOTHING_LEFT.format(reason="EUR was introduced on")
OWN_CURRENCIES, DIFFERENT_LENGTHS = (
    message.partition("{")[0] for message in (messages.OWN_CURRENCIES, messages.DIFFERENT_LENGTHS)
)
SAME_COLOURS = messages.SAME_COLOURS.rpartition("}")[2]

REFUSED = {
    "indicators=gdp-growth-weo&country=RUS&everyVintage=true&chart=bar": messages.EDITIONS_AS_LINES,
    "indicators=gdp-growth-weo&country=RUS&everyVintage=true&tab=map": messages.EDITIONS_AS_LINES,
    "indicators=gdp&country=RUS~CHN&per=WLD&prices=2015&deflator=cpi": "No data for the world",
    "indicators=gdp&country=CHN&unit=EUR&time=1960..1990": EUR_IS_NEW,
    "indicators=gdp&country=CHN&time=1960&transform=pc1": "No value a year earlier",
    "indicators=inflation&country=RUS~CHN&chart=area": "add up across countries",
    "indicators=gdp-per-capita&country=RUS~CHN&chart=area": "add up across countries",
    "indicators=exports-share-of-gdp&country=RUS~CHN&chart=area": "a share of a different whole",
    "indicators=gdp&country=RUS~WLD&chart=area&time=2000..2020": "World includes Russia",
    "indicators=gdp&country=DEU~EMU&chart=area&time=2000..2020": "Euro area includes Germany",
    "indicators=gdp~reserves&country=CHN&chart=area&time=2000..2020": "A flow and a stock",
    "indicators=gdp~reserves&country=CHN&chart=area&per=gdp": "A flow and a stock",
    "indicators=government-debt~military-expenditure&country=GBR&chart=area": "A flow and a stock",
    "indicators=gdp~population&country=CHN&chart=area": "GDP (USD) and Population (persons)",
    "indicators=gdp~population~merchandise-imports&country=CHN&chart=area": "different units",
    "indicators=merchandise-imports~digital-economy-size-caict&country=CHN&chart=area": "different currencies",
    "indicators=unemployment~urban-population-share&country=CHN&chart=area": "Shares of different wholes",
    "indicators=merchandise-exports~merchandise-imports&country=CHN&chart=area&per=WLD": "Shares of different wholes",
    "indicators=inflation~gdp-growth&country=CHN&chart=area": "add up: Inflation",
    "indicators=inflation~gdp~merchandise-imports&country=CHN&chart=area": "add up: Inflation",
    "indicators=gdp~merchandise-imports&country=CHN&chart=area&transform=index": "add up: GDP, USD, current prices",
    "indicators=gdp~merchandise-exports&country=CHN&chart=area": "counted twice",
    "indicators=e-commerce-turnover~online-advertising-turnover~digital-economy-turnover&country=RUS&chart=area": (
        "counted twice"
    ),
    "indicators=merchandise-exports~merchandise-imports&country=RUS~CHN&chart=area": "no single total",
    "indicators=foreign-direct-investment-inflows~merchandise-imports&country=RUS&chart=area": (
        "Foreign direct investment inflows is below zero"
    ),
    "indicators=current-account-balance&country=RUS~USA&chart=area&time=2000..2020": "is below zero",
    "indicators=gdp&country=RUS~CHN&chart=area&unit=LCU&time=2000..2020": "different currencies",
    "indicators=gdp&country=RUS~CHN&chart=ranking&unit=LCU&time=2020": OWN_CURRENCIES,
    "indicators=gdp&tab=map&unit=LCU&time=2020": OWN_CURRENCIES,
    "indicators=gdp&country=RUS&chart=scatter": messages.SCATTER_OF_ONE,
    "indicators=gdp~digital-economy-size-caict&country=RUS&chart=scatter&time=2020": (
        messages.NO_DATA_FOR_AXIS.partition("{")[0]
    ),
    "indicators=bilateral-trade&tab=map": messages.PAIRS_ON_MAP.rpartition("}")[2],
    "indicators=gdp&country=RUS&chart=slope&time=2020": messages.SLOPE_OF_ONE,
    "indicators=inflation&country=CHN&yScale=log&time=2000..2010": messages.NO_LOGARITHM.partition("{")[0],
    "indicators=inflation&country=CHN&transform=pc1": "in percentage points",
    "indicators=inflation&country=CHN&transform=index&base=2015": "an index of it would follow the rate, not a level",
    "indicators=digital-economy-turnover&country=RUS&chart=area": "Several publishers",
    "indicators=gdp~population&tab=map&time=2020": messages.TWO_MAPS.format(one="GDP", other="Population"),
    "indicators=gdp~population&country=RUS~CHN&chart=ranking&time=2020": "GDP (USD) and Population (persons)",
    "indicators=gdp~population&country=RUS~CHN&chart=slope&time=2000..2020": messages.DIFFERENT_LENGTHS.partition("{")[
        0
    ],
    "indicators=inflation~gdp-growth&country=RUS~CHN&chart=bar&time=2019..2020": messages.SAME_COLOURS.rpartition("}")[
        2
    ],
}


@pytest.mark.parametrize("address", REFUSED)
def test_misleading_charts_are_refused_with_a_reason_and_an_offer_without_it(address):
    refusal = refusal_of(address)
    assert REFUSED[address] in refusal.sentence
    assert refusal.sentence.endswith(".")
    offer = refusal.offers[0]
    again = find_refusal(offer.view, shown(offer.view), STORE.catalogue)
    assert again is None or REFUSED[address] not in again.sentence


@pytest.mark.parametrize(
    "address",
    [
        "indicators=gdp&country=RUS~CHN", "indicators=gdp&country=RUS~CHN&chart=area&time=2000..2020",
        "indicators=gdp&country=RUS~CHN&chart=area&per=WLD&time=2000..2020", "indicators=gdp&tab=map&time=2020",
        "indicators=inflation&country=RUS~CHN&transform=ch1", "indicators=terms-of-trade&country=CHN&transform=index",
        "indicators=unemployment&country=CHN&transform=index", "indicators=gdp&country=RUS~CHN&yScale=log",
        "indicators=gdp~population&country=RUS~CHN&chart=scatter&time=2000..2020",
        "indicators=gdp&country=EUU~BRA&chart=area", "indicators=gdp&country=EUU~BRA&chart=area&per=total",
        "indicators=gdp~population&country=RUS~CHN&chart=scatter&transform=index",
        "indicators=gdp~merchandise-exports&country=RUS~CHN&chart=scatter&transform=index",
        "indicators=gdp&country=RUS~CHN&chart=slope", "indicators=gdp&country=RUS~CHN&unit=LCU",
        "indicators=gdp&country=RUS~CHN&unit=EUR&prices=2015&chart=ranking",
        "indicators=population&country=WLD&chart=area",
        "indicators=merchandise-exports~merchandise-imports&country=CHN&chart=area",
        "indicators=merchandise-exports~merchandise-imports&country=CHN&chart=area&per=person",
        "indicators=exports-share-of-gdp~imports-share-of-gdp&country=CHN&chart=area&stackMode=relative",
        "indicators=merchandise-imports~online-advertising-turnover&country=RUS&chart=area&unit=USD",
        "indicators=broadband-subscriptions~mobile-subscriptions&country=RUS&chart=area",
        "indicators=inflation~gdp-growth&country=RUS&chart=bar&time=2019..2020",
        "indicators=inflation~gdp-growth&country=RUS~CHN&chart=bar&time=2020",
        "indicators=inflation~gdp-growth&country=RUS~CHN&chart=ranking&time=2020",
        "indicators=inflation&country=RUS~CHN&chart=area&tab=table", "indicators=gdp&country=ATA&chart=area",
        "indicators=gdp-growth-weo~inflation-weo&chart=scatter&time=2014",  # Argentina alone is mixed
        "indicators=inflation-weo~gdp-growth-weo&country=ARG&chart=scatter",
        "indicators=gdp-growth~gdp-growth-weo&country=RUS~CHN&chart=scatter",  # of the last year with both as actual
    ],
)  # fmt: skip
def test_what_makes_sense_is_drawn(address):
    assert refusal_of(address) is None


def test_money_at_different_prices_is_not_compared():
    view = View(("gdp",), ("RUS",), chart="ranking")
    one, other = (
        make_panel(PanelRequest(view.query, MoneySettings("USD", prices=year)), STORE) for year in (2010, 2015)
    )
    refusal = find_refusal(view, join_panels([one, other]), STORE.catalogue)
    named = [messages.CONSTANT_PRICES.format(year=year) for year in (2010, 2015)]
    assert refusal.sentence == messages.MIXED_PRICES.format(prices=" and ".join(named))


def test_a_forecast_is_not_compared_with_an_actual_value():
    view = View(("gdp-growth-weo", "inflation-weo"), ("RUS",), chart="scatter")
    panel = shown(view)
    frame = panel.frame[panel.frame["code"] == "RUS"]
    last = frame[(frame["indicator"] == "inflation-weo") & frame["value"].notna()]["period"].max()
    frame = frame[frame["period"] == last].copy()
    frame["status"] = frame["indicator"].map({"inflation-weo": "F", "gdp-growth-weo": "A"})
    refusal = find_refusal(view, panel.with_frame(frame), STORE.catalogue)
    forecast, actual = (STORE.catalogue.find_indicator(id).name for id in ("inflation-weo", "gdp-growth-weo"))
    assert refusal.sentence == messages.FORECAST_AGAINST_ACTUAL.format(
        area="Russia", when=f"in {last}", forecast=forecast, actual=actual
    )
    assert refusal.offers[0].view.forecasts is False


def test_every_guard_refuses_something():
    """Each guard has an address above, or a test of its own."""
    own_tests = {
        "refuse_mixed_prices",
        "refuse_forecast_against_actual",
        "refuse_groups_on_map",
        "refuse_several_series",
    }
    found = {find_guard(View.from_address(address, STORE.catalogue)[0]) for address in REFUSED} - {""}
    entries = (*CHART_TYPES.values(), MAP_TYPE)
    assert found | own_tests == {guard.__name__ for entry in entries for guard in entry.guards}


def find_guard(view):
    """The name of the first guard that refuses a view; empty where there are no values to ask about."""
    try:
        context = GuardContext(view, shown(view), STORE.catalogue)
    except IndicatorsError:
        return ""
    return next(guard.__name__ for guard in get_chart_type(view).guards if guard(context) is not None)


def test_a_map_of_a_group_is_refused():
    view = View(("gdp",), ("WLD",), tab="map")
    panel = STORE.read_panel(view.with_(tab="chart").query)  # where no country has a value
    refusal = find_refusal(view, panel, STORE.catalogue)
    assert refusal.sentence == messages.GROUPS_ON_MAP.format(indicator="GDP", groups="World")


def test_an_error_becomes_a_refusal_with_ways_back():
    view = View(("inflation",), ("RUS",), per="person", unit="USD", frequency="A")
    refusal = make_refusal(UnitMismatchError("No.", hint="Try."), view)
    assert refusal.sentence == "No. Try."
    assert [offer.view.per for offer in refusal.offers] == ["", "person", "person"]


@pytest.mark.parametrize("indicator", ["gdp-per-capita-ppp", "population", "gdp"])
def test_every_second_axis_that_is_offered_can_be_drawn(indicator):
    refusal = refusal_of(f"indicators={indicator}&country=RUS~CHN~USA&chart=scatter&time=2020")
    for offer in refusal.offers:
        if len(offer.view.indicators) > 1:
            assert find_refusal(offer.view, shown(offer.view), STORE.catalogue) is None, offer.label


def test_growth_across_editions_is_refused_and_the_values_are_offered():
    view, _ = View.from_address(
        "indicators=gdp-growth-weo&country=RUS&everyVintage=true&transform=chg&time=latest", STORE.catalogue
    )
    with pytest.raises(UsageError, match="every vintage") as error:
        shown(view)
    newest, itself, *_ = make_refusal(error.value, view).offers
    assert not newest.view.every_vintage
    assert shown(itself.view).frame["vintage"].nunique() > 60


def test_a_logarithmic_axis_is_offered_without_the_country_in_the_way():
    refusal = refusal_of("indicators=inflation&country=TUR~ARG~JPN&time=2000..2020&yScale=log")
    assert refusal.offers[1].label == messages.OFFER_WITHOUT.format(name="Japan")
    assert refusal.offers[1].view.areas == ("TUR", "ARG")
    assert find_refusal(refusal.offers[1].view, shown(refusal.offers[1].view), STORE.catalogue) is None
    alone = refusal_of("indicators=inflation&country=JPN&time=2000..2020&yScale=log")
    assert [offer.label for offer in alone.offers] == [messages.OFFER_LINEAR]


@pytest.mark.parametrize("view", [View(("jobs",), tab="map"), View(("jobs", "gdp"), chart="scatter")])
def test_one_value_per_country_is_not_women_and_men(tmp_path, view):
    path = tmp_path / "jobs.csv"
    path.write_text("Country,Year,Sex,Value\nPeru,2019,Female,1\nPeru,2019,Male,2\nChile,2019,Female,3\n")
    ind.import_file(path, dataset="jobs", store=tmp_path / "store")
    store = open_store(str(tmp_path / "store"))
    refusal = find_refusal(view, get_panel(view, store), store.catalogue)
    assert "Female" in refusal.sentence
    offer = refusal.offers[0].view
    assert offer.dimensions == (("SEX", ("F",)),)
    assert find_refusal(offer, get_panel(offer, store), store.catalogue) is None
