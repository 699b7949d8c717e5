"""The rules of the pipeline, on the embedded figures."""

from itertools import product

import pandas as pd
import pytest

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.pipeline import make_panel, make_whole_panel
from indicators.analysis.real_terms import MoneySettings
from indicators.analysis.request import PanelRequest
from indicators.errors import UnitMismatchError, UsageError
from indicators.store import Query, open_embedded_store
from indicators.view import View


def test_the_first_year_shown_is_compared_with_the_one_before_it():
    growth = ind.get("gdp", "RUS", "2020..2021", transform="pc1").frame
    level = ind.get("gdp", "RUS", "2019..2021").frame["value"].to_numpy()
    assert growth["year"].tolist() == [2020, 2021]
    assert growth["value"].to_numpy() == pytest.approx((level[1:] / level[:-1] - 1) * 100)


def test_dollars_per_person_are_those_the_publisher_gives():
    reckoned = ind.get("gdp", "RUS~CHN~USA", "2010..2020", per="person").frame
    published = ind.get("gdp-per-capita", "RUS~CHN~USA", "2010..2020").frame
    assert reckoned["value"].to_numpy() == pytest.approx(published["value"].to_numpy(), rel=0.02)
    assert set(reckoned["unit"]) == {"USD per person"}


def test_deflating_comes_first_and_the_transformation_last():
    steps = ind.get(
        "gdp", "RUS~CHN", "2010..2020", unit="EUR", prices=2015, per="person", average=3, transform="index", base=2012
    ).steps
    names = [step.name for step in steps]
    assert names[0] == "read"
    assert [name for name in dict.fromkeys(names) if name not in ("read", "note")] == [
        "deflate", "convert", "divide", "average", "transform",
    ]  # fmt: skip


def test_the_base_year_may_lie_outside_of_the_time_shown():
    frame = ind.get("gdp", "CHN", "2015..2016", transform="index", base=2000).frame
    assert frame["year"].tolist() == [2015, 2016]
    assert set(frame["unit"]) == {"index, 2000 = 100"}


def test_an_index_without_a_base_begins_with_the_time_shown():
    frame = ind.get("gdp", "CHN~RUS", "2015..2016", transform="index").frame
    assert set(frame["unit"]) == {"index, 2015 = 100"}


def test_the_latest_figure_is_the_latest_of_what_is_shown():
    frame = ind.get("gdp", "RUS~CHN", "latest", transform="pc1").frame
    assert len(frame) == 2
    assert frame["value"].notna().all()


def test_shares_of_the_world_name_the_world():
    panel = ind.get("population", "CHN~IND", "2020", per="World")
    assert panel.units == ("% of the world",)
    assert 30 < panel.frame["value"].sum() < 40


@pytest.mark.parametrize("indicator", ["gdp-per-capita-ppp", "gdp", "population", "gdp-per-capita"])
def test_amounts_also_per_person_are_compared_with_a_country(indicator):
    panel = ind.get(indicator, "POL~DEU", "2020", per="DEU")
    own = ind.get(indicator, "POL~DEU", "2020").frame.set_index("code")["value"]
    values = panel.frame.set_index("code")["value"]
    assert panel.units == ("% of Germany",)
    assert values["DEU"] == 100
    assert values["POL"] == pytest.approx(own["POL"] / own["DEU"] * 100)


@pytest.mark.parametrize("indicator", ["inflation", "unemployment", "gini-index", "consumer-price-index-annual"])
def test_rates_shares_and_indices_are_not_compared_in_percent(indicator):
    with pytest.raises(UnitMismatchError, match="Germany"):
        ind.get(indicator, "POL", "2020", per="DEU")


def test_a_ratio_of_two_indicators_is_in_one_money():
    panel = ind.get("merchandise-exports", "RUS", "2015", unit="EUR", per="gdp")
    same = ind.get("merchandise-exports", "RUS", "2015", per="gdp")
    assert panel.units == same.units == ("% of GDP",)
    assert panel.frame["value"].tolist() == pytest.approx(same.frame["value"].tolist())


@pytest.mark.parametrize("per", ["person", "total", "WLD", "gdp"])
def test_a_rate_is_not_divided(per):
    with pytest.raises((UnitMismatchError, UsageError)):
        ind.get("inflation", "RUS", "2020", per=per)


def test_every_origin_a_row_names_is_there():
    panel = ind.get("gdp", "RUS", "2000..2020", unit="EUR", prices=2015, per="person", transform="pc1")
    known = {origin.id for origin in panel.origins}
    assert {id for text in panel.frame["origin"] for id in text.split()} <= known


def test_one_edition_of_an_outlook_can_be_pinned():
    panel = ind.get("gdp-growth-weo", "RUS", "2020..2024", vintage="2020-04")
    assert set(panel.frame["vintage"].str[:7]) == {"2020-04"}
    assert ind.get("gdp-growth-weo", "RUS", vintage="1800").is_empty


