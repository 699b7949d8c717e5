from datetime import date

import pytest

from indicators.errors import UsageError


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Prices rose 4.0% in December, up from 3.9% in November. Food rose 8.0%.", ["2024-12", "2024-11", "2024-12"]),
        ("Prices rose 4.0% in the third quarter.\n\nFood rose 8.0%.", ["2024-Q3", "2024-Q3"]),
        ("Prices rose 4.0% in the third quarter, after 7.0% a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("LONDON, Jan 15 - Alder posted a full-year profit of 5 million pounds.", ["2024"]),
        ("Sales were 5 million pounds in the three months to June, up from 4 million pounds.", ["2024-Q2", None]),
        ("Sales were 5 million pounds in the year ended 31 March 2024.", ["2023-04-01/P1Y"]),
        ("Food prices rose 3.3% in the year to November.", ["2024-11"]),
        ("In 2024 the index averaged 122 points, 2.1% below its 2023 average.", ["2024", "2024"]),
        ("In the fourth quarter sales were $5m, against $4m in the previous quarter.", ["2024-Q4", "2024-Q3"]),
        ("Output fell 2% last month. It may rise 3% this quarter.", ["2024-12", "2025-Q1"]),
        ("Prices rose 4.0% in December. Economists had expected a rise of 3.8%.", ["2024-12", "2024-12"]),
        ("It rose to 4.3% in July, the highest since October 2021, from 4.1% in June.", ["2024-07", "2024-06"]),
    ],
)  # fmt: skip
def test_figures_have_the_time_that_the_report_is_about(read, text, periods):
    claims = read(text, published=date(2025, 1, 15)).claims
    assert [claim.period and str(claim.period) for claim in claims] == periods


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Inflation is projected to fall from an average of 6.7% to 5.8%.",
            [("rate", "6.7", "%"), ("rate", "5.8", "%")],
        ),
        ("Markets price in a cut with a probability of 80%.", [("rate", "80", "%")]),
        ("The fleet grew from 577 aircraft to 800.", [("count", "577", "units"), ("count", "800", "units")]),
        ("In its first year 16,500 cars a day crossed it.", [("count", "16500", "vehicles")]),
        ("It employs 340 people and has invested 4.2 million.", [("count", "340", "persons")]),
        ("Sales were $5 billion. The order book is 64 billion.", [("amount", "5", "USD"), ("amount", "64", "USD")]),
        (
            "The index fell to 122 points. In May it stood at 99 points.",
            [("index", "122", "index points"), ("index", "99", "index points")],
        ),
        ("Kenya earned 180.57 billion shillings from tea.", [("amount", "180.57", "KES")]),
    ],
)
def test_a_number_is_read_with_the_words_around_it_and_no_others(read, text, figures):
    assert [(claim.kind.value, str(claim.value), claim.unit) for claim in read(text).claims] == figures


def test_the_name_of_a_currency_and_a_country_left_behind_are_no_place_of_a_figure(read):
    text = "China's output was 94 trillion yuan (about 13.3 trillion U.S. dollars). Its exports were 12 trillion yuan."
    assert {claim.areas for claim in read(text).claims} == {("CHN",)}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2017 sales were $5 billion. In May they were $1 billion.", ["2017", "None"]),
        ("In 2017 sales were $5 billion. Costs were $4 billion.", ["2017", "2017"]),
        ("In May 2017 sales were $5 billion. In June they were $6 billion.", ["2017-05", "2017-06"]),
        ("Sales will be $5 billion by 2030. They rose to $3 billion this year.", ["2030", "None"]),
        (
            "Sales were $5 billion in 2017, up from $4 billion last year. Costs were $4 billion.",
            ["2017", "None", "2017"],
        ),
        ("В 2017 году доходы составили 5 млрд рублей. В мае они составили 1 млрд рублей.", ["2017", "None"]),
        ("2017年收入5亿元。今年前10个月收入4亿元。", ["2017", "None"]),
        ("2017年收入5亿元。上月收入1亿元。", ["2017", "None"]),
    ],
)
def test_without_a_date_what_only_the_date_tells_is_not_the_time_named_before(read, text, periods):
    assert [str(claim.period) for claim in read(text, published=None).claims] == periods


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_on_which_no_text_is_published_is_refused(read, day):
    with pytest.raises(UsageError, match=day.isoformat()):
        read("Sales rose 5% in 2023.", published=day)
