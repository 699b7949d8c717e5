"""Facts that a text leaves out."""

from datetime import date

from indicators.claims import messages

BASE, YEAR = "share-base", "missing-year"


def test_a_share_needs_its_base(signs, check):
    assert signs("The share is {S 80}.", BASE) == "?"
    assert signs("It is {S 80 of=exports} of exports.", BASE) == ""
    (finding,) = check("It is {S 80 of=transactions} of transactions.", BASE)
    assert finding.reason == messages.COUNTED_OR_VALUED.format(base="transactions")
    assert signs("It is {S 180 of=households} of households.", BASE) == "!"
    assert signs("It is {S 180 of=income} of income.", BASE) == ""
    assert signs("Debt is {S 180 unit=%_of_GDP of=GDP} of GDP.", BASE) == ""


def test_a_missing_year_is_named_or_found_in_published_figures(signs):
    assert signs("Sales reached {M 24 tn}.", YEAR) == "?"
    assert signs("Sales reached {M 24 tn period=2024}.", YEAR) == ""
    text = "It reached {M 24 tn indicator=digital-economy-turnover areas=RUS}."
    assert signs(text, YEAR, published=date(2025, 9, 29)) == "≈"
