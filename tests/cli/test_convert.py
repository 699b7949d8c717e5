"""``convert``."""

import json

import pytest

from indicators.exports import messages


def test_the_money_may_be_named_with_the_amount(run):
    result = run("convert", "$287 billion", "RUB", "--date", "2025-09-29")
    assert result.stdout.startswith(f"{messages.AMOUNT_IS.format(amount='287 billion USD')}\n  23.997 trillion RUB")
    unnamed = run("convert", "287", "RUB", "--date", "2025-09-29")
    assert (unnamed.exit_code, unnamed.stdout) == (2, "")


def test_a_line_for_each_rule_and_how_far_they_differ(run):
    result = run("convert", "24e12", "RUB", "USD", "--year", "2024", "--date", "2025-09-29")
    assert result.exit_code == 0
    assert "259.31 billion USD" in result.stdout
    assert "83.6118 RUB per USD, Bank of Russia, 2025-09-27" in result.stdout
    assert messages.RESULTS_DIFFER.format(spread="51.0 billion USD (22%)") in result.stdout


def test_json_has_the_rate_with_the_result(run):
    content = json.loads(run("convert", "24e12", "RUB", "USD", "--year", "2024", "--rate", "average", "--json").stdout)
    (result,) = content["results"]
    assert result["value"] == pytest.approx(259.3e9, abs=0.05e9)
    assert (result["rate"], result["rate_unit"], result["publisher"]) == (92.5524, "RUB per USD", "IMF")


def test_a_missing_rate_is_exit_status_1_and_a_reason(run):
    result = run("convert", "1", "KPW", "USD", "--year", "2024", "--json")
    assert result.exit_code == 1
    (found, *_) = json.loads(result.stdout)["results"]
    assert found["value"] is None
    assert found["reason"] in result.stderr


def test_a_negative_amount_is_not_taken_for_an_option(run):
    result = run("convert", "-5", "EUR", "USD", "--year", "2024", "--rate", "average")
    assert "−5.4119 USD" in result.stdout


@pytest.mark.parametrize("words", [["1", "RUBB", "USD", "--year", "2024"], ["1", "RUB", "%", "--year", "2024"]])
def test_an_unknown_or_other_unit_is_an_error_in_one_sentence(run, words):
    result = run("convert", *words)
    assert result.exit_code != 0
    assert result.stderr.startswith("indicators: ")
