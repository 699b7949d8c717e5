"""Words such as *doubled* are held against the two levels that stand beside them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.claims import check_reading, read_claims
from indicators.claims.input.corrections import apply_corrections
from indicators.claims.intervals import Interval
from indicators.files import read_embedded_catalogue
from indicators.model.observations import Qualifier
from indicators.store import open_embedded_store


def judged(text):
    report = check_reading(read_claims(text, catalogue=read_embedded_catalogue()), open_embedded_store())
    return [finding.verdict.value for finding in report.findings if finding.check == "level against growth"]


CONTRARY = [
    "Sales doubled from 10 to 15 billion rubles.",
    "Sales doubled to 15 billion rubles from 10 billion rubles.",
    "Sales tripled from 10 billion rubles in 2023 to 20 billion rubles in 2024.",
    "Exports halved from 100 billion dollars to 57 billion dollars.",
    "Sales rose tenfold from 2.0 million dollars to 10 million dollars.",
    "Revenue nearly doubled from $10 billion to $11 billion.",
    "Revenue more than doubled from $10 billion to $15 billion.",
    "The unemployment rate doubled from 5% to 8%.",
    "Оборот вырос вдвое с 10 до 15 млрд рублей.",
    "Продажи удвоились с 10 млрд рублей в 2023 году до 15 млрд рублей в 2024 году.",
    "Экспорт сократился вдвое: с 100 до 70 млрд долларов.",
    "销售额从10亿元翻了一番至15亿元。",
    "2024年销售额从10亿元增长到15亿元，翻了一番。",
]
FITTING = [
    "Sales doubled from 10 to 20 billion rubles.",
    "Sales doubled from 10 to 19 billion rubles.",
    "Sales doubled to 9.6 billion rubles from 4.6 billion rubles.",
    "Sales tripled from 10 billion rubles in 2023 to 31 billion rubles in 2024.",
    "Exports halved from 100 billion dollars to 52 billion dollars.",
    "Sales rose tenfold from 2.0 million dollars to 20 million dollars.",
    "Revenue nearly doubled from $10 billion to $19 billion.",
    "Revenue more than doubled to $208 million from $97 million.",
    "Оборот вырос вдвое с 10 до 20 млрд рублей.",
    "Экспорт сократился вдвое: с 100 до 50 млрд долларов.",
    "销售额从10亿元翻了一番至20亿元。",
    "2024年销售额从10亿元增长到40亿元，翻两番。",
]


@pytest.mark.parametrize("text", CONTRARY)
def test_levels_that_give_another_multiple_are_inconsistent(text):
    assert judged(text) == ["inconsistent"]


@pytest.mark.parametrize("text", FITTING)
def test_levels_that_give_it_as_far_as_they_are_rounded_are_consistent(text):
    assert judged(text) == ["consistent"]


@pytest.mark.parametrize(
    "text", ["Sales doubled to 15 billion rubles.", "Profit doubled. Sales were 10 billion rubles."]
)
def test_a_word_without_both_levels_is_held_against_nothing(text):
    assert judged(text) == []


def test_a_multiple_in_digits_is_as_exact_as_they_are():
    reading = read_claims("Sales grew 2.5 times from 10 to 20 billion rubles.", catalogue=read_embedded_catalogue())
    assert [claim.in_a_word for claim in reading.claims] == [False] * 3
    assert str(reading.claims[0].interval) == "2.45 … 2.55"


def test_a_reader_who_types_the_number_makes_it_one_in_digits():
    catalogue = read_embedded_catalogue()
    reading = read_claims("Sales doubled from 10 to 15 billion rubles.", catalogue=catalogue)
    assert reading.claims[0].in_a_word
    (first, *_) = apply_corrections(reading, {reading.claims[0].id: {"value": "1.5"}}, catalogue).claims
    assert str(first.interval) == "1.45 … 1.55"


@given(st.integers(2, 20).map(Decimal), st.sampled_from([None, *Qualifier]))
def test_what_a_word_says_is_among_what_it_can_mean(value, qualifier):
    meant = Interval.of_multiple(value, qualifier=qualifier)
    assert meant.overlaps(Interval.exactly(value))
