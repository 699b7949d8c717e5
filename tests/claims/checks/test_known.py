"""What others published: the year before and after, rivals, outcomes, words of scale, GDP; and what stays open."""

import json
from datetime import date

import pytest

from indicators.claims import Verdict, check_dataset, check_reading, read_claims
from indicators.exports.reports import render_report_json, render_report_text
from indicators.store import open_embedded_store

DAY = date(2025, 9, 29)
TURNOVER = "indicator=digital-economy-turnover areas=RUS"
GROWTH = "indicator=digital-economy-growth areas=RUS"
TEXT = (
    f"It reached {{M 24 tn {TURNOVER}}} and grew {{G 40 {GROWTH} period=2024}}. "
    f"Another {{G 37 forecast {GROWTH} period=2025}} is forecast."
)


def test_base_and_target_follow_and_are_held_against_others(checked):
    base, target = checked(TEXT, "implied base and target", published=DAY)
    assert base.verdict is Verdict.INCONSISTENT
    assert "17.14 trillion RUB (16.73 to 17.56) for 2023" in base.says
    assert "16.4 trillion RUB (Dmitry Chernyshenko)" in base.says
    assert target.verdict is Verdict.CONSISTENT
    assert "32.9 trillion RUB" in target.says
    assert "31.5 to 32.5 trillion RUB (RAEC)" in target.says


def test_base_and_target_follow_without_anybody_to_hold_them_against(checked):
    text = "Sales reached {M 24 tn} and grew {G 40}. They are forecast to grow {G 37 forecast}."
    base, target = checked(text, "implied base and target")
    assert [base.verdict, target.verdict] == [Verdict.UNCHECKED] * 2
    assert "17.14 trillion RUB" in base.says
    assert "32.9 trillion RUB" in target.says


def test_no_base_follows_from_a_level_and_the_growth_of_another_year(judged):
    text = "Sales were {M 24 tn period=2023} then, and grew {G 40 period=%s}."
    assert judged(text % 2023, "implied base and target") == "?"
    assert judged(text % 2024, "implied base and target") == ""


def test_an_outcome_that_came_later_is_no_fault_of_a_forecast(checked):
    text = f"It reached {{M 24 tn {TURNOVER} period=2024}}. A growth of {{G 90 forecast {GROWTH} period=2025}} is seen."
    (finding,) = checked(text, "implied base and target", published=DAY)
    assert finding.verdict is Verdict.EXPLAINED
    assert "came after it was printed" in finding.says


def test_a_figure_that_others_have_too(checked):
    (finding, *_) = checked(TEXT, "rivals", published=DAY)
    assert finding.says.startswith("consistent: so has 24 trillion RUB (")


def test_a_figure_far_from_all_others(judged):
    text = "The population was {C 180 m unit=persons indicator=population areas=RUS period=2020}."
    assert judged(text, "rivals") == "!"
    assert judged(text.replace("180", "146"), "rivals") in "✓?"
    assert judged(text.replace("180", "144"), "rivals") in "✓?"


def test_a_part_of_an_indicator_is_not_held_against_the_whole(judged):
    text = "Sales reached {M 416 bn indicator=online-retail-sales areas=RUS period=2024 subject=%s}."
    assert judged(text % "medicines_sold_online", "rivals") == ""
    assert judged(text % "online_retail", "million or billion") == ""


def test_figures_of_nearly_the_same_thing_are_shown_and_not_held_against_it(checked):
    text = "It is {S 80 indicator=chinese-partner-share-of-marketplace-transactions areas=RUS~CHN of=transactions}."
    (finding,) = checked(text, "rivals", published=DAY)
    assert finding.verdict is Verdict.UNCHECKED
    assert "51.1%" in finding.says
    assert "67.8%" in finding.says


@pytest.mark.parametrize(("number", "sign"), [("24 bn", "!"), ("24 tn", ""), ("30 tn", ""), ("16 bn", "!")])
def test_a_figure_out_by_a_thousand_against_its_history(judged, number, sign):
    text = f"It reached {{M {number} {TURNOVER} period=2024}}."
    assert judged(text, "million or billion", published=DAY) == sign


def test_a_forecast_beside_its_outcome(judged):
    forecast = "Prices will rise {R %s forecast indicator=inflation areas=RUS period=2019}."
    assert judged(forecast % "4.5", "forecast against outcome", published=date(2018, 5, 1)) == "✓"
    assert judged(forecast % "9.5", "forecast against outcome", published=date(2018, 5, 1)) == "≈"


def test_a_stored_figure_of_one_edition_among_several_names_it():
    text = "Russia's growth forecast for 2015 is -3.8%."
    reading = read_claims(text, catalogue=open_embedded_store().catalogue, published=date(2014, 11, 1))
    report = check_reading(reading, open_embedded_store())
    (finding,) = (found for found in report.findings if found.check == "forecast against outcome")
    assert "(IMF, edition of October 2017)" in finding.says
    assert [origin.of_edition for origin in report.sources_of(finding.chain[1])] == ["edition of October 2017"]
    assert [origin.edition for origin in report.origins] == ["October 2017"]
    assert "Edition used: October 2017." in render_report_text(report)
    assert json.loads(render_report_json(report))["findings"][0]["chain"][1]["edition"] == "edition of October 2017"


def test_a_stored_figure_of_a_publication_with_one_edition_names_none(checked):
    (finding, *_) = checked(TEXT, "rivals", published=DAY)
    assert "edition" not in finding.says


def test_turnover_is_set_beside_gdp_but_is_no_share_of_it(checked):
    (finding,) = checked(f"It reached {{M 24 tn {TURNOVER} period=2024}}.", "against GDP")
    assert finding.verdict is Verdict.UNCHECKED
    assert "turnover is not value added" in finding.says
    assert "11.86%" in finding.says


@pytest.mark.parametrize(("share", "sign"), [("12", "✓"), ("25", "!")])
def test_a_share_of_gdp_is_held_against_the_gdp_there_was(judged, share, sign):
    text = f"Spending was {{M 24 tn areas=RUS period=2024}}, or {{S {share} of=GDP}} of GDP."
    assert judged(text, "against GDP") == sign


def test_it_is_said_whose_gdp_a_sum_is_held_against(checked):
    turnover, share = (
        checked(text, "against GDP")[0].says
        for text in (
            f"It reached {{M 24 tn {TURNOVER} period=2024}}.",
            "Spending was {M 24 tn areas=RUS period=2024}, or {S 25 of=GDP} of GDP.",
        )
    )
    assert "beside that of Russia in 2024" in turnover
    assert "for Russia; it was 202.4 trillion RUB in 2024" in share


def test_a_year_left_open_is_named_or_found_with_others(judged):
    assert judged("Sales reached {M 24 tn}.", "year open") == "?"
    assert judged("Sales reached {M 24 tn period=2024}.", "year open") == ""
    assert judged(TEXT.replace("period=2024", ""), "year open", published=DAY)[0] == "≈"


def test_chinas_levels_and_growth_disagree_and_a_revised_base_is_a_possibility():
    report = check_dataset("nbs", open_embedded_store())
    finding = next(f for f in report.findings if f.check == "level against growth")
    assert finding.verdict is Verdict.INCONSISTENT
    assert "+2.9%" in finding.says
    assert "8.6%" in finding.says
    assert "possibility, not a fact" in finding.note


def test_the_figures_of_a_dataset_are_not_held_against_themselves():
    report = check_dataset("pro-wildberries", open_embedded_store())
    assert [finding for finding in report.findings if finding.check == "rivals"] == []
