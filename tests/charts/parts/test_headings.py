from datetime import date

import pytest

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.axes import make_value_axis
from indicators.charts.parts.headings import describe_rule, name_unit, write_title
from indicators.exports.extract import Extract
from indicators.model.formatting import join_names
from indicators.model.panel import join_panels
from indicators.model.periods import TimePeriod
from indicators.store import open_catalogue
from indicators.view import View


@pytest.mark.parametrize(
    ("indicator", "heading"),
    [("gdp-per-capita", "thousand USD per person"), ("gdp", "trillion USD"), ("inflation", "%")],
)
def test_the_axis_gives_the_divisor_of_its_values(indicator, heading):
    panel = ind.get(indicator, "RUS", "2015..2024")
    assert name_unit(panel) == heading
    axis = make_value_axis(panel, "linear")
    assert axis.heading == heading
    divisor = {"thousand": 1e3, "trillion": 1e12}.get(heading.split()[0], 1.0)
    assert axis.divisor == divisor
    assert panel.frame["value"].max() / axis.divisor <= axis.high


def test_a_title_gives_the_conversion_rule():
    panel = ind.get("gdp", "RUS", "2024", unit="billion EUR")
    assert write_title(panel) == "GDP, trillion EUR at annual average rates"
    assert describe_rule(ind.get("gdp", "RUS", "2024")) == ""


def test_a_title_at_constant_prices_gives_the_year_of_the_rate():
    panel = ind.get("gdp", "RUS", "2020..2024", unit="EUR", prices=2020)
    assert write_title(panel) == "GDP, trillion EUR, constant 2020 prices, 2020 average rate"


@pytest.mark.parametrize(
    ("terms", "heading"),
    [
        ({"unit": "EUR", "transform": "index", "base": 2010},
         "GDP, EUR, current prices (index, 2010 = 100), at annual average rates"),
        ({"unit": "EUR", "transform": "index", "base": 2010, "prices": 2015},
         "GDP, EUR, constant 2015 prices (index, 2010 = 100)"),
        ({"unit": "LCU", "transform": "pc1", "prices": 2015},
         "GDP, local currency, constant 2015 prices, change from a year earlier (%)"),
        ({"unit": "EUR", "transform": "pc1"},
         "GDP, EUR, current prices, change from a year earlier (%), at annual average rates"),
        ({"transform": "pc1"}, "GDP, USD, current prices, change from a year earlier (%)"),
        ({"per": "WLD"}, "GDP, USD, current prices (% of world)"),
        ({"per": "WLD", "transform": "chg"},
         "GDP, USD, current prices, % of the world, change from the previous year (percentage points)"),
        ({"per": "WLD", "prices": 2015}, "GDP, USD, constant 2015 prices (% of world)"),
        ({"unit": "EUR", "transform": "ch1", "prices": 2015},
         "GDP, change from a year earlier, billion EUR, constant 2015 prices, 2015 average rate"),
    ],
)  # fmt: skip
def test_titles_of_indices_and_shares_give_the_currency_and_prices_behind_them(terms, heading):
    assert write_title(ind.get("gdp", "RUS~CHN", "2005..2020", **terms)) == heading


def test_the_change_of_a_share_is_named_as_one():
    assert write_title(ind.get("military-expenditure", "RUS", transform="pc1")) == (
        "Military expenditure, % of GDP, change from a year earlier (%)"
    )
    exports = ind.get("exports-share-of-gdp", "RUS", transform="pc1")
    assert write_title(exports).startswith("Exports, share of GDP, change")
    urban = ind.get("urban-population-share", "CHN", transform="index", base=2010)
    assert ", % of population" in write_title(urban)


def test_a_share_of_a_total_without_values_has_a_name():
    panel = ind.get("gdp", "RUS", "2005..2020", per="WLD", unit="LCU")  # the world has no money of its own
    assert panel.indicators[0].name == "GDP, RUB, current prices"


def test_units_of_empty_rows_are_not_named():
    assert write_title(ind.get("gdp", "RUS~WLD", "2024", unit="LCU")) == "GDP, trillion RUB at annual average rates"


@pytest.mark.parametrize(
    ("unit", "heading"),
    [
        ("index, 2015 = 100", "index, 2015 = 100, in thousands"), ("%", "%, in thousands"),
        ("% of GDP", "% of GDP, in thousands"), ("persons", "thousand persons"),
    ],
)  # fmt: skip
def test_percentages_have_their_scale_word_last(unit, heading):
    panel = ind.get("inflation", "RUS", "2015..2024")
    assert name_unit(panel.with_frame(panel.frame.assign(unit=unit, value=65_374.0))) == heading


def test_the_subtitle_gives_the_date_of_older_data():
    view = View(("gdp-growth-weo",), ("RUS",), as_of=date(2019, 4, 30))
    panel = ind.get("gdp-growth-weo", "RUS", as_of="2019-04-30")
    assert draw_chart(panel, view).subtitle == "Russia · 1993–2024 · as known on 30 April 2019"
    assert Extract(panel, view).subtitle.endswith("as known on 30 April 2019")
    edition = view.with_(as_of=None, vintage=TimePeriod.parse("2018-10"))
    assert draw_chart(panel, edition).subtitle.endswith("as published in October 2018")
    assert draw_chart(panel, view.with_(as_of=None)).subtitle == "Russia · 1993–2024"


def test_several_indicators_have_no_single_unit_in_the_title():
    gdp = ind.get("gdp", "RUS", "2020")
    assert write_title(join_panels([gdp, ind.get("population", "RUS", "2020")])) == "GDP and Population"
    assert write_title(join_panels([gdp, ind.get("population", "RUS", "1900")])) == "GDP and Population"
    assert write_title(join_panels([gdp, ind.get("merchandise-exports", "RUS", "2020")])).endswith(", trillion USD")


def test_names_with_commas_are_separated_by_semicolons():
    panel = ind.get("exports-share-of-gdp~imports-share-of-gdp", "RUS", "2015..2024")
    assert write_title(panel) == "Exports, share of GDP; Imports, share of GDP (% of GDP)"
    assert Extract(panel).title == "Exports, share of GDP; Imports, share of GDP"
    assert join_names(["A, b", "C", "D", "E"], most=3) == "A, b; C; and 2 others"


def test_names_without_commas_are_joined_by_and():
    assert write_title(ind.get("gdp~reserves", "RUS", "2015..2024")).startswith("GDP and International reserves, ")


@pytest.mark.parametrize(
    ("areas", "where"),
    [
        ("G7", "G7: 7 countries"), ("G20", "G20: 19 countries"), ("EU:members", "European Union: 27 countries"),
        ("EA:members", "Euro area: 21 countries"),
        ("BRICS:2009", "Brazil, China, India and Russia"),
        ("G7~RUS", "Canada, Germany, France, United Kingdom, Italy and 3 others"),
    ],
)  # fmt: skip
def test_a_whole_group_is_called_by_its_name(areas, where):
    texts = {"indicators": "gdp", "areas": areas, "time": "2020"}
    view = View.from_texts(texts, open_catalogue())
    panel = ind.get("gdp", areas, "2020")
    assert draw_chart(panel, view).subtitle == f"{where} · 2020 · current prices"
    assert Extract(panel, view).subtitle == f"{where} · 2020 · current prices"


def test_members_of_a_group_with_values_are_counted():
    view = View.from_texts({"indicators": "inflation", "areas": "G20", "time": "1975"}, open_catalogue())
    panel = ind.get("inflation", "G20", "1975")
    there = panel.frame["code"].nunique()
    assert draw_chart(panel, view).subtitle == f"G20: {there} of 19 countries · 1975"
