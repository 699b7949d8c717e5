from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.claims import Claim, ClaimKind, Direction, Document, Place, Reading, messages
from indicators.claims.wording import describe_claim, format_claim
from indicators.errors import UnknownNameError
from indicators.model.observations import Qualifier

dollars = Claim("c2", ClaimKind.AMOUNT, Decimal(287), "USD", multiplier=9, qualifier=Qualifier.ABOUT)


def test_a_corrected_claim_has_the_interval_of_its_correction():
    assert str(dollars.interval) == "286000000000 … 288000000000"
    assert str(replace(dollars, qualifier=None).interval) == "286500000000 … 287500000000"


def test_a_printed_range_is_its_own_interval():
    outcome = Claim(
        "c1", ClaimKind.AMOUNT, Decimal(32), "RUB", multiplier=12, lower=Decimal("31.5"), upper=Decimal("32.5")
    )
    assert str(outcome.interval) == "31500000000000 … 32500000000000"


def test_zero_has_no_sign():
    zero = Claim("c1", ClaimKind.AMOUNT, Decimal("-0.0"), "EUR", multiplier=6)
    assert format_claim(zero) == "0.0 million EUR"
    assert format_claim(replace(zero, value=Decimal("-1.5"))) == "\N{MINUS SIGN}1.5 million EUR"


def test_a_growth_is_a_change_and_an_amount_is_not():
    assert str(Claim("c1", ClaimKind.GROWTH, Decimal("-3.2"), "%").change) == "-3.25 … -3.15"
    assert dollars.change is None


def test_a_multiple_of_a_fall_divides():
    halved = Claim(
        "c1", ClaimKind.MULTIPLE, Decimal(2), "ratio", lower=Decimal(2), upper=Decimal(2), direction=Direction.FALL
    )
    assert str(halved.change) == "-50"
    assert format_claim(halved) == "down to 1/2 to 2"


def test_growth_in_times_is_in_percent():
    threefold = Claim("c1", ClaimKind.GROWTH, Decimal(3), "ratio", direction=Direction.RISE)
    assert str(threefold.change) == "250 … 350"
    assert format_claim(threefold) == "a rise of 300%"


def test_a_description_names_what_the_text_leaves_out(catalogue):
    share = Claim("c1", ClaimKind.SHARE, Decimal(80), "%", left_open=("denominator",), said_by="RAEC", is_forecast=True)
    parts = describe_claim(share, catalogue.areas).rstrip(".").split("; ")
    missing = messages.MISSING_FACTS
    assert parts == ["80%", messages.CLAIM_IS_FORECAST, "stated by RAEC", missing["denominator"], missing["year"]]


def test_a_document_has_the_hash_of_its_utf8_and_gives_the_words_of_a_place():
    document = Document.of("Оборот 24 трлн рублей.", language="ru")
    assert document.sha256 == "2daf12647ed5e9049189fdce0bbcdb6485313fab9b4a2ade942fd09339967235"
    assert document.words_at(Place("", 1, 1, 7, 21)) == "24 трлн рублей"
    assert document.words_at(Place("", 1, 1)) == ""
    assert "24" not in repr(document)


def test_a_reading_finds_a_claim_by_its_id():
    reading = Reading(Document.of(""), (dollars,))
    assert reading.claim("c2") is dollars
    with pytest.raises(UnknownNameError, match="c9"):
        reading.claim("c9")
