"""What holds for all texts: true values printed rounded are never inconsistent, and a scale changes no verdict."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

WITHIN = ("levels-and-growth", "percentage-points", "parts-and-whole", "implied-rate", "repeated-figures")
values = st.decimals(min_value="1.5", max_value="900000", places=4)
digits = st.integers(2, 5)


def printed(value: Decimal, to: int) -> str:
    """The value rounded to so many significant digits, as it is printed."""
    return f"{Context(prec=to, rounding=ROUND_HALF_EVEN).create_decimal(value):f}"


def whole(value: Decimal) -> str:
    return str(value.quantize(Decimal(1), ROUND_HALF_EVEN))


def decimals(value: Decimal, places: int) -> str:
    return str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN))


@pytest.fixture(scope="module")
def all_signs(report):
    """The signs of the verdicts of all checks that need no published figures."""

    def judge(text, *names):
        return "".join(f.verdict.sign for f in report(text).findings if f.check in (names or WITHIN))

    return judge


@settings(max_examples=80)
@given(values, values, digits, digits, st.integers(0, 2))
def test_true_levels_and_their_true_growth_printed_rounded_are_never_inconsistent(all_signs, one, two, a, b, places):
    growth = decimals(two / one * 100 - 100, places)
    # numbers printed with fewer digits than they have before the point are printed with a word of scale
    text = f"Sales rose {{G {growth}}} from {{M {printed(one, a)} q=about}} to {{M {printed(two, b)} q=about}}."
    assert "!" not in all_signs(text.replace(" q=about", "") if a >= 6 and b >= 6 else text)


@settings(max_examples=80)
@given(values, values, st.integers(0, 2))
def test_true_levels_in_words_of_scale_are_never_inconsistent(all_signs, one, two, places):
    growth = decimals(two / one * 100 - 100, 1)
    text = f"It reached {{M {decimals(two, places)} bn}}, up {{G {growth}}} from {{M {decimals(one, places)} bn}}."
    assert "!" not in all_signs(text)


@settings(max_examples=80)
@given(st.decimals(0, 99, places=3), st.decimals(0, 99, places=3), st.integers(0, 2), st.booleans())
def test_true_percentages_and_their_difference_are_never_inconsistent(all_signs, one, two, places, in_points):
    change = f"{{P {decimals(two - one, places)}}}"
    if not in_points:
        if not one:
            return
        change = f"{{G {decimals(two / one * 100 - 100, places)}}}"
    text = f"The rate went from {{R {decimals(one, places)}}} to {{R {decimals(two, places)}}}, up {change}."
    assert "!" not in all_signs(text)


@settings(max_examples=80)
@given(st.integers(1, 200_000), st.integers(0, 200_000), st.integers(0, 2))
def test_a_true_part_of_a_true_whole_is_never_inconsistent(all_signs, part, more, places):
    share = decimals(Decimal(part) / (part + more) * 100, places)
    text = f"Of {{C {part + more} counted=firms}}, {{C {part} counted=firms}} ({{S {share}}}) agreed."
    assert "!" not in all_signs(text)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 1000), min_size=3, max_size=8), st.integers(0, 1))
def test_true_shares_of_one_whole_are_never_inconsistent(all_signs, parts, places):
    shares = [decimals(Decimal(part) / sum(parts) * 100, places) for part in parts]
    listed = ", ".join(f"region {n} for {{S {share}}}" for n, share in zip("ABCDEFGH", shares[:-1], strict=False))
    text = f"Of sales, {listed} are accounted for, and the rest for {{S {shares[-1]}}}."
    assert "!" not in all_signs(text)


@settings(max_examples=50)
@given(st.lists(st.decimals("0.1", "500", places=3), min_size=2, max_size=6), st.integers(0, 2))
@example([Decimal("1.995")] * 3, 2)
@example([Decimal("1.994")] * 3, 2)
def test_true_parts_and_their_true_total_are_never_inconsistent(all_signs, parts, places):
    # Where all are rounded by half of the last digit, and all the same way, the two have but one number in common:
    # the check takes that for a contradiction, on purpose.
    said = [Decimal(decimals(number, places)) for number in (*parts, sum(parts, Decimal(0)))]
    assume(abs(sum(said[:-1]) - said[-1]) < len(said) * Decimal(10) ** -places / 2)
    listed = " and ".join(f"{{M {decimals(part, places)} bn}} in May" for part in parts)
    text = f"They spent {listed}, for a total of {{M {decimals(sum(parts, Decimal(0)), places)} bn}}."
    assert "!" not in all_signs(text)


@settings(max_examples=50)
@given(values, st.decimals("70", "105", places=2), st.integers(0, 2))
def test_a_true_conversion_at_a_rate_of_its_time_is_never_inconsistent(all_signs, dollars, rate, places):
    text = (
        f"It was {{M {decimals(dollars * rate, places)} m period=2023}} "
        f"({{M {decimals(dollars, places)} m unit=USD restates=c1}})."
    )
    assert "!" not in all_signs(text, "implied-rate")


@settings(max_examples=50)
@given(
    st.sampled_from(["bn", "m", "k"]),
    st.tuples(*[st.decimals("1", "99", places=1)] * 4),
)
def test_a_common_factor_changes_no_verdict(all_signs, scale, numbers):
    before, after, part, spent = numbers
    text = (
        f"Sales rose {{G 20}} from {{M {before} tn}} to {{M {after} tn}}. "
        f"Costs were {{M {spent} tn}}, of which {{M {part} tn}} ({{S 30}}) wages."
    )
    assert all_signs(text) == all_signs(text.replace(" tn", f" {scale}"))
