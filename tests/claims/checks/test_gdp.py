"""Amounts compared with GDP."""

import pytest

from indicators.claims import Verdict, messages

TURNOVER = "It reached {M 24 tn indicator=digital-economy-turnover areas=RUS period=2024}."
SHARE = "Spending was {M 24 tn areas=RUS period=2024}, or {S %s of=GDP} of GDP."


def test_turnover_is_compared_with_gdp_but_is_not_a_share_of_it(check):
    (finding,) = check(TURNOVER, "gdp")
    assert finding.verdict is Verdict.UNCHECKED
    share = finding.chain[-1].text
    assert share.startswith("11.86%")
    assert finding.reason == messages.TURNOVER_AND_GDP.format(share=share, area="Russia", year="2024")


@pytest.mark.parametrize(("share", "sign"), [("12", "✓"), ("25", "!")])
def test_a_share_of_gdp_is_compared_with_the_gdp_of_the_year(signs, share, sign):
    assert signs(SHARE % share, "gdp") == sign


def test_an_inconsistent_share_names_the_country_and_its_gdp(check):
    (finding,) = check(SHARE % "25", "gdp")
    assert "Russia, 2024" in finding.reason
    assert "202.4 trillion RUB" in finding.reason
