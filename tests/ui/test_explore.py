"""Each control of Explore shows what the address says and changes it; nothing else is kept."""

import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.charts import messages as charts
from indicators.charts.registry import CHART_TYPES
from indicators.model.periods import TimePeriod
from indicators.ui import loaders
from indicators.ui.components import controls
from indicators.ui.messages import controls as messages
from indicators.ui.messages import exploration
from indicators.view import View
from indicators.view.fields import MOST_TOLERANCE

OPENED = ("more", "groups", "catalogue")


@pytest.mark.parametrize(
    ("name", "kind", "value", "parameter", "text"),
    [
        ("indicators", "multiselect", ["gdp", "inflation"], "indicators", "gdp~inflation"),
        ("indicators", "multiselect", ["CPI"], "indicators", "inflation"),
        ("areas", "multiselect", ["RUS", "UK", "Deutschland"], "country", "RUS~GBR~DEU"),
        ("areas", "multiselect", ["RUS", "V4", "EU"], "country", "RUS~CZE~HUN~POL~SVK~EUU"),
        ("time", "segmented_control", "latest", "time", "latest"),
        ("time", "segmented_control", "year", "time", "2025"),
        ("years", "slider", (2001, 2010), "time", "2001..2010"),
        ("years", "slider", (2001, 2025), "time", "2001..latest"),
        ("transform", "selectbox", "pc1", "transform", "pc1"),
        ("per", "selectbox", "person", "per", "person"),
        ("per", "selectbox", "WLD", "per", "WLD"),
        ("unit", "selectbox", "EUR", "unit", "EUR"),
        ("prices", "selectbox", 2015, "prices", "2015"),
        ("tab", "segmented_control", "table", "tab", "table"),
        ("chart", "selectbox", "bar", "chart", "bar"),
        ("scale", "segmented_control", "log", "yScale", "log"),
        ("forecasts", "toggle", False, "forecasts", "false"),
        ("average", "selectbox", 5, "average", "5"),
        ("locale", "selectbox", "de", "locale", "de"),
    ],
)
def test_a_control_writes_what_was_chosen_to_the_address(explore, find_control, name, kind, value, parameter, text):
    app = explore(opened=OPENED)
    find_control(app, kind, name).set_value(value).run()
    assert not app.exception
    assert app.query_params[parameter] == text


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("indicators=gdp&country=RUS&time=latest&tolerance=7&average=6&per=DEU&locale=sw",
         {"tolerance": 7, "average": 6, "per": "DEU", "locale": "sw"}),
        ("indicators=gdp&country=G20:members&time=2010&chart=ranking&ends=both&focus=RUS~CHN",
         {"year": 2010, "ends": "both", "highlight": ["RUS", "CHN"]}),
        ("indicators=gdp&country=RUS~CHN&chart=multiples&uniformYAxis=0&transform=index~log&base=2005",
         {"axes": "own", "transform": "index~log", "base": TimePeriod.of_year(2005)}),
        ("indicators=gdp&country=RUS&time=earliest&frequency=A&aggregate=eop&unit=EUR&rate=2020-01-31",
         {"time": "earliest", "aggregate": "eop", "rate": "day"}),
        ("indicators=gdp&country=RUS&chart=area&stackMode=relative&prices=2010&deflator=cpi",
         {"stacking": True, "deflator": "cpi"}),
        ("indicators=exchange-rate-bank-of-russia&country=USA&frequency=M", {"frequency": "M"}),
    ],
)  # fmt: skip
def test_controls_show_what_the_address_says(explore, address, shown):
    app = explore(address, opened=OPENED)
    kinds = ("selectbox", "segmented_control", "pills", "slider", "toggle")
    found = {str(one.key).removeprefix("control "): one.value for kind in kinds for one in app.get(kind)}
    assert {name: found[name] for name in shown} == shown


def test_what_is_highlighted_is_in_the_address_and_offered_only_beyond_the_colours(explore, find_control):
    app = explore("indicators=gdp&country=G20:members&chart=ranking")
    find_control(app, "pills", "highlight").set_value(["RUS", "DEU"]).run()
    assert not app.exception
    assert app.query_params["focus"] == "RUS~DEU"
    few = explore("indicators=gdp&country=RUS~CHN~USA&chart=ranking")
    assert not few.pills


