"""Units are read as people and providers write them, and only units of one dimension have a factor."""

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UnitMismatchError, UnknownUnitError
from indicators.model import messages, unit_names, units
from indicators.model.units import (
    SCALES,
    find_factor,
    get_currency_codes,
    get_unit_registry,
    have_same_dimension,
    parse_unit,
)

MONEY = st.sampled_from(sorted(get_currency_codes()))
COUNTED = st.sampled_from(["persons", "companies", "tonnes", "barrels", "international dollars", "LCU", "units"])
BELOW = st.sampled_from(["", " per person", " per year", " per tonne", " per 100 persons", " per million persons"])
SCALE = st.sampled_from(["", *SCALES.values()])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("RUB", "RUB"),
        ("roubles", "RUB"),
        ("trn roubles", "trillion RUB"),
        ("Russian rubles", "RUB"),
        ("$", "USD"),
        ("current US$", "USD"),
        ("BoP, current US$", "USD"),
        ("U.S. dollars", "USD"),
        ("Billions of U.S. dollars", "billion USD"),
        ("U.S. dollars, billions", "billion USD"),
        ("US$bn", "billion USD"),
        ("€m", "million EUR"),
        ("RUB B", "billion RUB"),
        ("k USD", "thousand USD"),
        ("thousand million USD", "billion USD"),
        ("USD/person", "USD per person"),
        ("US dollars per capita, current prices", "USD per person"),
        ("EUR/tonne", "EUR per tonne"),
        ("EUR per ton", "EUR per tonne"),
        ("RUB per person per year", "RUB per person per year"),
        ("National currency", "LCU"),
        ("LCU per US$, period average", "LCU per USD"),
        ("National currency per current international dollar", "LCU per international dollar"),
        ("current international $", "international dollars"),
        ("PPP; international dollars", "international dollars"),
        ("constant 2021 international $", "international dollars at 2021 prices"),
        ("Percent", "%"),
        ("annual %", "%"),
        ("Percent change", "%"),
        ("% yoy", "%"),
        ("Percent of potential GDP", "% of potential GDP"),
        ("% of total labor force", "% of total labor force"),
        ("pp", "percentage points"),
        ("people", "persons"),
        ("per 100 people", "per 100 persons"),
        ("per 1 million people", "per million persons"),
        ("per 1,000 persons", "per 1,000 persons"),
        ("index (2015=100)", "index, 2015 = 100"),
        ("2015 = 100", "index, 2015 = 100"),
        ("count", "units"),
        ("research centers", "centres"),
    ],
)
def test_what_people_write_has_one_spelling(written, read):
    assert parse_unit(written).text == read


def test_parts_of_a_unit_can_be_asked_for():
    unit = parse_unit("billion USD per 100 persons")
    assert (unit.multiplier, unit.currency, unit.denominator, unit.per) == (9, "USD", "100 persons", 2)
    assert parse_unit("% of GDP").of == "GDP"
    assert parse_unit("index, 2015 = 100").base == "2015"
    assert parse_unit("LCU per USD").currency is None


@given(SCALE, st.one_of(MONEY, COUNTED), BELOW)
def test_the_text_of_a_unit_reads_as_the_same_unit(scale, noun, below):
    unit = parse_unit(f"{scale} {noun}{below}")
    assert parse_unit(unit.text) == unit
    assert parse_unit(f"{SCALES.get(unit.multiplier, '')} {unit.plain.text}") == unit


@given(st.text(max_size=60))
def test_any_text_is_a_unit_or_is_refused_in_words(text):
    try:
        unit = parse_unit(text)
    except UnknownUnitError as error:
        assert len(str(error)) < 600  # noqa: PT017 - either outcome is right
    else:
        assert parse_unit(unit.text) == unit


@pytest.mark.parametrize(
    "text", ["", " ", "m", "B", "¥", "billion", "pesos", "all", "BTC", "1" * 300, "USD per", "/", "\x00"]
)
def test_what_would_be_a_guess_is_refused(text):
    with pytest.raises(UnknownUnitError):
        parse_unit(text)


