"""Dimensions have one text as part of a key, whatever the order in which they are given, and it can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.model.dimensions import (
    RESERVED_IDS,
    TOTAL_CODE,
    Dimension,
    join_dimensions,
    make_dimension_id,
    read_code,
    split_dimensions,
)
from indicators.model.panel import PANEL_COLUMNS, RATE_COLUMNS
from indicators.view.fields import FIELDS

SEX = Dimension("SEX", ("_T", "F", "M"))
CODES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
IDS = st.sampled_from(["SEX", "AGE", "SECTOR", "ОТРАСЛЬ"])


@given(st.dictionaries(IDS, CODES))
def test_what_is_joined_can_be_split_again(codes):
    kept = {id: code for id, code in codes.items() if code != TOTAL_CODE}
    text = join_dimensions(codes)
    assert split_dimensions(text) == kept
    assert join_dimensions(dict(reversed(list(codes.items())))) == text
    assert not set(text.replace(";", "").replace("=", "")) & set(";=~")


@pytest.mark.parametrize(
    ("dimension", "text", "code"),
    [
        ("SEX", "Female", "F"), ("SEX", "FEMALES", "F"), ("SEX", "Women", "F"), ("SEX", "женщины", "F"),
        ("SEX", "女性", "F"), ("SEX", "male", "M"), ("SEX", "Männer", "M"), ("SEX", "мужчины", "M"), ("SEX", "T", "_T"),
        ("SEX", "Both sexes", "_T"), ("SEX", "_T", "_T"), ("SEX", "оба пола", "_T"), ("SEX", "M", "M"),
        ("AGE", "15-24", "Y15T24"), ("AGE", "15–24 years", "Y15T24"), ("AGE", "Y15T24", "Y15T24"),
        ("AGE", "aged 15 to 24", "Y15T24"), ("AGE", "65+", "Y_GE65"), ("AGE", "65 and over", "Y_GE65"),
        ("AGE", "65 years or older", "Y_GE65"), ("AGE", "under 5", "Y_LT5"), ("AGE", "<15", "Y_LT15"),
        ("AGE", "40", "Y40"), ("AGE", "All ages", "_T"), ("AGE", "Total", "_T"), ("AGE", "Pensioners", "Pensioners"),
        ("AGE", "15-24 лет", "Y15T24"), ("AGE", "от 15 до 24 лет", "Y15T24"), ("AGE", "15岁至24岁", "Y15T24"),
        ("AGE", "65 лет и старше", "Y_GE65"), ("AGE", "65岁及以上", "Y_GE65"), ("AGE", "до 15 лет", "Y_LT15"),
        ("SECTOR", "Retail", "Retail"), ("SECTOR", "Total", "_T"), ("SECTOR", "M", "M"),
    ],
)  # fmt: skip
def test_the_words_of_sources_become_codes(dimension, text, code):
    assert read_code(dimension, text) == code


@pytest.mark.parametrize("text", ["F", "f", "women", "Female", "женщины"])
def test_a_choice_is_understood_in_codes_and_words(text):
    assert SEX.find_code(text) == "F"


def test_a_code_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UsageError) as caught:
        Dimension("SEX", ("F", "M")).find_code("all")
    assert "women" in str(caught.value)
    assert "F" in str(caught.value)


def test_the_total_is_shown_unless_there_is_none_or_all_were_asked_for():
    assert SEX.default == ("_T",)
    assert Dimension("SEX", ("F", "M")).default == ("F", "M")
    assert Dimension("SEX", ("_T", "F"), shows_all=True).default == ("_T", "F")


def test_no_dimension_takes_a_name_of_tables_or_addresses():
    taken = {*PANEL_COLUMNS, *RATE_COLUMNS, *(one.attribute for one in FIELDS), *(one.address for one in FIELDS)}
    assert {name.upper() for name in taken} <= RESERVED_IDS
    assert {make_dimension_id(name) for name in taken}.isdisjoint(RESERVED_IDS)
