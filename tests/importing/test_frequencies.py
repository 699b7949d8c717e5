"""Frequencies are declared or told from the spacing of a series; first-of-month dates are months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions
from indicators.importing.spacing import find_spacing
from indicators.model.periods import Frequency, TimePeriod


@given(
    st.sampled_from([Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY, Frequency.MONTHLY]),
    st.integers(1900, 2100),
    st.integers(3, 40),
)
def test_consecutive_first_days_tell_their_frequency(frequency, year, count):
    length = frequency.months
    firsts = [date(year + month // 12, month % 12 + 1, 1) for month in range(0, count * length, length)]
    assert find_spacing(firsts) == (frequency, "first")
    lasts = [day - timedelta(days=1) for day in firsts[1:]]
    if len(lasts) > 3:
        assert find_spacing(lasts) == (frequency, "last")


def read_periods(figures):
    return sorted(period for _, _, period in figures())


def test_series_of_several_frequencies_in_one_file(import_file, figures):
    rows = [f"monthly,2019-{month:02}-01,{month}" for month in range(1, 7)]
    rows += [f"quarterly,{day},5" for day in ("2019-01-01", "2019-04-01", "2019-07-01")]
    rows += [f"daily,2019-01-{day:02},7" for day in (1, 2, 3)]
    text = "indicator,date,value\n" + "\n".join(rows) + "\n"
    report = import_file(text.replace("\n", ",France\n").replace("value,France", "value,country", 1))
    found = figures()
    assert {key[2] for key in found if key[0] == "quarterly"} == {"2019-Q1", "2019-Q2", "2019-Q3"}
    assert {key[2] for key in found if key[0] == "daily"} == {"2019-01-01", "2019-01-02", "2019-01-03"}
    assert {key[2] for key in found if key[0] == "monthly"} == {f"2019-{month:02}" for month in range(1, 7)}
    assert {one.chosen for one in report.decisions if one.option == "--dates days"} == {"monthly", "quarterly"}


def test_columns_with_gaps_have_their_own_frequency(import_file, figures):
    text = "date,country,Zinc,Tin\n" + "".join(
        f"2019-{month:02}-01,France,{month}.5,{month if month % 3 == 1 else '.'}\n" for month in range(1, 13)
    )
    import_file(text)
    assert {key[2] for key in figures() if key[0] == "tin"} == {"2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"}
    assert len({key[2] for key in figures() if key[0] == "zinc"}) == 12


@pytest.mark.parametrize(
    ("dates", "options", "periods"),
    [
        ("2019-01-01 2019-02-01", "", "2019-01 2019-02"),
        ("2019-01-01 2019-02-01", "days", "2019-01-01 2019-02-01"),
        ("2019-01-31 2019-02-28", "", "2019-01-31 2019-02-28"),
        ("2019-01-31 2019-02-28", "monthly", "2019-01 2019-02"),
        ("2018-06-30 2019-06-30", "annual", "2018 2019"),
        ("01.01.2019 01.01.2020", "", "2019 2020"),
        ("1/1/2019 1/2/2019 1/3/2020", "", "2019-01 2019-02 2020-03"),
        ("1/1/2019 1/2/2019 1/3/2020", "month-first", "2019-01-01 2019-01-02 2020-01-03"),
        ("2020-01-01", "", "2020-01-01"),
        ("Jan-20 Feb-20", "", "2020-01 2020-02"),
        ("2019p 2020 (forecast)", "", "2019 2020"),
    ],
)
def test_dates_of_a_series(import_file, figures, dates, options, periods):
    text = "country,date,value\n" + "".join(f"France,{text},5\n" for text in dates.replace(" (", "~(").split())
    import_file(text.replace("~", " "), options=FileOptions(dates=options))
    assert read_periods(figures) == periods.split()


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        (
            "2019-12-31 2020-01-31 2020-02-29 2020-03-31 2020-05-31 2020-06-30",
            "2019-12 2020-01 2020-02 2020-03 2020-05 2020-06",
        ),
        ("2018-12-31 2019-03-31 2020-03-31", "2018-Q4 2019-Q1 2020-Q1"),
        ("2018-12-31 2019-06-30 2019-12-31 2020-06-30", "2018-S2 2019-S1 2019-S2 2020-S1"),
        ("2017-12-31 2018-12-31 2019-12-31 2021-12-31", "2017 2018 2019 2021"),
        (
            "2019-01-15 2019-02-15 2019-03-15 2019-05-15 2019-06-15 2019-07-15",
            "2019-01 2019-02 2019-03 2019-05 2019-06 2019-07",
        ),
        ("2019-02-15 2019-05-15 2019-08-15 2019-11-15 2020-02-15", "2019-Q1 2019-Q2 2019-Q3 2019-Q4 2020-Q1"),
        (
            "2019-03-29 2019-04-30 2019-05-31 2019-06-28 2019-07-31 2019-08-30",
            "2019-03 2019-04 2019-05 2019-06 2019-07 2019-08",
        ),
        ("2016-06-30 2017-06-30 2018-06-30 2019-06-30 2020-06-30", None),
        ("2019-01-23 2019-03-20 2019-05-02 2019-06-13 2019-07-25 2019-09-12", None),
        ("2019-01-04 2019-01-11 2019-01-18 2019-01-25 2019-02-01 2019-02-08", None),
        ("2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31 2019-06-30 2019-07-01", None),
        ("2019-12-31", None),
    ],
)  # fmt: skip
def test_dates_at_the_end_or_in_the_middle_of_a_period(import_file, figures, dates, periods):
    import_file("country,date,value\n" + "".join(f"Peru,{day},5\n" for day in dates.split()))
    assert read_periods(figures) == (periods or dates).split()


def test_weeks_that_end_with_months_stay_weeks(import_file, figures):
    dates = ["2020-01-31", "2020-02-29", "2020-10-31", "2021-01-31"]
    import_file("country,week ending,value\n" + "".join(f"Peru,{day},5\n" for day in dates))
    assert read_periods(figures) == dates


def test_each_area_has_its_own_frequency(import_file, figures):
    monthly = [
        f"France,2019-{month:02}-{day},5" for month, day in ((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30))
    ]
    ends = ("2018-12-31", "2019-03-31", "2019-06-30", "2019-09-30", "2019-12-31")
    quarterly = [f"Australia,{day},6" for day in ends]
    few = ["Peru,2019-03-31,7"]
    import_file("\n".join(["country,date,value", *monthly, *quarterly, *few]))
    found = [(code, period) for _, code, period in figures()]
    assert {period for code, period in found if code == "FRA"} == {f"2019-{month:02}" for month in range(1, 7)}
    assert {period for code, period in found if code == "AUS"} == {
        "2018-Q4",
        "2019-Q1",
        "2019-Q2",
        "2019-Q3",
        "2019-Q4",
    }
    assert ("PER", "2019-03") in found


def test_a_frequency_above_the_header(import_file, figures):
    import_file("Imports\nFrequency: Annual\ncountry,date,value\nPeru,2018-06-30,5\nPeru,2019-06-30,6\n")
    assert read_periods(figures) == ["2018", "2019"]


def test_dates_that_stay_days_though_far_apart_are_reported(import_file):
    report = import_file("country,date,value\n" + "".join(f"Peru,{year}-06-30,5\n" for year in (2017, 2018, 2019)))
    assert [(one.chosen, one.option) for one in report.decisions] == [("daily", "--dates annual")]


@pytest.mark.parametrize(
    ("frequency", "dates", "periods"),
    [
        ("M", "2019-01-31 2019-02-28", "2019-01 2019-02"),
        ("Q", "2019-03-31 2019-06-30", "2019-Q1 2019-Q2"),
        ("Quarterly", "2019-01 2019-04", "2019-Q1 2019-Q2"),
        ("A", "2019-12-31 2020-12-31", "2019 2020"),
        ("D", "2019-01-01 2019-02-01", "2019-01-01 2019-02-01"),
        ("A: Annual", "2019 2020", "2019 2020"),
    ],
)
def test_a_declared_frequency_wins(import_file, figures, frequency, dates, periods):
    text = "country,FREQ,date,value\n" + "".join(f"France,{frequency},{text},5\n" for text in dates.split())
    import_file(text)
    assert read_periods(figures) == periods.split()


def test_a_period_longer_than_the_declared_frequency_is_refused(import_file):
    report = import_file("country,FREQ,date,value\nFrance,M,2019,5\nFrance,M,2020-01,6\n")
    assert (report.taken, report.refused) == (1, 1)


def test_the_status_in_a_period_and_a_header(import_file, open_imported):
    from indicators.store import Query

    import_file("country,date,value\nFrance,2019,5\nFrance,2020p,6\nFrance,2021f,7\n")
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert dict(zip(frame["period"], frame["status"], strict=True)) == {"2019": "A", "2020": "P", "2021": "F"}


def test_a_fiscal_year_needs_a_rule(import_file, figures):
    text = "country,year,value\nFrance,2019/20,5\nFrance,2020/21,6\n"
    report = import_file(text)
    assert report.taken == 0
    assert "--dates" in report.faults[0][0].hint
    import_file(text, options=FileOptions(dates="2019/20=2019-04"))
    assert [TimePeriod.parse(period).first for period in read_periods(figures)] == [date(2019, 4, 1), date(2020, 4, 1)]


@pytest.mark.parametrize(
    ("header", "rows", "periods"),
    [
        ("year,qtr", "2019,Q1 2019,Q2", "2019-Q1 2019-Q2"),
        ("year,month", "2019,Jan 2019,Feb", "2019-01 2019-02"),
        ("year,Monat", "2019,3 2019,12", "2019-03 2019-12"),
        ("year,week", "2019,1 2019,2", "2018-12-31/P7D 2019-01-07/P7D"),
        ("year,period", "2019,M12 2019,M13", "2019 2019-12"),
    ],
)
def test_a_year_and_its_part_in_two_columns(import_file, figures, header, rows, periods):
    import_file(f"country,{header},value\n" + "".join(f"France,{row},5\n" for row in rows.split()))
    assert read_periods(figures) == periods.split()


def test_days_in_a_third_column_are_refused(import_file):
    with pytest.raises(UsageError, match="one column"):
        import_file("country,year,month,day,value\nFrance,2019,1,1,5\nFrance,2019,1,2,6\n")


@pytest.mark.parametrize("header", ["2018/19,2019/20", "01/02/2020,01/03/2020"])
def test_periods_of_headers_that_are_open_are_refused_with_the_option(import_file, header):
    report = import_file(f"Country,{header}\nFrance,1.5,2.5\n")
    assert report.taken == 0
    assert "--dates" in report.faults[0][0].expected


@pytest.mark.parametrize(
    ("heading", "week"), [("Week", "2023-05"), ("semaine", "202305"), ("Kalenderwoche", "2023/05")]
)
def test_weeks_that_look_like_months_are_asked_about(import_file, figures, heading, week):
    content = f"Country,{heading},Deaths\nSpain,{week},8\n"
    with pytest.raises(UsageError, match="2023-W05"):
        import_file(content)
    import_file(content, options=FileOptions(dates="months"))
    assert read_periods(figures) == ["2023-05"]


def test_three_month_ends_stay_days_and_the_report_offers_months(import_file):
    report = import_file("Country,Date,Sales\nPeru,2021-01-31,5.5\nPeru,2021-02-28,6.5\nPeru,2021-03-31,7.5\n")
    assert [(one.chosen, one.option) for one in report.decisions if one.subject == "Frequency"] == [
        ("daily", "--dates monthly")
    ]


@pytest.mark.parametrize("row", [0, -1])
def test_averages_of_months_beside_days(import_file, figures, row):
    lines = ["Date,Country,Rate,Mean"]
    for month in (1, 2, 3):
        days = [f"2019-{month:02}-{day:02},France,{day}," for day in (5, 8, 14, 21)]
        days[row] += f"{month}.5"
        lines += days
    import_file("\n".join(lines) + "\n")
    found = figures()
    assert {key[2]: value for key, value in found.items() if key[0] == "mean"} == {
        "2019-01": 1.5, "2019-02": 2.5, "2019-03": 3.5}  # fmt: skip
    assert len([key for key in found if len(key[2]) > 7]) == 12


def test_months_of_which_the_last_is_dated_otherwise(import_file, figures):
    ends = ["31 28 31 30 31 30 31 31 30 31 30 31".split()[number % 12] for number in range(25)]
    days = [f"{2021 + number // 12}-{1 + number % 12:02}-{end}" for number, end in enumerate(ends)]
    lines = [f"{day},{number}.5" for number, day in enumerate([*days, "2023-02-01"])]
    import_file("Date,Index\n" + "\n".join(lines) + "\n", mapping=ColumnMapping(one_area="ARG"))
    assert {len(key[2]) for key in figures()} == {7}
