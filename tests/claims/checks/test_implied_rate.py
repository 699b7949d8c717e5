"""An amount in two currencies: which rate it implies, and whether the writer could know it."""

from datetime import date

import pytest

from indicators.claims import Verdict, messages

PRINTED = date(2025, 9, 29)
RATE, SAME = "implied-rate", "single-rate"
ARTICLE = "It reached {M 24 tn period=2024} (approx. {M 287 bn unit=USD q=about restates=c1})."


def test_the_articles_sum_is_explained_by_the_rate_of_the_day_it_was_printed(check):
    (finding,) = check(ARTICLE, RATE, published=PRINTED)
    assert finding.verdict is Verdict.EXPLAINED
    assert finding.reason == messages.RATE_MATCHED_INSTEAD.format(
        label="rate on 29 September 2025 (Bank of Russia)", rate="83.6118 RUB per USD",
        usual_label="2024 average (IMF)", usual_amount="259 billion USD",
    )  # fmt: skip
    texts = [(figure.text.split(" ")[0], figure.fits) for figure in finding.chain]
    assert ("83.62", None) in texts
    assert ("83.6118", True) in texts
    assert ("92.5524", False) in texts


def test_a_rate_not_yet_known_explains_nothing(check):
    # 83.62 is the average of 2025 too, which nobody could know in September
    (finding,) = check(ARTICLE, RATE, published=PRINTED)
    assert not any("2025 average" in figure.label for figure in finding.chain)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It reached {M 24.0 tn period=2024} ({M 259.3 bn unit=USD restates=c1}).", "✓"),  # the average of its year
        ("It reached {M 24 tn period=2024} ({M 236 bn unit=USD restates=c1}).", "≈"),  # the end of its year
        ("It reached {M 24 tn period=2024} ({M 2.4 bn unit=USD restates=c1}).", "!"),
        ("It cost {M 10 bn} ({M 1 bn unit=USD restates=c1}).", "!"),
        ("It cost {M 5 m unit=EUR} ({M 5.4 m unit=USD restates=c1}).", "✓≈"),
        ("It cost {M 5 m unit=EUR} ({M 54 m unit=USD restates=c1}).", "!"),
        ("It cost {M 5 m unit=EUR} ({M 5 m unit=EUR restates=c1}).", ""),
    ],
)
def test_pairs_of_currencies(signs, text, sign):
    found = signs(text, RATE, published=PRINTED)
    assert found == sign or (found and found in sign)


def test_without_a_day_and_a_year_only_an_absurd_rate_is_inconsistent(signs):
    assert signs("It cost {M 10 bn} ({M 1.0 bn unit=USD restates=c1}).", RATE) == "!"
    assert signs("It cost {M 10 bn} ({M 150 m unit=USD restates=c1}).", RATE) == "?"


@pytest.mark.parametrize(
    ("sums", "message", "implied", "fits"),
    [
        ("{M 24 tn period=2024} ({M 250 bn unit=USD restates=c1})", messages.RATE_WITHIN, "96", True),
        ("{M 24.0 tn period=2024} ({M 211 bn unit=USD restates=c1})", messages.RATE_NEAR, "113.7", False),
        ("{M 24 tn period=2024} ({M 220 bn unit=USD restates=c1})", messages.RATE_MAYBE_WITHIN, "109.1", True),
    ],
)
def test_a_rate_near_those_of_its_time_is_not_inconsistent(check, sums, message, implied, fits):
    (finding,) = check(f"It reached {sums}.", RATE, published=PRINTED)
    assert finding.verdict is Verdict.UNCHECKED
    assert finding.reason == message.format(implied=f"{implied} RUB per USD", range=finding.chain[-1].text)
    assert finding.chain[-1].fits is fits


def test_a_wrong_word_of_scale_is_named(check):
    (finding,) = check("It cost {M 90 bn} ({M 1 m unit=USD restates=c1}).", RATE, published=PRINTED)
    assert finding.note == messages.MILLION_OR_BILLION


def test_more_than_is_of_the_number_that_was_converted(check):
    text = "It will pass {M 9.0 tn q=more_than period=2024} ({M 102.8 bn unit=USD q=more_than restates=c1})."
    (finding,) = check(text, RATE, published=date(2025, 3, 1))
    assert finding.verdict is not Verdict.CONSISTENT  # 87.55 is not 92.55


def test_one_rate_for_two_years_is_seen(check):
    text = (
        "It was {M 6.4 tn period=2023} ({M 73.1 bn unit=USD restates=c1}) and will be "
        "{M 9.0 tn period=2024} ({M 102.8 bn unit=USD restates=c3})."
    )
    (finding,) = check(text, SAME)
    assert finding.verdict is Verdict.EXPLAINED
    assert finding.reason == messages.SINGLE_RATE_USED.format(
        implied="87.55 RUB per USD", first="2023", second="2024", first_rate="85.1620", second_rate="92.5524"
    )


def test_each_years_own_average_is_no_single_rate(signs):
    text = (
        "It was {M 6.40 tn period=2023} ({M 75.15 bn unit=USD restates=c1}) and "
        "{M 9.00 tn period=2024} ({M 97.24 bn unit=USD restates=c3})."
    )
    assert signs(text, SAME) == ""
    assert signs(text, RATE) == "✓✓"