def test_a_list_shows_a_choice_where_the_address_leaves_it_open(explore):
    app = explore("indicators=exchange-rate-bank-of-russia~gdp&country=USA&transform=index", opened=OPENED)
    boxes = [one for one in app.selectbox if str(one.key).startswith("control ")]
    assert {"control average", "control base", "control prices", "control frequency"} <= {one.key for one in boxes}
    assert [one.key for one in boxes if one.value is None] == []


@pytest.mark.parametrize(
    ("address", "is_offered"),
    [
        ("indicators=gdp&country=RUS", False),
        ("indicators=gdp&country=RUS&unit=USD", False),
        ("indicators=gdp&country=RUS&unit=USD&rate=end", True),
        ("indicators=gdp&country=RUS&rate=end", True),
        ("indicators=gdp&country=RUS&unit=EUR", True),
        ("indicators=gdp~digital-economy-turnover&country=RUS&unit=USD", True),
        ("indicators=gdp&country=USA&unit=LCU", False),
        ("indicators=gdp&country=RUS&unit=LCU", True),
        ("indicators=gdp&country=RUS&unit=LCU&prices=2015", True),
        ("indicators=gdp&country=RUS&unit=EUR&prices=2015", True),
        ("indicators=gdp&country=RUS&unit=USD&prices=2015", False),
        ("indicators=gdp&country=RUS&prices=2015", False),
        ("indicators=digital-economy-turnover&country=RUS&prices=2021", False),
        ("indicators=digital-economy-turnover&country=RUS&unit=LCU&prices=2021", False),
        ("indicators=gdp&country=USA&unit=USD&prices=2015", False),
        ("indicators=gdp&country=RUS&unit=international dollars", False),
    ],
)
def test_a_rate_is_offered_where_it_has_an_effect_or_can_be_unset(address, is_offered):
    view, _ = View.from_address(dict(parse_qsl(address)), loaders.get_catalogue())
    assert controls.offers_rate(view, loaders.load_panel(view.query)) is is_offered


def test_what_was_chosen_is_kept_when_the_chart_is_switched(explore, find_control):
    app = explore("indicators=gdp&country=RUS~CHN&time=2000..2020&transform=index&base=2005")
    for kind in ("bar", "slope", "area", "multiples", "ranking", "line"):
        find_control(app, "selectbox", "chart").set_value(kind).run()
        assert not app.exception
        kept = {name: app.query_params[name] for name in ("country", "time", "transform", "base")}
        assert kept == {"country": "RUS~CHN", "time": "2000..2020", "transform": "index", "base": "2005"}


def test_old_values_are_left_out_of_the_chart_and_flagged_in_the_table(explore, read_text, find_control):
    app = explore("indicators=government-debt&country=DEU~GBR&time=latest&tab=table")
    (table,) = [one.value for one in app.dataframe if exploration.COLUMN_EXACT_VALUE in one.value.columns]
    ages = dict(zip(table[exploration.COLUMN_COUNTRY], table[exploration.COLUMN_AGE], strict=True))
    assert ages == {"Germany": exploration.OLD_VALUE, "United Kingdom": ""}
    assert "Germany (1990)" in read_text(app)
    find_control(app, "selectbox", "tolerance").set_value(MOST_TOLERANCE).run()
    assert app.query_params["tolerance"] == str(MOST_TOLERANCE)
    assert "Germany (1990)" not in read_text(app)


def test_everything_ignored_in_the_address_is_in_one_box(explore):
    (box,) = explore("indicators=gdp&country=RUS&yScale=wild&per=cow").warning
    lines = box.value.replace("\\", "").splitlines()
    assert [line.startswith("- ") for line in lines] == [True, True]
    assert "yScale=wild" in lines[0] + lines[1]
    assert "per=cow" in lines[0] + lines[1]


def test_searching_the_catalogue_forgives_typing_and_a_click_shows_the_indicator(explore, read_text):
    app = explore(opened=["catalogue"])
    app.text_input(key="words").set_value("inflaton").run()
    app.button(key="add inflation").click().run()
    assert app.query_params["indicators"] == "inflation"
    app.text_input(key="words").set_value("qqqqqqq").run()
    assert messages.NO_INDICATOR_FOUND.format(text="qqqqqqq") in read_text(app)


