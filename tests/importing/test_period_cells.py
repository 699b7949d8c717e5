"""Periods in all usual writings: read rightly, or refused with the option that decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.importing.column_contents import is_number, split_heading
from indicators.importing.period_cells import (
    hint_period,
    is_open_period,
    read_part_of_year,
    read_period,
    split_period_flag,
)
from indicators.importing.period_rules import decide_period_rules, parse_period_rules
from indicators.model.periods import TimePeriod

WRITTEN = {
    "2019": "2019; 2019.0; F2019; CY2019; YR2019; 2019 [YR2019]; 2019-A1; พ.ศ. 2562; 2562 BE",
    "2019-S1": "H1 2019; 2019H1; 1H2019; 1H19; 2019-S1; S1 2019; first half of 2019",
    "2019-Q1": (
        "Q1-2019; 2019_Q1; 1st quarter 2019; qtr 1 2019; 1Q-2019; 1Q19; 2019:Q1; Q1'19; T1 2019; 2019T1; 2019K1; "
        "first quarter of 2019; 2019年第一季度"
    ),
    "2019-12": (
        "Dec-19; 12/2019; 2019-12; 2019M12; 2019-M12; M12/2019; déc.-19; Dez 19; DEC2019; 2019 Dec; 201912; Dic 2019; "
        "12.2019; 2019/12; 2019:12; diciembre de 2019; декабрь 2019; 2019年12月; grudzień 2019"
    ),
    "2019-12-31": (
        "31 December 2019; 31-Dec-19; 31DEC2019; December 31, 2019; Dec 31 2019; 2019-Dec-31; 31.12.19; 31. 12. 2019; "
        "2019/12/31; 2019.12.31; 20191231; 31/12/2019; 12/31/2019; 12/31/2019 0:00; 2019-12-31T00:00:00Z; "
        "31 de diciembre de 2019"
    ),
    "2019-01-28/P7D": "2019-W05; Week 5 2019; KW 5/2019; 2019W5",
}
NO_PERIODS = (
    "Marriages 2019; Maritime 2019; Decade 2019; Mayors 2019; Sepsis 2019; Augmented 2019; Janitors 2019; "
    "Aprons 2019; Octane 2019; Junction 2019; 2710; 13/13/2019; Feb-30-2019; 2018-2020; Q1; Jan; 20-Jan; 1441 AH; "
    "1441H; Table 2; 12:30; 2019Q5; 5Q19; 2019-13-01; Q2 FY2019; 1.5; 99"
)


@pytest.mark.parametrize(
    ("text", "period"), [(text, key) for key, texts in WRITTEN.items() for text in texts.split("; ")]
)
def test_usual_writings(text, period):
    assert str(read_period(text)) == period


@pytest.mark.parametrize("text", NO_PERIODS.split("; "))
def test_what_is_not_a_period(text):
    assert read_period(text) is None


@given(
    st.dates(min_value=TimePeriod.parse("1930").first, max_value=TimePeriod.parse("2199").last),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%d.%m.%Y", "%Y%m%d", "%d-%b-%Y"]),
)
def test_a_day_in_any_unambiguous_form_is_read_back(day, form):
    assert read_period(day.strftime(form)) == TimePeriod.of_day(day)


@given(st.lists(st.dates(), min_size=1, max_size=30), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_dates_of_one_order_are_read_back_or_refused(days, form):
    texts = [day.strftime(form) if day.year > 999 else "" for day in days]
    rules, _ = decide_period_rules({text for text in texts if text})
    for day, text in zip(days, texts, strict=True):
        found = read_period(text, rules)
        assert found is None or found == TimePeriod.of_day(day)


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        ("31/12/2019 05/02/2020", "2019-12-31 2020-02-05"),
        ("12/31/2021 03/04/2022", "2021-12-31 2022-03-04"),
        ("01/01/2019 01/02/2019 01/03/2020", "2019-01-01 2019-02-01 2020-03-01"),
        ("03/04/2020 05/06/2020", "None None"),
        ("01/01/2019 02/01/2019 03/01/2019", "None None None"),
        ("01/01/2019 02/02/2019", "2019-01-01 2019-02-02"),
        ("2019.000 2019.083 2019.917", "2019-01 2019-02 2019-12"),
        ("31/12/2019 12/31/2019 03/04/2020", "2019-12-31 2019-12-31 None"),
        ("1990 1990.08333333333 1990.25", "1990-01 1990-02 1990-04"),
        ("2019.0 2019.25 2019.5", "2019-Q1 2019-Q2 2019-Q3"),
        ("2019.1 2019.11 2019.12", "2019-10 2019-11 2019-12"),
        ("2019.01 2019.02", "2019-01 2019-02"),
        ("2019.5 2020.0", "None None"),
        ("2019 2019.25 2019.5", "2019-Q1 2019-Q2 2019-Q3"),
        ("2019.08 2019.09 2019.1", "2019-08 2019-09 2019-10"),
        ("2019.1 2019.9 2019.10", "2019-01 2019-09 2019-10"),
        ("2019,3 2019,4 2020,1 2020,2 2020,3 2020,4 2021,1", "2019-Q3 2019-Q4 2020-Q1 2020-Q2 2020-Q3 2020-Q4 2021-Q1"),
        ("2019:1 2019:2 2019:12", "2019-01 2019-02 2019-12"),
        ("2019:1 2019:2", "None None"),
        ("1/2019 2/2019", "None None"),
        ("2010-11 2010-12 2011-01", "2010-11 2010-12 2011-01"),
        ("2010-11 2011-12 2012-13", "None None None"),
        ("2561 2562 2563", "None None None"),
        ("1398 1399", "None None"),
        ("1000 1500 2000", "1000 1500 2000"),
        ("Jan-29 Jan-30 Jan-31", "2029-01 2030-01 2031-01"),
        ("Jan-69 Jan-70", "1969-01 1970-01"),
        ("Jan-20 Jan-45", "2020-01 None"),
    ],
)
def test_the_column_decides(texts, read):
    rules, _ = decide_period_rules(texts.split())
    assert [str(read_period(text, rules)) for text in texts.split()] == read.split()


@pytest.mark.parametrize(
    ("texts", "rule", "read"),
    [
        ("2019.1 2020.1", "months", "2019-01 2020-01"),
        ("2019.1 2019.2", "quarters", "2019-Q1 2019-Q2"),
        ("2019.5", "quarters", "2019-Q3"),
        ("2019.1 2019.9 2019.11", "months", "2019-01 2019-09 2019-11"),
        ("2019.03 2019.5", "months", "2019-03 2019-05"),
    ],
)
def test_numbers_after_years_that_may_be_quarters_or_months_are_asked_about(texts, rule, read):
    with pytest.raises(UsageError, match="--dates quarters"):
        decide_period_rules(texts.split())
    rules, _ = decide_period_rules(texts.split(), parse_period_rules(rule))
    assert [str(read_period(text, rules)) for text in texts.split()] == read.split()


@pytest.mark.parametrize(
    ("rule", "text", "period"),
    [
        ("day-first", "03/04/2020", "2020-04-03"),
        ("month-first", "03/04/2020", "2020-03-04"),
        ("months", "2019:1", "2019-01"),
        ("quarters", "2019:1", "2019-Q1"),
        ("months", "1/2019", "2019-01"),
        ("2019/20=2019-04", "2019/20", "2019-04-01/P1Y"),
        ("2019/20=2019-07", "2019-20", "2019-07-01/P1Y"),
        ("2019/20=2019-01", "2019/2020", "2019"),
        ("FY2019=2018-10", "FY2019", "2018-10-01/P1Y"),
        ("FY2019=2018-10", "FY19", "2018-10-01/P1Y"),
        ("FY2019=2019-04, day-first", "2019/20", "2019-04-01/P1Y"),
        ("buddhist", "2563", "2020"),
        ("buddhist", "Jan 2563", "2020-01"),
        ("gregorian", "1399", "1399"),
        ("pivot-50", "Jan-45", "2045-01"),
    ],
)
def test_the_option_that_a_refusal_names_works(rule, text, period):
    undecided, _ = decide_period_rules([text])
    assert read_period(text, undecided) is None
    assert "--dates" in hint_period(text)
    rules, _ = decide_period_rules([text], parse_period_rules(rule))
    assert str(read_period(text, rules)) == period


def test_an_unknown_rule_lists_those_there_are():
    with pytest.raises(UsageError, match="day-first"):
        parse_period_rules("day-frist")


def test_the_name_of_the_column_decides_between_months_and_quarters():
    for column, period in (("Month", "2019-01"), ("Quartal", "2019-Q1")):
        rules, decisions = decide_period_rules(["1/2019", "2/2019"], column=column)
        assert str(read_period("1/2019", rules)) == period
        assert column in decisions[0].evidence


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("2019p", ("2019", "p")), ("2019 (P)", ("2019", "p")), ("2019e", ("2019", "e")), ("2020Q1f", ("2020Q1", "f")),
        ("2019 est.", ("2019", "e")), ("Jan-20 (p)", ("Jan-20", "p")), ("2025f", ("2025", "f")),
        ("2019r", ("2019", "")), ("2019 p)", ("2019", "p")), ("2019 f/", ("2019", "f")), ("2019, e", ("2019", "e")),
        ("2019M1", ("2019M1", "")), ("31DEC2019", ("31DEC2019", "")), ("Table", ("Table", "")), ("2019", ("2019", "")),
    ],
)  # fmt: skip
def test_the_status_after_a_period(text, split):
    assert split_period_flag(text) == split


@pytest.mark.parametrize(
    "mark", ["p)", "r", " r)", ", p", " e", " 1)", " (2)", " 3/", " [1]", " a)", "*", " est.", " (prov.)", " Actual"]
)
def test_a_mark_behind_a_year_is_no_name_of_a_series(mark):
    assert split_heading(f"2019{mark}") in (("", "2019"), ("", f"2019{mark}"))


@pytest.mark.parametrize(
    ("part", "column", "period"),
    [
        ("M01", "period", "2024-01"), ("M13", "period", "2024"), ("Q3", "period", "2024-Q3"), ("S02", "x", "2024-S2"),
        ("3", "Month", "2024-03"), ("3", "quarter", "2024-Q3"), ("2", "Half", "2024-S2"), ("March", "x", "2024-03"),
        ("Sept.", "x", "2024-09"), ("3.0", "month", "2024-03"), ("Q1", "x", "2024-Q1"), ("A01", "period", "2024"),
        ("3", "period", "None"), ("14", "month", "None"), ("", "month", "2024"), ("Marriages", "month", "None"),
    ],
)  # fmt: skip
def test_a_year_and_its_part_in_two_columns(part, column, period):
    assert str(read_part_of_year("2024", part, column)) == period


def test_a_text_of_any_length_is_looked_at_in_no_time():
    digits = "1" * 100_000  # patterns would take minutes
    assert read_period(digits) is None
    assert not is_open_period(digits)
    assert not is_number(digits)
    assert split_heading(f"{digits} 2018") == ("", "")


@pytest.mark.parametrize("text", ["01/2000", "02/2001", "12/2011", "12.2011", "1-2000"])
def test_a_number_before_its_year_is_no_fiscal_year(text):
    rules, _ = decide_period_rules([text, "05/2000"])
    assert read_period(text, rules).frequency.months == 1


@pytest.mark.parametrize("mark", ["/", ":"])
def test_months_beside_each_other_are_no_fiscal_years(mark):
    texts = [f"2000{mark}{month:02}" for month in range(1, 4)]
    rules, decisions = decide_period_rules(texts)
    assert [str(read_period(text, rules)) for text in texts] == ["2000-01", "2000-02", "2000-03"]
    assert texts[1] in str(decisions[0])


@pytest.mark.parametrize(
    "texts", ["2010-12 2013-15 2016-18", "1880-4 1856-60", "2010/12 2013/15", "1998-02 2013-17", "1995-00 2000-05"]
)
def test_several_years_are_no_months(texts):
    rules, _ = decide_period_rules(texts.split())
    assert [read_period(text, rules) for text in texts.split()] == [None] * len(texts.split())
    rules, _ = decide_period_rules(texts.split(), parse_period_rules("months"))
    assert any(read_period(text, rules) for text in texts.split())


@pytest.mark.parametrize("names", ["2010-12,2013-15,2016-18", "1995-00,2000-05,2005-10", "2010/12,2013/15,2016/18"])
def test_headings_of_several_years_are_refused_and_none_is_left_out(import_file, names):
    report = import_file(f"Country,{names}\nPeru,1,2,3\nChile,4,5,6\n")
    assert (report.taken, report.refused) == (0, 6)
    assert "several years" in report.text


def test_a_slip_among_months_leaves_them_months():
    rules, _ = decide_period_rules(["2015-01", "2015-02", "2015-13"])
    assert str(read_period("2015-01", rules)) == "2015-01"


def test_a_year_and_its_quarter_with_spaces_between_them():
    texts = [f"{year} - {quarter}" for year in (2005, 2006) for quarter in (1, 2, 3, 4)]
    rules, _ = decide_period_rules(texts)
    assert str(read_period("2005 - 3", rules)) == "2005-Q3"
    assert "--dates quarters" in hint_period("2005 - 3")