@pytest.mark.parametrize(
    "options",
    [
        {"transform": "pc2"}, {"transform": "yoy"}, {"average": 1}, {"base": "then"}, {"per": "banana"},
        {"frequency": "W"}, {"aggregate": "max"}, {"vintage": "now"},
    ],
)  # fmt: skip
def test_what_is_not_understood_raises(options):
    with pytest.raises(UsageError):
        ind.get("gdp", "RUS", "2020", **options)


@pytest.mark.parametrize(
    "settings",
    [{"prices": 2015, "deflator": "cpi"}, {"unit": "LCU"}],
)
def test_where_the_world_has_no_value_with_the_settings_of_money_the_reason_says_what_works(settings):
    panel = ind.get("gdp", "RUS", "2020", per="WLD", **settings)
    [reason] = panel.frame["reason"]
    assert reason.startswith(messages.NO_DIVISOR_BECAUSE.format(divisor="the world", reason=""))
    assert reason.endswith(messages.LOST.format(reason="").strip())
    assert ind.get("gdp", "RUS", "2020", per="WLD").frame["value"].notna().all()


def test_of_sums_each_in_its_own_money_there_is_no_total():
    with pytest.raises(UnitMismatchError, match="CNY and RUB"):
        ind.get("gdp", "RUS~CHN", "2020", per="total", unit="LCU")


def test_sources_and_rates_are_of_what_is_shown_and_of_what_it_was_made_of():
    growth = ind.get("digital-economy-turnover", "RUS", "2020..2021", unit="USD", transform="pc1")
    assert set(growth.rates["period"]) == {"2019", "2020", "2021"}
    assert {origin.producer for origin in growth.origins} == {"RAEC", "IMF"}  # the Bank of Russia gave that of 2025
    average = ind.get("gdp", "RUS", "2020..2021", unit="EUR", average=3)
    assert set(average.rates["period"]) == {"2018", "2019", "2020", "2021"}
    assert next(step for step in average.steps if step.name == "convert").publishers == ("IMF",)


def test_an_index_keeps_the_rates_of_its_base():
    panel = ind.get("gdp", "RUS", "2020..2021", unit="EUR", transform="index", base=2005)
    assert {"2005", "2020", "2021"} <= set(panel.rates["period"])


@pytest.mark.parametrize("country", ["WLD~CHN", "EUU~EMU"])
def test_a_total_counts_nothing_twice(country):
    with pytest.raises(UsageError, match="counted twice"):
        ind.get("gdp", country, "2023", per="total")


def test_groups_that_do_not_overlap_have_a_total():
    shares = ind.get("gdp", "LIC~LMC~UMC~HIC", "2023", per="total").frame["value"]
    assert shares.sum() == pytest.approx(100)


def test_the_total_of_all_areas_is_that_of_the_countries():
    frame = ind.get("population", time="2020", per="total").frame
    assert {"WLD", "EUU"}.isdisjoint(frame["code"])
    world = ind.get("population", "CHN", "2020", per="WLD").frame["value"].iloc[0]
    assert frame.set_index("code")["value"]["CHN"] == pytest.approx(world, rel=0.01)


def test_what_is_below_zero_is_no_part_of_a_total():
    frame = ind.get("current-account-balance", "RUS~CHN~USA", "2023", per="total").frame
    assert frame["value"].isna().all()
    assert set(frame["reason"]) == {messages.NEGATIVE_PARTS}


def test_what_was_done_to_the_divisor_alone_is_said_with_its_rates():
    share = ind.get("digital-economy-turnover", "RUS", "2024", per="gdp")
    own = [step for step in share.steps if step.name == "convert"]
    assert [(step.sentence.startswith("GDP: "), step.publishers) for step in own] == [(True, ("IMF",))]
    assert set(share.rates["publisher"]) == {"IMF"}
    assert any(origin.producer == "IMF" for origin in share.origins)
    alike = ind.get("reserves", "RUS", "2020", unit="EUR", per="gdp")
    assert len([step for step in alike.steps if step.name == "convert"]) == 2  # each at the rate of its measure


def test_a_share_of_the_world_at_other_prices_than_those_it_is_added_up_at_carries_a_caution():
    far, near = (ind.get("gdp", "CHN", "2024", per="WLD", prices=year) for year in (1990, 2015))
    assert any("2015 prices" in step.caution for step in far.steps)
    assert not any(step.caution for step in near.steps)
    assert not any(step.caution for step in ind.get("gdp", "CHN", "2024", prices=1990).steps)


def test_figures_in_their_own_money_are_converted_by_no_step():
    steps = ind.get("digital-economy-turnover", "RUS", "2021", prices=2021).steps
    assert [step.name for step in steps] == ["read", "deflate"]


def test_each_indicator_of_several_has_its_own_first_common_year():
    both = ind.get("population~gdp", "RUS~CHN", transform="index")
    for id, year in (("population", 1960), ("gdp", 1988)):
        alone = ind.get(id, "RUS~CHN", transform="index").frame
        part = both.frame[both.frame["indicator"] == id]
        assert part["value"].tolist() == alone["value"].tolist()
        assert set(part["unit"]) == {f"index, {year} = 100"}
    names = {"Population": 1960, "GDP": 1988}
    steps = [messages.INDEX_OF_ALL.format(base=year, period="year") for year in names.values()]
    assert [step.sentence for step in both.steps if step.name == "transform"] == [
        messages.STEP_OF.format(indicator=name, step=step) for name, step in zip(names, steps, strict=True)
    ]