def test_a_topic_narrows_the_catalogue(explore):
    app = explore(opened=["catalogue"])
    app.selectbox(key="topic").set_value("Prices").run()
    assert "add inflation" in [button.key for button in app.button]
    assert "add population" not in [button.key for button in app.button]


def test_a_group_lists_its_members_at_a_date_with_the_source(explore, read_text):
    app = explore(opened=["groups"])
    app.selectbox(key="group").set_value("EU").run()
    assert "27 members" in read_text(app)
    assert "accession" in read_text(app).lower()
    app.number_input(key="year of EU").set_value(2003).run()
    assert "15 members" in read_text(app)
    app.button(key="members").click().run()
    assert len(app.query_params["country"].split("~")) == 15
    app.button(key="whole").click().run()
    assert app.query_params["country"].endswith("~EUU")


def test_similar_countries_are_added(explore):
    app = explore("indicators=gdp&country=RUS", opened=["groups"])
    app.selectbox(key="similar by").set_value("population").run()
    app.button(key="add similar").click().run()
    assert len(app.query_params["country"].split("~")) == 6


def test_a_refusal_offers_another_chart_one_click_away(explore):
    app = explore("indicators=inflation&country=RUS~CHN&chart=area&time=2000..2020")
    assert not app.get("plotly_chart")
    app.button(key=f"inflation offer {charts.OFFER_LINES}").click().run()
    assert "chart" not in app.query_params
    assert app.get("plotly_chart")
    assert not app.exception


def test_an_offer_of_one_chart_leaves_the_others(explore):
    app = explore("indicators=gdp~inflation&country=CHN&yScale=log&time=2000..2010")
    app.button(key=f"inflation offer {charts.OFFER_LINEAR}").click().run()
    assert app.query_params["indicators"] == "gdp~inflation"
    assert "yScale" not in app.query_params


def test_a_stock_is_not_stacked_on_a_flow_and_an_offer_draws_what_can_be(explore):
    app = explore("indicators=gdp~reserves&country=CHN&chart=area")
    assert not app.get("plotly_chart")
    labels = [button.label for button in app.button if "offer" in str(button.key)]
    only = [charts.OFFER_ONLY.format(name=name) for name in ("GDP", "International reserves")]
    assert labels == [*only, charts.OFFER_LINES_BELOW]
    app.button(key=f"gdp~reserves offer {charts.OFFER_LINES_BELOW}").click().run()
    assert "chart" not in app.query_params
    assert app.query_params["indicators"] == "gdp~reserves"
    (chart,) = app.get("plotly_chart")  # both are in dollars
    assert {trace["name"] for trace in json.loads(chart.proto.spec)["data"]} >= {"GDP", "International reserves"}


def test_an_offer_of_one_layer_leaves_the_others_out(explore):
    app = explore("indicators=gdp~reserves&country=CHN&chart=area")
    app.button(key=f"gdp~reserves offer {charts.OFFER_ONLY.format(name='GDP')}").click().run()
    assert app.query_params["indicators"] == "gdp"
    assert not app.exception


def test_two_flows_of_one_country_are_stacked_in_one_chart(explore, read_text):
    app = explore("indicators=merchandise-exports~merchandise-imports&country=CHN&chart=area&time=2000..2024")
    (chart,) = app.get("plotly_chart")
    assert [trace["name"] for trace in json.loads(chart.proto.spec)["data"]] == ["Goods exports", "Goods imports"]
    assert "Goods exports and Goods imports, trillion USD" in read_text(app)
    assert "China · 2000–2024" in read_text(app)


def test_indicators_of_several_countries_are_stacked_by_country_with_a_hint(explore, read_text):
    app = explore("indicators=merchandise-exports~merchandise-imports&country=CHN~RUS&chart=area")
    assert len(app.get("plotly_chart")) == 2
    assert exploration.STACKED_BY_COUNTRY in read_text(app)


def test_what_cannot_be_divided_is_refused_and_shown_as_published(explore):
    app = explore("indicators=inflation&country=RUS&per=person")
    assert not app.get("plotly_chart")
    app.button(key=f"inflation offer {charts.OFFER_UNDIVIDED}").click().run()
    assert "per" not in app.query_params


