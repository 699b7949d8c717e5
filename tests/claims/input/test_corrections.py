"""Corrections of a user."""

from decimal import Decimal

import pytest

from indicators.claims import Claim, ClaimKind, Document, Reading
from indicators.claims.input.corrections import apply_corrections, list_fields
from indicators.errors import UsageError
from indicators.model.observations import Qualifier
from indicators.model.periods import TimePeriod

FIRST = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12, left_open=("year",))
SECOND = Claim("c2", ClaimKind.AMOUNT, Decimal(287), "USD", multiplier=9, restates="c1")
READING = Reading(Document.of("24 trillion rubles ($287 billion)"), (FIRST, SECOND))


@pytest.fixture
def after(catalogue):
    return lambda **edits: apply_corrections(READING, edits, catalogue).claims


def test_nothing_changed_is_the_same_reading(after):
    assert after() == READING.claims
    assert after(c1=list_fields(FIRST), c2={"keep": True}) == READING.claims


def test_a_repetition_of_a_dropped_figure_stays(after):
    (left,) = after(c1={"keep": False})
    assert (left.id, left.restates) == ("c2", "")


@pytest.mark.parametrize(
    ("edit", "attribute", "value"),
    [
        ({"value": "25.5"}, "value", Decimal("25.5")),
        ({"value": "1,700"}, "value", Decimal(1700)),
        ({"scale": "billion"}, "multiplier", 9),
        ({"unit": "yuan"}, "unit", "CNY"),
        ({"period": "2024"}, "period", TimePeriod.of_year(2024)),
        ({"areas": "Russia~China"}, "areas", ("RUS", "CHN")),
        ({"indicator": "Digital economy turnover"}, "indicator", "digital-economy-turnover"),
        ({"qualifier": "about"}, "qualifier", Qualifier.ABOUT),
        ({"forecast": True}, "is_forecast", True),
        ({"kind": "count"}, "kind", ClaimKind.COUNT),
        ({"of": "GDP"}, "denominator", "GDP"),
    ],
)
def test_a_field_is_corrected(after, edit, attribute, value):
    first, second = after(c1=edit)
    assert getattr(first, attribute) == value
    assert second == SECOND
    assert first.understood


def test_a_given_year_is_not_missing(after):
    assert after(c1={"period": "2024"})[0].left_open == ()


@pytest.mark.parametrize("edit", [{"value": "many"}, {"unit": "bananas"}, {"period": "20x4"}, {"areas": "Russiaa"},
                                  {"indicator": "no such thing"}, {"value": "1e999"}])  # fmt: skip
def test_a_field_that_cannot_be_read_is_reported_with_its_figure(after, edit):
    with pytest.raises(UsageError, match="24 trillion RUB, "):
        after(c1=edit)


def test_a_typed_number_replaces_a_word(read, catalogue):
    reading = read("Sales doubled from 10 to 15 billion rubles.")
    assert reading.claims[0].in_a_word
    (first, *_) = apply_corrections(reading, {reading.claims[0].id: {"value": "1.5"}}, catalogue).claims
    assert str(first.interval) == "1.45 … 1.55"


def test_a_multiple_in_digits_is_not_a_word(read):
    first, *others = read("Sales grew 2.5 times from 10 to 20 billion rubles.").claims
    assert not any(claim.in_a_word for claim in (first, *others))
    assert str(first.interval) == "2.45 … 2.55"
