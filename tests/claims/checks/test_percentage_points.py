"""Percent and percentage points."""

import pytest

from indicators.claims import messages

POINTS = "percentage-points"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The rate rose from {R 20} to {R 25}, up {P 5}.", "✓"),
        ("The rate rose from {R 20} to {R 25}, up {G 25}.", "✓"),
        ("The rate rose from {R 20} to {R 25}, up {G 5}.", "!"),
        ("The rate rose from {R 20} to {R 25}, up {R 5}.", "!"),
        ("The rate rose {P 3} from {R 20} to {R 25}.", "!"),
        ("Ставка выросла с {R 20} до {R 25}, на {G 5}.", "!"),
        ("Ставка выросла с {R 20} до {R 25}, на {P 5}.", "✓"),
        ("比重从{S 20}提高到{S 25}，提高{P 5}。", "✓"),
        ("比重从{S 20}提高到{S 25}，提高{G 5}。", "!"),
        ("Sales rose {P 20} from {M 100 m} to {M 120 m}.", "!"),
    ],
)
def test_per_cent_is_not_points(signs, text, sign):
    assert signs(text, POINTS) == sign


@pytest.mark.parametrize(
    ("text", "sign", "message"),
    [
        ("The rate rose from {R 20} to {R 25}, up {G 5}.", "!", messages.PERCENT_FOR_POINTS),
        ("The rate rose from {R 0} to {R 5}, up {G 5}.", "?", messages.FROM_ZERO),
        ("The rate rose from {R 3} to {R 4}, up {G 1}.", "!", messages.PERCENT_FOR_POINTS),
    ],
)
def test_points_that_may_be_percent(check, text, sign, message):
    (finding,) = check(text, POINTS)
    percent = finding.chain[-1].text
    assert finding.verdict.sign == sign
    assert finding.reason == message.format(stated=finding.chain[2].text, percent=percent)