def test_a_share_of_the_total_is_the_same_in_every_span():
    year, span = (ind.get("gdp", time=time, per="total").frame for time in ("2023", "2020..2024"))
    span = span[span["year"] == 2023].reset_index(drop=True)
    assert year["value"].tolist() == span["value"].tolist()
    assert year.set_index("code")["value"]["USA"] == pytest.approx(26.148, abs=0.001)


@pytest.mark.parametrize("time", ["2023", "2018..2023", ""])
def test_a_total_of_chosen_countries_needs_a_value_of_each(time):
    frame = ind.get("gdp", "USA~CUB", time, per="total").frame
    row = frame[(frame["code"] == "USA") & (frame["year"] == 2023)].iloc[0]
    assert row["reason"] == messages.INCOMPLETE_TOTAL.format(areas="Cuba")


@pytest.mark.parametrize(
    ("country", "time", "adds_up"),
    [("EUU~GBR", "2021..2023", True), ("EUU~GBR", "2015", False), ("EAR~BRA", "2015", False)],
)
def test_membership_of_a_group_is_that_of_the_time_shown(country, time, adds_up):
    if adds_up:
        assert ind.get("gdp", country, time, per="total").frame["value"].notna().all()
        return
    with pytest.raises(UsageError, match="counted twice"):
        ind.get("gdp", country, time, per="total")


@pytest.mark.parametrize("transform", ["index", "pc1", "pch", "pca", "cch", "cca", "pc1~index", "ch1~pch"])
def test_a_rate_has_no_index_and_no_change_in_percent(transform):
    with pytest.raises(UnitMismatchError, match="is a rate in"):
        ind.get("gdp~inflation", "RUS", "2015..2020", transform=transform)


def test_settings_of_money_apply_to_each_indicator_that_is_money():
    both = ind.get("gdp~inflation", "RUS", "2015..2020", unit="EUR")
    alone = ind.get("gdp", "RUS", "2015..2020", unit="EUR").frame
    published = ind.get("inflation", "RUS", "2015..2020").frame
    parts = both.frame["indicator"] == "gdp"
    assert both.frame[parts]["value"].tolist() == alone["value"].tolist()
    assert both.frame[~parts]["value"].tolist() == published["value"].tolist()
    assert [step.name for step in both.steps] == ["read", "convert", "publish"]
    with pytest.raises(UnitMismatchError):
        ind.get("inflation~unemployment", "RUS", unit="EUR")


def test_what_a_reader_writes_into_a_panel_reaches_no_other():
    store, kept = open_embedded_store(), {}

    def keep(key, make):
        return kept.setdefault(key, None) or kept.update({key: make()}) or kept[key]

    query = Query(("gdp",), ("RUS",))
    requests = (PanelRequest(query), PanelRequest(query, MoneySettings(unit="EUR")))
    for request, make in product(requests, (make_panel, make_whole_panel)):
        first = make(request, store, cache=keep)
        value, rates = first.frame["value"].iloc[-1], first.rates.copy()
        first.frame.loc[first.frame.index[-1], "value"] = 0.0
        first.frame["value"] *= 2
        first.rates["factor"] = 0.0
        with pytest.raises(ValueError, match="read-only"):
            first.frame["year"].to_numpy()[0] = 0
        again = make(request, store, cache=keep)
        assert again.frame["value"].iloc[-1] == value
        pd.testing.assert_frame_equal(again.rates, rates)


@pytest.mark.parametrize(
    ("time", "options"),
    [
        ("latest", {"unit": "EUR"}), ("2015..2020", {"prices": 2015}), ("", {"per": "WLD"}),
        ("2015..2020", {"transform": "pc1"}), ("latest", {"average": 3}),
        ("", {"unit": "EUR", "prices": 2015, "per": "person", "transform": "index", "base": 2012}),
    ],
)  # fmt: skip
def test_a_cache_changes_no_figure(time, options):
    view = View.from_texts({"indicators": "gdp~reserves", "areas": "RUS~CHN", "time": time} | {
        name: str(value) for name, value in options.items()
    }, open_embedded_store().catalogue)  # fmt: skip
    plain, kept = (
        make_panel(view.request, open_embedded_store(), cache=cache) for cache in (None, lambda _, make: make())
    )
    pd.testing.assert_frame_equal(plain.frame, kept.frame)
    assert plain.steps == kept.steps


@pytest.mark.parametrize("options", [{"time": "latest"}, {"transform": "pc1"}, {"average": 3}, {"per": "person"}])
def test_vintages_are_not_mixed(options):
    with pytest.raises(UsageError, match="every vintage"):
        ind.get("gdp", "RUS", every_vintage=True, **options)
