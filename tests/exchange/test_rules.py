from datetime import date

import pytest

from indicators.errors import UsageError
from indicators.exchange import RateKind, Rule


def test_a_rule_is_a_kind_or_a_day():
    assert Rule.parse(" Average ") == Rule(RateKind.AVERAGE)
    assert Rule.parse("2025-09-29") == Rule(RateKind.SPOT, date(2025, 9, 29))


@pytest.mark.parametrize("text", [*RateKind, "2024-02-29"])
def test_a_rule_is_read_as_it_is_written(text):
    assert Rule.parse(text).text == text


@pytest.mark.parametrize("text", ["", "averag", "2025-02-30", "20250929x", "=1+1"])
def test_what_is_no_rule_is_refused_with_the_rules_there_are(text):
    with pytest.raises(UsageError, match="average, end, spot, ppp"):
        Rule.parse(text)


def test_the_phrase_follows_the_frequency():
    assert Rule(RateKind.AVERAGE).phrase("M") == "at monthly average rates"
    assert Rule(RateKind.END).phrase("Q") == "at end-of-quarter rates"
