"""``providers`` and ``fetch``: what is printed, and the exit status; the network is one server on this machine."""

from __future__ import annotations

import json

import pytest

from tests.providers.fake_service import Reply

ROW = (
    '{"indicator":{"id":"XX.TEST","value":"Test output (current US$)"},"country":{"id":"RU","value":"Russia"},'
    '"countryiso3code":"%s","date":"2024","value":2.5,"unit":"","obs_status":""}'
)


def make_answer(area="RUS"):
    return Reply(f'[{{"page":1,"pages":1,"total":1,"lastupdated":"2026-07-13"}},[{ROW % area}]]'.encode())


def test_providers_are_listed_with_an_example_and_nothing_is_sent(run, bank):
    shown = run("providers").stdout
    assert "world-bank" in shown
    assert "NY.GDP.MKTP.CD" in shown
    listed = json.loads(run("providers", "--json").stdout)
    assert {"world-bank", "ecb", "bis", "oecd", "eurostat"} <= {one["id"] for one in listed}
    assert bank.asked == []


def test_figures_can_be_fetched_shown_and_cited(run, bank):
    bank.replies = [make_answer()]
    words = ("fetch", "world-bank", "XX.TEST", "--country", "Russia", "--start", "2020")
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert "1 new" in result.stdout
    assert bank.asked[0][0].startswith("/country/RUS/indicator/XX.TEST?")
    assert "2.5,USD" in run("get", "test-output").stdout
    assert "data.worldbank.org" in run("cite", "test-output").stdout
    assert json.loads(run(*words, "--json").stdout)["is_unchanged"]


def test_a_dry_run_prints_the_request_and_sends_none(run, bank):
    result = run("fetch", "https://data.worldbank.org/indicator/XX.TEST?locations=RU-CN", "--dry-run")
    assert result.stdout.startswith("GET https://api.worldbank.org/v2/country/CHN;RUS/indicator/XX.TEST?")
    assert bank.asked == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("fetch", "wrld-bank", "A.B"), "world-bank"),
        (("fetch", "world-bank"), "NY.GDP.MKTP.CD"),
        (("fetch", "world-bank", "A.B", "--start", "soon"), "2015"),
        (("fetch", "world-bank", "A.B", "--country", "Rusiia"), "Russia"),
        (("fetch", "world-bank", "A.B", "--dimension", "sex"), "sex=F~M"),
        (("fetch", "https://example.org/series"), "World Bank"),
        (("fetch", "https://api.stlouisfed.org/fred/x?api_key=sesame"), "fred/x. "),  # not the key
        (("fetch", "https://["), "No provider"),
        (("fetch", "bls", "CUUR0000SA0"), "no service"),
        (("fetch", "world-bank", "A.B", "--dataset", "Bad Id"), "bad-id"),
        (("fetch", "world-bank", "A.B", "--dataset", "world-bank-wdi"), "another id"),
    ],
)
def test_what_can_not_be_asked_for_is_said_and_not_sent(run, bank, words, shown):
    result = run(*words)
    assert result.exit_code == 2
    assert shown in result.output
    assert bank.asked == []


def test_a_service_that_fails_is_named_and_the_status_is_1(run, bank):
    bank.replies = [Reply(b"<html><title>Maintenance</title>", 503)]
    result = run("fetch", "world-bank", "XX.TEST")
    assert result.exit_code == 1
    assert "World Bank" in result.output
    assert "Maintenance" in result.output


def test_figures_none_of_which_can_be_read_end_with_status_1(run, bank):
    bank.replies = [make_answer("QQQ")]
    result = run("fetch", "world-bank", "XX.TEST")
    assert result.exit_code == 1
    assert "QQQ" in result.stdout
