"""Convert: every rule for the amount of the address, and why some have no rate."""

import pytest

from indicators.ui.messages import exploration


def convert(open_page, amount, source, target, year="", date=""):
    return open_page("convert", {"amount": amount, "from": source, "to": target, "year": year, "date": date})


def test_convert_shows_every_rule_for_the_amount_of_the_address(open_page, read_grids, read_text):
    app = convert(open_page, "24e12", "RUB", "USD", "2024", "2025-09-29")
    results = read_grids(app)[0][exploration.COLUMN_RESULT].tolist()
    assert results == ["259.31 billion USD", "236.04 billion USD", "287.04 billion USD", "826.64 billion USD"]
    text = read_text(app)
    assert exploration.RULES_DIFFER.partition("{")[0] + "51.0 billion USD" in text
    assert "22%" in text


def test_convert_keeps_what_was_typed_in_the_address(open_page, read_grids):
    app = convert(open_page, "1000", "DEM", "EUR", "1998")
    app.text_input(key="convert year").set_value("2010").run()
    assert dict(app.query_params) == {"amount": "1000", "from": "DEM", "to": "EUR", "year": "2010", "date": ""}
    assert read_grids(app)[0][exploration.COLUMN_RESULT].iloc[0] == "511.29 EUR"


def test_convert_says_in_full_why_rules_have_no_rate_each_reason_once(open_page, read_grids):
    app = convert(open_page, "5", "KPW", "USD", "2024", "2024-05-01")
    assert set(read_grids(app)[0][exploration.COLUMN_METHOD]) == {exploration.SEE_BELOW}
    reasons = [caption.value for caption in app.caption if "KPW" in caption.value]
    assert len(reasons) == len({reason.partition(":")[2] for reason in reasons})
    assert any("nd of 2024 and rate on 1 May 2024" in reason for reason in reasons)


def test_an_amount_that_names_its_currency_sets_where_it_is_converted_from(open_page, read_text):
    app = convert(open_page, "24e12", "RUB", "EUR", "2024")
    app.text_input(key="convert amount").set_value("$287 billion").run()
    assert app.query_params["from"] == "USD"
    assert "287 billion USD in EUR" in read_text(app)


@pytest.mark.parametrize(
    ("amount", "source"),
    [("", "RUB"), ("zz", "RUBB"), ("1e999", "%"), ("<script>", "<b>"), ("9" * 500, ""), ("1", "LCU")],
)
def test_no_amount_breaks_the_page(open_page, amount, source):
    convert(open_page, amount, source, "USD", "2024")