def test_an_empty_chart_offers_the_nearest_data(explore, press, read_text):
    app = explore("indicators=gdp&country=TUV&time=1960..1965")
    assert not app.get("plotly_chart")
    assert all(part in read_text(app) for part in ("Tuvalu", "1960–1965", "1970–2023"))
    press(app, exploration.SHOW_PERIOD.format(period="1970–2023"))
    assert app.query_params["time"] == "1970..2023"
    assert app.get("plotly_chart")


def test_a_country_without_data_in_the_period_is_named(explore):
    app = explore("indicators=gdp&country=TUV~USA&time=1960..1965")
    assert any("Tuvalu" in caption.value and "1960–1965" in caption.value for caption in app.caption)


def test_the_title_says_what_is_shown(explore, read_text):
    address = "indicators=gdp&country=RUS~CHN&time=2000..2020&transform=pc1&per=person"
    assert "GDP per person, USD, current prices, change" in read_text(explore(address))


def test_a_table_shows_numbers_as_the_locale_writes_them(explore):
    app = explore("indicators=gdp&country=RUS&time=2020&tab=table&locale=de", opened=["table details"])
    assert app.dataframe[0].value[exploration.COLUMN_VALUE].tolist() == ["1,493 trillion USD"]


def test_international_dollars_become_local_currency_at_parity(explore):
    app = explore(
        "indicators=gdp-per-capita-ppp&country=CHN&time=2023&unit=LCU&rate=ppp&tab=table",
        opened=["table details"],
    )
    assert app.dataframe[0].value[exploration.COLUMN_VALUE].tolist() == ["91,670 CNY per person"]


def test_amounts_in_local_currency_derived_from_dollars_carry_a_caution(explore, read_text):
    assert "Iran in 1992 (−89%)" in read_text(explore("indicators=gdp&country=IRN&unit=LCU"))
    assert "Most off" not in read_text(explore("indicators=gdp&country=IRN&unit=LCU&time=2004..2008"))
    assert "Most off" not in read_text(explore("indicators=gdp&country=IRN&prices=2015"))


def test_a_table_has_its_countries_in_the_order_chosen(explore):
    app = explore("indicators=gdp&country=USA~CHN~RUS&time=2019..2020&tab=table")
    assert list(app.dataframe[0].value.columns[1:]) == ["United States", "China", "Russia"]


def test_sources_are_a_tab(explore, read_text):
    assert "World Development Indicators" in read_text(explore("indicators=gdp&country=RUS&tab=sources"))


@pytest.mark.parametrize("chart", CHART_TYPES)
@pytest.mark.parametrize("indicators", ["gdp~population", "inflation"])
def test_every_type_of_chart_is_drawn_or_refused(explore, chart, indicators):
    app = explore(f"indicators={indicators}&country=RUS~CHN~WLD&chart={chart}&time=2000..2020")
    assert not app.exception


def test_a_scatter_shows_all_countries_and_names_those_chosen(explore, find_control, read_text):
    app = explore("indicators=gdp-per-capita~urban-population-share&country=RUS&chart=scatter&time=2023")
    (chart,) = app.get("plotly_chart")
    points = json.loads(chart.proto.spec)["data"][0]
    assert len(points["x"]) > 150
    assert "Russia" in json.dumps(json.loads(chart.proto.spec)["layout"]["annotations"])
    find_control(app, "multiselect", "areas").set_value([]).run()
    assert "2023" in read_text(app)
    assert not app.info
    app.button(key="gdp-per-capita~urban-population-share share").click().run()
    assert "&country=~" in app.code[-1].value


def test_an_empty_choice_is_valid_in_the_address(explore, find_control, read_text):
    app = explore()
    find_control(app, "multiselect", "indicators").set_value([]).run()
    assert exploration.CHOOSE_INDICATOR in read_text(app)
    assert not app.warning


def test_the_members_of_a_group_are_added_to_the_countries_shown(explore):
    app = explore("indicators=gdp&country=RUS~CHN", opened=("groups",))
    app.button(key="add members").click().run()
    assert app.query_params["country"] == "RUS~CHN~CAN~DEU~FRA~GBR~ITA~JPN~USA"


