"""The level of the year before or after that a level and its growth imply."""

from datetime import date

from indicators.claims import Verdict, messages

LEVELS = "implied-levels"
DAY = date(2025, 9, 29)
TURNOVER = "indicator=digital-economy-turnover areas=RUS"
GROWTH = "indicator=digital-economy-growth areas=RUS"
TEXT = (
    f"It reached {{M 24 tn {TURNOVER}}} and grew {{G 40 {GROWTH} period=2024}}. "
    f"Another {{G 37 forecast {GROWTH} period=2025}} is forecast."
)


def test_base_and_target_are_compared_with_published_figures(check):
    base, target = check(TEXT, LEVELS, published=DAY)
    assert base.verdict is Verdict.INCONSISTENT
    assert base.reason == messages.IMPLIED_DIFFERS_GROWTH.format(
        figure="17.14 trillion RUB (16.73 to 17.56)", year="2023", published="16.4 trillion RUB (Dmitry Chernyshenko)",
        growth="+46.3% (42.9% to 49.8%)",
    )  # fmt: skip
    assert base.brief.startswith("Implies 17.14 trillion RUB for 2023")
    assert target.verdict is Verdict.CONSISTENT
    assert target.chain[2].text.startswith("32.9 trillion RUB")
    assert target.chain[3].text == "31.5 to 32.5 trillion RUB"
    assert "RAEC" in target.reason


def test_base_and_target_follow_without_published_figures(check):
    text = "Sales reached {M 24 tn} and grew {G 40}. They are forecast to grow {G 37 forecast}."
    base, target = check(text, LEVELS)
    assert [base.verdict, target.verdict] == [Verdict.UNCHECKED] * 2
    assert base.reason == messages.NOTHING_PUBLISHED_BEFORE.format(figure=base.chain[-1].text)
    assert base.chain[-1].text.startswith("17.14 trillion RUB")
    assert target.chain[-1].text.startswith("32.9 trillion RUB")


def test_no_base_follows_from_a_level_and_the_growth_of_another_year(signs):
    text = "Sales were {M 24 tn period=2023} then, and grew {G 40 period=%s}."
    assert signs(text % 2023, LEVELS) == "?"
    assert signs(text % 2024, LEVELS) == ""


def test_no_base_follows_from_a_level_of_gdp_and_its_growth(signs):
    text = "%s was {M 201 tn areas=RUS indicator=%s period=2024} and grew {G 4.3 period=2024}."
    assert signs(text % ("GDP", "gdp"), LEVELS) == ""
    assert signs(text % ("Nominal GDP", "gdp"), LEVELS) == "?"
    assert signs(text % ("Turnover", "digital-economy-turnover"), LEVELS) == "!"


def test_an_actual_value_published_later_is_not_compared_with_a_forecast(check):
    text = f"It reached {{M 24 tn {TURNOVER} period=2024}}. A growth of {{G 90 forecast {GROWTH} period=2025}} is seen."
    (finding,) = check(text, LEVELS, published=DAY)
    assert finding.verdict is Verdict.EXPLAINED
    assert "published after the text" in finding.reason
