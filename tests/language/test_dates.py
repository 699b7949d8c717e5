from datetime import date

import pytest

from indicators.language.dates import find_periods
from indicators.language.languages import tag_sentence
from indicators.language.month_names import parse_month, parse_period_text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q3 2020", "2020-Q3"), ("first half of 2020", "2020-S1"), ("June 5, 2020", "2020-06-05"),
        ("5 June 2020", "2020-06-05"), ("January–September 2020", "2020-01-01/P9M"), ("январь 2020 года", "2020-01"),
        ("третий квартал 2020 года", "2020-Q3"), ("2020年", "2020"), ("2020年1月5日", "2020-01-05"),
        ("2020年前三季度", "2020-01-01/P9M"), ("2020年上半年", "2020-S1"),
    ],
)  # fmt: skip
def test_a_period_in_words_is_parsed_in_each_language(text, period):
    assert str(parse_period_text(text)) == period


@pytest.mark.parametrize("text", ["GDP 2020", "in June", "2020 and 2021", "Sales of 2020, prices", "30 June 31", ""])
def test_a_text_that_is_more_than_a_period_or_leaves_a_part_open_is_not_one(text):
    assert parse_period_text(text) is None


@pytest.mark.parametrize(
    ("word", "month"),
    [("Sept", 9), ("SEPTEMBER", 9), ("ма", None), ("мая", 5), ("июля", 7), ("Mayor", None)],
)
def test_a_month_is_known_by_its_name_its_case_or_its_first_letters(word, month):
    assert parse_month(word) == month


@pytest.mark.parametrize(
    ("text", "language", "periods"),
    [
        ("Sales rose in September.", "en", ["2025-09"]),
        ("Sales rose in December.", "en", ["2024-12"]),
        ("Продажи выросли в прошлом году.", "ru", ["2024"]),
        ("去年三季度销售增长。", "zh", ["2024-Q3"]),
        ("Two years ago sales fell.", "en", ["2023"]),
    ],
)
def test_what_a_time_leaves_open_follows_from_the_day_of_publication(text, language, periods):
    found = find_periods(tag_sentence(text, language), date(2025, 9, 29))
    assert [str(one.period) for one in found] == periods
    assert all(one.is_inferred for one in found)