def test_a_group_of_the_world_bank_names_the_year_of_its_members(explore, read_text):
    about = read_text(explore("indicators=gdp&country=HIC~RUS&time=2020..2024&tab=sources"))
    assert "High income: By national income per person in 2025" in about
    assert "fiscal year 2027 (July 2026 to June 2027)" in about


def test_data_not_yet_published_on_the_date_offers_the_latest(explore, press, read_text):
    app = explore("indicators=gdp&country=RUS&asOf=1980-01-01")
    assert "1 January 1980" in read_text(app)
    press(app, exploration.SHOW_LATEST_DATA)
    assert "asOf" not in app.query_params
    assert app.get("plotly_chart")


def test_a_reference_line_is_typed_as_a_level_and_others_are_reported(explore, find_control):
    app = explore("indicators=inflation&country=RUS", opened=OPENED)
    find_control(app, "multiselect", "references").set_value(["average", "1,000 million", "high"]).run()
    assert app.query_params["reference"] == "average~1000000000"
    (box,) = app.warning
    assert "high" in box.value
    assert "median" in box.value


@pytest.mark.slow
@settings(max_examples=40)
@given(data=st.data())
def test_no_view_breaks_the_page(explore, data):
    few = st.sampled_from
    one = data.draw(
        few(["gdp", "inflation", "gdp-growth-weo", "digital-economy-growth", "bilateral-trade", "reserves"])
    )
    parameters = data.draw(
        st.fixed_dictionaries(
            {"country": st.lists(few(["RUS", "CHN", "TUV", "WLD", "PRK"]), min_size=1, unique=True).map("~".join)},
            optional={
                "time": few(["latest", "2015", "1990..2010", "2030"]), "asOf": few(["2015-05-01", "1980-01-01"]),
                "vintage": few(["2019-10", "1970"]), "everyVintage": few(["true", "maybe"]), "yScale": few(["log"]),
                "unit": few(["EUR", "LCU", "kg"]), "prices": few(["2015"]), "per": few(["person", "total", "WLD"]),
                "transform": few(["pc1", "index", "log"]), "average": few(["3"]), "frequency": few(["Q"]),
                "chart": few(list(CHART_TYPES)), "tab": few(["map", "table"]),
                "reference": few(["average~2", "x~1~2~3~4"]), "embed": few(["true"]),
            },
        )
    )  # fmt: skip
    explore({"indicators": one, **parameters}, opened=["more"])


def test_next_to_amounts_in_euros_a_rate_stays_as_published_and_a_step_says_so(explore, read_text):
    address = "indicators=gdp~inflation&country=RUS&time=2020..2021"
    steps = read_text(explore(f"{address}&unit=EUR", opened=("inflation steps",)))
    plain = read_text(explore(address, opened=("inflation steps",)))
    assert steps.count("Inflation (%)") > plain.count("Inflation (%)")


def test_what_one_indicator_cannot_give_is_refused_for_all_and_the_others_are_offered(explore, press):
    app = explore("indicators=gdp~inflation&country=RUS&transform=index")
    assert not app.get("plotly_chart")
    press(app, exploration.WITHOUT_INDICATOR.format(name="Inflation"))
    assert app.query_params["indicators"] == "gdp"
    assert app.get("plotly_chart")


def test_a_part_without_data_is_explained_with_the_settings_of_the_page(explore, read_text):
    app = explore(
        "indicators=exports~chinese-partner-share-of-marketplace-transactions&country=CHN~TUV&time=2009..2014"
        "&everyVintage=true&unit=LCU&tab=table"
    )
    assert app.dataframe
    assert "Marketplace" in read_text(app)


def test_the_exact_value_has_every_digit(explore):
    address = "indicators=gdp&country=RUS&unit=EUR&tab=table&time=2015..2020"
    table = explore(address, opened=["table details"]).dataframe[0]
    assert table.value[exploration.COLUMN_EXACT_VALUE].map(repr).str.len().min() > 14
    column = json.loads(table.proto.columns)[exploration.COLUMN_EXACT_VALUE]
    assert column["type_config"]["format"] == "plain", "any other format rounds"
