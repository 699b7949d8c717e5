"""What a reader changes of what was understood."""

from decimal import Decimal

import pytest

from indicators.claims import Claim, ClaimKind, Document, Reading
from indicators.claims.input.corrections import FIELDS, apply_corrections, list_fields
from indicators.errors import UsageError
from indicators.files import read_embedded_catalogue
from indicators.model.observations import Qualifier
from indicators.model.periods import TimePeriod

FIRST = Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12, left_open=("year",), restated_by=("c2",))
SECOND = Claim("c2", ClaimKind.AMOUNT, Decimal(287), "USD", multiplier=9, restates="c1")
READING = Reading(Document.of("24 trillion rubles ($287 billion)"), (FIRST, SECOND))


def after(**edits):
    return apply_corrections(READING, edits, read_embedded_catalogue()).claims


def test_nothing_changed_is_the_same_reading():
    assert after() == READING.claims
    assert after(c1=list_fields(FIRST), c2={"keep": True}) == READING.claims


def test_a_figure_is_dropped_and_what_restated_it_stands_alone():
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
def test_a_field_is_put_right(edit, attribute, value):
    first, second = after(c1=edit)
    assert getattr(first, attribute) == value
    assert second == SECOND
    assert first.understood


def test_a_year_that_is_given_is_open_no_more():
    assert after(c1={"period": "2024"})[0].left_open == ()


@pytest.mark.parametrize("edit", [{"value": "many"}, {"unit": "bananas"}, {"period": "20x4"}, {"areas": "Russiaa"},
                                  {"indicator": "no such thing"}, {"value": "1e999"}])  # fmt: skip
def test_what_is_not_understood_is_said_with_its_figure(edit):
    with pytest.raises(UsageError, match="24 trillion RUB, "):
        after(c1=edit)


def test_every_field_of_the_table_can_be_read_back():
    assert tuple(list_fields(FIRST)) == FIELDS
