import pytest

from indicators.claims import ClaimKind, Direction, extract_claims
from indicators.claims.claim import infer_kind
from indicators.model.units import parse_unit


@pytest.fixture(scope="module")
def article(catalogue):
    return extract_claims(catalogue.find_dataset("it-russia-2025-09-29"), catalogue)


def test_the_sum_in_dollars_restates_the_sum_in_roubles(article):
    roubles, dollars = article[:2]
    assert dollars.restates == roubles.id
    assert str(dollars.interval) == "286000000000 … 288000000000"


def test_a_forecast_in_a_text_without_a_speaker_leaves_its_issuer_open(article):
    (forecast,) = [claim for claim in article if claim.is_forecast]
    assert forecast.kind is ClaimKind.GROWTH
    assert forecast.left_open == ("issuer",)


def test_a_filled_in_year_is_open_and_inferred(article):
    assert "year" in article[0].left_open
    assert "period" in article[0].inferred


def test_every_observation_kept_by_hand_becomes_a_claim(catalogue):
    for dataset in catalogue.datasets:
        claims = extract_claims(dataset, catalogue)
        assert len(claims) == sum(seen.value is not None for seen in dataset.observations)
        assert all(claim.understood.endswith(".") and claim.value in claim.interval.scale(-claim.multiplier)
                   for claim in claims)  # fmt: skip


def test_a_negative_growth_is_a_fall(catalogue):
    falls = [claim for claim in extract_claims(catalogue.find_dataset("gacc"), catalogue) if claim.value < 0]
    assert falls
    assert all(claim.direction is Direction.FALL for claim in falls)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("USD per person", ClaimKind.AMOUNT),
        ("percentage points", ClaimKind.POINTS),
        ("basis points", ClaimKind.POINTS),
        ("index, 2015 = 100", ClaimKind.INDEX),
        ("ratio", ClaimKind.MULTIPLE),
        ("companies", ClaimKind.COUNT),
        ("kilowatt-hours", ClaimKind.QUANTITY),
        ("%", ClaimKind.GROWTH),
    ],
)
def test_the_unit_tells_the_kind(unit, kind):
    assert infer_kind(parse_unit(unit)) is kind