def test_a_refusal_offers_the_nearest_unit():
    with pytest.raises(UnknownUnitError, match="Nearest: persons"):
        parse_unit("persns")
    with pytest.raises(UnknownUnitError, match="CNY or JPY"):
        parse_unit("¥")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("billion USD", "million USD", 1000.0),
        ("per 100 persons", "per million persons", 1e4),
        ("RUB per month", "RUB per year", 12.0),
        ("basis points", "%", 0.01),
        ("%", "ratio", 0.01),
        ("tonnes", "kg", 1000.0),
        ("thousand USD per tonne", "USD/kg", 1.0),
        ("% of GDP", "percent of GDP", 1.0),
    ],
)
def test_units_of_one_dimension_have_a_factor(source, target, expected):
    assert find_factor(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("RUB", "USD", messages.NEEDS_RATE),
        ("billion RUB per person", "USD per person", messages.NEEDS_RATE),
        ("RUR", "RUB", messages.NEEDS_RATE),
        ("LCU", "USD", messages.NEEDS_COUNTRY),
        ("RUB", "international dollars", messages.NEEDS_PPP),
        ("%", "percentage points", messages.POINTS_ARE_NOT_PERCENT),
        ("% of GDP", "% of retail", messages.NEEDS_SAME_WHOLE),
        ("%", "% of GDP", messages.NEEDS_SAME_WHOLE),
        ("USD at 2015 prices", "USD", messages.NEEDS_SAME_BASE),
        ("index, 2015 = 100", "index, 2010 = 100", messages.NEEDS_SAME_BASE),
        ("USD", "USD per person", messages.NEEDS_QUANTITY),
        ("persons", "companies", messages.NEEDS_SAME_DIMENSION),
        ("year", "days", messages.NEEDS_SAME_DIMENSION),
    ],
)
def test_units_of_two_dimensions_have_none_and_the_error_says_what_is_missing(source, target, missing):
    with pytest.raises(UnitMismatchError) as caught:
        find_factor(source, target)
    beginning = missing.partition("{")[0]
    assert caught.value.hint.startswith(beginning) if beginning else parse_unit(source).text in caught.value.hint
    assert not have_same_dimension(source, target)


@given(MONEY, MONEY)
def test_no_currency_converts_to_another_without_a_rate(one, other):
    assert have_same_dimension(one, other) == (one == other)


@given(SCALE, SCALE, BELOW)
def test_there_and_back_is_one(scale, other, below):
    source, target = f"{scale} EUR{below}", f"{other} EUR{below}"
    assert find_factor(source, target) * find_factor(target, source) == pytest.approx(1.0, rel=1e-14)


def test_the_registry_has_no_context_and_no_prefixes_of_pint():
    assert not get_unit_registry()._contexts
    assert "metre" in get_unit_registry()
    assert "m" not in get_unit_registry()


def test_eight_threads_agree():
    pairs = [
        (f"{scale} {code} per year", f"{code} per month")
        for scale in SCALES.values()
        for code in sorted(get_currency_codes())[:60]
    ]
    expected = [find_factor(*pair) for pair in pairs]
    from indicators.model import units

    units._find_ratio.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: [find_factor(*pair) for pair in pairs], range(8)))
    assert all(one == expected for one in found)


def test_units_told_apart_without_pint_are_those_pint_tells_apart():
    names = sorted({noun.name for noun in unit_names.get_nouns()} | {"USD", "RUB", "LCU", "international_dollar"})
    texts = [*names, "USD / person", "1 / person", "kilogram / hectare", "RUB / USD"]
    registry = units.get_unit_registry()
    for one, other in itertools.combinations(texts, 2):
        if units._count_own_dimensions(one) != units._count_own_dimensions(other):
            assert not registry.parse_units(one).is_compatible_with(registry.parse_units(other)), (one, other)
    own = units._list_own_dimensions() & set(names)
    assert len(own) > 40
    told = [units._count_own_dimensions(one) != units._count_own_dimensions("kilogram") for one in own]
    assert all(told)


@pytest.mark.parametrize("code", sorted(unit_names.MINOR_UNITS))
@pytest.mark.parametrize("text", ["{}", "billion {}", "{} per person", "thousand {} at 2015 prices"])
def test_a_minor_unit_is_never_taken_for_its_currency(code, text):
    with pytest.raises(UnknownUnitError) as refused:
        parse_unit(text.format(code))
    currency, parts = unit_names.MINOR_UNITS[code]
    assert currency in str(refused.value)
    assert f"{parts:,}" in str(refused.value)


@pytest.mark.parametrize("text", ["GBp", "ZAr", "uSd", "rUB", "EuR", "JPy"])
def test_codes_in_mixed_case_are_no_currencies(text):
    with pytest.raises(UnknownUnitError):
        parse_unit(text)


@pytest.mark.parametrize(
    ("text", "code"), [("gbp", "GBP"), ("zar", "ZAR"), ("Usd", "USD"), ("CNH", "CNY"), ("ECU", "XEU"), ("SDR", "XDR")]
)
def test_other_spellings_of_currencies_are_read(text, code):
    assert parse_unit(text).currency == code
