"""Many figures in one sentence: each has its own time, direction and kind."""

from datetime import date

import pytest

from indicators.model.periods import Frequency


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Sales fell 5% in May 2023 and rose 3% in June.", ["2023-05", "2023-06"]),
        ("Between 2015 and 2020 the number of farms fell from 1.4 million to 1.3 million.", ["2015", "2020"]),
        ("2020年至2022年，产量分别为30万吨、36万吨和41万吨。", ["2020", "2021", "2022"]),
        ("Во втором квартале 2023 года ВВП вырос на 7,8%, в первом — на 7,4%.", ["2023-Q2", "2023-Q1"]),
        ("Between January and April 2023 they sold 61,000 homes.", ["2023-01-01/P4M"]),
        ("In 2019 the chain had 71 stores; by 2023 there were 50.", ["2019", "2023"]),
        ("Productivity rose 1.2% from 2022 to 2023.", ["2023"]),
        ("Prices rose 2.2%, to £290,000, in July 2024.", ["2024-07", "2024-07"]),
        ("In Q2 2024 it fell to $2.9 billion ($10.3 billion in Q2 2022).", ["2024-Q2", "2022-Q2"]),
        ("In Q3 2023 the share was 4%, up from 3% in the same period of 2022.", ["2023-Q3", "2022-Q3"]),
        ("ВВП вырос на 3% в 2022 году и вырастет на 2% в следующем.", ["2022", "2023"]),
    ],
)
def test_each_figure_has_its_own_time(read, text, times):
    assert [str(claim.period) for claim in read(text, published=None).claims] == times


def test_what_came_before_is_not_of_the_time_of_the_rest(read):
    text = "Sales rose 0.6% in February after a revised 1.1% drop. Food gained 2%. In 2024 the total fell 3%."
    text += " Month on month, prices rose 0.2% in the shops."
    assert [str(claim.period) for claim in read(text).claims] == ["2025-02", "None", "2025-02", "2024", "2025-02"]


@pytest.mark.parametrize("month", ["March", "June", "September", "December"])
def test_a_quarter_is_named_by_its_last_month(read, month):
    claim = read(f"Wages grew 0.8% in the {month} quarter of 2024.").claims[0]
    assert claim.period.frequency is Frequency.QUARTERLY
    assert claim.period.last.strftime("%Y %B") == f"2024 {month}"


@pytest.mark.parametrize(
    "text",
    [
        "Shipments to Peru fell 23.1%, those to Chile 20.6% and to Spain 5%.",
        "Экспорт сократился на 4,6%, импорт — на 7%, грузооборот — на 2%.",
        "It lost 30% in 2022, 44% in 2021 and 3.9% in 2020.",
    ],
)
def test_a_fall_holds_for_the_rest_of_a_list(read, text):
    assert all(claim.kind.value == "growth" and claim.value < 0 for claim in read(text).claims)


def test_a_forecast_of_growth_stays_one_when_it_is_cut(claims):
    text = "The economy will grow 3% in 2026. The forecast for Peru was cut to 2.4% from 2.7%."
    assert [kind for kind, _, _ in claims(text)] == ["growth"] * 3


@pytest.mark.parametrize("text", ["It would have made 5 billion euros.", "Profit was 2% above the consensus."])
def test_what_would_have_been_or_beat_a_forecast_is_none(read, text):
    assert not read(text).claims[0].is_forecast


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Spending this year will reach $30 billion. Chips made up 65% of sales.", ["2025", "2025-Q2"]),
        ("It raised its full-year outlook. Sales were $5 billion, versus $4 billion a year earlier.",
         ["2025-Q2", "2024-Q2"]),
        ("Petrol fell 3.8%, matching a 3.6% decline in May. Rents gained 0.3%.", ["2025-Q2", "2025-05", "2025-Q2"]),
        ("On the quarter output fell 2%, compared with a 5% drop the previous quarter.", ["2025-Q2", "2025-Q1"]),
    ],
)  # fmt: skip
def test_a_sentence_without_a_time_is_about_what_was_over(read, text, times):
    claims = read(f"Profit rose 4% in the second quarter of 2025. {text}").claims
    assert [str(claim.period) for claim in claims[1:]] == times


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It sees $8.95 to $9.15, up from $8.60 to $9.10.", [("amount", "9.05", "USD"), ("amount", "8.85", "USD")]),
        ("Return on equity rose to 17.8 per cent (12.9).", [("rate", "17.8", "%"), ("rate", "12.9", "%")]),
        ("The dividend is 66p a share.", [("amount", "0.66", "GBP")]),
        ("Shares rose to 720p.", [("amount", "7.2", "GBP")]),
        ("It films in 720p, and starts at 5p.m on Monday.", []),
        ("Mining added 0.1 of a percentage point to growth.", [("change in points", "0.1", "percentage points")]),
        ("增长3.2%，恢复到2019年的93.7%。", [("growth", "3.2", "%"), ("share", "93.7", "%")]),
        ("Выдано 546 млрд руб., из них 82% — льготные.", [("amount", "5.46E+11", "RUB"), ("share", "82", "%")]),
        ("Le taux recule à 7,5 %. Il est inférieur de 0,4 point à celui de mai.",
         [("rate", "7.5", "%"), ("change in points", "-0.4", "percentage points")]),
    ],
)  # fmt: skip
def test_short_forms_are_read_in_full(claims, text, figures):
    assert claims(text) == figures


@pytest.mark.parametrize("published", [None, date(2024, 11, 20)], ids=str)
def test_a_forecast_is_not_about_the_time_of_an_actual_figure(read, published):
    claims = read("Sales reached $24 billion in 2024. They will grow by 30%.", published=published).claims
    assert [str(claim.period) for claim in claims] == ["2024", "None"]


def test_a_country_with_states_in_its_name_says_nothing(read):
    assert not read("The forecast for the United States was cut to 1.1%.").claims[0].said_by


def test_pounds_of_another_country_are_counted_for_a_dollar(read):
    assert read("In Egypt the pound trades at 48.4 to the dollar.").claims[0].unit == "EGP per USD"


@pytest.mark.parametrize(("behind", "is_forecast"), [("that analysts had forecast", True), ("a year earlier", False)])
def test_an_expectation_of_what_is_over_is_still_one(read, behind, is_forecast):
    claim = read(f"Inflation was 2.6% in May 2024, above the 2.5% {behind}.").claims[1]
    assert claim.is_forecast is is_forecast


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Growth was 4.8% (Q1: 3.1%), driven by price (+3.9%). Margins were 43.6%.",
         ["2025-Q2", "2025-Q1", "2025-Q2", "2025-Q2"]),
        ("The loss in the same quarter of 2024 was $4 billion. Costs were $5 billion.", ["2024-Q2", "2025-Q2"]),
    ],
)  # fmt: skip
def test_later_sentences_are_not_about_a_time_that_is_only_compared_with(read, text, times):
    claims = read(f"Profit rose 4% in the second quarter of 2025. {text}").claims
    assert [str(claim.period) for claim in claims[1:]] == times


@pytest.mark.parametrize("than", ["below $4.46 trillion for Germany", "against $4.46 trillion in Germany"])
def test_the_country_of_a_figure_that_is_compared_with_is_not_that_of_the_other(areas, than):
    assert areas(f"Japan's economy slowed. Its GDP was $4.21 trillion, {than}.") == [("JPN",), ("DEU",)]
